/* language.h - the languages that texts are written in, and their messages */
#ifndef CES_LANGUAGE_H
#define CES_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A language is an argument of whatever writes a text: several can be written
 * at a time. NULL is English, in which messages are written in the sources.
 * Catalogs are templates/locale/CODE.po, and part of each program.
 */
struct language;

/* marks a message for translation where it can't be translated yet */
#define N_(text) text
/* the same of a message that English has one word for, and others several:
 * C_("status", "Open") */
#define C_(context, text) context "\004" text

/*
 * By a code of BCP 47 or a name of a locale, whatever its case: "es", "es-419",
 * "ko_KR.UTF-8", "zh-Hant", "zh_SG". NULL where the language is none of ours.
 */
const struct language *language_find(const char *name);

/*
 * The user's, by the environment: the first of LC_ALL, LC_MESSAGES and LANG
 * that isn't empty; unless it is C or POSIX the first of ours in LANGUAGE goes
 * before. English where that is none of ours. Locales need not be installed.
 */
const struct language *language_user(void);

/* the code of its catalog, as of a locale: "zh_TW"; "en" */
const char *language_code(const struct language *language);
/* as of BCP 47: "zh-Hant" */
const char *language_tag(const struct language *language);

/* the message in that language; itself where its catalog hasn't got it */
const char *language_text(const struct language *language, const char *message)
	__attribute__((format_arg(2)));
/* the form that goes with one thing, or with another number of them */
const char *language_plural(const struct language *language, const char *one,
			    const char *many, bool single)
	__attribute__((format_arg(2), format_arg(3)));

/* does it say "three of ten", and "3 of 12" */
bool language_counts_in_words(const struct language *language);

/*
 * Days and money are shown as files have them, "2026-08-03", "GBP 5,000", or as
 * people write them, "3 Aug 2026", "£5,000": the same language for the one and
 * for the other. Languages are found for the first.
 */
const struct language *language_in_words(const struct language *language);
bool language_is_in_words(const struct language *language);

/* the marks of its numbers: "12,400.5" in English */
const char *language_point(const struct language *language);
const char *language_thousands(const struct language *language);

/* all languages, to be walked over; NULL behind the last */
const struct language *language_at(size_t index);

#endif
