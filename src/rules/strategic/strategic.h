/* strategic.h - what the strategic rules ask again and again */
#ifndef CES_RULES_STRATEGIC_H
#define CES_RULES_STRATEGIC_H

#include <math.h>
#include <string.h>

#include "rules/rule.h"

/* Does the plan say enough to lack a part that is optional? A mere fragment
 * is not yet a plan to judge. */
static inline bool
has_core(const struct plan *plan)
{
	return plan->channels.n && plan->contact_reasons.n;
}

/* Time passes a retired plan by: nothing in it is late any more. */
static inline bool
plan_is_retired(const struct plan *plan)
{
	return word_is(&plan->plan.status, PLAN_RETIRED);
}

/* a figure as a message shows it: no finding may say that 90% is below 90% */
static inline double
as_shown(double percent)
{
	return round(percent * 10) / 10;
}

/* of percents; false where either isn't known */
static inline bool
is_above(double percent, double limit)
{
	return as_shown(percent) > as_shown(limit);
}

static inline bool
is_below(double percent, double limit)
{
	return as_shown(percent) < as_shown(limit);
}

/* a unit to name that is not the contact center: an id, or a plain name where
 * the plan has no directory; NULL */
const char *plan_other_unit(const struct plan *plan);

/* the name to show of whom a key names: of the directory's entry, or the plain
 * name where there is none */
const char *named(const void *to, const char *id);

/* does a reference of the list lead to an action neither done nor cancelled */
bool refs_open(const struct view *view, const struct refs_value *actions);

/* does a reference of the list lead to an action that was not cancelled, or
 * could it: work that is done may have helped */
bool refs_tackle(const struct refs_value *actions);

/* could a reference of the list be read, but not followed, or not be read */
bool refs_unclear(const struct refs_value *refs);

/* which items of a collection of the plan an open action `improves`: an array
 * of map->n flags, in the arena */
const bool *map_improved(struct rule_run *run, const struct map *map);

/* can the volume be read of every reason, as far as it is told; and its demand
 * too, of one reason at least */
bool volumes_clear(const struct map *reasons);
bool reasons_clear(const struct map *reasons);

/* is the day more than so many months before the other */
bool is_older(struct date date, struct date as_of, double months);

/*
 * Are there measures, and all about efficiency and access? That is one mistake,
 * measures/efficiency-only. A family that can't be told might be any.
 */
bool measures_only_efficient(const struct view *view);

/* Is it another unit than the contact center? Not where that isn't told. */
bool is_other_unit(const struct plan *plan, const struct mark *at,
		   const struct unit *unit);

/* does a measure follow one of these standards; NULL ends them */
bool standard_among(const struct standard *standard, const char *const *words);

/* does it ask customers, by what its method says */
static inline bool
is_surveyed(const struct measure *measure)
{
	return word_is(&measure->method, METHOD_POST_CONTACT_SURVEY) ||
	       word_is(&measure->method, METHOD_RELATIONSHIP_SURVEY);
}

/* the item of the map which the path leads to or into, or NULL */
const struct object *
path_target(const struct path_value *path, const struct map *map);

/*
 * Numbers for ids, from 0 in the order in which they come. Names of units and
 * people are ids of a directory, or plain names where the plan has none: as
 * texts they are the same.
 */
struct roll {
	struct arena *arena;
	struct map map;
	uint32_t cap;
};

uint32_t roll_add(struct roll *roll, const char *id); /* known ones too */
const struct object *roll_find(const struct roll *roll, const char *id);

#endif
