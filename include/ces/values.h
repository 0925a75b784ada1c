/* values.h - values of a plan, each with its place in the file and its state */
#ifndef CES_VALUES_H
#define CES_VALUES_H

#include <stdbool.h>
#include <stdint.h>

#include "ces/date.h"
#include "ces/week.h"

/*
 * Every value of a plan begins with a mark: the place of its key and its value,
 * and its state. Only a value that is SET holds anything; but the plan's as_of
 * holds the day that is meant, where that is certain.
 */
enum state {
	ABSENT, /* no such key */
	BLANK,  /* the key is there, without a value: as if it were absent */
	BROKEN, /* could not be read; has its finding already */
	TODO,   /* a placeholder */
	SET
};

struct mark {
	uint32_t start, end; /* of the value, bytes of the source */
	uint32_t key : 28;   /* where the key starts; of a list item: itself */
	uint32_t state : 3;
	uint32_t part : 1;   /* of a collection, or of the plan: some of it is
				where nothing can be read */
};

struct text_value {
	struct mark at;
	const char *text; /* of the language, zone, path and LOOKUP too */
};

/* zones of one name in a plan are one */
struct zone;
struct zone_value {
	struct mark at;
	const char *text;
	const struct zone *zone; /* not NULL where SET */
};

struct number_value {
	struct mark at;
	bool fraction; /* 0.12, where 12% may be meant: has its finding */
	double n; /* percents out of 100 */
};

struct flag_value {
	struct mark at;
	bool on;
};

struct date_value {
	struct mark at;
	struct date date;
};

struct period_value {
	struct mark at;
	struct period period;
};

struct duration_value {
	struct mark at;
	struct duration duration;
};

struct week_value {
	struct mark at;
	const struct week *week;
	const char *text;
};

struct spans_value {
	struct mark at;
	struct day_hours day; /* n is 0 when closed */
	/* BROKEN, but hours of a week: for several days that is a season */
	const struct week *week;
	const char *text;
};

struct word_value {
	struct mark at;
	int word; /* index in its choices: enum DEMAND_VALUE ... */
};

/* a registered name: standard, section, rule, question */
struct lookup_value {
	struct mark at;
	int index; /* in the registry, -1 unless SET */
	const char *text;
};

/* a value in the unit of its measure; suffix as written until it is judged */
enum reading_suffix { READING_BARE, READING_PERCENT, READING_TIME };

struct reading_value {
	struct mark at;
	enum reading_suffix suffix : 8;
	enum duration_unit unit : 8; /* with READING_TIME */
	double n;
};

/* to is NULL until resolved, and stays so when no such id exists */
struct ref_value {
	struct mark at;
	const char *id;
	void *to;
};

/* a path into the plan: the item (or object) and the key in it, if any */
struct field;
struct object;
struct path_value {
	struct mark at;
	const char *text;
	struct object *to;         /* NULL: the path is of a whole collection,
				      or leads nowhere */
	const struct field *field; /* key of to, or the collection; or NULL */
};

/* elements of mappings: a key, which has the layout of a text, and its value */
struct share {
	struct ref_value ref;
	struct number_value value;
};

struct ref_pair {
	struct ref_value from, to;
};

struct int_number {
	struct text_value name; /* of the key, without zeros before it */
	int key;
	struct number_value value;
};

struct named_word {
	struct text_value name;
	struct word_value value;
};

/* lists and mappings, all of the same layout */
#define VALUES(name, type)          \
	struct name {               \
		struct mark at;     \
		uint32_t n;         \
		struct type *items; \
	};
VALUES(texts_value, text_value)
VALUES(words_value, word_value)
VALUES(refs_value, ref_value) /* to: the entity that the row names */
VALUES(paths_value, path_value)
VALUES(shares_value, share)
VALUES(ref_map_value, ref_pair)
VALUES(int_map_value, int_number)
VALUES(word_map_value, named_word)
#undef VALUES

static inline bool
is_set(const struct mark *mark)
{
	return mark->state == SET;
}

static inline bool
word_is(const struct word_value *value, int word)
{
	return is_set(&value->at) && value->word == word;
}

static inline bool
flag_is(const struct flag_value *value, bool on)
{
	return is_set(&value->at) && value->on == on;
}

#endif
