/* matrix.c - the value-irritant matrix of contact reasons, a scatter chart */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "layout.h"

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
	size_t rows[POINTS_MOST], n;
	const char *labels[POINTS_MOST]; /* NULL: none */
};

/* --- points -------------------------------------------------------------- */

static double
across(const struct tab *tab, size_t row)
{
	return tab_number(tab, row, "value_to_customer");
}

static double
upward(const struct tab *tab, size_t row)
{
	return tab_number(tab, row, "value_to_company");
}

/* The table is sorted by volume: the largest come first and lie undermost. */
static size_t
gather(const struct tab *tab, size_t *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows && n < POINTS_MOST; i++)
		if (isfinite(across(tab, i)) && isfinite(upward(tab, i)))
			rows[n++] = i;
	return n;
}

bool
matrix_can(const struct work *work)
{
	size_t rows[POINTS_MOST];

	return gather(work_tab(work, TABLE_contact_reasons), rows) > 0;
}

/* Gives reasons on one spot one label at the first: "3, 7". */
static const char *
label_of(struct arena *arena, const struct points *points, size_t i,
	 size_t most)
{
	const struct tab *tab = points->tab;
	double x = across(tab, points->rows[i]);
	double y = upward(tab, points->rows[i]);
	struct buf label = {0};

	for (size_t k = 0; k < points->n; k++) {
		size_t row = points->rows[k];

		if (fabs(across(tab, row) - x) >= 0.05 ||
		    fabs(upward(tab, row) - y) >= 0.05)
			continue;
		if (k < i)
			return NULL;
		if (row < most)
			buf_printf(&label, "%s%zu", label.n ? ",\u00a0" : "",
				   row + 1);
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
		series.place = across(tab, row) < 0 ? LABEL_RIGHT : LABEL_LEFT;
	}
	return series;
}

/* --- the chart ----------------------------------------------------------- */

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
	struct points points = {.tab = work_tab(work, TABLE_contact_reasons)};
	const struct table *table = points.tab->table;
	struct caption quadrants[QUADRANTS] = {
		{-6.4, 6.0, N_("SIMPLIFY"), LABEL_RIGHT},
		{6.4, 6.0, N_("LEVERAGE"), LABEL_LEFT},
		{-6.4, -0.75, N_("ELIMINATE"), LABEL_RIGHT},
		{6.4, -0.75, N_("AUTOMATE"), LABEL_LEFT}};
	struct chart_series series[POINTS_MOST + QUADRANTS];
	double counts[QUADRANTS] = {0}, largest = 0;

	points.n = gather(points.tab, points.rows);
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
	for (size_t i = 0; i < table->rows; i++)
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
