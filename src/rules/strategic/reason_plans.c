/* reason_plans.c - plan, root cause, disposition and target of each reason */
#include "rules/strategic/strategic.h"

static bool
is_planned(const struct rule_run *run, const bool *improved,
	   const struct reason *reason)
{
	const struct number_value *change = &reason->target_change;

	return improved[reason->object.index] || refs_unclear(&reason->plan) ||
	       refs_open(run->view, &reason->plan) || is_unclear(&change->at) ||
	       (is_set(&change->at) && change->n < 0);
}

/* by reason; computed once, as a parent is asked for each of its parts */
static const bool *
find_planned(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	const bool *improved = map_improved(run, reasons);
	bool *planned = arena_alloc(run->findings->arena, reasons->n + 1);

	FOR_EACH (reason, *reasons)
		planned[reason->object.index] =
			is_planned(run, improved, reason);
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

static void
report_unplanned(struct rule_run *run, const struct reason *reason)
{
	const struct object *object = &reason->object;
	double cost = run->view->reasons[object->index].cost;
	const struct text_value *currency = &run->plan->plan.currency;
	bool told = cost >= 1 && is_set(&currency->at);

	rule_find(run, object, "plan",
		  told ? N_("'{name}' costs {currency} {cost} a year and "
			    "serves no aim, and neither a target nor an open "
			    "action reduces it; name an action in `plan` that "
			    "eliminates, automates or simplifies it, or say in "
			    "`serves` what it is good for")
		       : N_("'{name}' costs money and serves no aim, and "
			    "neither a target nor an open action reduces it; "
			    "name an action in `plan` that eliminates, "
			    "automates or simplifies it, or say in `serves` "
			    "what it is good for"),
		  ARGS(TEXT_ARG("name", object_name(object)),
		       TEXT_ARG("currency", told ? currency->text : ""),
		       COUNT_ARG("cost", told ? round(cost) : 0)));
}

void
check_reasons_cost_without_plan(struct rule_run *run)
{
	const bool *planned = find_planned(run);

	FOR_EACH (reason, run->plan->contact_reasons)
		if (lacks_plan(planned, reason))
			report_unplanned(run, reason);
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

/* Excludes quadrants that contradict demand or economics: more of a failure, or
 * less of a reason that earns. */
static bool
quadrant_speaks(const struct rule_run *run, const struct reason *reason)
{
	const struct reason_view *view = FIGURES(run, reasons, reason);
	bool failure = word_is(&reason->demand, DEMAND_FAILURE);
	bool earns = word_is(&reason->economics, ECONOMICS_REVENUE);

	if (view->agrees || is_unclear(&reason->demand.at) ||
	    is_unclear(&reason->economics.at))
		return false;
	if (failure && (reason->disposition.word == ELIMINATE ||
			view->quadrant == LEVERAGE))
		return false;
	return !(earns && view->quadrant == ELIMINATE);
}

static void
report_mismatch(struct rule_run *run, const struct reason *reason)
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
	const struct object *object = &reason->object;
	const char *written =
		choices[CHOICE_disposition].words[reason->disposition.word];

	rule_find(run, object, "disposition",
		  messages[run->view->reasons[object->index].quadrant],
		  ARGS(TEXT_ARG("name", object_name(object)),
		       TEXT_ARG("written", written)));
	rule_relate(run, object, "value_to_customer",
		    N_("its value to customers"));
	rule_relate(run, object, "value_to_company",
		    N_("its value to the company"));
}

static void
report_odd(struct rule_run *run, const struct reason *reason, const char *key,
	   const char *message, const char *note)
{
	rule_find(run, &reason->object, "disposition", message,
		  ARGS(NAME_ARG("name", reason)));
	rule_relate(run, &reason->object, key, note);
}

void
check_reasons_disposition(struct rule_run *run, const struct reason *reason)
{
	if (word_is(&reason->demand, DEMAND_FAILURE) &&
	    word_is(&reason->disposition, LEVERAGE))
		report_odd(run, reason, "demand",
			   N_("'{name}' is failure demand, and is to be "
			      "leveraged; eliminate its cause, or count it as "
			      "value demand"),
			   N_("failure demand"));
	else if (word_is(&reason->economics, ECONOMICS_REVENUE) &&
		 word_is(&reason->disposition, ELIMINATE))
		report_odd(run, reason, "economics",
			   N_("'{name}' brings in money, and is to be "
			      "eliminated; leverage or automate it, or correct "
			      "its `economics`"),
			   N_("it brings in money"));
	else if (quadrant_speaks(run, reason))
		report_mismatch(run, reason);
}

/* tells whether it is among the largest that make up 80% of the volume */
static bool
is_large(const struct reason_view *view)
{
	return view->share > 0 && view->cumulative - view->share < 80 - 1e-9;
}

static bool
lacks_target(const struct reason *reason)
{
	const struct reason *parent = reason->parent.to;

	return is_unfilled(&reason->target_change.at) &&
	       !flag_is(&reason->catch_all, true) &&
	       !(parent && !is_unfilled(&parent->target_change.at));
}

/* Leaves reasons without a plan to reasons/cost-without-plan. */
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

		if (is_large(view) && lacks_target(reason) &&
		    !lacks_plan(planned, reason))
			rule_missing(run, &reason->object, "target_change",
				     N_("'{name}' makes up {share} of all "
					"contacts and has no target; say in "
					"`target_change` how its volume should "
					"change, even if by 0%"),
				     ARGS(NAME_ARG("name", reason),
					  PERCENT_ARG("share", view->share)));
	}
}
