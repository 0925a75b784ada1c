/*
 * zone_module.c - offsets of time zones, by libical. A module of its own, since
 * libical brings a library with it that would triple the program's start-up.
 */
#include "zone_module.h"

#include <libical/ical.h>

int
ces_zone_offset(const char *name, int year, int month, int day, int *minutes)
{
	icaltimezone *zone = icaltimezone_get_builtin_timezone(name);
	struct icaltimetype noon = icaltime_null_time();

	if (!zone)
		return 0;
	noon.year = year;
	noon.month = month;
	noon.day = day;
	noon.hour = 12;
	*minutes = icaltimezone_get_utc_offset(zone, &noon, NULL) / 60;
	return 1;
}
