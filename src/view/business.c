/* business.c - the business case: savings, and the investments that they count
 * for
 */
#include "ces/words.h"
#include "view/parts.h"

/* the first investment that pays for each item, by index; NULL */
struct payers {
	const struct investment **actions; /* named by it */
	const struct investment **objectives, **measures;
	const struct investment *
		*serving; /* actions that improve one of these */
};

static const struct investment **
payer_array(struct arena *arena, const struct map *map)
{
	return arena_alloc(arena,
			   (map->n + 1) * sizeof(const struct investment *));
}

static void
pay(const struct investment **payers, const struct object *item,
    const struct investment *investment)
{
	if (!payers[item->index])
		payers[item->index] = investment;
}

/* The item of the collection that the path leads to, or into; NULL. */
static const struct object *
item_at(const struct path_value *path, const struct map *map)
{
	const struct object *to = path->to;

	return to && to->index < map->n && map->items[to->index] == to ? to
								       : NULL;
}

/* the payer of what the path leads to, of the items of one collection */
static const struct investment *
payer_at(const struct path_value *path, const struct map *map,
	 const struct investment **payers)
{
	const struct object *item = item_at(path, map);

	return item ? payers[item->index] : NULL;
}

static void
add_investment(struct payers *payers, const struct investment *investment)
{
	FOR_TARGETS (action, investment->actions)
		pay(payers->actions, &action->object, investment);
	FOR_TARGETS (objective, investment->objectives) {
		pay(payers->objectives, &objective->object, investment);
		FOR_TARGETS (measure, objective->measures)
			pay(payers->measures, &measure->object, investment);
	}
}

static void
add_action(const struct plan *plan, struct payers *payers,
	   const struct action *action)
{
	FOR_VALUES (path_value, path, action->improves) {
		const struct investment *payer = payer_at(
			path, &plan->strategy.objectives, payers->objectives);

		if (!payer)
			payer = payer_at(path, &plan->measures,
					 payers->measures);
		if (payer)
			pay(payers->serving, &action->object, payer);
	}
}

/* gives reasons without payer those of the actions that reach them */
static void
reach(const struct view *view, const struct investment **payers)
{
	const struct plan *plan = view->plan;

	FOR_EACH (reason, plan->contact_reasons) {
		struct reason_view *made = &view->reasons[reason->object.index];

		FOR_TARGETS (action, reason->plan)
			if (!made->paid_by &&
			    !word_is(&action->status, ACTION_CANCELLED))
				made->paid_by = payers[action->object.index];
	}
	FOR_EACH (action, plan->actions)
		FOR_VALUES (path_value, path, action->improves) {
			const struct object *reason =
				item_at(path, &plan->contact_reasons);

			if (reason && !view->reasons[reason->index].paid_by &&
			    !word_is(&action->status, ACTION_CANCELLED))
				view->reasons[reason->index].paid_by =
					payers[action->object.index];
		}
}

static void
find_payers(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	struct payers payers = {
		.actions = payer_array(arena, &plan->actions),
		.objectives = payer_array(arena, &plan->strategy.objectives),
		.measures = payer_array(arena, &plan->measures),
		.serving = payer_array(arena, &plan->actions)};

	FOR_EACH (investment, plan->investments)
		if (!word_is(&investment->decided, DECIDED_DECLINED))
			add_investment(&payers, investment);
	FOR_EACH (action, plan->actions)
		add_action(plan, &payers, action);
	reach(view, payers.actions);
	reach(view, payers.serving);
	FOR_EACH (measure, plan->measures)
		FOR_TARGETS (reason, measure->scope.reasons) {
			struct reason_view *made =
				&view->reasons[reason->object.index];

			if (!made->paid_by)
				made->paid_by =
					payers.measures[measure->object.index];
		}
}

/* Hands what pays for a reason down to its parts, whose savings count. */
static void
pay_parts(struct view *view)
{
	for (uint32_t i = view->plan->contact_reasons.n; i-- > 0;) {
		struct reason_view *made = &view->reasons[view->by_part[i]];
		const struct reason *parent = made->parent;

		if (parent && !made->paid_by)
			made->paid_by =
				view->reasons[parent->object.index].paid_by;
	}
	for (uint32_t i = 0; i < view->plan->contact_reasons.n; i++)
		if (!view->reasons[i].counted)
			view->reasons[i].paid_by = NULL;
}

/* Sums reasons' savings, gaps' money at risk, open actions' worth,
 * and investments and decisions by what was said about them. */
void
view_business(struct view *view, struct arena *arena)
{
	const struct plan *plan = view->plan;
	struct case_view *made = &view->business;

	*made = (struct case_view){NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
	find_payers(view, arena);
	pay_parts(view);
	for (uint32_t i = 0; i < plan->contact_reasons.n; i++) {
		const struct reason_view *reason = &view->reasons[i];

		if (!reason->counted)
			continue;
		add_known(&made->saving, reason->saving);
		if (reason->paid_by)
			add_known(&made->funded, reason->saving);
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
	if (made->funded > 0)
		made->payback_months = made->spent / made->funded * 12;
}
