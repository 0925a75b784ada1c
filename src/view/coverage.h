/* coverage.h - one segment after the other against the hours of its channels */
#ifndef CES_VIEW_COVERAGE_H
#define CES_VIEW_COVERAGE_H

#include "view/opened.h"

/* data made once and read for every pair */
struct cover_run {
	struct view *view;
	struct arena *arena;
	struct days days;
	struct clocks clocks;
	const struct hours **hours; /* of a channel in the tier at hand */
	double *preference;	    /* for a channel of the segment at hand */
	bool all;		    /* else preferred channels alone */

	/* the segment at hand, and the hours that it wants */
	const struct segment *segment;
	struct segment_view *made;
	const struct clock *clock;
	struct timeline wanted;
	int32_t wanted_minutes;
	double limit; /* percent that is enough for it */
	int32_t next; /* number of the first day that counts as to come */
	int32_t *wanted_by_day, *common_by_day;
	double *weighed; /* minutes of a day, by preference */
	/* by hours: a pair that is worked out, and whether reach has them */
	const struct coverage **same;
	bool *joined;
	const struct hours **live_hours;
	/* hours of which one at least is open, and those they are made of */
	struct timeline any;
	const struct hours **any_hours;
	size_t any_n;
};

/* the minutes wanted in which that is open, day by day and in all */
int32_t cover_common(struct cover_run *run, const struct timeline *open);

/* Finds the worst stretch of the minutes in common, as the hours of one channel
 * or of several are. */
void cover_worst(const struct cover_run *run, const struct hours *const *hours,
		 size_t n, double percent, struct low_stretch *stretch,
		 struct date *shown);

/* Finds the worst stretch of the segment's coverage, and the channel that makes
 * it. */
void cover_low(struct cover_run *run);

#endif
