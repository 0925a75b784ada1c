/* test_uncovered.c - when they want us and we are closed */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "viewed.h"

static void
assert_closed(const struct made *made, const char *segment, const char *channel,
	      const char *expected)
{
	struct buf buf = {0};

	coverage_closed(&buf, NULL, made->view,
			coverage_of(made, segment, channel));
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}

static void
assert_nobody(const struct made *made, const char *segment, double reach,
	      const char *expected)
{
	const struct segment_view *at = SEGMENT(made, segment);
	struct buf buf = {0};

	assert_near(at->reach, reach, .05);
	segment_closed(&buf, NULL, made->view, at);
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}

/* a segment that wants hours, and a phone that keeps others */
static void
make_pair(struct made *made, const char *wanted, const char *open)
{
	struct buf yaml = {0};

	buf_printf(&yaml,
		   "ces: 1\n"
		   "plan: {timezone: Europe/London}\n"
		   "segments: {s: {preferences: {hours: '%s',\n"
		   "  channels: {phone: 100}}}}\n"
		   "channels: {phone: {status: current, assisted: true,\n"
		   "  hours: h}}\n"
		   "hours: {h: {weekly: '%s'}}\n",
		   wanted, open);
	make(made, buf_text(&yaml));
	buf_free(&yaml);
}

static void
the_example_closes_early(void **state)
{
	struct made made;

	(void)state;
	make_retail(&made);
	assert_closed(&made, "members", "phone",
		      "Mo-Fr 20:00-21:00, Sa 18:00-20:00, "
		      "Su 09:00-10:00,16:00-20:00");
	assert_closed(&made, "members", "chat", "");
	assert_closed(&made, "trade", "phone", "");
	/* but on Christmas Day, 13 of 4537 hours */
	assert_nobody(&made, "members", 99.7, "");
	drop(&made);
}

static void
spans_pass_midnight(void **state)
{
	static const struct {
		const char *wanted, *open, *closed;
	} rows[] = {
		{"Mo-Su 18:00-02:00", "Mo-Su 08:00-22:00", "Mo-Su 22:00-02:00"},
		/* the week goes round */
		{"Sa-Su 20:00-04:00", "Sa 20:00-24:00",
		 "Su 00:00-04:00,20:00-04:00"},
		{"24/7", "Mo-Fr 08:00-20:00",
		 "Mo 00:00-08:00,20:00-08:00, Tu-Th 20:00-08:00, "
		 "Fr 20:00-24:00, Sa-Su 00:00-24:00"},
		{"24/7", "Mo-Su off", "24/7"},
		{"Mo 09:00-17:00", "Mo-Su off", "Mo 09:00-17:00"},
		{"Mo 09:00-17:00", "Tu 09:00-17:00", "Mo 09:00-17:00"},
		{"Mo,We 09:00-17:00", "Mo,We 09:00-16:30", "Mo,We 16:30-17:00"},
		{"Mo 08:00-20:00",
		 "Mo 09:00-10:00,11:00-12:00,13:00-14:00,15:00-16:00",
		 "Mo 08:00-09:00,10:00-11:00,12:00-13:00, ..."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct made made;

		make_pair(&made, rows[i].wanted, rows[i].open);
		assert_closed(&made, "s", "phone", rows[i].closed);
		drop(&made);
	}
}

/* told on the segment's clock, of the season in which more is closed */
static void
clocks_differ(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\n"
		    "plan: {timezone: Europe/London}\n"
		    "segments:\n"
		    "  paris: {preferences: {timezone: Europe/Paris,\n"
		    "    hours: 'Mo-Fr 09:00-18:00', channels: {phone: 100}}}\n"
		    "  phoenix: {preferences: {timezone: America/Phoenix,\n"
		    "    hours: 'Mo-Fr 08:00-12:00', channels: {phone: 100}}}\n"
		    "channels: {phone: {status: current, assisted: true,\n"
		    "  hours: h}}\n"
		    "hours: {h: {weekly: 'Mo-Fr 09:00-18:00'}}\n");
	assert_closed(&made, "paris", "phone",
		      "Mo-Fr 09:00-10:00 Europe/Paris");
	/* London is 7 hours ahead in winter, 8 in summer; 52 weeks from here */
	assert_closed(&made, "phoenix", "phone",
		      "Mo-Fr 10:00-12:00 America/Phoenix from 2026-06-30 to "
		      "2026-10-24, when 50% is covered");
	drop(&made);
}

/* another door is open, unless nobody knows */
static void
any_door_counts(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\n"
		    "segments:\n"
		    "  s: {preferences: {hours: 'Mo 08:00-18:00',\n"
		    "    channels: {phone: 100}}}\n"
		    "  unasked: {preferences: {channels: {phone: 100}}}\n"
		    "channels:\n"
		    "  phone: {status: current, assisted: true, hours: h}\n"
		    "  chat: {status: current, assisted: true, hours: late}\n"
		    "  bot: {status: current, assisted: false, hours: all}\n"
		    "  video: {status: planned, assisted: true, hours: all}\n"
		    "hours:\n"
		    "  h: {weekly: 'Mo 09:00-12:00'}\n"
		    "  late: {weekly: 'Mo 11:00-17:00'}\n"
		    "  all: {weekly: '24/7'}\n");
	assert_nobody(&made, "s", 80, "Mo 08:00-09:00,17:00-18:00");
	assert_true(isnan(SEGMENT(&made, "unasked")->reach));
	assert_closed(&made, "unasked", "phone", "");
	drop(&made);
	make(&made, "ces: 1\n"
		    "segments: {s: {preferences: {hours: 'Mo 08:00-18:00',\n"
		    "  channels: {phone: 100}}}}\n"
		    "channels:\n"
		    "  phone: {status: current, assisted: true, hours: h}\n"
		    "  chat: {status: current, assisted: true}\n"
		    "hours: {h: {weekly: 'Mo 09:00-12:00'}}\n");
	assert_true(isnan(SEGMENT(&made, "s")->reach));
	drop(&made);
}

static void
assert_route(const struct made *made, const char *channel, const char *expected)
{
	struct buf buf = {0};

	route_closed(&buf, NULL, made->view,
		     (const void *)map_find(&made->plan->channels, channel));
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}

/* a machine that is open when neither end of its route is */
static void
routes_end_at_doors(void **state)
{
	struct made made;

	(void)state;
	make(&made, "ces: 1\n"
		    "plan: {timezone: Europe/London}\n"
		    "channels:\n"
		    "  day: {hours: day}\n"
		    "  evening: {hours: evening}\n"
		    "  paris: {hours: paris}\n"
		    "  secret: {}\n"
		    "  menu: {hours: long,\n"
		    "    human_route: {to: day, after_hours_to: evening}}\n"
		    "  early: {hours: day,\n"
		    "    human_route: {to: day, after_hours_to: evening}}\n"
		    "  abroad: {hours: day,\n"
		    "    human_route: {to: paris, after_hours_to: evening}}\n"
		    "  unknown: {hours: long,\n"
		    "    human_route: {to: day, after_hours_to: secret}}\n"
		    "  lost: {hours: long, human_route: {to: day}}\n"
		    "hours:\n"
		    "  day: {weekly: 'Mo 09:00-17:00'}\n"
		    "  evening: {weekly: 'Mo 18:00-20:00'}\n"
		    "  paris: {weekly: 'Mo 09:00-17:00',\n"
		    "    timezone: Europe/Paris}\n"
		    "  long: {weekly: 'Mo 08:00-22:00'}\n");
	assert_route(&made, "menu", "Mo 08:00-09:00,17:00-18:00,20:00-22:00");
	assert_route(&made, "early", "");
	assert_route(&made, "abroad", "Mo 16:00-17:00");
	assert_route(&made, "unknown", "");
	assert_route(&made, "lost", "");
	drop(&made);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_example_closes_early),
		cmocka_unit_test(spans_pass_midnight),
		cmocka_unit_test(clocks_differ),
		cmocka_unit_test(any_door_counts),
		cmocka_unit_test(routes_end_at_doors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
