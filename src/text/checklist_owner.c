/* checklist_owner.c - owners of the plan's items */
#include "checklist_parts.h"

#include <stdlib.h>
#include <string.h>

#include "ces/utf8.h"

struct owner
owner_of(const struct mark *at, const char *id, const struct person *person)
{
	if (!is_set(at))
		return (struct owner){NULL, NULL};
	return (struct owner){id, person};
}

const char *
owner_name(struct owner owner)
{
	if (owner.person && is_set(&owner.person->name.at))
		return owner.person->name.text;
	return owner.id ? owner.id : "";
}

static bool
same(const char *a, const char *b)
{
	struct buf fa = {0}, fb = {0};
	bool same;

	utf8_normalize(&fa, a, strlen(a), true);
	utf8_normalize(&fb, b, strlen(b), true);
	same = !strcmp(buf_text(&fa), buf_text(&fb));
	buf_free(&fa);
	buf_free(&fb);
	return same;
}

bool
owner_is(struct owner owner, const char *wanted)
{
	if (!wanted)
		return true;
	return owner.id &&
	       (same(owner.id, wanted) || same(owner_name(owner), wanted));
}

struct owner
owner_of_section(const struct plan *plan, const char *key)
{
	const struct upkeep *upkeep =
		(const struct upkeep *)(const void *)map_find(
			&plan->governance.sections, key);

	if (upkeep && is_set(&upkeep->owner.at))
		return OWNER_OF(upkeep->owner);
	return OWNER_OF(plan->governance.owner);
}

/* the item of a collection or list that the path goes on with, which is moved
 * behind it; NULL: none */
static const struct object *
item_at(const void *value, enum kind kind, const char **path)
{
	const struct object *item = NULL;
	struct buf id = {0};

	if (kind == KIND_LIST && **path == '[') {
		const struct list *list = value;
		unsigned long i = strtoul(*path + 1, NULL, 10);

		*path += strcspn(*path, ".");
		return i < list->n ? list->items[i] : NULL;
	}
	if ((kind != KIND_MAP && kind != KIND_KEYED) || **path != '.')
		return NULL;
	buf_add(&id, *path + 1, strcspn(*path + 1, ".["));
	*path += 1 + id.n;
	item = map_find(value, id.p);
	buf_free(&id);
	return item;
}

/* the object's own owner: only keys of that name that hold a person */
static struct owner
own_owner(const struct object *object, const struct entity *entity)
{
	const struct field *field = entity_field(entity, "owner", 5);
	const struct ref_value *ref;

	if (!field || field->kind != KIND_NAMED)
		return (struct owner){NULL, NULL};
	ref = field_value(object, field);
	return owner_of(&ref->at, ref->id, ref_target(ref));
}

struct owner
owner_of_path(const struct plan *plan, const char *path)
{
	const struct object *object = &plan->object;
	const struct entity *entity = entity_plan();
	struct owner owner = {NULL, NULL}, inner;
	const char *rest = path;
	struct buf key = {0};

	while (*rest) {
		size_t n = strcspn(rest, ".[");
		const struct field *field = entity_field(entity, rest, n);
		const void *value;

		if (!field || !field->of)
			break;
		rest += n;
		value = field_value(object, field);
		object = field->kind == KIND_OBJECT
				 ? value
				 : item_at(value, field->kind, &rest);
		if (!object)
			break;
		entity = field->of();
		inner = own_owner(object, entity);
		owner = inner.id ? inner : owner;
		rest += *rest == '.';
	}
	if (owner.id)
		return owner;
	buf_add(&key, path, strcspn(path, ".["));
	owner = owner_of_section(plan, key.p);
	buf_free(&key);
	return owner;
}
