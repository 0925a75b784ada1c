/* holes.c - parts of a plan that the parser can't read, and passes over */
#include "load/holes.h"

#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/character.h"
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

/* of the lines that belong to a key; those of a list's items alike */
enum lines {
	DEEPER, /* all that are deeper */
	TEXT,	/* deeper ones up to the next key */
	QUOTED	/* all up to the next key that is no deeper */
};

/* Does the line belong no more to a key in that column? */
static bool
begins_anew(const char *bytes, uint32_t n, uint32_t line, uint32_t column,
	    enum lines lines)
{
	uint32_t at = skip_blanks(bytes, n, line), own;
	bool key;

	if (is_document(bytes, line))
		return true;
	if (at == n || is_break(bytes[at]) || bytes[at] == '#')
		return false;
	own = column_of(bytes, at);
	key = skip_dashes(bytes, n, at) > at || is_key(bytes, n, at);
	return (key && (own <= column || lines == TEXT)) ||
	       (own < column && lines != QUOTED);
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

/* With a tab, or another blank that isn't plain, it tells no column. */
static bool
has_tab(const char *bytes, uint32_t n, uint32_t line)
{
	uint32_t at;

	return odd_blank(bytes, n, line, &at) != 0;
}

/* where lines follow that can be read again */
static uint32_t
hole_end(const char *bytes, uint32_t n, uint32_t line, uint32_t column,
	 enum lines lines)
{
	if (is_document(bytes, line))
		return n;
	do
		line = next_line(bytes, n, line);
	while (line < n && !begins_anew(bytes, n, line, column, lines));
	return line;
}

/*
 * The end of lines that begin with a tab. Where they stand is not known: a key
 * without a value takes those with it that are as deep as the next line.
 */
static uint32_t
tabs_end(const char *bytes, uint32_t n, uint32_t line, uint32_t *column)
{
	uint32_t key, next;

	do {
		key = key_end(bytes, n, skip_blanks(bytes, n, line));
		line = next_line(bytes, n, line);
	} while (line < n && has_tab(bytes, n, line));
	next = line;
	while (next < n && is_break(bytes[skip_blanks(bytes, n, next)]))
		next = next_line(bytes, n, next);
	*column = column_of(bytes, skip_blanks(bytes, n, next));
	if (*column <
	    2) { /* nothing is in them, and they are not at the edge */
		*column = 2;
		return line;
	}
	key = key ? skip_blanks(bytes, n, key) : n;
	if (key == n || !(is_break(bytes[key]) || bytes[key] == '#'))
		return line;
	--*column;
	while (line < n && !begins_anew(bytes, n, line, *column, DEEPER))
		line = next_line(bytes, n, line);
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

/* the next line with a key or an item, up to that column; n where none is */
static uint32_t
next_key_line(const char *bytes, uint32_t n, uint32_t line, uint32_t column)
{
	do
		line = next_line(bytes, n, line);
	while (line < n && !begins_anew(bytes, n, line, column, QUOTED));
	return line;
}

bool
first_is_odd(const char *bytes, uint32_t n, uint32_t at, uint32_t *first)
{
	uint32_t column = column_of(bytes, at), here = line_start(bytes, at);
	uint32_t above = here, deep, next;

	do { /* up to the key above them all */
		if (!above)
			return false;
		above = written_line(bytes, n, above - 1);
		next = skip_blanks(bytes, n, above);
	} while (bytes[next] == '#' || column_of(bytes, next) >= column);
	next = next_key_line(bytes, n, above, UINT32_MAX);
	*first = skip_blanks(bytes, n, next);
	deep = column_of(bytes, *first);
	if (next >= here || deep <= column ||
	    next_key_line(bytes, n, next, deep) < here)
		return false;
	next = next_key_line(bytes, n, here, deep);
	return next < n &&
	       column_of(bytes, skip_blanks(bytes, n, next)) == column;
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

/* Of a value behind a key, on its line, only lines of text are a part. */
static enum lines
lines_of(const char *bytes, uint32_t n, uint32_t key, uint32_t at)
{
	uint32_t value = key ? skip_blanks(bytes, n, key) : n;

	if (bytes[at] == '"' || bytes[at] == '\'')
		return QUOTED;
	return value < n && !is_break(bytes[value]) &&
			       !strchr("[{|>#", bytes[value])
		       ? TEXT
		       : DEEPER;
}

enum hole_result
holes_cut(struct holes *holes, char *bytes, uint32_t n, uint32_t at,
	  uint32_t until)
{
	uint32_t line = written_line(bytes, n, at);
	uint32_t first = skip_blanks(bytes, n, line);
	uint32_t item = skip_dashes(bytes, n, first);
	uint32_t key = key_end(bytes, n, item);
	struct hole *old = hole_on(holes, line, at);
	bool tab = has_tab(bytes, n, line);
	struct hole hole = {.start = line,
			    .column = column_of(bytes, item),
			    .keyed = is_document(bytes, line)};

	hole.end = tab ? tabs_end(bytes, n, line, &hole.column)
		       : hole_end(bytes, n, line, hole.column,
				  lines_of(bytes, n, key, at));
	while (hole.end < until)
		hole.end = next_line(bytes, n, hole.end);
	if (!old && !tab && (key || item > first)) {
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

/* Is it inside the mapping, or does it hold the first keys of it? */
static bool
is_within(const struct hole *hole, const char *bytes, uint32_t start,
	  uint32_t end)
{
	uint32_t at = hole->end;

	if (hole->start >= start && hole->start <= end)
		return hole->column <= 1 || column_of(bytes, start) > 0;
	while (at < start && is_space(bytes[at]))
		at++;
	return at == start;
}

bool
holes_within(const struct holes *holes, const char *bytes, uint32_t start,
	     uint32_t end)
{
	for (size_t i = 0; i < holes->n; i++)
		if (!holes->items[i].keyed &&
		    is_within(&holes->items[i], bytes, start, end))
			return true;
	return false;
}

bool
holes_between(const struct holes *holes, const char *bytes, uint32_t start,
	      uint32_t end)
{
	for (size_t i = 0; i < holes->n; i++) {
		const struct hole *hole = &holes->items[i];

		/* a tab tells no column */
		if (!hole->keyed && is_within(hole, bytes, start, end) &&
		    hole->column <= column_of(bytes, start) + 1)
			return true;
	}
	return false;
}

void
holes_release(struct holes *holes)
{
	free(holes->items);
}
