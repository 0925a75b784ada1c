/* months.c - contacts by month, with the names of the events above them */
#include <libintl.h>
#include <math.h>

#include "layout.h"

enum { MONTHS = 12, WIDTH = 860, HEIGHT = 380 };

/* names of the events that begin in a month of the plan's first year */
static const char *
events_of(struct work *work, int month)
{
	const struct table *calendar = work_tab(work, TABLE_calendar)->table;
	struct buf names = {0};
	const char *label = NULL;

	for (size_t i = 0; i < calendar->rows; i++) {
		int repeats = table_at(calendar, i, "repeats")->word;

		if (table_at(calendar, i, "start")->date.month != month + 1 ||
		    (repeats >= 0 && repeats != REPEATS_YEARLY))
			continue;
		buf_puts(&names, names.n ? ", " : "");
		buf_puts(&names, object_name(calendar->objects[i]));
	}
	if (names.n)
		label = label_lines(work->arena, names.p, WIDTH, HEIGHT);
	buf_free(&names);
	return label;
}

static double
total_of(const struct tab *tab, size_t month)
{
	double volume = tab_number(tab, month, "volume");
	double extra = tab_number(tab, month, "extra");

	return (isfinite(volume) ? volume : 0) + (isfinite(extra) ? extra : 0);
}

/* Returns the height at which a name is clear of its column and its neighbors.
 */
static double
clear_of(const struct tab *tab, size_t month, double most)
{
	double top = total_of(tab, month);

	if (month > 0)
		top = fmax(top, total_of(tab, month - 1));
	if (month + 1 < tab->table->rows)
		top = fmax(top, total_of(tab, month + 1));
	return top + most * 0.12;
}

/*
 * Puts names at the ends of an unseen series stacked on the columns; one above
 * the other where the month before has one too. Returns the first row of the
 * series, 0: there are no names.
 */
static uint32_t
write_events(struct layout *layout, const char **labels, double most)
{
	struct work *work = layout->work;
	uint32_t first = data_block(work, gettext("Events by month"), MONTHS);
	double top, before = 0;
	bool any = false;

	for (uint32_t i = 0; i < MONTHS; i++) {
		labels[i] = events_of(work, (int)i);
		any |= labels[i] != NULL;
		data_text(work, first + i, 0, labels[i] ? labels[i] : "");
		top = labels[i] ? clear_of(layout->tab, i, most) : 0;
		if (labels[i] && i && labels[i - 1] &&
		    fabs(top - before) < most * 0.16)
			top = before + most * 0.16;
		before = top;
		data_number(work, first + i, 1,
			    labels[i] ? top - total_of(layout->tab, i) : 0);
	}
	return any ? first : 0;
}

struct months {
	double most, mean, extra;
	size_t busiest;
};

static struct months
sum_months(const struct tab *tab)
{
	struct months months = {.extra = tab_sum(tab, "extra")};
	double volume;

	for (size_t i = 0; i < tab->table->rows; i++) {
		volume = total_of(tab, i);
		months.mean += volume / (double)tab->table->rows;
		if (volume > months.most) {
			months.most = volume;
			months.busiest = i;
		}
	}
	return months;
}

static const char *
months_title(struct layout *layout, const struct months *months)
{
	double more = round((months->most / months->mean - 1) * 100);

	if (more < 5)
		return gettext("Contacts by month");
	return message_text(
		layout->work->arena,
		gettext("{month} brings {more} more contacts than an average "
			"month"),
		ARGS(TEXT_ARG("month",
			      tab_text(layout->tab, months->busiest, "month")),
		     PERCENT_ARG("more", more)));
}

static size_t
add_series(struct layout *layout, const struct months *months,
	   struct chart_series *series, const char **labels)
{
	const struct tab *tab = layout->tab;
	uint32_t events;
	size_t n = 0;

	series[n++] = (struct chart_series){
		.name = tab_header(layout->work, tab, "volume"),
		.values = tab_range(tab, "volume", 0, MONTHS),
		.color = PALE};
	if (months->extra > 0)
		series[n++] = (struct chart_series){
			.name = tab_header(layout->work, tab, "extra"),
			.values = tab_range(tab, "extra", 0, MONTHS),
			.color = ACCENT};
	events = write_events(layout, labels, months->most);
	if (events)
		series[n++] = (struct chart_series){
			.values = data_range(layout->work, events, MONTHS, 1),
			.labels = labels,
			.place = LABEL_TOP,
			.label_color = SECOND};
	return n;
}

void
draw_demand(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	struct months months = sum_months(tab);
	struct chart_series series[3];
	const char *labels[MONTHS];
	struct drawing drawing = {
		.kind = CHART_STACKED,
		.note = months.extra > 0
				? gettext("Dark: what events add in the first "
					  "year of the plan. Gray: contacts "
					  "without events.")
				: gettext("Contacts a month, without events."),
		.description = gettext("Columns of contacts by month, and on "
				       "top of them what events add."),
		.y = {.title = gettext("Contacts a month"),
		      .number = "#,##0",
		      .fixed = FIX_LEAST,
		      .grid = true},
		.series = series,
		.width = WIDTH,
		.height = HEIGHT,
		.gap = 40,
		.legend = months.extra > 0};
	uint32_t end = layout->row - 1;

	if (tab->table->rows != MONTHS || !(months.most > 0))
		return;
	drawing.title = months_title(layout, &months);
	drawing.names = tab_range(tab, "month", 0, MONTHS);
	drawing.column = layout_beside(layout, WIDTH);
	drawing.n = add_series(layout, &months, series, labels);
	drawing_write(layout, &drawing);
	layout_end(layout, HEIGHT);
	if (layout->row < end)
		layout->row = end;
}
