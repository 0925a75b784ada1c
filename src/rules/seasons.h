/* seasons.h - days of opening hours that disagree */
#ifndef CES_RULES_SEASONS_H
#define CES_RULES_SEASONS_H

#include "rules/rule.h"

/* Reports days that have two exceptions, or two seasons. */
void check_hours_overlaps(struct rule_run *run, const struct hours *hours);

/* the object that opens the line on the day, and its key: an exception of
 * several days, a season, or the hours themselves */
const struct object *
hours_place(const struct hours *hours, struct date day, const char **key);

/* the treatment of customers outside the hours, or NULL */
const char *hours_treatment(const struct hours *hours);

/* tells whether a season or an exception makes the stretch, and it isn't over
 */
bool is_cut(const struct rule_run *run, const struct low_stretch *stretch);

/* Reports a season or an exception in which a channel is open too little,
 * though over the days of the period it is enough: for a segment with the
 * coverage of all its channels, and for high-value customers with that of one.
 */
void report_low_stretch(struct rule_run *run, const struct segment *segment);
void report_cut(struct rule_run *run, const struct coverage *at);

/* Relates what opens the line in the week that the coverage shows: an
 * exception, a season, or the standard week. */
void rule_relate_hours(struct rule_run *run, const struct coverage *coverage,
		       const char *note);

#endif
