/* formula_text.h - the pieces of a formula: cells, columns, texts */
#ifndef CES_XLSX_FORMULA_TEXT_H
#define CES_XLSX_FORMULA_TEXT_H

#include "work.h"

/* appends 'Actions'!$C$5:$C$21 */
void formula_column(struct buf *buf, const struct tab *tab, int column);
/* can the row be found by its id: does it have an id that may stand in a
 * formula */
bool formula_can(const struct tab *tab, size_t row);
/* appends "text" with its quotes doubled */
void formula_quote(struct buf *buf, const char *text);
/* appends C5, or one part of it */
void formula_cell(struct buf *buf, uint32_t row, int column);
void formula_letters(struct buf *buf, int column);
void formula_row(struct buf *buf, uint32_t row);

/* the text of a cell, "" when it has none */
const char *tab_text(const struct tab *tab, size_t row, const char *key);
double tab_number(const struct tab *tab, size_t row, const char *key);

#endif
