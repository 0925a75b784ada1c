/* figures.c - figures that should add up */
#include <math.h>

#include "rules/rule.h"

/* tolerance for rounding */
static const double share_slack = 0.5, index_slack = 0.005;

static bool
is_off(double sum, double wanted, double slack)
{
	return fabs(sum - wanted) > slack + 1e-9;
}

static void
report_sum(struct rule_run *run, const struct object *object, const char *key,
	   const char *message, double sum)
{
	/* shows one decimal */
	rule_find(run, object, key, message,
		  ARGS(TEXT_ARG("name", object_name(object->up)),
		       PERCENT_ARG("sum", sum)));
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
		report_sum(run, &preferences->object, "channels",
			   N_("the channel preferences of '{name}' add up to "
			      "{sum}; they should make 100%"),
			   sum);
}

struct segment_total {
	size_t offset; /* of a number in struct segment */
	const char *message;
};

/* Sums only where every segment has the figure. */
static void
check_total(struct rule_run *run, const struct segment_total *total)
{
	const struct map *segments = &run->plan->segments;
	double sum = 0;

	for (uint32_t i = 0; i < segments->n; i++) {
		const struct number_value *value =
			(const void *)((const char *)segments->items[i] +
				       total->offset);

		if (!is_set(&value->at) || value->fraction)
			return;
		sum += value->n;
	}
	if (segments->n && is_off(sum, 100, share_slack))
		rule_find(run, &run->plan->object, "segments", total->message,
			  ARGS(PERCENT_ARG("sum", sum)));
}

static void
check_month_index(struct rule_run *run)
{
	const struct demand *demand = &run->plan->demand;
	const struct int_map_value *index = &demand->month_index;
	double sum = 0;

	if (index->n != 12)
		return;
	for (uint32_t i = 0; i < 12; i++) {
		if (!is_set(&index->items[i].value.at))
			return;
		sum += index->items[i].value.n;
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
	static const struct segment_total totals[] = {
		{offsetof(struct segment, share),
		 N_("the segments' shares of customers add up to {sum}; they "
		    "should make 100%")},
		{offsetof(struct segment, revenue_share),
		 N_("the segments' shares of revenue add up to {sum}; they "
		    "should make 100%")},
	};
	const struct map *segments = &run->plan->segments;

	for (size_t i = 0; i < sizeof(totals) / sizeof(*totals); i++)
		check_total(run, &totals[i]);
	FOR_EACH (segment, *segments)
		check_preferences(run, segment);
	check_month_index(run);
}

/* tells whether all reasons have readable volumes by channel */
static bool
all_split(const struct map *reasons)
{
	double sum;

	FOR_EACH (reason, *reasons)
		if (!shares_sum(&reason->volume, &sum))
			return false;
	return reasons->n > 0;
}

/* tells whether people answer contacts on the channel today */
static bool
has_contacts(const struct channel *channel)
{
	return flag_is(&channel->assisted, true) &&
	       is_set(&channel->contacts_per_year.at) &&
	       is_set(&channel->status.at) &&
	       channel->status.word != CHANNEL_PLANNED;
}

static void
check_channel(struct rule_run *run, const struct channel *channel, bool split)
{
	double slack = SETTING_OF(run->plan, reconcile);
	double told = channel->contacts_per_year.n, sum;

	if (!has_contacts(channel))
		return;
	sum = FIGURES(run, channels, channel)->reasons_volume;
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
	const struct plan *plan = run->plan;
	bool split = all_split(&plan->contact_reasons);

	if (!plan->contact_reasons.n)
		return;
	FOR_EACH (channel, plan->channels)
		check_channel(run, channel, split);
}
