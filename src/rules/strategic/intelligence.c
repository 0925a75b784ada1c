/* intelligence.c - insights: consumers, figures, decisions */
#include "ces/json.h"
#include "rules/strategic/strategic.h"

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

static void
report_no_consumer(struct rule_run *run, const struct insight *insight)
{
	const char *unit = likely_consumer(run->plan, insight);
	struct buf buf = {0};

	rule_find(run, &insight->object, "consumers",
		  N_("no business unit gets the insight '{name}'; name those "
		     "that can act on it"),
		  ARGS(NAME_ARG("name", insight)));
	if (!unit)
		return;
	buf_puts(&buf, "    consumers: [");
	buf_json(&buf, unit);
	buf_puts(&buf, "]\n");
	rule_paste_text(run, rule_text(run, &buf));
}

void
check_intelligence_no_consumer(struct rule_run *run,
			       const struct insight *insight)
{
	if (object_lacks(&insight->object, "consumers"))
		report_no_consumer(run, insight);
}

/* missing parts of a quantity, as bits */
enum { NO_COUNT = 1, NO_MONEY = 2, NO_PERIOD = 4, NOTHING = 7 };

static int
untold(const struct quantified *amount)
{
	int lacks = 0;

	if (is_unfilled(&amount->contacts_per_year.at))
		lacks |= NO_COUNT;
	if (is_unfilled(&amount->cost_per_year.at) &&
	    is_unfilled(&amount->value_per_year.at))
		lacks |= NO_MONEY;
	if (is_unfilled(&amount->period.at))
		lacks |= NO_PERIOD;
	return lacks;
}

/* neither closed nor declined */
static bool
is_alive(const struct insight *insight)
{
	return is_set(&insight->status.at) &&
	       insight->status.word != INSIGHT_CLOSED &&
	       insight->status.word != INSIGHT_DECLINED;
}

/* offers the whole block, as its keys are optional one by one */
static const char amount_example[] = "    quantified:\n"
				     "      contacts_per_year: 12400\n"
				     "      cost_per_year: 54400\n"
				     "      period: 2025\n";

static void
report_untold(struct rule_run *run, const struct insight *insight, int lacks)
{
	static const char *const messages[] = {
		[NO_COUNT] =
			N_("the insight '{name}' doesn't say how many contacts "
			   "it is about; add `contacts_per_year`"),
		[NO_MONEY] =
			N_("the insight '{name}' doesn't say what it costs or "
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
	static const char *const keys[NOTHING + 1] = {
		[NO_COUNT] = "contacts_per_year",
		[NO_MONEY] = "cost_per_year",
		[NO_PERIOD] = "period",
	};
	const char *name = object_name(&insight->object);

	if (keys[lacks]) {
		rule_missing(run, &insight->quantified.object, keys[lacks],
			     messages[lacks], ARGS(TEXT_ARG("name", name)));
		return;
	}
	rule_find(run, &insight->object, "quantified", messages[lacks],
		  ARGS(TEXT_ARG("name", name)));
	if (is_unfilled(&insight->quantified.object.at))
		rule_paste_text(run, amount_example);
}

void
check_intelligence_not_quantified(struct rule_run *run,
				  const struct insight *insight)
{
	const struct mark *at = &insight->quantified.object.at;
	int lacks = untold(&insight->quantified);

	if (lacks && is_alive(insight) && (is_set(at) || is_unfilled(at)))
		report_untold(run, insight, lacks);
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

static void
report_no_action(struct rule_run *run, const struct insight *insight)
{
	rule_missing_ref(
		run, &insight->object, "action", likely_action(run, insight),
		word_is(&insight->status, INSIGHT_ACTED)
			? N_("the insight '{name}' was acted on, but the plan "
			     "doesn't say by which action; name it")
			: N_("the insight '{name}' was accepted, but no action "
			     "follows from it; name one"),
		ARGS(NAME_ARG("name", insight)));
}

/* reports an accepted insight whose action was cancelled */
static void
report_dropped(struct rule_run *run, const struct insight *insight)
{
	const struct action *action = insight->action.to;

	rule_find(run, &insight->object, "action",
		  N_("the insight '{name}' was accepted, but its action "
		     "'{action}' is cancelled; name another, or decline the "
		     "insight"),
		  ARGS(NAME_ARG("name", insight), NAME_ARG("action", action)));
	rule_relate(run, &action->object, "status", N_("cancelled here"));
}

static void
report_waiting(struct rule_run *run, const struct insight *insight, int days,
	       bool asks)
{
	const char *message =
		!asks ? N_("the insight '{name}' has waited since {since}: "
			   "{days} days, more than {limit}; say which decision "
			   "is wanted, or decline it")
		: word_is(&insight->status, INSIGHT_PROPOSED)
			? N_("the insight '{name}' has been proposed since "
			     "{since}: {days} days, more than {limit}; share "
			     "it with those who can act, or decline it")
			: N_("the insight '{name}' has been shared since "
			     "{since}: {days} days, more than {limit}; bring "
			     "it to a decision");

	rule_find(
		run, &insight->object, "status_since", message,
		ARGS(NAME_ARG("name", insight),
		     DATE_ARG("since", insight->status_since.date),
		     COUNT_ARG("days", days),
		     COUNT_ARG("limit", SETTING_OF(run->plan, insight_days))));
}

static void
check_waiting(struct rule_run *run, const struct insight *insight, bool asks)
{
	int days = 0;

	if (is_set(&insight->status_since.at))
		days = date_between(insight->status_since.date,
				    run->view->as_of);
	if (days > SETTING_OF(run->plan, insight_days) &&
	    !plan_is_retired(run->plan))
		report_waiting(run, insight, days, asks);
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

	if (object_lacks(&insight->object, "action"))
		report_no_action(run, insight);
	else if (word_is(&insight->status, INSIGHT_ACCEPTED) && action &&
		 word_is(&action->status, ACTION_CANCELLED))
		report_dropped(run, insight);
	else if (word_is(&insight->status, INSIGHT_PROPOSED) ||
		 word_is(&insight->status, INSIGHT_SHARED))
		/* an action implies a decision */
		check_waiting(
			run, insight,
			asked || !is_unfilled(&insight->action.at) ||
				!is_unfilled(&insight->decision_wanted.at));
}

/* by insight: whether a decision is about it */
static bool *
asked_about(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool *asked =
		arena_alloc(run->findings->arena, plan->intelligence.n + 1);

	FOR_EACH (decision, plan->decisions) {
		FOR_VALUES (path_value, path, decision->about) {
			const struct object *insight =
				path_target(path, &plan->intelligence);

			if (insight)
				asked[insight->index] = true;
		}
	}
	return asked;
}

void
check_intelligence_stuck(struct rule_run *run)
{
	const bool *asked = asked_about(run);

	FOR_EACH (insight, run->plan->intelligence)
		check_insight(run, insight, asked[insight->object.index]);
}
