/* sheets_mark.c - short marks of what stands in cells */
#include <math.h>
#include <string.h>

#include "ces/sheets.h"
#include "ces/utf8.h"

static const char letters[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";

static uint32_t
hash_byte(uint32_t hash, unsigned byte)
{
	return (hash ^ (byte & 0xff)) * 16777619u;
}

static uint32_t
hash(uint32_t hash, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hash = hash_byte(hash, (unsigned char)s[i]);
	return hash;
}

static uint32_t
text_hash(uint32_t start, const char *text)
{
	struct buf lines = {0}, composed = {0};
	size_t n = strlen(text);
	uint32_t value;
	bool plain = !memchr(text, '\r', n);

	for (size_t i = 0; i < n && plain; i++)
		plain = (unsigned char)text[i] < 0x80;
	if (plain)
		return hash(start, text, n);
	for (; *text; text++)
		if (*text != '\r')
			buf_putc(&lines, *text);
		else if (text[1] != '\n')
			buf_putc(&lines, '\n');
	utf8_normalize(&composed, buf_text(&lines), lines.n, false);
	value = hash(start, buf_text(&composed), composed.n);
	buf_free(&lines);
	buf_free(&composed);
	return value;
}

/* of the first digits, as a whole number, and of the place of the last */
static uint32_t
number_hash(uint32_t value, double number)
{
	static const double most = 1e12;
	double size = isfinite(number) ? fabs(number) : 0;
	unsigned place = 0;

	for (; size >= most; place++)
		size /= 10;
	for (; size > 0 && size < most / 10; place--)
		size *= 10;
	size = round(size);
	if (size == most) {
		size /= 10;
		place++;
	}
	value = hash_byte(hash_byte(value, number < 0), place);
	for (uint64_t digits = (uint64_t)size; digits; digits >>= 8)
		value = hash_byte(value, (unsigned)digits);
	return value;
}

void
sheets_mark(char mark[SHEET_MARK], enum sheet_value kind, double number,
	    const char *text)
{
	uint32_t value = hash(2166136261u, &letters[kind], 1);

	value = kind == VALUE_TEXT ? text_hash(value, text)
				   : number_hash(value, number);
	value ^= value >> 24;
	for (int i = 0; i < SHEET_MARK; i++) {
		mark[i] = letters[value % 64];
		value /= 64;
	}
}
