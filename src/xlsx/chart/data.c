/* data.c - hidden sheet of figures that charts need and no table has */
#include "layout.h"

#include <assert.h>
#include <libintl.h>

static const struct style plain = {.color = SECOND};

uint32_t
data_block(struct work *work, const char *heading, uint32_t rows)
{
	uint32_t first = work->data_row + 1;

	data_text(work, work->data_row, 0, heading);
	work->data_row = first + rows + 1;
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
data_date(struct work *work, uint32_t row, int column, struct date date)
{
	struct style style = plain;

	style.number = book_date_format(work->book, true);
	cell_date(work->data, row, column, date,
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
data_range(const struct work *work, uint32_t first, uint32_t n, int column)
{
	return (struct range){.page = work->data,
			      .first = first,
			      .last = first + n - 1,
			      .column = column,
			      .formulas = column > 0};
}

struct range
tab_range(const struct tab *tab, const char *key, size_t first, size_t n)
{
	int column = table_column(tab->table, key);

	assert(column >= 0);
	return (struct range){.page = tab->page,
			      .first = tab->first + (uint32_t)first,
			      .last = tab->first + (uint32_t)(first + n) - 1,
			      .column = column};
}

/* --- scatter charts ------------------------------------------------------ */

struct chart_series
data_point(const struct work *work, uint32_t row)
{
	return (struct chart_series){.names = data_range(work, row, 1, 1),
				     .values = data_range(work, row, 1, 2)};
}

uint32_t
captions_write(struct work *work, const char *heading,
	       const struct caption *captions, size_t n)
{
	uint32_t first = data_block(work, heading, (uint32_t)n), row = first;

	for (size_t i = 0; i < n; i++, row++) {
		data_text(work, row, 0, gettext(captions[i].name));
		data_number(work, row, 1, captions[i].x);
		data_number(work, row, 2, captions[i].y);
	}
	return first;
}

void
captions_add(const struct work *work, uint32_t first, struct caption *captions,
	     size_t n, struct chart_series *series)
{
	for (size_t i = 0; i < n; i++) {
		captions[i].name = gettext(captions[i].name);
		series[i] = data_point(work, first + (uint32_t)i);
		series[i].name = captions[i].name;
		series[i].labels = &captions[i].name;
		series[i].place = captions[i].place;
		series[i].label_color = ACCENT;
		series[i].label_bold = true;
	}
}
