/* reasons.c - contact reasons as a whole, and the plan for each */
#include "rules/rule.h"

/* tells whether no volume nor demand is unreadable, with at least one reason */
static bool
reasons_clear(const struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;

	FOR_EACH (reason, *reasons)
		if (!is_set(&reason->object.at) ||
		    is_unclear(&reason->demand.at))
			return false;
	return reasons->n > 0 && run->volumes_clear;
}

enum { SHOWN = 3 }; /* reasons related to a finding */

/* largest reasons of a finding */
struct largest {
	const struct reason *reasons[SHOWN];
	uint32_t n;
};

/* Adds the reason, up to as many as are shown. */
static void
largest_add(struct largest *largest, const struct reason *reason)
{
	if (largest->n < SHOWN)
		largest->reasons[largest->n++] = reason;
}

/* the n-th reason by volume */
static const struct reason *
reason_at(const struct view *view, uint32_t n)
{
	return ITEM(reason, view->plan->contact_reasons, view->by_volume[n]);
}

static bool
is_failure(const struct rule_run *run, const struct reason *reason)
{
	return word_is(&reason->demand, DEMAND_FAILURE) &&
	       FIGURES(run, reasons, reason)->volume > 0;
}

static void
relate_largest(struct rule_run *run, const struct largest *largest,
	       const char *key, const char *note)
{
	for (uint32_t i = 0; i < largest->n; i++)
		rule_relate(run, &largest->reasons[i]->object, key, note);
}

/* effect of the plan's targets */
enum outlook { NO_TARGETS, STAYS_ABOVE, FALLS_BELOW };

/* by the number of failures, one or more, and the outlook */
static const char *const share_messages[2][3] = {
	{N_("failure demand is {share} of all contacts, above the limit of "
	    "{limit}; all of it is '{first}'; remove its cause"),
	 N_("failure demand is {share} of all contacts, above the limit of "
	    "{limit}; all of it is '{first}'; with every target met it is "
	    "still {planned}; remove more of its causes"),
	 N_("failure demand is {share} of all contacts, above the limit of "
	    "{limit}; all of it is '{first}'; with every target met it falls "
	    "to {planned}; hold on to these targets")},
	{N_("failure demand is {share} of all contacts, above the limit of "
	    "{limit}; the largest are '{first}' ({first_share}) and '{second}' "
	    "({second_share}); remove their causes"),
	 N_("failure demand is {share} of all contacts, above the limit of "
	    "{limit}; the largest are '{first}' ({first_share}) and '{second}' "
	    "({second_share}); with every target met it is still {planned}; "
	    "remove more of their causes"),
	 N_("failure demand is {share} of all contacts, above the limit of "
	    "{limit}; the largest are '{first}' ({first_share}) and '{second}' "
	    "({second_share}); with every target met it falls to {planned}; "
	    "hold on to these targets")},
};

void
check_reasons_failure_share(struct rule_run *run)
{
	double limit = SETTING_OF(run->plan, failure_share);
	double share = run->view->failure_share;
	double planned = run->view->planned_failure_share;
	const struct reason *first, *second;
	struct largest largest = {.n = 0};
	enum outlook outlook = !is_below(planned, share)  ? NO_TARGETS
			       : is_above(planned, limit) ? STAYS_ABOVE
							  : FALLS_BELOW;

	if (!reasons_clear(run) || !is_above(share, limit))
		return;
	for (uint32_t i = 0; i < run->view->counted; i++)
		if (is_failure(run, reason_at(run->view, i)))
			largest_add(&largest, reason_at(run->view, i));
	first = largest.reasons[0];
	second = largest.reasons[largest.n > 1];
	rule_find_args(run, &run->plan->object, "contact_reasons",
		       share_messages[largest.n > 1][outlook],
		       ARGS(PERCENT_ARG("share", share),
			    PERCENT_ARG("limit", limit),
			    TEXT_ARG("first", object_name(&first->object)),
			    PERCENT_ARG("first_share",
					FIGURES(run, reasons, first)->share),
			    TEXT_ARG("second", object_name(&second->object)),
			    PERCENT_ARG("second_share",
					FIGURES(run, reasons, second)->share),
			    PERCENT_ARG("planned", planned)));
	relate_largest(run, &largest, "demand", N_("failure demand"));
}

void
check_reasons_owned_by_nobody_who_can(struct rule_run *run)
{
	double own = 0, all = 0;
	struct largest largest = {.n = 0};

	if (!reasons_clear(run))
		return;
	for (uint32_t i = 0; i < run->view->counted; i++) {
		const struct reason *reason = reason_at(run->view, i);
		const struct unit *unit = reason->owner_unit.to;
		double volume = FIGURES(run, reasons, reason)->volume;

		if (!is_failure(run, reason))
			continue;
		if (is_unclear(&reason->owner_unit.at) ||
		    (is_set(&reason->owner_unit.at) && !unit) ||
		    (unit && is_unclear(&unit->contact_center.at)))
			return;
		all += volume;
		if (unit && flag_is(&unit->contact_center, true)) {
			own += volume;
			largest_add(&largest, reason);
		}
	}
	if (!is_above(own / all * 100, 50))
		return;
	rule_find_args(
		run, &run->plan->object, "contact_reasons",
		N_("the contact center owns {share} of the failure demand "
		   "({own} of {all} contacts a year); let the unit whose "
		   "product, process or message causes a contact own it"),
		ARGS(PERCENT_ARG("share", own / all * 100),
		     COUNT_ARG("own", own), COUNT_ARG("all", all)));
	relate_largest(run, &largest, "owner_unit",
		       N_("owned by the contact center"));
}

/* sums all catch-alls, as two hide as much as one */
static void
check_catch_all(struct rule_run *run)
{
	double limit = SETTING_OF(run->plan, catch_all), share = 0;
	struct largest largest = {.n = 0};

	if (!reasons_clear(run))
		return;
	for (uint32_t i = 0; i < run->view->counted; i++) {
		const struct reason *reason = reason_at(run->view, i);
		double part = FIGURES(run, reasons, reason)->share;

		if (flag_is(&reason->catch_all, true) && part > 0) {
			share += part;
			largest_add(&largest, reason);
		}
	}
	if (!is_above(share, limit))
		return;
	rule_find_args(
		run, &largest.reasons[0]->object, "catch_all",
		largest.n > 1
			? N_("{share} of all contacts end in '{name}' and "
			     "other catch-alls, above the limit of {limit}; "
			     "listen to a sample of them, and give the largest "
			     "causes reasons of their own")
			: N_("{share} of all contacts end in '{name}', above "
			     "the limit of {limit}; listen to a sample of "
			     "them, and give the largest causes reasons of "
			     "their own"),
		ARGS(PERCENT_ARG("share", share), PERCENT_ARG("limit", limit)));
	for (uint32_t i = 1; i < largest.n; i++)
		rule_relate(run, &largest.reasons[i]->object, "catch_all",
			    N_("a catch-all too"));
}

void
check_reasons_granularity(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	double least = SETTING_OF(run->plan, reasons_min);
	double most = SETTING_OF(run->plan, reasons_max);
	uint32_t n = run->view->counted;

	if (is_set(&reasons->at) && reasons->n && (n < least || n > most))
		rule_find_args(
			run, &run->plan->object, "contact_reasons",
			n < least
				? N_("too few contact reasons: {n}, with a "
				     "minimum of {least}; split those that "
				     "have several causes or several owners")
				: N_("too many contact reasons for agents to "
				     "tell apart: {n}, with a maximum of "
				     "{most}; merge those with the same cause "
				     "and owner"),
			ARGS(COUNT_ARG("n", n), COUNT_ARG("least", least),
			     COUNT_ARG("most", most)));
	check_catch_all(run);
}

/* by reason, those of a parent counted for its parts */
static const bool *
find_planned(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	const bool *improved = map_improved(run, reasons);
	bool *planned = rule_array(run, reasons, sizeof(*planned));

	FOR_EACH (reason, *reasons) {
		const struct number_value *change = &reason->target_change;

		planned[reason->object.index] =
			improved[reason->object.index] ||
			refs_unclear(&reason->plan) ||
			refs_open(run->view, &reason->plan) ||
			is_unclear(&change->at) ||
			(is_set(&change->at) && change->n < 0);
	}
	reasons_hand_down(run->view, planned);
	return planned;
}

/* reasons that tell the key, by themselves or by their parents */
static const bool *
find_told(struct rule_run *run, const char *key)
{
	const struct map *reasons = &run->plan->contact_reasons;
	bool *told = rule_array(run, reasons, sizeof(*told));

	FOR_EACH (reason, *reasons)
		told[reason->object.index] =
			is_set(&reason->object.at) &&
			!is_unfilled(field_mark(
				reason, object_field(&reason->object, key)));
	reasons_hand_down(run->view, told);
	return told;
}

/* Leaves a parent to its parts. */
static bool
lacks_plan(const struct rule_run *run, const bool *planned,
	   const struct reason *reason)
{
	return FIGURES(run, reasons, reason)->counted &&
	       is_set(&reason->object.at) &&
	       word_is(&reason->economics, ECONOMICS_COST) &&
	       !is_unclear(&reason->serves.at) && !reason->serves.n &&
	       !flag_is(&reason->catch_all, true) &&
	       !planned[reason->object.index];
}

void
check_reasons_cost_without_plan(struct rule_run *run)
{
	const bool *planned = find_planned(run);
	const struct text_value *currency = &run->plan->plan.currency;

	FOR_EACH (reason, run->plan->contact_reasons) {
		double cost = FIGURES(run, reasons, reason)->cost;
		bool told = cost >= 1 && is_set(&currency->at);

		if (lacks_plan(run, planned, reason))
			rule_find_args(
				run, &reason->object, "plan",
				told ? N_("'{name}' costs {cost} a "
					  "year and serves no aim, and neither "
					  "a target nor an open action reduces "
					  "it; name an action in `plan` that "
					  "eliminates, automates or simplifies "
					  "it, or say in `serves` what it is "
					  "good for")
				     : N_("'{name}' costs money and serves no "
					  "aim, and neither a target nor an "
					  "open action reduces it; name an "
					  "action in `plan` that eliminates, "
					  "automates or simplifies it, or say "
					  "in `serves` what it is good for"),
				ARGS(MONEY_ARG("cost",
					       told ? currency->text : "",
					       told ? round(cost) : 0)));
	}
}

void
check_reasons_no_root_cause(struct rule_run *run)
{
	const bool *told = find_told(run, "root_cause");

	FOR_EACH (reason, run->plan->contact_reasons) {
		if (!is_set(&reason->object.at) ||
		    !FIGURES(run, reasons, reason)->counted ||
		    !word_is(&reason->demand, DEMAND_FAILURE) ||
		    told[reason->object.index] ||
		    flag_is(&reason->catch_all, true))
			continue;
		rule_missing(run, &reason->object, "root_cause",
			     N_("'{name}' is failure demand, and the plan "
				"doesn't say what fails; find the cause before "
				"choosing the cure"));
		rule_relate(run, &reason->object, "demand",
			    N_("failure demand"));
	}
}

static const char *const quadrant_messages[] = {
	[ELIMINATE] = N_("'{name}' irritates customers and company alike, "
			 "which speaks for `eliminate` and not for "
			 "`{written}`; change the disposition, or the scores"),
	[AUTOMATE] = N_("'{name}' is of value to customers and irritates the "
			"company, which speaks for `automate` and not for "
			"`{written}`; change the disposition, or the scores"),
	[SIMPLIFY] = N_("'{name}' irritates customers and is of value to the "
			"company, which speaks for `simplify` and not for "
			"`{written}`; change the disposition, or the scores"),
	[LEVERAGE] = N_("'{name}' is of value to customers and company alike, "
			"which speaks for `leverage` and not for `{written}`; "
			"change the disposition, or the scores"),
};

static bool
is_to_fall(const struct reason *reason)
{
	return word_is(&reason->demand, DEMAND_FAILURE) ||
	       word_is(&reason->disposition, ELIMINATE);
}

/* the reason that tells the growth: itself, or one that it is a part of; NULL
 * where that is reported, or isn't certain */
static const struct reason *
growth_teller(const struct rule_run *run, const struct reason *reason)
{
	const struct reason *at = reason;

	while (at && is_unfilled(&at->target_change.at)) {
		at = FIGURES(run, reasons, at)->parent;
		if (at && is_to_fall(at))
			return NULL;
	}
	return at && !at->target_change.fraction ? at : NULL;
}

/* Reports growth of what is to fall. */
static void
check_growth(struct rule_run *run, const struct reason *reason)
{
	double change = FIGURES(run, reasons, reason)->change;
	bool ended = word_is(&reason->disposition, ELIMINATE);
	const struct reason *told;

	if (!is_to_fall(reason) || !(change > 0) ||
	    !(told = growth_teller(run, reason)))
		return;
	if (told == reason)
		rule_find_args(
			run, &reason->object, "target_change",
			ended ? N_("'{name}' is to be eliminated, and its "
				   "volume to grow by {change}%; write "
				   "-{change}% if it is to fall, or change the "
				   "disposition")
			      : N_("'{name}' is failure demand, and its volume "
				   "is to grow by {change}%; write -{change}% "
				   "if it is to fall, or count it as value "
				   "demand"),
			ARGS(TYPED_ARG("change", change)));
	else
		rule_missing_args(
			run, &reason->object, "target_change",
			ended ? N_("'{name}' is to be eliminated, and its "
				   "volume to grow by {change}% with "
				   "'{whole}', "
				   "of which it is a part; add a "
				   "`target_change` of its own, or change the "
				   "disposition")
			      : N_("'{name}' is failure demand, and its volume "
				   "is to grow by {change}% with '{whole}', of "
				   "which it is a part; add a `target_change` "
				   "of its own, or count it as value demand"),
			ARGS(TYPED_ARG("change", change),
			     NAME_ARG("whole", told)));
	if (ended)
		rule_relate(run, &reason->object, "disposition",
			    N_("it is to be eliminated"));
	else
		rule_relate(run, &reason->object, "demand",
			    N_("failure demand"));
	if (told != reason)
		rule_relate(run, &told->object, "target_change",
			    N_("it is to grow with this"));
}

/* Skips quadrants that contradict demand or economics: more of a failure, or
 * less of a reason that earns. */
void
check_reasons_disposition(struct rule_run *run, const struct reason *reason)
{
	const struct reason_view *view = FIGURES(run, reasons, reason);
	const struct object *object = &reason->object;
	bool failure = word_is(&reason->demand, DEMAND_FAILURE);
	bool earns = word_is(&reason->economics, ECONOMICS_REVENUE);
	bool ended = word_is(&reason->disposition, ELIMINATE);

	check_growth(run, reason);
	if (failure && word_is(&reason->disposition, LEVERAGE)) {
		rule_find(run, object, "disposition",
			  N_("'{name}' is failure demand, and is to be "
			     "leveraged; eliminate its cause, or count it as "
			     "value demand"));
		rule_relate(run, object, "demand", N_("failure demand"));
	} else if (earns && ended) {
		rule_find(run, object, "disposition",
			  N_("'{name}' brings in money, and is to be "
			     "eliminated; leverage or automate it, or correct "
			     "its `economics`"));
		rule_relate(run, object, "economics", N_("it brings in money"));
	} else if (!view->agrees && !is_unclear(&reason->demand.at) &&
		   !is_unclear(&reason->economics.at) &&
		   !(failure && (ended || view->quadrant == LEVERAGE)) &&
		   !(earns && view->quadrant == ELIMINATE)) {
		rule_find_args(run, object, "disposition",
			       quadrant_messages[view->quadrant],
			       ARGS(WORD_OF_ARG("written", CHOICE_disposition,
						&reason->disposition)));
		rule_relate(run, object, "value_to_customer",
			    N_("its value to customers"));
		rule_relate(run, object, "value_to_company",
			    N_("its value to the company"));
	}
}

/* Asks for targets of the largest reasons, which make up 80% of the volume.
 * Leaves those without a plan to reasons/cost-without-plan. */
void
check_reasons_no_target(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	const bool *planned, *told;

	if (!reasons_clear(run))
		return;
	planned = find_planned(run);
	told = find_told(run, "target_change");
	FOR_EACH (reason, *reasons) {
		const struct reason_view *view = FIGURES(run, reasons, reason);

		if (view->counted && view->share > 0 &&
		    view->cumulative - view->share < 80 - 1e-9 &&
		    !told[reason->object.index] &&
		    !flag_is(&reason->catch_all, true) &&
		    !lacks_plan(run, planned, reason))
			rule_missing_args(
				run, &reason->object, "target_change",
				N_("'{name}' makes up {share} of all contacts "
				   "and has no target; say in `target_change` "
				   "how its volume should change, even if by "
				   "0%"),
				ARGS(PERCENT_ARG("share", view->share)));
	}
}
