/* edit.h - cells that are changed in the meeting */
#ifndef CES_WORKBOOK_EDIT_H
#define CES_WORKBOOK_EDIT_H

#include "work.h"

/* what may be entered in a column of the table, with a word on it */
void edit_column(struct work *work, const struct tab *tab, size_t column,
		 const char *header);
/* the note on a header: what the term means, and whether it is edited */
void edit_header(const struct tab *tab, uint32_t row, size_t column,
		 const char *header);
/* says above the header which columns are for editing */
void edit_band(struct work *work, const struct tab *tab, uint32_t row);
/* the people to choose owners from, on the sheet of lists */
void people_write(struct work *work, int column);

#endif
