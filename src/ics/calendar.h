/* calendar.h - the dates of a plan as a calendar */
#ifndef CES_ICS_CALENDAR_H
#define CES_ICS_CALENDAR_H

#include "ces/review.h"

/*
 * Appends actions as to-dos, reviews, decisions and the events of the plan's
 * calendar, marked; false where memory ran out.
 */
bool calendar_write(struct buf *out, const struct review *review);

#endif
