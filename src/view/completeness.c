/* completeness.c - how much of the seven sections is written down */
#include <string.h>

#include "ces/question.h"
#include "view/parts.h"

static bool filled(const struct object *object, const struct field *field);

/* an object counts when all that it requires is there */
static bool
object_filled(const struct object *object)
{
	const struct entity *entity;

	if (!is_set(&object->at))
		return false;
	entity = object_entity(object);
	for (int i = 0; i < entity->n; i++)
		if (field_wanted(object, &entity->fields[i]) == 2 &&
		    !filled(object, &entity->fields[i]))
			return false;
	return true;
}

/* a list counts when one of its values is filled in */
static bool
values_filled(const struct refs_value *list, enum kind kind)
{
	size_t size = kind == KIND_WORDS   ? sizeof(struct word_value)
		      : kind == KIND_TEXTS ? sizeof(struct text_value)
					   : 0;

	if (!size)
		return true;
	for (uint32_t i = 0; i < list->n; i++)
		if (is_set((const struct mark *)(const void *)((const char *)
							list->items +
						i * size)))
			return true;
	return false;
}

static bool
filled(const struct object *object, const struct field *field)
{
	const struct mark *mark = field_mark(object, field);

	if (field->kind == KIND_OBJECT)
		return object_filled(field_value(object, field));
	if (!is_set(mark))
		return false;
	if (field->kind == KIND_TEXTS || field->kind == KIND_WORDS)
		return values_filled(field_value(object, field), field->kind);
	return true;
}

/* filled keys of those required or advised, 0..1 */
static double
item_share(struct object *item)
{
	const struct entity *entity = object_entity(item);

	item->filled = item->wanted = 0;
	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		bool given = filled(item, field);

		/* of two keys of which one is needed, the one that is there */
		if (!field_wanted(item, field) &&
		    !(field->need == NEED_EITHER && given))
			continue;
		item->wanted++;
		item->filled = (uint16_t)(item->filled + given);
	}
	return item->wanted ? (double)item->filled / item->wanted : 1;
}

/* the mean of the items, 0 when there are none, rounded down */
static int
section_percent(const struct map *map)
{
	double sum = 0;

	for (uint32_t i = 0; i < map->n; i++)
		sum += item_share(map->items[i]);
	return map->n ? (int)(sum / map->n * 100 + 1e-9) : 0;
}

void
view_completeness(struct view *view)
{
	int sum = 0;

	for (int i = 0; i < SECTION_SEVEN; i++) {
		const struct field *field =
			entity_field(entity_plan(), sections[i].key,
				     strlen(sections[i].key));

		view->readiness.section[i] =
			section_percent(field_value(view->plan, field));
		sum += view->readiness.section[i];
	}
	view->readiness.plan = sum / SECTION_SEVEN;
}
