/* zone_module.h - what the module of time zones exports */
#ifndef CES_BASE_ZONE_MODULE_H
#define CES_BASE_ZONE_MODULE_H

/* minutes east of UTC at noon of that day; 0 when the zone is unknown */
int ces_zone_offset(const char *name, int year, int month, int day,
		    int *minutes);

#endif
