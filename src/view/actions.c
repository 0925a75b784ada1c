/* actions.c - actions and events against the as-of date */
#include <limits.h>

#include "ces/words.h"
#include "view/parts.h"

enum { COMING_DAYS = 90 };

/* not written down yet; a value that can't be read has its finding */
static bool
is_missing(const struct mark *mark)
{
	return !is_set(mark) && mark->state != BROKEN;
}

static void
make_action(struct action_view *made, const struct action *action,
	    const struct view *view)
{
	int soon = (int)SETTING_OF(view->plan, due_soon_days);
	int left;

	made->open = !is_set(&action->status.at) ||
		     word_is(&action->status, ACTION_NOT_STARTED) ||
		     word_is(&action->status, ACTION_IN_PROGRESS);
	made->unowned =
		is_missing(&action->owner.at) || is_missing(&action->due.at);
	if (!made->open || !is_set(&action->due.at))
		return;
	left = date_between(view->as_of, action->due.date);
	made->overdue = left < 0 ? -left : 0;
	made->due_soon = left >= 0 && left <= soon;
}

void
view_actions(struct view *view, struct arena *arena)
{
	uint32_t n = view->plan->actions.n;

	view->actions = arena_alloc(arena, (n + 1) * sizeof(*view->actions));
	for (uint32_t i = 0; i < n; i++)
		make_action(&view->actions[i],
			    ITEM(action, view->plan->actions, i), view);
}

int
repeat_months(const struct event *event)
{
	static const int months[] = {
		[REPEATS_MONTHLY] = 1,
		[REPEATS_QUARTERLY] = 3,
		[REPEATS_YEARLY] = 12,
	};

	return is_set(&event->repeats.at) ? months[event->repeats.word] : 0;
}

/* Run n begins n steps after the first, so that one of the 31st stays at the
 * ends of months. */
bool
event_run(const struct event *event, struct date day, struct date *start,
	  struct date *end)
{
	struct date first = event->start.date, last = event->end.date;
	int months = (day.year - last.year) * 12 + day.month - last.month;
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

void
view_events(struct view *view, struct arena *arena)
{
	uint32_t n = view->plan->calendar.n;

	view->events = arena_alloc(arena, (n + 1) * sizeof(*view->events));
	for (uint32_t i = 0; i < n; i++)
		make_event(&view->events[i],
			   ITEM(event, view->plan->calendar, i), view);
}
