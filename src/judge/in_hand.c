/* in_hand.c - findings about items that an action serves already */
#include <stdlib.h>
#include <string.h>

#include "ces/load.h"
#include "judge/judge.h"

static bool
serves(const struct view *view, const struct action *action)
{
	return action && view->actions[action->object.index].open &&
	       is_set(&action->due.at);
}

static bool
field_serves(const struct view *view, const struct object *object,
	     const struct field *field)
{
	const struct refs_value *refs = field_value(object, field);

	if (field->kind == KIND_REF)
		return serves(view, ref_target(field_value(object, field)));
	FOR_TARGETS (action, *refs)
		if (serves(view, action))
			return true;
	return false;
}

/* Tells whether a reference of the object leads to an open, dated action.
 * Passes over an action's own keys, which name what it waits for. */
static bool
object_served(const struct view *view, const struct object *object,
	      const struct entity *action)
{
	const struct entity *entity = object_entity(object);

	for (int i = 0; i < entity->n && entity != action; i++) {
		const struct field *field = &entity->fields[i];

		if ((field->kind == KIND_REF || field->kind == KIND_REFS) &&
		    field->of() == action && field_serves(view, object, field))
			return true;
	}
	return false;
}

const struct object *
finding_item(const struct finding *finding)
{
	const struct object *at = finding->about, *item = NULL;

	for (; at && at->up; at = at->up)
		if (at->slot->kind == KIND_MAP)
			item = at;
	return item;
}

/* --- what actions improve ------------------------------------------------- */

/* an object and its contents, or a field of it and that field's contents */
struct place {
	const struct object *object;
	const struct field *field;
};

/* the paths that open, dated actions improve, sorted by object */
struct places {
	struct place *items;
	size_t n, cap;
};

static int
compare(const void *pa, const void *pb)
{
	const struct place *a = pa, *b = pb;

	return (a->object > b->object) - (a->object < b->object);
}

static void
find_places(const struct view *view, struct places *places)
{
	const struct plan *plan = view->plan;

	FOR_EACH (action, plan->actions) {
		if (!serves(view, action))
			continue;
		FOR_VALUES (path_value, path, action->improves) {
			if (!path->to && !path->field)
				continue; /* undefined reference */
			ARRAY_GROW(places->items, places->n, places->cap);
			places->items[places->n++] = (struct place){
				path->to ? path->to : &plan->object,
				path->field};
		}
	}
	if (places->n)
		qsort(places->items, places->n, sizeof(struct place), compare);
}

static bool
lies_under(const struct finding *finding, const struct place *place)
{
	struct buf path = {0};
	bool lies;

	object_path(&path, place->object, place->field);
	lies = path_within(finding->path, path.p, path.n);
	buf_free(&path);
	return lies;
}

/* tells whether an action improves the object, or the finding's part of it */
static bool
object_improved(const struct places *places, const struct object *object,
		const struct finding *finding)
{
	const struct place key = {object, NULL},
			   *end = places->items + places->n;
	const struct place *at =
		bsearch(&key, places->items, places->n, sizeof(key), compare);

	while (at && at > places->items && at[-1].object == object)
		at--;
	for (; at && at < end && at->object == object; at++)
		if (!at->field || lies_under(finding, at))
			return true;
	return false;
}

/* --- what of it the findings are about ------------------------------------ */

/* Actions add parts that are missing, but don't correct the way in which the
 * file is written, nor errors. */
static bool
in_hand_can(const struct topic *topic)
{
	bool missing = topic->flags & TOPIC_DRAFT;
	bool error = topic->severity == SEVERITY_ERROR;

	return topic->flags & TOPIC_FORM ? missing && error : missing || !error;
}

void
in_hand_mark(struct review *review)
{
	const struct entity *action =
		object_field(&review->plan->object, "actions")->of();
	struct places improved = {0};

	find_places(review->view, &improved);
	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];
		const struct object *at = finding->about;

		/* the finding's item, and those that hold it */
		for (; at && !finding->in_hand && in_hand_can(finding->topic);
		     at = at->up)
			finding->in_hand =
				(at->up && is_set(&at->at) &&
				 object_served(review->view, at, action)) ||
				(at->pathed && improved.n &&
				 object_improved(&improved, at, finding));
	}
	free(improved.items);
}
