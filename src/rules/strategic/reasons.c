/* reasons.c - contact reasons as a whole: failure share, owners, granularity */
#include "rules/strategic/strategic.h"

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

/* the n-th reason by volume if it is failure demand, else NULL */
static const struct reason *
failure_at(const struct view *view, uint32_t n)
{
	uint32_t index = view->by_volume[n];
	const struct reason *reason =
		ITEM(reason, view->plan->contact_reasons, index);

	return word_is(&reason->demand, DEMAND_FAILURE) &&
			       view->reasons[index].volume > 0
		       ? reason
		       : NULL;
}

static void
relate_largest(struct rule_run *run, const struct largest *largest,
	       const char *field_name, const char *note)
{
	for (uint32_t i = 0; i < largest->n; i++)
		rule_relate(run, &largest->reasons[i]->object, field_name,
			    note);
}

/* effect of the plan's targets */
enum outlook { NO_TARGETS, STAYS_ABOVE, FALLS_BELOW };

static void
report_share(struct rule_run *run, const struct largest *largest, double limit)
{
	static const char *const messages[2][3] = {
		{N_("failure demand is {share} of all contacts, above the "
		    "limit of {limit}; all of it is '{first}'; remove its "
		    "cause"),
		 N_("failure demand is {share} of all contacts, above the "
		    "limit of {limit}; all of it is '{first}'; with every "
		    "target met it is still {planned}; remove more of its "
		    "causes"),
		 N_("failure demand is {share} of all contacts, above the "
		    "limit of {limit}; all of it is '{first}'; with every "
		    "target met it falls to {planned}; hold on to these "
		    "targets")},
		{N_("failure demand is {share} of all contacts, above the "
		    "limit of {limit}; the largest are '{first}' "
		    "({first_share}) and '{second}' ({second_share}); remove "
		    "their causes"),
		 N_("failure demand is {share} of all contacts, above the "
		    "limit of {limit}; the largest are '{first}' "
		    "({first_share}) and '{second}' ({second_share}); with "
		    "every target met it is still {planned}; remove more of "
		    "their causes"),
		 N_("failure demand is {share} of all contacts, above the "
		    "limit of {limit}; the largest are '{first}' "
		    "({first_share}) and '{second}' ({second_share}); with "
		    "every target met it falls to {planned}; hold on to these "
		    "targets")},
	};
	const struct view *view = run->view;
	double share = view->failure_share;
	double planned = view->planned_failure_share;
	const struct reason *first = largest->reasons[0];
	const struct reason *second = largest->reasons[largest->n > 1];
	enum outlook outlook = !is_below(planned, share)  ? NO_TARGETS
			       : is_above(planned, limit) ? STAYS_ABOVE
							  : FALLS_BELOW;

	rule_find(run, &run->plan->object, "contact_reasons",
		  messages[largest->n > 1][outlook],
		  ARGS(PERCENT_ARG("share", share), PERCENT_ARG("limit", limit),
		       NAME_ARG("first", first),
		       PERCENT_ARG("first_share",
				   FIGURES(run, reasons, first)->share),
		       NAME_ARG("second", second),
		       PERCENT_ARG("second_share",
				   FIGURES(run, reasons, second)->share),
		       PERCENT_ARG("planned", planned)));
	relate_largest(run, largest, "demand", N_("failure demand"));
}

void
check_reasons_failure_share(struct rule_run *run)
{
	double limit = SETTING_OF(run->plan, failure_share);
	const struct map *reasons = &run->plan->contact_reasons;
	struct largest largest = {.n = 0};

	if (!reasons_clear(reasons) ||
	    !is_above(run->view->failure_share, limit))
		return;
	for (uint32_t i = 0; i < reasons->n && largest.n < SHOWN; i++) {
		const struct reason *reason = failure_at(run->view, i);

		if (reason)
			largest_add(&largest, reason);
	}
	report_share(run, &largest, limit);
}

void
check_reasons_owned_by_nobody_who_can(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	double own = 0, all = 0;
	struct largest largest = {.n = 0};

	if (!reasons_clear(reasons))
		return;
	for (uint32_t i = 0; i < reasons->n; i++) {
		const struct reason *reason = failure_at(run->view, i);
		const struct unit *unit;
		double volume;

		if (!reason)
			continue;
		unit = reason->owner_unit.to;
		if (is_unclear(&reason->owner_unit.at) ||
		    (is_set(&reason->owner_unit.at) && !unit) ||
		    (unit && is_unclear(&unit->contact_center.at)))
			return;
		volume = FIGURES(run, reasons, reason)->volume;
		all += volume;
		if (unit && flag_is(&unit->contact_center, true)) {
			own += volume;
			largest_add(&largest, reason);
		}
	}
	if (!is_above(own / all * 100, 50))
		return;
	rule_find(run, &run->plan->object, "contact_reasons",
		  N_("the contact center owns {share} of the failure demand "
		     "({own} of {all} contacts a year); let the unit whose "
		     "product, process or message causes a contact own it"),
		  ARGS(PERCENT_ARG("share", own / all * 100),
		       COUNT_ARG("own", own), COUNT_ARG("all", all)));
	relate_largest(run, &largest, "owner_unit",
		       N_("owned by the contact center"));
}

static void
check_number(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	double least = SETTING_OF(run->plan, reasons_min);
	double most = SETTING_OF(run->plan, reasons_max);

	if (!is_set(&reasons->at) || !reasons->n)
		return;
	if (reasons->n < least)
		rule_find(run, &run->plan->object, "contact_reasons",
			  N_("too few contact reasons: {n}, with a minimum of "
			     "{least}; split those that have several causes or "
			     "several owners"),
			  ARGS(COUNT_ARG("n", reasons->n),
			       COUNT_ARG("least", least)));
	else if (reasons->n > most)
		rule_find(run, &run->plan->object, "contact_reasons",
			  N_("too many contact reasons for agents to tell "
			     "apart: {n}, with a maximum of {most}; merge "
			     "those with the same cause and owner"),
			  ARGS(COUNT_ARG("n", reasons->n),
			       COUNT_ARG("most", most)));
}

/* sums all catch-alls, as two hide as much as one */
static void
check_catch_all(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	double limit = SETTING_OF(run->plan, catch_all), share = 0;
	struct largest largest = {.n = 0};

	if (!reasons_clear(reasons))
		return;
	for (uint32_t i = 0; i < reasons->n; i++) {
		uint32_t index = run->view->by_volume[i];
		const struct reason *reason = ITEM(reason, *reasons, index);

		if (!flag_is(&reason->catch_all, true) ||
		    !(run->view->reasons[index].share > 0))
			continue;
		share += run->view->reasons[index].share;
		largest_add(&largest, reason);
	}
	if (!is_above(share, limit))
		return;
	rule_find(
		run, &largest.reasons[0]->object, "catch_all",
		largest.n > 1
			? N_("{share} of all contacts end in '{name}' and "
			     "other catch-alls, above the limit of "
			     "{limit}; listen to a sample of them, and "
			     "give the largest causes reasons of their own")
			: N_("{share} of all contacts end in '{name}', "
			     "above the limit of {limit}; listen to a "
			     "sample of them, and give the largest causes "
			     "reasons of their own"),
		ARGS(PERCENT_ARG("share", share),
		     TEXT_ARG("name", object_name(&largest.reasons[0]->object)),
		     PERCENT_ARG("limit", limit)));
	for (uint32_t i = 1; i < largest.n; i++)
		rule_relate(run, &largest.reasons[i]->object, "catch_all",
			    N_("a catch-all too"));
}

void
check_reasons_granularity(struct rule_run *run)
{
	check_number(run);
	check_catch_all(run);
}
