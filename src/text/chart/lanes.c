/* lanes.c - when events run in a year, in lanes below its months */
#include "lanes.h"

#include <math.h>

enum { MONTHS = 12, DAYS = 31, LANES = 18 };
/* pixels: of a lane, of a bar and the least of one, and around texts */
enum { LANE = 25, THICK = 5, SHORTEST = 4, PAD = 6 };

static const struct event_months *
months_of(const struct lanes *lanes, const struct event *event)
{
	return &lanes->chart->review->view->events[event->object.index].months;
}

/* the place of a day of the month, or of its end */
static double
place_of(const struct lanes *lanes, int month, int day)
{
	double days = lanes->chart->review->view->month_days[month];

	return scale_at(&lanes->days, month + fmin(day / days, 1));
}

/* Finds where it begins and ends; false: not in that year. */
static bool
find_places(const struct lanes *lanes, struct run *run)
{
	const uint32_t *days = months_of(lanes, run->event)->days;
	bool any = false;

	for (int i = 0; i < MONTHS; i++) {
		if (!days[i])
			continue;
		if (!any)
			run->from = place_of(lanes, i, __builtin_ctz(days[i]));
		run->to = place_of(lanes, i, 32 - __builtin_clz(days[i]));
		any = true;
	}
	return any;
}

static double
name_room(const struct lanes *lanes, const struct run *run)
{
	return fmin(svg_room(object_name(&run->event->object), SVG_SMALL),
		    lanes->days.to - lanes->days.from);
}

/* Puts it into the first lane with room; false: all are full. */
static bool
find_lane(struct lanes *lanes, struct run *run)
{
	for (run->lane = 0; run->lane < LANES; run->lane++) {
		bool free = true;

		for (size_t i = 0; i < lanes->n; i++) {
			const struct run *other = &lanes->runs[i];

			free &= other->lane != run->lane ||
				run->left > other->right + 2 * PAD ||
				run->right + 2 * PAD < other->left;
		}
		if (free)
			return true;
	}
	return false;
}

void
lanes_place(struct lanes *lanes)
{
	const double edge = lanes->days.to;

	FOR_EACH (event, lanes->chart->review->plan->calendar) {
		struct run run = {.event = event};
		double room = name_room(lanes, &run);

		if (!find_places(lanes, &run))
			continue;
		run.to = fmax(run.to, run.from + SHORTEST);
		run.end = run.from + room > edge;
		run.left = run.end ? fmin(run.from, run.to - room) : run.from;
		run.left = fmax(run.left, lanes->days.from);
		run.right = fmax(run.to, run.left + room);
		if (lanes->n == EVENTS_MOST || !find_lane(lanes, &run)) {
			lanes->left_out++;
			continue;
		}
		lanes->runs[lanes->n++] = run;
		if (run.lane >= lanes->count)
			lanes->count = run.lane + 1;
	}
}

/* Draws each stretch of days on which it runs. */
static void
draw_stretches(const struct lanes *lanes, const struct svg *svg,
	       const struct run *run, double y)
{
	const struct event_view *view =
		&lanes->chart->review->view->events[run->event->object.index];
	const char *color = view->in_history ? "pale" : "accent";
	double from = NAN, to = NAN;

	for (int i = 0; i < MONTHS * DAYS; i++) {
		double x = place_of(lanes, i / DAYS, i % DAYS);

		if (!(view->months.days[i / DAYS] >> i % DAYS & 1))
			continue;
		if (x > to + 0.5)
			svg_area(svg, color, from, y, fmax(to - from, SHORTEST),
				 THICK);
		if (!(x <= to + 0.5))
			from = x;
		to = place_of(lanes, i / DAYS, i % DAYS + 1);
	}
	svg_area(svg, color, from, y, fmax(to - from, SHORTEST), THICK);
}

void
lanes_draw(const struct lanes *lanes, const struct svg *svg, double top)
{
	for (int i = 0; i <= MONTHS && lanes->count; i++) {
		double x = scale_at(&lanes->days, i);

		svg_line(svg, "s-hair", x, top, x, top + lanes->count * LANE);
	}
	for (size_t i = 0; i < lanes->n; i++) {
		const struct run *run = &lanes->runs[i];
		double y = top + run->lane * LANE + LANE - THICK - PAD / 2.0;
		const char *name = object_name(&run->event->object);

		draw_stretches(lanes, svg, run, y);
		svg_name(svg, lanes->chart->arena,
			 run->end ? "label e" : "label",
			 run->end ? run->right : run->left, y - 4, name,
			 lanes->days.to - lanes->days.from);
	}
}

double
lanes_height(const struct lanes *lanes)
{
	return (lanes->count + (lanes->left_out > 0)) * LANE;
}
