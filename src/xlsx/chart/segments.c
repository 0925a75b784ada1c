/* segments.c - charts of segments: value against growth, revenue, customers */

#include "layout.h"

#include "ces/language.h"

enum { SEGMENTS_MOST = 12, HEIGHT = 340, MARKER = 30, GROWTHS = 3 };
enum { BESIDE_MOST = 3 };
/* shares of revenue whose names would overlap */
static const double NEAR = 0.12;

/* --- value x growth ------------------------------------------------------ */

/* rows of the table with growth and revenue told, and the most of them */
struct grown {
	size_t rows[SEGMENTS_MOST], n;
	double share, customers;
};

static int
growth_of(const struct tab *tab, size_t row)
{
	return table_at(tab->table, row, "growth")->word;
}

static struct grown
find_grown(const struct tab *tab)
{
	struct grown grown = {.n = 0};

	for (size_t i = 0; i < tab->table->rows && grown.n < SEGMENTS_MOST;
	     i++) {
		double share = tab_number(tab, i, "revenue_share");

		if (growth_of(tab, i) < 0 || !isfinite(share))
			continue;
		grown.rows[grown.n++] = i;
		grown.share = fmax(grown.share, share);
		grown.customers =
			fmax(grown.customers, tab_number(tab, i, "customers"));
	}
	return grown;
}

static bool
are_near(const struct tab *tab, size_t one, size_t other)
{
	return growth_of(tab, one) == growth_of(tab, other) &&
	       fabs(tab_number(tab, one, "revenue_share") -
		    tab_number(tab, other, "revenue_share")) < NEAR;
}

/*
 * Puts segments that are near beside one another in their column, where only
 * the column tells something: neither markers nor names then overlap. Beyond
 * so many have no name.
 */
static double
shift_of(const struct tab *tab, const struct grown *grown, size_t i,
	 bool *named)
{
	size_t place = 0, all = 0;

	for (size_t k = 0; k < grown->n; k++) {
		bool near = are_near(tab, grown->rows[k], grown->rows[i]);

		all += near;
		place += near && k < i;
	}
	*named = place < BESIDE_MOST;
	if (all > BESIDE_MOST)
		all = BESIDE_MOST;
	return ((double)(place % BESIDE_MOST) + 0.5) / (double)all - 0.5;
}

static void
add_segments(struct layout *layout, const struct grown *grown,
	     struct chart_series *series, const char **labels)
{
	const struct tab *tab = layout->tab;
	struct work *work = layout->work;
	uint32_t row = data_block(
		work, language_text(layout->work->language, "Value and growth"),
		grown->n);

	for (size_t i = 0; i < grown->n; i++, row++) {
		size_t item = grown->rows[i];
		const char *name = tab_text(tab, item, "name");
		double customers = tab_number(tab, item, "customers");
		bool named;

		data_text(work, row, 0, name);
		data_number(work, row, 1,
			    growth_of(tab, item) + 1 +
				    shift_of(tab, grown, i, &named));
		data_lookup(work, row, 2, tab, "revenue_share", item);
		labels[i] = label_lines(work->arena, name, layout->width / 2,
					HEIGHT);
		series[i] = data_points(work, row, 1);
		series[i].name = name;
		series[i].color =
			table_at(tab->table, item, "high_value")->word == 1
				? ACCENT
				: PALE;
		series[i].marker = MARKER_LEAST;
		if (grown->customers > 0 && isfinite(customers))
			series[i].marker = (int)lround(
				MARKER * sqrt(customers / grown->customers));
		series[i].labels = named ? &labels[i] : NULL;
		series[i].place = LABEL_ABOVE;
	}
}

#define HIGH_SHARE                                            \
	"IF(SUM([revenue_share])>0,"                          \
	"ROUND(SUMIF([growth],@growth.high,[revenue_share])/" \
	"SUM([revenue_share])*100,0),0)"

static double
step_of(double most)
{
	return most > 0.5 ? 0.2 : most > 0.2 ? 0.1 : most > 0.05 ? 0.05 : 0.01;
}

/* The axis has room at its foot for the names of the columns. */
static int
draw_growth(struct layout *layout, int width)
{
	struct caption growths[GROWTHS] = {
		{1, 0, N_("Low growth"), LABEL_BELOW},
		{2, 0, N_("Medium growth"), LABEL_BELOW},
		{3, 0, N_("High growth"), LABEL_BELOW}};
	struct grown grown = find_grown(layout->tab);
	struct chart_series series[SEGMENTS_MOST + GROWTHS];
	const char *labels[SEGMENTS_MOST];
	double step = step_of(grown.share);
	struct drawing drawing = {
		.kind = CHART_POINTS,
		.title = N_("Segments by value and growth"),
		.note = N_("Marker size: customers. Dark: high-value "
			   "segments."),
		.description = N_("{n} segments by growth, from low to high, "
				  "and by their share of revenue, upward; "
				  "markers are sized by customers."),
		.args = ARGS(COUNT_ARG("n", (double)grown.n)),
		.x = {.title = language_text(layout->work->language, "Growth"),
		      .fixed = FIX_LEAST | FIX_MOST | FIX_STEP | FIX_CROSS,
		      .least = 0.5,
		      .cross = 0.5,
		      .most = 3.5,
		      .step = 1,
		      .bare = true},
		.y = {.title = language_text(layout->work->language,
					     "Share of revenue, %"),
		      .number = "0%;;0%",
		      .fixed = FIX_LEAST | FIX_STEP | FIX_CROSS,
		      .step = step,
		      .least = -step,
		      .cross = -step},
		.series = series,
		.n = grown.n + GROWTHS,
		.width = width,
		.height = HEIGHT};
	uint32_t captions = 0;

	if (grown.n < 2)
		return 0;
	add_segments(layout, &grown, series, labels);
	captions_add(layout->work,
		     language_text(layout->work->language, "Growth"), &captions,
		     growths, GROWTHS, width, series + grown.n);
	if (layout_number(layout, HIGH_SHARE) > 0)
		drawing.sentence = SENTENCE(
			layout,
			language_text(
				layout->work->language,
				"Segments of high growth bring {share} of "
				"revenue"),
			{"share", "PERCENT(" HIGH_SHARE ")", NULL});
	return drawing_write(layout, &drawing);
}

/* --- revenue against customers ------------------------------------------- */

/* The title names the segment whose revenue exceeds its customers most. */
static int
draw_revenue(struct layout *layout, int x)
{
	const struct tab *tab = layout->tab;
	size_t all = tab->table->rows, best = 0;
	struct sorted sorted = {.heading = tab_header(layout, "revenue_share"),
				.names = "name",
				.keys = {"revenue_share", "share"},
				.most = SEGMENTS_MOST};
	double most = 0.1, more;

	for (size_t i = 0; i < all; i++) {
		more = tab_number(tab, i, "revenue_share") -
		       tab_number(tab, i, "share");
		if (more > most) {
			most = more;
			best = i;
		}
	}
	data_sorted(layout, &sorted);
	const struct drawing drawing = {
		.title = most > 0.1 ? N_("{name}: {customers} of customers, "
					 "{revenue} of revenue")
				    : N_("Share of revenue against share of "
					 "customers"),
		.note = sorted.n < all
				? N_("Dark: share of revenue. Gray: share of "
				     "customers. {n} of {all} segments.")
				: N_("Dark: share of revenue. Gray: share of "
				     "customers."),
		.description = N_("Bars of each segment's share of customers "
				  "and share of revenue."),
		.args = ARGS(TEXT_ARG("name", tab_text(tab, best, "name")),
			     PERCENT_ARG("customers",
					 round(tab_number(tab, best, "share") *
					       100)),
			     PERCENT_ARG("revenue",
					 round(tab_number(tab, best,
							  "revenue_share") *
					       100)),
			     COUNT_ARG("n", (double)sorted.n),
			     COUNT_ARG("all", (double)all)),
		SHARES(tab_header(layout, "revenue_share"),
		       tab_header(layout, "share")),
		.left = x,
		.height = bars_height(sorted.n, 52, HEIGHT)};

	return drawing_bars(layout, drawing, sorted.first, sorted.n);
}

void
draw_segments(struct layout *layout)
{
	int half = layout->width / 2 - CHART_GAP;
	int height = draw_growth(layout, half);

	if (layout_number(layout, "COUNT([revenue_share])") > 1 &&
	    layout_number(layout, "COUNT([share])") > 1)
		height = draw_revenue(layout, height ? half + CHART_GAP : 0);
	if (height)
		layout_end(layout, height);
}
