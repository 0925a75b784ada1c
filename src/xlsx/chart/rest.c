/* rest.c - bars of readiness, insights by state, and programs a task takes */

#include "ces/language.h"
#include "ces/question.h"
#include "layout.h"

enum { ROWS_MOST = 20, ROWS_WIDTH = 900, STATES_WIDTH = 760 };
enum { INSIGHTS_LEAST = 3, STATES_HEIGHT = 240 };

/* one bar a row of the sheet's own table, sorted */
static void
draw_rows(struct layout *layout, struct sorted sorted, const char *format,
	  struct drawing drawing)
{
	const struct chart_series series = {.color = ACCENT, .number = format};

	data_sorted(layout, &sorted);
	if (!sorted.n)
		return;
	drawing.y.title = tab_header(layout, sorted.keys[0]);
	drawing.y.number = format;
	drawing.series = &series;
	drawing.n = 1;
	drawing.width = layout->width < ROWS_WIDTH ? layout->width : ROWS_WIDTH;
	drawing.height = (int)sorted.n * 32 + 30;
	drawing.gap = 50;
	layout_end(layout,
		   drawing_bars(layout, drawing, sorted.first, sorted.n));
}

void
draw_readiness(struct layout *layout)
{
	const struct sorted sorted = {
		.heading = language_text(
			layout->work->language,
			"How much of each section is written down"),
		.names = "section",
		.keys = {"percent"},
		.most = SECTION_SEVEN,
		.least_first = true};
	const struct drawing drawing = {
		.title = N_("How much of each section is written down"),
		.note = N_("Keys filled of those that are required or advised, "
			   "the least first"),
		.description = N_("Bars of how much of each section is written "
				  "down, in percent, the least first.")};

	draw_rows(layout, sorted, "0%", drawing);
}

void
draw_technology(struct layout *layout)
{
	const struct sorted sorted = {
		.heading =
			language_text(layout->work->language,
				      "Programs that each watched task took"),
		.names = "task",
		.keys = {"applications"},
		.most = ROWS_MOST};
	const struct drawing drawing = {
		.title = N_("Programs that each watched task took"),
		.description = N_("Bars of the number of programs that each "
				  "task took, the most first.")};

	draw_rows(layout, sorted, "0", drawing);
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
	first = data_block(
		work,
		language_text(layout->work->language, "Insights by state"),
		STATES);
	for (uint32_t i = 0; i < STATES; i++) {
		colors[i] = states[i].color;
		data_text(work, first + i, 0,
			  state_text(work->language, states[i].state));
		data_expr(work, first + i, 1,
			  expr_parse(&layout->scope, states[i].count));
	}
	const struct drawing drawing = {
		.title = N_("Insights by state, from proposed to closed"),
		.description = N_("Bars of the number of insights in each "
				  "state."),
		.y = {.title = language_text(layout->work->language,
					     "Insights, number"),
		      .number = "0"},
		SERIES({.color = BLUE, .colors = colors, .number = "0"}),
		.width = width < STATES_WIDTH ? width : STATES_WIDTH,
		.height = STATES_HEIGHT,
		.gap = 50};

	layout_end(layout, drawing_bars(layout, drawing, first, STATES));
}
