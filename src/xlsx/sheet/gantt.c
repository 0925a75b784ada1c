/* gantt.c - when actions are due, as a Gantt chart beside their table */
#include "sheet.h"

#include <math.h>

#include "ces/language.h"
#include "ces/message.h"
#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

/*
 * A column is a week, a month or a year. The cells are empty: conditional rules
 * compare the dates of the table's row with the days in the header, so the bars
 * follow edits and sorting, and cost nothing a row.
 */
enum step { EVERY_STEP, WEEKS, MONTHS, YEARS };

enum { LEAST = 13, MOST = 60 }; /* columns */
/* pixels: of a week, of all at least, and of the gap before */
enum { NARROW = 8, WIDE = 360, GAP = 12 };
/* workbooks have no days before it; years shown before today */
enum { FIRST_YEAR = 1901, YEARS_BACK = 10 };
enum { ROW_MARK = 1, ROW_NAMES, ROW_DAYS };

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

/*
 * Weeks where they suffice, else months, else years around today. Actions given
 * up are not drawn.
 */
static void
choose_scale(struct gantt *gantt)
{
	const struct table *table = gantt->tab->table;
	struct date first = gantt->as_of, last = gantt->as_of;

	for (size_t i = 0; i < table->rows; i++) {
		const struct date days[] = {
			table_at(table, i, "due")->date,
			table_at(table, i, "completed")->date};

		if (table_at(table, i, "status")->word == ACTION_CANCELLED)
			continue;
		for (int k = 0; k < 2; k++) {
			if (days[k].year && date_compare(days[k], first) < 0)
				first = days[k];
			if (days[k].year && date_compare(days[k], last) > 0)
				last = days[k];
		}
	}
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
	struct page *page = gantt->tab->page;

	for (int i = 0; i < gantt->n; i++) {
		struct date day = begin_at(gantt, i);
		bool begins = begins_name(gantt, i);
		int column = gantt->column + i;

		style.left = begins ? RULE : NO_COLOR;
		if ((begins || i == 0) && has_room(gantt, i))
			cell_put(page, ROW_NAMES, column,
				 gantt->step == WEEKS
					 ? month_short(gantt->work->language,
						       day.month)
					 : arena_format(gantt->work->arena,
							"%d", day.year),
				 &style);
		else if (begins)
			cell_band(page, ROW_NAMES, column, column, &style);
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
	bool left = at > gantt->n / 2;

	if (at < 0 || at >= gantt->n)
		return;
	/* the text overflows into the empty cells on that side */
	style.align = left ? ALIGN_RIGHT : ALIGN_LEFT;
	cell_put(gantt->tab->page, ROW_MARK, gantt->column + at,
		 work_as_of(gantt->work,
			    left ? N_("As of {date} ▼") : N_("▼ As of {date}")),
		 &style);
}

/* --- the bars ------------------------------------------------------------ */

/* The first rule that holds paints. */
#define OPEN                            \
	"$status<>@action_status.done," \
	"$status<>@action_status.cancelled,ISNUMBER($due)"

static const struct {
	const char *when; /* template; NULL: always */
	int fill, left;
	enum step step;
} rules[] = {
	{"AND($status=@action_status.done,$week<=$done,$done<$next)",
	 .fill = GREEN},
	{"AND(" OPEN ",$due<as_of,$next>$due,$week<=as_of)", .fill = RED},
	{"AND(" OPEN ",$week<=$due,$due<$next)", .fill = ACCENT},
	{"AND(" OPEN ",$next>as_of,$week<$due)", .fill = BAR},
	{"DAY($week)<=7", .left = RULE, .step = WEEKS},
	{"MONTH($week)=1", .left = RULE, .step = MONTHS},
	{"MOD(YEAR($week),5)=0", .left = RULE, .step = YEARS},
	{NULL, NO_COLOR, NO_COLOR, EVERY_STEP},
};

/* the first day of a column, R$4; or the row's cell of a key, $F5 */
static const struct expr *
cell_of(const struct gantt *gantt, const char *key, int column)
{
	struct arena *arena = gantt->work->arena;
	const char *name = key ? cell_name(arena, gantt->tab->first,
					   table_column(gantt->tab->table, key),
					   ANCHOR_COLUMN)
			       : cell_name(arena, ROW_DAYS, column, ANCHOR_ROW);

	return expr_place(arena, name, expr_number(arena, 0));
}

static void
write_bars(const struct gantt *gantt)
{
	const struct binding bindings[] = {
		{"week", NULL, cell_of(gantt, NULL, gantt->column)},
		{"next", NULL, cell_of(gantt, NULL, gantt->column + 1)},
		{"due", NULL, cell_of(gantt, "due", 0)},
		{"completed", NULL, cell_of(gantt, "completed", 0)},
		{"status", NULL, cell_of(gantt, "status", 0)},
		{"done", "IF(ISNUMBER($completed),$completed,MIN($due,as_of))",
		 NULL}};
	const struct area area = {gantt->tab->first, gantt->tab->last,
				  gantt->column, gantt->column + gantt->n - 1};
	struct expr_scope scope = work_scope(gantt->work, NULL);

	scope.bindings = bindings;
	scope.n = sizeof(bindings) / sizeof(*bindings);
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		const struct style paint = {.fill = rules[i].fill,
					    .left = rules[i].left,
					    .line = HAIR};
		struct buf formula = {0};

		if (rules[i].step && rules[i].step != gantt->step)
			continue;
		buf_puts(&formula, rules[i].when ? "=" : "=TRUE");
		if (rules[i].when)
			formula_print(&formula, gantt->work,
				      expr_parse(&scope, rules[i].when), 0);
		page_paint_when(gantt->tab->page, area, formula.p,
				book_paint(gantt->work->book, &paint));
		buf_free(&formula);
	}
}

/* --- below --------------------------------------------------------------- */

static void
write_key(const struct gantt *gantt)
{
	static const struct {
		const char *text;
		int fill, ink;
	} pills[] = {{N_("Done"), GREEN, NO_COLOR},
		     {N_("Overdue"), RED, NO_COLOR},
		     {N_("Time left"), BAR, NO_COLOR},
		     {N_("Due"), ACCENT, WHITE}};
	int count = sizeof(pills) / sizeof(*pills);

	for (int i = 0; i < count; i++) {
		const struct style style = {.size = 90,
					    .fill = pills[i].fill,
					    .color = pills[i].ink,
					    .align = ALIGN_ACROSS};

		cell_across(gantt->tab->page, gantt->tab->last + 1,
			    gantt->column + gantt->n * i / count,
			    gantt->column + gantt->n * (i + 1) / count - 1,
			    language_text(gantt->work->language, pills[i].text),
			    &style);
	}
}

/* --- all of it ----------------------------------------------------------- */

double
gantt_pixels(const struct work *work, const struct tab *tab)
{
	struct gantt gantt = {.tab = tab, .as_of = work->review->view->as_of};

	choose_scale(&gantt);
	return fmax(WIDE, gantt.n * NARROW) + GAP;
}

int
gantt_write(struct work *work, const struct tab *tab)
{
	struct gantt gantt = {.work = work,
			      .tab = tab,
			      .as_of = work->review->view->as_of,
			      .column = tab->id_column + 2};
	double pixels;
	int end;

	choose_scale(&gantt);
	pixels = fmax((double)WIDE / gantt.n, NARROW);
	end = gantt.column + gantt.n;
	page_column(tab->page, gantt.column - 1, gantt.column - 1, 1, false);
	/* narrower than one digit, widths count by 12 pixels */
	page_column(tab->page, gantt.column, end - 1,
		    pixels < 12 ? pixels / 12 : characters_of(pixels), false);
	page_column(tab->page, end, end, 0.5, true);
	write_names(&gantt);
	write_days(&gantt);
	write_mark(&gantt);
	write_bars(&gantt);
	write_key(&gantt);
	return end - 1;
}
