/* loader.h - one run of the loader, shared by its files */
#ifndef CES_LOAD_LOADER_H
#define CES_LOAD_LOADER_H

#include "ces/load.h"
#include "load/events.h"

/* a reference or path, to be resolved when the whole plan is known */
struct pending {
	void *value; /* struct ref_value or struct path_value */
	const struct object *object;
	const struct field *field;
	const struct entity *(*target)(void); /* NULL: a path */
};

/* a key that the format doesn't have: the user's own, or a slip */
struct foreign_key {
	const char *text;
	uint32_t at;
};

/* a zone that the plan names, so that its file is read once */
struct read_zone {
	const char *name;
	const struct zone *zone;
	struct read_zone *next;
};

struct loader {
	struct source *source;
	struct arena *arena;
	struct findings *findings;
	struct events *events;
	struct plan *plan;
	struct foreign_key *foreign; /* of the mappings being read */
	size_t foreign_n, foreign_cap;
	struct pending *pending;
	size_t pending_n, pending_cap;
	struct read_zone *zones;
	bool invisible; /* such characters occur somewhere */
	struct buf scratch;
};

/* the place of a value: a key of an object, and perhaps a part of its value */
struct place {
	struct object *object;
	const struct field *field; /* NULL: the object itself */
	const char *key;  /* in a small mapping, as of shares; else NULL */
	uint32_t element; /* of a list, counted from 1; 0: the whole value */
};

/* adds a finding about the place */
struct finding *
loader_find(struct loader *loader, enum topic_id topic, struct span span,
	    const struct place *place, const char *message,
	    const struct arg *args, size_t arg_count);

/* the id of the item that the object is or lies in; "" where it is in none */
const char *load_item_id(const struct object *object);

/* keys and their values up to the end of the mapping that has begun */
void load_object(struct loader *loader, struct object *object);

/* reads a scalar by the type of the field, and fills the value */
void load_scalar(struct loader *loader, const struct place *place,
		 const struct token *event, void *value);

/* reads the list, shares or other collection that the event begins */
void load_collection(struct loader *loader, const struct place *place,
		     const struct token *event, void *value);

/* reports a value of the wrong kind, and passes over it */
void load_wrong_type(struct loader *loader, const struct place *place,
		     const struct token *event, struct mark *mark);

/* reports a key that is there already, where first stands */
void load_duplicate(struct loader *loader, const struct place *place,
		    const struct token *key, uint32_t first);

/* blank or a placeholder: true, the mark set and the finding made */
bool load_unfilled(struct loader *loader, const struct place *place,
		   const struct token *event, struct mark *mark);

/* an id or a key as text in the arena; reports characters an id can't have */
const char *load_id(struct loader *loader, const struct place *place,
		    const struct token *event);

/* remembers a reference for later */
void load_pending(struct loader *loader, const struct place *place,
		  const struct entity *(*target)(void), void *value);

/* resolves pending references, and reports those that lead nowhere */
void resolve_references(struct loader *loader);

/* counts the keys of an object and of those within, as their needs may depend
 * on it, and reports missing ones; true when there are none. The plan's own
 * come with its sections */
bool report_missing(struct loader *loader, struct object *object);
void report_sections(struct loader *loader);

/* the field's type for messages: its words where they are few */
const char *load_type(struct loader *loader, const struct field *field);

/* one of the words, for messages: "'a', 'b' or 'c'" */
const char *
word_list(struct loader *loader, const char *const *words, size_t n);

#endif
