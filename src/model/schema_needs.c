/* schema_needs.c - the JSON Schema: which keys must be there, and when */
#include <string.h>

#include "ces/measure.h"
#include "model/schema_parts.h"

/* the key is there, and its value fits the JSON */
static void
has(struct json *json, const char *key, const char *value)
{
	json_open(json, '{');
	schema_member(json, "required", "[\"%s\"]", key);
	schema_member(json, "properties", "{\"%s\": %s}", key, value);
	json_close(json, "}");
}

/* "then" or "else": the key has a value */
static void
needs(struct json *json, const char *branch, const char *key)
{
	json_key(json, branch);
	has(json, key, GIVEN);
}

/* the value of the key is one of these words in quotes */
static void
has_one_of(struct json *json, const char *key, struct buf *words)
{
	struct buf value = {0};

	buf_printf(&value, "{\"doNotSuggest\": true, \"enum\": [%s]}",
		   buf_text(words));
	has(json, key, buf_text(&value));
	buf_free(&value);
	buf_free(words);
}

/* the value of the key is one of the words, or is one of the others */
static void
has_word(struct json *json, const struct entity *entity, const char *key,
	 const char *words, bool others)
{
	const struct field *field = entity_field(entity, key, strlen(key));
	struct buf list = {0};
	const char *word;

	if (field->kind == KIND_FLAG) {
		has(json, key,
		    word_among("true", words) != others
			    ? TYPED_REF(FLAG, "flag.true")
			    : TYPED_REF(FLAG, "flag.false"));
		return;
	}
	for (size_t i = 0; (word = list_word(KIND_WORD, field->list, i)); i++)
		if (word_among(word, words) != others)
			schema_add_word(&list, word);
	has_one_of(json, key, &list);
}

/* the standard is one that wants the part, and not the other one */
static void
has_standard(struct json *json, enum standard_part part,
	     enum standard_part without)
{
	struct buf words = {0};

	for (int i = 0; i < standard_count; i++)
		if (standard_needs(&standards[i], part) &&
		    !standard_needs(&standards[i], without))
			schema_add_word(&words, standards[i].word);
	has_one_of(json, "standard", &words);
}

/* each of a pair needs the other: written once, at the first of them */
static void
either(struct json *json, const struct entity *entity,
       const struct field *field)
{
	const char *key = field->other.key;
	const struct field *other = entity_field(entity, key, strlen(key));

	if (other->need == NEED_EITHER && other < field)
		return;
	json_open(json, '{');
	json_open_member(json, "anyOf", '[');
	has(json, field->key, GIVEN);
	if (field->former)
		has(json, field->former, GIVEN);
	has(json, key, GIVEN);
	json_close(json, "]}");
}

static void
when(struct json *json, const struct entity *entity, const struct field *field)
{
	json_open(json, '{');
	json_key(json, "if");
	if (field->other2.key) {
		json_open(json, '{');
		json_open_member(json, "allOf", '[');
		has_word(json, entity, field->other2.key, field->words2, false);
	}
	if (field->need == NEED_WITH)
		has(json, field->other.key, GIVEN);
	else
		has_word(json, entity, field->other.key, field->words,
			 field->need == NEED_UNLESS);
	if (field->other2.key)
		json_close(json, "]}");
	needs(json, "then", field->key);
	json_close(json, "}");
}

/* keys of an object within, that a key beside the object calls for */
static void
below(struct json *json, const struct entity *entity,
      const struct field *object)
{
	const struct entity *within = object->of();

	for (int i = 0; i < within->n; i++) {
		const struct field *field = &within->fields[i];

		if (field->need != NEED_ABOVE)
			continue;
		json_open(json, '{');
		json_key(json, "if");
		has_word(json, entity, field->other.key, field->words, false);
		json_open_member(json, "then", '{');
		json_open_member(json, "properties", '{');
		json_open_member(json, object->key, '{');
		json_flag_member(json, "doNotSuggest", true);
		schema_member(json, "type",
			      "[\"object\", \"string\", \"null\"]");
		json_open_member(json, "allOf", '[');
		has(json, field->key, GIVEN);
		json_close(json, "]}}}}");
	}
}

/* a target is needed unless there is a range, by standard or plan; a range
 * where there is one; and neither for a diagnostic */
static void
by_direction(struct json *json, const struct entity *entity,
	     const struct field *field)
{
	bool target = field->part == PART_target;

	json_open_member(json, "if", '{');
	json_open_member(json, "anyOf", '[');
	has_standard(json, PART_range, PART_NONE);
	json_open(json, '{');
	json_open_member(json, "allOf", '[');
	has_word(json, entity, "direction", "range", false);
	json_open(json, '{');
	json_key(json, "not");
	/* the better direction is fixed, and not a range */
	has_standard(json, PART_target, PART_direction);
	json_close(json, "}]}");
	if (target)
		has_word(json, entity, "role", "diagnostic", false);
	json_close(json, "]");
	if (!target) {
		json_key(json, "not");
		has_word(json, entity, "role", "diagnostic", false);
	}
	json_close(json, "}");
	needs(json, target ? "else" : "then", field->key);
}

static void
by_standard(struct json *json, const struct entity *entity,
	    const struct field *field)
{
	json_open(json, '{');
	if (field->part == PART_target || field->part == PART_range) {
		by_direction(json, entity, field);
	} else {
		json_key(json, "if");
		has_standard(json, field->part, PART_NONE);
		needs(json, "then", field->key);
	}
	json_close(json, "}");
}

/* conditions of the key, and of keys in its object */
static void
conditions(struct json *json, const struct entity *entity,
	   const struct field *field)
{
	switch (field->need) {
	case NEED_EITHER:
		either(json, entity, field);
		break;
	case NEED_WITH:
	case NEED_WHEN:
	case NEED_UNLESS:
		when(json, entity, field);
		break;
	case NEED_STANDARD:
		by_standard(json, entity, field);
		break;
	default:
		break;
	}
	if (field->kind == KIND_OBJECT)
		below(json, entity, field);
}

static bool
is_conditional(const struct field *field)
{
	const struct entity *within =
		field->kind == KIND_OBJECT ? field->of() : NULL;

	for (int i = 0; within && i < within->n; i++)
		if (within->fields[i].need == NEED_ABOVE)
			return true;
	return field->need >= NEED_EITHER && field->need != NEED_LEAF &&
	       field->need != NEED_ABOVE;
}

void
schema_needs(struct json *json, const struct entity *entity)
{
	bool conditional = false;
	struct buf required = {0}, given = {0};

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];

		conditional = conditional || is_conditional(field);
		/* a schema can't follow what it hangs on to another item */
		if (field->need != NEED_REQUIRED || field->asked)
			continue;
		schema_add_word(&required, field->key);
		schema_add_word(&given, field->key);
		buf_puts(&given, ": " GIVEN);
	}
	if (required.n)
		schema_member(json, "required", "[%s]", buf_text(&required));
	if (required.n || conditional)
		json_open_member(json, "allOf", '[');
	if (required.n) {
		json_open(json, '{');
		schema_member(json, "properties", "{%s}", buf_text(&given));
		json_close(json, "}");
	}
	for (int i = 0; i < entity->n; i++)
		conditions(json, entity, &entity->fields[i]);
	if (required.n || conditional)
		json_close(json, "]");
	buf_free(&required);
	buf_free(&given);
}
