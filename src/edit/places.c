/* places.c - lines, columns, colons and entries round a node */
#include <string.h>

#include "ces/character.h"
#include "ces/utf8.h"
#include "edit/parts.h"

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
line_begin(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);

	while (at > 0 && !is_break(s[at - 1]))
		at--;
	return at;
}

uint32_t
line_end(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);

	while (at < run->old->source.n && !is_break(s[at]))
		at++;
	return at;
}

uint32_t
line_behind(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);

	at = line_end(run, at);
	if (at < run->old->source.n)
		at += s[at] == '\r' && s[at + 1] == '\n' ? 2 : 1;
	return at;
}

uint32_t
before_break(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);

	if (at > 1 && s[at - 1] == '\n' && s[at - 2] == '\r')
		return at - 2;
	return at > 0 && is_break(s[at - 1]) ? at - 1 : at;
}

bool
line_is_blank(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);
	uint32_t end = line_end(run, at);

	for (at = line_begin(run, at); at < end; at++)
		if (!is_blank(s[at]))
			return false;
	return true;
}

size_t
column_at(const struct editing *run, uint32_t at)
{
	uint32_t begin = line_begin(run, at);

	if (begin == 0 && !memcmp(old_bytes(run), "\xef\xbb\xbf", 3))
		begin = 3; /* a byte order mark */
	return at - begin;
}

uint32_t
skip_gap(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);

	while (at < run->old->source.n) {
		if (s[at] == '#')
			at = line_end(run, at);
		else if (is_space(s[at]))
			at++;
		else
			break;
	}
	return at;
}

/* behind blanks of any form */
static uint32_t
skip_wide(const struct editing *run, uint32_t at)
{
	size_t n = run->old->source.n, length;
	uint32_t cp = 0;

	for (; at < n; at += (uint32_t)length) {
		length = utf8_next(old_bytes(run) + at, n - at, &cp);
		if (!character_is_blank(cp) || is_break((char)cp))
			break;
	}
	return at;
}

uint32_t
behind_colon(const struct editing *run, uint32_t key)
{
	uint32_t at = skip_gap(run, node_of(run, key)->end), cp;
	size_t n = run->old->source.n, length;

	if (old_bytes(run)[at] == ':')
		return at + 1;
	at = skip_wide(run, at);
	length = utf8_next(old_bytes(run) + at, n - at, &cp);
	return character_plain(cp) == ':' ? at + (uint32_t)length : 0;
}

uint32_t
wide_gap_end(const struct editing *run, uint32_t key)
{
	uint32_t start = node_of(run, key)->end;
	uint32_t at = behind_colon(run, key);
	uint32_t end = at ? skip_wide(run, at) : start;

	for (uint32_t i = start; i < end; i++)
		if ((unsigned char)old_bytes(run)[i] >= 0x80)
			return end;
	return start;
}

const char *
line_break(const struct editing *run, uint32_t at)
{
	const char *s = old_bytes(run);
	uint32_t end = line_end(run, at);

	if (end == run->old->source.n)
		return run->eol;
	return s[end] == '\n' ? "\n" : s[end + 1] == '\n' ? "\r\n" : "\r";
}

bool
in_flow(const struct editing *run, uint32_t node)
{
	for (; node != NO_NODE; node = node_of(run, node)->parent)
		if (node_is_collection(node_of(run, node)) &&
		    node_of(run, node)->style == NODE_FLOW)
			return true;
	return false;
}

uint32_t
last_value(const struct editing *run, uint32_t holder)
{
	const struct node *items = run->old->nodes.items;
	uint32_t last = NO_NODE;

	for (uint32_t i = holder + 1; i < items[holder].next;
	     i = items[i].next) {
		if (items[holder].kind == NODE_MAP)
			i = items[i].next;
		last = i;
	}
	return last;
}

uint32_t
key_of(const struct editing *run, uint32_t value)
{
	const struct node *items = run->old->nodes.items;
	uint32_t holder = items[value].parent, i;

	if (holder == NO_NODE || items[holder].kind == NODE_LIST)
		return value;
	/* most keys are scalars */
	if (value > holder + 1 && items[value - 1].parent == holder &&
	    items[value - 1].next == value)
		return value - 1;
	for (i = holder + 1; items[i].next != value;)
		i = items[items[i].next].next;
	return i;
}

bool
keys_are_quoted(const struct editing *run, uint32_t holder)
{
	uint32_t last = NO_NODE;

	/* one without keys of its own, in brackets, is as those around it */
	while (holder != NO_NODE) {
		const struct node *node = node_of(run, holder);

		last = node->kind == NODE_MAP ? last_value(run, holder)
					      : NO_NODE;
		if (last != NO_NODE || !in_flow(run, holder))
			break;
		holder = node->parent;
	}
	return last != NO_NODE &&
	       node_of(run, key_of(run, last))->style == NODE_DOUBLE;
}

bool
block_keeps(const struct editing *run, uint32_t index)
{
	const struct node *node = node_of(run, index);
	const char *s = old_bytes(run);

	return (node->style == NODE_LITERAL || node->style == NODE_FOLDED) &&
	       memchr(s + node->content, '+',
		      strcspn(s + node->content, " \t\r\n"));
}

uint32_t
block_end(const struct editing *run, uint32_t index)
{
	uint32_t at = line_behind(run, node_of(run, index)->end);

	while (at < run->old->source.n && line_is_blank(run, at))
		at = line_behind(run, at);
	return at;
}

uint32_t
entry_begin(const struct editing *run, uint32_t holder, uint32_t value)
{
	const struct node *items = run->old->nodes.items;
	uint32_t first = holder + 1, before = NO_NODE;

	if (items[holder].style == NODE_FLOW)
		return items[key_of(run, value)].start;
	for (uint32_t i = first; i < value; i = items[i].next) {
		if (items[holder].kind == NODE_MAP)
			i = items[i].next;
		if (i < value)
			before = i;
	}
	if (before == NO_NODE)
		return items[holder].content;
	return skip_gap(run, items[before].end);
}
