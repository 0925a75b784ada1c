/* braces.c - inside braces, where a comma ends a value: 64,9% is 64 */
#include "load/braces.h"

#include <string.h>

#include "ces/number.h"
#include "ces/utf8.h"
#include "load/loader.h"

enum { LONGEST = 200 /* bytes of a text that a message repeats */ };

/* behind blanks, line ends and comments */
static uint32_t
skip_space(const char *bytes, uint32_t n, uint32_t at)
{
	while (at < n && (is_space(bytes[at]) || bytes[at] == '#')) {
		if (bytes[at] == '#' && !is_space(bytes[at - 1]))
			break;
		if (bytes[at] == '#')
			while (at < n && bytes[at] != '\n' && bytes[at] != '\r')
				at++;
		else
			at++;
	}
	return at;
}

static bool
is_colon(const char *bytes, uint32_t n, uint32_t at)
{
	return at < n && bytes[at] == ':' &&
	       (at + 1 == n || is_space(bytes[at + 1]) ||
		strchr(",{}[]", bytes[at + 1]));
}

/* The ',' or '}' behind a plain text that begins there and is no key; or 0. */
static uint32_t
text_end(const char *bytes, uint32_t n, uint32_t at)
{
	if (at == n || strchr(",{}[]\"'#&*!|>%@`?", bytes[at]))
		return 0;
	while (at < n && !strchr(",{}[]", bytes[at])) {
		if (is_colon(bytes, n, at))
			return 0;
		at++;
	}
	return at < n && (bytes[at] == ',' || bytes[at] == '}') ? at : 0;
}

static uint32_t
trimmed(const char *bytes, uint32_t start, uint32_t end)
{
	while (end > start && is_space(bytes[end - 1]))
		end--;
	return end;
}

/* behind the sign that stands for a colon: a full-width one, or '=' */
static uint32_t
skip_sign(const char *s, uint32_t at)
{
	if (!strncmp(s + at, "\xef\xbc\x9a", 3))
		return at + 3;
	return s[at] == ':' || s[at] == '=' ? at + 1 : at;
}

static uint32_t
name_end(const char *s, uint32_t at, uint32_t end)
{
	while (at < end && skip_sign(s, at) == at &&
	       ((unsigned char)s[at] >= 0x80 || is_digit(s[at]) ||
		((s[at] | 0x20) >= 'a' && (s[at] | 0x20) <= 'z') ||
		strchr("_-", s[at])))
		at++;
	return at;
}

/* a key and its value, with or without a colon between them */
struct pair {
	uint32_t name, name_end, value;
};

/*
 * Looks for a key that lacks its colon or the blank behind that: within:20s,
 * target 90%, value = 84. Behind a text that may go on, only a known key is
 * one.
 */
static bool
pair_meant(const struct level *level, const struct field *before, const char *s,
	   uint32_t end, struct pair *pair)
{
	bool numbers = !level->keys && level->field &&
		       level->field->kind == KIND_INTMAP;
	bool text = level->keys && before && before->kind == KIND_TEXT, known;
	uint32_t stop = name_end(s, pair->name, end), sign;

	if (stop == pair->name || (is_digit(s[pair->name]) && !numbers))
		return false;
	known = level->keys ? entity_field(level->keys, s + pair->name,
					   stop - pair->name) != NULL
			    : level->field != NULL;
	pair->name_end = stop;
	while (stop < end && is_space(s[stop]))
		stop++;
	sign = stop < end ? skip_sign(s, stop) : stop;
	pair->value = sign;
	while (pair->value < end && is_space(s[pair->value]))
		pair->value++;
	if (pair->value >= end || s[pair->value] == '/')
		return false;
	if (sign > stop)
		return known || !text;
	return known && stop > pair->name_end &&
	       ((level->keys && !text) ||
		!memchr(s + pair->value, ' ', end - pair->value));
}

static bool
is_text(const struct field *field)
{
	return field && kind_element(field->kind) == KIND_TEXT;
}

/* Is it a key of the braces, with nothing behind it? */
static bool
is_bare_key(const struct level *level, const char *s, uint32_t at, uint32_t end)
{
	return level->keys && level->field && !is_text(level->field) &&
	       entity_field(level->keys, s + at, end - at);
}

uint32_t
braces_text_end(const struct level *level, const char *bytes, uint32_t n,
		uint32_t at)
{
	uint32_t end, next, stop;
	struct pair pair;

	for (;;) {
		end = skip_space(bytes, n, at);
		if (end == n || bytes[end] != ',')
			return end;
		pair.name = skip_space(bytes, n, end + 1);
		next = text_end(bytes, n, pair.name);
		stop = next ? trimmed(bytes, pair.name, next) : 0;
		if (!next || is_bare_key(level, bytes, pair.name, stop) ||
		    pair_meant(level, level->field, bytes, stop, &pair))
			return end;
		at = next;
	}
}

uint32_t
braces_comma(const char *s, uint32_t at, uint32_t end)
{
	static const char *const others[] = {";", "\xef\xbc\x9b",
					     "\xef\xbc\x8c", "\xe3\x80\x81"};

	if (at < end && s[at] == ',')
		return 1;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		uint32_t n = (uint32_t)strlen(others[i]), name, stop;

		if (end - at <= n || memcmp(s + at, others[i], n) != 0)
			continue;
		name = skip_blanks(s, end, at + n);
		stop = name_end(s, name, end);
		if (stop > name && stop < end && skip_sign(s, stop) > stop)
			return n;
	}
	return 0;
}

/* the comma or the closing one behind what stands there; end where none is */
static uint32_t
piece_end(const char *s, uint32_t at, uint32_t end)
{
	bool fresh = true; /* a quote begins a text */
	int depth = 0;

	for (; at < end; at++) {
		if (fresh && (s[at] == '"' || s[at] == '\'')) {
			const char *quote =
				memchr(s + at + 1, s[at], end - at - 1);

			if (!quote)
				return end;
			at = (uint32_t)(quote - s);
			fresh = s[at + 1] == *quote; /* '' is one */
			continue;
		}
		if (!depth && (strchr("}]", s[at]) || braces_comma(s, at, end)))
			return at;
		depth += s[at] == '{' || s[at] == '[';
		depth -= s[at] == '}' || s[at] == ']';
		fresh = strchr("{[,:", s[at]) || (fresh && is_space(s[at]));
	}
	return end;
}

/* The pair that stands in a piece, with or without its colon. */
static bool
pair_in(const struct level *level, const struct field *before, const char *s,
	uint32_t end, struct pair *pair)
{
	uint32_t at = pair->name;

	while (at < end && !is_colon(s, end, at) && !strchr("{[", s[at]))
		at++;
	if (at >= end || s[at] != ':')
		return pair_meant(level, before, s, end, pair);
	pair->name_end = at;
	pair->value = skip_space(s, end, at + 1);
	return pair->value < end;
}

static bool
write_pair(struct arena *arena, struct buf *buf, const struct level *level,
	   const struct field *field, const char *s, const struct pair *pair,
	   uint32_t end, bool joined)
{
	uint32_t n = trimmed(s, pair->name, pair->name_end) - pair->name;
	struct guess guess = {0};

	buf_printf(buf, "%s%.*s: ", buf->n ? ", " : "", (int)n, s + pair->name);
	if (joined)
		guess = field_proposal(arena, field, !level->keys,
				       s + pair->value, end - pair->value);
	if (joined)
		buf_puts(buf, guess.text ? guess.text : "");
	else
		buf_add(buf, s + pair->value, end - pair->value);
	return !memchr(s + pair->value, '\n', end - pair->value) &&
	       !memmem(s + pair->value, end - pair->value, " #", 2) &&
	       (!joined || (guess.text && !guess.other));
}

const char *
braces_rewritten(struct arena *arena, const struct level *level, const char *s,
		 uint32_t at, uint32_t end)
{
	const struct field *field = NULL;
	struct pair last = {0}, pair;
	uint32_t last_end = 0, stop, comma;
	bool braced = s[at - 1] == '{', joined = false, good;
	struct buf buf = {0};

	good = end - at <= LONGEST || braced;
	end = end - at > LONGEST ? at + LONGEST : end;
	for (;; at += comma) {
		pair.name = skip_space(s, end, at);
		at = piece_end(s, pair.name, end);
		stop = trimmed(s, pair.name, at);
		if (stop == pair.name || s[pair.name] == '#')
			break;
		if (pair_in(level, field, s, stop, &pair)) {
			if (last_end)
				good &= write_pair(arena, &buf, level, field, s,
						   &last, last_end, joined);
			last = pair;
			joined = false;
			field = level->keys
					? entity_field(
						  level->keys, s + pair.name,
						  pair.name_end - pair.name)
					: level->field;
		} else {
			good &= last_end != 0;
			joined = true;
		}
		last_end = stop;
		comma = braces_comma(s, at, end);
		if (!comma)
			break;
	}
	if (last_end)
		good &= write_pair(arena, &buf, level, field, s, &last,
				   last_end, joined);
	if (good && last_end && (braced ? at < end && s[at] == '}' : at == end))
		return arena_format(arena, "{%s}",
				    (const char *)arena_take(arena, &buf));
	buf_free(&buf);
	return NULL;
}

/* (phone: 60, chat: 40), or as wide signs */
static void
strip_brackets(const char *s, uint32_t *start, uint32_t *end)
{
	static const char *const pairs[][2] = {{"(", ")"},
					       {"\xef\xbc\x88", "\xef\xbc\x89"},
					       {"\xef\xbd\x9b", "\xef\xbd\x9d"},
					       {"<", ">"}};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		uint32_t n = (uint32_t)strlen(pairs[i][0]);

		if (*end - *start < 2 * n ||
		    memcmp(s + *start, pairs[i][0], n) != 0 ||
		    memcmp(s + *end - n, pairs[i][1], n) != 0)
			continue;
		*start += n;
		*end -= n;
		return;
	}
}

const char *
braces_around(struct arena *arena, const struct level *level, const char *s,
	      uint32_t start, uint32_t end)
{
	strip_brackets(s, &start, &end);
	return braces_rewritten(arena, level, s, start, end);
}

static const char *
comma_message(const struct field *field, bool element,
	      const struct guess *guess)
{
	bool list = field && !element && kind_shape(field->kind) == SHAPE_LIST;

	if (guess->other)
		return N_("a comma ends the value here; write {text} or "
			  "{other}, whichever is meant");
	if (guess->text && (list || !field_is_text(field)))
		return N_("a comma ends the value here; write {text}");
	if (guess->text)
		return N_("a comma ends the value here; put quotes round it: "
			  "{text}");
	if (list || field_is_text(field))
		return N_("a comma ends the value here; put quotes round the "
			  "whole text");
	return kind_element(field->kind) == KIND_WORD
		       ? N_("a comma ends the value here, and '{value}' is not "
			    "one of {type}")
		       : N_("a comma ends the value here, and '{value}' is not "
			    "{type}");
}

static void
report_value(struct findings *findings, const struct level *level,
	     const char *bytes, struct span span, struct token *scalar)
{
	struct arena *arena = findings->arena;
	const struct field *field = level->field;
	const char *text = bytes + span.start;
	uint32_t n = span.end - span.start;
	bool element = !level->keys;
	struct guess guess = field_proposal(arena, field, element, text, n);
	const char *value = value_shown(arena, text, n);

	finding_add(findings, TOPIC_document_syntax, span, "",
		    comma_message(field, element, &guess),
		    ARGS(TEXT_ARG("text", guess.text ? guess.text : ""),
			 TEXT_ARG("other", guess.other ? guess.other : ""),
			 ITEM_ARG("value", value, value),
			 type_arg(arena, field, element)));
	scalar->meant = guess.other ? NULL : guess.text;
	scalar->certain = !guess.loose &&
			  (element || !field || field->kind != KIND_TEXTS);
}

static void
report_key(struct findings *findings, const struct level *level,
	   const char *bytes, uint32_t n, struct token *scalar)
{
	struct arena *arena = findings->arena;
	struct span span = {scalar->start, scalar->end};
	struct pair pair = {.name = span.start, .name_end = span.end};
	bool meant = pair_meant(level, level->field, bytes, span.end, &pair);
	bool colon = meant && bytes[pair.name_end] == ':';
	const char *text =
		braces_rewritten(arena, level, bytes, level->start + 1, n);
	const char *key =
		arena_copy(arena, bytes + pair.name, pair.name_end - pair.name);

	finding_add(
		findings, TOPIC_document_syntax, span, "",
		colon && text ? N_("a ':' needs a space after it; write {text}")
		: colon	      ? N_("a ':' needs a space after it; write "
					 "'{key}: ...'")
		: meant && text
			? N_("a ':' and a space are missing after '{key}'; "
			     "write {text}")
		: meant ? N_("a ':' and a space are missing after '{key}'; "
			     "write '{key}: ...'")
			: N_("'{key}' has no value; write '{key}: ...', or put "
			     "quotes round the text before it if a comma cut "
			     "that"),
		ARGS(ITEM_ARG("key", key, key),
		     TEXT_ARG("text", text ? text : "")));
	scalar->meant = meant ? text : NULL;
	scalar->certain = true;
}

/* A comma between digits, as in saves 62,5%, ends a text of a list. */
static bool
check_item(struct braces *braces, const struct level *level, const char *bytes,
	   struct findings *findings, struct token *scalar)
{
	uint32_t end = scalar->end;
	struct span span = {scalar->start, end};

	if (!scalar->plain || !level->field || level->field->kind != KIND_TEXTS)
		return false;
	while (bytes[end] == ',' && is_digit(bytes[end - 1]) &&
	       is_digit(bytes[end + 1]))
		end += 1 + (uint32_t)strcspn(bytes + end + 1, ",[]{}\r\n");
	if (end == scalar->end)
		return false;
	braces->cut_start = span.start;
	braces->cut_end = end;
	span.end = trimmed(bytes, span.start, end);
	scalar->meant = quoted(findings->arena, bytes + span.start,
			       span.end - span.start);
	finding_add(findings, TOPIC_document_syntax, span, "",
		    N_("a comma between digits ends the text here; put quotes "
		       "round it, {text}, or a space behind the comma"),
		    ARGS(ITEM_ARG("text", scalar->meant, scalar->meant)));
	scalar->broken = true;
	return false;
}

bool
braces_check(struct braces *braces, struct level *level, const char *bytes,
	     uint32_t n, struct findings *findings, struct token *scalar)
{
	struct span span = {scalar->start, scalar->end};
	bool value = level->value;
	uint32_t first, end;

	if (scalar->start > braces->cut_start &&
	    scalar->start <= braces->cut_end)
		return true;
	if (!level->flow || span.start == span.end)
		return false;
	if (!level->map)
		return check_item(braces, level, bytes, findings, scalar);
	first = skip_space(bytes, n, span.end);
	if (!value) {
		if (first < n && bytes[first] == ':')
			return false;
		/* a group in the place of a text has a finding of its own */
		if (!level->told && (level->keys || !is_text(level->field)))
			report_key(findings, level, bytes, n, scalar);
		level->told = true;
		scalar->broken = true;
		return false;
	}
	end = braces_text_end(level, bytes, n, span.end);
	if (!scalar->plain || end == first)
		return false;
	braces->cut_start = span.start;
	braces->cut_end = end;
	span.end = trimmed(bytes, span.start, end);
	report_value(findings, level, bytes, span, scalar);
	scalar->broken = true;
	return false;
}
