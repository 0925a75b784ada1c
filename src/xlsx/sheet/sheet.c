/* sheet.c - a page that holds one table: what all of them have in common */
#include "sheet.h"

#include <libintl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/message.h"
#include "ces/utf8.h"
#include "xlsx/book/book.h"
#include "xlsx/chart/layout.h"
#include "xlsx/expr/work.h"

/* characters; printed: wider is too small to read on paper */
enum { PRINT_WIDEST = 230 };

/* letters of fonts with square characters are wider than Arial's */
static const double wide_share = 1.15;
/* pixels beside a word: those of its cell, and of an indent, less 5 that a
 * width has besides its characters */
enum { WORD_MARGIN = 9 };

/* widths and sums of the columns, gathered while their cells are written */
struct writing {
	struct work *work;
	struct tab *tab;
	struct looks *looks;
	struct link **links;	/* of links, by column and row */
	struct extent *extents; /* rows x columns: room that cells want */
	unsigned *widths;	/* the widest of each column */
	unsigned *words;	/* that of words and states, which don't wrap */
	double *sums;
};

static unsigned
larger(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

/* --- cells --------------------------------------------------------------- */

static unsigned
text_width(const char *text)
{
	return (unsigned)utf8_width(text, strlen(text));
}

/* Notes the characters that a word takes, beside an indent and margins. */
static void
fit_word(struct writing *writing, size_t j, const char *text)
{
	enum column_kind kind = writing->tab->table->columns[j].kind;
	double pixels = text_pixels(text, 0, false);
	size_t n = strlen(text);

	if (kind != COLUMN_WORD && kind != COLUMN_STATUS)
		return;
	if (writing->work->wide && utf8_width(text, n) == utf8_count(text, n))
		pixels *= wide_share;
	writing->words[j] = larger(writing->words[j],
				   (unsigned)ceil((pixels + WORD_MARGIN) / 7));
}

static struct extent
write_text(struct writing *writing, size_t i, int column,
	   const struct cell *cell)
{
	uint32_t row = writing->tab->first + (uint32_t)i;
	const struct link *link =
		writing->links[column] ? &writing->links[column][i] : NULL;
	const struct column *about = &writing->tab->table->columns[column];
	const struct looks *looks = &writing->looks[column];
	struct page *page = writing->tab->page;
	struct extent extent = {text_width(cell->text), 1};
	const char *text = cell->text;

	/* a sentence here, where it is part of a line elsewhere */
	if (about->capital || about->kind == COLUMN_WORD)
		text = text_capital(writing->work->arena, text);
	fit_word(writing, (size_t)column, text);
	if (link) {
		cell_link(page, row, column, link->page, link->row, text,
			  looks->link);
		return extent;
	}
	cell_text(page, row, column, text,
		  clean_is_risky(text) ? looks->quoted : looks->plain, &extent);
	return extent;
}

/* digits and separators of the whole part, as it is shown in the column */
static unsigned
number_width(const struct tab *tab, size_t column, double number)
{
	unsigned digits = 1;

	if (!isfinite(number))
		return 4;
	number = scale_down(fabs(number), tab_scale(tab, column));
	for (; number >= 10 && digits < 20; digits++)
		number /= 10;
	return digits + (digits - 1) / 3 + 3;
}

static void
write_cell(struct writing *writing, size_t i, int column)
{
	struct tab *tab = writing->tab;
	size_t j = (size_t)column;
	const struct cell *cell = table_cell(tab->table, i, j);
	const struct looks *looks = &writing->looks[j];
	uint32_t row = tab->first + (uint32_t)i;
	const struct expr *formula = table_formula(tab->table, i, j);
	struct extent *extent =
		&writing->extents[i * tab->table->column_count + j];
	double value = tab_value(tab, i, j);

	*extent = (struct extent){0, 1};
	if (formula) {
		cell_expr(writing->work, tab->page, row, column, formula, i,
			  looks->open);
		extent->width = cell->text ? text_width(cell->text)
					   : number_width(tab, j, cell->number);
		fit_word(writing, j, cell->text ? cell->text : "");
	} else if (cell->text) {
		*extent = write_text(writing, i, column, cell);
	} else if (cell->date.year) {
		cell_date(tab->page, row, column, cell->date, looks->plain);
	} else if (!isfinite(cell->number)) {
		cell_blank(tab->page, row, column, looks->plain);
	} else {
		cell_number(tab->page, row, column, value,
			    tab->table->columns[j].edit ? looks->open
			    : value == floor(value)	? looks->plain
			    : fabs(value) < 1		? looks->fine
							: looks->tenths);
		extent->width = number_width(tab, j, cell->number);
	}
	if (extent->width > writing->widths[j])
		writing->widths[j] = extent->width;
}

static void
add_sums(const struct writing *writing)
{
	const struct tab *tab = writing->tab;

	for (size_t i = 0; i < tab->table->rows; i++)
		for (size_t j = 0; j < tab->table->column_count; j++) {
			double value = tab_value(tab, i, j);

			if (isfinite(value))
				writing->sums[j] += value;
		}
}

/* Sums have no decimals, and need less beside their digits. */
static void
fit_sums(struct writing *writing)
{
	const struct table *table = writing->tab->table;

	for (size_t j = 0; j < table->column_count && table_has_totals(table);
	     j++)
		if (table_column_summed(table, j))
			writing->widths[j] =
				larger(writing->widths[j],
				       number_width(writing->tab, j,
						    writing->sums[j]) -
					       2);
}

/* --- widths of columns and heights of rows -------------------------------- */

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
	two = larger((unsigned)(pixels * head_share / 7), least);
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

static void
set_heights(const struct writing *writing, const double *widths)
{
	const struct tab *tab = writing->tab;
	const struct table *table = tab->table;
	/* other programs' letters may be wider than the measured ones */
	double wider = writing->work->wide ? 1.15 : 1.05;
	size_t n = table->column_count;

	for (size_t i = 0; i < table->rows; i++) {
		/* beside bars, rows of one height are easier to follow */
		unsigned most = table->options & GANTT ? 2 : 1, lines;

		for (size_t j = 0; j < n; j++) {
			const struct extent *extent =
				&writing->extents[i * n + j];
			const char *text = table_cell(table, i, j)->text;
			double pixels = widths[j] * 7 - (j > 0 ? 9 : 0);

			if (table->columns[j].kind != COLUMN_TEXT)
				continue;
			lines = extent->lines;
			/* narrower than the column was made for */
			if (extent->width + 2 > widths[j] && text)
				lines = text_lines(text, pixels / wider, 0);
			most = larger(most, lines);
		}
		if (most > MOST_LINES)
			most = MOST_LINES;
		/* always: some programs cut rows without one to one line */
		page_row(tab->page, tab->first + (uint32_t)i,
			 row_margin + line_height * most);
	}
}

/* Returns the last column up to which the table fits on paper. */
static int
fit(const struct writing *writing, const struct table_column *heads)
{
	const struct tab *tab = writing->tab;
	size_t n = tab->table->column_count;
	double *widths = mem_alloc((n + 1) * sizeof(*widths));
	unsigned lines = 1;
	double whole = 0;
	int last = 0;

	for (size_t j = 0; j < n; j++) {
		widths[j] =
			column_width(&tab->table->columns[j], heads[j].header,
				     writing->widths[j], writing->words[j],
				     writing->work->wide);
		whole += widths[j];
		if (whole <= PRINT_WIDEST || tab->table->columns[j].printed)
			last = (int)j;
		tab->pixels[j] = (int)(widths[j] * 7 + 0.5) + 5;
		page_column(tab->page, (int)j, (int)j, widths[j], false);
		while (text_width(heads[j].header) > (widths[j] - 3) * lines &&
		       lines < 4)
			lines++;
	}
	if (tab->id_column >= 0)
		page_column(tab->page, tab->id_column, tab->id_column, 20,
			    true);
	page_row(tab->page, HEADER_ROW, row_margin + line_height * lines);
	set_heights(writing, widths);
	free(widths);
	return last;
}

/* --- title --------------------------------------------------------------- */

/*
 * The subject stands before what there is to do, unless it is the title
 * already; that of reasons tells how many contacts its shares are of. Of a
 * sheet without rows the line says why there are none.
 */
static double
write_intro(struct work *work, const struct tab *tab, bool said)
{
	static const struct style style = {.color = SECOND};
	const struct table *table = tab->table;
	const char *line = table->rows ? table->intro : table->empty;
	double contacts = work->review->view->contacts;
	struct buf text = {0};
	double pixels;

	if (table->id == TABLE_contact_reasons && isfinite(contacts)) {
		message_fill(&text,
			     gettext("Contact reasons, sorted by contacts a "
				     "year. Base: {n} contacts a year. Empty: "
				     "not told."),
			     ARGS(COUNT_ARG("n", contacts)));
		if (work->review->view->counted < table->rows)
			buf_printf(&text, " %s",
				   gettext("Reasons that have parts come last "
					   "and count in these."));
	} else {
		buf_puts(&text, said ? table->title : "");
		buf_puts(&text, said && line ? " · " : "");
		buf_puts(&text, line ? line : "");
	}
	if (table->options & GANTT && table->rows)
		buf_printf(&text, " %s",
			   gettext("More columns unfold with the + above "
				   "them."));
	if (room_rows(table))
		buf_printf(&text, " %s",
			   gettext("Blank rows unfold with the + at the "
				   "left."));
	if (text.n)
		cell_put(tab->page, 1, 0, text.p, &style);
	pixels = text_pixels(buf_text(&text), 100, false);
	buf_free(&text);
	return pixels;
}

/* Fills the lines above the table: formulas where the sheet's own cells make
 * the message. Returns the pixels of the longer one. */
static double
write_title(struct work *work, const struct tab *tab)
{
	static const struct style title = {
		.size = 160, .bold = 1, .color = ACCENT};
	static const struct style back = {.size = 90, .color = ACCENT};
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *expr = table_title(&scope);
	const char *line =
		expr ? value_text(&scope, expr_value(&scope, expr, 0))
		     : tab->table->title;
	double pixels = text_pixels(line, 160, true);

	if (expr && expr->kind != EXPR_TEXT)
		cell_expr(work, tab->page, 0, 0, expr, 0,
			  book_style(work->book, &title));
	else
		cell_put(tab->page, 0, 0, line, &title);
	pixels = fmax(pixels, write_intro(work, tab, expr != NULL));
	cell_arrow(tab->page, 2, 0, work->review_page, true, &back);
	if (!page_hidden(work->week) && tab->table->options & WEEK)
		cell_arrow(tab->page, 2, 1, work->week, false, &back);
	page_row(tab->page, 0, 27);
	page_row(tab->page, 1, 18);
	page_row(tab->page, 2, 18);
	return work->wide ? pixels * wide_share : pixels;
}

/* --- the page ------------------------------------------------------------ */

/* the table and what stands beside it; returns the last printed column */
static int
write_table(struct work *work, struct tab *tab)
{
	const struct table *table = tab->table;
	size_t n = table->column_count;
	struct writing writing = {
		.work = work,
		.tab = tab,
		.looks = arena_alloc(work->arena, n * sizeof(struct looks)),
		.links = arena_alloc(work->arena, n * sizeof(struct link *)),
		.sums = arena_alloc(work->arena, n * sizeof(double)),
		.extents = mem_zeroed(n * table->rows, sizeof(struct extent)),
		.widths = arena_alloc(work->arena, n * sizeof(unsigned)),
		.words = arena_alloc(work->arena, n * sizeof(unsigned))};
	struct area area = {HEADER_ROW, tab->last, 0,
			    tab->id_column >= 0 ? tab->id_column : (int)n - 1};
	static const struct style id_style = {.color = SECOND, .line = HAIR};
	const struct table_column *heads;
	struct lxw_format *id;
	int last;

	tab->pixels = arena_alloc(work->arena, n * sizeof(int));
	for (size_t j = 0; j < n; j++)
		writing.links[j] = column_links(work, tab, j);
	id = book_style(work->book, &id_style);
	add_sums(&writing);
	scales_choose(tab, writing.sums);
	for (size_t j = 0; j < n; j++)
		writing.looks[j] = looks_make(work, tab, j);
	heads = heads_make(work, tab, writing.sums);
	fit_sums(&writing);
	page_table(tab->page, table->key, area, room_rows(table), heads,
		   table_has_totals(table) ? gettext("Total") : NULL);
	for (size_t i = 0; i < table->rows; i++) {
		for (int j = 0; j < (int)n; j++)
			write_cell(&writing, i, j);
		if (tab->id_column >= 0)
			cell_text(tab->page, tab->first + (uint32_t)i,
				  tab->id_column,
				  table->ids[i] ? table->ids[i] : "", id, NULL);
	}
	room_write(work, tab, writing.looks, id);
	for (size_t j = 0; j < n; j++)
		column_rules(work, tab, (int)j, heads[j].header);
	edit_band(work, tab);
	last = fit(&writing, heads);
	if (table->options & GANTT)
		last = gantt_write(work, tab);
	page_freeze(tab->page, FIRST_ROW, 1);
	free(writing.extents);
	return last;
}

void
tab_place(struct tab *tab)
{
	tab->first = FIRST_ROW;
	tab->last = FIRST_ROW + (uint32_t)tab->table->rows - 1 +
		    room_rows(tab->table);
	tab->id_column = tab->table->ids && tab->table->rows
				 ? (int)tab->table->column_count
				 : -1;
}

/* The user's own columns are on paper too: on more sheets of it, rather than in
 * letters that nobody can read. */
static void
print_own(const struct tab *tab, struct print *print)
{
	int end = (int)tab->table->column_count - 1;
	double one = page_across(tab->page, 0, print->last_column);

	if (!tab->table->columns[end].own || end <= print->last_column)
		return;
	one = fmax(one, PRINT_WIDEST * 7);
	print->last_column = end;
	print->sheets = (int)ceil(page_across(tab->page, 0, end) / one);
}

void
tab_write(struct work *work, struct tab *tab)
{
	const struct table *table = tab->table;
	struct print print = work_print(work, table->title);
	uint32_t bottom, end = HEADER_ROW, charts = 0;
	int last = 9, reach;
	double title;

	page_rows(tab->page, 18);
	title = write_title(work, tab);
	if (table->rows) {
		last = reach = write_table(work, tab);
		/* totals, or the key of a Gantt chart */
		bottom = tab->last +
			 (table_has_totals(table) || table->options & GANTT);
		end = charts_write(work, tab, bottom, &last);
		/* those beside the table reach further */
		if (end > bottom && last == reach)
			charts = bottom + 2;
	}
	print.header = HEADER_ROW;
	print.repeat = table->rows > 0;
	print.last_row = end;
	print.last_column = paper_reach(tab->page, last, title);
	if (table->rows)
		print_own(tab, &print);
	paper_print(tab->page, &print, charts);
}
