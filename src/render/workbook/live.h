/* live.h - cells of the sheets that follow what is edited beside them */
#ifndef CES_WORKBOOK_LIVE_H
#define CES_WORKBOOK_LIVE_H

#include "work.h"

/*
 * Writes the cell as a formula over its row where there is one for that column
 * and where it results in what the tables say; else does nothing: false.
 */
bool live_write(struct work *work, const struct tab *tab, size_t row,
		size_t column, struct lxw_format *format);

/* do cells of the column follow others */
bool live_column(const struct tab *tab, size_t column);

#endif
