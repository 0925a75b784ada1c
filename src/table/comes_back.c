/* comes_back.c - which cells show a single value of their row's item, so that
 * an edit of the workbook can be taken back into the plan */
#include <string.h>

#include "ces/expr.h"
#include "ces/language.h"
#include "ces/measure.h"
#include "ces/question.h"
#include "tables.h"

/* a key of the user's own takes any text */
static const struct field own_field = {.key = "x-", .kind = KIND_TEXT};

/* --- the item of a row ---------------------------------------------------- */

/* the collection that a table's rows are of; NULL: none */
static const struct field *
collection_of(const struct table *table)
{
	return table->collection
		       ? field_at(entity_plan(), table->collection).field
		       : NULL;
}

/* of the item, or of the one that would be made: it has a registered name */
static const struct entity *
row_entity(const struct table *table, size_t row)
{
	const struct object *object = table->items[row].object;
	const struct field *of;

	if (object)
		return object_entity(object);
	of = collection_of(table);
	return of && of->kind == KIND_KEYED && table->ids[row] &&
			       registry_find((enum registry)of->list,
					     table->ids[row]) >= 0
		       ? of->of()
		       : NULL;
}

bool
table_row_has_item(const struct table *table, size_t row)
{
	return row_entity(table, row) != NULL;
}

/* --- keys of the format --------------------------------------------------- */

static const char *
key_path(const struct table *table, size_t row, size_t column)
{
	const struct column *about = &table->columns[column];

	if (column == 0 && table->items[row].key)
		return table->items[row].key;
	return about->from ? about->from : about->key;
}

/* of the two figures of a leaf the other stands for this one, as do the parts
 * of what is no leaf */
static bool
is_replaced(const struct object *object, const struct field *field)
{
	const struct mark *other;

	if (!object || field->need != NEED_LEAF)
		return false;
	other = (const void *)((const char *)object + field->other.offset);
	return object->whole || is_set(other);
}

static bool
has_formula(const struct table *table, size_t row, size_t column)
{
	const struct column *about = &table->columns[column];

	return (about->live || about->live_of) &&
	       (!table->live || table_has_formula(table, row, column));
}

/* --- keys of the user's own ----------------------------------------------- */

/* where a key of the user's own stands, and its name there */
struct own_place {
	const struct object *object; /* NULL: in none, or in a list */
	const struct field *in;	     /* its mapping without objects, or NULL */
	const char *key;
};

static struct own_place
own_place(const struct object *object, const char *path)
{
	struct own_place place = {object, NULL, path};

	while (place.object && !place.in && strncmp(place.key, "x-", 2) != 0) {
		size_t n = strcspn(place.key, ".");
		const struct field *field =
			entity_field(object_entity(place.object), place.key, n);

		if (!field || !place.key[n] || field->kind == KIND_LIST)
			return (struct own_place){NULL, NULL, NULL};
		place.key += n + 1;
		if (field->kind != KIND_OBJECT) {
			place.in = field;
			continue;
		}
		place.object = field_value(place.object, field);
		if (!place.object->slot)
			place.object = NULL;
	}
	return place;
}

static bool
own_comes_back(const struct table *table, size_t row, size_t column)
{
	const char *text = table_cell(table, row, column)->text;
	const struct own_place place =
		own_place(table->items[row].object, table->columns[column].key);

	if (!place.object)
		return false;
	for (const struct own_key *own = place.object->own; own;
	     own = own->next)
		if (own->in == place.in && !strcmp(own->key, place.key))
			return !strchr("[{", *own->json) &&
			       !strcmp(own->text, text ? text : "");
	/* other places may show theirs in this cell */
	return !text && !place.in;
}

/* --- what comes back ------------------------------------------------------ */

const struct field *
table_column_field(const struct table *table, size_t row, size_t column)
{
	const struct column *about = &table->columns[column];
	const struct entity *entity = row_entity(table, row);
	const struct field *field;

	if (!entity || has_formula(table, row, column) ||
	    (table->second && !strcmp(table->second, about->key)))
		return NULL;
	if (about->own)
		return own_comes_back(table, row, column) ? &own_field : NULL;
	field = field_at(entity, key_path(table, row, column)).field;
	if (!field || kind_shape(field->kind) != SHAPE_VALUE ||
	    is_replaced(table->items[row].object, field))
		return NULL;
	return field;
}

void
table_column_path(struct buf *buf, const struct table *table, size_t row,
		  size_t column)
{
	const struct object *object = table->items[row].object;

	if (object)
		object_path(buf, object, NULL);
	else
		buf_printf(buf, "%s.%s", table->collection, table->ids[row]);
	buf_printf(buf, ".%s", key_path(table, row, column));
}

/* --- words and their labels ----------------------------------------------- */

static const char *
registry_label(const struct language *language, enum registry registry,
	       const char *word)
{
	if (registry == REGISTRY_STANDARD)
		return language_text(language,
				     standards[standard_find(word)].name);
	return registry == REGISTRY_SECTION ? section_label(language, word)
					    : word;
}

const char *
column_list(struct arena *arena, const struct table *table, size_t column,
	    const struct field *field)
{
	const struct column *about = &table->columns[column];

	if (about->states)
		return arena_format(arena, "%s.%s", table->key, about->key);
	switch (field->kind) {
	case KIND_WORD:
		return choices[field->list].name;
	case KIND_FLAG:
		return "flag";
	case KIND_LOOKUP:
		return field->list == REGISTRY_STANDARD ? "standard"
							: "section";
	default:
		return NULL;
	}
}

struct label
column_label(const struct table *table, size_t column,
	     const struct field *field, size_t i)
{
	const struct language *language = table->language;
	const enum state_id *states = table->columns[column].states;
	static const char *const flags[] = {"false", "true"};
	struct label label = {NULL, NULL};

	if (field->kind == KIND_FLAG && i < COUNT_OF(flags))
		return (struct label){flags[i], flag_word(language, i == 1)};
	if (field->kind != KIND_WORD && field->kind != KIND_LOOKUP)
		return label;
	label.word = list_word(field->kind, field->list, i);
	if (!label.word)
		return label;
	label.text =
		states ? state_text(language, states[i])
		: field->kind == KIND_WORD
			? plain_word(language, (enum choices_id)field->list,
				     label.word)
			: registry_label(language, (enum registry)field->list,
					 label.word);
	return label;
}
