/* work.c - the workbook of one plan while it is made */
#include "work.h"

#include <assert.h>
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/message.h"

struct tab *
work_tab(const struct work *work, enum table_id id)
{
	return &work->tabs[id];
}

const char *
work_file(const struct work *work)
{
	const char *name = strrchr(work->review->source.name, '/');

	return name ? name + 1 : work->review->source.name;
}

struct print
work_print(const struct work *work, const char *subject)
{
	return (struct print){.side = 0.4,
			      .top = 0.45,
			      .bottom = 0.6,
			      .left = subject,
			      .center = work->source,
			      .right = work->as_of};
}

const char *
work_date(struct work *work, struct date date)
{
	struct buf text = {0};

	if (!date_valid(date))
		return "";
	/* the year is a number, but not one of things to be counted */
	message_fill(&text, gettext("{day} {month} {year}"),
		     ARGS(NUMBER_ARG("day", date.day),
			  TEXT_ARG("month", month_short(date.month)),
			  NUMBER_ARG("year", date.year)));
	return arena_take(work->arena, &text);
}

double
tab_value(const struct tab *tab, size_t row, size_t column)
{
	const struct cell *cell = table_cell(tab->table, row, column);
	enum column_kind kind = tab->table->columns[column].kind;
	double serial;

	if (cell->date.year)
		return date_serial(cell->date, &serial) ? serial : NAN;
	if (kind == COLUMN_PERCENT || kind == COLUMN_CHANGE)
		return cell->number / 100;
	return cell->number;
}

const char *
tab_text(const struct tab *tab, size_t row, const char *key)
{
	const char *text = table_at(tab->table, row, key)->text;

	return text ? text : "";
}

double
tab_number(const struct tab *tab, size_t row, const char *key)
{
	int column = table_column(tab->table, key);

	assert(column >= 0);
	return tab_value(tab, row, (size_t)column);
}
