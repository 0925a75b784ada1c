/* gaps.c - gaps without action, investments without objective */
#include "rules/strategic/strategic.h"

static void
check_gap(struct rule_run *run, const struct gap *gap)
{
	if (!is_set(&gap->object.at) || refs_tackle(&gap->actions))
		return;
	rule_find(run, &gap->object, "actions",
		  gap->actions.n ? N_("every action against the gap '{name}' "
				      "is cancelled; name in `actions` what is "
				      "done instead")
				 : N_("nothing is done about the gap '{name}'; "
				      "name in `actions` what will close it"),
		  ARGS(NAME_ARG("name", gap)));
}

/* Skips investments that were declined. */
static void
check_investment(struct rule_run *run, const struct investment *investment)
{
	if (!is_set(&investment->object.at) ||
	    is_unclear(&investment->decided.at) ||
	    word_is(&investment->decided, DECIDED_DECLINED) ||
	    !is_unfilled(&investment->objectives.at))
		return;
	rule_missing_ref(
		run, &investment->object, "objectives",
		run->plan->strategy.objectives.items[0],
		N_("the investment '{name}' serves no objective; name in "
		   "`objectives` what the money is meant to achieve"),
		ARGS(NAME_ARG("name", investment)));
}

void
check_gaps_unowned(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const bool *improved = map_improved(run, &plan->gaps);

	FOR_EACH (gap, plan->gaps)
		if (!improved[gap->object.index])
			check_gap(run, gap);
	if (!plan->strategy.objectives.n)
		return;
	FOR_EACH (investment, plan->investments)
		check_investment(run, investment);
}
