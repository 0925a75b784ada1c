/* matrix.c - value-irritant matrix of contact reasons */
#include <string.h>

#include "layout.h"

#include "ces/language.h"
#include "ces/matrix.h"

/* sizes from which a digit, and two, fit into a marker */
enum { ROOMY = 10, DIGITS_ROOMY = 14, QUADRANTS = 4 };
/* pixels of a chart around its plot, and of a label's letter and line */
enum { AROUND = 50, LETTER = 6, LINE = 13 };

/* axes that cross in the middle */
#define AXIS(words)                                                           \
	{                                                                     \
		.title = words, .least = -MATRIX_REACH, .most = MATRIX_REACH, \
		.fixed = FIX_LEAST | FIX_MOST | FIX_CROSS, .bare = true       \
	}

struct points {
	const struct tab *tab;
	struct matrix matrix;
	const char *labels[MATRIX_MOST]; /* ranks; NULL: none */
};

static struct points
gather(const struct work *work)
{
	struct points points = {.tab = work_tab(work, TABLE_contact_reasons)};

	matrix_gather(&points.matrix, points.tab->table,
		      work->review->view->counted);
	return points;
}

bool
matrix_can(const struct work *work)
{
	return gather(work).matrix.n > 0;
}

/* reasons on one spot have one label: "3, 7" */
static const char *
label_of(struct arena *arena, const struct matrix *matrix, size_t spot,
	 size_t most)
{
	struct buf label = {0};

	for (size_t i = spot; i < matrix->n; i++)
		if (matrix->markers[i].spot == spot &&
		    matrix->markers[i].row < most)
			buf_printf(&label, "%s%zu", label.n ? ",\u00a0" : "",
				   matrix->markers[i].row + 1);
	return label.n ? arena_take(arena, &label) : NULL;
}

/* Puts short labels into large markers, and others where they lie on least. */
static void
place_label(struct points *points, size_t i)
{
	struct marker *marker = &points->matrix.markers[i];
	size_t length = points->labels[i] ? strlen(points->labels[i]) : 0;

	marker->width = (double)length * LETTER;
	marker->lines = 1;
	if (!length)
		return;
	if (length < 3 && marker->size >= (length < 2 ? ROOMY : DIGITS_ROOMY))
		marker->side = SIDE_CENTER;
	else
		matrix_place(&points->matrix, i);
}

static void
arrange(struct work *work, struct points *points, const struct chart_box *box,
	size_t numbered, int marker)
{
	struct matrix *matrix = &points->matrix;

	matrix->unit_x = (double)(box->width - AROUND) / (2 * MATRIX_REACH);
	matrix->unit_y = (double)(box->height - AROUND) / (2 * MATRIX_REACH);
	matrix->line = LINE;
	matrix_size(matrix, marker, MARKER_LEAST);
	for (size_t i = 0; i < matrix->n; i++) {
		if (matrix->markers[i].spot == i)
			points->labels[i] =
				label_of(work->arena, matrix, i, numbered);
		place_label(points, i);
	}
}

/* --- the chart ------------------------------------------------------------ */

static struct chart_series
series_of(const struct work *work, uint32_t first, const struct points *points,
	  size_t i)
{
	static const enum label_place places[] = {[SIDE_CENTER] = LABEL_CENTER,
						  [SIDE_LEFT] = LABEL_LEFT,
						  [SIDE_RIGHT] = LABEL_RIGHT,
						  [SIDE_ABOVE] = LABEL_ABOVE,
						  [SIDE_BELOW] = LABEL_BELOW};
	const struct tab *tab = points->tab;
	const struct marker *marker = &points->matrix.markers[i];
	size_t seen = points->matrix.markers[marker->spot].row;
	bool dark =
		table_at(tab->table, seen, "demand")->word == DEMAND_FAILURE;
	struct chart_series series = data_points(work, first + (uint32_t)i, 1);

	series.name = tab_text(tab, marker->row, "name");
	series.color = dark ? ACCENT : PALE;
	series.marker = marker->size;
	series.labels = points->labels[i] ? &points->labels[i] : NULL;
	series.place = places[marker->side];
	series.label_bold = series.place == LABEL_CENTER;
	series.label_color = dark && series.label_bold ? WHITE : INK;
	return series;
}

/*
 * The largest lie undermost, but on one spot the others do, in its color as
 * some programs begin at the top: they are seen once their scores are edited.
 */
static void
order_series(const struct work *work, uint32_t first,
	     const struct points *points, struct chart_series *series)
{
	size_t n = 0;

	for (size_t i = 0; i < points->matrix.n; i++) {
		if (points->matrix.markers[i].spot != i)
			continue;
		for (size_t k = points->matrix.n - 1; k > i; k--)
			if (points->matrix.markers[k].spot == i)
				series[n++] = series_of(work, first, points, k);
		series[n++] = series_of(work, first, points, i);
	}
}

static uint32_t
write_data(struct work *work, const struct points *points)
{
	uint32_t first = data_block(
		work,
		language_text(work->language, "Where each reason belongs"),
		points->matrix.n);

	for (uint32_t i = 0; i < points->matrix.n; i++) {
		const struct tab *tab = points->tab;
		size_t row = points->matrix.markers[i].row;

		data_text(work, first + i, 0, tab_text(tab, row, "name"));
		data_lookup(work, first + i, 1, tab, "value_to_customer", row);
		data_lookup(work, first + i, 2, tab, "value_to_company", row);
	}
	return first;
}

/* The hidden sheet has the figures once for both places of the matrix. */
void
matrix_write(struct work *work, struct page *page, const struct chart_box *box,
	     size_t numbered, int marker)
{
	struct points points = gather(work);
	const struct table *table = points.tab->table;
	struct caption quadrants[QUADRANTS] = {
		{-6.9, 6.4, N_("SIMPLIFY"), LABEL_RIGHT},
		{6.9, 6.4, N_("LEVERAGE"), LABEL_LEFT},
		{-6.9, -6.4, N_("ELIMINATE"), LABEL_RIGHT},
		{6.9, -6.4, N_("AUTOMATE"), LABEL_LEFT}};
	struct chart_series series[MATRIX_MOST + QUADRANTS];
	double counts[QUADRANTS] = {0};

	if (!work->matrix_row)
		work->matrix_row = write_data(work, &points);
	arrange(work, &points, box, numbered, marker);
	order_series(work, work->matrix_row, &points, series);
	captions_add(work, language_text(work->language, "Names of quadrants"),
		     &work->quadrant_row, quadrants, QUADRANTS, box->width,
		     series + points.matrix.n);
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
		.x = AXIS(language_text(
			work->language,
			"For the customer: irritating ← → valuable")),
		.y = AXIS(language_text(work->language, "For the company ← →")),
		.series = series,
		.n = points.matrix.n + QUADRANTS,
		.paper = PLOT};

	drawing_place(work, page, box, &drawing);
}
