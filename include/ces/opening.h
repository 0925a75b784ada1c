/* opening.h - which hours hold on a day */
#ifndef CES_OPENING_H
#define CES_OPENING_H

#include "ces/model.h"

/* days from which on other hours are a season, or a stretch of their own */
enum { LONG_DAYS = 7 };

/*
 * An exception beats a season, and that the standard week. A span past
 * midnight belongs to the day on which it begins: no rule of the next day cuts
 * it, nor does one of its own day begin before it.
 */

/* Tells whether its days are known for certain, and in their order. One that
 * comes every year may cross New Year, whatever years are written. */
bool season_days_told(const struct season *season);
/* the same of its days and its week */
bool season_told(const struct season *season);
/* false where its days are not told */
bool season_holds(const struct season *season, struct date day);

/* false where the standard week, or a value that changes the hours of a week or
 * more, can't be read */
bool hours_told(const struct hours *hours);

/* the first exception of the day, or NULL */
const struct closure *
hours_exception(const struct hours *hours, struct date day);
/* the season that holds on the day, or NULL */
const struct season *hours_season(const struct hours *hours, struct date day);
/* its week, else the standard week, which must be set */
const struct week *hours_week(const struct hours *hours, struct date day);
/* the spans that begin on the day */
const struct day_hours *hours_day(const struct hours *hours, struct date day);

/* Tells whether the hours close in a standard week or in a season's. False
 * where they are not told. */
bool hours_close(const struct hours *hours);

#endif
