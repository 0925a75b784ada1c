/* document.c - figures that should add up, links, statuses, unused items */
#include "rules/rule.h"

/* tolerance for rounding */
static const double share_slack = 0.5, index_slack = 0.005;

static bool
is_off(double sum, double wanted, double slack)
{
	return fabs(sum - wanted) > slack + 1e-9;
}

/* false unless every share is told */
static bool
shares_sum(const struct shares_value *shares, double *sum)
{
	*sum = 0;
	FOR_VALUES (share, share, *shares) {
		if (!is_set(&share->value.at) || share->value.fraction ||
		    share->ref.at.state == BROKEN)
			return false;
		*sum += share->value.n;
	}
	return is_set(&shares->at) && shares->n > 0;
}

/* Sums a number of every segment, if each has it. */
static void
check_total(struct rule_run *run, const char *key, const char *message)
{
	double sum = 0;

	if (is_unclear(&run->plan->segments.at))
		return;
	FOR_EACH (segment, run->plan->segments) {
		const struct number_value *value = field_value(
			segment, object_field(&segment->object, key));

		if (!is_set(&value->at) || value->fraction)
			return;
		sum += value->n;
	}
	if (run->plan->segments.n && is_off(sum, 100, share_slack))
		rule_find_args(run, &run->plan->object, "segments", message,
			       ARGS(ITEM_ARG("key", key, key),
				    PERCENT_ARG("sum", sum)));
}

static void
check_month_index(struct rule_run *run)
{
	const struct demand *demand = &run->plan->demand;
	uint32_t n = demand->month_index.n;
	const char *message = NULL;
	double sum = 0;

	FOR_VALUES (int_number, month, demand->month_index) {
		if (!is_set(&month->value.at))
			return;
		sum += month->value.n;
	}
	if (n == 12 && sum == 0)
		message = N_("all monthly indices are 0; write 1 for a usual "
			     "month");
	else if (n == 12 && is_off(sum / 12, 1, index_slack))
		message = N_("the monthly indices have a mean of {mean}, which "
			     "should be 1; divide each by {mean}");
	if (message)
		rule_find_args(run, &demand->object, "month_index", message,
			       ARGS(NUMBER_ARG("mean",
					       round(sum / 12 * 1000) / 1000)));
}

/* Leaves shares to segments/share where customers tell which one is wrong. */
void
check_document_shares(struct rule_run *run)
{
	double sum;

	if (!shares_contradicted(run))
		check_total(run, "share",
			    N_("the segments' shares of customers add up to "
			       "{sum}; they should make 100%"));
	check_total(run, "revenue_share",
		    N_("the segments' shares of revenue add up to {sum}; they "
		       "should make 100%"));
	FOR_EACH (segment, run->plan->segments)
		if (shares_sum(&segment->preferences.channels, &sum) &&
		    is_off(sum, 100, share_slack))
			rule_find_args(
				run, &segment->preferences.object, "channels",
				N_("the channel preferences of '{name}' add up "
				   "to {sum}; they should make 100%"),
				ARGS(PERCENT_ARG("sum", sum)));
	check_month_index(run);
}

/* Looks at channels on which people answer contacts today; `split`: all reasons
 * have readable volumes by channel. */
static void
check_volume(struct rule_run *run, const struct channel *channel, bool split)
{
	double told = channel->contacts_per_year.n;
	double sum = FIGURES(run, channels, channel)->reasons_volume;

	if (!flag_is(&channel->assisted, true) ||
	    !is_set(&channel->contacts_per_year.at) ||
	    !is_set(&channel->status.at) ||
	    channel->status.word == CHANNEL_PLANNED)
		return;
	if (isnan(sum))
		sum = 0;
	/* ignores a gap that reasons without channels may fill */
	if (!differs(run, sum, told) || (!split && sum < told))
		return;
	rule_find_args(
		run, &channel->object, "contacts_per_year",
		N_("'{name}' has {told} contacts a year here, and {sum} in the "
		   "contact reasons; they should differ by {slack} at most"),
		ARGS(COUNT_ARG("told", told), COUNT_ARG("sum", sum),
		     PERCENT_ARG("slack", SETTING_OF(run->plan, reconcile))));
	rule_relate(run, &run->plan->object, "contact_reasons",
		    N_("the volumes of the reasons"));
}

void
check_document_volumes(struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;
	bool split = true;
	double sum;

	FOR_EACH (reason, *reasons)
		split = split && (!FIGURES(run, reasons, reason)->counted ||
				  shares_sum(&reason->volume, &sum));
	FOR_EACH (channel, run->plan->channels)
		if (reasons->n && !is_unclear(&reasons->at))
			check_volume(run, channel, split);
}

/* a segment's first tier */
struct membership {
	const struct tier *tier;
	uint32_t item; /* of its segments */
};

void
check_document_two_tiers(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct membership *members =
		rule_array(run, &plan->segments, sizeof(*members));

	FOR_EACH (tier, plan->service_tiers) {
		for (uint32_t i = 0; i < tier->segments.n; i++) {
			const struct ref_value *ref = &tier->segments.items[i];
			const struct object *segment = ref->to;
			struct membership *first;

			if (!segment)
				continue;
			first = &members[segment->index];
			if (!first->tier)
				*first = (struct membership){tier, i};
			if (first->tier == tier)
				continue;
			rule_find_at(
				run, &tier->object,
				rule_item(run, &tier->object, "segments", i,
					  &ref->at),
				N_("'{segment}' is in two tiers, '{first}' and "
				   "'{second}'; take it out of one"),
				ARGS(ITEM_ARG("segment", ref->id, ref->id),
				     NAME_ARG("first", first->tier),
				     NAME_ARG("second", tier)));
			rule_relate_at(run,
				       rule_item(run, &first->tier->object,
						 "segments", first->item,
						 &first->tier->segments
							  .items[first->item]
							  .at),
				       N_("its first tier"));
		}
	}
}

/* Skips plans in which an unreadable flag may mark the contact center. */
void
check_document_contact_center(struct rule_run *run)
{
	const struct map *units = &run->plan->units;
	const struct unit *first = NULL;
	uint32_t marked = 0;

	if (is_unclear(&units->at))
		return;
	FOR_EACH (unit, *units)
		if (is_unclear(&unit->object.at) ||
		    is_unclear(&unit->contact_center.at))
			return;
	FOR_EACH (unit, *units) {
		if (!flag_is(&unit->contact_center, true))
			continue;
		if (++marked == 1)
			first = unit;
		if (marked == 2)
			rule_find_args(run, &unit->object, "contact_center",
				       N_("'{second}' is marked as the contact "
					  "center, and so is '{first}'; mark "
					  "one unit only"),
				       ARGS(NAME_ARG("first", first),
					    NAME_ARG("second", unit)));
		if (marked > 1)
			rule_relate(run,
				    marked == 2 ? &first->object
						: &unit->object,
				    "contact_center", N_("marked here too"));
	}
	if (!units->n || first)
		return;
	rule_find(run, &run->plan->object, "units",
		  N_("no unit is marked as the contact center; add "
		     "`contact_center: true` to the one that is"));
}

static void
check_launch(struct rule_run *run, const struct channel *channel)
{
	struct date as_of = run->view->as_of;
	int side = date_compare(channel->launch.date, as_of);
	bool early = word_is(&channel->status, CHANNEL_CURRENT) && side > 0;
	bool late = word_is(&channel->status, CHANNEL_PLANNED) && side < 0;

	if (!is_set(&channel->launch.at) || (!early && !late) ||
	    !run->view->as_of_known)
		return;
	rule_find_args(run, &channel->object, "launch",
		       late ? N_("'{name}' is planned, but its launch date "
				 "{date} is before {today}; set the status to "
				 "current, or give it a new date")
			    : N_("'{name}' is current, but its launch date "
				 "{date} is after {today}; set the status to "
				 "planned, or correct the date"),
		       ARGS(DATE_ARG("date", channel->launch.date),
			    DATE_ARG("today", as_of)));
	rule_relate(run, &channel->object, "status", N_("its status"));
}

static void
check_progress(struct rule_run *run, const struct action *action)
{
	const struct object *object = &action->object;
	struct date as_of = run->view->as_of;

	if (word_is(&action->status, ACTION_DONE) &&
	    is_unfilled(&action->completed.at))
		rule_missing(run, object, "completed",
			     N_("'{name}' is done, but the plan doesn't say "
				"since when; add `completed` with the date"));
	if (is_set(&action->completed.at) && run->view->as_of_known &&
	    date_compare(action->completed.date, as_of) > 0)
		rule_find_args(
			run, object, "completed",
			N_("'{name}' was completed on {date}, which is after "
			   "{today}; correct the date, or the status"),
			ARGS(DATE_ARG("date", action->completed.date),
			     DATE_ARG("today", as_of)));
	if (is_set(&action->percent.at) && action->percent.n >= 100 &&
	    (word_is(&action->status, ACTION_NOT_STARTED) ||
	     word_is(&action->status, ACTION_IN_PROGRESS))) {
		rule_find(run, object, "percent",
			  N_("'{name}' is at 100%, but its status is not done; "
			     "set the status to done, or lower the percent"));
		rule_relate(run, object, "status", N_("its status"));
	}
}

void
check_document_status_date(struct rule_run *run)
{
	FOR_EACH (action, run->plan->actions)
		check_progress(run, action);
	FOR_EACH (channel, run->plan->channels)
		check_launch(run, channel);
}

/* exempts actions and units with a purpose of their own */
static bool
is_tied(const struct plan *plan, const struct map *map,
	const struct object *item)
{
	const struct action *action = (const void *)item;
	const struct unit *unit = (const void *)item;

	if (map == &plan->actions)
		return item->pathed || action->prepares.at.state != ABSENT ||
		       action->improves.at.state > BLANK ||
		       word_is(&action->status, ACTION_CANCELLED);
	return map == &plan->units && flag_is(&unit->contact_center, true);
}

static void
report_unused(struct rule_run *run, const struct map *map, const char *message)
{
	for (uint32_t i = 0; i < map->n && !map->unclear; i++) {
		const struct object *item = map->items[i];

		if (is_set(&item->at) && !item->named &&
		    !is_tied(run->plan, map, item))
			rule_find(run, item, NULL, message);
	}
}

/* Skips plans in which a tier's segments are unknown: they may be any. */
static void
check_segments(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	FOR_EACH (tier, plan->service_tiers)
		if (!is_set(&tier->segments.at) ||
		    refs_unclear(&tier->segments))
			return;
	FOR_EACH (segment, plan->segments)
		if (plan->service_tiers.n && is_set(&segment->object.at) &&
		    !FIGURES(run, segments, segment)->tier)
			rule_find(run, &segment->object, NULL,
				  N_("no service tier holds the segment "
				     "'{name}'; add it to one, so that its "
				     "service is settled"));
}

/* Skips hours where those of a channel are unknown: they may be any. */
void
check_document_unused(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool known = plan->channels.n > 0;

	if (is_partial(plan)) /* it may be named there */
		return;
	FOR_EACH (channel, plan->channels)
		known &= channel->hours.to != NULL;
	check_segments(run);
	report_unused(
		run, &plan->actions,
		N_("nothing refers to the action '{name}', and it improves "
		   "nothing; name it where it helps, or add `improves`"));
	report_unused(run, &plan->people,
		      N_("'{name}' is named nowhere in the plan; give them a "
			 "part, or take them out"));
	report_unused(run, &plan->units,
		      N_("the unit '{name}' is named nowhere in the plan; give "
			 "it a part, or take it out"));
	if (known)
		report_unused(run, &plan->hours,
			      N_("no channel or tier uses the hours '{name}'; "
				 "name them in one, or take them out"));
}
