/* sheet.c - a page that holds one table: what all of them have in common */
#include "sheet.h"

#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/utf8.h"
#include "sheet_parts.h"
#include "xlsx/book/paper.h"
#include "xlsx/book/rules.h"
#include "xlsx/chart/layout.h"
#include "xlsx/expr/formula.h"

enum { HEADER_ROW = 3, FIRST_ROW, LINK_WIDEST = 30 };
/* characters; wider is too small to read on paper */
enum { PRINT_WIDEST = 230 };

/* the styles of one column, made once */
struct looks {
	struct lxw_format *plain; /* numbers: whole ones */
	struct lxw_format *tenths, *fine;
	struct lxw_format *open; /* numbers that may get decimals by an edit */
	struct lxw_format *quoted; /* text that begins like a formula */
	struct lxw_format *link;
};

/* widths and sums of the columns, gathered while their cells are written */
struct writing {
	struct work *work;
	struct tab *tab;
	struct looks *looks;
	struct room room;
	double *sums;
	struct gantt_end printed; /* the printed columns */
	uint32_t end;		  /* the last row that does */
};

static const struct {
	const char *format;
	int align;
} kinds[] = {
	[COLUMN_TEXT] = {"@", ALIGN_LEFT},
	[COLUMN_WORD] = {"@", ALIGN_LEFT},
	[COLUMN_COUNT] = {"#,##0", ALIGN_RIGHT},
	[COLUMN_NUMBER] = {"#,##0", ALIGN_RIGHT},
	[COLUMN_MONEY] = {"[>=100]#,##0;[<=-100]-#,##0;#,##0.00", ALIGN_RIGHT},
	[COLUMN_PERCENT] = {"0.0%", ALIGN_RIGHT},
	[COLUMN_CHANGE] = {"+0%;−0%;0%", ALIGN_RIGHT},
	[COLUMN_DATE] = {NULL, ALIGN_RIGHT},
	[COLUMN_STATUS] = {"@", ALIGN_LEFT},
};

static const char whole_money[] = "#,##0";

/* a column whose cells hold text alone */
static bool
is_text(const struct column *column)
{
	return column->kind == COLUMN_TEXT || column->kind == COLUMN_WORD ||
	       column->kind == COLUMN_STATUS;
}

/* --- styles -------------------------------------------------------------- */

static struct looks
looks_make(struct work *work, const struct tab *tab, size_t j)
{
	const struct column *column = &tab->table->columns[j];
	struct style style = {.number = kinds[column->kind].format,
			      .align = kinds[column->kind].align,
			      .line = HAIR,
			      .fill = column->edit ? EDIT : NO_COLOR,
			      .open = column->edit,
			      .wrap = column->kind == COLUMN_TEXT,
			      .indent = is_text(column) && j > 0};
	struct looks looks = {0};

	if (column->kind == COLUMN_PERCENT && column->edit)
		style.number = "0%"; /* nobody knows it finer */
	if (column->kind == COLUMN_MONEY && column_is_whole(tab->table, j))
		style.number = whole_money;
	if (column->kind == COLUMN_DATE) {
		style.number = book_date_format(work->book, true);
		style.indent = 1;
	}
	looks.plain = book_style(work->book, &style);
	looks.tenths = looks.fine = looks.open = looks.plain;
	if (column->kind == COLUMN_NUMBER) {
		style.number = "[>=1000]#,##0;[<=-1000]-#,##0;0.0#";
		looks.open = book_style(work->book, &style);
		style.number = "#,##0.0";
		looks.tenths = book_style(work->book, &style);
		style.number = "#,##0.00";
		looks.fine = book_style(work->book, &style);
		style.number = "#,##0";
	}
	if (column->score) {
		style.number = "+0;−0;0";
		looks.plain = book_style(work->book, &style);
	}
	style.quoted = 1;
	looks.quoted =
		is_text(column) ? book_style(work->book, &style) : looks.plain;
	style.quoted = 0;
	style.color = ACCENT;
	looks.link = book_style(work->book, &style);
	return looks;
}

static struct lxw_format *
number_look(const struct looks *looks, double number)
{
	if (number == floor(number))
		return looks->plain;
	return fabs(number) < 1 ? looks->fine : looks->tenths;
}

/* --- cells --------------------------------------------------------------- */

/*
 * Where a cell leads to. Only what fits in one line does: some readers don't
 * wrap the text of links.
 */
static const struct tab *
link_of(const struct writing *writing, size_t column, const struct cell *cell,
	struct extent *extent)
{
	int given = writing->tab->table->columns[column].width;

	if (cell->link < 0 || !*cell->text)
		return NULL;
	extent->width = (unsigned)utf8_width(cell->text, strlen(cell->text));
	if (extent->width + 2 > (unsigned)(given ? given : LINK_WIDEST))
		return NULL;
	return work_tab(writing->work, (enum table_id)cell->link);
}

static struct extent
write_text(struct writing *writing, uint32_t row, size_t column,
	   const struct cell *cell)
{
	const struct looks *looks = &writing->looks[column];
	struct page *page = writing->tab->page;
	struct extent extent = {0, 1};
	const struct tab *target = link_of(writing, column, cell, &extent);
	const char *text = cell->text;

	/* a sentence here, where it is part of a line elsewhere */
	if (writing->tab->table->columns[column].capital)
		text = text_capital(writing->work->arena, text);
	if (target) {
		cell_link(page, row, (int)column, target->page, cell->text,
			  looks->link);
	} else {
		cell_text(page, row, (int)column, text,
			  clean_is_risky(text) ? looks->quoted : looks->plain,
			  &extent);
	}
	return extent;
}

/* digits and separators of the whole part */
static unsigned
number_width(double number)
{
	unsigned digits = 1;

	if (!isfinite(number))
		return 4;
	for (number = fabs(number); number >= 10 && digits < 20; digits++)
		number /= 10;
	return digits + (digits - 1) / 3 + 3;
}

static void
write_cell(struct writing *writing, size_t i, size_t column)
{
	struct tab *tab = writing->tab;
	const struct cell *cell = table_cell(tab->table, i, column);
	const struct looks *looks = &writing->looks[column];
	uint32_t row = tab->first + (uint32_t)i;
	const struct expr *formula = table_formula(tab->table, i, column);
	struct extent extent = {0, 1};
	double value;

	if (formula) {
		cell_expr(writing->work, tab->page, row, (int)column, formula,
			  i, looks->open);
		value = tab_value(tab, i, column);
		extent.width =
			cell->text ? (unsigned)utf8_width(cell->text,
							  strlen(cell->text))
				   : number_width(cell->number);
		writing->sums[column] += isfinite(value) ? value : 0;
	} else if (cell->text) {
		extent = write_text(writing, row, column, cell);
	} else if (cell->date.year) {
		cell_date(tab->page, row, (int)column, cell->date,
			  looks->plain);
	} else if (!isfinite(cell->number)) {
		cell_blank(tab->page, row, (int)column, looks->plain);
	} else {
		value = tab_value(tab, i, column);
		cell_number(tab->page, row, (int)column, value,
			    tab->table->columns[column].edit
				    ? looks->open
				    : number_look(looks, value));
		extent.width = number_width(cell->number);
		writing->sums[column] += value;
	}
	writing->room.extents[i * tab->table->column_count + column] = extent;
	if (extent.width > writing->room.widths[column])
		writing->room.widths[column] = extent.width;
}

static void
write_rows(struct writing *writing)
{
	const struct table *table = writing->tab->table;
	struct style style = {.color = SECOND, .line = HAIR};
	struct lxw_format *id = book_style(writing->work->book, &style);

	for (size_t i = 0; i < table->rows; i++) {
		for (size_t j = 0; j < table->column_count; j++)
			write_cell(writing, i, j);
		if (writing->tab->id_column >= 0)
			cell_text(writing->tab->page,
				  writing->tab->first + (uint32_t)i,
				  writing->tab->id_column,
				  table->ids[i] ? table->ids[i] : "", id, NULL);
	}
}

/* --- the table ----------------------------------------------------------- */

/* of a header, with room for what makes it unique */
enum { HEADER_MOST = 240 };

/* Readers tell columns by their headers alone, and ignore their case. */
static void
make_unique(struct table_column *heads, size_t n, struct arena *arena)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = 0; j < i; j++)
			if (!strcasecmp(heads[i].header, heads[j].header)) {
				heads[i].header =
					arena_format(arena, "%s (%zu)",
						     heads[i].header, i + 1);
				j = (size_t)-1;
			}
}

static struct lxw_format *
head_look(struct work *work, int align, bool indent)
{
	struct style style = {.fill = TINT,
			      .line = ACCENT,
			      .bold = 1,
			      .size = 90,
			      .wrap = 1,
			      .align = align,
			      .indent = indent,
			      .bottom = 1};

	return book_style(work->book, &style);
}

static struct lxw_format *
total_look(struct work *work, const struct table *table, size_t j)
{
	const struct column *column = &table->columns[j];
	struct style style = {.bold = 1,
			      .line = RULE,
			      .number = kinds[column->kind].format,
			      .align = kinds[column->kind].align};

	if (column->kind == COLUMN_DATE)
		style.number = NULL;
	if (column->kind == COLUMN_MONEY && column_is_whole(table, j))
		style.number = whole_money;
	return book_style(work->book, &style);
}

static struct table_column *
make_heads(struct writing *writing)
{
	struct work *work = writing->work;
	const struct table *table = writing->tab->table;
	struct table_column *heads = arena_alloc(
		work->arena, (table->column_count + 1) * sizeof(*heads));
	struct buf header = {0}, clean = {0}, cut = {0};
	const char *line;
	size_t j;

	for (j = 0; j < table->column_count; j++) {
		const struct column *column = &table->columns[j];

		buf_clear(&header);
		column_header(&header, column);
		buf_clear(&cut);
		line = clean_line(&clean, buf_text(&header));
		clean_cut(&cut, line, HEADER_MOST);
		buf_puts(&cut, cut.n < strlen(line) ? "…" : "");
		heads[j].header = arena_string(work->arena, buf_text(&cut));
		heads[j].header_format =
			head_look(work, kinds[column->kind].align,
				  column->kind == COLUMN_DATE ||
					  (is_text(column) && j > 0));
		heads[j].total = column_has_total(table, j);
		heads[j].sum = writing->sums[j];
		heads[j].total_format = total_look(work, table, j);
	}
	heads[j].header = "id";
	heads[j].header_format = head_look(work, ALIGN_LEFT, false);
	heads[j].total_format = total_look(work, table, 0);
	make_unique(heads, j + 1, work->arena);
	buf_free(&header);
	buf_free(&clean);
	buf_free(&cut);
	return heads;
}

/* fills, choices and notes of each column */
static void
add_rules(struct work *work, const struct tab *tab,
	  const struct table_column *heads)
{
	for (size_t j = 0; j < tab->table->column_count; j++) {
		const struct column *column = &tab->table->columns[j];
		struct area area = {tab->first, tab->last, (int)j, (int)j};

		if (column->kind == COLUMN_STATUS)
			page_status(tab->page, area);
		column_marks(tab, j);
		if (column->edit)
			edit_column(work, tab, j, heads[j].header);
		edit_header(tab, HEADER_ROW, j, heads[j].header);
	}
}

static void
write_table(struct writing *writing)
{
	struct work *work = writing->work;
	struct tab *tab = writing->tab;
	const struct table *table = tab->table;
	const struct table_column *heads;
	struct area area = {HEADER_ROW, tab->last, 0,
			    (int)table->column_count - 1};

	for (size_t j = 0; j < table->column_count; j++)
		writing->looks[j] = looks_make(work, tab, j);
	write_rows(writing);
	heads = make_heads(writing);
	if (tab->id_column >= 0)
		area.last_column = tab->id_column;
	page_table(tab->page, table->key, area, heads,
		   table_has_totals(table) ? gettext("Total") : NULL);
	add_rules(work, tab, heads);
	edit_band(work, tab, HEADER_ROW - 1);
	writing->printed.column =
		tab_fit(tab, heads, &writing->room, HEADER_ROW, PRINT_WIDEST);
	writing->printed.key = table_has_totals(table);
	writing->printed = gantt_write(work, tab, writing->printed);
	page_freeze(tab->page, FIRST_ROW, 1);
}

/* --- the page ------------------------------------------------------------ */

/* returns how many pixels its lines take */
static double
write_title(struct work *work, const struct tab *tab)
{
	struct style title = {.size = 160, .bold = 1, .color = ACCENT};
	struct style intro = {.color = SECOND};
	struct style back = {.size = 90, .color = ACCENT};
	double pixels = title_write(work, tab, book_style(work->book, &title),
				    book_style(work->book, &intro));

	cell_arrow(tab->page, 2, 0, work->review_page, true, &back);
	if (!page_hidden(work->week) && tab->table->options & WEEK)
		cell_arrow(tab->page, 2, 1, work->week, false, &back);
	page_row(tab->page, 0, 27);
	page_row(tab->page, 1, 18);
	page_row(tab->page, 2, 18);
	return pixels;
}

static void
set_print(struct work *work, const struct tab *tab, uint32_t last_row,
	  int last_column, uint32_t charts)
{
	struct print print = work_print(work, tab->table->title);

	print.header = HEADER_ROW;
	print.repeat = tab->table->rows > 0;
	print.last_row = last_row;
	print.last_column = last_column;
	paper_print(tab->page, &print, charts);
}

void
tab_place(struct tab *tab)
{
	tab->first = FIRST_ROW;
	tab->last = FIRST_ROW + (uint32_t)tab->table->rows - 1;
	tab->id_column = tab->table->ids && tab->table->rows
				 ? (int)tab->table->column_count
				 : -1;
}

/* the table and its charts; returns the row that charts below it begin at */
static uint32_t
write_all(struct writing *writing)
{
	struct arena *arena = writing->work->arena;
	struct tab *tab = writing->tab;
	size_t n = tab->table->column_count;
	uint32_t bottom;
	int last;

	tab->pixels = arena_alloc(arena, n * sizeof(int));
	writing->looks = arena_alloc(arena, n * sizeof(*writing->looks));
	writing->sums = arena_alloc(arena, n * sizeof(*writing->sums));
	room_make(&writing->room, n, tab->table->rows);
	writing->room.wide = writing->work->wide;
	write_table(writing);
	bottom = tab->last + writing->printed.key;
	last = writing->printed.column;
	writing->end = charts_write(writing->work, tab, bottom,
				    &writing->printed.column);
	room_free(&writing->room);
	/* those beside the table reach further */
	return writing->end > bottom && writing->printed.column == last
		       ? bottom + 2
		       : 0;
}

void
tab_write(struct work *work, struct tab *tab)
{
	struct writing writing = {.work = work,
				  .tab = tab,
				  .printed = {9, false},
				  .end = HEADER_ROW};
	uint32_t charts = 0;
	double title;

	page_rows(tab->page, 18);
	title = write_title(work, tab);
	if (tab->table->rows > 0)
		charts = write_all(&writing);
	set_print(work, tab, writing.end,
		  paper_reach(tab->page, writing.printed.column, title),
		  charts);
	if (tab->table->options & LOCKED)
		page_protect(tab->page);
}
