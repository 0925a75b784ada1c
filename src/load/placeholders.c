/* placeholders.c - 'owner: ?' and 'title: TODO: find out', which YAML refuses
 */
#include "load/placeholders.h"

#include <string.h>

#include "ces/utf8.h"
#include "load/lines.h"

enum { MASK = '_' };

/* '?' or '-' with nothing behind it, up to one of the closing characters */
static bool
is_sign(const char *bytes, uint32_t n, uint32_t at, const char *closing)
{
	uint32_t end = skip_blanks(bytes, n, at + 1);

	return strchr("?-", bytes[at]) && (end == n || is_break(bytes[end]) ||
					   strchr(closing, bytes[end]) ||
					   (bytes[end] == '#' && end > at + 1));
}

static bool
is_todo(const char *bytes, uint32_t n, uint32_t at)
{
	return n - at >= 5 && !memcmp(bytes + at, "TODO:", 5) &&
	       (n - at == 5 || is_space(bytes[at + 5]));
}

/* Masks the placeholder that begins there, if one does; returns its end. */
static uint32_t
mask(char *bytes, uint32_t n, uint32_t at, const char *closing)
{
	if (is_sign(bytes, n, at, closing)) {
		bytes[at] = MASK;
		return at + 1;
	}
	if (!is_todo(bytes, n, at))
		return at + 1;
	for (; at < n && !is_break(bytes[at]); at++) {
		if (strchr(closing, bytes[at]) ||
		    (bytes[at] == '#' && is_white(bytes[at - 1])))
			break;
		if (bytes[at] == ':' &&
		    (at + 1 == n || is_space(bytes[at + 1])))
			bytes[at] = MASK;
	}
	return at;
}

/* in braces and brackets, where a value begins behind each of these */
static void
mask_within(char *bytes, uint32_t at, uint32_t end)
{
	while (at < end) {
		char c = bytes[at];
		const char *close;

		if (c == '"' || c == '\'') {
			close = memchr(bytes + at + 1, c, end - at - 1);
			at = close ? (uint32_t)(close - bytes) + 1 : end;
			continue;
		}
		at++;
		if (!strchr("{[,:", c) || (c == ':' && !is_white(bytes[at])))
			continue;
		while (at < end && is_space(bytes[at]))
			at++;
		if (at < end && !strchr("{[,:\"'", bytes[at]))
			at = mask(bytes, end, at, ",]}");
	}
}

void
placeholders_mask(char *bytes, uint32_t n)
{
	struct line line;

	for (uint32_t at = 0; line_read(bytes, n, at, &line); at = line.next) {
		if (line.opens || line.value == line.first)
			continue;
		if (strchr("{[", bytes[line.value]))
			mask_within(bytes, line.value, line.next);
		else
			mask(bytes, n, line.value, "");
	}
}

bool
placeholder_masked(const char *text, const char *original, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (text[i] == MASK && original[i] != MASK)
			return true;
	return false;
}

bool
placeholder_alone(const char *bytes, uint32_t n, uint32_t at)
{
	bool todo = is_todo(bytes, n, at);
	struct line line, next;

	if (!(todo || is_sign(bytes, n, at, "")) ||
	    !line_read(bytes, n, line_start(bytes, at), &line) ||
	    !(todo || at > line.first))
		return false;
	return !line_read(bytes, n, line.next, &next) ||
	       next.inner < column_of(bytes, at) ||
	       next.column < column_of(bytes, at);
}
