/*
 * language.c - the languages, which of them is meant, and the lookup of
 * messages in catalogs of gettext's binary form (.mo)
 *
 * To add a language: its row here, its names, and templates/locale/CODE.po.
 */
#include "ces/language.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ces/embedded.h"

struct language {
	const char *code, *tag;
	size_t forms; /* of plurals: one and many, or the same of all */
	const char *point, *thousands;
	bool in_words;
};

/* as files have days and money, and as people write them */
#define BOTH(...)                         \
	{                                 \
		{__VA_ARGS__, false},     \
		{                         \
			__VA_ARGS__, true \
		}                         \
	}

/* English first, which has no catalog */
static const struct language languages[][2] = {
	BOTH("en", "en", 2, ".", ","),
	BOTH("es", "es", 2, ",", "."),
	BOTH("ko", "ko", 1, ".", ","),
	BOTH("zh_CN", "zh-Hans", 1, ".", ","),
	BOTH("zh_TW", "zh-Hant", 1, ".", ","),
};

enum { LANGUAGES = sizeof(languages) / sizeof(*languages) };

/* Beginnings of names, with '-' between their parts; the longest counts. */
static const struct {
	const char *name, *code;
} names[] = {
	{"en", "en"},	    {"es", "es"},	   {"ko", "ko"},
	{"zh", "zh_CN"},    {"zh-Hans", "zh_CN"},  {"zh-Hant", "zh_TW"},
	{"zh-TW", "zh_TW"}, {"zh-HK", "zh_TW"},	   {"zh-MO", "zh_TW"},
	{"cmn", "zh_CN"},   {"cmn-Hant", "zh_TW"}, {"cmn-TW", "zh_TW"},
	{"yue", "zh_TW"},   {"yue-Hans", "zh_CN"},
};

/* The length where the name begins with these parts, else 0. */
static size_t
parts_match(const char *name, size_t n, const char *parts)
{
	size_t i;

	for (i = 0; parts[i]; i++) {
		char c = i < n && name[i] == '_' ? '-' : name[i];

		if (i == n || strncasecmp(&c, &parts[i], 1) != 0)
			return 0;
	}
	return i == n || name[i] == '-' || name[i] == '_' ? i : 0;
}

static const struct language *
find(const char *name, size_t n)
{
	const char *code = NULL;
	size_t most = 0;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t length = parts_match(name, n, names[i].name);

		if (length > most) {
			most = length;
			code = names[i].code;
		}
	}
	for (size_t i = 0; code && i < LANGUAGES; i++)
		if (!strcmp(languages[i]->code, code))
			return languages[i];
	return NULL;
}

/* Leaves the encoding and the modifier out: ko_KR.UTF-8@x is ko_KR. */
const struct language *
language_find(const char *name)
{
	return find(name, strcspn(name, ".@"));
}

const struct language *
language_at(size_t index)
{
	return index < LANGUAGES ? languages[index] : NULL;
}

static const char *
locale_name(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES",
						"LANG"};

	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

static const struct language *
find_user(void)
{
	const char *locale = locale_name(), *list = getenv("LANGUAGE");
	const struct language *language = NULL;

	if (!strcmp(locale, "C") || !strcmp(locale, "POSIX"))
		return *languages;
	for (; list && *list && !language; list += *list == ':') {
		size_t n = strcspn(list, ":");

		language = find(list, strcspn(list, ".@:"));
		list += n;
	}
	if (!language)
		language = language_find(locale);
	return language ? language : *languages;
}

/* The environment stays as it is, so that it is read once. */
const struct language *
language_user(void)
{
	static const struct language *user;

	if (!user)
		user = find_user();
	return user;
}

const char *
language_code(const struct language *language)
{
	return language ? language->code : (*languages)->code;
}

const char *
language_tag(const struct language *language)
{
	return language ? language->tag : (*languages)->tag;
}

/* Where the words for small numbers have a gender they don't fit all things. */
bool
language_counts_in_words(const struct language *language)
{
	return !language || language->code == (*languages)->code;
}

const struct language *
language_in_words(const struct language *language)
{
	const struct language *own = language ? language : *languages;

	return own->in_words ? own : own + 1;
}

bool
language_is_in_words(const struct language *language)
{
	return language && language->in_words;
}

const char *
language_point(const struct language *language)
{
	return language ? language->point : (*languages)->point;
}

const char *
language_thousands(const struct language *language)
{
	return language ? language->thousands : (*languages)->thousands;
}

/* --- catalogs ------------------------------------------------------------- */

/* the words of the file's head (little-endian, as the build writes them) */
enum { MO_COUNT = 2, MO_MESSAGES, MO_TRANSLATIONS };

static uint32_t
word_at(const char *bytes, size_t index)
{
	const unsigned char *p = (const unsigned char *)bytes + 4 * index;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

/* A table has pairs of a length and an offset. */
static const char *
text_at(const char *bytes, int table, size_t index)
{
	size_t pair = word_at(bytes, (size_t)table) / 4 + 2 * index;

	return bytes + word_at(bytes, pair + 1);
}

/* binary search; behind a message's NUL stands its plural, if it has one */
static const char *
find_message(const char *bytes, const char *message)
{
	size_t low = 0, high = word_at(bytes, MO_COUNT);

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order =
			strcmp(message, text_at(bytes, MO_MESSAGES, middle));

		if (!order)
			return text_at(bytes, MO_TRANSLATIONS, middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static const char *
translation(const struct language *language, const char *message)
{
	size_t length = language ? strlen(language->code) : 0;

	for (const struct embedded *file = catalogs; length && file->name;
	     file++)
		if (!strncmp(file->name, language->code, length) &&
		    !strcmp(file->name + length, ".mo"))
			return find_message(file->bytes, message);
	return NULL;
}

/* the empty one would be the catalog's head */
const char *
language_text(const struct language *language, const char *message)
{
	const char *told = *message ? translation(language, message) : NULL;
	const char *context = told ? NULL : strchr(message, '\004');

	if (told)
		return told;
	return context ? context + 1 : message;
}

const char *
language_plural(const struct language *language, const char *one,
		const char *many, bool single)
{
	const char *told = translation(language, one);

	if (!told)
		return single ? one : many;
	return single || language->forms == 1 ? told : told + strlen(told) + 1;
}
