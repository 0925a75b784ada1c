/* seasons.c - days of opening hours that disagree: two exceptions or two
 * seasons of one day, a season among the exceptions */
#include "rules/seasons.h"

#include <stdlib.h>

#include "ces/opening.h"

/* --- exceptions ---------------------------------------------------------- */

/* a stretch of days with hours of its own */
struct stretch {
	const struct closure *closure;
	const char *key; /* key of its first day */
	struct date first, last;
};

/* false where the exception's days or hours are not known for certain */
static bool
stretch_of(const struct closure *closure, struct stretch *stretch)
{
	*stretch = (struct stretch){.closure = closure,
				    .key = is_set(&closure->date.at) ? "date"
								     : "from"};
	return is_set(&closure->hours.at) &&
	       closure_days(closure, &stretch->first, &stretch->last) &&
	       date_compare(stretch->first, stretch->last) <= 0;
}

static int
by_first_day(const void *pa, const void *pb)
{
	const struct stretch *a = pa, *b = pb;
	int order = date_compare(a->first, b->first);

	if (order)
		return order;
	return a->closure->object.index < b->closure->object.index ? -1 : 1;
}

/* reports at the one that is written later */
static void
report_overlap(struct rule_run *run, const struct stretch *a,
	       const struct stretch *b)
{
	bool swap = a->closure->object.index > b->closure->object.index;
	const struct stretch *first = swap ? b : a, *second = swap ? a : b;

	rule_find_args(run, &second->closure->object, second->key,
		       N_("on {day} two exceptions of '{name}' apply, with "
			  "different hours; give each day one"),
		       ARGS(DATE_ARG("day", b->first)));
	rule_relate(run, &first->closure->object, first->key,
		    N_("the other exception"));
}

/* Sorts by first day and compares each with the one that ends last so far: a
 * stretch that overlaps any overlaps that one. */
static void
check_exceptions(struct rule_run *run, const struct list *exceptions)
{
	struct stretch *list = mem_alloc((exceptions->n + 1) * sizeof(*list));
	const struct stretch *longest = list;
	uint32_t n = 0;

	FOR_EACH (closure, *exceptions)
		n += stretch_of(closure, &list[n]);
	qsort(list, n, sizeof(*list), by_first_day);
	for (uint32_t i = 1; i < n; i++) {
		const struct stretch *at = &list[i];

		if (date_compare(at->first, longest->last) <= 0 &&
		    !day_hours_equal(&at->closure->hours.day,
				     &longest->closure->hours.day))
			report_overlap(run, longest, at);
		if (date_compare(at->last, longest->last) > 0)
			longest = at;
	}
	free(list);
}

/* --- seasons ------------------------------------------------------------- */

enum { YEAR_FIRST = 1 * 32 + 1, YEAR_LAST = 12 * 32 + 31 };

/* a part of the year in which a season holds, in one year at least */
struct year_part {
	const struct season *season;
	int first, last; /* month * 32 + day */
	bool yearly;
};

static int
by_day_of_year(const void *pa, const void *pb)
{
	const struct year_part *a = pa, *b = pb;
	uint32_t ia = a->season->object.index, ib = b->season->object.index;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return ia < ib ? -1 : ia > ib;
}

/* Adds one part, or two of a season that crosses New Year. */
static uint32_t
add_parts(struct year_part *parts, const struct season *season)
{
	struct date from = season->from.date, to = season->to.date;
	struct year_part part = {season, from.month * 32 + from.day,
				 to.month * 32 + to.day,
				 flag_is(&season->yearly, true)};

	if (!season_days_told(season))
		return 0;
	if (!part.yearly && date_compare(to, date_add_months(from, 12)) >= 0) {
		part.first = YEAR_FIRST;
		part.last = YEAR_LAST;
	}
	parts[0] = part;
	if (part.first <= part.last)
		return 1;
	parts[1] = part;
	parts[0].last = YEAR_LAST;
	parts[1].first = YEAR_FIRST;
	return 2;
}

/* the first day from then in which both hold; {0} where there is none */
static struct date
common_day(const struct season *a, const struct season *b, struct date day)
{
	for (int i = 0; i <= 366; i++, day = date_add_days(day, 1))
		if (season_holds(a, day) && season_holds(b, day))
			return day;
	return (struct date){0};
}

/* Reports at the one that is written later, and each but once. */
static void
report_seasons(struct rule_run *run, bool *reported, const struct season *a,
	       const struct season *b)
{
	bool swap = a->object.index > b->object.index;
	const struct season *first = swap ? b : a, *second = swap ? a : b;
	struct date day = second->from.date;

	if (first == second || reported[second->object.index])
		return;
	if (flag_is(&second->yearly, true) ||
	    date_compare(first->from.date, day) > 0)
		day = common_day(
			first, second,
			flag_is(&first->yearly, true) ? day : first->from.date);
	else
		day = common_day(first, second, day);
	if (!day.year)
		return;
	reported[second->object.index] = true;
	rule_find_args(run, &second->object, "from",
		       N_("on {day} two seasons of '{name}' hold; end one "
			  "before the other begins"),
		       ARGS(DATE_ARG("day", day)));
	rule_relate(run, &first->object, "from", N_("the other season"));
}

/* Compares each part with those that end last so far: two of which neither
 * comes every year overlap by their dates alone. */
static void
check_parts(struct rule_run *run, bool *reported, const struct year_part *parts,
	    uint32_t n)
{
	const struct year_part *any = parts, *yearly = NULL;

	for (uint32_t i = 0; i < n; i++) {
		const struct year_part *at = &parts[i];
		const struct year_part *other = at->yearly ? any : yearly;

		if (i && other && at->first <= other->last)
			report_seasons(run, reported, other->season,
				       at->season);
		if (at->last > any->last)
			any = at;
		if (at->yearly && (!yearly || at->last > yearly->last))
			yearly = at;
	}
}

static int
by_date(const void *pa, const void *pb)
{
	const struct season *a = *(const struct season *const *)pa;
	const struct season *b = *(const struct season *const *)pb;
	int order = date_compare(a->from.date, b->from.date);

	if (order)
		return order;
	return a->object.index < b->object.index ? -1 : 1;
}

static void
check_once(struct rule_run *run, bool *reported, const struct season **list,
	   uint32_t n)
{
	const struct season *longest = n ? list[0] : NULL;

	for (uint32_t i = 1; i < n; i++) {
		if (date_compare(list[i]->from.date, longest->to.date) <= 0)
			report_seasons(run, reported, longest, list[i]);
		if (date_compare(list[i]->to.date, longest->to.date) > 0)
			longest = list[i];
	}
}

/* Reports a season of every year that is longer than one. */
static void
check_length(struct rule_run *run, const struct season *season)
{
	if (flag_is(&season->yearly, true) && is_set(&season->from.at) &&
	    is_set(&season->to.at) && !season_days_told(season) &&
	    !comes_before(&season->to, &season->from))
		rule_find(run, &season->object, "to",
			  N_("this season comes every year, and lasts longer "
			     "than one; give it a last day within a year of "
			     "its first"));
}

static void
check_seasons(struct rule_run *run, const struct list *seasons)
{
	size_t room = seasons->n + 1;
	struct year_part *parts = mem_alloc(2 * room * sizeof(*parts));
	const struct season **once = mem_alloc(room * sizeof(*once));
	bool *reported = mem_zeroed(room, sizeof(*reported));
	uint32_t n = 0, once_n = 0;

	FOR_EACH (season, *seasons) {
		check_length(run, season);
		n += add_parts(&parts[n], season);
		if (season_days_told(season) && !flag_is(&season->yearly, true))
			once[once_n++] = season;
	}
	qsort(parts, n, sizeof(*parts), by_day_of_year);
	qsort(once, once_n, sizeof(*once), by_date);
	check_once(run, reported, once, once_n);
	check_parts(run, reported, parts, n);
	free(parts);
	free(once);
	free(reported);
}

void
check_hours_overlaps(struct rule_run *run, const struct hours *hours)
{
	check_exceptions(run, &hours->exceptions);
	check_seasons(run, &hours->seasons);
}

/* --- weeks among the exceptions ------------------------------------------ */

static struct content
as_season(struct rule_run *run, const struct closure *closure)
{
	struct arena *arena = run->findings->arena;
	struct content season = {.kind = CONTENT_MAP};

	content_put_date(arena, &season, "from", closure->from.date);
	content_put_date(arena, &season, "to", closure->to.date);
	content_put(arena, &season, "weekly", closure->hours.text);
	content_put(
		arena, &season, "reason",
		is_set(&closure->reason.at)
			? closure->reason.text
			: language_text(plan_language(run->plan), "TODO: why"));
	return season;
}

/* Reports a week of several days, and moves it among the seasons. */
static void
report_season(struct rule_run *run, const struct closure *closure)
{
	const struct yaml_layout layout = {.flow = true};
	const struct content season = as_season(run, closure);
	const struct object *hours = closure->object.up;
	struct buf text = {0};

	content_write(&text, &season, &layout);
	rule_find_args(run, &closure->object, "hours",
		       N_("'{value}' is a week, and these are several days: "
			  "that is a season; write into `seasons`: {season}"),
		       ARGS(TEXT_ARG("value", closure->hours.text),
			    TEXT_ARG("season", rule_text(run, &text))));
	finding_mend(run->findings, rule_last(run),
		     change_item(rule_key(run, hours, "seasons").path, season),
		     true);
	finding_mend(run->findings, rule_last(run),
		     change_removal(rule_key(run, &closure->object, NULL).path),
		     true);
}

static void
check_week(struct rule_run *run, const struct closure *closure)
{
	const struct day_hours *days = closure->hours.week->days;
	const struct date day = closure->date.date;
	bool known = is_set(&closure->date.at);
	struct buf spans = {0};
	const char *proposal;

	if (is_set(&closure->from.at) && is_set(&closure->to.at) &&
	    !comes_before(&closure->to, &closure->from)) {
		report_season(run, closure);
		return;
	}
	if (known)
		spans_write(&spans, &days[date_weekday(day)], "closed");
	proposal = rule_text(run, &spans);
	rule_find_args(
		run, &closure->object, "hours",
		known ? N_("'{value}' is a week, and {day} is one day; write "
			   "\"{proposal}\"")
		      : N_("'{value}' is a week; for one day write closed, "
			   "or spans: \"10:00-16:00\"; for several write a "
			   "season into `seasons`"),
		ARGS(TEXT_ARG("value", closure->hours.text),
		     DATE_ARG("day", day), TEXT_ARG("proposal", proposal)));
	if (known)
		rule_mend(run, &closure->object, "hours", proposal);
}

/* Reports at the loader's request, as it reads an exception's hours before its
 * days. */
void
check_document_bad_hours(struct rule_run *run)
{
	FOR_EACH (hours, run->plan->hours)
		FOR_EACH (closure, hours->exceptions)
			if (closure->hours.week)
				check_week(run, closure);
}

/* --- places -------------------------------------------------------------- */

const struct object *
hours_place(const struct hours *hours, struct date day, const char **key)
{
	const struct closure *closure = hours_exception(hours, day);
	const struct season *season = hours_season(hours, day);

	*key = "weekly";
	if (closure && is_set(&closure->from.at)) {
		*key = "hours";
		return &closure->object;
	}
	return season ? &season->object : &hours->object;
}

void
rule_relate_hours(struct rule_run *run, const struct coverage *coverage,
		  const char *note)
{
	const char *key;
	const struct object *at =
		hours_place(coverage->hours, coverage->shown, &key);

	rule_relate(run, at, key, note);
}
