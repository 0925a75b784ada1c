/* zone_rule.c - when the clock changes, each year: the rule of TZ (POSIX) */
#include <string.h>

#include "base/zone_file.h"
#include "ces/date.h"

enum { HOUR = 3600, DAY = 24 * HOUR, DAY_HOURS = 24, WEEK_HOURS = 167 };

static bool
take(const char **p, char c)
{
	if (**p != c)
		return false;
	(*p)++;
	return true;
}

/* digits, at most three of them */
static bool
take_number(const char **p, int least, int most, int *n)
{
	size_t digits = strspn(*p, "0123456789");

	if (digits < 1 || digits > 3)
		return false;
	for (*n = 0; digits; digits--)
		*n = *n * 10 + *(*p)++ - '0';
	return *n >= least && *n <= most;
}

/* three letters or more, or <+03> */
static bool
take_name(const char **p)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz";
	static const char quoted[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+-";
	bool quotes = take(p, '<');
	size_t n = strspn(*p, quotes ? quoted : letters);

	*p += n;
	return n >= 3 && (!quotes || take(p, '>'));
}

/* -167:59:59 in seconds; minutes and seconds may be left out */
static bool
take_time(const char **p, int most, int32_t *seconds)
{
	bool minus = take(p, '-');
	int hours, part[2] = {0, 0};

	if (!minus)
		take(p, '+');
	if (!take_number(p, 0, most, &hours))
		return false;
	for (int i = 0; i < 2 && take(p, ':'); i++)
		if (!take_number(p, 0, 59, &part[i]))
			return false;
	*seconds = hours * HOUR + part[0] * 60 + part[1];
	if (minus)
		*seconds = -*seconds;
	return true;
}

static bool
take_day(const char **p, struct zone_change *change)
{
	if (take(p, 'M')) {
		change->kind = CHANGE_WEEKDAY;
		return take_number(p, 1, 12, &change->month) && take(p, '.') &&
		       take_number(p, 1, 5, &change->week) && take(p, '.') &&
		       take_number(p, 0, 6, &change->weekday);
	}
	if (take(p, 'J')) {
		change->kind = CHANGE_NO_LEAP_DAY;
		return take_number(p, 1, 365, &change->day);
	}
	change->kind = CHANGE_DAY;
	return take_number(p, 0, 365, &change->day);
}

static bool
take_change(const char **p, struct zone_change *change)
{
	change->time = 2 * HOUR;
	return take(p, ',') && take_day(p, change) &&
	       (!take(p, '/') || take_time(p, WEEK_HOURS, &change->time));
}

/* POSIX counts west of Greenwich. */
static bool
take_offset(const char **p, int32_t *east)
{
	if (!take_time(p, DAY_HOURS, east))
		return false;
	*east = -*east;
	return true;
}

bool
zone_rule_read(struct zone_rule *rule, const char *text)
{
	const char *p = text;

	*rule = (struct zone_rule){0};
	if (!take_name(&p) || !take_offset(&p, &rule->standard))
		return false;
	if (!*p)
		return true;
	rule->changes = true;
	rule->summer = rule->standard + HOUR;
	return take_name(&p) && (*p == ',' || take_offset(&p, &rule->summer)) &&
	       take_change(&p, &rule->begin) && take_change(&p, &rule->end) &&
	       !*p;
}

/* days from 1970 to the first of the month; the 13th is next January */
static int32_t
month_start(int year, int month)
{
	struct date first = {(int16_t)(year + month / 13),
			     (uint8_t)((month - 1) % 12 + 1), 1};

	return date_days(first);
}

static int32_t
weekday_day(int year, const struct zone_change *change)
{
	int32_t first = month_start(year, change->month);
	int32_t next = month_start(year, change->month + 1);
	/* 1970 began on a Thursday; years before it leave a negative rest */
	int weekday = ((first + 4) % 7 + 7) % 7;
	int32_t day = first + (change->weekday - weekday + 7) % 7 +
		      (change->week - 1) * 7;

	return day < next ? day : day - 7;
}

/* the second by the clock of before the change, as if that were UTC's */
static int64_t
change_second(int year, const struct zone_change *change)
{
	int32_t start = month_start(year, 1), day;
	bool leap = month_start(year + 1, 1) - start == 366;

	if (change->kind == CHANGE_WEEKDAY)
		day = weekday_day(year, change);
	else if (change->kind == CHANGE_NO_LEAP_DAY)
		day = start + change->day - !(leap && change->day >= 60);
	else
		day = start + change->day;
	return (int64_t)day * DAY + change->time;
}

/*
 * Finds the last change, in the years beside too: with times beyond a day the
 * change of a year may lie outside of it. Summer time that begins in the second
 * in which that of the year before ends goes on, so it lasts for ever.
 */
int32_t
zone_rule_at(const struct zone_rule *rule, int64_t second)
{
	int year = date_from_days((int32_t)(second / DAY)).year;
	int64_t last = INT64_MIN;
	bool summer = false;

	if (!rule->changes)
		return rule->standard;
	for (int y = year - 1; y <= year + 1; y++) {
		int64_t begin = change_second(y, &rule->begin) - rule->standard;
		int64_t end = change_second(y, &rule->end) - rule->summer;

		if (begin <= second && begin >= last) {
			last = begin;
			summer = true;
		}
		if (end <= second && end > last) {
			last = end;
			summer = false;
		}
	}
	return summer ? rule->summer : rule->standard;
}
