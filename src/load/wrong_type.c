/* wrong_type.c - values of another shape than their key's: what they are, and
 * how they are to be written */
#include <string.h>

#include "ces/reference.h"
#include "ces/utf8.h"
#include "load/braces.h"
#include "load/loader.h"

static const char *const kinds_found[] = {[EVENT_SCALAR] = N_("a single value"),
					  [EVENT_MAP] = N_("a mapping"),
					  [EVENT_LIST] = N_("a list"),
					  [EVENT_MAP_END] = "",
					  [EVENT_LIST_END] = "",
					  [EVENT_STOP] = ""};

/* the collection as a text on one line, in quotes; NULL where it is none */
static const char *
as_text(struct loader *loader, const struct place *place,
	const struct token *event, uint32_t end)
{
	const char *text = loader->bytes + event->start;

	while (end > event->start && is_space(loader->bytes[end - 1]))
		end--;
	if (!place->field || kind_element(place->field->kind) != KIND_TEXT ||
	    end - event->start > 200 || memchr(text, '\n', end - event->start))
		return NULL;
	return quoted(loader->arena, text, end - event->start);
}

/* {phone: 60, chat: 40} for [phone: 60, chat: 40] or phone=60; NULL where the
 * value isn't that */
static const char *
in_braces(struct loader *loader, const struct place *place,
	  const struct token *event, uint32_t end)
{
	const struct field *field = place->field;
	bool keys = field && field->kind == KIND_OBJECT;
	const struct level level = {.keys = keys ? field->of() : NULL,
				    .field = keys ? NULL : field,
				    .map = true,
				    .flow = true};
	char first = loader->bytes[event->start];
	uint32_t inner = first == '[' || first == '"' || first == '\'';

	if (!field || place->key || (event->kind != EVENT_SCALAR && !inner) ||
	    !(keys || kind_shape(field->kind) == SHAPE_MAPPING))
		return NULL;
	return braces_around(loader->arena, &level, loader->bytes,
			     event->start + inner, end - inner);
}

static void
report_collection(struct loader *loader, const struct place *place,
		  const struct token *event, uint32_t end)
{
	const char *text = as_text(loader, place, event, end);
	const char *keys = in_braces(loader, place, event, end);
	char first = loader->bytes[event->start];
	struct finding *finding;

	finding = loader_find(
		loader, TOPIC_document_wrong_type,
		(struct span){event->start, event->start + 1}, place,
		keys	? N_("'[' begins a list, but these are keys; write "
				"{text}")
		: !text ? N_("expected {type}, found {found}")
		: first == '{' ? N_("'{' begins a group of keys where text "
				    "is expected; put quotes around it: "
				    "{text}")
		: first == '[' ? N_("'[' begins a list where text is "
				    "expected; put quotes around it: "
				    "{text}")
			       : N_("a ':' and a space in a text end it; "
				    "put quotes around it: {text}"),
		ARGS(WORD_ARG("found", kinds_found[event->kind]),
		     load_type_arg(loader, place),
		     TEXT_ARG("text", keys   ? keys
				      : text ? text
					     : "")));
	if (keys || text)
		load_fix_written(loader, finding, keys ? keys : text, true);
}

bool
load_wrong_type(struct loader *loader, const struct place *place,
		const struct token *event, struct mark *mark)
{
	const struct field *field = place->field;
	struct buf example = {0};
	const char *keys;

	mark->state = BROKEN;
	if (event->broken || event->kind == EVENT_STOP)
		return false;
	if (event->kind == EVENT_SCALAR &&
	    (keys = in_braces(loader, place, event, event->end))) {
		load_reject(loader, TOPIC_document_wrong_type, place, event,
			    N_("'{value}' is not a group of keys; write "
			       "{proposal}"),
			    keys);
		load_fix_written(loader, loader_last(loader), keys, true);
		return false;
	}
	if (event->kind == EVENT_SCALAR && field && !place->key &&
	    field->kind == KIND_OBJECT) {
		group_example_write(&example, plan_language(loader->plan),
				    field->of());
		return load_reject(loader, TOPIC_document_wrong_type, place,
				   event,
				   N_("'{value}' is not a group of keys; write "
				      "it like {proposal}"),
				   arena_take(loader->arena, &example));
	}
	if (event->kind == EVENT_SCALAR) {
		struct guess guess = load_guess(loader, place, event);
		bool whole = field && !place->key &&
			     kind_shape(field->kind) == SHAPE_MAPPING;

		if (guess.text && !whole) /* 12000 is no count by channel */
			return load_offer(loader, TOPIC_document_wrong_type,
					  place, event, guess);
		return load_reject(loader, TOPIC_document_wrong_type, place,
				   event, N_("'{value}' is not {type}"), NULL);
	}
	report_collection(loader, place, event,
			  events_skip(loader->events, event));
	return false;
}
