/* collect.c - lists of values, shares and other small mappings */
#include <stdlib.h>
#include <string.h>

#include "ces/character.h"
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

/* every list and mapping has the layout of struct refs_value */
static void
finish(struct loader *loader, struct growing *growing, struct refs_value *value)
{
	value->n = growing->n;
	value->items = arena_keep(loader->arena, growing->items,
				  growing->n * growing->size);
	value->at.state = value->n ? SET : BLANK;
}

/* Reads the scalar that the event should be, as an element behind its key. */
static void
load_element(struct loader *loader, const struct place *place,
	     const struct token *key, const struct token *event,
	     struct mark *mark)
{
	*mark = mark_at(key, event);
	if (event->kind == EVENT_SCALAR)
		load_scalar(loader, place, event, mark);
	else if (!load_unfilled(loader, place, event, mark))
		load_wrong_type(loader, place, event, mark);
}

/* A list is as good as its best element: one of blanks is blank. */
static enum state
filled_state(const struct refs_value *list, size_t size)
{
	enum state state = BLANK;

	for (uint32_t i = 0; i < list->n; i++) {
		const struct mark *mark =
			(const void *)((const char *)list->items + i * size);

		if (mark->state != BLANK && mark->state != TODO)
			return SET;
		if (mark->state == TODO)
			state = TODO;
	}
	return state;
}

/* the values of an element in which a comma parts none for YAML, as in
 * [phone，chat], which is reported; or NULL */
static const char *
report_joined(struct loader *loader, const struct place *place,
	      const struct token *event)
{
	struct buf buf = {0};
	uint32_t cp, comma = 0;
	const char *parted;

	if (event->kind != EVENT_SCALAR || place->field->kind == KIND_TEXTS)
		return NULL;
	for (size_t i = 0; i < event->n;) {
		i += utf8_next(event->text + i, event->n - i, &cp);
		if (cp == 0xff0c || cp == 0x3001) {
			comma = cp;
			buf_puts(&buf, ", ");
		} else if (!buf.n || buf.p[buf.n - 1] != ' ' || cp != ' ') {
			utf8_encode(&buf, cp);
		}
	}
	if (!comma) {
		buf_free(&buf);
		return NULL;
	}
	parted = arena_take(loader->arena, &buf);
	loader_find(loader, TOPIC_document_wrong_type, token_span(event), place,
		    N_("'{value}' contains {character}, {code}, which "
		       "doesn't part values; write {proposal}"),
		    ARGS(TEXT_ARG("value", load_shown(loader, event)),
			 WORD_ARG("character", character_name(comma)),
			 TEXT_ARG("code",
				  arena_format(loader->arena, "U+%04X", comma)),
			 TEXT_ARG("proposal", parted)));
	return parted;
}

/* an element that was reported as several values */
struct joined {
	const char *parted;
	size_t finding; /* its index */
	uint32_t element;
};

struct all_joined {
	struct joined *items;
	size_t n, cap;
};

/* Offers each of them, as the other elements are known now. */
static void
mend_joined(struct loader *loader, const struct place *place,
	    struct all_joined *joined)
{
	struct place at = *place;

	for (size_t i = 0; i < joined->n; i++) {
		const struct joined *one = &joined->items[i];

		at.element = one->element;
		load_fix_element(loader, &loader->findings->items[one->finding],
				 &at, one->parted, true);
	}
	free(joined->items);
}

void
load_values(struct loader *loader, const struct place *place,
	    struct refs_value *list)
{
	enum kind kind = place->field->kind;
	struct growing growing = {.size = kind_size(kind)};
	struct place at = *place;
	struct all_joined joined = {0};

	for (;;) {
		struct token event = events_next(loader->events);
		const char *parted;
		struct mark *mark;

		list->at.end = event.end;
		if (event.kind == EVENT_LIST_END || event.kind == EVENT_STOP)
			break;
		at.element = growing.n + 1;
		mark = grow(&growing);
		parted = report_joined(loader, &at, &event);
		if (!parted) {
			load_element(loader, &at, &event, &event, mark);
			continue;
		}
		*mark = mark_at(&event, &event);
		mark->state = BROKEN;
		ARRAY_GROW(joined.items, joined.n, joined.cap);
		joined.items[joined.n++] = (struct joined){
			parted, loader->findings->n - 1, at.element};
	}
	finish(loader, &growing, list);
	mend_joined(loader, place, &joined);
	list->at.state = filled_state(list, growing.size);
	if (kind == KIND_TEXTS)
		load_lengths(loader, place, (void *)list);
	if (kind != KIND_PATHS && !is_reference(place->field))
		return;
	for (at.element = 1; at.element <= list->n; at.element++) {
		void *value =
			(char *)list->items + (at.element - 1) * growing.size;

		if (kind == KIND_PATHS ? is_set(value) : is_meant(value))
			load_pending(loader, &at, place->field->of, value);
	}
}

/* the key of a mapping, a name of the registry, as it was written */
static bool
read_name(struct loader *loader, const struct place *place,
	  const struct token *token, struct text_value *key)
{
	struct field names = *place->field;
	struct place at = *place;
	struct lookup_value name = {0};

	names.kind = KIND_KEYED;
	at.field = &names;
	if (token->kind != EVENT_SCALAR) {
		load_wrong_type(loader, &at, token, &key->at);
		return false;
	}
	load_scalar(loader, &at, token, &name);
	key->text = name.text;
	key->at.state = name.at.state;
	return true;
}

/* Is the key a whole number among those that the field allows? 07 is 7. */
static bool
read_int(struct loader *loader, struct place *place, const struct token *token,
	 struct text_value *key)
{
	const struct field *field = place->field;
	struct token plain = *token;
	uint32_t cp = load_plain(loader, &plain);
	double n;

	place->key = arena_copy(loader->arena, plain.text, plain.n);
	if (!number_parse(plain.text, plain.n, &n) && n >= field->min &&
	    n <= field->max && n == (double)(int)n) {
		key->text = arena_format(loader->arena, "%d", (int)n);
		place->key = key->text;
		load_fix_key(loader,
			     load_strange(loader, place, token, &plain, cp),
			     place, token, key->text);
		return true;
	}
	loader_find(
		loader, TOPIC_document_unknown_key, token_span(token), place,
		N_("the format has no key '{key}' here; write {min} to {max}"),
		ARGS(TEXT_ARG("key", place->key), NUMBER_ARG("min", field->min),
		     NUMBER_ARG("max", field->max)));
	return false;
}

/* the id or the name of an item; neither has characters that control */
static const char *
read_named(struct loader *loader, const struct place *place,
	   const struct token *token)
{
	struct token tidy = *token;
	struct place at = *place;
	uint32_t cp;

	for (size_t i = 0; i < token->n;) {
		i += utf8_next(token->text + i, token->n - i, &cp);
		if (utf8_is_control(cp) || utf8_is_bidi(cp))
			return load_id(loader, place, token);
	}
	cp = load_tidy(loader, &tidy);
	at.key = arena_copy(loader->arena, tidy.text, tidy.n);
	load_fix_key(loader, load_strange(loader, &at, token, &tidy, cp), &at,
		     token, at.key);
	return at.key;
}

/* false where the key is left out, with its value */
static bool
read_key(struct loader *loader, struct place *at, const struct token *token,
	 struct text_value *key)
{
	*key = (struct text_value){.at = mark_at(token, token)};
	at->key = NULL;
	if (at->field->kind == KIND_WORDMAP) {
		if (token->kind == EVENT_SCALAR)
			at->key = arena_copy(loader->arena, token->text,
					     token->n);
		return !is_own_key(token) && !token->broken &&
		       read_name(loader, at, token, key);
	}
	if (token->broken)
		return false;
	if (token->kind != EVENT_SCALAR) {
		loader_find(loader, TOPIC_document_syntax,
			    (struct span){token->start, token->start + 1}, at,
			    N_("a key must be a word here"), NO_ARGS);
		events_skip(loader->events, token);
		return false;
	}
	key->at.state = SET;
	if (at->field->kind == KIND_INTMAP)
		return !is_own_key(token) && read_int(loader, at, token, key);
	key->text = read_named(loader, at, token);
	at->key = key->text;
	return !is_own_key(token);
}

/* keys before that are compared, as a plan has fewer channels */
enum { TWICE_LIMIT = 256 };

/* the mark of the same key before; elements of mappings begin with theirs */
static const struct mark *
find_key(const struct growing *growing, const char *text)
{
	for (uint32_t i = 0; text && i < growing->n && i < TWICE_LIMIT; i++) {
		const struct text_value *key =
			(const void *)(growing->items + i * growing->size);

		if (key->text && !strcmp(key->text, text))
			return &key->at;
	}
	return NULL;
}

/* Notes the references of a mapping whose elements move no more. */
static void
note_references(struct loader *loader, struct place *at,
		const struct refs_value *map, size_t size, size_t to_value)
{
	const struct field *field = at->field;

	if (field->kind != KIND_SHARES && field->kind != KIND_REFMAP)
		return;
	for (uint32_t i = 0; i < map->n; i++) {
		struct ref_value *ref = (void *)((char *)map->items + i * size);
		struct mark *value = (void *)((char *)ref + to_value);

		at->key = ref->id;
		load_pending(loader, at, field->of, ref);
		if (field->kind == KIND_REFMAP && is_meant(value))
			load_pending(loader, at, field->to, value);
	}
}

void
load_mapping(struct loader *loader, const struct place *place,
	     struct refs_value *map)
{
	size_t to_value = kind_value(place->field->kind);
	struct growing growing = {.size = kind_size(place->field->kind)};
	struct place at = *place;
	size_t since = loader->foreign_n;
	bool lost = false;

	for (;;) {
		struct token token = events_next(loader->events), event;
		size_t before = loader->findings->n;
		const struct mark *first;
		struct text_value key;
		char *item;

		map->at.end = token.end;
		if (token.kind == EVENT_MAP_END || token.kind == EVENT_STOP)
			break;
		lost |= token.broken;
		if (token.broken)
			load_fix_broken(loader, place, &token);
		if (token.kind == EVENT_SCALAR && !token.broken &&
		    is_own_key(&token) &&
		    !load_foreign_twice(loader, place, &token, since)) {
			load_own(loader, place->object, &token, place->field);
			continue;
		}
		if (!read_key(loader, &at, &token, &key)) {
			events_skip_next(loader->events);
			continue;
		}
		first = find_key(&growing, key.text);
		if (first) { /* which says more than a character in it */
			loader->findings->n = before;
			lost = true;
			load_duplicate(loader, &at, &token, first->start);
			events_skip_next(loader->events);
			continue;
		}
		event = events_next(loader->events);
		load_fix_wide(loader, &at, token.start, &event);
		item = grow(&growing);
		memcpy(item, &key, sizeof(key));
		if (place->field->kind == KIND_INTMAP)
			((struct int_number *)(void *)item)->key =
				atoi(key.text);
		load_element(loader, &at, &token, &event,
			     (void *)(item + to_value));
	}
	loader->foreign_n = since;
	finish(loader, &growing, map);
	if (lost) /* its sum is not known */
		map->at.state = BROKEN;
	note_references(loader, &at, map, growing.size, to_value);
}
