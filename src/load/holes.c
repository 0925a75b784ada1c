/* holes.c - parts of a plan that the parser can't read, and passes over */
#include "load/holes.h"

#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/utf8.h"

static bool
is_break(char c)
{
	return c == '\n' || c == '\r';
}

static bool
is_blank(char c)
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

/* the start of the next line; n at the end */
static uint32_t
next_line(const char *bytes, uint32_t n, uint32_t at)
{
	while (at < n && !is_break(bytes[at]))
		at++;
	if (at + 1 < n && bytes[at] == '\r' && bytes[at + 1] == '\n')
		at++;
	return at < n ? at + 1 : n;
}

static uint32_t
skip_blanks(const char *bytes, uint32_t n, uint32_t at)
{
	while (at < n && is_blank(bytes[at]))
		at++;
	return at;
}

/* from 0; a tab ends at a multiple of 8 */
static uint32_t
column_of(const char *bytes, uint32_t at)
{
	uint32_t column = 0;

	for (uint32_t i = line_start(bytes, at); i < at; i++)
		column = bytes[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
	return column;
}

/* behind the dashes that begin items of lists */
static uint32_t
skip_dashes(const char *bytes, uint32_t n, uint32_t at)
{
	while (at + 1 < n && bytes[at] == '-' &&
	       (is_blank(bytes[at + 1]) || is_break(bytes[at + 1])))
		at = skip_blanks(bytes, n, at + 1);
	return at;
}

/* behind the colon of a plain key that begins there, or 0 */
static uint32_t
key_end(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t i = at;

	while (i < n && (unsigned char)bytes[i] > ' ' &&
	       !strchr(":\"'#{}[],&*!|>%@`?", bytes[i]))
		i++;
	return i > at && i < n && bytes[i] == ':' ? i + 1 : 0;
}

static bool
is_key(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t end = key_end(bytes, n, at);

	return end && (end == n || is_space(bytes[end]));
}

/* Another document begins there, which is no part of the plan. */
static bool
is_document(const char *bytes, uint32_t line)
{
	return !strncmp(bytes + line, "---", 3);
}

/* A key or an item of a list in that column, or anything before it; a text in
 * quotes may go on there. */
static bool
begins_anew(const char *bytes, uint32_t n, uint32_t line, uint32_t column,
	    bool quoted)
{
	uint32_t at = skip_blanks(bytes, n, line);

	if (is_document(bytes, line))
		return true;
	if (at == n || is_break(bytes[at]) || bytes[at] == '#' ||
	    column_of(bytes, at) > column)
		return false;
	if ((!quoted && column_of(bytes, at) < column) ||
	    skip_dashes(bytes, n, at) > at)
		return true;
	return is_key(bytes, n, at);
}

static bool
has_tab(const char *bytes, uint32_t n, uint32_t line)
{
	uint32_t at = skip_blanks(bytes, n, line);

	return at < n && !is_break(bytes[at]) &&
	       memchr(bytes + line, '\t', at - line);
}

/* where lines follow that can be read again */
static uint32_t
hole_end(const char *bytes, uint32_t n, uint32_t line, uint32_t column,
	 bool quoted)
{
	bool tab = has_tab(bytes, n, line);

	if (is_document(bytes, line))
		return n;
	do
		line = next_line(bytes, n, line);
	while (line < n && ((tab && has_tab(bytes, n, line)) ||
			    !begins_anew(bytes, n, line, column, quoted)));
	return line;
}

/* the last line up to there on which anything stands */
static uint32_t
written_line(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t line = line_start(bytes, at < n ? at : n);
	uint32_t first = skip_blanks(bytes, n, line);

	while (line > 0 && (first == n || is_break(bytes[first]))) {
		line = line_start(bytes, line - 1);
		first = skip_blanks(bytes, n, line);
	}
	return line;
}

bool
value_start(const char *bytes, uint32_t n, uint32_t line, uint32_t *at)
{
	uint32_t first = skip_blanks(bytes, n, line);
	uint32_t item = skip_dashes(bytes, n, first);
	uint32_t key = key_end(bytes, n, item);

	*at = skip_blanks(bytes, n, key ? key : item);
	return *at > first;
}

bool
keyless_before(const char *bytes, uint32_t n, uint32_t line, uint32_t *at)
{
	uint32_t column = column_of(bytes, skip_blanks(bytes, n, line));

	if (!line)
		return false;
	line = written_line(bytes, n, line - 1);
	*at = skip_blanks(bytes, n, line);
	return *at < n && !strchr("#\"'{[", bytes[*at]) &&
	       column_of(bytes, *at) <= column &&
	       skip_dashes(bytes, n, *at) == *at && !is_key(bytes, n, *at);
}

/* Returns whether there was anything to blank. */
static bool
blank(char *bytes, uint32_t start, uint32_t end)
{
	bool any = false;

	for (; start < end; start++) {
		if (is_break(bytes[start]))
			continue;
		any |= !is_blank(bytes[start]);
		bytes[start] = ' ';
	}
	return any;
}

static struct hole *
hole_on(const struct holes *holes, uint32_t start, uint32_t end)
{
	for (size_t i = 0; i < holes->n; i++)
		if (holes->items[i].start <= end && holes->items[i].end > start)
			return &holes->items[i];
	return NULL;
}

static void
add(struct holes *holes, struct hole hole)
{
	ARRAY_GROW(holes->items, holes->n, holes->cap);
	holes->items[holes->n++] = hole;
}

enum hole_result
holes_cut(struct holes *holes, char *bytes, uint32_t n, uint32_t at)
{
	uint32_t line = written_line(bytes, n, at);
	uint32_t first = skip_blanks(bytes, n, line);
	uint32_t item = skip_dashes(bytes, n, first);
	uint32_t key = key_end(bytes, n, item);
	struct hole *old = hole_on(holes, line, at);
	struct hole hole = {.start = line,
			    .column = column_of(bytes, item),
			    .keyed = is_document(bytes, line)};

	hole.end = hole_end(bytes, n, line, hole.column,
			    bytes[at] == '"' || bytes[at] == '\'');
	if (!old && (key || item > first)) {
		hole.start = key ? key : item;
		hole.keyed = true;
	}
	if (!blank(bytes, hole.start, hole.end)) {
		hole.start = line;
		hole.keyed = false;
		if (!blank(bytes, line, hole.end))
			return HOLE_NONE;
	}
	if (old && old->start >= hole.start && old->end <= hole.end)
		*old = hole;
	else
		add(holes, hole);
	return old ? HOLE_WIDER : HOLE_NEW;
}

bool
holes_follow(const struct holes *holes, const char *bytes, uint32_t at)
{
	for (size_t i = 0; i < holes->n; i++) {
		uint32_t before = at;

		while (before < holes->items[i].start &&
		       (is_blank(bytes[before]) || is_break(bytes[before])))
			before++;
		if (before == holes->items[i].start)
			return true;
	}
	return false;
}

bool
holes_within(const struct holes *holes, const char *bytes, uint32_t start,
	     uint32_t end)
{
	for (size_t i = 0; i < holes->n; i++) {
		const struct hole *hole = &holes->items[i];

		if (!hole->keyed && hole->start >= start &&
		    hole->start <= end &&
		    (hole->column == 0 || column_of(bytes, start) > 0))
			return true;
	}
	return false;
}

void
holes_release(struct holes *holes)
{
	free(holes->items);
}
