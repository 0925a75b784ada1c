/* strategic.c - what the strategic rules ask again and again */
#include "rules/strategic/strategic.h"

#include <stdlib.h>

#include "ces/measure.h"

bool
field_lacks(const struct object *object, const struct field *field)
{
	return is_set(&object->at) && is_unfilled(field_mark(object, field)) &&
	       field_wanted(object, field) == 2;
}

bool
object_lacks(const struct object *object, const char *field_name)
{
	return field_lacks(object, object_field(object, field_name));
}

void
rule_missing(struct rule_run *run, const struct object *object,
	     const char *field_name, const char *message,
	     const struct arg *args, size_t arg_count)
{
	rule_find(run, object, field_name, message, args, arg_count);
	rule_paste(run, object, field_name);
}

void
rule_paste_ref(struct rule_run *run, const struct object *object,
	       const char *field_name, const struct object *example)
{
	const struct field *field = object_field(object, field_name);
	bool many = field->kind == KIND_REFS || field->kind == KIND_NAMEDS;

	if (example)
		rule_paste_text(run,
				arena_format(run->findings->arena,
					     "%*s%s: %s%s%s\n",
					     (int)paste_indent(object), "",
					     field_name, many ? "[" : "",
					     example->id, many ? "]" : ""));
}

void
rule_missing_ref(struct rule_run *run, const struct object *object,
		 const char *field_name, const struct object *example,
		 const char *message, const struct arg *args, size_t arg_count)
{
	rule_find(run, object, field_name, message, args, arg_count);
	rule_paste_ref(run, object, field_name, example);
}

const char *
plan_other_unit(const struct plan *plan)
{
	FOR_EACH (unit, plan->units) {
		if (!flag_is(&unit->contact_center, true))
			return unit->object.id;
	}
	for (uint32_t i = 0; !plan->units.n && i < plan->contact_reasons.n;
	     i++) {
		const struct reason *reason =
			ITEM(reason, plan->contact_reasons, i);

		if (is_set(&reason->owner_unit.at))
			return reason->owner_unit.id;
	}
	return NULL;
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

const char *
named(const void *to, const char *id)
{
	return to ? object_name(to) : id;
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

bool
refs_tackle(const struct refs_value *actions)
{
	for (uint32_t i = 0; i < actions->n; i++) {
		const struct action *action = ref_target(&actions->items[i]);

		if (!action || !word_is(&action->status, ACTION_CANCELLED))
			return true;
	}
	return is_unclear(&actions->at);
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
volumes_clear(const struct map *reasons)
{
	FOR_EACH (reason, *reasons)
		if (volume_unclear(reason))
			return false;
	return true;
}

bool
reasons_clear(const struct map *reasons)
{
	FOR_EACH (reason, *reasons) {
		if (!is_set(&reason->object.at) ||
		    is_unclear(&reason->demand.at))
			return false;
	}
	return is_set(&reasons->at) && reasons->n > 0 && volumes_clear(reasons);
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
const struct object *
path_target(const struct path_value *path, const struct map *map)
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
				path_target(&paths->items[k], map);

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

bool
standard_among(const struct standard *standard, const char *const *words)
{
	for (; standard && *words; words++)
		if (!strcmp(standard->word, *words))
			return true;
	return false;
}

bool
is_other_unit(const struct plan *plan, const struct mark *at,
	      const struct unit *unit)
{
	if (!unit)
		return is_set(at) && !plan->units.n; /* a plain name */
	return is_unfilled(&unit->contact_center.at) ||
	       flag_is(&unit->contact_center, false);
}

const struct object *
roll_find(const struct roll *roll, const char *id)
{
	return map_find(&roll->map, id);
}

static void
roll_grow(struct roll *roll)
{
	struct object **items;

	roll->cap = roll->cap ? roll->cap * 2 : 8;
	items = arena_alloc(roll->arena, roll->cap * sizeof(struct object *));
	if (roll->map.n)
		memcpy(items, roll->map.items,
		       roll->map.n * sizeof(struct object *));
	roll->map.items = items;
}

uint32_t
roll_add(struct roll *roll, const char *id)
{
	const struct object *known = roll_find(roll, id);
	struct object *item;

	if (known)
		return known->index;
	if (roll->map.n == roll->cap)
		roll_grow(roll);
	item = arena_alloc(roll->arena, sizeof(*item));
	item->id = id;
	item->index = roll->map.n;
	roll->map.items[roll->map.n++] = item;
	map_added(&roll->map, roll->arena);
	return item->index;
}

void
places_add(struct places *places, struct place place)
{
	ARRAY_GROW(places->items, places->n, places->cap);
	places->items[places->n++] = place;
}

/* the first names, enough to know what it is about */
static const char *
shown_names(struct rule_run *run, const struct places *places)
{
	enum { SHOWN = 4 };
	struct buf buf = {0};

	for (size_t i = 0; i < places->n && i < SHOWN; i++)
		buf_printf(&buf, "%s'%s'", i ? ", " : "",
			   places->items[i].name);
	if (places->n > SHOWN)
		buf_puts(&buf, ", ...");
	return rule_text(run, &buf);
}

/* a place where the finding stands already is no second one */
static void
relate_place(struct rule_run *run, const struct place *place, const char *note)
{
	const char *path =
		place->item ? rule_item_path(run, place->object,
					     place->field_name, place->n)
			    : rule_path(run, place->object, place->field_name);

	if (!strcmp(path, rule_last(run)->path))
		return;
	if (place->item)
		rule_relate_at(run, place->item, path, note);
	else
		rule_relate(run, place->object, place->field_name, note);
}

void
rule_find_places(struct rule_run *run, const struct object *object,
		 const char *field_name, struct places *places, const char *one,
		 const char *more, const char *note)
{
	if (places->n)
		rule_find(run, object, field_name, places->n > 1 ? more : one,
			  ARGS(TEXT_ARG("name", places->items[0].name),
			       COUNT_ARG("count", (double)places->n),
			       TEXT_ARG("names", shown_names(run, places))));
	for (size_t i = 0; i < places->n; i++)
		relate_place(run, &places->items[i], note);
	free(places->items);
	*places = (struct places){0};
}
