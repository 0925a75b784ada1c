/* week_minutes.c - opening hours as the minutes of a week */
#include "ces/week.h"

/* start may lie in another week, as the week goes round */
static void
open_minutes(struct week_minutes *minutes, int start, int n)
{
	unsigned at = (unsigned)(start % WEEK_MINUTES + WEEK_MINUTES);

	for (at %= WEEK_MINUTES; n > 0; n--) {
		minutes->bits[at / 64] |= (uint64_t)1 << at % 64;
		if (++at == WEEK_MINUTES)
			at = 0;
	}
}

void
week_fill(const struct week *week, int shift, struct week_minutes *out)
{
	const struct day_hours *hours = week->days;

	*out = (struct week_minutes){0};
	for (int day = 0; day < 7; day++, hours++)
		for (uint32_t i = 0; i < hours->n; i++)
			open_minutes(out,
				     day * DAY_MINUTES + shift % WEEK_MINUTES +
					     hours->spans[i].start,
				     hours->spans[i].end -
					     hours->spans[i].start);
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
