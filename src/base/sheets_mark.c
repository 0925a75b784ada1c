/* sheets_mark.c - short marks of what stands in cells */
#include <stdio.h>
#include <string.h>

#include "ces/sheets.h"
#include "ces/utf8.h"

static const char digits[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";

static uint32_t
hash(uint32_t hash, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)s[i]) * 16777619u;
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

void
sheets_mark(struct buf *marks, enum sheet_value kind, double number,
	    const char *text)
{
	char shown[32];
	uint32_t value = hash(2166136261u, &digits[kind], 1);

	if (kind == VALUE_TEXT) {
		value = text_hash(value, text);
	} else {
		snprintf(shown, sizeof(shown), "%.12g", number);
		value = hash(value, shown, strlen(shown));
	}
	value ^= value >> 24;
	for (int i = 0; i < SHEET_MARK; i++) {
		buf_putc(marks, digits[value % 64]);
		value /= 64;
	}
}
