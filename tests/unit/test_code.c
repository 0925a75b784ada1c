/* test_code.c - currencies, countries, languages */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/code.h"

static void
assert_list(const char *const *list, size_t n, enum code_list code)
{
	for (size_t i = 0; i < n; i++) {
		if (!code_known(code, list[i]))
			fail_msg("%s is not found", list[i]);
		if (i && strcmp(list[i - 1], list[i]) >= 0)
			fail_msg("%s is out of order", list[i]);
	}
}

static void
lists_are_sorted_and_found(void **state)
{
	struct arena arena = {0};
	const char *const *list;
	size_t n;

	(void)state;
	list = code_list(&arena, CODE_CURRENCY, &n);
	assert_true(n > 170);
	assert_list(list, n, CODE_CURRENCY);
	list = code_list(&arena, CODE_COUNTRY, &n);
	assert_int_equal(n, 249);
	assert_list(list, n, CODE_COUNTRY);
	list = code_list(&arena, CODE_LANGUAGE, &n);
	assert_true(n > 250);
	assert_list(list, n, CODE_LANGUAGE);
	arena_release(&arena);
}

static void
codes_are_known_as_written(void **state)
{
	(void)state;
	assert_true(code_known(CODE_CURRENCY, "GBP"));
	assert_true(code_known(CODE_CURRENCY, "XCG"));
	assert_false(code_known(CODE_CURRENCY, "gbp"));
	assert_false(code_known(CODE_CURRENCY, "DEM"));
	assert_false(code_known(CODE_CURRENCY, "HRK"));
	assert_false(code_known(CODE_CURRENCY, "GB"));
	assert_false(code_known(CODE_CURRENCY, ""));
	assert_true(code_known(CODE_COUNTRY, "GB"));
	assert_false(code_known(CODE_COUNTRY, "UK"));
	assert_false(code_known(CODE_COUNTRY, "gb"));
	assert_false(code_known(CODE_COUNTRY, "GBR"));
	assert_false(code_known(CODE_COUNTRY, ""));
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
		if (!code_known(CODE_LANGUAGE, known[i]))
			fail_msg("%s", known[i]);
	for (size_t i = 0; i < sizeof(unknown) / sizeof(*unknown); i++)
		if (code_known(CODE_LANGUAGE, unknown[i]))
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
