/* rest.c - bars of readiness, insights by state, and programs a task takes */
#include <libintl.h>

#include "ces/question.h"
#include "layout.h"

enum { ROWS_MOST = 20, ROWS_WIDTH = 900, STATES_WIDTH = 760 };
enum { INSIGHTS_LEAST = 3, STATES_HEIGHT = 240 };

/* one bar a row, of so many of the sheet's own table */
static void
draw_rows(struct layout *layout, size_t most, const char *names,
	  const char *key, const char *format, struct drawing drawing)
{
	const struct tab *tab = layout->tab;
	size_t all = tab->table->rows, n = all < most ? all : most;
	const struct chart_series series = {.values = tab_range(tab, key, n),
					    .color = ACCENT,
					    .number = format};

	drawing.kind = CHART_BARS;
	drawing.y.title = tab_header(layout, key);
	drawing.y.number = format;
	drawing.names = tab_range(tab, names, n);
	drawing.series = &series;
	drawing.n = 1;
	drawing.width = layout->width < ROWS_WIDTH ? layout->width : ROWS_WIDTH;
	drawing.height = (int)n * 32 + 30;
	drawing.gap = 50;
	layout_end(layout, drawing_write(layout, &drawing));
}

void
draw_readiness(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	size_t least = 0;
	double share;

	for (size_t i = 1; i < tab->table->rows; i++)
		if (tab_number(tab, i, "percent") <
		    tab_number(tab, least, "percent"))
			least = i;
	share = tab_number(tab, least, "percent");
	const struct drawing drawing = {
		.title = share >= 1 ? N_("Every section is written down")
				    : N_("Least is written down of {section}: "
					 "{percent}"),
		.note = share >= 1 ? NULL
				   : N_("Keys filled of those that are "
					"required or advised, by section"),
		.description = N_("Bars of how much of each section is written "
				  "down, in percent."),
		.args = ARGS(
			TEXT_ARG("section", tab_text(tab, least, "section")),
			PERCENT_ARG("percent", floor(share * 100 + 1e-6)))};

	draw_rows(layout, SECTION_SEVEN, "section", "percent", "0%", drawing);
}

void
draw_technology(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	size_t most = tab_most(tab, "applications");

	if (most == tab->table->rows)
		return;
	const struct drawing drawing = {
		.title = N_("“{task}” takes {n} programs"),
		.note = N_("Programs that each watched task took"),
		.description = N_("Bars of the number of programs that each "
				  "task took."),
		.args = ARGS(
			TEXT_ARG("task", tab_text(tab, most, "task")),
			COUNT_ARG("n", tab_number(tab, most, "applications")))};

	draw_rows(layout, ROWS_MOST, "task", "applications", "0", drawing);
}

/* --- insights by state --------------------------------------------------- */

static const struct {
	enum state_id state;
	const char *count; /* template */
	int color;
} states[] = {{STATE_proposed, "COUNTIFS([state],#proposed)", GRAY},
	      {STATE_shared, "COUNTIFS([state],#shared)", BLUE},
	      {STATE_accepted, "COUNTIFS([state],#accepted)", GREEN},
	      {STATE_acted_on, "COUNTIFS([state],#acted_on)", GREEN},
	      {STATE_closed, "COUNTIFS([state],#closed)", GREEN},
	      {STATE_declined, "COUNTIFS([state],#declined)", GRAY}};

enum { STATES = sizeof(states) / sizeof(*states) };

void
draw_intelligence(struct layout *layout)
{
	struct work *work = layout->work;
	int colors[STATES], width = layout->width;
	uint32_t first;
	double n = 0;

	for (int i = 0; i < STATES; i++)
		n += layout_number(layout, states[i].count);
	if (n < INSIGHTS_LEAST)
		return;
	first = data_block(work, gettext("Insights by state"), STATES);
	for (uint32_t i = 0; i < STATES; i++) {
		colors[i] = states[i].color;
		data_text(work, first + i, 0, state_text(states[i].state));
		data_expr(work, first + i, 1,
			  expr_parse(&layout->scope, states[i].count));
	}
	const struct drawing drawing = {
		.kind = CHART_BARS,
		.sentence = SENTENCE(
			layout, gettext("Insights acted on: {acted} of {all}"),
			{"acted", "COUNTIFS([state],^done*)", NULL},
			{"all", "ITEMS([insight])", NULL}),
		.note = N_("Number of insights by state, from proposed to "
			   "closed"),
		.description = N_("Bars of the number of insights in each "
				  "state."),
		.y = {.title = gettext("Insights, number"), .number = "0"},
		.names = data_range(work, first, STATES, 0),
		SERIES({.values = data_range(work, first, STATES, 1),
			.color = BLUE,
			.colors = colors,
			.number = "0"}),
		.width = width < STATES_WIDTH ? width : STATES_WIDTH,
		.height = STATES_HEIGHT,
		.gap = 50};

	layout_end(layout, drawing_write(layout, &drawing));
}
