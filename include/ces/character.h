/* character.h - characters that look like others, or like nothing */
#ifndef CES_CHARACTER_H
#define CES_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/buf.h"

/*
 * Appends the token as it looks: composed (NFC), its blanks plain ones, without
 * those at its ends and without characters of no width. Returns the first
 * character that is not in the result, 0 where the token is as it looks.
 */
uint32_t token_tidy(struct buf *out, const char *s, size_t n);

/* The same, and dashes, quotes, digits and marks of other forms as those of
 * ASCII. */
uint32_t token_plain(struct buf *out, const char *s, size_t n);

/* is it a blank, of ASCII or typographic? */
bool character_is_blank(uint32_t cp);

/* the character of ASCII that it looks like; itself, where there is none */
uint32_t character_plain(uint32_t cp);

/* does it stand before items of a list on paper? A hyphen does as well */
bool character_is_bullet(uint32_t cp);

/* a message id: "a no-break space" */
const char *character_name(uint32_t cp);

#endif
