/* peaks.c - seasons without a long view, and events that meet unplanned */
#include <stdlib.h>

#include "rules/strategic/strategic.h"

/* percent: a rise that a contact center can't take in its stride */
static const double steep = 50;

/* a run of an event, and one of the reasons that it raises steeply */
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
			N_("'{name}' serves no long-term objective; name "
			   "the one for which its customers count"),
			&name, 1);
		return;
	}
	for (uint32_t i = 0; i < objectives->n; i++) {
		const struct objective *objective =
			ref_target(&objectives->items[i]);

		/* what isn't told may look far, too */
		if (!objective || !is_set(&objective->horizon.at) ||
		    objective->horizon.word == HORIZON_LONG_TERM)
			return;
	}
	if (is_set(&objectives->at))
		rule_find(run, &event->object, "objectives",
			  N_("'{name}' serves no long-term objective, only "
			     "nearer ones; name the one for which its "
			     "customers count"),
			  &name, 1);
}

static const struct object *
first_long_term(const struct plan *plan)
{
	const struct map *objectives = &plan->strategy.objectives;

	FOR_EACH (objective, *objectives)
		if (word_is(&objective->horizon, HORIZON_LONG_TERM))
			return objectives->items[objective->object.index];
	return NULL;
}

/* Where no objective looks far, that is what is to be said, and elsewhere. */
static void
check_seasons(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct object *far = first_long_term(plan);
	struct date start, end;

	if (!far)
		return;
	FOR_EACH (event, plan->calendar) {
		if (word_is(&event->kind, EVENT_SEASON) &&
		    event_run(event, run->view->as_of, &start, &end))
			check_season(run, event, far);
	}
}

static void
add_surges(struct surges *surges, const struct event *event, struct date start,
	   struct date end)
{
	for (uint32_t i = 0; i < event->effects.n; i++) {
		const struct share *effect = &event->effects.items[i];
		const struct object *reason = ref_target(&effect->ref);

		if (!reason || !is_set(&effect->value.at) ||
		    effect->value.fraction || effect->value.n <= steep)
			continue;
		ARRAY_GROW(surges->items, surges->n, surges->cap);
		surges->items[surges->n++] = (struct surge){
			event, effect, reason->index, start, end};
	}
}

/* its runs of the next year, the first even if that is later */
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
			break; /* the end of all years */
	}
}

/* by reason, then by time */
static int
compare(const void *pa, const void *pb)
{
	const struct surge *a = pa, *b = pb;
	int order;

	if (a->reason != b->reason)
		return a->reason < b->reason ? -1 : 1;
	order = date_compare(a->start, b->start);
	if (!order)
		order = date_compare(a->end, b->end);
	if (order)
		return order;
	return a->event->object.index < b->event->object.index
		       ? -1
		       : a->event->object.index > b->event->object.index;
}

/* what was found of each event and action, by index + 1 */
struct meetings {
	uint32_t *partner; /* with which earlier event it was compared last */
	uint32_t *seen;	   /* at which event the action was seen last */
};

/* What could not be read may be the action that they share. */
static bool
note_actions(struct meetings *meetings, const struct event *event)
{
	const struct refs_value *actions = &event->actions;

	for (uint32_t i = 0; i < actions->n; i++) {
		const struct object *action = ref_target(&actions->items[i]);

		if (!action)
			return false;
		meetings->seen[action->index] = event->object.index + 1;
	}
	return is_set(&actions->at) || is_unfilled(&actions->at);
}

static bool
share_action(struct meetings *meetings, const struct event *a,
	     const struct event *b)
{
	const struct refs_value *actions = &b->actions;

	if (!note_actions(meetings, a))
		return true;
	for (uint32_t i = 0; i < actions->n; i++) {
		const struct action *action = ref_target(&actions->items[i]);

		if (!action || (meetings->seen[action->object.index] ==
					a->object.index + 1 &&
				!word_is(&action->status, ACTION_CANCELLED)))
			return true;
	}
	return !is_set(&actions->at) && !is_unfilled(&actions->at);
}

/* compares two events once, though they may meet in many reasons */
static bool
met_before(struct meetings *meetings, const struct event *a,
	   const struct event *b)
{
	uint32_t low = a->object.index, high = b->object.index;
	bool before;

	if (low > high) {
		low = b->object.index;
		high = a->object.index;
	}
	before = meetings->partner[high] == low + 1;
	meetings->partner[high] = low + 1;
	return before;
}

static const char *
effect_path(struct rule_run *run, const struct surge *surge)
{
	return rule_share_path(run, &surge->event->object, "effects",
			       surge->effect->ref.id);
}

static void
report_meeting(struct rule_run *run, const struct surge *first,
	       const struct surge *second)
{
	const struct object *reason =
		run->plan->contact_reasons.items[first->reason];
	struct date end = date_compare(first->end, second->end) < 0
				  ? first->end
				  : second->end;

	rule_find_at(
		run, &second->event->object, &second->effect->ref.at,
		effect_path(run, second),
		N_("'{name}' and '{other}' each raise '{reason}' by more than "
		   "{limit} from {start} to {end}, and share no action; plan "
		   "them together"),
		ARGS(NAME_ARG("name", second->event),
		     NAME_ARG("other", first->event),
		     TEXT_ARG("reason", object_name(reason)),
		     PERCENT_ARG("limit", steep),
		     DATE_ARG("start", second->start), DATE_ARG("end", end)));
	rule_relate_at(run, &first->effect->ref.at, effect_path(run, first),
		       N_("at the same time"));
}

/* Of those before, the one that ends last is the one to meet. */
static void
find_meetings(struct rule_run *run, const struct surges *surges)
{
	struct arena *arena = run->findings->arena;
	const struct plan *plan = run->plan;
	const struct surge *before = surges->items;
	struct meetings meetings = {
		arena_alloc(arena, (plan->calendar.n + 1) * sizeof(uint32_t)),
		arena_alloc(arena, (plan->actions.n + 1) * sizeof(uint32_t))};

	for (size_t i = 1; i < surges->n; i++) {
		const struct surge *at = &surges->items[i];
		bool meets = before->reason == at->reason &&
			     before->event != at->event &&
			     date_compare(at->start, before->end) <= 0;

		if (meets && !met_before(&meetings, before->event, at->event) &&
		    !share_action(&meetings, before->event, at->event))
			report_meeting(run, before, at);
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
		find_meetings(run, &surges);
	}
	free(surges.items);
}
