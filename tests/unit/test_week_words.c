/* test_week_words.c - the week of wanted and open hours, and what it says */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "xlsx/week/week.h"
#include "sample.h"

/* one segment that wants, one channel that is open; zones may differ */
#define PLAN(here, wanted, there, open)                                       \
	"ces: 1\n"                                                            \
	"plan: {title: T, status: draft, timezone: UTC}\n"                    \
	"channels: {phone: {name: Phone, mode: voice, timing: synchronous, "  \
	"assisted: true, status: current, hours: desk}}\n"                    \
	"hours: {desk: {name: Desk, timezone: " there ", weekly: \"" open     \
	"\"}}\n"                                                              \
	"segments: {s: {name: members, definition: d, characteristics: [c], " \
	"preferences: {channels: {phone: 100}, timezone: " here               \
	", hours: \"" wanted "\"}}}\n"
#define SAME(wanted, open) PLAN("UTC", wanted, "UTC", open)

struct week_case {
	struct review review;
	struct arena arena;
	struct week_choice choice;
	struct week_pair pair;
	const char *text;
};

static void
open_case(struct week_case *it, const char *yaml)
{
	*it = (struct week_case){0};
	sample_text(&it->review, yaml);
	week_choose(&it->choice, &it->review, &it->arena);
	it->text = week_message(&it->arena, &it->review, &it->choice);
	if (it->choice.n)
		assert_true(coverage_weeks(it->review.view, it->choice.shown[0],
					   &it->pair));
}

static void
close_case(struct week_case *it)
{
	arena_release(&it->arena);
	review_release(&it->review);
}

static void
assert_says(const char *yaml, const char *expected)
{
	struct week_case it;

	open_case(&it, yaml);
	assert_string_equal(it.text, expected);
	close_case(&it);
}

static void
titles_tell_what_is_closed(void **state)
{
	(void)state;
	assert_says(SAME("Mo-Fr 08:00-21:00", "Mo-Fr 08:00-20:00"),
		    "Phone closes an hour too early for members");
	assert_says(SAME("Mo-Fr 08:00-21:00", "Mo-Fr 08:00-20:30"),
		    "Phone closes half an hour too early for members");
	assert_says(SAME("Mo-Fr 08:00-21:00", "Mo-Fr 09:30-21:00"),
		    "Phone opens 1.5 hours too late for members");
	assert_says(SAME("Mo-Fr 08:00-21:00", "Mo-Fr 08:10-21:00"),
		    "Phone opens 10 minutes too late for members");
	assert_says(SAME("Mo-Fr 08:00-21:00", "Mo-Fr 10:00-20:00"),
		    "Phone opens too late and closes too early for members");
	assert_says(SAME("Mo-Fr 08:00-20:00", "Mo-Fr 08:00-12:00,13:00-20:00"),
		    "Phone has closed hours in the middle of the day for "
		    "members");
	assert_says(SAME("Mo-Fr 08:00-21:00; Sa-Su 09:00-20:00",
			 "Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su 10:00-16:00"),
		    "Phone closes an hour too early for members, and earlier "
		    "still on Saturdays and Sundays");
	assert_says(SAME("Mo-Sa 08:00-20:00", "Mo-Fr 08:00-20:00"),
		    "Phone is closed on Saturdays, when members ask for it");
	assert_says(SAME("Mo-Sa 08:00-20:00",
			 "Mo-Th 08:00-20:00; Fr-Sa 08:00-18:00"),
		    "Phone closes two hours too early for members on Fridays "
		    "and Saturdays");
	assert_says(SAME("Mo-Fr 08:00-10:00", "Mo-Fr 12:00-20:00"),
		    "Phone is open for 0% of the hours that members ask for");
}

static void
titles_where_nothing_lacks(void **state)
{
	(void)state;
	assert_says(SAME("Mo-Fr 08:00-20:00", "24/7"),
		    "We are open at all times that customers want");
	assert_says("ces: 1\nplan: {title: T, status: draft}\n",
		    "The week, hour by hour");
}

static void
half_hours_hold_what_is_wanted_and_open(void **state)
{
	struct week_case it;
	struct work work = {.arena = &it.arena};
	struct week_day day;

	(void)state;
	open_case(&it, SAME("Mo 08:00-12:00", "Mo 07:15-08:30,09:15-11:00"));
	assert_int_equal(week_half(&it.pair, 0, 13), 0);
	assert_int_equal(week_half(&it.pair, 0, 14), 0); /* from 07:15 */
	assert_int_equal(week_half(&it.pair, 0, 15), 2);
	assert_int_equal(week_half(&it.pair, 0, 16), 3);
	assert_int_equal(week_half(&it.pair, 0, 17), 1);
	assert_int_equal(week_half(&it.pair, 0, 18), 1); /* from 09:15 */
	assert_int_equal(week_half(&it.pair, 0, 19), 3);
	assert_int_equal(week_half(&it.pair, 0, 23), 1);
	assert_int_equal(week_half(&it.pair, 1, 16), 0);
	assert_false(week_exact(&it.pair, 0));
	assert_true(week_exact(&it.pair, 1));
	day = week_day_gap(&it.pair, 0);
	assert_int_equal(day.wanted, 240);
	assert_int_equal(day.common, 135);
	assert_int_equal(day.late, 0);
	assert_int_equal(day.between, 45);
	assert_int_equal(day.early, 60);
	assert_string_equal(closed_spans(&work, &it.pair, 0),
			    "08:30–09:15, 11–12");
	close_case(&it);
}

/* the week stands on the segment's clock, and agrees with the coverage */
static void
zones_that_differ(void **state)
{
	struct week_case it;

	(void)state;
	open_case(&it, PLAN("Asia/Seoul", "Mo-Fr 09:00-18:00", "UTC",
			    "Mo-Fr 00:00-08:00"));
	assert_true(it.pair.shifted);
	assert_int_equal(52 * week_common(&it.pair.wanted, &it.pair.offered),
			 it.choice.shown[0]->common);
	assert_string_equal(it.text,
			    "Phone closes an hour too early for members");
	close_case(&it);
	/* an hour less in summer, when London's clocks are ahead: 30 weeks, and
	 * 22 of winter, which are enough */
	open_case(&it, PLAN("Europe/London", "Mo-Fr 09:00-17:00", "UTC",
			    "Mo-Fr 09:00-17:00"));
	assert_int_equal(30 * week_common(&it.pair.wanted, &it.pair.offered) +
				 22 * week_count(&it.pair.wanted),
			 it.choice.shown[0]->common);
	assert_string_equal(it.text,
			    "Phone opens an hour too late for members");
	close_case(&it);
}

#define SEASON(from, to, week)                                                \
	"ces: 1\n"                                                            \
	"plan: {title: T, status: draft, timezone: UTC, "                     \
	"period: {start: 2026-04-01, end: 2027-03-31}}\n"                     \
	"channels: {phone: {name: Phone, mode: voice, timing: synchronous, "  \
	"assisted: true, status: current, hours: desk}}\n"                    \
	"hours: {desk: {name: Desk, weekly: 'Mo-Su 08:00-20:00', "            \
	"seasons: [{from: " from ", to: " to ", weekly: '" week               \
	"', reason: R}]}}\n"                                                  \
	"segments: {s: {name: members, definition: d, characteristics: [c], " \
	"preferences: {channels: {phone: 100}, hours: 'Mo-Su "                \
	"08:00-20:00'}}}\n"

/* the week of the worst stretch, with its dates where it is too low */
static void
seasons_that_are_worse(void **state)
{
	struct week_case it;

	(void)state;
	open_case(&it, SEASON("2026-11-01", "2027-01-31", "Mo-Fr 08:00-16:00"));
	assert_string_equal(it.text,
			    "Phone closes four hours too early for members, "
			    "and lacks more on Saturdays and Sundays, from "
			    "2026-11-01 to 2027-01-31");
	assert_string_equal(open_text(&it.arena, NULL, &it.pair),
			    "Mo-Fr 08:00-16:00");
	assert_true(it.choice.shown[0]->worst.first.year);
	close_case(&it);
	open_case(&it, SEASON("2026-11-01", "2027-01-31", "closed"));
	assert_string_equal(it.text,
			    "Phone is open for 0% of the hours that members "
			    "ask for, from 2026-11-01 to 2027-01-31");
	close_case(&it);
	/* enough, though less */
	open_case(&it, SEASON("2026-11-01", "2027-01-31", "Mo-Su 08:00-19:00"));
	assert_string_equal(it.text,
			    "Phone closes an hour too early for members");
	assert_false(it.choice.shown[0]->worst.first.year);
	close_case(&it);
	/* a holiday of two days is no week to show */
	open_case(&it, SEASON("2026-12-24", "2026-12-25", "Mo-Su off"));
	assert_string_equal(it.text,
			    "We are open at all times that customers want, but "
			    "for single days");
	close_case(&it);
}

static void
the_weightiest_are_chosen(void **state)
{
	struct review review;
	struct arena arena = {0};
	struct week_choice choice;

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	week_choose(&choice, &review, &arena);
	assert_int_equal(choice.n, 4);
	assert_int_equal(choice.short_of, 3);
	assert_string_equal(choice.shown[0]->segment->object.id, "members");
	assert_string_equal(choice.shown[1]->segment->object.id, "new-movers");
	assert_string_equal(choice.shown[2]->segment->object.id, "gift-buyers");
	assert_string_equal(choice.shown[3]->channel->object.id, "chat");
	assert_int_equal(strncmp(week_covered(&arena, NULL, &choice),
				 "Phone 2 of 5, Live chat 3 of 3", 30),
			 0);
	arena_release(&arena);
	review_release(&review);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles_tell_what_is_closed),
		cmocka_unit_test(titles_where_nothing_lacks),
		cmocka_unit_test(half_hours_hold_what_is_wanted_and_open),
		cmocka_unit_test(zones_that_differ),
		cmocka_unit_test(seasons_that_are_worse),
		cmocka_unit_test(the_weightiest_are_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
