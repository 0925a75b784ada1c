/* clean.c - texts and names that every reader of a workbook can take */
#include "book.h"

#include <ctype.h>
#include <libintl.h>
#include <string.h>

#include "ces/utf8.h"

enum { CELL_LIMIT = 32767, NAME_LIMIT = 31 };

/* the treatment of a byte; most texts need none */
enum { ODD = 1, LINE = 2, UNDERSCORE = 4, WIDE = 8 };

static unsigned
trait_of(unsigned char byte)
{
	if (byte >= 0x80)
		return WIDE;
	if (byte == '\n')
		return LINE;
	if (byte == '_')
		return UNDERSCORE;
	return (byte < 0x20 && byte != '\t') || byte == 0x7f ? ODD : 0;
}

/* U+FFFE and U+FFFF are no XML; ours is asked for bytes 0xEF 0xBF 0xBE/BF */
static bool
has_noncharacter(const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	for (; *p; p++)
		if (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe)
			return true;
	return false;
}

/* "_x0041_" would be read as "A" */
static bool
is_escape(const char *s)
{
	return s[0] == '_' && s[1] == 'x' && isxdigit((unsigned char)s[2]) &&
	       isxdigit((unsigned char)s[3]) && isxdigit((unsigned char)s[4]) &&
	       isxdigit((unsigned char)s[5]) && s[6] == '_';
}

static bool
has_escape(const char *text)
{
	for (; (text = strchr(text, '_')); text++)
		if (is_escape(text))
			return true;
	return false;
}

static void
measure(const char *text, size_t n, unsigned seen, struct extent *extent)
{
	const char *end;
	size_t width;

	*extent = (struct extent){0, 1};
	if (!(seen & LINE)) {
		extent->width =
			(unsigned)(seen & WIDE ? utf8_width(text, n) : n);
		return;
	}
	for (;; text = end + 1, extent->lines++) {
		end = strchrnul(text, '\n');
		width = utf8_width(text, (size_t)(end - text));
		if (width > extent->width)
			extent->width = (unsigned)width;
		if (!*end)
			break;
	}
}

/* one code point of a text that has something odd in it */
static void
add_visible(struct buf *buf, uint32_t cp)
{
	if (cp < 0x20 && cp != '\t' && cp != '\n')
		utf8_encode(buf, 0x2400 + cp); /* the picture of a control */
	else if (cp == 0x7f)
		utf8_encode(buf, 0x2421);
	else if (cp == 0xfffe || cp == 0xffff)
		utf8_encode(buf, 0xfffd);
	else
		utf8_encode(buf, cp);
}

static void
rewrite(struct buf *buf, const char *text)
{
	size_t left = strlen(text), n;
	uint32_t cp;

	for (; left > 0; text += n, left -= n) {
		n = utf8_decode(text, left, &cp);
		if (n == 0) {
			n = 1;
			cp = 0xfffd;
		}
		if (cp == '\r') {
			if (text[1] != '\n')
				buf_putc(buf, '\n');
		} else if (is_escape(text)) {
			buf_puts(buf, "_x005F_");
		} else {
			add_visible(buf, cp);
		}
	}
}

/* Cutting may leave half an escape, which is then plain text again. */
static void
shorten(struct buf *buf)
{
	const char *mark = gettext("…(cut; see the plan)");
	size_t room = CELL_LIMIT - utf8_utf16_units(mark, strlen(mark));
	struct buf cut = {0};

	clean_cut(&cut, buf_text(buf), room);
	buf_puts(&cut, mark);
	buf_clear(buf);
	buf_add(buf, cut.p, cut.n);
	buf_free(&cut);
}

void
clean_cut(struct buf *buf, const char *text, size_t n)
{
	size_t left = strlen(text), length;
	const char *start = text;
	uint32_t cp;

	for (; left > 0; text += length, left -= length) {
		length = utf8_decode(text, left, &cp);
		if (length == 0)
			length = 1;
		if (n < (cp > 0xffff ? 2u : 1u))
			break;
		n -= cp > 0xffff ? 2 : 1;
	}
	buf_add(buf, start, (size_t)(text - start));
}

const char *
clean_text(struct buf *buf, const char *text, struct extent *extent)
{
	const unsigned char *p = (const unsigned char *)text;
	struct extent ignored;
	unsigned seen = 0;
	size_t n;
	bool odd;

	for (; *p; p++)
		seen |= trait_of(*p);
	n = (size_t)(p - (const unsigned char *)text);
	odd = seen & ODD || (seen & UNDERSCORE && has_escape(text)) ||
	      (seen & WIDE &&
	       (has_noncharacter(text) || utf8_valid(text, n) < n));
	if (odd || n > CELL_LIMIT) {
		buf_clear(buf);
		rewrite(buf, text);
		if (utf8_utf16_units(buf_text(buf), buf->n) > CELL_LIMIT)
			shorten(buf);
		text = buf_text(buf);
		n = buf->n;
		seen |= LINE | WIDE;
	}
	measure(text, n, seen, extent ? extent : &ignored);
	return text;
}

const char *
clean_line(struct buf *buf, const char *text)
{
	text = clean_text(buf, text, NULL);
	if (!strpbrk(text, "\n\t"))
		return text;
	if (text != buf->p) {
		buf_clear(buf);
		buf_puts(buf, text);
	}
	for (char *p = buf->p; (p = strpbrk(p, "\n\t")); p++)
		*p = ' ';
	return buf->p;
}

void
clean_sheet_name(struct buf *buf, const char *wanted)
{
	struct buf line = {0}, cut = {0};
	const char *start;
	size_t n;

	clean_cut(&cut, clean_line(&line, wanted), NAME_LIMIT);
	for (size_t i = 0; i < cut.n; i++)
		if (strchr("[]:*?/\\", cut.p[i]))
			cut.p[i] = '-';
	start = buf_text(&cut);
	start += strspn(start, "' ");
	n = strlen(start);
	while (n > 0 && strchr("' ", start[n - 1]))
		n--;
	if (n == 0)
		buf_puts(buf, "-");
	else
		buf_add(buf, start, n);
	/* Excel keeps this name for itself */
	if (n == 7 && !strncasecmp(start, "history", 7))
		buf_putc(buf, '-');
	buf_free(&line);
	buf_free(&cut);
}

bool
clean_is_risky(const char *text)
{
	return *text && strchr("=+-@\t\n", *text);
}
