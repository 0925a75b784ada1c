/* expr_inside.h - what reading and evaluating expressions share */
#ifndef CES_TABLE_EXPR_INSIDE_H
#define CES_TABLE_EXPR_INSIDE_H

#include "ces/expr.h"

/* finds the function of a call, and whether its result can be kept */
void call_prepare(struct arena *arena, struct expr *call);

/* a day before March 1900 is a text in workbooks, which no formula reckons with;
 * of a table after tables_enliven */
bool table_has_foreign_day(const struct table *table);

/* {margin} and {n} in messages of live columns */
extern const struct binding measure_bindings[];
extern const size_t measure_binding_count;

/* WORDS(n) and the like as what they stand for; NULL: no macro */
const struct expr *macro_expand(const struct expr_scope *scope, const char *name,
				const struct expr *arg);

#endif
