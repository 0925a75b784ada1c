/* data.c - hidden sheet of figures that charts need and no table has */
#include "layout.h"

#include <libintl.h>

static const struct style plain = {.color = SECOND};

uint32_t
data_block(struct work *work, const char *heading, size_t rows)
{
	uint32_t first = work->data_row + 1;

	data_text(work, work->data_row, 0, heading);
	work->data_row = first + (uint32_t)rows + 1;
	return first;
}

void
data_text(struct work *work, uint32_t row, int column, const char *text)
{
	cell_put(work->data, row, column, text, &plain);
}

void
data_number(struct work *work, uint32_t row, int column, double number)
{
	cell_number(work->data, row, column, number,
		    book_style(work->book, &plain));
}

void
data_day(struct work *work, uint32_t row, int column, double day)
{
	struct style style = plain;

	style.number = book_date_format(work->book, true);
	cell_number(work->data, row, column, day,
		    book_style(work->book, &style));
}

void
data_expr(struct work *work, uint32_t row, int column, const struct expr *expr)
{
	cell_expr(work, work->data, row, column, expr, 0,
		  book_style(work->book, &plain));
}

void
data_lookup(struct work *work, uint32_t row, int column, const struct tab *tab,
	    const char *key, size_t item)
{
	struct expr_scope scope = work_scope(work, tab->table);

	scope.row = item;
	data_expr(work, row, column,
		  expr_parse(&scope, arena_format(work->arena, "{%s}", key)));
}

struct range
data_range(const struct work *work, uint32_t first, size_t n, int column)
{
	return (struct range){.page = work->data,
			      .first = first,
			      .last = first + (uint32_t)n - 1,
			      .column = column,
			      .formulas = column > 0};
}

struct range
tab_range(const struct tab *tab, const char *key, size_t n)
{
	return (struct range){.page = tab->page,
			      .first = tab->first,
			      .last = tab->first + (uint32_t)n - 1,
			      .column = table_column(tab->table, key)};
}

/* --- scatter charts ------------------------------------------------------ */

struct chart_series
data_points(const struct work *work, uint32_t first, size_t n)
{
	return (struct chart_series){.names = data_range(work, first, n, 1),
				     .values = data_range(work, first, n, 2)};
}

void
captions_add(struct work *work, const char *heading, uint32_t *row,
	     struct caption *captions, size_t n, struct chart_series *series)
{
	bool written = *row != 0;

	if (!written)
		*row = data_block(work, heading, n);
	for (uint32_t i = 0; i < n; i++) {
		captions[i].name = gettext(captions[i].name);
		series[i] = data_points(work, *row + i, 1);
		series[i].name = captions[i].name;
		series[i].labels = &captions[i].name;
		series[i].place = captions[i].place;
		series[i].label_color = ACCENT;
		series[i].label_bold = true;
		if (written)
			continue;
		data_text(work, *row + i, 0, captions[i].name);
		data_number(work, *row + i, 1, captions[i].x);
		data_number(work, *row + i, 2, captions[i].y);
	}
}
