/* measured.c - how wide a text is on the page, and what of it fits */
#include "book.h"

#include <string.h>

#include "ces/utf8.h"

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

/* Beyond ASCII a guess that is rather too wide: letters, signs, squares. */
static unsigned
advance(uint32_t cp, bool bold)
{
	size_t columns;

	if (cp >= FIRST && cp <= LAST)
		return widths[bold][cp - FIRST];
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
