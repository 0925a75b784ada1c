/* review_marks.c - the figures that more than one sentence of Review tells */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/message.h"
#include "say.h"

/* a due date that is none; beyond every day of a workbook's calendar */
#define NO_DAY "1000000"
static const double no_day = 1000000;

/* --- decisions ----------------------------------------------------------- */

bool
decision_is_open(const struct tab *tab, size_t row)
{
	enum symbol_id symbol =
		state_symbol(table_at(tab->table, row, "state")->state);

	return symbol == SYMBOL_asked || symbol == SYMBOL_bad;
}

static struct figure
open_amount(const struct tab *tab)
{
	struct buf formula = {0};
	struct figure figure;
	double sum = 0, value;

	for (size_t i = 0; i < tab->table->rows; i++) {
		value = tab_number(tab, i, "amount");
		if (isfinite(value) && decision_is_open(tab, i))
			sum += value;
	}
	for (int i = 0; i < 2; i++) {
		buf_puts(&formula, i ? "+SUMIF(" : "SUMIF(");
		formula_range(&formula, tab, "state");
		buf_printf(&formula, ",\"%s\",",
			   symbol_pattern(i ? SYMBOL_bad : SYMBOL_asked));
		formula_range(&formula, tab, "amount");
		buf_putc(&formula, ')');
	}
	figure = say_figure(formula.p, sum);
	buf_free(&formula);
	return figure;
}

/* does the column hold days alone, and no text of a day before 1900 */
static bool
all_days(const struct tab *tab, const char *key)
{
	for (size_t i = 0; i < tab->table->rows; i++)
		if (!formula_day(tab, i, key))
			return false;
	return true;
}

/* the earliest day by which something open is to be decided */
static struct figure
first_due(const struct tab *tab)
{
	struct buf formula = {0}, due = {0}, state = {0};
	struct figure figure;
	double first = 3 * no_day, day;

	for (size_t i = 0; i < tab->table->rows; i++) {
		day = tab_number(tab, i, "due");
		day = isnan(day) ? no_day : day;
		first = fmin(first,
			     decision_is_open(tab, i) ? day : day + no_day);
	}
	formula_range(&due, tab, "due");
	formula_range(&state, tab, "state");
	buf_printf(&formula,
		   "SUMPRODUCT(MIN(%s+" NO_DAY "*(%s=0)+" NO_DAY
		   "*(LEFT(%s,1)<>\"%s\")*(LEFT(%s,1)<>\"%s\")))",
		   due.p, due.p, state.p, symbol_mark(SYMBOL_asked), state.p,
		   symbol_mark(SYMBOL_bad));
	figure = say_figure(all_days(tab, "due") ? formula.p : NO_DAY,
			    all_days(tab, "due") ? first : no_day);
	buf_free(&formula);
	buf_free(&due);
	buf_free(&state);
	return figure;
}

static void
mark_decisions(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_decisions);
	struct marks *marks = &front->marks;

	if (!tab->table->rows)
		return;
	marks->open = say_keep(
		front, "decisions_open",
		say_sum(figure_count(tab, "state", symbol_mark(SYMBOL_asked)),
			figure_count(tab, "state", symbol_mark(SYMBOL_bad))));
	marks->amount = say_keep(front, "decisions_amount", open_amount(tab));
	marks->first_due =
		say_keep(front, "decisions_first_due", first_due(tab));
}

/* --- measures ------------------------------------------------------------ */

/* gains that are smaller than what chance makes of a sample */
static struct figure
within_margin(const struct tab *tab)
{
	const char *message = gettext("within ±{margin}, n {n}");
	size_t n = strcspn(message, "{");
	struct buf formula = {0}, start = {0};
	struct figure figure;
	double count = 0;

	buf_add(&start, message, n);
	for (size_t i = 0; i < tab->table->rows; i++)
		count += table_at(tab->table, i, "headline")->word == 1 &&
			 !strncmp(tab_text(tab, i, "real"), start.p, n) &&
			 tab_number(tab, i, "progress") > 0;
	buf_puts(&formula, "COUNTIFS(");
	formula_range(&formula, tab, "headline");
	buf_putc(&formula, ',');
	formula_quote(&formula, flag_word(true));
	buf_putc(&formula, ',');
	formula_range(&formula, tab, "real");
	buf_putc(&formula, ',');
	buf_putc(&start, '*');
	formula_quote(&formula, start.p);
	buf_putc(&formula, ',');
	formula_range(&formula, tab, "progress");
	buf_puts(&formula, ",\">0\")");
	figure = say_figure(formula.p, count);
	buf_free(&formula);
	buf_free(&start);
	return figure;
}

static struct figure
headlines(const struct tab *tab, const char *mark, const char *other)
{
	const char *yes = flag_word(true);

	return say_sum(figure_count_if(tab, "state", mark, "headline", yes),
		       figure_count_if(tab, "state", other, "headline", yes));
}

static void
mark_measures(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_measures);
	struct marks *marks = &front->marks;

	if (!tab->table->rows)
		return;
	marks->headline =
		say_keep(front, "measures_headline",
			 figure_count(tab, "headline", flag_word(true)));
	marks->good = say_keep(front, "measures_on_track",
			       headlines(tab, symbol_mark(SYMBOL_good),
					 symbol_mark(SYMBOL_done)));
	marks->behind = say_keep(front, "measures_behind",
				 headlines(tab, symbol_mark(SYMBOL_late),
					   symbol_mark(SYMBOL_bad)));
	marks->unread =
		say_keep(front, "measures_unread",
			 figure_count_if(tab, "state", symbol_mark(SYMBOL_idle),
					 "headline", flag_word(true)));
	marks->chance =
		say_keep(front, "measures_within_margin", within_margin(tab));
}

/* --- actions ------------------------------------------------------------- */

static struct figure
without_owner(const struct tab *tab)
{
	struct buf formula = {0};
	struct figure figure;
	double count = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		count += !*tab_text(tab, i, "owner");
	buf_puts(&formula, "COUNTBLANK(");
	formula_range(&formula, tab, "owner");
	buf_putc(&formula, ')');
	figure = say_figure(formula.p, count);
	buf_free(&formula);
	return figure;
}

static void
mark_actions(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_actions);
	struct marks *marks = &front->marks;

	if (!tab->table->rows)
		return;
	marks->actions = say_keep(front, "actions", figure_rows(tab));
	marks->done =
		say_keep(front, "actions_done",
			 figure_count(tab, "state", state_text(STATE_done)));
	marks->on_track = say_keep(
		front, "actions_on_track",
		figure_count(tab, "state", state_text(STATE_on_track)));
	marks->overdue =
		say_keep(front, "actions_overdue",
			 figure_count(tab, "state", state_text(STATE_overdue)));
	marks->unowned = say_keep(
		front, "actions_unowned",
		say_sum(figure_count(tab, "state", state_text(STATE_no_owner)),
			figure_count(tab, "state", state_text(STATE_no_date))));
	marks->ownerless =
		say_keep(front, "actions_without_owner", without_owner(tab));
}

void
front_marks(struct front *front)
{
	mark_decisions(front);
	mark_measures(front);
	mark_actions(front);
	page_column(front->work->figures, 0, 0, 30, false);
	page_hide(front->work->figures);
}

void
marks_free(struct marks *marks)
{
	struct figure *const all[] = {
		&marks->open,	  &marks->amount,   &marks->first_due,
		&marks->headline, &marks->good,	    &marks->behind,
		&marks->unread,	  &marks->chance,   &marks->actions,
		&marks->done,	  &marks->on_track, &marks->overdue,
		&marks->unowned,  &marks->ownerless};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		figure_free(all[i], 1);
}
