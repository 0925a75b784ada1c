/* excerpt.c - excerpts of the tables, and the review's sentences */
#include <stdlib.h>
#include <string.h>

#include "expr_inside.h"

#include "ces/language.h"

struct expr_scope
scope_of(const struct expr_scope *scope, enum table_id table, size_t row)
{
	struct expr_scope own = *scope;

	own.table = tables_get(scope->tables, table);
	own.row = row;
	return own;
}

/* --- the title of the reasons --------------------------------------------- */

/* shares in words that are a hundredth off at most; questions are asked, topics
 * are contacts */
#define TWO_THIRDS "AND($share>=0.657,$share<=0.677)"
#define HALF "AND($share>=0.49,$share<=0.51)"
#define THIRD "AND($share>=0.323,$share<=0.343)"
#define QUARTER "AND($share>=0.24,$share<=0.26)"
#define FIFTH "AND($share>=0.19,$share<=0.21)"
#define LARGE "$share>=0.18"
#define REST                                                            \
	{"$reasons_failure>=30",                                        \
	 N_("Why customers contact us: {failure}% is failure demand")}, \
	{                                                               \
		NULL, N_("Why customers contact us")                    \
	}

static const struct sentence reason_asked = {
	.cases = {{TWO_THIRDS, N_("Why customers contact us: two in three ask "
				  "“{name}”")},
		  {HALF, N_("Why customers contact us: half ask “{name}”")},
		  {THIRD, N_("Why customers contact us: one in three asks "
			     "“{name}”")},
		  {QUARTER, N_("Why customers contact us: one in four asks "
			       "“{name}”")},
		  {FIFTH, N_("Why customers contact us: one in five asks "
			     "“{name}”")},
		  {LARGE, N_("Why customers contact us: {percent}% ask "
			     "“{name}”")},
		  REST},
};

static const struct sentence reason_named = {
	.cases = {{TWO_THIRDS, N_("Why customers contact us: two in three "
				  "contacts are “{name}”")},
		  {HALF, N_("Why customers contact us: half of all contacts "
			    "are “{name}”")},
		  {THIRD, N_("Why customers contact us: one in three contacts "
			     "is “{name}”")},
		  {QUARTER, N_("Why customers contact us: one in four contacts "
			       "is “{name}”")},
		  {FIFTH, N_("Why customers contact us: one in five contacts "
			     "is “{name}”")},
		  {LARGE, N_("Why customers contact us: {percent}% of contacts "
			     "are “{name}”")},
		  REST},
};

static const struct sentence reasons_title = {.cases = {REST}};

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
	const struct language *language = scope->review->language;
	const char *head = excerpt->columns[0].header;

	if (excerpt->n == excerpt->all)
		return language_text(language, head);
	if (top)
		return message_text(
			scope->arena, language, top,
			ARGS(TEXT_ARG("n", count_text(scope->arena, language,
						      (double)excerpt->n))));
	return message_text(scope->arena, language,
			    N_("{head} ({shown} of {all})"),
			    ARGS(WORD_ARG("head", head),
				 COUNT_ARG("shown", (double)excerpt->n),
				 COUNT_ARG("all", (double)excerpt->all)));
}

bool
nothing_is_asked(const struct expr_scope *scope)
{
	return expr_value(scope, expr_parse(scope, "$asked"), 0).number == 0;
}

void
excerpt_make(struct excerpt *excerpt, const struct expr_scope *scope,
	     enum excerpt_id id)
{
	const struct excerpt_block *block = &excerpt_blocks[id];
	const struct table *table = tables_get(scope->tables, block->table);
	const struct table *investments =
		tables_get(scope->tables, TABLE_investments);
	struct choosing choosing = {.scope = scope, .table = table};
	size_t most = block->most;
	const char *subject = text_find("review", block->key, "subject");
	const char *none = text_find("review", block->key, "none");
	const char *unchosen = text_find("review", block->key, "unchosen");

	choosing.ranked = arena_alloc(
		scope->arena, (table->rows + investments->rows + PREPARATIONS) *
				      sizeof(*choosing.ranked));
	block->choose(&choosing);
	qsort(choosing.ranked, choosing.n, sizeof(*choosing.ranked),
	      compare_ranked);
	*excerpt = (struct excerpt){.table = table,
				    .columns = block->columns,
				    .column_count = block->column_count,
				    .all = choosing.n,
				    .total = block->total && choosing.n};
	if (id == EXCERPT_MEASURES && nothing_is_asked(scope))
		most = EXCERPT_ROWS;
	for (; excerpt->n < choosing.n && excerpt->n < most; excerpt->n++) {
		const struct ranked *ranked = &choosing.ranked[excerpt->n];

		excerpt->rows[excerpt->n] = ranked->row;
		excerpt->of[excerpt->n] = ranked->table;
		excerpt->kinds[excerpt->n] = ranked->kind;
	}
	if (!excerpt->n && table->rows && unchosen)
		excerpt->empty =
			language_text(scope->review->language, unchosen);
	else if (!excerpt->n)
		excerpt->empty =
			none ? language_text(scope->review->language, none)
			     : table->empty;
	if (!block->title)
		excerpt->title = title_of_reasons(scope);
	else if (subject &&
		 !(id == EXCERPT_FINDINGS ? table->rows : excerpt->n))
		excerpt->title = expr_message(scope, subject);
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
excerpt_kept(const struct expr_scope *scope, const struct excerpt *excerpt,
	     size_t i, const struct expr *expr, const char *gone)
{
	size_t row = excerpt->rows[i];
	struct expr_scope own = scope_of(scope, excerpt->of[i]->id, row);
	const struct binding value = {.name = "value", .expr = expr};

	if (row == NO_ROW)
		return expr;
	own.bindings = &value;
	own.n = 1;
	return expr_parse(&own, arena_format(scope->arena,
					     "IF({found},$value,'%s')", gone));
}

const struct expr *
excerpt_value(const struct expr_scope *scope, const struct excerpt *excerpt,
	      size_t i, const struct excerpt_column *column)
{
	size_t row = excerpt->rows[i];
	struct expr_scope own = scope_of(scope, excerpt->of[i]->id, row);
	const char *key = column->key, *template = column->template;

	if (column->make || template)
		return excerpt_kept(
			scope, excerpt, i,
			column->make ? column->make(&own, excerpt->kinds[i])
				     : expr_parse(&own, template),
			"");
	if (wants_capital(excerpt_about(excerpt, column),
			  table_at(excerpt->table, row, key)))
		template = arena_format(scope->arena,
					"UPPER(LEFT({%s},1))&MID({%s},2,250)",
					key, key);
	else
		template = arena_format(scope->arena, "IF({%s}='','',{%s})",
					key, key);
	return expr_parse(&own, template);
}

/* tells whether a row above the total has a value of the column */
static bool
shows_any(const struct excerpt *excerpt, const struct excerpt_column *column)
{
	size_t key = (size_t)table_column(excerpt->table, column->key);

	for (size_t i = 0; i < excerpt->n; i++)
		if (table_value(excerpt->of[i], excerpt->rows[i], key).kind !=
		    VALUE_EMPTY)
			return true;
	return false;
}

const struct expr *
excerpt_total(const struct expr_scope *scope, const struct excerpt *excerpt,
	      const struct excerpt_column *column)
{
	/* those that are sums of others stand under these */
	const char *all = table_column(excerpt->table, "sum_volume") < 0
				  ? "ITEMS([name])"
				  : "ITEMS([name])-COUNT([sum_volume])";
	const struct binding bindings[] = {
		{"all", all, NULL},
		{"n", "WORDS($all)", NULL},
		{"failure", "$reasons_failure", NULL}};
	struct expr_scope own = scope_of(scope, excerpt->table->id, NO_ROW);
	const struct expr *total;
	struct value value;

	if (!column->total)
		return NULL;
	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	total = expr_parse(&own, column->total);
	value = expr_value(&own, total, 0);
	/* none of a column without values, or of rows that show none */
	if (value.kind == VALUE_NUMBER && value.number == 0)
		return NULL;
	return shows_any(excerpt, column) ? total : NULL;
}

const char *
excerpt_header(const struct expr_scope *scope, const struct excerpt *excerpt,
	       const struct excerpt_column *column, int scale)
{
	const char *money = money_unit(scope, scale);
	const char *header = column->header;

	if (column == excerpt->columns)
		return excerpt->first;
	if (scale && column->large[0])
		header = column->large[scale - 1];
	return message_text(scope->arena, scope->review->language, header,
			    ARGS(TEXT_ARG("money", money)));
}

/* --- counts of actions ------------------------------------------------ */

/* without an owner or a date, nothing is on its way either */
static const struct sentence idle_count = {
	.terms = {{"n", "$actions_not_started+$actions_unowned"}},
	.cases = {{"$n=0", N_("{n} not started")},
		  {"$actions_unowned=0", N_("{mark} {n} not started")},
		  {"$actions_not_started=0", N_("{mark} {n} unowned")},
		  {NULL, N_("{mark} {n} not under way")}}};
static const struct sentence good_count = {
	.terms = {{"n", "$actions_on_track"}},
	.cases = {{"$n>0", N_("{mark} {n} on track")},
		  {NULL, N_("{n} on track")}}};
static const struct sentence bad_count = {
	.terms = {{"n", "$actions_overdue"}},
	.cases = {{"$n>0", N_("{mark} {n} overdue")},
		  {NULL, N_("{n} overdue")}}};
static const struct sentence done_count = {
	.terms = {{"n", "$actions_done"}},
	.cases = {{"$n>0", N_("{mark} {n} done")}, {NULL, N_("{n} done")}}};

void
action_counts_make(struct action_count *counts, const struct expr_scope *scope)
{
	static const struct {
		enum symbol_id symbol;
		const char *mark;
		const struct sentence *sentence;
	} kinds[ACTION_COUNTS] = {{SYMBOL_idle, "^idle", &idle_count},
				  {SYMBOL_good, "^good", &good_count},
				  {SYMBOL_bad, "^bad", &bad_count},
				  {SYMBOL_done, "^done", &done_count}};

	for (size_t i = 0; i < ACTION_COUNTS; i++) {
		const struct binding mark = {.name = "mark",
					     .template = kinds[i].mark};
		struct expr_scope own = *scope;

		own.bindings = &mark;
		own.n = 1;
		counts[i].symbol = kinds[i].symbol;
		counts[i].number =
			expr_parse(&own, kinds[i].sentence->terms->template);
		counts[i].text = sentence_expr(&own, kinds[i].sentence);
	}
}
