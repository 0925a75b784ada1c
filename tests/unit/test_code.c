/* test_code.c - currencies, countries, languages */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/code.h"

static size_t
sorted_and_found(enum code_list list)
{
	const char *code, *before = "";
	size_t n;

	for (n = 0; (code = code_word(list, n)); n++) {
		if (!code_known(list, code))
			fail_msg("%s is not found", code);
		if (strcmp(before, code) >= 0)
			fail_msg("%s is out of order", code);
		before = code;
	}
	return n;
}

static void
lists_are_sorted_and_found(void **state)
{
	(void)state;
	assert_true(sorted_and_found(CODE_CURRENCY) > 170);
	assert_int_equal(sorted_and_found(CODE_COUNTRY), 249);
	assert_true(sorted_and_found(CODE_LANGUAGE) > 250);
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
