/* parts.h - the parts of the view, in the order in which they are made */
#ifndef CES_VIEW_PARTS_H
#define CES_VIEW_PARTS_H

#include "ces/arena.h"
#include "ces/view.h"

void view_channels(struct view *view, struct arena *arena);
/* parents of reasons, and their order by_part */
void view_reason_tree(struct view *view);
void view_reasons(struct view *view, struct arena *arena);
void view_segments(struct view *view, struct arena *arena);
void view_measures(struct view *view, struct arena *arena);
void view_actions(struct view *view, struct arena *arena);
void view_events(struct view *view, struct arena *arena);
void view_months(struct view *view);
void view_staffing(struct view *view, struct arena *arena);
void view_business(struct view *view, struct arena *arena);
void view_readiness(struct view *view, struct arena *arena);

/* months from one reading to the next, daily and weekly ones being written down
 * by the month; 0 where unknown, and while planned */
int reading_months(const struct measure *measure);

/* first and last day looked at */
struct term_days {
	struct date first, last;
};

/* Finds the days in which it runs; usual: in a year like those before, so that
 * it has run already, and comes each year unless it says otherwise. */
void event_months(struct event_months *made, const struct event *event,
		  double responses, const struct term_days *days, bool usual);

/* Contacts of an event that is told by effects and by replies: the larger of
 * the two, as both tell of the same contacts. */
static inline double
event_contacts(double effects, double replies)
{
	return effects > 0 && replies > 0 ? fmax(effects, replies)
					  : effects + replies;
}

/* first day of the year that the months are of: that of the plan's period, else
 * the as-of day */
struct date year_first(const struct view *view);
struct date month_end(struct date date);
/* hours for which these are open in a month of that year, 0..11, or in all of
 * it (-1), with seasons and exceptions; NAN where they are not told */
double
hours_open(const struct view *view, const struct hours *hours, int month);
/* how many days of a month are marked */
int days_count(uint32_t days);

/* Finds the plan's values for the staffing of a channel, each as the channel
 * tells it, else as demand.staffing does: of all channels shrinkage, occupancy
 * and cost, and the rest of the first live voice channel (where there is none,
 * of the first on which customers wait). */
struct staffing
staffing_inputs(const struct view *view, const struct channel *channel);
const struct channel *main_channel(const struct plan *plan);
/* tells whether an agent has several contacts of the channel at a time */
double channel_factor(const struct channel *channel);

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

/* the seconds where they are set, else the other ones; unknown where they can't
 * be read */
static inline double
seconds_or(const struct duration_value *value, double otherwise)
{
	if (value->at.state == BROKEN)
		return NAN;
	return is_set(&value->at) ? duration_seconds(value->duration)
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
