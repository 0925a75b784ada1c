/* lines.c - a plan's lines: indentation, dashes and keys */
#include "load/lines.h"

#include <string.h>

#include "ces/character.h"
#include "ces/utf8.h"

bool
is_break(char c)
{
	return c == '\n' || c == '\r';
}

bool
is_white(char c)
{
	return c == ' ' || c == '\t';
}

uint32_t
line_start(const char *bytes, uint32_t at)
{
	while (at > 0 && !is_break(bytes[at - 1]))
		at--;
	return at;
}

uint32_t
line_next(const char *bytes, uint32_t n, uint32_t at)
{
	while (at < n && !is_break(bytes[at]))
		at++;
	if (at + 1 < n && bytes[at] == '\r' && bytes[at + 1] == '\n')
		at++;
	return at < n ? at + 1 : n;
}

uint32_t
skip_blanks(const char *bytes, uint32_t n, uint32_t at)
{
	while (at < n && is_white(bytes[at]))
		at++;
	return at;
}

uint32_t
line_written(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t line = line_start(bytes, at < n ? at : n);
	uint32_t first = skip_blanks(bytes, n, line);

	while (line > 0 && (first == n || is_break(bytes[first]))) {
		line = line_start(bytes, line - 1);
		first = skip_blanks(bytes, n, line);
	}
	return line;
}

uint32_t
column_of(const char *bytes, uint32_t at)
{
	uint32_t column = 0;

	for (uint32_t i = line_start(bytes, at); i < at; i++)
		column = bytes[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
	return column;
}

uint32_t
skip_dashes(const char *bytes, uint32_t n, uint32_t at)
{
	while (at + 1 < n && bytes[at] == '-' &&
	       (is_white(bytes[at + 1]) || is_break(bytes[at + 1])))
		at = skip_blanks(bytes, n, at + 1);
	return at;
}

uint32_t
key_end(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t i = at;

	while (i < n && (unsigned char)bytes[i] > ' ' &&
	       !strchr(":\"'#{}[],&*!|>%@`?", bytes[i]))
		i++;
	return i > at && i < n && bytes[i] == ':' ? i + 1 : 0;
}

bool
is_key(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t end = key_end(bytes, n, at);

	return end && (end == n || is_space(bytes[end]));
}

bool
is_document(const char *bytes, uint32_t n, uint32_t line)
{
	return n - line >= 3 &&
	       (!memcmp(bytes + line, "---", 3) ||
		!memcmp(bytes + line, "...", 3)) &&
	       (n - line == 3 || is_space(bytes[line + 3]));
}

uint32_t
odd_blank(const char *bytes, uint32_t n, uint32_t line, uint32_t *at)
{
	uint32_t cp = ' ', odd = 0, i = line;
	size_t length = 0;

	for (; i < n && character_is_blank(cp) && !is_break((char)cp);
	     i += (uint32_t)length) {
		length = utf8_next(bytes + i, n - i, &cp);
		if (!odd &&
		    (cp == '\t' || (cp >= 0x80 && character_is_blank(cp)))) {
			odd = cp;
			*at = i;
		}
	}
	return character_is_blank(cp) ? 0 : odd; /* of a blank line */
}

bool
line_begins_anew(const char *bytes, uint32_t n, uint32_t line, uint32_t column,
		 enum lines lines)
{
	uint32_t at = skip_blanks(bytes, n, line), own;
	bool key;

	if (is_document(bytes, n, line))
		return true;
	if (at == n || is_break(bytes[at]) || bytes[at] == '#')
		return false;
	own = column_of(bytes, at);
	key = skip_dashes(bytes, n, at) > at || is_key(bytes, n, at);
	return (key && (own <= column || lines == LINES_TEXT)) ||
	       (own < column && lines != LINES_QUOTED);
}

uint32_t
lines_end(const char *bytes, uint32_t n, uint32_t line, uint32_t column,
	  enum lines lines)
{
	do
		line = line_next(bytes, n, line);
	while (line < n && !line_begins_anew(bytes, n, line, column, lines));
	return line;
}

/* behind the closing quote, or 0 */
static uint32_t
quote_end(const char *bytes, uint32_t n, uint32_t at)
{
	char quote = bytes[at++];

	for (; at < n; at++) {
		if (bytes[at] == '\\' && quote == '"')
			at++;
		else if (bytes[at] != quote)
			continue;
		else if (quote == '"' || at + 1 == n || bytes[at + 1] != quote)
			return at + 1;
		else
			at++; /* two are one of the text */
	}
	return 0;
}

/* behind the bracket that closes the one there, or 0 */
static uint32_t
bracket_end(const char *bytes, uint32_t n, uint32_t at)
{
	int depth = 0;

	while (at && at < n) {
		char c = bytes[at], before = at ? bytes[at - 1] : ' ';

		if (strchr("\"'", c) && strchr(" {[,", before)) {
			at = quote_end(bytes, n, at);
			continue;
		}
		if (c == '#' && is_space(before)) {
			at = line_next(bytes, n, at);
			continue;
		}
		depth += (c == '{' || c == '[') - (c == '}' || c == ']');
		at++;
		if (depth == 0)
			return at;
	}
	return 0;
}

/* Where the key of a line, behind its dashes, stands. */
static uint32_t
own_column(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t first = skip_blanks(bytes, n, line_start(bytes, at));

	return column_of(bytes, skip_dashes(bytes, n, first));
}

uint32_t
closed_end(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t line = line_start(bytes, at);

	/* but for the plan itself, as in JSON */
	if (line != at)
		n = lines_end(bytes, n, line, own_column(bytes, n, at),
			      LINES_QUOTED);
	return bytes[at] == '"' || bytes[at] == '\''
		       ? quote_end(bytes, n, at)
		       : bracket_end(bytes, n, at);
}

/* Where lines of a value that goes on in them end. */
static uint32_t
value_end(const char *bytes, uint32_t n, const struct line *line)
{
	uint32_t end = line_next(bytes, n, line->start), at;
	char c = line->value < n ? bytes[line->value] : '\n';

	if (strchr("\"'{[", c) && c) {
		at = closed_end(bytes, n, line->value);
		return at ? line_next(bytes, n, at) : end;
	}
	if (c != '|' && c != '>')
		return end;
	while (end < n) { /* a block of text */
		at = skip_blanks(bytes, n, end);
		if (at < n && !is_break(bytes[at]) &&
		    column_of(bytes, at) <=
			    (line->key ? line->inner : line->column))
			break;
		end = line_next(bytes, n, end);
	}
	return end;
}

bool
line_read(const char *bytes, uint32_t n, uint32_t start, struct line *line)
{
	uint32_t at;

	for (;; start = line_next(bytes, n, start)) {
		if (start >= n)
			return false;
		at = skip_blanks(bytes, n, start);
		if (at < n && !is_break(bytes[at]) && bytes[at] != '#')
			break;
	}
	*line = (struct line){.start = start, .first = at};
	line->item = skip_dashes(bytes, n, at);
	line->key = is_key(bytes, n, line->item) ? key_end(bytes, n, line->item)
						 : 0;
	line->value = skip_blanks(bytes, n, line->key ? line->key : line->item);
	line->column = column_of(bytes, at);
	line->inner = column_of(bytes, line->item);
	line->opens = line->value == n || is_break(bytes[line->value]) ||
		      bytes[line->value] == '#';
	line->next = value_end(bytes, n, line);
	return true;
}
