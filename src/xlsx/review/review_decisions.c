/* review_decisions.c - the first page: what leaders are asked to decide */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "say.h"

static const struct style bold_style = {.line = HAIR, .bold = 1};
static const struct style number_style = {.line = HAIR, .number = "#,##0"};
static const struct style note_style = {
	.line = HAIR, .color = SECOND, .indent = 1, .align = ALIGN_LEFT};

/* pixels of the columns that texts run over */
enum { STATEMENT_WIDTH = 346, ASKED_WIDTH = 148, ANSWER_WIDTH = 228 };

/* The day by which it is to be decided; once it is, how. */
static void
due_cell(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	const struct style style = {
		.line = HAIR,
		.align = ALIGN_RIGHT,
		.indent = 1,
		.number = book_date_format(front->work->book, true)};
	struct lxw_format *format = book_style(front->work->book, &style);
	double due = tab_number(tab, i, "due");
	struct buf formula = {0}, state = {0};

	if (!formula_can(tab, i) || !formula_day(tab, i, "due")) {
		cell_date(front->page, row, COL_F,
			  table_cell(tab->table, i,
				     (size_t)table_column(tab->table, "due"))
				  ->date,
			  format);
		return;
	}
	formula_lookup(&state, tab, "state", i);
	buf_printf(&formula,
		   "=IF(AND(LEFT(%s,1)<>\"%s\",LEFT(%s,1)<>\"%s\"),%s,",
		   state.p, symbol_mark(SYMBOL_asked), state.p,
		   symbol_mark(SYMBOL_bad), state.p);
	if (isfinite(due))
		formula_lookup(&formula, tab, "due", i);
	else
		buf_puts(&formula, "\"\"");
	buf_putc(&formula, ')');
	if (isfinite(due))
		cell_formula(front->page, row, COL_F, formula.p, due, format);
	else
		cell_formula_text(front->page, row, COL_F, formula.p, "",
				  format);
	buf_free(&formula);
	buf_free(&state);
}

/* money in thousands or millions where it would not fit the column */
static double
amount_scale(const struct tab *tab)
{
	double most = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		if (decision_is_open(tab, i))
			most = fmax(most, tab_number(tab, i, "amount"));
	if (most < 1e6)
		return 1;
	return most < 1e9 ? 1e3 : 1e6;
}

static void
decision_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	front_line(front, row, COL_B, COL_J);
	front_text(front, row, COL_B, tab_text(tab, i, "statement"),
		   STATEMENT_WIDTH, &bold_style);
	front_number(front, row, COL_E, tab, "amount", i, amount_scale(tab),
		     &number_style);
	due_cell(front, tab, row, i);
	front_text(front, row, COL_G, tab_text(tab, i, "asked_of"), ASKED_WIDTH,
		   &note_style);
	front_text(front, row, COL_I,
		   *tab_text(tab, i, "answers") ? tab_text(tab, i, "answers")
						: tab_text(tab, i, "about"),
		   ANSWER_WIDTH, &note_style);
}

/* --- the title ----------------------------------------------------------- */

static void
write_title(struct front *front, const struct tab *tab)
{
	const struct marks *marks = &front->marks;
	double now = 0;
	struct buf formula = {0}, text = {0};
	const struct figure *first = &marks->first_due;
	const struct piece pieces[] = {
		say_count(front, "n", &marks->open),
		say_money(front, "amount", &marks->amount),
		say_day(front, "day", first),
	};
	const struct variant what[] = {
		{say_when(front, &marks->open, "=0"), marks->open.value == 0,
		 gettext("Decisions: none is open")},
		{say_when(front, &marks->amount, "=0"),
		 marks->amount.value == 0, gettext("Decisions asked: {n}")},
		{NULL, true, gettext("Decisions asked: {amount}")},
	};

	date_serial(front->work->review->view->as_of, &now);
	const struct variant when[] = {
		{say_when(front, first, ">=1000000"), first->value >= 1000000,
		 ""},
		{say_when(front, first, "<as_of"), first->value < now,
		 gettext(", the first was due on {day}")},
		{say_when(front, &marks->open, "=1"), marks->open.value == 1,
		 gettext(", by {day}")},
		{NULL, true, gettext(", the first by {day}")},
	};

	say_either(&formula, &text, what, 3, pieces, 3);
	say_either(&formula, &text, when, 4, pieces, 3);
	say_title(front, ROW_DECISIONS, COL_B, tab, &formula, &text);
}

/* --- the block ----------------------------------------------------------- */

static void
write_heads(struct front *front, double scale, size_t n, size_t all)
{
	const char *unit = scale > 1e3 ? "m" : scale > 1 ? "k" : "";
	const struct head heads[] = {
		{COL_B, N_("Decision"), 0, false},
		{COL_E,
		 arena_format(front->work->arena, "%s %s%s", gettext("Amount"),
			      front_currency(front), unit),
		 ALIGN_RIGHT, false},
		{COL_F, N_("Decide by"), ALIGN_RIGHT, true},
		{COL_G, N_("Asked of"), ALIGN_LEFT, false},
		{COL_I, N_("What it answers"), ALIGN_LEFT, false}};

	front_heads(front, ROW_DECISIONS + 1, COL_J, heads,
		    sizeof(heads) / sizeof(*heads), n, all);
}

/* what is late, and what was decided since */
static void
mark_rows(struct front *front, uint32_t row, size_t n)
{
	const struct area area = {row, row + (uint32_t)n - 1, COL_F, COL_F};
	struct buf formula = {0}, cell = {0};

	formula_cell(&cell, row, COL_F);
	buf_printf(&formula, "=AND(ISNUMBER(%s),%s<as_of)", cell.p, cell.p);
	page_when(front->page, area, formula.p, SYMBOL_bad);
	page_status(front->page, area);
	buf_free(&formula);
	buf_free(&cell);
}

void
front_decisions(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_decisions);
	uint32_t row = ROW_DECISIONS + 2;
	size_t all = 0, n = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		if (decision_is_open(tab, i) && ++all <= MOST_DECISIONS)
			decision_row(front, tab, row + (uint32_t)n++, i);
	if (!all) {
		front_title(front, ROW_DECISIONS, COL_B, tab,
			    gettext("Decisions asked"), NULL, 0);
		say_empty(front, ROW_DECISIONS + 1, COL_B, COL_J,
			  tab->table->rows
				  ? gettext("Every decision is made.")
				  : gettext("No decision is asked yet. What do "
					    "you need from the sponsor to go "
					    "on?"),
			  "decisions", 0);
		return;
	}
	write_title(front, tab);
	write_heads(front, amount_scale(tab), n, all);
	mark_rows(front, row, n);
}
