/* resolve.c - references and paths, once the whole plan is known */
#include <stdlib.h>
#include <string.h>

#include "load/resolve.h"

static void
find_collections(const struct object *object, struct collections *found)
{
	const struct entity *entity = object_entity(object);

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		struct object *inner = field_value(object, field);

		if (field->kind == KIND_MAP && found->n < COLLECTIONS)
			found->items[found->n++] = (struct collection){
				.entity = field->of(),
				.object = object,
				.key = field->key,
				.map = (struct map *)(void *)inner};
		/* an absent object does not know its place yet */
		if (field->kind == KIND_OBJECT && inner->slot)
			find_collections(inner, found);
	}
}

const struct collection *
collection_of(const struct collections *found, const struct entity *entity)
{
	for (size_t i = 0; i < found->n; i++)
		if (found->items[i].entity == entity)
			return &found->items[i];
	return NULL;
}

/* the item whose id, or whose name alone, it is as it looks */
static struct object *
find_alike(struct loader *loader, const struct collection *in,
	   struct broken *broken)
{
	struct token token = {.kind = EVENT_SCALAR,
			      .text = broken->id,
			      .n = strlen(broken->id)};
	const struct item_name *named;
	struct object *item;

	broken->character = load_plain(loader, &token);
	if (!broken->character)
		return NULL;
	item = map_find(in->map, token.text);
	if (!item &&
	    item_names_find(loader, &in->names, token.text, &named) == 1)
		item = named->item;
	broken->alike = item;
	return item;
}

/* the references of a mapping's keys, by their number; NULL behind the last */
static const struct ref_value *
mapping_key(const struct place *place, uint32_t i)
{
	const struct refs_value *map = field_value(place->object, place->field);
	size_t size = place->field->kind == KIND_SHARES
			      ? sizeof(struct share)
			      : sizeof(struct ref_pair);

	return i < map->n ? (const void *)((const char *)map->items + i * size)
			  : NULL;
}

/* Is the item in the mapping already, by its id? Then that is reported. */
static bool
is_twice(struct loader *loader, const struct pending *pending,
	 const struct object *item)
{
	const struct place *place = &pending->place;
	const struct ref_value *ref = pending->value, *other;
	struct token token = {.start = ref->at.start,
			      .end = ref->at.end,
			      .text = ref->id,
			      .n = strlen(ref->id)};

	if (kind_shape(place->field->kind) != SHAPE_MAPPING)
		return false;
	for (uint32_t i = 0; (other = mapping_key(place, i)); i++) {
		if (other == ref || strcmp(other->id, item->id) != 0)
			continue;
		load_duplicate(loader, place, &token, other->at.start);
		return true;
	}
	return false;
}

static void
set_target(const struct pending *pending, struct object *item)
{
	struct ref_value *ref = pending->value;
	void *to = item;

	memcpy((char *)ref + offsetof(struct ref_value, to), &to, sizeof(to));
	ref->id = item->id;
	item->named = true;
	item->whole |= pending->place.field->part_of;
}

/* Is it a whole item that only its id makes a key of the user's own? */
static bool
is_own_item(const struct collection *in, const char *id)
{
	for (const struct own_key *own = in->object->own; own; own = own->next)
		if (own->item && !strcmp(own->key, id) &&
		    !strcmp(own->in->key, in->key))
			return true;
	return false;
}

/* Is an item there whose name can't be read, and may be any? */
static bool
loses_names(const struct map *map)
{
	for (uint32_t i = 0; i < map->n; i++) {
		const struct object *item = map->items[i];
		const struct field *name = object_field(item, "name");

		if (item->at.state == BROKEN ||
		    (name && field_mark(item, name)->state == BROKEN))
			return true;
	}
	return false;
}

/*
 * False when it names an item that is not there, or one by its name, and has no
 * finding for that: it could be read, and the collection too; a plain name of a
 * plan without a directory is none.
 */
static bool
resolve_reference(struct loader *loader, const struct collections *found,
		  const struct pending *pending, struct broken *broken)
{
	const struct entity *entity = pending->target();
	const struct collection *in = collection_of(found, entity);
	struct map *map = in ? in->map : NULL;
	struct ref_value *ref = pending->value;
	enum kind kind = pending->place.field->kind;
	struct object *item =
		map && is_set(&ref->at) ? map_find(map, ref->id) : NULL;

	if (item) {
		set_target(pending, item);
		return true;
	}
	*broken = (struct broken){.pending = pending,
				  .entity = entity,
				  .id = ref->id,
				  .at = &ref->at};
	if (map && is_set(&ref->at))
		broken->named_n = item_names_find(loader, &in->names, ref->id,
						  &broken->named);
	if (broken->named_n == 1)
		item = broken->named->item;
	else if (map && is_set(&ref->at) && !broken->named_n)
		item = find_alike(loader, in, broken);
	if (item) {
		if (is_twice(loader, pending, item))
			return true;
		set_target(pending, item);
		return false;
	}
	if (map)
		map->unclear = true;
	return !map || !is_set(&ref->at) || is_own_item(in, ref->id) ||
	       (in->names_lost && is_plain_name(ref->id)) || map->at.part ||
	       map->at.state == BROKEN || map->at.state == TODO ||
	       (map->n == 0 &&
		(kind == KIND_NAMED || kind == KIND_NAMEDS || !map->at.state));
}

void
resolve_references(struct loader *loader)
{
	struct collections found = {0};
	struct broken *broken;
	size_t n = 0;

	find_collections(&loader->plan->object, &found);
	for (size_t i = 0; i < found.n; i++) {
		struct collection *in = &found.items[i];

		in->names = item_names_make(loader, in->map);
		in->names_lost = loses_names(in->map);
		report_similar_names(loader, &in->names);
	}
	broken = mem_alloc((loader->pending_n + 1) * sizeof(*broken));
	for (size_t i = 0; i < loader->pending_n; i++) {
		const struct pending *pending = &loader->pending[i];

		if (pending->target ? !resolve_reference(loader, &found,
							 pending, &broken[n])
				    : !resolve_path(loader, &found, pending,
						    &broken[n]))
			n++;
	}
	broken_report(loader, &found, broken, n);
	free(broken);
}
