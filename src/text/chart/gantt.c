/* gantt.c - when actions are due, by month, and today */
#include "actions.h"

#include <math.h>

#include "ces/language.h"

/* pixels: above the rows, of a bar, around texts, and of a day's mark */
enum { TOP = 44, THICK = 12, PAD = 6, MARK = 4, MORE = 20, MONTH_ROOM = 34 };

static const struct frame {
	double width, names, row; /* of all, of the names at the left, a row */
	const char *class;
} frames[] = {[CHART_WIDE] = {960, 380, 22, "wide"},
	      [CHART_NARROW] = {360, 0, 36, "narrow"}};

enum { DONE, LATE, LEFT, DUE };
static const char *const colors[] = {"green", "red", "bar", "accent"};
static const char *const names[] = {N_("Done"), N_("Overdue"), N_("Time left"),
				    N_("Due")};

struct drawing {
	const struct chart *chart;
	const struct actions *actions;
	const struct frame *frame;
	struct svg svg;
	struct scale days;
	double today; /* place of the as-of day */
};

/* within the axis */
static double
place_of(const struct drawing *drawing, struct date day)
{
	double x = scale_at(&drawing->days, date_days(day));

	return fmin(fmax(x, drawing->days.from), drawing->days.to);
}

/* Marks months, and years where they begin. */
static void
draw_months(const struct drawing *drawing)
{
	const struct language *language = drawing->chart->review->language;
	const struct svg *svg = &drawing->svg;
	struct date first = drawing->actions->first;
	struct date last = drawing->actions->last;
	double room = drawing->days.to - drawing->days.from;
	int months = scale_months(first, date_add_days(last, -1),
				  (int)(room / MONTH_ROOM));
	struct date day = months_mark(first, months);

	for (; date_compare(day, last) < 0;
	     day = date_add_months(day, months)) {
		double x = place_of(drawing, day);
		bool year = day.month == 1 || day.year != first.year ||
			    !date_compare(day, months_mark(first, months));

		svg_line(svg, "s-hair", x, TOP - PAD, x, svg->height);
		if (months < 12)
			svg_text(svg, "small", x + 2, TOP - PAD - 2,
				 month_short(language, day.month));
		if (year && x + MONTH_ROOM < drawing->days.to)
			svg_text(svg, "small", x + 2,
				 months < 12 ? TOP - PAD - 16 : TOP - PAD - 2,
				 arena_format(drawing->chart->arena, "%d",
					      day.year));
		first = day;
	}
}

static void
draw_today(const struct drawing *drawing)
{
	const struct review *review = drawing->chart->review;
	double room = drawing->days.to - drawing->days.from;
	bool end = drawing->today > drawing->days.from + room / 2;

	svg_line(&drawing->svg, "today", drawing->today, 14, drawing->today,
		 drawing->svg.height);
	svg_text(&drawing->svg, end ? "strong small e" : "strong small",
		 drawing->today + (end ? -4 : 4), 11,
		 message_text(drawing->chart->arena, review->language,
			      N_("As of {date}"),
			      ARGS(DATE_ARG("date", review->view->as_of))));
}

static void
draw_bar(const struct drawing *drawing, int part, double from, double to,
	 double y)
{
	if (to > from)
		svg_area(&drawing->svg, colors[part], from, y, to - from,
			 THICK);
}

static void
draw_row(const struct drawing *drawing, size_t i)
{
	const struct table *table = drawing->actions->table;
	const struct frame *frame = drawing->frame;
	size_t row = drawing->actions->rows[i];
	struct date as_of = drawing->chart->review->view->as_of;
	struct date start = table_at(table, row, "start")->date;
	double x = place_of(drawing, action_end(table, row, as_of));
	double top = TOP + (double)i * frame->row;
	double y = top + frame->row - THICK - (frame->row - THICK) / 4;
	bool done = table_at(table, row, "status")->word == ACTION_DONE;
	const char *title = table_at(table, row, "title")->text;

	if (frame->names > 0)
		y = top + (frame->row - THICK) / 2;
	svg_line(&drawing->svg, "s-hair", 0, top, frame->width, top);
	svg_name(&drawing->svg, drawing->chart->arena, "label", 0,
		 frame->names > 0 ? top + frame->row / 2 + SVG_BASE : top + 14,
		 title ? title : "",
		 frame->names > 0 ? frame->names - 2 * PAD : frame->width);
	if (done) {
		draw_bar(drawing, DONE,
			 start.year ? fmin(place_of(drawing, start), x - MARK)
				    : x - MARK,
			 fmin(x + MARK, frame->width), y);
	} else if (date_compare(table_at(table, row, "due")->date, as_of) < 0) {
		draw_bar(drawing, LATE, x, drawing->today, y);
		draw_bar(drawing, DUE, x - MARK, x, y);
	} else {
		double from = start.year ? fmax(place_of(drawing, start),
						drawing->today)
					 : drawing->today;

		draw_bar(drawing, LEFT, from, x - MARK, y);
		draw_bar(drawing, DUE, x - MARK, x, y);
	}
}

static const char *
describe(const struct chart *chart, const struct actions *actions)
{
	return message_text(
		chart->arena, chart->review->language,
		N_("Actions by the month in which they are due, as of {date}. "
		   "Done: {done}. Open: {open}. Of these overdue: {late}."),
		ARGS(DATE_ARG("date", chart->review->view->as_of),
		     COUNT_ARG("done", actions->done),
		     COUNT_ARG("open", actions->open),
		     COUNT_ARG("late", actions->late)));
}

static void
draw(struct buf *out, const struct chart *chart, const struct actions *actions,
     enum chart_width width)
{
	const struct frame *frame = &frames[width];
	const struct language *language = chart->review->language;
	struct drawing drawing = {
		.chart = chart,
		.actions = actions,
		.frame = frame,
		.svg = chart_svg(out, chart, width, frame->width),
		.days = {date_days(actions->first), date_days(actions->last),
			 frame->names + MARK, frame->width - MARK}};

	drawing.svg.height = TOP + (double)actions->n * frame->row + PAD +
			     (actions->left_out ? MORE : 0);
	drawing.today = place_of(&drawing, chart->review->view->as_of);
	svg_begin(&drawing.svg, frame->class,
		  language_text(language, "When actions are due"),
		  describe(chart, actions));
	for (int i = DONE; i <= DUE; i++)
		svg_define(&drawing.svg, colors[i]);
	draw_months(&drawing);
	draw_today(&drawing);
	for (size_t i = 0; i < actions->n; i++)
		draw_row(&drawing, i);
	chart_more(&drawing.svg, chart, 0, actions->left_out);
	svg_end(&drawing.svg);
}

bool
chart_gantt(struct buf *out, const struct chart *chart)
{
	struct actions actions = {
		.table = tables_get(chart->tables, TABLE_actions)};

	actions_gather(&actions, chart->review->view->as_of);
	if (actions.n < 2)
		return false;
	chart_key(out, chart, colors, names, DUE + 1);
	draw(out, chart, &actions, CHART_WIDE);
	draw(out, chart, &actions, CHART_NARROW);
	return true;
}
