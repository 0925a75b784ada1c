/* test_erlang.c - staffing arithmetic against published figures */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "ces/erlang.h"

/* equal to as many digits as were published */
static void
assert_near(double value, double expected, double within)
{
	if (!(fabs(value - expected) <= within))
		fail_msg("%.9g, expected %.9g", value, expected);
}

static void
a_textbook_half_hour(void **state)
{
	(void)state;
	assert_near(erlang_service_level(10, 13, 180, 20), .79559, 5e-6);
	assert_near(erlang_c(10, 14), .1741319, 5e-8);
	assert_near(erlang_service_level(10, 14, 180, 20), .8883500, 5e-8);
	assert_near(erlang_asa(10, 14, 180), 7.83594, 5e-6);
	assert_int_equal(erlang_agents(10, 180, .8, 20), 14);
	assert_int_equal(erlang_paid(14, .30), 20);
}

static void
a_busy_group(void **state)
{
	(void)state;
	assert_near(erlang_c(48, 55), .238701, 5e-7);
	assert_near(erlang_service_level(48, 55, 240, 15), .845883, 5e-7);
	assert_near(erlang_asa(48, 55, 240), 8.18403, 5e-6);
}

static void
every_agent_more_helps_less(void **state)
{
	static const struct {
		int agents;
		double asa, level;
	} rows[] = {{30, 208.65, .2352}, {31, 74.72, .4522},
		    {32, 37.57, .6129},	 {33, 21.27, .7304},
		    {34, 12.73, .8151},	 {35, 7.84, .8751},
		    {36, 4.89, .9170},	 {38, 1.92, .9652},
		    {40, .74, .9864}};
	const double load = 250.0 * 210 / 1800;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_near(erlang_asa(load, rows[i].agents, 210), rows[i].asa,
			    .005);
		assert_near(erlang_service_level(load, rows[i].agents, 210,
						 20),
			    rows[i].level, .00005);
	}
}

static void
the_smallest_number_that_reaches_the_level(void **state)
{
	const double load = 250.0 * 330 / 3600;

	(void)state;
	assert_near(erlang_service_level(load, 27, 330, 30), .7822, .00005);
	assert_near(erlang_service_level(load, 28, 330, 30), .8569, .00005);
	assert_int_equal(erlang_agents(load, 330, .8, 30), 28);
}

static void
waits_grow_when_agents_go(void **state)
{
	static const struct {
		int agents;
		double asa;
	} rows[] = {{69, 14.27}, {68, 20.40}, {67, 29.82}, {66, 45.26},
		    {65, 73.34}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_near(erlang_asa(350.0 * 320 / 1800, rows[i].agents,
				       320),
			    rows[i].asa, .005);
}

static void
customers_who_give_up_shorten_the_queue(void **state)
{
	struct erlang_a a = erlang_a(48, 60, 60, 120, 50);

	(void)state;
	assert_near(erlang_c(48, 50), .69446, 5e-6);
	assert_near(erlang_asa(48, 50, 60), 20.83, .005);
	assert_near(erlang_service_level(48, 50, 60, 58.1), .9, .0005);
	assert_near(erlang_c(48, 50) * 48 / (50 - 48), 16.67, .005);
	assert_near(a.abandon, .030912, 5e-7);
	assert_near(a.wait, 3.709, .0005);
	assert_near(a.queue, 2.968, .0005);
	assert_near(a.waits, .46777, 5e-6);
	assert_near(a.occupancy, .93032, 5e-6);
}

static void
chats_share_an_agent(void **state)
{
	const double alone = 60.0 * 600 / 1800;

	(void)state;
	assert_near(erlang_chat_factor(1), 1, 0);
	assert_near(erlang_chat_factor(2), 1.7, 0);
	assert_near(erlang_chat_factor(3), 2.5, 0);
	assert_near(erlang_chat_factor(4), 2.9, 0);
	assert_near(erlang_chat_factor(5), 3.5, 0);
	assert_int_equal(erlang_agents(alone, 600, .8, 30), 25);
	assert_int_equal(erlang_agents(alone / 2.5, 240, .8, 30), 11);
	assert_near(erlang_service_level(alone / 2.5, 11, 240, 30), .8316,
		    .00005);
	assert_int_equal(erlang_agents(alone / 3, 200, .8, 30), 10);
}

static void
the_chat_factor_has_no_gaps(void **state)
{
	(void)state;
	assert_near(erlang_chat_factor(2.5), 2.1, 1e-12);
	assert_near(erlang_chat_factor(0), 1, 0);
	assert_near(erlang_chat_factor(-3), 1, 0);
	assert_near(erlang_chat_factor(1e9), 3.5, 0);
	assert_near(erlang_chat_factor(NAN), 1, 0);
}

static void
large_groups_work_at_a_higher_load(void **state)
{
	static const struct {
		double load;
		int agents;
		double occupancy;
	} rows[] = {{10, 14, .714}, {20, 24, .833}, {40, 45, .889},
		    {80, 87, .920}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		int n = erlang_agents(rows[i].load, 180, .8, 20);

		assert_int_equal(n, rows[i].agents);
		assert_near(rows[i].load / n, rows[i].occupancy, .0005);
	}
}

static void
the_example_plan(void **state)
{
	const double load = 95.0 * 372 / 1800;

	(void)state;
	assert_near(load, 19.633, .0005);
	assert_int_equal(erlang_agents(load, 372, .8, 30), 24);
	assert_near(erlang_service_level(load, 24, 372, 30), .8179, .00005);
	assert_near(erlang_asa(load, 24, 372), 22.06, .005);
	assert_near(load / 24, .818, .0005);
}

static void
patience_of_two_minutes(void **state)
{
	static const struct {
		int agents;
		double abandon, wait;
	} rows[] = {{10, .1375, 16.50}, {12, .0616, 7.39}, {14, .0228, 2.74}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct erlang_a a = erlang_a(100, 1800, 180, 120,
					     rows[i].agents);

		assert_near(a.abandon, rows[i].abandon, .00005);
		assert_near(a.wait, rows[i].wait, .005);
	}
}

static void
what_may_wait_goes_by_throughput(void **state)
{
	struct throughput cases = throughput(200, 5, 80, 1500, 5.5);

	(void)state;
	assert_near(cases.per_day, 120, 1e-9);
	assert_near(cases.each, 13.2, 1e-9);
	assert_near(cases.needed, 9.09, .005);
	assert_int_equal(cases.agents, 10);
	/* just ten, and not eleven by rounding */
	assert_int_equal(throughput(0, 0, 132, 1500, 5.5).agents, 10);
	/* nothing to do, nobody who can, no day to do it in */
	assert_int_equal(throughput(0, 0, 0, 1500, 5.5).agents, 0);
	assert_true(isnan(throughput(200, 5, 80, 1500, 0).needed));
	assert_true(isnan(throughput(200, 5, 80, 0, 5.5).needed));
	assert_true(isnan(throughput(200, 5, 80, NAN, 5.5).needed));
	assert_true(isinf(throughput(200, 0, 80, 1500, 5.5).needed));
	assert_int_equal(throughput(200, 0, 80, 1500, 5.5).agents, 0);
	assert_int_equal(throughput(1e300, 1, 0, 1500, 5.5).agents, 0);
}

/* as counted from the first agent on */
static void
large_groups_are_exact(void **state)
{
	static const double loads[] = {90, 150, 2179, 40000};

	(void)state;
	for (size_t i = 0; i < sizeof(loads) / sizeof(*loads); i++)
		for (int more = -60; more <= 60; more += 30) {
			int agents = (int)loads[i] + more;
			double b = 1;

			for (int k = 1; k <= agents; k++)
				b = loads[i] * b / (k + loads[i] * b);
			assert_near(erlang_b(loads[i], agents) / b, 1, 1e-12);
		}
	/* a national health line, in 20 s */
	assert_int_equal(erlang_agents(2179, 900, .8, 20), 2210);
}

static void
too_few_agents_never_catch_up(void **state)
{
	(void)state;
	assert_near(erlang_c(10, 10), 1, 0);
	assert_near(erlang_c(10, 3), 1, 0);
	assert_near(erlang_service_level(10, 10, 180, 20), 0, 0);
	assert_true(isinf(erlang_asa(10, 10, 180)));
	/* but those who give up make room */
	assert_true(erlang_a(100, 1800, 180, 120, 3).abandon > .6);
	assert_near(erlang_a(100, 1800, 180, 120, 3).occupancy, 1, .005);
}

static void
nothing_needs_nobody(void **state)
{
	struct erlang_a none = erlang_a(0, 1800, 180, 120, 5);

	(void)state;
	assert_near(erlang_b(10, 0), 1, 0);
	assert_near(erlang_b(0, 5), 0, 0);
	assert_near(erlang_c(0, 5), 0, 0);
	assert_near(erlang_service_level(0, 5, 180, 20), 1, 0);
	assert_near(erlang_asa(0, 5, 180), 0, 0);
	assert_int_equal(erlang_agents(0, 180, .8, 20), 0);
	assert_int_equal(erlang_agents(-1, 180, .8, 20), 0);
	assert_int_equal(erlang_agents(NAN, 180, .8, 20), 0);
	assert_int_equal(erlang_agents(10, 0, .8, 20), 0);
	assert_near(none.abandon, 0, 0);
	assert_near(none.queue, 0, 0);
	assert_near(erlang_a(100, 1800, 180, 120, 0).abandon, 0, 0);
}

static void
what_cannot_be_reached_is_zero(void **state)
{
	(void)state;
	assert_int_equal(erlang_agents(10, 180, 1, 20), 0);
	assert_int_equal(erlang_paid(14, 1), 0);
	assert_int_equal(erlang_paid(14, -.1), 0);
	assert_int_equal(erlang_paid(14, 0), 14);
	assert_int_equal(erlang_paid(7, .3), 10); /* not 11 by rounding */
}

static void
a_million_erlangs_can_be_reckoned_with(void **state)
{
	struct erlang_a a;
	const int n = 1010102; /* at 99 % */

	(void)state;
	assert_int_equal(erlang_agents(1e6, 300, .8, 20), 1000024);
	assert_near(erlang_service_level(1e6, n, 300, 20), 1, 1e-9);
	a = erlang_a(1e6, 300, 300, 120, n);
	assert_near(a.abandon, 0, 1e-9);
	assert_near(a.occupancy, .99, 1e-4);
	assert_int_equal(erlang_agents(1e300, 300, .8, 20), 0);
	assert_int_equal(erlang_agents(INFINITY, 300, .8, 20), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_textbook_half_hour),
		cmocka_unit_test(a_busy_group),
		cmocka_unit_test(every_agent_more_helps_less),
		cmocka_unit_test(the_smallest_number_that_reaches_the_level),
		cmocka_unit_test(waits_grow_when_agents_go),
		cmocka_unit_test(customers_who_give_up_shorten_the_queue),
		cmocka_unit_test(chats_share_an_agent),
		cmocka_unit_test(the_chat_factor_has_no_gaps),
		cmocka_unit_test(large_groups_work_at_a_higher_load),
		cmocka_unit_test(the_example_plan),
		cmocka_unit_test(patience_of_two_minutes),
		cmocka_unit_test(what_may_wait_goes_by_throughput),
		cmocka_unit_test(large_groups_are_exact),
		cmocka_unit_test(too_few_agents_never_catch_up),
		cmocka_unit_test(nothing_needs_nobody),
		cmocka_unit_test(what_cannot_be_reached_is_zero),
		cmocka_unit_test(a_million_erlangs_can_be_reckoned_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
