/* schema.c - the JSON Schema: entities and their keys */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ces/reference.h"
#include "model/schema_parts.h"

enum { ENTITIES = 128 };

struct schema {
	struct json json;
	const struct entity *entities[ENTITIES]; /* to be defined */
	int n;
};

void
schema_member(struct json *json, const char *key, const char *format, ...)
{
	struct buf raw = {0};
	va_list args;

	va_start(args, format);
	buf_vprintf(&raw, format, args);
	va_end(args);
	json_key(json, key);
	json_raw(json, buf_text(&raw));
	buf_free(&raw);
}

void
schema_add_word(struct buf *words, const char *word)
{
	buf_printf(words, "%s\"%s\"", words->n ? ", " : "", word);
}

/* the types of a list, and what is said of any other; a placeholder is a text
 */
static void
write_list(struct json *json, const struct field *field)
{
	schema_member(json, "type", "[\"array\", \"string\", \"null\"]");
	json_member(json, "pattern", "^(" UNFILLED ")");
	schema_errors(json, field, true, true);
}

static void
group_error(struct json *json, const char *member, const struct entity *entity)
{
	struct buf text = {0};

	buf_puts(&text, "not a group of keys, like ");
	group_example_write(&text, entity);
	json_member(json, member, buf_text(&text));
	buf_free(&text);
}

/*
 * The same of a mapping: the entity, or else the field's. A message beside its
 * keys would be said of these too, so that wrong types are let in, and refused
 * by a condition with a message of its own. Editors complete by the first type.
 */
static void
write_group(struct json *json, const struct field *field,
	    const struct entity *entity)
{
	schema_member(json, "type", "[" GROUP "]");
	json_member(json, "pattern", "^(" UNFILLED ")");
	if (entity)
		group_error(json, "patternErrorMessage", entity);
	else
		schema_errors(json, field, true, false);
	schema_member(json, "if",
		      "{\"type\": [\"array\", \"boolean\", \"number\"]}");
	json_open_member(json, "then", '{');
	json_flag_member(json, "doNotSuggest", true);
	json_member(json, "type", "object");
	if (entity)
		group_error(json, "errorMessage", entity);
	else
		schema_errors(json, field, false, true);
	json_close(json, "}");
}

/* the user's own keys are allowed, and no others beside those known */
static void
write_closed(struct json *json)
{
	schema_member(json, "patternProperties", "{\"^x-\": {}}");
	schema_member(json, "additionalProperties", "false");
}

/* the definition of a key's value, or of each of its values, and its types; an
 * entity is put on the list of those to be defined, once */
static void
find_definition(struct schema *schema, const struct field *field,
		char name[DEFINITION_SIZE], const char **allowed)
{
	int i = 0;

	if (kind_shape(field->kind) != SHAPE_KEYS) {
		schema_type(field, name, allowed);
		return;
	}
	while (i < schema->n && schema->entities[i] != field->of())
		i++;
	assert(i < ENTITIES);
	schema->entities[i] = field->of();
	schema->n += i == schema->n;
	*allowed = GROUP;
	snprintf(name, DEFINITION_SIZE, "entity.%s", field->of()->name);
}

/* whole numbers from min to max, perhaps with zeros before them; what stands
 * under them is 0 or more */
static void
write_number_keys(struct json *json, const struct field *field,
		  const char *definition, const char *allowed)
{
	struct buf pattern = {0};

	for (int i = (int)field->min; i <= (int)field->max; i++)
		buf_printf(&pattern, "%s%d", pattern.n ? "|" : "^0*(", i);
	buf_puts(&pattern, ")$");
	json_open_member(json, "patternProperties", '{');
	schema_member(json, "^x-", "{}");
	schema_member(json, buf_text(&pattern),
		      "{\"type\": [%s], \"minimum\": 0, "
		      "\"allOf\": [" REF("%s") "]}",
		      allowed, definition);
	json_close(json, "}");
	schema_member(json, "additionalProperties", "false");
	buf_free(&pattern);
}

/* the names are spelled out, so that editors can offer them */
static void
write_names(struct json *json, const struct field *field,
	    const char *definition, const char *allowed)
{
	enum registry registry = (enum registry)field->list;
	const char *name, *text;

	json_open_member(json, "properties", '{');
	for (int i = 0; (name = registry_name(registry, i, &text)); i++) {
		json_open_member(json, name, '{');
		json_member(json, "description", text);
		schema_member(json, "type", "[%s]", allowed);
		schema_member(json, "$ref", "\"#/definitions/%s\"", definition);
		json_close(json, "}");
	}
	json_close(json, "}");
	write_closed(json);
	if (field->kind == KIND_KEYED)
		schema_member(json, "allOf",
			      "[{\"patternProperties\": {\"^x-\": {}}, "
			      "\"additionalProperties\": " GIVEN "}]");
}

/* members of a list or a mapping, whose elements are of the definition. An
 * entry whose id stands there must have its keys, or be a placeholder; one of a
 * list its keys, for editors complete nothing but those. */
static void
write_elements(struct json *json, const struct field *field,
	       const char *definition, const char *allowed)
{
	if (field->kind == KIND_LIST) {
		write_list(json, field);
		json_open_member(json, "items", '{');
		json_member(json, "type", "object");
		group_error(json, "errorMessage", field->of());
		schema_member(json, "allOf", "[" REF("%s") "]", definition);
		json_close(json, "}");
		return;
	}
	if (kind_shape(field->kind) == SHAPE_LIST) {
		write_list(json, field);
		schema_member(json, "items", REF("%s"), definition);
		return;
	}
	write_group(json, field, NULL);
	if (field->kind == KIND_INTMAP) {
		write_number_keys(json, field, definition, allowed);
	} else if (field->kind == KIND_WORDMAP || field->kind == KIND_KEYED) {
		write_names(json, field, definition, allowed);
	} else {
		if (field->kind == KIND_MAP) /* others may have names */
			schema_member(json, "propertyNames", REF("type.id"));
		schema_member(json, "patternProperties", "{\"^x-\": {}}");
		schema_member(json, "additionalProperties",
			      field->kind == KIND_MAP
				      ? "{\"allOf\": [" REF("%s") ", " GIVEN
								  "]}"
				      : REF("%s"),
			      definition);
	}
}

/* an example, where it shows more than the type and the words do */
static void
write_example(struct json *json, const struct field *field)
{
	const char *text = field_example(field);
	size_t quoted = text && *text == '"';
	struct buf bare = {0};

	if (field->kind < KIND_DATE || field->kind > KIND_PATH)
		return;
	buf_add(&bare, text + quoted, strlen(text) - 2 * quoted);
	json_key(json, "examples");
	json_open_flat(json, '[');
	json_text(json, buf_text(&bare));
	json_close(json, "]");
	buf_free(&bare);
}

static void
write_property(struct schema *schema, const struct field *field,
	       const char *key)
{
	struct json *json = &schema->json;
	bool single = kind_shape(field->kind) == SHAPE_VALUE ||
		      field->kind == KIND_OBJECT;
	char definition[DEFINITION_SIZE];
	const char *allowed;

	json_open_member(json, key, '{');
	json_member(json, "description", field->help);
	if (field->rule && !strcmp(field->rule, "document/version")) {
		/* its own check is stricter than any type */
		schema_member(json, "enum", "[1, \"1\"]");
		schema_member(json, "markdownEnumDescriptions",
			      "[\"The format of today.\", "
			      "\"The same, in quotes.\"]");
		json_member(json, "errorMessage",
			    "not the format's version, 1");
		json_close(json, "}");
		return;
	}
	write_example(json, field);
	find_definition(schema, field, definition, &allowed);
	if (field->fallback > 0)
		json_number_member(json, "default", field->fallback);
	if (!single) {
		write_elements(json, field, definition, allowed);
	} else if (field->kind == KIND_NUMBER) {
		schema_number(json, field);
	} else { /* the types again, as editors look no further than here */
		schema_member(json, "type", "[%s]", allowed);
		schema_member(json, "$ref", "\"#/definitions/%s\"", definition);
	}
	json_close(json, "}");
}

static void
write_properties(struct schema *schema, const struct entity *entity)
{
	struct json *json = &schema->json;

	json_open_member(json, "properties", '{');
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];

		write_property(schema, field, field->key);
		if (field->former)
			write_property(schema, field, field->former);
	}
	json_close(json, "}");
	write_closed(json);
	schema_needs(json, entity);
}

void
schema_write(struct buf *buf)
{
	struct schema schema = {.json = {.buf = buf}};
	struct json *json = &schema.json;
	const struct entity *plan = entity_plan();
	char name[DEFINITION_SIZE];

	json_open(json, '{');
	json_member(json, "$schema", "http://json-schema.org/draft-07/schema#");
	json_member(json, "$id", "urn:ces:schema:1");
	json_member(json, "title", plan->help);
	json_member(json, "description",
		    "One plan of one contact center, as one YAML file.");
	json_member(json, "type", "object");
	write_properties(&schema, plan);
	json_open_member(json, "definitions", '{');
	schema_types(json);
	/* defining one may add others to the list */
	for (int i = 0; i < schema.n; i++) {
		const struct entity *entity = schema.entities[i];

		snprintf(name, sizeof(name), "entity.%s", entity->name);
		json_open_member(json, name, '{');
		json_member(json, "title", entity->label);
		json_member(json, "description", entity->help);
		write_group(json, NULL, entity);
		write_properties(&schema, entity);
		json_close(json, "}");
	}
	json_close(json, "}}");
	buf_putc(buf, '\n');
}
