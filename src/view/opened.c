/* opened.c - the hours of a plan, day by day over the days looked at */
#include "view/opened.h"

#include <stdlib.h>

#include "view/parts.h"

enum { NO_PERIOD_DAYS = 364, MOST_DAYS = 3660, BESIDE = 2 };

struct days
days_looked_at(const struct plan *plan, struct date as_of)
{
	const struct term *period = &plan->plan.period;
	struct date start =
		is_set(&period->start.at) ? period->start.date : as_of;
	struct days days = {date_days(start), NO_PERIOD_DAYS};
	int32_t n;

	if (!is_set(&period->start.at) || !is_set(&period->end.at))
		return days;
	n = date_between(start, period->end.date) + 1;
	if (n > 0 && n <= MOST_DAYS)
		days.n = n;
	return days;
}

/* --- clocks -------------------------------------------------------------- */

static const struct zone *
zone_of(const struct view *view, const struct zone_value *own)
{
	const struct zone_value *plan = &view->plan->plan.timezone;

	if (is_set(&own->at))
		return own->zone;
	return is_set(&plan->at) ? plan->zone : &zone_utc;
}

const struct clock *
clocks_find(struct clocks *clocks, const struct view *view,
	    const struct zone_value *own)
{
	const struct zone *zone = zone_of(view, own);
	struct clock *clock;

	for (size_t i = 0; i < clocks->n; i++)
		if (clocks->list[i]->zone == zone)
			return clocks->list[i];
	clock = arena_alloc(clocks->arena, sizeof(*clock));
	*clock = clock_make(zone, clocks->days, clocks->arena);
	ARRAY_GROW(clocks->list, clocks->n, clocks->cap);
	clocks->list[clocks->n++] = clock;
	return clock;
}

int
zone_shift(const struct view *view, const struct zone_value *own,
	   struct date day)
{
	const struct zone *theirs = zone_of(view, own);
	const struct zone *plan = zone_of(view, &view->plan->plan.timezone);

	return theirs == plan
		       ? 0
		       : zone_offset(plan, day) - zone_offset(theirs, day);
}

/* --- weeks --------------------------------------------------------------- */

/* a week that is like that day throughout */
static const struct week *
week_of_day(const struct day_hours *day, struct arena *arena)
{
	struct week *week = arena_alloc(arena, sizeof(*week));

	for (int i = 0; i < 7; i++)
		week->days[i] = *day;
	return week;
}

static bool
weeks_alike(const struct week *a, const struct week *b)
{
	for (int i = 0; i < 7; i++)
		if (!day_hours_equal(&a->days[i], &b->days[i]))
			return false;
	return true;
}

/* Gives the days from first to end the week of their exceptions. */
static void
end_exceptions(const struct week **weeks, int32_t first, int32_t end,
	       const struct day_hours *day, struct arena *arena)
{
	const struct week *week;

	if (!day || end - first < LONG_DAYS)
		return;
	week = week_of_day(day, arena);
	while (first < end)
		weeks[first++] = week;
}

/* Finds the days in a row with alike exceptions. */
static void
lay_exceptions(const struct week **weeks, const struct hours *hours,
	       const struct days *days, struct arena *arena)
{
	const struct day_hours *run = NULL;
	int32_t first = 0;

	for (int32_t day = 0; day <= days->n; day++) {
		const struct closure *closure =
			day < days->n
				? hours_exception(hours, days_date(days, day))
				: NULL;
		const struct day_hours *at =
			closure ? &closure->hours.day : NULL;

		if (run && at && day_hours_equal(run, at))
			continue;
		end_exceptions(weeks, first, day, run, arena);
		run = at;
		first = day;
	}
}

/* Weeks alike become one, so that days compare by their weeks. */
static const struct week **
weeks_make(const struct hours *hours, const struct days *days,
	   struct arena *arena)
{
	const struct week *standard = hours->weekly.week;
	const struct week **weeks;
	bool all = true;

	if (!hours->seasons.n && !hours->exceptions.n)
		return NULL;
	weeks = arena_alloc(arena, (size_t)days->n * sizeof(*weeks));
	for (int32_t day = 0; day < days->n; day++)
		weeks[day] = hours_week(hours, days_date(days, day));
	lay_exceptions(weeks, hours, days, arena);
	for (int32_t day = 0; day < days->n; day++) {
		if (weeks[day] == standard)
			continue;
		if (weeks_alike(weeks[day], standard))
			weeks[day] = standard;
		else if (day && weeks_alike(weeks[day], weeks[day - 1]))
			weeks[day] = weeks[day - 1];
		all &= weeks[day] == standard;
	}
	return all ? NULL : weeks;
}

const struct week *
week_on(const struct view *view, const struct hours *hours, int32_t day)
{
	const struct week **weeks = view->hours[hours->object.index].weeks;

	return weeks ? weeks[day] : hours->weekly.week;
}

/* --- all of them --------------------------------------------------------- */

/* the same week throughout needs no look at each date */
static const struct day_hours *
hours_of(const struct hours *hours, const struct days *days, int32_t day)
{
	if (hours->seasons.n || hours->exceptions.n)
		return hours_day(hours, days_date(days, day));
	return &hours->weekly.week->days[days_weekday(days, day)];
}

/* Lays out the hours over the days, with those beside that reach into them. */
static void
lay_open(struct timeline *open, const struct hours *hours,
	 const struct clock *clock, const struct days *days)
{
	for (int32_t day = -BESIDE; day < days->n + BESIDE; day++)
		timeline_add(open, clock, day, hours_of(hours, days, day));
	timeline_sort(open);
}

static int32_t
count_open(const struct timeline *open, const struct clock *clock,
	   const struct days *days)
{
	return timeline_count(open, -clock_offset(clock, 0),
			      days->n * DAY_MINUTES -
				      clock_offset(clock, days->n));
}

static struct days
days_of(struct date first, struct date next)
{
	return (struct days){date_days(first), date_between(first, next)};
}

/* that month of the year from the day on, whole */
static struct days
month_days(struct date first, int month)
{
	struct date next;

	first = date_add_months(first, (month + 13 - first.month) % 12);
	first.day = 1;
	next = date_add_months(first, 1);
	return days_of(first, next);
}

double
hours_open(const struct view *view, const struct hours *hours, int month)
{
	struct date first = year_first(view);
	struct days days = month < 0
				   ? days_of(first, date_add_months(first, 12))
				   : month_days(first, month);
	struct arena scratch = {0};
	struct timeline open = {0};
	struct clock clock;
	int32_t minutes;

	if (!hours || !hours_told(hours))
		return NAN;
	clock = clock_make(zone_of(view, &hours->timezone), &days, &scratch);
	lay_open(&open, hours, &clock, &days);
	minutes = count_open(&open, &clock, &days);
	free(open.spans);
	arena_release(&scratch);
	return minutes / 60.0;
}

void
opened_make(struct view *view, struct clocks *clocks, struct arena *arena)
{
	const struct plan *plan = view->plan;
	const struct days *days = clocks->days;
	const struct clock *own =
		clocks_find(clocks, view, &plan->plan.timezone);

	view->hours =
		arena_alloc(arena, (plan->hours.n + 1) * sizeof(*view->hours));
	FOR_EACH (hours, plan->hours) {
		struct hours_view *made = &view->hours[hours->object.index];

		if (!hours_told(hours))
			continue;
		made->told = true;
		made->clock = clocks_find(clocks, view, &hours->timezone);
		made->weeks = weeks_make(hours, days, arena);
		lay_open(&made->open, hours, made->clock, days);
		made->offered = count_open(&made->open, own, days);
	}
}

void
opened_close(struct view *view)
{
	for (uint32_t i = 0; i < view->plan->hours.n; i++) {
		free(view->hours[i].open.spans);
		view->hours[i].open = (struct timeline){0};
	}
}
