/* review.h - the review page: its grid, its cells and its blocks */
#ifndef CES_XLSX_REVIEW_H
#define CES_XLSX_REVIEW_H

#include "ces/excerpt.h"
#include "xlsx/expr/work.h"

/* two stacks of blocks on one grid: B-J and L-R */
enum { COL_A, COL_B, COL_C, COL_D, COL_E, COL_F, COL_G, COL_H, COL_I, COL_J };
enum { COL_K = COL_J + 1, COL_L, COL_M, COL_N, COL_O, COL_P, COL_Q, COL_R };

/* first row of each block; heights are set once, by review_grid */
enum review_row {
	ROW_TITLE,
	ROW_FACTS,
	ROW_POSITION,
	ROW_DECISIONS,
	ROW_UNASKED = ROW_DECISIONS + 2, /* of measures, where they are */
	ROW_MEASURES = ROW_DECISIONS + 6,
	ROW_REASONS = ROW_MEASURES + 10,
	ROW_EVENTS = ROW_REASONS + 9,
	ROW_INSIGHTS = ROW_EVENTS + 6,
	ROW_FINDINGS = ROW_INSIGHTS + 6,
	ROW_END = ROW_FINDINGS + 4
};

struct review_page {
	struct work *work;
	struct page *page;
	struct expr_scope scope; /* of no table */
	bool *tall;		 /* rows of headers that take a line more */
	bool unasked; /* no decision is, so that measures begin further up */
};

/* the whole page; the only one that other rooms call */
void review_write(struct work *work);

/* --- review_page.c ------------------------------------------------------- */

bool review_row_is_high(const struct review_page *review, uint32_t row);
/* pixels of the columns */
int review_width(int first, int last);
/* makes the row of a header higher that takes a line more */
void review_head_room(const struct review_page *review, uint32_t row,
		      const char *head, int pixels);
/* the largest size, not less than so much, in which the text fits */
int review_size(const struct review_page *review, const char *text, int pixels,
		const struct style *style, int least);
/* the largest, as far down, in which its longest word does */
int review_word_size(const struct review_page *review, const char *text,
		     int pixels, const struct style *style, int least);
/* the text as far as the pixels reach */
const char *review_fit(const struct review_page *review, const char *text,
		       int pixels, const struct style *style);
/* text of the sheets, shortened to the pixels there are */
void review_text(const struct review_page *review, uint32_t row, int column,
		 const char *text, int pixels, const struct style *style);
/* a text of ours, rather smaller than shortened */
void review_told(const struct review_page *review, uint32_t row, int column,
		 const char *text, int pixels, const struct style *style);
/* writes a formula; plain texts, numbers and blanks stand as they are */
void review_cell(const struct review_page *review, uint32_t row, int column,
		 const struct expr *expr, const struct style *style);
/* leads to the page that tells more */
void review_title(const struct review_page *review, uint32_t row, int column,
		  const struct page *target, const struct expr *title);
/* why there is nothing, and the first questions of the section */
void review_empty(const struct review_page *review, uint32_t row, int first,
		  int last, const char *why, const char *section, int most);

/* --- review_names.c ------------------------------------------------------ */

/* the name from where it differs from others that begin alike for so many bytes
 * at least; all of it where none does */
const char *
names_rest(const char *const *names, size_t n, size_t i, size_t least);
/* one of n names as far as the pixels reach: cut at its end, or in what it
 * shares with others that would be cut to the same */
const char *
names_fit(const struct review_page *review, const char *const *names, size_t n,
	  size_t i, int pixels, const struct style *style);

/* --- review_block.c, review_blocks.c: blocks of rows of one table --------- */

/* number formats that hang on the language, the plan or the row */
enum review_format {
	FORMAT_STYLE, /* as the style says */
	FORMAT_DAY,   /* with its year */
	FORMAT_SHORT_DAY,
	FORMAT_READING, /* a decimal where one of the measure's values has it */
	FORMAT_COUNT,	/* in thousands where the largest is too wide */
	FORMAT_MONEY,	/* in the one unit of the page */
	FORMAT_NOTICE	/* late notice with its symbol */
};

enum review_mark {
	MARK_NONE,
	MARK_STATUS,	/* the fill of the symbol */
	MARK_BARS,	/* 100 % fills the cell */
	MARK_HALF_BARS, /* 50 % does */
	MARK_BARS_ONLY, /* over merged cells, without the number */
	MARK_DUE,	/* days that are over, or a status */
	MARK_NOTICE,	/* late notice, or a status */
	MARK_BOLD	/* the word that stands out in its column */
};

/* where a column of the excerpt stands in the grid, and how */
struct review_place {
	const char *key;
	int column, last; /* last: merged up to there, without a header */
	int pixels;	  /* a text is shortened to them; 0: a formula */
	const struct style *style;
	enum review_format format;
	enum review_mark mark;
	bool numbered; /* as the markers of the matrix are */
	/* a text that hangs on the room there is; NULL: the value */
	const char *(*text)(const struct review_page *review,
			    const struct excerpt *excerpt, size_t i);
	/* pixels that others of the row leave; NULL: all */
	int (*room)(const struct review_page *review,
		    const struct excerpt *excerpt, size_t i);
};

struct review_block {
	enum excerpt_id id;
	uint32_t row;
	int first, last; /* columns */
	bool heads;	 /* a header row */
	uint32_t above;	 /* rows above the first: title and headers */
	int questions;	 /* so many are asked where there are no rows */
	const struct review_place *places;
	size_t place_count;
};

void review_block_write(const struct review_page *review,
			const struct review_block *block);
void review_blocks_write(const struct review_page *review);

/* --- review_parts.c: blocks that are no rows of one table ----------------- */

void review_counts(const struct review_page *review);
void review_coverage(const struct review_page *review);
void review_matrix(const struct review_page *review);

#endif
