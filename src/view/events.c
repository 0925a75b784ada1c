/* events.c - events against the as-of date, and the days on which they run */
#include <limits.h>
#include <stdlib.h>

#include "ces/words.h"
#include "view/parts.h"

enum { COMING_DAYS = 90 };

int
event_step(const struct event *event)
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
	int step = event_step(event);
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

/* As written, else by `repeats`, else by the kind. What can't be read may say
 * so: a doubt adds no contacts. */
static bool
is_in_history(const struct event *event)
{
	const struct word_value *kind = &event->kind;

	if (is_set(&event->in_history.at))
		return event->in_history.on;
	return event->in_history.at.state > BLANK ||
	       event->repeats.at.state > BLANK || !is_set(&kind->at) ||
	       kind->word == EVENT_SEASON || kind->word == EVENT_HOLIDAY ||
	       kind->word == EVENT_BILLING_CYCLE;
}

/* Hands the effects on a reason down to those of its parts that tell none of
 * their own, so that each contact changes once. */
static void
hand_effects_down(struct event_view *made, const struct event *event,
		  const struct view *view, struct arena *arena)
{
	uint32_t n = view->plan->contact_reasons.n;
	double *changes = mem_zeroed(n, sizeof(*changes));

	for (uint32_t i = 0; i < n; i++)
		changes[i] = NAN;
	FOR_VALUES (share, effect, event->effects) {
		const struct object *reason = effect->ref.to;

		if (reason && is_set(&effect->value.at))
			changes[reason->index] = effect->value.n;
	}
	for (uint32_t i = n; i-- > 0;) {
		uint32_t at = view->by_part[i];
		const struct reason *parent = view->reasons[at].parent;

		if (parent && isnan(changes[at]))
			changes[at] = changes[parent->object.index];
	}
	made->n_effects = 0;
	for (uint32_t i = 0; i < n; i++)
		made->n_effects +=
			view->reasons[i].counted && !isnan(changes[i]);
	made->effects = arena_alloc(arena, (made->n_effects + 1) *
						   sizeof(*made->effects));
	for (uint32_t i = 0, at = 0; i < n; i++)
		if (view->reasons[i].counted && !isnan(changes[i]))
			made->effects[at++] =
				(struct reason_effect){i, changes[i]};
	free(changes);
}

static void
make_effects(struct event_view *made, const struct event *event,
	     const struct view *view, struct arena *arena)
{
	bool split = false;

	made->effects = arena_alloc(arena, (event->effects.n + 1) *
						   sizeof(*made->effects));
	FOR_VALUES (share, effect, event->effects) {
		const struct object *reason = effect->ref.to;

		if (!reason || !is_set(&effect->value.at))
			continue;
		split |= !view->reasons[reason->index].counted;
		made->effects[made->n_effects++] =
			(struct reason_effect){reason->index, effect->value.n};
	}
	if (split)
		hand_effects_down(made, event, view, arena);
}

static void
make_event(struct event_view *made, const struct event *event,
	   const struct view *view, struct arena *arena)
{
	double audience = number_of(&event->audience);

	made->contacts = audience * number_of(&event->response) / 100;
	made->in_history = is_in_history(event);
	make_effects(made, event, view, arena);
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

struct date
month_end(struct date date)
{
	date.day = 1;
	return date_add_days(date_add_months(date, 1), -1);
}

/* Adds the run's days to their months, responses evenly over its days. */
static void
add_run(struct event_months *made, const struct term_days *days,
	double responses, struct date start, struct date end)
{
	double length = date_between(start, end) + 1.0;
	struct date last = date_compare(end, days->last) < 0 ? end : days->last;
	struct date day = start;

	if (date_compare(day, days->first) < 0)
		day = days->first;
	while (date_compare(day, last) <= 0) {
		struct date to = month_end(day);
		int month = day.month - 1;

		if (date_compare(to, last) > 0)
			to = last;
		for (int bit = day.day; bit <= to.day; bit++)
			made->days[month] |= 1u << (bit - 1);
		made->responses[month] +=
			responses * (to.day - day.day + 1) / length;
		if (date_compare(to, last) >= 0)
			return;
		day = date_add_days(to, 1);
	}
}

/* A run that is longer than the time to the next ends where that begins, so one
 * run at most began before the days looked at. */
void
event_months(struct event_months *made, const struct event *event,
	     double responses, const struct term_days *days, bool usual)
{
	struct date start = event->start.date, from;
	int step = event_step(event), run;
	int32_t length;

	*made = (struct event_months){0};
	if (!is_set(&event->start.at) || !is_set(&event->end.at))
		return;
	length = date_between(start, event->end.date);
	if (length < 0)
		return;
	responses = isnan(responses) ? 0 : responses;
	if (!step && !usual) {
		add_run(made, days, responses, start, event->end.date);
		return;
	}
	step = step ? step : 12;
	run = months_between(start, days->first) / step - 1;
	if (usual && date_compare(days->first, start) < 0)
		run--;
	else if (run < 0)
		run = 0;
	for (;; run++) {
		struct date next = date_add_months(start, (run + 1) * step);
		struct date end;

		from = date_add_months(start, run * step);
		if (date_compare(from, days->last) > 0 ||
		    date_compare(next, from) <= 0)
			return;
		end = date_add_days(from, length);
		next = date_add_days(next, -1);
		add_run(made, days, responses, from,
			date_compare(end, next) < 0 ? end : next);
	}
}

void
view_events(struct view *view, struct arena *arena)
{
	const struct map *calendar = &view->plan->calendar;

	view->events =
		arena_alloc(arena, (calendar->n + 1) * sizeof(*view->events));
	FOR_EACH (event, *calendar)
		make_event(&view->events[event->object.index], event, view,
			   arena);
	view_months(view);
}
