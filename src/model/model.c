/* model.c - the descriptions of the plan's types, and walks over them */
#include "ces/model.h"

#include <string.h>

#include "ces/message.h"
#include "ces/nearest.h"

/* The words. */
#define CHOICES(name, ...) \
	static const char *const words_##name[] = {__VA_ARGS__, NULL};
#include "ces/choices.def"
#undef CHOICES

/* less the NULL at the end */
#define WORD_COUNT(list) ((int)(sizeof(list) / sizeof(*(list))) - 1)
#define CHOICES(name, ...) \
	[CHOICE_##name] = {#name, words_##name, WORD_COUNT(words_##name)},
const struct choices choices[CHOICE_COUNT] = {
#include "ces/choices.def"
};
#undef CHOICES

/*
 * Second expansion: the descriptions. Each entity's block is a function that
 * knows its struct as self, so a row in the wrong block does not compile.
 */
#define OPTIONAL .need = NEED_OPTIONAL
#define ADVISED .need = NEED_ADVISED
#define REQUIRED .need = NEED_REQUIRED
#define EITHER(key) .need = NEED_EITHER, .other = KEY(self, key)
#define LEAF(key, parent) \
	.need = NEED_LEAF, .other = KEY(self, key), .other2 = KEY(self, parent)
#define WITH(key) .need = NEED_WITH, .other = KEY(self, key)
#define WHEN(key, list) \
	.need = NEED_WHEN, .other = KEY(self, key), .words = list
#define WHEN_BOTH(key, list, key2, list2)                          \
	.need = NEED_WHEN, .other = KEY(self, key), .words = list, \
	.other2 = KEY(self, key2), .words2 = list2
#define WHEN_ABOVE(type, key, list) \
	.need = NEED_ABOVE, .other = KEY(struct type, key), .words = list
#define UNLESS(key, list) \
	.need = NEED_UNLESS, .other = KEY(self, key), .words = list
#define STANDARD(name) .need = NEED_STANDARD, .part = PART_##name
#define BY(name) , .rule = name
#define FORMERLY(name) , .former = name
#define NONZERO , .nonzero = true
#define NOT_BOTH , .not_both = true
#define WHERE(name) , .asked = ASKED_##name
#define PAST , .past = true
#define PART_OF , .part_of = true

#define KEY(type, name)                     \
	{                                   \
#name, offsetof(type, name) \
	}
#define ROW(name, type, text, ...)       \
	{.key = #name,                   \
	 .help = N_(text),               \
	 .kind = type,                   \
	 .offset = offsetof(self, name), \
	 __VA_ARGS__},
#define NO_LIMIT .min = 1, .max = -1

#define TEXT(key, need, help) ROW(key, KIND_TEXT, help, need, NO_LIMIT)
#define TEXTS(key, need, help) ROW(key, KIND_TEXTS, help, need, NO_LIMIT)
#define FLAG(key, need, help) ROW(key, KIND_FLAG, help, need, NO_LIMIT)
#define DATE(key, need, help) ROW(key, KIND_DATE, help, need, NO_LIMIT)
#define PERIOD(key, need, help) ROW(key, KIND_PERIOD, help, need, NO_LIMIT)
#define DURATION(key, need, help) ROW(key, KIND_DURATION, help, need, NO_LIMIT)
#define MOMENT(key, need, seconds, help) \
	ROW(key, KIND_DURATION, help, need, .max = seconds)
#define WEEK(key, need, help) ROW(key, KIND_WEEK, help, need, NO_LIMIT)
#define SPANS(key, need, help) ROW(key, KIND_SPANS, help, need, NO_LIMIT)
#define ZONE(key, need, help) ROW(key, KIND_ZONE, help, need, NO_LIMIT)
#define PATH(key, need, help) ROW(key, KIND_PATH, help, need, NO_LIMIT)
#define PATHS(key, need, help) ROW(key, KIND_PATHS, help, need, NO_LIMIT)
#define READING(key, need, help) ROW(key, KIND_READING, help, need, NO_LIMIT)
#define COUNT(key, need, help)                                               \
	ROW(key, KIND_NUMBER, help, need, .unit = UNIT_COUNT, .whole = true, \
	    .min = 0, .max = 1e15)
#define MONEY(key, need, help)                                          \
	ROW(key, KIND_NUMBER, help, need, .unit = UNIT_MONEY, .min = 0, \
	    .max = 1e15)
#define PERCENT(key, need, help)                                          \
	ROW(key, KIND_NUMBER, help, need, .unit = UNIT_PERCENT, .min = 0, \
	    .max = 100)
#define PART(key, need, high, help)                                       \
	ROW(key, KIND_NUMBER, help, need, .unit = UNIT_PERCENT, .min = 0, \
	    .max = high)
#define CHANGE(key, need, help)                                 \
	ROW(key, KIND_NUMBER, help, need, .unit = UNIT_PERCENT, \
	    .change = true, .min = -100, .max = 1e6)
#define NUMBER(key, need, low, high, help) \
	ROW(key, KIND_NUMBER, help, need, .min = low, .max = high)
#define MONTH(key, need, help) \
	ROW(key, KIND_NUMBER, help, need, .whole = true, .min = 1, .max = 12)
#define SCORE(key, need, help) \
	ROW(key, KIND_NUMBER, help, need NONZERO, .min = -5, .max = 5)
#define SETTING(key, value, low, high, help)                                 \
	ROW(key, KIND_NUMBER, help, OPTIONAL, .fallback = value, .min = low, \
	    .max = high)
#define CODE(key, need, name, help) \
	ROW(key, KIND_CODE, help, need, .list = LIST_##name)
#define CODES(key, need, name, help) \
	ROW(key, KIND_CODES, help, need, .list = LIST_##name)
#define WORD(key, need, name, help) \
	ROW(key, KIND_WORD, help, need, .list = CHOICE_##name)
#define WORDS(key, need, name, help) \
	ROW(key, KIND_WORDS, help, need, .list = CHOICE_##name)
#define LOOKUP(key, need, name, help) \
	ROW(key, KIND_LOOKUP, help, need, .list = LIST_##name)
#define REF(key, need, entity, help) \
	ROW(key, KIND_REF, help, need, .of = describe_##entity)
#define REFS(key, need, entity, help) \
	ROW(key, KIND_REFS, help, need, .of = describe_##entity)
#define NAMED(key, need, entity, help) \
	ROW(key, KIND_NAMED, help, need, .of = describe_##entity)
#define NAMEDS(key, need, entity, help) \
	ROW(key, KIND_NAMEDS, help, need, .of = describe_##entity)
#define PERCENT_TOTAL .unit = UNIT_PERCENT, .total100 = true, .max = 100
#define COUNT_EACH .unit = UNIT_COUNT, .whole = true, .max = 1e15
#define CHANGE_EACH \
	.unit = UNIT_PERCENT, .change = true, .min = -100, .max = 1e6
#define SHARES(key, need, entity, number, help) \
	ROW(key, KIND_SHARES, help, need, .of = describe_##entity, number)
#define REFMAP(key, need, from, target, help)                    \
	ROW(key, KIND_REFMAP, help, need, .of = describe_##from, \
	    .to = describe_##target)
#define INTMAP(key, need, low, high, help) \
	ROW(key, KIND_INTMAP, help, need, .min = low, .max = high)
#define WORDMAP(key, need, name, words, help)                   \
	ROW(key, KIND_WORDMAP, help, need, .list = LIST_##name, \
	    .values = CHOICE_##words)
#define OBJECT(key, need, entity, help) \
	ROW(key, KIND_OBJECT, help, need, .of = describe_##entity)
#define LIST(key, need, entity, help) \
	ROW(key, KIND_LIST, help, need, .of = describe_##entity)
#define MAP(key, need, entity, help) \
	ROW(key, KIND_MAP, help, need, .of = describe_##entity)
#define KEYED(key, need, name, entity, help)                  \
	ROW(key, KIND_KEYED, help, need, .list = LIST_##name, \
	    .of = describe_##entity)

#define LIST_currency CODE_CURRENCY
#define LIST_language CODE_LANGUAGE
#define LIST_country CODE_COUNTRY
#define LIST_standard REGISTRY_STANDARD
#define LIST_section REGISTRY_SECTION
#define LIST_rule REGISTRY_RULE
#define LIST_question REGISTRY_QUESTION

#define ENTITY(type, title, text)                                      \
	static const struct entity *describe_##type(void)              \
	{                                                              \
		typedef struct type self;                              \
		static const char name[] = #type, label[] = N_(title), \
				  help[] = N_(text);                   \
		static const struct field fields[] = {
#define END(type)                                                           \
	}                                                                   \
	;                                                                   \
	static const struct entity                                          \
		entity = {name,	  label,                                    \
			  help,	  sizeof(self),                             \
			  fields, (int)(sizeof(fields) / sizeof(*fields))}; \
	return &entity;                                                     \
	}

/* references run in circles, so these are known before they are described */
static const struct entity *describe_action(void);
static const struct entity *describe_channel(void);
static const struct entity *describe_goal(void);
static const struct entity *describe_hours(void);
static const struct entity *describe_measure(void);
static const struct entity *describe_objective(void);
static const struct entity *describe_person(void);
static const struct entity *describe_reason(void);
static const struct entity *describe_segment(void);
static const struct entity *describe_unit(void);

#include "ces/model.def"
#include "ces/rows_end.h"

const struct entity *(*const entity_plan)(void) = describe_plan;

/* every reference is handled as a struct ref_value */
_Static_assert(sizeof(((struct reason *)0)->parent) == sizeof(struct ref_value),
	       "typed references have the layout of struct ref_value");

/* kinds that hold more than one value */
static const struct kind_row {
	enum shape shape;
	enum kind element;
	size_t size, value; /* of an element; where its value lies in it */
} composed[] = {
	[KIND_TEXTS] = {SHAPE_LIST, KIND_TEXT, sizeof(struct text_value), 0},
	[KIND_PATHS] = {SHAPE_LIST, KIND_PATH, sizeof(struct path_value), 0},
	[KIND_CODES] = {SHAPE_LIST, KIND_CODE, sizeof(struct text_value), 0},
	[KIND_WORDS] = {SHAPE_LIST, KIND_WORD, sizeof(struct word_value), 0},
	[KIND_REFS] = {SHAPE_LIST, KIND_REF, sizeof(struct ref_value), 0},
	[KIND_NAMEDS] = {SHAPE_LIST, KIND_NAMED, sizeof(struct ref_value), 0},
	[KIND_SHARES] = {SHAPE_MAPPING, KIND_NUMBER, sizeof(struct share),
			 offsetof(struct share, value)},
	[KIND_REFMAP] = {SHAPE_MAPPING, KIND_REF, sizeof(struct ref_pair),
			 offsetof(struct ref_pair, to)},
	[KIND_INTMAP] = {SHAPE_MAPPING, KIND_NUMBER, sizeof(struct int_number),
			 offsetof(struct int_number, value)},
	[KIND_WORDMAP] = {SHAPE_MAPPING, KIND_WORD, sizeof(struct named_word),
			  offsetof(struct named_word, value)},
	[KIND_OBJECT] = {SHAPE_KEYS, KIND_OBJECT, 0, 0},
	[KIND_LIST] = {SHAPE_KEYS, KIND_LIST, 0, 0},
	[KIND_MAP] = {SHAPE_KEYS, KIND_MAP, 0, 0},
	[KIND_KEYED] = {SHAPE_KEYS, KIND_LOOKUP, 0, 0},
};

enum shape
kind_shape(enum kind kind)
{
	return composed[kind].shape;
}

enum kind
kind_element(enum kind kind)
{
	return composed[kind].shape ? composed[kind].element : kind;
}

bool
field_is_plain(const struct field *field, const char *text)
{
	switch (kind_element(field->kind)) {
	case KIND_FLAG:
		return true;
	case KIND_DATE:
	case KIND_PERIOD:
	case KIND_DURATION:
	case KIND_READING:
	case KIND_NUMBER:
		return *text && strchr("+-.0123456789", *text);
	default:
		return false;
	}
}

size_t
kind_size(enum kind kind)
{
	return composed[kind].size;
}

size_t
kind_value(enum kind kind)
{
	return composed[kind].value;
}

int
choices_find(const struct choices *list, const char *word)
{
	for (int i = 0; i < list->n; i++)
		if (!strcmp(list->words[i], word))
			return i;
	return -1;
}

static bool
is_name(const char *name, const char *key, size_t n)
{
	return strlen(name) == n && !memcmp(name, key, n);
}

const struct field *
entity_field(const struct entity *entity, const char *key, size_t n)
{
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];

		if (is_name(field->key, key, n) ||
		    (field->former && is_name(field->former, key, n)))
			return field;
	}
	return NULL;
}

const struct field *
object_field(const struct object *object, const char *name)
{
	return name ? entity_field(object_entity(object), name, strlen(name))
		    : NULL;
}

const char *
entity_nearest(const struct entity *entity, const char *word)
{
	struct nearest nearest;

	nearest_start(&nearest, word);
	for (int i = 0; i < entity->n; i++)
		nearest_try(&nearest, entity->fields[i].key);
	return nearest.best;
}

const struct entity *
object_entity(const struct object *object)
{
	return object->slot ? object->slot->of() : entity_plan();
}

void *
ref_target(const struct ref_value *ref)
{
	void *to;

	memcpy(&to, (const char *)ref + offsetof(struct ref_value, to),
	       sizeof(to));
	return to;
}

/* FNV-1a */
static uint32_t
id_hash(const char *id)
{
	uint32_t hash = 2166136261u;

	for (; *id; id++)
		hash = (hash ^ (unsigned char)*id) * 16777619u;
	return hash;
}

/* a power of two, at most half full */
static uint32_t
bucket_count(uint32_t n)
{
	uint32_t count = 8;

	while (count < n * 2)
		count *= 2;
	return count;
}

static void
add_bucket(const struct map *map, uint32_t count, uint32_t i)
{
	uint32_t at = id_hash(map->items[i]->id) & (count - 1);

	while (map->buckets[at])
		at = (at + 1) & (count - 1);
	map->buckets[at] = i + 1;
}

void
map_added(struct map *map, struct arena *arena)
{
	uint32_t count = bucket_count(map->n);

	if (map->buckets && count == bucket_count(map->n - 1)) {
		add_bucket(map, count, map->n - 1);
		return;
	}
	map->buckets = arena_alloc(arena, count * sizeof(*map->buckets));
	for (uint32_t i = 0; i < map->n; i++)
		add_bucket(map, count, i);
}

struct object *
map_find(const struct map *map, const char *id)
{
	uint32_t count = bucket_count(map->n), at;

	if (!map->buckets)
		return NULL;
	for (at = id_hash(id) & (count - 1); map->buckets[at];
	     at = (at + 1) & (count - 1)) {
		struct object *item = map->items[map->buckets[at] - 1];

		if (!strcmp(item->id, id))
			return item;
	}
	return NULL;
}

static void
add_step(struct buf *buf, const char *key)
{
	if (buf->n)
		buf_putc(buf, '.');
	buf_puts(buf, key);
}

void
object_path(struct buf *buf, const struct object *object,
	    const struct field *field)
{
	if (object && object->slot) {
		object_path(buf, object->up, object->slot);
		if (object->slot->kind == KIND_LIST)
			buf_printf(buf, "[%u]", object->index);
		else if (object->id)
			add_step(buf, object->id);
	}
	if (field)
		add_step(buf, field->key);
}

const char *
object_name(const struct object *object)
{
	static const char *const keys[] = {"name", "title", "statement",
					   "insight", "role"};
	const struct entity *entity = object_entity(object);

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const struct field *field =
			entity_field(entity, keys[i], strlen(keys[i]));
		const struct text_value *text;

		if (!field || field->kind != KIND_TEXT)
			continue;
		text = field_value(object, field);
		if (is_set(&text->at))
			return text->text;
		break;
	}
	return object->id ? object->id : "";
}

const char *
plan_keeper(const struct plan *plan)
{
	const struct governance *governance = &plan->governance;

	if (is_set(&governance->owner.at) &&
	    (governance->owner.to || !plan->people.n))
		return governance->owner.id;
	return plan->people.n ? plan->people.items[0]->id : NULL;
}

const struct language *
plan_language(const struct plan *plan)
{
	const struct text_value *language = &plan->plan.language;

	return is_set(&language->at) ? language_find(language->text) : NULL;
}
