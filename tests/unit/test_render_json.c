/* test_render_json.c - the plan as JSON, read back by another library */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "ces/render.h"
#include "ces/table.h"
#include "sample.h"

static json_t *
read_back(const struct review *review)
{
	struct buf out = {0};
	json_error_t error;
	json_t *root;

	render_json.text(&out, review);
	root = json_loadb(out.p, out.n, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("line %d: %s", error.line, error.text);
	buf_free(&out);
	return root;
}

/* the value at keys separated by '/' */
static json_t *
at(json_t *root, const char *path)
{
	char key[64];

	while (*path) {
		size_t n = strcspn(path, "/");

		assert_true(n < sizeof(key));
		memcpy(key, path, n);
		key[n] = '\0';
		root = json_object_get(root, key);
		if (!root)
			fail_msg("no %s", path);
		path += n + (path[n] == '/');
	}
	return root;
}

static void
assert_number(json_t *root, const char *path, double expected)
{
	json_t *value = at(root, path);

	assert_true(json_is_number(value));
	assert_true(fabs(json_number_value(value) - expected) < 0.05);
}

static void
assert_text(json_t *root, const char *path, const char *expected)
{
	assert_string_equal(json_string_value(at(root, path)), expected);
}

static void
it_holds_the_plan_as_typed_values(void **state)
{
	struct review review;
	json_t *root;

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	root = read_back(&review);
	assert_number(root, "format", 1);
	assert_text(root, "tool/name", "ces");
	assert_text(root, "as_of", "2026-06-30");
	assert_text(root, "plan/plan/status", "approved");
	assert_number(root, "plan/segments/members/share", 12);
	assert_true(json_is_true(at(root, "plan/segments/members/high_value")));
	assert_number(root, "plan/contact_reasons/returns/volume/phone", 24000);
	assert_text(root, "plan/contact_reasons/returns/handle_time", "340s");
	assert_text(root, "plan/service_tiers/pro-desk/hours/phone",
		    "trade-desk");
	assert_number(root, "plan/demand/month_index/12", 1.44);
	assert_int_equal(
		json_array_size(at(root, "plan/hours/phone/exceptions")), 2);
	assert_int_equal(
		json_array_size(at(root, "plan/hours/phone/seasons")), 1);
	json_decref(root);
	review_release(&review);
}

static void
it_holds_what_was_worked_out(void **state)
{
	struct review review;
	json_t *root;

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	root = read_back(&review);
	assert_number(root, "derived/contacts/volume", 360000);
	assert_number(root, "derived/contact_reasons/returns/cost", 262400);
	assert_number(root,
		      "derived/segments/members/channels/phone/percent", 87.2);
	assert_text(root, "derived/measures/contact-rate/state", "behind");
	assert_number(root, "derived/actions/paycheck-copy/overdue_days", 11);
	assert_true(json_is_null(
		at(root, "derived/measures/seasonal-repurchase/latest")));
	json_decref(root);
	review_release(&review);
}

static void
assert_cell(json_t *value, const struct cell *cell)
{
	if (cell->text)
		assert_string_equal(json_string_value(value), cell->text);
	else if (cell->date.year)
		assert_true(json_is_string(value));
	else if (!isnan(cell->number))
		assert_true(json_number_value(value) == cell->number);
	else
		assert_true(json_is_null(value));
}

/* the rank, of the workbook alone, says no more than the order of the rows */
static void
assert_row(json_t *value, const struct table *table, size_t row)
{
	for (size_t i = 0; i < table->column_count; i++) {
		const struct column *column = &table->columns[i];
		const struct cell *cell = table_cell(table, row, i);

		if (!column->sheet_only) {
			assert_cell(at(value, column->key), cell);
			continue;
		}
		assert_null(json_object_get(value, column->key));
		if (!strcmp(column->key, "rank"))
			assert_true(cell->number == (double)(row + 1));
	}
}

static void
it_holds_every_cell_of_the_tables(void **state)
{
	struct review review;
	struct tables tables;
	json_t *root;

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	tables_make(&tables, &review);
	root = read_back(&review);
	for (size_t i = 0; i < tables.n; i++) {
		const struct table *table = &tables.items[i];
		json_t *rows = at(at(root, "tables"), table->key);

		assert_int_equal(json_array_size(rows), table->rows);
		for (size_t row = 0; row < table->rows; row++)
			assert_row(json_array_get(rows, row), table, row);
	}
	json_decref(root);
	tables_release(&tables);
	review_release(&review);
}

static void
findings_have_their_places(void **state)
{
	struct review review;
	json_t *root, *finding;
	size_t i;

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	root = read_back(&review);
	assert_int_equal(json_array_size(at(root, "findings")),
			 review.findings.n);
	json_array_foreach (at(root, "findings"), i, finding) {
		assert_true(json_number_value(at(finding, "line")) >= 1);
		assert_true(json_number_value(at(finding, "column")) >= 1);
		assert_non_null(json_string_value(at(finding, "message")));
	}
	assert_number(root, "summary/errors", (double)review.errors);
	assert_number(root, "readiness/plan", review.readiness.plan);
	json_decref(root);
	review_release(&review);
}

static void
an_empty_plan_is_json_too(void **state)
{
	struct review review;
	json_t *root;

	(void)state;
	sample_text(&review, almost_empty);
	root = read_back(&review);
	assert_text(root, "plan/plan/title", "Empty");
	assert_int_equal(json_array_size(at(root, "tables/actions")), 0);
	json_decref(root);
	review_release(&review);
}

static void
two_runs_give_the_same_bytes(void **state)
{
	struct review review;
	struct buf one = {0}, two = {0};

	(void)state;
	sample_file(&review, "examples/retail.yaml");
	render_json.text(&one, &review);
	render_json.text(&two, &review);
	assert_string_equal(one.p, two.p);
	buf_free(&one);
	buf_free(&two);
	review_release(&review);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_holds_the_plan_as_typed_values),
		cmocka_unit_test(it_holds_what_was_worked_out),
		cmocka_unit_test(it_holds_every_cell_of_the_tables),
		cmocka_unit_test(findings_have_their_places),
		cmocka_unit_test(an_empty_plan_is_json_too),
		cmocka_unit_test(two_runs_give_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
