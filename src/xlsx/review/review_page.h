/* review_page.h - the grid of the review page, and how its cells are filled */
#ifndef CES_XLSX_REVIEW_PAGE_H
#define CES_XLSX_REVIEW_PAGE_H

#include "ces/excerpt.h"
#include "xlsx/expr/work.h"

/* two stacks of blocks on one grid: B-J and L-R */
enum review_column {
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

/* first row of each block; heights are set once, by review_grid */
enum review_row {
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

struct review_page {
	struct work *work;
	struct page *page;
	struct expr_scope scope; /* of no table */
};

/* the whole page; the only one that other rooms call */
void review_write(struct work *work);

/* review_cells.c */
void review_grid(const struct review_page *review);
bool review_row_is_high(uint32_t row);
/* text of the sheets, shortened to the pixels there are */
void review_text(const struct review_page *review, uint32_t row, int column,
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

/* the blocks that are no rows of one table */
void review_counts(const struct review_page *review);
void review_coverage(const struct review_page *review);
void review_matrix(const struct review_page *review);

#endif
