/* schema_needs.c - the JSON Schema: which keys must be there, and when */
#include <string.h>

#include "ces/measure.h"
#include "model/schema_parts.h"

/* { "required": [key], "properties": { key: -- to go on with its schema */
static void
open_key(struct json *json, const char *key)
{
	json_open(json, '{');
	json_key(json, "required");
	json_open_flat(json, '[');
	json_text(json, key);
	json_close(json, "]");
	json_key(json, "properties");
	json_open_flat(json, '{');
	json_key(json, key);
}

static void
close_key(struct json *json)
{
	json_close(json, "}}");
}

/* the key has a value */
static void
given(struct json *json, const char *key)
{
	open_key(json, key);
	schema_ref(json, "type", "given");
	close_key(json);
}

static void
open_words(struct json *json)
{
	json_open_flat(json, '{');
	json_open_member(json, "enum", '[');
}

static void
close_words(struct json *json)
{
	json_close(json, "]}");
}

/* the key's value is one of the words, or is one of the others */
static void
has_word(struct json *json, const struct field *field, const char *words,
	 bool others)
{
	const struct choices *list = &choices[field->list];

	open_key(json, field->key);
	if (field->kind == KIND_FLAG) {
		bool on = word_among("true", words) != others;

		schema_ref(json, "flag", on ? "true" : "false");
	} else {
		open_words(json);
		for (int i = 0; i < list->n; i++)
			if (word_among(list->words[i], words) != others)
				json_text(json, list->words[i]);
		close_words(json);
	}
	close_key(json);
}

static const struct field *
sibling(const struct entity *entity, const char *key)
{
	return entity_field(entity, key, strlen(key));
}

/* each of a pair needs the other: written once, at the first of them */
static void
either(struct json *json, const struct entity *entity,
       const struct field *field)
{
	const struct field *other = sibling(entity, field->other.key);

	if (other->need == NEED_EITHER && other < field)
		return;
	json_open(json, '{');
	json_open_member(json, "anyOf", '[');
	given(json, field->key);
	given(json, field->other.key);
	json_close(json, "]}");
}

static void
with(struct json *json, const struct field *field)
{
	json_open(json, '{');
	json_key(json, "if");
	given(json, field->other.key);
	json_key(json, "then");
	given(json, field->key);
	json_close(json, "}");
}

static void
when(struct json *json, const struct entity *entity, const struct field *field)
{
	json_open(json, '{');
	json_key(json, "if");
	if (field->other2.key) {
		json_open(json, '{');
		json_open_member(json, "allOf", '[');
		has_word(json, sibling(entity, field->other2.key),
			 field->words2, false);
	}
	has_word(json, sibling(entity, field->other.key), field->words,
		 field->need == NEED_UNLESS);
	if (field->other2.key) {
		json_close(json, "]}");
	}
	json_key(json, "then");
	given(json, field->key);
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
		has_word(json, sibling(entity, field->other.key), field->words,
			 false);
		json_open_member(json, "then", '{');
		json_open_member(json, "properties", '{');
		json_key(json, object->key);
		given(json, field->key);
		json_close(json, "}}}");
	}
}

/* the standard is one that wants the part, and not the other one */
static void
has_standard(struct json *json, enum standard_part part,
	     enum standard_part without)
{
	open_key(json, "standard");
	open_words(json);
	for (int i = 0; i < standard_count; i++)
		if (standard_needs(&standards[i], part) &&
		    !standard_needs(&standards[i], without))
			json_text(json, standards[i].word);
	close_words(json);
	close_key(json);
}

/* alternatives for "anyOf": the direction is a range, by standard or plan */
static void
ranges(struct json *json, const struct entity *entity)
{
	has_standard(json, PART_range, PART_NONE);
	json_open(json, '{');
	json_open_member(json, "allOf", '[');
	has_word(json, sibling(entity, "direction"), "range", false);
	json_open(json, '{');
	json_key(json, "not");
	/* the better direction is fixed, and not a range */
	has_standard(json, PART_target, PART_direction);
	json_close(json, "}]}");
}

/* a target is needed unless there is a range, a range where there is one,
 * and neither for a diagnostic */
static void
by_direction(struct json *json, const struct entity *entity,
	     const struct field *field)
{
	bool target = field->part == PART_target;

	json_open_member(json, "if", '{');
	json_open_member(json, "anyOf", '[');
	ranges(json, entity);
	if (target)
		has_word(json, sibling(entity, "role"), "diagnostic", false);
	json_close(json, "]");
	if (!target) {
		json_key(json, "not");
		has_word(json, sibling(entity, "role"), "diagnostic", false);
	}
	json_close(json, "}");
	json_key(json, target ? "else" : "then");
	given(json, field->key);
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
		json_key(json, "then");
		given(json, field->key);
	}
	json_close(json, "}");
}

static void
condition(struct json *json, const struct entity *entity,
	  const struct field *field)
{
	switch (field->need) {
	case NEED_EITHER:
		either(json, entity, field);
		break;
	case NEED_WITH:
		with(json, field);
		break;
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
	return field->need >= NEED_EITHER && field->need != NEED_ABOVE;
}

static void
required(struct json *json, const struct entity *entity)
{
	bool open = false;

	for (int i = 0; i < entity->n; i++) {
		if (entity->fields[i].need != NEED_REQUIRED)
			continue;
		if (!open) {
			json_key(json, "required");
			json_open_flat(json, '[');
		}
		open = true;
		json_text(json, entity->fields[i].key);
	}
	if (open)
		json_close(json, "]");
}

void
schema_needs(struct json *json, const struct entity *entity)
{
	bool any = false;

	required(json, entity);
	for (int i = 0; i < entity->n; i++)
		any = any || is_conditional(&entity->fields[i]);
	if (!any)
		return;
	json_open_member(json, "allOf", '[');
	for (int i = 0; i < entity->n; i++)
		condition(json, entity, &entity->fields[i]);
	json_close(json, "]");
}
