/* column.c - columns of a sheet: formats, headers, marks, permitted entries */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/number.h"
#include "sheet.h"
#include "xlsx/book/book.h"

const struct cell_kind cell_kinds[] = {
	[COLUMN_TEXT] = {"@", ALIGN_LEFT, 8, ENTRY_ANY, NULL},
	[COLUMN_WORD] = {"@", ALIGN_LEFT, 10, ENTRY_ANY, NULL},
	[COLUMN_COUNT] = {"#,##0", ALIGN_RIGHT, 9, ENTRY_COUNT,
			  N_("Please enter a whole number, 0 or more.")},
	[COLUMN_NUMBER] = {"#,##0", ALIGN_RIGHT, 9, ENTRY_NUMBER,
			   N_("Please enter a number.")},
	[COLUMN_MONEY] = {"[>=100]#,##0;[<=-100]−#,##0;#,##0.00", ALIGN_RIGHT,
			  10, ENTRY_NUMBER, N_("Please enter a number.")},
	[COLUMN_PERCENT] = {"0.0%", ALIGN_RIGHT, 9, ENTRY_SHARE,
			    N_("Please enter a percentage from 0% to 100%.")},
	[COLUMN_CHANGE] = {"+0%;−0%;0%", ALIGN_RIGHT, 9, ENTRY_CHANGE,
			   N_("Please enter a change in percent, −100% or "
			      "more.")},
	[COLUMN_DATE] = {NULL, ALIGN_RIGHT, 13, ENTRY_DATE,
			 N_("Please enter a date: day, month and year.")},
	[COLUMN_STATUS] = {"@", ALIGN_LEFT, 15, ENTRY_ANY, NULL},
};

static const char whole_money[] = "#,##0";
/* of a header, with room for what makes it unique */
enum { HEADER_MOST = 240 };

/* --- thousands and millions ---------------------------------------------- */

/* more digits than these are hard to read below each other */
static const double scale_limit = 1e7;

void
scales_choose(struct tab *tab, const double *sums)
{
	const struct table *table = tab->table;
	double most[2] = {0};

	for (size_t j = 0; j < table->column_count; j++) {
		const struct column *column = &table->columns[j];
		double *of = &most[column->kind == COLUMN_MONEY];

		if (!column->large[0])
			continue;
		if (table_column_summed(table, j))
			*of = fmax(*of, fabs(sums[j]));
		for (size_t i = 0; i < table->rows; i++)
			*of = fmax(*of, fabs(table_cell(table, i, j)->number));
	}
	for (int i = 0; i < 2; i++)
		tab->scales[i] = scale_of(most[i], scale_limit);
}

/* --- texts and formats --------------------------------------------------- */

const char *
column_text(const struct work *work, const struct column *column,
	    const char *text)
{
	return column->capital || column->kind == COLUMN_WORD
		       ? text_capital(work->arena, text)
		       : text;
}

/* a column whose cells hold text alone */
static bool
is_text(const struct column *column)
{
	return column->kind == COLUMN_TEXT || column->kind == COLUMN_WORD ||
	       column->kind == COLUMN_STATUS;
}

/* money without decimals */
static bool
is_whole_money(const struct table *table, size_t column)
{
	if (table->columns[column].kind != COLUMN_MONEY)
		return false;
	for (size_t i = 0; i < table->rows; i++) {
		double number = table_cell(table, i, column)->number;

		if (isfinite(number) && number != floor(number))
			return false;
	}
	return true;
}

/* With conditions on large numbers, readers write the minus of small ones. */
static bool
has_small_loss(const struct table *table, size_t column)
{
	for (size_t i = 0; i < table->rows; i++) {
		double number = table_cell(table, i, column)->number;

		if (number < 0 && number > -1000)
			return true;
	}
	return false;
}

struct looks
looks_make(struct work *work, const struct tab *tab, size_t j)
{
	const struct column *column = &tab->table->columns[j];
	struct style style = {.number = cell_kinds[column->kind].format,
			      .align = cell_kinds[column->kind].align,
			      .line = HAIR,
			      .fill = column->edit ? EDIT : NO_COLOR,
			      .open = column->edit,
			      .wrap = column->kind == COLUMN_TEXT,
			      .indent = is_text(column) && j > 0};
	bool loss = has_small_loss(tab->table, j);
	struct looks looks = {0};

	if (column->kind == COLUMN_PERCENT && column->edit)
		style.number = "0%"; /* nobody knows it finer */
	if (tab_scale(tab, j))
		style.number = tab_scale_format(work, tab, j);
	else if (is_whole_money(tab->table, j))
		style.number = whole_money;
	else if (column->kind == COLUMN_MONEY && loss)
		style.number = "#,##0.00";
	if (column->kind == COLUMN_DATE) {
		style.number = book_date_format(work->book, DAY_YEAR);
		style.indent = 1;
	}
	looks.plain = book_style(work->book, &style);
	looks.tenths = looks.fine = looks.open = looks.plain;
	if (column->kind == COLUMN_NUMBER) {
		style.number = loss ? "#,##0.0#"
				    : "[>=1000]#,##0;[<=-1000]−#,##0;0.0#";
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

/* --- headers and totals -------------------------------------------------- */

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

static const char *
header_text(struct arena *arena, const struct tab *tab, size_t j)
{
	struct buf header = {0}, clean = {0}, cut = {0};
	struct column column = tab->table->columns[j];
	int scale = tab_scale(tab, j);

	if (scale)
		column.unit = column.large[scale - 1];
	column_header(&header, tab->table->language, &column);
	clean_shorten(&cut, clean_line(&clean, buf_text(&header)), HEADER_MOST,
		      SIZE_MAX);
	buf_free(&header);
	buf_free(&clean);
	return arena_take(arena, &cut);
}

/* the formula of a row that somebody adds */
static const char *
formula_new(struct work *work, const struct tab *tab, size_t j)
{
	struct expr_scope scope = work_scope(work, tab->table);
	struct buf formula = {0};

	/* the library takes the sign for a place in the row */
	if (!tab->table->columns[j].live || strchr(tab->heads[j].header, '@'))
		return NULL;
	buf_putc(&formula, '=');
	formula_print(&formula, work,
		      expr_parse(&scope, tab->table->columns[j].live), NO_ROW);
	return arena_take(work->arena, &formula);
}

struct table_column *
heads_make(struct work *work, struct tab *tab, const double *sums)
{
	const struct table *table = tab->table;
	struct table_column *heads = arena_alloc(
		work->arena, (table->column_count + 1) * sizeof(*heads));
	struct style head = {.fill = TINT,
			     .line = ACCENT,
			     .bold = 1,
			     .size = 90,
			     .wrap = 1,
			     .bottom = 1};
	struct style total = {.bold = 1, .line = RULE};
	size_t j;

	for (j = 0; j < table->column_count; j++) {
		const struct column *column = &table->columns[j];

		head.align = total.align = cell_kinds[column->kind].align;
		head.indent = column->kind == COLUMN_DATE ||
			      (is_text(column) && j > 0);
		total.number =
			tab_scale(tab, j)
				? scale_format(work->book, tab_scale(tab, j),
					       INFINITY)
			: is_whole_money(table, j)
				? whole_money
				: cell_kinds[column->kind].format;
		heads[j].header = header_text(work->arena, tab, j);
		heads[j].header_format = book_style(work->book, &head);
		heads[j].total = table_column_summed(table, j);
		heads[j].sum = sums[j];
		heads[j].total_format = book_style(work->book, &total);
	}
	head.align = ALIGN_LEFT;
	head.indent = 0;
	head.number = tab->shared ? ";;;" : NULL;
	heads[j].header = "id";
	heads[j].header_format = book_style(work->book, &head);
	heads[j].total_format = heads[0].total_format;
	make_unique(heads, j + 1, work->arena);
	tab->heads = heads;
	for (j = 0; j < table->column_count; j++)
		heads[j].formula = formula_new(work, tab, j);
	return heads;
}

/* --- room for new rows --------------------------------------------------- */

enum { ROOM_ROWS = 6, ROOM_HEIGHT = 19 };

uint32_t
room_rows(const struct table *table)
{
	return table->rows && table->options & ROOM ? ROOM_ROWS : 0;
}

void
room_write(struct work *work, const struct tab *tab, const struct looks *looks,
	   struct lxw_format *id)
{
	const struct table *table = tab->table;
	struct expr_scope scope = work_scope(work, table);
	uint32_t first = tab->first + (uint32_t)table->rows;

	for (uint32_t row = first; row <= tab->last; row++) {
		size_t i = row - tab->first;

		for (size_t j = 0; j < table->column_count; j++) {
			const char *live = table->columns[j].live;

			if (live)
				cell_expr(work, tab->page, row, (int)j,
					  expr_parse(&scope, live), i,
					  looks[j].open);
			else
				cell_blank(tab->page, row, (int)j,
					   looks[j].plain);
		}
		if (table->new_id)
			cell_expr(work, tab->page, row, tab->id_column,
				  expr_parse(&scope, table->new_id), i, id);
	}
	if (first <= tab->last)
		page_fold_rows(tab->page, first, tab->last, ROOM_HEIGHT);
}

/* --- marks and entries --------------------------------------------------- */

/* the share that fills a cell with its bar */
static double
bars_most(const struct tab *tab, size_t column)
{
	if (tab->table->columns[column].bars == BARS_WHOLE)
		return 1;
	for (size_t i = 0; i < tab->table->rows; i++)
		if (tab_value(tab, i, column) > 0.5)
			return 1;
	return 0.5;
}

/* Restricts the entries of a column, and explains them. */
static void
set_entries(struct work *work, const struct tab *tab, struct area area,
	    const struct column *column, const char *header)
{
	const char *error = cell_kinds[column->kind].error;
	struct entry entry = {
		.kind = cell_kinds[column->kind].entry,
		.title = header,
		.message = column->hint
				   ? language_text(work->language, column->hint)
			   : column->list >= 0
				   ? language_text(work->language,
						   "Choose from the "
						   "list.")
				   : language_text(work->language,
						   "To be filled in or "
						   "changed here.")};

	if (column->list >= 0) {
		entry.kind = ENTRY_LIST;
		entry.range = list_name(work, column->list);
		error = N_("Please choose one of the words of the list.");
	} else if (column->people && work->review->plan->people.n) {
		entry.kind = ENTRY_NAMES;
		entry.range = LIST_PEOPLE;
		error = N_("The plan has no person of that name. Keep it all "
			   "the same?");
	}
	if (error)
		entry.error = language_text(work->language, error);
	page_entry(tab->page, area, &entry);
}

/* Explains a header's term, and whether its cells are to be edited: by an input
 * message, as notes would be three more parts a sheet. */
static void
explain_header(const struct work *work, const struct tab *tab, int j,
	       const char *header)
{
	const struct column *column = &tab->table->columns[j];
	const char *note = column->note ? column->note : "";
	const char *edit = column->edit
				   ? N_("The cells below are to be changed in "
					"the meeting.")
				   : "";
	const struct entry entry = {
		.title = header,
		.message = work_join(work, language_text(work->language, note),
				     language_text(work->language, edit))};

	if (*entry.message)
		page_entry(tab->page,
			   (struct area){tab->first - 1, tab->first - 1, j, j},
			   &entry);
}

void
column_rules(struct work *work, const struct tab *tab, int j,
	     const char *header)
{
	const struct column *column = &tab->table->columns[j];
	const struct area area = {tab->first, tab->last, j, j};

	if (column->kind == COLUMN_STATUS)
		page_status(tab->page, area, column->calm);
	if (column->bars != BARS_NONE && column->bars != BARS_PAGE)
		page_bars(tab->page, area, 0, bars_most(tab, (size_t)j), false);
	if (column->score)
		page_bars(tab->page, area, -5, 5, false);
	if (column->bold)
		page_bold(tab->page, area, column->bold);
	if (column->edit)
		set_entries(work, tab, area, column, header);
	explain_header(work, tab, j, header);
}

void
edit_band(struct work *work, const struct tab *tab)
{
	const struct style style = {.fill = EDIT,
				    .color = SECOND,
				    .size = 90,
				    .align = ALIGN_ACROSS};
	struct lxw_format *format = book_style(work->book, &style);
	const struct table *table = tab->table;

	for (size_t j = 1; j < table->column_count; j++) {
		if (!table->columns[j].edit)
			continue;
		if (table->columns[j - 1].edit)
			cell_blank(tab->page, tab->first - 2, (int)j, format);
		else
			cell_text(tab->page, tab->first - 2, (int)j,
				  j + 1 < table->column_count &&
						  table->columns[j + 1].edit
					  ? language_text(work->language,
							  "To be edited here")
					  : language_text(work->language,
							  "Edit here"),
				  format, NULL);
	}
}
