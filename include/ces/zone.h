/* zone.h - time zones by their IANA names */
#ifndef CES_ZONE_H
#define CES_ZONE_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/date.h"

enum { ZONE_NAME_SIZE = 64 };

/* "Area/City" of the IANA list, or "UTC"; reads nothing but the file's name */
bool zone_known(const char *name);

/* Calls each for every zone name of the system's list. */
void zone_each(void (*each)(const char *name, void *data), void *data);

/* The zone that the word may mean: mistyped, or the city alone. Returns false
 * where none is near. */
bool zone_nearest(const char *word, char name[ZONE_NAME_SIZE]);

/*
 * Minutes east of UTC at noon of that day. Returns false for an unknown zone
 * or where the zone library is missing.
 */
bool zone_offset(const char *name, struct date date, int *minutes);

#endif
