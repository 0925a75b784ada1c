/*
 * zone_file.c - a time zone's file (TZif, RFC 9636), whose footer is a rule of
 * TZ (POSIX): when the clock changes, each year
 */
#include <string.h>

#include "base/zone_file.h"
#include "ces/date.h"

enum { HOUR = 3600, DAY = 24 * HOUR, DAY_HOURS = 24, WEEK_HOURS = 167 };

enum {
	HEADER_SIZE = 44,
	COUNTS = 20, /* where they begin in the header */
	TIME_SIZE = 8,
	TYPE_SIZE = 6,
	RULE_SIZE = 256,
	OFFSET_LIMIT = 26 * 3600
};

/* --- the rule ------------------------------------------------------------ */

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
take_change(const char **p, struct zone_change *change)
{
	bool day;

	if (!take(p, ','))
		return false;
	if (take(p, 'M')) {
		change->kind = CHANGE_WEEKDAY;
		day = take_number(p, 1, 12, &change->month) && take(p, '.') &&
		      take_number(p, 1, 5, &change->week) && take(p, '.') &&
		      take_number(p, 0, 6, &change->weekday);
	} else if (take(p, 'J')) {
		change->kind = CHANGE_NO_LEAP_DAY;
		day = take_number(p, 1, 365, &change->day);
	} else {
		change->kind = CHANGE_DAY;
		day = take_number(p, 0, 365, &change->day);
	}
	change->time = 2 * HOUR;
	return day &&
	       (!take(p, '/') || take_time(p, WEEK_HOURS, &change->time));
}

/* POSIX counts west of Greenwich. */
bool
zone_rule_read(struct zone_rule *rule, const char *text)
{
	const char *p = text;
	int32_t west;

	*rule = (struct zone_rule){0};
	if (!take_name(&p) || !take_time(&p, DAY_HOURS, &west))
		return false;
	rule->standard = -west;
	if (!*p)
		return true;
	rule->changes = true;
	west -= HOUR;
	if (!take_name(&p) || (*p != ',' && !take_time(&p, DAY_HOURS, &west)))
		return false;
	rule->summer = -west;
	return take_change(&p, &rule->begin) && take_change(&p, &rule->end) &&
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

/* the second by the clock of before the change, as if that were UTC's */
static int64_t
change_second(int year, const struct zone_change *change)
{
	int32_t start = month_start(year, 1), day = start + change->day, next;
	bool leap = month_start(year + 1, 1) - start == 366;

	if (change->kind == CHANGE_WEEKDAY) {
		day = month_start(year, change->month);
		next = month_start(year, change->month + 1);
		/* 1970 began on a Thursday; years before leave a negative rest
		 */
		day += ((change->weekday - (day + 4)) % 7 + 7) % 7 +
		       (change->week - 1) * 7;
		if (day >= next)
			day -= 7;
	} else if (change->kind == CHANGE_NO_LEAP_DAY) {
		day -= !(leap && change->day >= 60);
	}
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

/* --- the file ------------------------------------------------------------ */

/* the header's counts, in their order; sizes fit, as each has 32 bits */
struct counts {
	uint64_t ut_marks, standard_marks, leaps, times, types, letters;
};

static uint32_t
read_32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

static int64_t
read_64(const unsigned char *p)
{
	return (int64_t)((uint64_t)read_32(p) << 32 | read_32(p + 4));
}

/* Reads the header of a block whose times have so many bytes. Returns the size
 * of both, 0 where it isn't whole. */
static size_t
read_header(const unsigned char *p, size_t n, uint64_t time_size,
	    struct counts *counts)
{
	uint64_t size;

	if (n < HEADER_SIZE || memcmp(p, "TZif", 4) != 0 || p[4] < '2')
		return 0;
	p += COUNTS;
	*counts = (struct counts){read_32(p),	   read_32(p + 4),
				  read_32(p + 8),  read_32(p + 12),
				  read_32(p + 16), read_32(p + 20)};
	size = HEADER_SIZE + counts->times * (time_size + 1) +
	       counts->types * TYPE_SIZE + counts->letters +
	       counts->leaps * (time_size + 4) + counts->standard_marks +
	       counts->ut_marks;
	return size > n ? 0 : (size_t)size;
}

static int64_t
time_at(const struct zone *zone, size_t i)
{
	return read_64(zone->times + i * TIME_SIZE);
}

static int32_t
type_offset(const struct zone *zone, size_t type)
{
	return (int32_t)read_32(zone->types + type * TYPE_SIZE);
}

/* Times ascend and lead to types that there are, with offsets of this world. */
static bool
is_sound(const struct zone *zone, size_t types)
{
	for (size_t i = 0; i < types; i++)
		if (type_offset(zone, i) < -OFFSET_LIMIT ||
		    type_offset(zone, i) > OFFSET_LIMIT)
			return false;
	for (size_t i = 0; i < zone->time_count; i++)
		if (zone->indexes[i] >= types ||
		    (i && time_at(zone, i) <= time_at(zone, i - 1)))
			return false;
	return types > 0;
}

/* a line of its own; an empty one is no rule */
static bool
read_footer(struct zone *zone, const unsigned char *p, size_t n)
{
	const unsigned char *end;
	char text[RULE_SIZE];
	size_t length;

	if (n < 2 || *p != '\n')
		return false;
	end = memchr(++p, '\n', n - 1);
	if (!end)
		return false;
	length = (size_t)(end - p);
	zone->ruled = length > 0;
	if (length >= sizeof(text) || memchr(p, '\0', length))
		return false;
	memcpy(text, p, length);
	text[length] = '\0';
	return !zone->ruled || zone_rule_read(&zone->rule, text);
}

/* The first block has times of 32 bits, which the second one repeats. */
bool
zone_parse(struct zone *zone, const char *bytes, size_t n)
{
	const unsigned char *p = (const unsigned char *)bytes;
	struct counts counts;
	size_t size;

	*zone = (struct zone){0};
	size = read_header(p, n, 4, &counts);
	if (!size)
		return false;
	p += size;
	n -= size;
	size = read_header(p, n, TIME_SIZE, &counts);
	if (!size)
		return false;
	zone->time_count = (size_t)counts.times;
	zone->times = p + HEADER_SIZE;
	zone->indexes = zone->times + zone->time_count * TIME_SIZE;
	zone->types = zone->indexes + zone->time_count;
	return is_sound(zone, (size_t)counts.types) &&
	       read_footer(zone, p + size, n - size);
}

int32_t
zone_at(const struct zone *zone, int64_t second)
{
	size_t n = zone->time_count, low = 0, high = n, middle;

	if (zone->ruled && (!n || second >= time_at(zone, n - 1)))
		return zone_rule_at(&zone->rule, second);
	if (!n || second < time_at(zone, 0))
		return type_offset(zone, 0);
	while (high - low > 1) { /* the last transition before or then */
		middle = low + (high - low) / 2;
		if (time_at(zone, middle) <= second)
			low = middle;
		else
			high = middle;
	}
	return type_offset(zone, zone->indexes[low]);
}
