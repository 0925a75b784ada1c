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

static void
report_at_share(struct rule_run *run, const struct segment *segment,
		const struct share *share, const char *message,
		const struct arg *args, size_t arg_count)
{
	rule_find_at(run, &segment->object, &share->ref.at,
		     share_path(run, segment, share), message, args, arg_count);
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

static const char *
missing_message(const struct channel *channel)
{
	if (channel->status.word == CHANNEL_RETIRING)
		return N_("{percent} of the high-value customers '{segment}' "
			  "prefer '{channel}', which is to be retired; keep it "
			  "for them, or agree on what takes its place");
	if (is_set(&channel->launch.at))
		return N_("{percent} of the high-value customers '{segment}' "
			  "prefer '{channel}', which starts on {date} at the "
			  "earliest; say what serves them until then, or start "
			  "sooner");
	return N_("{percent} of the high-value customers '{segment}' prefer "
		  "'{channel}', which is planned and not there yet; say what "
		  "serves them until then");
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
	FOR_VALUES (share, share, segment->preferences.channels) {
		const struct channel *channel = share->ref.to;

		if (!matters(access, share) ||
		    !is_missing(channel, access->run->view->as_of))
			continue;
		report_at_share(access->run, segment, share,
				missing_message(channel),
				ARGS(PERCENT_ARG("percent", share->value.n),
				     NAME_ARG("segment", segment),
				     NAME_ARG("channel", channel),
				     DATE_ARG("date", channel->launch.date)));
		rule_relate(access->run, &channel->object, "status",
			    N_("its status"));
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

/* closed hours of all assisted channels (alone) or of this one */
static const char *
closed_hours(struct rule_run *run, const struct coverage *at, bool alone)
{
	struct buf buf = {0};

	if (alone)
		segment_closed(&buf, run->view,
			       &run->view->segments[at->segment->object.index]);
	else
		coverage_closed(&buf, run->view, at);
	return rule_text(run, &buf);
}

/*
 * Percent of the wanted week without any assisted channel; 0 where unknown or
 * below 1.
 */
static double
nobody(const struct rule_run *run, const struct segment *segment)
{
	double reach = FIGURES(run, segments, segment)->reach;

	return reach <= 99 ? 100 - reach : 0;
}

static const char *
low_message(bool alone)
{
	if (alone)
		return N_(
			"the high-value customers '{segment}' find '{channel}' "
			"open in {percent} of the hours in which they want it, "
			"below the limit of {limit}, and in {nobody} of these "
			"hours no other channel with a person is open either: "
			"{closed}; open a channel then, or offer a call-back");
	return N_("the high-value customers '{segment}' find '{channel}' open "
		  "in {percent} of the hours in which they want it, below the "
		  "limit of {limit}; it is closed {closed}; open it then, or "
		  "agree with them on another channel");
}

/* reports channels with the same hours once, as one change resolves them */
static void
report_low(struct access *access, const struct segment *segment,
	   const struct coverage *const *low, uint32_t n)
{
	struct rule_run *run = access->run;
	const struct coverage *at = *low;
	const struct reason *earner =
		run->view->channels[at->channel->object.index].earner;
	double alone = nobody(run, segment);

	report_at_share(
		run, segment, access->wants[at->channel->object.index],
		low_message(alone > 0),
		ARGS(NAME_ARG("channel", at->channel),
		     NAME_ARG("segment", segment),
		     PERCENT_ARG("percent", at->percent),
		     PERCENT_ARG("limit",
				 SETTING_OF(run->plan, high_value_coverage)),
		     PERCENT_ARG("nobody", alone),
		     TEXT_ARG("closed", closed_hours(run, at, alone > 0))));
	rule_relate(run, &at->hours->object, "weekly", N_("its hours"));
	for (uint32_t i = 1; i < n; i++) {
		const struct share *share =
			access->wants[low[i]->channel->object.index];

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

static void
find_wants(struct access *access, const struct segment *segment)
{
	const struct shares_value *shares = &segment->preferences.channels;

	for (uint32_t i = 0; i < shares->n; i++) {
		const struct channel *channel = shares->items[i].ref.to;

		if (channel)
			access->wants[channel->object.index] =
				&shares->items[i];
	}
}

static bool
is_low(const struct access *access, const struct coverage *at)
{
	const struct plan *plan = access->run->plan;

	return at->preference > 0 &&
	       access->run->view->channels[at->channel->object.index].live &&
	       !isnan(at->percent) &&
	       matters(access, access->wants[at->channel->object.index]) &&
	       is_below(at->percent, SETTING_OF(plan, high_value_coverage));
}

static void
check_hours(struct access *access, const struct segment *segment)
{
	const struct segment_view *view =
		&access->run->view->segments[segment->object.index];
	const struct coverage **low = mem_alloc((view->n + 1) * sizeof(*low));
	uint32_t n = 0, first = 0;

	find_wants(access, segment);
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
