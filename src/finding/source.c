/* source.c - lines and columns of a plan's bytes */
#include "ces/source.h"

#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"

void
source_init(struct source *source, const char *name, char *bytes, size_t n)
{
	*source =
		(struct source){.name = name, .bytes = bytes, .n = (uint32_t)n};
}

void
source_replace(struct source *source, uint32_t at, size_t n)
{
	if (!source->given) {
		source->given = mem_alloc(source->n + 1);
		memcpy(source->given, source->bytes, source->n + 1);
	}
	memset(source->bytes + at, '?', n);
}

void
source_release(struct source *source)
{
	free(source->bytes);
	free(source->given);
	free(source->lines);
	*source = (struct source){.name = source->name};
}

/* Editors end a line at LF, CRLF or a lone CR; libyaml at more. */
static bool
ends_line(const struct source *source, uint32_t i)
{
	char c = source->bytes[i];

	return c == '\n' || (c == '\r' && source->bytes[i + 1] != '\n');
}

static void
find_lines(struct source *source)
{
	size_t cap = 0;

	ARRAY_GROW(source->lines, source->line_count, cap);
	source->lines[source->line_count++] = 0;
	for (uint32_t i = 0; i < source->n; i++) {
		if (!ends_line(source, i))
			continue;
		ARRAY_GROW(source->lines, source->line_count, cap);
		source->lines[source->line_count++] = i + 1;
	}
}

/* index of the line that holds the offset */
static size_t
line_of(struct source *source, uint32_t offset)
{
	size_t low = 0, high;

	if (!source->lines)
		find_lines(source);
	high = source->line_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* a byte order mark takes no column */
static uint32_t
text_start(const struct source *source, uint32_t line_start)
{
	if (line_start == 0 && source->n >= 3 &&
	    !memcmp(source->bytes, "\xef\xbb\xbf", 3))
		return 3;
	return line_start;
}

struct position
source_position(struct source *source, uint32_t offset)
{
	struct position at;
	size_t line;
	uint32_t i;

	if (offset > source->n)
		offset = source->n;
	line = line_of(source, offset);
	at = (struct position){.line = (uint32_t)line + 1, .column = 1};
	i = text_start(source, source->lines[line]);
	if (source->last_offset > i && source->last_offset <= offset) {
		i = source->last_offset;
		at.column = source->last_column;
		at.display = source->last_display;
	}
	while (i < offset) {
		uint32_t cp;

		i += (uint32_t)utf8_next(source->bytes + i, source->n - i, &cp);
		if (cp == '\t')
			at.display += 8 - at.display % 8;
		else
			at.display += (uint32_t)utf8_cp_width(cp);
		at.column++;
	}
	source->last_offset = i;
	source->last_column = at.column;
	source->last_display = at.display;
	return at;
}

const char *
source_line(struct source *source, uint32_t line, size_t *n)
{
	uint32_t start, end;

	if (!source->lines)
		find_lines(source);
	if (line == 0 || line > source->line_count) {
		*n = 0;
		return "";
	}
	start = text_start(source, source->lines[line - 1]);
	end = line < source->line_count ? source->lines[line] : source->n;
	while (end > start && (source->bytes[end - 1] == '\n' ||
			       source->bytes[end - 1] == '\r'))
		end--;
	*n = end - start;
	return source->bytes + start;
}

/* the end of a quoted scalar, or of its line */
static uint32_t
quoted_end(const struct source *source, uint32_t start)
{
	char quote = source->bytes[start];
	uint32_t i = start + 1;

	for (; i < source->n && source->bytes[i] != '\n'; i++) {
		if (source->bytes[i] == '\\' && quote == '"')
			i++;
		else if (source->bytes[i] == quote)
			return i + 1;
	}
	return i;
}

struct span
source_token(const struct source *source, uint32_t start)
{
	const char *s = source->bytes;
	uint32_t i = start;

	if (start >= source->n)
		return (struct span){source->n, source->n};
	if (s[start] == '"' || s[start] == '\'')
		return (struct span){start, quoted_end(source, start)};
	i += (uint32_t)strcspn(s + i, "\r\n,[]{}:");
	while (s[i] == ':' && !strchr(" \t\r\n,", s[i + 1]))
		i += 1 + (uint32_t)strcspn(s + i + 1, "\r\n,[]{}:");
	while (i > start + 1 && (s[i - 1] == ' ' || s[i - 1] == '\t'))
		i--;
	return (struct span){start, i > start ? i : start + 1};
}
