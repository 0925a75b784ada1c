/* texts.c - texts of a workbook: runs, escapes, places, numbers */
#include <string.h>

#include "ces/utf8.h"
#include "xlsx/read/read.h"

enum { ROWS = 1048576, COLUMNS = 16384, REPLACEMENT = 0xFFFD };

void
text_start(struct part *part, const char *name)
{
	if (!strcmp(name, "rPh"))
		part->phonetic = true;
	else if (!strcmp(name, "t"))
		part->kept = !part->phonetic;
}

void
text_end(struct part *part, const char *name)
{
	if (!strcmp(name, "rPh"))
		part->phonetic = false;
	else if (!strcmp(name, "t"))
		part->kept = false;
}

/* --- escapes -------------------------------------------------------------- */

static int
hex_value(char c)
{
	if (is_digit(c))
		return c - '0';
	c = to_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* _x000D_, say: a unit of UTF-16; -1 when it is none */
static int32_t
escaped_unit(const char *s)
{
	int32_t unit = 0;

	if (s[0] != '_' || s[1] != 'x')
		return -1;
	for (int i = 2; i < 6; i++) {
		if (hex_value(s[i]) < 0)
			return -1;
		unit = unit * 16 + hex_value(s[i]);
	}
	return s[6] == '_' ? unit : -1;
}

/* one character or, where it is no whole one, the sign for it; returns the end
 * of what stands for it */
static const char *
add_escaped(struct buf *to, const char *s, int32_t unit)
{
	int32_t low =
		unit >= 0xD800 && unit < 0xDC00 ? escaped_unit(s + 7) : -1;

	if (low >= 0xDC00 && low < 0xE000) {
		utf8_encode(to, (uint32_t)(0x10000 + ((unit - 0xD800) << 10) +
					   (low - 0xDC00)));
		return s + 14;
	}
	if (unit == 0 || (unit >= 0xD800 && unit < 0xE000))
		unit = REPLACEMENT;
	utf8_encode(to, (uint32_t)unit);
	return s + 7;
}

void
text_unescape(struct buf *text)
{
	const char *from = buf_text(text), *s = from;
	struct buf to = {0};
	int32_t unit;

	while ((s = strstr(s, "_x"))) {
		unit = escaped_unit(s);
		if (unit < 0) {
			s += 2;
			continue;
		}
		buf_add(&to, from, (size_t)(s - from));
		s = from = add_escaped(&to, s, unit);
	}
	if (from == buf_text(text))
		return;
	buf_puts(&to, from);
	buf_free(text);
	*text = to;
}

const char *
text_kept(struct arena *arena, const char *text)
{
	struct buf unescaped = {0};

	buf_puts(&unescaped, text);
	text_unescape(&unescaped);
	return arena_take(arena, &unescaped);
}

/* --- numbers and places --------------------------------------------------- */

uint32_t
text_number(const char *text, uint32_t most)
{
	uint64_t number = 0;
	const char *s = text + strspn(text, " \t\n");

	if (!is_digit(*s))
		read_fail(SHEETS_DAMAGED);
	for (; is_digit(*s) && number <= most; s++)
		number = number * 10 + (uint64_t)(*s - '0');
	s += strspn(s, " \t\n");
	if (*s || number > most)
		read_fail(SHEETS_DAMAGED);
	return (uint32_t)number;
}

const char *
text_place(const char *text, uint32_t *row, uint32_t *column)
{
	uint32_t letters = 0, digits = 0;

	for (; is_letter(*text) && letters <= COLUMNS; text++)
		letters = letters * 26 + (uint32_t)(to_lower(*text) - 'a') + 1;
	for (; is_digit(*text) && digits <= ROWS; text++)
		digits = digits * 10 + (uint32_t)(*text - '0');
	if (letters == 0 || letters > COLUMNS || digits == 0 || digits > ROWS)
		read_fail(SHEETS_DAMAGED);
	*row = digits - 1;
	*column = letters - 1;
	return text;
}
