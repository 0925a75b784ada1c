/* test_nearest.c - did you mean ...? */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/nearest.h"

static const char *
near(const char *word, const char *candidate)
{
	return nearest_of(word, &candidate, 1);
}

static void
assert_near(const char *word, const char *candidate, size_t distance)
{
	struct nearest nearest;

	nearest_start(&nearest, word);
	nearest_try(&nearest, candidate);
	if (!nearest.best || nearest.distance != distance)
		fail_msg("%s and %s: %zu", word, candidate, nearest.distance);
	assert_ptr_equal(nearest.best, candidate);
}

static void
slips_are_near(void **state)
{
	(void)state;
	assert_near("chanels", "channels", 1);
	assert_near("hour", "hours", 1);
	assert_near("hours", "hour", 1);
	assert_near("onwer", "owner", 1);
	assert_near("volmue", "volume", 1);
	assert_near("vloume", "volume", 1);
	assert_near("sponser", "sponsor", 1);
	assert_near("channels", "channels", 0);
	assert_near("contactreasn", "contact_reasons", 2);
	assert_near("uk", "us", 1);
	assert_near("gruende", "gründe", 2);
	assert_near("grunde", "gründe", 1);
	assert_near("\u0432\u0440\u0435\u043c\u044f", /* время */
		    "\u0432\u0440\u0435\u043c\u044c\u044f", 1);
}

static void
case_and_joints_are_forgiven(void **state)
{
	(void)state;
	assert_near("contactReasons", "contact_reasons", 0);
	assert_near("Contact-Reasons", "contact_reasons", 0);
	assert_near("contact reasons", "contact_reasons", 0);
	assert_near("IN_REVIEW", "in_review", 0);
	assert_near("FCR", "fcr", 0);
	assert_near("a", "A", 0);
}

static void
at_most_a_third_may_differ(void **state)
{
	(void)state;
	assert_null(near("phone", "phase"));
	assert_null(near("phones", "phrase"));
	assert_near("phonxy", "phones", 2);
	assert_null(near("chat", "mail"));
	assert_null(near("abcdefghi", "abcdeXYZW"));
	assert_near("abcdefghi", "abcdefXYZ", 3);
	assert_null(near("volume", "annual_volume"));
	assert_null(near("a", "b"));
	assert_null(near("a", "at"));
	assert_null(near("", "a"));
	assert_null(near("--", "a"));
	assert_null(near("ab", ""));
	assert_null(near("ab", "_"));
}

static void
the_first_of_equals_wins(void **state)
{
	static const char *const words[] = {"revenue", "cost", "caste", "costs",
					    "coste"};

	(void)state;
	assert_string_equal(nearest_of("costx", words, 5), "cost");
	assert_string_equal(nearest_of("coste", words, 5), "coste");
	assert_string_equal(nearest_of("casta", words, 5), "caste");
	assert_null(nearest_of("neutral", words, 5));
	assert_null(nearest_of("cost", words, 0));
}

static void
long_words_have_no_neighbours(void **state)
{
	char word[67];

	(void)state;
	memset(word, 'x', sizeof(word));
	word[64] = '\0';
	assert_near(word, word, 0);
	assert_near(word, word + 1, 1);
	word[64] = 'x';
	word[65] = '\0';
	assert_null(near(word, word));
	assert_null(near(word + 1, word));
	assert_near("abc\xff", "abc", 1); /* broken bytes are letters too */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips_are_near),
		cmocka_unit_test(case_and_joints_are_forgiven),
		cmocka_unit_test(at_most_a_third_may_differ),
		cmocka_unit_test(the_first_of_equals_wins),
		cmocka_unit_test(long_words_have_no_neighbours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
