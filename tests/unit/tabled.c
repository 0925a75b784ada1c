/* tabled.c - the tables of a full plan, of an almost empty one and of one whose
 * reasons have parts, for tests */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "tabled.h"

static struct review retail, empty, water;
struct tables full, bare, parted;

int
set_up(void **state)
{
	(void)state;
	sample_file(&retail, "examples/retail.yaml");
	sample_text(&empty, almost_empty);
	sample_file(&water, "tests/parts.yaml");
	tables_make(&full, &retail);
	tables_make(&bare, &empty);
	tables_make(&parted, &water);
	return 0;
}

int
tear_down(void **state)
{
	(void)state;
	tables_release(&full);
	tables_release(&bare);
	tables_release(&parted);
	review_release(&retail);
	review_release(&empty);
	review_release(&water);
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

const struct cell *
at(enum table_id table, const char *id, const char *column)
{
	const struct table *found = tables_get(&full, table);

	return table_at(found, row_of(found, id), column);
}

void
assert_text(enum table_id table, const char *id, const char *column,
	    const char *expected)
{
	const struct cell *cell = at(table, id, column);

	assert_non_null(cell->text);
	assert_string_equal(cell->text, expected);
	assert_true(isnan(cell->number));
}

void
assert_number(enum table_id table, const char *id, const char *column,
	      double expected)
{
	double number = at(table, id, column)->number;

	if (!(fabs(number - expected) < 0.05))
		fail_msg("%s.%s.%s is %g, not %g", full.items[table].key, id,
			 column, number, expected);
}

void
assert_empty(enum table_id table, const char *id, const char *column)
{
	const struct cell *cell = at(table, id, column);

	assert_null(cell->text);
	assert_true(isnan(cell->number));
	assert_int_equal(cell->date.year, 0);
}
