/* schema_json.h - the schema of the JSON that is exported */
#ifndef CES_TEXT_SCHEMA_JSON_H
#define CES_TEXT_SCHEMA_JSON_H

#include "text/figures_json.h"

/* a member of an object beside figures, and its type: the name of a definition,
 * of each of its values where it is a list ("[]") or has ids ("{}") */
struct member {
	const char *key, *type, *many;
};

/* members of a schema's object that is open: it has the figures (NULL: none)
 * and members (NULL: none; a key that is NULL ends them), and no others */
void schema_object(struct json *json, const struct figures *figures,
		   const struct member *members);

/* definitions of the plan's entities, "plan.NAME" */
struct language;
void schema_plan(struct json *json, const struct language *language);

/* the member "$ref" */
void schema_ref(struct json *json, const char *definition);

#endif
