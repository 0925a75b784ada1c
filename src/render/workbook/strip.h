/* strip.h - when actions are due, as bars beside their table */
#ifndef CES_WORKBOOK_STRIP_H
#define CES_WORKBOOK_STRIP_H

#include "work.h"

/*
 * Draws them at the right of the sheet of actions, after its widths are set,
 * and says how far the sheet now goes to paper; any other sheet stays as it
 * is. The key stands in the row below the data, where the totals are.
 */
struct strip_end {
	int column;
	bool key; /* there is a row below the data */
};

struct strip_end strip_write(struct work *work, const struct tab *tab,
			     struct strip_end without);

#endif
