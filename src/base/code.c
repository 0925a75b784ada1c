/* code.c - lists of codes: currencies, countries, languages */
#include "ces/code.h"

#include <stdio.h>
#include <string.h>

#include "ces/embedded.h"
#include "ces/number.h"

const char code_language_tail[] = "(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

/* keep in step with code_language_tail */
static bool
is_tail(const char *s)
{
	static const char *const forms[] = {"",	    "-Aaaa",	"-AA",
					    "-999", "-Aaaa-AA", "-Aaaa-999"};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (form_fits(s, strlen(s), forms[i]))
			return true;
	return false;
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
