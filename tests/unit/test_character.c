/* test_character.c - characters that look like others, or like nothing */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/character.h"

struct row {
	const char *typed, *tidy, *plain;
	uint32_t first; /* that isn't tidy, or not plain */
};

static const struct row rows[] = {
	{"phone", "phone", "phone", 0},
	{" phone", "phone", "phone", ' '},
	{"phone\t", "phone", "phone", '\t'},
	{"\u00a0phone", "phone", "phone", 0xA0},
	{"phone\u00a0", "phone", "phone", 0xA0},
	{"a\u00a0b", "a b", "a b", 0xA0},
	{"\u2009phone\u202f", "phone", "phone", 0x2009},
	{"pho\u200bne", "phone", "phone", 0x200B},
	{"pho\u00adne", "phone", "phone", 0xAD},
	{"\ufeffphone", "phone", "phone", 0xFEFF},
	{"cafe\u0301", "caf\u00e9", "caf\u00e9", 0x301},
	{"\u1112\u1161\u11ab", "\ud55c", "\ud55c", 0x1161},
	{"caf\u00e9", "caf\u00e9", "caf\u00e9", 0},
	{"9\u201317", "9\u201317", "9-17", 0x2013},
	{"\u221230", "\u221230", "-30", 0x2212},
	{"\u201cx\u201d", "\u201cx\u201d", "\"x\"", 0x201C},
	{"09\uff1a00", "09\uff1a00", "09:00", 0xFF1A},
	{"\uff18\uff10\uff05", "\uff18\uff10\uff05", "80%", 0xFF18},
	{"\u0661\u0662", "\u0661\u0662", "12", 0x661},
	{"\u0645\u06cc\u200c\u0631\u0648\u062f",
	 "\u0645\u06cc\u200c\u0631\u0648\u062f",
	 "\u0645\u06cc\u200c\u0631\u0648\u062f", 0},
	{"", "", "", 0},
	{"\u00a0", "", "", 0xA0},
};

static void
tokens_are_written_as_they_look(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf tidy = {0}, plain = {0};
		size_t n = strlen(rows[i].typed);
		uint32_t first = token_tidy(&tidy, rows[i].typed, n);
		uint32_t other = token_plain(&plain, rows[i].typed, n);

		assert_string_equal(buf_text(&tidy), rows[i].tidy);
		assert_string_equal(buf_text(&plain), rows[i].plain);
		assert_int_equal(first, strcmp(rows[i].tidy, rows[i].typed)
						? rows[i].first
						: 0);
		assert_int_equal(other, rows[i].first);
		buf_free(&tidy);
		buf_free(&plain);
	}
}

static void
characters_have_names(void **state)
{
	(void)state;
	assert_string_equal(character_name(0xA0), "a no-break space");
	assert_string_equal(character_name(0x2009), "a thin space");
	assert_string_equal(character_name(0x2013), "an en dash");
	assert_string_equal(character_name(0x2014), "an em dash");
	assert_string_equal(character_name(0x201D), "a curly quote");
	assert_string_equal(character_name(0xFF1A), "a full-width colon");
	assert_string_equal(character_name(0xFF10), "a full-width digit");
	assert_string_equal(character_name(0x301),
			    "an accent apart from its letter");
	assert_string_equal(character_name(0x202E),
			    "a mark of writing direction");
	assert_string_equal(character_name(0x2061), "an invisible character");
	assert_string_equal(character_name('a'), "a character of another form");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_are_written_as_they_look),
		cmocka_unit_test(characters_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
