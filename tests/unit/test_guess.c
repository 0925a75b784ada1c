/* test_guess.c - codes, flags and placeholders, as typed; what is offered can
 * always be read */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/code.h"
#include "guessed.h"

static struct guess
guess_language(struct arena *to, const char *s, size_t n)
{
	return guess_code(to, CODE_LANGUAGE, s, n);
}

static struct guess
guess_country(struct arena *to, const char *s, size_t n)
{
	return guess_code(to, CODE_COUNTRY, s, n);
}

static struct guess
guess_currency(struct arena *to, const char *s, size_t n)
{
	return guess_code(to, CODE_CURRENCY, s, n);
}

static bool
is_code(const char *s, size_t n)
{
	(void)n;
	return code_known(CODE_LANGUAGE, s) || code_known(CODE_COUNTRY, s) ||
	       code_known(CODE_CURRENCY, s);
}

static void
codes_are_rewritten(void **state)
{
	static const struct row languages[] = {
		{"english", "en", NULL},
		{"English", "en", NULL},
		{"EN", "en", NULL},
		{"eng", "en", NULL},
		{"zh_TW", "zh-TW", NULL},
		{"pt_br", "pt-BR", NULL},
		{"zh-hant-tw", "zh-Hant-TW", NULL},
		{"Deutsch", "de", NULL},
		{"español", "es", NULL},
		{"한국어", "ko", NULL},
		{"中文", "zh", NULL},
		{"jp", "ja", NULL},
		{"cn", "zh", NULL},
		{"klingon", NULL, NULL},
		{"english german", NULL, NULL},
	};
	static const struct row countries[] = {
		{"UK", "GB", NULL},	 {"uk", "GB", NULL},
		{"gb", "GB", NULL},	 {"United Kingdom", "GB", NULL},
		{"Germany", "DE", NULL}, {"DEU", "DE", NULL},
		{"USA", "US", NULL},	 {"한국", "KR", NULL},
		{"España", "ES", NULL},	 {"Europe", NULL, NULL},
	};
	static const struct row currencies[] = {
		{"gbp", "GBP", NULL},
		{"£", "GBP", NULL},
		{"euros", "EUR", NULL},
		{"€", "EUR", NULL},
		{"Pound Sterling", "GBP", NULL},
		{"US$", "USD", NULL},
		{"원", "KRW", NULL},
		{"$", NULL, NULL},
		{"money", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(languages, guess_language, is_code);
	ASSERT_ROWS(countries, guess_country, is_code);
	ASSERT_ROWS(currencies, guess_currency, is_code);
}

static bool
is_flag(const char *s, size_t n)
{
	(void)n;
	return !strcmp(s, "true") || !strcmp(s, "false");
}

static void
flags_are_rewritten(void **state)
{
	static const struct row rows[] = {
		{"Y", "true", NULL},   {"ja", "true", NULL},
		{"oui", "true", NULL}, {"sí", "true", NULL},
		{"예", "true", NULL},  {"1", "true", NULL},
		{"N", "false", NULL},  {"non", "false", NULL},
		{"0", "false", NULL},  {"maybe", NULL, NULL},
	};

	(void)state;
	ASSERT_ROWS(rows, guess_flag, is_flag);
}

static void
placeholders_are_known(void **state)
{
	static const char *const some[] = {
		"TODO",
		"TODO: name",
		"TODO name",
		"todo",
		"TBD",
		"tbd",
		"TBC",
		"N/A",
		"n/a",
		"?",
		"???",
		"-",
		"--",
		"xxx",
		"XXX",
		"tba",
		"-",
		"–",
		"Pendiente",
		"미정",
		"待定",
		"？",
		"",
		" ",
		"\u00a0",
		"TBD ",
		"<TODO>",
		"[TODO]",
		"(TBD)",
		"NA",
		"N.A.",
		"TODO：x",
		"tbd.",
		"...",
		"…",
		"«TBD»",
		"[TODO] names",
		"por definir",
		"To be confirmed.",
	};
	static const char *const none[] = {
		"TODOS los clientes",
		"TODOs",
		"TBD by Anna",
		"n/a for now",
		"x",
		"xx",
		"<5",
		"(n)",
		"[TODO-App] users",
		"... and others",
		"Why?",
		"-5",
		"a-b",
		"pending",
		"method",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(some) / sizeof(*some); i++)
		if (!is_placeholder(some[i], strlen(some[i]), "en"))
			fail_msg("'%s' is one", some[i]);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		if (is_placeholder(none[i], strlen(none[i]), NULL))
			fail_msg("'%s' is none", none[i]);
	assert_true(is_placeholder("TODO", 4, "es"));
	assert_true(is_placeholder("TODO: nombre", 12, "es-MX"));
	assert_false(is_placeholder("TODO cliente", 12, "es"));
	assert_false(is_placeholder("todo", 4, "es"));
	assert_true(is_placeholder("TODO : x", 8, "es"));
	assert_true(is_placeholder("[TODO]", 6, "es"));
	assert_false(is_placeholder("[TODO cliente]", 14, "es"));
	assert_true(is_placeholder("TODO cliente", 12, "est"));
}

/* Joins parts at random, from a fixed start. */
static void
join_parts(char *text, size_t size, unsigned *seed)
{
	static const char *const parts[] = {
		"Mo", "-",	"Fri", " ",   "9",    "17",   ":30", ".",
		",",  ";",	"am",  "pm",  " to ", "2026", "6",   "12",
		"/",  "h",	"min", "s",   "24",   "7",    "%",   "€",
		"k",  "closed", "and", "Sat", "PH",   "'",    "000", "Q3",
		"W",  "day",	"T",   "–",   "월",   "금",   "0",
	};

	text[0] = '\0';
	for (unsigned n = 1 + *seed % 9; n > 0; n--) {
		*seed = *seed * 1103515245U + 12345U;
		if (strlen(text) + 12 < size)
			strcat(text, parts[*seed / 65536 %
					   (sizeof(parts) / sizeof(*parts))]);
	}
}

static void
assert_read(const char *typed, struct guess guess,
	    bool (*can_read)(const char *, size_t))
{
	if (guess.other && !guess.text)
		fail_msg("'%s' has another reading and no first", typed);
	if ((guess.text && !can_read(guess.text, strlen(guess.text))) ||
	    (guess.other && !can_read(guess.other, strlen(guess.other))))
		fail_msg("'%s': '%s' can't be read", typed, guess.text);
}

static void
offers_can_always_be_read(void **state)
{
	unsigned seed = 2026;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		char text[96];
		size_t n;

		join_parts(text, sizeof(text), &seed);
		n = strlen(text);
		assert_read(text, guess_week(&arena, text, n), can_read_week);
		assert_read(text, guess_spans(&arena, text, n), can_read_spans);
		assert_read(text, guess_date(&arena, text, n), can_read_date);
		assert_read(text, guess_period(&arena, text, n),
			    can_read_period);
		assert_read(text, guess_duration(&arena, text, n),
			    can_read_duration);
		assert_read(text, guess_count(&arena, text, n),
			    can_read_number);
		assert_read(text, guess_money(&arena, text, n),
			    can_read_number);
		assert_read(text, guess_percent(&arena, text, n),
			    can_read_number);
		arena_release(&arena);
	}
}

/* Words beside a placeholder aren't lost. */
static void
placeholders_keep_their_words(void **state)
{
	static const char *const pairs[][2] = {
		{"TBD", "TODO"},
		{"tbc.", "TODO"},
		{"???", "TODO"},
		{"-", "TODO"},
		{"(TBD)", "TODO"},
		{"todo", "TODO"},
		{"[TODO] names", "TODO: names"},
		{"<TODO: ask Ada>", "TODO: ask Ada"},
		{"TBD, to be confirmed", "TODO: to be confirmed"},
		{"n/a", "TODO: n/a"},
		{"To be defined", "TODO: To be defined"},
		{"미정", "TODO: 미정"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		assert_string_equal(guess_todo(&arena, pairs[i][0],
					       strlen(pairs[i][0])),
				    pairs[i][1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_are_rewritten),
		cmocka_unit_test(flags_are_rewritten),
		cmocka_unit_test(placeholders_are_known),
		cmocka_unit_test(offers_can_always_be_read),
		cmocka_unit_test(placeholders_keep_their_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
