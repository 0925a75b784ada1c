/* reasons.c - contact reasons: their Pareto chart, and beside it the matrix */
#include <libintl.h>

#include "layout.h"

enum { BARS_MOST = 16, BAR_PIXELS = 44, BARS_LEAST = 330, BAR_SIDE = 22 };
enum { MATRIX_LEAST = 420, MATRIX_MARKER = 32 };

/* the bars of the Pareto chart: reasons, the last one of all that are left */
struct bars {
	size_t n, shown, all; /* shown: reasons with a bar of their own */
	int colors[BARS_MOST];
	const char *labels[BARS_MOST];
	double total, rest; /* contacts */
	uint32_t first;	    /* row on the hidden sheet */
};

static void
add_bar(struct arena *arena, struct bars *bars, double volume, int color)
{
	const char *label = message_text(
		arena, gettext("{n} ({share})"),
		ARGS(COUNT_ARG("n", volume),
		     PERCENT_ARG("share", round(volume / bars->total * 100))));

	bars->colors[bars->n] = color;
	bars->labels[bars->n++] = label_line(arena, label);
}

/*
 * By id, so that the bars stay sorted when the table is sorted otherwise. The
 * bar of all others is left out where it would make the rest short.
 */
static void
write_bars(struct work *work, const struct tab *tab, struct bars *bars)
{
	size_t left;
	uint32_t row;

	bars->shown = bars->all <= BARS_MOST ? bars->all : BARS_MOST - 1;
	left = bars->all - bars->shown;
	row = data_block(work, gettext("Contacts a year by reason"),
			 bars->shown + (left > 0));
	bars->first = row;
	for (size_t i = 0; i < bars->shown; i++, row++) {
		data_text(work, row, 0, tab_text(tab, i, "name"));
		data_lookup(work, row, 1, tab, "volume", i);
		add_bar(work->arena, bars, tab_number(tab, i, "volume"),
			table_at(tab->table, i, "demand")->word ==
					DEMAND_FAILURE
				? ACCENT
				: PALE);
	}
	for (size_t i = bars->shown; i < bars->all; i++)
		bars->rest += tab_number(tab, i, "volume");
	if (!left || bars->rest > 1.5 * tab_number(tab, 0, "volume"))
		return;
	data_text(work, row, 0,
		  message_text(work->arena, gettext("{n} more"),
			       ARGS(COUNT_ARG("n", (double)left))));
	data_number(work, row, 1, bars->rest);
	add_bar(work->arena, bars, bars->rest, GRAY);
}

static const char *
pareto_note(struct work *work, const struct bars *bars)
{
	double share = work->review->view->failure_share;
	struct buf note = {0};

	if (isfinite(share))
		message_fill(&note,
			     gettext("Dark: failure demand, {share} of "
				     "contacts. Gray: value demand."),
			     ARGS(PERCENT_ARG("share", round(share))));
	if (bars->n < bars->all && bars->n == bars->shown)
		message_fill(
			&note, gettext(" The other {n} reasons make {share}."),
			ARGS(COUNT_ARG("n", (double)(bars->all - bars->shown)),
			     PERCENT_ARG("share", round(bars->rest /
							bars->total * 100))));
	return arena_take(work->arena, &note);
}

static int
draw_pareto(struct layout *layout, size_t all, int width)
{
	struct work *work = layout->work;
	struct bars bars = {.all = all,
			    .total = layout_number(layout, "SUM([volume])")};
	int height;

	write_bars(work, layout->tab, &bars);
	/* some readers break labels that are wide for a low chart */
	height = (int)bars.n * BAR_PIXELS + BAR_SIDE;
	const struct drawing drawing = {
		.kind = CHART_BARS,
		.title = N_("Contacts a year by reason, and share of all "
			    "contacts"),
		.note = "{note}",
		.description = N_("Bars of contacts a year by contact reason, "
				  "the largest first: {name}, {label}. Failure "
				  "demand is dark."),
		.args = ARGS(TEXT_ARG("note", pareto_note(work, &bars)),
			     TEXT_ARG("name", tab_text(layout->tab, 0, "name")),
			     TEXT_ARG("label", bars.labels[0])),
		.y = {.title = gettext("Contacts a year"), .number = "#,##0"},
		.names = data_range(work, bars.first, bars.n, 0),
		SERIES({.values = data_range(work, bars.first, bars.n, 1),
			.color = PALE,
			.colors = bars.colors,
			.labels = bars.labels}),
		.width = width,
		.height = height < BARS_LEAST ? BARS_LEAST : height,
		.gap = 38};

	return drawing_write(layout, &drawing);
}

static int
draw_matrix(struct layout *layout, int x, int height)
{
	int column = layout_column(layout, &x);
	const struct chart_box box = {
		.row = layout->row + 2,
		.column = column,
		.width = layout->width - x,
		.height = height < MATRIX_LEAST ? MATRIX_LEAST : height};
	const struct drawing head = {
		.title = N_("Where each reason belongs"),
		.note = N_("Numbers: rank. Marker size: contacts a year. Dark: "
			   "failure demand. Gray: value demand.")};

	drawing_head(layout, column, &head);
	matrix_write(layout->work, layout->tab->page, &box,
		     layout->tab->table->rows, MATRIX_MARKER);
	return box.height;
}

void
draw_reasons(struct layout *layout)
{
	bool both = matrix_can(layout->work);
	int width = both ? layout->width * 58 / 100 : layout->width;
	size_t all = (size_t)layout_number(layout, "COUNT([volume])");
	int height = 0;

	if (all > 1 && tab_number(layout->tab, 0, "volume") > 0)
		height = draw_pareto(layout, all, width);
	else
		width = -CHART_GAP;
	if (both)
		height = draw_matrix(layout, width + CHART_GAP, height);
	if (height)
		layout_end(layout, height);
}
