/* schema.c - the JSON Schema: types of values, entities and their keys */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ces/code.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "model/schema_parts.h"

/* alternatives to a key's type: left blank, or a placeholder */
#define UNFILLED "TODO|([Tt][Bb][ACDacd]|[Nn]/[Aa]|[?]+|-+|[Xx]{3}|$)$"
#define FITS(pattern) "^((" pattern ")$|" UNFILLED ")"

#define NUMBER "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)"
#define WHOLE "[-+]?([0-9]+([.]0*)?|[.]0+)"
#define LENGTH_OF_TIME "[0-9]+([.][0-9]+)?(s|min|h|d|bd)"
#define DAY "[0-9]{4}-[0-9]{2}-[0-9]{2}"
#define MONTH_OR_SO "[0-9]{4}(-Q[0-9]|-[0-9]{2}|-W[0-9]{2})?"
#define YES "[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Nn]"
#define NO "[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Oo][Ff][Ff]"

/*
 * A YAML reader has made numbers and booleans of texts that look like them, so
 * each type takes these beside the text as it was written.
 */
static const struct {
	const char *name, *types, *pattern;
} types[] = {
	{"type.text", "\"string\", \"number\", \"boolean\", \"null\"", NULL},
	{"type.number", "\"number\", \"string\", \"null\"", FITS(NUMBER)},
	{"type.count", "\"integer\", \"string\", \"null\"", FITS(WHOLE)},
	{"type.percent", "\"number\", \"string\", \"null\"", FITS(NUMBER "%?")},
	{"type.reading", "\"number\", \"string\", \"null\"",
	 FITS(NUMBER "%?|" LENGTH_OF_TIME)},
	{"type.flag", "\"boolean\", \"string\", \"null\"", FITS(YES "|" NO)},
	{"type.date", "\"string\", \"null\"", FITS(DAY)},
	{"type.duration", "\"string\", \"null\"", FITS(LENGTH_OF_TIME)},
};

/* definitions as they stand */
static const struct {
	const char *name, *body;
} fixed[] = {
	{"type.unfilled", "{\"type\": [\"string\", \"null\"], "
			  "\"pattern\": \"^(" UNFILLED ")\"}"},
	/* blank, an empty list or mapping, a list of blanks, and a mapping
	 * with nothing but the user's own keys are as good as absent */
	{"type.given",
	 "{\"not\": {\"anyOf\": [{\"enum\": [null, \"\"]}, "
	 "{\"type\": \"array\", \"items\": {\"enum\": [null, \"\"]}}, "
	 "{\"type\": \"object\", \"patternProperties\": {\"^x-\": {}}, "
	 "\"additionalProperties\": false}]}}"},
	{"type.period", "{\"type\": [\"integer\", \"string\", \"null\"], "
			"\"minimum\": 1000, \"maximum\": 9999, "
			"\"pattern\": \"" FITS(MONTH_OR_SO "|" DAY) "\"}"},
	{"flag.true", "{\"type\": [\"boolean\", \"string\"], "
		      "\"not\": {\"enum\": [false]}, "
		      "\"pattern\": \"^(" YES ")$\"}"},
	{"flag.false", "{\"type\": [\"boolean\", \"string\"], "
		       "\"not\": {\"enum\": [true]}, "
		       "\"pattern\": \"^(" NO ")$\"}"},
};

static const char *const code_lists[] = {[CODE_CURRENCY] = "currency",
					 [CODE_LANGUAGE] = "language",
					 [CODE_COUNTRY] = "country"};
static const char *const registries[] = {[REGISTRY_STANDARD] = "standard",
					 [REGISTRY_SECTION] = "section",
					 [REGISTRY_RULE] = "rule",
					 [REGISTRY_QUESTION] = "question"};

enum { ENTITIES = 128, DEFINITION_SIZE = 64 };

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

/* the members "type" and "pattern" of a list or mapping */
static void
write_container(struct json *json, const char *type)
{
	schema_member(json, "type", "[\"%s\", \"string\", \"null\"]", type);
	json_member(json, "pattern", "^(" UNFILLED ")");
}

/* the user's own keys are allowed, and no others beside those known */
static void
write_closed(struct json *json)
{
	schema_member(json, "patternProperties", "{\"^x-\": {}}");
	schema_member(json, "additionalProperties", "false");
}

/* the definition of a list of words: one of them, or unfilled */
static void
define_words(struct json *json, enum kind kind, int list, const char *folder,
	     const char *name)
{
	char key[DEFINITION_SIZE];
	struct buf words = {0};
	const char *word;

	for (size_t i = 0; (word = list_word(kind, list, i)); i++)
		schema_add_word(&words, word);
	snprintf(key, sizeof(key), "%s.%s", folder, name);
	json_open_member(json, key, '{');
	json_open_member(json, "anyOf", '[');
	json_open(json, '{');
	schema_member(json, "enum", "[%s]", buf_text(&words));
	json_close(json, "}");
	json_raw(json, REF("type.unfilled"));
	json_close(json, "]}");
	buf_free(&words);
}

/* de, de-AT, zh-Hant-TW */
static void
define_languages(struct json *json)
{
	struct buf codes = {0};
	const char *code;

	for (size_t i = 0; (code = list_word(KIND_CODE, CODE_LANGUAGE, i)); i++)
		buf_printf(&codes, "%s%s", i ? "|" : "^((", code);
	buf_printf(&codes, ")%s$|" UNFILLED ")", code_language_tail);
	json_open_member(json, "code.language", '{');
	schema_member(json, "type", "[\"string\", \"null\"]");
	json_member(json, "pattern", buf_text(&codes));
	json_close(json, "}");
	buf_free(&codes);
}

/*
 * Characters that no id may have, as ranges. Letters and digits of every script
 * would make a pattern of many pages; the punctuation and symbols of the
 * scripts in wide use say nearly the same.
 */
static void
define_id(struct json *json)
{
	static const uint32_t blocks[][2] = {
		{0, 0x3ff},	  {0x600, 0x66f},   {0x2000, 0x2bff},
		{0x3000, 0x303f}, {0xfe30, 0xfe6f}, {0xff00, 0xff65}};
	struct buf pattern = {0};

	buf_puts(&pattern, "^(x-|[^");
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		for (uint32_t c = blocks[i][0]; c <= blocks[i][1]; c++) {
			uint32_t from = c;

			if (utf8_is_id_char(c))
				continue;
			while (c < blocks[i][1] && !utf8_is_id_char(c + 1))
				c++;
			buf_printf(&pattern, "\\u%04x-\\u%04x", (unsigned)from,
				   (unsigned)c);
		}
	buf_puts(&pattern, "]+$)");
	json_open_member(json, "type.id", '{');
	json_member(json, "pattern", buf_text(&pattern));
	json_close(json, "}");
	buf_free(&pattern);
}

static void
define_types(struct json *json)
{
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		schema_member(json, fixed[i].name, "%s", fixed[i].body);
	define_id(json);
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		json_open_member(json, types[i].name, '{');
		schema_member(json, "type", "[%s]", types[i].types);
		if (types[i].pattern)
			json_member(json, "pattern", types[i].pattern);
		json_close(json, "}");
	}
	for (int i = 0; i < CHOICE_COUNT; i++)
		define_words(json, KIND_WORD, i, "word", choices[i].name);
	define_words(json, KIND_CODE, CODE_CURRENCY, "code", "currency");
	define_words(json, KIND_CODE, CODE_COUNTRY, "code", "country");
	define_languages(json);
	for (int i = 0; i < (int)(sizeof(registries) / sizeof(*registries));
	     i++)
		define_words(json, KIND_LOOKUP, i, "name", registries[i]);
}

/* the name of the definition of a key's value, or of each of its values; an
 * entity is put on the list of those to be defined, once */
static void
find_definition(struct schema *schema, const struct field *field,
		char name[DEFINITION_SIZE])
{
	static const char *const kinds[KIND_KEYED + 1] = {
		[KIND_FLAG] = "flag",
		[KIND_DATE] = "date",
		[KIND_PERIOD] = "period",
		[KIND_DURATION] = "duration",
		[KIND_READING] = "reading"};
	enum kind kind = kind_element(field->kind);
	const char *folder = "type", *type = kinds[kind] ? kinds[kind] : "text";
	int i = 0;

	if (kind_shape(field->kind) == SHAPE_KEYS) {
		while (i < schema->n && schema->entities[i] != field->of())
			i++;
		assert(i < ENTITIES);
		schema->entities[i] = field->of();
		schema->n += i == schema->n;
		folder = "entity";
		type = field->of()->name;
	} else if (kind == KIND_NUMBER) {
		type = field->whole		     ? "count"
		       : field->unit == UNIT_PERCENT ? "percent"
						     : "number";
	} else if (kind == KIND_CODE) {
		folder = "code";
		type = code_lists[field->list];
	} else if (kind == KIND_LOOKUP) {
		folder = "name";
		type = registries[field->list];
	} else if (kind == KIND_WORD) {
		folder = "word";
		type = choices[field->kind == KIND_WORDMAP ? field->values
							   : field->list]
			       .name;
	}
	snprintf(name, DEFINITION_SIZE, "%s.%s", folder, type);
}

/* whole numbers from min to max, perhaps with zeros before them */
static void
write_number_keys(struct json *json, const struct field *field,
		  const char *definition)
{
	struct buf pattern = {0};

	for (int i = (int)field->min; i <= (int)field->max; i++)
		buf_printf(&pattern, "%s%d", pattern.n ? "|" : "^0*(", i);
	buf_puts(&pattern, ")$");
	json_open_member(json, "patternProperties", '{');
	schema_member(json, "^x-", "{}");
	schema_member(json, buf_text(&pattern), REF("%s"), definition);
	json_close(json, "}");
	schema_member(json, "additionalProperties", "false");
	buf_free(&pattern);
}

/* the names are spelled out, so that editors can offer them */
static void
write_names(struct json *json, const struct field *field,
	    const char *definition)
{
	enum registry registry = (enum registry)field->list;
	const char *name, *text;

	json_open_member(json, "properties", '{');
	for (int i = 0; (name = registry_name(registry, i, &text)); i++) {
		if (field->kind != KIND_KEYED) {
			schema_member(json, name, REF("%s"), definition);
			continue;
		}
		json_open_member(json, name, '{');
		json_member(json, "description", text);
		schema_member(json, "allOf", "[" REF("%s") ", " GIVEN "]",
			      definition);
		json_close(json, "}");
	}
	json_close(json, "}");
	write_closed(json);
}

/* members of a list or a mapping, whose elements are of the definition. An
 * entry whose id stands there must have its keys, or be a placeholder; but one
 * of a list never is a placeholder. */
static void
write_elements(struct json *json, const struct field *field,
	       const char *definition)
{
	bool list = field->kind == KIND_LIST;

	if (list || kind_shape(field->kind) == SHAPE_LIST) {
		write_container(json, "array");
		schema_member(json, "items",
			      list ? "{\"type\": \"object\", "
				     "\"allOf\": [" REF("%s") "]}"
				   : REF("%s"),
			      definition);
		return;
	}
	write_container(json, "object");
	if (field->kind == KIND_INTMAP) {
		write_number_keys(json, field, definition);
	} else if (field->kind == KIND_WORDMAP || field->kind == KIND_KEYED) {
		write_names(json, field, definition);
	} else {
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
write_property(struct schema *schema, const struct field *field)
{
	struct json *json = &schema->json;
	bool single = kind_shape(field->kind) == SHAPE_VALUE ||
		      field->kind == KIND_OBJECT;
	bool required = field->need == NEED_REQUIRED;
	char definition[DEFINITION_SIZE];

	json_open_member(json, field->key, '{');
	json_member(json, "description", field->help);
	if (field->rule && !strcmp(field->rule, "document/version")) {
		/* its own check is stricter than any type */
		schema_member(json, "enum", "[1, \"1\"]");
		json_close(json, "}");
		return;
	}
	if (field->fallback > 0)
		json_number_member(json, "default", field->fallback);
	write_example(json, field);
	find_definition(schema, field, definition);
	if (!single)
		write_elements(json, field, definition);
	if (single)
		schema_member(json, "allOf",
			      required ? "[" REF("%s") ", " GIVEN "]"
				       : "[" REF("%s") "]",
			      definition);
	else if (required)
		schema_member(json, "allOf", "[" GIVEN "]");
	json_close(json, "}");
}

static void
write_properties(struct schema *schema, const struct entity *entity)
{
	struct json *json = &schema->json;

	json_open_member(json, "properties", '{');
	for (int i = 0; i < entity->n; i++)
		write_property(schema, &entity->fields[i]);
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
	json_member(json, "title", plan->help);
	json_member(json, "description",
		    "One plan of one contact center, as one YAML file.");
	json_member(json, "type", "object");
	write_properties(&schema, plan);
	json_open_member(json, "definitions", '{');
	define_types(json);
	/* defining one may add others to the list */
	for (int i = 0; i < schema.n; i++) {
		const struct entity *entity = schema.entities[i];

		snprintf(name, sizeof(name), "entity.%s", entity->name);
		json_open_member(json, name, '{');
		json_member(json, "title", entity->label);
		json_member(json, "description", entity->help);
		write_container(json, "object");
		write_properties(&schema, entity);
		json_close(json, "}");
	}
	json_close(json, "}}");
	buf_putc(buf, '\n');
}
