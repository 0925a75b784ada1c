/* date.h - days of the calendar, periods and durations */
#ifndef CES_DATE_H
#define CES_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/buf.h"

/* a day of the proleptic Gregorian calendar; {0} is no date */
struct date {
	int16_t year; /* 1 to 9999 */
	uint8_t month, day;
};

/* reads exactly YYYY-MM-DD; false when it is not that or no such day */
bool date_parse(const char *s, size_t n, struct date *date);
bool date_is_form(const char *s, size_t n); /* has the form, maybe no day */
bool date_valid(struct date date);

int date_compare(struct date a, struct date b);
int32_t date_days(struct date date); /* days since 1970-01-01 */
/* clamped to the years 1 to 9999 */
struct date date_from_days(int32_t days);
struct date date_add_days(struct date date, int32_t days);
/* the same day of a later (earlier) month, or that month's last day */
struct date date_add_months(struct date date, int months);
int date_weekday(struct date date); /* 0 Monday .. 6 Sunday */
int32_t date_between(struct date from, struct date to); /* days */

/* a day as workbooks count them, which believe in 29 February 1900: false for
 * days before March of that year; and back, {0} for what is no day */
bool date_serial(struct date date, double *serial);
struct date date_from_serial(double serial);

void date_write(struct buf *buf, struct date date); /* YYYY-MM-DD */

/*
 * The clock, in seconds since 1970, UTC: SOURCE_DATE_EPOCH where it is set.
 * Returns false where that is not a number of seconds of the years to 9999.
 * Today is its day in UTC, else the local one; see zone_today.
 */
bool clock_read(int64_t *seconds);
bool date_today(struct date *date);

enum period_kind {
	PERIOD_YEAR, PERIOD_QUARTER, PERIOD_MONTH, PERIOD_WEEK, PERIOD_DAY
};

/* both days belong to it */
struct period {
	struct date first, last;
	enum period_kind kind;
};

/* 2026, 2026-Q2, 2026-04, 2026-W26 (ISO week) or 2026-06-30 */
bool period_parse(const char *s, size_t n, struct period *period);
bool period_is_form(const char *s, size_t n);
void period_write(struct buf *buf, struct period period);

enum duration_unit {
	DURATION_SECONDS, DURATION_MINUTES, DURATION_HOURS, DURATION_DAYS,
	DURATION_BUSINESS_DAYS
};

struct duration {
	double amount; /* in its unit, > 0 or 0 */
	enum duration_unit unit;
};

/* 30s, 5min, 8h, 2d, 8bd; decimals allowed, negative ones and blanks not */
bool duration_parse(const char *s, size_t n, struct duration *duration);
/* a business day counts as 8 hours, a day as 24 */
double duration_seconds(struct duration duration);
void duration_write(struct buf *buf, struct duration duration); /* as parsed */

#endif
