/* calendar.c - events: effects, early notice, seasons, collisions */
#include <stdlib.h>

#include "rules/rule.h"

/* tells whether both dates are set and in order */
static bool
is_dated(const struct event *event)
{
	return is_set(&event->start.at) && is_set(&event->end.at) &&
	       date_compare(event->start.date, event->end.date) <= 0;
}

/* tells whether a run falls into the plan's period, if that is known */
static bool
is_in_period(const struct event *event, const struct term *period)
{
	struct date start, end;

	if (!is_set(&period->start.at) || !is_set(&period->end.at))
		return true;
	return event_run(event, period->start.date, &start, &end) &&
	       date_compare(start, period->end.date) <= 0;
}

/* Counts events whose kind or dates are unknown. */
static bool
may_have_drivers(const struct plan *plan)
{
	FOR_EACH (event, plan->calendar)
		if (!is_set(&event->kind.at) ||
		    (event->kind.word >= EVENT_CAMPAIGN &&
		     event->kind.word <= EVENT_PRICE_CHANGE &&
		     (!is_dated(event) ||
		      is_in_period(event, &plan->plan.period))))
			return true;
	return false;
}

/* Offers a campaign of one of the plan's units, 90 days ahead. */
static void
report_no_calendar(struct rule_run *run)
{
	struct date start = date_add_days(run->view->as_of, 90);

	rule_find(run, &run->plan->object, "calendar",
		  N_("the plan has no calendar of what drives contacts; ask "
		     "each unit what it plans, and list it"),
		  NO_ARGS);
	RULE_PASTE(run,
		   "calendar:\n"
		   "  a-campaign:\n"
		   "    name: TODO what customers will react to\n"
		   "    kind: campaign\n"
		   "    start: %s\n"
		   "    end: %s\n"
		   "    owner_unit: %s\n",
		   date_text(run, start),
		   date_text(run, date_add_days(start, 14)),
		   name_text(run, plan_other_unit(run->plan),
			     "TODO the unit that causes it"));
}

void
check_calendar_no_drivers(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct term *period = &plan->plan.period;

	if (is_unfilled(&plan->calendar.at) && has_core(plan))
		report_no_calendar(run);
	if (!plan->calendar.n || may_have_drivers(plan))
		return;
	rule_find(run, &plan->object, "calendar",
		  is_set(&period->start.at) && is_set(&period->end.at)
			  ? N_("the calendar has no campaign, billing cycle, "
			       "order change, launch or price change from "
			       "{start} to {end}; ask each unit what it plans")
			  : N_("the calendar has no campaign, billing cycle, "
			       "order change, launch or price change; ask each "
			       "unit what it plans"),
		  ARGS(DATE_ARG("start", period->start.date),
		       DATE_ARG("end", period->end.date)));
}

/* tells whether the last run is over; false where dates are unknown */
static bool
is_over(const struct rule_run *run, const struct event *event)
{
	struct date start, end;

	return is_set(&event->start.at) && is_set(&event->end.at) &&
	       !event_run(event, run->view->as_of, &start, &end);
}

/*
 * Requires effects, a changed handle time, or audience with response. Excludes
 * holidays, which matter for hours only, and past events.
 */
void
check_calendar_no_effect(struct rule_run *run, const struct event *event)
{
	const struct arg name = NAME_ARG("name", event);
	const struct map *reasons = &run->plan->contact_reasons;
	bool audience = !is_unfilled(&event->audience.at);
	bool response = !is_unfilled(&event->response.at);

	if (!is_set(&event->kind.at) || event->kind.word == EVENT_HOLIDAY ||
	    is_over(run, event) || !is_unfilled(&event->effects.at) ||
	    (audience && response) ||
	    !is_unfilled(&event->handle_time_change.at))
		return;
	if (audience || response) {
		rule_missing(
			run, &event->object, audience ? "response" : "audience",
			audience ? N_("'{name}' says whom it reaches, but not "
				      "how many of them make contact; add "
				      "`response` or `effects`")
				 : N_("'{name}' says what share makes contact, "
				      "but not of how many; add `audience`"),
			&name, 1);
		return;
	}
	rule_find(run, &event->object, "effects",
		  N_("'{name}' doesn't say how it affects contacts; estimate "
		     "which reasons it raises or lowers, and by how much"),
		  &name, 1);
	if (reasons->n)
		RULE_PASTE(run, "    effects: {%s: 10}\n",
			   reasons->items[0]->id);
}

static void
report_late(struct rule_run *run, const struct event *event)
{
	struct date told = event->told_contact_center.date;

	rule_find(
		run, &event->object, "told_contact_center",
		date_compare(told, run->view->as_of) <= 0
			? N_("the contact center was told of '{name}' on "
			     "{told}, less than {limit} days ahead of {start}; "
			     "plan its cover now, and agree on earlier notice")
			: N_("the contact center is to be told of '{name}' on "
			     "{told}, less than {limit} days ahead of {start}; "
			     "tell it sooner"),
		ARGS(NAME_ARG("name", event), DATE_ARG("told", told),
		     COUNT_ARG("limit", SETTING_OF(run->plan, event_lead_days)),
		     DATE_ARG("start", event->start.date)));
	rule_relate(run, &event->object, "start", N_("begins here"));
}

static void
report_untold(struct rule_run *run, const struct event *event)
{
	int limit = (int)SETTING_OF(run->plan, event_lead_days);
	struct date latest = date_add_days(event->start.date, -limit);
	struct date today = run->view->as_of;
	bool running = date_compare(event->start.date, today) <= 0;
	bool late = date_compare(latest, today) < 0;

	rule_find(
		run, &event->object, "told_contact_center",
		running ? N_("'{name}' has been running since {start}, and the "
			     "contact center wasn't told; tell it today")
		: late	? N_("'{name}' begins on {start}, in less than {limit} "
			      "days, and the contact center wasn't told; tell it "
			      "today")
			: N_("the contact center wasn't told of '{name}'; tell "
			      "it by {latest}, {limit} days ahead of {start}"),
		ARGS(NAME_ARG("name", event),
		     DATE_ARG("start", event->start.date),
		     COUNT_ARG("limit", limit), DATE_ARG("latest", latest)));
	RULE_PASTE(run, "    told_contact_center: %s\n",
		   date_text(run, late ? today : latest));
}

/*
 * Selects events of other units that are still to come, without holidays and
 * repetitions.
 */
static bool
can_surprise(const struct rule_run *run, const struct event *event)
{
	bool begun = is_dated(event) &&
		     date_compare(event->start.date, run->view->as_of) <= 0;

	return is_dated(event) && !is_over(run, event) &&
	       !plan_is_retired(run->plan) && is_set(&event->kind.at) &&
	       event->kind.word != EVENT_HOLIDAY &&
	       is_other_unit(run->plan, &event->owner_unit.at,
			     event->owner_unit.to) &&
	       (!begun || is_unfilled(&event->repeats.at));
}

/* Skips late notice of events that have begun: it can't be changed any more. */
void
check_calendar_told_late(struct rule_run *run, const struct event *event)
{
	const struct mark *told = &event->told_contact_center.at;

	if (!can_surprise(run, event))
		return;
	if (is_unfilled(told))
		report_untold(run, event);
	else if (is_set(told) &&
		 FIGURES(run, events, event)->lead_days <
			 SETTING_OF(run->plan, event_lead_days) &&
		 date_compare(event->start.date, run->view->as_of) > 0)
		report_late(run, event);
}

/* percent; a rise that needs planning */
static const double steep = 50;

/* run of an event with a steep rise of one reason */
struct surge {
	const struct event *event;
	const struct share *effect;
	uint32_t reason;
	struct date start, end;
};

struct surges {
	struct surge *items;
	size_t n, cap;
};

static void
check_season(struct rule_run *run, const struct event *event,
	     const struct object *example)
{
	const struct refs_value *objectives = &event->objectives;
	const struct arg name = NAME_ARG("name", event);

	if (is_unfilled(&objectives->at)) {
		rule_missing_ref(
			run, &event->object, "objectives", example,
			N_("'{name}' serves no long-term objective; name the "
			   "one that its customers help to reach"),
			&name, 1);
		return;
	}
	FOR_VALUES (ref_value, ref, *objectives) {
		const struct objective *objective = ref_target(ref);

		/* an unknown horizon may be long-term */
		if (!objective || !is_set(&objective->horizon.at) ||
		    objective->horizon.word == HORIZON_LONG_TERM)
			return;
	}
	if (is_set(&objectives->at))
		rule_find(run, &event->object, "objectives",
			  N_("'{name}' serves no long-term objective, only "
			     "nearer ones; name the one that its customers "
			     "help to reach"),
			  &name, 1);
}

/* Leaves plans without any long-term objective to strategy/season-only. */
static void
check_seasons(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct object *far = NULL;
	struct date start, end;

	FOR_EACH (objective, plan->strategy.objectives)
		if (!far && word_is(&objective->horizon, HORIZON_LONG_TERM))
			far = &objective->object;
	if (!far)
		return;
	FOR_EACH (event, plan->calendar)
		if (word_is(&event->kind, EVENT_SEASON) &&
		    event_run(event, run->view->as_of, &start, &end))
			check_season(run, event, far);
}

static void
add_surges(struct surges *surges, const struct event *event, struct date start,
	   struct date end)
{
	FOR_VALUES (share, effect, event->effects) {
		const struct object *reason = ref_target(&effect->ref);

		if (!reason || !is_set(&effect->value.at) ||
		    effect->value.fraction || effect->value.n <= steep)
			continue;
		ARRAY_GROW(surges->items, surges->n, surges->cap);
		surges->items[surges->n++] = (struct surge){
			event, effect, reason->index, start, end};
	}
}

/* adds the runs of the next year, or the next run if later */
static void
add_runs(struct surges *surges, const struct event *event, struct date as_of)
{
	struct date last = date_add_months(as_of, 12), day = as_of, start, end;
	bool first = true;

	while (event_run(event, day, &start, &end) &&
	       (first || date_compare(start, last) <= 0)) {
		add_surges(surges, event, start, end);
		day = date_add_days(end, 1);
		first = false;
		if (date_compare(day, end) <= 0)
			break; /* last representable date */
	}
}

/* by reason, then by time */
static int
compare(const void *pa, const void *pb)
{
	const struct surge *a = pa, *b = pb;
	int order = (a->reason > b->reason) - (a->reason < b->reason);
	uint32_t ia = a->event->object.index, ib = b->event->object.index;

	if (!order)
		order = date_compare(a->start, b->start);
	if (!order)
		order = date_compare(a->end, b->end);
	return order ? order : (ia > ib) - (ia < ib);
}

/* Takes an unreadable reference for a shared action; `seen` holds by action the
 * last event that names it, by index + 1. */
static bool
share_action(uint32_t *seen, const struct event *a, const struct event *b)
{
	uint32_t mark = a->object.index + 1;

	if (refs_unclear(&a->actions) || refs_unclear(&b->actions))
		return true;
	FOR_VALUES (ref_value, ref, a->actions) {
		const struct object *action = ref_target(ref);

		seen[action->index] = mark;
	}
	FOR_VALUES (ref_value, ref, b->actions) {
		const struct action *action = ref_target(ref);

		if (seen[action->object.index] == mark &&
		    !word_is(&action->status, ACTION_CANCELLED))
			return true;
	}
	return false;
}

static void
report_collision(struct rule_run *run, const struct surge *first,
		 const struct surge *second)
{
	const struct object *reason =
		run->plan->contact_reasons.items[first->reason];
	struct date end = date_compare(first->end, second->end) < 0
				  ? first->end
				  : second->end;

	rule_find_at(run, &second->event->object, &second->effect->ref.at,
		     rule_share_path(run, &second->event->object, "effects",
				     second->effect->ref.id),
		     N_("'{name}' and '{other}' each raise '{reason}' by more "
			"than {limit} from {start} to {end}, and share no "
			"action; plan them together"),
		     ARGS(NAME_ARG("name", second->event),
			  NAME_ARG("other", first->event),
			  TEXT_ARG("reason", object_name(reason)),
			  PERCENT_ARG("limit", steep),
			  DATE_ARG("start", second->start),
			  DATE_ARG("end", end)));
	rule_relate_at(run, &first->effect->ref.at,
		       rule_share_path(run, &first->event->object, "effects",
				       first->effect->ref.id),
		       N_("at the same time"));
}

/*
 * Compares each run with the earlier one that ends last; two events only once,
 * though they may meet in many reasons. `partner` holds by event the earlier
 * one that it was last compared with, by index + 1.
 */
static void
find_collisions(struct rule_run *run, const struct surges *surges)
{
	struct arena *arena = run->findings->arena;
	const struct plan *plan = run->plan;
	const struct surge *before = surges->items;
	uint32_t *partner =
		arena_alloc(arena, (plan->calendar.n + 1) * sizeof(uint32_t));
	uint32_t *seen =
		arena_alloc(arena, (plan->actions.n + 1) * sizeof(uint32_t));

	for (size_t i = 1; i < surges->n; i++) {
		const struct surge *at = &surges->items[i];
		uint32_t a = before->event->object.index;
		uint32_t b = at->event->object.index;
		uint32_t low = a < b ? a : b, high = a < b ? b : a;

		if (before->reason == at->reason && a != b &&
		    date_compare(at->start, before->end) <= 0 &&
		    partner[high] != low + 1) {
			partner[high] = low + 1;
			if (!share_action(seen, before->event, at->event))
				report_collision(run, before, at);
		}
		if (before->reason != at->reason ||
		    date_compare(before->end, at->end) < 0)
			before = at;
	}
}

void
check_calendar_season_alone(struct rule_run *run)
{
	struct surges surges = {0};

	check_seasons(run);
	FOR_EACH (event, run->plan->calendar)
		add_runs(&surges, event, run->view->as_of);
	if (surges.n > 1) {
		qsort(surges.items, surges.n, sizeof(*surges.items), compare);
		find_collisions(run, &surges);
	}
	free(surges.items);
}
