/* gantt.c - when actions are due, as a Gantt chart beside their table */
#include "sheet.h"

#include <libintl.h>
#include <string.h>

#include "ces/message.h"
#include "xlsx/book/rules.h"
#include "xlsx/expr/formula.h"

/*
 * A column is a week, a month or a year. The cells are empty: conditional rules
 * compare the dates of the table's row with the days in the header, so the bars
 * follow edits and sorting, and cost nothing a row.
 */
enum step { WEEKS, MONTHS, YEARS };

enum {
	LEAST = 13,
	MOST = 60, /* columns */
	NARROW = 8,
	WIDE = 360,	   /* pixels: of a week, of all at least */
	FIRST_YEAR = 1901, /* before it workbooks have no days */
	YEARS_BACK = 10,
	ROW_MARK = 1,
	ROW_NAMES,
	ROW_DAYS
};

struct gantt {
	struct work *work;
	const struct tab *tab;
	enum step step;
	struct date first; /* of the first column */
	int n, column;	   /* how many, and which is the first */
	struct date as_of;
};

/* --- the scale ----------------------------------------------------------- */

static struct date
begin_of(enum step step, struct date date)
{
	if (step == WEEKS)
		return date_add_days(date, -date_weekday(date));
	date.day = 1;
	if (step == YEARS)
		date.month = 1;
	return date;
}

static struct date
begin_at(const struct gantt *gantt, int i)
{
	if (gantt->step == WEEKS)
		return date_add_days(gantt->first, 7 * i);
	return date_add_months(gantt->first,
			       gantt->step == MONTHS ? i : 12 * i);
}

/* Returns the column of the day, which may be far outside. */
static int
column_of(enum step step, struct date first, struct date day)
{
	if (step == WEEKS)
		return (int)(date_between(first, begin_of(step, day)) / 7);
	if (step == MONTHS)
		return (day.year - first.year) * 12 + day.month - first.month;
	return day.year - first.year;
}

static void
stretch(struct date *first, struct date *last, struct date day)
{
	if (!day.year)
		return;
	if (date_compare(day, *first) < 0)
		*first = day;
	if (date_compare(day, *last) > 0)
		*last = day;
}

/* Actions given up are not drawn. */
static void
find_span(const struct gantt *gantt, struct date *first, struct date *last)
{
	const struct table *table = gantt->tab->table;

	*first = *last = gantt->as_of;
	for (size_t i = 0; i < table->rows; i++) {
		if (table_at(table, i, "status")->word == ACTION_CANCELLED)
			continue;
		stretch(first, last, table_at(table, i, "due")->date);
		stretch(first, last, table_at(table, i, "completed")->date);
	}
}

/* Weeks where they suffice, else months, else years around today. */
static void
choose_scale(struct gantt *gantt)
{
	struct date first, last;

	find_span(gantt, &first, &last);
	if (first.year < FIRST_YEAR)
		first = (struct date){FIRST_YEAR, 1, 1};
	/* to the end of the month, whose name needs room */
	last.day = 1;
	last = date_add_days(date_add_months(last, 1), -1);
	for (gantt->step = WEEKS; gantt->step <= YEARS; gantt->step++) {
		gantt->first = begin_of(gantt->step, first);
		gantt->n = column_of(gantt->step, gantt->first, last) + 1;
		if (gantt->n <= MOST)
			break;
	}
	if (gantt->n > MOST) {
		gantt->step = YEARS;
		gantt->n = MOST;
		gantt->first.year = (int16_t)(gantt->as_of.year - YEARS_BACK);
		if (gantt->first.year < FIRST_YEAR)
			gantt->first.year = FIRST_YEAR;
	}
	if (gantt->n < LEAST)
		gantt->n = LEAST;
}

/* --- above the bars ------------------------------------------------------ */

/* Does a month begin in the week, a year in the month, five in the year? */
static bool
begins_name(const struct gantt *gantt, int i)
{
	struct date day = begin_at(gantt, i);

	if (gantt->step == WEEKS)
		return day.day <= 7;
	return gantt->step == MONTHS ? day.month == 1 : day.year % 5 == 0;
}

static const char *
name_at(const struct gantt *gantt, int i)
{
	struct date day = begin_at(gantt, i);

	if (gantt->step == WEEKS)
		return month_short(day.month);
	return arena_format(gantt->work->arena, "%d", day.year);
}

/* Leaves out names that would run into the next one. */
static bool
has_room(const struct gantt *gantt, int i)
{
	for (int k = i + 1; k < i + 4; k++)
		if (k < gantt->n && begins_name(gantt, k))
			return false;
	return i + 3 <= gantt->n;
}

static void
write_names(const struct gantt *gantt)
{
	struct style style = {.size = 90, .color = SECOND, .align = ALIGN_LEFT};

	for (int i = 0; i < gantt->n; i++) {
		bool begins = begins_name(gantt, i);
		int column = gantt->column + i;

		style.left = begins ? RULE : NO_COLOR;
		if ((begins || i == 0) && has_room(gantt, i))
			cell_put(gantt->tab->page, ROW_NAMES, column,
				 name_at(gantt, i), &style);
		else if (begins)
			cell_band(gantt->tab->page, ROW_NAMES, column, column,
				  &style);
	}
}

/* Writes the first days of the columns, for the rules; the last is an end. */
static void
write_days(const struct gantt *gantt)
{
	const struct style style = {
		.number = ";;;", .fill = TINT, .line = ACCENT};
	const struct style end = {.number = ";;;"};

	for (int i = 0; i <= gantt->n; i++)
		cell_date(gantt->tab->page, ROW_DAYS, gantt->column + i,
			  begin_at(gantt, i),
			  book_style(gantt->work->book,
				     i < gantt->n ? &style : &end));
}

static void
write_mark(const struct gantt *gantt)
{
	struct style style = {.size = 90, .bold = 1, .color = ACCENT};
	int at = column_of(gantt->step, gantt->first, gantt->as_of);
	struct buf text = {0};

	if (at < 0 || at >= gantt->n)
		return;
	/* the text overflows into the empty cells on that side */
	style.align = at > gantt->n / 2 ? ALIGN_RIGHT : ALIGN_LEFT;
	message_fill(
		&text,
		at > gantt->n / 2 ? gettext("as of {date} ▼")
				  : gettext("▼ as of {date}"),
		ARGS(TEXT_ARG("date", work_date(gantt->work, gantt->as_of))));
	cell_put(gantt->tab->page, ROW_MARK, gantt->column + at, text.p,
		 &style);
	buf_free(&text);
}

/* --- the bars ------------------------------------------------------------ */

/* The first rule that holds paints. */
#define OPEN                            \
	"$status<>@action_status.done," \
	"$status<>@action_status.cancelled,ISNUMBER($due)"

static const struct bar {
	const char *when; /* template; NULL: always */
	struct paint paint;
} bars[] = {
	{"AND($status=@action_status.done,$week<=$done,$done<$next)",
	 {.fill = GREEN, .bottom = HAIR}},
	{"AND(" OPEN ",$due<as_of,$next>$due,$week<=as_of)",
	 {.fill = RED, .bottom = HAIR}},
	{"AND(" OPEN ",$week<=$due,$due<$next)",
	 {.fill = ACCENT, .bottom = HAIR}},
	{"AND(" OPEN ",$next>as_of,$week<$due)", {.fill = BAR, .bottom = HAIR}},
};

static const struct bar lines[] = {
	[WEEKS] = {"DAY($week)<=7", {.left = RULE, .bottom = HAIR}},
	[MONTHS] = {"MONTH($week)=1", {.left = RULE, .bottom = HAIR}},
	[YEARS] = {"MOD(YEAR($week),5)=0", {.left = RULE, .bottom = HAIR}},
};

static const struct bar hairline = {NULL, {.bottom = HAIR}};

/* $F5: the column stays and the row moves along */
static const struct expr *
row_cell(const struct gantt *gantt, const char *key)
{
	struct arena *arena = gantt->work->arena;
	int column = table_column(gantt->tab->table, key);

	return expr_place(
		arena,
		cell_name(arena, gantt->tab->first, column, ANCHOR_COLUMN), 0);
}

/* the first day of a column, or of the one after it: R$4 */
static const struct expr *
day_cell(const struct gantt *gantt, int after)
{
	struct arena *arena = gantt->work->arena;
	int column = gantt->column + after;

	return expr_place(arena, cell_name(arena, ROW_DAYS, column, ANCHOR_ROW),
			  0);
}

static void
add_bar(const struct gantt *gantt, const struct expr_scope *scope,
	const struct bar *bar)
{
	const struct area area = {gantt->tab->first, gantt->tab->last,
				  gantt->column, gantt->column + gantt->n - 1};
	struct buf formula = {0};

	buf_puts(&formula, bar->when ? "=" : "=TRUE");
	if (bar->when)
		formula_print(&formula, gantt->work,
			      expr_parse(scope, bar->when), 0);
	page_paint_when(gantt->tab->page, area, formula.p,
			book_paint(gantt->work->book, &bar->paint));
	buf_free(&formula);
}

static void
write_bars(const struct gantt *gantt)
{
	const struct binding bindings[] = {
		{"week", NULL, day_cell(gantt, 0)},
		{"next", NULL, day_cell(gantt, 1)},
		{"due", NULL, row_cell(gantt, "due")},
		{"completed", NULL, row_cell(gantt, "completed")},
		{"status", NULL, row_cell(gantt, "status")},
		{"done", "IF(ISNUMBER($completed),$completed,MIN($due,as_of))",
		 NULL}};
	struct expr_scope scope = work_scope(gantt->work, NULL);

	scope.bindings = bindings;
	scope.n = sizeof(bindings) / sizeof(*bindings);
	for (size_t i = 0; i < sizeof(bars) / sizeof(*bars); i++)
		add_bar(gantt, &scope, &bars[i]);
	add_bar(gantt, &scope, &lines[gantt->step]);
	add_bar(gantt, &scope, &hairline);
}

/* --- below --------------------------------------------------------------- */

static void
write_key(const struct gantt *gantt)
{
	static const struct {
		const char *text;
		int fill, ink;
	} pills[] = {{N_("done"), GREEN, NO_COLOR},
		     {N_("overdue"), RED, NO_COLOR},
		     {N_("time left"), BAR, NO_COLOR},
		     {N_("due"), ACCENT, WHITE}};
	int count = sizeof(pills) / sizeof(*pills);

	for (int i = 0; i < count; i++) {
		const struct style style = {.size = 90,
					    .fill = pills[i].fill,
					    .color = pills[i].ink,
					    .align = ALIGN_ACROSS};

		cell_across(gantt->tab->page, gantt->tab->last + 1,
			    gantt->column + gantt->n * i / count,
			    gantt->column + gantt->n * (i + 1) / count - 1,
			    gettext(pills[i].text), &style);
	}
}

/* --- all of it ----------------------------------------------------------- */

static void
set_columns(const struct gantt *gantt)
{
	double pixels = (double)WIDE / gantt->n;
	int gap = gantt->column - 1, end = gantt->column + gantt->n;

	if (pixels < NARROW)
		pixels = NARROW;
	page_column(gantt->tab->page, gap, gap, 1, false);
	/* narrower than one digit, widths count by 12 pixels */
	page_column(gantt->tab->page, gantt->column, end - 1,
		    pixels < 12 ? pixels / 12 : (pixels - 5) / 7, false);
	page_column(gantt->tab->page, end, end, 0.5, true);
}

/* Folds columns that the bars show, or few readers need. */
static void
fold_rest(const struct gantt *gantt)
{
	int from = table_column(gantt->tab->table, "worth") + 1;
	int last = (int)gantt->tab->table->column_count - 1;

	if (from > 0 && from <= last)
		page_fold(gantt->tab->page, from, last);
}

int
gantt_write(struct work *work, const struct tab *tab)
{
	struct gantt gantt = {
		.work = work, .tab = tab, .as_of = work->review->view->as_of};

	gantt.column = tab->id_column + 2;
	choose_scale(&gantt);
	fold_rest(&gantt);
	set_columns(&gantt);
	write_names(&gantt);
	write_days(&gantt);
	write_mark(&gantt);
	write_bars(&gantt);
	write_key(&gantt);
	return gantt.column + gantt.n - 1;
}
