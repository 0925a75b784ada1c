/* wide_line.c - a line whose signs of YAML are of another form, mended */
#include "load/wide_line.h"

#include <string.h>

#include "ces/character.h"
#include "ces/utf8.h"

enum { REPEATED_MOST = 200 /* bytes of a line that a message repeats */ };

/* the plain sign of YAML that the character stands for, or 0 */
static char
sign_of(uint32_t cp)
{
	uint32_t plain = cp < 0x80 ? 0 : character_plain(cp);

	if (plain == ';')
		return ',';
	return plain && plain < 0x80 && strchr(" :,{}[]#", (char)plain)
		       ? (char)plain
		       : '\0';
}

/* the plain sign there, or meant there, and its length; 0 at the end */
static char
sign_at(const struct wide_line *line, uint32_t at, uint32_t *length)
{
	uint32_t cp = 0;
	char sign;

	*length = 0;
	if (at == line->n)
		return '\0';
	*length = (uint32_t)utf8_next(line->bytes + at, line->n - at, &cp);
	sign = sign_of(cp);
	return sign ? sign : cp < 0x80 ? (char)cp : '\0';
}

/* A closing bracket is the last of the bytes, where its collection ends. */
static void
replace(struct wide_line *line, uint32_t at, char sign)
{
	bool last = strchr("}]", sign) != NULL;
	uint32_t cp, size;
	size_t i;

	size = (uint32_t)utf8_next(line->bytes + at, line->n - at, &cp);
	if (size == 1 || line->count == MENDED_MOST)
		return;
	for (i = line->count++; i && line->mended[i - 1].at > at; i--)
		line->mended[i] = line->mended[i - 1];
	line->mended[i].start = at;
	line->mended[i].at = last ? at : at + 1;
	line->mended[i].size = size - 1;
	line->mended[i].character = cp;
	line->mended[i].sign = sign;
	memset(line->bytes + at, ' ', size);
	line->bytes[last ? at + size - 1 : at] = sign;
}

/* behind blanks of any form; replaced where told */
static uint32_t
skip(struct wide_line *line, uint32_t at, bool mend)
{
	uint32_t length;

	while (sign_at(line, at, &length) == ' ') {
		if (mend)
			replace(line, at, ' ');
		at += length;
	}
	return at;
}

/* Where the name of a key that begins there ends. */
static uint32_t
name_end(const struct wide_line *line, uint32_t at)
{
	uint32_t length, end = at;
	char sign;

	for (; end < line->n; end += length) {
		sign = sign_at(line, end, &length);
		if (sign &&
		    (is_space(sign) || strchr(":\"'#{}[],&*!|>%@`?", sign)))
			break;
	}
	return end;
}

/* Can a key of that name stand in the collection? */
static bool
is_known(const struct level *level, const char *name, size_t n)
{
	if (!level->map || !n)
		return false;
	if (level->keys)
		return entity_field(level->keys, name, n) ||
		       (n > 2 && !memcmp(name, "x-", 2));
	return level->field &&
	       (kind_shape(level->field->kind) >= SHAPE_MAPPING);
}

/* Finds the sign that ends a known key that begins there. */
static bool
key_sign(struct wide_line *line, uint32_t at, uint32_t *end, uint32_t *colon)
{
	uint32_t length;

	*end = name_end(line, at);
	*colon = skip(line, *end, false);
	return sign_at(line, *colon, &length) == ':' &&
	       is_known(levels_top(line->levels), line->bytes + at, *end - at);
}

bool
wide_key(struct wide_line *line, uint32_t at)
{
	uint32_t end, colon, cp, next;

	if (!key_sign(line, at, &end, &colon))
		return false;
	utf8_next(line->bytes + colon + 1, line->n - colon - 1, &cp);
	if (line->bytes[colon] == ':' ? cp < 0x80 || !character_is_blank(cp)
				      : is_key(line->bytes, line->n, at))
		return false;
	next = colon + 1;
	replace(line, colon, ':');
	skip(line, end, true);
	skip(line, next, true);
	return true;
}

/* Behind the quotes that open there, on the line. */
static uint32_t
quote_end(const struct wide_line *line, uint32_t at)
{
	char quote = line->bytes[at++];

	while (at < line->n && line->bytes[at] != quote &&
	       !is_break(line->bytes[at]))
		at += line->bytes[at] == '\\' && quote == '"' ? 2 : 1;
	return at < line->n ? at + 1 : line->n;
}

/* Does the key of another value follow the comma there? */
static bool
parts_values(struct wide_line *line, uint32_t at, uint32_t length)
{
	struct level *level = levels_top(line->levels);
	uint32_t end, colon;

	if (line->bytes[at] == ',')
		return true;
	if (!level->map) /* else it has a finding of its own */
		return line->count && level->field &&
		       kind_element(level->field->kind) != KIND_TEXT;
	return key_sign(line, skip(line, at + length, false), &end, &colon);
}

/* Does the bracket there close one, with no more text behind it? */
static bool
closes(struct wide_line *line, uint32_t at, uint32_t length)
{
	uint32_t next = skip(line, at + length, false);
	char sign = sign_at(line, next, &length);

	return next == line->n || is_break(sign) ||
	       (sign && strchr(",]}#", sign));
}

/* Does a collection in brackets begin there, by the key that it is of? */
static bool
opens(struct wide_line *line, uint32_t at, char sign)
{
	const struct level *level = levels_top(line->levels);
	enum kind kind = level->field ? level->field->kind : KIND_TEXT;

	return strchr("{[", sign) && line->levels->depth < DEPTH_LIMIT &&
	       (line->bytes[at] == sign ||
		(kind_shape(kind) != SHAPE_VALUE && kind != KIND_TEXTS));
}

/* Notes the key there; returns where its value begins, at where none is. */
static uint32_t
take_key(struct wide_line *line, uint32_t at)
{
	uint32_t end, colon;

	wide_key(line, at);
	end = name_end(line, at);
	colon = skip_blanks(line->bytes, line->n, end);
	if (end == at || colon == line->n || line->bytes[colon] != ':')
		return at;
	levels_scalar(line->levels, line->bytes + at, end - at,
		      (struct span){at, end});
	return skip_blanks(line->bytes, line->n, colon + 1);
}

void
wide_brackets(struct wide_line *line, uint32_t at)
{
	struct levels *levels = line->levels;
	int base = levels->depth, inner = 0;
	bool fresh = true; /* a value or a key begins */
	uint32_t length;

	do {
		char sign = sign_at(line, at, &length);

		if (!length || is_break(sign))
			return;
		if (fresh && sign == ' ') {
			at += length;
			continue;
		}
		if (fresh && (sign == '"' || sign == '\'')) {
			at = quote_end(line, at);
			fresh = false;
			continue;
		}
		if (fresh && sign && opens(line, at, sign)) {
			replace(line, at, sign);
			levels_open(levels, sign == '{', true, at);
		} else if ((sign == '}' || sign == ']') && !inner &&
			   closes(line, at, length)) {
			replace(line, at, sign);
			levels_close(levels);
			levels_top(levels)->value = false;
			fresh = false;
		} else if (sign == ',' && parts_values(line, at, length)) {
			replace(line, at, sign);
			levels_top(levels)->value = false;
			fresh = true;
		} else if (fresh && levels_top(levels)->map &&
			   !levels_top(levels)->value) {
			uint32_t value = take_key(line, at);

			fresh = value > at;
			at = fresh ? value : at + length;
			continue;
		} else {
			inner += sign && strchr("{[", sign);
			inner -= inner && sign && strchr("}]", sign);
			fresh = false;
		}
		at += length;
	} while (levels->depth > base);
}

void
wide_dash(struct wide_line *line, uint32_t at)
{
	replace(line, at, '-');
}

void
wide_comment(struct wide_line *line, uint32_t at)
{
	uint32_t length, blank = at;
	bool apart = true;
	char sign;

	for (; (sign = sign_at(line, at, &length)), length && !is_break(sign);
	     at += length) {
		if (sign == '#' && apart) {
			skip(line, blank, true);
			replace(line, at, sign);
			return;
		}
		if (sign == ' ' && !apart)
			blank = at;
		apart = sign == ' ';
	}
}

/* the line as it is to be written; NULL where it is too long for a message */
static const char *
written(const struct wide_line *line, struct arena *arena, uint32_t first)
{
	uint32_t end = first;
	struct buf buf = {0};
	size_t i = 0;

	while (end < line->n && !is_break(line->bytes[end]))
		end++;
	while (end > first && is_space(line->bytes[end - 1]))
		end--;
	if (end - first > REPEATED_MOST)
		return NULL;
	for (uint32_t at = first; at < end; at++) {
		if (i == line->count || at != line->mended[i].at) {
			buf_putc(&buf, line->bytes[at]);
			continue;
		}
		at += line->mended[i].size - 1;
		if (line->mended[i].sign == ':') {
			for (buf.n--; buf.n && buf.p[buf.n - 1] == ' ';)
				buf.n--;
			buf_putc(&buf, ':');
		}
		if (strchr(":,#-", line->mended[i++].sign) && at + 1 < end &&
		    !is_space(line->bytes[at + 1]))
			buf_putc(&buf, ' ');
	}
	return arena_take(arena, &buf);
}

static const char *
shown(struct arena *arena, uint32_t cp)
{
	struct buf buf = {0};

	utf8_encode(&buf, cp);
	return arena_take(arena, &buf);
}

void
wide_report(const struct wide_line *line, struct findings *findings,
	    uint32_t first)
{
	struct arena *arena = findings->arena;
	const char *text;
	uint32_t at, cp;
	size_t i = 0;
	char sign;

	if (!line->count)
		return;
	while (i + 1 < line->count && line->mended[i].sign == ' ')
		i++;
	i = line->mended[i].sign == ' ' ? 0 : i;
	text = written(line, arena, first);
	at = line->mended[i].start;
	cp = line->mended[i].character;
	sign = line->mended[i].sign;
	finding_add(
		findings, TOPIC_document_syntax,
		(struct span){at, at + 1 + line->mended[i].size}, "",
		sign == '-' && text ? N_("'{char}' begins no item of a list; "
					 "write {text}")
		: !text && strchr(": ", sign)
			? N_("a ':' and a plain space are needed where the "
			     "line has {character}, {code}; type them anew")
		: !text ? N_("a plain '{sign}' is needed where the line has "
			     "{character}, {code}; type it anew")
		: strchr(": ", sign)
			? N_("a ':' and a plain space are needed where the "
			     "line has {character}, {code}; write {text}")
			: N_("a plain '{sign}' is needed where the line has "
			     "{character}, {code}; write {text}"),
		ARGS(WORD_ARG("character", character_name(cp)),
		     TEXT_ARG("code", arena_format(arena, "U+%04X", cp)),
		     TEXT_ARG("char", shown(arena, cp)),
		     TEXT_ARG("sign", arena_format(arena, "%c", sign)),
		     TEXT_ARG("text", text ? text : "")));
}
