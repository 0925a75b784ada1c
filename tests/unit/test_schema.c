/* test_schema.c - the JSON Schema, and the writer of JSON */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <string.h>

#include "ces/json.h"
#include "ces/model.h"
#include "ces/reference.h"
#include "ces/topic.h"

static int
load_schema(void **state)
{
	struct buf buf = {0};

	schema_write(&buf, NULL);
	*state = json_loads(buf_text(&buf), JSON_REJECT_DUPLICATES, NULL);
	buf_free(&buf);
	return *state ? 0 : -1;
}

static int
drop_schema(void **state)
{
	json_decref(*state);
	return 0;
}

static void
assert_json(const char *text, const char *expected)
{
	struct buf buf = {0};

	buf_json(&buf, text);
	assert_string_equal(buf_text(&buf), expected);
	buf_free(&buf);
}

static void
test_strings_are_escaped(void **state)
{
	(void)state;
	assert_json("", "\"\"");
	assert_json("plain", "\"plain\"");
	assert_json("say \"hi\"\\", "\"say \\\"hi\\\"\\\\\"");
	assert_json("a\tb\nc\rd", "\"a\\tb\\nc\\rd\"");
	assert_json("\x01\x1b\x7f", "\"\\u0001\\u001b\\u007f\"");
	assert_json("日本 é 😀", "\"日本 é 😀\"");
}

static void
test_writer_sets_commas_and_lines(void **state)
{
	struct buf buf = {0};
	struct json json = {.buf = &buf};

	(void)state;
	json_open(&json, '{');
	json_number_member(&json, "a", 1.5);
	json_key(&json, "b");
	json_open_flat(&json, '[');
	json_text(&json, "x");
	json_open(&json, '{');
	json_close(&json, "}");
	json_raw(&json, "null");
	json_close(&json, "]");
	json_open_member(&json, "c", '[');
	json_open(&json, '{');
	json_key(&json, "d");
	json_raw(&json, "true");
	json_close(&json, "}]}");
	assert_string_equal(buf_text(&buf), "{\n"
					    "  \"a\": 1.5,\n"
					    "  \"b\": [\"x\", {}, null],\n"
					    "  \"c\": [\n"
					    "    {\n"
					    "      \"d\": true\n"
					    "    }\n"
					    "  ]\n"
					    "}");
	buf_free(&buf);
}

static json_t *
definition(json_t *schema, const char *name)
{
	return json_object_get(json_object_get(schema, "definitions"), name);
}

/* every key of the entity has its property, with the same help */
static void
check_entity(json_t *at, const struct entity *entity)
{
	json_t *properties = json_object_get(at, "properties");
	int keys = entity->n;

	for (int i = 0; i < entity->n; i++)
		keys += entity->fields[i].former != NULL;
	assert_non_null(properties);
	assert_int_equal(json_object_size(properties), keys);
	assert_true(json_is_false(json_object_get(at, "additionalProperties")));
	for (int i = 0; i < entity->n; i++) {
		json_t *property =
			json_object_get(properties, entity->fields[i].key);
		json_t *help = json_object_get(property, "description");

		assert_string_equal(json_string_value(help),
				    entity->fields[i].help);
	}
}

static void
check_entities(json_t *schema, const struct entity *entity)
{
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		char name[64] = "entity.";

		if (field->kind < KIND_OBJECT)
			continue;
		strncat(name, field->of()->name, 50);
		assert_non_null(definition(schema, name));
		check_entity(definition(schema, name), field->of());
		check_entities(schema, field->of());
	}
}

static void
test_schema_has_every_entity_and_key(void **state)
{
	check_entity(*state, entity_plan());
	check_entities(*state, entity_plan());
}

/* references lead to definitions, patterns and lists are not empty */
static void
check_refs(json_t *schema, json_t *at)
{
	const char *key;
	json_t *value;
	size_t i;

	json_object_foreach(at, key, value)
	{
		if (!strcmp(key, "$ref"))
			assert_non_null(definition(
				schema, json_string_value(value) +
						strlen("#/definitions/")));
		if (!strcmp(key, "allOf") || !strcmp(key, "anyOf"))
			assert_true(json_array_size(value) > 0);
		check_refs(schema, value);
	}
	json_array_foreach(at, i, value)
	{
		check_refs(schema, value);
	}
}

static void
test_references_are_defined(void **state)
{
	check_refs(*state, *state);
}

static bool
has_text(json_t *list, const char *text)
{
	json_t *value;
	size_t i;

	json_array_foreach(list, i, value)
	{
		if (json_is_string(value) &&
		    !strcmp(json_string_value(value), text))
			return true;
	}
	return false;
}

static json_t *
words_of(json_t *schema, const char *name)
{
	json_t *either = json_object_get(definition(schema, name), "anyOf");

	return json_object_get(json_array_get(either, 0), "enum");
}

static void
test_lists_are_spelled_out(void **state)
{
	assert_true(has_text(words_of(*state, "word.demand"), "failure"));
	assert_true(has_text(words_of(*state, "name.standard"), "csat"));
	assert_true(has_text(words_of(*state, "name.section"), "channels"));
	assert_true(has_text(words_of(*state, "name.question"), "aligned"));
	assert_true(has_text(words_of(*state, "name.rule"), "segments/thin"));
	assert_true(has_text(words_of(*state, "code.currency"), "GBP"));
	assert_int_equal(json_array_size(words_of(*state, "name.rule")),
			 TOPIC_COUNT);
}

static void
test_required_keys(void **state)
{
	json_t *required = json_object_get(*state, "required");
	json_t *reason = json_object_get(definition(*state, "entity.reason"),
					 "required");

	assert_true(has_text(required, "ces"));
	assert_true(has_text(required, "intelligence"));
	assert_false(has_text(required, "waivers"));
	assert_true(has_text(reason, "disposition"));
	assert_false(has_text(reason, "volume")); /* or annual_volume */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_strings_are_escaped),
		cmocka_unit_test(test_writer_sets_commas_and_lines),
		cmocka_unit_test(test_schema_has_every_entity_and_key),
		cmocka_unit_test(test_references_are_defined),
		cmocka_unit_test(test_lists_are_spelled_out),
		cmocka_unit_test(test_required_keys),
	};

	return cmocka_run_group_tests(tests, load_schema, drop_schema);
}
