/* months.c - contacts by month, with the names of the events above them */
#include <libintl.h>

#include "layout.h"

enum { MONTHS = 12, WIDTH = 860, HEIGHT = 380 };

/* contacts of each month */
struct months {
	double totals[MONTHS], most, mean, extra;
	size_t busiest;
};

static struct months
sum_months(const struct layout *layout)
{
	struct months months = {.extra = layout_number(layout, "SUM([extra])")};

	for (size_t i = 0; i < MONTHS; i++) {
		double volume = tab_number(layout->tab, i, "volume");
		double extra = tab_number(layout->tab, i, "extra");
		double total = (isfinite(volume) ? volume : 0) +
			       (isfinite(extra) ? extra : 0);

		months.totals[i] = total;
		months.mean += total / MONTHS;
		if (total > months.most) {
			months.most = total;
			months.busiest = i;
		}
	}
	return months;
}

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

/*
 * Puts names at the ends of an unseen series stacked on the columns, clear of
 * the columns beside them; one above the other where the month before has one
 * too. Returns the first row of the series, 0: there are no names.
 */
static uint32_t
write_events(struct work *work, const struct months *months,
	     const char **labels)
{
	uint32_t first = data_block(work, gettext("Events by month"), MONTHS);
	const double *totals = months->totals, most = months->most;
	double top = 0, before = 0;
	bool any = false;

	for (uint32_t i = 0; i < MONTHS; i++, before = top) {
		labels[i] = events_of(work, (int)i);
		data_text(work, first + i, 0, labels[i] ? labels[i] : "");
		top = totals[i];
		if (labels[i]) {
			any = true;
			if (i > 0)
				top = fmax(top, totals[i - 1]);
			if (i + 1 < MONTHS)
				top = fmax(top, totals[i + 1]);
			top += most * 0.12;
			if (i && labels[i - 1] &&
			    fabs(top - before) < most * 0.16)
				top = before + most * 0.16;
		}
		data_number(work, first + i, 1, top - totals[i]);
	}
	return any ? first : 0;
}

void
draw_demand(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	struct chart_series series[3];
	const char *labels[MONTHS];
	uint32_t events, end = layout->row - 1;
	struct months months;
	double more;

	if (tab->table->rows != MONTHS)
		return;
	months = sum_months(layout);
	if (!(months.most > 0))
		return;
	more = round((months.most / months.mean - 1) * 100);
	struct drawing drawing = {
		.kind = CHART_STACKED,
		.title = more < 5 ? N_("Contacts by month")
				  : N_("{month} brings {more} more contacts "
				       "than an average month"),
		.note = months.extra > 0
				? N_("Dark: what events add in the first year "
				     "of the plan. Gray: contacts without "
				     "events.")
				: N_("Contacts a month, without events."),
		.description = N_("Columns of contacts by month, and on top of "
				  "them what events add."),
		.args = ARGS(TEXT_ARG("month",
				      tab_text(tab, months.busiest, "month")),
			     PERCENT_ARG("more", more)),
		.column = layout_beside(layout, WIDTH),
		.y = {.title = gettext("Contacts a month"),
		      .number = "#,##0",
		      .fixed = FIX_LEAST,
		      .grid = true},
		.names = tab_range(tab, "month", MONTHS),
		.series = series,
		.width = WIDTH,
		.height = HEIGHT,
		.gap = 40,
		.legend = months.extra > 0};

	series[drawing.n++] = (struct chart_series){
		.name = tab_header(layout, "volume"),
		.values = tab_range(tab, "volume", MONTHS),
		.color = PALE};
	if (months.extra > 0)
		series[drawing.n++] = (struct chart_series){
			.name = tab_header(layout, "extra"),
			.values = tab_range(tab, "extra", MONTHS),
			.color = ACCENT};
	events = write_events(layout->work, &months, labels);
	if (events)
		series[drawing.n++] = (struct chart_series){
			.values = data_range(layout->work, events, MONTHS, 1),
			.labels = labels,
			.place = LABEL_TOP,
			.label_color = SECOND};
	drawing_write(layout, &drawing);
	layout_end(layout, HEIGHT);
	if (layout->row < end)
		layout->row = end;
}
