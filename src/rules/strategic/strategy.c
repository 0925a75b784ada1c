/* strategy.c - objectives, and the line from goals to measures */
#include "rules/strategic/strategic.h"

static const struct map *
objectives_of(const struct rule_run *run)
{
	return &run->plan->strategy.objectives;
}

static void
report_no_goals(struct rule_run *run, bool no_mission)
{
	const struct object *strategy = &run->plan->strategy.object;

	rule_missing(run, strategy, "goals",
		     no_mission
			     ? N_("the plan names neither the organization's "
				  "mission nor its goals; add what the whole "
				  "organization is after")
			     : N_("the plan names no goals of the "
				  "organization; add those that the contact "
				  "center is to help reach"),
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

/* Where the plan knows no goals, its objectives can't name any. */
static void
check_unaligned(struct rule_run *run)
{
	const struct strategy *strategy = &run->plan->strategy;
	const struct map *objectives = objectives_of(run);

	if (!is_set(&strategy->object.at))
		return;
	check_upward(run);
	for (uint32_t i = 0; i < objectives->n && strategy->goals.n; i++) {
		const struct objective *objective =
			ITEM(objective, *objectives, i);

		if (!is_set(&objective->object.at) ||
		    !is_unfilled(&objective->goals.at))
			continue;
		rule_missing_ref(
			run, &objective->object, "goals",
			strategy->goals.items[0],
			N_("the objective '{name}' serves no goal of the "
			   "organization; name in `goals` those that it "
			   "helps to reach"),
			ARGS(TEXT_ARG("name",
				      object_name(&objective->object))));
	}
}

static void
check_cost_only(struct rule_run *run)
{
	const struct map *objectives = objectives_of(run);

	for (uint32_t i = 0; i < objectives->n; i++)
		if (!word_is(&ITEM(objective, *objectives, i)->kind,
			     OBJECTIVE_COST))
			return;
	if (objectives->n)
		rule_find(run, &run->plan->strategy.object, "objectives",
			  N_("every objective is about cost; add one that is "
			     "about the satisfaction of customers or about "
			     "revenue"),
			  NO_ARGS);
}

/* what makes the plan one of a season, and the key that says so */
struct season {
	const struct object *object;
	const char *key;
};

/* false where an objective looks far ahead, or may do so */
static bool
only_short(const struct map *objectives, struct season *season)
{
	for (uint32_t i = 0; i < objectives->n; i++) {
		const struct objective *objective =
			ITEM(objective, *objectives, i);

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

static void
check_season_only(struct rule_run *run)
{
	struct season season = {0};
	struct finding *finding;

	if (!only_short(objectives_of(run), &season))
		return;
	find_season_event(&run->plan->calendar, &season);
	if (!season.object)
		return;
	finding = rule_find(
		run, &run->plan->strategy.object, "objectives",
		N_("'{name}' is about a season, and no objective looks beyond "
		   "the year; add one with `horizon: long_term` that says what "
		   "the season is to lead to"),
		ARGS(TEXT_ARG("name", object_name(season.object))));
	rule_relate(run, finding, season.object, season.key, N_("the season"));
}

/*
 * Marks the measures that objectives name. False where an objective names none
 * or one that can't be followed: it may be any of them that is meant.
 */
static bool
mark_named(const struct map *objectives, bool *named)
{
	for (uint32_t i = 0; i < objectives->n; i++) {
		const struct refs_value *refs =
			&ITEM(objective, *objectives, i)->measures;

		if (!is_set(&refs->at) || refs_unclear(refs))
			return false;
		for (uint32_t k = 0; k < refs->n; k++) {
			const struct object *measure =
				ref_target(&refs->items[k]);

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

	if (!mark_named(objectives_of(run), named))
		return;
	for (uint32_t i = 0; i < measures->n; i++) {
		const struct measure *measure = ITEM(measure, *measures, i);

		if (!named[i] && flag_is(&measure->headline, true))
			rule_find(
				run, &measure->object, "headline",
				N_("no objective names the headline measure "
				   "'{name}'; name it at the one that it "
				   "shows, or take it off the headlines"),
				ARGS(TEXT_ARG("name",
					      object_name(&measure->object))));
	}
}

/* That an action serves nothing is said by document/unused. */
static void
check_sight(struct rule_run *run)
{
	const struct map *objectives = objectives_of(run);

	for (uint32_t i = 0; i < objectives->n && run->plan->measures.n; i++) {
		const struct objective *objective =
			ITEM(objective, *objectives, i);

		if (!is_set(&objective->object.at) ||
		    !is_unfilled(&objective->measures.at))
			continue;
		rule_missing_ref(
			run, &objective->object, "measures",
			run->plan->measures.items[0],
			N_("no measure shows whether the objective "
			   "'{name}' is reached; name in `measures` those "
			   "that do"),
			ARGS(TEXT_ARG("name",
				      object_name(&objective->object))));
	}
	check_headlines(run);
}

static const struct rule rules[] = {
	{.topic = {.name = "strategy/unaligned-objective",
		   .severity = SEVERITY_WARNING,
		   .summary = N_("An objective that serves no goal of the "
				 "organization."),
		   .why = N_("Leaders pay for what moves the organization's "
			     "goals. An objective that is tied to none of them "
			     "is the first to lose its money, and staff who "
			     "work for it may pull against the rest of the "
			     "house without knowing."),
		   .fix = N_("Write down the organization's mission and goals, "
			     "in its own words. Then name in each objective "
			     "the `goals` that it serves; an objective that "
			     "serves none is worth a talk with the sponsor."),
		   .bad = "strategy:\n"
			  "  mission: Make every home easier to love.\n"
			  "  goals:\n"
			  "    growth: {statement: Grow repeat revenue 9%}\n"
			  "  objectives:\n"
			  "    resolve:\n"
			  "      statement: Resolve most issues at once\n"
			  "      kind: satisfaction\n"
			  "      horizon: long_term\n"
			  "      owner: lind\n",
		   .good = "strategy:\n"
			   "  mission: Make every home easier to love.\n"
			   "  goals:\n"
			   "    growth: {statement: Grow repeat revenue 9%}\n"
			   "  objectives:\n"
			   "    resolve:\n"
			   "      statement: Resolve most issues at once\n"
			   "      kind: satisfaction\n"
			   "      horizon: long_term\n"
			   "      owner: lind\n"
			   "      goals: [growth]\n"},
	 .check = check_unaligned},
	{.topic = {.name = "strategy/cost-only",
		   .severity = SEVERITY_ERROR,
		   .flags = TOPIC_DRAFT,
		   .summary = N_("Every objective is about cost."),
		   .why = N_("A contact center that only saves gets cheaper "
			     "until customers leave, and what they would have "
			     "spent is larger than what was saved. A strategy "
			     "for the customer experience says as well what "
			     "customers gain and what that brings in."),
		   .fix = N_("Add an objective of kind `satisfaction` or "
			     "`revenue` that customers would notice. Cost may "
			     "well stay among the others."),
		   .bad = "strategy:\n"
			  "  objectives:\n"
			  "    demand:\n"
			  "      statement: Remove contacts nobody wants\n"
			  "      kind: cost\n",
		   .good = "strategy:\n"
			   "  objectives:\n"
			   "    demand:\n"
			   "      statement: Remove contacts nobody wants\n"
			   "      kind: cost\n"
			   "    resolve:\n"
			   "      statement: Resolve most issues at once\n"
			   "      kind: satisfaction\n"},
	 .check = check_cost_only},
	{.topic = {.name = "strategy/season-only",
		   .severity = SEVERITY_WARNING,
		   .summary = N_("The plan prepares for a season and for "
				 "nothing after it."),
		   .why = N_("For many customers a busy season is the first "
			     "time they deal with you, and what they meet then "
			     "decides whether they come back. A plan that ends "
			     "with the season pays for winning them and leaves "
			     "to chance whether they stay."),
		   .fix = N_("Add an objective with `horizon: long_term` that "
			     "the season feeds, such as first-time buyers who "
			     "buy again within a year."),
		   .bad = "strategy:\n"
			  "  objectives:\n"
			  "    peak:\n"
			  "      statement: Stay reachable through the peak\n"
			  "      horizon: season\n",
		   .good = "strategy:\n"
			   "  objectives:\n"
			   "    peak:\n"
			   "      statement: Stay reachable through the peak\n"
			   "      horizon: season\n"
			   "    repeat:\n"
			   "      statement: Turn seasonal buyers into "
			   "regulars\n"
			   "      horizon: long_term\n"},
	 .check = check_season_only},
	{.topic = {.name = "strategy/no-line-of-sight",
		   .severity = SEVERITY_ADVICE,
		   .summary =
			   N_("An objective without a measure, or a headline "
			      "measure without an objective."),
		   .why = N_("From a goal to an objective, from there to a "
			     "measure: where that line breaks, nobody can tell "
			     "whether the strategy works. An objective without "
			     "a measure is never reached nor missed, and a "
			     "headline that belongs to no objective takes up "
			     "leaders' time without a question behind it."),
		   .fix = N_("Name in each objective the `measures` that show "
			     "it. Take `headline: true` from what serves no "
			     "objective, or write down the objective that it "
			     "stands for."),
		   .bad = "strategy:\n"
			  "  objectives:\n"
			  "    resolve:\n"
			  "      statement: Resolve most issues at once\n"
			  "measures:\n"
			  "  first-contact-resolution: {name: Resolved at "
			  "once}\n"
			  "  satisfaction: {name: Satisfaction}\n"
			  "  effort: {name: Effort}\n",
		   .good = "strategy:\n"
			   "  objectives:\n"
			   "    resolve:\n"
			   "      statement: Resolve most issues at once\n"
			   "      measures: [first-contact-resolution, "
			   "satisfaction, effort]\n"
			   "measures:\n"
			   "  first-contact-resolution: {name: Resolved at "
			   "once}\n"
			   "  satisfaction: {name: Satisfaction}\n"
			   "  effort: {name: Effort}\n"},
	 .check = check_sight},
};

const struct theme theme_strategy = THEME(rules);
