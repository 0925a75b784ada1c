/* test_title.c - the messages of the sheets, at their edges */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/expr.h"
#include "sample.h"

#define HEAD "ces: 1\nplan: {title: T, status: draft, currency: EUR}\n"

static void
assert_title(const struct review *review, enum table_id table,
	     const char *expected)
{
	struct tables tables;
	struct arena arena = {0};
	struct expr_scope scope = {.arena = &arena,
				   .tables = &tables,
				   .review = review,
				   .row = NO_ROW};
	const struct expr *title;
	const char *text = "";

	assert_non_null(review->view);
	tables_make(&tables, review);
	tables_evaluate(&scope);
	scope.table = tables_get(&tables, table);
	title = table_title(&scope);
	if (title)
		text = value_text(&scope, expr_value(&scope, title, 0));
	assert_string_equal(text, expected);
	tables_release(&tables);
	arena_release(&arena);
}

static void
assert_says(const char *yaml, enum table_id table, const char *expected)
{
	struct review review;

	sample_text(&review, yaml);
	assert_title(&review, table, expected);
	review_release(&review);
}

static void
an_empty_plan_says_nothing_of_what_it_lacks(void **state)
{
	static const enum table_id tables[] = {
		TABLE_strategy,	  TABLE_segments,    TABLE_service_tiers,
		TABLE_channels,	  TABLE_hours,	     TABLE_coverage,
		TABLE_measures,	  TABLE_readings,    TABLE_intelligence,
		TABLE_actions,	  TABLE_decisions,   TABLE_business_case,
		TABLE_gaps,	  TABLE_investments, TABLE_calendar,
		TABLE_demand,	  TABLE_staffing,    TABLE_contact_map,
		TABLE_agents,	  TABLE_workforce,   TABLE_staffing_months,
		TABLE_technology, TABLE_roadmap,     TABLE_contact_reasons,
		TABLE_dictionary};

	(void)state;
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		assert_says(HEAD, tables[i], "");
	assert_says(HEAD, TABLE_questions,
		    "No question has been discussed yet");
}

static void
retail_says_what_stands_out(void **state)
{
	static const struct {
		enum table_id table;
		const char *says;
	} sheets[] = {
		{TABLE_segments,
		 "Two of five segments bring 55% of revenue, with "
		 "14% of customers"},
		{TABLE_service_tiers, "Every segment belongs to a tier"},
		{TABLE_channels,
		 "Phone takes 44% of the contacts with a person"},
		{TABLE_coverage,
		 "Four of nine pairs of segment and channel lack "
		 "hours that customers want"},
		{TABLE_measures,
		 "Five of seven headline measures are on track"},
		{TABLE_intelligence, "One of three insights has been acted on"},
		{TABLE_actions,
		 "One action is overdue; six that are due by the end "
		 "of September have not started"},
		{TABLE_decisions, "Two decisions worth £163,000 wait for an "
				  "answer"},
		{TABLE_business_case,
		 "Investments of £535,000 pay back in 50 "
		 "months"},
		{TABLE_calendar,
		 "Three events in the next 90 days, all announced "
		 "in time"},
		{TABLE_demand, "December brings 42% more contacts than an "
			       "average month: 43,200 against 30,495"},
		{TABLE_staffing, "Phone needs 24 agents on duty in its busiest "
				 "interval"},
		{TABLE_staffing_months,
		 "December is the peak: 36 agents on duty on Phone"},
		{TABLE_agents, ""},
		{TABLE_workforce, ""},
		{TABLE_questions, "Seven of 12 questions are met"},
		{TABLE_roadmap, ""},
	};
	struct review review;

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	for (size_t i = 0; i < sizeof(sheets) / sizeof(*sheets); i++)
		assert_title(&review, sheets[i].table, sheets[i].says);
	review_release(&review);
}

#define ACTION(id, due, status) \
	"  " id ": {title: t, owner: o, due: " due ", status: " status "}\n"

static void
actions_overdue_and_waiting(void **state)
{
	(void)state;
	assert_says(HEAD "actions:\n" ACTION("a", "2026-07-01", "in_progress"),
		    TABLE_actions, "No action is overdue");
	assert_says(HEAD "actions:\n" ACTION("a", "2026-06-29", "in_progress")
			    ACTION("b", "2026-06-30", "not_started"),
		    TABLE_actions,
		    "One action is overdue; one that is due by the end of "
		    "September has not started");
	assert_says(HEAD "actions:\n" ACTION("a", "2026-06-29", "not_started")
			    ACTION("b", "2026-06-28", "not_started")
				    ACTION("c", "2026-10-01", "not_started"),
		    TABLE_actions, "Two actions are overdue");
	assert_says(HEAD "actions:\n" ACTION("a", "2026-09-30", "not_started")
			    ACTION("b", "2026-09-30", "not_started"),
		    TABLE_actions,
		    "No action is overdue; two that are due by the end of "
		    "September have not started");
	assert_says(HEAD "actions:\n" ACTION("a", "2026-01-30", "cancelled"),
		    TABLE_actions, "No action is open");
}

#define DECISION(id, rest) \
	"  " id ": {statement: s, asked_of: x, due: 2026-07-01, " rest "}\n"

static void
decisions_and_what_they_are_worth(void **state)
{
	(void)state;
	assert_says(HEAD "decisions:\n" DECISION("a", "outcome: approved"),
		    TABLE_decisions, "No decision is waiting for an answer");
	assert_says(HEAD "decisions:\n" DECISION("a", "outcome: open"),
		    TABLE_decisions, "One decision waits for an answer");
	assert_says(HEAD "decisions:\n" DECISION("a", "amount: 1500, outcome: "
						      "open"),
		    TABLE_decisions,
		    "One decision worth €1,500 waits for an "
		    "answer");
	/* a sum that lacks a part is not told */
	assert_says(HEAD "decisions:\n" DECISION("a", "amount: 1500, outcome: "
						      "open")
			    DECISION("b", "outcome: open"),
		    TABLE_decisions, "Two decisions wait for an answer");
}

#define SEGMENT(id, rest)                                                     \
	"  " id ": {name: " id ", definition: d, characteristics: [c], " rest \
	"}\n"

static void
segments_that_bring_more_than_their_share(void **state)
{
	(void)state;
	/* one alone, unknown shares, and even ones: nothing stands out */
	assert_says(HEAD "segments:\n" SEGMENT("a", "revenue_share: 100"),
		    TABLE_segments, "");
	assert_says(HEAD "segments:\n" SEGMENT("a", "revenue_share: 60")
			    SEGMENT("b", "share: 4"),
		    TABLE_segments, "");
	assert_says(HEAD "segments:\n" SEGMENT("a", "revenue_share: 50")
			    SEGMENT("b", "revenue_share: 50"),
		    TABLE_segments, "");
	assert_says(HEAD "segments:\n" SEGMENT("a", "revenue_share: 60")
			    SEGMENT("b", "revenue_share: 40"),
		    TABLE_segments,
		    "One of two segments brings 60% of revenue");
	assert_says(HEAD "segments:\n" SEGMENT(
			    "a", "high_value: true, revenue_share: 60, "
				 "share: 20")
			    SEGMENT("b", "revenue_share: 40, share: 80"),
		    TABLE_segments,
		    "One of two segments brings 60% of revenue, with 20% of "
		    "customers");
	/* all are of high value */
	assert_says(HEAD "segments:\n" SEGMENT(
			    "a", "high_value: true, revenue_share: 50")
			    SEGMENT("b", "high_value: true, "
					 "revenue_share: 50"),
		    TABLE_segments, "");
}

#define INSIGHT(id, status)                                                    \
	"  " id ": {insight: i, source: s, consumers: [u], cadence: monthly, " \
	"owner: o, status: " status "}\n"

static void
none_some_and_every_insight(void **state)
{
	(void)state;
	assert_says(HEAD "intelligence:\n" INSIGHT("a", "shared"),
		    TABLE_intelligence, "No insight has been acted on yet");
	assert_says(HEAD "intelligence:\n" INSIGHT("a", "closed"),
		    TABLE_intelligence, "Every insight has been acted on");
	assert_says(HEAD "intelligence:\n" INSIGHT("a", "acted")
			    INSIGHT("b", "acted") INSIGHT("c", "declined"),
		    TABLE_intelligence,
		    "Two of three insights have been acted on");
	assert_says(HEAD "intelligence:\n" INSIGHT("a", "todo"),
		    TABLE_intelligence, "");
}

#define EVENT(id, told)                                           \
	"  " id ": {name: e, kind: campaign, start: 2026-08-01, " \
	"end: 2026-08-02, owner_unit: u" told "}\n"

static void
events_announced_or_not(void **state)
{
	(void)state;
	assert_says(HEAD "calendar:\n"
			 "  a: {name: e, kind: campaign, start: 2025-01-01, "
			 "end: 2025-01-02, owner_unit: u}\n",
		    TABLE_calendar, "No event is known for the next 90 days");
	assert_says(HEAD "calendar:\n" EVENT("a", ""), TABLE_calendar,
		    "One event in the next 90 days, not announced in time");
	assert_says(HEAD "calendar:\n" EVENT(
			    "a", ", told_contact_center: 2026-01-01"),
		    TABLE_calendar,
		    "One event in the next 90 days, announced in time");
	assert_says(HEAD "calendar:\n" EVENT(
			    "a", ", told_contact_center: 2026-01-01")
			    EVENT("b", ""),
		    TABLE_calendar,
		    "Two events in the next 90 days, one not announced in "
		    "time");
}

/* so many channels of one segment, that wants Mondays from 8 to 20 */
#define WISHES(channels)                                               \
	"hours: {long: {name: l, weekly: \"24/7\"}, short: {name: s, " \
	"weekly: \"Mo 08:00-12:00\"}, unknown: {name: u}}\n"           \
	"segments:\n" SEGMENT(                                         \
		"s", "preferences: {channels: {a: 60, b: "             \
		     "40}, hours: \"Mo 08:00-20:00\"}") "channels:\n" channels
#define CHANNEL(id, hours)                                            \
	"  " id ": {name: " id ", mode: voice, timing: synchronous, " \
	"assisted: true, status: current, hours: " hours "}\n"

static void
coverage_none_some_all_and_unknown(void **state)
{
	(void)state;
	assert_says(HEAD WISHES(CHANNEL("a", "long") CHANNEL("b", "long")),
		    TABLE_coverage,
		    "Every channel is open at all hours that customers want");
	assert_says(HEAD WISHES(CHANNEL("a", "short") CHANNEL("b", "long")),
		    TABLE_coverage,
		    "One of two pairs of segment and channel lacks hours that "
		    "customers want");
	assert_says(HEAD WISHES(CHANNEL("a", "short") CHANNEL("b", "short")),
		    TABLE_coverage,
		    "Every pair of segment and channel lacks hours that "
		    "customers want");
	assert_says(HEAD WISHES(CHANNEL("a", "long") CHANNEL("b", "unknown")),
		    TABLE_coverage,
		    "Where hours are known, channels are open when customers "
		    "want");
	assert_says(
		HEAD WISHES(CHANNEL("a", "unknown") CHANNEL("b", "unknown")),
		TABLE_coverage, "");
}

#define MEASURE(id, rest)                                            \
	"  " id ": {name: " id ", standard: csat, "                  \
	"owner: o, frequency: monthly, baseline: {value: 50, date: " \
	"2026-01-01}, target: {value: 60, date: 2026-12-31}" rest "}\n"
#define READ(value) ", actuals: [{period: 2026-06, value: " value "}]"

static void
measures_none_some_all_and_unread(void **state)
{
	(void)state;
	assert_says(HEAD "measures:\n" MEASURE("a", ""), TABLE_measures,
		    "No measure can be compared with its target yet");
	assert_says(HEAD "measures:\n" MEASURE("a", ", headline: true"),
		    TABLE_measures,
		    "No headline measure can be compared with its target yet");
	assert_says(HEAD "measures:\n" MEASURE("a", READ("40")), TABLE_measures,
		    "No measure is on track");
	assert_says(HEAD "measures:\n" MEASURE("a", READ("61")), TABLE_measures,
		    "Every measure is on track");
	/* the others don't count where there are headlines */
	assert_says(HEAD "measures:\n" MEASURE("a", READ("61"))
			    MEASURE("b", ", headline: true" READ("40"))
				    MEASURE("c", ", headline: true" READ("61")),
		    TABLE_measures, "One of two headline measures is on track");
}

static void
findings_by_the_gravest(void **state)
{
	struct review review;

	(void)state;
	sample_text(&review, HEAD);
	review.errors = 1;
	review.warnings = 2;
	assert_title(&review, TABLE_findings,
		     "One error is to be mended before the plan can be "
		     "trusted");
	review.errors = 0;
	assert_title(&review, TABLE_findings,
		     "No errors; two warnings are worth a look");
	review.warnings = 0;
	review.advice = 1;
	assert_title(&review, TABLE_findings,
		     "No errors or warnings; one piece of advice");
	review.advice = 0;
	review.waived = 1; /* the rows are there: nothing stands out */
	assert_title(&review, TABLE_findings, "");
	review_release(&review);
}

static void
counts_in_words(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_string_equal(count_text(&arena, NULL, 0), "none");
	assert_string_equal(count_text(&arena, NULL, 10), "ten");
	assert_string_equal(count_text(&arena, NULL, 11), "11");
	assert_string_equal(count_text(&arena, NULL, 1234), "1,234");
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_plan_says_nothing_of_what_it_lacks),
		cmocka_unit_test(retail_says_what_stands_out),
		cmocka_unit_test(actions_overdue_and_waiting),
		cmocka_unit_test(decisions_and_what_they_are_worth),
		cmocka_unit_test(segments_that_bring_more_than_their_share),
		cmocka_unit_test(none_some_and_every_insight),
		cmocka_unit_test(events_announced_or_not),
		cmocka_unit_test(coverage_none_some_all_and_unknown),
		cmocka_unit_test(measures_none_some_all_and_unread),
		cmocka_unit_test(findings_by_the_gravest),
		cmocka_unit_test(counts_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
