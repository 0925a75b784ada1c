/* label.c - labels of a chart's points in lines that no reader breaks */
#include <math.h>
#include <string.h>

#include "ces/utf8.h"
#include "layout.h"

enum { LABEL_SIZE = 90, LINES = 2 }; /* tenths of a point */

/* Returns the end of the first word, or character of a script without words. */
static size_t
word_end(const char *text)
{
	size_t n = strcspn(text, " \n"), first;
	uint32_t cp;

	first = n ? utf8_decode(text, n, &cp) : 0;
	if (first && utf8_cp_width(cp) == 2 && n == strlen(text) && n > 36)
		return first;
	return n;
}

/* Returns the bytes of the first line; a long word is a line of its own. */
static size_t
line_end(const char *text, double most)
{
	size_t end = word_end(text), next, gap;

	for (;;) {
		gap = strspn(text + end, " \n");
		next = end + gap + word_end(text + end + gap);
		if (next == end + gap ||
		    part_pixels(text, next, LABEL_SIZE, false) > most)
			return end;
		end = next;
	}
}

/* Replaces spaces, at which spreadsheet programs would break lines again. */
static void
add_line(struct buf *buf, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text[i] == ' ' || text[i] == '\n')
			buf_puts(buf, "\u00a0");
		else
			buf_putc(buf, text[i]);
}

const char *
label_line(struct arena *arena, const char *text)
{
	struct buf label = {0};

	add_line(&label, text, strlen(text));
	return arena_take(arena, &label);
}

/* Programs break labels at a fifth of the width, or a third of the height. */
const char *
label_lines(struct arena *arena, const char *text, int chart_width,
	    int chart_height)
{
	double most = fmin(chart_width / 5.0, chart_height / 3.0) - 4;
	struct buf label = {0}, line = {0}, fit = {0};

	text += strspn(text, " \n");
	for (int i = 0; *text && i < LINES; i++) {
		size_t n = i + 1 < LINES ? line_end(text, most) : strlen(text);

		buf_clear(&line);
		buf_clear(&fit);
		buf_add(&line, text, n);
		text_fit(&fit, line.p, most, LABEL_SIZE, false);
		buf_puts(&label, i ? "\n" : "");
		add_line(&label, fit.p, fit.n);
		text += n;
		text += strspn(text, " \n");
	}
	buf_free(&line);
	buf_free(&fit);
	return arena_take(arena, &label);
}
