/* schema_parts.h - the pieces that the JSON Schema is put together from */
#ifndef SCHEMA_PARTS_H
#define SCHEMA_PARTS_H

#include "ces/json.h"
#include "ces/model.h"

/* a definition by its name, as printf and JSON take it */
#define REF(name) "{\"$ref\": \"#/definitions/" name "\"}"
/* the key's value is neither blank nor as good as that */
#define GIVEN REF("type.given")

/* a key, and JSON on one line; names of the format need no escapes */
void schema_member(struct json *json, const char *key, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* appends the word, in quotes, to words that commas separate */
void schema_add_word(struct buf *words, const char *word);

/* when the keys of the entity must be there, as members of its definition */
void schema_needs(struct json *json, const struct entity *entity);

#endif
