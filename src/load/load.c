/* load.c - from bytes to a plan, step by step */
#include <stdlib.h>
#include <string.h>

#include "ces/reference.h"
#include "load/loader.h"

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

const char *
word_list(struct loader *loader, enum kind kind, int list)
{
	const char *word = list_word(kind, list, 0), *next;
	struct buf buf = {0};

	for (size_t i = 1; word; word = next, i++) {
		next = list_word(kind, list, i);
		buf_printf(&buf, "%s'%s'",
			   i == 1 ? ""
			   : next ? ", "
				  : " or ",
			   word);
	}
	return arena_take(loader->arena, &buf);
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
		finding_add(loader->findings, TOPIC_document_version,
			    (struct span){0, 0}, "ces",
			    N_("the format's version is missing; begin the "
			       "file with 'ces: 1'"),
			    NO_ARGS)
			->paste = "ces: 1\n";
}

/*
 * Drops findings about missing keys and about the last line where the file
 * breaks off: they would be second findings about one mistake.
 */
static void
drop_consequences(struct loader *loader)
{
	struct findings *findings = loader->findings;
	struct source *source = loader->source;
	uint32_t line = 0, at = source->n;
	size_t kept = 0;

	for (size_t i = 0; i < findings->n; i++)
		if (findings->items[i].topic ==
		    &topics[TOPIC_document_syntax]) {
			at = findings->items[i].span.start;
			line = source_position(source, at).line;
		}
	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *finding = &findings->items[i];

		if (finding->topic == &topics[TOPIC_document_missing_key] ||
		    ((finding->topic == &topics[TOPIC_document_wrong_type] ||
		      finding->topic == &topics[TOPIC_document_too_long]) &&
		     (finding->span.end >= at ||
		      source_position(source, finding->span.start).line ==
			      line)))
			continue;
		findings->items[kept++] = *finding;
	}
	findings->n = kept;
}

static bool
load_document(struct loader *loader)
{
	struct token event = events_next(loader->events);
	struct object *root = &loader->plan->object;

	if (event.kind == EVENT_STOP || is_blank(&event)) {
		if (!events_failed(loader->events))
			finding_add(loader->findings, TOPIC_document_syntax,
				    (struct span){0, 0}, "",
				    N_("the file is empty; 'ces init' writes a "
				       "plan to start from"),
				    NO_ARGS);
		return false;
	}
	if (event.kind != EVENT_MAP) {
		finding_add(loader->findings, TOPIC_document_syntax,
			    (struct span){event.start, event.start + 1}, "",
			    N_("a plan is a mapping with keys such as 'plan:' "
			       "and 'segments:'; this file is something else"),
			    NO_ARGS);
		return false;
	}
	root->at = (struct mark){.start = event.start,
				 .end = loader->source->n,
				 .key = event.start & 0xfffffff,
				 .state = SET};
	load_object(loader, root);
	if (!events_failed(loader->events))
		events_next(loader->events); /* reports a second document */
	return !events_failed(loader->events);
}

struct plan *
plan_load(struct source *source, struct arena *arena, struct findings *findings,
	  bool *whole)
{
	struct loader loader = {
		.source = source, .arena = arena, .findings = findings};

	loader.plan = arena_alloc(arena, sizeof(*loader.plan));
	*whole = false;
	if (!scan_bytes(source, arena, findings, &loader.invisible))
		return loader.plan;
	loader.events = events_open(source, arena, findings);
	*whole = load_document(&loader);
	events_close(loader.events);
	settle_doubts(&loader);
	if (*whole) {
		check_version(&loader);
		report_sections(&loader);
		resolve_references(&loader);
	}
	if (!*whole)
		drop_consequences(&loader);
	free(loader.pending);
	free(loader.doubts);
	free(loader.foreign);
	buf_free(&loader.scratch);
	return loader.plan;
}
