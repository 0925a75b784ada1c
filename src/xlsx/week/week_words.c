/* week_words.c - the week in words: what is closed when customers want it */
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/table.h"
#include "xlsx/sheet/tell.h"
#include "week.h"

enum { SPANS_MOST = 4, COVERED_MOST = 6, RUN = 3 };

const char *
day_name(int day)
{
	static const char *const names[] = {
		N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
		N_("Friday"), N_("Saturday"), N_("Sunday")};

	return gettext(names[day]);
}

static const char *
every_day(int day)
{
	static const char *const names[] = {N_("Mondays"),    N_("Tuesdays"),
					    N_("Wednesdays"), N_("Thursdays"),
					    N_("Fridays"),    N_("Saturdays"),
					    N_("Sundays")};

	return gettext(names[day]);
}

/* --- closed spans -------------------------------------------------------- */

static void
add_clock(struct buf *buf, unsigned minute)
{
	buf_printf(buf, "%02u", minute / 60);
	if (minute % 60)
		buf_printf(buf, ":%02u", minute % 60);
}

static bool
is_closed(const struct week_pair *pair, int day, unsigned minute)
{
	unsigned at = (unsigned)day * DAY_MINUTES + minute;

	return minute < DAY_MINUTES && week_open_at(&pair->wanted, at) &&
	       !week_open_at(&pair->offered, at);
}

void
closed_spans(struct buf *buf, const struct week_pair *pair, int day)
{
	unsigned spans = 0, end;

	for (unsigned i = 0; i < DAY_MINUTES; i = end + 1) {
		for (end = i; is_closed(pair, day, end); end++)
			;
		if (end == i)
			continue;
		if (spans++ == SPANS_MOST) {
			buf_puts(buf, ", …");
			return;
		}
		buf_puts(buf, spans > 1 ? ", " : "");
		add_clock(buf, i);
		buf_puts(buf, "–");
		add_clock(buf, end);
	}
}

/* --- days ---------------------------------------------------------------- */

/* "Mondays to Fridays", "Saturdays and Sundays" */
static const char *
tell_days(struct arena *arena, unsigned days)
{
	const char *items[7];
	size_t n = 0;
	int last;

	for (int i = 0; i < 7; i = last + 1) {
		struct buf run = {0};

		for (last = i; last < 7 && days >> last & 1; last++)
			;
		if (last == i)
			continue;
		if (last - i < RUN) {
			items[n++] = every_day(i);
			last = i;
			continue;
		}
		message_fill(&run, gettext("{first} to {last}"),
			     ARGS(TEXT_ARG("first", every_day(i)),
				  TEXT_ARG("last", every_day(last - 1))));
		items[n++] = arena_string(arena, run.p);
		buf_free(&run);
	}
	return tell_list(arena, items, n);
}

/* "an hour", "two hours", "45 minutes" */
static const char *
tell_time(struct arena *arena, unsigned minutes)
{
	struct buf text = {0};

	if (minutes == 60)
		return gettext("an hour");
	if (minutes == 30)
		return gettext("half an hour");
	if (minutes % 60 == 0)
		message_fill(
			&text, gettext("{n} hours"),
			ARGS(TEXT_ARG("n", count_text(arena, minutes / 60))));
	else if (minutes % 30 == 0)
		message_fill(&text, gettext("{n} hours"),
			     ARGS(NUMBER_ARG("n", minutes / 60.0)));
	else
		message_fill(&text, gettext("{n} minutes"),
			     ARGS(COUNT_ARG("n", minutes)));
	return arena_take(arena, &text);
}

/* --- the message --------------------------------------------------------- */

/* the days of one lack, the days of others, and how they compare */
struct lack {
	struct week_day days[7];
	struct week_day main;
	unsigned main_days, other_days, wanted_days;
	bool earlier; /* all of the others end sooner still, and no more */
	bool more;    /* all of the others lack more */
};

static unsigned
closed_of(const struct week_day *day)
{
	return day->wanted - day->common;
}

static bool
is_like(const struct week_day *a, const struct week_day *b)
{
	return a->late == b->late && a->early == b->early &&
	       a->between == b->between;
}

static unsigned
days_like(const struct lack *lack, const struct week_day *like)
{
	unsigned days = 0;

	for (int i = 0; i < 7; i++)
		if (closed_of(&lack->days[i]) && is_like(&lack->days[i], like))
			days |= 1u << i;
	return days;
}

static int
count_days(unsigned days)
{
	int n = 0;

	for (; days; days >>= 1)
		n += (int)(days & 1);
	return n;
}

static void
compare_others(struct lack *lack)
{
	lack->earlier = lack->more = lack->other_days != 0;
	for (int i = 0; i < 7; i++) {
		const struct week_day *day = &lack->days[i];

		if (!(lack->other_days >> i & 1))
			continue;
		if (day->early <= lack->main.early)
			lack->earlier = false;
		if (closed_of(day) <= closed_of(&lack->main))
			lack->more = false;
	}
}

/* what lacks on most days; the first of equals */
static void
find_lack(struct lack *lack, const struct week_pair *pair)
{
	unsigned days;

	*lack = (struct lack){0};
	for (int i = 0; i < 7; i++) {
		lack->days[i] = week_look(pair, i);
		if (lack->days[i].wanted)
			lack->wanted_days |= 1u << i;
		if (closed_of(&lack->days[i]))
			lack->other_days |= 1u << i;
	}
	for (int i = 0; i < 7; i++) {
		if (!closed_of(&lack->days[i]))
			continue;
		days = days_like(lack, &lack->days[i]);
		if (count_days(days) > count_days(lack->main_days)) {
			lack->main_days = days;
			lack->main = lack->days[i];
		}
	}
	lack->other_days &= ~lack->main_days;
	compare_others(lack);
}

/* NULL where no simple words say it */
static const char *
main_clause(const struct lack *lack)
{
	const struct week_day *day = &lack->main;

	if (!day->common)
		return NULL;
	if (day->between)
		return N_("{channel} has closed hours in the middle of the "
			  "day for {segment}");
	if (day->late && day->early)
		return N_("{channel} opens too late and closes too early for "
			  "{segment}");
	return day->early ? N_("{channel} closes {time} too early for "
			       "{segment}")
			  : N_("{channel} opens {time} too late for "
			       "{segment}");
}

static const char *
tail_of(const struct lack *lack)
{
	if (!lack->other_days)
		return lack->main_days == lack->wanted_days
			       ? N_("{clause}")
			       : N_("{clause} on {main}");
	if (lack->earlier && lack->main.early && !lack->main.late)
		return N_("{clause}, and earlier still on {others}");
	if (lack->more)
		return N_("{clause}, and lacks more on {others}");
	return N_("{clause}, and lacks other hours on {others}");
}

static const char *
filled(struct arena *arena, const char *message, const struct arg *args,
       size_t n)
{
	struct buf text = {0};

	message_fill(&text, gettext(message), args, n);
	return arena_take(arena, &text);
}

static void
lack_message(struct buf *buf, const struct coverage *at,
	     const struct lack *lack, struct arena *arena)
{
	const char *channel = object_name(&at->channel->object);
	const char *segment = object_name(&at->segment->object);
	const char *clause = main_clause(lack);
	unsigned time = lack->main.early ? lack->main.early : lack->main.late;

	if (!clause && lack->other_days == 0 &&
	    lack->main_days != lack->wanted_days) {
		message_fill(buf,
			     gettext("{channel} is closed on {days}, when "
				     "{segment} ask for it"),
			     ARGS(TEXT_ARG("channel", channel),
				  TEXT_ARG("segment", segment),
				  TEXT_ARG("days",
					   tell_days(arena, lack->main_days))));
		return;
	}
	if (!clause) {
		message_fill(
			buf,
			gettext("{channel} is open for {share} of the "
				"hours that {segment} ask for"),
			ARGS(TEXT_ARG("channel", channel),
			     TEXT_ARG("segment", segment),
			     TEXT_ARG("share", arena_format(arena, "%.0f%%",
							    at->percent))));
		return;
	}
	clause = filled(arena, clause,
			ARGS(TEXT_ARG("channel", channel),
			     TEXT_ARG("segment", segment),
			     TEXT_ARG("time", tell_time(arena, time))));
	buf_puts(
		buf,
		filled(arena, tail_of(lack),
		       ARGS(TEXT_ARG("clause", clause),
			    TEXT_ARG("main", tell_days(arena, lack->main_days)),
			    TEXT_ARG("others",
				     tell_days(arena, lack->other_days)))));
}

void
week_message(struct buf *buf, const struct review *review,
	     const struct week_choice *choice, struct arena *arena)
{
	struct week_pair pair;
	struct lack lack;

	if (!choice->n ||
	    !coverage_weeks(review->view, choice->shown[0], &pair)) {
		buf_puts(buf, gettext("The week, hour by hour"));
	} else if (choice->short_of) {
		find_lack(&lack, &pair);
		lack_message(buf, choice->shown[0], &lack, arena);
	} else {
		buf_puts(buf,
			 choice->unknown
				 ? gettext("Where the hours are known, we are "
					   "open at all times that customers "
					   "want")
				 : gettext("We are open at all times that "
					   "customers want"));
	}
}

/* --- what is covered ----------------------------------------------------- */

void
week_covered(struct buf *buf, const struct week_choice *choice)
{
	size_t shown = 0, more = 0;

	for (size_t i = 0; i < choice->channel_count; i++) {
		const struct channel_cover *cover = &choice->channels[i];

		if (!cover->covered)
			continue;
		if (shown++ >= COVERED_MOST) {
			more++;
			continue;
		}
		buf_puts(buf, shown > 1 ? ", " : "");
		message_fill(
			buf, gettext("{channel} {covered} of {all}"),
			ARGS(TEXT_ARG("channel",
				      object_name(&cover->channel->object)),
			     COUNT_ARG("covered", (double)cover->covered),
			     COUNT_ARG("all", (double)cover->all)));
	}
	if (more)
		message_fill(buf, gettext(" and {n} more"),
			     ARGS(COUNT_ARG("n", (double)more)));
}
