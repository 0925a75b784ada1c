/* loader.h - one run of the loader, shared by its files */
#ifndef CES_LOAD_LOADER_H
#define CES_LOAD_LOADER_H

#include <string.h>

#include "ces/guess.h"
#include "ces/load.h"
#include "load/events.h"

/* the place of a value: a key of an object, and perhaps a part of its value */
struct place {
	struct object *object;
	const struct field *field; /* NULL: the object itself */
	const char *key;  /* in a small mapping, as of shares; else NULL */
	uint32_t element; /* of a list, counted from 1; 0: the whole value */
};

/* a reference or path, to be resolved when the whole plan is known */
struct pending {
	void *value; /* struct ref_value or struct path_value */
	struct place place;
	const struct entity *(*target)(void); /* NULL: a path */
};

/* a figure that may be thousands, or in another currency, until its unit and
 * the plan's currency are known */
struct doubtful {
	struct place place;
	struct token token; /* its text lives in the arena */
	struct mark *mark;  /* NULL: it can't be read, which is to be said */
};

/* a key that the format doesn't have: the user's own, or a slip */
struct foreign_key {
	const char *text;
	uint32_t at;
	const struct field *meant; /* that it is a slip for, or NULL */
	size_t finding;		   /* its index, of a slip */
};

/* lines that are not where they belong, and their finding */
struct slip {
	struct hole hole;
	size_t finding;
	const struct object *inside; /* where they are */
	const void *beyond;	     /* where they belong, or next to it */
};

/* a zone that the plan names, so that its file is read once */
struct read_zone {
	const char *name;
	const struct zone *zone;
	struct read_zone *next;
};

struct loader {
	struct source *source;
	struct arena *arena;
	struct findings *findings;
	struct events *events;
	struct holes holes;
	const char *bytes; /* of the source, made readable where they are not */
	struct plan *plan;
	struct foreign_key *foreign; /* of the mappings being read */
	size_t foreign_n, foreign_cap;
	struct slip *slips; /* found while reading, to be passed over */
	size_t slips_n, slips_cap;
	/* the own key read last, and its object */
	const struct object *own_object;
	struct own_key *own_last;
	struct pending *pending;
	size_t pending_n, pending_cap;
	struct doubtful *doubtful;
	size_t doubtful_n, doubtful_cap;
	struct read_zone *zones;
	/* findings of wide signs, and the first that is yet to be offered */
	size_t wide, wide_n, wide_end;
	bool invisible; /* such characters occur somewhere */
	bool replaced;	/* a '?' may stand for a byte that can't be read */
	struct buf scratch;
};

static inline struct span
token_span(const struct token *token)
{
	return (struct span){token->start, token->end};
}

static inline bool
token_is(const struct token *token, const char *text)
{
	return token->n == strlen(text) && !memcmp(token->text, text, token->n);
}

/* keys that begin with x- are the user's own */
static inline bool
is_own_key(const struct token *key)
{
	return key->n >= 2 && !memcmp(key->text, "x-", 2);
}

/* the mark of a value that is yet to be read, behind its key; an item of a list
 * is its own key */
static inline struct mark
mark_at(const struct token *key, const struct token *value)
{
	return (struct mark){.start = value->start,
			     .end = value->end,
			     .key = key->start & 0xfffffff};
}

/* of items of a collection: one, a list, or a mapping of them */
static inline bool
is_reference(const struct field *field)
{
	return (field->kind >= KIND_REF && field->kind <= KIND_NAMEDS) ||
	       field->kind == KIND_REFMAP;
}

/* a reference that was written, even where it can't be read */
static inline bool
is_meant(const struct mark *mark)
{
	return mark->state == SET || mark->state == BROKEN;
}

/* contact_reasons.returns.volume.phone, in the arena */
const char *place_path(struct loader *loader, const struct place *place);

/* adds a finding about the place */
struct finding *
loader_find(struct loader *loader, enum topic_id topic, struct span span,
	    const struct place *place, const char *message,
	    const struct arg *args, size_t arg_count);

/* the finding that was made last */
static inline struct finding *
loader_last(struct loader *loader)
{
	return &loader->findings->items[loader->findings->n - 1];
}

/* Offer a value of the key that the finding is about, a text as it, or as the
 * name of the key; safe: that is what was meant, for certain, or states
 * nothing. NULL is no finding. */
void load_fix_content(struct loader *loader, struct finding *finding,
		      struct content content, bool safe);
void load_fix_value(struct loader *loader, struct finding *finding,
		    const char *text, bool safe);
void load_fix_name(struct loader *loader, struct finding *finding,
		   const char *name, bool safe);
/* the same of a key of a small mapping, at the path with the key as it stands
 */
void load_fix_key(struct loader *loader, struct finding *finding,
		  const struct place *place, const struct token *key,
		  const char *name);
/* the same of a value as it may stand in braces; nothing where that is no YAML,
 * or has a list of more than texts */
void load_fix_written(struct loader *loader, struct finding *finding,
		      const char *yaml, bool safe);
bool yaml_lists_texts(struct loader *loader, const char *yaml);
/* The place of a value, or of a mapping with a key, that is broken: its finding
 * learns it, and offers what is meant. */
void load_fix_broken(struct loader *loader, const struct place *place,
		     const struct token *event);
/* the same of values in place of one of a list, which was read whole */
void load_fix_element(struct loader *loader, struct finding *finding,
		      const struct place *place, const char *yaml, bool safe);
/* the same of a reference, one of the places that the finding is about; it is
 * a value, or the key of a small mapping */
void load_fix_reference(struct loader *loader, struct finding *finding,
			const struct place *place, const struct mark *mark,
			const char *text, bool safe);

/* Offers plain signs behind a key that begins at start, or in its value, which
 * is yet to be read, where a finding says that they are wide. */
void load_fix_wide(struct loader *loader, const struct place *place,
		   uint32_t start, const struct token *value);

/* the id of the item that the object is or lies in; "" where it is in none */
const char *load_item_id(const struct object *object);

/* Reads the value of a key of the user's own, and keeps both, but a broken one;
 * in is the mapping without an object that it stands in, or NULL. */
struct own_key *load_own(struct loader *loader, struct object *object,
			 const struct token *key, const struct field *in);

/* keys and their values up to the end of the mapping that has begun */
void load_object(struct loader *loader, struct object *object);

/* reads a scalar by the type of the field, and fills the value */
void load_scalar(struct loader *loader, const struct place *place,
		 const struct token *event, void *value);

/* the elements of a list, or of shares or another small mapping, to its end */
void load_values(struct loader *loader, const struct place *place,
		 struct refs_value *list);
void load_mapping(struct loader *loader, const struct place *place,
		  struct refs_value *map);

/* reports a scalar that can't be taken; {value}, {type}, {min} and {max} of its
 * key and {proposal}, where not NULL, may stand in the message. Returns false
 */
bool load_reject(struct loader *loader, enum topic_id topic,
		 const struct place *place, const struct token *event,
		 const char *message, const char *proposal);

/* above so many findings suggestions cost time and help no more */
enum { NEAREST_MOST = 1000 };

/* The value as it should have been, by the type of its key or of an element, as
 * it is to stand in YAML, also in braces; a text is put in quotes, the values
 * of a list in brackets. What can be read but for YAML is its own guess. */
struct guess field_proposal(struct arena *arena, const struct field *field,
			    bool element, const char *s, size_t n);
/* Can any text be the value? NULL: of a key that the format lacks. */
bool field_is_text(const struct field *field);
/* the value as it should have been, as YAML reads it */
struct guess load_guess(struct loader *loader, const struct place *place,
			const struct token *event);
/* reports a scalar that can't be taken, and offers the guess; returns false */
bool load_offer(struct loader *loader, enum topic_id topic,
		const struct place *place, const struct token *event,
		struct guess guess);
/* the inside of a list that was written as one scalar: "busy,
 * on site" of a text with bullets, else the only value */
const char *load_listed(struct loader *loader, const struct place *place,
			const struct token *event);
/* A count like 26.000 is reported, as it may mean thousands: true. Money and
 * readings are noted, until the currency and the unit are known. */
bool load_doubtful(struct loader *loader, const struct place *place,
		   const struct token *event, struct mark *mark);
void resolve_doubtful(struct loader *loader);

/* makes the text of a token as it looks; returns the first character that was
 * changed, 0 where there is none, for load_strange to report */
uint32_t load_tidy(struct loader *loader, struct token *event);
/* the same, as it would stand in ASCII, without curly quotes around it */
uint32_t load_plain(struct loader *loader, struct token *event);
/* NULL where there is nothing to report */
struct finding *
load_strange(struct loader *loader, const struct place *place,
	     const struct token *event, const struct token *tidy, uint32_t cp);

/* reports a value of the wrong kind, and passes over it; returns false */
bool load_wrong_type(struct loader *loader, const struct place *place,
		     const struct token *event, struct mark *mark);

/* Reports a key that the object lacks, and that belongs elsewhere by what it
 * is or what is below it, one finding for all in one place. All is read again
 * then without them. False where the key is none. */
bool load_misplaced(struct loader *loader, struct object *object,
		    const struct token *key);

/* The same of a section, or a key beside the place, among its items. */
bool load_misplaced_section(struct loader *loader, const struct place *place,
			    const struct token *key);

/* Reports an item that can't be read as a key of the one before it. */
void load_misplaced_item(struct loader *loader, const struct map *map,
			 const struct object *item);

/* Passes over the slips; their findings are left, before which there were so
 * many. Returns how many there are then. */
size_t slips_cut(struct loader *loader, char *bytes, size_t before);

/* Reports a key that goes on in its value: 'definition "Paid: by the year"'. */
bool load_joined(struct loader *loader, const struct place *place,
		 const struct token *key);

/* reports a key that is there already, where first stands */
void load_duplicate(struct loader *loader, const struct place *place,
		    const struct token *key, uint32_t first);

/* Is the key twice among those of its mapping, which begin at since? Keys that
 * the format has are known by their marks. */
bool load_foreign_twice(struct loader *loader, const struct place *place,
			const struct token *key, size_t since);
/* reports the last foreign key; cp is the first character that isn't what it
 * looks like, or 0 */
void load_foreign(struct loader *loader, const struct place *place,
		  const struct token *key, uint32_t cp);
/* looks at those of a mapping again, when all its keys are known */
void
load_misspelled(struct loader *loader, struct object *object, size_t since);
/* The key may be there, where it can't be read. */
void load_lose_key(struct object *object, const struct field *field);

/* Is it, or an element of it, a text in the planner's own words? */
bool is_free_text(const struct place *place);

/* Reports a text that ' #' cuts, or a value that it hides; true where it does
 * neither. */
bool load_uncut(struct loader *loader, const struct place *place,
		const struct token *event);

/* Has a byte of the scalar a finding already? A '?' stands for that. */
bool load_is_replaced(struct loader *loader, const struct token *event);

/* blank or a placeholder: true, the mark set and the finding made */
bool load_unfilled(struct loader *loader, const struct place *place,
		   const struct token *event, struct mark *mark);

/* an id or a key as text in the arena; reports characters an id can't have */
const char *load_id(struct loader *loader, const struct place *place,
		    const struct token *event);

/* remembers a reference for later */
void load_pending(struct loader *loader, const struct place *place,
		  const struct entity *(*target)(void), void *value);

/* an item that has a name (or a title), composed as NFC, and the same without
 * upper case and blanks */
struct item_name {
	const char *exact, *folded;
	struct object *item;
};
/* those of a collection, sorted */
struct item_names {
	struct item_name *items;
	size_t n;
};
struct item_names item_names_make(struct loader *loader, const struct map *map);
/* how many items have exactly that name, and the first of them */
size_t item_names_find(struct loader *loader, const struct item_names *names,
		       const char *name, const struct item_name **first);
/* reports ids that differ in case or in form only */
void report_similar_ids(struct loader *loader, const struct map *map);
/* reports two of one name, or of names that readers will confuse */
void
report_similar_names(struct loader *loader, const struct item_names *names);

/* resolves pending references, and reports those that lead nowhere */
void resolve_references(struct loader *loader);

/* counts the keys of an object and of those within, as their needs may depend
 * on it, and reports missing ones; true when there are none. The plan's own
 * come with its sections */
bool report_missing(struct loader *loader, struct object *object);
void report_sections(struct loader *loader);

/* lists of words no longer than that are spelled out in messages */
enum { FEW_WORDS = 12 };
/* an argument with the words of such a list (see list_word): 'a', 'b' or 'c' */
struct arg
words_arg(struct arena *arena, const char *name, enum kind kind, int list);

/* the scalar as a string for a message, not longer than a message may be */
const char *value_shown(struct arena *arena, const char *s, size_t n);
const char *load_shown(struct loader *loader, const struct token *event);

/* the argument {type}: the expected type, or that of an element; the words
 * themselves where they are few */
struct arg
type_arg(struct arena *arena, const struct field *field, bool element);
struct arg load_type_arg(struct loader *loader, const struct place *place);

/* readers of scalars, by kind; all return whether it was read */
bool read_text(struct loader *loader, const struct place *place,
	       const struct token *event, struct text_value *value);
bool read_flag(struct loader *loader, const struct place *place,
	       const struct token *event, struct flag_value *value);
bool read_week(struct loader *loader, const struct place *place,
	       const struct token *event, struct week_value *value);
bool read_spans(struct loader *loader, const struct place *place,
		const struct token *event, struct spans_value *value);
bool read_zone(struct loader *loader, const struct place *place,
	       const struct token *event, struct zone_value *value);
bool read_code(struct loader *loader, const struct place *place,
	       const struct token *event, struct text_value *value);
bool read_word(struct loader *loader, const struct place *place,
	       const struct token *event, struct word_value *value);
bool read_lookup(struct loader *loader, const struct place *place,
		 const struct token *event, struct lookup_value *value);

/* reports texts of a list that together are longer than a spreadsheet's cell
 * can hold */
void load_lengths(struct loader *loader, const struct place *place,
		  const struct texts_value *texts);
/* the same of texts with n units together */
void load_together(struct loader *loader, const struct place *place,
		   struct span span, size_t n);

#endif
