/* plot_rest.c - charts of months, readiness, insights and technology */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "ces/utf8.h"
#include "plot.h"

enum {
	ROWS_MOST = 20,
	MONTHS = 12,
	MONTHS_WIDTH = 860,
	MONTHS_HEIGHT = 380,
	INSIGHTS_LEAST = 3
};

static int
at_most(int pixels, int most)
{
	return pixels < most ? pixels : most;
}

/* one bar a row of the sheet's own table */
static int
draw_rows(struct plot *plot, const char *names, const char *key,
	  const char *format, const char *description)
{
	size_t n = plot->tab->table->rows;
	struct chart *chart = chart_make(plot->work->book, CHART_BARS);
	struct chart_axis x = {.reverse = true};
	struct chart_axis y = {.title = plot_header(plot->work, plot->tab, key),
			       .number = format,
			       .fixed = FIX_LEAST,
			       .off = true};
	int height;

	if (n > ROWS_MOST)
		n = ROWS_MOST;
	height = (int)n * 32 + 30;
	chart_add(chart, &(struct chart_series){
				 .names = plot_range(plot->tab, names, 0, n),
				 .values = plot_range(plot->tab, key, 0, n),
				 .color = ACCENT,
				 .number = format,
				 .place = LABEL_END});
	chart_axes(chart, &x, &y);
	chart_gap(chart, 50);
	plot_place(plot, chart, 0, 0, at_most(plot->width, 900), height,
		   description);
	return height;
}

/* --- months -------------------------------------------------------------- */

/* names of the events that begin in a month of the plan's first year */
static const char *
events_of(struct work *work, int month)
{
	const struct map *map = &work->review->plan->calendar;
	struct buf buf = {0};
	const char *label = NULL;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct event *event = ITEM(event, *map, i);

		if (!is_set(&event->start.at) ||
		    event->start.date.month != month + 1 ||
		    (is_set(&event->repeats.at) &&
		     event->repeats.word != REPEATS_YEARLY))
			continue;
		buf_puts(&buf, buf.n ? ", " : "");
		buf_puts(&buf, object_name(&event->object));
	}
	if (buf.n)
		label = plot_lines(work, arena_string(work->arena, buf.p),
				   MONTHS_WIDTH, MONTHS_HEIGHT);
	buf_free(&buf);
	return label;
}

static double
total_of(const struct tab *tab, size_t month)
{
	double volume = tab_number(tab, month, "volume");
	double extra = tab_number(tab, month, "extra");

	return (isfinite(volume) ? volume : 0) + (isfinite(extra) ? extra : 0);
}

/* how high a name stands clear of its column and of those beside it */
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
 * Names stand within the end of a series of their own, unseen, on top of the
 * columns; one above the other where the month before has one too.
 */
static void
add_names(struct plot *plot, struct chart *chart, size_t n, double most)
{
	const char *labels[MONTHS];
	uint32_t first =
		data_block(plot->work, gettext("Events by month"), (uint32_t)n);
	double top, before = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		labels[i] = events_of(plot->work, (int)i);
		any |= labels[i] != NULL;
		data_text(plot->work, first + (uint32_t)i, 0,
			  labels[i] ? labels[i] : "");
		top = labels[i] ? clear_of(plot->tab, i, most) : 0;
		if (labels[i] && i && labels[i - 1] &&
		    fabs(top - before) < most * 0.16)
			top = before + most * 0.16;
		before = top;
		data_number(plot->work, first + (uint32_t)i, 1,
			    labels[i] ? top - total_of(plot->tab, i) : 0);
	}
	if (any)
		chart_add(chart,
			  &(struct chart_series){
				  .names = plot_range(plot->tab, "month", 0, n),
				  .values = data_range(plot->work, first,
						       (uint32_t)n, 1),
				  .labels = labels,
				  .place = LABEL_TOP,
				  .label_color = SECOND});
}

struct months {
	double most, mean, extra;
	size_t busiest;
};

static struct months
months_of(const struct tab *tab)
{
	struct months months = {.most = 0};
	double volume, extra;

	for (size_t i = 0; i < tab->table->rows; i++) {
		volume = total_of(tab, i);
		extra = tab_number(tab, i, "extra");
		if (isfinite(extra))
			months.extra += extra;
		months.mean += volume / (double)tab->table->rows;
		if (volume > months.most) {
			months.most = volume;
			months.busiest = i;
		}
	}
	return months;
}

static void
say_months(struct plot *plot, int column, const struct months *months)
{
	double more = round((months->most / months->mean - 1) * 100);
	const char *month = tab_text(plot->tab, months->busiest, "month");
	const char *note =
		months->extra > 0
			? gettext("Dark: what events add in the first year of "
				  "the plan. Gray: contacts without events.")
			: gettext("Contacts a month, without events.");

	if (more < 5) {
		plot_head(plot, column, gettext("Contacts by month"), note);
		return;
	}
	plot_head(plot, column,
		  plot_text(plot->work,
			    gettext("{month} brings {more} more contacts than "
				    "an average month"),
			    ARGS(TEXT_ARG("month", month),
				 PERCENT_ARG("more", more))),
		  note);
}

void
plot_demand(struct plot *plot)
{
	const struct tab *tab = plot->tab;
	size_t n = tab->table->rows;
	struct months months = months_of(tab);
	struct chart_axis x = {.grid = false};
	struct chart_axis y = {.title = gettext("Contacts a month"),
			       .number = "#,##0",
			       .fixed = FIX_LEAST,
			       .grid = true};
	struct chart *chart;
	uint32_t end = plot->row - 1;
	int column;

	if (n != MONTHS || !(months.most > 0))
		return;
	column = plot_beside(plot, MONTHS_WIDTH);
	chart = chart_make(plot->work->book, CHART_STACKED);
	chart_add(chart, &(struct chart_series){
				 .name = plot_header(plot->work, tab, "volume"),
				 .names = plot_range(tab, "month", 0, n),
				 .values = plot_range(tab, "volume", 0, n),
				 .color = PALE});
	if (months.extra > 0)
		chart_add(chart,
			  &(struct chart_series){
				  .name = plot_header(plot->work, tab, "extra"),
				  .names = plot_range(tab, "month", 0, n),
				  .values = plot_range(tab, "extra", 0, n),
				  .color = ACCENT});
	add_names(plot, chart, n, months.most);
	chart_axes(chart, &x, &y);
	chart_gap(chart, 40);
	if (months.extra > 0)
		chart_legend(chart);
	say_months(plot, column, &months);
	plot_place(plot, chart, column, 0, MONTHS_WIDTH, MONTHS_HEIGHT,
		   gettext("Columns of contacts by month, and on top of them "
			   "what events add."));
	plot_end(plot, MONTHS_HEIGHT);
	if (plot->row < end)
		plot->row = end;
}

/* --- readiness ----------------------------------------------------------- */

void
plot_readiness(struct plot *plot)
{
	const struct tab *tab = plot->tab;
	size_t least = 0;

	for (size_t i = 1; i < tab->table->rows; i++)
		if (tab_number(tab, i, "percent") <
		    tab_number(tab, least, "percent"))
			least = i;
	if (tab_number(tab, least, "percent") >= 1)
		plot_head(plot, 0, gettext("Every section is written down"),
			  NULL);
	else
		plot_head(
			plot, 0,
			plot_text(plot->work,
				  gettext("Least is written down of {section}: "
					  "{percent}"),
				  ARGS(TEXT_ARG("section", tab_text(tab, least,
								    "section")),
				       PERCENT_ARG("percent",
						   floor(tab_number(tab, least,
								    "percent") *
								 100 +
							 1e-6)))),
			gettext("Keys filled of those that are required or "
				"advised, by section"));
	plot_end(plot, draw_rows(plot, "section", "percent", "0%",
				 gettext("Bars of how much of each section is "
					 "written down, in percent.")));
}

/* --- insights by state --------------------------------------------------- */

static const enum state_id states[] = {STATE_proposed, STATE_shared,
				    STATE_accepted, STATE_acted_on,
				    STATE_closed,   STATE_declined};

enum { STATES = sizeof(states) / sizeof(*states) };

static const int state_colors[STATES] = {GRAY, BLUE, GREEN, GREEN, GREEN, GRAY};

static double
write_state(struct work *work, const struct tab *tab, uint32_t row, int i)
{
	const struct style style = {.color = SECOND};
	struct figure count = figure_count(tab, "state", state_text(states[i]));
	struct buf formula = {0};
	double n = count.value;

	data_text(work, row, 0, state_text(states[i]));
	buf_printf(&formula, "=%s", count.formula.p);
	cell_formula(work->data, row, 1, formula.p, n,
		     book_style(work->book, &style));
	buf_free(&formula);
	figure_free(&count, 1);
	return n;
}

static struct chart *
make_states(struct plot *plot, uint32_t first)
{
	struct chart *chart = chart_make(plot->work->book, CHART_BARS);
	struct chart_axis x = {.reverse = true};
	struct chart_axis y = {.title = gettext("Insights, number"),
			       .number = "0",
			       .fixed = FIX_LEAST,
			       .off = true};

	chart_add(chart,
		  &(struct chart_series){
			  .names = data_range(plot->work, first, STATES, 0),
			  .values = data_range(plot->work, first, STATES, 1),
			  .color = BLUE,
			  .colors = state_colors,
			  .number = "0",
			  .place = LABEL_END});
	chart_axes(chart, &x, &y);
	chart_gap(chart, 50);
	return chart;
}

void
plot_intelligence(struct plot *plot)
{
	const struct tab *tab = plot->tab;
	uint32_t first;
	double n = 0;
	struct figure figures[2];

	for (int i = 0; i < STATES; i++) {
		figures[0] = figure_count(tab, "state", state_text(states[i]));
		n += figures[0].value;
		figure_free(figures, 1);
	}
	if (n < INSIGHTS_LEAST)
		return;
	first = data_block(plot->work, gettext("Insights by state"), STATES);
	for (int i = 0; i < STATES; i++)
		write_state(plot->work, tab, first + (uint32_t)i, i);
	figures[0] = figure_count(tab, "state", symbol_mark(SYMBOL_done));
	figures[1] = figure_rows(tab);
	plot_say(plot, 0, gettext("Insights acted on: {acted} of {all}"),
		 (const struct piece[]){figure_piece("acted", &figures[0]),
					figure_piece("all", &figures[1])},
		 2,
		 gettext("Number of insights by state, from proposed to "
			 "closed"));
	figure_free(figures, 2);
	plot_place(plot, make_states(plot, first), 0, 0,
		   at_most(plot->width, 760), 240,
		   gettext("Bars of the number of insights in each state."));
	plot_end(plot, 240);
}

/* --- technology ---------------------------------------------------------- */

void
plot_technology(struct plot *plot)
{
	const struct tab *tab = plot->tab;
	size_t most = plot_most(tab, "applications");

	if (most == tab->table->rows)
		return;
	plot_head(plot, 0,
		  plot_text(plot->work, gettext("“{task}” takes {n} programs"),
			    ARGS(TEXT_ARG("task", tab_text(tab, most, "task")),
				 COUNT_ARG("n", tab_number(tab, most,
							   "applications")))),
		  gettext("Programs that each watched task took"));
	plot_end(plot, draw_rows(plot, "task", "applications", "0",
				 gettext("Bars of the number of programs that "
					 "each task took.")));
}
