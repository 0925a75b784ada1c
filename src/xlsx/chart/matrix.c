/* matrix.c - the value-irritant matrix of contact reasons, as a scatter chart
 */
#include "matrix.h"

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

struct point {
	size_t row; /* of the table: the rank less one */
	double x, y;
	int size;
	bool dark;
	const char *label; /* NULL: none */
};

struct points {
	struct point items[POINTS_MOST];
	size_t n;
};

static bool
has_scores(const struct tab *tab, size_t row)
{
	return isfinite(tab_number(tab, row, "value_to_customer")) &&
	       isfinite(tab_number(tab, row, "value_to_company"));
}

bool
matrix_can(const struct work *work)
{
	const struct tab *tab = work_tab(work, TABLE_contact_reasons);

	for (size_t i = 0; i < tab->table->rows; i++)
		if (has_scores(tab, i))
			return true;
	return false;
}

/* The table is sorted by volume: the largest come first and lie undermost. */
static void
gather(const struct tab *tab, double marker, struct points *points)
{
	double largest = 0, volume, size;

	for (size_t i = 0; i < tab->table->rows && points->n < POINTS_MOST;
	     i++) {
		if (!has_scores(tab, i))
			continue;
		volume = tab_number(tab, i, "volume");
		if (!isfinite(volume) || volume < 0)
			volume = 0;
		largest = fmax(largest, volume);
		size = largest > 0 ? marker * sqrt(volume / largest) : 0;
		points->items[points->n++] = (struct point){
			.row = i,
			.x = tab_number(tab, i, "value_to_customer"),
			.y = tab_number(tab, i, "value_to_company"),
			.size = (int)lround(fmax(MARKER_LEAST, size)),
			.dark = table_at(tab->table, i, "demand")->word ==
				DEMAND_FAILURE};
	}
}

static bool
same_spot(const struct point *a, const struct point *b)
{
	return fabs(a->x - b->x) < 0.05 && fabs(a->y - b->y) < 0.05;
}

/* Gives reasons on one spot one label at the first: "3, 7". */
static void
number_points(struct arena *arena, struct points *points, size_t most)
{
	for (size_t i = 0; i < points->n; i++) {
		struct buf label = {0};
		bool first = true;

		for (size_t k = 0; k < points->n; k++) {
			const struct point *point = &points->items[k];

			if (!same_spot(point, &points->items[i]))
				continue;
			first &= k >= i;
			if (point->row < most)
				buf_printf(&label, "%s%zu",
					   label.n ? ",\u00a0" : "",
					   point->row + 1);
		}
		if (first && label.n)
			points->items[i].label = arena_string(arena, label.p);
		buf_free(&label);
	}
}

/* Writes the hidden sheet once for both places of the matrix. */
static void
write_data(struct work *work, const struct tab *tab,
	   const struct points *points, const struct caption *quadrants)
{
	uint32_t row;

	if (work->matrix_row)
		return;
	row = data_block(work, gettext("Where each reason belongs"),
			 (uint32_t)points->n);
	work->matrix_row = row;
	for (size_t i = 0; i < points->n; i++, row++) {
		size_t item = points->items[i].row;

		data_text(work, row, 0, tab_text(tab, item, "name"));
		data_lookup(work, row, 1, tab, "value_to_customer", item);
		data_lookup(work, row, 2, tab, "value_to_company", item);
	}
	work->quadrant_row = captions_write(work, gettext("Names of quadrants"),
					    quadrants, QUADRANTS);
}

static struct chart_series
series_of(const struct work *work, const struct tab *tab, uint32_t row,
	  const struct point *point)
{
	struct chart_series series = data_point(work, row);
	size_t length = point->label ? strlen(point->label) : 0;

	series.name = tab_text(tab, point->row, "name");
	series.color = point->dark ? ACCENT : PALE;
	series.marker = point->size;
	series.labels = point->label ? &point->label : NULL;
	series.label_color = INK;
	if (length < 3 && point->size >= (length < 2 ? ROOMY : DIGITS_ROOMY)) {
		series.place = LABEL_CENTER;
		series.label_bold = true;
		if (point->dark)
			series.label_color = WHITE;
	} else if (length > 2) {
		series.place = LABEL_ABOVE;
	} else {
		series.place = point->x < 0 ? LABEL_RIGHT : LABEL_LEFT;
	}
	return series;
}

/* counts the reasons of each quadrant, for readers who don't see the chart */
static const char *
describe(struct work *work, const struct tab *tab)
{
	double n[QUADRANTS] = {0};

	for (size_t i = 0; i < tab->table->rows; i++) {
		int word = table_at(tab->table, i, "quadrant")->word;

		if (word >= 0)
			n[word]++;
	}
	return message_text(
		work->arena,
		gettext("Contact reasons by their value to customers, across, "
			"and to the company, upward; markers are sized by "
			"contacts a year. Eliminate: {eliminate}. Automate: "
			"{automate}. Simplify: {simplify}. Leverage: "
			"{leverage}."),
		ARGS(COUNT_ARG("eliminate", n[0]), COUNT_ARG("automate", n[1]),
		     COUNT_ARG("simplify", n[2]), COUNT_ARG("leverage", n[3])));
}

void
matrix_write(struct work *work, const struct matrix *matrix)
{
	const struct tab *tab = work_tab(work, TABLE_contact_reasons);
	struct caption quadrants[QUADRANTS] = {
		{-6.4, 6.0, N_("SIMPLIFY"), LABEL_RIGHT},
		{6.4, 6.0, N_("LEVERAGE"), LABEL_LEFT},
		{-6.4, -0.75, N_("ELIMINATE"), LABEL_RIGHT},
		{6.4, -0.75, N_("AUTOMATE"), LABEL_LEFT}};
	struct chart_series series[POINTS_MOST + QUADRANTS];
	struct points points = {.n = 0};
	struct drawing drawing = {
		.kind = CHART_POINTS,
		.series = series,
		.x = AXIS(gettext("For the customer: irritating ← → valuable")),
		.y = AXIS(gettext("For the company ← →")),
		.paper = PAPER,
		.description = describe(work, tab)};
	struct chart chart;

	gather(tab, matrix->marker, &points);
	number_points(work->arena, &points, matrix->numbered);
	write_data(work, tab, &points, quadrants);
	for (size_t i = 0; i < points.n; i++)
		series[i] = series_of(work, tab, work->matrix_row + (uint32_t)i,
				      &points.items[i]);
	captions_add(work, work->quadrant_row, quadrants, QUADRANTS,
		     series + points.n);
	drawing.n = points.n + QUADRANTS;
	chart = drawing_chart(&drawing);
	chart_place(&chart, matrix->page, matrix->box);
}
