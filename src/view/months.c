/* months.c - a year's contacts by month: index, recurring events and new ones
 */
#include "ces/words.h"
#include "view/parts.h"

enum { MONTHS = 12 };

/* the year that the months are of, from the first day of the plan's period */
struct year {
	struct term_days days, plan; /* plan: those in the period too */
	bool told;
};

static bool
period_told(const struct view *view)
{
	const struct term *period = &view->plan->plan.period;

	return is_set(&period->start.at) && is_set(&period->end.at);
}

struct date
year_first(const struct view *view)
{
	return period_told(view) ? view->plan->plan.period.start.date
				 : view->as_of;
}

static struct year
make_year(struct view *view)
{
	const struct term *period = &view->plan->plan.period;
	struct year year = {.told = period_told(view)};
	struct date month = year_first(view);

	year.days.first = month;
	year.days.last = date_add_days(date_add_months(month, MONTHS), -1);
	year.plan = year.days;
	if (year.told && date_compare(period->end.date, year.days.last) < 0)
		year.plan.last = period->end.date;
	for (int i = 0; i < MONTHS; i++) {
		struct date end = month_end(date_add_months(month, i));

		view->month_days[end.month - 1] = end.day;
	}
	return year;
}

/* contacts more in a month of index 1, where the event runs on all its days */
static double
effects_of(const struct view *view, const struct event *event)
{
	const struct event_view *made = &view->events[event->object.index];
	double sum = 0;

	for (uint32_t i = 0; i < made->n_effects; i++) {
		double volume = view->reasons[made->effects[i].reason].volume;

		if (!isnan(volume))
			sum += volume / MONTHS * made->effects[i].percent / 100;
	}
	return sum;
}

int
days_count(uint32_t days)
{
	int n = 0;

	for (; days; days &= days - 1)
		n++;
	return n;
}

/* Adds an event's contacts to the months; index: NULL is 1 in each. */
static void
add_event(double *sums, const struct view *view, const struct event *event,
	  const struct event_months *at, const double *index)
{
	double effects = effects_of(view, event);

	for (int i = 0; i < MONTHS; i++)
		sums[i] += event_contacts(effects * days_count(at->days[i]) /
						  view->month_days[i] *
						  (index ? index[i] : 1),
					  at->responses[i]);
}

/* the index as written, with a mean of 1 where all twelve months are known; or
 * as the events of the history shape a usual year */
static void
make_index(struct view *view, const double *usual)
{
	const struct int_map_value *written = &view->plan->demand.month_index;
	double sum = 0, raw[MONTHS];
	bool shaped = written->at.state <= BLANK && view->contacts > 0;
	bool any = false;

	for (int i = 0; i < MONTHS; i++) {
		any |= usual[i] != 0;
		raw[i] = shaped ? fmax(view->contacts / MONTHS + usual[i], 0)
				: NAN;
	}
	FOR_VALUES (int_number, at, *written)
		if (is_set(&at->value.at) && at->value.n >= 0 && at->key >= 1 &&
		    at->key <= MONTHS)
			raw[at->key - 1] = at->value.n;
	for (int i = 0; i < MONTHS; i++)
		sum += raw[i];
	for (int i = 0; i < MONTHS; i++)
		view->month_index[i] = shaped && !any ? NAN
				       : sum > 0      ? raw[i] / sum * MONTHS
						      : raw[i];
}

void
view_months(struct view *view)
{
	const struct map *calendar = &view->plan->calendar;
	struct year year = make_year(view);
	double usual[MONTHS] = {0}, known[MONTHS] = {0}, index[MONTHS];
	double *extra = view->month_extra;

	FOR_EACH (event, *calendar) {
		struct event_view *made = &view->events[event->object.index];
		struct event_months habit;

		event_months(&made->months, event, made->contacts,
			     made->in_history ? &year.days : &year.plan, false);
		if (!made->in_history)
			continue;
		event_months(&habit, event, made->contacts, &year.days, true);
		add_event(usual, view, event, &habit, NULL);
		add_event(known, view, event, &made->months, NULL);
	}
	make_index(view, usual);
	for (int i = 0; i < MONTHS; i++) {
		double mean = view->contacts / MONTHS;
		double all = mean + known[i];

		index[i] =
			isnan(view->month_index[i]) ? 1 : view->month_index[i];
		view->month_volume[i] = mean * view->month_index[i];
		view->month_part[i] =
			view->month_volume[i] *
			(all > 0 || isnan(all) ? known[i] / all : 0);
		extra[i] = year.told ? 0 : NAN;
	}
	FOR_EACH (event, *calendar) {
		const struct event_view *made =
			&view->events[event->object.index];

		if (!made->in_history)
			add_event(extra, view, event, &made->months, index);
	}
	for (int i = 0; i < MONTHS; i++)
		if (view->month_volume[i] + extra[i] < 0)
			extra[i] = -view->month_volume[i];
}
