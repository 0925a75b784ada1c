/* fit.h - widths of columns and heights of rows */
#ifndef CES_WORKBOOK_FIT_H
#define CES_WORKBOOK_FIT_H

#include "xlsx/expr/work.h"

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

#endif
