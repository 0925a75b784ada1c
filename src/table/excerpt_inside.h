/* excerpt_inside.h - declarations that the excerpts share */
#ifndef CES_TABLE_EXCERPT_INSIDE_H
#define CES_TABLE_EXCERPT_INSIDE_H

#include "ces/excerpt.h"

/* title of an excerpt that has rows, or has a title without them */
const struct expr *
excerpt_title(const struct expr_scope *scope, enum excerpt_id id);

/* sets its table, rows, and the number of all */
void excerpt_choose(struct excerpt *excerpt, const struct expr_scope *scope,
		    enum excerpt_id id);

/* the scope of expressions about a table and one of its rows, or NO_ROW */
struct expr_scope
scope_of(const struct expr_scope *scope, enum table_id table, size_t row);

/* "£", or the code and a space; "" of no currency */
const char *currency_sign(const struct expr_scope *scope);

/* tells whether it is asked for, in time or late */
bool decision_is_open(const struct table *decisions, size_t row);

#endif
