/* paper.h - how a sheet is divided into pages */
#ifndef CES_WORKBOOK_PAPER_H
#define CES_WORKBOOK_PAPER_H

#include "book.h"

/* paper that is not fitted: its scale in percent, 10 to 400, and the rows (at
 * most 1,000) that begin a new sheet of it; after page_print */
void page_scale(struct page *page, int percent, const uint32_t *rows, size_t n);
/* a sheet of paper at full size, in pixels */
double page_paper_width(const struct page *page, double side);
double page_paper_height(const struct page *page, double top, double bottom);

/*
 * Prints the sheet as wide as a page. What is little more than a page high is
 * made to fit; else the row that charts begin at (0: none) begins a new page.
 */
void paper_print(struct page *page, struct print *print, uint32_t charts);

/* the column up to which a line of that many pixels reaches; at least from */
int paper_reach(const struct page *page, int from, double pixels);

#endif
