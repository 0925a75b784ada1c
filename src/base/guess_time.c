/* guess_time.c - times of day as people write them */
#include <string.h>

#include "base/guess_week.h"
#include "ces/utf8.h"
#include "ces/week.h"

enum { NOON = DAY_MINUTES / 2 };

/* a time of day as it was typed */
struct typed_time {
	int minutes, half;
	bool exact; /* on the clock of 24 hours beyond doubt */
	bool named; /* noon, midnight */
};

bool
take_kind(struct reading *reading, enum hours_words kind)
{
	int ignored;

	return take_hours_word(&reading->at, kind, &ignored);
}

void
take_fillers(struct reading *reading)
{
	while (take_kind(reading, WORDS_FILL))
		continue;
}

/* 9, 09, 930, 0930 */
static bool
take_hour(struct reading *reading, struct typed_time *time)
{
	const char *start;
	size_t n;
	int value;

	take_blanks(&reading->at);
	start = reading->at;
	n = take_digits(&reading->at, &value);
	if (!n || n > 4)
		return false;
	time->exact = n > 2 || *start == '0';
	time->minutes = n > 2 ? value / 100 * 60 + value % 100 : value * 60;
	return n <= 2 || value % 100 < 60;
}

/* :30, .30, h30, and :00 of seconds */
static bool
take_minutes(struct reading *reading, struct typed_time *time)
{
	const char *s = reading->at;
	int value, seconds;
	size_t n;

	if (!*s || !strchr(":.h", *s) || !is_digit(s[1]))
		return true;
	s++;
	n = take_digits(&s, &value);
	if (n != 2 || value > 59)
		return false;
	if (*s == ':' && (s++, take_digits(&s, &seconds) != 2 || seconds))
		return false;
	time->minutes += value;
	reading->at = s;
	return true;
}

/* 9시 30분 */
static bool
take_oclock(struct reading *reading, struct typed_time *time)
{
	const char *s;
	int kind, value;

	if (!take_hours_word(&reading->at, WORDS_OCLOCK, &kind))
		return true;
	if (kind == OCLOCK_HALF) {
		time->minutes += 30;
		return true;
	}
	s = reading->at;
	if (take_digits(&s, &value) && value < 60 &&
	    take_hours_word(&s, WORDS_OCLOCK, &kind) &&
	    kind == OCLOCK_MINUTES) {
		time->minutes += value;
		reading->at = s;
	}
	return kind == OCLOCK || s == reading->at;
}

/* Noon and midnight of words that name a part of the day; false where the hour
 * is of none, as 12 in the morning is noon to some. */
static bool
name_half(struct typed_time *time)
{
	int hour = time->minutes / 60;

	if (time->half <= HALF_PM || hour >= 13)
		return true;
	if (time->half == HALF_MORNING) {
		time->half = HALF_AM;
		return hour < 12;
	}
	if (time->half == HALF_MIDDAY) {
		time->half = hour == 11 ? HALF_AM : HALF_PM;
		return hour == 11 || hour == 12 || hour <= 3;
	}
	if (time->minutes == NOON) {
		*time = (struct typed_time){DAY_MINUTES, HALF_NONE, true, true};
		return true;
	}
	time->half = HALF_PM;
	return hour >= 5 && hour < 12;
}

static bool
take_time(struct reading *reading, struct typed_time *time)
{
	int hour;

	*time = (struct typed_time){0};
	take_fillers(reading);
	if (take_hours_word(&reading->at, WORDS_NAMED, &hour)) {
		*time = (struct typed_time){hour * 60, HALF_NONE, true, true};
		return true;
	}
	take_hours_word(&reading->at, WORDS_HALF, &time->half);
	if (!take_hour(reading, time) || !take_minutes(reading, time))
		return false;
	if (!time->half)
		take_hours_word(&reading->at, WORDS_HALF, &time->half);
	if (!take_oclock(reading, time))
		return false;
	if (!time->half)
		take_hours_word(&reading->at, WORDS_HALF, &time->half);
	reading->halves |= time->half != HALF_NONE;
	if (!name_half(time))
		return false;
	if (time->half && time->minutes >= 13 * 60)
		time->half = HALF_NONE; /* 17:00 pm */
	if (time->half) {
		time->minutes = time->minutes % NOON +
				(time->half == HALF_PM ? NOON : 0);
		time->exact = true;
	}
	time->exact |= time->minutes >= 13 * 60;
	return time->minutes <= 26 * 60;
}

/* of two readings the likelier, or the other one */
static int
choose(struct reading *reading, int likely, int other)
{
	reading->doubt = true;
	return reading->other ? other : likely;
}

/* A start without am or pm before an end that has it: the same half, where it
 * fits, or the morning. */
static int
choose_start(struct reading *reading, int start, int end)
{
	int later = start % NOON + NOON;

	if (end <= NOON && start == NOON)
		return 0;		       /* 12-6am */
	if (end <= NOON || end == DAY_MINUTES) /* am, or noon */
		return end > start ? start : later;
	if (later >= end)
		return start;
	return start < 6 * 60 ? choose(reading, later, start)
			      : choose(reading, start, later);
}

/* An end on the clock of twelve hours, behind a start that is known. */
static int
choose_end(struct reading *reading, int start, int end, bool half)
{
	int later = end % NOON + NOON;

	if (end > start)
		return later < DAY_MINUTES && half && end < NOON
			       ? choose(reading, later, end)
			       : end;
	if (later <= start)
		return end;
	return half || end == start || reading->halves
		       ? later
		       : choose(reading, later, end);
}

/* after is where the span before ended */
static bool
resolve(struct reading *reading, struct typed_time a, struct typed_time b,
	int after, struct typed_span *span)
{
	int start = a.minutes, end = b.minutes;

	if (b.named || (b.half == HALF_AM && end == 0))
		end = end ? end : DAY_MINUTES;
	if (a.named)
		start %= DAY_MINUTES;
	if (!a.exact && b.half)
		start = choose_start(reading, start, end);
	else if (!a.exact && !b.exact && start < after && start + NOON >= after)
		start += NOON;
	else if (!a.exact && !b.exact && reading->halves && start < 6 * 60 &&
		 end > start)
		start = choose(reading, start + NOON, start);
	if (!b.exact)
		end = start >= NOON && !a.half && a.minutes < NOON
			      ? end % NOON + NOON
			      : choose_end(reading, start, end, a.half != 0);
	*span = (struct typed_span){start, end};
	return start < DAY_MINUTES;
}

bool
take_span(struct reading *reading, struct typed_rule *rule)
{
	int after = rule->n ? rule->spans[rule->n - 1].end : 0;
	const char *before = reading->at;
	struct typed_span *span = &rule->spans[rule->n];
	struct typed_time a, b;
	bool next;

	if (rule->n == SPANS || !take_time(reading, &a)) {
		reading->at = before;
		return false;
	}
	take_fillers(reading);
	if (!take_kind(reading, WORDS_TO))
		return false;
	next = take_kind(reading, WORDS_NEXT);
	if (!take_time(reading, &b) || !resolve(reading, a, b, after, span))
		return false;
	next |= take_kind(reading, WORDS_NEXT);
	if (next && span->end > span->start)
		return false;
	rule->n++;
	return true;
}
