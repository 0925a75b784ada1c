/* coverage.c - are we there when they want us: segments, channels, hours */
#include <stdlib.h>
#include <string.h>

#include "ces/words.h"
#include "ces/zone.h"
#include "view/parts.h"

/* pairs of segment and channel beyond which only preferences are looked at */
enum { PAIR_LIMIT = 200000 };

/*
 * Two weeks stand for the year, one of winter and one of summer, so that a
 * difference of zones is seen on both sides of daylight saving. Of the two
 * the worse counts.
 */
static const struct date seasons[2] = {{2026, 1, 14}, {2026, 7, 15}};

static const char *
zone_of(const struct text_value *own, const struct plan *plan)
{
	if (is_set(&own->at))
		return own->text;
	return is_set(&plan->plan.timezone.at) ? plan->plan.timezone.text
					       : NULL;
}

/* minutes that the hours of zone from are ahead when seen in zone to */
static int
shift_between(const char *from, const char *to, struct date day)
{
	int a, b;

	if (!from || !to || !strcmp(from, to) || !zone_offset(from, day, &a) ||
	    !zone_offset(to, day, &b))
		return 0;
	return b - a;
}

/* the tier's hours for the channel, else the channel's own */
static const struct hours *
effective_hours(const struct tier *tier, const struct channel *channel)
{
	for (uint32_t i = 0; tier && i < tier->hours.n; i++)
		if (tier->hours.items[i].from.to == channel)
			return tier->hours.items[i].to.to;
	return channel->hours.to;
}

/* what a segment wants, made once for all its channels */
struct wanted {
	const struct segment *segment;
	const struct tier *tier;
	const char *zone;
	struct week_minutes minutes;
	unsigned count;
	bool known;
};

static void
compare(struct coverage *made, const struct wanted *wanted,
	const struct plan *plan)
{
	const struct hours *hours = made->hours;
	const char *zone = zone_of(&hours->timezone, plan);
	struct week_minutes open;
	int shift = 0;

	for (int season = 0; season < 2; season++) {
		int now = shift_between(zone, wanted->zone, seasons[season]);
		unsigned common;

		if (season && now == shift)
			break;
		shift = now;
		week_fill(hours->weekly.week, shift, &open);
		common = week_common(&open, &wanted->minutes);
		if (season == 0 || common < made->common) {
			made->common = common;
			made->offered = week_count(&open);
		}
	}
	if (wanted->count)
		made->percent = (double)made->common / wanted->count * 100;
}

static void
cover(struct coverage *made, const struct wanted *wanted,
      const struct channel *channel, double preference,
      const struct plan *plan)
{
	*made = (struct coverage){
		.segment = wanted->segment,
		.channel = channel,
		.hours = effective_hours(wanted->tier, channel),
		.preference = preference,
		.wanted = wanted->count,
		.percent = NAN};
	if (wanted->known && made->hours && is_set(&made->hours->weekly.at))
		compare(made, wanted, plan);
}

static bool
is_current(const struct channel *channel)
{
	return is_set(&channel->status.at) &&
	       channel->status.word == CHANNEL_CURRENT;
}

/* preference of each channel, by its index; 0 where none */
static void
fill_preferences(const struct segment *segment, double *preference)
{
	const struct shares_value *shares = &segment->preferences.channels;

	for (uint32_t i = 0; i < shares->n; i++) {
		const struct channel *channel = shares->items[i].ref.to;

		if (channel && is_set(&shares->items[i].value.at))
			preference[channel->object.index] =
				shares->items[i].value.n;
	}
}

static void
clear_preferences(const struct segment *segment, double *preference)
{
	const struct shares_value *shares = &segment->preferences.channels;

	for (uint32_t i = 0; i < shares->n; i++) {
		const struct channel *channel = shares->items[i].ref.to;

		if (channel)
			preference[channel->object.index] = 0;
	}
}

/* in the plan's order: preferred ones, and current ones besides */
static void
cover_all(struct segment_view *made, const struct wanted *wanted,
	  double *preference, const struct plan *plan, struct arena *arena)
{
	made->channels = arena_alloc(arena, (plan->channels.n + 1) *
						    sizeof(*made->channels));
	fill_preferences(wanted->segment, preference);
	for (uint32_t i = 0; i < plan->channels.n; i++) {
		const struct channel *channel =
			ITEM(channel, plan->channels, i);

		if (preference[i] > 0 || is_current(channel))
			cover(&made->channels[made->n++], wanted, channel,
			      preference[i], plan);
	}
	clear_preferences(wanted->segment, preference);
}

/* preferred ones alone, in the order of the preferences */
static void
cover_preferred(struct segment_view *made, const struct wanted *wanted,
		const struct plan *plan, struct arena *arena)
{
	const struct shares_value *shares =
		&wanted->segment->preferences.channels;

	made->channels = arena_alloc(arena,
				     (shares->n + 1) * sizeof(*made->channels));
	for (uint32_t i = 0; i < shares->n; i++)
		if (shares->items[i].ref.to &&
		    is_set(&shares->items[i].value.at))
			cover(&made->channels[made->n++], wanted,
			      shares->items[i].ref.to, shares->items[i].value.n,
			      plan);
}

static void
summarize(struct segment_view *made)
{
	double asked = 0, aligned = 0, assisted = 0, covered = 0;

	for (uint32_t i = 0; i < made->n; i++) {
		const struct coverage *at = &made->channels[i];
		bool known = !isnan(at->percent);

		asked += at->preference;
		if (is_current(at->channel) && known)
			aligned += at->preference * at->percent / 100;
		if (is_current(at->channel) && known &&
		    is_set(&at->channel->assisted.at) &&
		    at->channel->assisted.on) {
			assisted += at->preference;
			covered += at->preference * at->percent;
		}
	}
	made->alignment = asked > 0 ? aligned / asked * 100 : NAN;
	made->coverage = assisted > 0 ? covered / assisted : NAN;
}

static void
find_tiers(struct view *view)
{
	const struct plan *plan = view->plan;

	for (uint32_t i = 0; i < plan->service_tiers.n; i++) {
		const struct tier *tier =
			ITEM(tier, plan->service_tiers, i);

		for (uint32_t s = 0; s < tier->segments.n; s++) {
			const struct segment *segment =
				tier->segments.items[s].to;

			if (segment &&
			    !view->segments[segment->object.index].tier)
				view->segments[segment->object.index].tier =
					tier;
		}
	}
}

void
view_segments(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	uint32_t n = plan->segments.n;
	bool all = (double)n * plan->channels.n <= PAIR_LIMIT;
	double *preference = arena_alloc(arena, (plan->channels.n + 1) *
							sizeof(double));

	view->segments = arena_alloc(arena, (n + 1) * sizeof(*view->segments));
	find_tiers(view);
	for (uint32_t i = 0; i < n; i++) {
		const struct segment *segment =
			ITEM(segment, plan->segments, i);
		struct segment_view *made = &view->segments[i];
		struct wanted wanted = {.segment = segment,
					.tier = made->tier};

		wanted.zone = zone_of(&segment->preferences.timezone, plan);
		wanted.known = is_set(&segment->preferences.hours.at);
		if (wanted.known) {
			week_fill(segment->preferences.hours.week, 0,
				  &wanted.minutes);
			wanted.count = week_count(&wanted.minutes);
		}
		if (all)
			cover_all(made, &wanted, preference, plan, arena);
		else
			cover_preferred(made, &wanted, plan, arena);
		summarize(made);
	}
}
