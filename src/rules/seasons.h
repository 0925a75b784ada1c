/* seasons.h - days of opening hours that disagree */
#ifndef CES_RULES_SEASONS_H
#define CES_RULES_SEASONS_H

#include "rules/rule.h"

/* Reports days that have two exceptions, or two seasons. */
void check_hours_overlaps(struct rule_run *run, const struct hours *hours);

/* Relates what opens the line in the week that the coverage shows: an
 * exception, a season, or the standard week. */
void rule_relate_hours(struct rule_run *run, const struct coverage *coverage,
		       const char *note);

#endif
