/* plan_json.c - the plan's own content as JSON, along its descriptions */
#include "json_parts.h"

#include "table/tables.h"

static void add_object(struct json *json, const void *object);

static void
add_texts(struct json *json, const struct texts_value *texts)
{
	json_open_flat(json, '[');
	for (uint32_t i = 0; i < texts->n; i++)
		if (is_set(&texts->items[i].at))
			json_text(json, texts->items[i].text);
	json_close(json, "]");
}

static void
add_words(struct json *json, const struct words_value *words,
	  const struct choices *list)
{
	json_open_flat(json, '[');
	for (uint32_t i = 0; i < words->n; i++)
		if (is_set(&words->items[i].at))
			json_text(json, list->words[words->items[i].word]);
	json_close(json, "]");
}

static void
add_refs(struct json *json, const struct refs_value *refs)
{
	json_open_flat(json, '[');
	for (uint32_t i = 0; i < refs->n; i++)
		if (is_set(&refs->items[i].at))
			json_text(json, refs->items[i].id);
	json_close(json, "]");
}

static void
add_paths(struct json *json, const struct paths_value *paths)
{
	json_open_flat(json, '[');
	for (uint32_t i = 0; i < paths->n; i++)
		if (is_set(&paths->items[i].at))
			json_text(json, paths->items[i].text);
	json_close(json, "]");
}

static void
add_shares(struct json *json, const struct shares_value *shares)
{
	json_open_flat(json, '{');
	for (uint32_t i = 0; i < shares->n; i++)
		if (is_set(&shares->items[i].value.at))
			json_number_member(json, shares->items[i].ref.id,
					   shares->items[i].value.n);
	json_close(json, "}");
}

static void
add_ref_map(struct json *json, const struct ref_map_value *map)
{
	json_open_flat(json, '{');
	for (uint32_t i = 0; i < map->n; i++)
		if (is_set(&map->items[i].to.at))
			json_member(json, map->items[i].from.id,
				    map->items[i].to.id);
	json_close(json, "}");
}

static void
add_int_map(struct json *json, const struct int_map_value *map)
{
	json_open_flat(json, '{');
	for (uint32_t i = 0; i < map->n; i++) {
		struct buf key = {0};

		if (!is_set(&map->items[i].value.at))
			continue;
		buf_number(&key, map->items[i].key);
		json_number_member(json, buf_text(&key), map->items[i].value.n);
		buf_free(&key);
	}
	json_close(json, "}");
}

static void
add_word_map(struct json *json, const struct word_map_value *map,
	     const struct choices *list)
{
	json_open_flat(json, '{');
	for (uint32_t i = 0; i < map->n; i++)
		if (is_set(&map->items[i].value.at))
			json_member(json, map->items[i].name.text,
				    list->words[map->items[i].value.word]);
	json_close(json, "}");
}

static void
add_map(struct json *json, const struct map *map)
{
	json_open(json, '{');
	for (uint32_t i = 0; i < map->n; i++) {
		json_key(json, map->items[i]->id);
		add_object(json, map->items[i]);
	}
	json_close(json, "}");
}

static void
add_list(struct json *json, const struct list *list)
{
	json_open(json, '[');
	for (uint32_t i = 0; i < list->n; i++)
		add_object(json, list->items[i]);
	json_close(json, "]");
}

/* a single text or number */
static void
add_scalar(struct json *json, const void *value, const struct field *field)
{
	struct buf buf = {0};

	switch (field->kind) {
	case KIND_DATE:
		date_write(&buf, ((const struct date_value *)value)->date);
		break;
	case KIND_PERIOD:
		period_write(&buf,
			     ((const struct period_value *)value)->period);
		break;
	case KIND_DURATION:
		duration_write(
			&buf, ((const struct duration_value *)value)->duration);
		break;
	case KIND_WEEK:
		buf_puts(&buf, ((const struct week_value *)value)->text);
		break;
	case KIND_SPANS:
		spans_add(&buf, &((const struct spans_value *)value)->day,
			  "closed");
		break;
	case KIND_PATH:
		buf_puts(&buf, ((const struct path_value *)value)->text);
		break;
	case KIND_LOOKUP:
		buf_puts(&buf, ((const struct lookup_value *)value)->text);
		break;
	case KIND_WORD:
		buf_puts(&buf, choices[field->list]
				       .words[((const struct word_value *)value)
						      ->word]);
		break;
	case KIND_REF:
	case KIND_NAMED:
		buf_puts(&buf, ((const struct ref_value *)value)->id);
		break;
	case KIND_ZONE:
		buf_puts(&buf, ((const struct zone_value *)value)->text);
		break;
	default: /* TEXT, CODE */
		buf_puts(&buf, ((const struct text_value *)value)->text);
		break;
	}
	json_text(json, buf_text(&buf));
	buf_free(&buf);
}

/* several values */
static void
add_several(struct json *json, const void *value, const struct field *field)
{
	switch (field->kind) {
	case KIND_TEXTS:
	case KIND_CODES:
		add_texts(json, value);
		break;
	case KIND_WORDS:
		add_words(json, value, &choices[field->list]);
		break;
	case KIND_REFS:
	case KIND_NAMEDS:
		add_refs(json, value);
		break;
	case KIND_PATHS:
		add_paths(json, value);
		break;
	case KIND_SHARES:
		add_shares(json, value);
		break;
	case KIND_REFMAP:
		add_ref_map(json, value);
		break;
	case KIND_INTMAP:
		add_int_map(json, value);
		break;
	case KIND_WORDMAP:
		add_word_map(json, value, &choices[field->values]);
		break;
	default:
		add_scalar(json, value, field);
		break;
	}
}

static void
add_value(struct json *json, const void *value, const struct field *field)
{
	switch (field->kind) {
	case KIND_OBJECT:
		add_object(json, value);
		break;
	case KIND_LIST:
		add_list(json, value);
		break;
	case KIND_MAP:
	case KIND_KEYED:
		add_map(json, value);
		break;
	case KIND_FLAG:
		json_raw(json, ((const struct flag_value *)value)->on
				       ? "true"
				       : "false");
		break;
	case KIND_NUMBER:
		json_number(json, ((const struct number_value *)value)->n);
		break;
	case KIND_READING:
		json_number(json, ((const struct reading_value *)value)->n);
		break;
	default:
		add_several(json, value, field);
		break;
	}
}

static void
add_object(struct json *json, const void *object)
{
	const struct entity *entity = object_entity(object);

	json_open(json, '{');
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];

		if (!is_set(field_mark(object, field)))
			continue;
		json_key(json, field->key);
		add_value(json, field_value(object, field), field);
	}
	json_close(json, "}");
}

void
plan_json(struct json *json, const struct plan *plan)
{
	add_object(json, plan);
}
