/* code.h - registries of codes: currencies, countries, languages */
#ifndef CES_CODE_H
#define CES_CODE_H

#include <stdbool.h>
#include <stddef.h>

/* sorted code lists; n is set to their length */
const char *const *code_currencies(size_t *n); /* ISO 4217, active */
const char *const *code_countries(size_t *n);  /* ISO 3166-1 alpha-2 */
const char *const *code_languages(size_t *n);  /* ISO 639-1 and common 639-2/3 */

bool code_currency(const char *code);
bool code_country(const char *code);
/* BCP 47: a known language, then optional -Script and -REGION ("zh-Hant-TW") */
bool code_language(const char *code);

/* pattern for the same languages as a JSON Schema (ECMA) regular expression's
 * part after the language: "(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?" */
extern const char code_language_tail[];

#endif
