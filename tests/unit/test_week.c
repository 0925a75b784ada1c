/* test_week.c - opening hours: read, refused, counted, written */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "ces/week.h"

/* a copy of just n bytes, so that a step past the end is caught */
static char *
exact(const char *s)
{
	size_t n = strlen(s);
	char *copy = malloc(n ? n : 1);

	assert_non_null(copy);
	memcpy(copy, s, n);
	return copy;
}

static struct week
read_week(struct arena *arena, const char *s)
{
	struct week week;
	struct week_error error;
	char *copy = exact(s);

	if (!week_parse(copy, strlen(s), arena, &week, &error))
		fail_msg("%s: problem %d at %zu-%zu", s, (int)error.problem,
			 error.start, error.end);
	free(copy);
	return week;
}

static struct week_minutes
fill(const char *s, int shift)
{
	struct arena arena = {0};
	struct week week = read_week(&arena, s);
	struct week_minutes minutes;

	week_fill(&week, shift, &minutes);
	arena_release(&arena);
	return minutes;
}

static unsigned
minute(int day, int hour, int minute_of_hour)
{
	return (unsigned)(day * DAY_MINUTES + hour * 60 + minute_of_hour);
}

/* what is read is written so, and read again is the same */
static void
assert_written(const char *s, const char *expected)
{
	struct arena arena = {0};
	struct week week = read_week(&arena, s);
	struct buf buf = {0};
	struct week_minutes a = fill(s, 0), b;

	week_write(&buf, &week);
	assert_string_equal(buf_text(&buf), expected);
	b = fill(buf_text(&buf), 0);
	assert_memory_equal(&a, &b, sizeof(a));
	buf_free(&buf);
	arena_release(&arena);
}

static void
weeks_are_written_in_one_way(void **state)
{
	(void)state;
	assert_written("Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su off",
		       "Mo-Fr 08:00-20:00; Sa 09:00-18:00");
	assert_written("24/7", "24/7");
	assert_written("24/7; PH off", "24/7; PH off");
	assert_written("Mo-Su 0:00-24:00", "24/7");
	assert_written("22:00-02:00", "Mo-Su 22:00-02:00");
	assert_written("Mo-Sa 22:00-26:00", "Mo-Sa 22:00-02:00");
	assert_written("Mo 01:00-26:00", "Mo 01:00-26:00");
	assert_written("Mo 08:00-00:00", "Mo 08:00-24:00");
	assert_written("Mo,We,Fr 09:00-12:00,13:00-17:00",
		       "Mo,We,Fr 09:00-12:00,13:00-17:00");
	assert_written("Mo 13:00-17:00,09:00-12:00",
		       "Mo 09:00-12:00,13:00-17:00");
	assert_written("Fr-Mo 8:00-9:00", "Mo,Fr-Su 08:00-09:00");
	assert_written("mo-FR,sU 09:00 - 17:00 ;", "Mo-Fr,Su 09:00-17:00");
	assert_written(" Mo - Fr , Su  09:00-10:00 , 11:00-12:00 ; PH closed ",
		       "Mo-Fr,Su 09:00-10:00,11:00-12:00; PH off");
	assert_written("Su,PH 10:00-14:00; Mo 09:00-10:00",
		       "Mo 09:00-10:00; Su,PH 10:00-14:00");
	assert_written("Mo-Su 08:00-20:00; Su,PH off",
		       "Mo-Sa 08:00-20:00; PH off");
	assert_written("off", "Mo-Su off");
	assert_written("Mo-Su off; PH off", "Mo-Su,PH off");
	assert_written("PH off", "Mo-Su,PH off");
	assert_written("Mo08:00-10:00", "Mo 08:00-10:00");
	assert_written("Mo-Mo 08:00-10:00", "Mo 08:00-10:00");
	assert_written("Mo 08:00-10:00,10:00-12:00",
		       "Mo 08:00-10:00,10:00-12:00");
}

static void
a_later_rule_replaces_an_earlier(void **state)
{
	struct arena arena = {0};
	struct week week =
		read_week(&arena, "Mo-Fr 08:00-20:00; We off; Th 10:00-11:00");

	(void)state;
	assert_int_equal(week.days[1].n, 1);
	assert_int_equal(week.days[2].n, 0);
	assert_true(week.days[2].named);
	assert_int_equal(week.days[3].n, 1);
	assert_int_equal(week.days[3].spans[0].start, 600);
	assert_int_equal(week.days[3].spans[0].end, 660);
	assert_false(week.days[5].named);
	assert_false(week.days[7].named);
	week = read_week(&arena, "24/7");
	assert_true(week.days[6].named);
	assert_false(week.days[7].named);
	arena_release(&arena);
}

struct refusal {
	const char *text;
	enum week_problem problem;
	const char *part; /* what is named, where it first occurs */
};

static void
assert_refused(const struct refusal *refusal, bool whole_week)
{
	const char *s = refusal->text, *part = strstr(s, refusal->part);
	struct week_error error = {WEEK_OK, 99, 99};
	struct arena arena = {0};
	struct day_hours day;
	struct week week;
	char *copy = exact(s);
	bool ok = whole_week
			  ? week_parse(copy, strlen(s), &arena, &week, &error)
			  : spans_parse(copy, strlen(s), &arena, &day, &error);

	if (ok || error.problem != refusal->problem ||
	    error.start != (size_t)(part - s) ||
	    error.end != error.start + strlen(refusal->part))
		fail_msg("%s: %d at %zu-%zu", s, ok ? -1 : (int)error.problem,
			 error.start, error.end);
	free(copy);
	arena_release(&arena);
}

static void
what_is_not_read_is_named(void **state)
{
	static const struct refusal refusals[] = {
		{"", WEEK_EMPTY, ""},
		{"  ", WEEK_EMPTY, "  "},
		{";", WEEK_EMPTY, ";"},
		{"; Mo 08:00-09:00", WEEK_EMPTY, ";"},
		{"Mon 08:00-20:00", WEEK_DAY, "Mon"},
		{"Monday-Friday 08:00-20:00", WEEK_DAY, "Monday"},
		{"Mo-Fri 08:00-20:00", WEEK_DAY, "Fri"},
		{"Mo-Di 08:00-20:00", WEEK_DAY, "Di"},
		{"\u041f\u043d 08:00-20:00", WEEK_DAY, "\u041f\u043d"},
		{"Mo-PH 08:00-20:00", WEEK_DAY, "PH"},
		{"PH-Tu 08:00-20:00", WEEK_DAY, "PH"},
		{"SH off", WEEK_DAY, "SH"},
		{"Jan-Mar 08:00-20:00", WEEK_DAY, "Jan"},
		{"week 01-10 Mo 08:00-20:00", WEEK_DAY, "week"},
		{"sunrise-sunset", WEEK_DAY, "sunrise"},
		{"Mo, 08:00-20:00", WEEK_DAY, "08:00"},
		{"Mo-Fr sunrise-sunset", WEEK_SYNTAX, "sunrise"},
		{"Mo-Fr 08:00-sunset", WEEK_SYNTAX, "sunset"},
		{"Mo-Fr", WEEK_SYNTAX, "Mo-Fr"},
		{"Mo-Fr; Sa 08:00-09:00", WEEK_SYNTAX, "Mo-Fr"},
		{"Mo-Fr 08:00", WEEK_SYNTAX, "08:00"},
		{"Mo-Fr 08:00-", WEEK_SYNTAX, "08:00-"},
		{"Mo-Fr 08:00- ;", WEEK_SYNTAX, "08:00-"},
		{"Mo-", WEEK_SYNTAX, "Mo-"},
		{"Mo 08:00-09:00,", WEEK_SYNTAX, ","},
		{"Mo-Fr 08:00\u201320:00", WEEK_SYNTAX, "\u2013"},
		{"Mo\u2013Fr 08:00-20:00", WEEK_SYNTAX, "\u2013"},
		{"Mo-Fr\u00a008:00-20:00", WEEK_SYNTAX, "\u00a0"},
		{"Mo 08:00-20:00 || Tu 08:00-09:00", WEEK_SYNTAX, "||"},
		{"Mo 08:00-20:00 \"by phone\"", WEEK_SYNTAX, "\"by phone\""},
		{"Mo 08:00-20:00 \"open", WEEK_SYNTAX, "\"open"},
		{"Mo[1] 08:00-20:00", WEEK_SYNTAX, "[1]"},
		{"Mo 17:00+", WEEK_SYNTAX, "+"},
		{"Mo 08:00-20:00+", WEEK_SYNTAX, "+"},
		{"Mo-Fr: 08:00-20:00", WEEK_SYNTAX, ":"},
		{"Mo-Fr 08:00-20:00 Sa 09:00-10:00", WEEK_SYNTAX, "Sa"},
		{"Mo 08:00-10:00, Sa 09:00-10:00", WEEK_SYNTAX, "Sa"},
		{"Mo-Fr 08:00-20:00 off", WEEK_SYNTAX, "off"},
		{"Mo off 08:00-09:00", WEEK_SYNTAX, "08:00"},
		{"Mo Tu 08:00-09:00", WEEK_SYNTAX, "Tu"},
		{"Mo \xff", WEEK_SYNTAX, "\xff"},
		{"Mo 9-17", WEEK_TIME, "9"},
		{"Mo 0800-2000", WEEK_TIME, "0800"},
		{"Mo 08.00-20.00", WEEK_TIME, "08.00"},
		{"Mo 8am-5pm", WEEK_TIME, "8am"},
		{"Mo 08:00-20h", WEEK_TIME, "20h"},
		{"Mo 008:00-20:00", WEEK_TIME, "008:00"},
		{"Mo 8:0-20:00", WEEK_TIME, "8:0"},
		{"Mo 08:00:00-20:00", WEEK_TIME, "08:00:00"},
		{"Mo 24/7", WEEK_TIME, "24/7"},
		{"Mo 24:00-25:00", WEEK_HOUR, "24:00"},
		{"Mo 08:00-26:01", WEEK_HOUR, "26:01"},
		{"Mo 08:00-99:00", WEEK_HOUR, "99:00"},
		{"Mo 08:60-20:00", WEEK_HOUR, "08:60"},
		{"Mo 08:00-19:75", WEEK_HOUR, "19:75"},
		{"Mo 08:00-08:00", WEEK_ZERO, "08:00-08:00"},
		{"Mo 00:00-00:00", WEEK_ZERO, "00:00-00:00"},
		{"Mo 08:00-12:00,11:59-14:00", WEEK_OVERLAP, "11:59-14:00"},
		{"Mo 08:00-12:00, 07:00-13:00", WEEK_OVERLAP, "07:00-13:00"},
		{"Mo 22:00-02:00,23:00-24:00", WEEK_OVERLAP, "23:00-24:00"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(*refusals); i++)
		assert_refused(&refusals[i], true);
}

static void
an_empty_rule_is_named_at_its_end(void **state)
{
	static const char text[] = "Mo 08:00-09:00; ; Tu off";
	struct arena arena = {0};
	struct week_error error;
	struct week week;

	(void)state;
	assert_false(week_parse(text, strlen(text), &arena, &week, &error));
	assert_int_equal(error.problem, WEEK_EMPTY);
	assert_int_equal(error.start, 16);
	assert_int_equal(error.end, 17);
	arena_release(&arena);
}

static void
one_day_has_spans_alone(void **state)
{
	static const struct refusal refusals[] = {
		{"", WEEK_EMPTY, ""},
		{"Mo 08:00-09:00", WEEK_SYNTAX, "Mo"},
		{"08:00-09:00; 10:00-11:00", WEEK_SYNTAX, ";"},
		{"08:00-09:00;", WEEK_SYNTAX, ";"},
		{";", WEEK_SYNTAX, ";"},
		{"open", WEEK_SYNTAX, "open"},
		{"24/7", WEEK_TIME, "24/7"},
		{"08:00", WEEK_SYNTAX, "08:00"},
		{"08:00-20:00 h", WEEK_SYNTAX, "h"},
	};
	struct week_error error;
	struct arena arena = {0};
	struct day_hours day;

	(void)state;
	assert_true(spans_parse(" closed ", 8, &arena, &day, &error));
	assert_int_equal(day.n, 0);
	assert_true(day.named);
	assert_true(spans_parse("09:00-12:00, 22:00-06:00", 24, &arena, &day,
				&error));
	assert_int_equal(day.n, 2);
	assert_int_equal(day.spans[1].start, 22 * 60);
	assert_int_equal(day.spans[1].end, 30 * 60);
	arena_release(&arena);
	for (size_t i = 0; i < sizeof(refusals) / sizeof(*refusals); i++)
		assert_refused(&refusals[i], false);
}

/* hours of the week preferred, offered and both */
static void
assert_coverage(const char *preferred, unsigned hours, unsigned both)
{
	static const char offered[] =
		"Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su 10:00-16:00";
	struct week_minutes wish = fill(preferred, 0), offer = fill(offered, 0);

	assert_int_equal(week_count(&wish), hours * 60);
	assert_int_equal(week_count(&offer), 75 * 60);
	assert_int_equal(week_common(&wish, &offer), both * 60);
	assert_int_equal(week_common(&offer, &wish), both * 60);
}

static void
coverage_is_counted_in_minutes(void **state)
{
	(void)state;
	assert_coverage("Mo-Fr 08:00-21:00; Sa-Su 09:00-20:00", 87, 75);
	assert_coverage("Mo-Su 09:00-23:00", 98, 70);
	assert_coverage("Mo-Fr 07:00-19:00; Sa 08:00-13:00", 65, 59);
	assert_coverage("24/7", 168, 75);
	assert_coverage("off", 0, 0);
}

static void
a_span_past_midnight_goes_on(void **state)
{
	struct week_minutes week = fill("Sa,Su 22:00-02:00", 0);

	(void)state;
	assert_int_equal(week_count(&week), 8 * 60);
	assert_true(week_open_at(&week, minute(5, 22, 0)));
	assert_true(week_open_at(&week, minute(6, 1, 59)));
	assert_false(week_open_at(&week, minute(6, 2, 0)));
	assert_true(week_open_at(&week, minute(6, 23, 59)));
	assert_true(week_open_at(&week, minute(0, 0, 0)));
	assert_true(week_open_at(&week, minute(0, 1, 59)));
	assert_false(week_open_at(&week, minute(0, 2, 0)));
	/* Monday is closed, but for what Sunday began */
	week = fill("Mo-Su 22:00-02:00; Mo off", 0);
	assert_int_equal(week_count(&week), 24 * 60);
	assert_true(week_open_at(&week, minute(0, 1, 0)));
	assert_false(week_open_at(&week, minute(1, 1, 0)));
	/* minutes that are open twice count once */
	week = fill("00:00-26:00", 0);
	assert_int_equal(week_count(&week), WEEK_MINUTES);
}

/* the same minute by minute, from everywhere */
static void
assert_runs(const struct week_minutes *week, bool open, unsigned most)
{
	for (unsigned at = 0; at < WEEK_MINUTES; at += 7) {
		unsigned n = 0;

		while (n < most && week_open_at(week, at + n) == open)
			n++;
		assert_int_equal(week_run(week, at, open, most), n);
	}
}

static void
runs_go_round_the_week(void **state)
{
	static const char *const weeks[] = {"Sa,Su 22:00-02:00; We 07:01-19:03",
					    "24/7", "off"};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct week_minutes week = fill(weeks[i], 0);

		assert_runs(&week, true, DAY_MINUTES);
		assert_runs(&week, false, DAY_MINUTES);
		assert_runs(&week, false, WEEK_MINUTES);
		assert_int_equal(week_run(&week, 5, true, 0), 0);
	}
}

static void
a_shift_goes_round_the_week(void **state)
{
	struct week_minutes week = fill("Mo 00:00-01:00; Su 23:00-24:00", -30);

	(void)state;
	assert_int_equal(week_count(&week), 120);
	assert_true(week_open_at(&week, minute(6, 23, 59)));
	assert_true(week_open_at(&week, minute(0, 0, 29)));
	assert_false(week_open_at(&week, minute(0, 0, 30)));
	assert_true(week_open_at(&week, minute(6, 22, 30)));
	assert_false(week_open_at(&week, minute(6, 22, 29)));
	week = fill("Su 23:00-24:00", 60);
	assert_true(week_open_at(&week, minute(0, 0, 0)));
	assert_int_equal(week_count(&week), 60);
	week = fill("Mo 00:00-01:00", -3 * WEEK_MINUTES);
	assert_true(week_open_at(&week, 0));
	assert_int_equal(week_count(&week), 60);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weeks_are_written_in_one_way),
		cmocka_unit_test(a_later_rule_replaces_an_earlier),
		cmocka_unit_test(what_is_not_read_is_named),
		cmocka_unit_test(an_empty_rule_is_named_at_its_end),
		cmocka_unit_test(one_day_has_spans_alone),
		cmocka_unit_test(coverage_is_counted_in_minutes),
		cmocka_unit_test(a_span_past_midnight_goes_on),
		cmocka_unit_test(runs_go_round_the_week),
		cmocka_unit_test(a_shift_goes_round_the_week),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
