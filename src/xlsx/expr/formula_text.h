/* formula_text.h - formulas over the sheets, and what they result in */
#ifndef CES_WORKBOOK_FORMULA_H
#define CES_WORKBOOK_FORMULA_H

#include "work.h"

/*
 * Formulas name whole columns of a table and find a row by its hidden id, so
 * they stay right when a sheet is sorted. Only functions that every reader
 * recalculates are used, and no references by table name.
 */

/* appends 'Actions'!$C$5:$C$21, of a column by its key or by its number */
void formula_range(struct buf *buf, const struct tab *tab, const char *key);
void formula_column(struct buf *buf, const struct tab *tab, int column);
/* appends INDEX(column,MATCH(the row's id,ids,0)) */
void formula_lookup(struct buf *buf, const struct tab *tab, const char *key,
		    size_t row);
/* can the row be found so: does it have an id that may stand in a formula */
bool formula_can(const struct tab *tab, size_t row);
/* is the cell empty or a day that formulas can reckon with: not one that had to
 * be written as text */
bool formula_day(const struct tab *tab, size_t row, const char *key);
/* appends "text" with its quotes doubled */
void formula_quote(struct buf *buf, const char *text);
/* appends C5, or one part of it */
void formula_cell(struct buf *buf, uint32_t row, int column);
void formula_letters(struct buf *buf, int column);
void formula_row(struct buf *buf, uint32_t row);

/* the text of a cell, "" when it has none */
const char *tab_text(const struct tab *tab, size_t row, const char *key);
double tab_number(const struct tab *tab, size_t row, const char *key);

/* a sentence with figures: {name} of the message is the piece's formula */
struct piece {
	const char *name;
	const char *formula; /* without "="; NULL: text as it is */
	const char *text;    /* what it results in */
};

void sentence_add(struct buf *formula, struct buf *text, const char *message,
		  const struct piece *pieces, size_t n);

#endif
