/* data.h - hidden sheet of figures that charts need and no table has */
#ifndef CES_WORKBOOK_DATA_H
#define CES_WORKBOOK_DATA_H

#include "xlsx/book/chart.h"
#include "xlsx/expr/formula.h"

/* a block has a heading, and rows with a name in column 0 and figures */
uint32_t data_block(struct work *work, const char *heading, uint32_t rows);
void data_text(struct work *work, uint32_t row, int column, const char *text);
void data_number(struct work *work, uint32_t row, int column, double number);
void data_date(struct work *work, uint32_t row, int column, struct date date);
void
data_expr(struct work *work, uint32_t row, int column, const struct expr *expr);
/* a figure of the table, found by the row's id */
void data_lookup(struct work *work, uint32_t row, int column,
		 const struct tab *tab, const char *key, size_t item);

struct range
data_range(const struct work *work, uint32_t first, uint32_t n, int column);
/* rows of a column of the sheet's own table */
struct range
tab_range(const struct tab *tab, const char *key, size_t first, size_t n);

/* makes a series of one point from a row of name, x and y */
struct chart_series data_point(const struct work *work, uint32_t row);

/* the name of a part of a scatter chart, written at a place in it */
struct caption {
	double x, y;
	const char *name; /* message id */
	enum label_place place;
};

/* a block of captions */
uint32_t captions_write(struct work *work, const char *heading,
			const struct caption *captions, size_t n);
/* as points without markers; first: row of the block. Names become translated.
 */
void
captions_add(const struct work *work, uint32_t first, struct caption *captions,
	     size_t n, struct chart_series *series);

#endif
