/* gantt.c - when actions are due, as a Gantt chart beside their table */
#include "gantt.h"

#include <libintl.h>
#include <string.h>

#include "ces/finding.h"
#include "xlsx/expr/formula_text.h"
#include "xlsx/book/paint.h"

/*
 * A column is a week, a month or a year. Nothing stands in the cells: rules
 * over the whole gantt look at the cells of their row of the table and at the
 * days in the header, so the bars follow what is edited and how it is sorted,
 * and cost nothing a row.
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

/* the column in which the day falls, however far away */
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

/* what is given up is not drawn */
static void
find_span(const struct gantt *gantt, struct date *first, struct date *last)
{
	const struct map *map = &gantt->work->review->plan->actions;

	*first = *last = gantt->as_of;
	for (uint32_t i = 0; i < map->n; i++) {
		const struct action *action = ITEM(action, *map, i);

		if (is_set(&action->status.at) &&
		    action->status.word == ACTION_CANCELLED)
			continue;
		stretch(first, last, action->due.date);
		stretch(first, last, action->completed.date);
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
	/* to its month's end: its name wants room */
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

/* does a month begin in the week, a year in the month, five in the year */
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

/* A name has room until the next one, or it is left out. */
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
		struct lxw_format *format;

		style.left = begins ? RULE : NO_COLOR;
		format = book_style(gantt->work->book, &style);
		if ((begins || i == 0) && has_room(gantt, i))
			cell_text(gantt->tab->page, ROW_NAMES,
				  gantt->column + i, name_at(gantt, i), format,
				  NULL);
		else if (begins)
			cell_blank(gantt->tab->page, ROW_NAMES,
				   gantt->column + i, format);
	}
}

/* The days by which the rules go; the last ends the last column. */
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
	/* it goes over into the empty cells on that side of it */
	style.align = at > gantt->n / 2 ? ALIGN_RIGHT : ALIGN_LEFT;
	message_fill(
		&text,
		at > gantt->n / 2 ? gettext("as of {date} ▼")
				  : gettext("▼ as of {date}"),
		ARGS(TEXT_ARG("date", work_date(gantt->work, gantt->as_of))));
	cell_text(gantt->tab->page, ROW_MARK, gantt->column + at, text.p,
		  book_style(gantt->work->book, &style), NULL);
	buf_free(&text);
}

/* --- the bars ------------------------------------------------------------ */

/* a cell of the first row; column stands still, the row moves along */
static void
add_cell(struct buf *formula, const struct gantt *gantt, const char *key)
{
	buf_putc(formula, '$');
	formula_cell(formula, gantt->tab->first,
		     table_column(gantt->tab->table, key));
}

/* the first day of a column, or of the one after it: R$4 */
static void
add_day(struct buf *formula, const struct gantt *gantt, int after)
{
	struct buf cell = {0};
	size_t letters;

	formula_cell(&cell, ROW_DAYS, gantt->column + after);
	letters = strcspn(cell.p, "0123456789");
	buf_printf(formula, "%.*s$%s", (int)letters, cell.p, cell.p + letters);
	buf_free(&cell);
}

static const char *
status_word(int word)
{
	return plain_word(choices[CHOICE_action_status].words[word]);
}

static void
add_name(struct buf *formula, const struct gantt *gantt, char name)
{
	switch (name) {
	case 'W':
	case 'N':
		add_day(formula, gantt, name == 'N');
		break;
	case 'F':
		formula_quote(formula, status_word(ACTION_DONE));
		break;
	case 'G':
		formula_quote(formula, status_word(ACTION_CANCELLED));
		break;
	case 'D':
		add_cell(formula, gantt, "due");
		break;
	case 'C':
		add_cell(formula, gantt, "completed");
		break;
	case 'S':
		add_cell(formula, gantt, "status");
		break;
	}
}

/*
 * A pattern is a formula with names in place of cells and words: {W and {N for
 * the first day of the column and of the next, {D due, {C completed, {S the
 * status, {F and {G the words for finished and given up.
 */
static void
add_pattern(struct buf *formula, const struct gantt *gantt, const char *pattern)
{
	for (; *pattern; pattern++)
		if (*pattern == '{')
			add_name(formula, gantt, *++pattern);
		else
			buf_putc(formula, *pattern);
}

/* in their order: the first that holds paints */
#define OPEN "{S<>{F,{S<>{G,ISNUMBER({D)"
#define DONE_ON "IF(ISNUMBER({C),{C,MIN({D,as_of))"

static const struct {
	const char *when;
	struct paint paint;
} bars[] = {
	{"=AND({S={F,{W<=" DONE_ON "," DONE_ON "<{N)",
	 {.fill = GREEN, .bottom = HAIR}},
	{"=AND(" OPEN ",{D<as_of,{N>{D,{W<=as_of)",
	 {.fill = RED, .bottom = HAIR}},
	{"=AND(" OPEN ",{W<={D,{D<{N)", {.fill = ACCENT, .bottom = HAIR}},
	{"=AND(" OPEN ",{N>as_of,{W<{D)", {.fill = BAR, .bottom = HAIR}},
};

static const struct {
	const char *when;
	struct paint paint;
} lines[] = {
	[WEEKS] = {"=DAY({W)<=7", {.left = RULE, .bottom = HAIR}},
	[MONTHS] = {"=MONTH({W)=1", {.left = RULE, .bottom = HAIR}},
	[YEARS] = {"=MOD(YEAR({W),5)=0", {.left = RULE, .bottom = HAIR}},
};

static void
add_bar(const struct gantt *gantt, const char *when, const struct paint *paint)
{
	const struct area area = {gantt->tab->first, gantt->tab->last,
				  gantt->column, gantt->column + gantt->n - 1};
	struct buf formula = {0};

	add_pattern(&formula, gantt, when);
	page_paint_when(gantt->tab->page, area, formula.p,
			book_paint(gantt->work->book, paint));
	buf_free(&formula);
}

static void
write_bars(const struct gantt *gantt)
{
	for (size_t i = 0; i < sizeof(bars) / sizeof(*bars); i++)
		add_bar(gantt, bars[i].when, &bars[i].paint);
	add_bar(gantt, lines[gantt->step].when, &lines[gantt->step].paint);
	add_bar(gantt, "=TRUE", &(const struct paint){.bottom = HAIR});
}

/* --- below --------------------------------------------------------------- */

static void
write_key(const struct gantt *gantt)
{
	const struct {
		const char *text;
		int fill, ink;
	} pills[] = {{gettext("done"), GREEN, NO_COLOR},
		     {gettext("overdue"), RED, NO_COLOR},
		     {gettext("time left"), BAR, NO_COLOR},
		     {gettext("due"), ACCENT, WHITE}};
	int count = sizeof(pills) / sizeof(*pills), from, to;

	for (int i = 0; i < count; i++) {
		struct style style = {.size = 90,
				      .fill = pills[i].fill,
				      .color = pills[i].ink,
				      .align = ALIGN_ACROSS};
		struct lxw_format *format =
			book_style(gantt->work->book, &style);

		from = gantt->column + gantt->n * i / count;
		to = gantt->column + gantt->n * (i + 1) / count;
		cell_text(gantt->tab->page, gantt->tab->last + 1, from,
			  pills[i].text, format, NULL);
		while (++from < to)
			cell_blank(gantt->tab->page, gantt->tab->last + 1, from,
				   format);
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

/* what the bars show, or only few ask for, is folded away */
static void
fold_rest(const struct gantt *gantt)
{
	int from = table_column(gantt->tab->table, "worth") + 1;
	int last = (int)gantt->tab->table->column_count - 1;

	if (from > 0 && from <= last)
		page_fold(gantt->tab->page, from, last);
}

struct gantt_end
gantt_write(struct work *work, const struct tab *tab, struct gantt_end without)
{
	struct gantt gantt = {
		.work = work, .tab = tab, .as_of = work->review->view->as_of};

	if (!(tab->table->options & GANTT) || !tab->table->rows)
		return without;
	gantt.column = tab->id_column + 2;
	choose_scale(&gantt);
	fold_rest(&gantt);
	set_columns(&gantt);
	write_names(&gantt);
	write_days(&gantt);
	write_mark(&gantt);
	write_bars(&gantt);
	write_key(&gantt);
	return (struct gantt_end){gantt.column + gantt.n - 1, true};
}
