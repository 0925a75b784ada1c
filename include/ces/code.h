/* code.h - registries of codes: currencies, countries, languages */
#ifndef CES_CODE_H
#define CES_CODE_H

#include <stdbool.h>
#include <stddef.h>

/* ISO 4217, active; ISO 639-1 and common 639-2/3; ISO 3166-1 alpha-2 */
enum code_list { CODE_CURRENCY, CODE_LANGUAGE, CODE_COUNTRY };

/* the i-th of the list, sorted; NULL behind the last */
const char *code_word(enum code_list list, size_t i);

/* made of templates/codes, one a line; NULL ends them */
extern const char *const codes_currencies[], *const codes_languages[],
	*const codes_countries[];

/* Languages are those of BCP 47: one of the list, then optional -Script and
 * -REGION ("zh-Hant-TW"). */
bool code_known(enum code_list list, const char *code);

/* pattern for the same languages as a JSON Schema (ECMA) regular expression's
 * part after the language: "(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?" */
extern const char code_language_tail[];

#endif
