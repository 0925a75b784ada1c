/* review_right.c - the first page, right: actions, coverage, readiness */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/question.h"
#include "ces/message.h"
#include "say.h"

/* pixels of what is prepared, beside how far it is */
enum { PREPARATION_WIDTH = 280 };

/* --- actions ------------------------------------------------------------- */

/* a count that takes its color only when there is something to count */
static void
pill(struct front *front, int first, int last, const struct figure *count,
     enum symbol_id symbol, const char *word)
{
	static const struct style style = {
		.fill = HAIR, .align = ALIGN_ACROSS, .gap = 1};
	struct style rest = style;
	struct buf formula = {0}, text = {0};
	const char *n = buf_text(&count->formula);
	const char *mark = symbol_mark(symbol);

	rest.gap = 0;
	if (last > first)
		front_band(front, ROW_DECISIONS + 1, first + 1, last, &rest);
	buf_printf(&formula, "=IF(%s>0,\"%s \",\"\")&%s&", n, mark, n);
	formula_quote(&formula, arena_format(front->work->arena, " %s", word));
	buf_printf(&text, "%s%s%s %s", count->value > 0 ? mark : "",
		   count->value > 0 ? " " : "", count->text.p, word);
	cell_formula_text(front->page, ROW_DECISIONS + 1, first, formula.p,
			  text.p, book_style(front->work->book, &style));
	buf_clear(&formula);
	buf_puts(&formula, "=LEFT($");
	formula_letters(&formula, first);
	buf_putc(&formula, '$');
	formula_row(&formula, ROW_DECISIONS + 1);
	buf_printf(&formula, ",1)=\"%s\"", mark);
	page_when(front->page,
		  (struct area){ROW_DECISIONS + 1, ROW_DECISIONS + 1, first,
				last},
		  formula.p, symbol);
	buf_free(&formula);
	buf_free(&text);
}

/* a figure of the action that prepares, kept under its name: 0 where none is */
static struct figure
action_figure(struct front *front, const struct tab *tab, size_t i,
	      const char *key)
{
	double value = tab_number(tab, i, key);
	struct buf formula = {0};
	struct figure figure;

	formula_lookup(&formula, tab, key, i);
	figure = say_figure(formula.p, isnan(value) ? 0 : value);
	buf_free(&formula);
	return say_keep(front,
			arena_format(front->work->arena, "%s_%s",
				     tab_text(tab, i, "prepares"), key),
			figure);
}

/*
 * "✓ Done 25 Feb", "● 60%, 31 Jul", "■ Overdue, 31 Jul": what is done tells
 * when it was, and what is under way how far it is.
 */
static void
add_progress(struct front *front, const struct tab *tab, size_t i,
	     struct buf *formula, struct buf *text)
{
	struct figure due = action_figure(front, tab, i, "due");
	struct figure done = action_figure(front, tab, i, "completed");
	struct figure share = action_figure(front, tab, i, "percent");
	const struct cell *now = table_at(tab->table, i, "state");
	const char *on = state_text(STATE_on_track);
	const char *end = state_text(STATE_done);
	struct arena *arena = front->work->arena;
	struct buf state = {0};
	const char *p = buf_text(&share.formula);
	double percent = share.value * 100;

	formula_lookup(&state, tab, "state", i);
	const struct piece pieces[] = {
		{"state", state.p, now->text ? now->text : ""},
		say_day_short(front, "due", &due),
		say_day_short(front, "completed", &done),
		{"percent", arena_format(arena, "ROUND(%s*100,0)", p),
		 arena_format(arena, "%.0f", percent)},
	};
	bool is_done = now->state == STATE_done;
	bool is_on = now->state == STATE_on_track;
	const struct variant variants[] = {
		{arena_format(arena, "AND(%s=\"%s\",%s>0)", state.p, end,
			      buf_text(&done.formula)),
		 is_done && done.value > 0, "{state} {completed}"},
		{arena_format(arena, "OR(%s=\"%s\",%s=0)", state.p, end,
			      buf_text(&due.formula)),
		 is_done || !(due.value > 0), "{state}"},
		{arena_format(arena, "AND(%s=\"%s\",%s>0)", state.p, on, p),
		 is_on && percent > 0, "● {percent}%, {due}"},
		{NULL, true, "{state}, {due}"},
	};

	say_either(formula, text, variants, 4, pieces, 4);
	buf_free(&state);
	figure_free(&due, 1);
	figure_free(&done, 1);
	figure_free(&share, 1);
}

static void
preparation_row(struct front *front, const struct tab *tab, uint32_t row,
		const struct preparation *preparation)
{
	static const struct style name = {.line = HAIR};
	static const struct style state = {.line = HAIR, .align = ALIGN_RIGHT};
	static const struct style gray = {
		.line = HAIR, .color = SECOND, .align = ALIGN_RIGHT};
	const int word = (int)(preparation - preparations);
	struct buf formula = {0}, text = {0};
	size_t i = 0;

	front_line(front, row, COL_L, COL_R);
	front_text(front, row, COL_L, gettext(preparation->title),
		   PREPARATION_WIDTH, &name);
	while (i < tab->table->rows &&
	       table_at(tab->table, i, "prepares")->word != word)
		i++;
	if (i == tab->table->rows) {
		front_text(front, row, COL_R, gettext("not planned"), 150,
			   &gray);
		return;
	}
	if (formula_can(tab, i) && formula_day(tab, i, "due") &&
	    formula_day(tab, i, "completed"))
		add_progress(front, tab, i, &formula, &text);
	else
		buf_puts(&text, tab_text(tab, i, "state"));
	front_sentence(front, row, COL_R, &formula, &text, &state);
	buf_free(&formula);
	buf_free(&text);
}

static void
actions_title(struct front *front, const struct tab *tab)
{
	const struct marks *marks = &front->marks;
	struct buf formula = {0}, text = {0};
	const struct piece pieces[] = {
		figure_piece("overdue", &marks->overdue),
		figure_piece("all", &marks->actions),
		say_count(front, "n", &marks->ownerless),
	};
	const struct figure *overdue = &marks->overdue;
	const struct figure *ownerless = &marks->ownerless;
	bool few = marks->actions.value < 100 && !front->wide;
	bool one = marks->actions.value == 1;
	const struct variant late[] = {
		{say_when(front, overdue, "=0"), overdue->value == 0,
		 one ? gettext("Actions: one, not overdue")
		     : gettext("Actions: none of {all} is overdue")},
		{say_when(front, overdue, "=1"), overdue->value == 1,
		 gettext("Actions: {overdue} of {all} is overdue")},
		{NULL, true,
		 gettext("Actions: {overdue} of {all} are overdue")},
	};
	const struct variant owners[] = {
		{say_when(front, ownerless, "=0"), ownerless->value == 0,
		 few ? gettext(", every action has an owner")
		     : gettext(", all have an owner")},
		{arena_format(front->work->arena, "%s=%s",
			      buf_text(&ownerless->formula),
			      buf_text(&marks->actions.formula)),
		 ownerless->value == marks->actions.value,
		 gettext(", none has an owner")},
		{say_when(front, ownerless, "=1"), ownerless->value == 1,
		 gettext(", one has no owner")},
		{NULL, true, gettext(", {n} have no owner")},
	};

	say_either(&formula, &text, late, 3, pieces, 3);
	say_either(&formula, &text, owners, 4, pieces, 3);
	say_title(front, ROW_DECISIONS, COL_L, tab, &formula, &text);
}

void
front_actions(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_actions);
	const struct marks *marks = &front->marks;

	if (!tab->table->rows) {
		front_title(front, ROW_DECISIONS, COL_L, tab,
			    gettext("Actions"), NULL, 0);
		front_empty(front, ROW_DECISIONS + 1, COL_L, COL_R,
			    gettext("No action is planned yet."));
		return;
	}
	actions_title(front, tab);
	pill(front, COL_L, COL_L, &marks->done, SYMBOL_done, gettext("done"));
	pill(front, COL_M, COL_N, &marks->on_track, SYMBOL_good,
	     gettext("on track"));
	pill(front, COL_O, COL_P, &marks->overdue, SYMBOL_bad,
	     gettext("overdue"));
	pill(front, COL_Q, COL_R, &marks->unowned, SYMBOL_idle,
	     gettext("unowned"));
	for (uint32_t i = 0; i < 3; i++)
		preparation_row(front, tab, ROW_DECISIONS + 2 + i,
				&preparations[i]);
}

/* --- readiness ----------------------------------------------------------- */

static void
readiness_row(struct front *front, const struct tab *tab, uint32_t row,
	      size_t i)
{
	static const struct style text = {.line = HAIR};
	static const struct style share = {.line = HAIR, .number = "0%"};
	static const struct style bar = {.line = HAIR, .number = ";;;"};
	const struct area area = {row, row, COL_M, COL_Q};
	int section = section_find(tab->table->ids[i]);

	front_line(front, row, COL_L, COL_R);
	front_text(front, row, COL_L,
		   section >= 0 ? gettext(sections[section].label)
				: tab_text(tab, i, "section"),
		   124, &text);
	page_merge(front->page, area, book_style(front->work->book, &bar));
	front_number(front, row, COL_M, tab, "percent", i, 1, &bar);
	page_bars(front->page, area, 1, true);
	front_number(front, row, COL_R, tab, "percent", i, 1, &share);
}

/* rounded down, and not by what a sum of shares of 1 lacks of a whole */
static void
readiness_title(struct front *front, const struct tab *tab)
{
	int percent = front->work->review->readiness.plan;
	struct buf formula = {0}, text = {0};
	struct piece piece = {"percent", NULL, NULL};
	double sum = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		sum += tab_number(tab, i, "percent");
	buf_printf(&text, "%d%%", percent);
	piece.text = text.p;
	if (floor(round(sum / (double)tab->table->rows * 1e8) / 1e6) ==
	    percent) {
		buf_puts(&formula, "INT(ROUND(AVERAGE(");
		formula_range(&formula, tab, "percent");
		buf_puts(&formula, ")*100,6))&\"%\"");
		piece.formula = formula.p;
	}
	front_title(front, ROW_INSIGHTS, COL_L, tab,
		    gettext("Readiness: {percent} of the strategy is written "
			    "down"),
		    &piece, 1);
	buf_free(&formula);
	buf_free(&text);
}

void
front_readiness(struct front *front)
{
	static const struct head heads[] = {
		{COL_L, N_("Section"), 0, false},
		{COL_R, N_("filled"), ALIGN_RIGHT, false}};
	const struct tab *tab = work_tab(front->work, TABLE_readiness);

	readiness_title(front, tab);
	front_heads(front, ROW_INSIGHTS + 1, COL_R, heads, 2, 0, 0);
	for (size_t i = 0; i < tab->table->rows && i < SECTION_SEVEN; i++)
		readiness_row(front, tab, ROW_INSIGHTS + 2 + (uint32_t)i, i);
}
