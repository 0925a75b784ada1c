/* test_language.c - which language is meant, by its name and by the environment
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ces/language.h"
#include "ces/message.h"

static void
names_find_languages(void **state)
{
	static const struct {
		const char *name, *code; /* NULL: none of ours */
	} cases[] = {
		{"en", "en"},
		{"en-GB", "en"},
		{"EN_us.UTF-8", "en"},
		{"es", "es"},
		{"es-419", "es"},
		{"es_MX.UTF-8@x", "es"},
		{"ES-es", "es"},
		{"ko", "ko"},
		{"KO_kr", "ko"},
		{"ko_KR.eucKR", "ko"},
		{"zh", "zh_CN"},
		{"zh-Hans", "zh_CN"},
		{"zh-Hans-HK", "zh_CN"},
		{"zh_CN.GB18030", "zh_CN"},
		{"zh_SG", "zh_CN"},
		{"zh-Hant", "zh_TW"},
		{"zh_Hant_TW", "zh_TW"},
		{"zh-hant-sg", "zh_TW"},
		{"zh_HK", "zh_TW"},
		{"zh-MO", "zh_TW"},
		{"zh_TW.Big5", "zh_TW"},
		{"cmn", "zh_CN"},
		{"yue", "zh_TW"},
		{"tlh", NULL},
		{"fr", NULL},
		{"e", NULL},
		{"eso", NULL},
		{"korean", NULL},
		{"", NULL},
		{"C", NULL},
		{"C.UTF-8", NULL},
		{"@x", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct language *language = language_find(cases[i].name);

		if (!cases[i].code != !language ||
		    (language &&
		     strcmp(language_code(language), cases[i].code) != 0))
			fail_msg("'%s': %s", cases[i].name,
				 language ? language_code(language) : "none");
	}
}

static void
tags_and_codes_find_themselves(void **state)
{
	const struct language *language;

	(void)state;
	for (size_t i = 0; (language = language_at(i)); i++) {
		assert_ptr_equal(language_find(language_tag(language)),
				 language);
		assert_ptr_equal(language_find(language_code(language)),
				 language);
	}
}

/* The user's is read once, so that each environment has a process. */
static void
assert_user(const char *const values[4], const char *code)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG",
					    "LANGUAGE"};
	int status;
	pid_t child = fork();

	if (!child) {
		for (int i = 0; i < 4; i++)
			if (values[i])
				setenv(names[i], values[i], 1);
			else
				unsetenv(names[i]);
		_exit(strcmp(language_code(language_user()), code) != 0);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (status)
		fail_msg("LC_ALL=%s LC_MESSAGES=%s LANG=%s LANGUAGE=%s: not %s",
			 values[0], values[1], values[2], values[3], code);
}

static void
environment_tells_the_user(void **state)
{
	static const struct {
		const char *values[4], *code;
	} cases[] = {
		{{NULL, NULL, NULL, NULL}, "en"},
		{{NULL, NULL, "ko_KR.UTF-8", NULL}, "ko"},
		{{NULL, "es_ES", "ko_KR", NULL}, "es"},
		{{"zh_TW", "es_ES", "ko_KR", NULL}, "zh_TW"},
		/* empty is as good as none */
		{{"", "", "es_MX.UTF-8@x", NULL}, "es"},
		{{"", "ko_KR", "es_ES", ""}, "ko"},
		{{"", "", "", "ko"}, "en"},
		/* LANGUAGE counts only where there is a locale */
		{{NULL, NULL, NULL, "ko"}, "en"},
		{{NULL, NULL, "C", "ko:es"}, "en"},
		{{"POSIX", NULL, "es_ES", "ko"}, "en"},
		{{"C", "ko_KR", "ko_KR", NULL}, "en"},
		{{NULL, NULL, "en_US.UTF-8", "ko"}, "ko"},
		{{NULL, NULL, "C.UTF-8", "es"}, "es"},
		{{"es_ES", NULL, NULL, "zh-Hant:ko"}, "zh_TW"},
		/* the first of ours */
		{{NULL, NULL, "en_US", "tlh:fr:zh_SG:ko"}, "zh_CN"},
		{{NULL, NULL, "ko_KR", "tlh:fr"}, "ko"},
		{{NULL, NULL, "ko_KR", "en:es"}, "en"},
		{{NULL, NULL, "en_US", "::es_MX.UTF-8@x:ko"}, "es"},
		{{NULL, NULL, "en_US", ":"}, "en"},
		/* none of ours */
		{{NULL, NULL, "tlh", NULL}, "en"},
		{{NULL, NULL, "fr_FR.UTF-8", "fr:tlh"}, "en"},
		{{"de_DE", NULL, "ko_KR", NULL}, "en"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_user(cases[i].values, cases[i].code);
}

/* The catalogs have what the C library says. */
static void
errors_are_messages(void **state)
{
	static const int known[] = {ENOENT, EACCES,	  EISDIR, ENOSPC, EROFS,
				    EMFILE, ENAMETOOLONG, EIO,	  ENOTDIR};

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		assert_string_equal(error_text(known[i]), strerror(known[i]));
		assert_ptr_not_equal(error_text(known[i]), strerror(known[i]));
	}
	assert_string_equal(error_text(EPROTO), strerror(EPROTO));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_find_languages),
		cmocka_unit_test(tags_and_codes_find_themselves),
		cmocka_unit_test(environment_tells_the_user),
		cmocka_unit_test(errors_are_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
