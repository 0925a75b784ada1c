/* crowd.h - names of a chart's points, placed so that they don't meet */
#ifndef CES_WORKBOOK_CROWD_H
#define CES_WORKBOOK_CROWD_H

#include "ces/arena.h"
#include "xlsx/book/chart.h"

/* pixels from the middle of the plot, up and to the right */
struct crowd_box {
	double left, right, low, high;
};

struct crowd_point {
	double x, y, radius;
	const char *name;  /* NULL: has none */
	const char *label; /* the name in lines, as it is to be shown */
	enum label_place place;
};

struct crowd {
	struct arena *arena;
	struct crowd_point *points;
	size_t n;
	const struct crowd_box *taken; /* by other words */
	size_t taken_count;
	double half_x, half_y; /* of the plot */
	double widest;	       /* line of a label that readers don't break */
	bool wide;	       /* a font whose letters are wider than Arial's */
};

/* the most points that are kept apart; what comes after them gets no name */
enum { CROWD_MOST = 40 };

/* fills label and place of the points */
void crowd_place(struct crowd *crowd);

/*
 * The text in at most so many lines of that many pixels, at 9 points; *width
 * becomes that of the widest. False: it doesn't fit and is cut.
 */
bool label_lines(struct buf *buf, const char *text, double most, int lines,
		 double *width, int *used);

#endif
