/* coverage.c - opening hours against wanted hours, by segment and channel */
#include <stdlib.h>
#include <string.h>

#include "ces/words.h"
#include "ces/zone.h"
#include "view/parts.h"

/* pairs of segment and channel beyond which only preferences are looked at */
enum { PAIR_LIMIT = 200000 };

enum { WINTER, SUMMER };

/* A standard week as seen in the plan's time zone. Two weeks stand for the
 * year, one of winter and one of summer, so that a difference of zones is seen
 * on both sides of daylight saving. */
struct local_week {
	const struct week_minutes *season; /* two; NULL where it isn't told */
	unsigned count;
};

/* data made once and read for every pair */
struct cover_run {
	struct view *view;
	struct arena *arena;
	struct local_week *weeks;	   /* of hours, by their index */
	struct week_minutes (*minutes)[2]; /* their minutes; for the run
					      alone, as it is large */
	const struct hours **hours; /* of a channel in the tier at hand */
	double *preference;	    /* for a channel of the segment at hand */
	bool all;		    /* else preferred channels alone */

	/* the segment at hand, and the hours that it wants */
	const struct segment *segment;
	struct segment_view *made;
	struct local_week wanted;
};

/* for the middle of that month of the year looked at */
static int
zone_shift(const struct view *view, const struct zone_value *own, int month)
{
	const struct zone_value *plan = &view->plan->plan.timezone;
	const struct zone *clock = is_set(&plan->at) ? plan->zone : &zone_utc;
	struct date day = {view->as_of.year, (uint8_t)month, 15};

	if (!is_set(&own->at) || own->zone == clock)
		return 0;
	return zone_offset(clock, day) - zone_offset(own->zone, day);
}

void
zone_shifts(const struct view *view, const struct zone_value *own, int shift[2])
{
	shift[WINTER] = zone_shift(view, own, 1);
	shift[SUMMER] = zone_shift(view, own, 7);
}

static struct local_week
local_week_of(const struct view *view, struct week_minutes weeks[2],
	      const struct week_value *value, const struct zone_value *zone)
{
	int shift[2];

	if (!is_set(&value->at))
		return (struct local_week){0};
	zone_shifts(view, zone, shift);
	for (int season = 0; season < 2; season++)
		week_fill(value->week, shift[season], &weeks[season]);
	return (struct local_week){weeks, week_count(weeks)};
}

/* minutes of both, in the season in which they are fewer */
static unsigned
common_minutes(const struct week_minutes *a, const struct week_minutes *b)
{
	unsigned winter = week_common(&a[WINTER], &b[WINTER]);
	unsigned summer = week_common(&a[SUMMER], &b[SUMMER]);

	return winter < summer ? winter : summer;
}

static void
cover(struct cover_run *run, const struct channel *channel, double preference)
{
	const struct hours *hours = run->hours[channel->object.index];
	const struct local_week *open =
		hours ? &run->weeks[hours->object.index] : NULL;
	struct coverage *at = &run->made->channels[run->made->n++];

	*at = (struct coverage){.segment = run->segment,
				.channel = channel,
				.hours = hours,
				.preference = preference,
				.wanted = run->wanted.count,
				.percent = NAN};
	if (!open || !open->season)
		return;
	at->offered = open->count;
	if (!run->wanted.count)
		return;
	at->common = common_minutes(open->season, run->wanted.season);
	at->percent = (double)at->common / run->wanted.count * 100;
}

/* in the plan's order: preferred ones, and current ones besides; else preferred
 * ones alone, in the order of the preferences */
static void
cover_channels(struct cover_run *run)
{
	const struct shares_value *shares = &run->segment->preferences.channels;
	const struct map *channels = &run->view->plan->channels;
	uint32_t most = run->all ? channels->n : shares->n;

	run->made->channels =
		arena_alloc(run->arena, (most + 1) * sizeof(struct coverage));
	if (run->all)
		memset(run->preference, 0,
		       channels->n * sizeof(*run->preference));
	FOR_VALUES (share, share, *shares) {
		const struct channel *channel = share->ref.to;

		if (!channel || !is_set(&share->value.at))
			continue;
		if (run->all)
			run->preference[channel->object.index] = share->value.n;
		else if (share->value.n > 0)
			cover(run, channel, share->value.n);
	}
	for (uint32_t i = 0; run->all && i < channels->n; i++) {
		const struct channel *channel = ITEM(channel, *channels, i);

		if (run->preference[i] > 0 ||
		    word_is(&channel->status, CHANNEL_CURRENT))
			cover(run, channel, run->preference[i]);
	}
}

/* Unknown hours cover nothing; where none are known, nor is the coverage. */
static void
summarize(struct segment_view *made)
{
	double asked = 0, aligned = 0, assisted = 0, covered = 0;
	uint32_t known = 0, unknown = 0;

	for (uint32_t i = 0; i < made->n; i++) {
		const struct coverage *at = &made->channels[i];

		asked += at->preference;
		if (!word_is(&at->channel->status, CHANNEL_CURRENT) ||
		    !(at->preference > 0))
			continue;
		if (isnan(at->percent)) {
			unknown++;
			continue;
		}
		known++;
		aligned += at->preference * at->percent;
		if (flag_is(&at->channel->assisted, true)) {
			assisted += at->preference;
			covered += at->preference * at->percent;
		}
	}
	made->alignment =
		asked > 0 && (known || !unknown) ? aligned / asked : NAN;
	made->coverage = assisted > 0 ? covered / assisted : NAN;
}

static void
add_week(struct week_minutes *to, const struct week_minutes *week)
{
	for (size_t i = 0; i < sizeof(to->bits) / sizeof(*to->bits); i++)
		to->bits[i] |= week->bits[i];
}

/* minutes wanted in which one live channel at least is open; in the season in
 * which they are fewer */
static void
find_reach(struct cover_run *run)
{
	struct segment_view *made = run->made;
	struct week_minutes open[2] = {0};
	unsigned reached;
	bool any = false;

	made->reach = NAN;
	for (uint32_t i = 0; i < made->n; i++) {
		const struct coverage *at = &made->channels[i];
		const struct week_minutes *week;

		if (!run->view->channels[at->channel->object.index].live)
			continue;
		if (isnan(at->percent))
			return;
		any = true;
		week = run->weeks[at->hours->object.index].season;
		add_week(&open[WINTER], &week[WINTER]);
		add_week(&open[SUMMER], &week[SUMMER]);
	}
	if (!any || !run->all)
		return;
	reached = common_minutes(open, run->wanted.season);
	made->reach = (double)reached / run->wanted.count * 100;
}

static void
make(struct cover_run *run, const struct segment *segment)
{
	const struct preferences *wishes = &segment->preferences;
	struct week_minutes weeks[2];

	run->segment = segment;
	run->made = &run->view->segments[segment->object.index];
	run->wanted = local_week_of(run->view, weeks, &wishes->hours,
				    &wishes->timezone);
	cover_channels(run);
	summarize(run->made);
	find_reach(run);
}

/* a segment in two tiers (a finding of its own) belongs to the first */
static void
find_tiers(struct view *view)
{
	FOR_EACH (tier, view->plan->service_tiers)
		FOR_TARGETS (segment, tier->segments)
			if (!view->segments[segment->object.index].tier)
				view->segments[segment->object.index].tier =
					tier;
}

/* Lays a tier's hours over the channels' own, or takes them off again. */
static void
apply_tier_hours(struct cover_run *run, const struct tier *tier, bool on)
{
	FOR_VALUES (ref_pair, pair, tier->hours) {
		const struct channel *channel = pair->from.to;

		if (channel)
			run->hours[channel->object.index] =
				on ? pair->to.to : channel->hours.to;
	}
}

/* Tier by tier, so that each tier's hours are laid over the others once. */
static void
make_all(struct cover_run *run)
{
	const struct plan *plan = run->view->plan;

	FOR_EACH (tier, plan->service_tiers) {
		apply_tier_hours(run, tier, true);
		FOR_TARGETS (segment, tier->segments) {
			const struct segment_view *made =
				&run->view->segments[segment->object.index];

			if (made->tier == tier && !made->channels)
				make(run, segment);
		}
		apply_tier_hours(run, tier, false);
	}
	FOR_EACH (segment, plan->segments)
		if (!run->view->segments[segment->object.index].tier)
			make(run, segment);
}

/* the plan's hours, and whose they are until a tier has others */
static void
fill_hours(struct cover_run *run)
{
	struct view *view = run->view;
	const struct plan *plan = view->plan;

	FOR_EACH (hours, plan->hours) {
		uint32_t i = hours->object.index;

		run->weeks[i] = local_week_of(view, run->minutes[i],
					      &hours->weekly, &hours->timezone);
		zone_shifts(view, &hours->timezone, view->hours_shift[i]);
	}
	FOR_EACH (channel, plan->channels) {
		uint32_t i = channel->object.index;
		const struct hours *hours = channel->hours.to;

		run->hours[i] = hours;
		if (hours && is_set(&hours->weekly.at))
			view->channels[i].week_hours =
				run->weeks[hours->object.index].count / 60.0;
	}
}

void
view_segments(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	uint32_t segments = plan->segments.n, channels = plan->channels.n;
	struct cover_run run = {
		.view = view,
		.arena = arena,
		.minutes =
			mem_alloc((plan->hours.n + 1) * sizeof(*run.minutes)),
		.all = (double)segments * channels <= PAIR_LIMIT};

	view->segments =
		arena_alloc(arena, (segments + 1) * sizeof(*view->segments));
	view->hours_shift = arena_alloc(
		arena, (plan->hours.n + 1) * sizeof(*view->hours_shift));
	run.weeks =
		arena_alloc(arena, (plan->hours.n + 1) * sizeof(*run.weeks));
	run.hours = arena_alloc(arena, (channels + 1) * sizeof(*run.hours));
	run.preference =
		arena_alloc(arena, (channels + 1) * sizeof(*run.preference));
	fill_hours(&run);
	find_tiers(view);
	make_all(&run);
	free(run.minutes);
}

/* Both weeks move alike when the clock is the segment's instead of the plan's,
 * so the minutes in common stay as many. */
bool
coverage_weeks(const struct view *view, const struct coverage *coverage,
	       struct week_pair *pair)
{
	const struct preferences *wishes = &coverage->segment->preferences;
	struct week_minutes winter;
	int own[2], theirs[2];

	if (isnan(coverage->percent))
		return false;
	zone_shifts(view, &wishes->timezone, own);
	zone_shifts(view, &coverage->hours->timezone, theirs);
	week_fill(wishes->hours.week, 0, &pair->wanted);
	week_fill(coverage->hours->weekly.week, theirs[SUMMER] - own[SUMMER],
		  &pair->offered);
	week_fill(coverage->hours->weekly.week, theirs[WINTER] - own[WINTER],
		  &winter);
	pair->summer = week_common(&pair->wanted, &pair->offered) <
		       week_common(&pair->wanted, &winter);
	if (!pair->summer)
		pair->offered = winter;
	pair->shifted =
		theirs[SUMMER] != own[SUMMER] || theirs[WINTER] != own[WINTER];
	return true;
}
