/* events.h - the plan's YAML as a stream of events, aliases expanded */
#ifndef CES_LOAD_EVENTS_H
#define CES_LOAD_EVENTS_H

#include "ces/finding.h"
#include "ces/source.h"

enum event_kind {
	EVENT_STOP, /* the end, or where the file breaks off */
	EVENT_SCALAR,
	EVENT_MAP,
	EVENT_MAP_END,
	EVENT_LIST,
	EVENT_LIST_END
};

struct token {
	enum event_kind kind;
	uint32_t start, end; /* bytes of the source */
	const char *text;    /* of a scalar, good until the next event */
	size_t n;
	bool plain;  /* a scalar without quotes, not in a block */
	bool broken; /* in place of an unreadable value, which is reported */
};

struct events;

/*
 * Starts reading; mistakes go to findings as document/syntax. Texts of
 * replayed events live in the arena.
 */
struct events *events_open(struct source *source, struct arena *arena,
			   struct findings *findings);
struct token events_next(struct events *events);
/* reads past the value that the event begins; nothing for a scalar */
void events_skip(struct events *events, const struct token *first);
/* reads past the next value */
void events_skip_next(struct events *events);
bool events_failed(const struct events *events);
void events_close(struct events *events);

/*
 * Reports every byte that YAML does not take, with its place, and makes it
 * harmless for the parser. Returns false when the bytes are not UTF-8 at all
 * (UTF-16, UTF-32): then there is nothing to parse.
 */
bool scan_bytes(struct source *source, struct arena *arena,
		struct findings *findings, bool *invisible);

/* a complaint of the parser in plain words; found: where it stopped */
struct complaint {
	const char *problem, *context; /* libyaml's; context may be NULL */
	const char *message;	       /* message id; {char} may stand in it */
	bool at_context; /* show where the thing began, not where it ended */
};
const struct complaint *
complaint_find(const char *problem, const char *context, char found);

#endif
