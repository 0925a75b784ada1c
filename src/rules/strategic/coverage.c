/* coverage.c - opening hours against the hours that segments want */
#include "rules/strategic/strategic.h"

/* current, assisted, and preferred by the segment */
static bool
is_asked(const struct coverage *at)
{
	return at->preference > 0 && flag_is(&at->channel->assisted, true) &&
	       word_is(&at->channel->status, CHANNEL_CURRENT);
}

/* tells whether an unreadable value may change the coverage */
static bool
is_unsure(const struct segment *segment, const struct segment_view *at)
{
	if (is_unclear(&segment->preferences.timezone.at))
		return true;
	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (!channel || !is_set(&share->value.at) ||
		    share->value.fraction || !is_set(&channel->assisted.at) ||
		    !is_set(&channel->status.at))
			return true;
	}
	for (uint32_t i = 0; i < at->n; i++)
		if (is_asked(&at->channels[i]) &&
		    (isnan(at->channels[i].percent) ||
		     is_unclear(&at->channels[i].hours->timezone.at)))
			return true;
	return false;
}

/* Tells whether tiers/hours-missing reports it. */
static bool
is_said_of_tier(const struct rule_run *run, const struct segment *segment,
		const struct segment_view *at)
{
	double preference = SETTING_OF(run->plan, high_value_preference);
	double coverage = SETTING_OF(run->plan, high_value_coverage);

	if (!flag_is(&segment->high_value, true))
		return false;
	for (uint32_t i = 0; i < at->n; i++)
		if (is_asked(&at->channels[i]) &&
		    at->channels[i].preference >= preference &&
		    is_below(at->channels[i].percent, coverage))
			return true;
	return false;
}

static void
report_low(struct rule_run *run, const struct segment *segment,
	   const struct segment_view *at)
{
	const struct coverage *worst = NULL;
	struct buf closed = {0};

	/* the channel whose closed hours weigh most by preference */
	for (uint32_t i = 0; i < at->n; i++) {
		const struct coverage *one = &at->channels[i];

		if (is_asked(one) &&
		    (!worst ||
		     one->preference * (100 - one->percent) >
			     worst->preference * (100 - worst->percent)))
			worst = one;
	}
	coverage_closed(&closed, run->view, worst);
	rule_find(run, &segment->preferences.object, "hours",
		  N_("the channels with a person that '{segment}' prefer are "
		     "open in {coverage} of the hours they want, less than "
		     "{limit}; most is missed on '{channel}' ({closed}); open "
		     "it then, or point them to a channel that is"),
		  ARGS(NAME_ARG("segment", segment),
		       PERCENT_ARG("coverage", at->coverage),
		       PERCENT_ARG("limit", SETTING_OF(run->plan, coverage)),
		       NAME_ARG("channel", worst->channel),
		       TEXT_ARG("closed", rule_text(run, &closed))));
	rule_relate(run, &worst->hours->object, "weekly",
		    N_("when it is open"));
}

/*
 * Reports the worse of the two, as low reach implies low coverage; reach, the
 * hours in which any channel is open, where all channels are readable.
 */
void
check_hours_low_coverage(struct rule_run *run)
{
	double limit = SETTING_OF(run->plan, coverage);
	bool known = true;

	FOR_EACH (channel, run->plan->channels)
		known &= !is_unclear(&channel->assisted.at) &&
			 !is_unclear(&channel->status.at) &&
			 !(channel->hours.to &&
			   is_unclear(&channel->hours.to->timezone.at));
	if (is_unclear(&run->plan->plan.timezone.at))
		return;
	FOR_EACH (segment, run->plan->segments) {
		const struct segment_view *at = FIGURES(run, segments, segment);
		struct buf closed = {0};

		if (!is_below(at->coverage, limit) || is_unsure(segment, at) ||
		    is_said_of_tier(run, segment, at))
			continue;
		if (!known || !is_below(at->reach, limit)) {
			report_low(run, segment, at);
			continue;
		}
		segment_closed(&closed, run->view, at);
		rule_find(
			run, &segment->preferences.object, "hours",
			N_("'{segment}' find a channel with a person open in "
			   "{reach} of the hours they want, less than {limit}; "
			   "nobody is there {closed}; open a channel then, or "
			   "take messages and say when you answer"),
			ARGS(NAME_ARG("segment", segment),
			     PERCENT_ARG("reach", at->reach),
			     TEXT_ARG("closed", rule_text(run, &closed)),
			     PERCENT_ARG("limit", limit)));
	}
}
