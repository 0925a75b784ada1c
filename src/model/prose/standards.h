/* standards.h - words for the rows of standards.def: members of struct
 * standard */
#ifndef CES_STANDARDS_H
#define CES_STANDARDS_H

#include "ces/measure.h"

#define FAMILY(name) .family = FAMILY_##name
#define HIGHER .direction = DIRECTION_HIGHER
#define LOWER .direction = DIRECTION_LOWER
#define RANGE .direction = DIRECTION_RANGE

/* units, and the values that can't be passed */
#define BIT(name) (1u << MEASURED_##name)
#define BETWEEN(low, high) .lowest = low, .highest = high
#define NOT_NEGATIVE BETWEEN(0, 1e15)
#define NO_LIMITS BETWEEN(1, -1)
#define PERCENT .units = BIT(PERCENT), BETWEEN(0, 100)
#define CASES PERCENT, .proportion = true /* percent of so many cases */
#define ABOVE_0 .units = BIT(PERCENT), NOT_NEGATIVE /* may pass 100 */
#define COSTS .units = BIT(MONEY), NOT_NEGATIVE
#define SECONDS .units = BIT(SECONDS), NOT_NEGATIVE
#define TIMES .units = BIT(MINUTES) | BIT(HOURS) | BIT(DAYS), NOT_NEGATIVE
#define QUICK_TIMES                                                    \
	.units = BIT(SECONDS) | BIT(MINUTES) | BIT(HOURS) | BIT(DAYS), \
	NOT_NEGATIVE

/* parts that a definition must have */
#define PART(name) (1u << PART_##name)
#define SURVEYED .parts = PART(scale) | PART(method)
#define REPEATS .parts = PART(method) | PART(window)
#define TIMED .parts = PART(statistic)

/* where values commonly lie: a remark when they don't, never a pass mark */
#define USUAL(unit, low, high) \
	.usual_unit = MEASURED_##unit, .usual_min = low, .usual_max = high
#define NO_USUAL .usual_unit = -1, .usual_min = 1, .usual_max = -1

#endif
