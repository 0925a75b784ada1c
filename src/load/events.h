/* events.h - the plan's YAML as a stream of events, aliases expanded */
#ifndef CES_LOAD_EVENTS_H
#define CES_LOAD_EVENTS_H

#include "ces/finding.h"
#include "ces/nodes.h"
#include "ces/source.h"
#include "load/holes.h"

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
	const char *meant; /* of a broken one: the YAML that its finding offers
			      for it, of a key for the whole mapping; or NULL */
	bool certain;	   /* that is what was meant */
};

struct events;

/*
 * Starts reading the bytes, which are those of the source but for what was made
 * readable in them. Mistakes go to findings as document/syntax; a value that
 * was in a hole is broken. Texts of replayed events live in the arena.
 */
struct events *
events_open(struct source *source, const char *bytes, const struct holes *holes,
	    struct findings *findings);
struct token events_next(struct events *events);
/* reads past the value that the event begins, nothing for a scalar; returns
 * where it ends */
uint32_t events_skip(struct events *events, const struct token *first);
/* reads past the next value */
void events_skip_next(struct events *events);
/* Did it break off? The place then, else NULL. */
const struct span *events_fault(const struct events *events);
/* What is to be passed over for it; empty: what holes_cut finds there. */
struct hole events_cut(const struct events *events);
void events_close(struct events *events);

/*
 * Reports every byte that YAML does not take, with its place, and makes it
 * harmless for the parser. Returns false when the bytes are not UTF-8 at all
 * (UTF-16, UTF-32): then there is nothing to parse.
 */
bool scan_bytes(struct source *source, struct arena *arena,
		struct findings *findings, bool *invisible);

/* one of the core schema, which changes nothing */
bool tag_is_core(const char *tag);
/* reports another one; tag may be NULL */
void tag_check(struct findings *findings, const char *bytes, uint32_t n,
	       const struct token *event, const char *tag);

/* adds the value, or the alias, that the event is or begins to the source's
 * nodes; anchor and tag may be NULL */
void node_note(struct source *source, const char *bytes,
	       const struct token *event, enum node_kind kind,
	       enum node_style style, const char *anchor, const char *tag);

/* the text in quotes, as YAML reads it */
const char *quoted(struct arena *arena, const char *text, size_t n);
/* the character there, for a message; "" at the end */
const char *
shown_at(struct arena *arena, const char *bytes, uint32_t n, uint32_t at);

/* a complaint of the parser in libyaml's words, and its place */
struct fault {
	const char *written; /* the plan before parts were passed over */
	const char *problem, *context; /* context may be NULL */
	uint32_t at, context_at;
	uint32_t character; /* that isn't what it looks like, found later; or 0
			     */
};

struct levels;

/* Reports it, and moves at to where the mistake is; returns what is to be
 * passed over, empty where holes_cut finds that, from the place in passed and
 * up to its end at least. */
struct hole fault_report(struct findings *findings, const struct levels *levels,
			 struct source *source, const char *bytes,
			 struct fault *fault, struct span *passed);

/* a complaint in plain words */
struct complaint {
	const char *problem, *context; /* of the fault; context may be NULL */
	const char *message;	       /* message id; {char} may stand in it */
	bool at_context;    /* show where the thing began, not where it ended */
	const char *quoted; /* where a text, {text}, only needs quotes; NULL:
			       the complaint is not about a value */
};

struct stopped;

/* '*Half of them': of a value that begins with a sign of YAML's own */
extern const struct complaint complaint_begun;

/* Never NULL; moves fault->at to where the mistake is. In value is where the
 * parser stopped, or it is NULL. */
const struct complaint *
complaint_find(const char *bytes, uint32_t n, struct fault *fault,
	       const struct stopped *value);

/* Reports it; {quoted} and the proposal by the value, where it is one. Returns
 * the YAML that it offers, or NULL. */
const char *
complaint_report(struct findings *findings, const char *bytes, uint32_t n,
		 const struct complaint *complaint, const struct fault *fault,
		 struct span span, const struct stopped *value);

/* Reports a plain scalar of which such a sign takes a part away, an anchor or a
 * tag, and marks it as broken. */
void complaint_begins(struct findings *findings, const char *bytes, uint32_t n,
		      const struct levels *levels, struct token *scalar);

#endif
