/* excerpt.c - excerpts of the tables, and the review's sentences */
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "expr_inside.h"

struct expr_scope
scope_of(const struct expr_scope *scope, enum table_id table, size_t row)
{
	struct expr_scope own = *scope;

	own.table = tables_get(scope->tables, table);
	own.row = row;
	return own;
}

/* --- the title of the reasons --------------------------------------------- */

/* shares of customers in words; questions are asked, topics are contacts */
static const struct sentence reason_asked = {
	.cases = {{NULL, N_("Why customers contact us")},

		  {"AND($share>=0.62,$share<=0.71)",
		   N_(": two in three ask “{name}”")},
		  {"AND($share>=0.46,$share<=0.54)", N_(": half ask “{name}”")},
		  {"AND($share>=0.3,$share<=0.37)",
		   N_(": one in three asks “{name}”")},
		  {"AND($share>=0.23,$share<=0.28)",
		   N_(": one in four asks “{name}”")},
		  {"AND($share>=0.18,$share<=0.22)",
		   N_(": one in five asks “{name}”")},
		  {"$share>=0.18", N_(": {percent}% ask “{name}”")},
		  {"$reasons_failure>=30",
		   N_(": {failure}% is failure demand")},
		  {NULL, ""}},
};

static const struct sentence reason_named = {
	.cases = {{NULL, N_("Why customers contact us")},

		  {"AND($share>=0.62,$share<=0.71)",
		   N_(": two in three contacts are “{name}”")},
		  {"AND($share>=0.46,$share<=0.54)",
		   N_(": half of all contacts are “{name}”")},
		  {"AND($share>=0.3,$share<=0.37)",
		   N_(": one in three contacts is “{name}”")},
		  {"AND($share>=0.23,$share<=0.28)",
		   N_(": one in four contacts is “{name}”")},
		  {"AND($share>=0.18,$share<=0.22)",
		   N_(": one in five contacts is “{name}”")},
		  {"$share>=0.18", N_(": {percent}% of contacts are “{name}”")},
		  {"$reasons_failure>=30",
		   N_(": {failure}% is failure demand")},
		  {NULL, ""}},
};

static const struct sentence reasons_title = {
	.cases = {{NULL, N_("Why customers contact us")},

		  {"$reasons_failure>=30",
		   N_(": {failure}% is failure demand")},
		  {NULL, ""}},
};

static bool
is_question(const char *name)
{
	size_t n = strlen(name);

	return n &&
	       (name[n - 1] == '?' || (n > 3 && !strcmp(name + n - 3, "？")));
}

/* names the largest reason, else failure demand, else the subject alone */
static const struct expr *
title_of_reasons(const struct expr_scope *scope)
{
	static const struct binding bindings[] = {
		{"name", "{name}", NULL},
		{"share", "SUM({share})", NULL},
		{"percent", "ROUND($share*100,0)", NULL},
		{"failure", "$reasons_failure", NULL}};
	struct expr_scope own = scope_of(scope, TABLE_contact_reasons, 0);
	const char *name =
		own.table->rows ? table_at(own.table, 0, "name")->text : NULL;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	if (!name)
		return sentence_expr(&own, &reasons_title);
	return sentence_expr(&own,
			     is_question(name) ? &reason_asked : &reason_named);
}

/* --- making --------------------------------------------------------------- */

static int
compare_ranked(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

/* "Decision (3 of 8)", "Top five reasons" */
static const char *
first_header(const struct expr_scope *scope, const struct excerpt *excerpt,
	     const char *top)
{
	const char *head = gettext(excerpt->columns[0].header);
	const char *n = count_word(excerpt->n, false);

	if (excerpt->n == excerpt->all)
		return head;
	if (top)
		return message_text(scope->arena, gettext(top),
				    ARGS(TEXT_ARG("n", n)));
	return message_text(scope->arena, gettext("{head} ({shown} of {all})"),
			    ARGS(TEXT_ARG("head", head),
				 COUNT_ARG("shown", (double)excerpt->n),
				 COUNT_ARG("all", (double)excerpt->all)));
}

void
excerpt_make(struct excerpt *excerpt, const struct expr_scope *scope,
	     enum excerpt_id id)
{
	const struct excerpt_block *block = &excerpt_blocks[id];
	const struct table *table = tables_get(scope->tables, block->table);
	struct choosing choosing = {.scope = scope, .table = table};
	const char *subject = text_find("review", block->key, "subject");
	const char *none = text_find("review", block->key, "none");
	const char *unchosen = text_find("review", block->key, "unchosen");

	choosing.ranked =
		arena_alloc(scope->arena, (table->rows + PREPARATIONS) *
						  sizeof(*choosing.ranked));
	block->choose(&choosing);
	qsort(choosing.ranked, choosing.n, sizeof(*choosing.ranked),
	      compare_ranked);
	*excerpt = (struct excerpt){.table = table,
				    .columns = block->columns,
				    .column_count = block->column_count,
				    .all = choosing.n,
				    .total = block->total && choosing.n};
	while (excerpt->n < choosing.n && excerpt->n < block->most) {
		excerpt->rows[excerpt->n] = choosing.ranked[excerpt->n].row;
		excerpt->n++;
	}
	if (!excerpt->n && table->rows && unchosen)
		excerpt->empty = gettext(unchosen);
	else if (!excerpt->n)
		excerpt->empty = none ? gettext(none) : table->empty;
	if (!block->title)
		excerpt->title = title_of_reasons(scope);
	else if (subject &&
		 !(id == EXCERPT_FINDINGS ? table->rows : excerpt->n))
		excerpt->title = expr_text(scope->arena, gettext(subject));
	else
		excerpt->title = sentence_expr(scope, block->title);
	excerpt->first = first_header(scope, excerpt,
				      text_find("review", block->key, "top"));
}

const struct column *
excerpt_about(const struct excerpt *excerpt,
	      const struct excerpt_column *column)
{
	int i = table_column(excerpt->table, column->key);

	return &excerpt->table->columns[i];
}

/* Words of the format begin with a capital. Programs disagree on capitals of
 * letters beyond ASCII. */
static bool
wants_capital(const struct column *column, const struct cell *cell)
{
	return column->kind == COLUMN_WORD && cell->text &&
	       *cell->text >= 'a' && *cell->text <= 'z';
}

const struct expr *
excerpt_value(const struct expr_scope *scope, const struct excerpt *excerpt,
	      size_t i, const struct excerpt_column *column)
{
	size_t row = excerpt->rows[i];
	struct expr_scope own = scope_of(scope, excerpt->table->id, row);
	const char *key = column->key, *template = column->template;

	if (column->make)
		return column->make(&own, i);
	if (!template && wants_capital(excerpt_about(excerpt, column),
				       table_at(excerpt->table, row, key)))
		template = arena_format(scope->arena,
					"UPPER(LEFT({%s},1))&MID({%s},2,250)",
					key, key);
	else if (!template)
		template = arena_format(scope->arena, "{%s}", key);
	return expr_parse(&own, template);
}

const struct expr *
excerpt_total(const struct expr_scope *scope, const struct excerpt *excerpt,
	      const struct excerpt_column *column)
{
	static const struct binding bindings[] = {
		{"n", "WORDS(COUNT([rank]))", NULL},
		{"failure", "$reasons_failure", NULL},
		{"word", "@demand.failure", NULL}};
	struct expr_scope own = scope_of(scope, excerpt->table->id, NO_ROW);
	const struct expr *total;
	struct value value;

	if (!column->total)
		return NULL;
	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	total = expr_parse(&own, column->total);
	value = expr_value(&own, total, 0);
	/* a column without values has no sum */
	return value.kind == VALUE_NUMBER && value.number == 0 ? NULL : total;
}

const char *
excerpt_header(const struct expr_scope *scope, const struct excerpt *excerpt,
	       const struct excerpt_column *column, const char *scale)
{
	const char *money =
		arena_format(scope->arena, "%s%s", currency_sign(scope), scale);

	if (column == excerpt->columns)
		return excerpt->first;
	return message_text(scope->arena, gettext(column->header),
			    ARGS(TEXT_ARG("money", money)));
}

/* --- counts of actions ------------------------------------------------ */

void
action_counts_make(struct action_count *counts, const struct expr_scope *scope)
{
	static const struct {
		enum symbol_id symbol;
		const char *mark, *n, *word;
	} kinds[ACTION_COUNTS] = {
		{SYMBOL_done, "^done", "$actions_done", N_("done")},
		{SYMBOL_good, "^good", "$actions_on_track", N_("on track")},
		{SYMBOL_bad, "^bad", "$actions_overdue", N_("overdue")},
		{SYMBOL_idle, "^idle", "$actions_unowned", N_("unowned")}};
	static const struct phrase phrases[] = {
		{"$n>0", N_("{mark} {n} {word}")}, {NULL, N_("{n} {word}")}};

	for (size_t i = 0; i < ACTION_COUNTS; i++) {
		const char *word = gettext(kinds[i].word);
		const struct binding bindings[] = {
			{.name = "mark", .template = kinds[i].mark},
			{.name = "n", .template = kinds[i].n},
			{.name = "word",
			 .expr = expr_text(scope->arena, word)}};
		struct expr_scope own = *scope;

		own.bindings = bindings;
		own.n = COUNT_OF(bindings);
		counts[i].symbol = kinds[i].symbol;
		counts[i].text = expr_phrases(&own, phrases);
	}
}

/* --- the position ----------------------------------------------------- */

/* tells whether all open decisions are asked of the sponsor */
static bool
asks_sponsor(const struct expr_scope *scope)
{
	const struct table *table = tables_get(scope->tables, TABLE_decisions);
	const struct plan *plan = scope->review->plan;
	size_t n = 0;

	for (size_t i = 0; i < table->rows; i++) {
		const struct decision *decision =
			(const void *)table->objects[i];

		if (!decision_is_open(table, i))
			continue;
		if (!decision->asked_of.to ||
		    decision->asked_of.to != plan->governance.sponsor.to)
			return false;
		n++;
	}
	return n;
}

/* "two decisions worth £163,000 are asked of the sponsor" */
static const struct sentence position_decisions = {
	.terms = {{"amount", "MONEY($decisions_amount)"}},
	.cases = {{"AND($decisions_open=1,$decisions_amount=0)",
		   N_("{n} decision is asked{whom}")},
		  {"$decisions_amount=0", N_("{n} decisions are asked{whom}")},
		  {"$decisions_open=1",
		   N_("{n} decision worth {amount} is asked{whom}")},
		  {NULL, N_("{n} decisions worth {amount} are asked{whom}")}},
};

static const struct expr *
decisions_clause(const struct expr_scope *scope, const char *count)
{
	const char *whom =
		asks_sponsor(scope) ? gettext(" of the sponsor") : "";
	const struct binding bindings[] = {
		{"n", count, NULL},
		{"whom", NULL, expr_text(scope->arena, whom)}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	return sentence_expr(&own, &position_decisions);
}

#define NOTHING_TOLD                                   \
	"AND($measures_headline=0,$reasons_judged<=0," \
	"$decisions_open=0)"
static const struct sentence position = {
	.terms = {{"all", "WORDS($measures_headline)"},
		  {"good", "CAPITAL_WORDS($measures_on_track)"},
		  {"failure", "$reasons_failure"},
		  {"readiness", "$readiness"},
		  {"told", "$reasons_judged>0"}},
	.cases =
		{{NOTHING_TOLD, N_("There is no figure to steer by yet: "
				   "{readiness}% of the strategy "
				   "is written down, and the questions below "
				   "lead to the rest.")},
		 {"$measures_headline=0", ""},
		 {"AND($measures_headline=1,$measures_unread=1)",
		  N_("The headline measure has no reading yet.")},
		 {"$measures_unread=$measures_headline",
		  N_("None of the {all} headline measures has a reading yet.")},
		 {"AND($measures_headline=1,$measures_unjudged=1)",
		  N_("The headline measure can't be compared with its target "
		     "yet.")},
		 {"$measures_unjudged=$measures_headline",
		  N_("None of the {all} headline measures can be compared with "
		     "its target yet.")},
		 {"AND($measures_headline=1,$measures_on_track=1)",
		  N_("The headline measure is on track.")},
		 {"$measures_on_track=$measures_headline",
		  N_("All {all} headline measures are on track.")},
		 {"$measures_headline=1",
		  N_("The headline measure is not on track.")},
		 {"$measures_on_track=0",
		  N_("None of the {all} headline measures is on track.")},
		 {"$measures_on_track=1",
		  N_("One of {all} headline measures is on track.")},
		 {NULL, N_("{good} of {all} headline measures are on track.")},

		 {"OR($measures_headline=0,AND($reasons_judged<=0,$decisions_"
		  "open=0))",
		  ""},
		 {NULL, N_(" ")},

		 {"AND($told,$decisions_open=0)",
		  N_("Failure demand is {failure}% of all contacts.")},
		 {"$told",
		  N_("Failure demand is {failure}% of all contacts, and "
		     "{decisions}.")},
		 {"$decisions_open=0", ""},
		 {NULL, N_("{Decisions}.")}},
};

const struct expr *
position_expr(const struct expr_scope *scope)
{
	const struct binding bindings[] = {
		{"decisions", NULL,
		 decisions_clause(scope, "WORDS($decisions_open)")},
		{"Decisions", NULL,
		 decisions_clause(scope, "CAPITAL_WORDS($decisions_open)")}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	return sentence_expr(&own, &position);
}
