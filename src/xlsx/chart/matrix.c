/* matrix.c - value-irritant matrix of contact reasons */
#include <string.h>

#include "layout.h"

#include "ces/language.h"

/* most markers; sizes from which a digit, and two, fit into a marker */
enum { POINTS_MOST = 40, ROOMY = 10, DIGITS_ROOMY = 14 };
enum { QUADRANTS = 4 };
/* scores from the middle to an edge; pixels of a chart around its plot, and of
 * a label's letter and line */
enum { REACH = 7, AROUND = 50, LETTER = 6, LINE = 13 };

/* axes that cross in the middle */
#define AXIS(words)                                                     \
	{                                                               \
		.title = words, .least = -REACH, .most = REACH,         \
		.fixed = FIX_LEAST | FIX_MOST | FIX_CROSS, .bare = true \
	}

/* a reason, or those on one spot: the largest of them stands for all */
struct point {
	size_t row; /* of the table, whose numbers are ranks less one */
	double x, y, volume;
	size_t spot;	   /* the first point there */
	const char *label; /* ranks; NULL: none */
	enum label_place place;
	int size; /* in points */
};

struct points {
	const struct tab *tab;
	size_t n;
	struct point all[POINTS_MOST];
	double unit_x, unit_y; /* pixels of a score */
};

/* The table is sorted by volume: the largest come first. */
static struct points
gather(const struct work *work)
{
	struct points points = {.tab = work_tab(work, TABLE_contact_reasons)};

	for (size_t i = 0; i < work->review->view->counted; i++) {
		struct point point = {
			.row = i,
			.x = tab_number(points.tab, i, "value_to_customer"),
			.y = tab_number(points.tab, i, "value_to_company")};
		double volume = tab_number(points.tab, i, "volume");

		if (!isfinite(point.x) || !isfinite(point.y) ||
		    points.n == POINTS_MOST)
			continue;
		for (point.spot = 0; point.spot < points.n; point.spot++) {
			struct point *first = &points.all[point.spot];

			if (fabs(first->x - point.x) < 0.05 &&
			    fabs(first->y - point.y) < 0.05)
				break;
		}
		points.all[points.n++] = point;
		points.all[point.spot].volume += volume > 0 ? volume : 0;
	}
	return points;
}

bool
matrix_can(const struct work *work)
{
	return gather(work).n > 0;
}

/* reasons on one spot have one label: "3, 7" */
static const char *
label_of(struct arena *arena, const struct points *points, size_t spot,
	 size_t most)
{
	struct buf label = {0};

	for (size_t i = spot; i < points->n; i++)
		if (points->all[i].spot == spot && points->all[i].row < most)
			buf_printf(&label, "%s%zu", label.n ? ",\u00a0" : "",
				   points->all[i].row + 1);
	return label.n ? arena_take(arena, &label) : NULL;
}

/* --- sizes and places ----------------------------------------------------- */

static double
pixels(int size)
{
	return size * 96 / 72.0;
}

/* Sizes markers by contacts, as large as none covers another. */
static void
set_sizes(struct points *points, double marker)
{
	double largest = 0, scale = 1;

	for (size_t i = 0; i < points->n; i++)
		largest = fmax(largest, points->all[i].volume);
	for (size_t i = 0; i < points->n; i++) {
		struct point *one = &points->all[i];

		one->size = largest > 0
				    ? (int)lround(marker *
						  sqrt(one->volume / largest))
				    : 0;
		for (size_t k = 0; k < i; k++) {
			struct point *other = &points->all[k];
			double apart =
				hypot((one->x - other->x) * points->unit_x,
				      (one->y - other->y) * points->unit_y);

			if (one->spot == i && other->spot == k)
				scale = fmin(scale,
					     2 * apart /
						     pixels(one->size +
							    other->size));
		}
	}
	for (size_t i = 0; i < points->n; i++) {
		int size = (int)lround(points->all[i].size * scale);

		points->all[i].size = size < MARKER_LEAST ? MARKER_LEAST : size;
	}
}

/* pixels from the middle, upward */
struct patch {
	double left, right, bottom, top;
};

static struct patch
patch_at(const struct points *points, double x, double y, double width,
	 double height)
{
	x *= points->unit_x;
	y *= points->unit_y;
	return (struct patch){x - width / 2, x + width / 2, y - height / 2,
			      y + height / 2};
}

static struct patch
marker_patch(const struct points *points, const struct point *point)
{
	double size = pixels(point->size);

	return patch_at(points, point->x, point->y, size, size);
}

static struct patch
label_patch(const struct points *points, const struct point *point)
{
	double width = (double)strlen(point->label) * LETTER;
	double away = pixels(point->size) / 2 + 2;
	struct patch patch = patch_at(points, point->x, point->y, width, LINE);
	double x = 0, y = 0;

	if (point->place == LABEL_LEFT)
		x = -away - width / 2;
	if (point->place == LABEL_RIGHT)
		x = away + width / 2;
	if (point->place == LABEL_ABOVE)
		y = away + LINE / 2.0;
	if (point->place == LABEL_BELOW)
		y = -away - LINE / 2.0;
	return (struct patch){patch.left + x, patch.right + x, patch.bottom + y,
			      patch.top + y};
}

static bool
overlap(struct patch one, struct patch other)
{
	return one.left < other.right && other.left < one.right &&
	       one.bottom < other.top && other.bottom < one.top;
}

/* Counts what a label at its place lies on: lines, markers, other labels. */
static int
count_under(const struct points *points, size_t i)
{
	struct patch label = label_patch(points, &points->all[i]);
	const struct patch across = {-REACH * points->unit_x,
				     REACH * points->unit_x, 0, 0};
	const struct patch upward = {0, 0, -REACH * points->unit_y,
				     REACH * points->unit_y};
	int n = overlap(label, across) + overlap(label, upward);

	for (size_t k = 0; k < points->n; k++) {
		const struct point *other = &points->all[k];

		if (k == i || other->spot != k)
			continue;
		n += 2 * overlap(label, marker_patch(points, other));
		n += k < i && other->label &&
		     overlap(label, label_patch(points, other));
	}
	return n;
}

/* Puts short labels into large markers, and others where they lie on least. */
static void
place_label(struct points *points, size_t i)
{
	struct point *point = &points->all[i];
	size_t length = point->label ? strlen(point->label) : 0;
	const enum label_place places[] = {
		point->x < 0 ? LABEL_LEFT : LABEL_RIGHT, LABEL_ABOVE,
		LABEL_BELOW, point->x < 0 ? LABEL_RIGHT : LABEL_LEFT};
	enum label_place best = places[0];
	int least = -1, n;

	if (!length)
		return;
	if (length < 3 && point->size >= (length < 2 ? ROOMY : DIGITS_ROOMY)) {
		point->place = LABEL_CENTER;
		return;
	}
	for (size_t k = 0; k < 4; k++) {
		point->place = places[k];
		n = count_under(points, i);
		if (least < 0 || n < least) {
			least = n;
			best = places[k];
		}
	}
	point->place = best;
}

static void
arrange(struct work *work, struct points *points, const struct chart_box *box,
	size_t numbered, double marker)
{
	points->unit_x = (double)(box->width - AROUND) / (2 * REACH);
	points->unit_y = (double)(box->height - AROUND) / (2 * REACH);
	set_sizes(points, marker);
	for (size_t i = 0; i < points->n; i++) {
		if (points->all[i].spot == i)
			points->all[i].label =
				label_of(work->arena, points, i, numbered);
		place_label(points, i);
	}
}

/* --- the chart ------------------------------------------------------------ */

static struct chart_series
series_of(const struct work *work, uint32_t first, const struct points *points,
	  size_t i)
{
	const struct tab *tab = points->tab;
	const struct point *point = &points->all[i];
	size_t seen = points->all[point->spot].row;
	bool dark =
		table_at(tab->table, seen, "demand")->word == DEMAND_FAILURE;
	struct chart_series series = data_points(work, first + (uint32_t)i, 1);

	series.name = tab_text(tab, point->row, "name");
	series.color = dark ? ACCENT : PALE;
	series.marker = point->size;
	series.labels = point->label ? &point->label : NULL;
	series.place = point->place;
	series.label_bold = point->place == LABEL_CENTER;
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

	for (size_t i = 0; i < points->n; i++) {
		if (points->all[i].spot != i)
			continue;
		for (size_t k = points->n - 1; k > i; k--)
			if (points->all[k].spot == i)
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
		points->n);

	for (uint32_t i = 0; i < points->n; i++) {
		const struct tab *tab = points->tab;
		size_t row = points->all[i].row;

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
		{-6.9, 6.4, N_("SIMPLIFY"), LABEL_RIGHT},
		{6.9, 6.4, N_("LEVERAGE"), LABEL_LEFT},
		{-6.9, -6.4, N_("ELIMINATE"), LABEL_RIGHT},
		{6.9, -6.4, N_("AUTOMATE"), LABEL_LEFT}};
	struct chart_series series[POINTS_MOST + QUADRANTS];
	double counts[QUADRANTS] = {0};

	if (!work->matrix_row)
		work->matrix_row = write_data(work, &points);
	arrange(work, &points, box, numbered, marker);
	order_series(work, work->matrix_row, &points, series);
	captions_add(work, language_text(work->language, "Names of quadrants"),
		     &work->quadrant_row, quadrants, QUADRANTS, box->width,
		     series + points.n);
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
		.n = points.n + QUADRANTS,
		.paper = PLOT};

	drawing_place(work, page, box, &drawing);
}
