/* review_right.c - the first page, right: actions, coverage, readiness */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/question.h"
#include "ces/topic.h"
#include "front.h"

/* --- actions ------------------------------------------------------------- */

/* a count that takes its color only when there is something to count */
static void
pill(struct front *front, const struct tab *tab, int first, int last,
     const char *state, const char *word)
{
	static const struct style style = {
		.fill = HAIR, .align = ALIGN_ACROSS, .gap = 1};
	struct style rest = style;
	struct figure count = figure_count(tab, "state", state);
	struct buf formula = {0}, text = {0};
	size_t symbol = strcspn(state, " ");
	char *mark = arena_copy(front->work->arena, state, symbol);

	rest.gap = 0;
	if (last > first)
		front_band(front, ROW_DECISIONS + 1, first + 1, last, &rest);
	buf_printf(&formula, "=IF(%s>0,\"%s \",\"\")&%s&\" %s\"",
		   count.formula.p, mark, count.formula.p, word);
	buf_printf(&text, "%s%s%s %s", count.value > 0 ? mark : "",
		   count.value > 0 ? " " : "", count.text.p, word);
	cell_formula_text(front->page, ROW_DECISIONS + 1, first, formula.p,
			  text.p, book_style(front->work->book, &style));
	buf_clear(&formula);
	buf_printf(&formula, "=%s>0", count.formula.p);
	page_when(front->page,
		  (struct area){ROW_DECISIONS + 1, ROW_DECISIONS + 1, first,
				last},
		  formula.p, mark);
	buf_free(&formula);
	buf_free(&text);
	figure_free(&count, 1);
}

static void
preparation_row(struct front *front, const struct tab *tab, uint32_t row,
		const struct preparation *preparation)
{
	const struct style text = {.line = HAIR};
	const struct style gray = {.line = HAIR, .color = SECOND};
	const struct style share = {.line = HAIR, .number = "0%"};
	const char *word = plain_word(preparation->word);
	size_t i = 0;

	front_line(front, row, COL_L, COL_R);
	front_text(front, row, COL_L, gettext(preparation->title), 272, &text);
	while (i < tab->table->rows &&
	       strcmp(tab_text(tab, i, "prepares"), word) != 0)
		i++;
	if (i == tab->table->rows) {
		front_text(front, row, COL_P, gettext("not planned"), 150,
			   &gray);
		return;
	}
	front_word(front, row, COL_P, tab, "state", i, &text);
	front_number(front, row, COL_R, tab, "percent", i, 1, &share);
}

void
front_actions(struct front *front)
{
	const struct tab *tab = work_tab(front->work, "actions");
	struct figure figures[2];

	if (!tab->table->rows) {
		front_title(front, ROW_DECISIONS, COL_L, tab,
			    gettext("Actions"), NULL, 0);
		front_empty(front, ROW_DECISIONS + 1, COL_L, COL_R,
			    gettext("No action is planned yet."));
		return;
	}
	figures[0] = figure_count(tab, "state", gettext("■ Overdue"));
	figures[1] = figure_rows(tab);
	front_title(front, ROW_DECISIONS, COL_L, tab,
		    gettext("Actions: {overdue} of {all} overdue"),
		    (const struct piece[]){figure_piece("overdue", &figures[0]),
					   figure_piece("all", &figures[1])},
		    2);
	figure_free(figures, 2);
	pill(front, tab, COL_L, COL_L, gettext("✓ Done"), gettext("done"));
	pill(front, tab, COL_M, COL_N, gettext("● On track"),
	     gettext("on track"));
	pill(front, tab, COL_O, COL_P, gettext("■ Overdue"),
	     gettext("overdue"));
	pill(front, tab, COL_Q, COL_R, gettext("○ No owner"),
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
	const struct tab *tab = work_tab(front->work, "readiness");

	readiness_title(front, tab);
	front_heads(front, ROW_INSIGHTS + 1, COL_R, heads, 2, 0, 0);
	for (size_t i = 0; i < tab->table->rows && i < SECTION_SEVEN; i++)
		readiness_row(front, tab, ROW_INSIGHTS + 2 + (uint32_t)i, i);
}
