/* tabled.h - the tables of a full plan, of an almost empty one and of one whose
 * reasons have parts, for tests */
#ifndef CES_TESTS_TABLED_H
#define CES_TESTS_TABLED_H

#include "ces/table.h"
#include "sample.h"
#include "table/tables.h"

extern struct tables full, bare, parted;

/* make and release them; for cmocka */
int set_up(void **state);
int tear_down(void **state);

/* cells of the full plan */
const struct cell *at(enum table_id table, const char *id, const char *column);
void assert_text(enum table_id table, const char *id, const char *column,
		 const char *expected);
void assert_number(enum table_id table, const char *id, const char *column,
		   double expected);
void assert_empty(enum table_id table, const char *id, const char *column);

#endif
