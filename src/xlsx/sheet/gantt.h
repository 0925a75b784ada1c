/* gantt.h - when actions are due, as a Gantt chart beside their table */
#ifndef CES_WORKBOOK_GANTT_H
#define CES_WORKBOOK_GANTT_H

#include "xlsx/expr/work.h"

/*
 * Draws the chart at the right of the sheet of actions, once its widths are
 * set, and returns the last printed column; leaves other sheets as they are.
 * The key is in the row below the data, like totals.
 */
struct gantt_end {
	int column;
	bool key; /* there is a row below the data */
};

struct gantt_end
gantt_write(struct work *work, const struct tab *tab, struct gantt_end without);

#endif
