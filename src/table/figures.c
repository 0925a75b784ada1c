/* figures.c - figures under names, and words for numbers in formulas */
#include <libintl.h>
#include <string.h>

#include "expr_inside.h"

/* --- figures -------------------------------------------------------------- */

#define HEADLINES "COUNTIFS([headline],'yes',[state],"

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
	 HEADLINES "^good*)+" HEADLINES "^done*)", NULL},
	{"measures_behind", TABLE_measures,
	 HEADLINES "^late*)+" HEADLINES "^bad*)", NULL},
	{"measures_unread", TABLE_measures, HEADLINES "^idle*)", NULL},
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

#define MONTH_NAMES                                                    \
	"CHOOSE(MONTH($1),'January','February','March','April','May'," \
	"'June','July','August','September','October','November',"     \
	"'December')"
#define SHORT_MONTHS                                                  \
	"CHOOSE(MONTH($1),'Jan','Feb','Mar','Apr','May','Jun','Jul'," \
	"'Aug','Sep','Oct','Nov','Dec')"

/* "£", or the code and a space */
static const char *
currency_sign(const struct expr_scope *scope)
{
	const struct text_value *currency = &scope->review->plan->plan.currency;
	const char *sign;

	if (!is_set(&currency->at))
		return "";
	sign = money_sign(currency->text);
	return sign ? sign : arena_format(scope->arena, "%s ", currency->text);
}

static const char *
currency_code(const struct expr_scope *scope)
{
	const struct text_value *currency = &scope->review->plan->plan.currency;

	return is_set(&currency->at) ? currency->text : NULL;
}

static const struct expr *
money(const struct expr_scope *scope)
{
	struct arena *arena = scope->arena;
	const char *sign = currency_sign(scope);

	return expr_join(arena, *sign ? expr_text(arena, sign) : NULL,
			 expr_parse(scope, "FIXED($1,0)"));
}

static const struct expr *
amount(const struct expr_scope *scope)
{
	const char *code = currency_code(scope);
	const struct binding bindings[] = {
		scope->bindings[0],
		{.name = "currency",
		 .expr = code ? expr_text(scope->arena, code) : NULL},
		{.name = "amount", .template = "FIXED($1,0)"}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = 3;
	return code ? expr_message(&own, gettext("{currency} {amount}"))
		    : expr_parse(&own, "$amount");
}

/* the year is told where it is not that of the as-of date */
static const struct expr *
day(const struct expr_scope *scope, const char *month)
{
	static const struct phrase phrases[] = {
		{"YEAR($1)=YEAR(as_of)", N_("{day} {month}")},
		{NULL, N_("{day} {month} {year}")}};
	const struct binding bindings[] = {
		scope->bindings[0],
		{.name = "day", .template = "DAY($1)"},
		{.name = "month", .template = month},
		{.name = "year", .template = "YEAR($1)"}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = 4;
	return expr_phrases(&own, phrases);
}

static const struct expr *
long_day(const struct expr_scope *scope)
{
	return day(scope, MONTH_NAMES);
}

static const struct expr *
short_day(const struct expr_scope *scope)
{
	return day(scope, SHORT_MONTHS);
}

static const struct expr *
words(const struct expr_scope *scope)
{
	return expr_parse(scope,
			  "IF($1>10,FIXED($1,0),CHOOSE($1+1,'none','one','two',"
			  "'three','four','five','six','seven','eight','nine',"
			  "'ten'))");
}

static const struct expr *
capital_words(const struct expr_scope *scope)
{
	return expr_parse(scope,
			  "IF($1>10,FIXED($1,0),CHOOSE($1+1,'None','One','Two',"
			  "'Three','Four','Five','Six','Seven','Eight','Nine',"
			  "'Ten'))");
}

/* $1 is the argument */
static const struct {
	const char *name;
	const struct expr *(*expand)(const struct expr_scope *scope);
} macros[] = {
	{"WORDS", words},	{"CAPITAL_WORDS", capital_words},
	{"MONEY", money},	{"AMOUNT", amount},
	{"LONG_DAY", long_day}, {"SHORT_DAY", short_day},
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
			return macros[i].expand(&own);
	return NULL;
}
