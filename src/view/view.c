/* view.c - the figures of a plan, worked out once in one order */
#include "ces/zone.h"
#include "view/parts.h"

double
setting_value(const struct plan *plan, size_t offset)
{
	const struct number_value *value =
		(const void *)((const char *)&plan->settings + offset);
	const struct field *settings =
		entity_field(entity_plan(), "settings", 8);
	const struct entity *entity = settings->of();

	if (is_set(&value->at))
		return value->n;
	for (int i = 0; i < entity->n; i++)
		if (entity->fields[i].offset == offset)
			return entity->fields[i].fallback;
	return NAN;
}

/* the caller's day, the plan's as it is or was meant, today where the plan is;
 * else, as today would make much overdue, the first day of the period */
static struct date
pick_date(const struct plan *plan, struct date as_of, bool *known)
{
	const struct zone_value *zone = &plan->plan.timezone;
	const struct mark *given = &plan->plan.as_of.at;
	const struct date_value *start = &plan->plan.period.start;
	struct date today;

	*known = true;
	if (as_of.year)
		return as_of;
	if (plan->plan.as_of.date.year)
		return plan->plan.as_of.date;
	*known = given->state != BROKEN;
	if (!*known && is_set(&start->at))
		return start->date;
	if (!(is_set(&zone->at) ? zone_today(zone->zone, &today)
				: date_today(&today)))
		today = (struct date){1970, 1, 1};
	return today;
}

static void
view_period(struct view *view)
{
	const struct header *header = &view->plan->plan;
	const struct date_value *start = &header->period.start;
	const struct date_value *end = &header->period.end;

	view->review_past =
		view->as_of_known && is_set(&header->next_review.at) &&
		date_compare(header->next_review.date, view->as_of) < 0;
	if (!view->as_of_known || !is_set(&start->at) || !is_set(&end->at) ||
	    date_compare(end->date, start->date) < 0)
		return;
	view->period = date_compare(view->as_of, start->date) < 0 ? PERIOD_AHEAD
		       : date_compare(view->as_of, end->date) > 0
			       ? PERIOD_OVER
			       : PERIOD_RUNNING;
}

struct view *
view_make(const struct plan *plan, struct date as_of, struct arena *arena)
{
	struct view *view = arena_alloc(arena, sizeof(*view));

	view->plan = plan;
	view->as_of = pick_date(plan, as_of, &view->as_of_known);
	view_period(view);
	view_reasons(view, arena);
	view_channels(view, arena);
	view_segments(view, arena);
	view_measures(view, arena);
	view_actions(view, arena);
	view_events(view, arena);
	view_staffing(view, arena);
	view_business(view, arena);
	view_readiness(view, arena);
	return view;
}
