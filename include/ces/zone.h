/* zone.h - time zones by their IANA names */
#ifndef CES_ZONE_H
#define CES_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/arena.h"
#include "ces/date.h"

/*
 * Zones are read from /usr/share/zoneinfo, or from the folder that TZDIR names.
 * Without any there, or with one that can't be read, the program says so and
 * ends with status 2 (see die): no plan is to blame for it, and figures would
 * be wrong.
 */
enum { ZONE_NAME_SIZE = 64 };

struct zone;
extern const struct zone zone_utc; /* needs no file */

/* "Area/City" of the IANA list, or "UTC"; only looks for the file */
bool zone_known(const char *name);

/* Calls each for every zone name of the system's list. Ends the program where
 * it is empty. */
void zone_each(void (*each)(const char *name, void *data), void *data);

/* The zone that the word may mean: mistyped, the city alone, an abbreviation.
 * Returns false where none is near; ends the program as zone_each does. */
bool zone_nearest(const char *word, char name[ZONE_NAME_SIZE]);
/* The same, for a city or an abbreviation without a mistake. */
bool zone_find(const char *word, char name[ZONE_NAME_SIZE]);

/* The zone of that name, in the arena. Returns NULL where the name isn't known;
 * ends the program where its file can't be read. */
const struct zone *zone_read(struct arena *arena, const char *name);

/* seconds east of UTC at that second since 1970, UTC */
int32_t zone_at(const struct zone *zone, int64_t second);
/* minutes east of UTC at noon of that day */
int zone_offset(const struct zone *zone, struct date date);

/* the clock's day there; false as clock_read */
bool zone_today(const struct zone *zone, struct date *date);

#endif
