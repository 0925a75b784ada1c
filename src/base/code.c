/* code.c - lists of codes: currencies, countries, languages */
#include "ces/code.h"

#include <stdio.h>
#include <string.h>

#include "ces/embedded.h"

const char code_language_tail[] = "(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

/*
 * Does a subtag look like the form ('A' a capital, 'a' a small letter, '9' a
 * digit)? It must end there or before the next '-'.
 */
static bool
subtag_fits(const char *s, const char *form)
{
	for (; *form; s++, form++) {
		char low = *form;
		char high = (char)(low == '9' ? '9' : low + 25);

		if (*s < (low == '9' ? '0' : low) || *s > high)
			return false;
	}
	return *s == '\0' || *s == '-';
}

/* keep in step with code_language_tail */
static bool
is_tail(const char *s)
{
	if (*s && subtag_fits(s + 1, "Aaaa"))
		s += 5;
	if (*s && subtag_fits(s + 1, "AA"))
		s += 3;
	else if (*s && subtag_fits(s + 1, "999"))
		s += 4;
	return *s == '\0';
}

/* the lines of a list behind its heading, each between line ends */
static const char *
list_text(enum code_list list)
{
	static const char *const names[] = {
		[CODE_CURRENCY] = "codes/currencies.txt",
		[CODE_LANGUAGE] = "codes/languages.txt",
		[CODE_COUNTRY] = "codes/countries.txt"};

	return strchr(embedded_find(names[list])->bytes, '\n');
}

const char *const *
code_list(struct arena *arena, enum code_list list, size_t *n)
{
	char *line = arena_string(arena, list_text(list) + 1), *end;
	const char **codes = NULL;
	size_t cap = 0;

	for (*n = 0; (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		ARRAY_GROW(codes, *n, cap);
		codes[(*n)++] = line;
	}
	return arena_keep(arena, codes, *n * sizeof(*codes));
}

bool
code_known(enum code_list list, const char *code)
{
	size_t n = list == CODE_LANGUAGE ? strcspn(code, "-") : strlen(code);
	char line[6];

	if (n == 0 || n > 3 || memchr(code, '\n', n))
		return false;
	snprintf(line, sizeof(line), "\n%.*s\n", (int)n, code);
	return strstr(list_text(list), line) && is_tail(code + n);
}
