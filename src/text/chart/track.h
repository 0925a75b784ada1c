/* track.h - readings of a measure over time, and its plan */
#ifndef CES_TEXT_TRACK_H
#define CES_TEXT_TRACK_H

#include "chart.h"

enum { READINGS_MOST = 60 };

struct point {
	double day, value;
};

/* readings in the order of their days, the newest where there are too many; and
 * the plan, from baseline to target, or a level */
struct track {
	const struct chart *chart;
	const struct table *table;
	size_t row;
	struct point readings[READINGS_MOST];
	size_t n;
	struct point plan[2];
	bool planned;
	double target;
	struct axis axis; /* of all these values */
	struct scale days, values;
};

/* Reads the measure and the ends of its axes; false: fewer than two readings. */
bool track_read(struct track *track);
/* the plan's value on that day */
double track_plan(const struct track *track, double day);
/* the text of a value, with as many decimals as tell values apart */
const char *track_text(const struct track *track, double value);

#endif
