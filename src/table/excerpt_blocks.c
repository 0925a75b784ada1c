/* excerpt_blocks.c - the blocks of the review: columns and sentences */
#include <math.h>

#include "expr_inside.h"

#include "ces/language.h"

/* --- columns -------------------------------------------------------------- */

static const char *
text(const struct expr_scope *scope, const char *message)
{
	return language_text(scope->review->language, message);
}

/* one template for a decision, one for an investment, a text for the approval
 * of the plan */
static const struct expr *
asked_value(const struct expr_scope *scope, const char *decision,
	    const char *investment, const char *approval)
{
	if (scope->row == NO_ROW)
		return expr_text(scope->arena, approval);
	return expr_parse(scope, scope->table->id == TABLE_investments
					 ? investment
					 : decision);
}

/* the message about the name in that column */
static const struct expr *
named(const struct expr_scope *scope, const char *column, const char *message)
{
	const struct binding name = {
		.name = "name",
		.template = arena_format(scope->arena, "{%s}", column)};
	struct expr_scope own = *scope;

	own.bindings = &name;
	own.n = 1;
	return expr_message(&own, message);
}

static const struct expr *
asked_statement(const struct expr_scope *scope, int kind)
{
	(void)kind;
	if (scope->row != NO_ROW && scope->table->id == TABLE_investments)
		return named(scope, "name", N_("Investment: {name}"));
	return asked_value(scope, "IF({statement}='','',{statement})", "''",
			   text(scope, N_("Approve this strategy")));
}

static const struct expr *
asked_amount(const struct expr_scope *scope, int kind)
{
	(void)kind;
	return asked_value(scope, "IF({amount}='','',{amount})",
			   "IF({amount}='','',{amount})", "");
}

static const struct expr *
asked_due(const struct expr_scope *scope, int kind)
{
	(void)kind;
	return asked_value(
		scope,
		"IF(OR(LEFT({state},1)=^asked,LEFT({state},1)=^bad),"
		"IF({due}='','',{due}),{state})",
		"IF(LEFT({state},1)=^asked,'" N_("no date") "',"
							    "{state})",
		text(scope, N_("no date")));
}

static const struct expr *
asked_whom(const struct expr_scope *scope, int kind)
{
	const struct governance *of = &scope->review->plan->governance;

	(void)kind;
	return asked_value(scope, "IF({asked_of}='','',{asked_of})", "''",
			   !is_set(&of->sponsor.at) ? ""
			   : of->sponsor.to
				   ? object_name(&of->sponsor.to->object)
				   : of->sponsor.id);
}

/* "Gap: £210k a year at risk" */
static const struct expr *
risk_answered(const struct expr_scope *scope, double risk)
{
	const struct binding bindings[] = {
		{"risk", NULL, expr_number(scope->arena, risk)},
		{"amount", "PAGE_MONEY($risk)", NULL}};
	struct expr_scope own = *scope;

	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	return expr_text(
		scope->arena,
		value_text(&own,
			   expr_value(&own, expr_message(&own, RISK), 0)));
}

static const struct expr *
asked_why(const struct expr_scope *scope, int kind)
{
	double risk = NAN;

	(void)kind;
	if (scope->row != NO_ROW && scope->table->id == TABLE_decisions)
		risk = decision_risk(
			scope->review->plan,
			(const void *)scope->table->objects[scope->row]);
	if (isfinite(risk))
		return risk_answered(scope, risk);
	return asked_value(
		scope, "IF({answers}='',{about}&'',{answers})",
		"IF({state}=#gated,'" N_(
			"Gated, without a decision") "',"
						     "'" N_("Asked for, "
							    "without a "
							    "decision") "')",
		text(scope, N_("The plan is in review")));
}

static const struct excerpt_column decisions[] = {
	{.key = "statement", .header = N_("Decision"), .make = asked_statement},
	{.key = "amount", .header = N_("Asked {money}"), .make = asked_amount},
	{.key = "due", .header = N_("Decide by"), .make = asked_due},
	{.key = "asked_of", .header = N_("Asked of"), .make = asked_whom},
	{.key = "answers", .header = N_("Why"), .make = asked_why},
};

static const struct expr *
action_title(const struct expr_scope *scope, int kind)
{
	if (scope->row == NO_ROW)
		return expr_message(scope, preparations[kind].title);
	if (kind == SHOWN_NEXT)
		return named(scope, "title", N_("Next: {name}"));
	if (kind == SHOWN_WORTH)
		return named(scope, "title", N_("Most worth: {name}"));
	return expr_parse(scope, "IF({title}='','',{title})");
}

/* "✓ Done 25 Feb", "● Ada Okafor, 31 Jul", "■ Piotr Nowak, 11 days late" */
static const struct expr *
action_state(const struct expr_scope *scope, int kind)
{
	static const struct sentence sentence = {
		.terms = {{"state", "{state}"},
			  {"completed", "SHORT_DAY({completed})"},
			  {"due", "SHORT_DAY({due})"},
			  {"mark", "LEFT({state},1)"},
			  {"n", "FIXED({overdue},0)"},
			  {"owner", "{owner}"}},
		.cases = {{"AND({state}=#done,SUM({completed})>0)",
			   N_("{state} {completed}")},
			  {"OR({state}=#done,{state}=#cancelled,"
			   "AND({owner}='',{due}=''))",
			   N_("{state}")},
			  {"AND({state}=#overdue,{owner}='',SUM({overdue})=1)",
			   N_("{mark} 1 day late")},
			  {"AND({state}=#overdue,{owner}='',SUM({overdue})>1)",
			   N_("{mark} {n} days late")},
			  {"AND({state}=#overdue,SUM({overdue})=1)",
			   N_("{mark} {owner}, 1 day late")},
			  {"AND({state}=#overdue,SUM({overdue})>1)",
			   N_("{mark} {owner}, {n} days late")},
			  {"{owner}=''", N_("{state}, {due}")},
			  {"{due}=''", N_("{state}, {owner}")},
			  {NULL, N_("{mark} {owner}, {due}")}}};

	(void)kind;
	return scope->row == NO_ROW ? expr_message(scope, N_("not planned"))
				    : sentence_expr(scope, &sentence);
}

static const struct excerpt_column actions[] = {
	{.key = "title", .header = N_("Action"), .make = action_title},
	{.key = "state", .header = N_("State"), .make = action_state},
};

static const struct excerpt_column measures[] = {
	{.key = "name", .header = N_("Measure")},
	{.key = "unit", .header = N_("Unit")},
	{.key = "baseline", .header = N_("Baseline")},
	{.key = "latest", .header = N_("Latest")},
	{.key = "target", .header = N_("Target")},
	{.key = "target_date", .header = N_("Target due")},
	{.key = "progress", .header = N_("Way to target")},
	{.key = "planned", .header = N_("Plan to date")},
	{.key = "state", .header = N_("Status")},
	{.key = "real", .header = N_("Is the change real?")},
};

static const struct excerpt_column reasons[] = {
	{.key = "name",
	 .header = N_("Reason"),
	 .total = "IF($all=1,'" N_("The one reason") "','" N_(
		 "All {n} reasons") "')"},
	{.key = "volume",
	 .header = N_("Contacts a year"),
	 .large = {N_("Thousands a year"), N_("Millions a year"),
		   N_("Billions a year")},
	 .total = "SUM([volume])"},
	{.key = "cost", .header = N_("Cost {money}"), .total = "SUM([cost])"},
	{.key = "revenue",
	 .header = N_("Revenue {money}"),
	 .total = "SUM([revenue])"},
	{.key = "demand",
	 .header = N_("Demand"),
	 .total = "IF($reasons_judged>0,'" N_("{failure}% failure") "','')"},
	{.key = "share", .header = N_("Share of contacts")},
	{.key = "target_change",
	 .header = N_("Planned change"),
	 .total = "IF(OR(COUNT([target_change])=0,SUM([planned])<=0,"
		  "$reasons_volume<=0),'',SUM([planned])/$reasons_volume-1)"},
	{.key = "disposition", .header = N_("What we do")},
	{.key = "owner", .header = N_("Owner")},
};

static const struct excerpt_column scores[] = {
	{.key = "name", .header = N_("Reason")},
	{.key = "value_to_customer", .header = N_("Value to customer")},
	{.key = "value_to_company", .header = N_("Value to company")},
	{.key = "quadrant", .header = N_("Quadrant")},
};

static const struct excerpt_column events[] = {
	{.key = "name", .header = N_("Event")},
	{.key = "next_start", .header = N_("From")},
	/* as far from the next start as the first end from the first start */
	{.key = "end",
	 .header = N_("To"),
	 .template = "IF(COUNT({next_start},{end},{start})<3,'',"
		     "{next_start}+{end}-{start})"},
	{.key = "lead_days",
	 .header = N_("Notice, d"),
	 .template = "IF({lead_days}='','" N_("■ none") "',{lead_days})"},
	{.key = "effects", .header = N_("Expected effect on contacts")},
	{.key = "contacts", .header = N_("Contacts")},
	{.key = "confidence", .header = N_("Confidence")},
};

static const struct excerpt_column insights[] = {
	{.key = "insight", .header = N_("Insight")},
	{.key = "value_per_year",
	 .header = N_("At stake {money} a year"),
	 .template = "IF(COUNT({value_per_year},{cost_per_year})=0,'',"
		     "MAX({value_per_year},{cost_per_year}))"},
	{.key = "consumers", .header = N_("For")},
	{.key = "state", .header = N_("Status")},
	{.key = "told_customers",
	 .header = N_("Customers told"),
	 .template = "IF({told_customers}='','',"
		     "IF({told_customers}='yes','" N_("Yes") "','" N_(
			     "Not yet") "'))"},
};

static const struct excerpt_column findings[] = {
	{.key = "message", .header = N_("Finding")},
	{.key = "severity", .header = N_("Severity")},
	{.key = "section", .header = N_("Section")},
};

/* "Segments", where the table says "Customer segmentation" */
static const struct expr *
readiness_section(const struct expr_scope *scope, int kind)
{
	(void)kind;
	return expr_text(scope->arena,
			 section_label(scope->review->language,
				       scope->table->ids[scope->row]));
}

static const struct excerpt_column readiness[] = {
	{.key = "section", .header = N_("Section"), .make = readiness_section},
	{.key = "percent", .header = N_("Written")},
	{.key = "under_way", .header = N_("Under way")},
};

/* --- titles --------------------------------------------------------------- */

static const struct sentence decisions_title = {
	.joins = {COMMA},
	.terms = {{"n", "WORDS($asked)"},
		  {"amount", "PAGE_MONEY($asked_amount)"},
		  {"day", "LONG_DAY($decisions_first_due)"}},
	.cases = {{"$asked=0", N_("Decisions asked: none")},
		  {"$asked_amount=0", N_("Decisions asked: {n}")},
		  {NULL, N_("Decisions asked: {n}, worth {amount}")},

		  {"OR($decisions_open=0,$decisions_first_due>=1000000)", ""},
		  {"AND($decisions_first_due<as_of,$asked=1)",
		   N_("it was due on {day}")},
		  {"$decisions_first_due<as_of",
		   N_("the first was due on {day}")},
		  {"$asked=1", N_("by {day}")},
		  {NULL, N_("the first by {day}")}},
};

static const struct sentence actions_title = {
	.joins = {COMMA},
	.terms = {{"all", "$actions"},
		  {"overdue", "$actions_overdue"},
		  {"n", "WORDS($actions_without_owner)"}},
	.cases = {{"AND($actions_overdue=0,$actions=1)",
		   N_("Actions: one, not overdue")},
		  {"$actions_overdue=0",
		   N_("Actions: none of {all} is overdue")},
		  {"$actions_overdue=1",
		   N_("Actions: {overdue} of {all} is overdue")},
		  {NULL, N_("Actions: {overdue} of {all} are overdue")},

		  {"$actions_without_owner=0", N_("each has an owner")},
		  {"$actions_without_owner=$actions", N_("none has an owner")},
		  {"$actions_without_owner=1", N_("one has no owner")},
		  {NULL, N_("{n} have no owner")}},
};

static const struct sentence measures_title = {
	.joins = {COMMA, COMMA},
	.terms = {{"all", "WORDS($measures_headline)"},
		  {"off", "WORDS($measures_off_track)"},
		  {"rest", "WORDS($measures_unjudged)"},
		  {"chance", "WORDS($measures_within_margin)"}},
	.cases = {{"$measures_unread=$measures_headline",
		   N_("Headline measures: none has a reading yet")},
		  {"$measures_unjudged=$measures_headline",
		   N_("Headline measures: none can be compared with its target "
		      "yet")},
		  {"AND($measures_headline=1,$measures_on_track=1)",
		   N_("The headline measure is on track")},
		  {"$measures_on_track=$measures_headline",
		   N_("Headline measures: all {all} are on track")},
		  {"$measures_off_track=1",
		   N_("Headline measures: one is off track")},
		  {"$measures_off_track>1",
		   N_("Headline measures: {off} are off track")},
		  {"$measures_unjudged=1",
		   N_("Headline measures: one can't be compared yet")},
		  {NULL, N_("Headline measures: {rest} can't be compared yet")},

		  {"OR($measures_off_track=0,$measures_unjudged=0)", ""},
		  {"$measures_unjudged=1", N_("one can't be compared yet")},
		  {NULL, N_("{rest} can't be compared yet")},

		  {"$measures_within_margin=0", ""},
		  {"$measures_within_margin=1",
		   N_("one gain may still be chance")},
		  {NULL, N_("{chance} gains may still be chance")}},
};

static const struct sentence matrix_title = {
	.terms = {{"unwanted", "$reasons_unwanted"}},
	.cases = {{"$reasons_unwanted>0",
		   N_("Neither we nor customers want {unwanted}% of contacts")},
		  {NULL, N_("Where each reason belongs")}},
};

static const struct sentence events_title = {
	.joins = {COMMA, COMMA, COMMA},
	.terms = {{"n", "WORDS($events_coming)"},
		  {"late",
		   "$events_coming-$events_told_in_time-$events_not_told"},
		  {"told_late", "WORDS($late)"},
		  {"untold", "WORDS($events_not_told)"}},
	.cases = {{"$events_coming=1", N_("Next 90 days: one known event")},
		  {NULL, N_("Next 90 days: {n} known events")},

		  {"$events_told_in_time<$events_coming", ""},
		  {"$events_coming=1", N_("announced in time")},
		  {NULL, N_("all announced in time")},

		  {"$late=0", ""},
		  {NULL, N_("{told_late} told late")},

		  {"$events_not_told=0", ""},
		  {NULL, N_("{untold} not told to us")}},
};

/* an insight acted on counts as accepted, an accepted one as shared */
static const struct sentence insights_title = {
	.terms = {{"shared", "$insights_shared"},
		  {"accepted", "$insights_accepted"},
		  {"acted", "$insights_acted_on"}},
	.cases = {{"$insights_shared=0",
		   N_("What we learned: nothing is shared yet")},
		  {"$insights_shared=1",
		   N_("What we learned: {shared} insight shared, {accepted} "
		      "accepted, {acted} acted on")},
		  {NULL,
		   N_("What we learned: {shared} insights shared, {accepted} "
		      "accepted, {acted} acted on")}},
};

static const struct sentence findings_title = {
	.joins = {SEMICOLON, COMMA, COMMA},
	.terms = {{"errors", "$findings_errors"},
		  {"warnings", "$findings_warnings"},
		  {"advice", "$findings_advice"},
		  {"waived", "$findings_waived"}},
	.cases = {{"$findings_errors=0", N_("Gravest findings: no errors")},
		  {"$findings_errors=1", N_("Gravest findings: 1 error")},
		  {NULL, N_("Gravest findings: {errors} errors")},

		  {"$findings_warnings=0", N_("no warnings")},
		  {"$findings_warnings=1", N_("1 warning")},
		  {NULL, N_("{warnings} warnings")},

		  {"$findings_advice=0", ""},
		  {"$findings_advice=1", N_("1 piece of advice")},
		  {NULL, N_("{advice} pieces of advice")},

		  {"$findings_waived=0", ""},
		  {NULL, N_("{waived} waived")}},
};

static const struct sentence readiness_title = {
	.terms = {{"readiness", "$readiness"},
		  {"done", "INT(ROUND($due_done/$due*100,6))"}},
	.cases = {{"$due=0", N_("Readiness: {readiness}% of the strategy is "
				"written down")},
		  {NULL, N_("Readiness: {readiness}% written, {done}% under "
			    "way")}},
};

/* --- the blocks ----------------------------------------------------------- */

const struct excerpt_block excerpt_blocks[EXCERPT_COUNT] = {
	[EXCERPT_DECISIONS] = {"decisions", TABLE_decisions, 3,
			       choose_decisions, COLUMNS(decisions),
			       .title = &decisions_title},
	[EXCERPT_ACTIONS] = {"actions", TABLE_actions, 3, choose_actions,
			     COLUMNS(actions), .title = &actions_title},
	[EXCERPT_MEASURES] = {"measures", TABLE_measures, EXCERPT_MEASURE_ROWS,
			      choose_measures, COLUMNS(measures),
			      .title = &measures_title},
	[EXCERPT_REASONS] = {"reasons", TABLE_contact_reasons,
			     EXCERPT_REASON_ROWS, choose_reasons,
			     COLUMNS(reasons), .total = true},
	[EXCERPT_MATRIX] = {"matrix", TABLE_contact_reasons,
			    EXCERPT_REASON_ROWS, choose_scored, COLUMNS(scores),
			    .title = &matrix_title},
	[EXCERPT_EVENTS] = {"events", TABLE_calendar, 3, choose_events,
			    COLUMNS(events), .title = &events_title},
	[EXCERPT_INSIGHTS] = {"insights", TABLE_intelligence, 3,
			      choose_insights, COLUMNS(insights),
			      .title = &insights_title},
	[EXCERPT_FINDINGS] = {"findings", TABLE_findings, 3, choose_findings,
			      COLUMNS(findings), .title = &findings_title},
	[EXCERPT_READINESS] = {"readiness", TABLE_readiness, SECTION_SEVEN,
			       choose_sections, COLUMNS(readiness),
			       .title = &readiness_title},
};
