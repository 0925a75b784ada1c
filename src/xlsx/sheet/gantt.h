/* gantt.h - when actions are due, as a Gantt chart beside their table */
#ifndef CES_WORKBOOK_GANTT_H
#define CES_WORKBOOK_GANTT_H

#include "work.h"

/*
 * Draws them at the right of the sheet of actions, after its widths are set,
 * and says how far the sheet now goes to paper; any other sheet stays as it
 * is. The key stands in the row below the data, where the totals are.
 */
struct gantt_end {
	int column;
	bool key; /* there is a row below the data */
};

struct gantt_end
gantt_write(struct work *work, const struct tab *tab, struct gantt_end without);

#endif
