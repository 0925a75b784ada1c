/* test_topics.c - every topic of the catalogue explains itself, and its
 * examples hold */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "ces/rules.h"
#include "judged.h"

/* section/problem, in small letters and hyphens */
static void
names_formed(void **state)
{
	(void)state;
	for (int i = 0; i < TOPIC_COUNT; i++) {
		const struct topic *topic = &topics[i];
		const char *slash = strchr(topic->name, '/');

		assert_non_null(slash);
		assert_true(slash > topic->name && slash[1]);
		for (const char *s = topic->name; *s; s++)
			if (!islower((unsigned char)*s) && *s != '-' &&
			    s != slash)
				fail_msg("the name of %s", topic->name);
		for (int k = 0; k < i; k++)
			assert_string_not_equal(topic_names[k], topic->name);
	}
}

static bool
is_prose(const char *text)
{
	size_t n = text ? strlen(text) : 0;

	return n > 10 && !islower((unsigned char)*text) && text[n - 1] == '.';
}

static bool
are_prose(const char *const *paragraphs)
{
	for (size_t i = 0; paragraphs[i]; i++)
		if (!is_prose(paragraphs[i]))
			return false;
	return paragraphs[0];
}

static void
texts_written(void **state)
{
	(void)state;
	for (int i = 0; i < TOPIC_COUNT; i++)
		if (!is_prose(topics[i].summary) || !are_prose(topics[i].why) ||
		    !are_prose(topics[i].fix) || !topics[i].bad ||
		    !topics[i].good)
			fail_msg("%s lacks a text", topics[i].name);
}

/* what isn't about the way in which the file is written, or about actions, is
 * mended by an action with a title of the trade, no sentence of the finding */
static void
actions_titled(void **state)
{
	(void)state;
	for (int i = 0; i < TOPIC_COUNT; i++) {
		const char *name = topics[i].name, *title = topics[i].action;
		bool wanted = strncmp(name, "document/", 9) != 0 &&
			      strncmp(name, "waivers/", 8) != 0 &&
			      strncmp(name, "actions/", 8) != 0;

		if (!title != !wanted ||
		    (title && strpbrk(title, ".;`'") && !strstr(title, "'s ")))
			fail_msg("%s has no title of an action, or one that "
				 "it can't have",
				 name);
	}
}

/* the topic is found at a place where the other review has none of it */
static bool
found_beyond(const struct review *review, const struct review *other,
	     const char *topic)
{
	const struct finding *finding;

	for (size_t i = 0; (finding = find_nth(review, topic, i)); i++) {
		const struct finding *twin;
		size_t k = 0;

		while ((twin = find_nth(other, topic, k)) &&
		       strcmp(twin->path, finding->path) != 0)
			k++;
		if (!twin)
			return true;
	}
	return false;
}

/*
 * A part of a plan always lacks something, so what is missing in both examples
 * is passed over: the bad one draws the topic somewhere, the good one nowhere
 * else.
 */
static void
examples_hold(void **state)
{
	(void)state;
	for (int i = 0; i < TOPIC_COUNT; i++) {
		const struct topic *topic = &topics[i];
		struct review bad, good;

		judge(&bad, topic->bad);
		judge(&good, topic->good);
		if (!find_nth(&bad, topic->name, 0) ||
		    (find_nth(&good, topic->name, 0) &&
		     !found_beyond(&bad, &good, topic->name)))
			fail_msg("the bad example of %s", topic->name);
		if (found_beyond(&good, &bad, topic->name) ||
		    (!(topic->flags & TOPIC_DRAFT) &&
		     find_nth(&good, topic->name, 0)))
			fail_msg("the good example of %s", topic->name);
		review_release(&bad);
		review_release(&good);
	}
}

/* nothing else is wrong with an example, though much may be missing */
static void
examples_clean(void **state)
{
	const struct finding *finding;

	(void)state;
	for (int i = 0; i < TOPIC_COUNT; i++) {
		const struct topic *topic = &topics[i];
		struct review good;

		judge(&good, topic->good);
		for (size_t k = 0; k < good.findings.n; k++) {
			finding = &good.findings.items[k];
			if (finding->severity == SEVERITY_ERROR &&
			    !(finding->topic->flags & TOPIC_DRAFT) &&
			    strcmp(finding->topic->name, "document/version"))
				fail_msg("%s in the good example of %s",
					 finding->topic->name, topic->name);
		}
		review_release(&good);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_formed),
		cmocka_unit_test(texts_written),
		cmocka_unit_test(actions_titled),
		cmocka_unit_test(examples_hold),
		cmocka_unit_test(examples_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
