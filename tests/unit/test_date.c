/* test_date.c - days, periods, durations, the clock */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "ces/date.h"

static struct date
day(int year, int month, int day_of_month)
{
	return (struct date){(int16_t)year, (uint8_t)month,
			     (uint8_t)day_of_month};
}

static void
assert_date(struct date date, const char *expected)
{
	struct buf buf = {0};

	date_write(&buf, date);
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}

static bool
parses(const char *s)
{
	struct date date;
	struct buf buf = {0};
	bool ok = date_parse(s, strlen(s), &date);

	if (ok) {
		date_write(&buf, date);
		assert_string_equal(buf_text(&buf), s);
	}
	buf_free(&buf);
	return ok;
}

static void
a_date_exists_in_the_calendar(void **state)
{
	(void)state;
	assert_true(parses("2026-06-30"));
	assert_true(parses("2024-02-29"));
	assert_true(parses("2000-02-29"));
	assert_true(parses("0001-01-01"));
	assert_true(parses("9999-12-31"));
	assert_false(parses("2026-02-29"));
	assert_false(parses("2026-02-30"));
	assert_false(parses("1900-02-29"));
	assert_false(parses("2026-04-31"));
	assert_false(parses("2026-13-01"));
	assert_false(parses("2026-00-10"));
	assert_false(parses("2026-01-00"));
	assert_false(parses("0000-01-01"));
}

static void
a_date_has_one_form(void **state)
{
	static const char *const others[] = {"",
					     "2026-2-3",
					     "26-02-03",
					     "2026-02-03 ",
					     " 2026-02-03",
					     "2026/02/03",
					     "20260203",
					     "2026-02-03T00:00",
					     "03.02.2026",
					     "+026-02-03",
					     "2026-02-0x",
					     "-026-02-03"};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		assert_false(parses(others[i]));
		assert_false(date_is_form(others[i], strlen(others[i])));
	}
	assert_true(date_is_form("2026-02-30", 10));
	assert_true(date_is_form("0000-99-99", 10));
}

static void
every_day_has_its_number(void **state)
{
	int32_t last = date_days(day(9999, 12, 31));
	int weekday = 0; /* 0001-01-01 is a Monday */
	struct date before = {0};

	(void)state;
	assert_int_equal(date_days(day(1970, 1, 1)), 0);
	assert_int_equal(date_days(day(2000, 3, 1)), 11017);
	for (int32_t n = date_days(day(1, 1, 1)); n <= last; n++) {
		struct date date = date_from_days(n);

		if (!date_valid(date) || date_days(date) != n ||
		    date_weekday(date) != weekday ||
		    date_compare(before, date) >= 0)
			fail_msg("day %d", (int)n);
		before = date;
		weekday = (weekday + 1) % 7;
	}
}

static void
days_beyond_the_calendar_are_its_ends(void **state)
{
	(void)state;
	assert_date(date_add_days(day(9999, 12, 31), 1), "9999-12-31");
	assert_date(date_add_days(day(9999, 12, 31), INT32_MAX), "9999-12-31");
	assert_date(date_add_days(day(1, 1, 1), -1), "0001-01-01");
	assert_date(date_add_days(day(1, 1, 1), INT32_MIN), "0001-01-01");
	assert_date(date_add_months(day(9999, 12, 5), 1), "9999-12-31");
	assert_date(date_add_months(day(1, 1, 5), -1), "0001-01-01");
	assert_date(date_add_months(day(1, 1, 5), INT32_MIN), "0001-01-01");
}

static void
months_end_on_their_last_day(void **state)
{
	(void)state;
	assert_date(date_add_months(day(2026, 1, 31), 1), "2026-02-28");
	assert_date(date_add_months(day(2024, 1, 31), 1), "2024-02-29");
	assert_date(date_add_months(day(2026, 3, 31), -1), "2026-02-28");
	assert_date(date_add_months(day(2026, 11, 15), 3), "2027-02-15");
	assert_date(date_add_months(day(2026, 1, 15), -1), "2025-12-15");
	assert_date(date_add_months(day(2026, 1, 15), -25), "2023-12-15");
	assert_int_equal(date_between(day(2026, 1, 1), day(2027, 1, 1)), 365);
	assert_int_equal(date_between(day(2026, 3, 1), day(2026, 2, 1)), -28);
	assert_date(date_add_days(day(2024, 2, 28), 2), "2024-03-01");
	assert_int_equal(date_weekday(day(2026, 6, 30)), 1);
}

static void
assert_period(const char *s, const char *first, const char *last)
{
	struct period period;
	struct buf buf = {0};

	assert_true(period_is_form(s, strlen(s)));
	assert_true(period_parse(s, strlen(s), &period));
	assert_date(period.first, first);
	assert_date(period.last, last);
	period_write(&buf, period);
	assert_string_equal(buf_text(&buf), s);
	buf_free(&buf);
}

static void
periods_have_first_and_last_days(void **state)
{
	(void)state;
	assert_period("2026", "2026-01-01", "2026-12-31");
	assert_period("2026-Q1", "2026-01-01", "2026-03-31");
	assert_period("2026-Q2", "2026-04-01", "2026-06-30");
	assert_period("2026-Q4", "2026-10-01", "2026-12-31");
	assert_period("2026-04", "2026-04-01", "2026-04-30");
	assert_period("2024-02", "2024-02-01", "2024-02-29");
	assert_period("2026-12", "2026-12-01", "2026-12-31");
	assert_period("2026-06-30", "2026-06-30", "2026-06-30");
	assert_period("9999", "9999-01-01", "9999-12-31");
}

static void
weeks_belong_to_the_year_of_their_thursday(void **state)
{
	(void)state;
	assert_period("2026-W26", "2026-06-22", "2026-06-28");
	assert_period("2026-W01", "2025-12-29", "2026-01-04");
	assert_period("2026-W53", "2026-12-28", "2027-01-03");
	assert_period("2027-W01", "2027-01-04", "2027-01-10");
	assert_period("2020-W53", "2020-12-28", "2021-01-03");
	assert_period("2024-W01", "2024-01-01", "2024-01-07");
	assert_period("0001-W01", "0001-01-01", "0001-01-07");
	assert_period("9999-W52", "9999-12-27", "9999-12-31");
}

static void
no_such_period(void **state)
{
	static const char *const none[] = {
		"2025-W53", "2027-W53", "9999-W53",  "2026-W00", "2026-W54",
		"2026-Q0",  "2026-Q5",	"2026-00",   "2026-13",	 "0000",
		"0000-Q1",  "0000-W01", "2026-02-30"};
	static const char *const malformed[] = {
		"",	   "26",       "2026-4",   "2026-W1",
		"2026-q2", "2026-w26", "2026 Q2",  "Q2 2026",
		"2026Q2",  "2026-",    "2026-Q22", "2026-2-3"};
	struct period period;

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		assert_true(period_is_form(none[i], strlen(none[i])));
		assert_false(period_parse(none[i], strlen(none[i]), &period));
	}
	for (size_t i = 0; i < sizeof(malformed) / sizeof(*malformed); i++) {
		const char *s = malformed[i];

		assert_false(period_is_form(s, strlen(s)));
		assert_false(period_parse(s, strlen(s), &period));
	}
}

static void
assert_duration(const char *s, double seconds)
{
	struct duration duration;
	struct buf buf = {0};

	assert_true(duration_parse(s, strlen(s), &duration));
	assert_true(duration_seconds(duration) == seconds);
	duration_write(&buf, duration);
	assert_string_equal(buf_text(&buf), s);
	buf_free(&buf);
}

static void
durations_have_a_unit(void **state)
{
	static const char *const none[] = {
		"",	  "5",	   "min",
		"5 min",  "-5min", "+5min",
		"5m",	  "5MIN",  "1e3s",
		".5h",	  "5.h",   "5hours",
		"1.2.3h", "5min ", "5,5h",
		"b",	  "5b",	   "99999999999999999s"};
	struct duration duration;

	(void)state;
	assert_duration("30s", 30);
	assert_duration("5min", 300);
	assert_duration("8h", 28800);
	assert_duration("2d", 172800);
	assert_duration("8bd", 230400);
	assert_duration("1.5h", 5400);
	assert_duration("0s", 0);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		assert_false(
			duration_parse(none[i], strlen(none[i]), &duration));
}

static bool
today_with(const char *epoch, struct date *date)
{
	bool ok;

	setenv("SOURCE_DATE_EPOCH", epoch, 1);
	ok = date_today(date);
	unsetenv("SOURCE_DATE_EPOCH");
	return ok;
}

static void
the_clock_can_be_set(void **state)
{
	struct date date;

	(void)state;
	assert_true(today_with("0", &date));
	assert_date(date, "1970-01-01");
	assert_true(today_with("1782863999", &date));
	assert_date(date, "2026-06-30");
	assert_true(today_with("253402300799", &date));
	assert_date(date, "9999-12-31");
	assert_false(today_with("253402300800", &date));
	assert_false(today_with("99999999999999999999999", &date));
	assert_true(today_with("", &date)); /* as if it were not set */
	assert_false(today_with("-1", &date));
	assert_false(today_with("1.5", &date));
	assert_false(today_with("today", &date));
	assert_true(date_today(&date));
	assert_true(date_valid(date));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_exists_in_the_calendar),
		cmocka_unit_test(a_date_has_one_form),
		cmocka_unit_test(every_day_has_its_number),
		cmocka_unit_test(days_beyond_the_calendar_are_its_ends),
		cmocka_unit_test(months_end_on_their_last_day),
		cmocka_unit_test(periods_have_first_and_last_days),
		cmocka_unit_test(weeks_belong_to_the_year_of_their_thursday),
		cmocka_unit_test(no_such_period),
		cmocka_unit_test(durations_have_a_unit),
		cmocka_unit_test(the_clock_can_be_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
