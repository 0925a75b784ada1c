/* test_formula.c - measures worked out in the ways in use */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "ces/formula.h"
#include "ces/words.h"

static void
assert_near(double value, double expected, double within)
{
	if (!(fabs(value - expected) <= within))
		fail_msg("%.9g, expected %.9g", value, expected);
}

static void
three_rules_for_those_who_gave_up(void **state)
{
	(void)state;
	assert_near(service_level(70, 10, 20, ABANDONS_IGNORED), 77.8, .05);
	assert_near(service_level(70, 10, 20, ABANDONS_MISSED), 70, 1e-9);
	assert_near(service_level(70, 10, 20, ABANDONS_MET), 80, 1e-9);
	assert_near(service_level(0, 10, 0, ABANDONS_MET), 100, 1e-9);
	assert_true(isnan(service_level(0, 10, 0, ABANDONS_IGNORED)));
	assert_true(isnan(service_level(0, 0, 0, ABANDONS_MISSED)));
}

static void
three_ways_to_count_effort(void **state)
{
	static const double answers[7] = {80, 210, 140, 110, 160, 180, 120};
	static const double none[7], all_easy[7] = {0, 0, 0, 0, 0, 0, 5};
	struct effort effort = effort_score(answers);

	(void)state;
	assert_near(effort.mean, 4.08, 1e-9);
	assert_near(effort.easy, 46, 1e-9);
	assert_near(effort.index, -13, 1e-9);
	assert_near(effort_score(all_easy).mean, 7, 0);
	assert_near(effort_score(all_easy).index, 100, 0);
	assert_true(isnan(effort_score(none).mean));
	assert_true(isnan(effort_score(none).index));
}

static void
contacts_against_orders(void **state)
{
	(void)state;
	assert_near(contact_rate(800, 10000), 8, 1e-12);
	assert_near(contact_rate(0, 10000), 0, 0);
	assert_true(isnan(contact_rate(800, 0)));
	assert_true(isnan(contact_rate(800, NAN)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_rules_for_those_who_gave_up),
		cmocka_unit_test(three_ways_to_count_effort),
		cmocka_unit_test(contacts_against_orders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
