/* opening.c - which hours hold on a day: exceptions, seasons, standard week */
#include "ces/opening.h"

#include "ces/words.h"

/* exceptions as long count as those of a week */
/* --- seasons ------------------------------------------------------------- */

/* orders the days of any year */
static int
month_day(struct date date)
{
	return date.month * 32 + date.day;
}

static bool
comes_yearly(const struct season *season)
{
	return flag_is(&season->yearly, true);
}

bool
season_days_told(const struct season *season)
{
	const struct date from = season->from.date, to = season->to.date;
	const struct mark *yearly = &season->yearly.at;

	if (!is_set(&season->from.at) || !is_set(&season->to.at) ||
	    (!is_set(yearly) && yearly->state > BLANK))
		return false;
	if (date_compare(from, to) > 0)
		return comes_yearly(season) && from.year == to.year;
	return !comes_yearly(season) ||
	       date_compare(to, date_add_months(from, 12)) < 0;
}

bool
season_told(const struct season *season)
{
	return season_days_told(season) && is_set(&season->weekly.at);
}

bool
season_holds(const struct season *season, struct date day)
{
	const struct date from = season->from.date, to = season->to.date;
	int first = month_day(from), last = month_day(to), at = month_day(day);

	if (!season_days_told(season))
		return false;
	if (!comes_yearly(season))
		return date_compare(from, day) <= 0 &&
		       date_compare(day, to) <= 0;
	return first <= last ? first <= at && at <= last
			     : first <= at || at <= last;
}

/* --- days ---------------------------------------------------------------- */

bool
hours_told(const struct hours *hours)
{
	if (!is_set(&hours->weekly.at) || hours->seasons.at.state == BROKEN)
		return false;
	FOR_EACH (season, hours->seasons)
		if (!season_told(season))
			return false;
	FOR_EACH (closure, hours->exceptions)
		if (is_set(&closure->from.at) && is_set(&closure->to.at) &&
		    !is_set(&closure->hours.at) &&
		    date_between(closure->from.date, closure->to.date) + 1 >=
			    LONG_DAYS)
			return false;
	return true;
}

const struct closure *
hours_exception(const struct hours *hours, struct date day)
{
	FOR_EACH (closure, hours->exceptions) {
		if (!is_set(&closure->hours.at))
			continue;
		if (is_set(&closure->date.at)
			    ? !date_compare(closure->date.date, day)
			    : is_set(&closure->from.at) &&
				      is_set(&closure->to.at) &&
				      date_compare(closure->from.date, day) <=
					      0 &&
				      date_compare(day, closure->to.date) <= 0)
			return closure;
	}
	return NULL;
}

const struct season *
hours_season(const struct hours *hours, struct date day)
{
	FOR_EACH (season, hours->seasons)
		if (is_set(&season->weekly.at) && season_holds(season, day))
			return season;
	return NULL;
}

const struct week *
hours_week(const struct hours *hours, struct date day)
{
	const struct season *season = hours_season(hours, day);

	return season ? season->weekly.week : hours->weekly.week;
}

const struct day_hours *
hours_day(const struct hours *hours, struct date day)
{
	const struct closure *closure = hours_exception(hours, day);

	return closure ? &closure->hours.day
		       : &hours_week(hours, day)->days[date_weekday(day)];
}

/* --- round the clock ----------------------------------------------------- */

static bool
week_closes(const struct week *week)
{
	struct week_minutes minutes;
	unsigned told = 0;

	for (int day = 0; day < 7; day++) {
		const struct day_hours *at = &week->days[day];

		for (uint32_t i = 0; i < at->n; i++)
			told += at->spans[i].end - at->spans[i].start;
	}
	/* counts minutes only where spans might overlap past midnight */
	if (told < WEEK_MINUTES)
		return true;
	week_fill(week, 0, &minutes);
	return week_count(&minutes) < WEEK_MINUTES;
}

/* tells whether one season of every year leaves no day to the standard week */
static bool
is_replaced(const struct season *season)
{
	struct date next = date_add_days(season->to.date, 1);

	return comes_yearly(season) && season_told(season) &&
	       month_day(next) == month_day(season->from.date);
}

bool
hours_close(const struct hours *hours)
{
	if (!is_set(&hours->weekly.at))
		return false;
	FOR_EACH (season, hours->seasons)
		if (is_replaced(season))
			return week_closes(season->weekly.week);
	FOR_EACH (season, hours->seasons)
		if (is_set(&season->weekly.at) &&
		    week_closes(season->weekly.week))
			return true;
	return week_closes(hours->weekly.week);
}
