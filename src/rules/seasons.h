/* seasons.h - days of opening hours that disagree */
#ifndef CES_RULES_SEASONS_H
#define CES_RULES_SEASONS_H

#include "rules/rule.h"

/* Reports days that have two exceptions, or two seasons. */
void check_hours_overlaps(struct rule_run *run, const struct hours *hours);

#endif
