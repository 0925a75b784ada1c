/* sheet_parts.h - the parts of a sheet that sheet.c puts together */
#ifndef CES_XLSX_SHEET_PARTS_H
#define CES_XLSX_SHEET_PARTS_H

#include "xlsx/expr/work.h"

/* --- column.c: decimals, totals, marks --- */

/* no figure of it has decimals */
bool column_is_whole(const struct table *table, size_t column);
/* is it summed, and is there something to be summed */
bool column_has_total(const struct table *table, size_t column);
bool table_has_totals(const struct table *table);
/* draws bars of shares and two-sided bars of scores; sets a word in bold */
void column_marks(const struct tab *tab, size_t column);

/* --- title_write.c --- */

/* rows 0 and 1; formulas where the sheet's own cells make the message. Returns
 * the pixels of the longer one */
double title_write(struct work *work, const struct tab *tab,
		   struct lxw_format *title, struct lxw_format *intro);

/* --- edit.c: cells that are changed in the meeting --- */

/* restricts the entries of a column, and explains them */
void edit_column(struct work *work, const struct tab *tab, size_t column,
		 const char *header);
/* explains a header's term, and whether its cells are to be edited */
void edit_header(const struct tab *tab, uint32_t row, size_t column,
		 const char *header);
/* says above the header which columns are for editing */
void edit_band(struct work *work, const struct tab *tab, uint32_t row);

/* --- fit.c: widths of columns and heights of rows --- */

/* how much room the cells of a table want, learned while they are written */
struct room {
	struct extent *extents; /* rows x columns */
	unsigned *widths;	/* the widest of each column */
	bool wide;		/* the font's letters are */
};

void room_make(struct room *room, size_t columns, size_t rows);
void room_free(struct room *room);

/* the last column up to which the table is no wider than most characters */
int tab_fit(const struct tab *tab, const struct table_column *heads,
	    const struct room *room, uint32_t header_row, double most);

/* --- gantt.c --- */

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
