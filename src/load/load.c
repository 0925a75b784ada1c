/* load.c - from bytes to a plan, step by step */
#include <stdlib.h>
#include <string.h>

#include "ces/reference.h"
#include "load/halves.h"
#include "load/loader.h"
#include "load/placeholders.h"
#include "load/wide.h"

const char *
place_path(struct loader *loader, const struct place *place)
{
	struct buf *path = &loader->scratch;

	buf_clear(path);
	object_path(path, place->object, place->field);
	if (place->key)
		buf_printf(path, "%s%s", path->n ? "." : "", place->key);
	if (place->element)
		buf_printf(path, "[%u]", place->element - 1);
	return arena_string(loader->arena, buf_text(path));
}

struct finding *
loader_find(struct loader *loader, enum topic_id topic, struct span span,
	    const struct place *place, const char *message,
	    const struct arg *args, size_t arg_count)
{
	struct finding *finding = finding_add(loader->findings, topic, span,
					      place_path(loader, place),
					      message, args, arg_count);

	finding->about = place->object;
	return finding;
}

const char *
load_item_id(const struct object *object)
{
	while (object && !object->id)
		object = object->up;
	return object ? object->id : "";
}

void
load_pending(struct loader *loader, const struct place *place,
	     const struct entity *(*target)(void), void *value)
{
	ARRAY_GROW(loader->pending, loader->pending_n, loader->pending_cap);
	loader->pending[loader->pending_n++] =
		(struct pending){value, *place, target};
}

struct arg
words_arg(struct arena *arena, const char *name, enum kind kind, int list)
{
	struct texts words = {0};
	const char *word;

	for (size_t i = 0; (word = list_word(kind, list, i)); i++)
		texts_append(arena, &words, word);
	return (struct arg)TEXTS_ARG(name, words, LIST_OR | LIST_QUOTED);
}

static bool
is_blank(const struct token *event)
{
	return event->kind == EVENT_SCALAR && event->plain &&
	       (event->n == 0 || (event->n == 1 && *event->text == '~'));
}

static void
check_version(struct loader *loader)
{
	const struct number_value *ces = &loader->plan->ces;
	struct span span = {ces->at.start, ces->at.end};

	if (ces->at.state == BROKEN || (is_set(&ces->at) && ces->n == 1))
		return;
	if (is_set(&ces->at))
		finding_add(loader->findings, TOPIC_document_version, span,
			    "ces",
			    N_("this version reads plans of format 1, not "
			       "{version}"),
			    ARGS(NUMBER_ARG("version", ces->n)));
	else
		load_fix_content(
			loader,
			finding_add(loader->findings, TOPIC_document_version,
				    (struct span){0, 0}, "ces",
				    N_("the format's version is missing; begin "
				       "the file with 'ces: 1'"),
				    NO_ARGS),
			content_text("1", true), true);
}

static bool
load_document(struct loader *loader)
{
	struct token event = events_next(loader->events);
	struct object *root = &loader->plan->object;

	if (event.kind == EVENT_STOP || is_blank(&event)) {
		/* unless bytes that can't be read are all there is */
		if (!events_fault(loader->events) && !loader->findings->n)
			finding_add(loader->findings, TOPIC_document_syntax,
				    (struct span){0, 0}, "",
				    N_("the file is empty; 'ces init' writes a "
				       "plan to start from"),
				    NO_ARGS);
		return false;
	}
	/* 'ces:1' is a text, behind which the parser stops */
	if (event.kind == EVENT_SCALAR && event.plain &&
	    entity_field(entity_plan(), event.text,
			 strcspn(event.text, " :"))) {
		while (events_next(loader->events).kind != EVENT_STOP)
			continue;
		if (events_fault(loader->events))
			return false;
	}
	if (event.kind != EVENT_MAP) {
		finding_add(loader->findings, TOPIC_document_syntax,
			    (struct span){event.start, event.start + 1}, "",
			    N_("a plan consists of keys such as 'plan:' and "
			       "'segments:', each at the beginning of a line; "
			       "this file is a list or plain text"),
			    NO_ARGS);
		return false;
	}
	root->at = (struct mark){.start = event.start,
				 .end = loader->source->n,
				 .key = event.start & 0xfffffff,
				 .state = SET,
				 .part = loader->holes.n > 0};
	load_object(loader, root);
	if (!events_fault(loader->events))
		events_next(loader->events); /* reports a second document */
	return true;
}

/* Returns whether the parser came to the end; *read when there was a plan. */
static bool
read_events(struct loader *loader, bool *read)
{
	bool whole;

	memset(loader->plan, 0, sizeof(*loader->plan));
	loader->pending_n = 0;
	loader->doubtful_n = 0;
	loader->wide = loader->wide_end - loader->wide_n;
	loader->own_last = NULL;
	loader->events = events_open(loader->source, loader->bytes,
				     &loader->holes, loader->findings);
	*read = load_document(loader);
	whole = !events_fault(loader->events);
	events_close(loader->events);
	return whole;
}

/* Reads to the end; returns whether the parser stopped, and where. */
static bool
find_fault(struct loader *loader, struct span *at, struct hole *cut)
{
	const struct span *fault;

	loader->events = events_open(loader->source, loader->bytes,
				     &loader->holes, loader->findings);
	while (events_next(loader->events).kind != EVENT_STOP)
		;
	fault = events_fault(loader->events);
	if (fault)
		*at = *fault;
	*cut = events_cut(loader->events);
	events_close(loader->events);
	return fault != NULL;
}

/* the bytes, as a copy in which parts can be blanked */
static char *
own_bytes(struct loader *loader)
{
	char *bytes =
		arena_copy(loader->arena, loader->bytes, loader->source->n);

	loader->bytes = bytes;
	return bytes;
}

/* how often slips that the parser doesn't see are passed over */
enum { ROUNDS = 20 };

/* bytes that may be read again for the sake of faults: bounds hostile plans */
enum { AGAIN = 16 * 1024 * 1024, AGAIN_TIMES = 8, FAULTS = 100 };

/*
 * Passes over all parts that the parser can't read, with a finding for each.
 * Returns false when they are too many.
 */
static bool
pass_faults(struct loader *loader)
{
	struct findings *findings = loader->findings;
	char *bytes = own_bytes(loader);
	size_t budget = AGAIN + (size_t)AGAIN_TIMES * loader->source->n;
	size_t before = findings->n, faults = 0;
	enum hole_result result;
	struct hole cut;
	struct span at;

	placeholders_mask(bytes, loader->source->n);
	while (find_fault(loader, &at, &cut)) {
		result = cut.end ? holes_add(&loader->holes, bytes, cut)
				 : holes_cut(&loader->holes, bytes,
					     loader->source->n, at.start,
					     at.end);
		/* of those that it made, the last says why it stopped */
		if (result == HOLE_NEW)
			findings->items[before++] =
				findings->items[findings->n - 1];
		findings->n = before;
		if (result == HOLE_NONE || budget < loader->source->n ||
		    faults++ == FAULTS)
			return false;
		budget -= loader->source->n;
	}
	findings->n = before;
	return true;
}

/* the bytes as libyaml reads them: JSON's halves of characters are hidden */
static const char *
readable(struct loader *loader)
{
	const struct source *source = loader->source;
	char *bytes;

	if (!halves_in(source->bytes, source->n))
		return source->bytes;
	bytes = arena_copy(loader->arena, source->bytes, source->n);
	halves_hide(bytes, source->n);
	return bytes;
}

static enum loaded
read_plan(struct loader *loader)
{
	struct findings *findings = loader->findings;
	size_t before = findings->n;
	bool read;

	loader->bytes = readable(loader);
	if (wide_in(loader->bytes, loader->source->n))
		wide_mend(findings, &loader->holes, own_bytes(loader),
			  loader->source->n);
	loader->wide_n = findings->n - before;
	loader->wide_end = before = findings->n;
	for (int round = 0; round < ROUNDS; round++) {
		bool whole = read_events(loader, &read);

		if (whole && !loader->slips_n)
			return !read			      ? LOADED_NONE
			       : loader->plan->object.at.part ? LOADED_PART
							      : LOADED_WHOLE;
		if (whole) {
			before = slips_cut(loader, own_bytes(loader), before);
			continue;
		}
		loader->slips_n = 0;
		findings->n = before;
		if (!pass_faults(loader))
			return LOADED_NONE;
		before = findings->n;
	}
	return LOADED_NONE;
}

struct plan *
plan_load(struct source *source, struct arena *arena, struct findings *findings,
	  enum loaded *loaded)
{
	struct loader loader = {
		.source = source, .arena = arena, .findings = findings};

	loader.plan = arena_alloc(arena, sizeof(*loader.plan));
	*loaded = LOADED_NONE;
	if (scan_bytes(source, arena, findings, &loader.invisible)) {
		loader.replaced = findings->n > 0;
		*loaded = read_plan(&loader);
	}
	if (*loaded != LOADED_NONE) {
		check_version(&loader);
		resolve_references(&loader);
		report_sections(&loader); /* of wholes, parts are known */
		resolve_doubtful(&loader);
	}
	free(loader.pending);
	free(loader.doubtful);
	free(loader.foreign);
	free(loader.slips);
	holes_release(&loader.holes);
	buf_free(&loader.scratch);
	return loader.plan;
}
