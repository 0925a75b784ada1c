/* tier_access.c - channels and hours of high-value segments */
#include <stdlib.h>

#include "rules/strategic/strategic.h"

/* shared by all segments */
struct access {
	struct rule_run *run;
	double preference; /* threshold for a channel to matter */
	const struct share *
		*wants; /* by channel: share in the current segment */
};

static bool
matters(const struct access *access, const struct share *share)
{
	return share->ref.to && is_set(&share->value.at) &&
	       !share->value.fraction && share->value.n > 0 &&
	       share->value.n >= access->preference;
}

/* segments.members.preferences.channels.phone */
static const char *
share_path(struct rule_run *run, const struct segment *segment,
	   const struct share *share)
{
	return rule_share_path(run, &segment->preferences.object, "channels",
			       share->ref.id);
}

/* Leaves planned channels with a past launch to document/status-date. */
static bool
is_missing(const struct channel *channel, struct date as_of)
{
	if (!is_set(&channel->status.at) ||
	    channel->status.word == CHANNEL_CURRENT)
		return false;
	return channel->status.word != CHANNEL_PLANNED ||
	       !is_set(&channel->launch.at) ||
	       date_compare(channel->launch.date, as_of) >= 0;
}

/* Exempts plans whose channels are all planned. */
static bool
has_begun(const struct map *channels)
{
	FOR_EACH (channel, *channels)
		if (!word_is(&channel->status, CHANNEL_PLANNED))
			return true;
	return false;
}

static void
check_channels(struct access *access, const struct segment *segment)
{
	struct rule_run *run = access->run;

	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (!matters(access, share) ||
		    !is_missing(channel, run->view->as_of))
			continue;
		rule_find_at(
			run, &segment->object, &share->ref.at,
			share_path(run, segment, share),
			channel->status.word == CHANNEL_RETIRING
				? N_("{percent} of the high-value customers "
				     "'{segment}' prefer '{channel}', which is "
				     "to be retired; keep it for them, or "
				     "agree on what takes its place")
			: is_set(&channel->launch.at)
				? N_("{percent} of the high-value customers "
				     "'{segment}' prefer '{channel}', which "
				     "starts on {date} at the earliest; say "
				     "what serves them until then, or start "
				     "sooner")
				: N_("{percent} of the high-value customers "
				     "'{segment}' prefer '{channel}', which is "
				     "planned and not there yet; say what "
				     "serves them until then"),
			ARGS(PERCENT_ARG("percent", share->value.n),
			     NAME_ARG("segment", segment),
			     NAME_ARG("channel", channel),
			     DATE_ARG("date", channel->launch.date)));
		rule_relate(run, &channel->object, "status", N_("its status"));
	}
}

/* runs the check on each high-value segment */
static void
each_of_value(struct rule_run *run,
	      void (*check)(struct access *, const struct segment *))
{
	const struct plan *plan = run->plan;
	struct access access = {
		.run = run,
		.preference = SETTING_OF(plan, high_value_preference),
		.wants = mem_alloc((plan->channels.n + 1) *
				   sizeof(*access.wants)),
	};

	FOR_EACH (segment, plan->segments)
		if (flag_is(&segment->high_value, true))
			check(&access, segment);
	free(access.wants);
}

void
check_tiers_channel_missing(struct rule_run *run)
{
	if (has_begun(&run->plan->channels))
		each_of_value(run, check_channels);
}

/*
 * Reports channels with the same hours once, as one change resolves them. Names
 * the hours without any assisted channel where they are a percent or more.
 */
static void
report_low(struct access *access, const struct segment *segment,
	   const struct coverage *const *low, uint32_t n)
{
	struct rule_run *run = access->run;
	const struct segment_view *view = FIGURES(run, segments, segment);
	const struct channel *channel = low[0]->channel;
	const struct share *share = access->wants[channel->object.index];
	const struct reason *earner = FIGURES(run, channels, channel)->earner;
	double limit = SETTING_OF(run->plan, high_value_coverage);
	bool nobody = view->reach <= 99;
	struct buf closed = {0};

	if (nobody)
		segment_closed(&closed, run->view, view);
	else
		coverage_closed(&closed, run->view, low[0]);
	rule_find_at(
		run, &segment->object, &share->ref.at,
		share_path(run, segment, share),
		nobody ? N_("the high-value customers '{segment}' find "
			    "'{channel}' open in {percent} of the hours in "
			    "which they want it, below the limit of {limit}, "
			    "and in {nobody} of these hours no other channel "
			    "with a person is open either: {closed}; open a "
			    "channel then, or offer a call-back")
		       : N_("the high-value customers '{segment}' find "
			    "'{channel}' open in {percent} of the hours in "
			    "which they want it, below the limit of {limit}; "
			    "it is closed {closed}; open it then, or agree "
			    "with them on another channel"),
		ARGS(NAME_ARG("channel", channel), NAME_ARG("segment", segment),
		     PERCENT_ARG("percent", low[0]->percent),
		     PERCENT_ARG("limit", limit),
		     PERCENT_ARG("nobody", nobody ? 100 - view->reach : 0),
		     TEXT_ARG("closed", rule_text(run, &closed))));
	rule_relate(run, &low[0]->hours->object, "weekly", N_("its hours"));
	for (uint32_t i = 1; i < n; i++) {
		share = access->wants[low[i]->channel->object.index];
		rule_relate_at(run, &share->ref.at,
			       share_path(run, segment, share),
			       N_("keeps the same hours"));
	}
	if (earner)
		rule_relate(run, &earner->object, "volume",
			    N_("brings the most revenue there"));
}

/* sorts by hours, then by preference */
static int
compare_hours(const void *pa, const void *pb)
{
	const struct coverage *a = *(const struct coverage *const *)pa;
	const struct coverage *b = *(const struct coverage *const *)pb;
	uint32_t ha = a->hours->object.index, hb = b->hours->object.index;

	if (ha != hb)
		return ha < hb ? -1 : 1;
	if (a->preference != b->preference)
		return a->preference > b->preference ? -1 : 1;
	return a < b ? -1 : a > b;
}

static bool
is_low(const struct access *access, const struct coverage *at)
{
	const struct rule_run *run = access->run;

	return at->preference > 0 &&
	       FIGURES(run, channels, at->channel)->live &&
	       !isnan(at->percent) &&
	       matters(access, access->wants[at->channel->object.index]) &&
	       is_below(at->percent,
			SETTING_OF(run->plan, high_value_coverage));
}

static void
check_hours(struct access *access, const struct segment *segment)
{
	const struct segment_view *view =
		FIGURES(access->run, segments, segment);
	const struct coverage **low = mem_alloc((view->n + 1) * sizeof(*low));
	uint32_t n = 0, first = 0;

	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (channel)
			access->wants[channel->object.index] = share;
	}
	for (uint32_t i = 0; i < view->n; i++)
		if (is_low(access, &view->channels[i]))
			low[n++] = &view->channels[i];
	qsort(low, n, sizeof(*low), compare_hours);
	for (uint32_t i = 1; n && i <= n; i++) {
		if (i < n && low[i]->hours == low[first]->hours)
			continue;
		report_low(access, segment, low + first, i - first);
		first = i;
	}
	free(low);
}

void
check_tiers_hours_missing(struct rule_run *run)
{
	each_of_value(run, check_hours);
}
