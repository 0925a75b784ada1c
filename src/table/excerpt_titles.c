/* excerpt_titles.c - the review's sentences, which follow their figures */
#include <libintl.h>
#include <string.h>

#include "ces/message.h"
#include "excerpt_inside.h"

#define COUNT_OF(list) (sizeof(list) / sizeof(*(list)))

/* a sentence is made of clauses, and a clause of cases */
struct clause {
	const struct phrase *phrases;
	size_t n;
};

struct sentence {
	const struct binding *bindings;
	size_t binding_count;
	struct clause clauses[5];
};

#define BINDINGS(list) .bindings = (list), .binding_count = COUNT_OF(list)
#define CLAUSE(list)                   \
	{                              \
		(list), COUNT_OF(list) \
	}

static const struct expr *
sentence_expr(const struct expr_scope *scope, const struct sentence *sentence)
{
	struct expr_scope own = *scope;
	const struct expr *joined = NULL;

	own.bindings = sentence->bindings;
	own.n = sentence->binding_count;
	for (size_t i = 0; i < COUNT_OF(sentence->clauses); i++)
		if (sentence->clauses[i].n)
			joined = expr_join(
				scope->arena, joined,
				expr_phrases(&own,
					     sentence->clauses[i].phrases));
	return joined;
}

/* --- decisions, actions ----------------------------------------------- */

static const struct binding decision_names[] = {
	{.name = "n", .template = "WORDS($decisions_open)"},
	{.name = "amount", .template = "MONEY($decisions_amount)"},
	{.name = "day", .template = "LONG_DAY($decisions_first_due)"},
};
static const struct phrase decisions_asked[] = {
	{"$decisions_open=0", N_("Decisions: none is open")},
	{"$decisions_amount=0", N_("Decisions asked: {n}")},
	{NULL, N_("Decisions asked: {amount}")},
};
static const struct phrase decisions_due[] = {
	{"$decisions_first_due>=1000000", ""},
	{"$decisions_first_due<as_of", N_(", the first was due on {day}")},
	{"$decisions_open=1", N_(", by {day}")},
	{NULL, N_(", the first by {day}")},
};

static const struct binding action_names[] = {
	{.name = "all", .template = "$actions"},
	{.name = "overdue", .template = "$actions_overdue"},
	{.name = "n", .template = "WORDS($actions_without_owner)"},
};
static const struct phrase actions_late[] = {
	{"AND($actions_overdue=0,$actions=1)", N_("Actions: one, not overdue")},
	{"$actions_overdue=0", N_("Actions: none of {all} is overdue")},
	{"$actions_overdue=1", N_("Actions: {overdue} of {all} is overdue")},
	{NULL, N_("Actions: {overdue} of {all} are overdue")},
};
static const struct phrase actions_owned[] = {
	{"$actions_without_owner=0", N_(", each has an owner")},
	{"$actions_without_owner=$actions", N_(", none has an owner")},
	{"$actions_without_owner=1", N_(", one has no owner")},
	{NULL, N_(", {n} have no owner")},
};

/* --- measures --------------------------------------------------------- */

static const struct binding measure_names[] = {
	{.name = "all", .template = "WORDS($measures_headline)"},
	{.name = "behind", .template = "WORDS($measures_behind)"},
	{.name = "chance", .template = "WORDS($measures_within_margin)"},
};
static const struct phrase measures_state[] = {
	{"$measures_unread=$measures_headline",
	 N_("Headline measures: none has a reading yet")},
	{"AND($measures_headline=1,$measures_on_track=1)",
	 N_("The headline measure is on track")},
	{"$measures_on_track=$measures_headline",
	 N_("Headline measures: all {all} are on track")},
	{"$measures_behind=1", N_("Headline measures: one is behind")},
	{"$measures_behind=0", N_("Headline measures: none is behind")},
	{NULL, N_("Headline measures: {behind} are behind")},
};
static const struct phrase measures_chance[] = {
	{"$measures_within_margin=0", ""},
	{"$measures_within_margin=1", N_(", one gain may still be chance")},
	{NULL, N_(", {chance} gains may still be chance")},
};

/* --- reasons, matrix -------------------------------------------------- */

static const struct binding reason_names[] = {
	{.name = "name", .template = "{name}"},
	{.name = "share", .template = "SUM({share})"},
	{.name = "percent", .template = "ROUND($share*100,0)"},
	{.name = "failure", .template = "$reasons_failure"},
};
static const struct phrase reasons_subject[] = {
	{NULL, N_("Why customers contact us")},
};
/* shares of customers in words; questions are asked, topics are contacts */
static const struct phrase reason_asked[] = {
	{"AND($share>=0.62,$share<=0.71)", N_(": two in three ask “{name}”")},
	{"AND($share>=0.46,$share<=0.54)", N_(": half ask “{name}”")},
	{"AND($share>=0.3,$share<=0.37)", N_(": one in three asks “{name}”")},
	{"AND($share>=0.23,$share<=0.28)", N_(": one in four asks “{name}”")},
	{"AND($share>=0.18,$share<=0.22)", N_(": one in five asks “{name}”")},
	{"$share>=0.18", N_(": {percent}% ask “{name}”")},
	{"$reasons_failure>=30", N_(": {failure}% is failure demand")},
	{NULL, ""},
};
static const struct phrase reason_named[] = {
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
	{"$reasons_failure>=30", N_(": {failure}% is failure demand")},
	{NULL, ""},
};
static const struct phrase reasons_failure[] = {
	{"$reasons_failure>=30", N_(": {failure}% is failure demand")},
	{NULL, ""},
};
static const struct phrase matrix_unwanted[] = {
	{"$reasons_unwanted>0",
	 N_("Neither we nor customers want {unwanted}% of contacts")},
	{NULL, N_("Where each reason belongs")},
};
static const struct binding matrix_names[] = {
	{.name = "unwanted", .template = "$reasons_unwanted"},
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
reasons_title(const struct expr_scope *scope)
{
	struct expr_scope own = scope_of(scope, TABLE_contact_reasons, 0);
	const char *name =
		own.table->rows ? table_at(own.table, 0, "name")->text : NULL;
	struct sentence sentence = {
		BINDINGS(reason_names),
		.clauses = {CLAUSE(reasons_subject), CLAUSE(reasons_failure)}};

	if (name && is_question(name))
		sentence.clauses[1] = (struct clause)CLAUSE(reason_asked);
	else if (name)
		sentence.clauses[1] = (struct clause)CLAUSE(reason_named);
	return sentence_expr(&own, &sentence);
}

/* --- events, insights, findings, readiness ---------------------------- */

static const struct binding event_names[] = {
	{.name = "n", .template = "WORDS($events_coming)"},
	{.name = "late",
	 .template = "$events_coming-$events_told_in_time-$events_not_told"},
	{.name = "told_late", .template = "WORDS($late)"},
	{.name = "untold", .template = "WORDS($events_not_told)"},
};
static const struct phrase events_known[] = {
	{"$events_coming=1", N_("Next 90 days: one known event")},
	{NULL, N_("Next 90 days: {n} known events")},
};
static const struct phrase events_in_time[] = {
	{"$events_told_in_time<$events_coming", ""},
	{"$events_coming=1", N_(", announced in time")},
	{NULL, N_(", all announced in time")},
};
static const struct phrase events_late[] = {
	{"$late=0", ""},
	{NULL, N_(", {told_late} told late")},
};
static const struct phrase events_untold[] = {
	{"$events_not_told=0", ""},
	{NULL, N_(", {untold} not told to us")},
};

/* an insight acted on counts as accepted, an accepted one as shared */
static const struct binding insight_names[] = {
	{.name = "shared", .template = "$insights_shared"},
	{.name = "accepted", .template = "$insights_accepted"},
	{.name = "acted", .template = "$insights_acted_on"},
};
static const struct phrase insights_shared[] = {
	{"$insights_shared=0", N_("What we learned: nothing is shared yet")},
	{"$insights_shared=1",
	 N_("What we learned: {shared} insight shared, {accepted} accepted, "
	    "{acted} acted on")},
	{NULL, N_("What we learned: {shared} insights shared, {accepted} "
		  "accepted, {acted} acted on")},
};

static const struct binding finding_names[] = {
	{.name = "errors", .template = "$findings_errors"},
	{.name = "warnings", .template = "$findings_warnings"},
	{.name = "advice", .template = "$findings_advice"},
	{.name = "waived", .template = "$findings_waived"},
};
static const struct phrase findings_none[] = {
	{NULL, N_("Findings: none")},
};
static const struct phrase findings_errors[] = {
	{"$findings_errors=0", N_("Gravest findings: no errors")},
	{"$findings_errors=1", N_("Gravest findings: 1 error")},
	{NULL, N_("Gravest findings: {errors} errors")},
};
static const struct phrase findings_warnings[] = {
	{"$findings_warnings=0", N_("; no warnings")},
	{"$findings_warnings=1", N_("; 1 warning")},
	{NULL, N_("; {warnings} warnings")},
};
static const struct phrase findings_advice[] = {
	{"$findings_advice=0", ""},
	{"$findings_advice=1", N_(", 1 piece of advice")},
	{NULL, N_(", {advice} pieces of advice")},
};
static const struct phrase findings_waived[] = {
	{"$findings_waived=0", ""},
	{NULL, N_(", {waived} waived")},
};

static const struct binding readiness_names[] = {
	{.name = "readiness", .template = "$readiness"},
};
static const struct phrase readiness_percent[] = {
	{NULL, N_("Readiness: {readiness}% of the strategy is written down")},
};

static const struct sentence titles[EXCERPT_COUNT] = {
	[EXCERPT_DECISIONS] = {BINDINGS(decision_names),
			       {CLAUSE(decisions_asked),
				CLAUSE(decisions_due)}},
	[EXCERPT_ACTIONS] = {BINDINGS(action_names),
			     {CLAUSE(actions_late), CLAUSE(actions_owned)}},
	[EXCERPT_MEASURES] = {BINDINGS(measure_names),
			      {CLAUSE(measures_state),
			       CLAUSE(measures_chance)}},
	[EXCERPT_MATRIX] = {BINDINGS(matrix_names), {CLAUSE(matrix_unwanted)}},
	[EXCERPT_EVENTS] = {BINDINGS(event_names),
			    {CLAUSE(events_known), CLAUSE(events_in_time),
			     CLAUSE(events_late), CLAUSE(events_untold)}},
	[EXCERPT_INSIGHTS] = {BINDINGS(insight_names),
			      {CLAUSE(insights_shared)}},
	[EXCERPT_FINDINGS] = {BINDINGS(finding_names),
			      {CLAUSE(findings_errors),
			       CLAUSE(findings_warnings),
			       CLAUSE(findings_advice),
			       CLAUSE(findings_waived)}},
	[EXCERPT_READINESS] = {BINDINGS(readiness_names),
			       {CLAUSE(readiness_percent)}},
};

const struct expr *
excerpt_title(const struct expr_scope *scope, enum excerpt_id id)
{
	static const struct sentence none = {
		.clauses = {CLAUSE(findings_none)}};

	if (id == EXCERPT_REASONS)
		return reasons_title(scope);
	if (id == EXCERPT_FINDINGS &&
	    !tables_get(scope->tables, TABLE_findings)->rows)
		return sentence_expr(scope, &none);
	return sentence_expr(scope, &titles[id]);
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

static const struct binding position_names[] = {
	{.name = "all", .template = "WORDS($measures_headline)"},
	{.name = "good", .template = "CAPITAL_WORDS($measures_on_track)"},
	{.name = "failure", .template = "$reasons_failure"},
	{.name = "readiness", .template = "$readiness"},
	{.name = "told", .template = "$reasons_volume>0"},
};
#define NOTHING_TOLD                                   \
	"AND($measures_headline=0,$reasons_volume<=0," \
	"$decisions_open=0)"
static const struct phrase position_measures[] = {
	{NOTHING_TOLD,
	 N_("There is no figure to steer by yet: {readiness}% of the strategy "
	    "is written down, and the questions below lead to the rest.")},
	{"$measures_headline=0", ""},
	{"AND($measures_headline=1,$measures_unread=1)",
	 N_("The headline measure has no reading yet.")},
	{"$measures_unread=$measures_headline",
	 N_("None of the {all} headline measures has a reading yet.")},
	{"AND($measures_headline=1,$measures_on_track=1)",
	 N_("The headline measure is on track.")},
	{"$measures_on_track=$measures_headline",
	 N_("All {all} headline measures are on track.")},
	{"$measures_headline=1", N_("The headline measure is not on track.")},
	{"$measures_on_track=0",
	 N_("None of the {all} headline measures is on track.")},
	{"$measures_on_track=1",
	 N_("One of {all} headline measures is on track.")},
	{NULL, N_("{good} of {all} headline measures are on track.")},
};
static const struct phrase position_space[] = {
	{"OR($measures_headline=0,AND($reasons_volume<=0,$decisions_open=0))",
	 ""},
	{NULL, N_(" ")},
};
static const struct phrase position_rest[] = {
	{"AND($told,$decisions_open=0)",
	 N_("Failure demand is {failure}% of all contacts.")},
	{"$told", N_("Failure demand is {failure}% of all contacts, and "
		     "{decisions}.")},
	{"$decisions_open=0", ""},
	{NULL, N_("{Decisions}.")},
};

static const struct phrase position_decisions[] = {
	{"AND($decisions_open=1,$decisions_amount=0)",
	 N_("{n} decision is asked{whom}")},
	{"$decisions_amount=0", N_("{n} decisions are asked{whom}")},
	{"$decisions_open=1", N_("{n} decision worth {amount} is asked{whom}")},
	{NULL, N_("{n} decisions worth {amount} are asked{whom}")},
};

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
static const struct expr *
decisions_clause(const struct expr_scope *scope, const char *count)
{
	const char *whom =
		asks_sponsor(scope) ? gettext(" of the sponsor") : "";
	const struct binding bindings[] = {
		{.name = "n", .template = count},
		{.name = "amount", .template = "MONEY($decisions_amount)"},
		{.name = "whom", .expr = expr_text(scope->arena, whom)}};
	const struct sentence sentence = {
		BINDINGS(bindings), .clauses = {CLAUSE(position_decisions)}};

	return sentence_expr(scope, &sentence);
}

const struct expr *
position_expr(const struct expr_scope *scope)
{
	struct binding bindings[COUNT_OF(position_names) + 2] = {
		{.name = "decisions",
		 .expr = decisions_clause(scope, "WORDS($decisions_open)")},
		{.name = "Decisions",
		 .expr = decisions_clause(scope,
					  "CAPITAL_WORDS($decisions_open)")}};
	const struct sentence sentence = {BINDINGS(bindings),
					  .clauses = {CLAUSE(position_measures),
						      CLAUSE(position_space),
						      CLAUSE(position_rest)}};

	memcpy(bindings + 2, position_names, sizeof(position_names));
	return sentence_expr(scope, &sentence);
}
