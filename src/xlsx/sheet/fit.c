/* fit.c - fits widths of columns and heights of rows to their contents */
#include "sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"
#include "xlsx/book/measured.h"

enum { WIDEST = 60, EASY = 30, HEAD_WIDEST = 18, MOST_LINES = 26 };
/* characters added to dates in wide letters; pixels between headers, beside
 * their words, and the most for one word */
enum { WIDE_MORE = 3, HEAD_GAP = 9, HEAD_MARGIN = 13, HEAD_WORD_MOST = 140 };

/* share of a header's width in the longer one of two lines */
static const double head_share = 0.75;

/* heights in points: of a line, and of a row's margins */
static const double line_height = 13, row_margin = 6;

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
	two = (unsigned)(pixels * head_share / 7);
	if (two < least)
		two = least;
	if (two * 7 <= pixels - HEAD_GAP)
		return two;
	return width + (unsigned)((pixels - room + HEAD_GAP) / 7 + 1);
}

/* Returns the characters of a header's longest word and its button. */
static unsigned
longest_word(const char *header)
{
	double most = 0;
	size_t n;

	for (const char *p = header; *p; p += n + (p[n] == ' ')) {
		n = strcspn(p, " ");
		most = fmax(most, part_pixels(p, n, 90, true));
	}
	most = fmin(most, HEAD_WORD_MOST);
	return (unsigned)ceil((most + HEAD_MARGIN) / 7);
}

/* Long text is given more lines rather than more width. */
static double
column_width(const struct column *column, size_t head, unsigned widest,
	     unsigned word, double head_pixels, bool wide)
{
	unsigned least = cell_kinds[column->kind].narrowest, width = widest + 2;
	unsigned figures;

	/* widths given by the table may be less than any text's */
	if (column->width > 0 &&
	    (unsigned)column->width < cell_kinds[COLUMN_TEXT].narrowest)
		least = (unsigned)column->width;
	figures = width > least ? width : least;
	if (column->width > 0)
		width = (unsigned)column->width;
	else if (width > EASY)
		width = EASY + (width - EASY) / 6;
	/* two lines for the header, and the filter's button beside it */
	if (least < head / 2 + 4)
		least = (unsigned)head / 2 + 4;
	if (least > HEAD_WIDEST)
		least = HEAD_WIDEST;
	if (wide && column->kind == COLUMN_DATE)
		least += WIDE_MORE;
	if (width < least)
		width = least;
	if (width < word)
		width = word;
	if (figures < word)
		figures = word;
	/* bars need their width, and texts theirs */
	if (column->kind == COLUMN_TEXT || column->kind == COLUMN_PERCENT)
		figures = width;
	width = head_room(width, figures,
			  wide ? head_pixels * 1.2 : head_pixels);
	/* widths given by the table may be larger */
	return width > WIDEST && !column->width ? WIDEST : width;
}

static void
set_heights(const struct tab *tab, const struct room *room,
	    const double *widths)
{
	const struct table *table = tab->table;
	/* other programs' letters may be wider than the measured ones */
	double wider = room->wide ? 1.15 : 1.05;
	size_t n = table->column_count;

	for (size_t i = 0; i < table->rows; i++) {
		/* beside bars, rows of one height are easier to follow */
		unsigned most = table->options & GANTT ? 2 : 1, lines;

		for (size_t j = 0; j < n; j++) {
			const struct extent *extent = &room->extents[i * n + j];
			const char *text = table_cell(table, i, j)->text;
			double pixels = widths[j] * 7 - (j > 0 ? 9 : 0);

			if (table->columns[j].kind != COLUMN_TEXT)
				continue;
			lines = extent->lines;
			/* narrower than the column was made for */
			if (extent->width + 2 > widths[j] && text)
				lines = text_lines(text, pixels / wider, 0);
			if (lines > most)
				most = lines;
		}
		if (most > MOST_LINES)
			most = MOST_LINES;
		/* always: some programs cut rows without one to one line */
		page_row(tab->page, tab->first + (uint32_t)i,
			 row_margin + line_height * most);
	}
}

int
tab_fit(const struct tab *tab, const struct table_column *heads,
	const struct room *room, double most)
{
	size_t n = tab->table->column_count, head;
	double *widths = mem_alloc((n + 1) * sizeof(*widths));
	unsigned lines = 1;
	double whole = 0;
	int last = 0;

	for (size_t j = 0; j < n; j++) {
		head = utf8_width(heads[j].header, strlen(heads[j].header));
		widths[j] = column_width(
			&tab->table->columns[j], head, room->widths[j],
			longest_word(heads[j].header),
			text_pixels(heads[j].header, 90, true), room->wide);
		whole += widths[j];
		if (whole <= most || tab->table->columns[j].printed)
			last = (int)j;
		tab->pixels[j] = (int)(widths[j] * 7 + 0.5) + 5;
		page_column(tab->page, (int)j, (int)j, widths[j], false);
		while ((double)head > (widths[j] - 3) * lines && lines < 4)
			lines++;
	}
	if (tab->id_column >= 0)
		page_column(tab->page, tab->id_column, tab->id_column, 20,
			    true);
	page_row(tab->page, HEADER_ROW, row_margin + line_height * lines);
	set_heights(tab, room, widths);
	free(widths);
	return last;
}
