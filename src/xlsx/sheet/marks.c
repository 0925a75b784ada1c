/* marks.c - bars and bold words in some columns of the sheets */
#include "marks.h"

#include "xlsx/book/rules.h"
#include "xlsx/expr/formula.h"

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
		page_bars(tab->page, area, bars_most(tab, column), false);
	if (about->score)
		page_two_sided(tab->page, area, 5);
	if (about->bold)
		page_bold(tab->page, area, plain_word(about->bold));
}
