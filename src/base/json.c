/* json.c - JSON written into a buffer */
#include "ces/json.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "ces/utf8.h"

static void
escape(struct buf *buf, uint32_t c)
{
	switch (c) {
	case '"':
	case '\\':
		buf_putc(buf, '\\');
		buf_putc(buf, (char)c);
		break;
	case '\n':
		buf_puts(buf, "\\n");
		break;
	case '\r':
		buf_puts(buf, "\\r");
		break;
	case '\t':
		buf_puts(buf, "\\t");
		break;
	default:
		buf_printf(buf, "\\u%04x", c);
	}
}

/* C1 controls, rare line ends and bidirectional controls, which a terminal
 * that shows the JSON would obey */
static bool
is_terminal_control(uint32_t cp)
{
	return (cp >= 0x80 && cp < 0xa0) || cp == 0x61c || cp == 0x200e ||
	       cp == 0x200f || (cp >= 0x2028 && cp <= 0x202e) ||
	       (cp >= 0x2066 && cp <= 0x2069);
}

/* the bytes at s that need an escape, which is added; 0: none does */
static size_t
escape_at(struct buf *buf, const char **from, const char *s)
{
	unsigned char c = (unsigned char)*s;
	uint32_t cp = c;
	size_t n = 1;

	if (c >= 0x80) {
		n = utf8_decode(s, strnlen(s, 4), &cp);
		if (n == 0 || !is_terminal_control(cp))
			return 0;
	} else if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) {
		return 0;
	}
	buf_add(buf, *from, (size_t)(s - *from));
	escape(buf, cp);
	*from = s + n;
	return n;
}

void
buf_json(struct buf *buf, const char *text)
{
	const char *from = text, *s = text;

	buf_putc(buf, '"');
	while (*s) {
		size_t n = escape_at(buf, &from, s);

		s += n ? n : 1;
	}
	buf_add(buf, from, (size_t)(s - from));
	buf_putc(buf, '"');
}

static void
new_line(struct json *json)
{
	buf_putc(json->buf, '\n');
	buf_fill(json->buf, ' ', 2 * (size_t)json->depth);
}

/* Separates this entry from the one before. */
static void
add_separator(struct json *json)
{
	if (json->keyed) {
		json->keyed = 0;
		return;
	}
	if (json->filled)
		buf_puts(json->buf, json->flat ? ", " : ",");
	if (json->depth && !json->flat)
		new_line(json);
	json->filled = 1;
}

void
json_open(struct json *json, char bracket)
{
	add_separator(json);
	buf_putc(json->buf, bracket);
	json->depth++;
	json->filled = 0;
}

void
json_open_flat(struct json *json, char bracket)
{
	json_open(json, bracket);
	if (!json->flat)
		json->flat = json->depth;
}

void
json_close(struct json *json, const char *brackets)
{
	for (; *brackets; brackets++) {
		json->depth--;
		if (json->filled && !json->flat)
			new_line(json);
		if (json->flat > json->depth)
			json->flat = 0;
		buf_putc(json->buf, *brackets);
		json->filled = 1;
	}
}

void
json_key(struct json *json, const char *key)
{
	add_separator(json);
	buf_json(json->buf, key);
	buf_puts(json->buf, ": ");
	json->keyed = 1;
}

void
json_open_member(struct json *json, const char *key, char bracket)
{
	json_key(json, key);
	json_open(json, bracket);
}

void
json_text(struct json *json, const char *text)
{
	add_separator(json);
	buf_json(json->buf, text);
}

void
json_number(struct json *json, double number)
{
	add_separator(json);
	if (isfinite(number))
		buf_number(json->buf, number);
	else
		buf_puts(json->buf, "null");
}

void
json_raw(struct json *json, const char *raw)
{
	add_separator(json);
	buf_puts(json->buf, raw);
}

void
json_member(struct json *json, const char *key, const char *text)
{
	size_t n = text ? strlen(text) : 0, i = 0;
	struct buf whole = {0};

	json_key(json, key);
	if (!text) {
		json_raw(json, "null");
		return;
	}
	if (utf8_valid(text, n) == n) {
		json_text(json, text);
		return;
	}
	while (i < n) {
		size_t good = utf8_valid(text + i, n - i);

		buf_add(&whole, text + i, good);
		i += good;
		if (i < n) {
			utf8_encode(&whole, 0xFFFD);
			i++;
		}
	}
	json_text(json, whole.p);
	buf_free(&whole);
}

void
json_number_member(struct json *json, const char *key, double number)
{
	json_key(json, key);
	json_number(json, number);
}

void
json_flag_member(struct json *json, const char *key, bool on)
{
	json_key(json, key);
	json_raw(json, on ? "true" : "false");
}
