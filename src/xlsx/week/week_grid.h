/* week_grid.h - a week in half hours: wanted against open */
#ifndef CES_WORKBOOK_WEEK_GRID_H
#define CES_WORKBOOK_WEEK_GRID_H

#include "week.h"
#include "xlsx/expr/work.h"

enum { OPEN_WANTED = 0x7DB0D3, OPEN_SPARE = 0xDEDEDE };

enum {
	COL_DAY,
	COL_FIRST,
	COL_LAST = COL_FIRST + DAY_HALVES - 1,
	COL_GAP,
	COL_WANTED,
	COL_OPEN,
	COL_COVERED,
	COL_CLOSED,
	COLUMNS
};

/* rows of one grid */
enum {
	AT_TITLE,
	AT_INTRO,
	AT_KEY,
	AT_HEADS,
	AT_DAYS,
	AT_WEEK = AT_DAYS + 7,
	AT_GAP,
	GRID_ROWS
};

/* of each row of a grid, in pixels */
extern const int grid_heights[GRID_ROWS];

/* paints: of the half hours that hold 1, 2 and 3 */
void grid_write(struct work *work, uint32_t row, const struct coverage *at,
		struct lxw_format *const paints[4]);

/* one line of the page, no longer than the page is wide */
void week_line(struct work *work, uint32_t row, const struct buf *text);

#endif
