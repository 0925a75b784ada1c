/* sheet.c - a page that holds one table: what all of them have in common */
#include "sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/number.h"
#include "xlsx/book/book.h"
#include "xlsx/chart/layout.h"
#include "xlsx/expr/work.h"

/* widths and sums of the columns, gathered while their cells are written */
struct writing {
	struct work *work;
	struct tab *tab;
	struct looks *looks;
	struct link **links; /* of links, by column and row */
	struct room room;
	double *sums;
};

/* --- cells --------------------------------------------------------------- */

static void
fit_word(struct writing *writing, size_t j, const char *text)
{
	enum column_kind kind = writing->tab->table->columns[j].kind;
	unsigned *words = writing->room.words;

	if (kind == COLUMN_WORD || kind == COLUMN_STATUS)
		words[j] = larger(words[j], word_width(writing->work, text));
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
	const char *text = column_text(writing->work, about, cell->text);

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
		&writing->room.extents[i * tab->table->column_count + j];
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
	if (extent->width > writing->room.widths[j])
		writing->room.widths[j] = extent->width;
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
	unsigned *widths = writing->room.widths;

	for (size_t j = 0; j < table->column_count && table_has_totals(table);
	     j++)
		if (table_column_summed(table, j))
			widths[j] = larger(widths[j],
					   number_width(writing->tab, j,
							writing->sums[j]) -
						   2);
}

enum { USUAL_COLUMN = 70 }; /* pixels, more or less */
enum { TITLE_LEAST = 110 }; /* tenths of a point */

/* --- title --------------------------------------------------------------- */

/* Adds what needn't be said, where there is room for it on paper. */
static const char *
with_hint(const struct work *work, const char *text, const char *hint)
{
	struct print print = work_print(work, "");
	double most = page_paper_most(work->guide, &print) - USUAL_COLUMN;
	const char *both =
		work_join(work, text, language_text(work->language, hint));

	return text_pixels(both, 100, false) * work->letters > most ? text
								    : both;
}

/*
 * The subject stands before what there is to do, unless it is the title
 * already; that of reasons tells how many contacts its shares are of. Of a
 * sheet without rows the line says why there are none.
 */
static const char *
intro_of(struct work *work, const struct tab *tab, bool said)
{
	const struct table *table = tab->table;
	const char *line = table->rows ? table->intro : table->empty, *text;
	double contacts = work->review->view->contacts;

	if (table->id == TABLE_contact_reasons && isfinite(contacts))
		text = message_text(
			work->arena, work->language,
			work->review->view->counted < table->rows
				? N_("Contact reasons, sorted by contacts a "
				     "year. Base: {n} contacts a year. Empty: "
				     "not told. Reasons that have parts come "
				     "last and count in these.")
				: N_("Contact reasons, sorted by contacts a "
				     "year. Base: {n} contacts a year. Empty: "
				     "not told."),
			ARGS(COUNT_ARG("n", contacts)));
	else
		text = work_join(work, said ? table->title : "",
				 line ? line : "");
	if (tab_folds(tab))
		text = with_hint(
			work, text,
			N_("More columns unfold with the + above them."));
	if (room_rows(table))
		text = with_hint(
			work, text,
			N_("Blank rows unfold with the + at the left."));
	return text;
}

/* Writes it in two lines where it is longer than the paper is wide. */
static void
write_intro(struct work *work, const struct tab *tab, const char *intro,
	    int last)
{
	struct style style = {.color = SECOND};
	/* other programs' letters may be wider than the measured ones */
	double pixels = text_pixels(intro, 100, false) * 1.02 * work->letters;

	if (last > 0 && pixels > page_across(tab->page, 0, last)) {
		style.wrap = 1;
		page_merge(tab->page, (struct area){1, 1, 0, last},
			   book_style(work->book, &style));
		page_row(tab->page, 1, 31);
	}
	if (*intro)
		cell_put(tab->page, 1, 0, intro, &style);
}

static const struct style title_style = {
	.size = 160, .bold = 1, .color = ACCENT};

/* Writes the title, a formula where the sheet's own cells make the message,
 * smaller where it is wider than so many pixels. Returns its own; said: is it
 * more than the subject? */
static double
write_message(struct work *work, const struct tab *tab, struct style style,
	      double most, bool *said)
{
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *expr = table_title(&scope);
	const char *line =
		expr ? value_text(&scope, expr_value(&scope, expr, 0))
		     : tab->table->title;

	style.size = text_size(line, most / work->letters, &style, TITLE_LEAST);
	if (expr && expr->kind != EXPR_TEXT)
		cell_expr(work, tab->page, tab->top, 0, expr, 0,
			  book_style(work->book, &style));
	else
		cell_put(tab->page, tab->top, 0, line, &style);
	*said = expr != NULL;
	return text_pixels(line, style.size, true);
}

/* Fills the lines above the table but for the intro, which follows its width.
 * Returns the pixels of the longer one. */
static double
write_title(struct work *work, const struct tab *tab, const char **intro)
{
	static const struct style back = {.size = 90, .color = ACCENT};
	bool said;
	double pixels = write_message(work, tab, title_style, INFINITY, &said);

	*intro = intro_of(work, tab, said);
	pixels = fmax(pixels, text_pixels(*intro, 100, false));
	cell_arrow(tab->page, 2, 0, work->review_page, true, &back);
	if (!page_hidden(work->week) && tab->table->options & WEEK)
		cell_arrow(tab->page, 2, 1, work->week, false, &back);
	page_row(tab->page, 0, 27);
	page_row(tab->page, 1, 18);
	page_row(tab->page, 2, 18);
	return pixels * work->letters;
}

/* --- the page ------------------------------------------------------------ */

static void
write_rows(struct writing *writing, struct lxw_format *id)
{
	const struct tab *tab = writing->tab;
	const struct table *table = tab->table;

	for (size_t i = 0; i < table->rows; i++) {
		for (int j = 0; j < (int)table->column_count; j++)
			write_cell(writing, i, j);
		if (tab->id_column >= 0)
			cell_text(tab->page, tab->first + (uint32_t)i,
				  tab->id_column,
				  table->ids[i] ? table->ids[i] : "", id, NULL);
	}
}

/* the table and what stands beside it; returns the last printed column */
static int
write_table(struct work *work, struct tab *tab, struct print *print)
{
	const struct table *table = tab->table;
	size_t n = table->column_count;
	struct writing writing = {
		.work = work,
		.tab = tab,
		.looks = arena_alloc(work->arena, n * sizeof(struct looks)),
		.links = arena_alloc(work->arena, n * sizeof(struct link *)),
		.sums = arena_alloc(work->arena, n * sizeof(double)),
		.room = {mem_zeroed(n * table->rows, sizeof(struct extent)),
			 arena_alloc(work->arena, n * sizeof(unsigned)),
			 arena_alloc(work->arena, n * sizeof(unsigned)), NULL}};
	struct area area = {tab->first - 1, tab->last, 0,
			    tab->id_column >= 0 ? tab->id_column : (int)n - 1};
	/* unseen where another table needs the column */
	const struct style id_style = {.color = SECOND,
				       .line = HAIR,
				       .number = tab->shared ? ";;;" : NULL};
	const struct table_column *heads;
	struct lxw_format *id = book_style(work->book, &id_style);
	int last;

	tab->pixels = arena_alloc(work->arena, n * sizeof(int));
	for (size_t j = 0; j < n; j++)
		writing.links[j] = column_links(work, tab, j);
	writing.room.links = writing.links;
	add_sums(&writing);
	scales_choose(tab, writing.sums);
	for (size_t j = 0; j < n; j++)
		writing.looks[j] = looks_make(work, tab, j);
	heads = heads_make(work, tab, writing.sums);
	fit_sums(&writing);
	page_table(tab->page, table->key, area, room_rows(table), heads,
		   table_has_totals(table)
			   ? language_text(work->language, "Total")
			   : NULL);
	write_rows(&writing, id);
	room_write(work, tab, writing.looks, id);
	for (size_t j = 0; j < n; j++)
		column_rules(work, tab, (int)j, heads[j].header);
	edit_band(work, tab);
	last = tab_fit(work, tab, &writing.room, print);
	if (table->options & GANTT)
		last = gantt_write(work, tab);
	free(writing.room.extents);
	return last;
}

/* the row behind the table, with its totals, or where those would be */
static uint32_t
tab_end(const struct tab *tab)
{
	return tab->last + 1;
}

void
tab_place(struct tab *tab)
{
	/* a row stays free, so that the table above may grow */
	tab->top = tab->above ? tab_end(tab->above) + 2 : 0;
	tab->first = tab->top + (tab->above ? BELOW_HEADER : HEADER_ROW) + 1;
	tab->last = tab->first + (uint32_t)tab->table->rows - 1 +
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
	one = fmax(one, page_paper_most(tab->page, print));
	print->last_column = end;
	print->sheets = (int)ceil(page_across(tab->page, 0, end) / one);
}

/* the table that stands below, or NULL */
static struct tab *
tab_below(struct work *work, struct tab *tab)
{
	bool last = tab + 1 == work->tabs + work->tables->n;

	return !last && tab[1].above == tab && tab[1].table->rows ? tab + 1
								  : NULL;
}

/* Writes the table below; its rows and columns are printed too. */
static void
write_below(struct work *work, struct tab *tab, double most,
	    struct print *print)
{
	static const struct style block = {
		.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
	bool said;
	int last;

	write_message(work, tab, block, most, &said);
	page_row(tab->page, tab->top - 1, 9);
	page_row(tab->page, tab->top, 27);
	last = write_table(work, tab, print);
	print->last_row = tab->last + table_has_totals(tab->table);
	print->last_column =
		last > print->last_column ? last : print->last_column;
}

void
tab_write(struct work *work, struct tab *tab)
{
	const struct table *table = tab->table;
	struct print print = work_print(work, table->title);
	struct tab *below = tab_below(work, tab);
	uint32_t bottom, end = HEADER_ROW, charts = 0;
	int last = 9;
	double title, most;
	bool said;
	const char *intro;

	page_rows(tab->page, 18);
	title = write_title(work, tab, &intro);
	if (table->rows) {
		last = write_table(work, tab, &print);
		/* totals, or the key of a Gantt chart */
		bottom = tab->last +
			 (table_has_totals(table) || table->options & GANTT);
		end = charts_write(work, tab, bottom, last);
		if (end > bottom)
			charts = bottom + 2;
		/* of two tables, neither header is for all that is below */
		page_freeze(tab->page, tab->first - (below ? 1 : 0), 1);
	}
	most = page_paper_most(tab->page, &print) - USUAL_COLUMN;
	if (title > most)
		write_message(work, tab, title_style, most, &said);
	print.header = HEADER_ROW;
	print.repeat = table->rows && !below;
	print.last_row = end;
	print.last_column = paper_reach(tab->page, last, fmin(title, most));
	write_intro(work, tab, intro, print.last_column);
	if (table->rows)
		print_own(tab, &print);
	if (below)
		write_below(work, below, most, &print);
	paper_print(tab->page, &print, charts);
}
