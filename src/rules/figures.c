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
