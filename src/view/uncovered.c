/* uncovered.c - wanted hours in which channels are closed, in words */
#include <string.h>

#include "view/parts.h"

enum { DAY_SPANS = 3 }; /* spans listed for a day, before "..." */

static const int months[2] = {1, 7}; /* winter and summer */

/* Removes the open minutes from the wanted ones, whose clock is shifted so
 * against the plan's. */
static void
remove_open(struct week_minutes *wanted, const struct view *view, int clock,
	  const struct hours *hours, int season)
{
	struct week_minutes open;
	int shift = view->hours_shift[hours->object.index][season] - clock;

	week_fill(hours->weekly.week, shift, &open);
	for (size_t i = 0; i < sizeof(open.bits) / sizeof(*open.bits); i++)
		wanted->bits[i] &= ~open.bits[i];
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

/*
 * The spans that begin on that day. One that passes midnight stays whole, as
 * long as it is shorter than a day. False when there are more than fit.
 */
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

/* a clock that isn't the plan's is named */
static void
write_zone(struct buf *buf, const struct view *view,
	   const struct zone_value *own)
{
	const struct zone_value *plan = &view->plan->plan.timezone;

	if (is_set(&own->at) &&
	    !(is_set(&plan->at) && !strcmp(own->text, plan->text)))
		buf_printf(buf, " %s", own->text);
}

/* Writes the minutes of the worse season, on that zone's clock. */
static void
write_worse(struct buf *buf, const struct view *view,
	    const struct zone_value *clock, const struct week_minutes closed[2])
{
	const struct week_minutes *worse =
		&closed[week_count(&closed[1]) > week_count(&closed[0])];

	if (!week_count(worse))
		return;
	write_minutes(buf, worse);
	write_zone(buf, view, clock);
}

void
coverage_closed(struct buf *buf, const struct view *view,
		const struct coverage *at)
{
	const struct week_value *wanted = &at->segment->preferences.hours;
	struct week_minutes closed[2];

	if (isnan(at->percent))
		return;
	for (int i = 0; i < 2; i++) {
		int clock = zone_shift(view, &at->segment->preferences.timezone,
				       months[i]);

		week_fill(wanted->week, 0, &closed[i]);
		remove_open(&closed[i], view, clock, at->hours, i);
	}
	write_worse(buf, view, &at->segment->preferences.timezone, closed);
}

void
segment_closed(struct buf *buf, const struct view *view,
	       const struct segment_view *at)
{
	struct week_minutes closed[2];
	const struct segment *segment;

	if (isnan(at->reach))
		return;
	segment = at->channels[0].segment;
	for (int i = 0; i < 2; i++) {
		int clock = zone_shift(view, &segment->preferences.timezone,
				       months[i]);

		week_fill(segment->preferences.hours.week, 0, &closed[i]);
		for (uint32_t k = 0; k < at->n; k++)
			if (coverage_by_person(&at->channels[k]))
				remove_open(&closed[i], view, clock,
					  at->channels[k].hours, i);
	}
	write_worse(buf, view, &segment->preferences.timezone, closed);
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

	if (!to || !after || !is_known(own) || !is_known(to->hours.to) ||
	    !is_known(after->hours.to))
		return;
	for (int i = 0; i < 2; i++) {
		int clock = view->hours_shift[own->object.index][i];

		week_fill(own->weekly.week, 0, &closed[i]);
		remove_open(&closed[i], view, clock, to->hours.to, i);
		remove_open(&closed[i], view, clock, after->hours.to, i);
	}
	write_worse(buf, view, &own->timezone, closed);
}
