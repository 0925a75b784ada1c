/* excerpt_rows.c - the rows of the review: those that leaders look at first */
#include <math.h>

#include "ces/finding.h"
#include "expr_inside.h"

static void
choose_as(struct choosing *choosing, size_t row, double rank, int kind)
{
	choosing->ranked[choosing->n++] =
		(struct ranked){rank, row, choosing->table, kind};
}

static void
choose(struct choosing *choosing, size_t row, double rank)
{
	choose_as(choosing, row, rank, 0);
}

/* --- decisions ------------------------------------------------------------ */

bool
decision_is_open(const struct table *decisions, size_t row)
{
	enum symbol_id symbol =
		state_symbol(table_at(decisions, row, "state")->state);

	return symbol == SYMBOL_asked || symbol == SYMBOL_bad;
}

/* the plan's own approval, open decisions, then investments that wait for a
 * decision which nobody has written down */
void
choose_decisions(struct choosing *choosing)
{
	const struct expr_scope *scope = choosing->scope;
	const struct table *decisions = choosing->table;

	for (size_t i = 0; i < decisions->rows; i++)
		if (decision_is_open(decisions, i))
			choose(choosing, i, 0);
	if (word_is(&scope->review->plan->plan.status, PLAN_IN_REVIEW))
		choose(choosing, NO_ROW, 1);
	choosing->table = tables_get(scope->tables, TABLE_investments);
	for (size_t i = 0; i < choosing->table->rows; i++)
		if (state_symbol(
			    table_at(choosing->table, i, "state")->state) ==
			    SYMBOL_asked &&
		    !table_at(choosing->table, i, "decision")->text)
			choose(choosing, i, -1);
	choosing->table = decisions;
}

/* --- actions -------------------------------------------------------------- */

static bool
action_is_open(const struct table *actions, size_t row)
{
	enum state_id state = table_at(actions, row, "state")->state;

	return state != STATE_done && state != STATE_cancelled;
}

/* late actions before all, the longest first; then the next one, others that
 * are due soon, those without an owner, the one worth most, preparations that
 * aren't done, and the others; each by their day */
enum {
	RANK_STEP = 4000000, /* more than days of a workbook */
	RANK_PLAIN = RANK_STEP,
	RANK_PREPARES = 2 * RANK_STEP,
	RANK_WORTH = 3 * RANK_STEP,
	RANK_UNOWNED = 4 * RANK_STEP,
	RANK_SOON = 5 * RANK_STEP,
	RANK_NEXT = 6 * RANK_STEP,
	RANK_LATE = 7 * RANK_STEP
};

static double
action_rank(const struct choosing *choosing, size_t row)
{
	const struct table *table = choosing->table;
	const struct action_view *view =
		&choosing->scope->review->view
			 ->actions[table->objects[row]->index];
	double day, rank = RANK_PLAIN;

	if (table_at(table, row, "state")->state == STATE_overdue)
		return RANK_LATE + table_at(table, row, "overdue")->number;
	if (view->due_soon)
		rank = RANK_SOON;
	else if (view->unowned)
		rank = RANK_UNOWNED;
	else if (table_at(table, row, "prepares")->word >= 0)
		rank = RANK_PREPARES;
	if (!date_serial(table_at(table, row, "due")->date, &day))
		day = RANK_STEP - 1;
	return rank - day;
}

/* the preparations that no action makes */
static void
choose_unplanned(struct choosing *choosing)
{
	const struct table *table = choosing->table;

	for (int i = 0; table->rows && i < PREPARATIONS; i++) {
		int word = choices_find(&choices[CHOICE_prepares],
					preparations[i].word);
		size_t row = 0;

		while (row < table->rows &&
		       table_at(table, row, "prepares")->word != word)
			row++;
		if (row == table->rows)
			choose_as(choosing, NO_ROW, -i, i);
	}
}

void
choose_actions(struct choosing *choosing)
{
	const struct table *table = choosing->table;
	struct ranked *next = NULL, *best = NULL;
	double most = 0, first = INFINITY;

	for (size_t i = 0; i < table->rows; i++) {
		double rank, day, worth = table_at(table, i, "worth")->number;
		struct ranked *ranked = &choosing->ranked[choosing->n];

		if (!action_is_open(table, i))
			continue;
		rank = action_rank(choosing, i);
		choose_as(choosing, i, rank, SHOWN_PLAIN);
		if (rank >= RANK_LATE)
			continue;
		if (date_serial(table_at(table, i, "due")->date, &day) &&
		    day < first) {
			first = day;
			next = ranked;
		}
		if (worth > most) {
			most = worth;
			best = ranked;
		}
	}
	if (next) {
		next->kind = SHOWN_NEXT;
		next->rank = RANK_NEXT;
	}
	if (best && best != next) {
		best->kind = SHOWN_WORTH;
		best->rank = fmax(best->rank, RANK_WORTH);
	}
	choose_unplanned(choosing);
}

/* --- the others ----------------------------------------------------------- */

/* the worst first */
void
choose_measures(struct choosing *choosing)
{
	static const enum symbol_id best_last[] = {
		SYMBOL_done, SYMBOL_good, SYMBOL_idle, SYMBOL_late, SYMBOL_bad};
	const struct table *table = choosing->table;

	for (size_t i = 0; i < table->rows; i++) {
		enum symbol_id symbol =
			state_symbol(table_at(table, i, "state")->state);
		size_t rank = 0;

		if (table_at(table, i, "headline")->word != 1)
			continue;
		while (rank < COUNT_OF(best_last) && best_last[rank] != symbol)
			rank++;
		choose(choosing, i, (double)rank);
	}
}

/* A reason without name and volume is a form that nobody filled in; a sum of
 * others is left to these. */
void
choose_reasons(struct choosing *choosing)
{
	const struct table *table = choosing->table;
	size_t n = choosing->scope->review->view->counted;

	for (size_t i = 0; i < n; i++) {
		if (!table_at(table, i, "name")->text &&
		    isnan(table_at(table, i, "volume")->number))
			return;
		choose(choosing, i, 0);
	}
}

void
choose_scored(struct choosing *choosing)
{
	const struct table *table = choosing->table;
	size_t n = choosing->scope->review->view->counted;

	for (size_t i = 0; i < n; i++)
		if (isfinite(table_at(table, i, "value_to_customer")->number +
			     table_at(table, i, "value_to_company")->number))
			choose(choosing, i, 0);
}

void
choose_events(struct choosing *choosing)
{
	const struct table *table = choosing->table;
	double day;

	for (size_t i = 0; i < table->rows; i++)
		if (table_at(table, i, "coming")->word == 1 &&
		    date_serial(table_at(table, i, "next_start")->date, &day))
			choose(choosing, i, -day);
}

/* the one with most money in it first */
void
choose_insights(struct choosing *choosing)
{
	const struct table *table = choosing->table;

	for (size_t i = 0; i < table->rows; i++) {
		double most = fmax(table_at(table, i, "value_per_year")->number,
				   table_at(table, i, "cost_per_year")->number);

		if (table_at(table, i, "insight")->text)
			choose(choosing, i, isnan(most) ? -1 : most);
	}
}

/* the three most worth fixing, as on the command line, then the gravest */
void
choose_findings(struct choosing *choosing)
{
	const struct review *review = choosing->scope->review;
	const struct finding *const *ordered =
		findings_ordered(review, choosing->scope->arena);

	for (size_t i = 0; ordered[i]; i++) {
		double rank = 0;

		for (int k = 0; k < 3; k++)
			if (review->next[k] &&
			    finding_shown(review->next[k]) == ordered[i])
				rank = 3 - k;
		if (!ordered[i]->waived)
			choose(choosing, i, rank);
	}
}

void
choose_sections(struct choosing *choosing)
{
	for (size_t i = 0; i < choosing->table->rows && i < SECTION_SEVEN; i++)
		choose(choosing, i, 0);
}
