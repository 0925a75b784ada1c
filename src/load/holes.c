/* holes.c - parts of a plan that the parser can't read, and passes over */
#include "load/holes.h"

#include <stdlib.h>
#include <string.h>

#include "ces/arena.h"
#include "ces/model.h"
#include "ces/utf8.h"

/* With a tab, or another blank that isn't plain, it tells no column. */
static bool
has_tab(const char *bytes, uint32_t n, uint32_t line)
{
	uint32_t at;

	return odd_blank(bytes, n, line, &at) != 0;
}

/* bits of the sections that begin from there to the end */
static uint64_t
sections_in(const char *bytes, uint32_t at, uint32_t end)
{
	const struct entity *plan = entity_plan();
	uint64_t found = 0;

	for (; at < end; at = line_next(bytes, end, at)) {
		uint32_t key = key_end(bytes, end, at);
		const struct field *field =
			key ? entity_field(plan, bytes + at, key - 1 - at)
			    : NULL;

		if (field)
			found |= 1ULL << (field - plan->fields);
	}
	return found;
}

uint32_t
document_end(const char *bytes, uint32_t n, uint32_t line)
{
	uint32_t next = line_next(bytes, n, line);

	/* another plan, or the rest of this one */
	return sections_in(bytes, 0, line) & sections_in(bytes, next, n) ? n
									 : next;
}

/* where lines follow that can be read again */
static uint32_t
hole_end(const char *bytes, uint32_t n, uint32_t line, uint32_t column,
	 enum lines lines)
{
	return is_document(bytes, n, line)
		       ? document_end(bytes, n, line)
		       : lines_end(bytes, n, line, column, lines);
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
		line = line_next(bytes, n, line);
	} while (line < n && has_tab(bytes, n, line));
	next = line;
	while (next < n && is_break(bytes[skip_blanks(bytes, n, next)]))
		next = line_next(bytes, n, next);
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
	while (line < n &&
	       !line_begins_anew(bytes, n, line, *column, LINES_DEEPER))
		line = line_next(bytes, n, line);
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
	line = line_written(bytes, n, line - 1);
	*at = skip_blanks(bytes, n, line);
	return *at < n && !strchr("#\"'{[", bytes[*at]) &&
	       column_of(bytes, *at) <= column &&
	       skip_dashes(bytes, n, *at) == *at && !is_key(bytes, n, *at);
}

bool
first_is_odd(const char *bytes, uint32_t n, uint32_t at, uint32_t *first)
{
	uint32_t column = column_of(bytes, at), here = line_start(bytes, at);
	uint32_t above = here, deep, next;

	do { /* up to the key above them all */
		if (!above)
			return false;
		above = line_written(bytes, n, above - 1);
		next = skip_blanks(bytes, n, above);
	} while (bytes[next] == '#' || column_of(bytes, next) >= column);
	next = lines_end(bytes, n, above, UINT32_MAX, LINES_QUOTED);
	*first = skip_blanks(bytes, n, next);
	deep = column_of(bytes, *first);
	if (next >= here || deep <= column ||
	    lines_end(bytes, n, next, deep, LINES_QUOTED) < here)
		return false;
	next = lines_end(bytes, n, here, deep, LINES_QUOTED);
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
		any |= !is_white(bytes[start]);
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
		return LINES_QUOTED;
	return value < n && !is_break(bytes[value]) &&
			       !strchr("[{|>#", bytes[value])
		       ? LINES_TEXT
		       : LINES_DEEPER;
}

enum hole_result
holes_cut(struct holes *holes, char *bytes, uint32_t n, uint32_t at,
	  uint32_t until)
{
	uint32_t line = line_written(bytes, n, at);
	uint32_t first = skip_blanks(bytes, n, line);
	uint32_t item = skip_dashes(bytes, n, first);
	uint32_t key = key_end(bytes, n, item);
	struct hole *old = hole_on(holes, line, at);
	bool tab = has_tab(bytes, n, line);
	struct hole hole = {.start = line,
			    .column = column_of(bytes, item),
			    .keyed = is_document(bytes, n, line)};

	hole.end = tab ? tabs_end(bytes, n, line, &hole.column)
		       : hole_end(bytes, n, line, hole.column,
				  lines_of(bytes, n, key, at));
	while (hole.end < until)
		hole.end = line_next(bytes, n, hole.end);
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

enum hole_result
holes_add(struct holes *holes, char *bytes, struct hole hole)
{
	struct hole *last = holes->n ? &holes->items[holes->n - 1] : NULL;
	bool next =
		last && !last->keyed && !hole.keyed && last->end <= hole.start;

	if (!blank(bytes, hole.start, hole.end))
		return HOLE_NONE;
	for (uint32_t i = next ? last->end : hole.start; i < hole.start; i++)
		next &= is_space(bytes[i]);
	if (!next) {
		add(holes, hole);
		return HOLE_NEW;
	}
	last->end = hole.end;
	if (last->column > hole.column)
		last->column = hole.column;
	return HOLE_WIDER;
}

bool
holes_follow(const struct holes *holes, const char *bytes, uint32_t at)
{
	for (size_t i = 0; i < holes->n; i++) {
		uint32_t before = at;

		while (before < holes->items[i].start &&
		       (is_white(bytes[before]) || is_break(bytes[before])))
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
