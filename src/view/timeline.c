/* timeline.c - spans of local time as minutes that go by alike everywhere */
#include "view/timeline.h"

#include <stdlib.h>

/* BESIDE: days looked at on either side; FARTHEST: minutes from UTC */
enum { BESIDE = 3, FARTHEST = 30 * 60 };

/* --- clocks -------------------------------------------------------------- */

static int32_t
offset_at(const struct zone *zone, const struct days *days, int32_t minute)
{
	int64_t second = (int64_t)days->first * 86400 + (int64_t)minute * 60;

	return zone_at(zone, second) / 60;
}

/* the first minute after low that has another offset; high has it */
static int32_t
find_change(const struct zone *zone, const struct days *days, int32_t low,
	    int32_t high)
{
	int32_t offset = offset_at(zone, days, low), middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (offset_at(zone, days, middle) == offset)
			low = middle;
		else
			high = middle;
	}
	return high;
}

struct clock
clock_make(const struct zone *zone, const struct days *days,
	   struct arena *arena)
{
	struct clock clock = {.zone = zone};
	struct clock_piece *pieces = NULL;
	size_t n = 0, cap = 0;
	int32_t last = (days->n + BESIDE) * DAY_MINUTES;
	int32_t at = -BESIDE * DAY_MINUTES, next;

	ARRAY_GROW(pieces, n, cap);
	pieces[n++] = (struct clock_piece){at, offset_at(zone, days, at)};
	for (; at < last; at = next) {
		next = at + DAY_MINUTES;
		if (offset_at(zone, days, next) == pieces[n - 1].offset)
			continue;
		next = find_change(zone, days, at, next);
		ARRAY_GROW(pieces, n, cap);
		pieces[n++] =
			(struct clock_piece){next, offset_at(zone, days, next)};
	}
	clock.n = (uint32_t)n;
	clock.pieces = arena_keep(arena, pieces, n * sizeof(*pieces));
	return clock;
}

int32_t
clock_offset(const struct clock *clock, int32_t day)
{
	int32_t noon = day * DAY_MINUTES + DAY_MINUTES / 2;
	uint32_t i = clock->n - 1;

	while (i && clock->pieces[i].from + clock->pieces[i].offset > noon)
		i--;
	return clock->pieces[i].offset;
}

/* --- timelines ----------------------------------------------------------- */

static void
add_span(struct timeline *line, int32_t start, int32_t end, int32_t day)
{
	if (start >= end)
		return;
	ARRAY_GROW(line->spans, line->n, line->cap);
	line->spans[line->n++] = (struct time_span){start, end, day};
}

/* Adds what falls within each of the clock's pieces. */
static void
add_local(struct timeline *line, const struct clock *clock, int32_t start,
	  int32_t end, int32_t day)
{
	for (uint32_t i = 0; i < clock->n; i++) {
		const struct clock_piece *piece = &clock->pieces[i];
		int32_t from = start - piece->offset;
		int32_t to = end - piece->offset;

		if (i + 1 < clock->n && to > piece[1].from)
			to = piece[1].from;
		if (i && from < piece->from)
			from = piece->from;
		add_span(line, from, to, day);
		if (piece->from > end + FARTHEST)
			return;
	}
}

void
timeline_add(struct timeline *line, const struct clock *clock, int32_t day,
	     const struct day_hours *hours)
{
	int32_t midnight = day * DAY_MINUTES;

	for (uint32_t i = 0; i < hours->n; i++)
		add_local(line, clock, midnight + hours->spans[i].start,
			  midnight + hours->spans[i].end, day);
}

static int
by_start(const void *pa, const void *pb)
{
	const struct time_span *a = pa, *b = pb;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->day < b->day ? -1 : a->day > b->day;
}

void
timeline_sort(struct timeline *line)
{
	bool sorted = true;
	uint32_t n = 0;
	int32_t end = INT32_MIN;

	for (uint32_t i = 1; i < line->n; i++)
		sorted &= by_start(&line->spans[i - 1], &line->spans[i]) <= 0;
	if (!sorted)
		qsort(line->spans, line->n, sizeof(*line->spans), by_start);
	for (uint32_t i = 0; i < line->n; i++) {
		struct time_span span = line->spans[i];

		if (span.start < end)
			span.start = end;
		if (span.start >= span.end)
			continue;
		end = span.end;
		line->spans[n++] = span;
	}
	line->n = n;
}

void
timeline_join(struct timeline *line, const struct timeline *other)
{
	for (uint32_t i = 0; i < other->n; i++)
		add_span(line, other->spans[i].start, other->spans[i].end,
			 other->spans[i].day);
}

int32_t
timeline_count(const struct timeline *line, int32_t start, int32_t end)
{
	int32_t sum = 0;

	for (uint32_t i = 0; i < line->n; i++) {
		int32_t from = line->spans[i].start, to = line->spans[i].end;

		if (from < start)
			from = start;
		if (to > end)
			to = end;
		if (from < to)
			sum += to - from;
	}
	return sum;
}

void
timeline_common(const struct timeline *line, const struct timeline *other,
		int32_t *by_day)
{
	uint32_t first = 0;

	for (uint32_t i = 0; i < line->n; i++) {
		const struct time_span *span = &line->spans[i];

		while (first < other->n &&
		       other->spans[first].end <= span->start)
			first++;
		for (uint32_t k = first; k < other->n; k++) {
			int32_t start = other->spans[k].start;
			int32_t end = other->spans[k].end;

			if (start >= span->end)
				break;
			if (start < span->start)
				start = span->start;
			if (end > span->end)
				end = span->end;
			by_day[span->day] += end - start;
		}
	}
}
