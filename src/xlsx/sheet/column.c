/* column.c - properties of columns: decimals, totals, bars and bold words */
#include "sheet_parts.h"

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

/* the share that fills a cell with its bar */
static double
bars_most(const struct tab *tab, size_t column)
{
	if (tab->table->columns[column].bars == BARS_WHOLE)
		return 1;
	for (size_t i = 0; i < tab->table->rows; i++)
		if (tab_value(tab, i, column) > 0.5)
			return 1;
	return 0.5;
}

void
column_marks(const struct tab *tab, size_t column)
{
	const struct column *about = &tab->table->columns[column];
	struct area area = {tab->first, tab->last, (int)column, (int)column};

	if (about->bars)
		page_bars(tab->page, area, 0, bars_most(tab, column), false);
	if (about->score)
		page_bars(tab->page, area, -5, 5, false);
	if (about->bold)
		page_bold(tab->page, area, plain_word(about->bold));
}
