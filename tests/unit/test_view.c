/* test_view.c - the figures of the example plan */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <string.h>

#include "viewed.h"

static void
contacts_add_up(void **state)
{
	struct made made;

	(void)state;
	make_retail(&made);
	assert_day(made.view->as_of, "2026-06-30");
	assert_near(made.view->contacts, 360000, 0);
	assert_near(made.view->contact_rate, 18.947, .0005);
	assert_near(made.view->contact_cost, 1545000, 500);
	assert_near(made.view->contact_revenue, 3910000, 0);
	assert_near(made.view->failure_share, 53.9, .05);
	assert_near(made.view->planned_failure_share, 47.47, .005);
	assert_near(made.view->planned_contacts / made.view->contacts, .67,
		    .005);
	drop(&made);
}

static void
reasons_have_their_share_of_it(void **state)
{
	const struct reason_view *reason;
	struct made made;
	double running = 0;

	(void)state;
	make_retail(&made);
	reason = REASON(&made, "where-is-my-order");
	assert_near(reason->volume, 118000, 0);
	assert_near(reason->cost, 489000, 0.5 * 1000);
	assert_near(reason->share, 32.78, .005);
	assert_near(reason->cumulative, 32.78, .005);
	assert_near(reason->rate, 6.21, .005);
	assert_near(reason->planned, 118000 * .55, 1e-6);
	assert_near(reason->revenue, 0, 0);
	assert_near(reason->net, -reason->cost, 0);
	assert_near(reason->saving, reason->cost * .45, 1e-6);
	reason = REASON(&made, "product-advice");
	assert_near(reason->revenue, 1558000, 0);
	assert_near(reason->saving, 0, 0); /* more of it is wanted */
	/* a person's time is saved, the help page's cost is not */
	reason = REASON(&made, "returns");
	assert_near(reason->saving, .5 * (262400 - 62000 * .08), 1e-6);
	for (uint32_t i = 0; i < made.plan->contact_reasons.n; i++) {
		reason = &made.view->reasons[made.view->by_volume[i]];
		running += reason->share;
		assert_near(reason->cumulative, running, 1e-9);
		if (i)
			assert_true(
				reason->volume <=
				made.view->reasons[made.view->by_volume[i - 1]]
					.volume);
	}
	assert_near(running, 100, 1e-9);
	drop(&made);
}

static void
quadrants_agree_with_what_is_done(void **state)
{
	static const struct {
		const char *id;
		int quadrant;
	} rows[] = {
		{"where-is-my-order", ELIMINATE}, {"returns", AUTOMATE},
		{"damaged-or-wrong", ELIMINATE},  {"complaint", ELIMINATE},
		{"product-advice", LEVERAGE},	  {"phone-order", LEVERAGE},
		{"change-order", AUTOMATE},	  {"payment-check", SIMPLIFY},
		{"points-missing", ELIMINATE},	  {"account-access", AUTOMATE}};
	struct made made;

	(void)state;
	make_retail(&made);
	assert_int_equal(made.plan->contact_reasons.n,
			 sizeof(rows) / sizeof(*rows));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct reason_view *reason = REASON(&made, rows[i].id);

		assert_int_equal(reason->quadrant, rows[i].quadrant);
		assert_true(reason->agrees);
	}
	drop(&made);
}

static void
channels_share_the_assisted_volume(void **state)
{
	struct made made;

	(void)state;
	make_retail(&made);
	assert_near(CHANNEL(&made, "phone")->volume, 158000, 0);
	assert_near(CHANNEL(&made, "phone")->reasons_volume, 158000, 0);
	assert_near(CHANNEL(&made, "phone")->share, 43.9, .05);
	assert_near(CHANNEL(&made, "phone")->cost, 821600, .01);
	assert_near(CHANNEL(&made, "phone")->week_hours, 75, 0);
	assert_true(CHANNEL(&made, "phone")->live);
	assert_ptr_equal(CHANNEL(&made, "phone")->earner,
			 map_find(&made.plan->contact_reasons, "phone-order"));
	assert_ptr_equal(
		CHANNEL(&made, "email")->earner,
		map_find(&made.plan->contact_reasons, "product-advice"));
	assert_null(CHANNEL(&made, "help-pages")->earner);
	assert_true(isnan(CHANNEL(&made, "help-pages")->share));
	assert_near(CHANNEL(&made, "help-pages")->week_hours, 168, 0);
	assert_false(CHANNEL(&made, "help-pages")->live);
	assert_false(CHANNEL(&made, "voice-assistant")->live);
	drop(&made);
}

static void
we_are_there_when_they_want_us(void **state)
{
	const struct coverage *at;
	struct made made;

	(void)state;
	make_retail(&made);
	at = coverage_of(&made, "members", "phone");
	assert_near(at->preference, 46, 0);
	/* 52 weeks of 87 and 75 hours and one Wednesday more; 5 weeks of peak
	 * hours, Christmas Day and 10:00-16:00 on New Year's Day */
	assert_int_equal(at->wanted, (52 * 87 + 13) * 60);
	assert_int_equal(at->offered,
			 (52 * 75 + 12 + 5 * (98 - 75) - 12 - 6) * 60);
	assert_int_equal(at->common,
			 (52 * 75 + 12 + 5 * (87 - 75) - 12 - 6) * 60);
	assert_near(at->percent, 87.2, .05);
	at = coverage_of(&made, "gift-buyers", "phone");
	assert_int_equal(at->wanted, 365 * 14 * 60);
	assert_int_equal(at->common, (52 * 70 + 11 + 5 * (91 - 70) - 11 - 5) *
					     60);
	assert_near(at->percent, 73.2, .05);
	/* closed on Christmas Day alone, of 4537 hours 13 */
	assert_near(coverage_of(&made, "members", "chat")->percent,
		    100 - 1300 / 4537.0, 1e-9);
	assert_true(coverage_of(&made, "members", "messaging")->waits);
	assert_true(isnan(coverage_of(&made, "members", "messaging")->percent));
	/* current, and not among their wishes */
	assert_near(coverage_of(&made, "members", "email")->preference, 0, 0);
	drop(&made);
}

/* the tier's hours come before the channel's */
static void
traders_have_a_desk_of_their_own(void **state)
{
	const struct week *wanted;
	struct week_minutes theirs, ours;
	const struct coverage *at;
	struct made made;

	(void)state;
	make_retail(&made);
	at = coverage_of(&made, "trade", "phone");
	assert_string_equal(at->hours->object.id, "trade-desk");
	assert_near(at->percent, 100, 0);
	assert_string_equal(SEGMENT(&made, "trade")->tier->object.id,
			    "pro-desk");
	wanted = at->segment->preferences.hours.week;
	week_fill(wanted, 0, &theirs);
	week_fill(at->channel->hours.to->weekly.week, 0, &ours);
	assert_near(100.0 * week_common(&theirs, &ours) / week_count(&theirs),
		    90.8, .05);
	drop(&made);
}

static void
segments_are_summed_up_by_preference(void **state)
{
	struct made made;

	(void)state;
	make_retail(&made);
	/* phone 46, chat 30; messages, 24, have their promise */
	assert_near(SEGMENT(&made, "members")->coverage,
		    (46 * 3954.0 + 30 * 4524) / 4537 / 76 * 100, 1e-9);
	assert_near(SEGMENT(&made, "members")->alignment,
		    (46 * 3954.0 + 30 * 4524) / 4537 + 24, 1e-9);
	/* help pages are no help from a person; of the phone's 261 days of 11
	 * hours Christmas Day lacks 11, and New Year's Day 5 */
	assert_near(SEGMENT(&made, "occasional")->coverage,
		    100 - 1600 / 2871.0, 1e-9);
	drop(&made);
}

static void
headlines_are_on_track_or_not(void **state)
{
	static const struct {
		const char *id;
		enum measure_state state;
		double progress, planned, margin;
	} rows[] = {
		{"satisfaction", MEASURE_ON_LINE, .30, .25, 2.8},
		{"effort", MEASURE_ON_LINE, .20, .25, .2},
		{"first-contact-resolution", MEASURE_ON_LINE, .15, .25, 3.3},
		{"promoter-score", MEASURE_ON_LINE, .14, .25, 3.7},
		{"phone-service-level", MEASURE_AHEAD, .56, .50, NAN},
		{"contact-rate", MEASURE_BEHIND, .21, .25, NAN},
		{"seasonal-repurchase", MEASURE_NO_READING, NAN, .21, NAN}};
	struct made made;

	(void)state;
	make_retail(&made);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct measure_view *measure = MEASURE(&made, rows[i].id);

		assert_int_equal(measure->state, rows[i].state);
		assert_near(measure->planned, rows[i].planned, .0055);
		if (isnan(rows[i].progress))
			assert_true(isnan(measure->progress));
		else
			assert_near(measure->progress, rows[i].progress, .0055);
		if (isnan(rows[i].margin))
			assert_true(isnan(measure->margin));
		else
			assert_near(measure->margin, rows[i].margin, .0505);
	}
	assert_near(MEASURE(&made, "satisfaction")->latest_value, 80.1, 0);
	assert_near(MEASURE(&made, "satisfaction")->gap, 3.9, 1e-9);
	assert_near(MEASURE(&made, "contact-rate")->line, 18.9 - 3.9 * 91 / 365,
		    1e-9);
	/* a range, and the middle of it was never measured since */
	assert_int_equal(MEASURE(&made, "phone-handle-time")->state,
			 MEASURE_NO_READING);
	assert_int_equal(MEASURE(&made, "assistant-adoption")->state,
			 MEASURE_NO_READING);
	assert_false(MEASURE(&made, "assistant-adoption")->stale);
	drop(&made);
}

static void
one_action_is_overdue(void **state)
{
	uint32_t done = 0, late = 0, unowned = 0;
	struct made made;

	(void)state;
	make_retail(&made);
	assert_int_equal(ACTION(&made, "paycheck-copy")->overdue, 11);
	assert_false(ACTION(&made, "paycheck-copy")->due_soon);
	assert_false(ACTION(&made, "define")->open);
	assert_int_equal(ACTION(&made, "define")->overdue, 0);
	assert_false(ACTION(&made, "tracker-links")->due_soon);
	for (uint32_t i = 0; i < made.plan->actions.n; i++) {
		done += !made.view->actions[i].open;
		late += made.view->actions[i].overdue > 0;
		unowned += made.view->actions[i].unowned;
	}
	assert_int_equal(made.plan->actions.n, 17);
	assert_int_equal(done, 2);
	assert_int_equal(late, 1);
	assert_int_equal(unowned, 0);
	drop(&made);
}

static void
three_events_come(void **state)
{
	struct made made;
	uint32_t coming = 0;

	(void)state;
	make_retail(&made);
	for (uint32_t i = 0; i < made.plan->calendar.n; i++)
		coming += made.view->events[i].coming;
	assert_int_equal(coming, 3);
	assert_false(EVENT(&made, "peak-2026")->coming);
	assert_int_equal(EVENT(&made, "loyalty-statement")->lead_days, 90);
	assert_int_equal(EVENT(&made, "second-carrier")->lead_days, 54);
	assert_int_equal(EVENT(&made, "autumn-catalogue")->lead_days, 77);
	assert_near(EVENT(&made, "autumn-catalogue")->contacts, 4800, 1e-9);
	assert_true(isnan(EVENT(&made, "second-carrier")->contacts));
	drop(&made);
}

static void
the_busiest_half_hour(void **state)
{
	const struct staffing_view *staffing;
	struct staffing_result result;
	struct made made;

	(void)state;
	make_retail(&made);
	staffing = CHANNEL(&made, "phone")->staffing;
	assert_non_null(staffing);
	assert_ptr_equal(staffing, made.view->channels[0].staffing);
	result = staffing_result(staffing, &staffing->levels[0],
				 staffing->levels[0].agents);
	assert_near(staffing->load, 19.633, .0005);
	assert_near(staffing->levels[0].target, 80, 0);
	assert_near(staffing->levels[0].within, 30, 0);
	assert_int_equal(staffing->levels[0].reach, 24);
	assert_int_equal(staffing->levels[0].keep, 24);
	assert_int_equal(result.agents, 24);
	assert_int_equal(result.paid, 36);
	assert_near(result.service_level, 81.79, .005);
	assert_near(result.asa, 22.06, .005);
	assert_near(result.occupancy, 81.8, .05);
	assert_near(result.cost, 349.20, 1e-9);
	assert_true(result.abandon > 0 && result.abandon < 5);
	/* the tiers beside it: 90% and 85% in 20 s; standard is the same */
	assert_int_equal(staffing->n, 3);
	assert_int_equal(staffing->levels[1].agents, 26);
	assert_int_equal(staffing->levels[2].agents, 25);
	drop(&made);
}

static void
months_follow_their_index(void **state)
{
	struct made made;
	double sum = 0;

	(void)state;
	make_retail(&made);
	assert_near(made.view->month_volume[0], 30000 * 1.22, 1e-6);
	assert_near(made.view->month_volume[11], 30000 * 1.44, 1e-6);
	for (int i = 0; i < 12; i++)
		sum += made.view->month_volume[i];
	assert_near(sum, 360000, 1e-6);
	drop(&made);
}

static void
the_business_case(void **state)
{
	const struct case_view *business;
	struct made made;
	double saving = 0;

	(void)state;
	make_retail(&made);
	business = &made.view->business;
	for (uint32_t i = 0; i < made.plan->contact_reasons.n; i++)
		saving += made.view->reasons[i].saving;
	assert_near(business->saving, saving, 1e-6);
	/* the returns portal alone saves: half of the cost of returns */
	assert_near(business->funded, 128720, 1e-6);
	assert_near(business->at_risk, 370000, 0);
	assert_near(business->worth, 210000 + 124000 + 120000 + 210000, 0);
	assert_near(business->invested, 440000, 0);
	assert_near(business->asked, 95000, 0);
	assert_near(business->decisions_asked, 163000, 0);
	assert_near(business->payback_months, 535000 / 128720.0 * 12, 1e-9);
	drop(&made);
}

static void
most_of_it_is_written_down(void **state)
{
	static const int sections[7] = {100, 93, 99, 100, 79, 96, 100};
	struct made made;

	(void)state;
	make_retail(&made);
	for (int i = 0; i < 7; i++)
		assert_int_equal(made.view->readiness.section[i], sections[i]);
	assert_int_equal(made.view->readiness.plan, 95);
	drop(&made);
}

/* --- small plans --- */

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contacts_add_up),
		cmocka_unit_test(reasons_have_their_share_of_it),
		cmocka_unit_test(quadrants_agree_with_what_is_done),
		cmocka_unit_test(channels_share_the_assisted_volume),
		cmocka_unit_test(we_are_there_when_they_want_us),
		cmocka_unit_test(traders_have_a_desk_of_their_own),
		cmocka_unit_test(segments_are_summed_up_by_preference),
		cmocka_unit_test(headlines_are_on_track_or_not),
		cmocka_unit_test(one_action_is_overdue),
		cmocka_unit_test(three_events_come),
		cmocka_unit_test(the_busiest_half_hour),
		cmocka_unit_test(months_follow_their_index),
		cmocka_unit_test(the_business_case),
		cmocka_unit_test(most_of_it_is_written_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
