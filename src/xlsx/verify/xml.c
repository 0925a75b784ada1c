/*
 * xml.c - is a part well-formed? The parts are written by a library, in plain
 * XML: no comments, no document types, no CDATA. What has them is none of ours
 * and no good; so this is several times as fast as a parser of all there is.
 */
#include "xml.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"

enum { ATTRIBUTES_MOST = 64, REFERENCE_MOST = 6 };

/* what came of reading on: CUT is neither, as the bytes end before it shows */
enum state { GOOD, BAD, CUT };

struct reader {
	const char *p, *end;
};

/* --- characters ---------------------------------------------------------- */

/* what an ASCII character may stand in */
enum { T = 1, V = 2, N = 4, S = 8, TV = T | V, TVN = TV | N, TVS = TV | S };
enum { IN_TEXT = T, IN_VALUE = V, IN_NAME = N, IS_SPACE = S };

/* clang-format off */
static const unsigned char uses[256] = {
	/* tab, line feed, carriage return */
	0, 0, 0, 0, 0, 0, 0, 0, 0, TVS, TVS, 0, 0, TVS, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	/* space ! " # $ % & ' ( ) * + , - . / */
	TVS, TV, T, TV, TV, TV, 0, TV, TV, TV, TV, TV, TV, TVN, TVN, TV,
	/* digits : ; < = > ? */
	TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TV, 0, TV, TV, TV,
	/* @ A-Z [ \ ] ^ _ */
	TV, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN,
	TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TV, TV, TV,
	TV, TVN,
	/* ` a-z { | } ~ delete */
	TV, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN,
	TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TVN, TV, TV, TV,
	TV, TV,
};
/* clang-format on */

static bool
may(char c, int use)
{
	return uses[(unsigned char)c] & use;
}

static void
skip(struct reader *reader, int use)
{
	while (reader->p < reader->end && may(*reader->p, use))
		reader->p++;
}

/* as few as the library writes */
static bool
is_reference(struct span name)
{
	static const char *const names[] = {"amp",  "lt",   "gt",
					    "quot", "apos", "#xA"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strlen(names[i]) == name.n &&
		    !memcmp(names[i], name.p, name.n))
			return true;
	return false;
}

/* &amp; */
static enum state
read_reference(struct reader *reader)
{
	size_t left = (size_t)(reader->end - reader->p), most = left;
	const char *start = reader->p + 1, *end;

	if (most > REFERENCE_MOST)
		most = REFERENCE_MOST;
	end = memchr(reader->p, ';', most);
	if (!end)
		return left < REFERENCE_MOST ? CUT : BAD;
	reader->p = end + 1;
	return is_reference((struct span){start, (size_t)(end - start)}) ? GOOD
									 : BAD;
}

static enum state
read_wide(struct reader *reader)
{
	size_t left = (size_t)(reader->end - reader->p), n;
	uint32_t cp;

	n = utf8_decode(reader->p, left, &cp);
	if (n == 0)
		return left < 4 ? CUT : BAD;
	reader->p += n;
	return cp == 0xfffe || cp == 0xffff ? BAD : GOOD;
}

/* all that may stand there, up to what may not or to the end */
static enum state
read_characters(struct reader *reader, int use)
{
	enum state state = GOOD;

	while (state == GOOD) {
		skip(reader, use);
		if (reader->p == reader->end)
			break;
		if (*reader->p == '&')
			state = read_reference(reader);
		else if (*reader->p & 0x80)
			state = read_wide(reader);
		else
			break;
	}
	return state;
}

/* --- tags ---------------------------------------------------------------- */

struct tag {
	struct span name;
	size_t n;
	struct span names[ATTRIBUTES_MOST], values[ATTRIBUTES_MOST];
};

static bool
same(struct span a, struct span b)
{
	return a.n == b.n && !memcmp(a.p, b.p, a.n);
}

/* the next character must be this one */
static enum state
read_sign(struct reader *reader, char sign)
{
	if (reader->p == reader->end)
		return CUT;
	return *reader->p++ == sign ? GOOD : BAD;
}

static enum state
read_name(struct reader *reader, struct span *name)
{
	name->p = reader->p;
	skip(reader, IN_NAME);
	name->n = (size_t)(reader->p - name->p);
	if (reader->p == reader->end)
		return CUT;
	/* digits, "-" and ".", which begin none, come before the letters */
	return name->n > 0 && *name->p > '9' ? GOOD : BAD;
}

/* name="value" */
static enum state
read_attribute(struct reader *reader, struct tag *tag)
{
	struct span *name = &tag->names[tag->n], *value = &tag->values[tag->n];
	enum state state = tag->n < ATTRIBUTES_MOST ? GOOD : BAD;

	if (state == GOOD)
		state = read_name(reader, name);
	if (state == GOOD)
		state = read_sign(reader, '=');
	if (state == GOOD)
		state = read_sign(reader, '"');
	if (state != GOOD)
		return state;
	value->p = reader->p;
	state = read_characters(reader, IN_VALUE);
	value->n = (size_t)(reader->p - value->p);
	if (state == GOOD)
		state = read_sign(reader, '"');
	for (size_t i = 0; i < tag->n && state == GOOD; i++)
		if (same(*name, tag->names[i]))
			return BAD;
	tag->n++;
	return state;
}

/* what follows the name of an element, up to ">" or "/>" */
static enum state
read_attributes(struct reader *reader, struct tag *tag)
{
	enum state state = GOOD;
	const char *space;

	while (state == GOOD) {
		space = reader->p;
		skip(reader, IS_SPACE);
		if (reader->p == reader->end)
			return CUT;
		if (*reader->p == '>' || *reader->p == '/')
			return GOOD;
		state = reader->p > space ? read_attribute(reader, tag) : BAD;
	}
	return state;
}

static void
push(struct xml *xml, struct span name)
{
	buf_add(&xml->open, name.p, name.n);
	buf_putc(&xml->open, '\0');
}

/* closes the innermost element, if that is its name */
static bool
pop(struct xml *xml, struct span name)
{
	size_t n = xml->open.n;

	if (n < name.n + 1 ||
	    memcmp(xml->open.p + n - name.n - 1, name.p, name.n) != 0)
		return false;
	n -= name.n + 1;
	if (n > 0 && xml->open.p[n - 1] != '\0')
		return false;
	xml->open.n = n;
	xml->ended = n == 0;
	return true;
}

static enum state
read_start(struct xml *xml, struct reader *reader)
{
	struct tag tag;
	enum state state;
	bool empty;

	tag.n = 0;
	state = xml->ended ? BAD : read_name(reader, &tag.name);
	if (state == GOOD)
		state = read_attributes(reader, &tag);
	if (state != GOOD)
		return state;
	empty = *reader->p == '/';
	reader->p += empty;
	state = read_sign(reader, '>');
	if (state != GOOD)
		return state;
	for (size_t i = 0; i < tag.n && xml->attribute; i++)
		xml->attribute(xml->data, tag.names[i], tag.values[i]);
	if (!empty)
		push(xml, tag.name);
	else if (xml->open.n == 0)
		xml->ended = true;
	return GOOD;
}

static enum state
read_end(struct xml *xml, struct reader *reader)
{
	struct span name;
	enum state state = read_name(reader, &name);

	if (state == GOOD)
		skip(reader, IS_SPACE);
	if (state == GOOD)
		state = read_sign(reader, '>');
	if (state == GOOD)
		state = pop(xml, name) ? GOOD : BAD;
	return state;
}

/* Nothing may precede it, and the library knows just one. */
static enum state
read_declaration(const struct xml *xml, struct reader *reader)
{
	static const char declaration[] =
		"?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
	size_t n = sizeof(declaration) - 1;

	if (xml->begun)
		return BAD;
	if ((size_t)(reader->end - reader->p) < n)
		return CUT;
	if (memcmp(reader->p, declaration, n) != 0)
		return BAD;
	reader->p += n;
	return GOOD;
}

static enum state
read_tag(struct xml *xml, struct reader *reader)
{
	struct reader ahead = {reader->p + 1, reader->end};
	enum state state = CUT;

	if (ahead.p == ahead.end)
		return CUT;
	if (*ahead.p == '?') {
		state = read_declaration(xml, &ahead);
	} else if (*ahead.p == '/') {
		ahead.p++;
		state = read_end(xml, &ahead);
	} else {
		state = read_start(xml, &ahead);
	}
	if (state == GOOD)
		*reader = ahead;
	return state;
}

/* Around the outermost element there is nothing but space. */
static enum state
read_text(const struct xml *xml, struct reader *reader)
{
	enum state state = GOOD;

	if (xml->open.n > 0)
		state = read_characters(reader, IN_TEXT);
	else
		skip(reader, IS_SPACE);
	if (state == GOOD && reader->p < reader->end && *reader->p != '<')
		return BAD;
	return state;
}

/* --- a part -------------------------------------------------------------- */

void
xml_reset(struct xml *xml)
{
	buf_clear(&xml->open);
	xml->begun = xml->ended = false;
}

void
xml_free(struct xml *xml)
{
	buf_free(&xml->open);
}

bool
xml_read(struct xml *xml, const char *bytes, size_t n, bool last, size_t *used)
{
	struct reader reader = {bytes, bytes + n};
	enum state state = GOOD;

	while (state == GOOD && reader.p < reader.end) {
		state = *reader.p == '<' ? read_tag(xml, &reader)
					 : read_text(xml, &reader);
		xml->begun = xml->begun || state == GOOD;
	}
	*used = (size_t)(reader.p - bytes);
	return state == GOOD || (state == CUT && !last);
}

bool
xml_whole(const struct xml *xml)
{
	return xml->ended;
}
