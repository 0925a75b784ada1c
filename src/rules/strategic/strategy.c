/* strategy.c - objectives: goals, kinds, horizons, measures */
#include "rules/strategic/strategic.h"

/* Skips objectives where the plan has no goals to name. */
void
check_strategy_unaligned_objective(struct rule_run *run)
{
	const struct strategy *strategy = &run->plan->strategy;
	bool no_mission = is_unfilled(&strategy->mission.at);

	if (!is_set(&strategy->object.at))
		return;
	if (is_unfilled(&strategy->goals.at))
		rule_missing(
			run, &strategy->object, "goals",
			no_mission
				? N_("the plan names neither the "
				     "organization's mission nor its goals; "
				     "add what the whole organization aims for")
				: N_("the plan names no goals of the "
				     "organization; add those that the contact "
				     "center should help to reach"),
			NO_ARGS);
	else if (no_mission)
		rule_missing(run, &strategy->object, "mission",
			     N_("the plan doesn't say what the organization's "
				"mission is; add it, so that everybody sees "
				"what the contact center is there for"),
			     NO_ARGS);
	FOR_EACH (objective, strategy->objectives)
		if (strategy->goals.n && is_set(&objective->object.at) &&
		    is_unfilled(&objective->goals.at))
			rule_missing_ref(
				run, &objective->object, "goals",
				strategy->goals.items[0],
				N_("the objective '{name}' serves no goal of "
				   "the organization; name in `goals` those "
				   "that it helps to reach"),
				ARGS(NAME_ARG("name", objective)));
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

/* Relates the season: the horizon of an objective, or an event. Skips plans
 * with an objective that is long-term, or may be. */
void
check_strategy_season_only(struct rule_run *run)
{
	const struct map *objectives = &run->plan->strategy.objectives;
	const struct object *season = NULL;
	const char *key = "horizon";

	FOR_EACH (objective, *objectives) {
		if (!is_set(&objective->horizon.at) ||
		    objective->horizon.word == HORIZON_LONG_TERM)
			return;
		if (!season && objective->horizon.word == HORIZON_SEASON)
			season = &objective->object;
	}
	if (!season) {
		key = "kind";
		FOR_EACH (event, run->plan->calendar)
			if (!season && word_is(&event->kind, EVENT_SEASON))
				season = &event->object;
	}
	if (!season || !objectives->n)
		return;
	rule_find(run, &run->plan->strategy.object, "objectives",
		  N_("'{name}' is about a season, and no objective looks "
		     "beyond the year; add one with `horizon: long_term` that "
		     "says what the season should lead to"),
		  ARGS(TEXT_ARG("name", object_name(season))));
	rule_relate(run, season, key, N_("the season"));
}

/* Skips plans in which an objective names no measure or an unknown one, which
 * may be any. */
static void
check_headlines(struct rule_run *run)
{
	const struct map *objectives = &run->plan->strategy.objectives;
	const struct map *measures = &run->plan->measures;
	bool *named = rule_flags(run, measures);

	FOR_EACH (objective, *objectives) {
		const struct refs_value *refs = &objective->measures;

		if (!is_set(&refs->at) || refs_unclear(refs))
			return;
		FOR_VALUES (ref_value, ref, *refs) {
			const struct object *measure = ref_target(ref);

			named[measure->index] = true;
		}
	}
	FOR_EACH (measure, *measures)
		if (objectives->n && !named[measure->object.index] &&
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
