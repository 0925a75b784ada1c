/* strategic.c - what the strategic rules ask again and again */
#include "rules/strategic/strategic.h"

static const struct field *
field_of(const struct object *object, const char *name)
{
	return entity_field(object_entity(object), name, strlen(name));
}

bool
object_lacks(const struct object *object, const char *field_name)
{
	const struct field *field = field_of(object, field_name);

	return is_unfilled(field_mark(object, field)) &&
	       field_wanted(object, field) == 2;
}

struct finding *
rule_missing(struct rule_run *run, const struct object *object,
	     const char *field_name, const char *message,
	     const struct arg *args, size_t arg_count)
{
	struct finding *finding =
		rule_find(run, object, field_name, message, args, arg_count);

	rule_paste(run, finding, object, field_name);
	return finding;
}

void
rule_paste_ref(struct rule_run *run, struct finding *finding,
	       const struct object *object, const char *field_name,
	       const struct object *example)
{
	const struct field *field = field_of(object, field_name);
	bool many = field->kind == KIND_REFS || field->kind == KIND_NAMEDS;
	size_t depth = 0;

	for (const struct object *at = object; at->slot; at = at->up)
		depth += at->id || at->slot->kind == KIND_LIST ? 2 : 1;
	if (example)
		finding->paste = arena_format(run->findings->arena,
					      "%*s%s: %s%s%s\n", (int)depth * 2,
					      "", field_name, many ? "[" : "",
					      example->id, many ? "]" : "");
}

struct finding *
rule_missing_ref(struct rule_run *run, const struct object *object,
		 const char *field_name, const struct object *example,
		 const char *message, const struct arg *args, size_t arg_count)
{
	struct finding *finding =
		rule_find(run, object, field_name, message, args, arg_count);

	rule_paste_ref(run, finding, object, field_name, example);
	return finding;
}

const char *
plan_keeper(const struct plan *plan)
{
	const struct governance *governance = &plan->governance;

	if (is_set(&governance->owner.at) &&
	    (governance->owner.to || !plan->people.n))
		return governance->owner.id;
	return plan->people.n ? plan->people.items[0]->id : NULL;
}

bool
refs_open(const struct view *view, const struct refs_value *actions)
{
	for (uint32_t i = 0; i < actions->n; i++) {
		const struct object *action = ref_target(&actions->items[i]);

		if (action && view->actions[action->index].open)
			return true;
	}
	return false;
}

static bool
volume_unclear(const struct reason *reason)
{
	for (uint32_t i = 0; i < reason->volume.n; i++)
		if (is_unclear(&reason->volume.items[i].value.at))
			return true;
	return is_unclear(&reason->volume.at) ||
	       is_unclear(&reason->annual_volume.at);
}

bool
reasons_clear(const struct map *reasons)
{
	for (uint32_t i = 0; i < reasons->n; i++) {
		const struct reason *reason = ITEM(reason, *reasons, i);

		if (!is_set(&reason->object.at) || volume_unclear(reason) ||
		    is_unclear(&reason->demand.at))
			return false;
	}
	return is_set(&reasons->at) && reasons->n > 0;
}

bool
refs_unclear(const struct refs_value *refs)
{
	if (is_unclear(&refs->at))
		return true;
	for (uint32_t i = 0; i < refs->n; i++)
		if (!ref_target(&refs->items[i]))
			return true;
	return false;
}

/* is it the whole collection that gets better, or could it be: a path that
 * leads nowhere may have meant any item */
static bool
improves_all(const struct path_value *path, const struct plan *plan,
	     const struct map *map)
{
	const struct object *object = path->to ? path->to : &plan->object;

	return path->field ? field_value(object, path->field) == (void *)map
			   : !path->to;
}

/* the item of the map in which the path ends, or NULL */
static const struct object *
improved_item(const struct path_value *path, const struct map *map)
{
	const struct object *to = path->to;

	while (to && to->up && field_value(to->up, to->slot) != (void *)map)
		to = to->up;
	return to && to->up ? to : NULL;
}

const bool *
map_improved(struct rule_run *run, const struct map *map)
{
	const struct plan *plan = run->plan;
	bool *improved = arena_alloc(run->findings->arena,
				     (map->n + 1) * sizeof(*improved));
	bool all = false;

	for (uint32_t i = 0; i < plan->actions.n; i++) {
		const struct paths_value *paths =
			&ITEM(action, plan->actions, i)->improves;

		if (!run->view->actions[i].open)
			continue;
		all |= is_unclear(&paths->at);
		for (uint32_t k = 0; k < paths->n; k++) {
			const struct object *item =
				improved_item(&paths->items[k], map);

			all |= improves_all(&paths->items[k], plan, map);
			if (item)
				improved[item->index] = true;
		}
	}
	if (all)
		memset(improved, true, map->n * sizeof(*improved));
	return improved;
}

bool
is_older(struct date date, struct date as_of, double months)
{
	return date_compare(date_add_months(date, (int)months), as_of) < 0;
}

bool
measures_only_efficient(const struct view *view)
{
	for (uint32_t i = 0; i < view->plan->measures.n; i++) {
		int family = view->measures[i].family;

		if (family != FAMILY_EFFICIENCY && family != FAMILY_ACCESS)
			return false;
	}
	return view->plan->measures.n > 0;
}
