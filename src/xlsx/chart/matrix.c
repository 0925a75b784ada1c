/* matrix.c - the value-irritant matrix of contact reasons, as a scatter chart
 */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "plot.h"

/* the most markers; those from this size on have room for a number within */
enum { POINTS_MOST = 40, ROOMY = 11, DIGITS_ROOMY = 14, PAPER = 0xF6F6F6 };
/* half the width of the plot in scores */
static const double reach = 6.5;

struct point {
	size_t row; /* of the table: the rank less one */
	double x, y;
	int size;
	bool dark;
	const char *label; /* the rank; NULL: none */
};

struct drawing {
	struct point points[POINTS_MOST];
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
	const struct tab *tab = work_tab(work, "contact_reasons");

	for (size_t i = 0; i < tab->table->rows; i++)
		if (has_scores(tab, i))
			return true;
	return false;
}

/* --- the points ---------------------------------------------------------- */

/* The table is sorted by volume: the largest come first and lie undermost. */
static void
gather(const struct tab *tab, const struct matrix *matrix,
       struct drawing *drawing)
{
	const char *failure =
		plain_word(choices[CHOICE_demand].words[DEMAND_FAILURE]);
	double largest = 0, volume;

	for (size_t i = 0; i < tab->table->rows && drawing->n < POINTS_MOST;
	     i++) {
		struct point *point = &drawing->points[drawing->n];

		if (!has_scores(tab, i))
			continue;
		volume = tab_number(tab, i, "volume");
		if (!isfinite(volume) || volume < 0)
			volume = 0;
		largest = fmax(largest, volume);
		*point = (struct point){
			.row = i,
			.x = tab_number(tab, i, "value_to_customer"),
			.y = tab_number(tab, i, "value_to_company"),
			.size = MARKER_LEAST,
			.dark = !strcmp(tab_text(tab, i, "demand"), failure)};
		if (largest > 0)
			point->size = (int)lround(
				fmax(MARKER_LEAST,
				     matrix->marker * sqrt(volume / largest)));
		drawing->n++;
	}
}

static bool
same_spot(const struct point *a, const struct point *b)
{
	return fabs(a->x - b->x) < 0.05 && fabs(a->y - b->y) < 0.05;
}

/* Ranks of reasons on one spot stand together at the first: "3, 7". */
static const char *
label_of(struct arena *arena, const struct matrix *matrix,
	 const struct drawing *drawing, size_t i)
{
	const struct point *points = drawing->points;
	struct buf label = {0};

	for (size_t k = 0; k < i; k++)
		if (same_spot(&points[k], &points[i]))
			return NULL;
	for (size_t k = i; k < drawing->n; k++)
		if (points[k].row < matrix->numbered &&
		    same_spot(&points[k], &points[i]))
			buf_printf(&label, "%s%zu", label.n ? ",\u00a0" : "",
				   points[k].row + 1);
	return label.n ? arena_take(arena, &label) : NULL;
}

/* on the hidden sheet, once for both places where the matrix stands */
static uint32_t
write_points(struct work *work, const struct tab *tab,
	     const struct drawing *drawing)
{
	uint32_t first;

	if (work->matrix_row)
		return work->matrix_row;
	first = data_block(work, gettext("Where each reason belongs"),
			   (uint32_t)drawing->n);
	for (size_t i = 0; i < drawing->n; i++) {
		uint32_t row = first + (uint32_t)i;
		size_t item = drawing->points[i].row;

		data_text(work, row, 0, tab_text(tab, item, "name"));
		data_lookup(work, row, 1, tab, "value_to_customer", item);
		data_lookup(work, row, 2, tab, "value_to_company", item);
	}
	work->matrix_row = first;
	return first;
}

static void
add_points(struct work *work, const struct tab *tab, struct chart *chart,
	   const struct matrix *matrix, const struct drawing *drawing)
{
	uint32_t row = write_points(work, tab, drawing);

	for (size_t i = 0; i < drawing->n; i++, row++) {
		const struct point *point = &drawing->points[i];
		const char *label = label_of(work->arena, matrix, drawing, i);
		size_t digits = label ? strlen(label) : 0;
		bool within =
			digits < 3 &&
			point->size >= (digits < 2 ? ROOMY : DIGITS_ROOMY);

		chart_add(chart,
			  &(struct chart_series){
				  .name = tab_text(tab, point->row, "name"),
				  .names = data_range(work, row, 1, 1),
				  .values = data_range(work, row, 1, 2),
				  .color = point->dark ? ACCENT : PALE,
				  .marker = point->size,
				  .labels = label ? &label : NULL,
				  .label_color =
					  within && point->dark ? WHITE : INK,
				  .label_bold = within,
				  .place = within	  ? LABEL_CENTER
					   : digits > 2	  ? LABEL_ABOVE
					   : point->x < 0 ? LABEL_RIGHT
							  : LABEL_LEFT});
	}
}

/* --- the frame ----------------------------------------------------------- */

static void
add_quadrants(struct work *work, struct chart *chart)
{
	static const struct {
		double x, y;
		const char *name;
		enum label_place place;
	} quadrants[] = {{-6.4, 6.0, N_("SIMPLIFY"), LABEL_RIGHT},
			 {6.4, 6.0, N_("LEVERAGE"), LABEL_LEFT},
			 {-6.4, -0.75, N_("ELIMINATE"), LABEL_RIGHT},
			 {6.4, -0.75, N_("AUTOMATE"), LABEL_LEFT}};
	const char *name;

	if (!work->quadrant_row) {
		work->quadrant_row =
			data_block(work, gettext("Names of quadrants"), 4);
		for (uint32_t i = 0; i < 4; i++) {
			data_text(work, work->quadrant_row + i, 0,
				  gettext(quadrants[i].name));
			data_number(work, work->quadrant_row + i, 1,
				    quadrants[i].x);
			data_number(work, work->quadrant_row + i, 2,
				    quadrants[i].y);
		}
	}
	for (uint32_t i = 0; i < 4; i++) {
		name = gettext(quadrants[i].name);
		chart_add(chart,
			  &(struct chart_series){
				  .name = name,
				  .names = data_range(
					  work, work->quadrant_row + i, 1, 1),
				  .values = data_range(
					  work, work->quadrant_row + i, 1, 2),
				  .labels = &name,
				  .place = quadrants[i].place,
				  .label_color = ACCENT,
				  .label_bold = true});
	}
}

/* how many reasons each quadrant has, for those who don't see it */
static const char *
describe(struct work *work, const struct tab *tab)
{
	double n[4] = {0};

	for (int k = 0; k < 4; k++) {
		const char *word =
			plain_word(choices[CHOICE_disposition].words[k]);

		for (size_t i = 0; i < tab->table->rows; i++)
			n[k] += !strcmp(tab_text(tab, i, "quadrant"), word);
	}
	return plot_text(
		work,
		gettext("Contact reasons by their value to customers, across, "
			"and to the company, upward; markers are sized by "
			"contacts a year. Eliminate: {eliminate}. Automate: "
			"{automate}. Simplify: {simplify}. Leverage: "
			"{leverage}."),
		ARGS(COUNT_ARG("eliminate", n[0]), COUNT_ARG("automate", n[1]),
		     COUNT_ARG("simplify", n[2]), COUNT_ARG("leverage", n[3])));
}

bool
matrix_write(struct work *work, const struct matrix *matrix)
{
	const struct tab *tab = work_tab(work, "contact_reasons");
	struct chart_axis x = {
		.title = gettext("For the customer: irritating ← → valuable"),
		.fixed = FIX_LEAST | FIX_MOST | FIX_CROSS,
		.least = -reach,
		.most = reach,
		.cross = 0,
		.bare = true};
	struct chart_axis y = x;
	struct drawing drawing = {.n = 0};
	struct chart *chart;

	y.title = gettext("For the company ← →");
	gather(tab, matrix, &drawing);
	if (!drawing.n)
		return false;
	chart = chart_make(work->book, CHART_POINTS);
	add_points(work, tab, chart, matrix, &drawing);
	add_quadrants(work, chart);
	chart_axes(chart, &x, &y);
	chart_paper(chart, PAPER);
	chart_place(chart, matrix->page, matrix->box, describe(work, tab));
	return true;
}
