/* months.c - contacts by month, with the names of the events above them */

#include "layout.h"

#include "ces/language.h"

enum { MONTHS = 12, WIDTH = 860, SCALE_WIDTH = 70 };
enum { HEIGHT = 380, HEIGHT_LEAST = 288 };

/* contacts of each month */
struct months {
	double totals[MONTHS], most, extra;
	int height; /* of the chart */
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
		months.most = fmax(months.most, total);
	}
	return months;
}

/* tells whether the event begins in the month of the plan's first year, or runs
 * on into that year; what comes more than once a year has no name there */
static bool
begins_in(const struct review *review, const struct event *event, int month)
{
	const struct date *first = &review->plan->plan.period.start.date;
	const uint32_t *days =
		review->view->events[event->object.index].months.days;
	int begins = event->start.date.month - 1;

	if (is_set(&event->repeats.at) && event->repeats.word < REPEATS_YEARLY)
		return false;
	return days[month] && (begins == month ||
			       (!days[begins] && month == first->month - 1));
}

static const char *
events_of(struct work *work, int month, int height)
{
	const char **names =
		arena_alloc(work->arena, (work->review->plan->calendar.n + 1) *
						 sizeof(*names));
	struct buf all = {0};
	size_t n = 0;

	FOR_EACH (event, work->review->plan->calendar)
		if (begins_in(work->review, event, month))
			names[n++] = object_name(&event->object);
	if (!n)
		return NULL;
	list_show(&all, work->language,
		  &(struct text_list){names, n, LIST_COMMAS});
	return label_lines(work->arena, arena_take(work->arena, &all), WIDTH,
			   height);
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
	uint32_t first = data_block(
		work, language_text(work->language, "Events by month"), MONTHS);
	const double *totals = months->totals, most = months->most;
	double top = 0, before = 0;
	bool any = false;

	for (uint32_t i = 0; i < MONTHS; i++, before = top) {
		labels[i] = events_of(work, (int)i, months->height);
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

/* Short ones where a language's are wider than the columns: no program tells
 * how it turns them. */
static struct range
month_names(const struct layout *layout)
{
	const double room = (layout->width - SCALE_WIDTH) / (double)MONTHS;
	double widest = 0;
	uint32_t row;

	for (size_t i = 0; i < MONTHS; i++)
		widest = fmax(widest,
			      text_pixels(tab_text(layout->tab, i, "month"), 90,
					  false));
	if (widest <= room)
		return tab_range(layout->tab, "month", MONTHS);
	row = data_block(layout->work,
			 language_text(layout->work->language, "Months"),
			 MONTHS);
	for (int i = 0; i < MONTHS; i++)
		data_text(layout->work, row + (uint32_t)i, 0,
			  month_short(layout->work->language, i + 1));
	return data_range(layout->work, row, MONTHS, 0);
}

static size_t
add_series(struct layout *layout, const struct months *months,
	   const char **labels, struct chart_series *series)
{
	const struct tab *tab = layout->tab;
	uint32_t events = write_events(layout->work, months, labels);
	size_t n = 0;

	series[n++] = (struct chart_series){
		.name = tab_header(layout, "volume"),
		.values = tab_range(tab, "volume", MONTHS),
		.color = PALE};
	if (months->extra > 0)
		series[n++] = (struct chart_series){
			.name = tab_header(layout, "extra"),
			.values = tab_range(tab, "extra", MONTHS),
			.color = ACCENT};
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
	struct chart_series series[3];
	const char *labels[MONTHS];
	uint32_t end = layout->row - 1;
	bool large = tab_scale(tab, (size_t)table_column(tab->table, "volume"));
	struct months months;

	if (tab->table->rows != MONTHS)
		return;
	months = sum_months(layout);
	if (!(months.most > 0))
		return;
	months.height = layout_height(layout, HEIGHT, HEIGHT_LEAST);
	struct drawing drawing = {
		.kind = CHART_STACKED,
		.title = N_("Contacts by month"),
		.note = months.extra > 0
				? N_("Dark: what new events add in the first "
				     "year of the plan. Gray: a year's "
				     "contacts, recurring events among them.")
				: N_("A year's contacts by month, recurring "
				     "events among them."),
		.description = N_("Columns of contacts by month, and on top of "
				  "them what new events add."),
		.y = {.title = large ? tab_header(layout, "volume")
				     : language_text(layout->work->language,
						     "Contacts a month"),
		      .number = tab_format(layout, "all"),
		      .fixed = FIX_LEAST},
		.names = month_names(layout),
		.series = series,
		.height = months.height,
		.gap = 40,
		.legend = months.extra > 0};

	drawing.n = add_series(layout, &months, labels, series);
	drawing_write(layout, &drawing);
	layout_end(layout, months.height);
	if (layout->row < end)
		layout->row = end;
}
