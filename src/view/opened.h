/* opened.h - the hours of a plan, day by day over the days looked at */
#ifndef CES_VIEW_OPENED_H
#define CES_VIEW_OPENED_H

#include "ces/opening.h"
#include "ces/view.h"
#include "view/timeline.h"

struct hours_view {
	bool told;		   /* else all of it is empty */
	const struct clock *clock; /* of their zone */
	/* the week that holds on each of the days, where not the standard one
	 * holds on all: NULL. A week or more of alike exceptions is a week of
	 * its own, shorter ones are passed over */
	const struct week **weeks;
	struct timeline open; /* only while coverage is worked out */
	int32_t offered; /* minutes open on the days, on the plan's clock */
};

/* the clocks of a plan, each made once */
struct clocks {
	struct arena *arena;
	const struct days *days;
	const struct clock **list;
	size_t n, cap;
};

/* the zone's, or the plan's where it isn't set */
const struct clock *clocks_find(struct clocks *clocks, const struct view *view,
				const struct zone_value *zone);

/* the days of the plan's period; of a plan without one, or with one of more
 * than ten years, 52 weeks from its first day or the as-of day */
struct days days_looked_at(const struct plan *plan, struct date as_of);

/* fills the hours of the view; opened_close drops their timelines */
void opened_make(struct view *view, struct clocks *clocks, struct arena *arena);
void opened_close(struct view *view);

/* the week that holds on the day with that number; the hours are told */
const struct week *
week_on(const struct view *view, const struct hours *hours, int32_t day);

/* tells whether all of the hours keep their standard week on the day */
bool weeks_usual(const struct view *view, const struct hours *const *hours,
		 size_t n, int32_t day);
/* tells whether on the day the hours are as on the day before, on that clock */
bool hours_go_on(const struct view *view, const struct hours *hours,
		 const struct clock *own, int32_t day);

/* minutes by which the first zone's clock is ahead of the second's */
int zone_shift(const struct view *view, const struct zone_value *own,
	       const struct zone_value *other, struct date day);

#endif
