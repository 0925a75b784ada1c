/* timeline.h - spans of local time as minutes that go by alike everywhere */
#ifndef CES_VIEW_TIMELINE_H
#define CES_VIEW_TIMELINE_H

#include "ces/arena.h"
#include "ces/date.h"
#include "ces/week.h"
#include "ces/zone.h"

/* days in a row */
struct days {
	int32_t first; /* since 1970 */
	int32_t n;
};

/* the day with that number, from 0 */
static inline struct date
days_date(const struct days *days, int32_t day)
{
	return date_from_days(days->first + day);
}

/* 0 Monday .. 6 Sunday; the 1st of January 1970 was a Thursday */
static inline int
days_weekday(const struct days *days, int32_t day)
{
	return ((days->first + day + 3) % 7 + 7) % 7;
}

/* The clock of a zone over the days and a few beside them: from a minute on it
 * is so far ahead of UTC. Minutes count from 00:00 UTC of the first day.
 */
struct clock_piece {
	int32_t from, offset;
};

struct clock {
	const struct zone *zone;
	struct clock_piece *pieces;
	uint32_t n;
};

struct clock clock_make(const struct zone *zone, const struct days *days,
			struct arena *arena);
/* minutes ahead of UTC at noon of the day with that number */
int32_t clock_offset(const struct clock *clock, int32_t day);

/* of the day with that number, on whose clock it begins */
struct time_span {
	int32_t start, end, day;
};

struct timeline {
	struct time_span *spans;
	uint32_t n, cap;
};

/* Adds the minutes in which the clock shows the spans of a day: none of an hour
 * that it skips, both of an hour that it shows twice. */
void timeline_add(struct timeline *line, const struct clock *clock, int32_t day,
		  const struct day_hours *hours);
/* Sorts the spans; of minutes in two of them the earlier one keeps them. */
void timeline_sort(struct timeline *line);
/* Adds the spans of another. */
void timeline_join(struct timeline *line, const struct timeline *other);

int32_t timeline_count(const struct timeline *line, int32_t start, int32_t end);
/* Adds the minutes in both to the day that they belong to in the first. */
void timeline_common(const struct timeline *line, const struct timeline *other,
		     int32_t *by_day);

#endif
