/* test_rules.c - the catalogue, its examples, and the rules of the whole plan
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "ces/rules.h"
#include "judged.h"
#include "rules/rule.h"
#include "sample.h"

static void
topics_complete(void **state)
{
	const struct topic *topic;

	(void)state;
	for (int i = 0; i < TOPIC_COUNT; i++) {
		topic = &topics[i];
		assert_non_null(strchr(topic->name, '/'));
		assert_int_equal(registry_find(REGISTRY_RULE, topic->name), i);
		assert_string_equal(topic_names[i], topic->name);
		assert_true(topic->severity > SEVERITY_OFF);
		assert_true(*topic->summary && *topic->why && *topic->fix);
		assert_non_null(topic->bad);
		/* who finds it: a rule, or the loader */
		if (!rule_checks[i])
			assert_true(topic->flags & TOPIC_FORM);
	}
	assert_null(topic_names[TOPIC_COUNT]);
	assert_int_equal(registry_find(REGISTRY_RULE, "document/nothing"), -1);
}

static size_t
finds(const char *yaml, const char *topic)
{
	struct review review;
	size_t n;

	judge(&review, yaml);
	n = count_of(&review, topic);
	review_release(&review);
	return n;
}

/* A part of a plan always lacks something; a good one lacks less. */
static void
examples_run(void **state)
{
	(void)state;
	for (int i = 0; i < TOPIC_COUNT; i++) {
		const struct topic *topic = &topics[i];
		size_t bad = finds(topic->bad, topic->name);

		if (!bad)
			fail_msg("the bad example of %s is good", topic->name);
		if (!topic->good)
			continue;
		if (topic->flags & TOPIC_DRAFT)
			assert_true(finds(topic->good, topic->name) < bad);
		else
			assert_finds(topic->good, topic->name, 0);
	}
}

#define WAIVER(rule, at)                                            \
	"  - {rule: " rule ", " at "reason: r, until: 2026-12-31, " \
	"approved_by: a}\n"

/* clang-format off */
static const char waived[] =
	"hours:\n"
	"  phone: {name: Phone, weekly: 24/7}\n"
	"  chat: {name: Chat, exceptions: [{date: 2026-12-25, hours: closed}]}\n"
	"waivers:\n"
	WAIVER("hours/unreviewed", "at: hours.phone, ")
	WAIVER("hours/unreviewed", "at: hours.phone, ")
	WAIVER("hours/unreviewed", "at: hours, ")
	WAIVER("hours/unreviewed", "at: hours.chat.exceptions, ")
	WAIVER("hours/closed-door", "");
/* clang-format on */

/* the number of the waiver that hides the finding, -1 for none */
static int
waiver_at(struct waiver_index *index, enum topic_id topic, const char *path)
{
	const struct finding finding = {.topic = &topics[topic], .path = path};
	const struct waiver *waiver = waiver_find(index, &finding);

	return waiver ? (int)waiver->object.index : -1;
}

static void
waivers_hold(void **state)
{
	const enum topic_id unreviewed = TOPIC_hours_unreviewed;
	struct waiver_index index;
	struct review review;

	(void)state;
	judge(&review, waived);
	waiver_index_make(&index, review.plan, review.view->as_of);
	assert_int_equal(index.n, 5);
	assert_int_equal(waiver_at(&index, unreviewed, "hours.phone"), 0);
	assert_int_equal(waiver_at(&index, unreviewed, "hours.phone.weekly"),
			 0);
	assert_int_equal(waiver_at(&index, unreviewed, "hours.phone2"), 2);
	assert_int_equal(waiver_at(&index, unreviewed, "hour"), -1);
	assert_int_equal(waiver_at(&index, unreviewed, ""), -1);
	assert_int_equal(waiver_at(&index, TOPIC_hours_closed_door, ""), 4);
	assert_int_equal(
		waiver_at(&index, TOPIC_hours_closed_door, "hours.phone"), 4);
	assert_int_equal(
		waiver_at(&index, TOPIC_hours_low_coverage, "hours.phone"), -1);
	/* all but the one of the exceptions, and the second of the same */
	for (size_t i = 0; i < index.n; i++)
		assert_int_equal(index.items[i].used,
				 index.items[i].waiver->object.index != 1 &&
					 index.items[i].waiver->object.index !=
						 3);
	assert_int_equal(
		waiver_at(&index, unreviewed, "hours.chat.exceptions[0].on"),
		2);
	waiver_index_release(&index);
	review_release(&review);
}

static void
dates_said(void **state)
{
	(void)state;
	assert_says("plan:\n  period: {start: 2026-12-31, end: 2026-01-01}\n",
		    "document/date-order", "plan.period.end",
		    "the plan's period ends on 2026-01-01, before it starts "
		    "on 2026-12-31;");
	assert_finds("plan:\n  period: {start: 2026-12-32, end: 2026-01-01}\n",
		     "document/date-order", 0);
}

#define EXCEPTIONS(list) \
	"hours:\n  phone:\n    name: Phone\n    exceptions: [" list "]\n"

static void
exceptions_disagree(void **state)
{
	(void)state;
	assert_finds(EXCEPTIONS("{date: 2026-12-25, hours: closed}, "
				"{date: 2026-12-25, hours: '10:00-16:00'}"),
		     "document/date-order", 1);
	assert_finds(EXCEPTIONS("{date: 2026-12-25, hours: closed}, "
				"{date: 2026-12-25, hours: off}"),
		     "document/date-order", 0);
	assert_finds(EXCEPTIONS("{from: 2026-12-01, to: 2026-12-24, "
				"hours: closed}, "
				"{date: 2026-12-25, hours: '10:00-16:00'}"),
		     "document/date-order", 0);
}

static void
texts_measured(void **state)
{
	static const char head[] = "strategy:\n  mission: ";
	enum { MOST = 32767 };
	char *yaml = malloc(sizeof(head) + MOST + 2);

	(void)state;
	memcpy(yaml, head, sizeof(head));
	memset(yaml + sizeof(head) - 1, 'm', MOST);
	memcpy(yaml + sizeof(head) - 1 + MOST, "\n", 2);
	assert_finds(yaml, "document/too-long", 0);
	memcpy(yaml + sizeof(head) - 1 + MOST, "m\n", 3);
	assert_finds(yaml, "document/too-long", 1);
	free(yaml);
}

/* a chain as long as a plan may be, closed at its end */
static void
long_circle(void **state)
{
	enum { LENGTH = 20000 };
	struct buf buf = {0};
	struct review review;

	(void)state;
	buf_puts(&buf, "actions:\n");
	for (int i = 0; i < LENGTH; i++)
		buf_printf(&buf, "  a%d: {depends_on: [a%d]}\n", i,
			   (i + 1) % LENGTH);
	judge(&review, buf_text(&buf));
	assert_int_equal(count_of(&review, "document/circle"), 1);
	review_release(&review);
	buf_free(&buf);
}

static void
routes_end(void **state)
{
	(void)state;
	assert_says("channels:\n"
		    "  bot: {assisted: false, human_route: {to: bot}}\n",
		    "document/circle", "channels.bot.human_route.to",
		    "no route here ends with a person: bot -> bot;");
	assert_finds("channels:\n"
		     "  bot: {assisted: maybe, human_route: {to: bot}}\n",
		     "document/circle", 0);
}

static void
one_mistake(void **state)
{
	(void)state;
	/* a unit that is wrong makes the values no second mistake */
	assert_finds("measures:\n  m:\n    standard: nps\n    unit: percent\n"
		     "    target: {value: 300%}\n",
		     "document/unit", 1);
	assert_finds("measures:\n  m:\n    standard: nps\n    unit: percent\n"
		     "    target: {value: 300%}\n",
		     "document/out-of-range", 0);
	/* nor does a value out of range have a direction */
	assert_finds("measures:\n  m:\n    standard: csat\n"
		     "    baseline: {value: 78}\n    target: {value: -84}\n",
		     "document/target-direction", 0);
	/* a share that can't be read may have been any */
	assert_finds("segments:\n  a: {share: 40}\n  b: {share: many}\n",
		     "document/shares", 0);
}

/* a range is offered to be filled in, never worked out of a reading */
static void
ranges_pasted(void **state)
{
	static const char plan[] =
		"ces: 1\nplan: {status: in_review}\nmeasures:\n"
		"  half: {name: A, standard: containment_rate, owner: O,\n"
		"    actuals: [{period: 2026-06, value: 50}]}\n"
		"  none: {name: B, standard: containment_rate, owner: O,\n"
		"    actuals: [{period: 2026-06, value: 0}]}\n";
	const struct finding *finding;
	struct review review;
	size_t n, pasted = 0;

	(void)state;
	judge(&review, plan);
	n = count_of(&review, "measures/no-target");
	for (size_t i = 0; i < n; i++) {
		finding = find_nth(&review, "measures/no-target", i);
		if (!strcmp(finding->path, "measures.half.range")) {
			assert_string_equal(
				finding->paste,
				"# before the '}' of 'measures.half':\n"
				", range: {min: \"TODO: lowest good value\", "
				"max: \"TODO: highest good value\"}\n");
			pasted++;
		} else if (!strcmp(finding->path, "measures.none.range")) {
			assert_non_null(strstr(finding->paste, "min: \"TODO"));
			pasted++;
		}
	}
	assert_int_equal(pasted, 2);
	review_release(&review);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(topics_complete),
		cmocka_unit_test(examples_run),
		cmocka_unit_test(waivers_hold),
		cmocka_unit_test(dates_said),
		cmocka_unit_test(exceptions_disagree),
		cmocka_unit_test(texts_measured),
		cmocka_unit_test(long_circle),
		cmocka_unit_test(routes_end),
		cmocka_unit_test(one_mistake),
		cmocka_unit_test(ranges_pasted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
