/* in_hand.c - findings about items that an action serves already */
#include <stdlib.h>
#include <string.h>

#include "ces/load.h"
#include "ces/review.h"
#include "rules/themes.h"

static bool
serves(const struct view *view, const struct action *action)
{
	return action && view->actions[action->object.index].open &&
	       is_set(&action->due.at);
}

/* does one of the key's references lead to an action that serves */
static bool
field_serves(const struct view *view, const struct object *object,
	     const struct field *field)
{
	const struct refs_value *refs = field_value(object, field);

	if (field->kind == KIND_REF)
		return serves(view, ref_target(field_value(object, field)));
	for (uint32_t i = 0; i < refs->n; i++)
		if (serves(view, ref_target(&refs->items[i])))
			return true;
	return false;
}

/* Keys that name actions say who helps; an action's own, what it waits for. */
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

/* is what the finding is about, or anything that it lies in, served */
static bool
is_served(const struct view *view, const struct finding *finding,
	  const struct entity *action)
{
	const struct object *at = finding->about;

	for (; at && at->up; at = at->up)
		if (is_set(&at->at) && object_served(view, at, action))
			return true;
	return false;
}

/* what open, dated actions improve, whatever is found there */
static void
claim_improved(const struct view *view, struct claims *improved)
{
	const struct map *actions = &view->plan->actions;

	for (uint32_t i = 0; i < actions->n; i++) {
		const struct action *action = ITEM(action, *actions, i);
		const struct paths_value *paths = &action->improves;

		for (uint32_t k = 0; k < paths->n && serves(view, action);
		     k++) {
			const struct path_value *path = &paths->items[k];

			if (is_set(&path->at) && (path->to || path->field))
				claims_add(improved, "", path->text, i);
		}
	}
	claims_sort(improved);
}

/*
 * An action betters the service; it corrects no slip of the pen. So what is
 * wrong with the file is in hand only where something is not there yet.
 */
bool
in_hand_can(const struct topic *topic)
{
	if (topic->flags & TOPIC_DRAFT)
		return true;
	for (size_t i = 0; i < load_topic_count; i++)
		if (load_topics[i] == topic)
			return false;
	return topic->severity != SEVERITY_ERROR;
}

/* Paths of actions lead to few of a plan's places: only there is the finding's
 * own compared with them. */
static bool
is_improved(const struct claims *improved, const struct finding *finding)
{
	const struct object *at = finding->about;

	while (at && !at->pathed)
		at = at->up;
	return at && claims_find(improved, "", finding->path);
}

void
in_hand_mark(struct review *review)
{
	const struct entity *action =
		object_field(&review->plan->object, "actions")->of();
	struct claims improved = {0};

	claim_improved(review->view, &improved);
	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];

		finding->in_hand = in_hand_can(finding->topic) &&
				   (is_served(review->view, finding, action) ||
				    is_improved(&improved, finding));
	}
	claims_release(&improved);
}
