/* strategic.h - questions that several strategic rules share */
#ifndef CES_RULES_STRATEGIC_H
#define CES_RULES_STRATEGIC_H

#include <math.h>
#include <string.h>

#include "rules/rule.h"

/* Excludes fragments of a plan, which may lack optional parts. */
static inline bool
has_core(const struct plan *plan)
{
	return plan->channels.n && plan->contact_reasons.n;
}

/* Exempts from dates: nothing in a retired plan is late. */
static inline bool
plan_is_retired(const struct plan *plan)
{
	return word_is(&plan->plan.status, PLAN_RETIRED);
}

/* rounds as messages do: no finding may say that 90% is below 90% */
static inline double
as_shown(double percent)
{
	return round(percent * 10) / 10;
}

/* compare rounded percents; false where either is unknown */
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

/* suggests a unit other than the contact center: an id, a plain name where the
 * plan has no units, or NULL */
const char *plan_other_unit(const struct plan *plan);

/* name of the item that a key refers to, or the plain name */
const char *ref_name(const void *to, const char *id);

/* tells whether an action of the list is neither done nor cancelled */
bool refs_open(const struct view *view, const struct refs_value *actions);

/* tells whether an action of the list is not cancelled, or may be: work that is
 * done may have helped */
bool refs_tackle(const struct refs_value *actions);

/* tells whether the list is unreadable or has an undefined reference */
bool refs_unclear(const struct refs_value *refs);

/* marks the items that an open action `improves`: map->n flags in the arena */
const bool *map_improved(struct rule_run *run, const struct map *map);

/* tell whether no volume is unreadable; and no demand, with at least one reason
 */
bool volumes_clear(const struct map *reasons);
bool reasons_clear(const struct map *reasons);

/* tells whether the date is more than so many months ago */
bool is_older(struct date date, struct date as_of, double months);

/*
 * Tells whether measures/efficiency-only reports the measures: all are about
 * efficiency and access.
 */
bool measures_only_efficient(const struct view *view);

/* Tells whether it is another unit than the contact center; false if unknown.
 */
bool is_other_unit(const struct plan *plan, const struct mark *at,
		   const struct unit *unit);

/* tells whether the standard is one of these; NULL ends them */
bool standard_among(const struct standard *standard, const char *const *words);

/* tells whether its method is a survey */
static inline bool
is_surveyed(const struct measure *measure)
{
	return word_is(&measure->method, METHOD_POST_CONTACT_SURVEY) ||
	       word_is(&measure->method, METHOD_RELATIONSHIP_SURVEY);
}

/* the map's item that the path leads to or into, or NULL */
const struct object *
path_target(const struct path_value *path, const struct map *map);

/*
 * Numbers ids in order of appearance. Units may be ids or, in a plan without
 * units, plain names.
 */
struct id_list {
	struct arena *arena;
	struct map map;
	uint32_t cap;
};

/* gives the number of a known one too */
uint32_t id_list_add(struct id_list *list, const char *id);
const struct object *id_list_find(const struct id_list *list, const char *id);

#endif
