/* titles.h - the titles of sheets: what stands out in their tables */
#ifndef CES_TABLE_TITLES_H
#define CES_TABLE_TITLES_H

#include "ces/expr.h"
#include "tables.h"

/* NULL where nothing stands out; texts live in the scope's arena */
typedef const char *title_text(const struct expr_scope *scope);
title_text title_reasons;

/* a title that is counted and summed over columns, so that it follows them */
const struct expr *title_live(const struct expr_scope *scope);

#endif
