/* placeholders.h - 'owner: ?' and 'title: TODO: find out', which YAML refuses
 */
#ifndef CES_LOAD_PLACEHOLDERS_H
#define CES_LOAD_PLACEHOLDERS_H

#include <stdbool.h>
#include <stdint.h>

/* Replaces signs in placeholders that make the parser stop. */
void placeholders_mask(char *bytes, uint32_t n);

/* Was one replaced in the text, of which the other is the original? */
bool placeholder_masked(const char *text, const char *original, uint32_t n);

/* Is it, though YAML reads it as a collection, a placeholder that begins there,
 * and nothing else? */
bool placeholder_alone(const char *bytes, uint32_t n, uint32_t at);

#endif
