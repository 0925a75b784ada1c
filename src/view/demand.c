/* demand.c - actions, and the business case */
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

/* Sums reasons' savings and revenue, gaps' money at risk, open actions' worth,
 * and investments and decisions by what was said about them. */
void
view_business(struct view *view)
{
	const struct plan *plan = view->plan;
	struct case_view *made = &view->business;

	*made = (struct case_view){NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
	for (uint32_t i = 0; i < plan->contact_reasons.n; i++) {
		add_known(&made->saving, view->reasons[i].saving);
		add_known(&made->revenue, view->reasons[i].revenue);
	}
	FOR_EACH (gap, plan->gaps)
		add_known(&made->at_risk, number_of(&gap->value_at_risk));
	FOR_EACH (action, plan->actions)
		if (view->actions[action->object.index].open)
			add_known(&made->worth, number_of(&action->worth));
	FOR_EACH (investment, plan->investments)
		if (word_is(&investment->decided, DECIDED_APPROVED))
			add_known(&made->invested,
				  number_of(&investment->amount));
		else if (is_set(&investment->decided.at) &&
			 investment->decided.word != DECIDED_DECLINED)
			add_known(&made->asked, number_of(&investment->amount));
	/* an outcome that isn't told is none yet */
	FOR_EACH (decision, plan->decisions)
		if (!is_set(&decision->outcome.at) ||
		    decision->outcome.word == OUTCOME_OPEN)
			add_known(&made->decisions_asked,
				  number_of(&decision->amount));
	add_known(&made->spent, made->invested);
	add_known(&made->spent, made->asked);
	if (made->saving > 0)
		made->payback_months = made->spent / made->saving * 12;
}
