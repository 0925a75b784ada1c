/* column.h - properties of columns: decimals, totals */
#ifndef CES_WORKBOOK_COLUMN_H
#define CES_WORKBOOK_COLUMN_H

#include "ces/table.h"

/* no figure of it has decimals */
bool column_is_whole(const struct table *table, size_t column);
/* is it summed, and is there something to be summed */
bool column_has_total(const struct table *table, size_t column);
bool table_has_totals(const struct table *table);

#endif
