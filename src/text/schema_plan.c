/* schema_plan.c - the schema of the plan in the JSON that is exported: typed
 * values, and no placeholders */
#include <assert.h>
#include <stdio.h>

#include "ces/language.h"
#include "ces/model.h"
#include "text/schema_json.h"

enum { ENTITIES = 128 };

/* the user's own keys have any values */
#define OWN_KEYS "{\"^x-\": {}}"

/* entities to be defined */
struct found {
	const struct entity *entities[ENTITIES];
	int n;
};

static void
add_entity_ref(struct json *json, struct found *found,
	       const struct entity *entity)
{
	char name[80];
	int i = 0;

	while (i < found->n && found->entities[i] != entity)
		i++;
	assert(i < ENTITIES);
	found->entities[i] = entity;
	found->n += i == found->n;
	snprintf(name, sizeof(name), "plan.%s", entity->name);
	schema_ref(json, name);
}

/* a value, or one of a list or mapping; words and names are those of their list
 */
static void
add_value(struct json *json, enum kind kind, int list)
{
	const char *word;

	if (kind == KIND_FLAG) {
		json_member(json, "type", "boolean");
	} else if (kind == KIND_NUMBER) {
		json_member(json, "type", "number");
	} else if (kind == KIND_READING) {
		json_key(json, "type");
		json_raw(json, "[\"number\", \"string\"]");
	} else if (kind == KIND_DATE || kind == KIND_PERIOD) {
		schema_ref(json, kind == KIND_DATE ? "date" : "period");
	} else if (kind == KIND_WORD ||
		   (kind == KIND_LOOKUP && list != REGISTRY_RULE)) {
		json_key(json, "enum");
		json_open_flat(json, '[');
		for (size_t i = 0; (word = list_word(kind, list, i)); i++)
			json_text(json, word);
		json_close(json, "]");
	} else {
		json_member(json, "type", "string");
	}
}

static void
add_mapping(struct json *json, struct found *found, const struct field *field)
{
	enum kind kind = field->kind;

	json_member(json, "type", "object");
	json_key(json, "patternProperties");
	json_raw(json, OWN_KEYS);
	json_open_member(json, "additionalProperties", '{');
	if (kind == KIND_MAP || kind == KIND_KEYED)
		add_entity_ref(json, found, field->of());
	else if (kind == KIND_WORDMAP)
		add_value(json, KIND_WORD, field->values);
	else if (kind == KIND_REFMAP)
		add_value(json, KIND_REF, 0);
	else
		add_value(json, KIND_NUMBER, 0);
	json_close(json, "}");
}

static void
add_field(struct json *json, struct found *found,
	  const struct language *language, const struct field *field)
{
	enum kind kind = field->kind;

	json_open_member(json, field->key, '{');
	if (kind == KIND_OBJECT) { /* keys beside a reference are ignored */
		add_entity_ref(json, found, field->of());
		json_close(json, "}");
		return;
	}
	json_member(json, "description", language_text(language, field->help));
	if (kind_shape(kind) == SHAPE_MAPPING || kind == KIND_MAP ||
	    kind == KIND_KEYED) {
		add_mapping(json, found, field);
	} else if (kind_shape(kind) == SHAPE_LIST || kind == KIND_LIST) {
		json_member(json, "type", "array");
		json_open_member(json, "items", '{');
		if (kind == KIND_LIST)
			add_entity_ref(json, found, field->of());
		else
			add_value(json, kind_element(kind), field->list);
		json_close(json, "}");
	} else if (kind == KIND_DATE || kind == KIND_PERIOD) {
		json_open_member(json, "allOf", '[');
		json_open(json, '{');
		add_value(json, kind, field->list);
		json_close(json, "}]");
	} else {
		add_value(json, kind, field->list);
	}
	json_close(json, "}");
}

void
schema_plan(struct json *json, const struct language *language)
{
	struct found found = {{entity_plan()}, 1};
	char name[80];

	for (int i = 0; i < found.n; i++) {
		const struct entity *entity = found.entities[i];

		snprintf(name, sizeof(name), "plan.%s", entity->name);
		json_open_member(json, name, '{');
		json_member(json, "description",
			    language_text(language, entity->help));
		json_member(json, "type", "object");
		json_open_member(json, "properties", '{');
		for (int k = 0; k < entity->n; k++)
			add_field(json, &found, language, &entity->fields[k]);
		json_close(json, "}");
		json_key(json, "patternProperties");
		json_raw(json, OWN_KEYS);
		json_flag_member(json, "additionalProperties", false);
		json_close(json, "}");
	}
}
