/* decisions.c - decisions that are overdue or undated */
#include "rules/strategic/strategic.h"

void
check_decisions_overdue(struct rule_run *run, const struct decision *decision)
{
	struct date as_of = run->view->as_of;

	if (word_is(&decision->outcome, OUTCOME_OPEN) &&
	    is_before(&decision->due, as_of) && !plan_is_retired(run->plan))
		rule_find(run, &decision->object, "due",
			  N_("the decision '{name}' was due on {date} and is "
			     "still open on {today}; get it decided, or agree "
			     "on a new date"),
			  ARGS(NAME_ARG("name", decision),
			       DATE_ARG("date", decision->due.date),
			       DATE_ARG("today", as_of)));
	if (is_set(&decision->outcome.at) &&
	    object_lacks(&decision->object, "decided"))
		rule_missing(run, &decision->object, "decided",
			     N_("the decision '{name}' is '{outcome}', but the "
				"plan doesn't say since when; add `decided` "
				"with the date"),
			     ARGS(NAME_ARG("name", decision),
				  TEXT_ARG("outcome",
					   word_text(CHOICE_outcome,
						     &decision->outcome))));
}
