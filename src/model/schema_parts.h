/* schema_parts.h - the pieces that the JSON Schema is put together from */
#ifndef SCHEMA_PARTS_H
#define SCHEMA_PARTS_H

#include "ces/json.h"
#include "ces/model.h"

enum { SCHEMA_ENTITIES = 128 };

struct schema {
	struct json json;
	const struct entity *entities[SCHEMA_ENTITIES]; /* to be defined */
	int n;
};

/* alternatives to a key's type: left blank, or a placeholder */
#define UNFILLED "TODO|$"

/* schema_types.c: definitions of types, and references to definitions */
void schema_define_types(struct json *json);
void schema_ref(struct json *json, const char *kind, const char *name);
/* the members "type" and "pattern" of a list or mapping */
void schema_container(struct json *json, const char *type);
/* patternProperties of the user's own keys, and of no others if closed */
void schema_own_keys(struct json *json, bool closed);
/* does the key hold one value or object, no list and no mapping of ids */
bool schema_is_single(const struct field *field);
/* the definition of its value, or of each of its values; not of entities */
void schema_single(struct json *json, const struct field *field);
/* members for the elements of a list or mapping of values */
void schema_values(struct json *json, const struct field *field);

/* schema_needs.c: when keys must be there, as members of an entity */
void schema_needs(struct json *json, const struct entity *entity);

#endif
