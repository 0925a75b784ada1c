/* uncovered.c - wanted hours in which channels are closed, in words */
#include <string.h>

#include "view/parts.h"

enum { DAY_SPANS = 3 }; /* spans listed for a day, before "..." */

/* Removes the open minutes of both seasons from the wanted ones, whose clock is
 * shifted so against the plan's. */
static void
remove_open(struct week_minutes wanted[2], const struct view *view,
	    const int clock[2], const struct hours *hours)
{
	const int *shift = view->hours_shift[hours->object.index];
	struct week_minutes open;

	for (int season = 0; season < 2; season++) {
		week_fill(hours->weekly.week, shift[season] - clock[season],
			  &open);
		for (size_t i = 0; i < sizeof(open.bits) / sizeof(*open.bits);
		     i++)
			wanted[season].bits[i] &= ~open.bits[i];
	}
}

/* wanted hours in both seasons, on their own clock */
static void
fill_seasons(struct week_minutes wanted[2], const struct week_value *hours)
{
	week_fill(hours->week, 0, &wanted[0]);
	wanted[1] = wanted[0];
}

/* how many minutes in a row until then, a day's at most */
static int
run_before(const struct week_minutes *minutes, int at)
{
	int n = 0;

	while (n < DAY_MINUTES &&
	       week_open_at(minutes, (unsigned)(at + WEEK_MINUTES - n - 1)))
		n++;
	return n;
}

static int
run_from(const struct week_minutes *minutes, int at, bool open)
{
	return (int)week_run(minutes, (unsigned)at, open, DAY_MINUTES);
}

/* The spans that begin on that day. One that passes midnight stays whole, as
 * long as it is shorter than a day. False when there are more than fit. */
static bool
find_spans(const struct week_minutes *minutes, int day, struct day_hours *hours)
{
	int midnight = day * DAY_MINUTES, i = 0;

	while ((i += run_from(minutes, midnight + i, false)) < DAY_MINUTES) {
		int after = run_from(minutes, midnight + i, true);
		int before = i ? 0 : run_before(minutes, midnight);
		int end = i + after;

		if (before + after >= DAY_MINUTES && end > DAY_MINUTES)
			end = DAY_MINUTES;
		if (!before || before + after >= DAY_MINUTES) {
			if (hours->n == DAY_SPANS)
				return false;
			hours->spans[hours->n++] =
				(struct day_span){(uint16_t)i, (uint16_t)end};
		}
		i = end;
	}
	return true;
}

/* as in a plan, but with commas, for use in a sentence */
static void
write_minutes(struct buf *buf, const struct week_minutes *minutes)
{
	struct day_span spans[7][DAY_SPANS];
	struct week week = {0};
	struct buf text = {0};
	bool all = true;

	for (int day = 0; day < 7; day++) {
		week.days[day].spans = spans[day];
		if (!find_spans(minutes, day, &week.days[day]))
			all = false;
	}
	week_write(&text, &week);
	for (size_t i = 0; i < text.n; i++)
		buf_putc(buf, text.p[i] == ';' ? ',' : text.p[i]);
	if (!all)
		buf_puts(buf, ", ...");
	buf_free(&text);
}

/* Writes the minutes of the worse season, on that zone's clock, which is named
 * where it isn't the plan's. */
static void
write_worse(struct buf *buf, const struct view *view,
	    const struct zone_value *clock, const struct week_minutes closed[2])
{
	const struct zone_value *plan = &view->plan->plan.timezone;
	const struct week_minutes *worse =
		&closed[week_count(&closed[1]) > week_count(&closed[0])];

	if (!week_count(worse))
		return;
	write_minutes(buf, worse);
	if (is_set(&clock->at) &&
	    !(is_set(&plan->at) && !strcmp(clock->text, plan->text)))
		buf_printf(buf, " %s", clock->text);
}

/* Writes the hours wanted in which none of the channels is open. */
static void
write_closed(struct buf *buf, const struct view *view,
	     const struct coverage *channels, uint32_t n, bool live_only)
{
	const struct preferences *wishes = &channels->segment->preferences;
	struct week_minutes closed[2];
	int clock[2];

	zone_shifts(view, &wishes->timezone, clock);
	fill_seasons(closed, &wishes->hours);
	for (uint32_t i = 0; i < n; i++)
		if (!live_only ||
		    view->channels[channels[i].channel->object.index].live)
			remove_open(closed, view, clock, channels[i].hours);
	write_worse(buf, view, &wishes->timezone, closed);
}

void
coverage_closed(struct buf *buf, const struct view *view,
		const struct coverage *at)
{
	if (!isnan(at->percent))
		write_closed(buf, view, at, 1, false);
}

void
segment_closed(struct buf *buf, const struct view *view,
	       const struct segment_view *at)
{
	if (!isnan(at->reach))
		write_closed(buf, view, at->channels, at->n, true);
}

static bool
is_known(const struct hours *hours)
{
	return hours && is_set(&hours->weekly.at);
}

void
route_closed(struct buf *buf, const struct view *view,
	     const struct channel *channel)
{
	const struct hours *own = channel->hours.to;
	const struct channel *to = channel->human_route.to.to;
	const struct channel *after = channel->human_route.after_hours_to.to;
	struct week_minutes closed[2];
	const int *clock;

	if (!to || !after || !is_known(own) || !is_known(to->hours.to) ||
	    !is_known(after->hours.to))
		return;
	clock = view->hours_shift[own->object.index];
	fill_seasons(closed, &own->weekly);
	remove_open(closed, view, clock, to->hours.to);
	remove_open(closed, view, clock, after->hours.to);
	write_worse(buf, view, &own->timezone, closed);
}

void
hours_closed(struct buf *buf, const struct view *view,
	     const struct hours *hours, const struct hours *other)
{
	struct week_minutes closed[2], open;
	const int *clock;

	if (!is_known(hours) || !is_known(other))
		return;
	clock = view->hours_shift[hours->object.index];
	week_fill(hours->weekly.week, 0, &open);
	for (int season = 0; season < 2; season++) {
		memset(&closed[season], 0, sizeof(closed[season]));
		for (unsigned i = 0; i < WEEK_MINUTES; i++)
			if (!week_open_at(&open, i))
				closed[season].bits[i / 64] |= (uint64_t)1
							       << i % 64;
	}
	remove_open(closed, view, clock, other);
	write_worse(buf, view, &hours->timezone, closed);
}
