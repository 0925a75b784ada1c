/* excerpt_rows.c - rows of the tables that leaders look at first */
#include <math.h>
#include <stdlib.h>

#include "ces/finding.h"
#include "ces/question.h"
#include "excerpt_inside.h"
#include "tables.h"

enum { PREPARATIONS = sizeof(preparations) / sizeof(*preparations) };

/* rows of a table with a figure to sort them by, largest first */
struct ranked {
	double rank;
	size_t row;
};

static int
compare_ranked(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

/* the chosen rows, best first, and their number */
struct choosing {
	const struct expr_scope *scope;
	const struct table *table;
	struct ranked *ranked;
	size_t n;
};

static void
choose(struct choosing *choosing, size_t row, double rank)
{
	choosing->ranked[choosing->n++] = (struct ranked){rank, row};
}

bool
decision_is_open(const struct table *decisions, size_t row)
{
	enum symbol_id symbol =
		state_symbol(table_at(decisions, row, "state")->state);

	return symbol == SYMBOL_asked || symbol == SYMBOL_bad;
}

static void
choose_decisions(struct choosing *choosing)
{
	for (size_t i = 0; i < choosing->table->rows; i++)
		if (decision_is_open(choosing->table, i))
			choose(choosing, i, 0);
}

/* the action that makes each of the preparations */
static void
choose_preparations(struct choosing *choosing)
{
	const struct table *table = choosing->table;

	for (int i = 0; table->rows && i < PREPARATIONS; i++) {
		int word = choices_find(&choices[CHOICE_prepares],
					preparations[i].word);
		size_t row = 0;

		while (row < table->rows &&
		       table_at(table, row, "prepares")->word != word)
			row++;
		choose(choosing, row < table->rows ? row : NO_ROW, -i);
	}
}

static void
choose_measures(struct choosing *choosing)
{
	for (size_t i = 0; i < choosing->table->rows; i++)
		if (table_at(choosing->table, i, "headline")->word == 1)
			choose(choosing, i, 0);
}

/* a reason without name and volume is a form that nobody filled in */
static void
choose_reasons(struct choosing *choosing)
{
	const struct table *table = choosing->table;

	for (size_t i = 0; i < table->rows; i++) {
		if (!table_at(table, i, "name")->text &&
		    isnan(table_at(table, i, "volume")->number))
			return;
		choose(choosing, i, 0);
	}
}

static void
choose_scored(struct choosing *choosing)
{
	const struct table *table = choosing->table;

	for (size_t i = 0; i < table->rows; i++)
		if (isfinite(table_at(table, i, "value_to_customer")->number +
			     table_at(table, i, "value_to_company")->number))
			choose(choosing, i, 0);
}

static void
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
static void
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
static void
choose_findings(struct choosing *choosing)
{
	const struct review *review = choosing->scope->review;

	const struct finding *const *ordered =
		findings_ordered(review, choosing->scope->arena);

	for (size_t i = 0; ordered[i]; i++) {
		double rank = 0;

		for (int k = 0; k < 3; k++)
			if (review->next[k] == ordered[i])
				rank = 3 - k;
		if (!ordered[i]->waived)
			choose(choosing, i, rank);
	}
}

static void
choose_sections(struct choosing *choosing)
{
	for (size_t i = 0; i < choosing->table->rows && i < SECTION_SEVEN; i++)
		choose(choosing, i, 0);
}

static const struct {
	enum table_id table;
	size_t most;
	void (*choose)(struct choosing *choosing);
} kinds[EXCERPT_COUNT] = {
	[EXCERPT_DECISIONS] = {TABLE_decisions, 3, choose_decisions},
	[EXCERPT_ACTIONS] = {TABLE_actions, PREPARATIONS, choose_preparations},
	[EXCERPT_MEASURES] = {TABLE_measures, EXCERPT_ROWS, choose_measures},
	[EXCERPT_REASONS] = {TABLE_contact_reasons, EXCERPT_REASON_ROWS,
			     choose_reasons},
	[EXCERPT_MATRIX] = {TABLE_contact_reasons, EXCERPT_REASON_ROWS,
			    choose_scored},
	[EXCERPT_EVENTS] = {TABLE_calendar, 3, choose_events},
	[EXCERPT_INSIGHTS] = {TABLE_intelligence, 3, choose_insights},
	[EXCERPT_FINDINGS] = {TABLE_findings, 3, choose_findings},
	[EXCERPT_READINESS] = {TABLE_readiness, SECTION_SEVEN, choose_sections},
};

void
excerpt_choose(struct excerpt *excerpt, const struct expr_scope *scope,
	       enum excerpt_id id)
{
	const struct table *table = tables_get(scope->tables, kinds[id].table);
	struct choosing choosing = {.scope = scope, .table = table};

	choosing.ranked =
		arena_alloc(scope->arena, (table->rows + PREPARATIONS) *
						  sizeof(*choosing.ranked));
	kinds[id].choose(&choosing);
	qsort(choosing.ranked, choosing.n, sizeof(*choosing.ranked),
	      compare_ranked);
	*excerpt = (struct excerpt){.table = table, .all = choosing.n};
	while (excerpt->n < choosing.n && excerpt->n < kinds[id].most) {
		excerpt->rows[excerpt->n] = choosing.ranked[excerpt->n].row;
		excerpt->n++;
	}
}
