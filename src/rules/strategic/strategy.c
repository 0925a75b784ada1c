/* strategy.c - governance, objectives, discussion questions, gaps */
#include "ces/question.h"
#include "ces/reference.h"
#include "rules/rule.h"

void
check_governance_no_sponsor(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;
	const struct person *sponsor = governance->sponsor.to;
	const struct object *leader = NULL;

	FOR_EACH (person, run->plan->people)
		if (!leader && flag_is(&person->senior_leader, true))
			leader = &person->object;
	if (object_lacks(&governance->object, "sponsor"))
		rule_missing_ref(run, &governance->object, "sponsor", leader,
				 N_("the plan names nobody who backs it; add a "
				    "senior leader as its `sponsor`"));
	if (!is_set(&governance->object.at) || !sponsor ||
	    !is_set(&sponsor->object.at) ||
	    is_unclear(&sponsor->senior_leader.at) ||
	    flag_is(&sponsor->senior_leader, true))
		return;
	rule_find_args(run, &governance->object, "sponsor",
		       N_("the sponsor '{name}' isn't marked as a senior "
			  "leader; choose one who is, or add `senior_leader: "
			  "true` in `people`"),
		       ARGS(NAME_ARG("name", sponsor)));
	if (leader)
		rule_offer_text(run, &governance->object, "sponsor",
				leader->id);
	rule_relate(run, &sponsor->object,
		    is_set(&sponsor->senior_leader.at) ? "senior_leader" : NULL,
		    N_("the sponsor's entry"));
}

/* Looks at the sponsor's newest decision. Skips plans in which it is unclear,
 * and names that are missing in the plan's people. */
static void
check_last_word(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;
	const char *sponsor = governance->sponsor.id;
	struct arg name = ref_arg("name", governance->sponsor.to, sponsor);
	bool people = run->plan->people.n > 0;
	const struct approval *last = NULL;

	if (!is_set(&governance->sponsor.at) ||
	    (people && !governance->sponsor.to) ||
	    is_unclear(&governance->approvals.at))
		return;
	FOR_EACH (approval, governance->approvals) {
		if (!is_set(&approval->by.at) || (people && !approval->by.to) ||
		    !is_set(&approval->date.at) ||
		    !is_set(&approval->decision.at))
			return;
		if (!strcmp(approval->by.id, sponsor) &&
		    (!last ||
		     date_compare(last->date.date, approval->date.date) <= 0))
			last = approval;
	}
	if (last && last->decision.word == DECISION_APPROVED)
		return;
	if (last)
		rule_find_args(
			run, &last->object, "decision",
			N_("the plan's status is approved, but the last "
			   "decision of its sponsor '{name}', on {date}, is "
			   "'{decision}'; record the approval, or set the "
			   "status back to in_review"),
			ARGS(name, DATE_ARG("date", last->date.date),
			     WORD_OF_ARG("decision", CHOICE_decision,
					 &last->decision)));
	else
		rule_find_args(
			run, &governance->object, "approvals",
			N_("the plan's status is approved, but no decision of "
			   "its sponsor '{name}' is recorded; add it with its "
			   "date, or set the status back to in_review"),
			&name, 1);
	rule_relate(run, &run->plan->plan.object, "status",
		    N_("the plan's status"));
}

/* Reports an approved plan without any decision about money. */
static void
check_money(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	if (!has_core(plan) || is_unclear(&plan->investments.at) ||
	    is_unclear(&plan->decisions.at))
		return;
	FOR_EACH (investment, plan->investments)
		if (!word_is(&investment->decided, DECIDED_ASKED))
			return;
	FOR_EACH (decision, plan->decisions)
		if (!word_is(&decision->outcome, OUTCOME_OPEN))
			return;
	rule_find(run, &plan->object,
		  plan->investments.n || !plan->decisions.n ? "investments"
							    : "decisions",
		  N_("the plan's status is approved, but no decision about "
		     "money is recorded; note in `investments` or `decisions` "
		     "what was approved or declined"));
	rule_relate(run, &plan->plan.object, "status", N_("the plan's status"));
}

void
check_governance_not_approved(struct rule_run *run)
{
	if (!word_is(&run->plan->plan.status, PLAN_APPROVED))
		return;
	check_last_word(run);
	check_money(run);
}

static void
offer_keeper(struct rule_run *run, const char *section)
{
	const char *keeper = plan_keeper(run->plan);
	const struct field *field =
		object_field(&run->plan->governance.object, "sections");
	struct arena *arena = run->findings->arena;
	struct content kept =
		field_todo(arena, plan_language(run->plan), field).items[0];

	if (keeper)
		content_put(arena, &kept, "owner", keeper);
	rule_offer_item(run,
			arena_format(arena, "governance.sections.%s", section),
			kept);
}

/* Reports the sections that the plan has and nobody keeps. */
static void
check_kept(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct governance *governance = &plan->governance;
	bool missing[SECTION_SEVEN] = {false};
	struct texts names = {0};

	if (!has_core(plan) || !is_set(&governance->object.at) ||
	    is_unclear(&governance->sections.at) ||
	    governance->sections.strange)
		return;
	for (int i = 0; i < SECTION_SEVEN; i++) {
		const char *key = sections[i].key;
		const struct map *items =
			field_value(plan, object_field(&plan->object, key));

		if (!items->n || map_find(&governance->sections, key))
			continue;
		texts_append(run->findings->arena, &names, key);
		missing[i] = true;
	}
	if (names.n)
		rule_find_args(
			run, &governance->object, "sections",
			N_("these sections have no owner of their own: "
			   "{sections}; name the person who keeps each up to "
			   "date, and when that was last done"),
			ARGS(TEXTS_ARG("sections", names, LIST_COMMAS)));
	for (int i = 0; i < SECTION_SEVEN; i++)
		if (missing[i])
			offer_keeper(run, sections[i].key);
}

void
check_governance_stale_section(struct rule_run *run)
{
	const struct header *header = &run->plan->plan;
	double months = SETTING_OF(run->plan, section_months);
	struct date as_of = run->view->as_of;

	if (plan_is_retired(run->plan))
		return;
	if (is_before(&header->next_review, as_of))
		rule_find_args(run, &header->object, "next_review",
			       N_("the plan was due for review by {date}, "
				  "which is before {today}; hold the review, "
				  "then set the date of the next"),
			       ARGS(DATE_ARG("date", header->next_review.date),
				    DATE_ARG("today", as_of)));
	check_kept(run);
	FOR_EACH (upkeep, run->plan->governance.sections)
		if (is_set(&upkeep->updated.at) &&
		    is_older(upkeep->updated.date, as_of, months))
			rule_find_args(
				run, &upkeep->object, "updated",
				N_("the section '{section}' was last updated "
				   "on {date}, past the {months}-month limit; "
				   "look it through, then set `updated`"),
				ARGS(NAME_ARG("section", upkeep),
				     DATE_ARG("date", upkeep->updated.date),
				     COUNT_ARG("months", months)));
}

/* Skips plans in which a stakeholder's unit is unknown. */
void
check_governance_one_unit(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;
	const struct refs_value *stakeholders = &governance->stakeholders;
	const struct person *first = NULL;

	if (refs_unclear(stakeholders))
		return;
	FOR_TARGETS (person, *stakeholders) {
		if (!is_set(&person->unit.at) ||
		    (run->plan->units.n && !person->unit.to) ||
		    (first && strcmp(first->unit.id, person->unit.id) != 0))
			return;
		first = person;
	}
	if (!first)
		return;
	rule_find_args(
		run, &governance->object, "stakeholders",
		stakeholders->n == 1
			? N_("the only stakeholder is from '{unit}'; add "
			     "people of other units who serve the same "
			     "customers, marketing, sales and service for "
			     "instance")
			: N_("all stakeholders are from '{unit}'; add people "
			     "of other units who serve the same customers, "
			     "marketing, sales and service for instance"),
		ARGS(ref_arg("unit", first->unit.to, first->unit.id)));
	FOR_TARGETS (person, *stakeholders)
		rule_relate(run, &person->object, "unit", N_("the same unit"));
}

void
check_governance_period_over(struct rule_run *run)
{
	const struct header *header = &run->plan->plan;

	if (run->view->period == PERIOD_OVER && !plan_is_retired(run->plan))
		rule_find_args(run, &header->period.object, "end",
			       N_("the plan's period ended on {end}, before "
				  "{today}; carry what is open into the next "
				  "plan and set `status: retired`, or move the "
				  "end"),
			       ARGS(DATE_ARG("end", header->period.end.date),
				    DATE_ARG("today", run->view->as_of)));
}

/* Skips objectives where the plan has no goals to name, or has yet to say what
 * they are. */
void
check_strategy_unaligned_objective(struct rule_run *run)
{
	const struct strategy *strategy = &run->plan->strategy;
	bool no_mission = is_unfilled(&strategy->mission.at);
	const struct object *told = NULL;

	if (!is_set(&strategy->object.at))
		return;
	if (is_unfilled(&strategy->goals.at)) {
		rule_missing(
			run, &strategy->object, "goals",
			no_mission
				? N_("the plan names neither the "
				     "organization's mission nor its goals; "
				     "add what the whole organization aims for")
				: N_("the plan names no goals of the "
				     "organization; add those that the contact "
				     "center should help to reach"));
		if (no_mission)
			rule_offer(run, &strategy->object, "mission");
	} else if (no_mission)
		rule_missing(run, &strategy->object, "mission",
			     N_("the plan doesn't say what the organization's "
				"mission is; add it, so that everybody sees "
				"what the contact center is there for"));
	FOR_EACH (goal, strategy->goals)
		if (!told && !is_unclear(&goal->statement.at))
			told = &goal->object;
	FOR_EACH (objective, strategy->objectives)
		if (told && is_set(&objective->object.at) &&
		    is_unfilled(&objective->goals.at))
			rule_missing_ref(
				run, &objective->object, "goals", told,
				N_("the objective '{name}' serves no goal of "
				   "the organization; name in `goals` those "
				   "that it helps to reach"));
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
			     "revenue"));
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
	rule_find_args(run, &run->plan->strategy.object, "objectives",
		       N_("'{name}' is about a season, and no objective looks "
			  "beyond the year; add one with `horizon: long_term` "
			  "that says what the season should lead to"),
		       ARGS(object_arg("name", season)));
	rule_relate(run, season, key, N_("the season"));
}

/* the first headline that no objective names, else the first measure */
static const struct object *
measure_to_name(const struct map *measures, const bool *named)
{
	FOR_EACH (measure, *measures)
		if (!named[measure->object.index] &&
		    flag_is(&measure->headline, true))
			return &measure->object;
	return measures->items[0];
}

/* Leaves actions that serve nothing to document/unused. Skips headlines where
 * an objective names no measure or an unknown one, which may be any. */
void
check_strategy_no_line_of_sight(struct rule_run *run)
{
	const struct map *objectives = &run->plan->strategy.objectives;
	const struct map *measures = &run->plan->measures;
	bool *named = rule_array(run, measures, sizeof(*named));
	bool known = objectives->n > 0 && !is_unclear(&objectives->at);

	if (!measures->n)
		return;
	FOR_EACH (objective, *objectives)
		FOR_TARGETS (measure, objective->measures)
			named[measure->object.index] = true;
	FOR_EACH (objective, *objectives) {
		const struct refs_value *refs = &objective->measures;

		if (is_set(&objective->object.at) && is_unfilled(&refs->at))
			rule_missing_ref(
				run, &objective->object, "measures",
				measure_to_name(measures, named),
				N_("no measure shows whether the objective "
				   "'{name}' is reached; name in `measures` "
				   "those that do"));
		known &= is_set(&refs->at) && !refs_unclear(refs);
	}
	FOR_EACH (measure, *measures)
		if (known && !named[measure->object.index] &&
		    flag_is(&measure->headline, true))
			rule_find(run, &measure->object, "headline",
				  N_("no objective names the headline measure "
				     "'{name}'; name it in the one whose "
				     "progress it shows, or take it off the "
				     "headlines"));
}

/* Tells whether an open action serves the answer, or may. */
static bool
is_served(const struct rule_run *run, const struct answer *answer,
	  const bool *improved)
{
	return improved[answer->object.index] ||
	       refs_unclear(&answer->actions) ||
	       refs_open(run->view, &answer->actions);
}

/* Reports all questions without answer or open action in one finding. Those
 * that joined the list later are not missed where others are answered. */
static void
check_unanswered(struct rule_run *run, const bool *improved)
{
	const struct map *questions_told = &run->plan->questions;
	const struct object **undiscussed =
		rule_array(run, questions_told, sizeof(*undiscussed));
	struct texts ids = {0};
	uint32_t n = 0;

	if (!has_core(run->plan) || is_unclear(&questions_told->at) ||
	    questions_told->strange)
		return;
	for (int i = 0; i < question_count; i++) {
		const struct answer *answer =
			(const void *)map_find(questions_told, questions[i].id);

		if (answer &&
		    (!word_is(&answer->answer, ANSWER_NOT_DISCUSSED) ||
		     is_served(run, answer, improved)))
			continue;
		if (!answer && questions[i].joined && questions_told->n)
			continue;
		texts_append(run->findings->arena, &ids, questions[i].id);
		if (answer)
			undiscussed[n++] = &answer->object;
	}
	if (!ids.n)
		return;
	rule_find_args(run, &run->plan->object, "questions",
		       N_("these discussion questions have no answer yet: "
			  "{questions}; talk them over with the team and write "
			  "down met, partly or unmet"),
		       ARGS(TEXTS_ARG("questions", ids, LIST_COMMAS)));
	for (uint32_t i = 0; i < n; i++)
		rule_relate(run, undiscussed[i], "answer",
			    N_("not discussed yet"));
}

void
check_questions_open(struct rule_run *run)
{
	const bool *improved = map_improved(run, &run->plan->questions);

	check_unanswered(run, improved);
	FOR_EACH (answer, run->plan->questions) {
		int question = question_find(answer->object.id);

		if (question < 0 || is_served(run, answer, improved) ||
		    (!word_is(&answer->answer, ANSWER_PARTLY) &&
		     !word_is(&answer->answer, ANSWER_UNMET)))
			continue;
		rule_find_args(
			run, &answer->object, "actions",
			N_("'{question}' is answered '{answer}', and no open "
			   "action deals with it; name one in `actions`, or "
			   "answer again"),
			ARGS(WORD_ARG("question", questions[question].text),
			     WORD_OF_ARG("answer", CHOICE_answer,
					 &answer->answer)));
	}
}

/* Skips investments that were declined. */
void
check_gaps_unowned(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct map *objectives = &plan->strategy.objectives;
	const bool *improved = map_improved(run, &plan->gaps);

	FOR_EACH (gap, plan->gaps)
		if (is_set(&gap->object.at) && !improved[gap->object.index] &&
		    !refs_tackle(&gap->actions))
			rule_find(run, &gap->object, "actions",
				  gap->actions.n
					  ? N_("every action against the gap "
					       "'{name}' is cancelled; name in "
					       "`actions` what is done instead")
					  : N_("nothing is done about the gap "
					       "'{name}'; name in `actions` "
					       "what will close it"));
	FOR_EACH (investment, plan->investments)
		if (objectives->n && is_set(&investment->object.at) &&
		    !is_unclear(&investment->decided.at) &&
		    !word_is(&investment->decided, DECIDED_DECLINED) &&
		    is_unfilled(&investment->objectives.at))
			rule_missing_ref(
				run, &investment->object, "objectives",
				objectives->items[0],
				N_("the investment '{name}' serves no "
				   "objective; name in `objectives` what the "
				   "money is meant to achieve"));
}
