/* escape.c - text made safe for Markdown */
#include <stdbool.h>
#include <string.h>

#include "ces/render.h"
#include "ces/utf8.h"

static bool
is_alnum(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
ends_marker(char c)
{
	return c == '\0' || is_space(c);
}

/* "12. " and "12) " begin a numbered list: the place of the mark, or 0 */
static size_t
list_mark(const char *text)
{
	size_t n = strspn(text, "0123456789");

	if (n == 0 || n > 9 || (text[n] != '.' && text[n] != ')'))
		return 0;
	return ends_marker(text[n + 1]) ? n : 0;
}

/* would a block begin here, were c the first character of the text? */
static bool
begins_block(const char *s)
{
	switch (*s) {
	case '>':
	case '=':
		return true;
	case '-':
	case '+':
	case ':':
		return ends_marker(s[1]) || s[1] == '-' || s[1] == ':';
	default:
		return false;
	}
}

/*
 * Is the character markup wherever it stands? An address that GitHub would
 * turn into a link is broken at its colon or first point: escapes within a
 * link would be shown.
 */
static bool
is_markup(const char *text, const char *s)
{
	switch (*s) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '{':
	case '}':
	case '|':
	case '~':
	case '$':
		return true;
	case '#': /* at the end, it would close a heading */
		return s == text || is_space(s[-1]) || s[-1] == '#';
	case '_':
		return s == text || !is_alnum(s[-1]) || !is_alnum(s[1]);
	case '<':
		return s[1] && (is_alnum(s[1]) || strchr("/!?", s[1]));
	case '&':
		return s[1] == '#' || is_alnum(s[1]);
	case ':':
		return s[1] == '/' && s[2] == '/';
	case '.':
		return s - text >= 3 && (s[-1] | 32) == 'w' &&
		       (s[-2] | 32) == 'w' && (s[-3] | 32) == 'w';
	default:
		return false;
	}
}

/* appends the character at s as it is, or as its picture; its length */
static size_t
add_character(struct buf *buf, const char *s)
{
	uint32_t cp;
	size_t n = utf8_decode(s, strnlen(s, 4), &cp);

	if (n == 0 || utf8_is_control(cp)) {
		n = n ? n : 1;
		utf8_show(buf, s, n, 0);
		return n;
	}
	buf_add(buf, s, n);
	return n;
}

void
buf_markdown(struct buf *buf, const char *text)
{
	const char *s, *mark;
	size_t n;

	while (is_space(*text))
		text++;
	n = list_mark(text);
	mark = n ? text + n : NULL;
	for (s = text; *s;) {
		if (is_space(*s)) {
			while (is_space(*s))
				s++;
			if (*s)
				buf_putc(buf, ' ');
			continue;
		}
		if (is_markup(text, s) || s == mark ||
		    (s == text && begins_block(s)))
			buf_putc(buf, '\\');
		s += add_character(buf, s);
	}
}
