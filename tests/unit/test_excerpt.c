/* test_excerpt.c - the review: which rows are chosen, and what is said of them
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "ces/excerpt.h"
#include "sample.h"

struct world {
	struct review review;
	struct tables tables;
	struct arena arena;
	struct expr_scope scope;
};

/* yaml NULL: the retail example */
static void
make_world(struct world *world, const char *yaml)
{
	*world = (struct world){.arena = {0}};
	if (yaml)
		sample_text(&world->review, yaml);
	else
		sample_file(&world->review, "examples/retail.yaml");
	tables_make(&world->tables, &world->review);
	world->scope = (struct expr_scope){.arena = &world->arena,
					   .tables = &world->tables,
					   .review = &world->review,
					   .row = NO_ROW};
	tables_evaluate(&world->scope);
}

static void
end_world(struct world *world)
{
	tables_release(&world->tables);
	arena_release(&world->arena);
	review_release(&world->review);
}

static const char *
text_of(const struct world *world, const struct expr *expr)
{
	return value_text(&world->scope, expr_value(&world->scope, expr, 0));
}

static const char *
cell_text(const struct world *world, const struct excerpt *excerpt, size_t i,
	  size_t column)
{
	return text_of(world, excerpt_value(&world->scope, excerpt, i,
					    &excerpt->columns[column]));
}

static void
open_decisions_come_in_their_order(void **state)
{
	struct world world;
	struct excerpt excerpt;

	(void)state;
	make_world(&world, NULL);
	excerpt_make(&excerpt, &world.scope, EXCERPT_DECISIONS);
	assert_int_equal(excerpt.n, 2);
	assert_int_equal(excerpt.all, 2);
	assert_null(excerpt.empty);
	assert_string_equal(text_of(&world, excerpt.title),
			    "Decisions asked: two, worth £163k, the first by "
			    "31 July");
	assert_string_equal(
		cell_text(&world, &excerpt, 0, 0),
		"Fund phone cover until 21:00 for members as a pilot");
	assert_string_equal(
		excerpt_header(&world.scope, &excerpt, &excerpt.columns[1], 1),
		"Asked £k");
	end_world(&world);
}

static void
the_first_reasons_say_of_how_many_they_are(void **state)
{
	struct world world;
	struct excerpt excerpt;

	(void)state;
	make_world(&world, NULL);
	excerpt_make(&excerpt, &world.scope, EXCERPT_REASONS);
	assert_int_equal(excerpt.n, EXCERPT_REASON_ROWS);
	assert_int_equal(excerpt.all, 10);
	assert_string_equal(excerpt.first, "Top five reasons");
	assert_string_equal(text_of(&world, excerpt.title),
			    "Why customers contact us: one in three asks "
			    "“Where is my order?”");
	assert_string_equal(
		text_of(&world, excerpt_total(&world.scope, &excerpt,
					      &excerpt.columns[0])),
		"All ten reasons");
	assert_string_equal(
		text_of(&world, excerpt_total(&world.scope, &excerpt,
					      &excerpt.columns[1])),
		"360000");
	assert_null(excerpt_total(&world.scope, &excerpt, &excerpt.columns[5]));
	end_world(&world);
}

static void
findings_begin_with_those_most_worth_fixing(void **state)
{
	struct world world;
	struct excerpt excerpt;

	(void)state;
	make_world(&world, NULL);
	excerpt_make(&excerpt, &world.scope, EXCERPT_FINDINGS);
	assert_int_equal(excerpt.n, 3);
	for (size_t i = 0; i < 3 && world.review.next[i]; i++)
		assert_string_equal(excerpt.table->ids[excerpt.rows[i]],
				    world.review.next[i]->topic->name);
	assert_int_equal(excerpt.all, world.review.errors +
					      world.review.warnings +
					      world.review.advice);
	end_world(&world);
}

static void
insights_and_events_are_sorted(void **state)
{
	struct world world;
	struct excerpt excerpt;
	double before = INFINITY;

	(void)state;
	make_world(&world, NULL);
	excerpt_make(&excerpt, &world.scope, EXCERPT_INSIGHTS);
	for (size_t i = 0; i < excerpt.n; i++) {
		struct value value =
			expr_value(&world.scope,
				   excerpt_value(&world.scope, &excerpt, i,
						 &excerpt.columns[1]),
				   0);

		assert_true(value.number <= before);
		before = value.number;
	}
	excerpt_make(&excerpt, &world.scope, EXCERPT_EVENTS);
	for (size_t i = 1; i < excerpt.n; i++)
		assert_true(
			date_compare(table_at(excerpt.table,
					      excerpt.rows[i - 1], "next_start")
					     ->date,
				     table_at(excerpt.table, excerpt.rows[i],
					      "next_start")
					     ->date) <= 0);
	end_world(&world);
}

static void
what_comes_next_stands_over_what_is_not_planned(void **state)
{
	struct world world;
	struct excerpt excerpt;

	(void)state;
	make_world(&world, "as_of: 2026-06-30\n"
			   "actions:\n"
			   "  a: {title: A, prepares: document, due: "
			   "2026-07-31, status: in_progress, percent: 40}\n");
	excerpt_make(&excerpt, &world.scope, EXCERPT_ACTIONS);
	assert_int_equal(excerpt.n, 3);
	assert_true(excerpt.rows[0] == 0 && excerpt.rows[1] == NO_ROW);
	assert_string_equal(cell_text(&world, &excerpt, 0, 0), "Next: A");
	assert_string_equal(cell_text(&world, &excerpt, 0, 1),
			    "○ No owner, 31 Jul");
	assert_string_equal(cell_text(&world, &excerpt, 1, 1), "not planned");
	assert_string_equal(cell_text(&world, &excerpt, 2, 1), "not planned");
	end_world(&world);
}

static void
actions_that_need_attention_come_first(void **state)
{
	static const char plan[] =
		"plan: {as_of: 2026-06-30}\n"
		"actions:\n"
		"  a: {title: A, owner: Ada, due: 2026-12-01, status: "
		"in_progress, worth: 9}\n"
		"  b: {title: B, owner: Ada, due: 2026-06-01, status: done}\n"
		"  c: {title: C, due: 2026-11-01, status: not_started}\n"
		"  d: {title: D, owner: Ada, due: 2026-09-01, status: "
		"not_started}\n"
		"  e: {title: E, owner: Ada, due: 2026-06-29, status: "
		"in_progress}\n";
	static const char *const ids[] = {"e", "d", "c"};
	struct world world;
	struct excerpt excerpt;

	(void)state;
	make_world(&world, plan);
	excerpt_make(&excerpt, &world.scope, EXCERPT_ACTIONS);
	assert_int_equal(excerpt.n, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(excerpt.table->ids[excerpt.rows[i]],
				    ids[i]);
	end_world(&world);
}

static void
actions_due_soon_stand_before_those_without_owner(void **state)
{
	static const char plan[] =
		"plan: {as_of: 2026-06-30}\n"
		"actions:\n"
		"  a: {title: A, due: 2026-11-01, status: not_started}\n"
		"  b: {title: B, owner: Ada, due: 2026-07-09, status: "
		"in_progress}\n"
		"  c: {title: C, owner: Ada, due: 2026-07-02, status: "
		"in_progress}\n"
		"  d: {title: D, owner: Ada, due: 2026-12-01, status: "
		"in_progress, worth: 9}\n";
	static const char *const ids[] = {"c", "b", "a"};
	struct world world;
	struct excerpt excerpt;

	(void)state;
	make_world(&world, plan);
	excerpt_make(&excerpt, &world.scope, EXCERPT_ACTIONS);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(excerpt.table->ids[excerpt.rows[i]],
				    ids[i]);
	end_world(&world);
}

static void
an_empty_plan_says_why_nothing_is_shown(void **state)
{
	struct world world;
	struct excerpt excerpt;
	struct coverage_grid grid;

	(void)state;
	make_world(&world, "{}\n");
	for (enum excerpt_id id = 0; id < EXCERPT_READINESS; id++) {
		excerpt_make(&excerpt, &world.scope, id);
		if (id == EXCERPT_FINDINGS)
			continue;
		assert_int_equal(excerpt.n, 0);
		assert_non_null(excerpt.empty);
		assert_true(*text_of(&world, excerpt.title));
	}
	coverage_grid_make(&grid, &world.scope);
	assert_non_null(grid.empty);
	assert_non_null(strstr(text_of(&world, position_expr(&world.scope)),
			       "There is no figure to steer by yet: "));
	end_world(&world);
}

static void
the_grid_tells_shares_of_wanted_hours(void **state)
{
	struct world world;
	struct coverage_grid grid;
	struct value value;

	(void)state;
	make_world(&world, NULL);
	coverage_grid_make(&grid, &world.scope);
	assert_int_equal(grid.segment_count, GRID_SEGMENTS);
	assert_int_equal(grid.channel_count, 2);
	assert_string_equal(text_of(&world, grid.title),
			    "Are we there when they want us? Not by phone");
	value = expr_value(&world.scope,
			   coverage_grid_value(&world.scope, &grid, 0, 0), 0);
	assert_true(value.kind == VALUE_NUMBER && value.number > 0.871 &&
		    value.number < 0.872);
	assert_true(grid.best[0][0]);
	assert_string_equal(
		text_of(&world, coverage_grid_value(&world.scope, &grid, 1, 1)),
		"·");
	assert_string_equal(grid.closed[0],
			    "Mo-Fr 20-21, Sa 18-20, Su 09-10,16-20");
	assert_null(grid.closed[1]);
	end_world(&world);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(open_decisions_come_in_their_order),
		cmocka_unit_test(the_first_reasons_say_of_how_many_they_are),
		cmocka_unit_test(findings_begin_with_those_most_worth_fixing),
		cmocka_unit_test(insights_and_events_are_sorted),
		cmocka_unit_test(
			what_comes_next_stands_over_what_is_not_planned),
		cmocka_unit_test(actions_that_need_attention_come_first),
		cmocka_unit_test(
			actions_due_soon_stand_before_those_without_owner),
		cmocka_unit_test(an_empty_plan_says_why_nothing_is_shown),
		cmocka_unit_test(the_grid_tells_shares_of_wanted_hours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
