/* strategy.c - objectives: goals, kinds, horizons, measures */
#include "rules/strategic/strategic.h"

static void
report_no_goals(struct rule_run *run, bool no_mission)
{
	const struct object *strategy = &run->plan->strategy.object;

	rule_missing(run, strategy, "goals",
		     no_mission ? N_("the plan names neither the "
				     "organization's mission nor its goals; "
				     "add what the whole organization aims for")
				: N_("the plan names no goals of the "
				     "organization; add those that the contact "
				     "center should help to reach"),
		     NO_ARGS);
}

static void
check_upward(struct rule_run *run)
{
	const struct strategy *strategy = &run->plan->strategy;
	bool no_mission = is_unfilled(&strategy->mission.at);

	if (is_unfilled(&strategy->goals.at))
		report_no_goals(run, no_mission);
	else if (no_mission)
		rule_missing(run, &strategy->object, "mission",
			     N_("the plan doesn't say what the organization's "
				"mission is; add it, so that everybody sees "
				"what the contact center is there for"),
			     NO_ARGS);
}

/* Skips objectives where the plan has no goals to name. */
void
check_strategy_unaligned_objective(struct rule_run *run)
{
	const struct strategy *strategy = &run->plan->strategy;

	if (!is_set(&strategy->object.at))
		return;
	check_upward(run);
	if (!strategy->goals.n)
		return;
	FOR_EACH (objective, strategy->objectives) {
		if (!is_set(&objective->object.at) ||
		    !is_unfilled(&objective->goals.at))
			continue;
		rule_missing_ref(run, &objective->object, "goals",
				 strategy->goals.items[0],
				 N_("the objective '{name}' serves no goal of "
				    "the organization; name in `goals` those "
				    "that it helps to reach"),
				 ARGS(NAME_ARG("name", objective)));
	}
}

void
check_strategy_cost_only(struct rule_run *run)
{
	const struct map *objectives = &run->plan->strategy.objectives;

	FOR_EACH (objective, *objectives)
		if (!word_is(&objective->kind, OBJECTIVE_COST))
			return;
	if (objectives->n)
		rule_find(run, &run->plan->strategy.object, "objectives",
			  N_("every objective is about cost; add one that is "
			     "about the satisfaction of customers or about "
			     "revenue"),
			  NO_ARGS);
}

/* object and key that make the plan one of a season */
struct season {
	const struct object *object;
	const char *key;
};

/* false where an objective is long-term, or may be */
static bool
only_short(const struct map *objectives, struct season *season)
{
	FOR_EACH (objective, *objectives) {
		if (!is_set(&objective->horizon.at) ||
		    objective->horizon.word == HORIZON_LONG_TERM)
			return false;
		if (objective->horizon.word == HORIZON_SEASON &&
		    !season->object)
			*season =
				(struct season){&objective->object, "horizon"};
	}
	return objectives->n > 0;
}

static void
find_season_event(const struct map *calendar, struct season *season)
{
	for (uint32_t i = 0; i < calendar->n && !season->object; i++) {
		const struct event *event = ITEM(event, *calendar, i);

		if (word_is(&event->kind, EVENT_SEASON))
			*season = (struct season){&event->object, "kind"};
	}
}

void
check_strategy_season_only(struct rule_run *run)
{
	struct season season = {0};

	if (!only_short(&run->plan->strategy.objectives, &season))
		return;
	find_season_event(&run->plan->calendar, &season);
	if (!season.object)
		return;
	rule_find(run, &run->plan->strategy.object, "objectives",
		  N_("'{name}' is about a season, and no objective looks "
		     "beyond the year; add one with `horizon: long_term` that "
		     "says what the season should lead to"),
		  ARGS(TEXT_ARG("name", object_name(season.object))));
	rule_relate(run, season.object, season.key, N_("the season"));
}

/*
 * Marks the measures that objectives name; false where one names none or an
 * unknown one, which may be any.
 */
static bool
mark_named(const struct map *objectives, bool *named)
{
	for (uint32_t i = 0; i < objectives->n; i++) {
		const struct refs_value *refs =
			&ITEM(objective, *objectives, i)->measures;

		if (!is_set(&refs->at) || refs_unclear(refs))
			return false;
		FOR_VALUES (ref_value, ref, *refs) {
			const struct object *measure = ref_target(ref);

			named[measure->index] = true;
		}
	}
	return objectives->n > 0;
}

static void
check_headlines(struct rule_run *run)
{
	const struct map *measures = &run->plan->measures;
	bool *named = arena_alloc(run->findings->arena,
				  (measures->n + 1) * sizeof(*named));

	if (!mark_named(&run->plan->strategy.objectives, named))
		return;
	FOR_EACH (measure, *measures)
		if (!named[measure->object.index] &&
		    flag_is(&measure->headline, true))
			rule_find(run, &measure->object, "headline",
				  N_("no objective names the headline measure "
				     "'{name}'; name it in the one whose "
				     "progress it shows, or take it off the "
				     "headlines"),
				  ARGS(NAME_ARG("name", measure)));
}

/* Leaves actions that serve nothing to document/unused. */
void
check_strategy_no_line_of_sight(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	if (!plan->measures.n)
		return;
	FOR_EACH (objective, plan->strategy.objectives)
		if (is_set(&objective->object.at) &&
		    is_unfilled(&objective->measures.at))
			rule_missing_ref(run, &objective->object, "measures",
					 plan->measures.items[0],
					 N_("no measure shows whether the "
					    "objective '{name}' is reached; "
					    "name in `measures` those that do"),
					 ARGS(NAME_ARG("name", objective)));
	check_headlines(run);
}
