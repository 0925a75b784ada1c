/* figures.c - figures under names, and words for numbers in formulas */
#include <math.h>
#include <string.h>

#include "ces/language.h"
#include "ces/number.h"
#include "expr_inside.h"

/* --- figures -------------------------------------------------------------- */

#define HEADLINES(states) "COUNTIFS([headline],'yes',[state]," states ")"
#define EVENTS(rest) "COUNTIFS([coming],'yes'" rest
/* Rows that somebody adds have no state where a reader fills in no formula, so
 * figures are worked out from what is typed. A row is there once it has a
 * title; a day before 1900 is a text, and past. */
#define THERE "([title]&[id]<>'')"
#define OPEN                                      \
	THERE "*([status]<>@action_status.done)*" \
	      "([status]<>@action_status.cancelled)"
#define LATE "(([due]<>'')*([due]<as_of)+([due]>''))"
#define IN_HAND "*([owner]<>'')*([due]<>'')"
#define NOT_BEGUN                                \
	"(([status]=@action_status.not_started)" \
	"+([status]='')*([percent]=0))"
#define DECISION_OPEN                                                        \
	"[outcome],'<>'&@outcome.approved,[outcome],'<>'&@outcome.rejected," \
	"[outcome],'<>'&@outcome.deferred"
#define PERCENT_OF_CONTACTS(condition)                            \
	"IF(SUM([volume])>0,ROUND(SUMIF(" condition ",[volume])/" \
	"SUM([volume])*100,0),0)"

/* The total is a row of the ranges, by its name: of a filtered table it is no
 * sum of all, so that nothing tells how it compares. */
#define NO_TOTAL "[name],'<>'&'Total'"
/* The largest reasons that make two thirds of all contacts: those above the
 * last, and as many of those alike as it takes. Numbers in criteria are cut to
 * 15 digits. */
#define AS_LARGE "[volume],'>='&$reasons_last*0.999999999999," NO_TOTAL
#define LARGER "[volume],'>'&$reasons_last*1.000000000001," NO_TOTAL
#define FAILURE "[demand],@demand.failure"

/* 1000000 stands for a day that is none, beyond all of a workbook's calendar;
 * one before 1900 is a text there and can't be compared */
static const struct {
	const char *name;
	enum table_id table;
	const char *template;
} figures[] = {
	{"decisions_open", TABLE_decisions,
	 "COUNTIFS([statement],'<>'," DECISION_OPEN ")"
	 "+COUNTIFS([statement],'',[id],'<>'," DECISION_OPEN ")"},
	{"decisions_amount", TABLE_decisions,
	 "SUMIFS([amount]," DECISION_OPEN ")"},
	{"decisions_valued", TABLE_decisions,
	 "COUNTIFS([amount],'>0'," DECISION_OPEN ")"},
	{"decisions_first_due", TABLE_decisions,
	 "IF(SUMPRODUCT(([due]>'')*1)>0,1000000,"
	 "SUMPRODUCT(MIN(IF(([due]<'')*([outcome]<>@outcome.approved)*"
	 "([outcome]<>@outcome.rejected)*([outcome]<>@outcome.deferred)>0,"
	 "[due],1000000))))"},
	{"investments_undecided", TABLE_investments,
	 "COUNTIFS([state],^asked*,[decision],'')"},
	{"investments_undecided_amount", TABLE_investments,
	 "SUMIFS([amount],[state],^asked*,[decision],'')"},
	/* a plan in review asks for its own approval */
	{"approval_asked", TABLE_readiness, "$plan_in_review"},
	{"asked", TABLE_readiness,
	 "$decisions_open+$investments_undecided+$approval_asked"},
	{"asked_amount", TABLE_readiness,
	 "$decisions_amount+$investments_undecided_amount"},
	{"measures_headline", TABLE_measures, "COUNTIFS([headline],'yes')"},
	{"measures_on_track", TABLE_measures,
	 HEADLINES("^good*") "+" HEADLINES("^done*")},
	{"measures_off_track", TABLE_measures,
	 HEADLINES("^late*") "+" HEADLINES("^bad*")},
	{"measures_unread", TABLE_measures,
	 HEADLINES("#no_reading") "+" HEADLINES("''")},
	{"measures_unjudged", TABLE_measures,
	 HEADLINES("^idle*") "+" HEADLINES("''")},
	{"measures_within_margin", TABLE_measures,
	 "COUNTIFS([headline],'yes',[real],$within,[progress],'>0')"},
	{"actions", TABLE_actions, "ITEMS([title])"},
	{"actions_done", TABLE_actions,
	 "SUMPRODUCT(" THERE "*([status]=@action_status.done))"},
	{"actions_on_track", TABLE_actions,
	 "SUMPRODUCT(" OPEN "*(1-" LATE ")" IN_HAND "*(1-" NOT_BEGUN "))"},
	{"actions_not_started", TABLE_actions,
	 "SUMPRODUCT(" OPEN "*(1-" LATE ")" IN_HAND "*" NOT_BEGUN ")"},
	{"actions_overdue", TABLE_actions, "SUMPRODUCT(" OPEN "*" LATE ")"},
	{"actions_unowned", TABLE_actions,
	 "SUMPRODUCT(" OPEN "*(1-" LATE ")*(1-([owner]<>'')*([due]<>'')))"},
	{"actions_without_owner", TABLE_actions,
	 "SUMPRODUCT(" THERE "*([owner]=''))"},
	{"reasons_volume", TABLE_contact_reasons, "SUM([volume])"},
	{"reasons_failure", TABLE_contact_reasons,
	 PERCENT_OF_CONTACTS("[demand],@demand.failure")},
	{"reasons_unwanted", TABLE_contact_reasons,
	 PERCENT_OF_CONTACTS("[quadrant],@disposition.eliminate")},
	{"events_coming", TABLE_calendar, EVENTS(")")},
	{"events_told_in_time", TABLE_calendar, EVENTS(",[state],^good*)")},
	{"events_not_told", TABLE_calendar, EVENTS(",[state],^bad*)")},
	{"insights_acted_on", TABLE_intelligence, "COUNTIFS([state],^done*)"},
	{"insights_accepted", TABLE_intelligence,
	 "COUNTIFS([state],^good*)+COUNTIFS([state],^done*)"},
	{"insights_shared", TABLE_intelligence,
	 "COUNTIFS([state],^asked*)+COUNTIFS([state],^good*)"
	 "+COUNTIFS([state],^done*)"},
	{"findings_errors", TABLE_findings,
	 "SUMIFS([places],[severity],^bad*,[waived],'no')"},
	{"findings_warnings", TABLE_findings,
	 "SUMIFS([places],[severity],^late*,[waived],'no')"
	 "-SUMIFS([advice],[severity],^late*,[waived],'no')"},
	{"findings_advice", TABLE_findings,
	 "SUMIFS([places],[severity],^idle*,[waived],'no')"
	 "+SUMIFS([advice],[severity],^late*,[waived],'no')"},
	{"findings_waived", TABLE_findings, "SUMIF([waived],'yes',[places])"},
	{"due_actions", TABLE_actions,
	 "COUNTIFS([due],'<='&as_of)"
	 "-COUNTIFS([due],'<='&as_of,[status],@action_status.cancelled)"},
	{"due_actions_done", TABLE_actions,
	 "COUNTIFS([due],'<='&as_of,[status],@action_status.done)"},
	{"due_decisions", TABLE_decisions, "COUNTIFS([due],'<='&as_of)"},
	{"due_decisions_done", TABLE_decisions,
	 "COUNTIFS([due],'<='&as_of,[state],#approved)"
	 "+COUNTIFS([due],'<='&as_of,[state],#rejected)"
	 "+COUNTIFS([due],'<='&as_of,[state],#deferred)"},
	{"due", TABLE_readiness, "$due_actions+$due_decisions+$due_readings"},
	{"due_done", TABLE_readiness,
	 "$due_actions_done+$due_decisions_done+$due_readings_done"},
	/* rounded down, and not by what a sum of shares lacks of a whole */
	{"readiness", TABLE_readiness, "INT(ROUND(AVERAGE([percent])*100,6))"},
	/* contacts whose demand is told */
	{"reasons_judged", TABLE_contact_reasons,
	 "SUMIF([demand],@demand.failure,[volume])"
	 "+SUMIF([demand],@demand.value,[volume])"},
	{"reasons", TABLE_contact_reasons, "$reasons_there"},
	{"reasons_last", TABLE_contact_reasons,
	 "SUMPRODUCT(MAX(IF([volume]<'',IF([name]<>'Total',"
	 "IF(ROUND(3*SUMIF([volume],'>='&[volume]*0.999999999999,[volume])"
	 "-2*$reasons_volume,6)>=0,[volume],0),0),0)))"},
	{"reasons_larger", TABLE_contact_reasons, "COUNTIFS(" LARGER ")"},
	{"reasons_larger_volume", TABLE_contact_reasons,
	 "SUMIFS([volume]," LARGER ")"},
	{"reasons_larger_failure", TABLE_contact_reasons,
	 "COUNTIFS(" LARGER "," FAILURE ")"},
	{"reasons_alike", TABLE_contact_reasons,
	 "COUNTIFS(" AS_LARGE ")-$reasons_larger"},
	{"reasons_alike_failure", TABLE_contact_reasons,
	 "COUNTIFS(" AS_LARGE "," FAILURE ")-$reasons_larger_failure"},
	{"reasons_most", TABLE_contact_reasons,
	 "IF($reasons_last>0,$reasons_larger-INT(-1*ROUND("
	 "($reasons_volume*2/3-$reasons_larger_volume)/$reasons_last,9)),0)"},
	{"reasons_most_share", TABLE_contact_reasons,
	 "IF($reasons_most>0,($reasons_larger_volume+$reasons_last*"
	 "($reasons_most-$reasons_larger))/$reasons_volume,0)"},
	{"reasons_most_failure", TABLE_contact_reasons,
	 "$reasons_larger_failure+IF($reasons_alike_failure=$reasons_alike,"
	 "$reasons_most-$reasons_larger,$reasons_alike_failure)"},
	/* not where it depends on which of those alike are taken */
	{"reasons_most_judged", TABLE_contact_reasons,
	 "IF(AND($reasons_larger+$reasons_alike="
	 "COUNTIFS(" AS_LARGE "," FAILURE ")"
	 "+COUNTIFS(" AS_LARGE ",[demand],@demand.value),"
	 "OR($reasons_most=$reasons_larger+$reasons_alike,"
	 "$reasons_alike_failure=0,$reasons_alike_failure=$reasons_alike)),"
	 "1,0)"},
	{"segments", TABLE_segments, "ITEMS([name])"},
	{"segments_largest", TABLE_segments,
	 "SUMPRODUCT(MAX(IF([revenue_share]<'',IF([name]<>'Total',"
	 "[revenue_share],0),0)))"},
	/* those of high value, else the one with half of the revenue */
	{"segments_high", TABLE_segments,
	 "IF(AND(COUNTIF([high_value],'yes')<$segments,"
	 "COUNTIFS([high_value],'yes',[revenue_share],'>=0')="
	 "COUNTIF([high_value],'yes')),COUNTIF([high_value],'yes'),0)"},
	{"segments_told", TABLE_segments,
	 "IF($segments_high>0,$segments_high,"
	 "IF(AND(COUNT([revenue_share])=$segments,"
	 "ROUND($segments_largest,9)>=0.5),1,0))"},
	{"segments_revenue", TABLE_segments,
	 "IF($segments_high>0,SUMIF([high_value],'yes',[revenue_share]),"
	 "$segments_largest)"},
	/* 0 where that of one of them is unknown */
	{"segments_customers", TABLE_segments,
	 "IF($segments_high>0,IF("
	 "COUNTIFS([high_value],'yes',[share],'>=0')=$segments_high,"
	 "SUMIF([high_value],'yes',[share]),0),IF($segments_told=0,0,"
	 "SUM(INDEX([share],MATCH($segments_largest,[revenue_share],0)))))"},
	{"demand_all", TABLE_demand, "SUM([volume])+SUM([extra])"},
	{"demand_most", TABLE_demand,
	 "SUMPRODUCT(MAX(IF([volume]<='',IF([month]<>'Total',"
	 "[volume]+[extra],0),0)))"},
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

/* "may be chance: ±*": the message that a small change has */
static const char *
within_criterion(const struct expr_scope *scope)
{
	return message_text(scope->arena, scope->review->language,
			    N_("may be chance: ±{margin}"),
			    ARGS(TEXT_ARG("margin", "*")));
}

/* of a table without rows nothing can be counted */
const struct expr *
figure_expr(const struct expr_scope *scope, size_t i)
{
	const struct tally *readings = &scope->review->readiness.readings;
	bool in_review =
		word_is(&scope->review->plan->plan.status, PLAN_IN_REVIEW);
	const struct binding bindings[] = {
		{"plan_in_review", NULL, expr_number(scope->arena, in_review)},
		{"within", NULL,
		 expr_text(scope->arena, within_criterion(scope))},
		/* those that are sums of others aren't counted */
		{"reasons_there",
		 table_column(tables_get(scope->tables, TABLE_contact_reasons),
			      "sum_volume") < 0
			 ? "ITEMS([name])"
			 : "ITEMS([name])-COUNT([sum_volume])",
		 NULL},
		{"due_readings", NULL,
		 expr_number(scope->arena, readings->due)},
		{"due_readings_done", NULL,
		 expr_number(scope->arena, readings->done)}};
	struct expr_scope own = {
		.arena = scope->arena,
		.tables = scope->tables,
		.review = scope->review,
		.table = tables_get(scope->tables, figures[i].table),
		.row = NO_ROW,
		.bindings = bindings,
		.n = COUNT_OF(bindings)};

	return own.table->rows ? expr_parse(&own, figures[i].template)
			       : expr_number(scope->arena, 0);
}

/* --- macros --------------------------------------------------------------- */

/* --- money of the review: in one unit on the whole page ------------------- */

/* an amount of the page with more digits than these is wider than its cell */
static const double page_limit = 1e5;

static const struct {
	const char *unit, *number, *amount;
} scales[SCALE_MOST + 1] = {
	{"{currency}", "FIXED($1,0)", "{amount}"},
	{N_("{currency}k"), "FIXED($1/1000,IF(ABS($1)<10000,1,0))",
	 N_("{amount}k")},
	{N_("{currency}m"),
	 "FIXED($1/1000000,IF(ABS($1)<1E6,2,IF(ABS($1)<1E8,1,0)))",
	 N_("{amount}m")},
	{N_("{currency}bn"), "FIXED($1/1000000000,IF(ABS($1)<1000000000,2,1))",
	 N_("{amount}bn")}};

int
money_scale(const struct expr_scope *scope)
{
	static const struct {
		enum table_id table;
		const char *template;
	} amounts[] = {{TABLE_readiness, "$asked_amount"},
		       {TABLE_contact_reasons, "SUM([cost])"},
		       {TABLE_contact_reasons, "SUM([revenue])"},
		       {TABLE_intelligence, "MAX([value_per_year])"},
		       {TABLE_intelligence, "MAX([cost_per_year])"}};
	double most = 0;

	for (size_t i = 0; i < COUNT_OF(amounts); i++) {
		struct expr_scope own =
			scope_of(scope, amounts[i].table, NO_ROW);

		if (own.table->rows)
			most = fmax(most,
				    expr_value(&own,
					       expr_parse(&own,
							  amounts[i].template),
					       0)
					    .number);
	}
	return scale_of(most, page_limit);
}

const char *
money_unit(const struct expr_scope *scope, int scale)
{
	struct buf sign = {0};
	const char *unit;

	currency_add(&sign, scope->review->plan);
	unit = message_text(scope->arena, scope->review->language,
			    scales[scale].unit,
			    ARGS(TEXT_ARG("currency", buf_text(&sign))));
	buf_free(&sign);
	return unit;
}

/* "£5,000", "CHF 5,000"; in the unit of the scale: "£163k" */
static const struct expr *
money_in(const struct expr_scope *scope, int scale)
{
	const struct text_value *currency = &scope->review->plan->plan.currency;
	bool known = is_set(&currency->at);
	const char *sign = known ? money_sign(currency->text) : "";
	struct binding bindings[] = {
		{"amount", NULL, expr_parse(scope, scales[scale].number)},
		{"sign", NULL, expr_text(scope->arena, sign)},
		{"currency", NULL, expr_text(scope->arena, sign)}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	bindings[0].expr = expr_message(&own, scales[scale].amount);
	if (!known)
		return bindings[0].expr;
	return expr_message(&own, sign == currency->text
					  ? N_("{currency} {amount}")
					  : N_("{sign}{amount}"));
}

static const struct expr *
money(const struct expr_scope *scope, const char *template)
{
	(void)template;
	return money_in(scope, 0);
}

static const struct expr *
page_money(const struct expr_scope *scope, const char *template)
{
	(void)template;
	return money_in(scope, money_scale(scope));
}

/* --- rows and days -------------------------------------------------------- */

/* rows of the table that are not blank: a row that somebody adds counts once it
 * has a name */
static const struct expr *
items(const struct expr_scope *scope, const char *template)
{
	const struct expr *names = scope->bindings[0].expr;
	struct expr *ids = arena_alloc(scope->arena, sizeof(*ids));
	const struct binding bindings[] = {scope->bindings[0],
					   {"ids", NULL, ids}};
	struct expr_scope own = *scope;

	*ids = *names;
	ids->column = names->table->column_count;
	own.bindings = bindings;
	own.n = 2;
	return expr_parse(&own, template);
}

struct period_days
period_days(const struct plan *plan)
{
	const struct term *period = &plan->plan.period;
	struct period_days days;

	date_serial(period->start.date, &days.first);
	date_serial(period->end.date, &days.last);
	if (days.last <= 0)
		days.last = 1e6;
	return days;
}

/* the year is told where it is not that of the as-of date, or the day is
 * outside the period */
static const struct expr *
day(const struct expr_scope *scope, const char *month,
    const struct phrase *phrases)
{
	struct period_days period = period_days(scope->review->plan);
	const struct binding bindings[] = {
		scope->bindings[0],
		{"day", "DAY($1)", NULL},
		{"month", month, NULL},
		{"m", "MONTH($1)", NULL},
		{"year", "YEAR($1)", NULL},
		{"first", NULL, expr_number(scope->arena, period.first)},
		{"last", NULL, expr_number(scope->arena, period.last)}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	return expr_phrases(&own, phrases);
}

#define IN_PERIOD "AND(YEAR($1)=YEAR(as_of),$1>=$first,$1<=$last)"

static const struct expr *
long_day(const struct expr_scope *scope, const char *template)
{
	static const struct phrase phrases[] = {
		{IN_PERIOD, C_("month in full", "{day} {month}")},
		{NULL, C_("month in full", "{day} {month} {year}")}};

	return day(scope, template, phrases);
}

static const struct expr *
short_day(const struct expr_scope *scope, const char *template)
{
	static const struct phrase phrases[] = {
		{IN_PERIOD, N_("{day} {month}")},
		{NULL, N_("{day} {month} {year}")}};
	const char *month = "CHOOSE(MONTH($1)";

	(void)template;
	for (int i = 1; i <= 12; i++)
		month = arena_format(scope->arena, "%s,'%s'", month,
				     month_short(scope->review->language, i));
	return day(scope, arena_format(scope->arena, "%s)", month), phrases);
}

/* --- numbers -------------------------------------------------------------- */

static const struct expr *
words(const struct expr_scope *scope, const char *template)
{
	return expr_parse(scope,
			  language_counts_in_words(scope->review->language)
				  ? template
				  : "FIXED($1,0)");
}

static const struct expr *
percent(const struct expr_scope *scope, const char *template)
{
	const struct binding number = {"number", NULL, scope->bindings[0].expr};
	struct expr_scope own = *scope;

	(void)template;
	own.bindings = &number;
	return expr_message(&own, N_("{number}%"));
}

/* $1 is the argument */
static const struct {
	const char *name;
	const struct expr *(*expand)(const struct expr_scope *scope,
				     const char *template);
	const char *template;
} macros[] = {
	{"WORDS", words,
	 "IF($1>10,FIXED($1,0),CHOOSE($1+1,'none','one','two','three','four',"
	 "'five','six','seven','eight','nine','ten'))"},
	{"CAPITAL_WORDS", words,
	 "IF($1>10,FIXED($1,0),CHOOSE($1+1,'None','One','Two','Three','Four',"
	 "'Five','Six','Seven','Eight','Nine','Ten'))"},
	{"MONEY", money, NULL},
	{"PAGE_MONEY", page_money, NULL},
	{"PERCENT", percent, NULL},
	{"ITEMS", items, "SUMPRODUCT(($1&$ids<>'')*1)"},
	{"LONG_DAY", long_day,
	 "CHOOSE(MONTH($1),'January','February','March','April','May','June',"
	 "'July','August','September','October','November','December')"},
	{"SHORT_DAY", short_day, NULL},
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
