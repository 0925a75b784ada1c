/* uncovered.c - wanted hours in which channels are closed, in words */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/words.h"
#include "view/opened.h"

/* spans listed for a day, before "..." */
enum { DAY_SPANS = 3 };

/* a week on a zone's clock, as it is on a day */
struct closed {
	const struct view *view;
	const struct language *language;
	const struct zone_value *zone;
	struct date day;
	struct week_minutes minutes;
};

/* Removes the minutes in which the hours are open. */
static void
remove_open(struct closed *closed, const struct hours *hours)
{
	const struct view *view = closed->view;
	struct week_minutes open;

	week_fill(week_on(view, hours,
			  date_between(view->first_day, closed->day)),
		  zone_shift(view, closed->zone, &hours->timezone, closed->day),
		  &open);
	for (size_t i = 0; i < sizeof(open.bits) / sizeof(*open.bits); i++)
		closed->minutes.bits[i] &= ~open.bits[i];
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
write_minutes(struct buf *buf, const struct closed *closed)
{
	const struct week_minutes *minutes = &closed->minutes;
	struct day_span spans[7][DAY_SPANS];
	struct week week = {0};
	struct buf text = {0}, named = {0};
	bool all = true;

	for (int day = 0; day < 7; day++) {
		week.days[day].spans = spans[day];
		if (!find_spans(minutes, day, &week.days[day]))
			all = false;
	}
	week_write(&text, &week);
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == ';')
			text.p[i] = ',';
	week_add(&named, closed->language, text.p);
	message_fill(buf, closed->language, all ? "{week}" : N_("{week}, ..."),
		     ARGS(TEXT_ARG("week", named.p)));
	buf_free(&text);
	buf_free(&named);
}

/* Writes the week, on that zone's clock, which is named where it isn't the
 * plan's, and when it is so. */
static void
write_closed(struct buf *buf, const struct closed *closed,
	     const struct low_stretch *stretch)
{
	const struct zone_value *plan = &closed->view->plan->plan.timezone;
	const struct zone_value *zone = closed->zone;
	bool zoned = is_set(&zone->at) &&
		     !(is_set(&plan->at) && !strcmp(zone->text, plan->text));
	struct buf week = {0}, shown = {0};

	if (!week_count(&closed->minutes))
		return;
	write_minutes(&shown, closed);
	message_fill(
		&week, closed->language, zoned ? N_("{week} {zone}") : "{week}",
		ARGS(TEXT_ARG("week", shown.p), TEXT_ARG("zone", zone->text)));
	message_fill(buf, closed->language,
		     !stretch->first.year ? "{week}"
		     : isnan(stretch->percent)
			     ? N_("{week} from {first} to {last}")
			     : N_("{week} from {first} to {last}, when "
				  "{percent} is covered"),
		     ARGS(TEXT_ARG("week", week.p),
			  DATE_ARG("first", stretch->first),
			  DATE_ARG("last", stretch->last),
			  PERCENT_ARG("percent", stretch->percent)));
	buf_free(&week);
	buf_free(&shown);
}

/* hours that a segment wants, and those in which it finds somebody */
struct wish {
	const struct view *view;
	const struct language *language;
	const struct segment *segment;
	const struct hours **hours;
	uint32_t n;
};

/* the wanted hours of a week in which none is open, as they are on the day */
static struct closed
gap_on(const struct wish *wish, struct date day)
{
	const struct preferences *wishes = &wish->segment->preferences;
	struct closed closed = {.view = wish->view,
				.language = wish->language,
				.zone = &wishes->timezone,
				.day = day};

	week_fill(wishes->hours.week, 0, &closed.minutes);
	for (uint32_t i = 0; i < wish->n; i++)
		remove_open(&closed, wish->hours[i]);
	return closed;
}

/* the days that the view looks at */
static int32_t
count_days(const struct view *view)
{
	return date_between(view->first_day, view->last_day) + 1;
}

/* Finds a day of the standard week, for a stretch that is of another. */
static bool
standard_day(const struct wish *wish, struct date *at)
{
	const struct view *view = wish->view;
	int32_t n = count_days(view);

	for (int32_t day = 0; day < n; day++)
		if (weeks_usual(view, wish->hours, wish->n, day)) {
			*at = date_add_days(view->first_day, day);
			return true;
		}
	return false;
}

/* Writes what the standard week lacks before what the stretch does. */
static void
write_gap(struct buf *buf, const struct wish *wish,
	  const struct low_stretch *stretch, struct date shown)
{
	const struct low_stretch none = {.percent = NAN};
	struct closed worst = gap_on(wish, shown), usual;
	struct buf standing = {0}, dated = {0};
	struct date day;

	if (stretch->first.year && !stretch->usual &&
	    standard_day(wish, &day)) {
		usual = gap_on(wish, day);
		if (memcmp(&usual.minutes, &worst.minutes,
			   sizeof(usual.minutes)) != 0)
			write_closed(&standing, &usual, &none);
	}
	write_closed(&dated, &worst, stretch);
	if (standing.n)
		message_fill(buf, wish->language,
			     N_("{standing} in the standard week, and {dated}"),
			     ARGS(TEXT_ARG("standing", standing.p),
				  TEXT_ARG("dated", dated.p)));
	else
		buf_add(buf, dated.p, dated.n);
	buf_free(&standing);
	buf_free(&dated);
}

void
coverage_closed(struct buf *buf, const struct language *language,
		const struct view *view, const struct coverage *at)
{
	const struct hours *hours = at->hours;
	struct wish wish = {view, language, at->segment, &hours, 1};

	if (!isnan(at->percent))
		write_gap(buf, &wish, &at->worst, at->shown);
}

void
segment_closed(struct buf *buf, const struct language *language,
	       const struct view *view, const struct segment_view *at)
{
	struct wish wish = {.view = view, .language = language};

	if (isnan(at->reach))
		return;
	wish.segment = at->channels->segment;
	wish.hours = mem_alloc(at->n * sizeof(*wish.hours));
	for (uint32_t i = 0; i < at->n; i++) {
		const struct coverage *one = &at->channels[i];

		if (one->staffed)
			wish.hours[wish.n++] = one->hours;
	}
	write_gap(buf, &wish, &at->worst, at->shown);
	free(wish.hours);
}

/* --- weeks --------------------------------------------------------------- */

double
view_week_hours(const struct view *view, unsigned minutes)
{
	return minutes * 7.0 / 60 / count_days(view);
}

double
coverage_enough(const struct plan *plan, const struct segment *segment)
{
	return flag_is(&segment->high_value, true)
		       ? SETTING_OF(plan, high_value_coverage)
		       : SETTING_OF(plan, coverage);
}

bool
coverage_is_low(const struct plan *plan, const struct coverage *at)
{
	double enough = coverage_enough(plan, at->segment);

	return is_below(at->percent, enough) && is_below(at->ahead, enough);
}

bool
coverage_weeks(const struct view *view, const struct coverage *coverage,
	       struct week_pair *pair)
{
	const struct preferences *wishes = &coverage->segment->preferences;
	int shift;

	if (isnan(coverage->percent))
		return false;
	shift = zone_shift(view, &wishes->timezone, &coverage->hours->timezone,
			   coverage->shown);
	week_fill(wishes->hours.week, 0, &pair->wanted);
	pair->open = week_on(view, coverage->hours,
			     date_between(view->first_day, coverage->shown));
	week_fill(pair->open, shift, &pair->offered);
	pair->shifted = shift != 0;
	return true;
}

bool
coverage_short(const struct view *view, const struct coverage *coverage)
{
	struct week_pair pair;

	return coverage->common < coverage->wanted &&
	       coverage_weeks(view, coverage, &pair) &&
	       week_common(&pair.wanted, &pair.offered) <
		       week_count(&pair.wanted);
}

/* --- routes onward ------------------------------------------------------- */

enum { ENDS = 2 }; /* hours that a route leads to at most */

/* hours that customers come from, within them or outside, and lead to */
struct route {
	const struct language *language;
	const struct hours *from;
	bool outside;
	const struct hours *ends[ENDS];
	int n;
};

static void
turn_over(struct week_minutes *minutes)
{
	for (unsigned i = 0; i < WEEK_MINUTES; i++)
		minutes->bits[i / 64] ^= (uint64_t)1 << i % 64;
}

static struct closed
route_on(const struct view *view, const struct route *route, int32_t day)
{
	struct closed closed = {.view = view,
				.language = route->language,
				.zone = &route->from->timezone,
				.day = date_add_days(view->first_day, day)};

	week_fill(week_on(view, route->from, day), 0, &closed.minutes);
	if (route->outside)
		turn_over(&closed.minutes);
	for (int i = 0; i < route->n; i++)
		remove_open(&closed, route->ends[i]);
	return closed;
}

/* Tells whether all hours of the route are as on the day before. */
static bool
route_goes_on(const struct view *view, const struct route *route, int32_t day)
{
	const struct clock *own = view->hours[route->from->object.index].clock;
	bool on = hours_go_on(view, route->from, own, day);

	for (int i = 0; i < route->n; i++)
		on = on && hours_go_on(view, route->ends[i], own, day);
	return on;
}

static bool
is_told(const struct view *view, const struct hours *hours)
{
	return hours && view->hours[hours->object.index].told;
}

/* Writes the worst stretch in which the route leads nowhere. */
static void
write_route(struct buf *buf, const struct view *view, const struct route *route)
{
	int32_t n = count_days(view);
	struct low_stretch stretch = {.percent = NAN};
	struct closed worst = {0}, at = route_on(view, route, 0);

	for (int32_t day = 1; day <= n; day++) {
		struct date last = date_add_days(view->first_day, day - 1);

		if (day < n && route_goes_on(view, route, day))
			continue;
		if (date_between(at.day, last) + 1 >= LONG_DAYS &&
		    week_count(&at.minutes) > week_count(&worst.minutes)) {
			worst = at;
			stretch.first = at.day;
			stretch.last = last;
		}
		if (day < n)
			at = route_on(view, route, day);
	}
	if (!date_compare(stretch.first, view->first_day) &&
	    !date_compare(stretch.last, view->last_day))
		stretch.first.year = 0;
	if (worst.view)
		write_closed(buf, &worst, &stretch);
}

void
route_closed(struct buf *buf, const struct language *language,
	     const struct view *view, const struct channel *channel)
{
	const struct channel *to = channel->human_route.to.to;
	const struct channel *after = channel->human_route.after_hours_to.to;
	struct route route = {
		.language = language, .from = channel->hours.to, .n = ENDS};

	if (!to || !after || word_is(&to->timing, TIMING_ASYNCHRONOUS) ||
	    !is_told(view, route.from) || !is_told(view, to->hours.to) ||
	    !is_told(view, after->hours.to))
		return;
	route.ends[0] = to->hours.to;
	route.ends[1] = after->hours.to;
	write_route(buf, view, &route);
}

void
hours_closed(struct buf *buf, const struct language *language,
	     const struct view *view, const struct hours *hours,
	     const struct hours *other)
{
	struct route route = {.language = language,
			      .from = hours,
			      .outside = true,
			      .ends = {other},
			      .n = 1};

	if (is_told(view, hours) && is_told(view, other))
		write_route(buf, view, &route);
}
