/* anchors.c - a log of anchored events; aliases in it stand expanded, so one
 * replay never starts another */
#include "load/anchors.h"

#include <stdlib.h>
#include <string.h>

struct anchor {
	const char *name;
	struct anchor *next;  /* in its bucket, newer first */
	struct anchor *outer; /* open around this one */
	size_t first, last;   /* events of the log */
	int depth;	      /* nesting where it was opened */
	bool open;
};

static struct anchor **
bucket_of(struct anchors *anchors, const char *name)
{
	unsigned hash = 5381;

	for (; *name; name++)
		hash = hash * 33 + (unsigned char)*name;
	return &anchors->buckets[hash % ANCHOR_BUCKETS];
}

static void
log_add(struct anchors *anchors, struct token event)
{
	if (event.kind == EVENT_SCALAR)
		event.text = arena_copy(anchors->arena, event.text, event.n);
	ARRAY_GROW(anchors->log, anchors->log_n, anchors->log_cap);
	anchors->log[anchors->log_n++] = event;
}

static struct anchor *
add(struct anchors *anchors, const char *name, int depth)
{
	struct anchor **bucket = bucket_of(anchors, name);
	struct anchor *anchor = arena_alloc(anchors->arena, sizeof(*anchor));

	anchor->name = arena_string(anchors->arena, name);
	anchor->first = anchors->log_n;
	anchor->depth = depth;
	anchor->next = *bucket;
	*bucket = anchor;
	return anchor;
}

void
anchors_note(struct anchors *anchors, const struct token *event,
	     const char *name, int depth)
{
	struct anchor *anchor = NULL;

	if (!name && !anchors->open)
		return;
	if (name)
		anchor = add(anchors, name, depth);
	log_add(anchors, *event);
	if (!anchor)
		return;
	if (event->kind == EVENT_SCALAR) {
		anchor->last = anchors->log_n;
		return;
	}
	anchor->open = true;
	anchor->outer = anchors->open;
	anchors->open = anchor;
}

void
anchors_end(struct anchors *anchors, const struct token *event, int depth)
{
	struct anchor *anchor = anchors->open;

	if (!anchor)
		return;
	log_add(anchors, *event);
	if (anchor->depth != depth)
		return;
	anchor->last = anchors->log_n;
	anchor->open = false;
	anchors->open = anchor->outer;
}

enum alias
anchors_alias(struct anchors *anchors, const char *name)
{
	struct anchor *anchor = *bucket_of(anchors, name);
	size_t n;

	while (anchor && strcmp(anchor->name, name) != 0)
		anchor = anchor->next;
	if (!anchor)
		return ALIAS_UNKNOWN;
	if (anchor->open)
		return ALIAS_INSIDE;
	n = anchor->last - anchor->first;
	if (anchors->replayed + n > ALIAS_LIMIT)
		return ALIAS_TOO_MUCH;
	anchors->replay = anchor->first;
	anchors->replay_end = anchor->last;
	anchors->replayed += n;
	return ALIAS_KNOWN;
}

bool
anchors_replay(struct anchors *anchors, struct token *event)
{
	if (anchors->replay == anchors->replay_end)
		return false;
	*event = anchors->log[anchors->replay++];
	return true;
}

void
anchors_release(struct anchors *anchors)
{
	free(anchors->log);
}
