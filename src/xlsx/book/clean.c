/* clean.c - texts and names that every reader of a workbook can take */
#include "book.h"

#include <ctype.h>
#include <libintl.h>
#include <string.h>

#include "ces/utf8.h"

enum { CELL_LIMIT = 32767, NAME_LIMIT = 31 };

/* "_x0041_" would be read as "A" */
static bool
is_escape(const char *s)
{
	return s[0] == '_' && s[1] == 'x' && isxdigit((unsigned char)s[2]) &&
	       isxdigit((unsigned char)s[3]) && isxdigit((unsigned char)s[4]) &&
	       isxdigit((unsigned char)s[5]) && s[6] == '_';
}

/* Controls as their pictures; U+FFFE and U+FFFF are no XML. */
static uint32_t
visible(uint32_t cp)
{
	if (cp < 0x20 && cp != '\t' && cp != '\n')
		return 0x2400 + cp;
	if (cp == 0x7f)
		return 0x2421;
	return cp == 0xfffe || cp == 0xffff ? 0xfffd : cp;
}

static bool
is_clean(const char *text, size_t left)
{
	uint32_t cp;
	size_t n;

	for (; left > 0; text += n, left -= n) {
		n = utf8_next(text, left, &cp);
		if (visible(cp) != cp || (cp == 0xfffd && n == 1) ||
		    is_escape(text))
			return false;
	}
	return true;
}

static void
rewrite(struct buf *buf, const char *text)
{
	size_t left = strlen(text), n;
	uint32_t cp;

	for (; left > 0; text += n, left -= n) {
		n = utf8_next(text, left, &cp);
		if (is_escape(text))
			buf_puts(buf, "_x005F_");
		else if (cp != '\r')
			utf8_encode(buf, visible(cp));
		else if (text[1] != '\n')
			buf_putc(buf, '\n');
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
	buf_free(buf);
	*buf = cut;
}

static struct extent
measure(const char *text)
{
	struct extent extent = {0, 1};

	for (;; text++, extent.lines++) {
		size_t n = strcspn(text, "\n");
		unsigned width = (unsigned)utf8_width(text, n);

		if (width > extent.width)
			extent.width = width;
		text += n;
		if (!*text)
			return extent;
	}
}

void
clean_cut(struct buf *buf, const char *text, size_t n)
{
	size_t left = strlen(text), length;
	const char *start = text;
	uint32_t cp;

	for (; left > 0; text += length, left -= length) {
		length = utf8_next(text, left, &cp);
		if (n < (cp > 0xffff ? 2u : 1u))
			break;
		n -= cp > 0xffff ? 2 : 1;
	}
	buf_add(buf, start, (size_t)(text - start));
}

const char *
clean_text(struct buf *buf, const char *text, struct extent *extent)
{
	size_t n = strlen(text);

	if (n > CELL_LIMIT || !is_clean(text, n)) {
		buf_clear(buf);
		rewrite(buf, text);
		if (utf8_utf16_units(buf_text(buf), buf->n) > CELL_LIMIT)
			shorten(buf);
		text = buf_text(buf);
	}
	if (extent)
		*extent = measure(text);
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
