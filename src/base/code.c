/* code.c - lists of codes: currencies, countries, languages */
#include "ces/code.h"

#include <string.h>

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

const char *
code_word(enum code_list list, size_t i)
{
	static const char *const *const lists[] = {
		[CODE_CURRENCY] = codes_currencies,
		[CODE_LANGUAGE] = codes_languages,
		[CODE_COUNTRY] = codes_countries};

	return lists[list][i];
}

bool
code_known(enum code_list list, const char *code)
{
	size_t n = list == CODE_LANGUAGE ? strcspn(code, "-") : strlen(code);
	const char *known;

	for (size_t i = 0; (known = code_word(list, i)); i++)
		if (strlen(known) == n && !memcmp(known, code, n))
			return is_tail(code + n);
	return false;
}
