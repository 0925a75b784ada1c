/* chart.h - native charts: made valid before the library sees them */
#ifndef CES_WORKBOOK_CHART_H
#define CES_WORKBOOK_CHART_H

#include "book.h"

/*
 * A chart holds references to cells, so it moves when they are edited. What a
 * reference can't give (a label, a fill for one point) is given as it is now.
 * Labels of bars are at their ends.
 */
enum chart_kind { CHART_BARS, CHART_STACKED, CHART_POINTS };

/* cells of one column; page NULL: none */
struct range {
	const struct page *page;
	uint32_t first, last;
	int column;
};

/* the largest marker that the library knows, in points */
enum { MARKER_LEAST = 5, MARKER_MOST = 72 };

enum label_place {
	LABEL_AUTO,
	LABEL_RIGHT,
	LABEL_LEFT,
	LABEL_ABOVE,
	LABEL_BELOW,
	LABEL_CENTER,
	LABEL_END, /* beyond the end of a bar */
	LABEL_TOP  /* within the end of a bar */
};

struct chart_series {
	const char *name; /* of the legend; NULL: the series isn't in it */
	struct range names, values; /* x and y of points */
	int color;		    /* of bars and markers; NO_COLOR: unseen */
	int marker;		    /* size of points' markers; 0: none */
	int line;		    /* color of the line between points */
	bool outlined;		    /* as all that is planned: dashed, empty */
	const int *colors;	    /* one a value, or NULL */
	const char *const *labels;  /* one a value; NULL in it: no label */
	const char *number;	    /* format of labels that show the value */
	struct range text;	    /* or the cell that the label shows */
	enum label_place place;
	int label_color, label_size; /* tenths of a point; 0: 90 */
	bool label_bold;
};

enum { FIX_LEAST = 1, FIX_MOST = 2, FIX_STEP = 4, FIX_CROSS = 8 };

struct chart_axis {
	const char *title;  /* with its unit */
	const char *number; /* format */
	unsigned fixed;	    /* bits of those that the reader may not choose */
	double least, most, step;
	double cross; /* where the other axis crosses */
	bool reverse, grid;
	bool bare; /* no numbers along it */
	bool off;
};

struct chart {
	enum chart_kind kind;
	const char *title;	 /* of charts in a grid; else a cell has it */
	const char *description; /* read to those who don't see the chart */
	struct chart_axis x, y;	 /* of bars, x is the axis of the names */
	struct range names;	 /* of series that have none of their own */
	const struct chart_series *series;
	size_t n;
	int gap;   /* between bars, in percent of their width */
	int paper; /* color behind the points */
	bool legend;
};

/* pixels */
struct chart_box {
	uint32_t row;
	int column, x, y, width, height;
};

/* moves with its cells and keeps its size */
void
chart_place(const struct chart *chart, struct page *page, struct chart_box box);

#endif
