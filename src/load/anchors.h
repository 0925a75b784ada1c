/* anchors.h - events of anchors, kept for replay at their aliases */
#ifndef CES_LOAD_ANCHORS_H
#define CES_LOAD_ANCHORS_H

#include "load/events.h"

enum { ALIAS_LIMIT = 100000 }; /* events that aliases may stand for */

struct anchor;

/* {.arena = arena} is a fresh one */
struct anchors {
	struct arena *arena;
	void *names; /* tree of struct anchor, the newest of each name */
	struct anchor *open; /* innermost anchored collection being read */
	struct token *log;   /* events of anchors, aliases in it expanded */
	size_t log_n, log_cap;
	size_t replay, replay_end; /* the alias being played */
	size_t replayed;
};

enum alias {
	ALIAS_KNOWN,   /* its events come next */
	ALIAS_UNKNOWN, /* no such anchor */
	ALIAS_INSIDE,  /* inside the value that it refers to */
	ALIAS_TOO_MUCH /* aliases stand for too much */
};

/* the event is about to be delivered; name is its anchor or NULL, depth the
 * nesting outside it */
void anchors_note(struct anchors *anchors, const struct token *event,
		  const char *name, int depth);

/* the same for the end of a collection, depth outside it again */
void anchors_end(struct anchors *anchors, const struct token *event, int depth);

enum alias anchors_alias(struct anchors *anchors, const char *name);

/* the next event of the alias being played; false when there is none */
bool anchors_replay(struct anchors *anchors, struct token *event);

void anchors_release(struct anchors *anchors);

#endif
