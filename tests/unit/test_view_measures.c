/* test_view_measures.c - where a measure stands, and how sure that is */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "viewed.h"

#define CSAT(rest)                                                       \
	"ces: 1\nmeasures:\n  m: {standard: csat, frequency: monthly,\n" \
	"    baseline: {value: 70, date: 2026-01-01},\n"                 \
	"    target: {value: 80, date: 2026-12-31}, " rest "}\n"

static void
states_of_a_measure(void **state)
{
	static const struct {
		const char *yaml;
		enum measure_state state;
	} rows[] = {
		{CSAT(""), MEASURE_NO_READING},
		{CSAT("actuals: [{period: 2026-06, value: 81}]"),
		 MEASURE_REACHED},
		{CSAT("actuals: [{period: 2026-06, value: 80%}]"),
		 MEASURE_REACHED},
		{CSAT("actuals: [{period: 2026-06, value: 76}]"),
		 MEASURE_AHEAD},
		{CSAT("actuals: [{period: 2026-06, value: 73}]"),
		 MEASURE_BEHIND},
		/* so few were asked that it may be chance */
		{CSAT("actuals: [{period: 2026-06, value: 73, n: 400}]"),
		 MEASURE_ON_LINE},
		/* each by the line of its own day: 74.1 at the end of May */
		{CSAT("actuals: [{period: 2026-05, value: 74.2}]"),
		 MEASURE_ON_LINE},
		{CSAT("actuals: [{period: 2026-06, value: 74.2}]"),
		 MEASURE_BEHIND},
		{CSAT("actuals: [{period: 2026-06, value: 69}]"),
		 MEASURE_WORSE},
		{CSAT("actuals: [{period: 2026-01-01, value: 60}]"),
		 MEASURE_TOO_EARLY},
		{CSAT("status: planned, "
		      "actuals: [{period: 2026-06, value: 81}]"),
		 MEASURE_NO_READING},
		/* the newest by its period, wherever it stands */
		{CSAT("actuals: [{period: 2026-06, value: 81},\n"
		      "      {period: 2026-05, value: 60}]"),
		 MEASURE_REACHED},
		{"ces: 1\nmeasures:\n  m: {standard: aht, direction: range,\n"
		 "    range: {min: 340, max: 420},\n"
		 "    actuals: [{period: 2026-06, value: 5min}]}\n",
		 MEASURE_OUT_OF_RANGE},
		{"ces: 1\nmeasures:\n  m: {standard: aht, direction: range,\n"
		 "    range: {min: 340, max: 420},\n"
		 "    actuals: [{period: 2026-06, value: 6min}]}\n",
		 MEASURE_IN_RANGE},
		/* less is better */
		{"ces: 1\nmeasures:\n  m: {standard: abandonment_rate,\n"
		 "    baseline: {value: 8, date: 2026-01-01},\n"
		 "    target: {value: 4, date: 2026-12-31},\n"
		 "    actuals: [{period: 2026-06, value: 7}]}\n",
		 MEASURE_BEHIND},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct made made;

		make(&made, rows[i].yaml);
		if (MEASURE(&made, "m")->state != rows[i].state)
			fail_msg("%s: %d, expected %d", rows[i].yaml,
				 MEASURE(&made, "m")->state, rows[i].state);
		drop(&made);
	}
}

static void
readings_are_told_in_the_measures_unit(void **state)
{
	struct reading_value reading = {.at.state = SET, .n = 26};

	(void)state;
	assert_near(reading_in(&reading, MEASURED_HOURS), 26, 0);
	assert_near(reading_in(&reading, MEASURED_SCORE), 26, 0);
	reading.suffix = READING_TIME;
	reading.unit = DURATION_HOURS;
	assert_near(reading_in(&reading, MEASURED_HOURS), 26, 0);
	assert_near(reading_in(&reading, MEASURED_MINUTES), 1560, 1e-9);
	assert_true(isnan(reading_in(&reading, MEASURED_PERCENT)));
	reading.suffix = READING_PERCENT;
	assert_near(reading_in(&reading, MEASURED_PERCENT), 26, 0);
	assert_true(isnan(reading_in(&reading, MEASURED_HOURS)));
	reading.at.state = BROKEN;
	assert_true(isnan(reading_in(&reading, MEASURED_PERCENT)));
}

/* two periods without a reading have to be over */
static void
a_measure_goes_stale(void **state)
{
	static const struct {
		const char *frequency, *period;
		struct date as_of;
		bool stale;
	} rows[] = {
		{"monthly", "2026-04", {2026, 6, 30}, false},
		{"monthly", "2026-04", {2026, 7, 1}, true},
		{"monthly", "2026-02", {2026, 4, 30}, false},
		{"monthly", "2026-02", {2026, 5, 1}, true},
		{"daily", "2026-06-29", {2026, 7, 15}, false},
		{"quarterly", "2026-Q1", {2026, 9, 30}, false},
		{"quarterly", "2026-Q1", {2026, 10, 1}, true},
		{"yearly", "2024", {2026, 12, 31}, false},
		{"yearly", "2024", {2027, 1, 1}, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf yaml = {0};
		struct made made;

		buf_printf(&yaml,
			   "ces: 1\nmeasures: {m: {standard: csat, "
			   "frequency: %s,\n  actuals: [{period: %s, "
			   "value: 70}]}}\n",
			   rows[i].frequency, rows[i].period);
		make_on(&made, yaml.p, rows[i].as_of);
		if (MEASURE(&made, "m")->stale != rows[i].stale)
			fail_msg("%s %s", rows[i].frequency, rows[i].period);
		drop(&made);
		buf_free(&yaml);
	}
}

static double
baseline_margin(const struct made *made, const char *id)
{
	const struct map *measures = &made->plan->measures;
	const struct measure *measure =
		ITEM(measure, *measures, index_of(measures, id));
	const struct baseline *baseline = &measure->baseline;

	return measure_margin(
		measure, reading_in(&baseline->value, MEASURE(made, id)->unit),
		is_set(&baseline->n.at) ? baseline->n.n : (double)NAN);
}

/* the margins of a reading and of the baseline: by hand */
static void
margins_of_a_sample(void **state)
{
	struct made made;

	(void)state;
	make(&made,
	     "ces: 1\nmeasures:\n"
	     "  share: {standard: csat,\n"
	     "    baseline: {value: 50, date: 2026-01-01, n: 400},\n"
	     "    actuals: [{period: 2026-06, value: 80, n: 1600}]}\n"
	     "  points: {standard: nps,\n"
	     "    baseline: {value: 0, date: 2026-01-01, n: 100}}\n"
	     "  score: {standard: customer_effort_score, unit: score,\n"
	     "    baseline: {value: 4, date: 2026-01-01, n: 144}}\n"
	     "  short: {standard: customer_effort_score, unit: score,\n"
	     "    scale: 1 to 5,\n"
	     "    baseline: {value: 3, date: 2026-01-01, n: 100}}\n"
	     "  uncounted: {standard: csat,\n"
	     "    baseline: {value: 50, date: 2026-01-01}}\n"
	     "  own: {standard: custom, unit: points,\n"
	     "    baseline: {value: 50, date: 2026-01-01, n: 100}}\n"
	     "  all: {standard: csat,\n"
	     "    baseline: {value: 100, date: 2026-01-01, n: 5}}\n"
	     "  all-promoters: {standard: nps,\n"
	     "    baseline: {value: 100, date: 2026-01-01, n: 5}}\n"
	     "  none-easy: {standard: customer_effort_score, unit: score,\n"
	     "    baseline: {value: 1, date: 2026-01-01, n: 5}}\n"
	     "  few: {standard: csat,\n"
	     "    baseline: {value: 50, date: 2026-01-01, n: 29}}\n"
	     "  end: {standard: csat,\n"
	     "    baseline: {value: 95, date: 2026-01-01, n: 1000}}\n"
	     "  not-end: {standard: csat,\n"
	     "    baseline: {value: 90, date: 2026-01-01, n: 900}}\n");
	/* Wilson's interval of 5 of 5 is 56.55 to 100, of 14.5 of 29 32.90 to
	 * 67.10, of 950 of 1,000 93.47 to 96.19; of 90 % of 900 it isn't asked
	 */
	assert_near(baseline_margin(&made, "all"), 43.45, .005);
	assert_near(baseline_margin(&made, "all-promoters"), 86.90, .005);
	assert_near(baseline_margin(&made, "none-easy"), 2.607, .0005);
	assert_near(baseline_margin(&made, "few"), 17.10, .05);
	assert_near(baseline_margin(&made, "end"), 1.53, .005);
	assert_near(baseline_margin(&made, "not-end"), 1.96, 1e-9);
	assert_near(MEASURE(&made, "share")->margin, 1.96, 1e-9);
	assert_near(baseline_margin(&made, "share"), 4.9, 1e-9);
	assert_true(isnan(MEASURE(&made, "points")->margin));
	assert_near(baseline_margin(&made, "points"), 19.6, 1e-9);
	assert_near(baseline_margin(&made, "score"), .49, 1e-9);
	assert_near(baseline_margin(&made, "short"), .392, 1e-9);
	assert_true(isnan(baseline_margin(&made, "uncounted")));
	assert_true(isnan(baseline_margin(&made, "own")));
	drop(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_of_a_measure),
		cmocka_unit_test(readings_are_told_in_the_measures_unit),
		cmocka_unit_test(a_measure_goes_stale),
		cmocka_unit_test(margins_of_a_sample),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
