/* excerpt_blocks.c - the blocks of the review: rows, columns and sentences */
#include <libintl.h>
#include <math.h>

#include "ces/finding.h"
#include "expr_inside.h"

/* --- rows: those that leaders look at first ------------------------------- */

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

/* A reason without name and volume is a form that nobody filled in; a sum of
 * others is left to these. */
static void
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

static void
choose_scored(struct choosing *choosing)
{
	const struct table *table = choosing->table;
	size_t n = choosing->scope->review->view->counted;

	for (size_t i = 0; i < n; i++)
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
			if (review->next[k] &&
			    finding_shown(review->next[k]) == ordered[i])
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

/* --- columns -------------------------------------------------------------- */

static const struct excerpt_column decisions[] = {
	{.key = "statement", .header = N_("Decision")},
	{.key = "amount", .header = N_("Amount {money}")},
	{.key = "due",
	 .header = N_("Decide by"),
	 .template = "IF(OR(LEFT({state},1)=^asked,LEFT({state},1)=^bad),"
		     "IF({due}='','',{due}),{state})"},
	{.key = "asked_of", .header = N_("Asked of")},
	{.key = "answers",
	 .header = N_("What it answers"),
	 .template = "IF({answers}='',{about},{answers})"},
};

static const struct expr *
preparation_title(const struct expr_scope *scope, size_t i)
{
	return expr_text(scope->arena, gettext(preparations[i].title));
}

/* "✓ Done 25 Feb", "● 60%, 31 Jul", "■ Overdue, 31 Jul" */
static const struct expr *
preparation_state(const struct expr_scope *scope, size_t i)
{
	static const struct sentence sentence = {
		.terms = {{"state", "{state}"},
			  {"completed", "SHORT_DAY({completed})"},
			  {"due", "SHORT_DAY({due})"},
			  {"mark", "^good"},
			  {"percent", "ROUND({percent}*100,0)"}},
		.cases = {{"AND({state}=#done,SUM({completed})>0)",
			   N_("{state} {completed}")},
			  {"OR({state}=#done,SUM({due})=0)", N_("{state}")},
			  {"AND({state}=#on_track,SUM({percent})>0)",
			   N_("{mark} {percent}%, {due}")},
			  {NULL, N_("{state}, {due}")}}};

	(void)i;
	return scope->row == NO_ROW
		       ? expr_text(scope->arena, gettext("not planned"))
		       : sentence_expr(scope, &sentence);
}

static const struct excerpt_column actions[] = {
	{.key = "prepares",
	 .header = N_("Preparation"),
	 .make = preparation_title},
	{.key = "state", .header = N_("State"), .make = preparation_state},
};

static const struct excerpt_column measures[] = {
	{.key = "name", .header = N_("Measure")},
	{.key = "unit", .header = N_("Unit")},
	{.key = "baseline", .header = N_("Baseline")},
	{.key = "latest", .header = N_("Latest")},
	{.key = "target", .header = N_("Target")},
	{.key = "target_date", .header = N_("Target due")},
	{.key = "progress", .header = N_("Way to target")},
	{.key = "planned", .header = N_("Planned by then")},
	{.key = "state", .header = N_("Status")},
	{.key = "real", .header = N_("Is the change real?")},
};

static const struct excerpt_column reasons[] = {
	{.key = "name",
	 .header = N_("Reason"),
	 .total = "IF($all=1,'The one reason','All {n} reasons')"},
	{.key = "volume",
	 .header = N_("Contacts a year"),
	 .total = "SUM([volume])"},
	{.key = "cost", .header = N_("Cost {money}"), .total = "SUM([cost])"},
	{.key = "revenue",
	 .header = N_("Revenue {money}"),
	 .total = "SUM([revenue])"},
	{.key = "demand",
	 .header = N_("Demand"),
	 .total = "IF($reasons_judged>0,'{failure}% {word}','')"},
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
	 .template = "IF({lead_days}='','■ none',{lead_days})"},
	{.key = "effects", .header = N_("Expected effect on contacts")},
	{.key = "contacts", .header = N_("Replies")},
	{.key = "confidence", .header = N_("Confidence")},
};

static const struct excerpt_column insights[] = {
	{.key = "insight", .header = N_("Insight")},
	{.key = "value_per_year",
	 .header = N_("{money} a year"),
	 .template = "IF(COUNT({value_per_year},{cost_per_year})=0,'',"
		     "MAX({value_per_year},{cost_per_year}))"},
	{.key = "consumers", .header = N_("For")},
	{.key = "state", .header = N_("Status")},
	{.key = "told_customers",
	 .header = N_("Customers told"),
	 .template = "IF({told_customers}='','',"
		     "IF({told_customers}='yes','Yes','Not yet'))"},
};

static const struct excerpt_column findings[] = {
	{.key = "message", .header = N_("Finding")},
	{.key = "severity", .header = N_("Severity")},
	{.key = "section", .header = N_("Section")},
};

/* "Segments", where the table says "Customer segmentation" */
static const struct expr *
readiness_section(const struct expr_scope *scope, size_t i)
{
	(void)i;
	return expr_text(scope->arena,
			 section_label(scope->table->ids[scope->row]));
}

static const struct excerpt_column readiness[] = {
	{.key = "section", .header = N_("Section"), .make = readiness_section},
	{.key = "percent", .header = N_("Written")},
	{.key = "under_way", .header = N_("Under way")},
};

/* --- titles --------------------------------------------------------------- */

static const struct sentence decisions_title = {
	.terms = {{"n", "WORDS($decisions_open)"},
		  {"amount", "MONEY($decisions_amount)"},
		  {"day", "LONG_DAY($decisions_first_due)"}},
	.cases = {{"$decisions_open=0", N_("Decisions: none is open")},
		  {"$decisions_amount=0", N_("Decisions asked: {n}")},
		  {NULL, N_("Decisions asked: {amount}")},

		  {"$decisions_first_due>=1000000", ""},
		  {"$decisions_first_due<as_of",
		   N_(", the first was due on {day}")},
		  {"$decisions_open=1", N_(", by {day}")},
		  {NULL, N_(", the first by {day}")}},
};

static const struct sentence actions_title = {
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

		  {"$actions_without_owner=0", N_(", each has an owner")},
		  {"$actions_without_owner=$actions",
		   N_(", none has an owner")},
		  {"$actions_without_owner=1", N_(", one has no owner")},
		  {NULL, N_(", {n} have no owner")}},
};

static const struct sentence measures_title = {
	.terms = {{"all", "WORDS($measures_headline)"},
		  {"off", "WORDS($measures_off_track)"},
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
		  {"$measures_off_track=0",
		   N_("Headline measures: none is off track")},
		  {NULL, N_("Headline measures: {off} are off track")},

		  {"$measures_within_margin=0", ""},
		  {"$measures_within_margin=1",
		   N_(", one gain may still be chance")},
		  {NULL, N_(", {chance} gains may still be chance")}},
};

static const struct sentence matrix_title = {
	.terms = {{"unwanted", "$reasons_unwanted"}},
	.cases = {{"$reasons_unwanted>0",
		   N_("Neither we nor customers want {unwanted}% of contacts")},
		  {NULL, N_("Where each reason belongs")}},
};

static const struct sentence events_title = {
	.terms = {{"n", "WORDS($events_coming)"},
		  {"late",
		   "$events_coming-$events_told_in_time-$events_not_told"},
		  {"told_late", "WORDS($late)"},
		  {"untold", "WORDS($events_not_told)"}},
	.cases = {{"$events_coming=1", N_("Next 90 days: one known event")},
		  {NULL, N_("Next 90 days: {n} known events")},

		  {"$events_told_in_time<$events_coming", ""},
		  {"$events_coming=1", N_(", announced in time")},
		  {NULL, N_(", all announced in time")},

		  {"$late=0", ""},
		  {NULL, N_(", {told_late} told late")},

		  {"$events_not_told=0", ""},
		  {NULL, N_(", {untold} not told to us")}},
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
	.terms = {{"errors", "$findings_errors"},
		  {"warnings", "$findings_warnings"},
		  {"advice", "$findings_advice"},
		  {"waived", "$findings_waived"}},
	.cases = {{"$findings_errors=0", N_("Gravest findings: no errors")},
		  {"$findings_errors=1", N_("Gravest findings: 1 error")},
		  {NULL, N_("Gravest findings: {errors} errors")},

		  {"$findings_warnings=0", N_("; no warnings")},
		  {"$findings_warnings=1", N_("; 1 warning")},
		  {NULL, N_("; {warnings} warnings")},

		  {"$findings_advice=0", ""},
		  {"$findings_advice=1", N_(", 1 piece of advice")},
		  {NULL, N_(", {advice} pieces of advice")},

		  {"$findings_waived=0", ""},
		  {NULL, N_(", {waived} waived")}},
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
	[EXCERPT_ACTIONS] = {"actions", TABLE_actions, PREPARATIONS,
			     choose_preparations, COLUMNS(actions),
			     .title = &actions_title},
	[EXCERPT_MEASURES] = {"measures", TABLE_measures, EXCERPT_ROWS,
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
