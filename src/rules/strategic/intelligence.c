/* intelligence.c - insights: consumers, figures, decisions, big failures */
#include "rules/rule.h"

/* a unit other than the contact center: an id, a plain name where the plan has
 * no units, or NULL */
static const char *
other_unit(const struct plan *plan)
{
	FOR_EACH (unit, plan->units)
		if (!flag_is(&unit->contact_center, true))
			return unit->object.id;
	FOR_EACH (reason, plan->contact_reasons)
		if (!plan->units.n && is_set(&reason->owner_unit.at))
			return reason->owner_unit.id;
	return NULL;
}

/* the unit that causes the first of the insight's reasons, else the other */
static const char *
likely_consumer(const struct plan *plan, const struct insight *insight,
		const char *other)
{
	FOR_TARGETS (reason, insight->reasons)
		if (reason->owner_unit.to ||
		    (is_set(&reason->owner_unit.at) && !plan->units.n))
			return reason->owner_unit.id;
	return other;
}

void
check_intelligence_no_consumer(struct rule_run *run)
{
	const char *other = other_unit(run->plan);

	FOR_EACH (insight, run->plan->intelligence) {
		const char *unit = likely_consumer(run->plan, insight, other);

		if (!object_lacks(&insight->object, "consumers"))
			continue;
		rule_find(run, &insight->object, "consumers",
			  N_("no business unit gets the insight '{name}'; name "
			     "those that can act on it"));
		if (unit)
			rule_offer_text(run, &insight->object, "consumers",
					unit);
	}
}

/* missing parts of a quantity, as bits */
enum { NO_COUNT = 1, NO_MONEY = 2, NO_PERIOD = 4, NOTHING = 7 };

/* by the missing parts; keys of one missing part alone */
static const struct key_message untold[] = {
	[NO_COUNT] = {"contacts_per_year",
		      N_("the insight '{name}' doesn't say how many contacts "
			 "it is about; add `contacts_per_year`")},
	[NO_MONEY] = {"cost_per_year",
		      N_("the insight '{name}' doesn't say what it costs or is "
			 "worth; add `cost_per_year` or `value_per_year`")},
	[NO_COUNT |
		NO_MONEY] = {NULL,
			     N_("the insight '{name}' gives neither contacts "
				"nor money; add `contacts_per_year` and "
				"`cost_per_year` or `value_per_year`")},
	[NO_PERIOD] = {"period", N_("the insight '{name}' doesn't say when it "
				    "was counted; add `period`")},
	[NO_COUNT | NO_PERIOD] =
		{NULL, N_("the insight '{name}' says neither how many contacts "
			  "it is about nor when they were counted; add "
			  "`contacts_per_year` and `period`")},
	[NO_MONEY | NO_PERIOD] =
		{NULL, N_("the insight '{name}' says neither what it costs or "
			  "is worth nor when it was counted; add "
			  "`cost_per_year` or `value_per_year`, and `period`")},
	[NOTHING] = {NULL, N_("the insight '{name}' isn't quantified; say how "
			      "many contacts it is about, what they cost or "
			      "are worth, and in which period")},
};

/* Skips insights that are closed or declined. Offers the whole block where it
 * is missing, as its keys are optional one by one. */
void
check_intelligence_not_quantified(struct rule_run *run,
				  const struct insight *insight)
{
	static const char *const quantities[] = {"quantified.contacts_per_year",
						 "quantified.cost_per_year",
						 "quantified.period"};
	const struct quantified *amount = &insight->quantified;
	int lacks = 0;

	if (is_unfilled(&amount->contacts_per_year.at))
		lacks |= NO_COUNT;
	if (is_unfilled(&amount->cost_per_year.at) &&
	    is_unfilled(&amount->value_per_year.at))
		lacks |= NO_MONEY;
	if (is_unfilled(&amount->period.at))
		lacks |= NO_PERIOD;
	if (!lacks || !is_set(&insight->status.at) ||
	    insight->status.word == INSIGHT_CLOSED ||
	    insight->status.word == INSIGHT_DECLINED ||
	    is_unclear(&amount->object.at))
		return;
	if (untold[lacks].key) {
		rule_missing(run, &amount->object, untold[lacks].key,
			     untold[lacks].message);
		return;
	}
	rule_find(run, &insight->object, "quantified", untold[lacks].message);
	for (int i = 0; i < 3 && is_unfilled(&amount->object.at); i++)
		rule_offer(run, &insight->object, quantities[i]);
}

/* suggests an open action of the insight's reasons, or NULL */
static const struct object *
likely_action(const struct rule_run *run, const struct insight *insight)
{
	FOR_TARGETS (reason, insight->reasons)
		FOR_TARGETS (action, reason->plan)
			if (FIGURES(run, actions, action)->open)
				return &action->object;
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
		rule_find_args(
			run, &insight->object, "status_since",
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
			ARGS(DATE_ARG("since", insight->status_since.date),
			     COUNT_ARG("days", days),
			     COUNT_ARG("limit", limit)));
	else if (!asks)
		rule_missing(run, &insight->object, "decision_wanted",
			     N_("the insight '{name}' asks nobody for a "
				"decision; say what the units should decide"));
}

/* An insight that a decision is about asks for one. */
void
check_intelligence_stuck(struct rule_run *run)
{
	const struct map *insights = &run->plan->intelligence;
	bool *asked = rule_array(run, insights, sizeof(*asked));

	FOR_EACH (decision, run->plan->decisions)
		FOR_VALUES (path_value, path, decision->about) {
			const struct object *insight =
				path_target(path, insights);

			if (insight)
				asked[insight->index] = true;
		}
	FOR_EACH (insight, *insights) {
		const struct object *object = &insight->object;
		const struct action *action = insight->action.to;

		if (object_lacks(object, "action")) {
			rule_missing_ref(
				run, object, "action",
				likely_action(run, insight),
				word_is(&insight->status, INSIGHT_ACTED)
					? N_("the insight '{name}' was acted "
					     "on, but the plan doesn't say by "
					     "which action; name it")
					: N_("the insight '{name}' was "
					     "accepted, but no action follows "
					     "from it; name one"));
		} else if (word_is(&insight->status, INSIGHT_ACCEPTED) &&
			   action &&
			   word_is(&action->status, ACTION_CANCELLED)) {
			rule_find_args(
				run, object, "action",
				N_("the insight '{name}' was accepted, but its "
				   "action '{action}' is cancelled; name "
				   "another, or decline the insight"),
				ARGS(NAME_ARG("action", action)));
			rule_relate(run, &action->object, "status",
				    N_("cancelled here"));
		} else if (word_is(&insight->status, INSIGHT_PROPOSED) ||
			   word_is(&insight->status, INSIGHT_SHARED)) {
			check_waiting(run, insight, asked[object->index]);
		}
	}
}

/* an insight about a reason, and whether one tells its unit, or may */
struct told {
	bool big; /* a big failure of another unit */
	bool covered;
	uint32_t owner;		     /* index of that unit */
	const struct insight *about; /* the first */
};

struct reader {
	const struct insight *last; /* that tells the unit */
	bool covered;		    /* by an insight that names no reason */
};

struct failure_index {
	const struct plan *plan;
	struct id_list units; /* units that cause a big failure */
	struct told *reasons;
	bool *told;		/* by reason: an insight is about it or its
				   parent */
	struct reader *readers; /* by unit */
};

static void
failure_index_make(struct failure_index *index, struct rule_run *run)
{
	const struct map *reasons = &run->plan->contact_reasons;

	*index = (struct failure_index){
		.plan = run->plan,
		.units = {.arena = run->findings->arena},
		.reasons = rule_array(run, reasons, sizeof(struct told)),
		.told = rule_array(run, reasons, sizeof(bool))};
	FOR_EACH (reason, *reasons) {
		double share = FIGURES(run, reasons, reason)->share;
		struct told *at = &index->reasons[reason->object.index];

		/* without failures of the contact center itself */
		at->big = FIGURES(run, reasons, reason)->counted &&
			  word_is(&reason->demand, DEMAND_FAILURE) &&
			  is_other_unit(run->plan, &reason->owner_unit.at,
					reason->owner_unit.to) &&
			  share + 1e-9 >= SETTING_OF(run->plan, big_failure);
		if (at->big)
			at->owner = id_list_add(&index->units,
						reason->owner_unit.id);
	}
	index->readers =
		rule_array(run, &index->units.map, sizeof(struct reader));
}

/* Notes the insight's consumers and reasons; false where it may be about any
 * reason and unit. Plain names are where the plan has no units. */
static bool
add_insight(struct failure_index *index, const struct insight *insight)
{
	const struct refs_value *reasons = &insight->reasons;
	bool known = is_set(&insight->consumers.at);

	FOR_VALUES (ref_value, ref, insight->consumers) {
		const struct object *unit = NULL;

		known &= is_set(&ref->at) && (!index->plan->units.n || ref->to);
		if (is_set(&ref->at))
			unit = id_list_find(&index->units, ref->id);
		if (!unit)
			continue;
		index->readers[unit->index].last = insight;
		if (is_unfilled(&reasons->at))
			index->readers[unit->index].covered = true;
	}
	FOR_TARGETS (reason, *reasons) {
		struct told *at = &index->reasons[reason->object.index];

		if (!known ||
		    (at->big && index->readers[at->owner].last == insight))
			at->covered = true;
		if (!at->about)
			at->about = insight;
		index->told[reason->object.index] = true;
	}
	return !refs_unclear(reasons) &&
	       (known || reasons->n || is_unfilled(&insight->consumers.at));
}

/* Counts insights about its parents. */
static void
check_failure(struct rule_run *run, const struct failure_index *index,
	      const struct reason *reason)
{
	const struct reason *parent = FIGURES(run, reasons, reason)->parent;
	const struct told *at = &index->reasons[reason->object.index];

	if (!at->big || at->covered || index->readers[at->owner].covered ||
	    (parent && index->told[parent->object.index]))
		return;
	rule_find_args(
		run, &reason->object, NULL,
		at->about ? N_("'{name}' makes up {share} of all contacts (big "
			       "from {limit} on), but the insight '{insight}' "
			       "doesn't reach '{unit}', which causes it; add "
			       "that unit to its `consumers`")
			  : N_("'{name}' makes up {share} of all contacts (big "
			       "from {limit} on), but no insight tells "
			       "'{unit}', which causes it; add one with this "
			       "reason among its `reasons`"),
		ARGS(PERCENT_ARG("share", FIGURES(run, reasons, reason)->share),
		     PERCENT_ARG("limit", SETTING_OF(run->plan, big_failure)),
		     object_arg("insight",
				at->about ? &at->about->object : NULL),
		     ref_arg("unit", reason->owner_unit.to,
			     reason->owner_unit.id)));
	rule_relate(run, &reason->object, "owner_unit",
		    N_("the unit that causes it"));
	if (at->about)
		rule_relate(run, &at->about->object, "consumers",
			    N_("the units that it tells"));
}

/* Skips plans with an unreadable volume, as all shares are uncertain then. */
void
check_intelligence_silent_failure(struct rule_run *run)
{
	const struct map *insights = &run->plan->intelligence;
	const struct map *reasons = &run->plan->contact_reasons;
	struct failure_index index;

	if (!insights->n || is_unclear(&insights->at) || !run->volumes_clear)
		return;
	failure_index_make(&index, run);
	FOR_EACH (insight, *insights)
		if (!add_insight(&index, insight))
			return;
	reasons_hand_down(run->view, index.told);
	FOR_EACH (reason, *reasons)
		check_failure(run, &index, reason);
}
