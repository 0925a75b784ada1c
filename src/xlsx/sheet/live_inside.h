/* live_inside.h - what the files with formulas over a row's cells share */
#ifndef CES_WORKBOOK_LIVE_INSIDE_H
#define CES_WORKBOOK_LIVE_INSIDE_H

#include "xlsx/expr/formula_text.h"

/* a row being told about; its formula, begun with "=", is added to */
struct line {
	struct work *work;
	const struct tab *tab;
	size_t row;
	struct buf *formula;
};

/* {key} of the pattern becomes the cell of that column in the same row */
void line_add(const struct line *line, const char *pattern);
/* the cell of the row: number, or NAN; text, or "" */
double line_number(const struct line *line, const char *key);
const char *line_text(const struct line *line, const char *key);

/*
 * Each adds the formula of one cell and returns what it results in. A formula
 * left as "=" alone says that the cell is no formula.
 */
typedef double live_number(const struct line *line);
typedef const char *live_text(const struct line *line);
/* adds the formula of all the rows, where they have the same but for the row */
typedef void live_pattern(const struct line *line);

/* live_measures.c */
live_number measure_latest, measure_n, measure_gap, measure_progress,
	measure_planned, measure_margin;
live_text measure_state, measure_real, reading_latest;

/* live_money.c */
live_number case_amount, case_months, reason_planned, reason_saving;

#endif
