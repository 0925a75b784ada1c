/* slot.c - where the value of a cell stands in the plan */
#include <string.h>

#include "import/parts.h"

const struct map *
collection_at(const struct plan *plan, const char *path)
{
	const struct entity *entity = entity_plan();
	const char *at = (const char *)plan;

	for (;;) {
		size_t n = strcspn(path, ".");
		const struct field *field = entity_field(entity, path, n);

		if (!field || (field->kind != KIND_MAP && !path[n]))
			return NULL;
		at += field->offset;
		if (!path[n])
			return (const void *)at;
		entity = field->of();
		path += n + 1;
	}
}

/* the item's own place, or that of the object that it will be in */
const char *
slot_item(struct importing *run, const struct table *table, size_t row)
{
	struct buf path = {0};

	object_path(&path, table->items[row].object, NULL);
	return arena_take(run->arena, &path);
}

/* the key of the object, or of one in it, with its mark where it is there */
static void
find_mark(struct slot *slot, const struct object *item, const char *path)
{
	const void *object = item;

	for (;;) {
		size_t n = strcspn(path, ".");
		const struct field *field =
			entity_field(object_entity(object), path, n);

		if (!field)
			return;
		if (!path[n]) {
			if (field_mark(object, field)->state != ABSENT)
				slot->mark = field_mark(object, field);
			return;
		}
		object = field_value(object, field);
		if (!((const struct object *)object)->slot)
			return;
		path += n + 1;
	}
}

/* The keys behind the path of the item. */
static void
find_own(struct slot *slot, const char *path)
{
	const char *key = strstr(path, "x-");

	for (const struct own_key *own = slot->item->own; key && own;
	     own = own->next)
		if (!own->in && !strcmp(own->key, key))
			slot->own = own;
}

bool
slot_find(struct importing *run, const struct table *table, size_t row,
	  size_t column, struct slot *slot)
{
	const struct object *item = table->items[row].object;
	struct buf path = {0}, before = {0};
	const char *keys;

	*slot = (struct slot){.table = table,
			      .column = &table->columns[column],
			      .item = item};
	slot->field = table_column_field(table, row, column);
	if (!slot->field)
		return false;
	table_column_path(&path, table, row, column);
	slot->path = arena_take(run->arena, &path);
	if (!item)
		return true;
	object_path(&before, item, NULL);
	keys = slot->path + before.n + 1;
	if (slot->column->own)
		find_own(slot, keys);
	else
		find_mark(slot, item, keys);
	buf_free(&before);
	return true;
}

/* how many keys the object has */
static size_t
count_keys(const struct object *object)
{
	const struct entity *entity = object_entity(object);
	size_t n = 0;

	for (int i = 0; i < entity->n; i++)
		n += field_mark(object, &entity->fields[i])->state != ABSENT;
	for (const struct own_key *own = object->own; own; own = own->next)
		n++;
	return n;
}

const char *
slot_removed(struct importing *run, const struct slot *slot)
{
	const struct object *object = slot->item;
	const char *path, *dot, *end = NULL;
	struct buf before = {0};

	object_path(&before, object, NULL);
	path = slot->path + before.n + 1;
	buf_free(&before);
	for (; (dot = strchr(path, '.')); path = dot + 1) {
		const struct field *field = entity_field(
			object_entity(object), path, (size_t)(dot - path));

		if (!field || field->kind != KIND_OBJECT)
			return slot->path;
		object = field_value(object, field);
		if (count_keys(object) != 1)
			end = NULL;
		else if (!end)
			end = dot;
	}
	return end ? arena_copy(run->arena, slot->path,
				(size_t)(end - slot->path))
		   : slot->path;
}
