/* schema_types.c - the JSON Schema: types of values, words, codes and ids */
#include <stdio.h>
#include <string.h>

#include "ces/reference.h"
#include "ces/utf8.h"
#include "model/schema_parts.h"

/* a text fits the pattern, or is left blank, or a placeholder */
#define FITS(pattern) "^((" pattern ")$|" UNFILLED ")"

#define NUMBER "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)"
#define WHOLE "[-+]?([0-9]+([.]0*)?|[.]0+)"
#define LENGTH_OF_TIME "[0-9]+([.][0-9]+)?(s|min|h|d|bd)"
#define DAY "[0-9]{4}-[0-9]{2}-[0-9]{2}"
#define MONTH_OR_SO "[0-9]{4}(-Q[0-9]|-[0-9]{2}|-W[0-9]{2})?"
#define TIME "[0-9]{1,2}:[0-9]{2}"
#define SPAN TIME " *- *" TIME
#define SPANS "(" SPAN "( *, *" SPAN ")*|[Oo][Ff][Ff]|[Cc][Ll][Oo][Ss][Ee][Dd])"
#define WEEKDAY "([Mm][Oo]|[Tt][UuHh]|[Ww][Ee]|[Ff][Rr]|[Ss][AaUu]|[Pp][Hh])"
#define WEEKDAYS WEEKDAY "( *- *" WEEKDAY ")?"
#define RULE "(24/7|(" WEEKDAYS "( *, *" WEEKDAYS ")* *)?" SPANS ")"
#define YES "[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Nn]"
#define NO "[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Oo][Ff][Ff]"

/*
 * A YAML reader has made numbers and booleans of texts that look like them, so
 * each type takes these beside the text as it was written. The first is that of
 * keys without a type here. Two examples are
 * offered where one, or a 0, would be filled in as if it were the plan's own.
 */
static const struct {
	const char *name, *types, *pattern, *examples;
	struct field like;
} types[] = {
	{"text",
	 "\"string\", \"number\", \"boolean\", \"null\"",
	 NULL,
	 NULL,
	 {.key = "", .kind = KIND_TEXT}},
	{"score",
	 "\"number\", \"string\", \"null\"",
	 FITS(NUMBER),
	 NULL,
	 {.key = "",
	  .kind = KIND_NUMBER,
	  .nonzero = true,
	  .min = -5,
	  .max = 5}},
	{"money",
	 "\"number\", \"string\", \"null\"",
	 FITS(NUMBER),
	 "[5.20, 60000]",
	 {.key = "", .kind = KIND_NUMBER, .unit = UNIT_MONEY}},
	{"change",
	 "\"number\", \"string\", \"null\"",
	 FITS(NUMBER "%?"),
	 "[-12.5, \"-30%\"]",
	 {.key = "",
	  .kind = KIND_NUMBER,
	  .unit = UNIT_PERCENT,
	  .change = true}},
	{"number",
	 "\"number\", \"string\", \"null\"",
	 FITS(NUMBER),
	 "[5, 5.20]",
	 {.key = "", .kind = KIND_NUMBER}},
	{"count",
	 "\"integer\", \"string\", \"null\"",
	 FITS(WHOLE),
	 "[12, 98000]",
	 {.key = "", .kind = KIND_NUMBER, .unit = UNIT_COUNT}},
	{"percent",
	 "\"number\", \"string\", \"null\"",
	 FITS(NUMBER "%?"),
	 "[12.5, \"12%\"]",
	 {.key = "", .kind = KIND_NUMBER, .unit = UNIT_PERCENT}},
	{"reading",
	 "\"number\", \"string\", \"null\"",
	 FITS(NUMBER "%?|" LENGTH_OF_TIME),
	 "[84, \"84%\", \"26h\"]",
	 {.key = "", .kind = KIND_READING}},
	{"flag",
	 "\"boolean\", \"string\", \"null\"",
	 FITS(YES "|" NO),
	 NULL,
	 {.key = "", .kind = KIND_FLAG}},
	{"date",
	 "\"string\", \"null\"",
	 FITS(DAY),
	 NULL,
	 {.key = "", .kind = KIND_DATE}},
	{"duration",
	 "\"string\", \"null\"",
	 FITS(LENGTH_OF_TIME),
	 NULL,
	 {.key = "", .kind = KIND_DURATION}},
	{"period",
	 "\"string\", \"integer\", \"null\"",
	 FITS(MONTH_OR_SO "|" DAY),
	 NULL,
	 /* a year alone is a number */
	 {.key = "", .kind = KIND_PERIOD, .min = 1000, .max = 9999}},
	{"hours",
	 "\"string\", \"null\"",
	 FITS(" *" RULE "( *; *" RULE ")* *;? *"),
	 NULL,
	 {.key = "", .kind = KIND_WEEK}},
	{"spans",
	 "\"string\", \"null\"",
	 FITS(" *" SPANS " *"),
	 NULL,
	 {.key = "", .kind = KIND_SPANS}},
	{"timezone",
	 "\"string\", \"null\"",
	 FITS("UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)+"),
	 NULL,
	 {.key = "", .kind = KIND_ZONE}},
};

/* definitions as they stand, and what they say of any other value: twice in
 * one of them */
static const struct {
	const char *name, *body, *message;
} fixed[] = {
	{"type.unfilled",
	 "{\"type\": [\"string\", \"null\"], "
	 "\"pattern\": \"^(" UNFILLED ")\", "
	 "\"patternErrorMessage\": %s}",
	 N_("not a placeholder")},
	/* blank, an empty list or mapping, a list of blanks, and a mapping
	 * with nothing but the user's own keys are as good as absent, and no
	 * number */
	{"type.given",
	 "{\"doNotSuggest\": true, \"type\": [" ANYTHING "], "
	 "\"errorMessage\": %s, "
	 "\"if\": {\"anyOf\": [{\"const\": \"\"}, "
	 "{\"type\": \"array\", \"items\": {\"enum\": [null, \"\"]}}, "
	 "{\"type\": \"object\", \"patternProperties\": {\"^x-\": {}}, "
	 "\"additionalProperties\": false}]}, "
	 "\"then\": {\"type\": \"number\", \"errorMessage\": %s}}",
	 N_("a value is missing")},
	{"flag.true",
	 "{\"doNotSuggest\": true, \"type\": [" FLAG "], "
	 "\"not\": {\"enum\": [false]}, \"pattern\": \"^(" YES ")$\", "
	 "\"patternErrorMessage\": %s}",
	 N_("not true")},
	{"flag.false",
	 "{\"doNotSuggest\": true, \"type\": [" FLAG "], "
	 "\"not\": {\"enum\": [true]}, \"pattern\": \"^(" NO ")$\", "
	 "\"patternErrorMessage\": %s}",
	 N_("not false")},
};

static const char *const code_lists[] = {[CODE_CURRENCY] = "currency",
					 [CODE_LANGUAGE] = "language",
					 [CODE_COUNTRY] = "country"};
static const char *const registries[] = {[REGISTRY_STANDARD] = "standard",
					 [REGISTRY_SECTION] = "section",
					 [REGISTRY_RULE] = "rule",
					 [REGISTRY_QUESTION] = "question"};

/* references are texts */
static size_t
type_of(const struct field *field)
{
	const char *page = field_type_page(field);

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (!strcmp(types[i].name, page))
			return i;
	return 0;
}

void
schema_type(const struct field *field, char name[DEFINITION_SIZE],
	    const char **allowed)
{
	struct field element = *field;
	const char *folder = "type", *type;

	element.kind = kind_element(field->kind);
	*allowed = "\"string\", \"null\"";
	if (element.kind == KIND_CODE) {
		folder = "code";
		type = code_lists[field->list];
	} else if (element.kind == KIND_LOOKUP) {
		folder = "name";
		type = registries[field->list];
	} else if (element.kind == KIND_WORD) {
		folder = "word";
		type = choices[field->kind == KIND_WORDMAP ? field->values
							   : field->list]
			       .name;
	} else {
		type = types[type_of(&element)].name;
		*allowed = types[type_of(&element)].types;
	}
	snprintf(name, DEFINITION_SIZE, "%s.%s", folder, type);
}

void
schema_errors(struct schema *schema, const struct field *field, bool of_pattern,
	      bool of_type)
{
	const struct arg type = WORD_ARG("type", field_type_name(field));

	if (of_pattern)
		schema_text(schema, "patternErrorMessage", N_("not {type}"),
			    &type, 1);
	if (of_type)
		schema_text(schema, "errorMessage", N_("not {type}"), &type, 1);
}

/* "not one of low, medium or high", or what it is, where words are many */
static void
word_error(struct schema *schema, const struct field *like)
{
	const struct choices *words = &choices[like->list];

	if (like->kind == KIND_WORD)
		schema_text(schema, "errorMessage", N_("not one of {words}"),
			    ARGS(LIST_ARG("words", words->words,
					  (size_t)words->n, LIST_OR)));
	else
		schema_errors(schema, like, false, true);
}

/* the words, each with its meaning; codes explain themselves */
static void
write_words(struct schema *schema, const struct field *like)
{
	struct json *json = &schema->json;
	const char *word;

	json_key(json, "enum");
	json_open_flat(json, '[');
	for (size_t i = 0; (word = list_word(like->kind, like->list, i)); i++)
		json_text(json, word);
	json_close(json, "]");
	if (like->kind == KIND_CODE)
		return;
	json_open_member(json, "markdownEnumDescriptions", '[');
	for (size_t i = 0; (word = list_word(like->kind, like->list, i)); i++)
		json_text(json, language_text(schema->language,
					      reference_meaning(like, word)));
	json_close(json, "]");
}

/* the definition of a list of words: one of them, or unfilled */
static void
define_words(struct schema *schema, enum kind kind, int list,
	     const char *folder, const char *name)
{
	struct json *json = &schema->json;
	const struct field like = {.key = "", .kind = kind, .list = list};
	char key[DEFINITION_SIZE];

	snprintf(key, sizeof(key), "%s.%s", folder, name);
	json_open_member(json, key, '{');
	schema_member(json, "type", "[\"string\", \"null\"]");
	word_error(schema, &like);
	json_open_member(json, "anyOf", '[');
	json_open(json, '{');
	write_words(schema, &like);
	word_error(schema, &like);
	json_close(json, "}");
	json_raw(json, REF("type.unfilled"));
	json_close(json, "]}");
}

/* de, de-AT, zh-Hant-TW */
static void
define_languages(struct schema *schema)
{
	struct json *json = &schema->json;
	struct buf codes = {0};
	const char *code;

	for (size_t i = 0; (code = list_word(KIND_CODE, CODE_LANGUAGE, i)); i++)
		buf_printf(&codes, "%s%s", i ? "|" : "^((", code);
	buf_printf(&codes, ")%s$|" UNFILLED ")", code_language_tail);
	json_open_member(json, "code.language", '{');
	schema_member(json, "type", "[\"string\", \"null\"]");
	json_member(json, "pattern", buf_text(&codes));
	schema_errors(schema,
		      &(struct field){.key = "",
				      .kind = KIND_CODE,
				      .list = CODE_LANGUAGE},
		      true, true);
	json_close(json, "}");
	buf_free(&codes);
}

/*
 * Characters that no id may have, as ranges. Letters and digits of every script
 * would make a pattern of many pages; the punctuation and symbols of the
 * scripts in wide use say nearly the same.
 */
static void
define_id(struct schema *schema)
{
	struct json *json = &schema->json;
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
	json_member(json, "type", "string");
	json_member(json, "pattern", buf_text(&pattern));
	schema_text(schema, "patternErrorMessage",
		    N_("not an id; use letters, digits, '-' and '_'"), NO_ARGS);
	json_close(json, "}");
	buf_free(&pattern);
}

static void
write_limits(struct json *json, const struct field *field)
{
	if (field->min >= field->max)
		return;
	json_number_member(json, "minimum", field->min);
	json_number_member(json, "maximum", field->max);
}

static void
write_examples(struct json *json, size_t i)
{
	if (types[i].examples)
		schema_member(json, "examples", "%s", types[i].examples);
}

static void
define_type(struct schema *schema, size_t i)
{
	struct json *json = &schema->json;
	char key[DEFINITION_SIZE];

	snprintf(key, sizeof(key), "type.%s", types[i].name);
	json_open_member(json, key, '{');
	schema_member(json, "type", "[%s]", types[i].types);
	if (types[i].pattern)
		json_member(json, "pattern", types[i].pattern);
	schema_errors(schema, &types[i].like, types[i].pattern != NULL, true);
	write_examples(json, i);
	write_limits(json, &types[i].like);
	json_close(json, "}");
}

void
schema_number(struct json *json, const struct field *field)
{
	size_t i = type_of(field);

	schema_member(json, "type", "[%s]", types[i].types);
	write_examples(json, i);
	write_limits(json, field);
	schema_member(json, "allOf", "[" REF("type.%s") "]", types[i].name);
}

static void
define_fixed(struct schema *schema, size_t i)
{
	struct buf text = {0};

	buf_json(&text, language_text(schema->language, fixed[i].message));
	schema_member(&schema->json, fixed[i].name, fixed[i].body, text.p,
		      text.p);
	buf_free(&text);
}

void
schema_types(struct schema *schema)
{
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		define_fixed(schema, i);
	define_id(schema);
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		define_type(schema, i);
	for (int i = 0; i < CHOICE_COUNT; i++)
		define_words(schema, KIND_WORD, i, "word", choices[i].name);
	define_words(schema, KIND_CODE, CODE_CURRENCY, "code", "currency");
	define_words(schema, KIND_CODE, CODE_COUNTRY, "code", "country");
	define_languages(schema);
	for (int i = 0; i < (int)(sizeof(registries) / sizeof(*registries));
	     i++)
		define_words(schema, KIND_LOOKUP, i, "name", registries[i]);
}
