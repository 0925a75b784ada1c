/* anchors.h - events of anchors, kept for replay at their aliases */
#ifndef CES_LOAD_ANCHORS_H
#define CES_LOAD_ANCHORS_H

#include "load/events.h"

enum { ALIAS_LIMIT = 100000 }; /* events that aliases may stand for */

struct anchor;

/* the first three make a fresh one */
struct anchors {
	struct arena *arena;
	const struct source *source;
	const char *bytes; /* of the source, parts that can't be read blanked */
	void *names;	   /* tree of struct anchor, the newest of each name */
	struct anchor *open; /* innermost anchored collection being read */
	struct token *log;   /* events of anchors, aliases in it expanded */
	size_t log_n, log_cap;
	size_t replay, replay_end; /* the alias being played */
	size_t replayed;
	void *aliases; /* tree of the names that are used, once it is made */
	bool looked;
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

/* Is there an alias of the anchor? */
bool anchors_used(struct anchors *anchors, const char *name);

/* Does a part that can't be read define the anchor? */
bool anchors_lost(struct anchors *anchors, const char *name);

/* the next event of the alias being played; false when there is none */
bool anchors_replay(struct anchors *anchors, struct token *event);

void anchors_release(struct anchors *anchors);

#endif
