/* reason_plans.c - plan, root cause, disposition and target of each reason */
#include "rules/strategic/strategic.h"

/* by reason; computed once, as a parent is asked for each of its parts */
static const bool *
find_planned(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	const bool *improved = map_improved(run, reasons);
	bool *planned = rule_flags(run, reasons);

	FOR_EACH (reason, *reasons) {
		const struct number_value *change = &reason->target_change;

		planned[reason->object.index] =
			improved[reason->object.index] ||
			refs_unclear(&reason->plan) ||
			refs_open(run->view, &reason->plan) ||
			is_unclear(&change->at) ||
			(is_set(&change->at) && change->n < 0);
	}
	return planned;
}

/* Counts plans of the parent reason. */
static bool
lacks_plan(const bool *planned, const struct reason *reason)
{
	const struct reason *parent = reason->parent.to;

	return is_set(&reason->object.at) &&
	       word_is(&reason->economics, ECONOMICS_COST) &&
	       !is_unclear(&reason->serves.at) && !reason->serves.n &&
	       !flag_is(&reason->catch_all, true) &&
	       !planned[reason->object.index] &&
	       !(parent && planned[parent->object.index]);
}

void
check_reasons_cost_without_plan(struct rule_run *run)
{
	const bool *planned = find_planned(run);
	const struct text_value *currency = &run->plan->plan.currency;

	FOR_EACH (reason, run->plan->contact_reasons) {
		double cost = FIGURES(run, reasons, reason)->cost;
		bool told = cost >= 1 && is_set(&currency->at);

		if (!lacks_plan(planned, reason))
			continue;
		rule_find(run, &reason->object, "plan",
			  told ? N_("'{name}' costs {currency} {cost} a year "
				    "and serves no aim, and neither a target "
				    "nor an open action reduces it; name an "
				    "action in `plan` that eliminates, "
				    "automates or simplifies it, or say in "
				    "`serves` what it is good for")
			       : N_("'{name}' costs money and serves no aim, "
				    "and neither a target nor an open action "
				    "reduces it; name an action in `plan` that "
				    "eliminates, automates or simplifies it, "
				    "or say in `serves` what it is good for"),
			  ARGS(NAME_ARG("name", reason),
			       TEXT_ARG("currency", told ? currency->text : ""),
			       COUNT_ARG("cost", told ? round(cost) : 0)));
	}
}

/* Skips quadrants that contradict demand or economics: more of a failure, or
 * less of a reason that earns. */
static void
check_quadrant(struct rule_run *run, const struct reason *reason)
{
	static const char *const messages[] = {
		[ELIMINATE] = N_(
			"'{name}' irritates customers and company alike, which "
			"speaks for `eliminate` and not for `{written}`; "
			"change the disposition, or the scores"),
		[AUTOMATE] = N_(
			"'{name}' is of value to customers and irritates the "
			"company, which speaks for `automate` and not for "
			"`{written}`; change the disposition, or the scores"),
		[SIMPLIFY] = N_(
			"'{name}' irritates customers and is of value to the "
			"company, which speaks for `simplify` and not for "
			"`{written}`; change the disposition, or the scores"),
		[LEVERAGE] = N_(
			"'{name}' is of value to customers and company alike, "
			"which speaks for `leverage` and not for `{written}`; "
			"change the disposition, or the scores"),
	};
	const struct reason_view *view = FIGURES(run, reasons, reason);
	const struct object *object = &reason->object;

	if (view->agrees || is_unclear(&reason->demand.at) ||
	    is_unclear(&reason->economics.at) ||
	    (word_is(&reason->demand, DEMAND_FAILURE) &&
	     (reason->disposition.word == ELIMINATE ||
	      view->quadrant == LEVERAGE)) ||
	    (word_is(&reason->economics, ECONOMICS_REVENUE) &&
	     view->quadrant == ELIMINATE))
		return;
	rule_find(run, object, "disposition", messages[view->quadrant],
		  ARGS(NAME_ARG("name", reason),
		       TEXT_ARG("written", word_text(CHOICE_disposition,
						     &reason->disposition))));
	rule_relate(run, object, "value_to_customer",
		    N_("its value to customers"));
	rule_relate(run, object, "value_to_company",
		    N_("its value to the company"));
}

void
check_reasons_no_root_cause(struct rule_run *run, const struct reason *reason)
{
	if (!word_is(&reason->demand, DEMAND_FAILURE) ||
	    !is_unfilled(&reason->root_cause.at) ||
	    flag_is(&reason->catch_all, true))
		return;
	rule_missing(run, &reason->object, "root_cause",
		     N_("'{name}' is failure demand, and the plan doesn't say "
			"what fails; find the cause before choosing the cure"),
		     ARGS(NAME_ARG("name", reason)));
	rule_relate(run, &reason->object, "demand", N_("failure demand"));
}

void
check_reasons_disposition(struct rule_run *run, const struct reason *reason)
{
	const struct object *object = &reason->object;
	const struct arg name = NAME_ARG("name", reason);

	if (word_is(&reason->demand, DEMAND_FAILURE) &&
	    word_is(&reason->disposition, LEVERAGE)) {
		rule_find(run, object, "disposition",
			  N_("'{name}' is failure demand, and is to be "
			     "leveraged; eliminate its cause, or count it as "
			     "value demand"),
			  &name, 1);
		rule_relate(run, object, "demand", N_("failure demand"));
	} else if (word_is(&reason->economics, ECONOMICS_REVENUE) &&
		   word_is(&reason->disposition, ELIMINATE)) {
		rule_find(run, object, "disposition",
			  N_("'{name}' brings in money, and is to be "
			     "eliminated; leverage or automate it, or correct "
			     "its `economics`"),
			  &name, 1);
		rule_relate(run, object, "economics", N_("it brings in money"));
	} else {
		check_quadrant(run, reason);
	}
}

/*
 * Asks for targets of the largest reasons, which make up 80% of the volume.
 * Leaves those without a plan to reasons/cost-without-plan.
 */
void
check_reasons_no_target(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	const bool *planned;

	if (!reasons_clear(reasons))
		return;
	planned = find_planned(run);
	FOR_EACH (reason, *reasons) {
		const struct reason_view *view = FIGURES(run, reasons, reason);
		const struct reason *parent = reason->parent.to;

		if (!(view->share > 0) ||
		    !(view->cumulative - view->share < 80 - 1e-9) ||
		    !is_unfilled(&reason->target_change.at) ||
		    flag_is(&reason->catch_all, true) ||
		    (parent && !is_unfilled(&parent->target_change.at)) ||
		    lacks_plan(planned, reason))
			continue;
		rule_missing(run, &reason->object, "target_change",
			     N_("'{name}' makes up {share} of all contacts and "
				"has no target; say in `target_change` how its "
				"volume should change, even if by 0%"),
			     ARGS(NAME_ARG("name", reason),
				  PERCENT_ARG("share", view->share)));
	}
}
