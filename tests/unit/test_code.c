/* test_code.c - currencies, countries, languages */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/code.h"

static void
assert_list(const char *const *list, size_t n, bool (*known)(const char *))
{
	for (size_t i = 0; i < n; i++) {
		if (!known(list[i]))
			fail_msg("%s is not found", list[i]);
		if (i && strcmp(list[i - 1], list[i]) >= 0)
			fail_msg("%s is out of order", list[i]);
	}
}

static void
lists_are_sorted_and_found(void **state)
{
	const char *const *list;
	size_t n;

	(void)state;
	list = code_currencies(&n);
	assert_true(n > 170);
	assert_list(list, n, code_currency);
	list = code_countries(&n);
	assert_int_equal(n, 249);
	assert_list(list, n, code_country);
	list = code_languages(&n);
	assert_true(n > 250);
	assert_list(list, n, code_language);
}

static void
codes_are_known_as_written(void **state)
{
	(void)state;
	assert_true(code_currency("GBP"));
	assert_true(code_currency("XCG"));
	assert_false(code_currency("gbp"));
	assert_false(code_currency("DEM"));
	assert_false(code_currency("HRK"));
	assert_false(code_currency("GB"));
	assert_false(code_currency(""));
	assert_true(code_country("GB"));
	assert_false(code_country("UK"));
	assert_false(code_country("gb"));
	assert_false(code_country("GBR"));
	assert_false(code_country(""));
}

static void
languages_have_scripts_and_regions(void **state)
{
	static const char *const known[] = {
		"en",	   "fil",	 "yue",	    "en-GB",	 "es-419",
		"zh-Hant", "zh-Hant-TW", "sr-Latn", "uz-Cyrl-UZ"};
	static const char *const unknown[] = {
		"",	    "-",	"xx",	    "EN",      "english",
		"en-",	    "en-gb",	"en_GB",    "en-GBR",  "en-41",
		"en-4199",  "en-GB-",	"en-GB-GB", "zh-hant", "zh-TW-Hant",
		"zh-Hant-", "zh-Hantt", "-GB",	    "en--GB",  "en-GB-oxendict",
		"en-G",	    "en-H"};

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (!code_language(known[i]))
			fail_msg("%s", known[i]);
	for (size_t i = 0; i < sizeof(unknown) / sizeof(*unknown); i++)
		if (code_language(unknown[i]))
			fail_msg("%s", unknown[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_sorted_and_found),
		cmocka_unit_test(codes_are_known_as_written),
		cmocka_unit_test(languages_have_scripts_and_regions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
