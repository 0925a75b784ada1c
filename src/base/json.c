/* json.c - JSON written into a buffer */
#include "ces/json.h"

#include <stddef.h>
#include <string.h>

#include "ces/utf8.h"

static void
escape(struct buf *buf, unsigned char c)
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

void
buf_json(struct buf *buf, const char *text)
{
	const char *from = text, *s;

	buf_putc(buf, '"');
	for (s = text; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
			continue;
		buf_add(buf, from, (size_t)(s - from));
		escape(buf, c);
		from = s + 1;
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

/* what stands between the entry before and this one */
static void
separate(struct json *json)
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
	separate(json);
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
json_close(struct json *json, char bracket)
{
	json->depth--;
	if (json->filled && !json->flat)
		new_line(json);
	if (json->flat > json->depth)
		json->flat = 0;
	buf_putc(json->buf, bracket);
	json->filled = 1;
}

void
json_key(struct json *json, const char *key)
{
	separate(json);
	buf_json(json->buf, key);
	buf_puts(json->buf, ": ");
	json->keyed = 1;
}

void
json_text(struct json *json, const char *text)
{
	separate(json);
	buf_json(json->buf, text);
}

void
json_number(struct json *json, double number)
{
	separate(json);
	buf_number(json->buf, number);
}

void
json_raw(struct json *json, const char *raw)
{
	separate(json);
	buf_puts(json->buf, raw);
}

void
json_member(struct json *json, const char *key, const char *text)
{
	size_t n = strlen(text), i = 0;
	struct buf whole = {0};

	json_key(json, key);
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
