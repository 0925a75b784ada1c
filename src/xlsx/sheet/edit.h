/* edit.h - cells that are changed in the meeting */
#ifndef CES_WORKBOOK_EDIT_H
#define CES_WORKBOOK_EDIT_H

#include "xlsx/expr/work.h"

/* restricts the entries of a column, and explains them */
void edit_column(struct work *work, const struct tab *tab, size_t column,
		 const char *header);
/* explains a header's term, and whether its cells are to be edited */
void edit_header(const struct tab *tab, uint32_t row, size_t column,
		 const char *header);
/* says above the header which columns are for editing */
void edit_band(struct work *work, const struct tab *tab, uint32_t row);

#endif
