/* parts.h - the parts of the view, in the order in which they are made */
#ifndef CES_VIEW_PARTS_H
#define CES_VIEW_PARTS_H

#include "ces/arena.h"
#include "ces/view.h"

void view_channels(struct view *view, struct arena *arena);
void view_reasons(struct view *view, struct arena *arena);
void view_segments(struct view *view, struct arena *arena);
void view_measures(struct view *view, struct arena *arena);
void view_actions(struct view *view, struct arena *arena);
void view_events(struct view *view, struct arena *arena);
void view_staffing(struct view *view);
void view_business(struct view *view, struct arena *arena);
void view_readiness(struct view *view, struct arena *arena);

/* months from one reading to the next, daily and weekly ones being written down
 * by the month; 0 where unknown, and while planned */
int reading_months(const struct measure *measure);

/* minutes from the own zone's clock to the plan's, in winter and in summer of
 * the year looked at; 0 where there is no own zone */
void zone_shifts(const struct view *view, const struct zone_value *own,
		 int shift[2]);

/* the number where it is set, else NAN */
static inline double
number_of(const struct number_value *value)
{
	return is_set(&value->at) ? value->n : NAN;
}

/* the plan's number, else the other one; unknown where it can't be read */
static inline double
number_or(const struct number_value *value, double otherwise)
{
	return value->at.state == BROKEN || is_set(&value->at)
		       ? number_of(value)
		       : otherwise;
}

/* adds where both are known; a sum of nothing is unknown */
static inline void
add_known(double *sum, double value)
{
	if (!isnan(value))
		*sum = isnan(*sum) ? value : *sum + value;
}

#endif
