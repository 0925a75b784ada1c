/* zone_file.h - a time zone as its file tells it (TZif, RFC 9636) */
#ifndef CES_BASE_ZONE_FILE_H
#define CES_BASE_ZONE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/zone.h"

/* a day on which the clock changes, each year */
struct zone_change {
	enum { CHANGE_WEEKDAY, CHANGE_NO_LEAP_DAY, CHANGE_DAY } kind;
	int month, week, weekday; /* Mm.w.d: week 5 is the last, Sunday 0 */
	int day;		  /* Jn from 1, without 29 February; n from 0 */
	int32_t time;		  /* seconds after that day's midnight */
};

/* the footer, for all that follows the last transition; offsets are seconds
 * east of UTC */
struct zone_rule {
	int32_t standard, summer;
	bool changes; /* else standard time all year */
	struct zone_change begin, end;
};

/* The pointers are into the file's bytes. */
struct zone {
	const unsigned char *times, *indexes, *types;
	size_t time_count;
	bool ruled; /* the footer holds a rule */
	struct zone_rule rule;
};

/* Reads "CET-1CEST,M3.5.0,M10.5.0/3"; false where it is anything else. */
bool zone_rule_read(struct zone_rule *rule, const char *text);
int32_t zone_rule_at(const struct zone_rule *rule, int64_t second);

/* Checks the file's bytes, which must outlive the zone. Returns false where
 * they are damaged, or of version 1, which no system has written since 2005. */
bool zone_parse(struct zone *zone, const char *bytes, size_t n);

#endif
