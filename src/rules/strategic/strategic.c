/* strategic.c - questions that several strategic rules share */
#include "ces/measure.h"
#include "ces/utf8.h"
#include "rules/rule.h"

bool
differs(const struct rule_run *run, double figure, double other)
{
	double slack = fabs(other) * SETTING_OF(run->plan, reconcile) / 100;

	/* comparisons with what is not known are false */
	return fabs(figure - other) > slack + 1e-9;
}

const char *
ref_name(const void *to, const char *id)
{
	return to ? object_name(to) : id;
}

struct arg
ref_arg(const char *name, const void *to, const char *id)
{
	struct arg arg = ITEM_ARG(name, id, id);

	return to ? object_arg(name, to) : arg;
}

bool
refs_open(const struct view *view, const struct refs_value *actions)
{
	FOR_TARGETS (action, *actions)
		if (view->actions[action->object.index].open)
			return true;
	return false;
}

bool
refs_tackle(const struct refs_value *actions)
{
	FOR_VALUES (ref_value, ref, *actions) {
		const struct action *action = ref->to;

		if (!action || !word_is(&action->status, ACTION_CANCELLED))
			return true;
	}
	return is_unclear(&actions->at);
}

bool
volumes_are_clear(const struct map *reasons)
{
	if (is_unclear(&reasons->at))
		return false;
	FOR_EACH (reason, *reasons) {
		if (is_unclear(&reason->object.at) ||
		    is_unclear(&reason->volume.at) ||
		    is_unclear(&reason->annual_volume.at))
			return false;
		FOR_VALUES (share, share, reason->volume)
			if (is_unclear(&share->value.at))
				return false;
	}
	return true;
}

bool
refs_unclear(const struct refs_value *refs)
{
	if (is_unclear(&refs->at))
		return true;
	FOR_VALUES (ref_value, ref, *refs)
		if (!ref->to)
			return true;
	return false;
}

/* climbs from the path's end to the map's item */
const struct object *
path_target(const struct path_value *path, const struct map *map)
{
	const struct object *to = path->to;

	while (to && to->up && field_value(to->up, to->slot) != (void *)map)
		to = to->up;
	return to && to->up ? to : NULL;
}

void
paths_mark(const struct plan *plan, const struct paths_value *paths,
	   const struct map *map, bool *marks)
{
	bool all = is_unclear(&paths->at);

	FOR_VALUES (path_value, path, *paths) {
		const struct object *to = path->to ? path->to : &plan->object;
		const struct object *item = path_target(path, map);

		/* the whole collection, or what may be it */
		all |= path->field ? field_value(to, path->field) == (void *)map
				   : !path->to;
		if (item)
			marks[item->index] = true;
	}
	if (all)
		memset(marks, true, map->n * sizeof(*marks));
}

const bool *
map_improved(struct rule_run *run, const struct map *map)
{
	bool *improved = rule_array(run, map, sizeof(*improved));

	FOR_EACH (action, run->plan->actions)
		if (FIGURES(run, actions, action)->open)
			paths_mark(run->plan, &action->improves, map, improved);
	return improved;
}

bool
is_older(struct date date, struct date as_of, double months)
{
	return date_compare(date_add_months(date, (int)months), as_of) < 0;
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
id_list_find(const struct id_list *list, const char *id)
{
	return map_find(&list->map, id);
}

uint32_t
id_list_add(struct id_list *list, const char *id)
{
	const struct object *known = id_list_find(list, id);
	struct object *item;

	if (known)
		return known->index;
	if (list->map.n == list->cap) {
		struct object **items;

		list->cap = list->cap ? list->cap * 2 : 8;
		items = arena_alloc(list->arena, list->cap * sizeof(*items));
		if (list->map.n)
			memcpy(items, list->map.items,
			       list->map.n * sizeof(*items));
		list->map.items = items;
	}
	item = arena_alloc(list->arena, sizeof(*item));
	item->id = id;
	item->index = list->map.n;
	list->map.items[list->map.n++] = item;
	map_added(&list->map, list->arena);
	return item->index;
}

bool
text_has_word(const struct text_value *text, const char *const *words, size_t n)
{
	struct buf small = {0};
	bool found = false;

	if (!is_set(&text->at))
		return false;
	utf8_normalize(&small, text->text, strlen(text->text), true);
	for (size_t i = 0; !found && i < n; i++) {
		const char *word = words[i], *at = buf_text(&small);
		size_t length = strlen(word);

		while (!found && (at = strstr(at, word))) {
			/* "snowboards" are none; other scripts part no words */
			found = !is_letter(*word) ||
				((at == small.p || !is_letter(at[-1])) &&
				 !is_letter(at[length]));
			at += length;
		}
	}
	buf_free(&small);
	return found;
}
