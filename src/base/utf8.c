/* utf8.c - code points, columns on a screen, text made safe to show, lines */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "ces/arena.h"
#include "ces/utf8.h"

#define REPLACEMENT 0xFFFD
#define TAB_STOP 8

/*
 * The length of the sequence that begins with lead, and the range of its
 * second byte: that range alone keeps out overlong forms, surrogates and code
 * points above U+10FFFF (Unicode, table 3-7).
 */
static size_t
sequence(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	*high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

size_t
utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *)s;
	unsigned char low, high;
	size_t length, i;

	if (n == 0)
		return 0;
	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	length = sequence(p[0], &low, &high);
	if (length == 0 || length > n)
		return 0;
	if (p[1] < low || p[1] > high)
		return 0;
	*cp = p[0] & (0x7Fu >> length);
	for (i = 1; i < length; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		*cp = *cp << 6 | (p[i] & 0x3Fu);
	}
	return length;
}

void
utf8_encode(struct buf *buf, uint32_t cp)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t n;

	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = REPLACEMENT;
	n = utf8proc_encode_char((utf8proc_int32_t)cp, bytes);
	buf_add(buf, (const char *)bytes, (size_t)n);
}

size_t
utf8_next(const char *s, size_t n, uint32_t *cp)
{
	size_t length = utf8_decode(s, n, cp);

	if (length == 0) {
		*cp = REPLACEMENT;
		return 1;
	}
	return length;
}

size_t
utf8_count(const char *s, size_t n)
{
	size_t i, count = 0;
	uint32_t cp;

	for (i = 0; i < n; i += utf8_next(s + i, n - i, &cp))
		count++;
	return count;
}

size_t
utf8_utf16_units(const char *s, size_t n)
{
	size_t i = 0, count = 0;
	uint32_t cp;

	while (i < n) {
		i += utf8_next(s + i, n - i, &cp);
		count += cp > 0xFFFF ? 2 : 1;
	}
	return count;
}

bool
utf8_is_bidi(uint32_t cp)
{
	return cp == 0x061C || cp == 0x200E || cp == 0x200F ||
	       (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

bool
utf8_is_control(uint32_t cp)
{
	if (cp == '\t' || cp == '\n' || cp == '\r')
		return false;
	return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F);
}

bool
utf8_is_invisible(uint32_t cp)
{
	return utf8_is_bidi(cp) || (cp >= 0x200B && cp <= 0x200D) ||
	       (cp >= 0x2060 && cp <= 0x2064) || cp == 0xFEFF || cp == 0x180E;
}

bool
utf8_is_id_char(uint32_t cp)
{
	const unsigned categories =
		1U << UTF8PROC_CATEGORY_LU | 1U << UTF8PROC_CATEGORY_LL |
		1U << UTF8PROC_CATEGORY_LT | 1U << UTF8PROC_CATEGORY_LM |
		1U << UTF8PROC_CATEGORY_LO | 1U << UTF8PROC_CATEGORY_MN |
		1U << UTF8PROC_CATEGORY_MC | 1U << UTF8PROC_CATEGORY_ND;

	return cp == '-' || cp == '_' ||
	       categories >> utf8proc_category((utf8proc_int32_t)cp) & 1;
}

/*
 * The visible stand-in of cp. A line feed is a control here too, as lines are
 * shown one at a time. C1 has no pictures.
 */
static uint32_t
visible_code_point(uint32_t cp)
{
	if (cp < 0x20)
		return 0x2400 + cp;
	if (cp == 0x7F)
		return 0x2421;
	if ((cp >= 0x80 && cp <= 0x9F) || utf8_is_bidi(cp))
		return REPLACEMENT;
	return cp;
}

size_t
utf8_cp_width(uint32_t cp)
{
	int width;

	if (cp == '\t')
		return TAB_STOP;
	if (cp >= 0x20 && cp < 0x7F)
		return 1;
	if (utf8_is_invisible(cp) && !utf8_is_bidi(cp))
		return 0;
	width = utf8proc_charwidth((utf8proc_int32_t)visible_code_point(cp));
	return width > 0 ? (size_t)width : 0;
}

/* columns of cp that stands in the given column */
static size_t
width_at(uint32_t cp, size_t column)
{
	if (cp == '\t')
		return TAB_STOP - column % TAB_STOP;
	return utf8_cp_width(cp);
}

size_t
utf8_show(struct buf *buf, const char *s, size_t n, size_t column)
{
	size_t i = 0, at = column, width;
	uint32_t cp;

	while (i < n) {
		i += utf8_next(s + i, n - i, &cp);
		width = width_at(cp, at);
		if (buf && cp == '\t')
			buf_fill(buf, ' ', width);
		else if (buf)
			utf8_encode(buf, visible_code_point(cp));
		at += width;
	}
	return at - column;
}

size_t
utf8_width(const char *s, size_t n)
{
	return utf8_show(NULL, s, n, 0);
}

/* Broken bytes have no normal form: such a text is added as it is. */
void
utf8_normalize(struct buf *buf, const char *s, size_t n, bool fold)
{
	utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	utf8proc_uint8_t *text = NULL;
	utf8proc_ssize_t length;
	size_t ascii = 0;

	if (fold)
		options |= UTF8PROC_CASEFOLD;
	while (!fold && ascii < n && !(s[ascii] & 0x80))
		ascii++;
	if (ascii == n) { /* has its normal form */
		buf_add(buf, s, n);
		return;
	}
	length = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n,
			      &text, options);
	if (length == UTF8PROC_ERROR_NOMEM)
		die_memory();
	if (length < 0)
		buf_add(buf, s, n);
	else
		buf_add(buf, (const char *)text, (size_t)length);
	free(text);
}

size_t
utf8_character(const char *s, size_t n)
{
	utf8proc_int32_t state = 0;
	uint32_t last, cp;
	size_t at = utf8_next(s, n, &last), length;

	for (; at < n; at += length, last = cp) {
		length = utf8_next(s + at, n - at, &cp);
		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)last,
						     (utf8proc_int32_t)cp,
						     &state))
			break;
	}
	return at;
}

/*
 * Where a text is cut to take at most width columns: behind its last whole
 * word, unless that leaves less than half, as in scripts without spaces; then
 * between two characters as a reader sees them (grapheme clusters).
 */
static size_t
shortened_length(const char *s, size_t n, size_t width)
{
	size_t i = 0, length, column = 0, cut = 0, word = 0, word_column = 0;
	utf8proc_int32_t state = 0;
	uint32_t cp = 0, last = 0;
	bool blank, after_blank = false;

	for (; i < n; i += length, last = cp, after_blank = blank) {
		length = utf8_next(s + i, n - i, &cp);
		if (i == 0 || utf8proc_grapheme_break_stateful(
				      (utf8proc_int32_t)last,
				      (utf8proc_int32_t)cp, &state))
			cut = i;
		blank = cp == ' ' || cp == '\t' || cp == '\n';
		if (blank && !after_blank && i > 0) {
			word = i;
			word_column = column;
		}
		column += width_at(cp, column);
		if (column > width)
			break;
	}
	return word && word_column >= width / 2 ? word : cut;
}

void
utf8_shorten(struct buf *buf, const char *s, size_t width)
{
	size_t n = strlen(s);

	if (utf8_width(s, n) <= width) {
		buf_add(buf, s, n);
		return;
	}
	if (width == 0)
		return;
	buf_add(buf, s, shortened_length(s, n, width - 1));
	buf_puts(buf, "…");
}

/* --- lines --------------------------------------------------------------- */

static bool
is_among(const char *marks, uint32_t cp)
{
	uint32_t mark = 0;

	while (*marks && mark != cp)
		marks += utf8_next(marks, strlen(marks), &mark);
	return mark == cp;
}

/* closing marks of Chinese and Japanese, and characters without a column of
 * their own */
static bool
joins_previous(uint32_t cp)
{
	return is_among("、。〉》」』】〕・ー！），．：；？］｝％", cp) ||
	       utf8_cp_width(cp) == 0;
}

static bool
joins_next(uint32_t cp)
{
	return is_among("〈《「『【〔（［｛", cp);
}

/* Korean is wide, but broken at its blanks */
static bool
is_ideograph(uint32_t cp)
{
	return utf8_cp_width(cp) == 2 && !(cp >= 0xAC00 && cp <= 0xD7A3) &&
	       !(cp >= 0x1100 && cp <= 0x115F);
}

size_t
utf8_piece(const char *s)
{
	uint32_t cp, next;
	size_t n = utf8_next(s, 4, &cp);

	while (s[n] && !is_space(s[n])) {
		size_t more = utf8_next(s + n, 4, &next);

		if ((is_ideograph(cp) || is_ideograph(next)) &&
		    !joins_previous(next) && !joins_next(cp))
			break;
		if (utf8_cp_width(next))
			cp = next;
		n += more;
	}
	return n;
}

void
buf_wrap(struct buf *buf, const char *text, size_t width, size_t at,
	 size_t indent)
{
	bool first = true;

	for (;;) {
		bool blank = is_space(*text);
		size_t n, columns;

		while (is_space(*text))
			text++;
		if (!*text)
			return;
		n = utf8_piece(text);
		columns = utf8_width(text, n);
		blank = blank && !first;
		if (!first && width && at + blank + columns > width) {
			buf_putc(buf, '\n');
			buf_fill(buf, ' ', indent);
			at = indent;
		} else if (blank) {
			buf_putc(buf, ' ');
			at++;
		}
		at += utf8_show(buf, text, n, at);
		text += n;
		first = false;
	}
}

bool
utf8_is_utf16(const char *s, size_t n)
{
	if (n < 2)
		return false;
	if (!memcmp(s, "\xff\xfe", 2) || !memcmp(s, "\xfe\xff", 2))
		return true;
	return n >= 4 && ((s[0] && !s[1] && !s[3]) ||
			  (!s[0] && s[3] && (!s[1] || !s[2])));
}
