/* component.h - a calendar as iCalendar text, by its library */
#ifndef CES_ICS_COMPONENT_H
#define CES_ICS_COMPONENT_H

#include "ces/buf.h"
#include "ces/date.h"

/* A to-do or an event of whole days; a text that is NULL or "", and a date {0},
 * is left out. */
struct entry {
	bool todo;
	const char *uid, *summary, *description, *category;
	struct date stamp;     /* of this state of the plan */
	struct date start;
	struct date end;       /* its last day; of a to-do the day it is due */
	struct date completed; /* of a to-do */
	const char *status;    /* of a to-do, in the words of iCalendar */
	int percent;	       /* of a to-do; -1: not told */
	const char *rule;      /* by which an event comes again */
};

/*
 * Appends them; false where the library had no memory for a part: it doesn't
 * say so, and what it wrote is read back. Entries stand between head and foot.
 */
bool calendar_head(struct buf *out, const char *name, const char *zone);
bool calendar_entry(struct buf *out, const struct entry *entry);
void calendar_foot(struct buf *out);

#endif
