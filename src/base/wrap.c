/* wrap.c - text folded into lines */
#include <stdbool.h>
#include <string.h>

#include "ces/utf8.h"

/* Does the character stay with the one before it? Closing marks of Chinese and
 * Japanese, and characters without a column of their own. */
static bool
joins_previous(uint32_t cp)
{
	static const uint32_t marks[] = {
		0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
		0x3015, 0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E,
		0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF05};
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (marks[i] == cp)
			return true;
	return utf8_cp_width(cp) == 0;
}

/* opening marks stay with the one behind */
static bool
joins_next(uint32_t cp)
{
	return cp == 0x3008 || cp == 0x300A || cp == 0x300C || cp == 0x300E ||
	       cp == 0x3010 || cp == 0x3014 || cp == 0xFF08 || cp == 0xFF3B ||
	       cp == 0xFF5B;
}

/* Korean is wide, but broken at its blanks */
static bool
is_ideograph(uint32_t cp)
{
	return utf8_cp_width(cp) == 2 && !(cp >= 0xAC00 && cp <= 0xD7A3) &&
	       !(cp >= 0x1100 && cp <= 0x115F);
}

/* the length in bytes of the unbreakable piece at s */
static size_t
piece_length(const char *s)
{
	uint32_t cp, next;
	size_t n = utf8_next(s, 4, &cp);

	while (s[n] && !is_space(s[n])) {
		size_t more = utf8_next(s + n, 4, &next);

		if (!joins_previous(next) && !joins_next(cp) &&
		    (is_ideograph(cp) || is_ideograph(next)))
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
		n = piece_length(text);
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
