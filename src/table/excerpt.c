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
static const struct sentence reason_asked = {
	.cases = {{NULL, N_("Why customers contact us")},

		  {"AND($share>=0.657,$share<=0.677)",
		   N_(": two in three ask “{name}”")},
		  {"AND($share>=0.49,$share<=0.51)", N_(": half ask “{name}”")},
		  {"AND($share>=0.323,$share<=0.343)",
		   N_(": one in three asks “{name}”")},
		  {"AND($share>=0.24,$share<=0.26)",
		   N_(": one in four asks “{name}”")},
		  {"AND($share>=0.19,$share<=0.21)",
		   N_(": one in five asks “{name}”")},
		  {"$share>=0.18", N_(": {percent}% ask “{name}”")},
		  {"$reasons_failure>=30",
		   N_(": {failure}% is failure demand")},
		  {NULL, ""}},
};

static const struct sentence reason_named = {
	.cases = {{NULL, N_("Why customers contact us")},

		  {"AND($share>=0.657,$share<=0.677)",
		   N_(": two in three contacts are “{name}”")},
		  {"AND($share>=0.49,$share<=0.51)",
		   N_(": half of all contacts are “{name}”")},
		  {"AND($share>=0.323,$share<=0.343)",
		   N_(": one in three contacts is “{name}”")},
		  {"AND($share>=0.24,$share<=0.26)",
		   N_(": one in four contacts is “{name}”")},
		  {"AND($share>=0.19,$share<=0.21)",
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
		return message_text(scope->arena, language_user(), gettext(top),
				    ARGS(TEXT_ARG("n", n)));
	return message_text(scope->arena, language_user(),
			    gettext("{head} ({shown} of {all})"),
			    ARGS(TEXT_ARG("head", head),
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
	/* none of a column without values, or of rows that show none */
	if (value.kind == VALUE_NUMBER && value.number == 0)
		return NULL;
	return shows_any(excerpt, column) ? total : NULL;
}

const char *
excerpt_header(const struct expr_scope *scope, const struct excerpt *excerpt,
	       const struct excerpt_column *column, int scale)
{
	const char *money =
		arena_format(scope->arena, "%s%s", currency_sign(scope),
			     money_letter(scale));
	const char *header = column->header;

	if (column == excerpt->columns)
		return excerpt->first;
	if (scale && column->large[0])
		header = column->large[scale - 1];
	return message_text(scope->arena, language_user(), gettext(header),
			    ARGS(TEXT_ARG("money", money)));
}

/* --- counts of actions ------------------------------------------------ */

/* without an owner or a date, nothing is on its way either */
#define NOT_UNDER_WAY                          \
	"IF($actions_unowned=0,'not started'," \
	"IF($actions_not_started=0,'unowned'," \
	"'not under way'))"

void
action_counts_make(struct action_count *counts, const struct expr_scope *scope)
{
	static const struct {
		enum symbol_id symbol;
		const char *mark, *n, *word;
	} kinds[ACTION_COUNTS] = {
		{SYMBOL_idle, "^idle", "$actions_not_started+$actions_unowned",
		 NOT_UNDER_WAY},
		{SYMBOL_good, "^good", "$actions_on_track", "'on track'"},
		{SYMBOL_bad, "^bad", "$actions_overdue", "'overdue'"},
		{SYMBOL_done, "^done", "$actions_done", "'done'"}};
	static const struct phrase phrases[] = {
		{"$n>0", N_("{mark} {n} {word}")}, {NULL, N_("{n} {word}")}};

	for (size_t i = 0; i < ACTION_COUNTS; i++) {
		const struct binding bindings[] = {
			{.name = "mark", .template = kinds[i].mark},
			{.name = "n", .template = kinds[i].n},
			{.name = "word", .template = kinds[i].word}};
		struct expr_scope own = *scope;

		own.bindings = bindings;
		own.n = COUNT_OF(bindings);
		counts[i].symbol = kinds[i].symbol;
		counts[i].text = expr_phrases(&own, phrases);
	}
}
