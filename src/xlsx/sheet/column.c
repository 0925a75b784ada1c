/* column.c - properties of columns: decimals, totals */
#include "column.h"

#include <math.h>

bool
column_is_whole(const struct table *table, size_t column)
{
	for (size_t i = 0; i < table->rows; i++) {
		double number = table_cell(table, i, column)->number;

		if (isfinite(number) && number != floor(number))
			return false;
	}
	return true;
}

bool
column_has_total(const struct table *table, size_t column)
{
	if (!table->columns[column].total)
		return false;
	for (size_t i = 0; i < table->rows; i++)
		if (isfinite(table_cell(table, i, column)->number))
			return true;
	return false;
}

bool
table_has_totals(const struct table *table)
{
	for (size_t j = 1; j < table->column_count; j++)
		if (column_has_total(table, j))
			return table->rows > 1;
	return false;
}
