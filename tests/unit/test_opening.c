/* test_opening.c - which hours hold on a day, and how little over days in a row
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "ces/opening.h"
#include "viewed.h"

static void
make_hours(struct made *made, const char *hours)
{
	struct buf yaml = {0};

	buf_printf(&yaml, "ces: 1\nhours:\n  h:\n%s", hours);
	make(made, buf_text(&yaml));
	buf_free(&yaml);
}

static const struct hours *
hours_in(const struct made *made)
{
	return (const void *)made->plan->hours.items[0];
}

static struct date
day_of(const char *text)
{
	struct date day;

	assert_true(date_parse(text, 10, &day));
	return day;
}

/* each day with the hours that begin on it */
struct row {
	const char *day, *hours;
};

static void
assert_days(const struct made *made, const struct row *rows)
{
	for (; rows->day; rows++) {
		struct buf text = {0};

		spans_write(&text, hours_day(hours_in(made), day_of(rows->day)),
			    "closed");
		assert_string_equal(buf_text(&text), rows->hours);
		buf_free(&text);
	}
}

static void
exceptions_beat_seasons_beat_the_week(void **state)
{
	static const struct row rows[] = {
		{"2026-10-30", "09:00-17:00"}, {"2026-10-31", "closed"},
		{"2026-11-01", "20:00-02:00"}, {"2026-11-02", "08:00-18:00"},
		{"2026-12-24", "10:00-12:00"}, {"2026-12-25", "closed"},
		{"2026-12-26", "20:00-02:00"}, {"2026-12-31", "22:00-02:00"},
		{"2027-01-01", "22:00-02:00"}, {"2027-01-02", "closed"},
		{"2027-01-04", "09:00-17:00"}, {NULL, NULL}};
	struct made made;

	(void)state;
	make_hours(&made,
		   "    weekly: 'Mo-Fr 09:00-17:00'\n"
		   "    seasons: [{from: 2026-11-01, to: 2026-12-31, reason: R,"
		   " weekly: 'Mo-Fr 08:00-18:00; Sa-Su 20:00-02:00'}]\n"
		   "    exceptions:\n"
		   "      - {date: 2026-12-24, hours: '10:00-12:00'}\n"
		   "      - {date: 2026-12-25, hours: closed}\n"
		   "      - {from: 2026-12-31, to: 2027-01-01,"
		   " hours: '22:00-26:00'}\n");
	assert_true(hours_told(hours_in(&made)));
	assert_days(&made, rows);
	drop(&made);
}

static void
seasons_come_again(void **state)
{
	static const struct row rows[] = {
		{"2019-12-31", "08:00-12:00"}, {"2020-01-06", "08:00-12:00"},
		{"2020-01-07", "09:00-17:00"}, {"2026-11-30", "09:00-17:00"},
		{"2026-12-01", "08:00-12:00"}, {"2027-12-01", "08:00-12:00"},
		{"2027-02-28", "closed"},      {"2027-03-01", "09:00-17:00"},
		{"2028-02-29", "closed"},      {NULL, NULL}};
	struct made made;

	(void)state;
	make_hours(&made,
		   "    weekly: 'Mo-Su 09:00-17:00'\n"
		   "    seasons:\n"
		   "      - {from: 2026-12-01, to: 2027-01-06, reason: R,"
		   " weekly: 'Mo-Su 08:00-12:00', yearly: true}\n"
		   "      - {from: 2024-02-28, to: 2024-02-29, reason: R,"
		   " weekly: closed, yearly: true}\n");
	assert_days(&made, rows);
	drop(&made);
}

/* the hours of a week or more are unknown, of a day not */
static void
what_cant_be_read_is_unknown(void **state)
{
	static const struct {
		const char *hours;
		bool told;
	} rows[] = {
		{"    weekly: '24/7'\n", true},
		{"    weekly: '24/8'\n", false},
		{"    weekly: '24/7'\n    seasons: []\n", true},
		{"    weekly: '24/7'\n    seasons: winter\n", false},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "weekly: closed}]\n",
		 false},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "to: 2026-10-01, weekly: closed}]\n",
		 false},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "to: 2026-10-01, weekly: closed, yearly: true}]\n",
		 true},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "to: 2027-11-01, weekly: closed, yearly: true}]\n",
		 false},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "to: 2027-10-31, weekly: closed, yearly: true}]\n",
		 true},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "to: 2026-12-01, weekly: closed, yearly: perhaps}]\n",
		 false},
		{"    weekly: '24/7'\n    exceptions: [{date: 2026-11-01, "
		 "hours: none}]\n",
		 true},
		{"    weekly: '24/7'\n    exceptions: [{from: 2026-11-01, "
		 "to: 2026-11-06, hours: 'Mo-Fr 09:00-17:00'}]\n",
		 true},
		{"    weekly: '24/7'\n    exceptions: [{from: 2026-11-01, "
		 "to: 2026-11-07, hours: 'Mo-Fr 09:00-17:00'}]\n",
		 false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct made made;

		make_hours(&made, rows[i].hours);
		assert_int_equal(hours_told(hours_in(&made)), rows[i].told);
		drop(&made);
	}
}

static void
round_the_clock_in_every_season(void **state)
{
	static const struct {
		const char *hours;
		bool close;
	} rows[] = {
		{"    weekly: '24/7'\n", false},
		{"    weekly: 'Mo-Su 08:00-20:00,20:00-08:00'\n", false},
		{"    weekly: 'Mo-Su 00:00-23:00'\n", true},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "to: 2026-12-01, weekly: closed}]\n",
		 true},
		{"    weekly: '24/7'\n    seasons: [{from: 2026-11-01, "
		 "to: 2026-12-01, weekly: 'Mo-Su 00:00-24:00'}]\n",
		 false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct made made;

		make_hours(&made, rows[i].hours);
		assert_int_equal(hours_close(hours_in(&made)), rows[i].close);
		drop(&made);
	}
}

#define PLAN(period, hours)                                                   \
	"ces: 1\n"                                                            \
	"plan: {timezone: Europe/London, period: {" period "}}\n"             \
	"hours: {desk: {" hours "}}\n"                                        \
	"channels: {phone: {status: current, assisted: true, hours: desk}}\n" \
	"segments:\n"                                                         \
	"  s: {preferences: {channels: {phone: 100},\n"                       \
	"      hours: \"Mo-Su 09:00-17:00\"}}\n"

static void
assert_worst(const char *yaml, double percent, const char *first,
	     const char *last, double worst)
{
	const struct coverage *at;
	struct made made;

	make(&made, yaml);
	at = coverage_of(&made, "s", "phone");
	assert_near(at->percent, percent, 1e-9);
	if (first) {
		assert_day(at->worst.first, first);
		assert_day(at->worst.last, last);
		assert_near(at->worst.percent, worst, 1e-9);
	} else {
		assert_int_equal(at->worst.first.year, 0);
	}
	drop(&made);
}

static void
the_worst_stretch(void **state)
{
	(void)state;
	/* seven days of 28, and six */
	assert_worst(PLAN("start: 2026-06-01, end: 2026-06-28",
			  "weekly: '24/7', exceptions: [{from: 2026-06-10, "
			  "to: 2026-06-16, hours: closed}]"),
		     75, "2026-06-10", "2026-06-16", 0);
	assert_worst(PLAN("start: 2026-06-01, end: 2026-06-28",
			  "weekly: '24/7', exceptions: [{from: 2026-06-10, "
			  "to: 2026-06-15, hours: closed}]"),
		     2200 / 28.0, NULL, NULL, 0);
	/* day by day; and days of different hours, which are no stretch */
	assert_worst(PLAN("start: 2026-06-01, end: 2026-06-28",
			  "weekly: '24/7', exceptions: [{date: 2026-06-12, "
			  "hours: closed}, {from: 2026-06-13, to: 2026-06-18, "
			  "hours: closed}]"),
		     75, "2026-06-12", "2026-06-18", 0);
	assert_worst(PLAN("start: 2026-06-01, end: 2026-06-28",
			  "weekly: '24/7', exceptions: [{date: 2026-06-12, "
			  "hours: '09:00-13:00'}, {from: 2026-06-13, "
			  "to: 2026-06-18, hours: closed}]"),
		     2150 / 28.0, NULL, NULL, 0);
	/* two seasons of which the longer is named where both are alike, and
	 * none where that is enough */
	assert_worst(PLAN("start: 2026-07-01, end: 2026-07-31",
			  "weekly: '24/7', seasons: [{from: 2026-07-01, "
			  "to: 2026-07-08, weekly: closed}, {from: 2026-07-20, "
			  "to: 2026-07-28, weekly: closed}]"),
		     1400 / 31.0, "2026-07-20", "2026-07-28", 0);
	assert_worst(PLAN("start: 2026-07-01, end: 2026-07-31",
			  "weekly: '24/7', seasons: [{from: 2026-07-01, "
			  "to: 2026-07-14, weekly: 'Mo-Su 09:00-16:00'}]"),
		     (17 * 8 + 14 * 7) / 2.48, NULL, NULL, 0);
	/* stretches to come go before those that are over, as of 30 June */
	assert_worst(PLAN("start: 2026-06-01, end: 2026-07-30",
			  "weekly: '24/7', seasons: [{from: 2026-06-01, "
			  "to: 2026-06-15, weekly: closed}, {from: 2026-07-01, "
			  "to: 2026-07-15, weekly: 'Mo-Su 09:00-13:00'}]"),
		     (30 + 7.5) / .6, "2026-07-01", "2026-07-15", 50);
	assert_worst(PLAN("start: 2026-06-01, end: 2026-07-30",
			  "weekly: '24/7', seasons: [{from: 2026-06-01, "
			  "to: 2026-06-15, weekly: closed}]"),
		     75, "2026-06-01", "2026-06-15", 0);
	/* the whole period */
	assert_worst(PLAN("start: 2026-06-01, end: 2026-06-28",
			  "weekly: '24/7', seasons: [{from: 2026-01-01, "
			  "to: 2026-12-31, weekly: closed}]"),
		     0, NULL, NULL, 0);
}

/* the period, else 52 weeks from its first day, or the as-of day */
static void
days_looked_at_have_an_end(void **state)
{
	static const struct {
		const char *period, *first, *last;
	} rows[] = {{"start: 2026-01-01, end: 2026-12-31", "2026-01-01",
		     "2026-12-31"},
		    {"start: 2026-01-01, end: 2026-01-01", "2026-01-01",
		     "2026-01-01"},
		    {"start: 2026-01-01", "2026-01-01", "2026-12-30"},
		    {"start: 2026-01-02, end: 2026-01-01", "2026-01-02",
		     "2026-12-31"},
		    {"start: 2026-01-01, end: 2036-01-01", "2026-01-01",
		     "2036-01-01"},
		    {"start: 2026-01-01, end: 2206-01-01", "2026-01-01",
		     "2026-12-30"},
		    {"end: 2026-12-31", "2026-06-30", "2027-06-28"},
		    {"", "2026-06-30", "2027-06-28"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf yaml = {0};
		struct made made;

		buf_printf(&yaml, "ces: 1\nplan: {period: {%s}}\n",
			   rows[i].period);
		make(&made, buf_text(&yaml));
		assert_day(made.view->first_day, rows[i].first);
		assert_day(made.view->last_day, rows[i].last);
		drop(&made);
		buf_free(&yaml);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exceptions_beat_seasons_beat_the_week),
		cmocka_unit_test(seasons_come_again),
		cmocka_unit_test(what_cant_be_read_is_unknown),
		cmocka_unit_test(round_the_clock_in_every_season),
		cmocka_unit_test(the_worst_stretch),
		cmocka_unit_test(days_looked_at_have_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
