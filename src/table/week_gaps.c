/* week_gaps.c - hours that are wanted and closed: the weeks to show, in words
 */
#include <math.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/table.h"
#include "ces/week_gaps.h"

enum { COVERED_MOST = 6, RUN = 3 };

/* --- choosing ------------------------------------------------------------ */

/* the heaviest first, with room for one more while it is looked at */
struct heavy {
	struct {
		const struct coverage *pair;
		double weight;
	} items[WEEK_GRIDS + 1];
	size_t n;
};

/* Inserts by weight; the first of equals stays first. */
static void
keep(struct heavy *heavy, const struct coverage *pair, double weight)
{
	size_t at = heavy->n;

	for (; at > 0 && weight > heavy->items[at - 1].weight; at--)
		heavy->items[at] = heavy->items[at - 1];
	heavy->items[at].pair = pair;
	heavy->items[at].weight = weight;
	if (heavy->n < WEEK_GRIDS)
		heavy->n++;
}

/* Weighs a segment by its revenue, else its customers, else like all. */
static void
look_at(struct week_choice *choice, const struct view *view,
	struct channel_cover *covers, const struct coverage *at,
	struct heavy *lacking, struct heavy *covered)
{
	struct channel_cover *cover = &covers[at->channel->object.index];
	const struct segment *segment = at->segment;
	double weight = at->preference;

	if (!(at->preference > 0) || !is_set(&at->channel->status.at) ||
	    at->channel->status.word != CHANNEL_CURRENT || at->waits)
		return;
	if (is_set(&segment->revenue_share.at))
		weight *= segment->revenue_share.n;
	else if (is_set(&segment->share.at))
		weight *= segment->share.n;
	cover->channel = at->channel;
	cover->all++;
	if (isnan(at->percent)) {
		choice->unknown++;
	} else if (coverage_short(view, at)) {
		choice->short_of++;
		keep(lacking, at, weight * (1 - at->percent / 100));
	} else {
		choice->covered++;
		choice->excepted += at->common < at->wanted;
		cover->covered++;
		keep(covered, at, weight);
	}
}

void
week_choose(struct week_choice *choice, const struct review *review,
	    struct arena *arena)
{
	const struct plan *plan = review->plan;
	struct heavy lacking = {0}, covered = {0};
	struct channel_cover *covers =
		arena_alloc(arena, (plan->channels.n + 1) * sizeof(*covers));

	*choice = (struct week_choice){.channels = covers};
	for (uint32_t i = 0; i < plan->segments.n; i++) {
		const struct segment_view *view = &review->view->segments[i];

		for (uint32_t k = 0; k < view->n; k++)
			look_at(choice, review->view, covers,
				&view->channels[k], &lacking, &covered);
	}
	for (uint32_t i = 0; i < plan->channels.n; i++)
		if (covers[i].all)
			covers[choice->channel_count++] = covers[i];
	for (size_t i = 0; i < lacking.n; i++)
		choice->shown[choice->n++] = lacking.items[i].pair;
	for (size_t i = 0;
	     i < covered.n && (choice->n % 2 || (!lacking.n && i < 2)); i++)
		choice->shown[choice->n++] = covered.items[i].pair;
}

/* --- half hours ---------------------------------------------------------- */

/* minutes wanted, open, and both of a part of a day */
struct part {
	unsigned wanted, open, common;
};

static struct part
part_of(const struct week_pair *pair, int day, int half)
{
	unsigned first = (unsigned)(day * DAY_MINUTES + half * HALF_HOUR);
	struct part part = {0};

	for (unsigned i = first; i < first + HALF_HOUR; i++) {
		bool wanted = week_open_at(&pair->wanted, i);
		bool open = week_open_at(&pair->offered, i);

		part.wanted += wanted;
		part.open += open;
		part.common += wanted && open;
	}
	return part;
}

int
week_half(const struct week_pair *pair, int day, int half)
{
	struct part part = part_of(pair, day, half);

	if (part.wanted)
		return part.common == part.wanted ? 3 : 1;
	return part.open == HALF_HOUR ? 2 : 0;
}

bool
week_exact(const struct week_pair *pair, int day)
{
	for (int i = 0; i < DAY_HALVES; i++) {
		struct part part = part_of(pair, day, i);

		if (part.wanted % HALF_HOUR || part.common % HALF_HOUR)
			return false;
	}
	return true;
}

struct week_day
week_day_gap(const struct week_pair *pair, int day)
{
	struct week_day seen = {0};
	unsigned closed = 0; /* since the last minute in common */
	unsigned first = (unsigned)day * DAY_MINUTES;

	for (unsigned i = first; i < first + DAY_MINUTES; i++) {
		if (!week_open_at(&pair->wanted, i))
			continue;
		seen.wanted++;
		if (!week_open_at(&pair->offered, i)) {
			closed++;
			continue;
		}
		if (seen.common++)
			seen.between += closed;
		else
			seen.late = closed;
		closed = 0;
	}
	if (seen.common)
		seen.early = closed;
	else
		seen.between = closed;
	return seen;
}

/* --- names of days ------------------------------------------------------- */

static const char *
every_day(const struct language *language, int day)
{
	static const char *const names[] = {N_("Mondays"),    N_("Tuesdays"),
					    N_("Wednesdays"), N_("Thursdays"),
					    N_("Fridays"),    N_("Saturdays"),
					    N_("Sundays")};

	return language_text(language, names[day]);
}

/* "Mondays to Fridays", "Saturdays and Sundays" */
static const char *
days_text(struct arena *arena, const struct language *language, unsigned days)
{
	const char *items[7];
	struct buf list = {0};
	size_t n = 0;
	int last;

	for (int i = 0; i < 7; i = last + 1) {
		for (last = i; last < 7 && days >> last & 1; last++)
			;
		if (last == i)
			continue;
		if (last - i < RUN) {
			items[n++] = every_day(language, i);
			last = i;
			continue;
		}
		items[n++] = message_text(
			arena, language, C_("days", "{first} to {last}"),
			ARGS(TEXT_ARG("first", every_day(language, i)),
			     TEXT_ARG("last", every_day(language, last - 1))));
	}
	list_show(&list, language, &(struct text_list){items, n, LIST_AND});
	return arena_take(arena, &list);
}

/* "an hour", "two hours", "45 minutes" */
static const char *
duration_text(struct arena *arena, const struct language *language,
	      unsigned minutes)
{
	struct buf text = {0};

	if (minutes == 60)
		return language_text(language, N_("an hour"));
	if (minutes == 30)
		return language_text(language, N_("half an hour"));
	if (minutes % 30)
		message_count(&text, language, "{n} minute", "{n} minutes",
			      minutes, NO_ARGS);
	else if (minutes % 60)
		message_fill(&text, language, N_("{n} hours"),
			     ARGS(NUMBER_ARG("n", minutes / 60.0)));
	else
		message_fill(&text, language, N_("{n} hours"),
			     ARGS(TEXT_ARG("n", count_text(arena, language,
							   minutes / 60))));
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

/* Returns the days that lack the same hours. */
static unsigned
days_like(const struct lack *lack, const struct week_day *like)
{
	unsigned days = 0;

	for (int i = 0; i < 7; i++) {
		const struct week_day *day = &lack->days[i];

		if (closed_of(day) && day->late == like->late &&
		    day->early == like->early && day->between == like->between)
			days |= 1u << i;
	}
	return days;
}

/* Finds the gap of most days; the first of equals. */
static void
find_lack(struct lack *lack, const struct week_pair *pair)
{
	unsigned days;

	*lack = (struct lack){0};
	for (int i = 0; i < 7; i++) {
		lack->days[i] = week_day_gap(pair, i);
		if (lack->days[i].wanted)
			lack->wanted_days |= 1u << i;
		if (closed_of(&lack->days[i]))
			lack->other_days |= 1u << i;
	}
	for (int i = 0; i < 7; i++) {
		if (!closed_of(&lack->days[i]))
			continue;
		days = days_like(lack, &lack->days[i]);
		if (__builtin_popcount(days) >
		    __builtin_popcount(lack->main_days)) {
			lack->main_days = days;
			lack->main = lack->days[i];
		}
	}
	lack->other_days &= ~lack->main_days;
	lack->earlier = lack->more = lack->other_days != 0;
	for (int i = 0; i < 7; i++) {
		const struct week_day *day = &lack->days[i];

		if (!(lack->other_days >> i & 1))
			continue;
		lack->earlier &= day->early > lack->main.early;
		lack->more &= closed_of(day) > closed_of(&lack->main);
	}
}

/* a message on some days, and on all on which it is asked for; NULL where no
 * simple words say it */
static const char *
main_clause(const struct week_day *day, bool all)
{
	if (!day->common)
		return NULL;
	if (day->between)
		return all ? N_("{channel} has closed hours in the middle of "
				"the day for {segment}")
			   : N_("{channel} has closed hours in the middle of "
				"the day for {segment} on {days}");
	if (day->late && day->early)
		return all ? N_("{channel} opens too late and closes too early "
				"for {segment}")
			   : N_("{channel} opens too late and closes too early "
				"for {segment} on {days}");
	if (day->early)
		return all ? N_("{channel} closes {time} too early for "
				"{segment}")
			   : N_("{channel} closes {time} too early for "
				"{segment} on {days}");
	return all ? N_("{channel} opens {time} too late for {segment}")
		   : N_("{channel} opens {time} too late for {segment} on "
			"{days}");
}

/* a clause about all days, and of others than most */
static const char *
sentence_of(const struct lack *lack)
{
	if (!lack->other_days)
		return "{clause}";
	if (lack->earlier && lack->main.early && !lack->main.late)
		return N_("{clause}, and earlier still on {others}");
	if (lack->more)
		return N_("{clause}, and lacks more on {others}");
	return N_("{clause}, and lacks other hours on {others}");
}

static const char *
lack_message(struct arena *arena, const struct language *language,
	     const struct coverage *at, const struct lack *lack)
{
	bool all = lack->main_days == lack->wanted_days;
	unsigned time = lack->main.early ? lack->main.early : lack->main.late;
	const char *clause = main_clause(&lack->main, lack->other_days || all);
	double share = at->worst.first.year ? at->worst.percent : at->percent;
	const struct arg args[] = {
		TEXT_ARG("channel", object_name(&at->channel->object)),
		TEXT_ARG("segment", object_name(&at->segment->object)),
		TEXT_ARG("time", duration_text(arena, language, time)),
		PERCENT_ARG("share", round(share)),
		TEXT_ARG("days", days_text(arena, language, lack->main_days))};
	const char *sentence = sentence_of(lack);

	if (!clause) {
		clause = !lack->other_days && !all
				 ? N_("{channel} is closed on {days}, when "
				      "{segment} ask for it")
				 : N_("{channel} is open for {share} of the "
				      "hours that {segment} ask for");
		sentence = "{clause}";
	}
	clause = message_text(arena, language, clause, args,
			      sizeof(args) / sizeof(*args));
	sentence = message_text(
		arena, language, sentence,
		ARGS(TEXT_ARG("clause", clause),
		     TEXT_ARG("others",
			      days_text(arena, language, lack->other_days))));
	if (!at->worst.first.year)
		return sentence;
	return message_text(arena, language,
			    N_("{sentence}, from {first} to {last}"),
			    ARGS(TEXT_ARG("sentence", sentence),
				 DATE_ARG("first", at->worst.first),
				 DATE_ARG("last", at->worst.last)));
}

const char *
week_message(struct arena *arena, const struct review *review,
	     const struct week_choice *choice)
{
	const struct language *language = review->language;
	struct week_pair pair;
	struct lack lack;

	if (!choice->n ||
	    !coverage_weeks(review->view, choice->shown[0], &pair))
		return language_text(language, "The week, hour by hour");
	if (choice->short_of) {
		find_lack(&lack, &pair);
		return lack_message(arena, language, choice->shown[0], &lack);
	}
	if (choice->unknown)
		return language_text(
			language,
			"Where the hours are known, we are open at all "
			"times that customers want");
	return choice->excepted
		       ? language_text(language,
				       "We are open at all times that "
				       "customers want, but for single days")
		       : language_text(language,
				       "We are open at all times that "
				       "customers want");
}

/* --- coverage ------------------------------------------------------------ */

const char *
week_covered(struct arena *arena, const struct language *language,
	     const struct week_choice *choice)
{
	const char *items[COVERED_MOST + 1];
	struct text_list list = {items, 0, LIST_COMMAS};
	struct buf buf = {0};
	size_t all = 0;

	for (size_t i = 0; i < choice->channel_count; i++) {
		const struct channel_cover *cover = &choice->channels[i];

		if (!cover->covered || all++ >= COVERED_MOST)
			continue;
		items[list.n++] = message_text(
			arena, language, N_("{channel} {covered} of {all}"),
			ARGS(TEXT_ARG("channel",
				      object_name(&cover->channel->object)),
			     COUNT_ARG("covered", (double)cover->covered),
			     COUNT_ARG("all", (double)cover->all)));
	}
	if (all > COVERED_MOST) {
		items[list.n++] = message_text(
			arena, language, N_("{n} more"),
			ARGS(COUNT_ARG("n", (double)(all - COVERED_MOST))));
		list.join = LIST_AND;
	}
	list_show(&buf, language, &list);
	return arena_take(arena, &buf);
}
