/* titles_live.c - titles of the sheets that a meeting edits, as expressions */
#include <libintl.h>

#include "titles.h"

enum { SOON_DAYS = 90 };

#define PHRASES(list) (list), sizeof(list) / sizeof(*(list))

static struct expr_scope
bind(const struct expr_scope *scope, const struct binding *bindings, size_t n)
{
	struct expr_scope bound = *scope;

	bound.bindings = bindings;
	bound.n = n;
	return bound;
}

/* --- actions -------------------------------------------------------------- */

/* the last day of the month in which the next 90 days end */
static struct date
soon(const struct view *view)
{
	struct date day = date_add_days(view->as_of, SOON_DAYS);

	day.day = 1;
	return date_add_days(date_add_months(day, 1), -1);
}

const struct expr *
title_actions(const struct expr_scope *scope)
{
	static const struct phrase late[] = {
		{"$open=0", N_("No action is open")},
		{"$overdue=0", N_("No action is overdue")},
		{"$overdue=1", N_("{k} action is overdue")},
		{NULL, N_("{k} actions are overdue")}};
	static const struct phrase idle[] = {
		{"$waiting=0", ""},
		{"$waiting=1", N_("; {w} that is due by the end of {month} has "
				  "not started")},
		{NULL, N_("; {w} that are due by the end of {month} have not "
			  "started")}};
	struct date day = soon(scope->review->view);
	double until = 0;

	date_serial(day, &until);
	const struct binding bindings[] = {
		{.name = "until", .expr = expr_number(scope->arena, until)},
		{.name = "month",
		 .expr = expr_text(scope->arena, month_name(day.month))},
		{.name = "open",
		 .template = "ROWS([status])"
			     "-COUNTIF([status],@action_status.done)"
			     "-COUNTIF([status],@action_status.cancelled)"},
		{.name = "overdue", .template = "COUNTIF([state],#overdue)"},
		{.name = "waiting",
		 .template = "COUNTIFS([status],@action_status.not_started,"
			     "[due],'>='&as_of,[due],'<='&$until)"},
		{.name = "k", .template = "CAPITAL_WORDS($overdue)"},
		{.name = "w", .template = "WORDS($waiting)"}};
	struct expr_scope bound =
		bind(scope, bindings, sizeof(bindings) / sizeof(*bindings));

	return expr_join(scope->arena, expr_phrases(&bound, PHRASES(late)),
			 expr_phrases(&bound, PHRASES(idle)));
}

/* --- decisions ------------------------------------------------------------ */

/* a sum that lacks a part says too little: then none is told */
const struct expr *
title_decisions(const struct expr_scope *scope)
{
	static const struct phrase phrases[] = {
		{"$open=0", N_("No decision is waiting for an answer")},
		{"AND($known=$open,$open=1)",
		 N_("{k} decision worth {worth} waits for an answer")},
		{"$known=$open",
		 N_("{k} decisions worth {worth} wait for an answer")},
		{"$open=1", N_("{k} decision waits for an answer")},
		{NULL, N_("{k} decisions wait for an answer")}};
	static const struct binding bindings[] = {
		{.name = "open", .template = "$decisions_open"},
		{.name = "known",
		 .template = "COUNTIFS([state],^asked*,[amount],'>0')"
			     "+COUNTIFS([state],^bad*,[amount],'>0')"},
		{.name = "k", .template = "CAPITAL_WORDS($open)"},
		{.name = "worth", .template = "AMOUNT($decisions_amount)"}};
	struct expr_scope bound =
		bind(scope, bindings, sizeof(bindings) / sizeof(*bindings));

	return expr_phrases(&bound, PHRASES(phrases));
}

/* --- questions ------------------------------------------------------------ */

const struct expr *
title_questions(const struct expr_scope *scope)
{
	static const struct phrase phrases[] = {
		{"$idle=$all", N_("No question has been discussed yet")},
		{"$met=0", N_("No question is met yet")},
		{"$met=$all", N_("Every question is met")},
		{"$met=1", N_("{k} of {n} questions is met")},
		{NULL, N_("{k} of {n} questions are met")}};
	static const struct binding bindings[] = {
		{.name = "all", .template = "ROWS([state])"},
		{.name = "idle", .template = "COUNTIF([state],^idle*)"},
		{.name = "met", .template = "COUNTIF([state],^done*)"},
		{.name = "k", .template = "CAPITAL_WORDS($met)"},
		{.name = "n", .template = "WORDS($all)"}};
	struct expr_scope bound =
		bind(scope, bindings, sizeof(bindings) / sizeof(*bindings));

	return expr_phrases(&bound, PHRASES(phrases));
}

/* --- measures ------------------------------------------------------------- */

/* of the headline measures; where there is none, of all */
const struct expr *
title_measures(const struct expr_scope *scope)
{
	static const struct phrase headlines[] = {
		{"$measures_unread=$measures_headline",
		 N_("No headline measure can be compared with its target yet")},
		{"$measures_on_track=0", N_("No headline measure is on track")},
		{"$measures_on_track=$measures_headline",
		 N_("Every headline measure is on track")},
		{"$measures_on_track=1",
		 N_("{k} of {n} headline measures is on track")},
		{NULL, N_("{k} of {n} headline measures are on track")}};
	static const struct binding of_headlines[] = {
		{.name = "k", .template = "CAPITAL_WORDS($measures_on_track)"},
		{.name = "n", .template = "WORDS($measures_headline)"}};
	static const struct phrase all[] = {
		{"COUNTIF([state],^idle*)=$all",
		 N_("No measure can be compared with its target yet")},
		{"$good=0", N_("No measure is on track")},
		{"$good=$all", N_("Every measure is on track")},
		{"$good=1", N_("{k} of {n} measures is on track")},
		{NULL, N_("{k} of {n} measures are on track")}};
	static const struct binding of_all[] = {
		{.name = "all", .template = "ROWS([state])"},
		{.name = "good",
		 .template = "COUNTIF([state],^good*)"
			     "+COUNTIF([state],^done*)"},
		{.name = "k", .template = "CAPITAL_WORDS($good)"},
		{.name = "n", .template = "WORDS($all)"}};
	const struct table *table = scope->table;
	struct expr_scope bound = bind(scope, of_all, 4);

	for (size_t i = 0; i < table->rows; i++)
		if (table_at(table, i, "headline")->word == 1) {
			bound = bind(scope, of_headlines, 2);
			return expr_phrases(&bound, PHRASES(headlines));
		}
	return expr_phrases(&bound, PHRASES(all));
}

/* --- the business case -----------------------------------------------------
 */

const struct expr *
title_business_case(const struct expr_scope *scope)
{
	static const struct phrase phrases[] = {
		{"AND($exact>0,$months<=1)",
		 N_("Investments of {spent} pay back within a month or so")},
		{"$exact>0",
		 N_("Investments of {spent} pay back in {months} months")},
		{"$saving>0", N_("The targets save {saved} a year")},
		{"$risk>0", N_("{lost} a year is at risk")},
		{NULL, N_("Business case")}};
	static const struct binding bindings[] = {
		{.name = "exact", .template = "SUM([months:payback])"},
		{.name = "saving", .template = "SUM([amount:saving])"},
		{.name = "risk", .template = "SUM([amount:at_risk])"},
		{.name = "months", .template = "ROUND($exact,0)"},
		{.name = "spent", .template = "AMOUNT(SUM([amount:spent]))"},
		{.name = "saved", .template = "AMOUNT($saving)"},
		{.name = "lost", .template = "AMOUNT($risk)"}};
	const struct case_view *business = &scope->review->view->business;
	struct expr_scope bound =
		bind(scope, bindings, sizeof(bindings) / sizeof(*bindings));

	return business->saving > 0 || business->at_risk > 0
		       ? expr_phrases(&bound, PHRASES(phrases))
		       : NULL;
}
