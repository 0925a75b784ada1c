/* work.c - the workbook of one plan while it is made; expressions as formulas,
 * in cells with what they result in */
#include "work.h"

#include <assert.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "ces/utf8.h"

/* no reader takes longer texts in a formula */
enum { TEXT_MOST = 255, ID_MOST = 200 };

/* --- tables and texts of the plan ---------------------------------------- */

double
tab_value(const struct tab *tab, size_t row, size_t column)
{
	const struct cell *cell = table_cell(tab->table, row, column);
	enum column_kind kind = tab->table->columns[column].kind;
	double serial;

	if (cell->date.year)
		return date_serial(cell->date, &serial) ? serial : NAN;
	if (kind == COLUMN_PERCENT || kind == COLUMN_CHANGE)
		return cell->number / 100;
	return cell->number;
}

int
tab_scale(const struct tab *tab, size_t column)
{
	const struct column *about = &tab->table->columns[column];

	return about->large[0] ? tab->scales[about->kind == COLUMN_MONEY] : 0;
}

/* the least that isn't 0 */
static double
least_of(const struct table *table, size_t j)
{
	double least = INFINITY;

	for (size_t i = 0; i < table->rows; i++) {
		double number = fabs(table_cell(table, i, j)->number);

		if (number > 0)
			least = fmin(least, number);
	}
	return least;
}

const char *
tab_scale_format(const struct work *work, const struct tab *tab, size_t j)
{
	return scale_format(work->book, tab_scale(tab, j),
			    least_of(tab->table, j));
}

const char *
tab_text(const struct tab *tab, size_t row, const char *key)
{
	const char *text = table_at(tab->table, row, key)->text;

	return text ? text : "";
}

double
tab_number(const struct tab *tab, size_t row, const char *key)
{
	int column = table_column(tab->table, key);

	assert(column >= 0);
	return tab_value(tab, row, (size_t)column);
}

/* --- pieces of formulas -------------------------------------------------- */

static void
add_letters(struct buf *buf, int column)
{
	if (column >= 26)
		add_letters(buf, column / 26 - 1);
	buf_putc(buf, (char)('A' + column % 26));
}

/* formulas have numbers by the ten thousands: printf would be half of the work
 */
static void
add_whole(struct buf *buf, uint32_t number)
{
	char digits[10];
	size_t n = sizeof(digits);

	do
		digits[--n] = (char)('0' + number % 10);
	while (number /= 10);
	buf_add(buf, digits + n, sizeof(digits) - n);
}

static void
add_number(struct buf *buf, double number)
{
	uint32_t whole =
		number >= 0 && number <= UINT32_MAX ? (uint32_t)number : 0;

	if (whole == number)
		add_whole(buf, whole);
	else
		buf_printf(buf, "%.15G", number);
}

static void
add_cell(struct buf *buf, uint32_t row, int column, unsigned anchor)
{
	if (anchor & ANCHOR_COLUMN)
		buf_putc(buf, '$');
	add_letters(buf, column);
	if (anchor & ANCHOR_ROW)
		buf_putc(buf, '$');
	add_whole(buf, row + 1);
}

const char *
cell_name(struct arena *arena, uint32_t row, int column, unsigned anchor)
{
	struct buf name = {0};

	add_cell(&name, row, column, anchor);
	return arena_take(arena, &name);
}

void
formula_column(struct buf *buf, const struct page *page, uint32_t first,
	       uint32_t last, int column)
{
	page_ref(buf, page);
	add_cell(buf, first, column, ANCHOR_ROW | ANCHOR_COLUMN);
	buf_putc(buf, ':');
	add_cell(buf, last, column, ANCHOR_ROW | ANCHOR_COLUMN);
}

/* Ids hold no quotes and no wildcards: the format sees to it, and so do we. */
bool
formula_can(const struct tab *tab, size_t row)
{
	const char *id = tab->id_column >= 0 ? tab->table->ids[row] : NULL;

	/* the header of the ids is in their range */
	return id && *id && strlen(id) < ID_MOST && !strpbrk(id, "\"*?~") &&
	       strcasecmp(id, "id") != 0;
}

/* --- expressions --------------------------------------------------------- */

struct expr_scope
work_scope(const struct work *work, const struct table *table)
{
	return (struct expr_scope){.arena = work->arena,
				   .tables = work->tables,
				   .review = work->review,
				   .table = table,
				   .row = NO_ROW};
}

static const struct tab *
tab_of(const struct work *work, const struct table *table)
{
	return &work->tabs[table - work->tables->items];
}

/* arguments of an operator that binds more loosely stand in parentheses */
static void
print_argument(struct buf *buf, const struct work *work,
	       const struct expr *expr, size_t i, size_t row)
{
	int level = expr_level(expr), inner = expr_level(expr->args[i]);
	bool group = inner < level ||
		     (inner == level && i > 0 && strchr("-/", *expr->text));

	if (group)
		buf_putc(buf, '(');
	formula_print(buf, work, expr->args[i], row);
	if (group)
		buf_putc(buf, ')');
}

/* from the header to the row behind the last, which has the sums where there
 * are some: so rows that come at either end are in it */
static void
add_range(struct buf *buf, const struct tab *tab, int column)
{
	formula_column(buf, tab->page, tab->first - 1, tab->last + 1, column);
}

static void
add_foot(struct buf *buf, const struct tab *tab, int column)
{
	page_ref(buf, tab->page);
	add_cell(buf, tab->last + 1, column, ANCHOR_ROW | ANCHOR_COLUMN);
}

/* columns of the page of figures */
enum { FIGURE_NAME, FIGURE, BLANK_CELL, FOUND_ID, FOUND_ROW, SHOWN_TEXT };

static void
add_figure(struct buf *buf, const struct work *work, uint32_t row, int column)
{
	page_ref(buf, work->figures);
	add_cell(buf, row, column, ANCHOR_ROW | ANCHOR_COLUMN);
}

/* Looks the row of an id up when it is first asked for. */
static void
write_found(const struct work *work, const struct tab *tab, size_t row,
	    uint32_t at)
{
	static const struct style style = {.color = SECOND};
	struct lxw_format *format = book_style(work->book, &style);
	struct buf formula = {0};

	cell_text(work->figures, at, FOUND_ID, tab->table->ids[row], format,
		  NULL);
	buf_puts(&formula, "=IFERROR(MATCH(");
	add_cell(&formula, at, FOUND_ID, 0);
	buf_putc(&formula, ',');
	add_range(&formula, tab, tab->id_column);
	buf_puts(&formula, ",0),0)");
	/* the header is the first of them */
	cell_formula(work->figures, at, FOUND_ROW, formula.p,
		     (double)table_find_row(tab->table, tab->table->ids[row]) +
			     2,
		     format);
	buf_free(&formula);
}

static void
print_found(struct buf *buf, const struct work *work, const struct expr *expr)
{
	const struct tab *tab = tab_of(work, expr->table);
	uint32_t **rows = &work->finds->rows[expr->table->id];

	if (!*rows)
		*rows = arena_alloc(work->arena,
				    expr->table->rows * sizeof(**rows));
	if (!(*rows)[expr->row]) {
		(*rows)[expr->row] = ++work->finds->found;
		write_found(work, tab, expr->row, work->finds->found - 1);
	}
	add_figure(buf, work, (*rows)[expr->row] - 1, FOUND_ROW);
}

const struct expr *
work_text(const struct work *work, const char *text)
{
	static const struct style style = {.color = SECOND};
	uint32_t row = work->finds->texts++;
	struct buf place = {0};

	cell_text(work->figures, row, SHOWN_TEXT, text,
		  book_style(work->book, &style), NULL);
	add_figure(&place, work, row, SHOWN_TEXT);
	return expr_place(work->arena, arena_take(work->arena, &place),
			  expr_text(work->arena, text));
}

/* IF(found,INDEX(column,found),blank); an id stands for itself */
static void
print_lookup(struct buf *buf, const struct work *work, const struct expr *expr)
{
	const struct tab *tab = tab_of(work, expr->table);

	if (expr->column == expr->table->column_count) {
		text_quote(buf, expr->table->ids[expr->row], '\"');
		return;
	}
	buf_puts(buf, "IF(");
	print_found(buf, work, expr);
	buf_puts(buf, ",INDEX(");
	add_range(buf, tab, (int)expr->column);
	buf_putc(buf, ',');
	print_found(buf, work, expr);
	buf_puts(buf, "),");
	add_figure(buf, work, 0, BLANK_CELL);
	buf_putc(buf, ')');
}

/* the column that a call sums, or NULL */
static const struct expr *
summed_column(const struct expr *call)
{
	const struct expr *column =
		!strcmp(call->text, "SUMIF") ? call->args[2] : call->args[0];

	return !strncmp(call->text, "SUM", 3) && column->kind == EXPR_COLUMN
		       ? column
		       : NULL;
}

/* actions[[#This Row],[Due]]: a quote keeps characters from ending the name */
static void
add_column_name(struct buf *buf, const struct tab *tab, size_t column)
{
	buf_printf(buf, "%s[[#This Row],[", tab->table->key);
	for (const char *p = tab->heads[column].header; *p; p++) {
		if (strchr("[]#'", *p))
			buf_putc(buf, '\'');
		buf_putc(buf, *p);
	}
	buf_puts(buf, "]]");
}

/* The row behind the last counts where it meets the criterion as well. */
static void
print_by_row(struct buf *buf, const struct work *work, const struct expr *call)
{
	buf_putc(buf, '-');
	buf_puts(buf, call->text);
	buf_putc(buf, '(');
	for (size_t i = 0; i < call->n; i++) {
		const struct expr *arg = call->args[i];
		const struct tab *tab =
			arg->table ? tab_of(work, arg->table) : NULL;

		buf_puts(buf, i ? "," : "");
		if (arg->kind == EXPR_COLUMN)
			add_foot(buf, tab, (int)arg->column);
		else
			formula_print(buf, work, arg, NO_ROW);
	}
	buf_puts(buf, "))");
}

/* Takes off again what the header and the row behind the last add. */
static void
print_call(struct buf *buf, const struct work *work, const struct expr *call,
	   size_t row)
{
	struct expr_scope scope = work_scope(work, NULL);
	size_t of = row == NO_ROW ? 0 : row;
	double head = expr_edge(&scope, call, of, EDGE_HEAD);
	double foot = expr_edge(&scope, call, of, EDGE_FOOT);
	const struct expr *sum = foot > 0 ? summed_column(call) : NULL;
	bool by_row = call_goes_by_row(call), off = by_row || head + foot > 0;

	buf_puts(buf, off ? "(" : "");
	buf_puts(buf, call->text);
	buf_putc(buf, '(');
	for (size_t i = 0; i < call->n; i++) {
		if (i)
			buf_putc(buf, ',');
		formula_print(buf, work, call->args[i], row);
	}
	buf_putc(buf, ')');
	if (by_row) {
		print_by_row(buf, work, call);
		return;
	}
	if (sum) {
		buf_putc(buf, '-');
		add_foot(buf, tab_of(work, sum->table), (int)sum->column);
	} else if (off) {
		buf_printf(buf, "-%.0f", head + foot);
	}
	buf_puts(buf, off ? ")" : "");
}

/* in parts of which each is no longer than a formula takes, as ("a"&"b") */
static void
print_text(struct buf *buf, const char *text)
{
	size_t n = strlen(text);
	bool parts = utf8_utf16_units(text, n) > TEXT_MOST;
	struct buf part = {0};

	buf_puts(buf, parts ? "(" : "");
	do {
		buf_clear(&part);
		clean_cut(&part, text, TEXT_MOST);
		text_quote(buf, buf_text(&part), '\"');
		text += part.n;
		buf_puts(buf, *text ? "&" : "");
	} while (*text);
	buf_puts(buf, parts ? ")" : "");
	buf_free(&part);
}

void
formula_print(struct buf *buf, const struct work *work, const struct expr *expr,
	      size_t row)
{
	const struct tab *tab = expr->table ? tab_of(work, expr->table) : NULL;

	switch (expr->kind) {
	case EXPR_NUMBER:
		add_number(buf, expr->number);
		break;
	case EXPR_TEXT:
		print_text(buf, expr->text);
		break;
	case EXPR_AS_OF:
		buf_puts(buf, "as_of");
		break;
	case EXPR_PLACE:
		buf_puts(buf, expr->text);
		break;
	case EXPR_CELL:
		if (row == NO_ROW)
			add_column_name(buf, tab, expr->column);
		else
			add_cell(buf, tab->first + (uint32_t)row,
				 (int)expr->column, 0);
		break;
	case EXPR_COLUMN:
		add_range(buf, tab, (int)expr->column);
		break;
	case EXPR_LOOKUP:
		print_lookup(buf, work, expr);
		break;
	case EXPR_FOUND:
		print_found(buf, work, expr);
		break;
	case EXPR_FIGURE:
		add_figure(buf, work, (uint32_t)expr->number, FIGURE);
		break;
	case EXPR_OPERATOR:
		print_argument(buf, work, expr, 0, row);
		buf_puts(buf, expr->text);
		print_argument(buf, work, expr, 1, row);
		break;
	case EXPR_CALL:
		print_call(buf, work, expr, row);
		break;
	}
}

/* can every row be found by its id that the expression asks for */
static bool
is_found(const struct work *work, const struct expr *expr)
{
	if ((expr->kind == EXPR_LOOKUP || expr->kind == EXPR_FOUND) &&
	    !formula_can(tab_of(work, expr->table), expr->row))
		return false;
	for (size_t i = 0; i < expr->n; i++)
		if (!is_found(work, expr->args[i]))
			return false;
	return true;
}

void
cell_expr(const struct work *work, struct page *page, uint32_t row, int column,
	  const struct expr *expr, size_t item, struct lxw_format *format)
{
	struct expr_scope scope = work_scope(work, NULL);
	struct value value = expr_value(&scope, expr, item);
	bool number = value.kind == VALUE_NUMBER;
	const char *text = value_text(&scope, value);
	struct buf formula = {0};

	buf_putc(&formula, '=');
	if (is_found(work, expr))
		formula_print(&formula, work, expr, item);
	/* without a formula that readers take, the result stands alone */
	if (formula.n == 1 || !formula_fits(formula.p)) {
		if (number)
			cell_number(page, row, column, value.number, format);
		else
			cell_text(page, row, column, text, format, NULL);
	} else if (number) {
		(expr_is_array(expr) ? cell_array : cell_formula)(
			page, row, column, formula.p, value.number, format);
	} else {
		cell_formula_text(page, row, column, formula.p, text, format);
	}
	buf_free(&formula);
}

void
figures_write(struct work *work)
{
	const struct style style = {.number = "0.######"};
	struct lxw_format *format = book_style(work->book, &style);
	struct expr_scope scope = work_scope(work, NULL);

	for (size_t i = 0; i < figures_count(); i++) {
		cell_text(work->figures, (uint32_t)i, FIGURE_NAME,
			  figure_name(i), format, NULL);
		cell_expr(work, work->figures, (uint32_t)i, FIGURE,
			  figure_expr(&scope, i), 0, format);
	}
	page_column(work->figures, 0, 0, 30, false);
	page_hide(work->figures);
}
