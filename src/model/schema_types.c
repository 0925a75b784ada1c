/* schema_types.c - the JSON Schema: values of each type of key */
#include "ces/code.h"
#include "ces/utf8.h"
#include "model/schema_parts.h"

#define NUMBER "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)"
#define WHOLE "[-+]?([0-9]+([.]0*)?|[.]0+)"
#define LENGTH_OF_TIME "[0-9]+([.][0-9]+)?(s|min|h|d|bd)"
#define DAY "[0-9]{4}-[0-9]{2}-[0-9]{2}"
#define MONTH_OR_SO "[0-9]{4}(-Q[0-9]|-[0-9]{2}|-W[0-9]{2})?"
#define YES "[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Nn]"
#define NO "[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Oo][Ff][Ff]"
#define FITS(pattern) "^((" pattern ")$|" UNFILLED ")"

/*
 * A YAML reader has made numbers and booleans of texts that look like them, so
 * each type takes these beside the text as it was written.
 */
static const struct {
	const char *name, *types, *pattern;
} types[] = {
	{"text", "[\"string\", \"number\", \"boolean\", \"null\"]", NULL},
	{"number", "[\"number\", \"string\", \"null\"]", FITS(NUMBER)},
	{"count", "[\"integer\", \"string\", \"null\"]", FITS(WHOLE)},
	{"percent", "[\"number\", \"string\", \"null\"]", FITS(NUMBER "%?")},
	{"reading", "[\"number\", \"string\", \"null\"]",
	 FITS(NUMBER "%?|" LENGTH_OF_TIME)},
	{"flag", "[\"boolean\", \"string\", \"null\"]", FITS(YES "|" NO)},
	{"date", "[\"string\", \"null\"]", FITS(DAY)},
	{"duration", "[\"string\", \"null\"]", FITS(LENGTH_OF_TIME)},
};

/* definitions as they stand */
static const struct {
	const char *name, *body;
} fixed[] = {
	{"type.unfilled", "{\"type\": [\"string\", \"null\"], "
			  "\"pattern\": \"^(" UNFILLED ")\"}"},
	/* blank, an empty list or mapping, and one with nothing but the
	 * user's own keys are as good as absent */
	{"type.given",
	 "{\"not\": {\"anyOf\": [{\"enum\": [null, \"\", []]}, "
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

void
schema_ref(struct json *json, const char *kind, const char *name)
{
	struct buf ref = {0};

	buf_printf(&ref, "#/definitions/%s.%s", kind, name);
	json_open_flat(json, '{');
	json_member(json, "$ref", buf_text(&ref));
	json_close(json, "}");
	buf_free(&ref);
}

void
schema_container(struct json *json, const char *type)
{
	json_key(json, "type");
	json_open_flat(json, '[');
	json_text(json, type);
	json_text(json, "string");
	json_text(json, "null");
	json_close(json, "]");
	json_member(json, "pattern", "^(" UNFILLED ")");
}

void
schema_own_keys(struct json *json, bool closed)
{
	json_key(json, "patternProperties");
	json_raw(json, "{\"^x-\": {}}");
	if (closed) {
		json_key(json, "additionalProperties");
		json_raw(json, "false");
	}
}

/* opens {"anyOf": [{"enum": [ for the words to follow */
static void
words_open(struct json *json, const char *kind, const char *name)
{
	struct buf key = {0};

	buf_printf(&key, "%s.%s", kind, name);
	json_key(json, buf_text(&key));
	buf_free(&key);
	json_open(json, '{');
	json_open_member(json, "anyOf", '[');
	json_open(json, '{');
	json_key(json, "enum");
	json_open_flat(json, '[');
}

static void
words_close(struct json *json)
{
	json_close(json, "]}");
	schema_ref(json, "type", "unfilled");
	json_close(json, "]}");
}

static void
define_words(struct json *json, const char *kind, const char *name,
	     const char *const *words, size_t n)
{
	words_open(json, kind, name);
	for (size_t i = 0; i < n; i++)
		json_text(json, words[i]);
	words_close(json);
}

static void
define_registry(struct json *json, enum registry registry, const char *kind)
{
	const char *name, *text;

	words_open(json, "name", kind);
	for (int i = 0; (name = registry_name(registry, i, &text)); i++)
		json_text(json, name);
	words_close(json);
}

/* de, de-AT, zh-Hant-TW */
static void
define_languages(struct json *json)
{
	struct buf pattern = {0};
	struct arena arena = {0};
	size_t n;
	const char *const *codes = code_list(&arena, CODE_LANGUAGE, &n);

	buf_puts(&pattern, "^((");
	for (size_t i = 0; i < n; i++)
		buf_printf(&pattern, "%s%s", i ? "|" : "", codes[i]);
	buf_printf(&pattern, ")%s$|" UNFILLED ")", code_language_tail);
	json_open_member(json, "code.language", '{');
	json_key(json, "type");
	json_raw(json, "[\"string\", \"null\"]");
	json_member(json, "pattern", buf_text(&pattern));
	json_close(json, "}");
	buf_free(&pattern);
	arena_release(&arena);
}

/* the characters from first to last that no id may have, as ranges */
static void
banned(struct buf *pattern, uint32_t first, uint32_t last)
{
	uint32_t from, c;

	for (c = first; c <= last; c++) {
		if (utf8_is_id_char(c))
			continue;
		for (from = c; c < last && !utf8_is_id_char(c + 1);)
			c++;
		buf_printf(pattern, "\\u%04x-\\u%04x", (unsigned)from,
			   (unsigned)c);
	}
}

/*
 * Letters and digits of every script would make a pattern of many pages; the
 * punctuation and symbols of the scripts in wide use say nearly the same.
 */
static void
define_id(struct json *json)
{
	struct buf pattern = {0};

	buf_puts(&pattern, "^(x-|[^");
	banned(&pattern, 0, 0x3ff);
	banned(&pattern, 0x600, 0x66f);
	banned(&pattern, 0x2000, 0x2bff);
	banned(&pattern, 0x3000, 0x303f);
	banned(&pattern, 0xfe30, 0xfe6f);
	banned(&pattern, 0xff00, 0xff65);
	buf_puts(&pattern, "]+$)");
	json_open_member(json, "type.id", '{');
	json_member(json, "pattern", buf_text(&pattern));
	json_close(json, "}");
	buf_free(&pattern);
}

static void
define_type(struct json *json, size_t i)
{
	struct buf name = {0};

	buf_printf(&name, "type.%s", types[i].name);
	json_open_member(json, buf_text(&name), '{');
	json_key(json, "type");
	json_raw(json, types[i].types);
	if (types[i].pattern) {
		json_member(json, "pattern", types[i].pattern);
	}
	json_close(json, "}");
	buf_free(&name);
}

void
schema_define_types(struct json *json)
{
	struct arena arena = {0};
	const char *const *codes;
	size_t n;

	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++) {
		json_key(json, fixed[i].name);
		json_raw(json, fixed[i].body);
	}
	define_id(json);
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		define_type(json, i);
	for (int i = 0; i < CHOICE_COUNT; i++)
		define_words(json, "word", choices[i].name, choices[i].words,
			     (size_t)choices[i].n);
	codes = code_list(&arena, CODE_CURRENCY, &n);
	define_words(json, "code", "currency", codes, n);
	codes = code_list(&arena, CODE_COUNTRY, &n);
	define_words(json, "code", "country", codes, n);
	define_languages(json);
	define_registry(json, REGISTRY_STANDARD, "standard");
	define_registry(json, REGISTRY_SECTION, "section");
	define_registry(json, REGISTRY_RULE, "rule");
	define_registry(json, REGISTRY_QUESTION, "question");
	arena_release(&arena);
}

static const char *
number_type(const struct field *field)
{
	if (field->whole)
		return "count";
	return field->unit == UNIT_PERCENT ? "percent" : "number";
}

void
schema_single(struct json *json, const struct field *field)
{
	static const char *const codes[] = {"currency", "language", "country"};
	static const char *const names[] = {"standard", "section", "rule",
					    "question"};

	static const char *const types_of[KIND_KEYED + 1] = {
		[KIND_FLAG] = "flag",
		[KIND_DATE] = "date",
		[KIND_PERIOD] = "period",
		[KIND_DURATION] = "duration",
		[KIND_READING] = "reading"};
	enum kind kind = kind_element(field->kind);

	switch (kind) {
	case KIND_NUMBER:
		schema_ref(json, "type", number_type(field));
		break;
	case KIND_CODE:
		schema_ref(json, "code", codes[field->list]);
		break;
	case KIND_WORD:
		schema_ref(json, "word",
			   choices[field->kind == KIND_WORDMAP ? field->values
							       : field->list]
				   .name);
		break;
	case KIND_LOOKUP:
		schema_ref(json, "name", names[field->list]);
		break;
	default:
		schema_ref(json, "type",
			   types_of[kind] ? types_of[kind] : "text");
	}
}

/* whole numbers from min to max, perhaps with zeros before them */
static void
number_keys(struct json *json, const struct field *field)
{
	struct buf pattern = {0};

	for (int i = (int)field->min; i <= (int)field->max; i++)
		buf_printf(&pattern, "%s%d", pattern.n ? "|" : "^0*(", i);
	buf_puts(&pattern, ")$");
	json_open_member(json, "patternProperties", '{');
	json_key(json, "^x-");
	json_raw(json, "{}");
	json_key(json, buf_text(&pattern));
	schema_single(json, field);
	json_close(json, "}");
	json_key(json, "additionalProperties");
	json_raw(json, "false");
	buf_free(&pattern);
}

static void
name_keys(struct json *json, const struct field *field)
{
	const char *name, *text;

	json_open_member(json, "properties", '{');
	for (int i = 0;
	     (name = registry_name((enum registry)field->list, i, &text));
	     i++) {
		json_key(json, name);
		schema_single(json, field);
	}
	json_close(json, "}");
	schema_own_keys(json, true);
}

static void
id_keys(struct json *json, const struct field *field)
{
	json_key(json, "propertyNames");
	schema_ref(json, "type", "id");
	schema_own_keys(json, false);
	json_key(json, "additionalProperties");
	schema_single(json, field);
}

bool
schema_is_single(const struct field *field)
{
	return kind_shape(field->kind) == SHAPE_VALUE ||
	       field->kind == KIND_OBJECT;
}

void
schema_values(struct json *json, const struct field *field)
{
	switch (field->kind) {
	case KIND_SHARES:
	case KIND_REFMAP:
		schema_container(json, "object");
		id_keys(json, field);
		break;
	case KIND_INTMAP:
		schema_container(json, "object");
		number_keys(json, field);
		break;
	case KIND_WORDMAP:
		schema_container(json, "object");
		name_keys(json, field);
		break;
	default:
		schema_container(json, "array");
		json_key(json, "items");
		schema_single(json, field);
	}
}
