/* test_comes_back.c - which cells come back, and into which keys */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tabled.h"

/* --- columns -------------------------------------------------------------- */

/* columns of the full plan's tables that come back in some row; all others are
 * lists, of several keys, worked out, or formulas */
static const struct {
	enum table_id table;
	const char *columns;
} coming[] = {
	{TABLE_strategy, "name kind horizon owner"},
	{TABLE_segments,
	 "name definition customers share revenue_share lifetime_value margin "
	 "growth high_value preferred_hours timezone purchases_per_year"},
	{TABLE_service_tiers,
	 "name basis routing_priority self_service_first cross_sell"},
	{TABLE_contact_reasons,
	 "name handle_time demand value_to_customer value_to_company "
	 "disposition owner root_cause target_change economics customer_words "
	 "revenue_per_contact complex urgent emotional parent"},
	{TABLE_channels,
	 "name mode timing assisted status launch hours volume "
	 "cost_per_contact concurrency steps keeps_context record_linked "
	 "efficiency ease wanted customer_benefit adoption"},
	{TABLE_hours, "name weekly timezone out_of_hours turn_to "
		      "demand_outside value_of_contacts reviewed"},
	{TABLE_coverage, ""},
	{TABLE_measures,
	 "name headline unit direction baseline baseline_date target "
	 "target_date owner frequency standard family role scale method "
	 "statistic within window abandons counter_measure baseline_plan "
	 "source status"},
	{TABLE_readings, "value n"},
	{TABLE_intelligence,
	 "insight state status_since contacts_per_year cost_per_year "
	 "value_per_year period decision_wanted owner cadence action measure "
	 "told_customers source"},
	{TABLE_actions, "title section owner due status percent worth start "
			"completed prepares effect evidence"},
	{TABLE_decisions, "statement asked_of due amount outcome decided note"},
	{TABLE_business_case, ""},
	{TABLE_gaps, "statement kind value_at_risk owner"},
	{TABLE_investments, "name kind amount state benefit"},
	{TABLE_calendar,
	 "name kind start end repeats owner told in_history audience response "
	 "handle_time_change confidence"},
	{TABLE_demand, ""},
	{TABLE_staffing, ""},
	{TABLE_agents, ""},
	{TABLE_staffing_months, ""},
	{TABLE_workforce, "role headcount target_headcount hours_per_week "
			  "hire_lead training attrition"},
	{TABLE_contact_map, "name stage unit"},
	{TABLE_technology, "task date observer channel applications screens "
			   "steps interface cross_sell_asked"},
	{TABLE_roadmap, "name owner due rollout single_view agent_impact"},
	{TABLE_questions, "answer evidence"},
	{TABLE_findings, ""},
	{TABLE_readiness, "owner updated"},
	{TABLE_dictionary, ""},
};

static bool
column_comes_back(const struct table *table, size_t column)
{
	for (size_t i = 0; i < table->rows; i++)
		if (table_column_field(table, i, column))
			return true;
	return false;
}

static void
columns_come_back(void **state)
{
	struct buf found = {0};

	(void)state;
	assert_int_equal(COUNT_OF(coming), full.n);
	for (size_t i = 0; i < full.n; i++) {
		const struct table *table = tables_get(&full, coming[i].table);

		buf_clear(&found);
		for (size_t j = 0; j < table->column_count; j++)
			if (column_comes_back(table, j))
				buf_printf(&found, "%s%s", found.n ? " " : "",
					   table->columns[j].key);
		assert_string_equal(buf_text(&found), coming[i].columns);
	}
	buf_free(&found);
}

/* cells that a meeting is asked to change can be taken */
static void
columns_to_be_edited_come_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < full.n; i++)
		for (size_t j = 0; j < full.items[i].column_count; j++)
			if (full.items[i].columns[j].edit)
				assert_true(
					column_comes_back(&full.items[i], j));
}

/* --- keys ------------------------------------------------------------------
 */

static size_t
row_of(const struct table *table, const char *id, const char *second)
{
	for (size_t i = 0; i < table->rows; i++)
		if (table->ids[i] && !strcmp(table->ids[i], id) &&
		    (!second ||
		     !strcmp(table_at(table, i, table->second)->text, second)))
			return i;
	fail_msg("%s has no row %s", table->key, id);
	return 0;
}

/* path NULL: the cell doesn't come back */
static void
assert_path(const struct tables *tables, enum table_id id, const char *row,
	    const char *second, const char *column, const char *path)
{
	const struct table *table = tables_get(tables, id);
	size_t i = row_of(table, row, second);
	int j = table_column(table, column);
	struct buf found = {0};

	assert_true(j >= 0);
	if (!path) {
		assert_null(table_column_field(table, i, (size_t)j));
		return;
	}
	assert_non_null(table_column_field(table, i, (size_t)j));
	table_column_path(&found, table, i, (size_t)j);
	assert_string_equal(buf_text(&found), path);
	buf_free(&found);
}

static void
keys_have_paths(void **state)
{
	(void)state;
	assert_path(&full, TABLE_actions, "points", NULL, "due",
		    "actions.points.due");
	assert_path(&full, TABLE_channels, "phone", NULL, "volume",
		    "channels.phone.contacts_per_year");
	assert_path(&full, TABLE_measures, "satisfaction", NULL, "target",
		    "measures.satisfaction.target.value");
	assert_path(&full, TABLE_investments, "one-view", NULL, "state",
		    "investments.one-view.decided");
	assert_path(&full, TABLE_technology, "order-status-chat", NULL, "steps",
		    "technology.observations.order-status-chat.steps");
}

/* rows of one id are told apart by their second key */
static void
rows_have_second_keys(void **state)
{
	(void)state;
	assert_path(&full, TABLE_strategy, "strategy.mission", "mission",
		    "name", "strategy.mission");
	assert_path(&full, TABLE_strategy, "growth", "goal of the organization",
		    "name", "strategy.goals.growth.statement");
	assert_path(&full, TABLE_strategy, "strategy.mission", "mission",
		    "owner", NULL);
	assert_path(&full, TABLE_readings, "satisfaction", "2026-03-31",
		    "value", "measures.satisfaction.baseline.value");
	assert_path(&full, TABLE_readings, "satisfaction", "2026-05", "n",
		    "measures.satisfaction.actuals[1].n");
	assert_path(&full, TABLE_readings, "satisfaction", "2026-05", "period",
		    NULL);
}

/* an item that the plan doesn't have yet, and the rest that is none */
static void
items_may_be_to_come(void **state)
{
	(void)state;
	assert_path(&bare, TABLE_questions, "aligned", NULL, "answer",
		    "questions.aligned.answer");
	assert_path(&bare, TABLE_readiness, "hours", NULL, "updated",
		    "governance.sections.hours.updated");
	assert_path(&bare, TABLE_readiness, "rest", NULL, "updated", NULL);
	assert_false(table_row_has_item(
		tables_get(&bare, TABLE_readiness),
		row_of(tables_get(&bare, TABLE_readiness), "rest", NULL)));
}

/* contacts by channel, or of parts, are sums of other values */
static void
contacts_that_are_sums_stay(void **state)
{
	static const char plan[] = "ces: 1\n"
				   "contact_reasons:\n"
				   "  told: {name: Told, annual_volume: 90}\n"
				   "  untold: {name: Not told}\n"
				   "  by-channel:\n"
				   "    name: By channel\n"
				   "    volume: {phone: 100}\n"
				   "  whole: {name: Whole, annual_volume: 70}\n"
				   "  part: {name: Part, parent: whole, "
				   "annual_volume: 60}\n";
	static const struct {
		const char *id, *path;
	} rows[] = {
		{"told", "contact_reasons.told.annual_volume"},
		{"untold", "contact_reasons.untold.annual_volume"},
		{"by-channel", NULL},
		{"whole", NULL},
		{"part", "contact_reasons.part.annual_volume"},
	};
	struct review review;
	struct tables tables;

	(void)state;
	sample_text(&review, plan);
	tables_make(&tables, &review);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_path(&tables, TABLE_contact_reasons, rows[i].id, NULL,
			    "volume", rows[i].path);
	tables_release(&tables);
	review_release(&review);
}

static void
own_keys_come_back(void **state)
{
	static const char plan[] = "ces: 1\n"
				   "channels:\n"
				   "  phone:\n"
				   "    name: Phone\n"
				   "    x-floor: 2\n"
				   "    x-rooms: [a, b]\n"
				   "    human_route: {steps: 1, x-note: slow}\n"
				   "  chat: {name: Chat}\n"
				   "segments:\n"
				   "  homes:\n"
				   "    name: Homes\n"
				   "    preferences:\n"
				   "      channels: {phone: 100, x-asked: 9}\n"
				   "    evidence:\n"
				   "      - {source: survey, x-link: here}\n";
	struct review review;
	struct tables tables;

	(void)state;
	sample_text(&review, plan);
	tables_make(&tables, &review);
	assert_path(&tables, TABLE_channels, "phone", NULL, "x-floor",
		    "channels.phone.x-floor");
	assert_path(&tables, TABLE_channels, "chat", NULL, "x-floor",
		    "channels.chat.x-floor");
	assert_path(&tables, TABLE_channels, "phone", NULL, "x-rooms", NULL);
	assert_path(&tables, TABLE_channels, "phone", NULL,
		    "human_route.x-note", "channels.phone.human_route.x-note");
	assert_path(&tables, TABLE_channels, "chat", NULL, "human_route.x-note",
		    NULL);
	assert_path(&tables, TABLE_segments, "homes", NULL, "evidence.x-link",
		    NULL);
	assert_path(&tables, TABLE_segments, "homes", NULL,
		    "preferences.channels.x-asked",
		    "segments.homes.preferences.channels.x-asked");
	tables_release(&tables);
	review_release(&review);
}

/* --- labels ----------------------------------------------------------------
 */

static void
assert_label(enum table_id id, const char *row, const char *column,
	     const char *list, const char *word, const char *text)
{
	const struct table *table = tables_get(&full, id);
	size_t j = (size_t)table_column(table, column);
	const struct field *field =
		table_column_field(table, row_of(table, row, NULL), j);
	struct arena arena = {0};
	struct label label = {"", NULL};

	assert_non_null(field);
	assert_string_equal(column_list(&arena, table, j, field), list);
	for (size_t i = 0; label.word && strcmp(label.word, word) != 0; i++)
		label = column_label(table, j, field, i);
	assert_non_null(label.word);
	assert_string_equal(label.text, text);
	arena_release(&arena);
}

static void
words_have_labels(void **state)
{
	(void)state;
	assert_label(TABLE_actions, "points", "status", "action_status",
		     "not_started", "not started");
	assert_label(TABLE_actions, "points", "section", "section",
		     "contact_reasons", "Reasons");
	assert_label(TABLE_measures, "satisfaction", "standard", "standard",
		     "nps", "Net promoter score");
	assert_label(TABLE_channels, "phone", "assisted", "flag", "true",
		     "yes");
	assert_label(TABLE_intelligence, "carrier-gaps", "state",
		     "intelligence.state", "acted", "✓ Acted on");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_come_back),
		cmocka_unit_test(columns_to_be_edited_come_back),
		cmocka_unit_test(keys_have_paths),
		cmocka_unit_test(rows_have_second_keys),
		cmocka_unit_test(items_may_be_to_come),
		cmocka_unit_test(contacts_that_are_sums_stay),
		cmocka_unit_test(own_keys_come_back),
		cmocka_unit_test(words_have_labels),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
