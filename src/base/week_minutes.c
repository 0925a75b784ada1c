/* week_minutes.c - a week as its minutes, to count and to compare */
#include "ces/week.h"

/* minutes from..to-1 of one week */
static void
open_range(struct week_minutes *minutes, unsigned from, unsigned to)
{
	for (; from < to && from % 64 != 0; from++)
		minutes->bits[from / 64] |= (uint64_t)1 << from % 64;
	for (; from + 64 <= to; from += 64)
		minutes->bits[from / 64] = ~(uint64_t)0;
	for (; from < to; from++)
		minutes->bits[from / 64] |= (uint64_t)1 << from % 64;
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

void
week_fill(const struct week *week, int shift, struct week_minutes *out)
{
	shift %= WEEK_MINUTES;
	*out = (struct week_minutes){0};
	for (int day = 0; day < 7; day++) {
		const struct day_hours *hours = &week->days[day];

		for (uint32_t i = 0; i < hours->n; i++)
			open_minutes(out,
				     day * DAY_MINUTES + shift +
					     hours->spans[i].start,
				     hours->spans[i].end -
					     hours->spans[i].start);
	}
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

	while (n < most && week_open_at(minutes, minute + n) == open)
		n++;
	return n;
}
