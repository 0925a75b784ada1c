/* feed.h - libyaml's events in a form of our own */
#ifndef CES_LOAD_FEED_H
#define CES_LOAD_FEED_H

#include <stdbool.h>
#include <stddef.h>

enum feed_kind {
	FEED_NOTHING, /* of no meaning for a plan */
	FEED_DOCUMENT,
	FEED_SCALAR,
	FEED_MAP,
	FEED_MAP_END,
	FEED_LIST,
	FEED_LIST_END,
	FEED_ALIAS,
	FEED_END
};

/* places count code points from the first byte that was given */
struct feed_event {
	enum feed_kind kind;
	size_t start, end;
	const char *text; /* of a scalar; the name of an alias */
	size_t n;
	const char *anchor, *tag; /* or NULL */
	bool plain;               /* a scalar without quotes, not in a block */
	bool directives;          /* of a document: there are %TAG lines */
};

/* where the parser gave up, in its words */
struct feed_error {
	const char *problem, *context; /* context may be NULL */
	size_t at, context_at;
};

struct feed;

/* the bytes are UTF-8 without a mark, and stay until feed_close */
struct feed *feed_open(const char *bytes, size_t n);

/* good until the next call; NULL where the text is broken, from then on */
const struct feed_event *feed_next(struct feed *feed);

/* why feed_next was NULL */
struct feed_error feed_error(const struct feed *feed);

void feed_close(struct feed *feed);

#endif
