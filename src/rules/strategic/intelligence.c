/* intelligence.c - insights: consumers, figures, decisions, big failures */
#include "rules/rule.h"

/* suggests the unit that causes the insight's reasons, or another one */
static const char *
likely_consumer(const struct plan *plan, const struct insight *insight)
{
	FOR_VALUES (ref_value, ref, insight->reasons) {
		const struct reason *reason = ref_target(ref);

		if (reason &&
		    (reason->owner_unit.to ||
		     (is_set(&reason->owner_unit.at) && !plan->units.n)))
			return reason->owner_unit.id;
	}
	return plan_other_unit(plan);
}

void
check_intelligence_no_consumer(struct rule_run *run,
			       const struct insight *insight)
{
	const char *unit = likely_consumer(run->plan, insight);

	if (!object_lacks(&insight->object, "consumers"))
		return;
	rule_find(run, &insight->object, "consumers",
		  N_("no business unit gets the insight '{name}'; name those "
		     "that can act on it"),
		  ARGS(NAME_ARG("name", insight)));
	if (unit)
		RULE_PASTE(run, "    consumers: [%s]\n",
			   name_text(run, unit, NULL));
}

/* missing parts of a quantity, as bits */
enum { NO_COUNT = 1, NO_MONEY = 2, NO_PERIOD = 4, NOTHING = 7 };

/* offers the whole block, as its keys are optional one by one */
static const char amount_example[] = "    quantified:\n"
				     "      contacts_per_year: 12400\n"
				     "      cost_per_year: 54400\n"
				     "      period: 2025\n";

static const char *const untold_messages[] = {
	[NO_COUNT] = N_("the insight '{name}' doesn't say how many contacts "
			"it is about; add `contacts_per_year`"),
	[NO_MONEY] = N_("the insight '{name}' doesn't say what it costs or "
			"is worth; add `cost_per_year` or `value_per_year`"),
	[NO_COUNT | NO_MONEY] =
		N_("the insight '{name}' gives neither contacts nor "
		   "money; add `contacts_per_year` and `cost_per_year` "
		   "or `value_per_year`"),
	[NO_PERIOD] = N_("the insight '{name}' doesn't say when it was "
			 "counted; add `period`"),
	[NO_COUNT | NO_PERIOD] =
		N_("the insight '{name}' says neither how many "
		   "contacts it is about nor when they were counted; "
		   "add `contacts_per_year` and `period`"),
	[NO_MONEY | NO_PERIOD] =
		N_("the insight '{name}' says neither what it costs or "
		   "is worth nor when it was counted; add "
		   "`cost_per_year` or `value_per_year`, and `period`"),
	[NOTHING] = N_("the insight '{name}' isn't quantified; say how "
		       "many contacts it is about, what they cost or "
		       "are worth, and in which period"),
};

static const char *const untold_keys[NOTHING + 1] = {
	[NO_COUNT] = "contacts_per_year",
	[NO_MONEY] = "cost_per_year",
	[NO_PERIOD] = "period",
};

/* Skips insights that are closed or declined. */
void
check_intelligence_not_quantified(struct rule_run *run,
				  const struct insight *insight)
{
	const struct quantified *amount = &insight->quantified;
	const struct arg name = NAME_ARG("name", insight);
	int lacks =
		(is_unfilled(&amount->contacts_per_year.at) ? NO_COUNT : 0) |
		(is_unfilled(&amount->cost_per_year.at) &&
				 is_unfilled(&amount->value_per_year.at)
			 ? NO_MONEY
			 : 0) |
		(is_unfilled(&amount->period.at) ? NO_PERIOD : 0);

	if (!lacks || !is_set(&insight->status.at) ||
	    insight->status.word == INSIGHT_CLOSED ||
	    insight->status.word == INSIGHT_DECLINED ||
	    is_unclear(&amount->object.at))
		return;
	if (untold_keys[lacks]) {
		rule_missing(run, &amount->object, untold_keys[lacks],
			     untold_messages[lacks], &name, 1);
		return;
	}
	rule_find(run, &insight->object, "quantified", untold_messages[lacks],
		  &name, 1);
	if (is_unfilled(&amount->object.at))
		rule_paste_text(run, amount_example);
}

/* suggests an open action of the insight's reasons, or NULL */
static const struct object *
likely_action(const struct rule_run *run, const struct insight *insight)
{
	FOR_VALUES (ref_value, ref, insight->reasons) {
		const struct reason *reason = ref_target(ref);

		for (uint32_t k = 0; reason && k < reason->plan.n; k++) {
			const struct object *action =
				ref_target(&reason->plan.items[k]);

			if (action && run->view->actions[action->index].open)
				return action;
		}
	}
	return NULL;
}

/* an action implies a decision */
static void
check_waiting(struct rule_run *run, const struct insight *insight, bool asked)
{
	double limit = SETTING_OF(run->plan, insight_days);
	bool asks = asked || !is_unfilled(&insight->action.at) ||
		    !is_unfilled(&insight->decision_wanted.at);
	int days = 0;

	if (is_set(&insight->status_since.at))
		days = date_between(insight->status_since.date,
				    run->view->as_of);
	if (days > limit && !plan_is_retired(run->plan))
		rule_find(run, &insight->object, "status_since",
			  !asks ? N_("the insight '{name}' has waited since "
				     "{since}: {days} days, more than {limit}; "
				     "say which decision is wanted, or decline "
				     "it")
			  : word_is(&insight->status, INSIGHT_PROPOSED)
				  ? N_("the insight '{name}' has been proposed "
				       "since {since}: {days} days, more than "
				       "{limit}; share it with those who can "
				       "act, or decline it")
				  : N_("the insight '{name}' has been shared "
				       "since {since}: {days} days, more than "
				       "{limit}; bring it to a decision"),
			  ARGS(NAME_ARG("name", insight),
			       DATE_ARG("since", insight->status_since.date),
			       COUNT_ARG("days", days),
			       COUNT_ARG("limit", limit)));
	else if (!asks)
		rule_missing(run, &insight->object, "decision_wanted",
			     N_("the insight '{name}' asks nobody for a "
				"decision; say what the units should decide"),
			     ARGS(NAME_ARG("name", insight)));
}

static void
check_insight(struct rule_run *run, const struct insight *insight, bool asked)
{
	const struct action *action = insight->action.to;

	if (object_lacks(&insight->object, "action")) {
		rule_missing_ref(
			run, &insight->object, "action",
			likely_action(run, insight),
			word_is(&insight->status, INSIGHT_ACTED)
				? N_("the insight '{name}' was acted on, but "
				     "the plan doesn't say by which action; "
				     "name it")
				: N_("the insight '{name}' was accepted, but "
				     "no action follows from it; name one"),
			ARGS(NAME_ARG("name", insight)));
	} else if (word_is(&insight->status, INSIGHT_ACCEPTED) && action &&
		   word_is(&action->status, ACTION_CANCELLED)) {
		rule_find(run, &insight->object, "action",
			  N_("the insight '{name}' was accepted, but its "
			     "action '{action}' is cancelled; name another, or "
			     "decline the insight"),
			  ARGS(NAME_ARG("name", insight),
			       NAME_ARG("action", action)));
		rule_relate(run, &action->object, "status",
			    N_("cancelled here"));
	} else if (word_is(&insight->status, INSIGHT_PROPOSED) ||
		   word_is(&insight->status, INSIGHT_SHARED)) {
		check_waiting(run, insight, asked);
	}
}

/* An insight that a decision is about asks for one. */
void
check_intelligence_stuck(struct rule_run *run)
{
	const struct map *insights = &run->plan->intelligence;
	bool *asked = rule_flags(run, insights);

	FOR_EACH (decision, run->plan->decisions) {
		FOR_VALUES (path_value, path, decision->about) {
			const struct object *insight =
				path_target(path, insights);

			if (insight)
				asked[insight->index] = true;
		}
	}
	FOR_EACH (insight, *insights)
		check_insight(run, insight, asked[insight->object.index]);
}

struct failure_index {
	const struct plan *plan;
	struct id_list units; /* units that cause a big failure */
	bool *big;	      /* by reason */
	uint32_t *owner;      /* by reason: index of its unit */
	bool *covered; /* by reason: an insight tells that unit, or may */
	const struct insight **about;  /* the first insight about it */
	const struct insight **reader; /* by unit: the last that tells it */
	bool *covered_unit; /* by unit: an insight that names no reason */
};

static void
failure_index_make(struct failure_index *index, struct rule_run *run)
{
	struct arena *arena = run->findings->arena;
	const struct map *reasons = &run->plan->contact_reasons;
	uint32_t n = reasons->n + 1;

	*index = (struct failure_index){
		.plan = run->plan,
		.units = {.arena = arena},
		.big = rule_flags(run, reasons),
		.covered = rule_flags(run, reasons),
		.owner = arena_alloc(arena, n * sizeof(uint32_t)),
		.about = arena_alloc(arena, n * sizeof(void *))};
	FOR_EACH (reason, *reasons) {
		double share = FIGURES(run, reasons, reason)->share;
		uint32_t i = reason->object.index;

		/* without failures of the contact center itself */
		index->big[i] =
			word_is(&reason->demand, DEMAND_FAILURE) &&
			is_other_unit(run->plan, &reason->owner_unit.at,
				      reason->owner_unit.to) &&
			share + 1e-9 >= SETTING_OF(run->plan, big_failure);
		if (index->big[i])
			index->owner[i] = id_list_add(&index->units,
						      reason->owner_unit.id);
	}
	index->covered_unit = rule_flags(run, &index->units.map);
	index->reader =
		arena_alloc(arena, (index->units.map.n + 1) * sizeof(void *));
}

/*
 * Notes the insight's consumers, and whether it is about any reason; false
 * where one is unknown. Plain names are where the plan has no units.
 */
static bool
add_consumers(struct failure_index *index, const struct insight *insight)
{
	bool known = is_set(&insight->consumers.at);

	FOR_VALUES (ref_value, ref, insight->consumers) {
		const struct object *unit = NULL;

		known &= is_set(&ref->at) &&
			 (!index->plan->units.n || ref_target(ref));
		if (is_set(&ref->at))
			unit = id_list_find(&index->units, ref->id);
		if (!unit)
			continue;
		index->reader[unit->index] = insight;
		if (is_unfilled(&insight->reasons.at))
			index->covered_unit[unit->index] = true;
	}
	return known;
}

/* Returns false where the insight may be about any reason and unit. */
static bool
add_insight(struct failure_index *index, const struct insight *insight)
{
	const struct refs_value *reasons = &insight->reasons;
	bool known = add_consumers(index, insight);

	FOR_VALUES (ref_value, ref, *reasons) {
		const struct object *reason = ref_target(ref);
		uint32_t at;

		if (!reason)
			return false;
		at = reason->index;
		if (!known || (index->big[at] &&
			       index->reader[index->owner[at]] == insight))
			index->covered[at] = true;
		if (!index->about[at])
			index->about[at] = insight;
	}
	return !is_unclear(&reasons->at) &&
	       (known || reasons->n || is_unfilled(&insight->consumers.at));
}

/* Counts insights about the parent reason. */
static void
check_failure(struct rule_run *run, const struct failure_index *index,
	      const struct reason *reason)
{
	const struct reason *parent = reason->parent.to;
	uint32_t at = reason->object.index;
	const struct insight *insight = index->about[at];

	if (!index->big[at] || index->covered[at] ||
	    index->covered_unit[index->owner[at]] ||
	    (parent && index->about[parent->object.index]))
		return;
	rule_find(
		run, &reason->object, NULL,
		insight ? N_("'{name}' makes up {share} of all contacts (big "
			     "from {limit} on), but the insight '{insight}' "
			     "doesn't reach '{unit}', which causes it; add "
			     "that unit to its `consumers`")
			: N_("'{name}' makes up {share} of all contacts (big "
			     "from {limit} on), but no insight tells '{unit}', "
			     "which causes it; add one with this reason among "
			     "its `reasons`"),
		ARGS(NAME_ARG("name", reason),
		     PERCENT_ARG("share", FIGURES(run, reasons, reason)->share),
		     PERCENT_ARG("limit", SETTING_OF(run->plan, big_failure)),
		     TEXT_ARG("insight",
			      insight ? object_name(&insight->object) : ""),
		     TEXT_ARG("unit", ref_name(reason->owner_unit.to,
					       reason->owner_unit.id))));
	rule_relate(run, &reason->object, "owner_unit",
		    N_("the unit that causes it"));
	if (insight)
		rule_relate(run, &insight->object, "consumers",
			    N_("the units that it tells"));
}

void
check_intelligence_silent_failure(struct rule_run *run)
{
	const struct map *insights = &run->plan->intelligence;
	const struct map *reasons = &run->plan->contact_reasons;
	struct failure_index index;

	/* an unreadable volume makes all shares uncertain */
	if (!insights->n || !volumes_clear(reasons))
		return;
	failure_index_make(&index, run);
	FOR_EACH (insight, *insights)
		if (!add_insight(&index, insight))
			return;
	FOR_EACH (reason, *reasons)
		check_failure(run, &index, reason);
}
