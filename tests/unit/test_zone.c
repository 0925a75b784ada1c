/* test_zone.c - time zones of the system's list */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/zone_file.h"
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
cities_and_abbreviations_find_their_zone(void **state)
{
	static const char *const pairs[][2] = {
		{"New York", "America/New_York"},
		{"sao paulo", "America/Sao_Paulo"},
		{"Ho-Chi-Minh", "Asia/Ho_Chi_Minh"},
		{"LONDON", "Europe/London"},
		{"GMT", "Europe/London"},
		{"cet", "Europe/Berlin"},
		{"PST", "America/Los_Angeles"},
		{"KST", "Asia/Seoul"},
		{"Frankfurt", "Europe/Berlin"},
		{"Europe/Frankfurt", "Europe/Berlin"},
		{"mumbai", "Asia/Kolkata"},
		{"San Francisco", "America/Los_Angeles"},
		{"rio de janeiro", "America/Sao_Paulo"},
		{"Cape-Town", "Africa/Johannesburg"},
		{"부산", "Asia/Seoul"},
		{"europe/paris", "Europe/Paris"}};
	char name[ZONE_NAME_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		assert_true(zone_find(pairs[i][0], name));
		assert_string_equal(name, pairs[i][1]);
	}
	assert_false(zone_find("Lodnon", name));
	assert_true(zone_nearest("Europe/Lodnon", name));
	assert_false(zone_find("XXT", name));
	assert_false(zone_find("America/Birmingham", name));
	assert_false(zone_find("Frank", name));
	assert_false(zone_find("", name));
}

static void
assert_offset(const char *name, int month, int expected)
{
	struct date date = {2026, (uint8_t)month, 15};
	struct arena arena = {0};
	const struct zone *zone = zone_read(&arena, name);

	assert_non_null(zone);
	assert_int_equal(zone_offset(zone, date), expected);
	arena_release(&arena);
}

static void
offsets_follow_the_season(void **state)
{
	struct arena arena = {0};

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
	assert_null(zone_read(&arena, "Europe/Atlantis"));
	assert_null(zone_read(&arena, "America/Argentina"));
	assert_null(zone_read(&arena, "EST"));
	assert_null(arena.blocks);
}

/* a file under construction, and where its second block begins */
struct file {
	char bytes[2048];
	size_t n, block;
};

enum { UT, STANDARD, LEAPS, TIMES, TYPES, LETTERS, N_COUNTS };

static void
put(struct file *file, uint64_t number, int size)
{
	while (size--)
		file->bytes[file->n++] = (char)(number >> size * 8 & 0xff);
}

static void
put_block(struct file *file, char version, const uint32_t counts[N_COUNTS])
{
	file->block = file->n;
	memcpy(file->bytes + file->n, "TZif", 4);
	file->bytes[file->n + 4] = version;
	file->n += 20;
	for (int i = 0; i < N_COUNTS; i++)
		put(file, counts[i], 4);
}

/* winter from the second 1000 on, summer from 2000, then the rule */
static void
make_file(struct file *file, const char *footer)
{
	static const uint32_t none[N_COUNTS] = {[TYPES] = 1, [LETTERS] = 1};
	static const uint32_t some[N_COUNTS] = {
		[LEAPS] = 1, [TIMES] = 2, [TYPES] = 2, [LETTERS] = 4};

	*file = (struct file){0};
	put_block(file, '2', none);
	file->n += 6 + 1;
	put_block(file, '2', some);
	put(file, 1000, 8);
	put(file, 2000, 8);
	put(file, 0, 1);
	put(file, 1, 1);
	put(file, 3600, 4);
	put(file, 0, 2);
	put(file, 7200, 4);
	put(file, 1, 2);
	file->n += 4 + 12;
	memcpy(file->bytes + file->n, footer, strlen(footer));
	file->n += strlen(footer);
}

static bool
parses(const struct file *file, struct zone *zone)
{
	/* a copy that ends where the file does, so that sanitizers see beyond
	 */
	char *bytes = malloc(file->n ? file->n : 1);
	bool good;

	memcpy(bytes, file->bytes, file->n);
	good = zone_parse(zone, bytes, file->n);
	free(bytes);
	return good;
}

static void
files_are_read(void **state)
{
	struct zone zone;
	struct file file;

	(void)state;
	make_file(&file, "\nAAA-3BBB,M3.5.0,M10.5.0\n");
	assert_true(zone_parse(&zone, file.bytes, file.n));
	assert_int_equal(zone_at(&zone, INT64_MIN), 3600);
	assert_int_equal(zone_at(&zone, 999), 3600);
	assert_int_equal(zone_at(&zone, 1999), 3600);
	assert_int_equal(zone_at(&zone, 2000), 3 * 3600);
	make_file(&file, "\n\n");
	assert_true(zone_parse(&zone, file.bytes, file.n));
	assert_int_equal(zone_at(&zone, 1999), 3600);
	assert_int_equal(zone_at(&zone, 2000), 7200);
	assert_int_equal(zone_at(&zone, INT64_MAX), 7200);
}

static void
files_that_are_cut_off(void **state)
{
	struct zone zone;
	struct file file;

	(void)state;
	make_file(&file, "\nAAA-3\n");
	assert_true(parses(&file, &zone));
	while (file.n--)
		if (parses(&file, &zone))
			fail_msg("%zu bytes", file.n);
}

/* Each count of both headers becomes larger than the file, and each byte of
 * the file something else; none may be read beyond its end. */
static void
counts_that_are_too_large(void **state)
{
	static const uint32_t large[] = {2049, 0x7fffffff, 0x80000000,
					 0xffffffff};
	struct file whole, file;
	struct zone zone;

	(void)state;
	make_file(&whole, "\nAAA-3\n");
	for (int i = 0; i < 2 * N_COUNTS; i++)
		for (size_t k = 0; k < 4; k++) {
			file = whole;
			file.n = (i < N_COUNTS ? 0 : whole.block) + 20 +
				 (size_t)(i % N_COUNTS) * 4;
			put(&file, large[k], 4);
			file.n = whole.n;
			if (parses(&file, &zone))
				fail_msg("count %d, %u", i, large[k]);
		}
	for (size_t i = 0; i < whole.n; i++)
		for (int bit = 0; bit < 8; bit++) {
			file = whole;
			file.bytes[i] = (char)(file.bytes[i] ^ 1 << bit);
			parses(&file, &zone);
		}
}

static bool
parses_with(size_t offset, uint64_t number, int size)
{
	struct file file;
	struct zone zone;
	size_t n;

	make_file(&file, "\nAAA-3\n");
	n = file.n;
	file.n = file.block + offset;
	put(&file, number, size);
	file.n = n;
	return parses(&file, &zone);
}

static void
contents_that_cannot_be(void **state)
{
	const size_t times = 44, indexes = times + 16, types = indexes + 2;

	(void)state;
	assert_true(parses_with(times, 1999, 8));
	assert_false(parses_with(times, 2000, 8)); /* not before the next */
	assert_true(parses_with(times, (uint64_t)INT64_MIN, 8));
	assert_true(parses_with(indexes, 1, 1));
	assert_false(parses_with(indexes, 2, 1)); /* a type too many */
	assert_true(parses_with(types, 26 * 3600, 4));
	assert_false(parses_with(types, 26 * 3600 + 1, 4));
	assert_true(parses_with(types, (uint32_t)-26 * 3600, 4));
	assert_false(parses_with(types, 0x80000000, 4));
	assert_false(parses_with(0, 'X', 1)); /* the mark */
	assert_false(parses_with(4, 0, 1));   /* version 1 */
}

static void
no_types(void **state)
{
	static const uint32_t none[N_COUNTS] = {0};
	struct file file = {0};
	struct zone zone;

	(void)state;
	put_block(&file, '2', none);
	put_block(&file, '2', none);
	memcpy(file.bytes + file.n, "\nAAA-3\n", 7);
	file.n += 7;
	assert_false(parses(&file, &zone));
}

static void
footers(void **state)
{
	static const char *const bad[] = {
		"",	   "\n",	 "AAA-3\n",    "\nAAA-3",   "\nAA-3\n",
		"\nAAA\n", "\nAAA-3 \n", "\n<AAA-3\n", "\n<A_A>3\n"};
	char large[600] = "\n<", hole[] = "\nAAA-3?\n";
	struct zone zone;
	struct file file;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		make_file(&file, bad[i]);
		if (parses(&file, &zone))
			fail_msg("'%s'", bad[i]);
	}
	memset(large + 2, 'A', 500);
	strcpy(large + 502, ">-3\n");
	make_file(&file, large);
	assert_false(parses(&file, &zone));
	make_file(&file, hole);
	file.bytes[file.n - 2] = '\0';
	assert_false(parses(&file, &zone));
}

static void
rules(void **state)
{
	static const char *const good[] = {
		"AAA-3",
		"<+03>-03:00:00",
		"AAA+24",
		"AAA3BBB,J1,J365",
		"AAA3BBB,0,365/-167:59:59",
		"AAA3BBB2:30,M1.1.0/0,M12.5.6/167",
	};
	static const char *const bad[] = {
		"",
		"AAA25",
		"AAA3:60",
		"AAA3:0:60",
		"AAA--3",
		"AAA1234",
		"AAA99999999999999999999",
		"AAA3BBB",
		"AAA3BBB,",
		"AAA3BBB,M3.5.0",
		"AAA3BBB,M3.5.0,",
		"AAA3BBB,M3.5.0,M10.5.0,",
		"AAA3BBB,M3.5.0,M10.5.0/",
		"AAA3BBB,M3.5.0,M10.5.0/168",
		"AAA3BBB,M0.5.0,M10.5.0",
		"AAA3BBB,M13.5.0,M10.5.0",
		"AAA3BBB,M3.0.0,M10.5.0",
		"AAA3BBB,M3.6.0,M10.5.0",
		"AAA3BBB,M3.5.7,M10.5.0",
		"AAA3BBB,M3.5,M10.5.0",
		"AAA3BBB,J0,J365",
		"AAA3BBB,J1,J366",
		"AAA3BBB,0,366",
		"AAA3BBB,-1,365",
	};
	struct zone_rule rule;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		if (!zone_rule_read(&rule, good[i]))
			fail_msg("%s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (zone_rule_read(&rule, bad[i]))
			fail_msg("%s", bad[i]);
}

/* Summer begins on the Sunday before the first one of January, at one o'clock;
 * it ended in November. */
static void
changes_in_the_year_before(void **state)
{
	int64_t begin = date_days((struct date){2025, 12, 28}) * 86400LL;
	struct zone_rule rule;

	(void)state;
	assert_true(zone_rule_read(&rule, "AAA0BBB,M1.1.0/-167,M11.1.0"));
	assert_int_equal(zone_rule_at(&rule, begin + 3599), 0);
	assert_int_equal(zone_rule_at(&rule, begin + 3600), 3600);
	assert_int_equal(zone_rule_at(&rule, begin + 20 * 86400), 3600);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cities_are_known),
		cmocka_unit_test(cities_and_abbreviations_find_their_zone),
		cmocka_unit_test(other_names_are_not),
		cmocka_unit_test(every_listed_zone_is_known),
		cmocka_unit_test(offsets_follow_the_season),
		cmocka_unit_test(files_are_read),
		cmocka_unit_test(files_that_are_cut_off),
		cmocka_unit_test(counts_that_are_too_large),
		cmocka_unit_test(contents_that_cannot_be),
		cmocka_unit_test(no_types),
		cmocka_unit_test(footers),
		cmocka_unit_test(rules),
		cmocka_unit_test(changes_in_the_year_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
