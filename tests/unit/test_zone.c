/* test_zone.c - time zones of the system's list */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "ces/nearest.h"
#include "ces/zone.h"

static void
cities_are_known(void **state)
{
	static const char *const known[] = {"UTC",
					    "Europe/London",
					    "America/New_York",
					    "Asia/Kolkata",
					    "America/Argentina/Buenos_Aires",
					    "America/Port-au-Prince",
					    "Australia/Lord_Howe",
					    "Atlantic/Azores"};

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (!zone_known(known[i]))
			fail_msg("%s", known[i]);
}

static void
other_names_are_not(void **state)
{
	static const char *const unknown[] = {
		"",
		"EST",
		"GMT",
		"CET",
		"utc",
		"Z",
		"+01:00",
		"UTC+1",
		"Etc/UTC",
		"Etc/GMT+5",
		"posix/Europe/London",
		"right/Europe/London",
		"europe/london",
		"Europe/Atlantis",
		"Europe",
		"Europe/",
		"/Europe/London",
		"Europe//London",
		"America/Argentina",
		"Europe/../Europe/London",
		"Europe/./London",
		"../zoneinfo/Europe/London",
		"Europe/London ",
		"Europe/London/",
		"Europe London",
		"America/Argentina/Buenos_Aires/West"};
	char endless[5000] = "Europe/";

	(void)state;
	memset(endless + 7, 'x', sizeof(endless) - 8);
	assert_false(zone_known(endless));
	for (size_t i = 0; i < sizeof(unknown) / sizeof(*unknown); i++)
		if (zone_known(unknown[i]))
			fail_msg("%s", unknown[i]);
}

struct seen {
	size_t n;
	struct nearest nearest;
	char best[64];
};

static void
see(const char *name, void *data)
{
	struct seen *seen = data;
	const char *before = seen->nearest.best;

	seen->n++;
	if (!zone_known(name))
		fail_msg("%s is listed and unknown", name);
	nearest_try(&seen->nearest, name);
	if (seen->nearest.best != before)
		snprintf(seen->best, sizeof(seen->best), "%s", name);
	seen->nearest.best = NULL; /* the name does not outlive the call */
}

static void
every_listed_zone_is_known(void **state)
{
	struct seen seen = {0};

	(void)state;
	nearest_start(&seen.nearest, "Europe/Lodnon");
	zone_each(see, &seen);
	assert_true(seen.n > 300);
	assert_string_equal(seen.best, "Europe/London");
}

static void
assert_offset(const char *name, int month, int expected)
{
	struct date date = {2026, (uint8_t)month, 15};
	int minutes = -1;

	assert_true(zone_offset(name, date, &minutes));
	assert_int_equal(minutes, expected);
}

static void
offsets_follow_the_season(void **state)
{
	struct date date = {2026, 1, 15};
	int minutes = -1;

	(void)state;
	assert_offset("UTC", 7, 0);
	assert_offset("Europe/London", 1, 0);
	assert_offset("Europe/London", 7, 60);
	assert_offset("America/New_York", 1, -300);
	assert_offset("America/New_York", 7, -240);
	assert_offset("Asia/Kolkata", 7, 330);
	assert_offset("Australia/Sydney", 1, 660);
	assert_offset("Australia/Sydney", 7, 600);
	assert_offset("America/St_Johns", 1, -210);
	assert_offset("Africa/Casablanca", 1, 60);
	assert_false(zone_offset("Europe/Atlantis", date, &minutes));
	assert_false(zone_offset("EST", date, &minutes));
	assert_int_equal(minutes, -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cities_are_known),
		cmocka_unit_test(other_names_are_not),
		cmocka_unit_test(every_listed_zone_is_known),
		cmocka_unit_test(offsets_follow_the_season),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
