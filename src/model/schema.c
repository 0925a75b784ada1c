/* schema.c - the JSON Schema: entities and their keys */
#include "ces/reference.h"

#include <assert.h>
#include <string.h>

#include "model/schema_parts.h"

/* Puts the entity on the list of definitions to write, once. */
static void
add_wanted(struct schema *schema, const struct entity *entity)
{
	for (int i = 0; i < schema->n; i++)
		if (schema->entities[i] == entity)
			return;
	assert(schema->n < SCHEMA_ENTITIES);
	schema->entities[schema->n++] = entity;
}

static void
entity_ref(struct schema *schema, const struct field *field)
{
	const struct entity *entity = field->of();

	add_wanted(schema, entity);
	schema_ref(&schema->json, "entity", entity->name);
}

/* unlike a key's value, an entry of a list is never a placeholder */
static void
list_value(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;

	schema_container(json, "array");
	json_key(json, "items");
	json_open_flat(json, '{');
	json_member(json, "type", "object");
	json_open_member(json, "allOf", '[');
	entity_ref(schema, field);
	json_close(json, "]}");
}

/* an entry whose id stands there must have its keys, or be a placeholder */
static void
entry(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;

	json_key(json, "allOf");
	json_open_flat(json, '[');
	entity_ref(schema, field);
	schema_ref(json, "type", "given");
	json_close(json, "]");
}

static void
map_value(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;

	schema_container(json, "object");
	json_key(json, "propertyNames");
	schema_ref(json, "type", "id");
	schema_own_keys(json, false);
	json_key(json, "additionalProperties");
	json_open_flat(json, '{');
	entry(schema, field);
	json_close(json, "}");
}

/* the names are spelled out, so that editors can offer them */
static void
keyed_value(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;
	const char *name, *text;

	schema_container(json, "object");
	json_open_member(json, "properties", '{');
	for (int i = 0;
	     (name = registry_name((enum registry)field->list, i, &text));
	     i++) {
		json_open_member(json, name, '{');
		json_member(json, "description", text);
		entry(schema, field);
		json_close(json, "}");
	}
	json_close(json, "}");
	schema_own_keys(json, true);
}

/* members for the elements of a list or mapping */
static void
container(struct schema *schema, const struct field *field)
{
	switch (field->kind) {
	case KIND_LIST:
		list_value(schema, field);
		break;
	case KIND_MAP:
		map_value(schema, field);
		break;
	case KIND_KEYED:
		keyed_value(schema, field);
		break;
	default:
		schema_values(&schema->json, field);
	}
}

/* the definitions that fit the key, and that it has a value where it must */
static void
definitions(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;
	bool single = schema_is_single(field);

	if (!single && field->need != NEED_REQUIRED)
		return;
	json_key(json, "allOf");
	json_open_flat(json, '[');
	if (single && field->kind == KIND_OBJECT)
		entity_ref(schema, field);
	else if (single)
		schema_single(json, field);
	if (field->need == NEED_REQUIRED)
		schema_ref(json, "type", "given");
	json_close(json, "]");
}

/* an example, where it shows more than the type and the words do */
static void
example(struct json *json, const struct field *field)
{
	const char *text = field_example(field);
	size_t quoted = text && *text == '"';
	struct buf bare = {0};

	switch (field->kind) {
	case KIND_DATE:
	case KIND_PERIOD:
	case KIND_DURATION:
	case KIND_WEEK:
	case KIND_SPANS:
	case KIND_ZONE:
	case KIND_PATH:
		break;
	default:
		return;
	}
	buf_add(&bare, text + quoted, strlen(text) - 2 * quoted);
	json_key(json, "examples");
	json_open_flat(json, '[');
	json_text(json, buf_text(&bare));
	json_close(json, "]");
	buf_free(&bare);
}

static void
property(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;

	json_open_member(json, field->key, '{');
	json_member(json, "description", field->help);
	if (field->fallback > 0) {
		json_number_member(json, "default", field->fallback);
	}
	example(json, field);
	if (!schema_is_single(field))
		container(schema, field);
	definitions(schema, field);
	json_close(json, "}");
}

/* the version's own check is stricter than any type */
static void
version_property(struct json *json, const struct field *field)
{
	json_open_member(json, field->key, '{');
	json_member(json, "description", field->help);
	json_key(json, "enum");
	json_raw(json, "[1, \"1\"]");
	json_close(json, "}");
}

static bool
is_version(const struct field *field)
{
	return field->rule && !strcmp(field->rule, "document/version");
}

static void
properties(struct schema *schema, const struct entity *entity)
{
	struct json *json = &schema->json;

	json_open_member(json, "properties", '{');
	for (int i = 0; i < entity->n; i++) {
		if (is_version(&entity->fields[i]))
			version_property(json, &entity->fields[i]);
		else
			property(schema, &entity->fields[i]);
	}
	json_close(json, "}");
	schema_own_keys(json, true);
}

static void
definition(struct schema *schema, const struct entity *entity)
{
	struct json *json = &schema->json;
	struct buf name = {0};

	buf_printf(&name, "entity.%s", entity->name);
	json_key(json, buf_text(&name));
	buf_free(&name);
	json_open(json, '{');
	json_member(json, "title", entity->label);
	json_member(json, "description", entity->help);
	schema_container(json, "object");
	properties(schema, entity);
	schema_needs(json, entity);
	json_close(json, "}");
}

static void
top(struct schema *schema, const struct entity *plan)
{
	struct json *json = &schema->json;

	json_member(json, "$schema", "http://json-schema.org/draft-07/schema#");
	json_member(json, "title", plan->help);
	json_member(json, "description",
		    "One plan of one contact center, as one YAML file.");
	json_member(json, "type", "object");
	properties(schema, plan);
	schema_needs(json, plan);
}

void
schema_write(struct buf *buf)
{
	struct schema schema = {.json = {.buf = buf}};
	struct json *json = &schema.json;

	json_open(json, '{');
	top(&schema, entity_plan());
	json_open_member(json, "definitions", '{');
	schema_define_types(json);
	/* defining one may add others to the list */
	for (int i = 0; i < schema.n; i++)
		definition(&schema, schema.entities[i]);
	json_close(json, "}}");
	buf_putc(buf, '\n');
}
