/* width.c - the width that a column would like to have */
#include "sheet.h"

#include <math.h>
#include <string.h>

#include "ces/utf8.h"

/* characters */
enum { EASY = 30, HEAD_WIDEST = 18 };
/* pixels beside a word: those of its cell, and of an indent, less 5 that a
 * width has besides its characters */
enum { WORD_MARGIN = 9 };
/* characters added to dates in wide letters; pixels between headers, and the
 * most for one word of them */
enum { WIDE_MORE = 3, HEAD_GAP = 9, HEAD_WORD_MOST = 140 };

/* share of a header's width in the longer one of two lines */
static const double head_share = 0.75;

unsigned
text_width(const char *text)
{
	return (unsigned)utf8_width(text, strlen(text));
}

unsigned
word_width(const struct work *work, const char *text)
{
	double pixels = text_pixels(text, 0, false);
	size_t n = strlen(text);

	if (utf8_width(text, n) == utf8_count(text, n))
		pixels *= work->letters;
	return (unsigned)ceil((pixels + WORD_MARGIN) / 7);
}

/*
 * A header that all but fills its line would touch the one beside it: it gets
 * two lines where the figures below need no more width, else more width.
 */
static unsigned
head_room(unsigned width, unsigned least, double pixels)
{
	double room = width * 7.0;
	unsigned two;

	if (pixels <= room - HEAD_GAP || pixels > room + 8)
		return width;
	/* keeps a unit from being alone in the second line */
	two = larger((unsigned)(pixels * head_share / 7), least);
	if (two * 7 <= pixels - HEAD_GAP)
		return two;
	return width + (unsigned)((pixels - room + HEAD_GAP) / 7 + 1);
}

/* Returns the characters of a header's longest word and its button. */
unsigned
longest_word(const char *header)
{
	double most = 0;
	size_t n;

	for (const char *p = header; *p; p += n + (p[n] == ' ')) {
		n = utf8_piece(p);
		most = fmax(most, part_pixels(p, n, 90, true));
	}
	most = fmin(most, HEAD_WORD_MOST);
	return (unsigned)ceil((most + HEAD_MARGIN) / 7);
}

/* Long text is given more lines rather than more width. */
double
column_width(const struct column *column, const char *header, unsigned widest,
	     unsigned longest, bool wide)
{
	unsigned head = text_width(header), word = longest_word(header);
	double head_pixels = text_pixels(header, 90, true);
	unsigned least = cell_kinds[column->kind].narrowest, width = widest + 2;
	unsigned figures;

	/* widths given by the table may be less than any text's */
	if (column->width > 0 &&
	    (unsigned)column->width < cell_kinds[COLUMN_TEXT].narrowest)
		least = (unsigned)column->width;
	figures = larger(larger(width, least), word);
	if (column->width > 0)
		width = larger((unsigned)column->width, longest);
	else if (width > EASY)
		width = EASY + (width - EASY) / 6;
	/* two lines for the header, and the filter's button beside it */
	least = larger(least, head / 2 + 4);
	if (least > HEAD_WIDEST)
		least = HEAD_WIDEST;
	if (wide && column->kind == COLUMN_DATE)
		least += WIDE_MORE;
	width = larger(larger(width, least), word);
	/* bars need their width, and texts theirs */
	if (column->kind == COLUMN_TEXT || column->kind == COLUMN_PERCENT)
		figures = width;
	width = head_room(width, figures,
			  wide ? head_pixels * 1.2 : head_pixels);
	/* widths given by the table may be larger */
	return width > WIDEST && !column->width ? WIDEST : width;
}
