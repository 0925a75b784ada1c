/* front.h - the grid of the first page, and how its cells are filled */
#ifndef CES_WORKBOOK_FRONT_H
#define CES_WORKBOOK_FRONT_H

#include "xlsx/expr/formula_text.h"

#ifndef CES_XLSX_REVIEW_PAGE_H
/* two stacks of blocks on one grid: B-J and L-R */
enum front_column {
	COL_A,
	COL_B,
	COL_C,
	COL_D,
	COL_E,
	COL_F,
	COL_G,
	COL_H,
	COL_I,
	COL_J,
	COL_K,
	COL_L,
	COL_M,
	COL_N,
	COL_O,
	COL_P,
	COL_Q,
	COL_R
};

/* first row of each block; heights are set once, by front_grid */
enum front_row {
	ROW_TITLE,
	ROW_FACTS,
	ROW_POSITION,
	ROW_DECISIONS,
	ROW_MEASURES = ROW_DECISIONS + 6,
	ROW_REASONS = ROW_MEASURES + 10,
	ROW_EVENTS = ROW_REASONS + 9,
	ROW_INSIGHTS = ROW_EVENTS + 6,
	ROW_FINDINGS = ROW_INSIGHTS + 6,
	ROW_END = ROW_FINDINGS + 4
};

#endif
enum front_most {
	MOST_DECISIONS = 3,
	MOST_MEASURES = 7,
	MOST_REASONS = 5,
	MOST_EVENTS = 3,
	MOST_INSIGHTS = 3,
	MOST_FINDINGS = 3,
	MOST_SEGMENTS = 5,
	MOST_CHANNELS = 6
};

/* COUNTIF over a column, and its result; both as pieces are made of them */
struct figure {
	struct buf formula, text;
	double value;
};

/* figures that several sentences tell; all 0 where their table is empty */
struct marks {
	struct figure open, amount, first_due;		      /* decisions */
	struct figure headline, good, behind, unread, chance; /* measures */
	struct figure actions, done, on_track, overdue, unowned, ownerless;
};

struct front {
	struct work *work;
	struct page *page;
	bool wide; /* a font of square characters, whose letters are wide too */
	struct marks marks;
	uint32_t kept; /* figures on the hidden page */
};

struct head {
	int column;
	const char *text; /* message id */
	int align;
	bool indent; /* as the dates under it */
};

void front_grid(struct front *front);
/* fills a row from a column to another with one style */
void front_band(struct front *front, uint32_t row, int first, int last,
		const struct style *style);
/* a block's title: a sentence with figures, which leads to the sheet */
void front_title(struct front *front, uint32_t row, int column,
		 const struct tab *tab, const char *message,
		 const struct piece *pieces, size_t n);
/* a sentence anywhere */
void front_sentence(struct front *front, uint32_t row, int column,
		    const struct buf *formula, const struct buf *text,
		    const struct style *style);
/* the header row; its first word says how many of all are shown */
void front_heads(struct front *front, uint32_t row, int last,
		 const struct head *heads, size_t n, size_t shown, size_t all);
/* an empty row of a block, with its hairline */
void front_line(struct front *front, uint32_t row, int first, int last);
/* why there is nothing */
void front_empty(struct front *front, uint32_t row, int column, int last,
		 const char *text);
/* text from the sheets, shortened to the pixels there are */
void front_text(struct front *front, uint32_t row, int column, const char *text,
		int pixels, const struct style *style);
/* a figure of a row of a sheet, divided by scale */
void front_number(struct front *front, uint32_t row, int column,
		  const struct tab *tab, const char *key, size_t item,
		  double scale, const struct style *style);
/* the same for a word or a status */
void
front_word(struct front *front, uint32_t row, int column, const struct tab *tab,
	   const char *key, size_t item, const struct style *style);
/* the same with a capital letter, for words that begin a cell */
void front_capital(struct front *front, uint32_t row, int column,
		   const struct tab *tab, const char *key, size_t item,
		   const struct style *style);

/* figures are the caller's: what made them is given back with figure_free */
void figure_free(struct figure *figures, size_t n);
struct figure
figure_count(const struct tab *tab, const char *key, const char *begins);
/* counts of the rows that have the word besides */
struct figure
figure_count_if(const struct tab *tab, const char *key, const char *begins,
		const char *key2, const char *word);
struct figure figure_rows(const struct tab *tab);
/* the percent of a column's sum in the rows that have the word, rounded;
 * value is NAN where there is no sum */
struct figure figure_share(const struct tab *tab, const char *key,
			   const char *key2, const char *word);
struct piece figure_piece(const char *name, const struct figure *figure);
/* "163,000", as FIXED shows it where a comma parts thousands */
void figure_digits(struct buf *text, double value);

/* "£", or the code and a space */
const char *front_currency(const struct front *front);

/* review_marks.c: the figures, before the sentences */
void front_marks(struct front *front);
void marks_free(struct marks *marks);
bool decision_is_open(const struct tab *tab, size_t row);

/* review_*.c */
void front_position(struct front *front);
void front_decisions(struct front *front);
void front_measures(struct front *front);
void front_reasons(struct front *front);
void front_events(struct front *front);
void front_insights(struct front *front);
void front_findings(struct front *front);
void front_actions(struct front *front);
void front_coverage(struct front *front);
void front_matrix(struct front *front); /* review_matrix.c */
void front_readiness(struct front *front);

#endif
