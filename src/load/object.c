/* object.c - mappings: keys to fields, items to collections */
#include <stdlib.h>
#include <string.h>

#include "ces/character.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "load/loader.h"

/* 'phone： {name' and 'phone:{name', where a colon or a blank that YAML doesn't
 * know, or none, leaves the bracket to the key: that character, ':', or 0 */
static uint32_t
before_bracket(const struct token *key)
{
	uint32_t cp = 0, before, odd = 0;

	for (size_t i = 0; key->plain && i < key->n;) {
		before = cp;
		i += utf8_next(key->text + i, key->n - i, &cp);
		if ((odd || before == ':') && (cp == '{' || cp == '['))
			return odd ? odd : ':';
		if (cp == 0xff1a ||
		    (before == ':' && cp >= 0x80 && character_is_blank(cp)))
			odd = cp;
		else if (!character_is_blank(cp))
			odd = 0;
	}
	return 0;
}

/* a key that is a list or a mapping itself, a merge key, or one with a part of
 * its value */
static bool
bad_key(struct loader *loader, const struct place *place,
	const struct token *key)
{
	uint32_t cp;

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
	cp = before_bracket(key);
	if (cp) {
		loader_find(
			loader, TOPIC_document_syntax, token_span(key), place,
			cp == ':' ? N_("a ':' needs a space after it; write "
				       "'{key}: ...'")
				  : N_("a ':' and a plain space are needed "
				       "where the line has {character}, "
				       "{code}; type them anew"),
			ARGS(TEXT_ARG("key",
				      arena_copy(loader->arena, key->text,
						 strcspn(key->text, ":"))),
			     WORD_ARG("character", character_name(cp)),
			     TEXT_ARG("code", arena_format(loader->arena,
							   "U+%04X", cp))));
		return true;
	}
	return key->broken;
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
	load_fix_wide(loader, &place, item->at.key, &event);
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

/* An id that begins with x- makes an item a key of the user's own. */
static void
check_own_item(struct loader *loader, const struct place *place,
	       const struct token *key, struct own_key *own)
{
	const struct entity *entity = place->field->of();
	struct buf name = {0};
	bool whole = *own->json == '{';

	for (int i = 0; i < entity->n && whole; i++) {
		buf_clear(&name);
		buf_printf(&name, "\"%s\": ", entity->fields[i].key);
		whole = entity->fields[i].need != NEED_REQUIRED ||
			strstr(own->json, buf_text(&name));
	}
	buf_free(&name);
	own->item = whole;
	if (whole)
		loader_find(loader, TOPIC_document_unknown_key, token_span(key),
			    place,
			    N_("'{key}' begins with 'x-', so it is passed over "
			       "as a key of your own; give it another id if it "
			       "is a {label}"),
			    ARGS(TEXT_ARG("key", own->key),
				 WORD_ARG("label", entity->label)));
}

/* false where the entry is left out, with its value */
static bool
load_entry(struct loader *loader, const struct place *place,
	   const struct token *key, struct map *map, uint32_t *cap,
	   size_t since)
{
	struct object *first, *item;
	const char *id;

	if (bad_key(loader, place, key)) {
		map->at.part = true;
		return false;
	}
	if (is_own_key(key)) {
		if (load_foreign_twice(loader, place, key, since))
			return false;
		check_own_item(
			loader, place, key,
			load_own(loader, place->object, key, place->field));
		return true;
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
	map->at.part |= holes_between(&loader->holes, loader->bytes,
				      map->at.start, map->at.end);
	map->unclear = map->at.part;
	map->at.state = map->n ? SET : map->at.part ? BROKEN : BLANK;
	report_similar_ids(loader, map);
}

static void
load_list(struct loader *loader, const struct place *place, struct list *list)
{
	struct place at = *place;
	bool waits = false;
	uint32_t cap = 0;

	for (;;) {
		struct token first = events_next(loader->events);
		struct mark unfilled = {0};
		struct object *item;

		list->at.end = first.end;
		if (first.kind == EVENT_LIST_END || first.kind == EVENT_STOP)
			break;
		at.element = list->n + 1;
		if (load_unfilled(loader, &at, &first, &unfilled) &&
		    unfilled.state == TODO) {
			waits = true;
			continue;
		}
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
	list->at.state = list->n	 ? SET
			 : list->at.part ? BROKEN
			 : waits	 ? TODO
					 : BLANK;
}

/* A comma or semicolon may be part of one of them. */
static bool
parts_texts(enum kind kind)
{
	return kind == KIND_TEXTS || kind == KIND_NAMEDS;
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
	const char *listed;

	if (shape == SHAPE_LIST && event->kind == EVENT_SCALAR) {
		/* the commonest slip */
		object->at.state = BROKEN;
		listed = load_listed(loader, place, event);
		load_reject(loader, TOPIC_document_wrong_type, place, event,
			    N_("'{value}' is a single value where a list is "
			       "expected; write [{proposal}]"),
			    listed);
		load_fix_written(loader, loader_last(loader),
				 arena_format(loader->arena, "[%s]", listed),
				 !strpbrk(listed, ",;") || !parts_texts(kind));
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
		tidy = *key;
		cp = load_plain(loader, &tidy);
		field = entity_field(object_entity(object), tidy.text, tidy.n);
	}
	if (!field) {
		if (load_foreign_twice(loader, &place, key, since))
			return false;
		if (!is_own_key(key)) {
			load_foreign(loader, &place, key, cp);
			return false;
		}
		load_own(loader, object, key, NULL);
		return true;
	}
	place.field = field;
	mark = field_value(object, field);
	if (mark->state != ABSENT) {
		load_duplicate(loader, &place, key, mark->key);
		return false;
	}
	load_fix_name(loader, load_strange(loader, &place, key, &tidy, cp),
		      field->key, true);
	event = events_next(loader->events);
	*mark = mark_at(key, &event);
	mark->state = BROKEN; /* until it was read */
	load_fix_wide(loader, &place, key->start, &event);
	if (!load_unfilled(loader, &place, &event, mark))
		load_filled(loader, &place, &event, mark);
	if (is_pending(field, mark))
		load_pending(loader, &place,
			     field->kind == KIND_REFMAP ? field->to : field->of,
			     mark);
	return true;
}

/* Keys may be lost in a part that can't be read: no absent one is missed. */
static void
lose_keys(struct object *object)
{
	const struct entity *entity = object_entity(object);

	for (int i = 0; i < entity->n; i++)
		if (field_mark(object, &entity->fields[i])->state == ABSENT)
			load_lose_key(object, &entity->fields[i]);
}

void
load_object(struct loader *loader, struct object *object)
{
	size_t since = loader->foreign_n;
	bool lost = false;

	for (;;) {
		struct token key = events_next(loader->events);

		key.broken |= key.kind == EVENT_SCALAR &&
			      load_is_replaced(loader, &key);
		lost |= key.broken;
		if (key.broken)
			load_fix_broken(loader,
					&(struct place){.object = object},
					&key);
		if (key.kind == EVENT_MAP_END)
			object->at.end = key.end;
		if (key.kind == EVENT_MAP_END || key.kind == EVENT_STOP)
			break;
		if (!load_key(loader, object, &key, since))
			events_skip_next(loader->events);
	}
	load_misspelled(loader, object, since);
	if (lost || holes_within(&loader->holes, loader->bytes,
				 object->at.start, object->at.end))
		lose_keys(object);
	loader->foreign_n = since;
	/* needs of an object within may depend on the one around it */
	if (object->up && object->slot->kind != KIND_OBJECT &&
	    !events_fault(loader->events))
		report_missing(loader, object);
}
