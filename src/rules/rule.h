/* rule.h - the rules, how they report, and questions that several share */
#ifndef CES_RULES_RULE_H
#define CES_RULES_RULE_H

#include <math.h>
#include <string.h>

#include "ces/rules.h"

/* the figures of an item: FIGURES(run, reasons, reason)->share */
#define FIGURES(run, items, item) (&(run)->view->items[(item)->object.index])

/* an argument with the item's name, by which findings are told apart; NULL: an
 * empty one. Of an item that figures choose, as the largest, the name is a
 * TEXT_ARG: the finding stays the same when they choose another. */
struct arg object_arg(const char *name, const struct object *object);
/* the same, and one with the word of a value */
#define NAME_ARG(n, item) object_arg(n, &(item)->object)
#define WORD_OF_ARG(n, list, value) \
	TEXT_ARG(n, choices[list].words[(value)->word])

/* A rule speaks of values that are SET. What is BROKEN or a TODO has its
 * finding already, so a rule is silent wherever such a value could change what
 * it says. */

/* the date is set and lies before */
static inline bool
is_before(const struct date_value *value, struct date date)
{
	return is_set(&value->at) && date_compare(value->date, date) < 0;
}

/* both are set, and the first lies before */
static inline bool
comes_before(const struct date_value *a, const struct date_value *b)
{
	return is_set(&b->at) && is_before(a, b->date);
}

static inline bool
is_unfilled(const struct mark *mark)
{
	return mark->state <= BLANK;
}

/* has a finding of the loader, and may have meant anything */
static inline bool
is_unclear(const struct mark *mark)
{
	return mark->state == BROKEN || mark->state == TODO || mark->part;
}

/* Is a part of the plan, or a whole section, not known? */
static inline bool
is_partial(const struct plan *plan)
{
	const struct entity *entity = entity_plan();

	for (int i = 0; i < entity->n; i++)
		if (field_mark(&plan->object, &entity->fields[i])->state ==
		    BROKEN)
			return true;
	return plan->object.at.part;
}

/* check_SECTION_PROBLEM() of each rule in topics.def */
#define TOPIC(section, problem, severity, flags)
#define RULE(section, problem, severity, flags) \
	void check_##section##_##problem(struct rule_run *run);
#define EACH(section, problem, severity, flags, collection, type) \
	void check_##section##_##problem(struct rule_run *run,    \
					 const struct type *type);
#include "ces/topics.def"

/* by enum topic_id; NULL where the loader finds it */
extern void (*const rule_checks[TOPIC_COUNT])(struct rule_run *run);

/* a place in the plan: of a key, an item of a list, a share; in the arena */
struct place {
	struct span span;
	const char *path;
};

struct place
rule_key(struct rule_run *run, const struct object *object, const char *key);
struct place rule_item(struct rule_run *run, const struct object *object,
		       const char *key, uint32_t n, const struct mark *item);
struct place rule_share(struct rule_run *run, const struct object *object,
			const char *key, const struct share *share);

/* Adds a finding of the running rule about the object's key (NULL: the object
 * itself, shown at its key). The names of the object and of those that hold it
 * are arguments, each under its entity ({channel}), the nearest as {name}. */
void rule_find(struct rule_run *run, const struct object *object,
	       const char *key, const char *message);
void rule_find_args(struct rule_run *run, const struct object *object,
		    const char *key, const char *message,
		    const struct arg *args, size_t arg_count);
void rule_find_at(struct rule_run *run, const struct object *object,
		  struct place place, const char *message,
		  const struct arg *args, size_t arg_count);

/* the finding that was added last, for the functions below */
struct finding *rule_last(struct rule_run *run);

/* Adds a second place to it, or to the finding of that index. */
void rule_relate(struct rule_run *run, const struct object *object,
		 const char *key, const char *note);
void rule_relate_at(struct rule_run *run, struct place place, const char *note);
void
rule_relate_to(struct rule_run *run, size_t finding,
	       const struct object *object, const char *key, const char *note);

/* Offers for the last finding the value that the key is to have for certain; or
 * to take out what it is about, which is a guess. */
void rule_mend(struct rule_run *run, const struct object *object,
	       const char *key, const char *text);
void rule_mend_removal(struct rule_run *run);

/* tells whether the object's flag of that key is set so */
bool key_is(const struct object *object, const char *key, bool on);

/* Tells whether the object lacks a required key. One that could not be read has
 * its finding, and lacks nothing. */
bool object_lacks(const struct object *object, const char *key);

/*
 * Offer for the last finding, behind what is offered already, a placeholder for
 * the object's key, or for one below it, "objective.target"; or a text as its
 * value, which is a guess.
 */
void
rule_offer(struct rule_run *run, const struct object *object, const char *path);
void rule_offer_text(struct rule_run *run, const struct object *object,
		     const char *path, const char *text);
/* or an item of that path */
void
rule_offer_item(struct rule_run *run, const char *path, struct content item);

/* Adds a finding about a missing key, and offers it with placeholders. */
void rule_missing(struct rule_run *run, const struct object *object,
		  const char *key, const char *message);
void rule_missing_args(struct rule_run *run, const struct object *object,
		       const char *key, const char *message,
		       const struct arg *args, size_t arg_count);
/* Offers the target, an item of the plan, if any; of people in a plan without
 * them, a placeholder. */
void rule_missing_ref(struct rule_run *run, const struct object *object,
		      const char *key, const struct object *target,
		      const char *message);

/* a key and its message; tables end with {NULL, NULL} */
struct key_message {
	const char *key, *message;
};

/* Adds a finding for each of the keys that the object requires and lacks. */
void rule_find_lacking(struct rule_run *run, const struct object *object,
		       const struct key_message *keys);
/* Adds a finding about the first flag that is false, and relates the others. */
void rule_find_off(struct rule_run *run, const struct object *object,
		   const struct key_message *flags, const char *note);
/* Adds a finding; where one was found before, relates the key to it. */
void
rule_find_first(struct rule_run *run, bool *found, const struct object *object,
		const char *key, const char *note, const char *message,
		const struct arg *args, size_t arg_count);

/* items with the same fault, reported as one finding */
struct fault {
	const char *name; /* to show */
	struct place place;
};

struct faults {
	const char *of; /* the list that they are of, where a rule finds some
			   of several at one place */
	struct fault *items;
	size_t n, cap;
};

void faults_add(struct rule_run *run, struct faults *faults, const char *name,
		const struct object *object, const char *key);
void faults_add_at(struct faults *faults, const char *name, struct place place);

/* Adds one finding about all of them, if any, each related to it under the
 * note; frees the list. The message `one` has {name}, `more` has {count} and
 * {names}. */
void rule_find_faults(struct rule_run *run, const struct object *object,
		      const char *key, struct faults *faults, const char *one,
		      const char *more, const char *note);

/* an element by item of the map, all zero; in the arena */
void *rule_array(struct rule_run *run, const struct map *map, size_t size);
/* Moves the buffer's text into the arena. */
const char *rule_text(struct rule_run *run, struct buf *buf);

/* --- questions that several rules share ---------------------------------- */

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

/* Tells whether the figure is further from the other than settings.reconcile
 * allows; false where either is unknown. */
bool differs(const struct rule_run *run, double figure, double other);

/* name of the item that a key refers to, or the plain name */
const char *ref_name(const void *to, const char *id);
/* an argument with the name of what a reference leads to, or its id */
struct arg ref_arg(const char *name, const void *to, const char *id);

/* tells whether an action of the list is neither done nor cancelled */
bool refs_open(const struct view *view, const struct refs_value *actions);

/* tells whether an action of the list is not cancelled, or may be: work that is
 * done may have helped */
bool refs_tackle(const struct refs_value *actions);

/* tells whether the list is unreadable or has an undefined reference */
bool refs_unclear(const struct refs_value *refs);

/* Marks the map's items that the paths lead to or into, or may. */
void paths_mark(const struct plan *plan, const struct paths_value *paths,
		const struct map *map, bool *marks);

/* marks the items that an open action `improves`, by item of the map */
const bool *map_improved(struct rule_run *run, const struct map *map);

/* tells whether no reason is unreadable, nor its volume: see volumes_clear of
 * rule_run */
bool volumes_are_clear(const struct map *reasons);

/* tells whether the date is more than so many months ago */
bool is_older(struct date date, struct date as_of, double months);

/* tells whether one of the words, in small letters, stands in the text */
bool text_has_word(const struct text_value *text, const char *const *words,
		   size_t n);

/* tells whether a segment's customers make another share than the plan says */
bool shares_contradicted(const struct rule_run *run);

/* by its name: a storm changes no opening hours */
bool event_is_weather(const struct event *event);

/* Tells whether it is another unit than the contact center; false if unknown.
 */
bool is_other_unit(const struct plan *plan, const struct mark *at,
		   const struct unit *unit);

/* tells whether the standard is one of these; NULL ends them */
bool standard_among(const struct standard *standard, const char *const *words);

/* the map's item that the path leads to or into, or NULL */
const struct object *
path_target(const struct path_value *path, const struct map *map);

/* Numbers ids in order of appearance. Units may be ids or, in a plan without
 * units, plain names. */
struct id_list {
	struct arena *arena;
	struct map map;
	uint32_t cap;
};

/* gives the number of a known one too */
uint32_t id_list_add(struct id_list *list, const char *id);
const struct object *id_list_find(const struct id_list *list, const char *id);

#endif
