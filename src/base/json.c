/* json.c - JSON written into a buffer */
#include "ces/json.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "ces/utf8.h"

/* controls, rare line ends too, that a terminal would obey that shows it */
static bool
needs_escape(uint32_t cp)
{
	return cp < 0x20 || cp == '"' || cp == '\\' || utf8_is_control(cp) ||
	       utf8_is_bidi(cp) || cp == 0x2028 || cp == 0x2029;
}

void
buf_json(struct buf *buf, const char *text)
{
	static const char escaped[] = "\"\\\n\r\t", letters[] = "\"\\nrt";
	size_t left = strlen(text), n;
	const char *at;
	uint32_t cp;

	buf_putc(buf, '"');
	for (; left; text += n, left -= n) {
		n = utf8_next(text, left, &cp);
		at = strchr(escaped, *text);
		if (at)
			buf_printf(buf, "\\%c", letters[at - escaped]);
		else if (needs_escape(cp))
			buf_printf(buf, "\\u%04x", cp);
		else
			utf8_encode(buf, cp);
	}
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
	json_key(json, key);
	if (text)
		json_text(json, text);
	else
		json_raw(json, "null");
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
