/* coverage.c - opening hours against wanted hours, by segment and channel */
#include <stdlib.h>
#include <string.h>

#include "ces/words.h"
#include "view/coverage.h"
#include "view/parts.h"
#include "view/stretch.h"

/* PAIR_LIMIT: pairs of segment and channel beyond which only preferences are
 * looked at; FEW_DAYS: the least that are looked at as days to come */
enum { PAIR_LIMIT = 200000, FEW_DAYS = 28 };

void
cover_worst(const struct cover_run *run, const struct hours *const *hours,
	    size_t n, double percent, struct low_stretch *stretch,
	    struct date *shown)
{
	const struct stretch_search search = {
		.view = run->view,
		.days = &run->days,
		.clock = run->clock,
		.hours = hours,
		.n = n,
		.wanted_by_day = run->wanted_by_day,
		.common_by_day = run->common_by_day,
		.limit = run->limit,
		.next = date_days(run->view->as_of) - run->days.first};

	stretch_find(&search, percent, stretch, shown);
}

/* --- pairs --------------------------------------------------------------- */

/* the first day to come, or one of the last four weeks */
static int32_t
next_day(const struct days *days, struct date as_of)
{
	int32_t day = date_days(as_of) - days->first;

	if (day >= days->n || day < 0)
		return 0;
	if (day > days->n - FEW_DAYS)
		day = days->n - FEW_DAYS;
	return day > 0 ? day : 0;
}

double
cover_share(const struct cover_run *run, int32_t first, int32_t end)
{
	int32_t wanted = 0, common = 0;

	for (int32_t day = first; day < end; day++) {
		wanted += run->wanted_by_day[day];
		common += run->common_by_day[day];
	}
	return wanted ? (double)common / wanted * 100 : 100;
}

int32_t
cover_common(struct cover_run *run, const struct timeline *open)
{
	int32_t sum = 0;

	memset(run->common_by_day, 0,
	       (size_t)run->days.n * sizeof(*run->common_by_day));
	timeline_common(&run->wanted, open, run->common_by_day);
	for (int32_t day = 0; day < run->days.n; day++)
		sum += run->common_by_day[day];
	return sum;
}

static void
cover_hours(struct cover_run *run, struct coverage *at)
{
	const struct hours *hours = at->hours;
	const struct hours_view *view =
		hours ? &run->view->hours[hours->object.index] : NULL;
	const struct coverage *same;

	if (!view || !view->told)
		return;
	at->offered = (unsigned)view->offered;
	if (!run->wanted_minutes)
		return;
	same = run->same[hours->object.index];
	if (same) {
		at->common = same->common;
		at->percent = same->percent;
		at->ahead = same->ahead;
		at->worst = same->worst;
		at->shown = same->shown;
		return;
	}
	at->common = (unsigned)cover_common(run, &view->open);
	at->percent = (double)at->common / run->wanted_minutes * 100;
	at->ahead = cover_share(run, run->next, run->days.n);
	cover_worst(run, &hours, 1, at->percent, &at->worst, &at->shown);
	run->same[hours->object.index] = at;
}

const struct speed *
channel_promise(const struct channel *channel)
{
	const struct speed *speed = &channel->objective;

	return word_is(&channel->timing, TIMING_ASYNCHRONOUS) &&
			       word_is(&speed->kind, SPEED_RESPONSE_TIME) &&
			       is_set(&speed->target.at) &&
			       is_set(&speed->within.at)
		       ? speed
		       : NULL;
}

static void
cover(struct cover_run *run, const struct channel *channel, double preference)
{
	struct coverage *at = &run->made->channels[run->made->n++];

	*at = (struct coverage){
		.segment = run->segment,
		.channel = channel,
		.hours = run->hours[channel->object.index],
		.preference = preference,
		.waits = word_is(&channel->timing, TIMING_ASYNCHRONOUS),
		.wanted = (unsigned)run->wanted_minutes,
		.percent = NAN,
		.ahead = NAN,
		.worst.percent = NAN};
	at->staffed =
		!at->waits && run->view->channels[channel->object.index].live;
	if (!at->waits)
		cover_hours(run, at);
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

/* Unknown hours cover nothing, nor does a message without a promise; where none
 * are known, nor is the coverage. */
static void
summarize(struct segment_view *made)
{
	double asked = 0, aligned = 0, assisted = 0, covered = 0, ahead = 0;
	uint32_t known = 0, unknown = 0;

	for (uint32_t i = 0; i < made->n; i++) {
		const struct coverage *at = &made->channels[i];

		asked += at->preference;
		if (!word_is(&at->channel->status, CHANNEL_CURRENT) ||
		    !(at->preference > 0))
			continue;
		if (isnan(at->percent) && !channel_promise(at->channel)) {
			unknown++;
			continue;
		}
		known++;
		aligned += at->preference * (at->waits ? 100 : at->percent);
		if (at->staffed) {
			assisted += at->preference;
			covered += at->preference * at->percent;
			ahead += at->preference * at->ahead;
		}
	}
	made->alignment =
		asked > 0 && (known || !unknown) ? aligned / asked : NAN;
	made->coverage = assisted > 0 ? covered / assisted : NAN;
	made->coverage_ahead = assisted > 0 ? ahead / assisted : NAN;
}

/* Gathers the hours of live channels where nobody waits, each once. Returns
 * false where some are unknown. */
static bool
gather_live(struct cover_run *run, const struct hours **hours, size_t *n)
{
	const struct segment_view *made = run->made;

	for (uint32_t i = 0; i < made->n; i++) {
		const struct coverage *at = &made->channels[i];

		if (!at->staffed)
			continue;
		if (isnan(at->percent))
			return false;
		if (run->joined[at->hours->object.index])
			continue;
		run->joined[at->hours->object.index] = true;
		hours[(*n)++] = at->hours;
	}
	return true;
}

/* Joins the hours, unless they are those of the segment before. */
static void
open_any(struct cover_run *run, const struct hours *const *hours, size_t n)
{
	size_t size = n * sizeof(*hours);

	if (run->any_n == n && !memcmp(run->any_hours, hours, size))
		return;
	run->any.n = 0;
	for (size_t i = 0; i < n; i++)
		timeline_join(&run->any,
			      &run->view->hours[hours[i]->object.index].open);
	timeline_sort(&run->any);
	memcpy(run->any_hours, hours, size);
	run->any_n = n;
}

/* minutes wanted in which one live channel at least is open, of those where
 * nobody waits */
static void
find_reach(struct cover_run *run)
{
	struct segment_view *made = run->made;
	const struct hours **hours = run->live_hours;
	size_t n = 0;

	made->reach = made->reach_ahead = made->worst.percent = NAN;
	if (!run->all || !run->wanted_minutes || !gather_live(run, hours, &n) ||
	    !n)
		return;
	open_any(run, hours, n);
	made->reach = (double)cover_common(run, &run->any) /
		      run->wanted_minutes * 100;
	made->reach_ahead = cover_share(run, run->next, run->days.n);
	cover_worst(run, hours, n, made->reach, &made->worst, &made->shown);
}

/* Lays out the hours that the segment wants over the days. */
static void
want(struct cover_run *run, const struct segment *segment)
{
	const struct preferences *wishes = &segment->preferences;

	run->segment = segment;
	run->made = &run->view->segments[segment->object.index];
	run->clock = clocks_find(&run->clocks, run->view, &wishes->timezone);
	run->limit = coverage_enough(run->view->plan, segment);
	run->wanted.n = 0;
	run->wanted_minutes = 0;
	memset(run->same, 0, run->view->plan->hours.n * sizeof(*run->same));
	memset(run->joined, 0, run->view->plan->hours.n * sizeof(*run->joined));
	memset(run->wanted_by_day, 0,
	       (size_t)run->days.n * sizeof(*run->wanted_by_day));
	if (!is_set(&wishes->hours.at))
		return;
	for (int32_t day = 0; day < run->days.n; day++)
		timeline_add(&run->wanted, run->clock, day,
			     &wishes->hours.week
				      ->days[days_weekday(&run->days, day)]);
	timeline_sort(&run->wanted);
	for (uint32_t i = 0; i < run->wanted.n; i++) {
		const struct time_span *span = &run->wanted.spans[i];

		run->wanted_by_day[span->day] += span->end - span->start;
		run->wanted_minutes += span->end - span->start;
	}
}

static void
make(struct cover_run *run, const struct segment *segment)
{
	want(run, segment);
	cover_channels(run);
	summarize(run->made);
	cover_low(run);
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

void
view_segments(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	uint32_t segments = plan->segments.n, channels = plan->channels.n;
	struct arena scratch = {0};
	struct cover_run run = {.view = view,
				.arena = arena,
				.days = days_looked_at(plan, view->as_of),
				.clocks = {.arena = arena},
				.all = (double)segments * channels <=
				       PAIR_LIMIT};
	size_t days = (size_t)run.days.n;

	run.clocks.days = &run.days;
	run.next = next_day(&run.days, view->as_of);
	view->first_day = days_date(&run.days, 0);
	view->last_day = days_date(&run.days, run.days.n - 1);
	view->segments =
		arena_alloc(arena, (segments + 1) * sizeof(*view->segments));
	run.hours = arena_alloc(&scratch, (channels + 1) * sizeof(*run.hours));
	run.preference =
		arena_alloc(&scratch, (channels + 1) * sizeof(*run.preference));
	run.same =
		arena_alloc(&scratch, (plan->hours.n + 1) * sizeof(*run.same));
	run.live_hours = arena_alloc(&scratch, (plan->hours.n + channels + 1) *
						       sizeof(*run.live_hours));
	run.any_hours = arena_alloc(&scratch, (plan->hours.n + 1) *
						      sizeof(*run.any_hours));
	run.joined = arena_alloc(&scratch, plan->hours.n + 1);
	run.wanted_by_day =
		arena_alloc(&scratch, days * sizeof(*run.wanted_by_day));
	run.common_by_day =
		arena_alloc(&scratch, days * sizeof(*run.common_by_day));
	run.weighed = arena_alloc(&scratch, days * sizeof(*run.weighed));
	opened_make(view, &run.clocks, arena);
	FOR_EACH (channel, plan->channels)
		run.hours[channel->object.index] = channel->hours.to;
	find_tiers(view);
	make_all(&run);
	opened_close(view);
	free(run.wanted.spans);
	free(run.any.spans);
	free(run.clocks.list);
	arena_release(&scratch);
}
