/* rule.h - the rules, and how they report */
#ifndef CES_RULES_RULE_H
#define CES_RULES_RULE_H

#include "ces/rules.h"

/* the items of a map or list, each as its entity under the entity's name */
#define FOR_EACH(type, of)                                                   \
	for (const struct type *type = item_at((of).items, (of).n, 0); type; \
	     type = item_at((of).items, (of).n, type->object.index + 1))

static inline const void *
item_at(struct object *const *items, uint32_t n, uint32_t i)
{
	return i < n ? items[i] : NULL;
}

/* the figures of an item: FIGURES(run, reasons, reason)->share */
#define FIGURES(run, items, item) (&(run)->view->items[(item)->object.index])

/* an argument with the item's name */
#define NAME_ARG(n, item) TEXT_ARG(n, object_name(&(item)->object))

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

/* the object's field of that name; NULL where there is none */
const struct field *object_field(const struct object *object, const char *name);

/*
 * Adds a finding of the running rule about the object's key (field_name; NULL:
 * the object itself, shown at its key).
 */
void rule_find(struct rule_run *run, const struct object *object,
	       const char *field_name, const char *message,
	       const struct arg *args, size_t arg_count);
/* the same of a place deeper than a key: a share, an item of a list */
void rule_find_at(struct rule_run *run, const struct object *object,
		  const struct mark *at, const char *path, const char *message,
		  const struct arg *args, size_t arg_count);

/* the finding that was added last; those below complete it */
struct finding *rule_last(struct rule_run *run);

/* a second place: the object's key, or the object itself */
void rule_relate(struct rule_run *run, const struct object *object,
		 const char *field_name, const char *note);
void rule_relate_at(struct rule_run *run, const struct mark *at,
		    const char *path, const char *note);

/* a second place of another finding than the last */
void rule_relate_to(struct rule_run *run, struct finding *finding,
		    const struct object *object, const char *field_name,
		    const char *note);

/* YAML to paste: the object's missing key with an example, or a text */
void rule_paste(struct rule_run *run, const struct object *object,
		const char *field_name);
void rule_paste_text(struct rule_run *run, const char *yaml);
/* appends the name as a value of YAML, or the TODO where there is none */
void paste_name(struct buf *buf, const char *name, const char *todo);
/* how far a key of the object is set in, in spaces */
size_t paste_indent(const struct object *object);

/* what the buffer holds, kept in the arena for a finding; frees the buffer */
const char *rule_text(struct rule_run *run, struct buf *buf);

/* the path of an object's key; NULL: of the object. Lives in the arena. */
const char *rule_path(struct rule_run *run, const struct object *object,
		      const char *field_name);
/* the path of the n-th item under an object's key */
const char *rule_item_path(struct rule_run *run, const struct object *object,
			   const char *field_name, uint32_t n);
/* the path of what stands under that id in an object's key: a share */
const char *rule_share_path(struct rule_run *run, const struct object *object,
			    const char *field_name, const char *id);

/*
 * Places that are spoken for, each with all that lies in it: hours.phone and
 * hours.phone.weekly, not hours.phone2; "" is the whole plan. Texts are
 * borrowed. Sorted once, asked for each finding.
 */
struct claim {
	const char *topic, *path;
	uint32_t index; /* whose it is */
	bool met;	/* something was found there */
};

struct claims {
	struct claim *items;
	size_t n, cap;
};

void claims_add(struct claims *claims, const char *topic, const char *path,
		uint32_t index);
void claims_sort(struct claims *claims);
/* that of the lowest index on the topic in whose place the path lies; NULL */
const struct claim *
claims_find(const struct claims *claims, const char *topic, const char *path);
/* has a path been found in a claim of just that place */
bool
claims_met(const struct claims *claims, const char *topic, const char *path);
void claims_release(struct claims *claims);

/* claims what the waivers hide that are whole and in force on that day */
void waivers_claim(const struct plan *plan, struct date as_of,
		   struct claims *claims);
/* the waiver that hides the finding, or NULL */
const struct waiver *
waiver_of(const struct plan *plan, const struct claims *claims,
	  const struct finding *finding);

#endif
