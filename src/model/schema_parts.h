/* schema_parts.h - the pieces that the JSON Schema is put together from */
#ifndef SCHEMA_PARTS_H
#define SCHEMA_PARTS_H

#include "ces/json.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/model.h"

/* a definition by its name, as printf and JSON take it */
#define REF(name) "{\"$ref\": \"#/definitions/" name "\"}"
/* the types again, as editors look no further than beside the reference */
#define TYPED_REF(types, name) \
	"{\"type\": [" types "], \"$ref\": \"#/definitions/" name "\"}"
/* placeholders, and nothing: as good as no value */
#define UNFILLED "TODO|([Tt][Bb][ACDacd]|[Nn]/[Aa]|[?]+|-+|[Xx]{3}|$)$"
/* the key's value is neither blank nor as good as that */
#define GIVEN TYPED_REF(ANYTHING, "type.given")
#define ANYTHING "\"array\", \"boolean\", \"number\", \"object\", \"string\""
#define GROUP \
	"\"object\", \"string\", \"null\", \"array\", \"boolean\", \"number\""
/* a flag, as YAML readers or quotes make it */
#define FLAG "\"boolean\", \"string\""

enum { DEFINITION_SIZE = 64, ENTITIES = 128 };

/* one schema, of texts in one language */
struct schema {
	struct json json;
	const struct language *language;
	const struct entity *entities[ENTITIES]; /* to be defined */
	int n;
};

/* a member that is a text of ours, a message */
void schema_text(struct schema *schema, const char *key, const char *message,
		 const struct arg *args, size_t arg_count);

/* the definition of the key's value, or of each of its values, where these are
 * no groups of keys; and what its "type" holds */
void schema_type(const struct field *field, char name[DEFINITION_SIZE],
		 const char **allowed);
/* their definitions, as members of "definitions" */
void schema_types(struct schema *schema);

/* messages of editors, in the words of findings, in place of their own about
 * the pattern, and about any other mistake */
void schema_errors(struct schema *schema, const struct field *field,
		   bool of_pattern, bool of_type);

/* the members of a number's key; limits beside a reference would be left out */
void schema_number(struct json *json, const struct field *field);

/* a key, and JSON on one line; names of the format need no escapes */
void schema_member(struct json *json, const char *key, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* appends the word, in quotes, to words that commas separate */
void schema_add_word(struct buf *words, const char *word);

/* when the keys of the entity must be there, as members of its definition */
void schema_needs(struct json *json, const struct entity *entity);

#endif
