/* braces.c - inside braces, where a comma ends a value: 64,9% is 64 */
#include "load/braces.h"

#include <string.h>

#include "ces/guess.h"
#include "ces/utf8.h"

enum { SHOWN = 60 /* bytes of a text that a message repeats */ };

/* Depth 0 is the document, which is no mapping. */
static bool
bit(uint64_t bits, int depth)
{
	return depth > 0 && bits >> (depth - 1) & 1;
}

static void
bit_set(uint64_t *bits, int depth, bool on)
{
	if (bit(*bits, depth) != on && depth > 0)
		*bits ^= 1ULL << (depth - 1);
}

void
braces_open(struct braces *braces, int depth, bool braced)
{
	bit_set(&braces->mapping, depth, braced);
	bit_set(&braces->value, depth, false);
}

void
braces_count(struct braces *braces, int depth)
{
	bit_set(&braces->value, depth, !bit(braces->value, depth));
}

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

/* The ',' or '}' behind all texts without ':' that follow a comma there. */
static uint32_t
texts_end(const char *bytes, uint32_t n, uint32_t at)
{
	uint32_t end, next;

	for (;;) {
		end = skip_space(bytes, n, at);
		if (end == n || bytes[end] != ',')
			return end;
		next = text_end(bytes, n, skip_space(bytes, n, end + 1));
		if (!next)
			return end;
		at = next;
	}
}

static void
report_value(struct findings *findings, const char *bytes, struct span span)
{
	static const struct number_form form = {
		.percent = true, .min = -1e15, .max = 1e15};
	const char *text = bytes + span.start;
	uint32_t n = span.end - span.start;
	struct guess guess = guess_number(findings->arena, text, n, &form);

	finding_add(
		findings, TOPIC_document_syntax, span, "",
		guess.other ? N_("a comma ends the value here; write {text} or "
				 "{other}, whichever is meant")
		: guess.text ? N_("a comma ends the value here; write {text}, "
				  "or put quotes round it")
		: n > SHOWN  ? N_("a comma ends the value here; put quotes "
				   "round the whole text")
			     : N_("a comma ends the value here; put quotes "
				   "round it: {text}"),
		ARGS(TEXT_ARG("text",
			      guess.text ? guess.text
					 : quoted(findings->arena, text, n)),
		     TEXT_ARG("other", guess.other ? guess.other : "")));
}

/* {phone:80, online:20}: with a space behind each colon, NULL when one lacks */
static const char *
spaced(struct arena *arena, const char *text, uint32_t n)
{
	struct buf buf = {0};
	uint32_t colons = 0, commas = 0;

	for (uint32_t i = 0; i < n; i++) {
		buf_putc(&buf, text[i]);
		commas += text[i] == ',';
		if (text[i] != ':')
			continue;
		colons++;
		buf_putc(&buf, ' ');
	}
	if (n <= SHOWN && colons == commas + 1)
		return arena_take(arena, &buf);
	buf_free(&buf);
	return NULL;
}

static void
report_key(struct findings *findings, const char *bytes, struct span span,
	   uint32_t end)
{
	const char *fixed =
		spaced(findings->arena, bytes + span.start, end - span.start);

	if (fixed)
		finding_add(findings, TOPIC_document_syntax,
			    (struct span){span.start, end}, "",
			    N_("a ':' needs a space after it; write {text}"),
			    ARGS(TEXT_ARG("text", fixed)));
	else
		finding_add(findings, TOPIC_document_syntax, span, "",
			    N_("'{key}' has no value; write '{key}: ...', or "
			       "put quotes round the text before it if a comma "
			       "cut that"),
			    ARGS(TEXT_ARG("key",
					  arena_copy(findings->arena,
						     bytes + span.start,
						     span.end - span.start))));
}

static uint32_t
trimmed(const char *bytes, uint32_t start, uint32_t end)
{
	while (end > start && is_space(bytes[end - 1]))
		end--;
	return end;
}

bool
braces_check(struct braces *braces, int depth, const char *bytes, uint32_t n,
	     struct findings *findings, struct token *scalar)
{
	struct span span = {scalar->start, scalar->end};
	bool value = bit(braces->value, depth);
	uint32_t first, end;

	if (scalar->start > braces->cut_start &&
	    scalar->start <= braces->cut_end)
		return true;
	if (!bit(braces->mapping, depth) || span.start == span.end)
		return false;
	first = skip_space(bytes, n, span.end);
	if (value ? !scalar->plain : first < n && bytes[first] == ':')
		return false;
	end = texts_end(bytes, n, span.end);
	if (value && end == first)
		return false;
	braces->cut_start = value ? span.start : first;
	braces->cut_end = end;
	end = trimmed(bytes, span.start, end);
	if (value)
		report_value(findings, bytes, (struct span){span.start, end});
	else
		report_key(findings, bytes, span, end);
	scalar->broken = true;
	return false;
}
