/* schema.c - the JSON Schema: entities and their keys */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ces/reference.h"
#include "model/schema_parts.h"

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
schema_text(struct schema *schema, const char *key, const char *message,
	    const struct arg *args, size_t arg_count)
{
	struct buf text = {0};

	message_fill(&text, schema->language, message, args, arg_count);
	json_member(&schema->json, key, buf_text(&text));
	buf_free(&text);
}

void
schema_add_word(struct buf *words, const char *word)
{
	buf_printf(words, "%s\"%s\"", words->n ? ", " : "", word);
}

/* the types of a list, and what is said of any other; a placeholder is a text
 */
static void
write_list(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;

	schema_member(json, "type", "[\"array\", \"string\", \"null\"]");
	json_member(json, "pattern", "^(" UNFILLED ")");
	schema_errors(schema, field, true, true);
}

static void
group_error(struct schema *schema, const char *member,
	    const struct entity *entity)
{
	struct buf example = {0};

	group_example_write(&example, schema->language, entity);
	schema_text(schema, member, N_("not a group of keys, like {example}"),
		    ARGS(TEXT_ARG("example", buf_text(&example))));
	buf_free(&example);
}

/*
 * The same of a mapping: the entity, or else the field's. A message beside its
 * keys would be said of these too, so that wrong types are let in, and refused
 * by a condition with a message of its own. Editors complete by the first type.
 */
static void
write_group(struct schema *schema, const struct field *field,
	    const struct entity *entity)
{
	struct json *json = &schema->json;

	schema_member(json, "type", "[" GROUP "]");
	json_member(json, "pattern", "^(" UNFILLED ")");
	if (entity)
		group_error(schema, "patternErrorMessage", entity);
	else
		schema_errors(schema, field, true, false);
	schema_member(json, "if",
		      "{\"type\": [\"array\", \"boolean\", \"number\"]}");
	json_open_member(json, "then", '{');
	json_flag_member(json, "doNotSuggest", true);
	json_member(json, "type", "object");
	if (entity)
		group_error(schema, "errorMessage", entity);
	else
		schema_errors(schema, field, false, true);
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
write_names(struct schema *schema, const struct field *field,
	    const char *definition, const char *allowed)
{
	struct json *json = &schema->json;
	enum registry registry = (enum registry)field->list;
	const char *name, *text;

	json_open_member(json, "properties", '{');
	for (int i = 0; (name = registry_name(registry, i, &text)); i++) {
		json_open_member(json, name, '{');
		schema_text(schema, "description", text, NO_ARGS);
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
write_elements(struct schema *schema, const struct field *field,
	       const char *definition, const char *allowed)
{
	struct json *json = &schema->json;

	if (field->kind == KIND_LIST) {
		write_list(schema, field);
		json_open_member(json, "items", '{');
		json_member(json, "type", "object");
		group_error(schema, "errorMessage", field->of());
		schema_member(json, "allOf", "[" REF("%s") "]", definition);
		json_close(json, "}");
		return;
	}
	if (kind_shape(field->kind) == SHAPE_LIST) {
		write_list(schema, field);
		schema_member(json, "items", REF("%s"), definition);
		return;
	}
	write_group(schema, field, NULL);
	if (field->kind == KIND_INTMAP) {
		write_number_keys(json, field, definition, allowed);
	} else if (field->kind == KIND_WORDMAP || field->kind == KIND_KEYED) {
		write_names(schema, field, definition, allowed);
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
	const char *text = field_example(NULL, field);
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
	schema_text(schema, "description", field->help, NO_ARGS);
	if (field->rule && !strcmp(field->rule, "document/version")) {
		/* its own check is stricter than any type */
		schema_member(json, "enum", "[1, \"1\"]");
		json_key(json, "markdownEnumDescriptions");
		json_open_flat(json, '[');
		json_text(json, language_text(schema->language,
					      N_("The format of today.")));
		json_text(json, language_text(schema->language,
					      N_("The same, in quotes.")));
		json_close(json, "]");
		schema_text(schema, "errorMessage",
			    N_("not the format's version, 1"), NO_ARGS);
		json_close(json, "}");
		return;
	}
	write_example(json, field);
	find_definition(schema, field, definition, &allowed);
	if (field->fallback > 0)
		json_number_member(json, "default", field->fallback);
	if (!single) {
		write_elements(schema, field, definition, allowed);
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
schema_write(struct buf *buf, const struct language *language)
{
	struct schema schema = {.json = {.buf = buf}, .language = language};
	struct json *json = &schema.json;
	const struct entity *plan = entity_plan();
	char name[DEFINITION_SIZE];

	json_open(json, '{');
	json_member(json, "$schema", "http://json-schema.org/draft-07/schema#");
	json_member(json, "$id", "urn:ces:schema:1");
	schema_text(&schema, "title", plan->help, NO_ARGS);
	schema_text(&schema, "description",
		    N_("One plan of one contact center, as one YAML file."),
		    NO_ARGS);
	json_member(json, "type", "object");
	write_properties(&schema, plan);
	json_open_member(json, "definitions", '{');
	schema_types(&schema);
	/* defining one may add others to the list */
	for (int i = 0; i < schema.n; i++) {
		const struct entity *entity = schema.entities[i];

		snprintf(name, sizeof(name), "entity.%s", entity->name);
		json_open_member(json, name, '{');
		schema_text(&schema, "title", entity->label, NO_ARGS);
		schema_text(&schema, "description", entity->help, NO_ARGS);
		write_group(&schema, NULL, entity);
		write_properties(&schema, entity);
		json_close(json, "}");
	}
	json_close(json, "}}");
	buf_putc(buf, '\n');
}
