/* wide.c - signs and blanks of YAML in the forms that East Asian keyboards have
 */
#include "load/wide.h"

#include <string.h>

#include "ces/character.h"
#include "ces/utf8.h"
#include "load/wide_line.h"

/* the plan's lines up to the one that is read */
struct reading {
	struct findings *findings;
	struct holes *holes;
	char *bytes;
	uint32_t n;
	struct levels levels;
	uint32_t columns[DEPTH_LIMIT + 2]; /* of the levels */
	bool text;	      /* a plain value, which may go on in lines ... */
	uint32_t text_column; /* ... that are deeper */
};

bool
wide_in(const char *bytes, uint32_t n)
{
	for (uint32_t i = 0; i + 1 < n; i++)
		switch ((unsigned char)bytes[i]) {
		case 0xc2: /* U+00A0, U+00B7 */
			if (strchr("\xa0\xb7", bytes[i + 1]))
				return true;
			break;
		case 0xe2: /* U+2000 and the next, of punctuation */
		case 0xe3: /* U+3000 */
		case 0xef: /* U+FF00 */
			return true;
		}
	return false;
}

/* the column behind an indentation with blanks of any form; wide ones have two
 */
static uint32_t
seen_column(const struct reading *reading, uint32_t line, uint32_t *first)
{
	uint32_t column = 0, cp;
	size_t length;

	for (*first = line; *first < reading->n; *first += (uint32_t)length) {
		length = utf8_next(reading->bytes + *first, reading->n - *first,
				   &cp);
		if (is_break((char)cp) || !character_is_blank(cp))
			break;
		column += cp == 0x3000 ? 2 : 1;
	}
	return column;
}

/* Does a key or an item of a list begin there? */
static bool
begins_value(const struct reading *reading, uint32_t at)
{
	const char *bytes = reading->bytes;
	uint32_t item = skip_dashes(bytes, reading->n, at), cp = 0;

	utf8_next(bytes + at, reading->n - at, &cp);
	if (item > at || is_key(bytes, reading->n, at) ||
	    character_is_bullet(cp))
		return true;
	for (; at < reading->n && (unsigned char)bytes[at] > ' ';
	     at += (uint32_t)utf8_next(bytes + at, reading->n - at, &cp))
		if (cp == 0xff1a)
			return true;
	return cp == 0xff1a;
}

/* Is the line indented by odd blanks, and no part of a text? */
static bool
is_odd(const struct reading *reading, const struct line *line)
{
	uint32_t at;

	if (odd_blank(reading->bytes, reading->n, line->start, &at) < 0x80 ||
	    (reading->text && line->column > reading->text_column))
		return false;
	seen_column(reading, line->start, &at);
	return begins_value(reading, at);
}

/* Passes over the lines that are indented by odd blanks, and those below them.
 */
static uint32_t
pass_odd(struct reading *reading, uint32_t start)
{
	struct hole hole = {.start = start, .end = start};
	struct findings *findings = reading->findings;
	struct buf line = {0};
	struct line next;
	struct finding *finding = NULL;
	uint32_t first, at, column, end, cp;

	hole.column = seen_column(reading, start, &first);
	end = line_next(reading->bytes, reading->n, first);
	for (uint32_t i = 0; i < hole.column; i++)
		buf_putc(&line, ' ');
	while (end > first && is_break(reading->bytes[end - 1]))
		end--;
	buf_add(&line, reading->bytes + first, end - first);
	cp = odd_blank(reading->bytes, reading->n, start, &at);
	finding = finding_add(
		findings, TOPIC_document_syntax, (struct span){at, first}, "",
		N_("{character}, {code}, is in the indentation; write '{line}' "
		   "with plain spaces"),
		ARGS(WORD_ARG("character", character_name(cp)),
		     TEXT_ARG("code",
			      arena_format(findings->arena, "U+%04X", cp)),
		     TEXT_ARG("line", arena_take(findings->arena, &line))));
	do {
		hole.end = line_next(reading->bytes, reading->n, first);
		if (!line_read(reading->bytes, reading->n, hole.end, &next))
			break;
		cp = odd_blank(reading->bytes, reading->n, next.start, &at);
		column = seen_column(reading, next.start, &first);
		if (cp >= 0x80 && begins_value(reading, first)) {
			finding_relate(findings, finding,
				       (struct span){at, first}, "",
				       N_("this one as well"));
			if (column < hole.column)
				hole.column = column;
		} else if (column <= hole.column) {
			break;
		}
	} while (true);
	holes_add(reading->holes, reading->bytes, hole);
	return hole.end;
}

/* Goes to the collection in which the line's key or item stands; false where it
 * stands in none, as a part of a text does. */
static bool
find_level(struct reading *reading, const struct line *line)
{
	struct levels *levels = &reading->levels;
	bool dash = line->item > line->first;
	struct level *top;

	if (reading->text && line->column > reading->text_column)
		return false;
	while (top = levels_top(levels),
	       levels->depth > 1 &&
		       (reading->columns[levels->depth] > line->column ||
			(reading->columns[levels->depth] == line->column &&
			 !top->map && !dash)))
		levels_close(levels);
	if (reading->columns[levels->depth] < line->column ||
	    (dash && top->map)) {
		if (!top->map || !top->value || levels->depth == DEPTH_LIMIT)
			return false;
		levels_open(levels, !dash, false, line->first);
		reading->columns[levels->depth] = line->column;
	}
	if (dash && levels->depth < DEPTH_LIMIT) {
		levels_open(levels, true, false, line->item);
		reading->columns[levels->depth] = line->inner;
	}
	return true;
}

/* Is the line, in which a bullet stands first, the item of a list? One that is
 * open, or at the column of its key: deeper ones may be a text. */
static bool
is_item(const struct reading *reading, const struct line *line)
{
	int depth = reading->levels.depth;
	const struct level *level;
	uint32_t cp;

	utf8_next(reading->bytes + line->first, reading->n - line->first, &cp);
	if (cp < 0x80 || !character_is_bullet(cp) ||
	    (reading->text && line->column > reading->text_column))
		return false;
	while (depth > 1 && reading->columns[depth] > line->column)
		depth--;
	level = &reading->levels.items[depth];
	return reading->columns[depth] == line->column &&
	       (!level->map || (level->value && level->keys && level->field &&
				(kind_shape(level->field->kind) == SHAPE_LIST ||
				 level->field->kind == KIND_LIST)));
}

static bool
is_collection(const struct field *field)
{
	return field && (kind_shape(field->kind) != SHAPE_VALUE);
}

/* Can neither the value nor a part of it be a text? */
static bool
is_closed(const struct level *level)
{
	enum kind kind =
		level->field ? kind_element(level->field->kind) : KIND_TEXT;

	return kind != KIND_TEXT && !is_collection(level->field);
}

/* Mends the value, and notes whether it is a text that may go on. */
static void
read_value(struct reading *reading, struct wide_line *mended,
	   const struct line *line)
{
	struct levels *levels = &reading->levels;
	struct level *top = levels_top(levels);
	const char *value = reading->bytes + line->value;
	int depth = levels->depth;
	uint32_t cp;

	if (line->opens)
		return;
	utf8_next(value, reading->n - line->value, &cp);
	if (!mended) {
		/* nothing to mend */
	} else if (is_collection(top->field) || !line->key) {
		if (strchr("{[", *value) || cp == 0xff5b || cp == 0xff3b ||
		    cp == 0x3010)
			wide_brackets(mended, line->value);
	} else if (is_closed(top)) {
		wide_comment(mended, line->value);
	}
	levels->depth = depth;
	top->value = false;
	reading->text = !strchr("\"'{[|>#&*!", *value);
	reading->text_column = line->key ? line->inner : line->column;
}

static void
read_key(struct reading *reading, const struct line *line)
{
	struct levels *levels = &reading->levels;

	if (line->key)
		levels_scalar(levels, reading->bytes + line->item,
			      line->key - 1 - line->item,
			      (struct span){line->item, line->key - 1});
	else if (line->item > line->first)
		levels_close(levels); /* no item with keys */
}

/* Makes signs before the value plain; false where the line is all comment. */
static bool
mend_key(const struct reading *reading, struct wide_line *mended,
	 struct line *line)
{
	const char *bytes = reading->bytes;
	uint32_t cp;

	utf8_next(bytes + line->first, reading->n - line->first, &cp);
	if (cp == 0xff03) {
		wide_comment(mended, line->first);
		return false;
	}
	wide_key(mended, line->item);
	if (mended->count)
		line_read(bytes, reading->n, line->start, line);
	return true;
}

/* Returns where the next line begins. */
static uint32_t
read_line(struct reading *reading, struct line *line)
{
	struct levels *levels = &reading->levels;
	struct wide_line mended = {
		.bytes = reading->bytes, .n = reading->n, .levels = levels};
	const char *bytes = reading->bytes;
	uint32_t n = reading->n, end = line_next(bytes, n, line->first);
	bool wide = wide_in(bytes + line->start, end - line->start), key = true;

	if (wide && is_odd(reading, line))
		return pass_odd(reading, line->start);
	if (wide && is_item(reading, line)) {
		wide_dash(&mended, line->first);
		line_read(bytes, n, line->start, line);
	}
	if (find_level(reading, line)) {
		reading->text = false;
		levels_top(levels)->value = false;
		key = !wide || mend_key(reading, &mended, line);
		if (key)
			read_key(reading, line);
		if (key)
			read_value(reading, wide ? &mended : NULL, line);
	}
	if (!mended.count)
		return line->next;
	wide_report(&mended, reading->findings, line->first);
	if (key)
		line_read(bytes, n, line->start, line);
	return key ? line->next : end;
}

void
wide_mend(struct findings *findings, struct holes *holes, char *bytes,
	  uint32_t n)
{
	struct reading reading = {
		.findings = findings, .holes = holes, .bytes = bytes, .n = n};
	struct line line;
	uint32_t at = 0;

	levels_open(&reading.levels, true, false, 0);
	while (line_read(bytes, n, at, &line))
		at = read_line(&reading, &line);
}
