/* months.c - contacts by month, and when events run */
#include "chart.h"

#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/scale.h"

enum { MONTHS = 12, STEPS = 4, LANES = 18, EVENTS_MOST = 40 };
/* pixels: around the plot, of an event's lane and bar, and the least of one */
enum { ABOVE = 22, NAMES = 20, PAD = 6, LANE = 25, THICK = 5, SHORTEST = 4 };

static const struct frame {
	double width, height; /* of the plot alone */
	const char *class;
} frames[] = {[CHART_WIDE] = {960, 200, "wide"},
	      [CHART_NARROW] = {360, 150, "narrow"}};

/* what the columns show */
struct months {
	const struct table *table;
	const char *bottom, *top; /* keys of the table; NULL: none */
	double most;
};

/* an event in its lane */
struct run {
	const struct event *event;
	double from, to, left,
		right; /* places of its days, and with its name */
	bool end;      /* the name ends with it */
	int lane;
};

struct drawing {
	const struct chart *chart;
	const struct months *months;
	const struct frame *frame;
	struct svg svg;
	struct scale values, days; /* of values up the plot, of months along */
	double step;
	struct run runs[EVENTS_MOST];
	size_t n, left_out;
	int lanes;
};

/* --- events ----------------------------------------------------------------
 */

static const struct event_months *
months_of(const struct drawing *drawing, const struct event *event)
{
	return &drawing->chart->review->view->events[event->object.index]
			.months;
}

/* the place of a day of the month, or of its end */
static double
place_of(const struct drawing *drawing, int month, int day)
{
	double days = drawing->chart->review->view->month_days[month];

	return scale_at(&drawing->days, month + fmin(day / days, 1));
}

/* Finds where it begins and ends; false: not in that year. */
static bool
find_places(const struct drawing *drawing, struct run *run)
{
	const uint32_t *days = months_of(drawing, run->event)->days;
	bool any = false;

	for (int i = 0; i < MONTHS; i++) {
		if (!days[i])
			continue;
		if (!any)
			run->from =
				place_of(drawing, i, __builtin_ctz(days[i]));
		run->to = place_of(drawing, i, 32 - __builtin_clz(days[i]));
		any = true;
	}
	return any;
}

static double
name_room(const struct drawing *drawing, const struct run *run)
{
	return fmin(svg_room(object_name(&run->event->object), SVG_SMALL),
		    drawing->frame->width - drawing->days.from);
}

/* Puts it into the first lane with room; false: all are full. */
static bool
find_lane(struct drawing *drawing, struct run *run)
{
	for (run->lane = 0; run->lane < LANES; run->lane++) {
		bool free = true;

		for (size_t i = 0; i < drawing->n; i++) {
			const struct run *other = &drawing->runs[i];

			free &= other->lane != run->lane ||
				run->left > other->right + 2 * PAD ||
				run->right + 2 * PAD < other->left;
		}
		if (free)
			return true;
	}
	return false;
}

static void
place_events(struct drawing *drawing)
{
	const double edge = drawing->frame->width;

	FOR_EACH (event, drawing->chart->review->plan->calendar) {
		struct run run = {.event = event};
		double room = name_room(drawing, &run);

		if (!find_places(drawing, &run))
			continue;
		run.to = fmax(run.to, run.from + SHORTEST);
		run.end = run.from + room > edge;
		run.left = run.end ? fmin(run.from, run.to - room) : run.from;
		run.left = fmax(run.left, drawing->days.from);
		run.right = fmax(run.to, run.left + room);
		if (drawing->n == EVENTS_MOST || !find_lane(drawing, &run)) {
			drawing->left_out++;
			continue;
		}
		drawing->runs[drawing->n++] = run;
		if (run.lane >= drawing->lanes)
			drawing->lanes = run.lane + 1;
	}
}

/* Draws each stretch of days on which it runs. */
static void
draw_stretches(const struct drawing *drawing, const struct run *run, double y)
{
	const struct event_view *view =
		&drawing->chart->review->view->events[run->event->object.index];
	double from = -1, to = -1;

	for (int i = 0; i < MONTHS; i++)
		for (int day = 0; day < 31; day++) {
			double x = place_of(drawing, i, day);

			if (!(view->months.days[i] >> day & 1))
				continue;
			if (from >= 0 && x > to + 0.5) {
				svg_area(&drawing->svg,
					 view->in_history ? "pale" : "accent",
					 from, y, fmax(to - from, SHORTEST),
					 THICK);
				from = -1;
			}
			if (from < 0)
				from = x;
			to = place_of(drawing, i, day + 1);
		}
	if (from >= 0)
		svg_area(&drawing->svg, view->in_history ? "pale" : "accent",
			 from, y, fmax(to - from, SHORTEST), THICK);
}

static void
draw_events(const struct drawing *drawing, double top)
{
	for (int i = 0; i <= MONTHS && drawing->lanes; i++) {
		double x = scale_at(&drawing->days, i);

		svg_line(&drawing->svg, "s-hair", x, top, x,
			 top + drawing->lanes * LANE);
	}
	for (size_t i = 0; i < drawing->n; i++) {
		const struct run *run = &drawing->runs[i];
		double y = top + run->lane * LANE + LANE - THICK - PAD / 2.0;
		const char *name = object_name(&run->event->object);

		draw_stretches(drawing, run, y);
		svg_name(&drawing->svg, drawing->chart->arena,
			 run->end ? "label e" : "label",
			 run->end ? run->right : run->left, y - 4, name,
			 drawing->frame->width - drawing->days.from);
	}
}

/* --- columns ---------------------------------------------------------------
 */

static double
value_of(const struct months *months, size_t month, const char *key)
{
	double value = key ? table_at(months->table, month, key)->number : NAN;

	return isfinite(value) ? value : 0;
}

static const char *
value_text(const struct drawing *drawing, double value)
{
	return chart_number(drawing->chart, value,
			    step_decimals(drawing->step));
}

static void
draw_scale(const struct drawing *drawing)
{
	int n = scale_steps(&drawing->values, drawing->step);

	for (int i = 0; i <= n; i++) {
		double value = drawing->values.low + i * drawing->step;
		double y = scale_at(&drawing->values, value);

		svg_line(&drawing->svg, i ? "s-hair" : "s-rule",
			 drawing->days.from, y, drawing->frame->width, y);
		svg_text(&drawing->svg, "small e", drawing->days.from - PAD,
			 y + SVG_BASE, value_text(drawing, value));
	}
}

static void
draw_columns(const struct drawing *drawing)
{
	const struct months *months = drawing->months;
	double base = scale_at(&drawing->values, 0);
	double room = scale_at(&drawing->days, 1) - drawing->days.from;

	for (int i = 0; i < MONTHS; i++) {
		double x = scale_at(&drawing->days, i);
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

/* --- the chart -------------------------------------------------------------
 */

static const char *
header_of(const struct drawing *drawing, const char *key)
{
	const struct table *table = drawing->months->table;
	struct buf text = {0};

	column_header(&text, drawing->chart->review->language,
		      &table->columns[table_column(table, key)]);
	return arena_take(drawing->chart->arena, &text);
}

/* Works out the scale, and the room of its figures at the left. */
static void
set_scales(struct drawing *drawing)
{
	double widest = 0;
	int n;

	drawing->values = (struct scale){.high = drawing->months->most,
					 .from = ABOVE + drawing->frame->height,
					 .to = ABOVE};
	drawing->step = scale_widen(&drawing->values, STEPS);
	n = scale_steps(&drawing->values, drawing->step);
	for (int i = 0; i <= n; i++)
		widest = fmax(widest,
			      svg_room(value_text(drawing, i * drawing->step),
				       SVG_SMALL));
	drawing->days =
		(struct scale){0, MONTHS, widest + PAD, drawing->frame->width};
}

static void
draw(struct buf *out, const struct chart *chart, const struct months *months,
     enum chart_width width)
{
	const struct language *language = chart->review->language;
	struct drawing drawing = {
		.chart = chart,
		.months = months,
		.frame = &frames[width],
		.svg = chart_svg(out, chart, width, frames[width].width)};
	double bottom = ABOVE + frames[width].height + NAMES;
	bool index = !strcmp(months->bottom, "index");

	set_scales(&drawing);
	place_events(&drawing);
	drawing.svg.height =
		bottom + drawing.lanes * LANE + (drawing.left_out ? LANE : 0);
	svg_begin(&drawing.svg, drawing.frame->class,
		  index ? language_text(language, "Index by month")
			: language_text(language, "Contacts by month"),
		  language_text(language,
				"Columns of contacts by month, and on top of "
				"them what new events add."));
	svg_define(&drawing.svg, "pale");
	svg_define(&drawing.svg, "accent");
	svg_text(&drawing.svg, "small", 0, ABOVE / 2.0,
		 index ? header_of(&drawing, "index")
		       : language_text(language, "Contacts a month"));
	draw_scale(&drawing);
	draw_columns(&drawing);
	draw_events(&drawing, bottom);
	chart_more(&drawing.svg, chart, drawing.days.from, drawing.left_out);
	svg_end(&drawing.svg);
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
	for (size_t i = 0; i < MONTHS; i++)
		months.most = fmax(months.most,
				   value_of(&months, i, "volume") +
					   value_of(&months, i, "extra"));
	if (!(months.most > 0)) {
		months.bottom = "index";
		months.top = NULL;
		for (size_t i = 0; i < MONTHS; i++)
			months.most = fmax(months.most,
					   value_of(&months, i, "index"));
	}
	if (!(months.most > 0))
		return false;
	if (months.top)
		chart_key(out, chart, colors, names, 2);
	draw(out, chart, &months, CHART_WIDE);
	draw(out, chart, &months, CHART_NARROW);
	return true;
}
