/* object.c - mappings: keys to fields, items to collections */
#include <stdlib.h>
#include <string.h>

#include "ces/character.h"
#include "ces/nearest.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "load/loader.h"

/* a key that is a list or a mapping itself, or a merge key */
static bool
bad_key(struct loader *loader, const struct place *place,
	const struct token *key)
{
	if (key->kind != EVENT_SCALAR) {
		loader_find(loader, TOPIC_document_syntax,
			    (struct span){key->start, key->start + 1}, place,
			    N_("a key must be a word, not a list or a mapping"),
			    NO_ARGS);
		events_skip(loader->events, key);
		return true;
	}
	if (key->plain && token_is(key, "<<")) {
		loader_find(loader, TOPIC_document_syntax, token_span(key),
			    place,
			    N_("the merge key '<<' is not supported; write the "
			       "keys out"),
			    NO_ARGS);
		return true;
	}
	return key->broken;
}

/* cp is the first character that isn't what it looks like, or 0 */
static void
unknown_key(struct loader *loader, const struct place *place,
	    const struct token *key, uint32_t cp)
{
	const struct entity *entity = object_entity(place->object);
	struct foreign_key *foreign = &loader->foreign[loader->foreign_n - 1];
	struct place at = *place;
	struct nearest nearest;

	at.key = arena_copy(loader->arena, key->text, key->n);
	if (load_joined(loader, place, key) ||
	    load_misplaced(loader, place->object, key))
		return;
	nearest_start(&nearest, at.key);
	for (int i = 0; i < entity->n && loader->findings->n < NEAREST_MOST;
	     i++)
		if (field_mark(place->object, &entity->fields[i])->state ==
		    ABSENT)
			nearest_try(&nearest, entity->fields[i].key);
	foreign->finding = loader->findings->n;
	if (nearest.best)
		foreign->meant = entity_field(entity, nearest.best,
					      strlen(nearest.best));
	if (cp) {
		loader_find(
			loader, TOPIC_document_unknown_key, token_span(key),
			&at,
			N_("the format has no key '{key}' here, which "
			   "contains {character}, {code}; type it anew, and "
			   "indent by plain spaces"),
			ARGS(TEXT_ARG("key", load_shown(loader, key)),
			     WORD_ARG("character", character_name(cp)),
			     TEXT_ARG("code", arena_format(loader->arena,
							   "U+%04X", cp))));
		return;
	}
	load_reject(loader, TOPIC_document_unknown_key, &at, key,
		    nearest.best
			    ? N_("the format has no key '{value}' here; did "
				 "you mean '{proposal}'?")
			    : N_("the format has no key '{value}' here; begin "
				 "keys of your own with 'x-'"),
		    nearest.best);
}

void
load_duplicate(struct loader *loader, const struct place *place,
	       const struct token *key, uint32_t first)
{
	const struct field *field = place->field;
	struct finding *finding = loader_find(
		loader, TOPIC_document_duplicate_key, token_span(key), place,
		field && field->former
			? N_("'{name}' is given twice, and '{former}' is an "
			     "older name of it; keep one of the two")
			: N_("'{key}' is given twice; keep one of the two"),
		ARGS(TEXT_ARG("key",
			      arena_copy(loader->arena, key->text, key->n)),
		     TEXT_ARG("name", field ? field->key : ""),
		     TEXT_ARG("former",
			      field && field->former ? field->former : "")));

	finding_relate(loader->findings, finding,
		       source_token(loader->source, first), finding->path,
		       N_("first here"));
}

/* keys of one mapping that are compared: bounds the quadratic search */
enum { FOREIGN_LIMIT = 256 };

/* Is the key twice among those of its mapping, which begin at since? Keys
 * that the format has are known by their marks. */
static bool
foreign_twice(struct loader *loader, const struct place *place,
	      const struct token *key, size_t since)
{
	const struct foreign_key *foreign = loader->foreign;

	for (size_t i = since;
	     i < loader->foreign_n && i < since + FOREIGN_LIMIT; i++)
		if (token_is(key, foreign[i].text)) {
			load_duplicate(loader, place, key, foreign[i].at);
			return true;
		}
	ARRAY_GROW(loader->foreign, loader->foreign_n, loader->foreign_cap);
	loader->foreign[loader->foreign_n++] = (struct foreign_key){
		.text = arena_copy(loader->arena, key->text, key->n),
		.at = key->start};
	return false;
}

/* the object of an item, in the arena */
static struct object *
new_item(struct loader *loader, const struct place *place, uint32_t index)
{
	struct object *item =
		arena_alloc(loader->arena, place->field->of()->size);

	item->up = place->object;
	item->slot = place->field;
	item->index = index;
	return item;
}

/* the keys of the object, which the event should begin */
static void
load_keys(struct loader *loader, const struct place *place,
	  const struct token *event, struct object *object)
{
	if (event->kind != EVENT_MAP) {
		load_wrong_type(loader, place, event, &object->at);
		return;
	}
	object->at.state = SET;
	load_object(loader, object);
}

static void
load_item(struct loader *loader, struct object *item)
{
	struct token event = events_next(loader->events);
	struct place place = {.object = item};

	item->at.start = event.start;
	item->at.end = event.end;
	if (load_unfilled(loader, &place, &event, &item->at)) {
		if (item->at.state == BLANK)
			loader_find(
				loader, TOPIC_document_missing_key,
				source_token(loader->source, item->at.key),
				&place,
				N_("the {label} '{id}' is empty; fill in "
				   "its keys, or remove it"),
				ARGS(WORD_ARG("label",
					      object_entity(item)->label),
				     TEXT_ARG("id", item->id ? item->id : "")));
		return;
	}
	load_keys(loader, &place, &event, item);
}

/* A key of a registry: a section, a question. */
static bool
known_key(struct loader *loader, const struct place *place,
	  const struct token *key, const char *id)
{
	struct lookup_value value = {0};
	struct place at = *place;

	if (place->field->kind != KIND_KEYED)
		return true;
	at.key = id;
	load_scalar(loader, &at, key, &value);
	return value.at.state == SET;
}

/* false where the entry is left out, with its value */
static bool
load_entry(struct loader *loader, const struct place *place,
	   const struct token *key, struct map *map, uint32_t *cap,
	   size_t since)
{
	struct object *first, *item;
	const char *id;

	if (bad_key(loader, place, key))
		return false;
	if (is_own_key(key)) {
		foreign_twice(loader, place, key, since);
		return false;
	}
	id = load_id(loader, place, key);
	first = map_find(map, id);
	if (first) {
		load_duplicate(loader, &(struct place){.object = first}, key,
			       first->at.key);
		return false;
	}
	if (load_misplaced_section(loader, place, key))
		return false;
	if (!known_key(loader, place, key, id)) {
		map->strange = true;
		return false;
	}
	item = new_item(loader, place, map->n);
	item->id = id;
	item->at.key = key->start & 0xfffffff;
	load_item(loader, item);
	if (map->n)
		load_misplaced_item(loader, map, item);
	ARRAY_GROW(map->items, map->n, *cap);
	map->items[map->n++] = item;
	map_added(map, loader->arena);
	return true;
}

static void
load_map(struct loader *loader, const struct place *place, struct map *map)
{
	size_t since = loader->foreign_n;
	uint32_t cap = 0;

	for (;;) {
		struct token key = events_next(loader->events);

		map->at.end = key.end;
		if (key.kind == EVENT_MAP_END || key.kind == EVENT_STOP)
			break;
		if (!load_entry(loader, place, &key, map, &cap, since))
			events_skip_next(loader->events);
	}
	loader->foreign_n = since;
	map->items = arena_keep(loader->arena, map->items,
				map->n * sizeof(*map->items));
	map->at.part = holes_between(&loader->holes, loader->bytes,
				     map->at.start, map->at.end);
	map->unclear = map->at.part;
	map->at.state = map->n ? SET : map->at.part ? BROKEN : BLANK;
	report_similar_ids(loader, map);
}

static void
load_list(struct loader *loader, const struct place *place, struct list *list)
{
	uint32_t cap = 0;

	for (;;) {
		struct token first = events_next(loader->events);
		struct object *item;

		list->at.end = first.end;
		if (first.kind == EVENT_LIST_END || first.kind == EVENT_STOP)
			break;
		item = new_item(loader, place, list->n);
		item->at = mark_at(&first, &first);
		ARRAY_GROW(list->items, list->n, cap);
		list->items[list->n++] = item;
		load_keys(loader, &(struct place){.object = item}, &first,
			  item);
	}
	list->items = arena_keep(loader->arena, list->items,
				 list->n * sizeof(*list->items));
	list->at.part = holes_between(&loader->holes, loader->bytes,
				      list->at.start, list->at.end);
	list->at.state = list->n ? SET : list->at.part ? BROKEN : BLANK;
}

/* the value that begins with the event, by the kind of its key */
static void
load_filled(struct loader *loader, const struct place *place,
	    const struct token *event, void *value)
{
	enum kind kind = place->field->kind;
	enum shape shape = kind_shape(kind);
	bool list = shape == SHAPE_LIST || kind == KIND_LIST;
	struct object *object = value;

	if (shape == SHAPE_LIST && event->kind == EVENT_SCALAR) {
		/* the commonest slip */
		object->at.state = BROKEN;
		load_reject(loader, TOPIC_document_wrong_type, place, event,
			    N_("'{value}' is a single value where a list is "
			       "expected; write [{proposal}]"),
			    load_listed(loader, place, event));
	} else if (kind == KIND_OBJECT) {
		object->up = place->object;
		object->slot = place->field;
		load_keys(loader, place, event, object);
	} else if (shape == SHAPE_VALUE && event->kind == EVENT_SCALAR) {
		load_scalar(loader, place, event, value);
	} else if (shape == SHAPE_VALUE ||
		   event->kind != (list ? EVENT_LIST : EVENT_MAP)) {
		load_wrong_type(loader, place, event, value);
	} else if (shape == SHAPE_LIST) {
		load_values(loader, place, value);
	} else if (shape == SHAPE_MAPPING) {
		load_mapping(loader, place, value);
	} else if (list) {
		load_list(loader, place, value);
	} else {
		load_map(loader, place, value);
	}
}

/* Does the value itself lead somewhere? One that can't be read may. */
static bool
is_pending(const struct field *field, const struct mark *mark)
{
	if (!is_set(mark))
		return mark->state == BROKEN && is_reference(field);
	return kind_shape(field->kind) == SHAPE_VALUE &&
	       (is_reference(field) || field->kind == KIND_PATH);
}

/* false where the key is left out, with its value */
static bool
load_key(struct loader *loader, struct object *object, const struct token *key,
	 size_t since)
{
	struct place place = {.object = object};
	const struct field *field;
	struct token event, tidy = *key;
	struct mark *mark;
	uint32_t cp;

	if (bad_key(loader, &place, key))
		return false;
	cp = load_tidy(loader, &tidy);
	field = entity_field(object_entity(object), tidy.text, tidy.n);
	if (!field) {
		if (foreign_twice(loader, &place, key, since))
			return false;
		if (!is_own_key(key)) {
			unknown_key(loader, &place, key, cp);
			return false;
		}
		load_own(loader, object, key);
		return true;
	}
	place.field = field;
	load_strange(loader, &place, key, &tidy, cp);
	mark = field_value(object, field);
	if (mark->state != ABSENT) {
		load_duplicate(loader, &place, key, mark->key);
		return false;
	}
	event = events_next(loader->events);
	*mark = mark_at(key, &event);
	mark->state = BROKEN; /* until it was read */
	if (!load_unfilled(loader, &place, &event, mark))
		load_filled(loader, &place, &event, mark);
	if (is_pending(field, mark))
		load_pending(loader, &place,
			     field->kind == KIND_REFMAP ? field->to : field->of,
			     mark);
	return true;
}

/* The key may be there, where it can't be read. */
static void
lose_key(struct object *object, const struct field *field)
{
	struct object *inner = field_value(object, field);

	inner->at.state = BROKEN;
	if (field->kind == KIND_OBJECT) {
		inner->up = object;
		inner->slot = field;
	}
}

/* Keys may be lost in a part that can't be read: no absent one is missed. */
static void
lose_keys(struct object *object)
{
	const struct entity *entity = object_entity(object);

	for (int i = 0; i < entity->n; i++)
		if (field_mark(object, &entity->fields[i])->state == ABSENT)
			lose_key(object, &entity->fields[i]);
}

/* Keys under another spelling are given, though not read: the slip is the only
 * finding about them, and an error where the key is required. */
static void
lose_misspelled(struct loader *loader, struct object *object, size_t since)
{
	for (size_t i = since; i < loader->foreign_n; i++) {
		const struct field *field = loader->foreign[i].meant;

		if (!field || field_mark(object, field)->state != ABSENT)
			continue;
		if (field_wanted(object, field) == 2)
			loader->findings->items[loader->foreign[i].finding]
				.severity = SEVERITY_ERROR;
		lose_key(object, field);
	}
}

void
load_object(struct loader *loader, struct object *object)
{
	size_t since = loader->foreign_n;
	bool lost = false;

	for (;;) {
		struct token key = events_next(loader->events);

		lost |= key.broken;
		if (key.kind == EVENT_MAP_END)
			object->at.end = key.end;
		if (key.kind == EVENT_MAP_END || key.kind == EVENT_STOP)
			break;
		if (!load_key(loader, object, &key, since))
			events_skip_next(loader->events);
	}
	lose_misspelled(loader, object, since);
	if (lost || holes_within(&loader->holes, loader->bytes,
				 object->at.start, object->at.end))
		lose_keys(object);
	loader->foreign_n = since;
	/* needs of an object within may depend on the one around it */
	if (object->up && object->slot->kind != KIND_OBJECT &&
	    !events_fault(loader->events))
		report_missing(loader, object);
}
