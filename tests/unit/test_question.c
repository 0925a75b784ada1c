/* test_question.c - sections, questions and preparation actions */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/model.h"
#include "ces/question.h"

static void
test_seven_sections_come_first(void **state)
{
	static const char *const seven[] = {
		"segments", "service_tiers", "contact_reasons", "channels",
		"hours",    "measures",	     "intelligence"};

	(void)state;
	for (int i = 0; i < section_count; i++)
		assert_int_equal(sections[i].number,
				 i < SECTION_SEVEN ? i + 1 : 0);
	for (int i = 0; i < SECTION_SEVEN; i++)
		assert_string_equal(sections[i].key, seven[i]);
}

static void
test_sections_are_keys_of_the_plan(void **state)
{
	(void)state;
	for (int i = 0; i < section_count; i++) {
		const char *key = sections[i].key;

		assert_non_null(entity_field(entity_plan(), key, strlen(key)));
		assert_int_equal(section_find(key), i);
		assert_true(*sections[i].title && *sections[i].label);
		assert_true(strlen(sections[i].label) <= 14);
		assert_int_equal(sections[i].why[strlen(sections[i].why) - 1],
				 '.');
	}
	assert_int_equal(section_find("people"), -1);
	assert_int_equal(section_find("ces"), -1);
}

/* keys of the top level that are no section, and why */
static void
test_no_section_is_forgotten(void **state)
{
	static const char *const others[] = {"ces", "people", "units",
					     "waivers", "settings"};
	const struct entity *plan = entity_plan();

	(void)state;
	assert_int_equal(plan->n, section_count + 5);
	for (int i = 0; i < 5; i++)
		assert_non_null(
			entity_field(plan, others[i], strlen(others[i])));
}

static void
assert_question(const char *text)
{
	assert_true(strlen(text) > 20);
	assert_int_equal(text[strlen(text) - 1], '?');
	assert_true(*text >= 'A' && *text <= 'Z');
}

static void
test_questions_are_questions(void **state)
{
	(void)state;
	for (int i = 0; i < section_count; i++) {
		int n = 0;

		while (sections[i].questions[n])
			assert_question(sections[i].questions[n++]);
		assert_true(n <= 6);
		if (i < SECTION_SEVEN)
			assert_true(n >= 2);
	}
	for (int i = 0; i < question_count; i++)
		assert_question(questions[i].text);
	for (int i = 0; i < 9; i++)
		assert_question(automation_questions[i]);
	assert_null(automation_questions[AUTOMATION_COUNT]);
}

static void
test_discussion_questions_have_ids(void **state)
{
	static const char *const ids[] = {"own-strategy",
					  "aligned",
					  "customer-centered",
					  "leadership-support",
					  "decisions-taken",
					  "planned-with",
					  "intelligence-exists",
					  "more-insight",
					  "information-for-others",
					  "better-experience",
					  "together",
					  "culture"};

	(void)state;
	assert_int_equal(question_count, 12);
	for (int i = 0; i < 12; i++)
		assert_int_equal(question_find(ids[i]), i);
	assert_int_equal(question_find("Aligned"), -1);
}

static void
test_preparations_are_the_words_of_the_format(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(choices_find(&choices[CHOICE_prepares],
					      preparations[i].word),
				 i);
		assert_true(*preparations[i].title && *preparations[i].detail);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_seven_sections_come_first),
		cmocka_unit_test(test_sections_are_keys_of_the_plan),
		cmocka_unit_test(test_no_section_is_forgotten),
		cmocka_unit_test(test_questions_are_questions),
		cmocka_unit_test(test_discussion_questions_have_ids),
		cmocka_unit_test(test_preparations_are_the_words_of_the_format),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
