/* paint.h - fills that follow cells, columns that fold, where paper ends */
#ifndef CES_WORKBOOK_PAINT_H
#define CES_WORKBOOK_PAINT_H

#include "book.h"

/* what a rule changes of a cell; NO_COLOR leaves it as it is */
struct paint {
	int32_t fill, ink;
	int32_t left, bottom; /* thin lines */
};

struct lxw_format *book_paint(struct book *book, const struct paint *paint);

/* where the cell holds the number; and where the formula of the area's first
 * cell holds. Rules made first go first, and end the others. */
void page_paint_number(struct page *page, struct area area, double number,
		       struct lxw_format *paint);
void page_paint_when(struct page *page, struct area area, const char *formula,
		     struct lxw_format *paint);

/* columns that are shown when the reader unfolds them; the button stands over
 * the column before */
void page_fold(struct page *page, int first, int last);

/* paper that is not fitted: its scale in percent, 10 to 400, and the rows (at
 * most 1,000) that begin a new sheet of it; after page_print */
void page_scale(struct page *page, int percent, const uint32_t *rows,
		size_t n);
/* what a sheet of paper holds at full size, in pixels */
double page_paper_width(const struct page *page, double side);
double page_paper_height(const struct page *page, double top, double bottom);

#endif
