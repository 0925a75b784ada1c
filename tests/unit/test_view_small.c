/* test_view_small.c - the figures of small plans, each about one thing */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <string.h>

#include "viewed.h"

static void
an_empty_plan_tells_nothing(void **state)
{
	struct plan *plan;
	struct arena arena = {0};
	struct view *view;

	(void)state;
	plan = arena_alloc(&arena, sizeof(*plan));
	view = view_make(plan, midyear, &arena);
	assert_true(isnan(view->contacts) && isnan(view->contact_cost));
	assert_true(isnan(view->contact_rate) && isnan(view->failure_share));
	assert_true(isnan(view->month_volume[0]));
	assert_null(view->main_channel);
	assert_true(isnan(view->business.saving));
	assert_true(isnan(view->business.payback_months));
	assert_int_equal(view->readiness.plan, 0);
	assert_near(SETTING_OF(plan, headlines), 7, 0);
	arena_release(&arena);
}

static void
settings_come_before_defaults(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\nsettings: {due_soon_days: 20}\nactions:\n"
		    "  a: {title: A, due: 2026-07-20, status: not_started}\n");
	assert_near(SETTING_OF(made.plan, due_soon_days), 20, 0);
	assert_near(SETTING_OF(made.plan, coverage), 80, 0);
	assert_true(ACTION(&made, "a")->due_soon);
	drop(&made);
}

static void
eight_contacts_per_hundred_orders(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\n"
		    "plan: {activity: {name: orders, per_year: 10000}}\n"
		    "contact_reasons: {any: {annual_volume: 800}}\n");
	assert_near(made.view->contact_rate, 8, 1e-12);
	assert_near(REASON(&made, "any")->rate, 8, 1e-12);
	drop(&made);
}

static void
the_day_is_the_callers_then_the_plans(void **state)
{
	struct made made;

	(void)state;
	make_on(&made, "ces: 1\nplan: {as_of: 2026-01-02}\n", midyear);
	assert_day(made.view->as_of, "2026-06-30");
	drop(&made);
	make_on(&made, "ces: 1\nplan: {as_of: 2026-01-02}\n",
		(struct date){0});
	assert_day(made.view->as_of, "2026-01-02");
	drop(&made);
}

static void
cost_comes_from_channels_or_from_time(void **state)
{
	struct made made;

	(void)state;
	make(&made,
	     "ces: 1\n"
	     "channels: {phone: {cost_per_contact: 5}, chat: {name: Chat}}\n"
	     "demand: {staffing: {cost_per_hour: 36}}\n"
	     "contact_reasons:\n"
	     "  a: {volume: {phone: 100, chat: 50}, handle_time: 100s}\n"
	     "  b: {annual_volume: 10, handle_time: 50s}\n"
	     "  c: {volume: {chat: 10}}\n"
	     "  d: {volume: {phone: 10, chat: 0}}\n");
	assert_near(REASON(&made, "a")->cost, 500 + 50, 1e-9);
	assert_near(REASON(&made, "b")->cost, 5, 1e-9);
	assert_true(isnan(REASON(&made, "c")->cost));
	assert_near(REASON(&made, "d")->cost, 50, 1e-9);
	assert_near(made.view->contact_cost, 605, 1e-9);
	assert_near(made.view->contacts, 180, 0);
	assert_near(CHANNEL(&made, "chat")->volume, 60, 0);
	drop(&made);
}

static void
savings_are_of_what_falls(void **state)
{
	struct made made;

	(void)state;
	make(&made,
	     "ces: 1\n"
	     "channels:\n"
	     "  phone: {cost_per_contact: 5}\n"
	     "  web: {cost_per_contact: 1, assisted: false, status: current}\n"
	     "contact_reasons:\n"
	     "  a: {volume: {phone: 100}, target_change: -50%,\n"
	     "      disposition: automate}\n"
	     "  b: {volume: {phone: 100}, target_change: -50%}\n"
	     "  c: {volume: {phone: 100}, target_change: 20%}\n"
	     "  d: {volume: {phone: 100}, target_change: -10%,\n"
	     "      disposition: leverage}\n"
	     "  e: {volume: {phone: 100}}\n");
	assert_near(REASON(&made, "a")->saving, 200, 1e-9);
	assert_near(REASON(&made, "b")->saving, 250, 1e-9);
	assert_near(REASON(&made, "c")->saving, 0, 0);
	assert_near(REASON(&made, "d")->saving, 0, 0);
	assert_true(isnan(REASON(&made, "e")->saving));
	assert_near(made.view->business.saving, 450, 1e-9);
	assert_true(isnan(made.view->business.payback_months));
	drop(&made);
}

/* what is broken counts nowhere, and stops nothing */
static void
broken_values_are_unknown(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\n"
		    "plan: {activity: {name: orders, per_year: many}}\n"
		    "channels: {phone: {cost_per_contact: cheap}}\n"
		    "contact_reasons:\n"
		    "  a: {volume: {phone: lots}, demand: both}\n"
		    "  b: {volume: {nowhere: 10}, demand: failure}\n"
		    "segments:\n"
		    "  s: {preferences: {channels: {phone: x, gone: 3}}}\n"
		    "measures: {m: {standard: csat, actuals: [{value: x}]}}\n"
		    "calendar: {e: {start: 2026-13-01, repeats: monthly}}\n"
		    "actions: {x: {owner: TODO who, due: 2026-02-30}}\n");
	assert_true(isnan(REASON(&made, "a")->volume));
	assert_near(made.view->contacts, 10, 0);
	assert_near(made.view->failure_share, 100, 0);
	assert_true(isnan(made.view->contact_rate));
	assert_int_equal(SEGMENT(&made, "s")->n, 0);
	assert_null(MEASURE(&made, "m")->latest);
	assert_false(EVENT(&made, "e")->coming);
	assert_int_equal(EVENT(&made, "e")->lead_days, INT_MIN);
	assert_true(ACTION(&made, "x")->unowned);
	assert_int_equal(ACTION(&made, "x")->overdue, 0);
	drop(&made);
}

#define TWO_ZONES(here, there, week)                                    \
	"ces: 1\n"                                                      \
	"plan: {timezone: " here "}\n"                                  \
	"hours: {desk: {timezone: " there ", weekly: \"" week "\"}}\n"  \
	"channels: {phone: {status: current, assisted: true, hours: desk}}\n" \
	"segments:\n"                                                   \
	"  s: {preferences: {channels: {phone: 100},\n"                 \
	"      hours: \"Mo-Fr 09:00-17:00\"}}\n"

static void
an_ocean_between_us(void **state)
{
	const struct coverage *at;
	struct made made;

	(void)state;
	/* 9 to 17 in London is 4 to 12 in New York, but for the three weeks in
	 * which one of the clocks has changed: 52 weeks from 30 June */
	make(&made, TWO_ZONES("Europe/London", "America/New_York",
			      "Mo-Fr 04:00-12:00"));
	at = coverage_of(&made, "s", "phone");
	assert_int_equal(at->common, (52 * 40 - 15) * 60);
	assert_int_equal(at->wanted, 52 * 40 * 60);
	drop(&made);
	make(&made, TWO_ZONES("Europe/London", "America/New_York",
			      "Mo-Fr 09:00-17:00"));
	assert_int_equal(coverage_of(&made, "s", "phone")->common,
			 (52 * 15 + 15) * 60);
	assert_near(SEGMENT(&made, "s")->coverage, 795 / 20.8, 1e-9);
	drop(&made);
	/* evening in one place is tomorrow in the other; an hour later in
	 * winter, 19 weeks in New York */
	make(&made, TWO_ZONES("Asia/Tokyo", "America/New_York",
			      "Mo-Su 18:00-24:00"));
	assert_int_equal(coverage_of(&made, "s", "phone")->common,
			 (52 * 20 + 19 * 5) * 60);
	drop(&made);
}

/* India keeps its clocks: 13:30 there is 8:00 in London, 9:00 in summer, which
 * has 30 weeks of the 52 */
static void
summer_and_winter_both_count(void **state)
{
	struct made made;

	(void)state;
	make(&made, TWO_ZONES("Europe/London", "Asia/Kolkata",
			      "Mo-Fr 13:30-21:30"));
	assert_int_equal(coverage_of(&made, "s", "phone")->common,
			 (30 * 40 + 22 * 35) * 60);
	assert_near(coverage_of(&made, "s", "phone")->percent, 1970 / 20.8,
		    1e-9);
	drop(&made);
	make(&made, TWO_ZONES("Europe/London", "Asia/Kolkata",
			      "Mo-Fr 14:30-22:30"));
	assert_int_equal(coverage_of(&made, "s", "phone")->common,
			 (30 * 35 + 22 * 40) * 60);
	drop(&made);
	/* the year round */
	make(&made, TWO_ZONES("Europe/London", "Asia/Kolkata",
			      "Mo-Fr 13:30-22:30"));
	assert_near(coverage_of(&made, "s", "phone")->percent, 100, 0);
	drop(&made);
}

static void
hours_that_nobody_knows_cover_nothing(void **state)
{
	const struct segment_view *segment;
	struct made made;

	(void)state;
	make(&made,
	     "ces: 1\n"
	     "hours: {day: {weekly: \"Mo-Fr 09:00-17:00\"}}\n"
	     "channels:\n"
	     "  phone: {status: current, assisted: true, hours: day}\n"
	     "  chat: {status: current, assisted: true, hours: gone}\n"
	     "  video: {status: planned, assisted: true, hours: day}\n"
	     "segments:\n"
	     "  s: {preferences: {channels: {phone: 50, chat: 30, video: 20},\n"
	     "      hours: \"Mo-Fr 09:00-17:00\"}}\n");
	segment = SEGMENT(&made, "s");
	assert_int_equal(segment->n, 3);
	assert_true(isnan(coverage_of(&made, "s", "chat")->percent));
	assert_near(coverage_of(&made, "s", "video")->percent, 100, 0);
	assert_near(segment->alignment, 50, 1e-9);
	assert_near(segment->coverage, 100, 1e-9);
	drop(&made);
}

static void
events_come_again(void **state)
{
	static const struct {
		const char *yaml; /* start, end, repeats */
		const char *start, *end;
		bool coming;
	} rows[] = {
		{"2026-07-01, end: 2026-07-05", "2026-07-01", "2026-07-05",
		 true},
		{"2026-06-01, end: 2026-06-30", "2026-06-01", "2026-06-30",
		 true},
		{"2026-06-01, end: 2026-06-29", "2026-06-01", "2026-06-29",
		 false},
		{"2026-09-28, end: 2026-10-29", "2026-09-28", "2026-10-29",
		 true},
		{"2026-09-29, end: 2026-10-29", "2026-09-29", "2026-10-29",
		 false},
		{"2026-05-25, end: 2026-05-28, repeats: monthly", "2026-07-25",
		 "2026-07-28", true},
		{"2026-01-31, end: 2026-01-31, repeats: monthly", "2026-06-30",
		 "2026-06-30", true},
		{"1900-01-31, end: 1900-02-01, repeats: monthly", "2026-06-30",
		 "2026-07-01", true},
		{"2026-02-10, end: 2026-02-12, repeats: quarterly",
		 "2026-08-10", "2026-08-12", true},
		{"2024-11-20, end: 2025-01-05, repeats: yearly", "2026-11-20",
		 "2027-01-05", false},
		/* longer than a month, and each month */
		{"2026-03-01, end: 2026-05-15, repeats: monthly", "2026-05-01",
		 "2026-07-15", true},
		/* over before it begins: reported elsewhere */
		{"2026-03-01, end: 2026-02-01, repeats: monthly", "2026-03-01",
		 "2026-02-01", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf yaml = {0};
		struct made made;

		buf_printf(&yaml, "ces: 1\ncalendar: {e: {start: %s}}\n",
			   rows[i].yaml);
		make(&made, yaml.p);
		assert_day(EVENT(&made, "e")->next_start, rows[i].start);
		assert_day(EVENT(&made, "e")->next_end, rows[i].end);
		if (EVENT(&made, "e")->coming != rows[i].coming)
			fail_msg("%s", rows[i].yaml);
		drop(&made);
		buf_free(&yaml);
	}
}

/* also on another day than that of the view */
static void
events_run_from_a_day(void **state)
{
	static const struct {
		const char *yaml, *day, *start; /* NULL: it is over */
	} rows[] = {
		{"{start: 2026-05-01, end: 2026-05-03}", "2026-05-03",
		 "2026-05-01"},
		{"{start: 2026-05-01, end: 2026-05-03}", "2026-05-04", NULL},
		{"{start: 2026-05-01, end: 2026-05-03}", "2025-01-01",
		 "2026-05-01"},
		{"{start: 2026-05-01, end: 2026-05-03, repeats: monthly}",
		 "2027-03-04", "2027-04-01"},
		{"{start: 2026-05-01, repeats: monthly}", "2026-05-01", NULL},
		{"{end: 2026-05-01}", "2026-05-01", NULL},
		{"{start: 2026-05-03, end: 2026-05-01, repeats: monthly}",
		 "2026-05-02", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct date day, start, end;
		struct buf yaml = {0};
		struct made made;
		bool runs;

		buf_printf(&yaml, "ces: 1\ncalendar: {e: %s}\n", rows[i].yaml);
		make(&made, yaml.p);
		assert_true(date_parse(rows[i].day, 10, &day));
		runs = event_run(ITEM(event, made.plan->calendar, 0), day,
				 &start, &end);
		assert_int_equal(runs, rows[i].start != NULL);
		if (runs)
			assert_day(start, rows[i].start);
		drop(&made);
		buf_free(&yaml);
	}
}

static void
the_end_of_the_calendar(void **state)
{
	struct made made;

	(void)state;
	make_on(&made,
		"ces: 1\ncalendar:\n"
		"  e: {start: 0001-01-31, end: 0001-02-01, repeats: monthly}\n"
		"  f: {start: 9999-12-30, end: 9999-12-31, repeats: yearly}\n",
		(struct date){9999, 12, 31});
	assert_day(EVENT(&made, "e")->next_start, "9999-12-31");
	assert_day(EVENT(&made, "f")->next_start, "9999-12-30");
	drop(&made);
}

/* of two keys of which one is needed, and of a condition that holds */
static void
completeness_counts_what_is_wanted(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\nhours:\n"
		    "  a: {name: A, weekly: \"24/7\",\n"
		    "      out_of_hours: {treatment: T, channel: c},\n"
		    "      demand_outside: 1, value_of_contacts: V,\n"
		    "      reviewed: 2026-01-01}\n"
		    "  b: {name: TODO later}\n");
	assert_int_equal(map_find(&made.plan->hours, "b")->filled, 0);
	assert_int_equal(made.view->readiness.section[4], 50);
	assert_int_equal(made.view->readiness.section[0], 0);
	assert_int_equal(made.view->readiness.plan, 7);
	drop(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_plan_tells_nothing),
		cmocka_unit_test(settings_come_before_defaults),
		cmocka_unit_test(eight_contacts_per_hundred_orders),
		cmocka_unit_test(the_day_is_the_callers_then_the_plans),
		cmocka_unit_test(cost_comes_from_channels_or_from_time),
		cmocka_unit_test(savings_are_of_what_falls),
		cmocka_unit_test(broken_values_are_unknown),
		cmocka_unit_test(an_ocean_between_us),
		cmocka_unit_test(summer_and_winter_both_count),
		cmocka_unit_test(hours_that_nobody_knows_cover_nothing),
		cmocka_unit_test(events_come_again),
		cmocka_unit_test(events_run_from_a_day),
		cmocka_unit_test(the_end_of_the_calendar),
		cmocka_unit_test(completeness_counts_what_is_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
