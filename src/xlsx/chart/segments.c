/* segments.c - charts of segments: value against growth, revenue, customers */
#include <libintl.h>
#include <math.h>

#include "layout.h"

enum { SEGMENTS_MOST = 12, HEIGHT = 340, MARKER = 30, GROWTHS = 3 };

/* --- value x growth ------------------------------------------------------ */

/* 0 to 2; -1: not told */
static int
growth_of(const struct tab *tab, size_t row)
{
	return table_at(tab->table, row, "growth")->word;
}

static size_t
growth_rows(const struct tab *tab, size_t *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows && n < SEGMENTS_MOST; i++)
		if (growth_of(tab, i) >= 0 &&
		    isfinite(tab_number(tab, i, "revenue_share")))
			rows[n++] = i;
	return n;
}

/* Counts earlier points so close that the names would overlap. */
static int
neighbors_of(const struct tab *tab, const size_t *rows, size_t i)
{
	double share = tab_number(tab, rows[i], "revenue_share");
	int n = 0;

	for (size_t k = 0; k < i; k++)
		if (growth_of(tab, rows[k]) == growth_of(tab, rows[i]) &&
		    fabs(tab_number(tab, rows[k], "revenue_share") - share) <
			    0.06)
			n++;
	return n;
}

static double
largest(const struct tab *tab, const size_t *rows, size_t n, const char *key)
{
	double most = 0, value;

	for (size_t i = 0; i < n; i++) {
		value = tab_number(tab, rows[i], key);
		if (isfinite(value))
			most = fmax(most, value);
	}
	return most;
}

static void
add_segments(struct layout *layout, const size_t *rows, size_t n,
	     struct chart_series *series, const char **labels)
{
	const struct tab *tab = layout->tab;
	struct work *work = layout->work;
	uint32_t row =
		data_block(work, gettext("Value and growth"), (uint32_t)n);
	double most = largest(tab, rows, n, "customers"), customers;

	for (size_t i = 0; i < n; i++, row++) {
		int neighbors = neighbors_of(tab, rows, i);

		data_text(work, row, 0, tab_text(tab, rows[i], "name"));
		data_number(work, row, 1, growth_of(tab, rows[i]) + 1);
		data_lookup(work, row, 2, tab, "revenue_share", rows[i]);
		labels[i] =
			label_lines(work->arena, tab_text(tab, rows[i], "name"),
				    layout->width / 2, HEIGHT);
		customers = tab_number(tab, rows[i], "customers");
		series[i] = data_point(work, row);
		series[i].name = tab_text(tab, rows[i], "name");
		series[i].color =
			table_at(tab->table, rows[i], "high_value")->word == 1
				? ACCENT
				: PALE;
		series[i].marker = MARKER_LEAST;
		if (most > 0 && isfinite(customers))
			series[i].marker =
				(int)lround(MARKER * sqrt(customers / most));
		series[i].labels = neighbors < 2 ? &labels[i] : NULL;
		series[i].place = neighbors == 1 ? LABEL_LEFT : LABEL_RIGHT;
	}
}

/* room at the foot for the names of the columns */
static struct chart_axis
share_axis(double most)
{
	double step = most > 0.5    ? 0.2
		      : most > 0.2  ? 0.1
		      : most > 0.05 ? 0.05
				    : 0.01;

	return (struct chart_axis){.title = gettext("Share of revenue, %"),
				   .number = "0%;;0%",
				   .grid = true,
				   .fixed = FIX_LEAST | FIX_STEP | FIX_CROSS,
				   .step = step,
				   .least = -step,
				   .cross = -step};
}

#define HIGH_SHARE                                            \
	"ROUND(SUMIF([growth],@growth.high,[revenue_share])/" \
	"SUM([revenue_share])*100,0)"

static int
draw_growth(struct layout *layout, int width)
{
	const struct tab *tab = layout->tab;
	struct caption growths[GROWTHS] = {
		{1, 0, N_("Low growth"), LABEL_BELOW},
		{2, 0, N_("Medium growth"), LABEL_BELOW},
		{3, 0, N_("High growth"), LABEL_BELOW}};
	size_t rows[SEGMENTS_MOST], n = growth_rows(tab, rows);
	struct chart_series series[SEGMENTS_MOST + GROWTHS];
	const char *labels[SEGMENTS_MOST];
	struct drawing drawing = {
		.kind = CHART_POINTS,
		.title = gettext("Segments by value and growth"),
		.note = gettext("Marker size: customers. Dark: high-value "
				"segments."),
		.x = {.title = gettext("Growth"),
		      .fixed = FIX_LEAST | FIX_MOST | FIX_STEP | FIX_CROSS,
		      .least = 0.5,
		      .cross = 0.5,
		      .most = 3.5,
		      .step = 1,
		      .bare = true,
		      .grid = true},
		.y = share_axis(largest(tab, rows, n, "revenue_share")),
		.series = series,
		.n = n + GROWTHS,
		.width = width,
		.height = HEIGHT};
	uint32_t first;

	if (n < 2)
		return 0;
	add_segments(layout, rows, n, series, labels);
	first = captions_write(layout->work, gettext("Growth"), growths,
			       GROWTHS);
	captions_add(layout->work, first, growths, GROWTHS, series + n);
	if (layout_number(layout, HIGH_SHARE) > 0)
		drawing.sentence = SENTENCE(
			layout,
			gettext("Segments of high growth bring {share} of "
				"revenue"),
			{"share", HIGH_SHARE "&'%'", NULL});
	drawing.description = message_text(
		layout->work->arena,
		gettext("{n} segments by growth, from low to high, and by "
			"their share of revenue, upward; markers are sized by "
			"customers."),
		ARGS(COUNT_ARG("n", (double)n)));
	return drawing_write(layout, &drawing);
}

/* --- revenue against customers ------------------------------------------- */

static const char *
revenue_title(struct layout *layout)
{
	const struct tab *tab = layout->tab;
	size_t best = tab->table->rows;
	double most = 0.1, more;

	for (size_t i = 0; i < tab->table->rows; i++) {
		more = tab_number(tab, i, "revenue_share") -
		       tab_number(tab, i, "share");
		if (more > most) {
			most = more;
			best = i;
		}
	}
	if (best >= SEGMENTS_MOST || best == tab->table->rows)
		return gettext("Share of revenue against share of customers");
	return message_text(
		layout->work->arena,
		gettext("{name}: {customers} of customers, {revenue} of "
			"revenue"),
		ARGS(TEXT_ARG("name", tab_text(tab, best, "name")),
		     PERCENT_ARG("customers",
				 round(tab_number(tab, best, "share") * 100)),
		     PERCENT_ARG("revenue",
				 round(tab_number(tab, best, "revenue_share") *
				       100))));
}

static int
draw_revenue(struct layout *layout, int x)
{
	const struct tab *tab = layout->tab;
	struct work *work = layout->work;
	size_t all = tab->table->rows;
	size_t n = tab_rows(tab, SEGMENTS_MOST);
	int height = bars_height(n, 52);

	const struct drawing drawing = {
		.kind = CHART_BARS,
		.title = revenue_title(layout),
		.note = n < all ? message_text(
					  work->arena,
					  gettext("The first {n} of "
						  "{all} segments"),
					  ARGS(COUNT_ARG("n", (double)n),
					       COUNT_ARG("all", (double)all)))
				: NULL,
		.description = gettext("Bars of each segment's share "
				       "of customers and share of "
				       "revenue."),
		.y = {.title = gettext("Share, %"), .number = "0%"},
		.names = tab_range(tab, "name", 0, n),
		SERIES({.name = tab_header(work, tab, "share"),
			.values = tab_range(tab, "share", 0, n),
			.color = PALE,
			.number = "0%"},
		       {.name = tab_header(work, tab, "revenue_share"),
			.values = tab_range(tab, "revenue_share", 0, n),
			.color = ACCENT,
			.number = "0%"}),
		.left = x,
		.height = height > HEIGHT ? height : HEIGHT,
		.gap = 60,
		.legend = true};

	return drawing_write(layout, &drawing);
}

void
draw_segments(struct layout *layout)
{
	int half = layout->width / 2 - CHART_GAP;
	int height = draw_growth(layout, half);

	if (tab_figures(layout->tab, "revenue_share") > 1 &&
	    tab_figures(layout->tab, "share") > 1)
		height = draw_revenue(layout, height ? half + CHART_GAP : 0);
	if (height)
		layout_end(layout, height);
}
