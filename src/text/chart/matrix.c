/* matrix.c - value-irritant matrix of contact reasons, with their names */
#include "chart.h"

#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/matrix.h"
#include "ces/utf8.h"

/* points: of markers, and from which a digit, and two, fit in one */
enum { LARGEST = 34, LEAST = 6, ROOMY = 10, DIGITS_ROOMY = 14 };
/* pixels: of a line, around the plot, and of quadrants' names in its corners */
enum { LINE = 15, LEFT = 22, ABOVE = 4, BELOW = 26, CORNER = 20, PAD = 8 };
/* pixels of names, and of the gap to their markers */
enum { NAME_MOST = 260, NAME_SHORT = 110, MORE = 50, GAP = 3, QUADRANTS = 4 };

static const struct frame {
	double width, height; /* of all but the names below */
	int columns;	      /* of these */
	const char *class;
} frames[] = {[CHART_WIDE] = {960, 480, 3, "wide"},
	      [CHART_NARROW] = {360, 400, 1, "narrow"},
	      [CHART_SMALL] = {400, 236, 2, "small"}};

struct caption {
	const char *lines[2];
	int n;
	bool named; /* else it is the rank */
};

struct drawing {
	const struct chart *chart;
	const struct table *table;
	const struct frame *frame;
	struct svg svg;
	struct matrix matrix;
	struct caption labels[MATRIX_MOST];
	double middle_x, middle_y;
};

/* --- labels ----------------------------------------------------------------
 */

static const char *
name_of(const struct drawing *drawing, size_t i)
{
	return table_at(drawing->table, drawing->matrix.markers[i].row, "name")
		->text;
}

static size_t
count_on(const struct matrix *matrix, size_t spot)
{
	size_t n = 0;

	for (size_t i = spot; i < matrix->n; i++)
		n += matrix->markers[i].spot == spot;
	return n;
}

/* the largest reason there, and how many are with it */
static const char *
spot_name(const struct drawing *drawing, size_t spot, double room)
{
	struct arena *arena = drawing->chart->arena;
	size_t n = count_on(&drawing->matrix, spot);
	const char *name = svg_fit(arena, name_of(drawing, spot), SVG_SMALL,
				   n > 1 ? room - MORE : room);

	if (n == 1)
		return name;
	return message_text(
		arena, drawing->chart->review->language,
		N_("{name} + {n} more"),
		ARGS(TEXT_ARG("name", name), COUNT_ARG("n", (double)n - 1)));
}

/* Breaks the name into two lines, as even as can be. */
static void
break_name(struct arena *arena, struct caption *label, const char *name)
{
	size_t all = utf8_width(name, strlen(name));
	struct buf lines = {0};
	char *text, *end;

	for (size_t width = all / 2 + 1; width <= all + 2; width++) {
		buf_clear(&lines);
		buf_wrap(&lines, name, width, 0, 0);
		end = strchr(buf_text(&lines), '\n');
		if (!end || !strchr(end + 1, '\n'))
			break;
	}
	text = arena_take(arena, &lines);
	end = strchr(text, '\n');
	*label = (struct caption){.lines = {text}, .n = 1, .named = true};
	if (!end)
		return;
	*end = '\0';
	label->lines[label->n++] = end + 1;
}

/* false where it lies on something */
static bool
place_name(struct drawing *drawing, size_t i)
{
	struct marker *marker = &drawing->matrix.markers[i];
	const struct caption *label = &drawing->labels[i];

	marker->width = GAP;
	for (int k = 0; k < label->n; k++)
		marker->width =
			fmax(marker->width,
			     svg_room(label->lines[k], SVG_SMALL) + GAP);
	marker->lines = label->n;
	return !matrix_place(&drawing->matrix, i);
}

/* Writes the name where it lies on nothing: in a line, in two, or cut; else the
 * rank. */
static void
set_label(struct drawing *drawing, size_t i)
{
	static const int rooms[] = {NAME_MOST, NAME_SHORT};
	struct arena *arena = drawing->chart->arena;
	struct marker *marker = &drawing->matrix.markers[i];
	struct caption *label = &drawing->labels[i];
	const char *name, *rank;

	for (int k = 0; k < 2; k++) {
		name = spot_name(drawing, i, rooms[k]);
		*label = (struct caption){
			.lines = {name}, .n = 1, .named = true};
		if (place_name(drawing, i))
			return;
		break_name(arena, label, name);
		if (place_name(drawing, i))
			return;
	}
	rank = arena_format(arena, "%zu", marker->row + 1);
	*label = (struct caption){.lines = {rank}, .n = 1};
	place_name(drawing, i);
	if (marker->size >= (strlen(rank) < 2 ? ROOMY : DIGITS_ROOMY))
		marker->side = SIDE_CENTER;
}

/* --- drawing ---------------------------------------------------------------
 */

static void
draw_plot(const struct drawing *drawing)
{
	static const struct {
		const char *name;
		int x, y;
	} quadrants[QUADRANTS] = {{N_("SIMPLIFY"), -1, -1},
				  {N_("LEVERAGE"), 1, -1},
				  {N_("ELIMINATE"), -1, 1},
				  {N_("AUTOMATE"), 1, 1}};
	const struct language *language = drawing->chart->review->language;
	const struct svg *svg = &drawing->svg;
	double wide = drawing->matrix.unit_x * MATRIX_REACH;
	double high = drawing->matrix.unit_y * MATRIX_REACH;
	double x = drawing->middle_x, y = drawing->middle_y;

	svg_rect(svg, "f-plot", x - wide, y - high, 2 * wide, 2 * high);
	svg_line(svg, "s-rule", x - wide, y, x + wide, y);
	svg_line(svg, "s-rule", x, y - high, x, y + high);
	for (int i = 0; i < QUADRANTS; i++)
		svg_text(svg, quadrants[i].x < 0 ? "head" : "head e",
			 x + quadrants[i].x * (wide - PAD),
			 y + quadrants[i].y * (high - CORNER / 2.0) + SVG_BASE,
			 language_text(language, quadrants[i].name));
	svg_text(svg, "small m", x, y + high + BELOW - PAD,
		 language_text(language,
			       "For the customer: irritating ← → valuable"));
	svg_text_up(svg, "small m", LEFT - PAD, y,
		    language_text(language, "For the company ← →"));
}

/* all that stand on the spot */
static const char *
hint_of(const struct drawing *drawing, size_t spot)
{
	const struct matrix *matrix = &drawing->matrix;
	const char *names[MATRIX_MOST];
	struct text_list list = {names, 0, LIST_COMMAS};
	struct buf text = {0};

	for (size_t i = spot; i < matrix->n; i++)
		if (matrix->markers[i].spot == spot)
			names[list.n++] = name_of(drawing, i);
	list_show(&text, drawing->chart->review->language, &list);
	return arena_take(drawing->chart->arena, &text);
}

static void
draw_marker(const struct drawing *drawing, size_t i)
{
	const struct marker *marker = &drawing->matrix.markers[i];
	double radius = marker->size * 96 / 72.0 / 2;
	double x = drawing->middle_x + marker->x * drawing->matrix.unit_x;
	double y = drawing->middle_y - marker->y * drawing->matrix.unit_y;
	const struct caption *label = &drawing->labels[i];
	double high = label->n * LINE, text_x = x, text_y = y + SVG_BASE;
	bool dark = table_at(drawing->table, marker->row, "demand")->word ==
		    DEMAND_FAILURE;
	const char *class = "label m";

	svg_circle(&drawing->svg, dark ? "f-accent" : "f-pale", x, y, radius,
		   hint_of(drawing, i));
	switch (marker->side) {
	case SIDE_CENTER:
		class = dark ? "label m on" : "label m";
		break;
	case SIDE_LEFT:
		class = "label e";
		text_x -= radius + 2 + GAP;
		break;
	case SIDE_RIGHT:
		class = "label";
		text_x += radius + 2 + GAP;
		break;
	case SIDE_ABOVE:
		text_y -= radius + 2 + high / 2;
		break;
	case SIDE_BELOW:
		text_y += radius + 2 + high / 2;
		break;
	}
	text_y -= (high - LINE) / 2;
	for (int k = 0; k < label->n; k++)
		svg_text(&drawing->svg, class, text_x, text_y + k * LINE,
			 label->lines[k]);
}

/* names of those that have ranks alone, in columns below the plot */
static void
draw_names(const struct drawing *drawing, size_t ranks)
{
	const struct frame *frame = drawing->frame;
	size_t rows =
		(ranks + (size_t)frame->columns - 1) / (size_t)frame->columns;
	double room = (frame->width - LEFT) / frame->columns;
	size_t n = 0;

	for (size_t i = 0; i < drawing->matrix.n; i++) {
		double x = LEFT + room * (double)(n / rows);
		double y = frame->height + LINE * (double)(n % rows + 1);

		if (!drawing->labels[i].n || drawing->labels[i].named)
			continue;
		n++;
		svg_text(&drawing->svg, "label e", x + CORNER, y,
			 drawing->labels[i].lines[0]);
		svg_name(&drawing->svg, drawing->chart->arena, "label",
			 x + CORNER + 6, y, spot_name(drawing, i, room),
			 room - CORNER - PAD);
	}
}

static void
draw(struct buf *out, const struct chart *chart, const struct matrix *matrix,
     enum chart_width width, const char *description)
{
	const struct frame *frame = &frames[width];
	struct drawing drawing = {
		.chart = chart,
		.table = tables_get(chart->tables, TABLE_contact_reasons),
		.frame = frame,
		.svg = chart_svg(out, chart, width, frame->width),
		.matrix = *matrix};
	double wide = frame->width - LEFT, high = frame->height - BELOW - ABOVE;
	size_t ranks = 0;

	drawing.matrix.unit_x = wide / (2 * MATRIX_REACH);
	drawing.matrix.unit_y = high / (2 * MATRIX_REACH);
	drawing.matrix.line = LINE;
	drawing.matrix.edge_x = wide / 2;
	drawing.matrix.edge_y = high / 2 - CORNER;
	drawing.middle_x = LEFT + wide / 2;
	drawing.middle_y = ABOVE + high / 2;
	matrix_size(&drawing.matrix, LARGEST, LEAST);
	for (size_t i = 0; i < matrix->n; i++) {
		if (matrix->markers[i].spot != i)
			continue;
		set_label(&drawing, i);
		ranks += !drawing.labels[i].named;
	}
	drawing.svg.height = frame->height +
			     (double)((ranks + (size_t)frame->columns - 1) /
				      (size_t)frame->columns) *
				     LINE +
			     (ranks ? PAD : 0);
	svg_begin(&drawing.svg, frame->class,
		  language_text(chart->review->language,
				"Where each reason belongs"),
		  description);
	draw_plot(&drawing);
	for (size_t i = 0; i < matrix->n; i++)
		if (matrix->markers[i].spot == i)
			draw_marker(&drawing, i);
	draw_names(&drawing, ranks);
	svg_end(&drawing.svg);
}

static const char *const colors[] = {"accent", "pale", NULL};
static const char *const names[] = {N_("Failure demand"), N_("Value demand"),
				    N_("Size: contacts a year")};

bool
chart_matrix(struct buf *out, const struct chart *chart)
{
	const struct table *table =
		tables_get(chart->tables, TABLE_contact_reasons);
	struct matrix matrix = {0};
	double counts[QUADRANTS] = {0};
	const char *description;

	matrix_gather(&matrix, table, chart->review->view->counted);
	if (matrix.n < 2)
		return false;
	for (size_t i = 0; i < chart->review->view->counted; i++)
		if (table_at(table, i, "quadrant")->word >= 0)
			counts[table_at(table, i, "quadrant")->word]++;
	description = message_text(
		chart->arena, chart->review->language,
		N_("Contact reasons by their value to customers, across, "
		   "and to the company, upward; markers are sized by "
		   "contacts a year. Eliminate: {eliminate}. Automate: "
		   "{automate}. Simplify: {simplify}. Leverage: "
		   "{leverage}."),
		ARGS(COUNT_ARG("eliminate", counts[0]),
		     COUNT_ARG("automate", counts[1]),
		     COUNT_ARG("simplify", counts[2]),
		     COUNT_ARG("leverage", counts[3])));
	chart_key(out, chart, colors, names, sizeof(names) / sizeof(*names));
	if (chart->small) {
		draw(out, chart, &matrix, CHART_SMALL, description);
		return true;
	}
	draw(out, chart, &matrix, CHART_WIDE, description);
	draw(out, chart, &matrix, CHART_NARROW, description);
	return true;
}
