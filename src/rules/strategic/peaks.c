/* peaks.c - seasons without long-term objective, and colliding events */
#include <stdlib.h>

#include "rules/strategic/strategic.h"

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
