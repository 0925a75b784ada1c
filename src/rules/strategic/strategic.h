/* strategic.h - what the strategic rules ask again and again */
#ifndef CES_RULES_STRATEGIC_H
#define CES_RULES_STRATEGIC_H

#include <math.h>
#include <string.h>

#include "rules/themes.h"

/*
 * A rule speaks of values that are SET. What is BROKEN or a TODO has its
 * finding already, so a rule is silent wherever such a value could change what
 * it says.
 */
static inline bool
word_is(const struct word_value *value, int word)
{
	return is_set(&value->at) && value->word == word;
}

static inline bool
flag_is(const struct flag_value *value, bool on)
{
	return is_set(&value->at) && value->on == on;
}

static inline bool
is_unfilled(const struct mark *mark)
{
	return mark->state <= BLANK;
}

/* it has its finding already, and might have said anything */
static inline bool
is_unclear(const struct mark *mark)
{
	return mark->state == BROKEN || mark->state == TODO;
}

/* a figure as a message shows it: no finding may say that 90% is below 90% */
static inline double
as_shown(double percent)
{
	return round(percent * 10) / 10;
}

/* Is the object's key required, and not there? Then this rule reports it. */
bool object_lacks(const struct object *object, const char *field_name);

/* a finding about a key that is not there, with YAML to paste */
struct finding *rule_missing(struct rule_run *run, const struct object *object,
			     const char *field_name, const char *message,
			     const struct arg *args, size_t arg_count);

/* does a reference of the list lead to an action neither done nor cancelled */
bool refs_open(const struct view *view, const struct refs_value *actions);

/* is the day more than so many months before the other */
bool is_older(struct date date, struct date as_of, double months);

#endif
