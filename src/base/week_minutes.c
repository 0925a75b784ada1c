/* week_minutes.c - a week as its minutes, to count and to compare */
#include "ces/week.h"

static void
set_minute(struct week_minutes *minutes, unsigned at, bool open)
{
	uint64_t bit = (uint64_t)1 << at % 64;

	if (open)
		minutes->bits[at / 64] |= bit;
	else
		minutes->bits[at / 64] &= ~bit;
}

/* start is any minute, of another week too: the week goes round */
static void
set_minutes(struct week_minutes *minutes, int start, int n, bool open)
{
	int at = start % WEEK_MINUTES;

	if (at < 0)
		at += WEEK_MINUTES;
	for (; n > 0; n--) {
		set_minute(minutes, (unsigned)at, open);
		if (++at == WEEK_MINUTES)
			at = 0;
	}
}

static void
open_spans(struct week_minutes *minutes, int midnight,
	   const struct day_hours *hours)
{
	for (uint32_t i = 0; i < hours->n; i++) {
		struct day_span span = hours->spans[i];

		set_minutes(minutes, midnight + span.start,
			    span.end - span.start, true);
	}
}

static unsigned
count_bits(uint64_t bits)
{
	return (unsigned)__builtin_popcountll(bits);
}

void
week_fill(const struct week *week, int shift, struct week_minutes *out)
{
	shift %= WEEK_MINUTES;
	*out = (struct week_minutes){0};
	for (int day = 0; day < 7; day++)
		open_spans(out, day * DAY_MINUTES + shift, &week->days[day]);
}

void
week_set_day(struct week_minutes *minutes, int day,
	     const struct day_hours *hours)
{
	set_minutes(minutes, day * DAY_MINUTES, DAY_MINUTES, false);
	open_spans(minutes, day * DAY_MINUTES, hours);
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
		sum += count_bits(a->bits[i] & b->bits[i]);
	return sum;
}

bool
week_open_at(const struct week_minutes *minutes, unsigned minute)
{
	minute %= WEEK_MINUTES;
	return minutes->bits[minute / 64] >> minute % 64 & 1;
}
