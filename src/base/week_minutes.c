/* week_minutes.c - a week as its minutes, to count and to compare */
#include "ces/week.h"

/* Opens the minutes from..to-1 of one week, a word of 64 at a time. */
static void
open_range(struct week_minutes *minutes, unsigned from, unsigned to)
{
	while (from < to) {
		unsigned at = from % 64, n = 64 - at;
		uint64_t mask = ~(uint64_t)0;

		if (n > to - from)
			n = to - from;
		if (n < 64)
			mask = (((uint64_t)1 << n) - 1) << at;
		minutes->bits[from / 64] |= mask;
		from += n;
	}
}

/* Opens n minutes; start may lie in another week, as the week goes round. */
static void
open_minutes(struct week_minutes *minutes, int start, int n)
{
	int at = start % WEEK_MINUTES;

	if (at < 0)
		at += WEEK_MINUTES;
	if (at + n > WEEK_MINUTES) {
		open_range(minutes, 0, (unsigned)(at + n - WEEK_MINUTES));
		n = WEEK_MINUTES - at;
	}
	open_range(minutes, (unsigned)at, (unsigned)(at + n));
}

static void
open_spans(struct week_minutes *minutes, int midnight,
	   const struct day_hours *hours)
{
	for (uint32_t i = 0; i < hours->n; i++) {
		struct day_span span = hours->spans[i];

		open_minutes(minutes, midnight + span.start,
			     span.end - span.start);
	}
}

void
week_fill(const struct week *week, int shift, struct week_minutes *out)
{
	shift %= WEEK_MINUTES;
	*out = (struct week_minutes){0};
	for (int day = 0; day < 7; day++)
		open_spans(out, day * DAY_MINUTES + shift, &week->days[day]);
}

unsigned
week_count(const struct week_minutes *minutes)
{
	return week_common(minutes, minutes);
}

unsigned
week_common(const struct week_minutes *a, const struct week_minutes *b)
{
	unsigned sum = 0;

	for (size_t i = 0; i < sizeof(a->bits) / sizeof(*a->bits); i++)
		sum += (unsigned)__builtin_popcountll(a->bits[i] & b->bits[i]);
	return sum;
}

bool
week_open_at(const struct week_minutes *minutes, unsigned minute)
{
	minute %= WEEK_MINUTES;
	return minutes->bits[minute / 64] >> minute % 64 & 1;
}

unsigned
week_run(const struct week_minutes *minutes, unsigned minute, bool open,
	 unsigned most)
{
	unsigned n = 0;

	while (n < most) {
		unsigned from = (minute + n) % WEEK_MINUTES, at = from % 64;
		uint64_t bits = minutes->bits[from / 64] >> at;
		unsigned left = 64 - at; /* the week ends within a word */

		if (left > WEEK_MINUTES - from)
			left = WEEK_MINUTES - from;
		if (open)
			bits = ~bits;
		if (left < 64)
			bits &= ((uint64_t)1 << left) - 1;
		if (bits) {
			n += (unsigned)__builtin_ctzll(bits);
			break;
		}
		n += left;
	}
	return n < most ? n : most;
}
