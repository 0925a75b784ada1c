/* stretch.h - days in a row in which less is open than over all of them */
#ifndef CES_VIEW_STRETCH_H
#define CES_VIEW_STRETCH_H

#include "view/opened.h"

/* hours that a segment wants and finds day by day, and those of the plan */
struct stretch_search {
	const struct view *view;
	const struct days *days;
	const struct clock *clock; /* of the segment */
	const struct hours *const *hours;
	size_t n;
	const int32_t *wanted_by_day, *common_by_day; /* minutes */
	double limit;				      /* enough, percent */
	int32_t next; /* number of the first day that is not over */
};

/*
 * Finds a week or more with the same hours and clocks in which the least is
 * open, before those that are over one that is not and too low as well; none
 * where that is enough, or little less than the percent of all days. shown: the
 * first day of these, of a shorter stretch where all are.
 */
void stretch_find(const struct stretch_search *search, double percent,
		  struct low_stretch *stretch, struct date *shown);

#endif
