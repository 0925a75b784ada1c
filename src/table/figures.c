/* figures.c - figures under names, and words for numbers in formulas */
#include <libintl.h>
#include <string.h>

#include "expr_inside.h"

/* --- figures -------------------------------------------------------------- */

#define HEADLINES(states) "COUNTIFS([headline],'yes',[state]," states ")"

/* stands for a day that is none, beyond all of a workbook's calendar */
enum { NO_DAY = 1000000 };

/* days: column whose cells must be days that a workbook has */
static const struct {
	const char *name;
	enum table_id table;
	const char *template, *days;
} figures[] = {
	{"decisions_open", TABLE_decisions,
	 "COUNTIFS([state],^asked*)+COUNTIFS([state],^bad*)", NULL},
	{"decisions_amount", TABLE_decisions,
	 "SUMIF([state],^asked*,[amount])+SUMIF([state],^bad*,[amount])", NULL},
	{"decisions_first_due", TABLE_decisions,
	 "SUMPRODUCT(MIN([due]+1000000*([due]=0)+1000000*"
	 "(LEFT([state],1)<>^asked)*(LEFT([state],1)<>^bad)))",
	 "due"},
	{"measures_headline", TABLE_measures, "COUNTIFS([headline],'yes')",
	 NULL},
	{"measures_on_track", TABLE_measures,
	 HEADLINES("^good*") "+" HEADLINES("^done*"), NULL},
	{"measures_behind", TABLE_measures,
	 HEADLINES("^late*") "+" HEADLINES("^bad*"), NULL},
	{"measures_unread", TABLE_measures, HEADLINES("^idle*"), NULL},
	{"measures_within_margin", TABLE_measures,
	 "COUNTIFS([headline],'yes',[real],$within,[progress],'>0')", NULL},
	{"actions", TABLE_actions, "ROWS([title])", NULL},
	{"actions_done", TABLE_actions, "COUNTIFS([state],#done)", NULL},
	{"actions_on_track", TABLE_actions, "COUNTIFS([state],#on_track)",
	 NULL},
	{"actions_overdue", TABLE_actions, "COUNTIFS([state],#overdue)", NULL},
	{"actions_unowned", TABLE_actions,
	 "COUNTIFS([state],#no_owner)+COUNTIFS([state],#no_date)", NULL},
	{"actions_without_owner", TABLE_actions, "COUNTBLANK([owner])", NULL},
	{"insights_acted_on", TABLE_intelligence, "COUNTIFS([state],^done*)",
	 NULL},
	{"insights_accepted", TABLE_intelligence,
	 "COUNTIFS([state],^good*)+COUNTIFS([state],^done*)", NULL},
	{"insights_shared", TABLE_intelligence,
	 "COUNTIFS([state],^asked*)+COUNTIFS([state],^good*)"
	 "+COUNTIFS([state],^done*)",
	 NULL},
	{"findings_errors", TABLE_findings,
	 "COUNTIFS([severity],^bad*,[waived],'no')", NULL},
	{"findings_warnings", TABLE_findings,
	 "COUNTIFS([severity],^late*,[waived],'no')", NULL},
	{"findings_advice", TABLE_findings,
	 "COUNTIFS([severity],^idle*,[waived],'no')", NULL},
	{"findings_waived", TABLE_findings, "COUNTIFS([waived],'yes')", NULL},
};

size_t
figures_count(void)
{
	return sizeof(figures) / sizeof(*figures);
}

const char *
figure_name(size_t i)
{
	return figures[i].name;
}

/* "within ±*": the beginning of the message that a small change has */
static const char *
within_criterion(struct arena *arena)
{
	const char *message = gettext("within ±{margin}, n {n}");

	return arena_format(arena, "%.*s*", (int)strcspn(message, "{"),
			    message);
}

static bool
has_days(const struct table *table, const char *key)
{
	double serial;

	for (size_t i = 0; i < table->rows; i++) {
		struct date day = table_at(table, i, key)->date;

		if (day.year && !date_serial(day, &serial))
			return false;
	}
	return table->rows > 0;
}

/* of a table without rows nothing can be counted */
const struct expr *
figure_expr(const struct expr_scope *scope, size_t i)
{
	const struct binding within = {
		.name = "within",
		.expr = expr_text(scope->arena,
				  within_criterion(scope->arena))};
	struct expr_scope own = {
		.arena = scope->arena,
		.tables = scope->tables,
		.review = scope->review,
		.table = tables_get(scope->tables, figures[i].table),
		.row = NO_ROW,
		.bindings = &within,
		.n = 1};

	if (figures[i].days && !has_days(own.table, figures[i].days))
		return expr_number(scope->arena, NO_DAY);
	return own.table->rows ? expr_parse(&own, figures[i].template)
			       : expr_number(scope->arena, 0);
}

/* --- macros --------------------------------------------------------------- */

/* "£5,000", "CHF 5,000" */
static const struct expr *
money(const struct expr_scope *scope, const char *template)
{
	const struct text_value *currency = &scope->review->plan->plan.currency;
	const struct expr *number = expr_parse(scope, template);
	const char *sign;

	if (!is_set(&currency->at))
		return number;
	sign = money_sign(currency->text);
	if (!sign)
		sign = arena_format(scope->arena, "%s ", currency->text);
	return expr_join(scope->arena, expr_text(scope->arena, sign), number);
}

/* "GBP 5,000" */
static const struct expr *
amount(const struct expr_scope *scope, const char *template)
{
	const struct text_value *currency = &scope->review->plan->plan.currency;
	const struct binding bindings[] = {
		{"currency", NULL, expr_text(scope->arena, currency->text)},
		{"amount", NULL, expr_parse(scope, template)}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = 2;
	return is_set(&currency->at)
		       ? expr_message(&own, gettext("{currency} {amount}"))
		       : bindings[1].expr;
}

/* the year is told where it is not that of the as-of date */
static const struct expr *
day(const struct expr_scope *scope, const char *month)
{
	static const struct phrase phrases[] = {
		{"YEAR($1)=YEAR(as_of)", N_("{day} {month}")},
		{NULL, N_("{day} {month} {year}")}};
	const struct binding bindings[] = {scope->bindings[0],
					   {"day", "DAY($1)", NULL},
					   {"month", month, NULL},
					   {"year", "YEAR($1)", NULL}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = 4;
	return expr_phrases(&own, phrases);
}

/* $1 is the argument */
static const struct {
	const char *name;
	const struct expr *(*expand)(const struct expr_scope *scope,
				     const char *template);
	const char *template;
} macros[] = {
	{"WORDS", expr_parse,
	 "IF($1>10,FIXED($1,0),CHOOSE($1+1,'none','one','two','three','four',"
	 "'five','six','seven','eight','nine','ten'))"},
	{"CAPITAL_WORDS", expr_parse,
	 "IF($1>10,FIXED($1,0),CHOOSE($1+1,'None','One','Two','Three','Four',"
	 "'Five','Six','Seven','Eight','Nine','Ten'))"},
	{"MONEY", money, "FIXED($1,0)"},
	{"AMOUNT", amount, "FIXED($1,0)"},
	{"LONG_DAY", day,
	 "CHOOSE(MONTH($1),'January','February','March','April','May','June',"
	 "'July','August','September','October','November','December')"},
	{"SHORT_DAY", day,
	 "CHOOSE(MONTH($1),'Jan','Feb','Mar','Apr','May','Jun','Jul','Aug',"
	 "'Sep','Oct','Nov','Dec')"},
};

const struct expr *
macro_expand(const struct expr_scope *scope, const char *name,
	     const struct expr *arg)
{
	const struct binding binding = {.name = "1", .expr = arg};
	struct expr_scope own = *scope;

	own.bindings = &binding;
	own.n = 1;
	for (size_t i = 0; i < sizeof(macros) / sizeof(*macros); i++)
		if (!strcmp(macros[i].name, name))
			return macros[i].expand(&own, macros[i].template);
	return NULL;
}
