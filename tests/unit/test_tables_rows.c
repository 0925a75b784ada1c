/* test_tables_rows.c - what the rows of the tables say of a plan */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "ces/question.h"
#include "tabled.h"

static void
reasons_are_sorted_by_volume(void **state)
{
	const struct table *table = tables_get(&full, TABLE_contact_reasons);

	(void)state;
	assert_int_equal(table->rows, 10);
	assert_string_equal(table->ids[0], "where-is-my-order");
	assert_string_equal(table->ids[1], "returns");
	assert_string_equal(table->ids[9], "account-access");
}

static void
reasons_show_the_figures_of_the_view(void **state)
{
	const enum table_id key = TABLE_contact_reasons;
	const char *id = "where-is-my-order";

	(void)state;
	assert_text(key, id, "name", "Where is my order?");
	assert_number(key, id, "volume", 118000);
	assert_number(key, id, "share", 32.8);
	assert_number(key, id, "cumulative", 32.8);
	assert_number(key, id, "rate", 6.2);
	assert_number(key, id, "handle_time", 290);
	assert_number(key, id, "cost", 489000);
	assert_empty(key, id, "revenue");
	assert_text(key, id, "demand", "failure");
	assert_number(key, id, "value_to_customer", -4);
	assert_text(key, id, "quadrant", "eliminate");
	assert_text(key, id, "owner", "Fulfilment & delivery");
	assert_number(key, id, "target_change", -45);
	assert_number(key, id, "planned", 64900);
	assert_text(key, id, "plan",
		    "Send delay messages before the promised day, Put tracker "
		    "and messaging links in every dispatch message");
	assert_int_equal(at(key, id, "plan")->link, -1);
	assert_text(key, id, "by_channel",
		    "Phone 44,000, Live chat 32,000, Email and web form "
		    "20,000, WhatsApp and app messaging 14,000, Social private "
		    "messages 8,000");
	assert_number(key, "phone-order", "revenue", 2352000);
	assert_text(key, "payment-check", "state", "■ Overdue");
}

static void
actions_are_sorted_by_due_date(void **state)
{
	const struct table *table = tables_get(&full, TABLE_actions);

	(void)state;
	assert_int_equal(table->rows, 17);
	assert_string_equal(table->ids[0], "define");
	assert_string_equal(table->ids[2], "paycheck-copy");
	assert_string_equal(table->ids[16], "one-view");
	assert_text(TABLE_actions, "paycheck-copy", "state", "■ Overdue");
	assert_number(TABLE_actions, "paycheck-copy", "overdue", 11);
	assert_text(TABLE_actions, "paycheck-copy", "owner", "Piotr Nowak");
	assert_text(TABLE_actions, "define", "state", "✓ Done");
	assert_number(TABLE_actions, "define", "percent", 100);
	assert_number(TABLE_actions, "points", "percent", 0);
	assert_text(TABLE_actions, "points", "state", "○ Not started");
	assert_empty(TABLE_actions, "points", "overdue");
	assert_text(TABLE_actions, "tracker-links", "improves",
		    "Where is my order? (contact reason)");
}

static void
open_decisions_stand_first(void **state)
{
	const struct table *table = tables_get(&full, TABLE_decisions);

	(void)state;
	assert_int_equal(table->rows, 3);
	assert_string_equal(table->ids[0], "evening-pilot");
	assert_string_equal(table->ids[1], "voice-assistant");
	assert_text(TABLE_decisions, "evening-pilot", "state", "◆ Asked");
	assert_text(TABLE_decisions, "evening-pilot", "outcome", "open");
	assert_text(TABLE_decisions, "peak-budget", "state", "✓ Approved");
}

static void
measures_show_where_they_stand(void **state)
{
	(void)state;
	assert_number(TABLE_measures, "satisfaction", "baseline", 78.4);
	assert_number(TABLE_measures, "satisfaction", "latest", 80.1);
	assert_text(TABLE_measures, "satisfaction", "latest_period", "2026-06");
	assert_number(TABLE_measures, "satisfaction", "target", 84);
	assert_number(TABLE_measures, "satisfaction", "progress", 30.4);
	assert_number(TABLE_measures, "satisfaction", "n", 755);
	assert_text(TABLE_measures, "satisfaction", "unit", "percent");
	assert_text(TABLE_measures, "satisfaction", "state", "● On the line");
	assert_text(TABLE_measures, "contact-rate", "state", "▲ Behind");
	assert_text(TABLE_measures, "seasonal-repurchase", "state",
		    "○ No reading");
	assert_empty(TABLE_measures, "seasonal-repurchase", "latest");
	assert_text(TABLE_measures, "cost-per-contact", "unit", "GBP");
	assert_text(TABLE_measures, "phone-handle-time", "range", "340–420");
	assert_text(TABLE_measures, "phone-abandonment", "scope", "Phone");
}

static void
coverage_tells_segment_by_channel(void **state)
{
	const struct table *table = tables_get(&full, TABLE_coverage);

	(void)state;
	assert_int_equal(table->rows, 16);
	assert_text(TABLE_coverage, "members", "channel", "Phone");
	assert_number(TABLE_coverage, "members", "percent", 87.2);
	assert_number(TABLE_coverage, "members", "wanted_hours", 87);
	assert_number(TABLE_coverage, "members", "common_hours", 75.8);
	assert_text(TABLE_coverage, "members", "state", "▲ Mostly covered");
	assert_text(TABLE_coverage, "trade", "hours", "Pro desk");
}

static void
events_tell_whether_they_were_told_in_time(void **state)
{
	(void)state;
	assert_number(TABLE_calendar, "autumn-catalogue", "lead_days", 77);
	assert_text(TABLE_calendar, "autumn-catalogue", "state",
		    "● Told in time");
	assert_number(TABLE_calendar, "autumn-catalogue", "contacts", 4800);
	assert_text(TABLE_calendar, "autumn-catalogue", "effects",
		    "Product advice before buying +35%, Place an order by "
		    "phone +40%");
}

static void
every_discussion_question_is_there(void **state)
{
	(void)state;
	assert_int_equal(tables_get(&bare, TABLE_questions)->rows, question_count);
	assert_text(TABLE_questions, "customer-centered", "state", "▲ Partly");
	assert_text(TABLE_questions, "customer-centered", "answer", "partly");
}

static void
what_cannot_be_read_is_left_out_of_a_scope(void **state)
{
	struct review review;
	struct tables tables;
	const struct table *table;

	(void)state;
	sample_text(&review,
		    "ces: 1\n"
		    "channels: {phone: {name: Phone}}\n"
		    "measures:\n"
		    "  csat:\n"
		    "    name: CSAT\n"
		    "    scope:\n"
		    "      channels: [TODO which, phone, {a: b}, '', x]\n");
	tables_make(&tables, &review);
	table = tables_get(&tables, TABLE_measures);
	assert_string_equal(
		table_cell(table, 0, (size_t)table_column(table, "scope"))
			->text,
		"Phone, x");
	tables_release(&tables);
	review_release(&review);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reasons_are_sorted_by_volume),
		cmocka_unit_test(reasons_show_the_figures_of_the_view),
		cmocka_unit_test(actions_are_sorted_by_due_date),
		cmocka_unit_test(open_decisions_stand_first),
		cmocka_unit_test(measures_show_where_they_stand),
		cmocka_unit_test(coverage_tells_segment_by_channel),
		cmocka_unit_test(events_tell_whether_they_were_told_in_time),
		cmocka_unit_test(every_discussion_question_is_there),
		cmocka_unit_test(what_cannot_be_read_is_left_out_of_a_scope),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
