/* utf8.h - code points, columns on a screen, text made safe to show */
#ifndef CES_UTF8_H
#define CES_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/buf.h"

/*
 * Reads one code point of the n bytes at s. Returns its length in bytes and
 * sets *cp; 0 when the bytes are not well-formed UTF-8 (overlong forms and
 * surrogates are not).
 */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);

/* The same for n > 0, where a broken byte is one U+FFFD: never 0. */
size_t utf8_next(const char *s, size_t n, uint32_t *cp);

/* appends one code point */
void utf8_encode(struct buf *buf, uint32_t cp);

/* the length in bytes of the first of n > 0: as a reader sees a character, with
 * its marks and what is joined to it */
size_t utf8_character(const char *s, size_t n);

size_t utf8_count(const char *s, size_t n);      /* code points */
size_t utf8_utf16_units(const char *s, size_t n); /* UTF-16 code units */

/*
 * Columns that the text takes on a terminal, and in a spreadsheet: wide
 * characters 2, combining marks 0. Controls count as utf8_show shows them.
 */
size_t utf8_width(const char *s, size_t n);
size_t utf8_cp_width(uint32_t cp);

/*
 * Appends the text made safe for a terminal: control characters as their
 * visible pictures, bidirectional controls and broken bytes as U+FFFD, a tab
 * as the spaces up to the next multiple of 8 counted from column (0-based).
 * Returns the number of columns added. Only counts them where buf is NULL.
 */
size_t utf8_show(struct buf *buf, const char *s, size_t n, size_t column);

bool utf8_is_invisible(uint32_t cp); /* zero width or bidirectional control */
bool utf8_is_bidi(uint32_t cp);      /* bidirectional control */
bool utf8_is_control(uint32_t cp);   /* C0, DEL, C1; not tab, LF, CR */

/* in UTF-16 or UTF-32, by their marks or by NULs in the first characters */
bool utf8_is_utf16(const char *s, size_t n);

/* letters, digits, '-' and '_' of any script, marks of letters included */
bool utf8_is_id_char(uint32_t cp);

/* appends the NFC form, case folded too when fold is set */
void utf8_normalize(struct buf *buf, const char *s, size_t n, bool fold);

/* the length in bytes of the first piece of a text that isn't empty which no
 * line is broken in */
size_t utf8_piece(const char *s);

/*
 * Appends the text, made safe for a terminal, in lines that end before the
 * column width (0: all in one line). The first begins at column at, where the
 * caller stands; the others are indented by indent. It may break at blanks
 * and line ends, each run of which is one space, and between characters of
 * scripts that are written without spaces. No line end is added at the end.
 */
void buf_wrap(struct buf *buf, const char *text, size_t width, size_t at,
	      size_t indent);

/* appends at most width columns, cut at a word with "…" where it is longer */
void utf8_shorten(struct buf *buf, const char *s, size_t width);

/* of ASCII; isdigit() and its like may not be given every char */
static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static inline char
to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static inline bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

#endif
