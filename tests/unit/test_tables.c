/* test_tables.c - the tables that every renderer shows */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ces/table.h"
#include "sample.h"
#include "table/tables.h"

static struct review retail, empty;
static struct tables full, bare;

static int
set_up(void **state)
{
	(void)state;
	sample_file(&retail, "examples/retail.yaml");
	sample_text(&empty, almost_empty);
	tables_make(&full, &retail);
	tables_make(&bare, &empty);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tables_release(&full);
	tables_release(&bare);
	review_release(&retail);
	review_release(&empty);
	return 0;
}

static size_t
row_of(const struct table *table, const char *id)
{
	for (size_t i = 0; i < table->rows; i++)
		if (table->ids[i] && !strcmp(table->ids[i], id))
			return i;
	fail_msg("%s has no row %s", table->key, id);
	return 0;
}

static const struct cell *
at(enum table_id table, const char *id, const char *column)
{
	const struct table *found = tables_get(&full, table);

	return table_at(found, row_of(found, id), column);
}

static void
assert_text(enum table_id table, const char *id, const char *column,
	    const char *expected)
{
	const struct cell *cell = at(table, id, column);

	assert_non_null(cell->text);
	assert_string_equal(cell->text, expected);
	assert_true(isnan(cell->number));
}

static void
assert_number(enum table_id table, const char *id, const char *column,
	      double expected)
{
	double number = at(table, id, column)->number;

	if (!(fabs(number - expected) < 0.05))
		fail_msg("%s.%s.%s is %g, not %g", full.items[table].key, id,
			 column, number, expected);
}

static void
assert_empty(enum table_id table, const char *id, const char *column)
{
	const struct cell *cell = at(table, id, column);

	assert_null(cell->text);
	assert_true(isnan(cell->number));
	assert_int_equal(cell->date.year, 0);
}

static void
keys_sheets_and_headers_are_unique(void **state)
{
	(void)state;
	for (size_t i = 0; i < full.n; i++) {
		const struct table *table = &full.items[i];

		for (size_t k = 0; k < i; k++) {
			assert_string_not_equal(table->key, full.items[k].key);
			assert_string_not_equal(table->sheet,
						full.items[k].sheet);
		}
		for (size_t k = 0; k < table->column_count; k++)
			for (size_t m = 0; m < k; m++) {
				assert_string_not_equal(table->columns[k].key,
							table->columns[m].key);
				assert_string_not_equal(
					table->columns[k].header,
					table->columns[m].header);
			}
	}
}

static bool
text_is_of(const char *key, const char *table, const char *part)
{
	char place[100];

	snprintf(place, sizeof(place), "%s%s%s ", table, *part ? "." : "",
		 part);
	return !strncmp(key, place, strlen(place));
}

/* tells whether a table has the column or row, or is that of "actions title" */
static bool
text_has_place(const struct table *table, const char *key)
{
	bool found = text_is_of(key, table->key, "") ||
		     text_is_of(key, table->key, "title");

	for (size_t i = 0; i < table->column_count; i++)
		found |= text_is_of(key, table->key, table->columns[i].key);
	for (size_t i = 0; i < table->rows; i++)
		found |= table->ids[i] &&
			 text_is_of(key, table->key, table->ids[i]);
	return found;
}

static void
every_text_is_of_a_table_or_a_column(void **state)
{
	(void)state;
	for (size_t i = 0; i < text_rows_count; i++) {
		const char *key = text_rows[i].key;
		size_t places = 0, words = 0;

		assert_true(word_among(strrchr(key, ' ') + 1,
				       "title|sheet|intro|empty|note|hint|name|"
				       "basis|plain|"
				       "none|one|many|every|subject|"
				       "unchosen|top|absent"));
		for (size_t k = 0; k < full.n; k++)
			places += text_has_place(&full.items[k], key);
		for (size_t k = 0; k < CHOICE_COUNT; k++)
			for (int m = 0; m < choices[k].n; m++)
				words += text_is_of(key, "word",
						    choices[k].words[m]);
		assert_true(places == 1 || words > 0 ||
			    !strncmp(key, "review.", strlen("review.")) ||
			    !strncmp(key, "title.", strlen("title.")));
		assert_true(!i || strcmp(text_rows[i - 1].key, key) < 0);
	}
}

static void
states_begin_with_their_symbols(void **state)
{
	(void)state;
	for (enum state_id i = STATE_NONE + 1; i < STATE_COUNT; i++) {
		const char *mark = symbols[state_symbol(i)].mark;

		assert_memory_equal(state_text(i), mark, strlen(mark));
		for (enum state_id k = STATE_NONE + 1; k < i; k++)
			assert_string_not_equal(state_text(i), state_text(k));
	}
	for (enum symbol_id i = SYMBOL_NONE + 1; i < SYMBOL_COUNT; i++)
		assert_int_equal(state_symbol(symbols[i].example), i);
}

/* Excel takes 31 characters and none of these */
static void
sheets_have_names_that_excel_takes(void **state)
{
	(void)state;
	for (size_t i = 0; i < full.n; i++) {
		assert_true(strlen(full.items[i].sheet) <= 31);
		assert_null(strpbrk(full.items[i].sheet, "[]:*?/\\"));
	}
}

static bool
is_figure(enum column_kind kind)
{
	return kind == COLUMN_COUNT || kind == COLUMN_NUMBER ||
	       kind == COLUMN_MONEY || kind == COLUMN_PERCENT ||
	       kind == COLUMN_CHANGE;
}

static void
check_cell(const struct table *table, size_t row, size_t column)
{
	const struct cell *cell = table_cell(table, row, column);
	enum column_kind kind = table->columns[column].kind;

	if (cell->text) {
		assert_true(*cell->text);
		assert_false(is_figure(kind) || kind == COLUMN_DATE);
	}
	if (!isnan(cell->number))
		assert_true(is_figure(kind) && isfinite(cell->number));
	if (cell->date.year)
		assert_int_equal(kind, COLUMN_DATE);
	assert_int_equal(cell->state != STATE_NONE,
			 cell->text && kind == COLUMN_STATUS);
	assert_in_range(cell->link + 1, 0, TABLE_COUNT);
}

static void
cells_fit_their_columns_and_links_lead_somewhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < full.n; i++) {
		const struct table *table = &full.items[i];

		for (size_t row = 0; row < table->rows; row++)
			for (size_t k = 0; k < table->column_count; k++)
				check_cell(table, row, k);
	}
}

static bool
has_symbol(const char *text)
{
	static const char *const marks[] = {"✓ ", "● ", "▲ ",
					      "■ ", "○ ", "◆ "};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (!strncmp(text, marks[i], strlen(marks[i])))
			return true;
	return false;
}

static void
a_status_begins_with_a_symbol(void **state)
{
	(void)state;
	for (size_t i = 0; i < full.n; i++) {
		const struct table *table = &full.items[i];

		for (size_t k = 0; k < table->column_count; k++) {
			if (table->columns[k].kind != COLUMN_STATUS)
				continue;
			for (size_t row = 0; row < table->rows; row++) {
				const char *text =
					table_cell(table, row, k)->text;

				assert_true(!text || has_symbol(text));
			}
		}
	}
}

/* a cell with a list holds one of its words, so a reader can choose again */
static void
lists_hold_the_words_of_their_cells(void **state)
{
	const struct table *actions = tables_get(&full, TABLE_actions);
	int column = table_column(actions, "status");
	const struct choices *list;

	(void)state;
	list = &choices[actions->columns[column].list];
	assert_string_equal(list->name, "action_status");
	assert_true(actions->columns[column].edit);
	for (size_t row = 0; row < actions->rows; row++) {
		const char *text =
			table_cell(actions, row, (size_t)column)->text;
		bool found = false;

		for (int i = 0; i < list->n; i++)
			found = found ||
				!strcmp(text, plain_word(list->words[i]));
		assert_true(found);
	}
}

static void
every_word_of_the_format_has_a_plain_one(void **state)
{
	(void)state;
	for (int i = 0; i < CHOICE_COUNT; i++)
		for (int k = 0; k < choices[i].n; k++)
			assert_null(
				strchr(plain_word(choices[i].words[k]), '_'));
	assert_string_equal(plain_word("not_started"), "not started");
	assert_string_equal(plain_word("value"), "value");
}

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
	assert_int_equal(at(key, id, "plan")->link, TABLE_actions);
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
	assert_text(TABLE_actions, "points", "state", "● On track");
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
	assert_text(TABLE_measures, "satisfaction", "state", "● On track");
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
money_columns_carry_the_currency(void **state)
{
	const struct table *table = tables_get(&full, TABLE_contact_reasons);
	struct buf header = {0};

	(void)state;
	column_header(&header, &table->columns[table_column(table, "cost")]);
	assert_string_equal(buf_text(&header), "Cost, GBP a year");
	buf_clear(&header);
	column_header(&header, &table->columns[table_column(table, "rate")]);
	assert_string_equal(buf_text(&header), "Rate, per 100 orders");
	buf_clear(&header);
	table = tables_get(&bare, TABLE_contact_reasons);
	column_header(&header, &table->columns[table_column(table, "cost")]);
	assert_string_equal(buf_text(&header), "Cost, a year");
	buf_free(&header);
}

static void
an_empty_plan_has_every_table_and_says_why_it_is_empty(void **state)
{
	(void)state;
	assert_int_equal(bare.n, full.n);
	for (size_t i = 0; i < bare.n; i++) {
		const struct table *table = &bare.items[i];

		assert_string_equal(table->key, full.items[i].key);
		assert_true(table->empty && *table->empty);
		if (strcmp(table->key, "questions") != 0 &&
		    strcmp(table->key, "findings") != 0 &&
		    strcmp(table->key, "readiness") != 0)
			assert_int_equal(table->rows, 0);
	}
}

static void
every_discussion_question_is_there(void **state)
{
	(void)state;
	assert_int_equal(tables_get(&bare, TABLE_questions)->rows, 10);
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
		cmocka_unit_test(keys_sheets_and_headers_are_unique),
		cmocka_unit_test(every_text_is_of_a_table_or_a_column),
		cmocka_unit_test(states_begin_with_their_symbols),
		cmocka_unit_test(sheets_have_names_that_excel_takes),
		cmocka_unit_test(
			cells_fit_their_columns_and_links_lead_somewhere),
		cmocka_unit_test(a_status_begins_with_a_symbol),
		cmocka_unit_test(lists_hold_the_words_of_their_cells),
		cmocka_unit_test(every_word_of_the_format_has_a_plain_one),
		cmocka_unit_test(reasons_are_sorted_by_volume),
		cmocka_unit_test(reasons_show_the_figures_of_the_view),
		cmocka_unit_test(actions_are_sorted_by_due_date),
		cmocka_unit_test(open_decisions_stand_first),
		cmocka_unit_test(measures_show_where_they_stand),
		cmocka_unit_test(coverage_tells_segment_by_channel),
		cmocka_unit_test(events_tell_whether_they_were_told_in_time),
		cmocka_unit_test(money_columns_carry_the_currency),
		cmocka_unit_test(
			an_empty_plan_has_every_table_and_says_why_it_is_empty),
		cmocka_unit_test(every_discussion_question_is_there),
		cmocka_unit_test(what_cannot_be_read_is_left_out_of_a_scope),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
