/* actions.c - actions and events against the as-of date */
#include <limits.h>

#include "ces/words.h"
#include "view/parts.h"

enum { COMING_DAYS = 90 };

/* nobody wrote it down yet; what is written wrong has its finding */
static bool
missing(const struct mark *mark)
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
		     action->status.word == ACTION_NOT_STARTED ||
		     action->status.word == ACTION_IN_PROGRESS;
	made->unowned = missing(&action->owner.at) || missing(&action->due.at);
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
	if (!is_set(&event->repeats.at))
		return 0;
	switch (event->repeats.word) {
	case REPEATS_MONTHLY:
		return 1;
	case REPEATS_QUARTERLY:
		return 3;
	default:
		return 12;
	}
}

/* The first run that is not over at the as-of date; of an event that does not
 * repeat the only one. Run n begins n steps after the first, so that one of the
 * 31st stays at the ends of months. */
static void
next_run(struct event_view *made, const struct event *event,
	 const struct view *view)
{
	struct date start = event->start.date, now = view->as_of;
	int32_t length = date_between(start, event->end.date);
	int step = repeat_months(event);
	int months = (now.year - event->end.date.year) * 12 + now.month -
		     event->end.date.month;
	int runs = step && months > step ? months / step - 1 : 0;

	made->next_start = start;
	made->next_end = event->end.date;
	if (!step || length < 0)
		return;
	for (; date_compare(made->next_end, now) < 0; runs++) {
		made->next_start = date_add_months(start, runs * step);
		made->next_end = date_add_days(made->next_start, length);
	}
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
	if (!is_set(&event->end.at))
		return;
	next_run(made, event, view);
	made->coming = date_compare(made->next_end, view->as_of) >= 0 &&
		       date_between(view->as_of, made->next_start) <=
			       COMING_DAYS;
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
