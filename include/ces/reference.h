/* reference.h - the format's keys, in words and as a JSON Schema */
#ifndef CES_REFERENCE_H
#define CES_REFERENCE_H

#include <stdbool.h>

#include "ces/buf.h"
#include "ces/change.h"
#include "ces/language.h"
#include "ces/model.h"

/* message id, to stand behind "expected": "a date, like 2026-06-30" */
const char *field_type_name(const struct field *field);

/* the name of the type in templates/words/types.txt: "date" */
const char *field_type_page(const struct field *field);

/*
 * A value as it stands in YAML: 2026-06-30, [phone, chat]. NULL for a group
 * of keys (OBJECT, LIST, MAP, KEYED). Texts are in that language.
 */
const char *
field_example(const struct language *language, const struct field *field);

/*
 * Appends the key with an example of its value as YAML, a group with its
 * required keys, indented by indent columns.
 */
void field_example_write(struct buf *buf, const struct language *language,
			 const struct field *field, size_t indent);
/* a placeholder for its value, "TODO: contacts a year", a group with those of
 * its required keys: it states nothing */
struct content field_todo(struct arena *arena, const struct language *language,
			  const struct field *field);

/* {start: 2026-06-30, end: 2027-03-31}: the first keys that a group needs */
void group_example_write(struct buf *buf, const struct language *language,
			 const struct entity *entity);

/*
 * Appends the page of `ces explain` about a key, in 80 columns. The
 * path leads from the top level; ids, "*" and "[0]" may stand in it or not:
 * contact_reasons.demand, segments.members.preferences.hours. False when
 * there is no such key, and then nothing is added.
 */
bool reference_key(struct buf *buf, const struct language *language,
		   const char *path);

/* Parts of that page: need, allowed words, limits of a number; each of them may
 * append nothing. */
void reference_need(struct buf *buf, const struct language *language,
		    const struct field *field);
void reference_words(struct buf *buf, const struct language *language,
		     const struct field *field);
void reference_range(struct buf *buf, const struct language *language,
		     const struct field *field);
/* message id of what one of the allowed words means, or NULL */
const char *reference_meaning(const struct field *field, const char *word);
/* the field that such a path leads to, or NULL; its plain path goes to name */
const struct field *reference_field(const char *path, struct buf *name);

/* each key's path, collections' ids left out; for suggestions and tests */
void reference_each(void (*each)(const char *path, void *data), void *data);

/*
 * Appends a JSON Schema (draft-07) of the strategy file, derived from the
 * descriptions of model.h.
 *
 * It rejects the plans in which the checker, from in_review on, reports a wrong
 * type, an unknown word or key, a bad id, a missing key or section, or a
 * malformed date, period or duration. It can't tell whether references lead
 * somewhere, days exist and values make sense.
 */
void schema_write(struct buf *buf, const struct language *language);

#endif
