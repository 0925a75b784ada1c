/* values.h - readers of scalars, by kind; all return whether it was read */
#ifndef CES_LOAD_VALUES_H
#define CES_LOAD_VALUES_H

#include <string.h>

#include "load/loader.h"

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

/* the scalar as a string for a message, not longer than a message may be */
const char *load_shown(struct loader *loader, const struct token *event);

/* the expected type; the words themselves where they are few */
const char *load_expected(struct loader *loader, const struct place *place);

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
bool read_choice(struct loader *loader, const struct place *place,
		 const struct token *event, int list, struct word_value *value);
bool read_lookup(struct loader *loader, const struct place *place,
		 const struct token *event, struct lookup_value *value);

/* reports a text, or the texts of a list together, that are longer than a
 * spreadsheet's cell can hold */
void load_length(struct loader *loader, const struct place *place,
		 const struct token *event);
void load_lengths(struct loader *loader, const struct place *place,
		  const struct texts_value *texts);

#endif
