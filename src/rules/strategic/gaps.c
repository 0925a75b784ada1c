/* gaps.c - gaps without action, investments without objective */
#include "rules/strategic/strategic.h"

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
					       "what will close it"),
				  ARGS(NAME_ARG("name", gap)));
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
				   "money is meant to achieve"),
				ARGS(NAME_ARG("name", investment)));
}
