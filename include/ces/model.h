/* model.h - the plan's types, and their descriptions */
#ifndef CES_MODEL_H
#define CES_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/arena.h"
#include "ces/buf.h"
#include "ces/code.h"
#include "ces/source.h"
#include "ces/values.h"

/* a key of the user's own, x-floor, with its value as JSON and as one text */
struct own_key {
	const char *key, *json, *text;
	const struct field *in; /* the mapping without an object that it stands
				   in, a section or shares; else NULL */
	bool item; /* of a collection, with all that an item needs: it has its
		      finding */
	struct own_key *next;
};

/*
 * Every entity begins with an object: where it stands and how it hangs in the
 * plan. The object of an absent key is zeroed and its values with it, so
 * channel->human_route.to.to may be followed without asking.
 */
struct object {
	struct mark at;
	uint32_t index;            /* among its siblings, from 0 */
	const char *id;            /* of a collection's item, else NULL */
	struct object *up;         /* NULL for the plan itself, and when ABSENT */
	const struct field *slot;  /* the key of up under which it hangs */
	struct own_key *own;       /* in the order written */
	uint16_t filled;	   /* keys set, of those required or advised */
	bool waits;                /* a placeholder stands in a required key of
				      it, or of a group in it */
	bool named;                /* a reference leads here */
	bool whole;                /* others are parts of it */
	bool pathed;               /* a path does, or to a key of it; of the plan
				      itself: to a whole collection */
};

/* a collection: items in the order written, each starts with a struct object */
struct map {
	struct mark at;
	uint32_t n;
	struct object **items;
	uint32_t *buckets; /* of ids; kept by map_added */
	bool strange;      /* a key was no name of the registry, and was left
			      out: it has its finding */
	bool unclear;      /* a reference that can't be read, or leads nowhere,
			      may mean any of the items */
};

/* its object for the id, NULL when there is none */
struct object *map_find(const struct map *map, const char *id);
/* the last of the items is new: makes it known by its id */
void map_added(struct map *map, struct arena *arena);

struct list {
	struct mark at;
	uint32_t n;
	struct object **items;
};

/* the words of choices.def as enums: DEMAND_VALUE is the first of demand */
#define CHOICES(name, ...) CHOICE_##name,
enum choices_id {
#include "ces/choices.def"
	CHOICE_COUNT
};
#undef CHOICES

struct choices {
	const char *name;
	const char *const *words; /* NULL ends them */
	int n;
};

extern const struct choices choices[CHOICE_COUNT];
int choices_find(const struct choices *list, const char *word); /* or -1 */
/* is the word one of a need's words, "a|b|c"? */
bool word_among(const char *word, const char *list);

#include "ces/words.h"

enum registry { REGISTRY_STANDARD, REGISTRY_SECTION, REGISTRY_RULE,
		REGISTRY_QUESTION };
/* the i-th name of a registry, NULL behind the last; *text describes it */
const char *registry_name(enum registry registry, int i, const char **text);
int registry_find(enum registry registry, const char *name); /* or -1 */


/* First expansion: the structs. */
#define TEXT(key, need, help) struct text_value key;
#define TEXTS(key, need, help) struct texts_value key;
#define FLAG(key, need, help) struct flag_value key;
#define DATE(key, need, help) struct date_value key;
#define PERIOD(key, need, help) struct period_value key;
#define DURATION(key, need, help) struct duration_value key;
#define MOMENT(key, need, max, help) struct duration_value key;
#define WEEK(key, need, help) struct week_value key;
#define SPANS(key, need, help) struct spans_value key;
#define ZONE(key, need, help) struct zone_value key;
#define PATH(key, need, help) struct path_value key;
#define PATHS(key, need, help) struct paths_value key;
#define READING(key, need, help) struct reading_value key;
#define COUNT(key, need, help) struct number_value key;
#define MONEY(key, need, help) struct number_value key;
#define PERCENT(key, need, help) struct number_value key;
#define PART(key, need, max, help) struct number_value key;
#define CHANGE(key, need, help) struct number_value key;
#define NUMBER(key, need, min, max, help) struct number_value key;
#define SCORE(key, need, help) struct number_value key;
#define MONTH(key, need, help) struct number_value key;
#define SETTING(key, fallback, min, max, help) struct number_value key;
#define CODE(key, need, list, help) struct text_value key;
#define CODES(key, need, list, help) struct texts_value key;
#define WORD(key, need, list, help) struct word_value key;
#define WORDS(key, need, list, help) struct words_value key;
#define LOOKUP(key, need, list, help) struct lookup_value key;
#define REF(key, need, entity, help)                                    \
	struct {                                                        \
		struct mark at;                                         \
		const char *id;                                         \
		struct entity *to;                                      \
	} key;
#define REFS(key, need, entity, help) struct refs_value key;
#define NAMED(key, need, entity, help) REF(key, need, entity, help)
#define NAMEDS(key, need, entity, help) struct refs_value key;
#define SHARES(key, need, entity, unit, help) struct shares_value key;
#define REFMAP(key, need, from, to, help) struct ref_map_value key;
#define INTMAP(key, need, min, max, help) struct int_map_value key;
#define WORDMAP(key, need, list, words, help) struct word_map_value key;
#define OBJECT(key, need, entity, help) struct entity key;
#define LIST(key, need, entity, help) struct list key;
#define MAP(key, need, entity, help) struct map key;
#define KEYED(key, need, list, entity, help) struct map key;
#define ENTITY(name, label, help)                                       \
	struct name {                                                   \
		struct object object;
#define END(name)                                                       \
	}                                                               \
	;

/* collections refer to each other in circles */
struct action;
struct channel;
struct hours;
struct measure;
struct person;
struct reason;
struct segment;
struct unit;
#include "ces/model.def"
#include "ces/rows_end.h"

/* Descriptions of keys. */
enum kind {
	KIND_TEXT, KIND_TEXTS, KIND_FLAG, KIND_DATE, KIND_PERIOD, KIND_DURATION,
	KIND_WEEK, KIND_SPANS, KIND_ZONE, KIND_PATH, KIND_PATHS, KIND_READING,
	KIND_NUMBER, KIND_CODE, KIND_CODES, KIND_WORD, KIND_WORDS, KIND_LOOKUP,
	KIND_REF, KIND_REFS, KIND_NAMED, KIND_NAMEDS, KIND_SHARES, KIND_REFMAP,
	KIND_INTMAP, KIND_WORDMAP, KIND_OBJECT, KIND_LIST, KIND_MAP, KIND_KEYED
};

/* how the value of a key is written */
enum shape {
	SHAPE_VALUE,
	SHAPE_LIST,    /* of values */
	SHAPE_MAPPING, /* of values by their names */
	SHAPE_KEYS     /* an object, or objects, with keys of their own */
};

enum shape kind_shape(enum kind kind);
/* the kind of one value of a list or mapping; of KEYED: of its names */
enum kind kind_element(enum kind kind);
/* bytes of an element of a list or mapping, as it lies in the array of a struct
 * refs_value, and where its value lies in it */
size_t kind_size(enum kind kind);
size_t kind_value(enum kind kind);
/* the i-th word of the list that a WORD, LOOKUP or CODE is of; NULL behind the
 * last */
const char *list_word(enum kind kind, int list, size_t i);

enum number_unit { UNIT_NUMBER, UNIT_COUNT, UNIT_MONEY, UNIT_PERCENT };

enum need {
	NEED_OPTIONAL,
	NEED_ADVISED,
	NEED_REQUIRED,
	NEED_EITHER,   /* required unless other is there */
	NEED_LEAF,     /* the same, in items of which no others are parts */
	NEED_WITH,     /* required when other is there */
	NEED_WHEN,     /* required when other has one of words (and other2) */
	NEED_ABOVE,    /* the same, other being a key of the object around */
	NEED_UNLESS,   /* required unless other has one of words */
	NEED_STANDARD  /* required where the measure's standard wants the part */
};

/* where a key can exist, and so is asked for: judged by view_asks, and told in
 * reference.c */
enum asked {
	ASKED_ALWAYS,
	ASKED_failing,	    /* of failure demand */
	ASKED_handled,	    /* where a channel of the reason has a person */
	ASKED_staffed,	    /* where a person answers */
	ASKED_launched,	    /* of channels that are not planned */
	ASKED_closing,	    /* of hours that close */
	ASKED_missable,	    /* the same, where customers can't leave a message */
	ASKED_route_closes, /* where the channel that it leads to closes */
	ASKED_measured	    /* of measures that are not planned */
};

/* parts of a measure's definition that its standard may want */
enum standard_part {
	PART_NONE, PART_family, PART_unit, PART_direction, PART_target,
	PART_range, PART_scale, PART_method, PART_window, PART_statistic,
	PART_within, PART_abandons
};

struct entity;

/* a key of the same object that a need depends on, or of the one around */
struct other_key {
	const char *key;
	uint16_t offset;
};

struct field {
	const char *key;
	const char *former; /* read as well, an older name */
	const char *help;
	enum kind kind;
	uint16_t offset;
	enum need need;
	struct other_key other, other2; /* other2: required with both */
	const char *words, *words2;     /* of theirs: "accepted|acted" */
	enum standard_part part;
	enum asked asked;
	const char *rule; /* reports the absence in place of missing-key */
	const struct entity *(*of)(void);  /* entity, or reference's target */
	const struct entity *(*to)(void);  /* REFMAP: target of the values */
	int list;         /* choices_id, registry or code_list */
	int values;       /* WORDMAP: choices_id of the values */
	enum number_unit unit;
	bool whole;       /* a count: no decimals */
	bool nonzero, total100, change;
	bool not_both;    /* excludes the other of two keys */
	bool past;        /* a day or period that is over, or has begun */
	bool part_of;     /* leads to the item that this one is a part of */
	double min, max;  /* of a duration: max alone, in seconds */
	double fallback;  /* SETTING */
};

/* Does the text stand for a number, day or flag of the field? Then it needs no
 * quotes, though others read it as more than a text. */
bool field_is_plain(const struct field *field, const char *text);

/* of two keys of which one is needed */
static inline bool
field_is_paired(const struct field *field)
{
	return field->need == NEED_EITHER || field->need == NEED_LEAF;
}

struct entity {
	const char *name;
	const char *label; /* message id: "contact reason" */
	const char *help;
	size_t size;
	const struct field *fields;
	int n;
};

extern const struct entity *(*const entity_plan)(void);

/* the field of that key, NULL when there is none; n is the key's length */
const struct field *entity_field(const struct entity *entity, const char *key,
				 size_t n);
/* the object's field of that name; NULL where there is none */
const struct field *object_field(const struct object *object, const char *name);

/* the key nearest to a mistyped one, or NULL */
const char *entity_nearest(const struct entity *entity, const char *word);

/* the entity of an object, by its slot */
const struct entity *object_entity(const struct object *object);

/* the value of a field, which begins with a mark */
static inline void *
field_value(const void *object, const struct field *field)
{
	return (char *)(uintptr_t)object + field->offset;
}

/* the mark of an embedded object's field lies in its object: same place */
static inline const struct mark *
field_mark(const void *object, const struct field *field)
{
	return field_value(object, field);
}

/* a reference's or a name's target, whatever its type */
void *ref_target(const struct ref_value *ref);

/* is the key wanted in this object: required (2), advised (1) or neither (0) */
int field_wanted(const struct object *object, const struct field *field);

/* has the key a value; a list of words or texts where one of them has */
bool field_given(const struct object *object, const struct field *field);

/*
 * Appends the object's path: contact_reasons.returns, governance.approvals[0].
 * With a field, that key's path in it.
 */
void object_path(struct buf *buf, const struct object *object,
		 const struct field *field);

/* the name to show: its name, title or statement; else its id; else "" */
const char *object_name(const struct object *object);

/*
 * All of one plan. Everything lives in the arena. The root is an entity too,
 * so plan->contact_reasons is a map of struct reason.
 */

/* the n-th item of a map or list as its entity */
#define ITEM(type, map, i) ((struct type *)(void *)(map).items[i])

/* the items of a map or list, each as its entity under the entity's name */
#define FOR_EACH(type, of)                                                   \
	for (const struct type *type = map_item((of).items, (of).n, 0); type; \
	     type = map_item((of).items, (of).n, type->object.index + 1))

/* the values of an array in a value: shares, references, texts */
#define FOR_VALUES(type, value, of)                 \
	for (const struct type *value = (of).items; \
	     value && value < (of).items + (of).n; value++)

/* the known targets of an array of references, under their entity's name; goes
 * on with `continue`, and is left by `return` alone */
#define FOR_TARGETS(type, of)                                         \
	FOR_VALUES (ref_value, type##_ref, of)                        \
		for (const struct type *type = type##_ref->to; type; \
		     type = NULL)

static inline const void *
map_item(struct object *const *items, uint32_t n, uint32_t i)
{
	return i < n ? items[i] : NULL;
}

/* whom to name where nobody else is known: who keeps the plan, else the first
 * of the directory; NULL */
const char *plan_keeper(const struct plan *plan);

/* of the plan's texts, where it is one of ours; NULL: English */
const struct language *plan_language(const struct plan *plan);

#endif
