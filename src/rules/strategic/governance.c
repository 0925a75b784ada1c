/* governance.c - sponsor, approvals, and upkeep of the sections */
#include "ces/question.h"
#include "rules/strategic/strategic.h"

static const struct object *
first_leader(const struct map *people)
{
	FOR_EACH (person, *people)
		if (flag_is(&person->senior_leader, true))
			return people->items[person->object.index];
	return NULL;
}

void
check_governance_no_sponsor(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;
	const struct object *leader = first_leader(&run->plan->people);
	const struct person *sponsor = governance->sponsor.to;

	if (object_lacks(&governance->object, "sponsor"))
		rule_missing_person(run, &governance->object, "sponsor", leader,
				    N_("the plan names nobody who backs it; "
				       "add a senior leader as its `sponsor`"),
				    NO_ARGS);
	if (!is_set(&governance->object.at) || !sponsor ||
	    !is_set(&sponsor->object.at) ||
	    is_unclear(&sponsor->senior_leader.at) ||
	    flag_is(&sponsor->senior_leader, true))
		return;
	rule_missing_ref(run, &governance->object, "sponsor", leader,
			 N_("the sponsor '{name}' isn't marked as a senior "
			    "leader; choose one who is, or add `senior_leader: "
			    "true` in `people`"),
			 ARGS(NAME_ARG("name", sponsor)));
	rule_relate(run, &sponsor->object,
		    is_set(&sponsor->senior_leader.at) ? "senior_leader" : NULL,
		    N_("the sponsor's entry"));
}

/* a name that is missing in the plan's people */
#define LEADS_NOWHERE(plan, ref) ((plan)->people.n && !(ref).to)

/* finds the sponsor's newest decision or NULL; false where it is unclear */
static bool
last_word(const struct plan *plan, const struct approval **last)
{
	const struct governance *governance = &plan->governance;

	*last = NULL;
	if (!is_set(&governance->sponsor.at) ||
	    LEADS_NOWHERE(plan, governance->sponsor) ||
	    is_unclear(&governance->approvals.at))
		return false;
	FOR_EACH (approval, governance->approvals) {
		if (!is_set(&approval->by.at) ||
		    LEADS_NOWHERE(plan, approval->by) ||
		    !is_set(&approval->date.at) ||
		    !is_set(&approval->decision.at))
			return false;
		if (!strcmp(approval->by.id, governance->sponsor.id) &&
		    (!*last || date_compare((*last)->date.date,
					    approval->date.date) <= 0))
			*last = approval;
	}
	return true;
}

static void
check_last_word(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;
	const struct approval *last;
	struct arg name = TEXT_ARG("name", ref_name(governance->sponsor.to,
						    governance->sponsor.id));

	if (!last_word(run->plan, &last) ||
	    (last && last->decision.word == DECISION_APPROVED))
		return;
	if (last)
		rule_find(
			run, &last->object, "decision",
			N_("the plan's status is approved, but the last "
			   "decision of its sponsor '{name}', on {date}, is "
			   "'{decision}'; record the approval, or set the "
			   "status back to in_review"),
			ARGS(name, DATE_ARG("date", last->date.date),
			     TEXT_ARG("decision", word_text(CHOICE_decision,
							    &last->decision))));
	else
		rule_find(run, &governance->object, "approvals",
			  N_("the plan's status is approved, but no decision "
			     "of its sponsor '{name}' is recorded; add it with "
			     "its date, or set the status back to in_review"),
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
		     "what was approved or declined"),
		  NO_ARGS);
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
check_updated(struct rule_run *run, const struct upkeep *upkeep)
{
	double months = SETTING_OF(run->plan, section_months);

	if (!is_set(&upkeep->updated.at) ||
	    !is_older(upkeep->updated.date, run->view->as_of, months))
		return;
	rule_find(run, &upkeep->object, "updated",
		  N_("the section '{section}' was last updated on {date}, past "
		     "the {months}-month limit; look it through, then set "
		     "`updated`"),
		  ARGS(NAME_ARG("section", upkeep),
		       DATE_ARG("date", upkeep->updated.date),
		       COUNT_ARG("months", months)));
}

/* Reports the sections that the plan has and nobody keeps. */
static void
check_kept(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct governance *governance = &plan->governance;
	const char *keeper = name_text(run, plan_keeper(plan), "\"TODO\"");
	struct buf names = {0}, paste = {0};

	if (!has_core(plan) || !is_set(&governance->object.at) ||
	    is_unclear(&governance->sections.at) ||
	    governance->sections.strange)
		return;
	buf_puts(&paste, "  sections:\n");
	for (int i = 0; i < SECTION_SEVEN; i++) {
		const char *key = sections[i].key;
		const struct map *items =
			field_value(plan, object_field(&plan->object, key));

		if (!items->n || map_find(&governance->sections, key))
			continue;
		buf_printf(&names, "%s%s", names.n ? ", " : "", key);
		buf_printf(&paste, "    %s: {owner: %s, updated: %s}\n", key,
			   keeper, date_text(run, run->view->as_of));
	}
	if (names.n)
		rule_find(run, &governance->object, "sections",
			  N_("these sections have no owner of their own: "
			     "{sections}; name the person who keeps each up to "
			     "date, and when that was last done"),
			  ARGS(TEXT_ARG("sections", rule_text(run, &names))));
	if (names.n && is_unfilled(&governance->sections.at))
		rule_paste_text(run, rule_text(run, &paste));
	buf_free(&paste);
}

	void
	check_governance_stale_section(struct rule_run *run)
{
	const struct header *header = &run->plan->plan;
	struct date as_of = run->view->as_of;

	if (plan_is_retired(run->plan))
		return;
	if (is_before(&header->next_review, as_of))
		rule_find(run, &header->object, "next_review",
			  N_("the plan was due for review by {date}, which is "
			     "before {today}; hold the review, then set the "
			     "date of the next"),
			  ARGS(DATE_ARG("date", header->next_review.date),
			       DATE_ARG("today", as_of)));
	check_kept(run);
	FOR_EACH (upkeep, run->plan->governance.sections)
		check_updated(run, upkeep);
}
