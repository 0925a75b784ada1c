/* test_view_staffing.c - agents for the busiest interval, and for what may
 * wait */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "viewed.h"

#define VOICE                                                                  \
	"mode: voice, timing: synchronous, assisted: true, status: current, " \
	"objective: {kind: service_level, target: 80%%, within: 20s}"

/* an hour that no staffing reaches, and one that needs none */
static void
staffing_that_cannot_be_told(void **state)
{
	static const char *const inputs[] = {
		"interval: 30min, busiest_interval: 0, handle_time: 300s",
		"interval: 30min, busiest_interval: 90",
		"busiest_interval: 999999999999, handle_time: 300s",
		"interval: 0s, busiest_interval: 90, handle_time: 300s",
		"busiest_interval: 90, handle_time: 300s, max_occupancy: 0",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(inputs) / sizeof(*inputs); i++) {
		const struct staffing_view *staffing;
		struct buf yaml = {0};
		struct made made;

		buf_printf(&yaml,
			   "ces: 1\nchannels: {phone: {" VOICE "}}\n"
			   "demand: {staffing: {%s}}\n",
			   inputs[i]);
		make(&made, yaml.p);
		staffing = CHANNEL(&made, "phone")->staffing;
		if (staffing && staffing->levels[0].agents)
			fail_msg("%s", inputs[i]);
		drop(&made);
		buf_free(&yaml);
	}
}

/* loads as in test_erlang.c, with a cap on occupancy besides the level */
static void
occupancy_can_ask_for_more_agents_than_the_level(void **state)
{
	static const struct {
		int contacts, handle_time, occupancy, reach, keep;
	} rows[] = {{100, 180, 85, 14, 14},
		    {800, 180, 80, 87, 100},
		    {4358, 900, 85, 2210, 2564},
		    {5934000, 300, 99, 989024, 998990}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct staffing_level *level;
		struct buf yaml = {0};
		struct made made;

		buf_printf(&yaml,
			   "ces: 1\nchannels: {phone: {" VOICE "}}\n"
			   "demand: {staffing: {interval: 30min,\n"
			   "  busiest_interval: %d, handle_time: %ds,\n"
			   "  max_occupancy: %d%%}}\n",
			   rows[i].contacts, rows[i].handle_time,
			   rows[i].occupancy);
		make(&made, yaml.p);
		level = &CHANNEL(&made, "phone")->staffing->levels[0];
		assert_int_equal(level->reach, rows[i].reach);
		assert_int_equal(level->keep, rows[i].keep);
		assert_int_equal(level->agents, rows[i].keep);
		drop(&made);
		buf_free(&yaml);
	}
}

#define MAIL(rest)                                                          \
	"ces: 1\nhours: {week: {weekly: \"Mo-Fr 09:00-17:00\"}}\n"          \
	"channels:\n  mail: {timing: asynchronous, assisted: true,\n"       \
	"    status: current, hours: week, contacts_per_year: 36500, " rest \
	"}\n"                                                               \
	"contact_reasons:\n"                                                \
	"  a: {volume: {mail: 300}, handle_time: 300s}\n"                   \
	"  b: {volume: {mail: 100, phone: 900}, handle_time: 700s}\n"       \
	"  c: {volume: {mail: 500}}\n"

/* 36,500 a year are 140 on each of five days a week; 400 s is the mean of the
 * reasons that tell their time: 72 in a day of eight hours */
static void
mail_is_done_by_throughput(void **state)
{
	struct made made;

	(void)state;
	make(&made, MAIL("concurrency: 1"));
	assert_near(CHANNEL(&made, "mail")->handle_time, 400, 1e-9);
	assert_near(CHANNEL(&made, "mail")->agents, 140 / 72.0, 1e-9);
	drop(&made);
	make(&made,
	     MAIL("concurrency: 3") "demand: {staffing: {shrinkage: 30%}}\n");
	assert_near(CHANNEL(&made, "mail")->agents, 140 / 72.0 / 2.5 / .7,
		    1e-9);
	drop(&made);
}

/* what is live, planned, never open or without handle time has no such number
 */
static void
who_else_is_needed_is_unknown(void **state)
{
	static const char *const plans[] = {
		"ces: 1\nhours: {week: {weekly: \"24/7\"}}\n"
		"channels:\n  mail: {timing: synchronous, assisted: true,\n"
		"    status: current, hours: week, contacts_per_year: 9}\n"
		"contact_reasons: {a: {volume: {mail: 9}, handle_time: 9s}}\n",
		"ces: 1\nchannels:\n  mail: {timing: asynchronous,\n"
		"    assisted: true, status: current,\n"
		"    contacts_per_year: 36500}\n",
		"ces: 1\nhours: {week: {weekly: \"24/7\"}}\n"
		"channels:\n  mail: {timing: asynchronous, assisted: true,\n"
		"    status: planned, hours: week, contacts_per_year: 9}\n"
		"contact_reasons: {a: {volume: {mail: 9}, handle_time: 9s}}\n",
		MAIL("") "demand: {staffing: {shrinkage: 100%}}\n",
		"ces: 1\nhours: {week: {weekly: \"off\"}}\n"
		"channels:\n  mail: {timing: asynchronous, assisted: true,\n"
		"    status: current, hours: week, contacts_per_year: 9}\n"
		"contact_reasons: {a: {volume: {mail: 9}, handle_time: 9s}}\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++) {
		struct made made;

		make(&made, plans[i]);
		if (!isnan(CHANNEL(&made, "mail")->agents))
			fail_msg("%s", plans[i]);
		drop(&made);
	}
}

static void
agents_of_the_example(void **state)
{
	struct made made;

	(void)state;
	make_retail(&made);
	assert_true(isnan(CHANNEL(&made, "phone")->agents));
	assert_true(isnan(CHANNEL(&made, "help-pages")->agents));
	assert_near(CHANNEL(&made, "email")->handle_time, 375.857143, 1e-6);
	assert_near(CHANNEL(&made, "email")->agents,
		    70000 / 365.0 * 375.857143 / (8 * .68 * 3600), 1e-6);
	drop(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(staffing_that_cannot_be_told),
		cmocka_unit_test(
			occupancy_can_ask_for_more_agents_than_the_level),
		cmocka_unit_test(mail_is_done_by_throughput),
		cmocka_unit_test(who_else_is_needed_is_unknown),
		cmocka_unit_test(agents_of_the_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
