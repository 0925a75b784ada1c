/* cells.h - cells of any page that look up the sheets' */
#ifndef CES_WORKBOOK_CELLS_H
#define CES_WORKBOOK_CELLS_H

#include "work.h"

/* a text centered across cells of one style */
void cell_across(struct page *page, uint32_t row, int first, int last,
		 const char *text, struct lxw_format *format);
/* what stands in a row of a sheet */
void cell_lookup(const struct work *work, struct page *page, uint32_t row,
		 int column, const struct tab *tab, const char *key,
		 size_t item, struct lxw_format *format);

#endif
