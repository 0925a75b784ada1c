/* json_plan.c - the plan as JSON: its keys that are set, as typed values */
#include "json_plan.h"

#include "table/tables.h"

#define AS(type, value) ((const struct type##_value *)(value))

static void
add_scalar(struct json *json, const void *value, const struct field *field)
{
	struct buf buf = {0};

	switch (field->kind) {
	case KIND_FLAG:
		json_raw(json, AS(flag, value)->on ? "true" : "false");
		return;
	case KIND_NUMBER:
		json_number(json, AS(number, value)->n);
		return;
	case KIND_READING: /* a time in its unit */
		if (AS(reading, value)->suffix != READING_TIME) {
			json_number(json, AS(reading, value)->n);
			return;
		}
		duration_write(&buf,
			       (struct duration){AS(reading, value)->n,
						 AS(reading, value)->unit});
		break;
	case KIND_DATE:
		date_write(&buf, AS(date, value)->date);
		break;
	case KIND_PERIOD:
		period_write(&buf, AS(period, value)->period);
		break;
	case KIND_DURATION:
		duration_write(&buf, AS(duration, value)->duration);
		break;
	case KIND_WEEK:
		buf_puts(&buf, AS(week, value)->text);
		break;
	case KIND_SPANS:
		spans_write(&buf, &AS(spans, value)->day, "closed");
		break;
	case KIND_PATH:
		buf_puts(&buf, AS(path, value)->text);
		break;
	case KIND_LOOKUP:
		buf_puts(&buf, AS(lookup, value)->text);
		break;
	case KIND_WORD:
		buf_puts(&buf,
			 choices[field->list].words[AS(word, value)->word]);
		break;
	case KIND_REF:
	case KIND_NAMED:
		buf_puts(&buf, AS(ref, value)->id);
		break;
	case KIND_ZONE:
		buf_puts(&buf, AS(zone, value)->text);
		break;
	default: /* TEXT, CODE */
		buf_puts(&buf, AS(text, value)->text);
		break;
	}
	json_text(json, buf_text(&buf));
	buf_free(&buf);
}

/* several values, on one line */
static void
add_values(struct json *json, const void *value, const struct field *field)
{
	json_open_flat(json, '[');
	switch (field->kind) {
	case KIND_WORDS:
		FOR_VALUES (word_value, word, *AS(words, value))
			if (is_set(&word->at))
				json_text(
					json,
					choices[field->list].words[word->word]);
		break;
	case KIND_REFS:
	case KIND_NAMEDS:
		FOR_VALUES (ref_value, ref, *AS(refs, value))
			if (is_set(&ref->at))
				json_text(json, ref->id);
		break;
	case KIND_PATHS:
		FOR_VALUES (path_value, path, *AS(paths, value))
			if (is_set(&path->at))
				json_text(json, path->text);
		break;
	default: /* TEXTS, CODES */
		FOR_VALUES (text_value, text, *AS(texts, value))
			if (is_set(&text->at))
				json_text(json, text->text);
		break;
	}
	json_close(json, "]");
}

/* values by their names, within braces on one line */
static void
add_mapping(struct json *json, const void *value, const struct field *field)
{
	struct buf key = {0};

	switch (field->kind) {
	case KIND_SHARES:
		FOR_VALUES (share, share, *AS(shares, value))
			if (is_set(&share->value.at))
				json_number_member(json, share->ref.id,
						   share->value.n);
		break;
	case KIND_REFMAP:
		FOR_VALUES (ref_pair, pair, *AS(ref_map, value))
			if (is_set(&pair->to.at))
				json_member(json, pair->from.id, pair->to.id);
		break;
	case KIND_INTMAP:
		FOR_VALUES (int_number, pair, *AS(int_map, value)) {
			buf_clear(&key);
			buf_number(&key, pair->key);
			if (is_set(&pair->value.at))
				json_number_member(json, key.p, pair->value.n);
		}
		break;
	default: /* WORDMAP */
		FOR_VALUES (named_word, pair, *AS(word_map, value))
			if (is_set(&pair->value.at))
				json_member(json, pair->name.text,
					    choices[field->values]
						    .words[pair->value.word]);
		break;
	}
	buf_free(&key);
}

static void add_object(struct json *json, const void *object);

/* an object, or objects in a list, or by their ids within braces */
static void
add_objects(struct json *json, const void *value, const struct field *field)
{
	const struct list *list = value;
	const struct map *map = value;

	if (field->kind == KIND_OBJECT) {
		add_object(json, value);
	} else if (field->kind == KIND_LIST) {
		json_open(json, '[');
		for (uint32_t i = 0; i < list->n; i++)
			add_object(json, list->items[i]);
		json_close(json, "]");
	} else {
		for (uint32_t i = 0; i < map->n; i++) {
			json_key(json, map->items[i]->id);
			add_object(json, map->items[i]);
		}
	}
}

/* the user's own keys: of the mapping in the object, or NULL for the object's;
 * returns whether there are any */
static bool
add_own(struct json *json, const struct object *object, const struct field *in)
{
	bool any = false;

	for (const struct own_key *own = object->own; own; own = own->next) {
		if (own->in != in)
			continue;
		any = true;
		if (!json)
			break;
		json_key(json, own->key);
		json_raw(json, own->json);
	}
	return any;
}

static void
add_object(struct json *json, const void *object)
{
	static void (*const add[])(struct json * json, const void *value,
				   const struct field *field) = {
		[SHAPE_VALUE] = add_scalar,
		[SHAPE_LIST] = add_values,
		[SHAPE_MAPPING] = add_mapping,
		[SHAPE_KEYS] = add_objects,
	};
	const struct entity *entity = object_entity(object);

	json_open(json, '{');
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		enum shape shape = kind_shape(field->kind);
		bool named = shape == SHAPE_MAPPING ||
			     field->kind == KIND_MAP ||
			     field->kind == KIND_KEYED;

		if (!is_set(field_mark(object, field)) &&
		    !(named && add_own(NULL, object, field)))
			continue;
		json_key(json, field->key);
		if (named)
			(shape == SHAPE_MAPPING ? json_open_flat
						: json_open)(json, '{');
		add[shape](json, field_value(object, field), field);
		if (named) {
			add_own(json, object, field);
			json_close(json, "}");
		}
	}
	add_own(json, object, NULL);
	json_close(json, "}");
}

void
plan_json(struct json *json, const struct object *plan)
{
	add_object(json, plan);
}
