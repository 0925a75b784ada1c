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

/* "C5" where both move with the rule or the formula, "$C5", "C$5", "$C$5" */
enum { ANCHOR_ROW = 1, ANCHOR_COLUMN = 2 };
const char *
cell_name(struct arena *arena, uint32_t row, int column, unsigned anchor);
/* appends 'Actions'!$C$5:$C$21 */
void formula_column(struct buf *buf, const struct tab *tab, int column);
/* can the row be found by its id: does it have an id that may stand in a
 * formula */
bool formula_can(const struct tab *tab, size_t row);

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
