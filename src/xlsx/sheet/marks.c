/* marks.c - bars and bold words in some columns of the sheets */
#include "marks.h"

#include <string.h>

#include "xlsx/expr/formula_text.h"

bool
is_score(const struct column *column)
{
	return !strcmp(column->key, "value_to_customer") ||
	       !strcmp(column->key, "value_to_company");
}

/* of many shares none comes near the whole: half of it fills the cell */
double
bars_most(const struct tab *tab, size_t column)
{
	if (strcmp(tab->table->key, "contact_reasons") != 0)
		return 1;
	for (size_t i = 0; i < tab->table->rows; i++)
		if (tab_value(tab, i, column) > 0.5)
			return 1;
	return 0.5;
}

static void
bold_where(const struct tab *tab, struct area area, const char *word)
{
	struct buf formula = {0};

	buf_putc(&formula, '=');
	formula_cell(&formula, area.first_row, area.first_column);
	buf_putc(&formula, '=');
	formula_quote(&formula, word);
	page_bold(tab->page, area, formula.p);
	buf_free(&formula);
}

void
column_marks(const struct tab *tab, size_t column)
{
	const struct column *about = &tab->table->columns[column];
	struct area area = {tab->first, tab->last, (int)column, (int)column};

	if (is_score(about))
		page_two_sided(tab->page, area, 5);
	if (!strcmp(about->key, "demand"))
		bold_where(
			tab, area,
			plain_word(
				choices[CHOICE_demand].words[DEMAND_FAILURE]));
}
