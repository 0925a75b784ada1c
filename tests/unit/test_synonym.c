/* test_synonym.c - words for what the format calls by another */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/measure.h"
#include "ces/synonym.h"

static struct arena arena;

static void
assert_word(int list, const char *typed, const char *expected)
{
	bool loose;
	const char *word =
		word_meant(&arena, list, typed, strlen(typed), &loose);

	if (!word != !expected || (word && strcmp(word, expected) != 0))
		fail_msg("'%s' means '%s', not '%s'", typed, word ? word : "",
			 expected ? expected : "");
	if (word)
		assert_true(choices_find(&choices[list], word) >= 0);
}

static void
words_of_the_trade_are_known(void **state)
{
	(void)state;
	assert_word(CHOICE_mode, "phone", "voice");
	assert_word(CHOICE_mode, "Telephone", "voice");
	assert_word(CHOICE_mode, "e-mail", "email");
	assert_word(CHOICE_mode, "Self Service", "self_service");
	assert_word(CHOICE_mode, "in-person", "in_person");
	assert_word(CHOICE_mode, "ＷｈａｔｓＡｐｐ", "messaging");
	assert_word(CHOICE_mode, "전화", "voice");
	assert_word(CHOICE_action_status, "in progress", "in_progress");
	assert_word(CHOICE_action_status, "Completed", "done");
	assert_word(CHOICE_action_status, "erledigt", "done");
	assert_word(CHOICE_measure_unit, "%", "percent");
	assert_word(CHOICE_direction, "up", "higher");
	assert_word(CHOICE_severity, "info", "advice");
	assert_word(CHOICE_mode, "pigeon", NULL);
	assert_word(CHOICE_mode, "phon", NULL);
	assert_word(CHOICE_mode, "", NULL);
}

static void
every_word_means_itself(void **state)
{
	(void)state;
	for (int list = 0; list < CHOICE_COUNT; list++)
		for (int i = 0; i < choices[list].n; i++)
			assert_word(list, choices[list].words[i],
				    choices[list].words[i]);
}

static void
assert_standard(const char *typed, const char *expected)
{
	bool loose;
	const char *word = standard_meant(&arena, typed, strlen(typed), &loose);

	if (!word != !expected || (word && strcmp(word, expected) != 0))
		fail_msg("'%s' means '%s', not '%s'", typed, word ? word : "",
			 expected ? expected : "");
	if (word)
		assert_true(registry_find(REGISTRY_STANDARD, word) >= 0);
}

static void
measures_are_known_by_their_names(void **state)
{
	(void)state;
	assert_standard("first_contact_resolution", "fcr");
	assert_standard("First Contact Resolution", "fcr");
	assert_standard("FCR", "fcr");
	assert_standard("first call resolution", "fcr");
	assert_standard("average_handle_time", "aht");
	assert_standard("Average handling time", "aht");
	assert_standard("customer-satisfaction", "csat");
	assert_standard("SLA", "service_level");
	assert_standard("happiness", NULL);
	for (int i = 0; i < standard_count; i++)
		assert_standard(standards[i].name, standards[i].word);
}

static int
release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_the_trade_are_known),
		cmocka_unit_test(every_word_means_itself),
		cmocka_unit_test(measures_are_known_by_their_names),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
