/* items.c - new items, of rows that somebody added */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "ces/reference.h"
#include "ces/utf8.h"
#include "import/parts.h"

enum { LONGEST_ID = 40 };

/* --- ids ------------------------------------------------------------------ */

/* its letters and digits in small, joined by '-', cut at a word: of any script
 */
static const char *
id_of(struct arena *arena, const char *title)
{
	struct buf small = {0}, id = {0};
	size_t word = 0, letters = 0, n, left;
	const char *s;
	uint32_t cp;

	utf8_normalize(&small, title, strlen(title), true);
	for (s = buf_text(&small), left = small.n; left; s += n, left -= n) {
		n = utf8_next(s, left, &cp);
		if (utf8_is_id_char(cp) && cp != '-') {
			buf_add(&id, s, n);
			letters++;
		} else if (id.n && id.p[id.n - 1] != '-') {
			word = id.n;
			buf_putc(&id, '-');
		}
		if (letters > LONGEST_ID && word) {
			id.n = word;
			break;
		}
	}
	while (id.n && id.p[id.n - 1] == '-')
		id.n--;
	title = arena_copy(arena, buf_text(&id), id.n);
	buf_free(&small);
	buf_free(&id);
	return title;
}

static bool
is_taken(const struct importing *run, const struct map *map, const char *path,
	 const char *id)
{
	const char *whole = arena_format(run->arena, "%s.%s", path, id);

	for (size_t i = 0; i < run->id_count; i++)
		if (!strcmp(run->ids[i], whole))
			return true;
	return map_find(map, id) != NULL;
}

/* Is a row of this workbook, or of another reviewer's, a new item there? */
static bool
is_new_at(const struct importing *run, const char *path, bool here)
{
	for (size_t i = 0; i < run->import->n; i++) {
		const struct import_finding *other = &run->import->items[i];

		if (other->change.kind == CHANGE_ITEM && other->path &&
		    (other->workbook == run->book->workbook->name) == here &&
		    !strcmp(other->path, path))
			return true;
	}
	return false;
}

/* the path of the new item, with an id that no other has */
static const char *
path_for(struct importing *run, const struct map *map, const char *collection,
	 const char *title, const char *label)
{
	const char *id = id_of(run->arena, title), *free, *path;

	if (!*id || (*id == 'x' && id[1] == '-'))
		id = id_of(run->arena, label);
	path = arena_format(run->arena, "%s.%s", collection, id);
	if (!map_find(map, id) && is_new_at(run, path, false))
		return path;
	free = id;
	for (int i = 2; is_taken(run, map, collection, free); i++)
		free = arena_format(run->arena, "%s-%d", id, i);
	ARRAY_GROW(run->ids, run->id_count, run->id_cap);
	run->ids[run->id_count] =
		arena_format(run->arena, "%s.%s", collection, free);
	return run->ids[run->id_count++];
}

/* --- keys ----------------------------------------------------------------- */

/* the value of a path of keys, made where it is not there */
static struct content *
member(struct arena *arena, struct content *map, const char *path)
{
	for (;;) {
		size_t n = strcspn(path, ".");

		map = content_member(arena, map, arena_copy(arena, path, n));
		if (!path[n])
			return map;
		if (map->kind != CONTENT_MAP)
			*map = (struct content){.kind = CONTENT_MAP};
		path += n + 1;
	}
}

static bool
has_member(const struct content *map, const char *key)
{
	for (size_t i = 0; i < map->n; i++)
		if (!strcmp(map->keys[i], key))
			return true;
	return false;
}

/* the keys that were given, in the format's order, with placeholders of those
 * that every item needs */
static struct content
ordered(struct importing *run, const struct entity *entity,
	struct content *given)
{
	struct content all = {.kind = CONTENT_MAP};

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		bool has = has_member(given, field->key);

		if (has || field->need == NEED_REQUIRED)
			*content_member(run->arena, &all, field->key) =
				has ? *content_member(run->arena, given,
						      field->key)
				    : field_todo(run->arena,
						 plan_language(run->now->plan),
						 field);
	}
	for (size_t i = 0; i < given->n; i++)
		if (!has_member(&all, given->keys[i]))
			*content_member(run->arena, &all, given->keys[i]) =
				given->items[i];
	return all;
}

/* the field of a path of keys; NULL: none */
static const struct field *
field_of(const struct entity *entity, const char *path)
{
	const struct field *field;

	for (;;) {
		size_t n = strcspn(path, ".");

		field = entity_field(entity, path, n);
		if (!field || !path[n])
			return field;
		if (!field->of)
			return NULL;
		entity = field->of();
		path += n + 1;
	}
}

/* numbers, days and flags need no quotes to be read as such */
static bool
is_plain(const struct field *field, const char *text)
{
	switch (field ? field->kind : KIND_TEXT) {
	case KIND_DATE:
	case KIND_PERIOD:
	case KIND_DURATION:
	case KIND_READING:
	case KIND_NUMBER:
		return strchr("+-.0123456789", *text);
	case KIND_FLAG:
		return true;
	default:
		return false;
	}
}

/* --- a row ---------------------------------------------------------------- */

static void
refuse_cell(struct importing *run, const struct found *found, uint32_t row,
	    uint32_t column, const struct sheet_cell *cell, const char *why)
{
	struct import_finding finding = {
		.kind = IMPORT_REFUSED,
		.workbook = run->book->workbook->name,
		.sheet = found->sheet->name,
		.cell = place_name(run->arena, row, column),
		.new = cell_shown(run->arena, cell, NULL),
		.message = why};

	take(run, finding);
}

/* fills in what the cells of the row say; the item's name is in *title */
static void
read_row(struct importing *run, const struct found *found, uint32_t row,
	 const struct object *around, const struct entity *entity,
	 struct content *given, const char **title)
{
	const struct block *block = found->block;
	const struct table *table = block->table;
	bool named = false;

	for (uint32_t i = 0; i < block->columns; i++) {
		uint32_t column = found->columns[i];
		const struct column *about =
			block->now[i] < 0 ? NULL
					  : &table->columns[block->now[i]];
		const struct sheet_cell *cell =
			!about || column == NO_COLUMN
				? NULL
				: cell_find(found->sheet, row, column);
		struct slot slot = {
			.table = table, .column = about, .item = around};
		struct verdict verdict;
		const char *path;
		bool first;

		if (!about)
			continue;
		path = about->from ? about->from : about->key;
		slot.field = field_of(entity, path);
		first = slot.field && !named;
		named |= first;
		if (cell_is_blank(cell))
			continue;
		see_cell(run, found->sheet, cell);
		if (!slot.field && !about->own)
			continue;
		judge_cell(run, &slot, NULL, cell, &verdict);
		if (verdict.refused)
			refuse_cell(run, found, row, column, cell,
				    verdict.refused);
		if (!verdict.text || verdict.refused)
			continue;
		*member(run->arena, given, path) = content_text(
			verdict.text,
			verdict.plain || is_plain(slot.field, verdict.text));
		if (first)
			*title = verdict.text;
	}
}

static bool
is_same(const struct content *a, const struct content *b)
{
	if (a->kind != b->kind || a->n != b->n)
		return false;
	if (a->kind == CONTENT_TEXT)
		return a->length == b->length &&
		       !memcmp(a->text, b->text, a->length);
	for (size_t i = 0; i < a->n; i++)
		if ((a->keys && strcmp(a->keys[i], b->keys[i]) != 0) ||
		    !is_same(&a->items[i], &b->items[i]))
			return false;
	return true;
}

/* another reviewer has added the very same */
static bool
is_added(const struct importing *run, const struct content *content)
{
	for (size_t i = 0; i < run->import->n; i++) {
		const struct import_finding *other = &run->import->items[i];

		if (other->change.kind == CHANGE_ITEM && other->change.path &&
		    other->workbook != run->book->workbook->name &&
		    is_same(&other->change.content, content))
			return true;
	}
	return false;
}

static void
add_change(struct importing *run, const struct found *found, uint32_t row,
	   const char *path, const char *place, const char *title,
	   struct content content)
{
	struct import_finding finding = {
		.kind = IMPORT_TAKEN,
		.workbook = run->book->workbook->name,
		.sheet = found->sheet->name,
		.cell = row_name(run->arena, row),
		.item = title,
		.path = place,
		.message = _("a new row, and a new item"),
		.change = {
			.kind = CHANGE_ITEM, .path = path, .content = content}};

	if (!is_added(run, &content))
		take(run, finding);
}

static void
cannot_add(struct importing *run, const struct found *found, uint32_t row,
	   const char *message)
{
	see_row(run, found->sheet, row);
	note(run, IMPORT_REFUSED, found->sheet, row_name(run->arena, row))
		->message = message;
}

/* --- readings ------------------------------------------------------------- */

/* NULL where it is blank, or its column gone */
static const struct sheet_cell *
cell_under(const struct found *found, uint32_t row, const char *key)
{
	uint32_t column = found_column(found, key);

	return column == NO_COLUMN ? NULL
				   : cell_find(found->sheet, row, column);
}

/* the measure by its id, else by its name */
static const struct object *
measure_of(struct importing *run, const struct found *found, uint32_t row)
{
	const struct map *map = &run->now->plan->measures;
	const char *id = cell_word(cell_find(found->sheet, row, found->id));
	const char *name = cell_word(cell_under(found, row, "measure"));
	const struct object *measure = *id ? map_find(map, id) : NULL;

	for (uint32_t i = 0; *name && !measure && i < map->n; i++)
		if (text_alike(name, object_name(map->items[i])))
			measure = map->items[i];
	return measure;
}

static bool
has_reading(const struct measure *measure, const struct period *period)
{
	FOR_EACH (actual, measure->actuals)
		if (is_set(&actual->period.at) &&
		    !date_compare(actual->period.period.first, period->first) &&
		    !date_compare(actual->period.period.last, period->last))
			return true;
	return false;
}

static void
reading_add(struct importing *run, const struct found *found, uint32_t row)
{
	const struct object *measure = measure_of(run, found, row);
	const struct sheet_cell *period = cell_under(found, row, "period");
	const struct entity *entity =
		object_field(&run->now->plan->object, "measures")->of();
	const struct entity *actual = entity_field(entity, "actuals", 7)->of();
	struct slot slot = {.table = found->block->table,
			    .column = &found->block->table->columns[1],
			    .item = measure,
			    .field = entity_field(actual, "period", 6)};
	struct content given = {.kind = CONTENT_MAP};
	struct verdict verdict;
	struct buf path = {0};
	const char *title = NULL, *list, *place, *second;
	struct period read;

	if (!measure) {
		cannot_add(run, found, row,
			   _("a reading needs its measure; choose one that the "
			     "plan has"));
		return;
	}
	judge_cell(run, &slot, NULL, period, &verdict);
	if (!verdict.text || verdict.refused) {
		cannot_add(run, found, row,
			   verdict.refused ? verdict.refused
					   : _("a reading needs its period; "
					       "write one like 2026-06"));
		return;
	}
	if (!period_parse(verdict.text, strlen(verdict.text), &read)) {
		cannot_add(
			run, found, row,
			message_text(run->arena, users_language(),
				     N_("'{text}' is not a period; write one "
					"like 2026-06"),
				     ARGS(TEXT_ARG("text", verdict.text))));
		return;
	}
	period_show(&path, run->language, read);
	second = arena_take(run->arena, &path);
	path = (struct buf){0};
	if (has_reading((const void *)measure, &read)) {
		if (match_imported(run, found, row, measure->id, second))
			return;
		cannot_add(run, found, row,
			   _("the plan has a reading of this measure and "
			     "period already; change that one"));
		return;
	}
	object_path(&path, measure, NULL);
	buf_puts(&path, ".actuals");
	list = arena_take(run->arena, &path);
	place = arena_format(run->arena, "%s[%s]", list, verdict.text);
	if (is_new_at(run, place, true)) {
		cannot_add(run, found, row,
			   _("a row above has a reading of this measure and "
			     "period; keep one of the two"));
		return;
	}
	see_row(run, found->sheet, row);
	*content_member(run->arena, &given, "period") =
		content_text(verdict.text, true);
	read_row(run, found, row, measure, actual, &given, &title);
	add_change(run, found, row, list, place,
		   message_text(run->arena, users_language(),
				C_("clauses", "{first}, {second}"),
				ARGS(TEXT_ARG("first", object_name(measure)),
				     TEXT_ARG("second", verdict.text))),
		   ordered(run, actual, &given));
}

/* --- items of collections ------------------------------------------------- */

/* somebody has added one of that id to the plan as well */
static void
known_by_now(struct importing *run, const struct found *found, uint32_t row,
	     const struct object *item)
{
	struct import_finding finding = {
		.kind = IMPORT_CONFLICT,
		.workbook = run->book->workbook->name,
		.sheet = found->sheet->name,
		.cell = row_name(run->arena, row),
		.item = object_name(item),
		.span = {item->at.key, item->at.key},
		.placed = true,
		.message = _("the plan has an item of this id by now; empty "
			     "the cell of the id, and the row becomes another "
			     "one")};

	see_row(run, found->sheet, row);
	take(run, finding);
}

void
item_add(struct importing *run, const struct found *found, uint32_t row)
{
	const struct table *table = found->block->table;
	const struct field *field;
	const struct map *map;
	struct content given = {.kind = CONTENT_MAP};
	const char *id = cell_word(cell_find(found->sheet, row, found->id));
	const char *title = NULL, *path;

	see_loose(run, found->sheet, row);
	see_cell(run, found->sheet, cell_find(found->sheet, row, found->id));
	if (table->id == TABLE_readings) {
		reading_add(run, found, row);
		return;
	}
	field = table->collection ? field_of(entity_plan(), table->collection)
				  : NULL;
	map = field && field->kind == KIND_MAP
		      ? collection_at(run->now->plan, table->collection)
		      : NULL;
	if (!map) {
		cannot_add(run, found, row,
			   _("a new row can't be taken here, as its place in "
			     "the plan is not known; add it there"));
		return;
	}
	read_row(run, found, row, NULL, field->of(), &given, &title);
	if (!title) {
		cannot_add(run, found, row,
			   _("a new row needs a name in its first column"));
		return;
	}
	for (uint32_t i = 0; i < map->n; i++)
		if ((!strcmp(map->items[i]->id, id) ||
		     text_alike(object_name(map->items[i]), title)) &&
		    !match_exported(found->block, map->items[i]->id) &&
		    match_imported(run, found, row, map->items[i]->id, NULL))
			return;
	if (map_find(map, id)) {
		known_by_now(run, found, row, map_find(map, id));
		return;
	}
	path = path_for(run, map, table->collection, *id ? id : title,
			field->of()->label);
	assume_days(run, found, row, path, title, field->of(), &given);
	add_change(run, found, row, path, path, title,
		   ordered(run, field->of(), &given));
}
