/*
 * texts.c - texts and names that every reader of a workbook can take; how wide
 * a text is on the page, and what of it fits
 */
#include "book.h"

#include <stdint.h>
#include <ctype.h>
#include <string.h>

#include "ces/language.h"
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
shorten(struct buf *buf, const char *mark)
{
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

/* bytes of whole characters within both limits */
static size_t
fitting(const char *text, size_t units, size_t bytes)
{
	size_t n = strlen(text), at = 0;

	while (at < n) {
		size_t length = utf8_character(text + at, n - at);
		size_t taken = utf8_utf16_units(text + at, length);

		if (taken > units || length > bytes)
			break;
		units -= taken;
		bytes -= length;
		at += length;
	}
	return at;
}

void
clean_cut(struct buf *buf, const char *text, size_t n)
{
	buf_add(buf, text, fitting(text, n, SIZE_MAX));
}

void
clean_shorten(struct buf *buf, const char *text, size_t units, size_t bytes)
{
	if (fitting(text, units, bytes) == strlen(text)) {
		buf_puts(buf, text);
		return;
	}
	buf_add(buf, text, fitting(text, units - 1, bytes - strlen("…")));
	buf_puts(buf, "…");
}

const char *
clean_text(struct buf *buf, const char *text, struct extent *extent,
	   const char *cut)
{
	size_t n = strlen(text);

	if (n > CELL_LIMIT || !is_clean(text, n)) {
		buf_clear(buf);
		rewrite(buf, text);
		if (utf8_utf16_units(buf_text(buf), buf->n) > CELL_LIMIT)
			shorten(buf, cut);
		text = buf_text(buf);
	}
	if (extent)
		*extent = measure(text);
	return text;
}

const char *
clean_line(struct buf *buf, const char *text)
{
	text = clean_text(buf, text, NULL, "…");
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

/* --- widths -------------------------------------------------------------- */

enum { FIRST = 32, LAST = 126, EM = 1000 };

/* advance widths of Arial and its metric equals, in thousandths of an em */
static const uint16_t widths[2][LAST - FIRST + 1] = {
	{278, 278, 355, 556, 556,  889, 667, 191, 333, 333, 389, 584, 278, 333,
	 278, 278, 556, 556, 556,  556, 556, 556, 556, 556, 556, 556, 278, 278,
	 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
	 500, 667, 556, 833, 722,  778, 667, 778, 722, 667, 611, 722, 667, 944,
	 667, 667, 611, 278, 278,  278, 469, 556, 333, 556, 556, 500, 556, 556,
	 278, 556, 556, 222, 222,  500, 222, 833, 556, 556, 556, 556, 333, 500,
	 278, 556, 500, 722, 500,  500, 500, 334, 260, 334, 584},
	{278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333,
	 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333,
	 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
	 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944,
	 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556,
	 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
	 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584},
};

/* of U+00C0 to U+00FF: letters that are as wide without their marks */
static const char bases[] = "AAAAAAMCEEEEIIIIDNOOOOO+OUUUUYPb"
			    "aaaaaamceeeeiiiidnooooo+ouuuuypy";

/* Beyond these a guess that is rather too wide: letters, signs, squares. */
static unsigned
advance(uint32_t cp, bool bold)
{
	size_t columns;

	if (cp >= FIRST && cp <= LAST)
		return widths[bold][cp - FIRST];
	if (cp >= 0xc0 && cp <= 0xff)
		return widths[bold][bases[cp - 0xc0] - FIRST];
	columns = utf8_cp_width(cp);
	if (columns != 1)
		return columns ? EM : 0;
	if (cp == 0xa0)
		return 278;
	if (cp == 0xb7 || (cp >= 0x2018 && cp <= 0x201d))
		return bold ? 500 : 333;
	if (cp < 0x2000)
		return bold ? 640 : 600;
	return cp == 0x2013 ? 556 : EM;
}

static double
em_pixels(int size)
{
	return (size ? size : 100) / 10.0 * 96 / 72 / EM;
}

double
part_pixels(const char *text, size_t n, int size, bool bold)
{
	double sum = 0;
	size_t used;
	uint32_t cp;

	for (; n > 0; text += used, n -= used) {
		used = utf8_next(text, n, &cp);
		sum += advance(cp, bold);
	}
	return sum * em_pixels(size);
}

double
text_pixels(const char *text, int size, bool bold)
{
	return part_pixels(text, strlen(text), size, bold);
}

int
text_size(const char *text, double pixels, const struct style *style, int least)
{
	int size = style->size ? style->size : 100;

	while (size > least && text_pixels(text, size, style->bold) > pixels)
		size -= 5;
	return size;
}

/*
 * What fits in no line is broken anywhere, as are words of squares. Spaces at
 * the end of a line take no room.
 */
unsigned
text_lines(const char *text, double pixels, int size)
{
	double most = pixels / em_pixels(size), x = 0, word = 0, one;
	size_t left = strlen(text), n;
	unsigned lines = 1;
	uint32_t cp;

	for (; left > 0; text += n, left -= n) {
		n = utf8_next(text, left, &cp);
		if (cp == '\n') {
			lines++;
			x = word = 0;
			continue;
		}
		one = advance(cp, false);
		x += one;
		word = cp == ' ' || one >= EM ? 0 : word + one;
		if (x <= most || cp == ' ')
			continue;
		lines++;
		x = word > 0 && word < most ? word : one;
		word = x;
	}
	return lines;
}

size_t
text_line(const char *text, double pixels, int size)
{
	size_t end = 0, next = 0;

	while (text[next]) {
		next += utf8_piece(text + next);
		if (end && part_pixels(text, next, size, false) > pixels)
			break;
		end = next;
		next += strspn(text + next, " \n");
	}
	return end;
}

/* where the text is cut to be at most so wide: at a word, where there is one */
static size_t
cut_at(const char *text, double pixels, int size, bool bold)
{
	size_t all = strlen(text), n, word = 0, any = 0;
	double most = pixels / em_pixels(size), sum = 0;
	uint32_t cp;

	for (size_t at = 0; at < all; at += n) {
		n = utf8_next(text + at, all - at, &cp);
		if (cp == ' ' && sum <= most)
			word = at;
		if (advance(cp, bold) && sum <= most)
			any = at;
		sum += advance(cp, bold);
	}
	/* a word that ends early leaves too little */
	return word > any / 3 ? word : any;
}

void
text_fit(struct buf *buf, const char *text, double pixels, int size, bool bold)
{
	size_t n;

	if (text_pixels(text, size, bold) <= pixels) {
		buf_puts(buf, text);
		return;
	}
	n = cut_at(text, pixels - advance(0x2026, bold) * em_pixels(size), size,
		   bold);
	while (n > 0 && strchr(" ,;:.-&", text[n - 1]))
		n--;
	buf_add(buf, text, n);
	buf_puts(buf, "…");
}
