/* formula.h - expressions as formulas, in cells with what they result in */
#ifndef CES_XLSX_FORMULA_H
#define CES_XLSX_FORMULA_H

#include "ces/expr.h"
#include "work.h"

/*
 * Formulas name whole columns of a table and find a row by its hidden id, so
 * they stay right when a sheet is sorted. Only functions that every reader
 * recalculates are used, and no references by table name.
 */

/* the scope of expressions about the tables of a workbook; table NULL: none */
struct expr_scope
work_scope(const struct work *work, const struct table *table);

/* appends the formula without "="; row: the table's, of {key} */
void formula_print(struct buf *buf, const struct work *work,
		   const struct expr *expr, size_t row);
/* writes the formula and its result, a text or a number */
void
cell_expr(const struct work *work, struct page *page, uint32_t row, int column,
	  const struct expr *expr, size_t item, struct lxw_format *format);
/* the hidden page of named figures */
void figures_write(struct work *work);

#endif
