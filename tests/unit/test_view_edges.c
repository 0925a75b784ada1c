/* test_view_edges.c - figures of odd, empty and huge plans, and of events */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ces/buf.h"
#include "ces/words.h"
#include "sample.h"

static void
assert_near(double value, double expected, double within)
{
	if (!(fabs(value - expected) <= within))
		fail_msg("%.9g, expected %.9g", value, expected);
}

static void
assert_unknown(double value)
{
	if (!isnan(value))
		fail_msg("%.9g, expected none", value);
}

static void
months_of_the_example(void **state)
{
	struct review review;
	const struct view *view;
	double sum = 0;

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	view = review.view;
	/* the volumes hold peak and statements; what is new comes on top */
	for (int i = 0; i < 12; i++)
		sum += view->month_volume[i];
	assert_near(sum, 360000, 1e-6);
	assert_near(view->month_volume[11], 43200, 1e-6);
	assert_near(view->month_extra[11], 0, 0);
	/* August: second carrier, 28 of 31 days */
	assert_near(view->month_extra[7],
		    118000 / 12.0 * .15 * .86 * 28 / 31, 1e-6);
	/* September: the catalogue's replies, more than its effects */
	assert_near(view->month_extra[8], 4800, 1e-6);
	/* December: peak all month; 8,000 / 12 x 1.2 of statements, 5 days */
	sum = (118000 * 1.4 + 62000 * .9 + 41000 * .6) / 12 +
	      800 * 5 / 31.0;
	assert_near(view->month_part[11], 43200 * sum / (30000 + sum), 1e-6);
	/* it is not said to have run before July */
	assert_near(view->month_part[5], 0, 0);
	review_release(&review);
}

static void
a_year_of_events_and_no_more(void **state)
{
	struct review review;
	const struct view *view;

	(void)state;
	sample_text(&review,
		    "ces: 1\n"
		    "plan: {period: {start: 2026-01-01, end: 2029-12-31}}\n"
		    "contact_reasons: {r: {annual_volume: 36000}}\n"
		    "calendar:\n"
		    "  ever: {start: 0001-01-01, end: 9999-12-31, kind: season,\n"
		    "    repeats: monthly, effects: {r: 10}, in_history: no}\n"
		    "  quarter: {start: 2025-02-10, end: 2025-02-12,\n"
		    "    repeats: quarterly, audience: 100, response: 30%,\n"
		    "    in_history: no}\n"
		    "  over: {start: 2025-12-31, end: 2026-01-02,\n"
		    "    kind: campaign, audience: 100, response: 30%}\n");
	view = review.view;
	assert_near(view->month_extra[0], 300 + 20, 1e-9);
	assert_near(view->month_extra[1], 300 + 30, 1e-9);
	assert_near(view->month_extra[2], 300, 1e-9);
	assert_near(view->month_extra[4], 300 + 30, 1e-9);
	assert_near(view->month_extra[11], 300, 1e-9);
	assert_unknown(view->month_volume[0]);
	review_release(&review);
}

static void
a_floor_is_held_from_the_first_day(void **state)
{
	struct review review;

	(void)state;
	sample_text(&review,
		    "ces: 1\n"
		    "measures:\n"
		    "  near: {standard: csat, role: floor,\n"
		    "    baseline: {value: 90, date: 2026-01-01},\n"
		    "    target: {value: 80, date: 2027-01-01},\n"
		    "    actuals: [{period: 2026-05, value: 79, n: 400}]}\n"
		    "  below: {standard: csat, role: floor,\n"
		    "    baseline: {value: 90, date: 2026-01-01},\n"
		    "    target: {value: 80, date: 2027-01-01},\n"
		    "    actuals: [{period: 2026-05, value: 70, n: 400}]}\n");
	assert_near(review.view->measures[0].line, 80, 0);
	assert_int_equal(review.view->measures[0].state, MEASURE_ON_LINE);
	assert_int_equal(review.view->measures[1].state, MEASURE_BEHIND);
	review_release(&review);
}

static void
hours_that_nobody_knows_have_no_coverage(void **state)
{
	struct review review;

	(void)state;
	sample_text(&review,
		    "ces: 1\n"
		    "segments:\n"
		    "  unasked: {preferences: {channels: {desk: 100}}}\n"
		    "  never: {preferences: {hours: 'Mo-Su off',\n"
		    "    channels: {desk: 100}}}\n"
		    "  later: {preferences: {hours: 'Mo 09:00-17:00',\n"
		    "    channels: {bot: 100}}}\n"
		    "channels:\n"
		    "  desk: {status: current, assisted: true, hours: desk}\n"
		    "  bot: {status: planned, hours: desk}\n"
		    "hours: {desk: {weekly: 'Mo-Fr 09:00-17:00'}}\n");
	assert_unknown(review.view->segments[0].alignment);
	assert_unknown(review.view->segments[0].coverage);
	assert_unknown(review.view->segments[1].alignment);
	assert_int_equal(review.view->segments[1].channels[0].offered,
			 52 * 2400);
	/* what is not there yet is known not to be there */
	assert_near(review.view->segments[2].alignment, 0, 0);
	review_release(&review);
}

/* 500 segments of 500 channels are more pairs than are worked out */
static void
many_segments_show_what_they_prefer(void **state)
{
	struct review review;
	struct buf yaml = {0};
	const struct segment_view *last;

	(void)state;
	buf_puts(&yaml, "ces: 1\nhours: {h: {weekly: 'Mo-Fr 09:00-17:00'},\n"
			"  late: {weekly: 'Mo-Fr 13:00-21:00'}}\nchannels:\n");
	for (int i = 0; i < 500; i++)
		buf_printf(&yaml,
			   "  c%d: {status: current, assisted: true,"
			   " hours: h}\n",
			   i);
	buf_puts(&yaml, "segments:\n");
	for (int i = 0; i < 500; i++)
		buf_printf(&yaml,
			   "  s%d: {preferences: {hours: 'Mo-Fr 09:00-17:00',"
			   " channels: {c%d: 60, c0: 40, c1: 0}}}\n",
			   i, 499 - i);
	buf_puts(&yaml, "service_tiers: {t: {segments: [s9, s8, s9],\n"
			"  hours: {c0: late}}}\n");
	sample_text(&review, yaml.p);
	last = &review.view->segments[9];
	assert_int_equal(last->n, 2);
	assert_string_equal(last->channels[0].channel->object.id, "c490");
	assert_near(last->channels[0].percent, 100, 0);
	assert_near(last->channels[1].percent, 50, 0);
	assert_near(last->alignment, 80, 1e-9);
	/* the tier's hours were taken off again */
	assert_near(review.view->segments[10].alignment, 100, 1e-9);
	review_release(&review);
	buf_free(&yaml);
}

static void
an_empty_plan_has_no_figures(void **state)
{
	static struct plan plan;
	struct arena arena = {0};
	struct view *view = view_make(&plan, (struct date){2026, 6, 30},
				      &arena);

	(void)state;
	assert_unknown(view->contacts);
	assert_unknown(view->contact_rate);
	assert_unknown(view->failure_share);
	assert_unknown(view->month_volume[0]);
	assert_unknown(view->month_extra[0]);
	assert_unknown(view->business.payback_months);
	assert_null(view->main_channel);
	assert_int_equal(view->readiness.plan, 0);
	assert_near(SETTING_OF(&plan, coverage), 80, 0);
	assert_near(SETTING_OF(&plan, due_soon_days), 14, 0);
	view = view_make(&plan, (struct date){0}, &arena);
	assert_true(date_valid(view->as_of));
	arena_release(&arena);
}

static void
huge_figures_end(void **state)
{
	const struct staffing_view *staffing;
	struct review review;

	(void)state;
	sample_text(&review,
		    "ces: 1\n"
		    "plan: {activity: {per_year: 1}}\n"
		    "contact_reasons:\n"
		    "  a: {annual_volume: 1000000000000000,\n"
		    "    handle_time: 999999999d, target_change: -100}\n"
		    "channels: {desk: {mode: voice, timing: synchronous, assisted: true,\n"
		    "  status: current, objective: {kind: service_level,\n"
		    "  target: 80, within: 20s}}}\n"
		    "demand:\n"
		    "  staffing: {interval: 0.000001s, patience: 24h,\n"
		    "    busiest_interval: 1000000000000000,\n"
		    "    handle_time: 24h, shrinkage: 95%,\n"
		    "    cost_per_hour: 1000000000000000}\n");
	assert_int_equal(review.view->channels[0].staffing->levels[0].agents, 0);
	assert_near(review.view->contacts, 1e15, 0);
	review_release(&review);
	sample_text(&review,
		    "ces: 1\n"
		    "channels: {desk: {mode: voice, timing: synchronous, assisted: true,\n"
		    "  status: current, objective: {kind: service_level,\n"
		    "  target: 80, within: 20s}}}\n"
		    "demand:\n"
		    "  staffing: {interval: 1s, patience: 24h,\n"
		    "    busiest_interval: 900000, handle_time: 1s,\n"
		    "    shrinkage: 95%}\n");
	staffing = review.view->channels[0].staffing;
	assert_in_range(staffing_result(staffing, &staffing->levels[0],
					staffing->levels[0].agents)
				.paid,
			18000000, 100000000);
	review_release(&review);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_of_the_example),
		cmocka_unit_test(a_year_of_events_and_no_more),
		cmocka_unit_test(a_floor_is_held_from_the_first_day),
		cmocka_unit_test(hours_that_nobody_knows_have_no_coverage),
		cmocka_unit_test(many_segments_show_what_they_prefer),
		cmocka_unit_test(an_empty_plan_has_no_figures),
		cmocka_unit_test(huge_figures_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
