/* levels.h - where in the plan a place of its YAML is, and which keys are known
 * there */
#ifndef CES_LOAD_LEVELS_H
#define CES_LOAD_LEVELS_H

#include "ces/model.h"
#include "load/events.h"

enum { DEPTH_LIMIT = 64 /* libyaml is quadratic in nesting */ };

/* a collection that is open */
struct level {
	const struct entity *keys; /* NULL: they are ids or names, or none */
	/* the key whose value is next; without keys, that of the collection;
	 * NULL where the format has none */
	const struct field *field;
	uint32_t start;
	uint32_t key, key_end; /* of the last key; 0 where there is none yet */
	bool map, flow;	       /* flow: in braces or brackets */
	bool value;	       /* the next node of the mapping is a value */
	bool told;	       /* a missing colon in it is reported */
};

/* the first is the document */
struct levels {
	struct level items[DEPTH_LIMIT + 2];
	int depth;
};

static inline struct level *
levels_top(struct levels *levels)
{
	return &levels->items[levels->depth];
}

/* A collection begins there. */
void levels_open(struct levels *levels, bool map, bool flow, uint32_t start);
void levels_close(struct levels *levels);
/* A scalar stands there: a key, a value or an item. */
void levels_scalar(struct levels *levels, const char *text, size_t n,
		   struct span span);
/* any event of the parser */
void levels_note(struct levels *levels, const char *bytes,
		 const struct token *event);

#endif
