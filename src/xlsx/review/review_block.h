/* review_block.h - blocks of the review page that show rows of one table */
#ifndef CES_XLSX_REVIEW_BLOCK_H
#define CES_XLSX_REVIEW_BLOCK_H

#include "review_page.h"

/* number formats that hang on the language, the plan or the row */
enum review_format {
	FORMAT_STYLE, /* as the style says */
	FORMAT_DAY,   /* with its year */
	FORMAT_SHORT_DAY,
	FORMAT_READING, /* a decimal where one of the measure's values has it */
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
	bool scaled; /* in thousands where money would be too wide */
	/* a text that hangs on the room there is; NULL: the value */
	const char *(*text)(const struct review_page *review,
			    const struct excerpt *excerpt, size_t i);
};

struct review_block {
	enum excerpt_id id;
	uint32_t row;
	int first, last; /* columns */
	bool heads;	 /* a header row */
	uint32_t above;	 /* rows above the first: title and headers */
	int questions;	 /* so many are asked where there are no rows */
	double most;	 /* amounts from there on are shown in thousands */
	const struct review_place *places;
	size_t place_count;
};

extern const struct review_block review_blocks[];
extern const size_t review_block_count;

void review_block_write(const struct review_page *review,
			const struct review_block *block);

/* review_texts.c */
const char *measure_text(const struct review_page *review,
			 const struct excerpt *excerpt, size_t i);
const char *reason_text(const struct review_page *review,
			const struct excerpt *excerpt, size_t i);
const char *effects_text(const struct review_page *review,
			 const struct excerpt *excerpt, size_t i);
const char *finding_short_text(const struct review_page *review,
			       const struct excerpt *excerpt, size_t i);
const char *finding_place_text(const struct review_page *review,
			       const struct excerpt *excerpt, size_t i);

enum { NAME_WIDTH = 220, EFFECT_WIDTH = 364, FINDING_WIDTH = 770 };

#endif
