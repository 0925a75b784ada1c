/* months.c - volume by month: the usual one, and events on top */
#include "ces/words.h"
#include "view/parts.h"

/* each month's share of the year; NAN where the plan does not tell */
static void
read_index(const struct plan *plan, double index[12])
{
	const struct int_map_value *told = &plan->demand.month_index;

	for (int month = 0; month < 12; month++)
		index[month] = NAN;
	for (uint32_t i = 0; i < told->n; i++) {
		const struct int_number *at = &told->items[i];

		if (is_set(&at->value.at) && at->key >= 1 && at->key <= 12)
			index[at->key - 1] = at->value.n;
	}
}

/* one event, made once for all its runs */
struct drive {
	double effects;		 /* contacts more on a usual day, index 1 */
	double responses;	 /* of a whole run, from its audience */
	struct date first, last; /* days that are looked at */
	double index[12];
	double *extra;
};

static double
effects_of(const struct view *view, const struct event *event)
{
	double sum = 0;

	for (uint32_t i = 0; i < event->effects.n; i++) {
		const struct share *effect = &event->effects.items[i];
		const struct reason *reason = effect->ref.to;
		double volume =
			reason ? view->reasons[reason->object.index].volume
			       : NAN;

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

static int
months_between(struct date from, struct date to)
{
	return (to.year - from.year) * 12 + to.month - from.month;
}

/*
 * Every run that touches the days looked at. A run that is longer than the
 * time to the next ends where that begins, so one run at most began before.
 */
static void
add_runs(struct drive *drive, const struct event *event)
{
	struct date start = event->start.date, from = start;
	int32_t length = date_between(start, event->end.date);
	int step = repeat_months(event), run;

	if (length < 0)
		return;
	if (!step) {
		add_run(drive, start, event->end.date);
		return;
	}
	run = months_between(start, drive->first) / step - 1;
	for (run = run > 0 ? run : 0;; run++) {
		struct date next = date_add_months(start, (run + 1) * step);
		struct date end;

		from = date_add_months(start, run * step);
		if (date_compare(from, drive->last) > 0 ||
		    date_compare(next, from) <= 0)
			return;
		end = earlier_date(date_add_days(from, length),
				   date_add_days(next, -1));
		add_run(drive, from, end);
	}
}

static void
add_event(struct drive *drive, const struct view *view,
	  const struct event *event)
{
	double responses = view->events[event->object.index].contacts;

	if (!is_set(&event->start.at) || !is_set(&event->end.at))
		return;
	drive->effects = effects_of(view, event);
	drive->responses = isnan(responses) ? 0 : responses;
	add_runs(drive, event);
}

/* at most a year of the plan, as the table has each month once */
static struct date
last_day(const struct term *period)
{
	struct date year =
		date_add_days(date_add_months(period->start.date, 12), -1);

	return earlier_date(year, period->end.date);
}

void
view_months(struct view *view)
{
	const struct plan *plan = view->plan;
	const struct term *period = &plan->plan.period;
	struct drive drive = {.extra = view->month_extra};
	bool told = is_set(&period->start.at) && is_set(&period->end.at);

	read_index(plan, drive.index);
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
	drive.last = last_day(period);
	for (uint32_t i = 0; i < plan->calendar.n; i++)
		add_event(&drive, view, ITEM(event, plan->calendar, i));
}
