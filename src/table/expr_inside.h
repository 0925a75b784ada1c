/* expr_inside.h - what reading and evaluating expressions share */
#ifndef CES_TABLE_EXPR_INSIDE_H
#define CES_TABLE_EXPR_INSIDE_H

#include "ces/expr.h"

/* finds the function of a call, and whether its result can be kept */
void call_prepare(struct arena *arena, struct expr *call);

struct eval {
	const struct expr_scope *scope;
	size_t row;  /* of {key} */
	size_t item; /* of [key] in SUMPRODUCT; NO_ROW elsewhere */
};

struct value evaluate(const struct eval *eval, const struct expr *expr);
struct value call_value(const struct eval *eval, const struct expr *call);

extern const struct value no_value; /* #VALUE! */
struct value number_value(double number);
struct value text_value(const char *text);
struct value truth_value(bool truth);
/* a blank cell and a truth count as numbers, a text does not */
bool value_to_number(struct value value, double *number);
/* numbers stand before texts, texts before truths; case doesn't count */
int value_compare(struct value a, struct value b);
/* does "<=" hold of what was compared */
bool order_holds(const char *operator, int order);

/* numbers of columns and of single cells, as SUM and its kin take them */
struct numbers {
	double sum, least, most;
	size_t n, blank, rows;
};
struct numbers call_numbers(const struct eval *eval, const struct expr *call);
typedef struct value
call_function(const struct eval *eval, const struct expr *call);
call_function call_countifs, call_sumif, call_sumifs, call_sumproduct;

/* a title that is counted and summed over columns; NULL: nothing stands out */
const struct expr *title_live(const struct expr_scope *scope);

/* a day before March 1900 is a text in workbooks, which no formula reckons with;
 * of a table after tables_enliven */
bool table_has_foreign_day(const struct table *table);

/* {margin} and {n} in messages of live columns */
extern const struct binding measure_bindings[];
extern const size_t measure_binding_count;

/* WORDS(n) and the like as what they stand for; NULL: no macro */
const struct expr *macro_expand(const struct expr_scope *scope,
				const char *name, const struct expr *arg);

#endif
