/* cells.c - rows and cells of a table, filled from the plan's values */
#include "tables.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/question.h"
#include "ces/week.h"

const struct cell empty_cell = {.number = NAN, .word = -1, .link = -1};

static struct cell *
cell_at(struct sheet *sheet, const char *key)
{
	const struct table *table = sheet->table;

	/* cells are mostly set in the order of their columns */
	for (size_t i = 0; i < table->column_count; i++) {
		size_t at = (sheet->next + i) % table->column_count;

		if (strcmp(table->columns[at].key, key) != 0)
			continue;
		sheet->next = at + 1;
		return &sheet->row[at];
	}
	assert(false && "a column with that key");
	abort();
}

void
put_text(struct sheet *sheet, const char *key, const char *text)
{
	struct cell *cell = cell_at(sheet, key);
	int link = sheet->table->columns[cell - sheet->row].link;

	cell->text = text && *text ? text : NULL;
	if (cell->text && link)
		cell->link = link;
}

void
put_message(struct sheet *sheet, const char *key, const char *message)
{
	if (message && *message)
		put_text(sheet, key, language_text(sheet->language, message));
}

void
put_name(struct sheet *sheet, const char *key, const struct object *object)
{
	put_text(sheet, key, object ? object_name(object) : NULL);
}

void
put_buf(struct sheet *sheet, const char *key, struct buf *buf)
{
	if (buf->n)
		put_text(sheet, key, arena_copy(sheet->arena, buf->p, buf->n));
	buf_free(buf);
}

void
put_number(struct sheet *sheet, const char *key, double number)
{
	cell_at(sheet, key)->number = isfinite(number) ? number : NAN;
}

void
put_value(struct sheet *sheet, const char *key,
	  const struct number_value *value)
{
	put_number(sheet, key, is_set(&value->at) ? value->n : NAN);
}

void
put_date(struct sheet *sheet, const char *key, struct date date)
{
	cell_at(sheet, key)->date = date;
}

void
put_flag(struct sheet *sheet, const char *key, bool on)
{
	struct cell *cell = cell_at(sheet, key);

	cell->text = flag_word(sheet->language, on);
	cell->word = on;
}

void
put_word(struct sheet *sheet, const char *key, enum choices_id list, int word)
{
	struct cell *cell = cell_at(sheet, key);

	if (word < 0)
		return;
	cell->text =
		plain_word(sheet->language, list, choices[list].words[word]);
	cell->word = word;
}

void
put_state(struct sheet *sheet, const char *key, enum state_id state)
{
	struct cell *cell = cell_at(sheet, key);

	cell->text = state_text(sheet->language, state);
	cell->state = state;
}

void
put_link(struct sheet *sheet, const char *key, int table, const char *item)
{
	struct cell *cell = cell_at(sheet, key);

	if (!cell->text)
		return;
	cell->link = table;
	cell->item = item;
}

/* --- a key of the plan as a cell ---------------------------------------- */

static const char *
ref_name(const struct ref_value *ref)
{
	const struct object *to = ref_target(ref);

	return to ? object_name(to) : ref->id;
}

void
names_add(struct names *names, const char *text, const struct object *to)
{
	ARRAY_GROW(names->items, names->n, names->cap);
	names->items[names->n++] = (struct name){text, to};
}

void
names_add_item(struct names *names, const struct object *to)
{
	names_add(names, object_name(to), to);
}

void
names_add_refs(struct names *names, const struct refs_value *refs)
{
	FOR_VALUES (ref_value, ref, *refs)
		if (is_set(&ref->at))
			names_add(names, ref_name(ref), ref_target(ref));
}

/* an item by name and entity, as a path may lead anywhere; a collection by its
 * title */
static void
names_add_path(struct names *names, const struct path_value *path)
{
	const struct language *language = names->sheet->language;

	if (!path->to || !path->to->slot)
		names_add(names, section_label(language, path->text), NULL);
	else
		names_add(
			names,
			message_text(
				names->sheet->arena, language,
				N_("{name} ({kind})"),
				ARGS(TEXT_ARG("name", object_name(path->to)),
				     WORD_ARG("kind",
					      object_entity(path->to)->label))),
			path->to);
}

/* Moves them into the cell. */
static void
fill_names(struct cell *cell, struct names *names)
{
	struct arena *arena = names->sheet->arena;
	struct buf text = {0};

	if (names->n) {
		for (size_t i = 0; i < names->n; i++)
			name_add(&text, names->sheet->language,
				 names->items[i].text);
		names_add(names, NULL, NULL);
		cell->text = arena_take(arena, &text);
		cell->names = memcpy(
			arena_alloc(arena, names->n * sizeof(*names->items)),
			names->items, names->n * sizeof(*names->items));
	}
	free(names->items);
}

void
put_names(struct sheet *sheet, const char *key, struct names *names)
{
	fill_names(cell_at(sheet, key), names);
}

static void
texts_add(struct buf *buf, const struct language *language,
	  const struct texts_value *texts)
{
	FOR_VALUES (text_value, text, *texts)
		if (is_set(&text->at))
			text_add(buf, language, text->text);
}

/* the text of a list or of a value that is written; objects have none */
static const char *
text_written(struct arena *arena, const struct language *language,
	     const void *value, const struct field *field)
{
	const struct choices *list = &choices[field->list];
	struct buf buf = {0};

	switch (field->kind) {
	case KIND_TEXTS:
	case KIND_CODES:
		texts_add(&buf, language, value);
		break;
	case KIND_PERIOD:
		period_show(&buf, language,
			    ((const struct period_value *)value)->period);
		break;
	case KIND_DURATION:
		duration_show(&buf, language,
			      ((const struct duration_value *)value)->duration);
		break;
	case KIND_WEEK:
		week_add(&buf, language,
			 ((const struct week_value *)value)->text);
		break;
	case KIND_WORDS:
		FOR_VALUES (word_value, word,
			    *(const struct words_value *)value)
			if (is_set(&word->at))
				name_add(
					&buf, language,
					plain_word(language,
						   (enum choices_id)field->list,
						   list->words[word->word]));
		break;
	default:
		break;
	}
	return buf.n ? arena_take(arena, &buf) : NULL;
}

static const char *
field_text(struct arena *arena, const struct language *language,
	   const void *value, const struct field *field)
{
	const struct word_value *word = value;

	switch (field->kind) {
	case KIND_TEXT:
	case KIND_CODE:
		return ((const struct text_value *)value)->text;
	case KIND_ZONE:
		return ((const struct zone_value *)value)->text;
	case KIND_LOOKUP:
		return ((const struct lookup_value *)value)->text;
	case KIND_FLAG:
		return flag_word(language,
				 ((const struct flag_value *)value)->on);
	case KIND_WORD:
		return plain_word(language, (enum choices_id)field->list,
				  choices[field->list].words[word->word]);
	case KIND_REF:
	case KIND_NAMED:
		return ref_name(value);
	default:
		return text_written(arena, language, value, field);
	}
}

bool
column_has_numbers(enum column_kind kind)
{
	return kind != COLUMN_TEXT && kind != COLUMN_WORD &&
	       kind != COLUMN_DATE && kind != COLUMN_STATUS;
}

static int
field_word(const void *value, const struct field *field)
{
	if (field->kind == KIND_WORD)
		return ((const struct word_value *)value)->word;
	if (field->kind == KIND_FLAG)
		return ((const struct flag_value *)value)->on;
	return -1;
}

static double
field_number(const void *value, const struct field *field)
{
	if (field->kind == KIND_NUMBER)
		return ((const struct number_value *)value)->n;
	if (field->kind == KIND_READING)
		return ((const struct reading_value *)value)->n;
	if (field->kind == KIND_DURATION)
		return duration_seconds(
			((const struct duration_value *)value)->duration);
	return NAN;
}

/* the items that the value refers to; false: its kind doesn't name any */
static bool
fill_references(struct sheet *sheet, struct cell *cell, const void *value,
		const struct field *field)
{
	struct names names = {.sheet = sheet};

	switch (field->kind) {
	case KIND_REFS:
	case KIND_NAMEDS:
		names_add_refs(&names, value);
		break;
	case KIND_PATH:
		names_add_path(&names, value);
		break;
	case KIND_PATHS:
		FOR_VALUES (path_value, path,
			    *(const struct paths_value *)value)
			if (is_set(&path->at))
				names_add_path(&names, path);
		break;
	default:
		return false;
	}
	fill_names(cell, &names);
	return true;
}

static void
fill_cell(struct sheet *sheet, struct cell *cell, const struct column *column,
	  const void *object, const struct field *field)
{
	const void *value = field_value(object, field);

	*cell = empty_cell;
	if (!is_set(field_mark(object, field)))
		return;
	if (column_has_numbers(column->kind)) {
		cell->number = field_number(value, field);
		return;
	}
	if (field->kind == KIND_DATE) {
		cell->date = ((const struct date_value *)value)->date;
		return;
	}
	if (fill_references(sheet, cell, value, field))
		return;
	cell->text = field_text(sheet->arena, sheet->language, value, field);
	cell->word = field_word(value, field);
	if (column->states) {
		cell->state = column->states[cell->word];
		cell->text = state_text(sheet->language, cell->state);
	}
	if (cell->text && !*cell->text)
		cell->text = NULL;
	if (cell->text && field->kind == KIND_REF)
		cell->link = table_of_entity(field->of()->name);
}

void
put_field(struct sheet *sheet, const char *key, const void *object,
	  const char *name)
{
	const struct object *of = object;
	struct cell *cell = cell_at(sheet, key);
	size_t column = (size_t)(cell - sheet->row);
	const struct field *field;

	/* the object of an absent key is zeroed and has no entity */
	if (!of->slot)
		return;
	field = entity_field(object_entity(of), name, strlen(name));
	assert(field);
	fill_cell(sheet, cell, &sheet->table->columns[column], object, field);
}

/* --- rows --------------------------------------------------------------- */

static void
grow(struct sheet *sheet)
{
	struct table *table = sheet->table;
	size_t cap = sheet->cap ? sheet->cap * 2 : 16;

	table->cells = mem_grow(table->cells, cap * table->column_count *
						      sizeof(*table->cells));
	table->ids = mem_grow(table->ids, cap * sizeof(*table->ids));
	table->objects =
		mem_grow(table->objects, cap * sizeof(*table->objects));
	table->items = mem_grow(table->items, cap * sizeof(*table->items));
	sheet->cap = cap;
}

void
sheet_end(struct sheet *sheet)
{
	struct table *table = sheet->table;
	size_t n = table->rows, cells = n * table->column_count;

	table->cells = arena_keep(sheet->arena, table->cells,
				  cells * sizeof(*table->cells));
	table->ids =
		arena_keep(sheet->arena, table->ids, n * sizeof(*table->ids));
	table->objects = arena_keep(sheet->arena, table->objects,
				    n * sizeof(*table->objects));
	table->items = arena_keep(sheet->arena, table->items,
				  n * sizeof(*table->items));
	if (n)
		table_index(table, sheet->arena);
}

void
sheet_new(struct sheet *sheet, const char *id, const struct object *object)
{
	struct table *table = sheet->table;

	if (table->rows == sheet->cap)
		grow(sheet);
	sheet->row = table->cells + table->rows * table->column_count;
	for (size_t i = 0; i < table->column_count; i++)
		sheet->row[i] = empty_cell;
	table->ids[table->rows] = id;
	table->items[table->rows] = (struct row_item){NULL, NULL};
	table->objects[table->rows++] = object;
	sheet->next = 0;
}

void
sheet_item(struct sheet *sheet, const struct object *object, const char *key)
{
	sheet->table->items[sheet->table->rows - 1] =
		(struct row_item){object, key};
}

struct source_field
field_at(const struct entity *entity, const char *path)
{
	struct source_field found = {0};
	size_t n = strcspn(path, ".");

	while ((found.field = entity_field(entity, path, n)) && path[n]) {
		found.offset += found.field->offset;
		entity = found.field->of();
		path += n + 1;
		n = strcspn(path, ".");
	}
	return found;
}

static void
find_fields(struct sheet *sheet, const struct entity *entity)
{
	const struct column *columns = sheet->table->columns;
	size_t n = sheet->table->column_count;

	sheet->entity = entity;
	sheet->fields = arena_alloc(sheet->arena, n * sizeof(*sheet->fields));
	for (size_t i = 0; i < n; i++)
		sheet->fields[i] =
			field_at(entity, columns[i].from ? columns[i].from
							 : columns[i].key);
}

void
sheet_row(struct sheet *sheet, const struct object *object)
{
	const struct entity *entity = object_entity(object);
	const struct source_field *from;

	sheet_new(sheet, object->id, object);
	sheet_item(sheet, object, NULL);
	if (sheet->entity != entity)
		find_fields(sheet, entity);
	for (size_t i = 0; i < sheet->table->column_count; i++) {
		from = &sheet->fields[i];
		if (from->field)
			fill_cell(sheet, &sheet->row[i],
				  &sheet->table->columns[i],
				  (const char *)object + from->offset,
				  from->field);
	}
	sheet_own(sheet, object);
}
