/* lanes.h - when events run in a year, in lanes below its months */
#ifndef CES_TEXT_LANES_H
#define CES_TEXT_LANES_H

#include "chart.h"

enum { EVENTS_MOST = 40 };

/* an event in its lane */
struct run {
	const struct event *event;
	double from, to;    /* places of its days */
	double left, right; /* and of its name */
	bool end;           /* the name ends with it */
	int lane;
};

struct lanes {
	const struct chart *chart;
	struct scale days; /* of months along, 0 to 12 */
	struct run runs[EVENTS_MOST];
	size_t n, left_out; /* events */
	int count;          /* of lanes */
};

/* Puts each event of the year into the first lane with room. */
void lanes_place(struct lanes *lanes);
double lanes_height(const struct lanes *lanes);
void lanes_draw(const struct lanes *lanes, const struct svg *svg, double top);

#endif
