/* events.c - events against the as-of date, and volume by month with them */
#include <limits.h>

#include "ces/words.h"
#include "view/parts.h"

enum { COMING_DAYS = 90 };

/* months between two runs of the event; 0: it does not come again */
static int
repeat_months(const struct event *event)
{
	static const int months[] = {
		[REPEATS_MONTHLY] = 1,
		[REPEATS_QUARTERLY] = 3,
		[REPEATS_YEARLY] = 12,
	};

	return is_set(&event->repeats.at) ? months[event->repeats.word] : 0;
}

static int
months_between(struct date from, struct date to)
{
	return (to.year - from.year) * 12 + to.month - from.month;
}

/* Run n begins n steps after the first, so that one of the 31st stays at the
 * ends of months. */
bool
event_run(const struct event *event, struct date day, struct date *start,
	  struct date *end)
{
	struct date first = event->start.date, last = event->end.date;
	int months = months_between(last, day);
	int step = repeat_months(event);
	int runs = step && months > step ? months / step - 1 : 0;
	int32_t length;

	if (!is_set(&event->start.at) || !is_set(&event->end.at))
		return false;
	length = date_between(first, last);
	*start = first;
	*end = last;
	for (; step && length >= 0 && date_compare(*end, day) < 0; runs++) {
		*start = date_add_months(first, runs * step);
		*end = date_add_days(*start, length);
	}
	return date_compare(*end, day) >= 0;
}

static void
make_event(struct event_view *made, const struct event *event,
	   const struct view *view)
{
	double audience = number_of(&event->audience);

	made->contacts = audience * number_of(&event->response) / 100;
	made->lead_days = INT_MIN;
	if (!is_set(&event->start.at))
		return;
	if (is_set(&event->told_contact_center.at))
		made->lead_days = date_between(event->told_contact_center.date,
					       event->start.date);
	made->coming =
		event_run(event, view->as_of, &made->next_start,
			  &made->next_end) &&
		date_between(view->as_of, made->next_start) <= COMING_DAYS;
}

/* one event, made once for all its runs */
struct drive {
	double effects;		 /* contacts more on a usual day, index 1 */
	double responses;	 /* of a whole run, from its audience */
	struct date first, last; /* days that are looked at */
	double index[12];	 /* each month's share of the year */
	double *extra;
};

static double
effects_of(const struct view *view, const struct event *event)
{
	double sum = 0;

	FOR_VALUES (share, effect, event->effects) {
		const struct object *reason = effect->ref.to;
		double volume =
			reason ? view->reasons[reason->index].volume : NAN;

		if (is_set(&effect->value.at) && !isnan(volume))
			sum += volume / 365 * effect->value.n / 100;
	}
	return sum;
}

static struct date
month_end(struct date date)
{
	date.day = 1;
	return date_add_days(date_add_months(date, 1), -1);
}

static struct date
earlier_date(struct date a, struct date b)
{
	return date_compare(a, b) < 0 ? a : b;
}

/* Adds the run's days to their months, responses evenly over its days. */
static void
add_run(struct drive *drive, struct date start, struct date end)
{
	double length = date_between(start, end) + 1.0;
	struct date last = earlier_date(end, drive->last);
	struct date day =
		date_compare(start, drive->first) < 0 ? drive->first : start;

	while (date_compare(day, last) <= 0) {
		struct date to = earlier_date(month_end(day), last);
		double days = date_between(day, to) + 1.0;
		int month = day.month - 1;

		drive->extra[month] +=
			drive->effects * days * drive->index[month] +
			drive->responses * days / length;
		if (date_compare(to, last) >= 0)
			return;
		day = date_add_days(to, 1);
	}
}

/* Adds every run that touches the days looked at. A run that is longer than the
 * time to the next ends where that begins, so one run at most began before. */
static void
add_event(struct drive *drive, const struct view *view,
	  const struct event *event)
{
	double responses = view->events[event->object.index].contacts;
	struct date start = event->start.date, from = start;
	int32_t length;
	int step = repeat_months(event), run;

	if (!is_set(&event->start.at) || !is_set(&event->end.at))
		return;
	length = date_between(start, event->end.date);
	if (length < 0)
		return;
	drive->effects = effects_of(view, event);
	drive->responses = isnan(responses) ? 0 : responses;
	if (!step) {
		add_run(drive, start, event->end.date);
		return;
	}
	run = months_between(start, drive->first) / step - 1;
	for (run = run > 0 ? run : 0;; run++) {
		struct date next = date_add_months(start, (run + 1) * step);

		from = date_add_months(start, run * step);
		if (date_compare(from, drive->last) > 0 ||
		    date_compare(next, from) <= 0)
			return;
		add_run(drive, from,
			earlier_date(date_add_days(from, length),
				     date_add_days(next, -1)));
	}
}

/* Looks at a year of the plan's period at most, as the table has each month
 * once. */
static void
make_months(struct view *view)
{
	const struct plan *plan = view->plan;
	const struct term *period = &plan->plan.period;
	struct drive drive = {.extra = view->month_extra};
	bool told = is_set(&period->start.at) && is_set(&period->end.at);

	for (int month = 0; month < 12; month++)
		drive.index[month] = NAN;
	FOR_VALUES (int_number, at, plan->demand.month_index)
		if (is_set(&at->value.at) && at->key >= 1 && at->key <= 12)
			drive.index[at->key - 1] = at->value.n;
	for (int month = 0; month < 12; month++) {
		double *index = &drive.index[month];

		/* contacts a year by month; events are not in it */
		view->month_volume[month] = view->contacts / 12 * *index;
		view->month_extra[month] = told ? 0 : NAN;
		if (isnan(*index))
			*index = 1;
	}
	if (!told)
		return;
	drive.first = period->start.date;
	drive.last = earlier_date(
		date_add_days(date_add_months(drive.first, 12), -1),
		period->end.date);
	FOR_EACH (event, plan->calendar)
		add_event(&drive, view, event);
}

void
view_events(struct view *view, struct arena *arena)
{
	const struct map *calendar = &view->plan->calendar;

	view->events =
		arena_alloc(arena, (calendar->n + 1) * sizeof(*view->events));
	FOR_EACH (event, *calendar)
		make_event(&view->events[event->object.index], event, view);
	make_months(view);
}
