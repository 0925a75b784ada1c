/* rename.c - another id for an item, and for all references to it */
#include <string.h>

#include "ces/message.h"
#include "edit/parts.h"

struct renaming {
	struct document *old;
	struct changes *changes;
	struct arena *arena;
	const struct object *item;
	const char *path, *id; /* the item's path, and its new id */
};

static void
add(struct renaming *run, enum change_kind kind, const struct object *object,
    const struct field *field, const char *part, const char *text)
{
	struct buf path = {0};

	object_path(&path, object, field);
	buf_puts(&path, part);
	changes_add(run->changes,
		    (struct change){.kind = kind,
				    .path = arena_take(run->arena, &path),
				    .name = text,
				    .content = content_text(text, false)});
}

/* Is the id itself written there, and not the item's name? */
static bool
is_written(const struct renaming *run, const struct mark *mark,
	   const char *text)
{
	const struct nodes *nodes = &run->old->nodes;
	uint32_t at = nodes_key_at(nodes, mark->start);

	return at != NO_NODE &&
	       nodes->items[at].text == node_hash(text, strlen(text));
}

static bool
leads_there(const struct renaming *run, const struct ref_value *ref)
{
	return is_set(&ref->at) && ref_target(ref) == run->item &&
	       is_written(run, &ref->at, run->item->id);
}

/* channels.phone.hours below channels.phone, and that itself */
static void
rename_path(struct renaming *run, const struct object *object,
	    const struct field *field, const struct path_value *path,
	    const char *part)
{
	size_t n = strlen(run->path);
	const char *text = path->text, *rest;
	size_t stem = n - strlen(run->item->id);

	if (!is_set(&path->at) || strncmp(text, run->path, n) != 0)
		return;
	rest = text + n;
	if ((*rest && *rest != '.') || !is_written(run, &path->at, text))
		return;
	add(run, CHANGE_VALUE, object, field, part,
	    arena_format(run->arena, "%.*s%s%s", (int)stem, text, run->id,
			 rest));
}

static void
rename_shares(struct renaming *run, const struct object *object,
	      const struct field *field)
{
	const void *value = field_value(object, field);
	const struct shares_value *shares = value;
	const struct ref_map_value *pairs = value;
	const char *part;

	for (uint32_t i = 0; i < shares->n; i++) {
		const struct ref_value *key = field->kind == KIND_SHARES
						      ? &shares->items[i].ref
						      : &pairs->items[i].from;

		part = arena_format(run->arena, ".%s", key->id);
		if (field->kind == KIND_REFMAP &&
		    leads_there(run, &pairs->items[i].to))
			add(run, CHANGE_VALUE, object, field, part, run->id);
		if (leads_there(run, key))
			add(run, CHANGE_NAME, object, field, part, run->id);
	}
}

static void
rename_values(struct renaming *run, const struct object *object,
	      const struct field *field)
{
	const void *value = field_value(object, field);
	const struct refs_value *refs = value;
	const struct paths_value *paths = value;

	switch (field->kind) {
	case KIND_REF:
	case KIND_NAMED:
		if (leads_there(run, value))
			add(run, CHANGE_VALUE, object, field, "", run->id);
		break;
	case KIND_REFS:
	case KIND_NAMEDS:
		for (uint32_t i = 0; i < refs->n; i++)
			if (leads_there(run, &refs->items[i]))
				add(run, CHANGE_VALUE, object, field,
				    arena_format(run->arena, "[%u]", i),
				    run->id);
		break;
	case KIND_SHARES:
	case KIND_REFMAP:
		rename_shares(run, object, field);
		break;
	case KIND_PATH:
		rename_path(run, object, field, value, "");
		break;
	case KIND_PATHS:
		for (uint32_t i = 0; i < paths->n; i++)
			rename_path(run, object, field, &paths->items[i],
				    arena_format(run->arena, "[%u]", i));
		break;
	default:
		break;
	}
}

static void
rename_in(struct renaming *run, const struct object *object)
{
	const struct entity *entity = object_entity(object);

	for (int i = 0; i < entity->n; i++) {
		const struct field *field = &entity->fields[i];
		const struct object *inner = field_value(object, field);
		const struct map *map = (const void *)inner;
		const struct list *list = (const void *)inner;

		if (kind_shape(field->kind) != SHAPE_KEYS)
			rename_values(run, object, field);
		else if (field->kind == KIND_OBJECT && inner->slot)
			rename_in(run, inner);
		else if (field->kind == KIND_LIST)
			for (uint32_t k = 0; k < list->n; k++)
				rename_in(run, list->items[k]);
		else if (field->kind != KIND_OBJECT)
			for (uint32_t k = 0; k < map->n; k++)
				rename_in(run, map->items[k]);
	}
}

bool
changes_rename(struct document *old, const char *path, const char *id,
	       struct changes *changes, struct edited *edited)
{
	struct change *change = arena_alloc(&edited->arena, sizeof(*change));
	struct changes none = {0};
	struct editing editing = {.old = old,
				  .changes = &none,
				  .edited = edited,
				  .arena = &edited->arena};
	struct site site;
	struct renaming run = {.old = old,
			       .changes = changes,
			       .arena = &edited->arena,
			       .path = path,
			       .id = id};
	const struct map *map;

	*change =
		(struct change){CHANGE_NAME, path, id, content_text(id, false)};
	if (!changes_possible(old, edited) ||
	    !site_find(&editing, change, &site))
		return false;
	run.item = site.object;
	if (!site.item || !run.item || run.item->slot->kind != KIND_MAP)
		return refuse(edited, REFUSED_PATH, change,
			      N_("'{path}' has no id that could be another; "
				 "name an item, 'actions.pilot' for instance"),
			      ARGS(TEXT_ARG("path", path)));
	map = field_value(run.item->up, run.item->slot);
	if (strcmp(id, run.item->id) != 0 && map_find(map, id))
		return refuse(edited, REFUSED_THERE, change,
			      N_("the id '{id}' is taken already; choose "
				 "another one"),
			      ARGS(TEXT_ARG("id", id)));
	if (!strcmp(id, run.item->id))
		return true;
	changes_add(changes, *change);
	rename_in(&run, &old->plan->object);
	return true;
}
