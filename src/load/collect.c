/* collect.c - lists of values, shares and other small mappings */
#include <stdlib.h>
#include <string.h>

#include "ces/number.h"
#include "ces/utf8.h"
#include "load/loader.h"

/* an array that grows while its collection is read */
struct growing {
	char *items;
	size_t size; /* of one element */
	uint32_t n, cap;
};

/* the next element, zeroed; moves when the array grows */
static void *
grow(struct growing *growing)
{
	void *item;

	if (growing->n == growing->cap) {
		growing->cap = growing->cap ? growing->cap * 2 : 8;
		growing->items =
			mem_grow(growing->items, growing->cap * growing->size);
	}
	item = growing->items + growing->n++ * growing->size;
	memset(item, 0, growing->size);
	return item;
}

static void *
finish(struct loader *loader, struct growing *growing)
{
	return arena_keep(loader->arena, growing->items,
			  growing->n * growing->size);
}

static size_t
element_size(enum kind kind)
{
	switch (kind) {
	case KIND_TEXTS:
	case KIND_CODES:
		return sizeof(struct text_value);
	case KIND_WORDS:
		return sizeof(struct word_value);
	case KIND_PATHS:
		return sizeof(struct path_value);
	default:
		return sizeof(struct ref_value);
	}
}

/* Notes the references and paths of an array that moves no more. */
static void
note_references(struct loader *loader, const struct place *place,
		const struct refs_value *list, size_t size)
{
	bool paths = place->field->kind == KIND_PATHS;

	if (!paths && !is_reference(place->field))
		return;
	for (uint32_t i = 0; i < list->n; i++) {
		void *value = (char *)list->items + i * size;

		if (paths ? is_set(value) : is_meant(value))
			load_pending(loader, place, place->field->of, value);
	}
}

/* every list of values has the layout of struct refs_value */
static void
load_values(struct loader *loader, const struct place *place,
	    struct refs_value *list)
{
	size_t size = element_size(place->field->kind);
	struct growing growing = {.size = size};

	for (;;) {
		struct token event = events_next(loader->events);
		struct place at = *place;
		struct mark *mark;

		list->at.end = event.end;
		if (event.kind == EVENT_LIST_END || event.kind == EVENT_STOP)
			break;
		at.element = growing.n + 1;
		mark = grow(&growing);
		*mark = mark_at(&event, &event);
		if (event.kind == EVENT_SCALAR)
			load_scalar(loader, &at, &event, mark);
		else
			load_wrong_type(loader, &at, &event, mark);
	}
	list->n = growing.n;
	list->items = finish(loader, &growing);
	note_references(loader, place, list, size);
	if (place->field->kind == KIND_TEXTS)
		load_lengths(loader, place, (void *)list);
	list->at.state = list->n ? SET : BLANK;
}

/* the key of a small mapping and the scalar behind it */
struct entry {
	struct place place;
	struct token key;
	const char *id;
};

static bool
next_entry(struct loader *loader, const struct place *place,
	   struct entry *entry, struct mark *mark)
{
	for (;;) {
		struct token key = events_next(loader->events);

		mark->end = key.end;
		if (key.kind == EVENT_MAP_END || key.kind == EVENT_STOP)
			return false;
		entry->key = key;
		entry->place = *place;
		if (key.kind == EVENT_SCALAR && !key.broken) {
			entry->id = load_id(loader, place, &key);
			entry->place.key = entry->id;
			if (strncmp(entry->id, "x-", 2) != 0)
				return true;
		} else if (!key.broken) {
			loader_find(loader, TOPIC_document_syntax,
				    (struct span){key.start, key.start + 1},
				    place, N_("a key must be a word here"),
				    NO_ARGS);
			events_skip(loader->events, &key);
		}
		events_skip_next(loader->events);
	}
}

static void
entry_value(struct loader *loader, const struct entry *entry, void *value)
{
	struct token event = events_next(loader->events);
	struct mark *mark = value;

	*mark = mark_at(&entry->key, &event);
	if (event.kind == EVENT_SCALAR)
		load_scalar(loader, &entry->place, &event, value);
	else
		load_wrong_type(loader, &entry->place, &event, mark);
}

static void
entry_reference(struct ref_value *ref, const struct entry *entry)
{
	ref->at = mark_at(&entry->key, &entry->key);
	ref->at.state = SET;
	ref->id = entry->id;
}

/* the same key again: passes over its value */
static bool
skip_duplicate(struct loader *loader, const struct entry *entry, uint32_t first)
{
	load_duplicate(loader, &entry->place, &entry->key, first);
	events_skip_next(loader->events);
	return true;
}

/* keys before that are compared, as a plan has fewer channels */
enum { TWICE_LIMIT = 256 };

/* shares and pairs begin with a reference, made of their key */
static bool
reference_twice(struct loader *loader, const struct entry *entry,
		const struct growing *growing)
{
	for (uint32_t i = 0; i < growing->n && i < TWICE_LIMIT; i++) {
		const struct ref_value *ref =
			(const void *)(growing->items + i * growing->size);

		if (!strcmp(ref->id, entry->id))
			return skip_duplicate(loader, entry, ref->at.start);
	}
	return false;
}

static void
load_shares(struct loader *loader, const struct place *place,
	    struct shares_value *shares)
{
	struct growing growing = {.size = sizeof(struct share)};
	struct entry entry;

	while (next_entry(loader, place, &entry, &shares->at)) {
		struct share *share;

		if (reference_twice(loader, &entry, &growing))
			continue;
		share = grow(&growing);
		entry_reference(&share->ref, &entry);
		entry_value(loader, &entry, &share->value);
	}
	shares->n = growing.n;
	shares->items = finish(loader, &growing);
	for (uint32_t i = 0; i < shares->n; i++)
		load_pending(loader, place, place->field->of,
			     &shares->items[i].ref);
	shares->at.state = shares->n ? SET : BLANK;
}

static void
load_ref_map(struct loader *loader, const struct place *place,
	     struct ref_map_value *map)
{
	struct growing growing = {.size = sizeof(struct ref_pair)};
	struct entry entry;

	while (next_entry(loader, place, &entry, &map->at)) {
		struct ref_pair *pair;

		if (reference_twice(loader, &entry, &growing))
			continue;
		pair = grow(&growing);
		entry_reference(&pair->from, &entry);
		entry_value(loader, &entry, &pair->to);
	}
	map->n = growing.n;
	map->items = finish(loader, &growing);
	for (uint32_t i = 0; i < map->n; i++) {
		load_pending(loader, place, place->field->of,
			     &map->items[i].from);
		if (is_meant(&map->items[i].to.at))
			load_pending(loader, place, place->field->to,
				     &map->items[i].to);
	}
	map->at.state = map->n ? SET : BLANK;
}

/* a whole number among the keys that the field allows */
static bool
int_key(struct loader *loader, const struct entry *entry, int *key)
{
	const struct field *field = entry->place.field;
	double n;

	if (!number_parse(entry->id, strlen(entry->id), &n) &&
	    n >= field->min && n <= field->max && n == (double)(int)n) {
		*key = (int)n;
		return true;
	}
	loader_find(
		loader, TOPIC_document_unknown_key,
		(struct span){entry->key.start, entry->key.end}, &entry->place,
		N_("the format has no key '{key}' here; write {min} to "
		   "{max}"),
		ARGS(TEXT_ARG("key", entry->id), NUMBER_ARG("min", field->min),
		     NUMBER_ARG("max", field->max)));
	events_skip_next(loader->events);
	return false;
}

static void
load_int_map(struct loader *loader, const struct place *place,
	     struct int_map_value *map)
{
	struct growing growing = {.size = sizeof(struct int_number)};
	struct entry entry;
	int key;

	while (next_entry(loader, place, &entry, &map->at)) {
		struct int_number *items = (void *)growing.items, *item;
		uint32_t i = 0;

		if (!int_key(loader, &entry, &key))
			continue;
		while (i < growing.n && items[i].key != key)
			i++;
		if (i < growing.n) {
			skip_duplicate(loader, &entry, items[i].value.at.key);
			continue;
		}
		item = grow(&growing);
		item->key = key;
		entry_value(loader, &entry, &item->value);
	}
	map->n = growing.n;
	map->items = finish(loader, &growing);
	map->at.state = map->n ? SET : BLANK;
}

static bool
word_twice(struct loader *loader, const struct place *place,
	   const struct token *key, const char *name,
	   const struct named_word *words, uint32_t n)
{
	const struct entry entry = {*place, *key, name};

	for (uint32_t i = 0; name && i < n && i < TWICE_LIMIT; i++)
		if (words[i].name.text && !strcmp(words[i].name.text, name))
			return skip_duplicate(loader, &entry,
					      words[i].value.at.key);
	return false;
}

static void
load_word_map(struct loader *loader, const struct place *place,
	      struct word_map_value *map)
{
	struct growing growing = {.size = sizeof(struct named_word)};
	struct events *events = loader->events;

	for (;;) {
		struct token key = events_next(events), value;
		struct field names = *place->field;
		struct place at = {.object = place->object, .field = &names};
		struct lookup_value name = {.index = -1};
		struct named_word *item;

		map->at.end = key.end;
		if (key.kind == EVENT_MAP_END || key.kind == EVENT_STOP)
			break;
		if (key.kind != EVENT_SCALAR) {
			load_wrong_type(loader, &at, &key, &name.at);
			events_skip_next(events);
			continue;
		}
		names.kind = KIND_KEYED; /* the key is a name of the registry */
		at.key = arena_copy(loader->arena, key.text, key.n);
		if (is_own_key(&key)) {
			events_skip_next(events);
			continue;
		}
		load_scalar(loader, &at, &key, &name);
		at.field = place->field;
		if (word_twice(loader, &at, &key, name.text,
			       (void *)growing.items, growing.n))
			continue;
		value = events_next(events);
		if (value.kind != EVENT_SCALAR) {
			load_wrong_type(loader, &at, &value, &name.at);
			continue;
		}
		item = grow(&growing);
		item->name.at = name.at;
		item->name.text = name.text;
		item->value.at = mark_at(&key, &value);
		load_scalar(loader, &at, &value, &item->value);
	}
	map->n = growing.n;
	map->items = finish(loader, &growing);
	map->at.state = map->n ? SET : BLANK;
}

static bool
is_bullet(uint32_t cp)
{
	return cp == 0x2022 || cp == 0x00b7 || cp == 0x25aa || cp == 0x2023;
}

/* "[busy, on site]" of a text with bullets; else the text as the only value */
static const char *
listed(struct loader *loader, const struct token *event)
{
	struct buf buf = {0};
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < event->n; i += n) {
		n = utf8_next(event->text + i, event->n - i, &cp);
		if (!is_bullet(cp)) {
			buf_add(&buf, event->text + i, n);
			continue;
		}
		while (buf.n && buf.p[buf.n - 1] == ' ')
			buf.n--;
		if (buf.n)
			buf_puts(&buf, ",");
		else
			while (i + n < event->n && event->text[i + n] == ' ')
				n++;
	}
	return arena_take(loader->arena, &buf);
}

/* the commonest slip: one value where a list is wanted */
static void
report_single(struct loader *loader, const struct place *place,
	      const struct token *event, struct mark *mark)
{
	mark->state = BROKEN;
	loader_find(loader, TOPIC_document_wrong_type, token_span(event), place,
		    N_("'{value}' is a single value where a list is expected; "
		       "write [{list}]"),
		    ARGS(TEXT_ARG("value", load_shown(loader, event)),
			 TEXT_ARG("list", listed(loader, event))));
}

void
load_collection(struct loader *loader, const struct place *place,
		const struct token *event, void *value)
{
	enum kind kind = place->field->kind;
	enum shape shape = kind_shape(kind);
	enum event_kind wanted = shape == SHAPE_LIST	  ? EVENT_LIST
				 : shape == SHAPE_MAPPING ? EVENT_MAP
							  : EVENT_SCALAR;

	if (wanted == EVENT_LIST && event->kind == EVENT_SCALAR)
		report_single(loader, place, event, value);
	else if (event->kind != wanted)
		load_wrong_type(loader, place, event, value);
	else if (wanted == EVENT_SCALAR)
		load_scalar(loader, place, event, value);
	else if (wanted == EVENT_LIST)
		load_values(loader, place, value);
	else if (kind == KIND_SHARES)
		load_shares(loader, place, value);
	else if (kind == KIND_REFMAP)
		load_ref_map(loader, place, value);
	else if (kind == KIND_INTMAP)
		load_int_map(loader, place, value);
	else
		load_word_map(loader, place, value);
}
