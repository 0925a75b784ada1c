/* week_inside.h - what the files that draw the week share */
#ifndef CES_WORKBOOK_WEEK_INSIDE_H
#define CES_WORKBOOK_WEEK_INSIDE_H

#include "week.h"
#include "xlsx/sheet/work.h"

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

enum { EACH_HEAD = 4 }; /* half hours between two lines of the clock */

/* one pair of segment and channel on the page */
struct grid {
	struct work *work;
	struct page *page;
	uint32_t row; /* its first */
	const struct coverage *coverage;
	struct week_pair pair;
	bool exact;
	unsigned wanted, common; /* minutes of the week */
};

struct lxw_format *
grid_look(const struct grid *grid, const struct style *style);
/* of each row of a grid, in pixels */
extern const int grid_heights[GRID_ROWS];
/* paints: of the half hours that hold 1, 2 and 3 */
void grid_write(const struct grid *grid, struct lxw_format *const paints[4]);

/* week_above.c: what stands over the days */
void grid_write_above(const struct grid *grid);
/* one line of the page, no longer than the page is wide */
void week_line(struct work *work, uint32_t row, const struct buf *text);

#endif
