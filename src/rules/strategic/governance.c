/* governance.c - sponsor, approvals, and upkeep of the sections */
#include "ces/json.h"
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

static void
check_leader(struct rule_run *run, const struct person *sponsor)
{
	const struct object *governance = &run->plan->governance.object;
	const struct flag_value *leader = &sponsor->senior_leader;

	if (!is_set(&sponsor->object.at) || is_unclear(&leader->at) ||
	    flag_is(leader, true))
		return;
	rule_missing_ref(run, governance, "sponsor",
			 first_leader(&run->plan->people),
			 N_("the sponsor '{name}' isn't marked as a senior "
			    "leader; choose one who is, or add `senior_leader: "
			    "true` in `people`"),
			 ARGS(NAME_ARG("name", sponsor)));
	rule_relate(run, &sponsor->object,
		    is_set(&leader->at) ? "senior_leader" : NULL,
		    N_("the sponsor's entry"));
}

static void
report_no_sponsor(struct rule_run *run)
{
	const struct map *people = &run->plan->people;
	const struct object *governance = &run->plan->governance.object;

	rule_find(run, governance, "sponsor",
		  N_("the plan names nobody who backs it; add a senior leader "
		     "as its `sponsor`"),
		  NO_ARGS);
	if (people->n)
		rule_paste_ref(run, governance, "sponsor",
			       first_leader(people));
	else
		rule_paste(run, governance, "sponsor");
}

void
check_governance_no_sponsor(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;

	if (!is_set(&governance->object.at))
		return;
	if (object_lacks(&governance->object, "sponsor"))
		report_no_sponsor(run);
	else if (governance->sponsor.to)
		check_leader(run, governance->sponsor.to);
}

/* a name that is missing in the plan's people */
#define LEADS_NOWHERE(plan, ref) ((plan)->people.n && !(ref).to)

static bool
approval_unclear(const struct plan *plan, const struct approval *approval)
{
	return !is_set(&approval->by.at) || LEADS_NOWHERE(plan, approval->by) ||
	       !is_set(&approval->date.at) || !is_set(&approval->decision.at);
}

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
		if (approval_unclear(plan, approval))
			return false;
		if (!strcmp(approval->by.id, governance->sponsor.id) &&
		    (!*last || date_compare((*last)->date.date,
					    approval->date.date) <= 0))
			*last = approval;
	}
	return true;
}

static void
report_unapproved(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;

	rule_find(run, &governance->object, "approvals",
		  N_("the plan's status is approved, but no decision of its "
		     "sponsor '{name}' is recorded; add it with its date, or "
		     "set the status back to in_review"),
		  ARGS(TEXT_ARG("name", ref_name(governance->sponsor.to,
						 governance->sponsor.id))));
	rule_relate(run, &run->plan->plan.object, "status",
		    N_("the plan's status"));
}

static void
report_refused(struct rule_run *run, const struct approval *last)
{
	const struct choices *words = &choices[CHOICE_decision];

	rule_find(
		run, &last->object, "decision",
		N_("the plan's status is approved, but the last decision of "
		   "its sponsor '{name}', on {date}, is '{decision}'; record "
		   "the approval, or set the status back to in_review"),
		ARGS(TEXT_ARG("name", ref_name(last->by.to, last->by.id)),
		     DATE_ARG("date", last->date.date),
		     TEXT_ARG("decision", words->words[last->decision.word])));
	rule_relate(run, &run->plan->plan.object, "status",
		    N_("the plan's status"));
}

/* tells whether any decision was made, or may have been */
static bool
any_decided(const struct plan *plan)
{
	if (is_unclear(&plan->investments.at) ||
	    is_unclear(&plan->decisions.at))
		return true;
	FOR_EACH (investment, plan->investments)
		if (!word_is(&investment->decided, DECIDED_ASKED))
			return true;
	FOR_EACH (decision, plan->decisions)
		if (!word_is(&decision->outcome, OUTCOME_OPEN))
			return true;
	return false;
}

/* Reports an approved plan without any decision about money. */
static void
check_money(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const char *section = plan->investments.n || !plan->decisions.n
				      ? "investments"
				      : "decisions";

	if (!has_core(plan) || any_decided(plan))
		return;
	rule_find(run, &plan->object, section,
		  N_("the plan's status is approved, but no decision about "
		     "money is recorded; note in `investments` or `decisions` "
		     "what was approved or declined"),
		  NO_ARGS);
	rule_relate(run, &plan->plan.object, "status", N_("the plan's status"));
}

void
check_governance_not_approved(struct rule_run *run)
{
	const struct approval *last;

	if (!word_is(&run->plan->plan.status, PLAN_APPROVED))
		return;
	if (last_word(run->plan, &last)) {
		if (!last)
			report_unapproved(run);
		else if (last->decision.word != DECISION_APPROVED)
			report_refused(run, last);
	}
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

/* Tells whether the plan has the section, and nobody keeps it. */
static bool
is_unkept(const struct plan *plan, const char *section)
{
	const struct map *items = field_value(
		plan, entity_field(entity_plan(), section, strlen(section)));

	return items->n && !map_find(&plan->governance.sections, section);
}

static void
report_unkept(struct rule_run *run)
{
	const struct governance *governance = &run->plan->governance;
	const char *keeper = plan_keeper(run->plan);
	struct buf names = {0}, paste = {0};

	buf_puts(&paste, "  sections:\n");
	for (int i = 0; i < SECTION_SEVEN; i++) {
		if (!is_unkept(run->plan, sections[i].key))
			continue;
		buf_printf(&names, "%s%s", names.n ? ", " : "",
			   sections[i].key);
		buf_printf(&paste, "    %s: {owner: ", sections[i].key);
		buf_json(&paste, keeper ? keeper : "TODO");
		buf_puts(&paste, ", updated: ");
		date_write(&paste, run->view->as_of);
		buf_puts(&paste, "}\n");
	}
	rule_find(run, &governance->object, "sections",
		  N_("these sections have no owner of their own: {sections}; "
		     "name the person who keeps each up to date, and when that "
		     "was last done"),
		  ARGS(TEXT_ARG("sections", rule_text(run, &names))));
	if (is_unfilled(&governance->sections.at))
		rule_paste_text(run, rule_text(run, &paste));
	buf_free(&paste);
}

static void
check_kept(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct governance *governance = &plan->governance;
	bool any = false;

	if (!has_core(plan) || !is_set(&governance->object.at) ||
	    is_unclear(&governance->sections.at) ||
	    governance->sections.strange)
		return;
	for (int i = 0; i < SECTION_SEVEN; i++)
		any |= is_unkept(plan, sections[i].key);
	if (any)
		report_unkept(run);
}

static void
check_next_review(struct rule_run *run)
{
	const struct header *header = &run->plan->plan;
	struct date as_of = run->view->as_of;

	if (!is_set(&header->next_review.at) ||
	    date_compare(header->next_review.date, as_of) >= 0)
		return;
	rule_find(run, &header->object, "next_review",
		  N_("the plan was due for review by {date}, which is before "
		     "{today}; hold the review, then set the date of the next"),
		  ARGS(DATE_ARG("date", header->next_review.date),
		       DATE_ARG("today", as_of)));
}

void
check_governance_stale_section(struct rule_run *run)
{
	if (plan_is_retired(run->plan))
		return;
	check_next_review(run);
	check_kept(run);
	FOR_EACH (upkeep, run->plan->governance.sections)
		check_updated(run, upkeep);
}
