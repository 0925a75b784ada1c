/* review_actions.c - the review page: how many actions are done, on track,
 * overdue, unowned */
#include "review_page.h"
#include "xlsx/expr/work.h"

static const int columns[ACTION_COUNTS + 1] = {COL_L, COL_M, COL_O, COL_Q,
					       COL_R + 1};

/* takes its color only when there is something to count */
static void
write_count(const struct review_page *review, const struct action_count *count,
	    int first, int last)
{
	const uint32_t row = ROW_DECISIONS + 1;
	const struct style style = {
		.fill = HAIR, .align = ALIGN_ACROSS, .gap = 1};
	const struct style rest = {.fill = HAIR, .align = ALIGN_ACROSS};
	struct arena *arena = review->work->arena;

	cell_band(review->page, row, first + 1, last, &rest);
	review_cell(review, row, first, count->text, &style);
	page_when(review->page, (struct area){row, row, first, last},
		  arena_format(arena, "=LEFT(%s,1)=\"%s\"",
			       cell_name(arena, row, first,
					 ANCHOR_ROW | ANCHOR_COLUMN),
			       symbols[count->symbol].mark),
		  count->symbol);
}

void
review_counts(const struct review_page *review)
{
	struct action_count counts[ACTION_COUNTS];

	if (!tables_get(review->work->tables, TABLE_actions)->rows)
		return;
	action_counts_make(counts, &review->scope);
	for (int i = 0; i < ACTION_COUNTS; i++)
		write_count(review, &counts[i], columns[i], columns[i + 1] - 1);
}
