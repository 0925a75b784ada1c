/* paper.h - how a sheet is divided into pages */
#ifndef CES_WORKBOOK_PAPER_H
#define CES_WORKBOOK_PAPER_H

#include "book.h"

/*
 * Prints the sheet as wide as a page. What is little more than a page high is
 * made to fit; else the row that charts begin at (0: none) begins a new page.
 */
void paper_print(struct page *page, struct print *print, uint32_t charts);

/* the column up to which a line of that many pixels reaches; at least from */
int paper_reach(const struct page *page, int from, double pixels);

#endif
