/* anchors.c - a log of anchored events; aliases in it stand expanded, so one
 * replay never starts another. Names are kept in a balanced tree, as no choice
 * of names can make it slow. */
#include "load/anchors.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct anchor {
	const char *name;
	struct anchor *outer; /* open around this one */
	size_t first, last;   /* events of the log */
	int depth;	      /* nesting where it was opened */
	bool open;
};

static int
compare(const void *pa, const void *pb)
{
	const struct anchor *a = pa, *b = pb;

	return strcmp(a->name, b->name);
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
	struct anchor *anchor = arena_alloc(anchors->arena, sizeof(*anchor));
	struct anchor **named;

	anchor->name = arena_string(anchors->arena, name);
	anchor->first = anchors->log_n;
	anchor->depth = depth;
	named = tsearch(anchor, &anchors->names, compare);
	if (!named)
		die_memory();
	*named = anchor; /* in place of an older one of that name */
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
	struct anchor **named =
		tfind(&(struct anchor){.name = name}, &anchors->names, compare);
	const struct anchor *anchor;
	size_t n;

	if (!named)
		return ALIAS_UNKNOWN;
	anchor = *named;
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

/* Makes the tree of all names behind a '*', of which few are no aliases. */
static void
find_aliases(struct anchors *anchors)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789_-";
	const char *at = anchors->bytes;

	while ((at = strchr(at, '*'))) {
		size_t n = strspn(++at, letters);
		struct anchor *alias =
			arena_alloc(anchors->arena, sizeof(*alias));

		alias->name = arena_copy(anchors->arena, at, n);
		if (!tsearch(alias, &anchors->aliases, compare))
			die_memory();
		at += n;
	}
	anchors->looked = true;
}

bool
anchors_used(struct anchors *anchors, const char *name)
{
	if (!anchors->looked)
		find_aliases(anchors);
	return tfind(&(struct anchor){.name = name}, &anchors->aliases,
		     compare);
}

bool
anchors_lost(struct anchors *anchors, const char *name)
{
	const char *anchor = arena_format(anchors->arena, "&%s", name);

	return anchors->bytes != anchors->source->bytes &&
	       !strstr(anchors->bytes, anchor) &&
	       strstr(anchors->source->bytes, anchor);
}

bool
anchors_replay(struct anchors *anchors, struct token *event)
{
	if (anchors->replay == anchors->replay_end)
		return false;
	*event = anchors->log[anchors->replay++];
	return true;
}

static void
keep_anchor(void *anchor)
{
	(void)anchor; /* the arena's */
}

void
anchors_release(struct anchors *anchors)
{
	tdestroy(anchors->names, keep_anchor);
	tdestroy(anchors->aliases, keep_anchor);
	free(anchors->log);
}
