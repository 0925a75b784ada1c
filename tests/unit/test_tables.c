/* test_tables.c - the form of the tables that every renderer shows */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tabled.h"

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
			places += text_has_place(&full.items[k], key) ||
				  text_has_place(&parted.items[k], key);
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

		assert_memory_equal(state_text(NULL, i), mark, strlen(mark));
		for (enum state_id k = STATE_NONE + 1; k < i; k++)
			assert_string_not_equal(state_text(NULL, i), state_text(NULL, k));
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
	static const char *const marks[] = {"✓ ", "● ", "▲ ", "■ ", "○ ", "◆ "};

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
				!strcmp(text, plain_word(NULL, (enum choices_id)(list - choices),
					    list->words[i]));
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
				strchr(plain_word(NULL, (enum choices_id)i, choices[i].words[k]), '_'));
	assert_string_equal(plain_word(NULL, CHOICE_action_status, "not_started"), "not started");
	assert_string_equal(plain_word(NULL, CHOICE_demand, "value"), "value");
}

static void
money_columns_carry_the_currency(void **state)
{
	const struct table *table = tables_get(&full, TABLE_contact_reasons);
	struct buf header = {0};

	(void)state;
	column_header(&header, NULL, &table->columns[table_column(table, "cost")]);
	assert_string_equal(buf_text(&header), "Cost, £ a year");
	buf_clear(&header);
	column_header(&header, NULL, &table->columns[table_column(table, "rate")]);
	assert_string_equal(buf_text(&header), "Rate, per 100 orders");
	buf_clear(&header);
	table = tables_get(&bare, TABLE_contact_reasons);
	column_header(&header, NULL, &table->columns[table_column(table, "cost")]);
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
		cmocka_unit_test(money_columns_carry_the_currency),
		cmocka_unit_test(
			an_empty_plan_has_every_table_and_says_why_it_is_empty),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
