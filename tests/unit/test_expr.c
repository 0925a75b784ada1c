/* test_expr.c - expressions: what they result in, and that live columns say
 * what the tables say */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <math.h>
#include <string.h>

#include "ces/expr.h"
#include "sample.h"

struct world {
	struct review review;
	struct tables tables;
	struct arena arena;
	struct expr_scope scope;
};

static void
make_world(struct world *world, const char *path)
{
	*world = (struct world){.arena = {0}};
	sample_file(&world->review, path);
	tables_make(&world->tables, &world->review);
	world->scope = (struct expr_scope){.arena = &world->arena,
					   .tables = &world->tables,
					   .review = &world->review,
					   .row = NO_ROW};
}

static void
end_world(struct world *world)
{
	tables_release(&world->tables);
	arena_release(&world->arena);
	review_release(&world->review);
}

/* --- live columns ----------------------------------------------------------
 */

static void
assert_same(const struct table *table, size_t row, size_t column,
	    const struct cell *live)
{
	const struct cell *cell = table_cell(table, row, column);
	const char *ours = live->text ? live->text : "";
	const char *theirs = cell->text ? cell->text : "";

	if (strcmp(ours, theirs) != 0)
		fail_msg("%s.%s of row %zu: '%s', not '%s'", table->key,
			 table->columns[column].key, row, ours, theirs);
	if (isnan(live->number) != isnan(cell->number) ||
	    fabs(live->number - cell->number) >
		    1e-9 * fmax(1, fabs(cell->number)))
		fail_msg("%s.%s of row %zu: %.15g, not %.15g", table->key,
			 table->columns[column].key, row, live->number,
			 cell->number);
}

/* the tables as the view has them, and those whose formulas were evaluated */
static size_t
compare_tables(const struct world *plain, const struct world *live)
{
	size_t n = 0;

	for (size_t i = 0; i < plain->tables.n; i++) {
		const struct table *table = &plain->tables.items[i];
		const struct table *other = &live->tables.items[i];

		for (size_t row = 0; row < table->rows; row++)
			for (size_t j = 0; j < table->column_count; j++) {
				n += table_formula(other, row, j) != NULL;
				assert_same(table, row, j,
					    table_cell(other, row, j));
			}
	}
	return n;
}

static void
live_columns_say_what_the_tables_say(void **state)
{
	static const char *const plans[] = {
		"examples/retail.yaml", "examples/minimal.yaml",
		"examples/poor.yaml", "tests/sound.yaml", "tests/korean.yaml"};
	struct world plain, live;

	(void)state;
	for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++) {
		make_world(&plain, plans[i]);
		make_world(&live, plans[i]);
		tables_evaluate(&live.scope);
		assert_true(compare_tables(&plain, &live) > 20);
		end_world(&plain);
		end_world(&live);
	}
}

static void
compare_file(const char *path)
{
	struct world plain, live;

	make_world(&plain, path);
	if (plain.review.view) {
		make_world(&live, path);
		tables_evaluate(&live.scope);
		compare_tables(&plain, &live);
		end_world(&live);
	}
	end_world(&plain);
}

/* the plans of the rules' goldens, of which many are unsound */
static void
they_do_in_unsound_plans_too(void **state)
{
	glob_t found;

	(void)state;
	assert_int_equal(glob("tests/golden/rules/*.yaml", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++)
		compare_file(found.gl_pathv[i]);
	globfree(&found);
}

/* each column with a formula has one in some row of the complete plan */
static void
every_live_column_is_met(void **state)
{
	struct world world;

	(void)state;
	make_world(&world, "examples/retail.yaml");
	tables_evaluate(&world.scope);
	for (size_t i = 0; i < world.tables.n; i++) {
		const struct table *table = &world.tables.items[i];

		for (size_t j = 0; j < table->column_count; j++) {
			const struct column *column = &table->columns[j];
			size_t row = 0;

			if (!column->live && !column->live_of)
				continue;
			while (row < table->rows &&
			       !table_formula(table, row, j))
				row++;
			if (row == table->rows)
				fail_msg("%s.%s is no formula", table->key,
					 column->key);
		}
	}
	end_world(&world);
}

/* --- results ---------------------------------------------------------------
 */

static void
results_are_those_of_a_spreadsheet(void **state)
{
	static const struct {
		const char *template, *text;
	} results[] = {
		{"1+2*3", "7"},
		{"(1+2)*3-4/2", "7"},
		{"2-(1-3)", "4"},
		{"1&2", "12"},
		{"1<2", "TRUE"},
		{"1<'a'", "TRUE"},
		{"'B'='b'", "TRUE"},
		{"''=''", "TRUE"},
		{"IF(2>1,'a','b')", "a"},
		{"IF(AND(1=1,OR(1=2,NOT(1=2))),1,2)", "1"},
		{"ROUND(2.5,0)&' '&ROUND(-2.5,0)", "3 -3"},
		{"INT(-1.5)&ABS(-2)&SQRT(9)", "-223"},
		{"FIXED(1234567.891,1)", "1,234,567.9"},
		{"FIXED(-0.4,0)", "0"},
		{"LEFT('✓ Done',1)", "✓"},
		{"UPPER(LEFT('eliminate',1))&MID('eliminate',2,250)",
		 "Eliminate"},
		{"CHOOSE(2,'a','b','c')", "b"},
		{"DAY(46203)&MONTH(46203)&YEAR(46203)", "3062026"},
		{"WORDS(0)&WORDS(10)&WORDS(1234)", "noneten1,234"},
		{"MOD(7,3)&MOD(-7,3)", "12"},
		{"MAX(1,3,2)-MIN(4,2,6)", "1"},
		{"SUM([decisions.amount])", "603000"},
		{"COUNTIF([decisions.state],^asked*)", "2"},
		{"COUNTIFS([decisions.state],^asked*,[decisions.amount],"
		 "'>100000')",
		 "0"},
		{"ROWS([actions.title])", "17"},
		{"MONEY(163000)", "£163,000"},
		{"$decisions_open", "2"},
		{"LONG_DAY(46203)&', '&SHORT_DAY(46000)",
		 "30 June, 9 Dec 2025"},
	};
	struct world world;

	(void)state;
	make_world(&world, "examples/retail.yaml");
	tables_evaluate(&world.scope);
	for (size_t i = 0; i < sizeof(results) / sizeof(*results); i++) {
		const struct expr *expr =
			expr_parse(&world.scope, results[i].template);

		assert_string_equal(
			value_text(&world.scope,
				   expr_value(&world.scope, expr, 0)),
			results[i].text);
	}
	end_world(&world);
}

static void
errors_are_no_numbers(void **state)
{
	static const char *const templates[] = {"1/0", "'a'+1", "SQRT(-1)",
						"CHOOSE(3,1,2)", "IF('a',1,2)"};
	struct world world;

	(void)state;
	make_world(&world, "examples/minimal.yaml");
	for (size_t i = 0; i < sizeof(templates) / sizeof(*templates); i++)
		assert_int_equal(
			expr_value(&world.scope,
				   expr_parse(&world.scope, templates[i]), 0)
				.kind,
			VALUE_ERROR);
	end_world(&world);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(live_columns_say_what_the_tables_say),
		cmocka_unit_test(they_do_in_unsound_plans_too),
		cmocka_unit_test(every_live_column_is_met),
		cmocka_unit_test(results_are_those_of_a_spreadsheet),
		cmocka_unit_test(errors_are_no_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
