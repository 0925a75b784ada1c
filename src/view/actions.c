/* actions.c - actions that are open, overdue or without an owner */
#include "ces/words.h"
#include "view/parts.h"

/* not written down yet; a value that can't be read has its finding */
static bool
is_missing(const struct mark *mark)
{
	return !is_set(mark) && mark->state != BROKEN;
}

void
view_actions(struct view *view, struct arena *arena)
{
	const struct map *actions = &view->plan->actions;
	int soon = (int)SETTING_OF(view->plan, due_soon_days);

	view->actions =
		arena_alloc(arena, (actions->n + 1) * sizeof(*view->actions));
	FOR_EACH (action, *actions) {
		struct action_view *made = &view->actions[action->object.index];
		int left;

		made->open = !is_set(&action->status.at) ||
			     word_is(&action->status, ACTION_NOT_STARTED) ||
			     word_is(&action->status, ACTION_IN_PROGRESS);
		made->unowned = is_missing(&action->owner.at) ||
				is_missing(&action->due.at);
		if (!made->open || !is_set(&action->due.at))
			continue;
		left = date_between(view->as_of, action->due.date);
		made->overdue = left < 0 ? -left : 0;
		made->due_soon = left >= 0 && left <= soon;
	}
}
