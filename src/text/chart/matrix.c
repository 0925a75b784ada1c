/* matrix.c - value-irritant matrix of contact reasons, with their names */
#include "names.h"

#include "ces/language.h"

/* points of markers */
enum { LARGEST = 34, LEAST = 6, QUADRANTS = 4 };
/* pixels: of a line, around the plot, and of quadrants' names in its corners */
enum { LINE = 15, LEFT = 22, ABOVE = 4, BELOW = 26, CORNER = 20, PAD = 8 };

static const struct frame {
	double width, height; /* of all but the names below */
	size_t columns;	      /* of these */
	const char *class;
} frames[] = {[CHART_WIDE] = {960, 480, 3, "wide"},
	      [CHART_NARROW] = {360, 400, 1, "narrow"},
	      [CHART_SMALL] = {400, 236, 2, "small"}};

struct drawing {
	const struct frame *frame;
	struct svg svg;
	struct names names;
	double middle_x, middle_y;
	size_t rows; /* of the names below */
};

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
	const struct language *language =
		drawing->names.chart->review->language;
	const struct svg *svg = &drawing->svg;
	double wide = drawing->names.matrix.unit_x * MATRIX_REACH;
	double high = drawing->names.matrix.unit_y * MATRIX_REACH;
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

static void
draw_marker(const struct drawing *drawing, size_t i)
{
	const struct names *names = &drawing->names;
	const struct marker *marker = &names->matrix.markers[i];
	const struct caption *caption = &names->captions[i];
	double radius = marker->size * 96 / 72.0 / 2;
	double x = drawing->middle_x + marker->x * names->matrix.unit_x;
	double y = drawing->middle_y - marker->y * names->matrix.unit_y;
	double half = caption->n * LINE / 2.0, text_x = x, text_y = y;
	bool dark = table_at(names->table, marker->row, "demand")->word ==
		    DEMAND_FAILURE;
	const char *class = "label m";

	svg_circle(&drawing->svg, dark ? "f-accent" : "f-pale", x, y, radius,
		   names_all(names, i));
	switch (marker->side) {
	case SIDE_CENTER:
		class = dark ? "label m on" : "label m";
		break;
	case SIDE_LEFT:
		class = "label e";
		text_x -= radius + 2 + NAME_GAP;
		break;
	case SIDE_RIGHT:
		class = "label";
		text_x += radius + 2 + NAME_GAP;
		break;
	case SIDE_ABOVE:
		text_y -= radius + 2 + half;
		break;
	case SIDE_BELOW:
		text_y += radius + 2 + half;
		break;
	}
	for (int k = 0; k < caption->n; k++)
		svg_text(&drawing->svg, class, text_x,
			 text_y - half + (k + 0.5) * LINE + SVG_BASE,
			 caption->lines[k]);
}

/* Writes the names of those that have ranks alone, in columns below the plot.
 */
static void
draw_names(const struct drawing *drawing)
{
	const struct frame *frame = drawing->frame;
	const struct names *names = &drawing->names;
	double room = (frame->width - LEFT) / (double)frame->columns;
	size_t n = 0;

	for (size_t i = 0; i < names->matrix.n; i++) {
		const struct caption *caption = &names->captions[i];
		double x, y;

		if (!caption->n || caption->named)
			continue;
		x = LEFT + CORNER + room * (double)(n / drawing->rows);
		y = frame->height + LINE * (double)(n % drawing->rows + 1);
		n++;
		svg_text(&drawing->svg, "label e", x, y, caption->lines[0]);
		svg_name(&drawing->svg, names->chart->arena, "label", x + PAD,
			 y, names_spot(names, i, room - CORNER - 2 * PAD),
			 room - CORNER - PAD);
	}
}

static void
draw(struct buf *out, const struct chart *chart, const struct matrix *matrix,
     enum chart_width width, const char *description)
{
	const struct frame *frame = &frames[width];
	double wide = frame->width - LEFT, high = frame->height - BELOW - ABOVE;
	struct drawing drawing = {
		.frame = frame,
		.svg = chart_svg(out, chart, width, frame->width),
		.names = {.chart = chart,
			  .table = tables_get(chart->tables,
					      TABLE_contact_reasons),
			  .matrix = *matrix},
		.middle_x = LEFT + wide / 2,
		.middle_y = ABOVE + high / 2};
	struct matrix *placed = &drawing.names.matrix;

	placed->unit_x = wide / (2 * MATRIX_REACH);
	placed->unit_y = high / (2 * MATRIX_REACH);
	placed->line = LINE;
	placed->edge_x = wide / 2;
	placed->edge_y = high / 2 - CORNER;
	matrix_size(placed, LARGEST, LEAST);
	names_place(&drawing.names);
	drawing.rows =
		(drawing.names.ranks + frame->columns - 1) / frame->columns;
	drawing.svg.height = frame->height + (double)drawing.rows * LINE +
			     (drawing.rows ? PAD : 0);
	svg_begin(&drawing.svg, frame->class,
		  language_text(chart->review->language,
				"Where each reason belongs"),
		  description);
	draw_plot(&drawing);
	for (size_t i = 0; i < placed->n; i++)
		if (placed->markers[i].spot == i)
			draw_marker(&drawing, i);
	draw_names(&drawing);
	svg_end(&drawing.svg);
}

static const char *
describe(const struct chart *chart, const struct table *table)
{
	double counts[QUADRANTS] = {0};

	for (size_t i = 0; i < chart->review->view->counted; i++)
		if (table_at(table, i, "quadrant")->word >= 0)
			counts[table_at(table, i, "quadrant")->word]++;
	return message_text(
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
}

bool
chart_matrix(struct buf *out, const struct chart *chart)
{
	static const char *const colors[] = {"accent", "pale", NULL};
	static const char *const key[] = {N_("Failure demand"),
					  N_("Value demand"),
					  N_("Size: contacts a year")};
	const struct table *table =
		tables_get(chart->tables, TABLE_contact_reasons);
	const char *description = describe(chart, table);
	struct matrix matrix = {0};

	matrix_gather(&matrix, table, chart->review->view->counted);
	if (matrix.n < 2)
		return false;
	chart_key(out, chart, colors, key, sizeof(key) / sizeof(*key));
	if (chart->small) {
		draw(out, chart, &matrix, CHART_SMALL, description);
		return true;
	}
	draw(out, chart, &matrix, CHART_WIDE, description);
	draw(out, chart, &matrix, CHART_NARROW, description);
	return true;
}
