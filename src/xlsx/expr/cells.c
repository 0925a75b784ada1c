/* cells.c - cells of any page that look up the sheets' */
#include "cells.h"

#include "formula.h"

void
cell_across(struct page *page, uint32_t row, int first, int last,
	    const char *text, struct lxw_format *format)
{
	cell_text(page, row, first, text, format, NULL);
	while (first++ < last)
		cell_blank(page, row, first, format);
}

void
cell_lookup(const struct work *work, struct page *page, uint32_t row,
	    int column, const struct tab *tab, const char *key, size_t item,
	    struct lxw_format *format)
{
	struct expr_scope scope = work_scope(work, tab->table);
	const struct expr *expr;

	scope.row = item;
	expr = expr_parse(&scope, arena_format(work->arena, "{%s}", key));
	if (expr_value(&scope, expr, item).kind == VALUE_EMPTY)
		cell_blank(page, row, column, format);
	else
		cell_expr(work, page, row, column, expr, item, format);
}
