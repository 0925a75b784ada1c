/* reasons.c - contact reasons: Pareto chart, and value-irritant matrix */
#include <libintl.h>
#include <string.h>

#include "layout.h"

enum { BARS_MOST = 16, BAR_PIXELS = 44, BARS_LEAST = 330, BAR_SIDE = 22 };
enum { MATRIX_LEAST = 420, MATRIX_MARKER = 32 };

/* the bars of the Pareto chart: reasons, the last one of all that are left */
struct bars {
	size_t n, shown, all; /* shown: reasons with a bar of their own */
	int colors[BARS_MOST];
	double total, rest; /* contacts */
	uint32_t first;	    /* row on the hidden sheet */
};

/* "Where is my order? (33%)", of the contacts in the cell beside it */
static const struct expr *
bar_name(struct work *work, struct expr_scope scope, const struct expr *name,
	 uint32_t row, double volume)
{
	const struct binding bindings[] = {
		{"name", NULL, name},
		{"volume", NULL,
		 expr_place(work->arena, cell_name(work->arena, row, 1, 0),
			    expr_number(work->arena, volume))},
		{"share",
		 "IF($reasons_volume>0,"
		 "ROUND($volume/$reasons_volume*100,0),0)",
		 NULL}};

	scope.bindings = bindings;
	scope.n = 3;
	return expr_message(&scope, gettext("{name} ({share}%)"));
}

/* what is left of all contacts by the bars above it */
static const struct expr *
rest_of(struct work *work, const struct bars *bars, const struct tab *tab)
{
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *rest = expr_parse(&scope, "$reasons_volume");

	for (uint32_t i = 0; i < bars->shown; i++) {
		const struct binding bindings[] = {
			{"rest", NULL, rest},
			{"bar", NULL,
			 expr_place(
				 work->arena,
				 cell_name(work->arena, bars->first + i, 1, 0),
				 expr_number(work->arena,
					     tab_number(tab, i, "volume")))}};

		scope.bindings = bindings;
		scope.n = 2;
		rest = expr_parse(&scope, "$rest-$bar");
	}
	return rest;
}

/*
 * By id, so that the bars stay sorted when the table is sorted otherwise. The
 * bar of all others is left out where it would make the rest short.
 */
static void
write_bars(struct work *work, const struct tab *tab, struct bars *bars)
{
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *more;
	size_t left;
	uint32_t row;

	bars->shown = bars->all <= BARS_MOST ? bars->all : BARS_MOST - 1;
	left = bars->all - bars->shown;
	row = data_block(work, gettext("Contacts a year by reason"),
			 bars->shown + (left > 0));
	bars->first = row;
	for (size_t i = 0; i < bars->shown; i++, row++) {
		scope.row = i;
		data_expr(work, row, 0,
			  bar_name(work, scope,
				   expr_parse(&scope,
					      "IF({found},{name},'removed')"),
				   row, tab_number(tab, i, "volume")));
		data_lookup(work, row, 1, tab, "volume", i);
		bars->colors[bars->n++] =
			table_at(tab->table, i, "demand")->word ==
					DEMAND_FAILURE
				? ACCENT
				: PALE;
	}
	for (size_t i = bars->shown; i < bars->all; i++)
		bars->rest += tab_number(tab, i, "volume");
	if (!left || bars->rest > 1.5 * tab_number(tab, 0, "volume"))
		return;
	more = expr_text(work->arena,
			 message_text(work->arena, gettext("{n} more"),
				      ARGS(COUNT_ARG("n", (double)left))));
	scope.row = NO_ROW;
	data_expr(work, row, 0, bar_name(work, scope, more, row, bars->rest));
	data_expr(work, row, 1, rest_of(work, bars, tab));
	bars->colors[bars->n++] = GRAY;
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
	double most = tab_number(layout->tab, 0, "volume");
	const char *largest = message_text(
		work->arena, gettext("{n} ({share})"),
		ARGS(COUNT_ARG("n", most),
		     PERCENT_ARG("share", round(most / bars.total * 100))));
	struct range names;
	int height;

	write_bars(work, layout->tab, &bars);
	names = data_range(work, bars.first, bars.n, 0);
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
			     TEXT_ARG("label", largest)),
		.y = {.title = gettext("Contacts a year"), .number = "#,##0"},
		.names = names,
		SERIES({.values = data_range(work, bars.first, bars.n, 1),
			.color = PALE,
			.colors = bars.colors,
			.number = "#,##0"}),
		.width = width,
		.height = layout_height(
			layout, height < BARS_LEAST ? BARS_LEAST : height),
		.gap = 38};

	return drawing_write(layout, &drawing);
}

/* --- value-irritant matrix ------------------------------------------------ */

/* most markers; sizes from which a digit, and two, fit into a marker */
enum { POINTS_MOST = 40, ROOMY = 11, DIGITS_ROOMY = 14, PAPER = 0xF6F6F6 };
enum { QUADRANTS = 4 };

/* axes that cross in the middle: half of their length, in scores */
#define AXIS(words)                                                     \
	{                                                               \
		.title = words, .least = -6.5, .most = 6.5,             \
		.fixed = FIX_LEAST | FIX_MOST | FIX_CROSS, .bare = true \
	}

/* rows of the table, whose numbers are ranks less one */
struct points {
	const struct tab *tab;
	size_t n, rows[POINTS_MOST];
	double x[POINTS_MOST], y[POINTS_MOST];
	const char *labels[POINTS_MOST]; /* NULL: none */
};

/* The table is sorted by volume: the largest come first and lie undermost. */
static struct points
gather(const struct work *work)
{
	struct points points = {.tab = work_tab(work, TABLE_contact_reasons)};

	for (size_t i = 0; i < work->review->view->counted; i++) {
		double x = tab_number(points.tab, i, "value_to_customer");
		double y = tab_number(points.tab, i, "value_to_company");

		if (!isfinite(x) || !isfinite(y) || points.n == POINTS_MOST)
			continue;
		points.rows[points.n] = i;
		points.x[points.n] = x;
		points.y[points.n++] = y;
	}
	return points;
}

bool
matrix_can(const struct work *work)
{
	return gather(work).n > 0;
}

/* Gives reasons on one spot one label at the first: "3, 7". */
static const char *
label_of(struct arena *arena, const struct points *points, size_t i,
	 size_t most)
{
	struct buf label = {0};

	for (size_t k = 0; k < points->n; k++) {
		if (fabs(points->x[k] - points->x[i]) >= 0.05 ||
		    fabs(points->y[k] - points->y[i]) >= 0.05)
			continue;
		if (k < i)
			return NULL;
		if (points->rows[k] < most)
			buf_printf(&label, "%s%zu", label.n ? ",\u00a0" : "",
				   points->rows[k] + 1);
	}
	return label.n ? arena_take(arena, &label) : NULL;
}

/* Puts short labels into large markers, and others beside them. */
static struct chart_series
series_of(const struct work *work, uint32_t first, const struct points *points,
	  size_t i, int size)
{
	const struct tab *tab = points->tab;
	size_t row = points->rows[i];
	const char *const *label = &points->labels[i];
	size_t length = *label ? strlen(*label) : 0;
	bool dark = table_at(tab->table, row, "demand")->word == DEMAND_FAILURE;
	struct chart_series series = data_points(work, first + (uint32_t)i, 1);

	series.name = tab_text(tab, row, "name");
	series.color = dark ? ACCENT : PALE;
	series.marker = size;
	series.labels = *label ? label : NULL;
	series.label_color = INK;
	if (length < 3 && size >= (length < 2 ? ROOMY : DIGITS_ROOMY)) {
		series.place = LABEL_CENTER;
		series.label_bold = true;
		if (dark)
			series.label_color = WHITE;
	} else if (length > 2) {
		series.place = LABEL_ABOVE;
	} else {
		series.place = points->x[i] < 0 ? LABEL_RIGHT : LABEL_LEFT;
	}
	return series;
}

static uint32_t
write_data(struct work *work, const struct points *points)
{
	uint32_t first = data_block(work, gettext("Where each reason belongs"),
				    points->n);

	for (uint32_t i = 0; i < points->n; i++) {
		const struct tab *tab = points->tab;
		size_t row = points->rows[i];

		data_text(work, first + i, 0, tab_text(tab, row, "name"));
		data_lookup(work, first + i, 1, tab, "value_to_customer", row);
		data_lookup(work, first + i, 2, tab, "value_to_company", row);
	}
	return first;
}

/* The hidden sheet has the figures once for both places of the matrix. */
void
matrix_write(struct work *work, struct page *page, const struct chart_box *box,
	     size_t numbered, double marker)
{
	struct points points = gather(work);
	const struct table *table = points.tab->table;
	struct caption quadrants[QUADRANTS] = {
		{-6.4, 6.0, N_("SIMPLIFY"), LABEL_RIGHT},
		{6.4, 6.0, N_("LEVERAGE"), LABEL_LEFT},
		{-6.4, -0.75, N_("ELIMINATE"), LABEL_RIGHT},
		{6.4, -0.75, N_("AUTOMATE"), LABEL_LEFT}};
	struct chart_series series[POINTS_MOST + QUADRANTS];
	double counts[QUADRANTS] = {0}, largest = 0;

	if (!work->matrix_row)
		work->matrix_row = write_data(work, &points);
	for (size_t i = 0; i < points.n; i++) {
		double volume =
			tab_number(points.tab, points.rows[i], "volume");
		double share;

		largest = fmax(largest, volume);
		share = volume > 0 ? volume / largest : 0;
		points.labels[i] = label_of(work->arena, &points, i, numbered);
		series[i] = series_of(
			work, work->matrix_row, &points, i,
			(int)lround(fmax(MARKER_LEAST, marker * sqrt(share))));
	}
	captions_add(work, gettext("Names of quadrants"), &work->quadrant_row,
		     quadrants, QUADRANTS, series + points.n);
	for (size_t i = 0; i < work->review->view->counted; i++)
		if (table_at(table, i, "quadrant")->word >= 0)
			counts[table_at(table, i, "quadrant")->word]++;
	const struct drawing drawing = {
		.kind = CHART_POINTS,
		.description = N_(
			"Contact reasons by their value to customers, across, "
			"and to the company, upward; markers are sized by "
			"contacts a year. Eliminate: {eliminate}. Automate: "
			"{automate}. Simplify: {simplify}. Leverage: "
			"{leverage}."),
		.args = ARGS(COUNT_ARG("eliminate", counts[0]),
			     COUNT_ARG("automate", counts[1]),
			     COUNT_ARG("simplify", counts[2]),
			     COUNT_ARG("leverage", counts[3])),
		.x = AXIS(gettext("For the customer: irritating ← → valuable")),
		.y = AXIS(gettext("For the company ← →")),
		.series = series,
		.n = points.n + QUADRANTS,
		.paper = PAPER};

	drawing_place(work, page, box, &drawing);
}

/* --- both ---------------------------------------------------------------- */

static int
draw_matrix(struct layout *layout, int x, int height)
{
	const struct drawing drawing = {
		.title = N_("Where each reason belongs"),
		.note = N_("Numbers: rank. Marker size: contacts a year. Dark: "
			   "failure demand. Gray: value demand."),
		.left = x,
		.height = layout_height(
			layout, height < MATRIX_LEAST ? MATRIX_LEAST : height)};
	const struct chart_box box = drawing_begin(layout, &drawing);

	matrix_write(layout->work, layout->tab->page, &box,
		     layout->tab->table->rows,
		     fmin(1, (double)box.height / MATRIX_LEAST) * MATRIX_MARKER);
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
