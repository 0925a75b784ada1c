/* fit.c - columns and rows that fit on paper: which are on it, how wide, and
 * how high; on which side */
#include "sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "xlsx/book/book.h"
#include "xlsx/chart/layout.h"

/* a table while it is fitted */
struct fit {
	const struct work *work;
	struct tab *tab;
	const struct room *room;
	double *natural, *least; /* characters of each column */
	double *widths;		 /* as they become */
	bool *folded;
	bool portrait;
	int last; /* the last column on paper */
};

/* characters: of texts where paper is narrow, and beside the paper */
enum { TEXT_LEAST = 14, NAME_LEAST = 20, OTHERS_WIDEST = 120 };
/* size of headers, in tenths of a point, as bold ones are wider */
enum { HEAD_MEASURE = 94, HEAD_LINES = 4, MOST_LINES = 26 };

/* share of its width that a text needs at least, and of what is above that the
 * share that it gives away where rows are not to be higher */
static const double text_share = 0.6, easy_share = 0.5;

/* heights in points: of a line, and of a row's margins */
static const double line_height = 13, row_margin = 6;

/* --- heights -------------------------------------------------------------- */

/* is the column on paper */
static bool
is_printed(const struct fit *fit, size_t j)
{
	return (int)j <= fit->last && !fit->folded[j];
}

static unsigned
cell_lines(const struct fit *fit, size_t i, size_t j)
{
	const struct table *table = fit->tab->table;
	const struct extent *extent =
		&fit->room->extents[i * table->column_count + j];
	const char *text = table_cell(table, i, j)->text;
	/* other programs' letters may be wider than the measured ones */
	double wider = fit->work->wide ? 1.15 : 1.05;
	double pixels = fit->widths[j] * 7 - (j > 0 ? 9 : 0);

	if (table->columns[j].kind != COLUMN_TEXT)
		return 1;
	/* narrower than the column was made for */
	if (extent->width + 2 > fit->widths[j] && text)
		return text_lines(text, pixels / wider, 0);
	return extent->lines;
}

/* lines of a row, of its columns on paper alone or of all that show */
static unsigned
row_lines(const struct fit *fit, size_t i, bool printed)
{
	const struct table *table = fit->tab->table;
	/* beside bars, rows of one height are easier to follow */
	unsigned most = table->options & GANTT ? 2 : 1;

	for (size_t j = 0; j < table->column_count; j++)
		if (printed ? is_printed(fit, j) : !fit->folded[j])
			most = larger(most, cell_lines(fit, i, j));
	return most < MOST_LINES ? most : MOST_LINES;
}

/* Columns beside the paper get the width that makes their rows no higher. */
static void
widen_others(struct fit *fit)
{
	const struct table *table = fit->tab->table;
	size_t n = table->column_count;

	for (size_t i = 0; i < table->rows; i++) {
		unsigned lines = row_lines(fit, i, true);

		for (size_t j = 0; j < n; j++) {
			if (is_printed(fit, j))
				continue;
			while (fit->widths[j] < OTHERS_WIDEST &&
			       cell_lines(fit, i, j) > lines)
				fit->widths[j] += 4;
		}
	}
}

static double
height_of(unsigned lines)
{
	return row_margin + line_height * lines;
}

static unsigned
head_lines(const struct fit *fit)
{
	unsigned most = 1, lines;

	for (size_t j = 0; j < fit->tab->table->column_count; j++) {
		if (fit->folded[j])
			continue;
		lines = text_lines(fit->tab->heads[j].header,
				   fit->widths[j] * 7 - HEAD_MARGIN,
				   HEAD_MEASURE);
		most = larger(most, lines);
	}
	return most < HEAD_LINES ? most : HEAD_LINES;
}

/* --- paper ---------------------------------------------------------------- */

/* points of a title and what stands with it above the header */
enum { ABOVE = 27 + 18 + 18 };

static bool
is_folded(const struct tab *tab, size_t j)
{
	const struct column *column = &tab->table->columns[j];

	/* the names, and what is to be filled in, are seen; of two tables each
	 * needs what the other has */
	if (j == 0 || column->edit || column->own || tab->shared)
		return false;
	return column->folded || table_column_empty(tab->table, j);
}

static double
pixels_of(double characters)
{
	return floor(characters * 7 + 0.5) + 5;
}

/* pixels that the table may have, so that its letters can be read */
static double
budget(const struct fit *fit)
{
	struct print print = work_print(fit->work, "");
	double pixels;

	print.portrait = fit->portrait;
	pixels = page_paper_most(fit->tab->page, &print);
	if (fit->tab->table->options & GANTT)
		pixels -= gantt_pixels(fit->work, fit->tab);
	return pixels;
}

/* pixels of the columns from the first on, without those that are folded */
static double
across(const struct fit *fit, const double *widths, int last)
{
	double pixels = 0;

	for (int j = 0; j <= last; j++)
		if (!fit->folded[j])
			pixels += pixels_of(widths[j]);
	return pixels;
}

/* the last column at which the table is not wider, with that share of what its
 * texts can give away */
static int
last_of(const struct fit *fit, double pixels, double share)
{
	const struct table *table = fit->tab->table;
	int n = (int)table->column_count;
	double whole = 0;

	for (int j = 0; j < n - 1; j++)
		if (table->columns[j].printed) {
			n = j + 1;
			share = 1;
		}
	for (int j = 0; j < n; j++) {
		bool text = table->columns[j].kind == COLUMN_TEXT;

		if (!fit->folded[j])
			whole += pixels_of(
				fit->least[j] +
				(text ? 1 - share : 0) *
					(fit->natural[j] - fit->least[j]));
		if (whole > pixels)
			return j > 0 ? j - 1 : 0;
	}
	return n - 1;
}

/* Takes pixels off the texts, or the other columns, and returns those that
 * couldn't be taken. */
static double
take(struct fit *fit, bool texts, double pixels)
{
	const struct column *columns = fit->tab->table->columns;
	double most = 0, share;

	for (size_t j = 0; (int)j <= fit->last; j++)
		if (!fit->folded[j] &&
		    texts == (columns[j].kind == COLUMN_TEXT))
			most += (fit->widths[j] - fit->least[j]) * 7;
	if (most <= 0 || pixels <= 0)
		return pixels;
	share = fmin(1, pixels / most);
	for (size_t j = 0; (int)j <= fit->last; j++)
		if (!fit->folded[j] &&
		    texts == (columns[j].kind == COLUMN_TEXT))
			fit->widths[j] =
				floor(fit->widths[j] -
				      (fit->widths[j] - fit->least[j]) * share);
	return pixels - most * share;
}

/* Gives the texts on paper what is left of it, so that they take fewer lines.
 */
static void
give(struct fit *fit, double pixels)
{
	const struct column *columns = fit->tab->table->columns;
	double share = 1;

	for (int pass = 0; pass < 2; pass++) {
		double all = 0;

		for (size_t j = 0; (int)j <= fit->last; j++) {
			double more = fmin(fit->room->widths[j] + 2, WIDEST) -
				      fit->widths[j];

			if (fit->folded[j] || more <= 0 ||
			    columns[j].kind != COLUMN_TEXT)
				continue;
			all += more * 7;
			if (pass)
				fit->widths[j] += floor(more * share);
		}
		share = fmax(0, fmin(1, pixels / fmax(all, 1)));
	}
}

/* What is too much is taken from headers first: their words remain. */
static void
lay_out(struct fit *fit, double share)
{
	double pixels = budget(fit);
	/* at full size */
	double full = pixels * PAPER_LEAST;

	fit->last = last_of(fit, pixels, share);
	memcpy(fit->widths, fit->natural,
	       fit->tab->table->column_count * sizeof(*fit->widths));
	take(fit, true,
	     take(fit, false, across(fit, fit->widths, fit->last) - pixels));
	give(fit, full - across(fit, fit->widths, fit->last));
	widen_others(fit);
}

/* sheets of paper that the table takes as it is laid out */
static unsigned
pages_of(const struct fit *fit)
{
	const struct tab *tab = fit->tab;
	struct print print = work_print(fit->work, "");
	double points = ABOVE + height_of(head_lines(fit)), scale, page;

	print.portrait = fit->portrait;
	for (size_t i = 0; i < tab->table->rows; i++)
		points += height_of(row_lines(fit, i, false));
	scale = page_paper_width(tab->page, &print) /
		across(fit, fit->widths, fit->last);
	page = page_paper_height(tab->page, &print) * 72 / 96;
	if (points * PAPER_LEAST <= page)
		return 1;
	return (unsigned)ceil(points * fmin(scale, 1) / page);
}

/*
 * Chooses the columns on paper, and its side. More columns, with more lines in
 * their texts, are on it where they take no more sheets, and it is upright
 * where that saves one; of charts below, the height isn't known yet.
 */
static void
choose_side(struct fit *fit)
{
	unsigned pages, last;

	lay_out(fit, easy_share);
	if (charts_any(fit->tab))
		return;
	pages = pages_of(fit);
	lay_out(fit, 1);
	if (pages_of(fit) > pages)
		lay_out(fit, easy_share);
	if (pages < 2 || fit->tab->table->options & GANTT)
		return;
	last = (unsigned)fit->last;
	fit->portrait = true;
	lay_out(fit, 1);
	if ((unsigned)fit->last == last && pages_of(fit) < pages &&
	    across(fit, fit->widths, fit->last) <= budget(fit))
		return;
	fit->portrait = false;
	lay_out(fit, easy_share);
}

/* --- all of it ------------------------------------------------------------ */

/* of a text some of its lines, of the rest what its cells hold */
static double
least_width(const struct fit *fit, size_t j, const char *header)
{
	const struct column *column = &fit->tab->table->columns[j];
	double least = longest_word(header);

	if (column->kind == COLUMN_TEXT)
		return fmax(fmax(least, j ? TEXT_LEAST : NAME_LEAST),
			    fit->natural[j] * text_share);
	least = fmax(least, cell_kinds[column->kind].narrowest);
	if (column->kind == COLUMN_DATE)
		return fit->natural[j];
	return fmax(least, fmax(fit->room->widths[j], fit->room->words[j]));
}

/* The table above has set its widths. */
static void
keep_width(struct fit *fit, size_t j)
{
	double width = (page_across(fit->tab->page, (int)j, (int)j) - 5) / 7;

	fit->least[j] = fmax(fit->least[j], width);
	fit->natural[j] = fmax(fit->natural[j], width);
}

/* characters of a header in one line */
static double
one_line(const char *header)
{
	return ceil((text_pixels(header, HEAD_MEASURE, false) + HEAD_MARGIN) /
		    7);
}

static void
measure(struct fit *fit)
{
	const struct table *table = fit->tab->table;
	bool wide = fit->work->wide;

	for (size_t j = 0; j < table->column_count; j++) {
		const struct column *column = &table->columns[j];
		const char *header = fit->tab->heads[j].header;
		fit->folded[j] = is_folded(fit->tab, j);
		fit->natural[j] =
			column_width(column, header, fit->room->widths[j],
				     fit->room->words[j], wide);
		/* beside the paper, no header makes the others higher */
		if (fit->folded[j])
			fit->natural[j] = fmax(fit->natural[j],
					       one_line(header));
		fit->least[j] =
			fmin(fit->natural[j], least_width(fit, j, header));
		if (fit->tab->above && j < fit->tab->above->table->column_count)
			keep_width(fit, j);
	}
}

static void
set_columns(const struct fit *fit)
{
	struct tab *tab = fit->tab;
	int n = (int)tab->table->column_count;

	for (int j = 0; j < n; j++) {
		tab->pixels[j] =
			fit->folded[j] ? 0 : (int)pixels_of(fit->widths[j]);
		page_column(tab->page, j, j, fit->widths[j], false);
	}
	for (int j = 0, end; j < n; j = end + 1) {
		for (end = j; end < n && fit->folded[end]; end++)
			;
		if (end > j)
			page_fold(tab->page, j, end - 1);
	}
	if (tab->id_column >= 0)
		page_column(tab->page, tab->id_column, tab->id_column, 20,
			    true);
}

bool
tab_folds(const struct tab *tab)
{
	for (size_t j = 0; j < tab->table->column_count; j++)
		if (is_folded(tab, j))
			return true;
	return false;
}

int
tab_fit(const struct work *work, struct tab *tab, const struct room *room,
	struct print *print)
{
	size_t n = tab->table->column_count;
	double *widths = mem_alloc(3 * n * sizeof(*widths));
	struct fit fit = {.work = work,
			  .tab = tab,
			  .room = room,
			  .natural = widths,
			  .least = widths + n,
			  .widths = widths + 2 * n,
			  .folded = mem_zeroed(n, sizeof(bool))};

	measure(&fit);
	choose_side(&fit);
	set_columns(&fit);
	page_row(tab->page, tab->first - 1, height_of(head_lines(&fit)));
	/* always: some programs cut rows without one to one line */
	for (size_t i = 0; i < tab->table->rows; i++)
		page_row(tab->page, tab->first + (uint32_t)i,
			 height_of(row_lines(&fit, i, false)));
	print->portrait = fit.portrait;
	free(widths);
	free(fit.folded);
	return fit.last;
}
