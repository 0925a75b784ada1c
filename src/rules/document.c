/* document.c - figures that should add up, links, statuses, unused items */
#include <math.h>

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

static void
check_preferences(struct rule_run *run, const struct segment *segment)
{
	const struct preferences *preferences = &segment->preferences;
	double sum;

	if (shares_sum(&preferences->channels, &sum) &&
	    is_off(sum, 100, share_slack))
		rule_find(run, &preferences->object, "channels",
			  N_("the channel preferences of '{name}' add up to "
			     "{sum}; they should make 100%"),
			  ARGS(NAME_ARG("name", segment),
			       PERCENT_ARG("sum", sum)));
}

/* Sums a number of every segment, if each has it. */
static void
check_total(struct rule_run *run, size_t offset, const char *message)
{
	const struct map *segments = &run->plan->segments;
	double sum = 0;

	for (uint32_t i = 0; i < segments->n; i++) {
		const struct number_value *value =
			(const void *)((const char *)segments->items[i] +
				       offset);

		if (!is_set(&value->at) || value->fraction)
			return;
		sum += value->n;
	}
	if (segments->n && is_off(sum, 100, share_slack))
		rule_find(run, &run->plan->object, "segments", message,
			  ARGS(PERCENT_ARG("sum", sum)));
}

static void
check_month_index(struct rule_run *run)
{
	const struct demand *demand = &run->plan->demand;
	double sum = 0;

	if (demand->month_index.n != 12)
		return;
	for (uint32_t i = 0; i < 12; i++) {
		if (!is_set(&demand->month_index.items[i].value.at))
			return;
		sum += demand->month_index.items[i].value.n;
	}
	if (is_off(sum / 12, 1, index_slack))
		rule_find(run, &demand->object, "month_index",
			  N_("the monthly indices have a mean of {mean}, which "
			     "should be 1; divide each by {mean}"),
			  ARGS(NUMBER_ARG("mean",
					  round(sum / 12 * 1000) / 1000)));
}

void
check_document_shares(struct rule_run *run)
{
	check_total(run, offsetof(struct segment, share),
		    N_("the segments' shares of customers add up to {sum}; "
		       "they should make 100%"));
	check_total(run, offsetof(struct segment, revenue_share),
		    N_("the segments' shares of revenue add up to {sum}; they "
		       "should make 100%"));
	FOR_EACH (segment, run->plan->segments)
		check_preferences(run, segment);
	check_month_index(run);
}

/* Looks at channels on which people answer contacts today; `split`: all reasons
 * have readable volumes by channel. */
static void
check_channel(struct rule_run *run, const struct channel *channel, bool split)
{
	double slack = SETTING_OF(run->plan, reconcile);
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
	if (fabs(sum - told) <= told * slack / 100 + 1e-9 ||
	    (!split && sum < told))
		return;
	rule_find(
		run, &channel->object, "contacts_per_year",
		N_("'{name}' has {told} contacts a year here, and {sum} in the "
		   "contact reasons; they should differ by {slack} at most"),
		ARGS(NAME_ARG("name", channel), COUNT_ARG("told", told),
		     COUNT_ARG("sum", sum), PERCENT_ARG("slack", slack)));
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
		split = split && shares_sum(&reason->volume, &sum);
	FOR_EACH (channel, run->plan->channels)
		if (reasons->n)
			check_channel(run, channel, split);
}

/* a segment's first tier */
struct membership {
	const struct tier *tier;
	uint32_t item; /* of its segments */
};

static void
report_second(struct rule_run *run, const struct tier *tier, uint32_t item,
	      const struct membership *first)
{
	const struct ref_value *ref = &tier->segments.items[item];
	const struct tier *other = first->tier;

	rule_find_at(run, &tier->object, &ref->at,
		     rule_item_path(run, &tier->object, "segments", item),
		     N_("'{segment}' is in two tiers, '{first}' and "
			"'{second}'; take it out of one"),
		     ARGS(TEXT_ARG("segment", ref->id),
			  NAME_ARG("first", other), NAME_ARG("second", tier)));
	rule_relate_at(
		run, &other->segments.items[first->item].at,
		rule_item_path(run, &other->object, "segments", first->item),
		N_("its first tier"));
}

void
check_document_two_tiers(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct membership *first = arena_alloc(
		run->findings->arena, (plan->segments.n + 1) * sizeof(*first));

	FOR_EACH (tier, plan->service_tiers) {
		for (uint32_t i = 0; i < tier->segments.n; i++) {
			const struct object *segment =
				ref_target(&tier->segments.items[i]);
			struct membership *at;

			if (!segment)
				continue;
			at = &first[segment->index];
			if (!at->tier)
				*at = (struct membership){tier, i};
			else if (at->tier != tier)
				report_second(run, tier, i, at);
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

	FOR_EACH (unit, *units)
		if (is_unclear(&unit->contact_center.at))
			return;
	FOR_EACH (unit, *units) {
		if (!flag_is(&unit->contact_center, true))
			continue;
		if (++marked == 1)
			first = unit;
		if (marked == 2)
			rule_find(run, &unit->object, "contact_center",
				  N_("'{second}' is marked as the contact "
				     "center, and so is '{first}'; mark one "
				     "unit only"),
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
		     "`contact_center: true` to the one that is"),
		  NO_ARGS);
	rule_paste(run, units->items[0], "contact_center");
}

static void
check_launch(struct rule_run *run, const struct channel *channel)
{
	struct date as_of = run->view->as_of;
	int side = date_compare(channel->launch.date, as_of);
	bool early = word_is(&channel->status, CHANNEL_CURRENT) && side > 0;
	bool late = word_is(&channel->status, CHANNEL_PLANNED) && side < 0;

	if (!is_set(&channel->launch.at) || (!early && !late))
		return;
	rule_find(run, &channel->object, "launch",
		  late ? N_("'{name}' is planned, but its launch date {date} "
			    "is before {today}; set the status to current, or "
			    "give it a new date")
		       : N_("'{name}' is current, but its launch date {date} "
			    "is after {today}; set the status to planned, or "
			    "correct the date"),
		  ARGS(NAME_ARG("name", channel),
		       DATE_ARG("date", channel->launch.date),
		       DATE_ARG("today", as_of)));
	rule_relate(run, &channel->object, "status", N_("its status"));
}

static void
check_progress(struct rule_run *run, const struct action *action)
{
	const struct object *object = &action->object;
	const struct arg args[] = {NAME_ARG("name", action),
				   DATE_ARG("date", action->completed.date),
				   DATE_ARG("today", run->view->as_of)};

	if (word_is(&action->status, ACTION_DONE) &&
	    is_unfilled(&action->completed.at))
		rule_missing(run, object, "completed",
			     N_("'{name}' is done, but the plan doesn't say "
				"since when; add `completed` with the date"),
			     args, 1);
	if (is_set(&action->completed.at) &&
	    date_compare(action->completed.date, run->view->as_of) > 0)
		rule_find(run, object, "completed",
			  N_("'{name}' was completed on {date}, which is after "
			     "{today}; correct the date, or the status"),
			  args, 3);
	if (is_set(&action->percent.at) && action->percent.n >= 100 &&
	    (word_is(&action->status, ACTION_NOT_STARTED) ||
	     word_is(&action->status, ACTION_IN_PROGRESS))) {
		rule_find(run, object, "percent",
			  N_("'{name}' is at 100%, but its status is not done; "
			     "set the status to done, or lower the percent"),
			  args, 1);
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

/* collections whose items need a reference */
enum { ACTIONS, PEOPLE, UNITS, HOURS, USAGES };

static void
report_item(struct rule_run *run, const struct object *object, const char *message)
{
	rule_find(run, object, NULL, message,
		  ARGS(TEXT_ARG("name", object_name(object))));
}

/* exempts items with a purpose of their own */
static bool
is_tied(const struct object *object, int what)
{
	const struct action *action = (const void *)object;
	const struct unit *unit = (const void *)object;

	if (what == ACTIONS)
		return object->pathed || action->prepares.at.state != ABSENT ||
		       action->improves.at.state > BLANK ||
		       word_is(&action->status, ACTION_CANCELLED);
	return what == UNITS && flag_is(&unit->contact_center, true);
}

static void
report_unused(struct rule_run *run, const struct map *map, int what)
{
	static const char *const messages[USAGES] = {
		[ACTIONS] = N_("nothing refers to the action '{name}', and it "
			       "improves nothing; name it where it helps, or "
			       "add `improves`"),
		[PEOPLE] = N_("'{name}' is named nowhere in the plan; give "
			      "them a part, or take them out"),
		[UNITS] = N_("the unit '{name}' is named nowhere in the plan; "
			     "give it a part, or take it out"),
		[HOURS] = N_("no channel or tier uses the hours '{name}'; name "
			     "them in one, or take them out"),
	};

	for (uint32_t i = 0; i < map->n && !map->unclear; i++) {
		const struct object *item = map->items[i];

		if (is_set(&item->at) && !item->named && !is_tied(item, what))
			report_item(run, item, messages[what]);
	}
}

/* Skips plans in which a tier's segments are unknown: they may be any. */
static void
check_segments(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	FOR_EACH (tier, plan->service_tiers) {
		if (!is_set(&tier->segments.at))
			return;
		FOR_VALUES (ref_value, ref, tier->segments)
			if (!ref_target(ref))
				return;
	}
	FOR_EACH (segment, plan->segments)
		if (plan->service_tiers.n && is_set(&segment->object.at) &&
		    !FIGURES(run, segments, segment)->tier)
			report_item(run, &segment->object,
			       N_("no service tier holds the segment '{name}'; "
				  "add it to one, so that its service is "
				  "settled"));
}

/* Skips hours where those of a channel are unknown: they may be any. */
void
check_document_unused(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool known = plan->channels.n > 0;

	FOR_EACH (channel, plan->channels)
		known &= channel->hours.to != NULL;
	check_segments(run);
	report_unused(run, &plan->actions, ACTIONS);
	report_unused(run, &plan->people, PEOPLE);
	report_unused(run, &plan->units, UNITS);
	if (known)
		report_unused(run, &plan->hours, HOURS);
}
