/* matrix.c - the value-irritant matrix of contact reasons, as a scatter */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "crowd.h"
#include "plot.h"

/* points that are told apart; half the width of the plot in scores */
enum { POINTS_MOST = CROWD_MOST, PAPER = 0xF6F6F6 };
static const double reach = 6.5;

/* what of the chart is the plot; pixels that a quadrant's name takes */
static const double part_x = 0.9, part_y = 0.8, corner = 70, corner_height = 22;

struct point {
	size_t row; /* of the table */
	double x, y, size;
};

struct drawing {
	struct point points[POINTS_MOST];
	struct crowd_point named[POINTS_MOST];
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

/* --- labels that don't meet ---------------------------------------------- */

static void
place_labels(struct work *work, struct drawing *drawing,
	     const struct matrix *matrix)
{
	const struct tab *tab = work_tab(work, TABLE_contact_reasons);
	double half_x = matrix->box.width * part_x / 2;
	double half_y = matrix->box.height * part_y / 2;
	struct crowd_box names[4]; /* of the quadrants */
	struct crowd crowd = {
		.arena = work->arena,
		.points = drawing->named,
		.n = drawing->n,
		.taken = names,
		.taken_count = 4,
		.half_x = half_x,
		.half_y = half_y,
		.widest = plot_line_most(matrix->box.width, matrix->box.height),
		.wide = work->wide};

	for (int i = 0; i < 4; i++) {
		double right = i & 1 ? half_x : corner - half_x;
		double high = i & 2 ? half_y : 0;

		names[i] = (struct crowd_box){right - corner, right,
					      high - corner_height, high};
	}
	for (size_t i = 0; i < drawing->n; i++) {
		const struct point *point = &drawing->points[i];

		drawing->named[i] = (struct crowd_point){
			.x = point->x / reach * half_x,
			.y = point->y / reach * half_y,
			.radius = point->size * 2 / 3, /* pixels, halved */
			.name = i < matrix->labels
					? tab_text(tab, point->row, "name")
					: NULL};
	}
	crowd_place(&crowd);
}

/* --- the points ---------------------------------------------------------- */

/* the table is sorted by volume: the largest come first and lie undermost */
static void
gather(const struct tab *tab, const struct matrix *matrix,
       struct drawing *drawing)
{
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
			.size = MARKER_LEAST};
		if (largest > 0)
			point->size =
				fmax(MARKER_LEAST,
				     matrix->marker * sqrt(volume / largest));
		drawing->n++;
	}
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
	   const struct drawing *drawing)
{
	uint32_t first = write_points(work, tab, drawing);

	for (size_t i = 0; i < drawing->n; i++) {
		const struct point *point = &drawing->points[i];
		const struct crowd_point *named = &drawing->named[i];
		bool dark = table_at(tab->table, point->row, "demand")->word ==
			    DEMAND_FAILURE;

		chart_add(chart,
			  &(struct chart_series){
				  .name = tab_text(tab, point->row, "name"),
				  .names = data_range(work, first + (uint32_t)i,
						      1, 1),
				  .values = data_range(
					  work, first + (uint32_t)i, 1, 2),
				  .color = dark ? ACCENT : PALE,
				  .marker = (int)lround(point->size),
				  .labels = named->label ? &named->label : NULL,
				  .place = named->place});
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

	for (size_t i = 0; i < tab->table->rows; i++) {
		int word = table_at(tab->table, i, "quadrant")->word;

		if (word >= 0)
			n[word]++;
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
	const struct tab *tab = work_tab(work, TABLE_contact_reasons);
	struct chart_axis x = {
		.title = gettext("For the customer: irritating ← → valuable"),
		.fixed = FIX_LEAST | FIX_MOST | FIX_CROSS,
		.least = -reach,
		.most = reach,
		.cross = 0,
		.bare = true};
	struct chart_axis y = {.title = gettext("For the company ← →"),
			       .fixed = FIX_LEAST | FIX_MOST | FIX_CROSS,
			       .least = -reach,
			       .most = reach,
			       .cross = 0,
			       .bare = true};
	struct drawing drawing = {.n = 0};
	struct chart *chart;

	gather(tab, matrix, &drawing);
	if (!drawing.n)
		return false;
	place_labels(work, &drawing, matrix);
	chart = chart_make(work->book, CHART_POINTS);
	add_points(work, tab, chart, &drawing);
	add_quadrants(work, chart);
	chart_axes(chart, &x, &y);
	chart_paper(chart, PAPER);
	chart_place(chart, matrix->page, matrix->box, describe(work, tab));
	return true;
}
