/* zone_offsets.c - answers zones.py line by line: the path of a zone's file
 * with "ok" or "damaged"; then, for that zone, a second since 1970 with the
 * seconds east of UTC, and a date with the minutes at its noon */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/zone_file.h"
#include "ces/file.h"
#include "ces/zone.h"

static char *bytes;

static bool
open_zone(struct zone *zone, const char *path)
{
	bool too_long;
	size_t n;

	free(bytes);
	bytes = file_read(path, 1 << 20, &n, &too_long);
	return bytes && zone_parse(zone, bytes, n);
}

int
main(void)
{
	struct zone zone = {0};
	struct date date;
	char line[4096];

	while (fgets(line, sizeof(line), stdin)) {
		size_t n = strcspn(line, "\n");

		line[n] = '\0';
		if (*line == '/')
			puts(open_zone(&zone, line) ? "ok" : "damaged");
		else if (date_parse(line, n, &date))
			printf("%d\n", zone_offset(&zone, date));
		else
			printf("%" PRId32 "\n",
			       zone_at(&zone, strtoll(line, NULL, 10)));
	}
	free(bytes);
	return 0;
}
