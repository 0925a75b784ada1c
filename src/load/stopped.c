/* stopped.c - the value in which the parser stopped */
#include "load/stopped.h"

#include <string.h>

#include "ces/utf8.h"
#include "load/braces.h"

/* the end of the line without a comment and blanks */
static uint32_t
text_end(const char *s, uint32_t n, uint32_t at)
{
	uint32_t end = at;

	while (end < n && !is_break(s[end]) && strncmp(s + end, " # ", 3) != 0)
		end++;
	while (end > at && is_space(s[end - 1]))
		end--;
	return end;
}

/* The end of a text with the lines that are deeper than the column. */
static uint32_t
text_lines_end(const char *s, uint32_t n, uint32_t at, uint32_t column)
{
	uint32_t end = text_end(s, n, at), next, first;

	for (;;) {
		next = end + (uint32_t)strcspn(s + end, "\r\n");
		next += (uint32_t)strspn(s + next, "\r\n");
		first = skip_blanks(s, n, next);
		if (next >= n || is_break(s[first]) || s[first] == '#' ||
		    first - next <= column ||
		    skip_blanks(s, n, end) != end + strcspn(s + end, "\r\n"))
			return end;
		end = text_end(s, n, first);
	}
}

/* Goes on in braces or brackets up to a place; returns where the value begins
 * that is there. */
static uint32_t
walk(struct levels *levels, const char *s, uint32_t start, uint32_t at)
{
	int base = levels->depth;
	uint32_t token = start;

	for (uint32_t i = start; i < at; i++) {
		struct level *top = levels_top(levels);

		if (i == token && is_space(s[i])) {
			token++;
		} else if (i == token && (s[i] == '"' || s[i] == '\'')) {
			const char *quote = memchr(s + i + 1, s[i], at - i - 1);

			i = quote ? (uint32_t)(quote - s) : at;
		} else if (i == token && strchr("{[", s[i]) &&
			   levels->depth < DEPTH_LIMIT) {
			levels_open(levels, s[i] == '{', true, i);
			token = i + 1;
		} else if (strchr("}]", s[i]) && levels->depth > base) {
			token = top->start; /* more of it may follow */
			levels_close(levels);
			levels_top(levels)->value = true;
		} else if (s[i] == ',') {
			top->value = false;
			token = i + 1;
		} else if (s[i] == ':' && is_space(s[i + 1]) && top->map &&
			   !top->value) {
			levels_scalar(levels, s + token, i - token,
				      (struct span){token, i});
			token = i + 1;
		}
	}
	while (token < at && is_space(s[token]))
		token++;
	return token;
}

static bool
in_braces(struct levels *levels, const char *s, uint32_t n, uint32_t at,
	  struct stopped *stopped)
{
	stopped->start = walk(levels, s, stopped->outer, at);
	stopped->level = *levels_top(levels);
	stopped->end = at + (uint32_t)strcspn(s + at, ",]}\r\n");
	if (stopped->level.map && s[stopped->end] == ',')
		stopped->end =
			braces_text_end(&stopped->level, s, n, stopped->end);
	while (stopped->end > stopped->start && is_space(s[stopped->end - 1]))
		stopped->end--;
	return stopped->level.flow &&
	       (stopped->level.value || !stopped->level.map);
}

/* where the last item of a list begins up to that place, behind its dash */
static uint32_t
item_start(const char *s, uint32_t n, const struct level *list, uint32_t at)
{
	uint32_t line = line_start(s, at), first;

	for (;;) {
		first = skip_blanks(s, n, line);
		if (line <= list->start ||
		    (first - line <= list->start - line_start(s, list->start) &&
		     s[first] == '-'))
			break;
		line = line_start(s, line - 1);
	}
	first = line <= list->start ? list->start : first;
	return skip_blanks(s, n, first + 1);
}

static bool
on_lines(struct levels *levels, const char *s, uint32_t n, uint32_t at,
	 struct stopped *stopped)
{
	struct level *top = levels_top(levels);
	uint32_t line = line_start(s, at), first = skip_blanks(s, n, line),
		 column;

	if (top->map) {
		if (!top->key_end)
			return false;
		column = column_of(s, top->key);
		stopped->start = skip_blanks(s, n, top->key_end);
		if (s[stopped->start] != ':')
			return false;
		stopped->start++;
		while (is_space(s[stopped->start]))
			stopped->start++;
	} else {
		stopped->start = item_start(s, n, top, at);
		column = column_of(s, stopped->start) - 1;
	}
	stopped->outer = stopped->start;
	stopped->level = *top;
	if (top->map && line_start(s, stopped->start) > top->key &&
	    !(top->keys && top->field && top->field->kind == KIND_TEXT))
		return false; /* lines of keys of its own */
	if (stopped->start > at ||
	    (line > stopped->start && first - line <= column))
		return false;
	stopped->end = text_lines_end(s, n, at, column);
	/* a key that the format has there is only indented too far */
	return line <= stopped->start || !top->keys ||
	       !entity_field(top->keys, s + first,
			     strcspn(s + first, ": \r\n"));
}

bool
stopped_in(const struct levels *read, const char *bytes, uint32_t n,
	   uint32_t at, struct stopped *stopped)
{
	struct levels levels = *read, outside = *read;
	int flow = 1;
	bool found;

	if (at >= n)
		return false;
	while (flow <= levels.depth && !levels.items[flow].flow)
		flow++;
	if (flow <= levels.depth) {
		stopped->outer = levels.items[flow].start;
		levels.depth = flow - 1;
		levels_top(&levels)->value = true;
		found = in_braces(&levels, bytes, n, at, stopped);
	} else if (value_start(bytes, n, line_start(bytes, at),
			       &stopped->outer) &&
		   stopped->outer < at && strchr("{[", bytes[stopped->outer])) {
		levels_top(&levels)->value = true;
		found = in_braces(&levels, bytes, n, at, stopped) ||
			on_lines(&outside, bytes, n, at, stopped);
	} else {
		found = on_lines(&outside, bytes, n, at, stopped);
	}
	if (!found)
		return false;
	levels = (struct levels){.items = {[1] = stopped->level}, .depth = 1};
	levels_top(&levels)->value = true;
	levels_open(&levels, true, true, stopped->start);
	stopped->inside = *levels_top(&levels);
	return true;
}
