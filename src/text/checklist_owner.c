/* checklist_owner.c - owners of the plan's items */
#include "checklist_parts.h"

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

struct owner
owner_of_finding(const struct plan *plan, const struct finding *finding)
{
	const struct object *object = finding->about;
	struct buf key = {0};
	struct owner owner;

	for (; object; object = object->up) {
		const struct field *field = object_field(object, "owner");
		const struct ref_value *ref;

		if (!field || field->kind != KIND_NAMED)
			continue;
		ref = field_value(object, field);
		owner = owner_of(&ref->at, ref->id, ref_target(ref));
		if (owner.id)
			return owner;
	}
	buf_add(&key, finding->path, path_section(finding->path));
	owner = owner_of_section(plan, buf_text(&key));
	buf_free(&key);
	return owner;
}
