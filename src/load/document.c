/* document.c - a file as it was loaded; values that come by themselves */
#include <stdlib.h>
#include <string.h>
#include <string.h>

#include "load/events.h"
#include "load/halves.h"
#include "ces/load.h"

void
document_load(struct document *document, const char *name, char *bytes,
	      size_t n)
{
	*document = (struct document){.findings = {.arena = &document->arena}};
	source_init(&document->source, name, bytes, n);
	document->source.nodes = &document->nodes;
	document->plan = plan_load(&document->source, &document->arena,
				   &document->findings, &document->loaded);
}

void
document_release(struct document *document)
{
	findings_release(&document->findings);
	nodes_release(&document->nodes);
	source_release(&document->source);
	arena_release(&document->arena);
}

enum severity
plan_severity(const struct plan *plan, const struct topic *topic,
	      enum severity severity)
{
	const struct word_map_value *words = &plan->settings.severity;

	if (topic->flags & TOPIC_FIRM)
		return severity;
	for (uint32_t i = 0; i < words->n; i++) {
		const struct named_word *word = &words->items[i];

		if (is_set(&word->name.at) && is_set(&word->value.at) &&
		    !strcmp(word->name.text, topic->name))
			return (enum severity)word->value.word;
	}
	return severity;
}

/* the value that the event is or begins; false where it can't be read */
static bool
read_content(struct events *events, struct arena *arena,
	     const struct token *event, struct content *content)
{
	size_t key_cap = 0, cap = 0, keys = 0;
	bool map = event->kind == EVENT_MAP, good = true;

	*content = content_text("", event->plain);
	if (event->kind == EVENT_SCALAR) {
		content->text = arena_copy(arena, event->text, event->n);
		content->length = event->n;
		return !event->broken;
	}
	content->kind = map ? CONTENT_MAP : CONTENT_LIST;
	while (good) {
		struct token token = events_next(events);
		struct content item;

		if (token.kind == EVENT_MAP_END || token.kind == EVENT_LIST_END)
			break;
		good = token.kind != EVENT_STOP;
		if (good && map) {
			good = token.kind == EVENT_SCALAR && !token.broken;
			ARRAY_GROW(content->keys, keys, key_cap);
			content->keys[keys++] =
				arena_copy(arena, good ? token.text : "",
					   good ? token.n : 0);
			token = events_next(events);
			good = good && token.kind != EVENT_STOP;
		}
		if (!good)
			break;
		good = read_content(events, arena, &token, &item);
		ARRAY_GROW(content->items, content->n, cap);
		content->items[content->n++] = item;
	}
	content->keys =
		arena_keep(arena, content->keys, keys * sizeof(*content->keys));
	content->items = arena_keep(arena, content->items,
				    content->n * sizeof(*content->items));
	return good;
}

bool
content_read(struct content *content, struct source *source,
	     struct findings *findings)
{
	const struct holes none = {0};
	char *bytes = arena_copy(findings->arena, source->bytes, source->n);
	struct events *events;
	struct token event;
	bool invisible, good;

	if (!scan_bytes(source, findings->arena, findings, &invisible))
		return false;
	halves_hide(bytes, source->n);
	events = events_open(source, bytes, &none, findings);
	event = events_next(events);
	good = event.kind != EVENT_STOP &&
	       read_content(events, findings->arena, &event, content) &&
	       events_next(events).kind == EVENT_STOP && !events_fault(events);
	if (events_fault(events)) /* what it says is about plans */
		findings->n = 0;
	events_close(events);
	if (!good && !findings->n)
		finding_add(
			findings, TOPIC_document_syntax,
			(struct span){0, source->n}, "",
			N_("this is no value in YAML: look at its quotes and "
			   "brackets; write one like {title: A new one, "
			   "due: 2026-09-30}"),
			NO_ARGS);
	return good && !findings->n;
}
