/* months.c - contacts by month, and when events run */
#include "lanes.h"

#include <math.h>
#include <string.h>

#include "ces/language.h"

enum { MONTHS = 12, STEPS = 4 };
/* pixels around the plot */
enum { ABOVE = 22, NAMES = 20, PAD = 6 };

static const struct frame {
	double width, height; /* of the plot alone */
	const char *class;
} frames[] = {[CHART_WIDE] = {960, 200, "wide"},
	      [CHART_NARROW] = {360, 150, "narrow"}};

/* figures of the columns */
struct months {
	const struct table *table;
	const char *bottom, *top; /* keys of the table; NULL: none */
	double most;
};

struct drawing {
	const struct chart *chart;
	const struct months *months;
	const struct frame *frame;
	struct svg svg;
	struct axis axis;
	struct scale values; /* up the plot */
	struct lanes lanes;
};

/* --- columns ------------------------------------------------------------ */

static double
value_of(const struct months *months, size_t month, const char *key)
{
	double value = key ? table_at(months->table, month, key)->number : NAN;

	return isfinite(value) ? value : 0;
}

static double
all_of(const struct months *months, size_t month)
{
	return value_of(months, month, months->bottom) +
	       value_of(months, month, months->top);
}

static void
draw_columns(const struct drawing *drawing)
{
	const struct months *months = drawing->months;
	double base = scale_at(&drawing->values, 0);
	double room =
		scale_at(&drawing->lanes.days, 1) - drawing->lanes.days.from;

	for (int i = 0; i < MONTHS; i++) {
		double x = scale_at(&drawing->lanes.days, i);
		double low = value_of(months, (size_t)i, months->bottom);
		double high = low + value_of(months, (size_t)i, months->top);
		double middle = scale_at(&drawing->values, low);
		double top = scale_at(&drawing->values, high);

		if (high < low)
			middle = top;
		svg_area(&drawing->svg, "pale", x + room * 0.15, middle,
			 room * 0.7, base - middle);
		if (high > low)
			svg_area(&drawing->svg, "accent", x + room * 0.15, top,
				 room * 0.7, middle - top);
		svg_text(&drawing->svg, "small m", x + room / 2,
			 base + NAMES - PAD,
			 month_short(drawing->chart->review->language, i + 1));
	}
}

/* --- the chart ---------------------------------------------------------- */

static const char *
header_of(const struct drawing *drawing, const char *key)
{
	const struct table *table = drawing->months->table;
	struct buf text = {0};

	column_header(&text, drawing->chart->review->language,
		      &table->columns[table_column(table, key)]);
	return arena_take(drawing->chart->arena, &text);
}

/* Works out the scales, and the room of figures at the left. */
static void
set_scales(struct drawing *drawing)
{
	struct axis *axis = &drawing->axis;

	drawing->values = (struct scale){.high = drawing->months->most,
					 .from = ABOVE + drawing->frame->height,
					 .to = ABOVE};
	axis->step = scale_widen(&drawing->values, STEPS);
	axis->steps = scale_steps(&drawing->values, axis->step);
	drawing->lanes.days =
		(struct scale){0, MONTHS, chart_axis_room(drawing->chart, axis),
			       drawing->frame->width};
}

static const char *
describe(const struct drawing *drawing, bool index)
{
	const struct language *language = drawing->chart->review->language;
	const struct months *months = drawing->months;
	size_t most = 0;

	for (size_t i = 0; i < MONTHS; i++)
		if (all_of(months, i) > all_of(months, most))
			most = i;
	return message_text(
		drawing->chart->arena, language,
		index ? N_("The index by month, of which 1 is the mean of the "
			   "year. The highest, {n}, is in {month}.")
		      : N_("Columns of contacts by month, and on top of them "
			   "what new events add. The most, {n}, are in "
			   "{month}."),
		ARGS(TEXT_ARG("month", month_name(language, (int)most + 1)),
		     TEXT_ARG("n",
			      chart_number(drawing->chart, all_of(months, most),
					   index ? 2 : 0))));
}

static void
draw(struct buf *out, const struct chart *chart, const struct months *months,
     enum chart_width width)
{
	const struct language *language = chart->review->language;
	struct drawing drawing = {
		.chart = chart,
		.months = months,
		.lanes.chart = chart,
		.frame = &frames[width],
		.svg = chart_svg(out, chart, width, frames[width].width)};
	double bottom = ABOVE + frames[width].height + NAMES;
	bool index = !strcmp(months->bottom, "index");

	set_scales(&drawing);
	lanes_place(&drawing.lanes);
	drawing.svg.height = bottom + lanes_height(&drawing.lanes);
	svg_begin(&drawing.svg, drawing.frame->class,
		  index ? language_text(language, "Index by month")
			: language_text(language, "Contacts by month"),
		  describe(&drawing, index));
	svg_define(&drawing.svg, "pale");
	svg_define(&drawing.svg, "accent");
	svg_text(&drawing.svg, "small", 0, ABOVE / 2.0,
		 index ? header_of(&drawing, "index")
		       : language_text(language, "Contacts a month"));
	chart_axis(&drawing.svg, chart, &drawing.axis, &drawing.values,
		   drawing.lanes.days.from, drawing.frame->width);
	draw_columns(&drawing);
	lanes_draw(&drawing.lanes, &drawing.svg, bottom);
	chart_more(&drawing.svg, chart, drawing.lanes.days.from,
		   drawing.lanes.left_out);
	svg_end(&drawing.svg);
}

static void
set_most(struct months *months)
{
	for (size_t i = 0; i < MONTHS; i++)
		months->most = fmax(months->most, all_of(months, i));
}

bool
chart_months(struct buf *out, const struct chart *chart)
{
	static const char *const colors[] = {"pale", "accent"};
	static const char *const names[] = {
		N_("A year's contacts, recurring events among them"),
		N_("What new events add in the first year of the plan")};
	struct months months = {.table =
					tables_get(chart->tables, TABLE_demand),
				.bottom = "volume",
				.top = "extra"};

	if (months.table->rows != MONTHS)
		return false;
	set_most(&months);
	if (!(months.most > 0)) {
		months.bottom = "index";
		months.top = NULL;
		set_most(&months);
	}
	if (!(months.most > 0))
		return false;
	if (months.top)
		chart_key(out, chart, colors, names, 2);
	draw(out, chart, &months, CHART_WIDE);
	draw(out, chart, &months, CHART_NARROW);
	return true;
}
