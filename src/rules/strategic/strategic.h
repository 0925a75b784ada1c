/* strategic.h - what the strategic rules ask again and again */
#ifndef CES_RULES_STRATEGIC_H
#define CES_RULES_STRATEGIC_H

#include <math.h>
#include <string.h>

#include "rules/rule.h"

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

/* Is the object's key required, and not there? Then this rule reports it. An
 * object that could not be read has its finding, and lacks nothing. */
bool object_lacks(const struct object *object, const char *field_name);
bool field_lacks(const struct object *object, const struct field *field);

/* a finding about a key that is not there, with YAML to paste */
void rule_missing(struct rule_run *run, const struct object *object,
		  const char *field_name, const char *message,
		  const struct arg *args, size_t arg_count);

/* the same of a key that names an item: pasted is the example, which the plan
 * has; without one nothing */
void
rule_missing_ref(struct rule_run *run, const struct object *object,
		 const char *field_name, const struct object *example,
		 const char *message, const struct arg *args, size_t arg_count);

/* offers "key: id" to paste, "key: [id]" where the key takes several */
void rule_paste_ref(struct rule_run *run, const struct object *object,
		    const char *field_name, const struct object *example);

/* a unit to name that is not the contact center: an id, or a plain name where
 * the plan has no directory; NULL */
const char *plan_other_unit(const struct plan *plan);

/* whom to name where nobody else is known: who keeps the plan, else the first
 * of the directory; NULL */
const char *plan_keeper(const struct plan *plan);

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

/* its figures stand in the view at the same index */
static inline const struct measure *
nth_measure(const struct rule_run *run, uint32_t i)
{
	return ITEM(measure, run->plan->measures, i);
}

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

/* things with the same fault, which make one finding together */
struct place {
	const char *name; /* to show */
	const struct object
		*object; /* where: its key of that name, or itself */
	const char *field_name;
	const struct mark *item; /* NULL, or the n-th of that key's list */
	uint32_t n;
};

struct places {
	struct place *items;
	size_t n, cap;
};

void places_add(struct places *places, struct place place);

/*
 * A finding about all of the places, which are related to it under the note,
 * and none when there are none; lets them go. Of the two messages the first
 * is for a single place, {name}; the other for more, {count} and {names}.
 */
void rule_find_places(struct rule_run *run, const struct object *object,
		      const char *field_name, struct places *places,
		      const char *one, const char *more, const char *note);

#endif
