/* contradictions.c - dates of the plan that contradict each other, and what
 * leads nowhere */
#include "rules/rule.h"

/* --- dates --------------------------------------------------------------- */

/* tells whether it is still to be done by a date */
static bool
is_due_open(const struct rule_run *run, const struct action *action)
{
	return is_set(&action->due.at) && !is_unclear(&action->status.at) &&
	       FIGURES(run, actions, action)->open;
}

/* tells whether it is due after the other, if any */
static bool
is_later(const struct action *action, const struct action *other)
{
	return !other || date_compare(action->due.date, other->due.date) > 0;
}

/* Names the dependency that is due last. */
void
check_actions_out_of_order(struct rule_run *run, const struct action *action)
{
	const struct action *last = NULL;

	if (plan_is_retired(run->plan) || !is_due_open(run, action))
		return;
	FOR_VALUES (ref_value, ref, action->depends_on) {
		const struct action *other = ref->to;

		if (other && is_due_open(run, other) && is_later(other, last))
			last = other;
	}
	if (!last || !is_before(&action->due, last->due.date))
		return;
	rule_find_args(run, &action->object, "due",
		       N_("'{name}' is due on {date}, before '{other}', on "
			  "which it depends (due {later}); move one of the two "
			  "dates"),
		       ARGS(DATE_ARG("date", action->due.date),
			    NAME_ARG("other", last),
			    DATE_ARG("later", last->due.date)));
	rule_relate(run, &last->object, "due", N_("it waits for this"));
}

/* Takes the run that is on or comes next. Skips what comes every month or
 * quarter, or has come before: its actions may be for a later run. */
static bool
start_to_meet(const struct rule_run *run, const struct event *event,
	      struct date *start)
{
	struct date today = run->view->as_of, end;

	if (is_unclear(&event->repeats.at) ||
	    !event_run(event, today, start, &end))
		return false;
	return is_unfilled(&event->repeats.at) ||
	       (word_is(&event->repeats, REPEATS_YEARLY) &&
		date_compare(*start, today) > 0);
}

/* Keeps the open one that is due last. */
static void
note_last(const struct rule_run *run, const struct action **last,
	  const struct action *action)
{
	if (action && is_due_open(run, action) && is_later(action, *last))
		*last = action;
}

/* by event the action that is due last, of those that it names or that improve
 * it */
static const struct action **
find_last(struct rule_run *run)
{
	const struct map *events = &run->plan->calendar;
	const struct action **last = rule_array(run, events, sizeof(*last));

	FOR_EACH (event, *events)
		FOR_TARGETS (action, event->actions)
			note_last(run, &last[event->object.index], action);
	FOR_EACH (action, run->plan->actions)
		FOR_VALUES (path_value, path, action->improves) {
			const struct object *event = path_target(path, events);

			if (event)
				note_last(run, &last[event->index], action);
		}
	return last;
}

/* an action that is due after events begin, and the earliest of these */
struct miss {
	const struct event *event;
	struct date start;
};

/* Says of each action only which event it misses first: one date for that is
 * in time for all. */
void
check_calendar_prepared_late(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct action **last = find_last(run);
	struct miss *misses = rule_array(run, &plan->actions, sizeof(*misses));
	struct date start;

	FOR_EACH (event, plan->calendar) {
		const struct action *late = last[event->object.index];
		struct miss *miss;

		if (!late || plan_is_retired(plan) ||
		    !start_to_meet(run, event, &start) ||
		    date_compare(late->due.date, start) <= 0)
			continue;
		miss = &misses[late->object.index];
		if (!miss->event || date_compare(start, miss->start) < 0)
			*miss = (struct miss){event, start};
	}
	FOR_EACH (action, plan->actions) {
		const struct miss *miss = &misses[action->object.index];

		if (!miss->event)
			continue;
		rule_find_args(run, &action->object, "due",
			       N_("'{action}' is due after '{event}' begins; "
				  "have it done by {start} and not only on "
				  "{due}, or, if it prepares for something "
				  "else, name that instead"),
			       ARGS(NAME_ARG("event", miss->event),
				    DATE_ARG("due", action->due.date),
				    DATE_ARG("start", miss->start)));
		rule_relate(run, &miss->event->object, "start",
			    N_("it begins here"));
	}
}

/* Marks measures that a long-term objective names, or may. */
static const bool *
find_long_term(struct rule_run *run)
{
	const struct map *measures = &run->plan->measures;
	bool *marked = rule_array(run, measures, sizeof(*marked));

	FOR_EACH (objective, run->plan->strategy.objectives) {
		if (word_is(&objective->horizon, HORIZON_SEASON) ||
		    word_is(&objective->horizon, HORIZON_YEAR))
			continue;
		if (refs_unclear(&objective->measures))
			memset(marked, true, measures->n * sizeof(*marked));
		FOR_TARGETS (measure, objective->measures)
			marked[measure->object.index] = true;
	}
	return marked;
}

/* Exempts floors, which hold from the first day, diagnostics, and measures of
 * long-term objectives. */
void
check_measures_after_period(struct rule_run *run)
{
	const struct strategy *strategy = &run->plan->strategy;
	const struct term *period = &run->plan->plan.period;
	const bool *long_term;

	if (is_partial(run->plan) || is_unclear(&strategy->object.at) ||
	    is_unclear(&strategy->objectives.at))
		return;
	long_term = find_long_term(run);
	FOR_EACH (measure, run->plan->measures) {
		const struct date_value *date = &measure->target.date;

		if (!is_set(&date->at) ||
		    !is_before(&period->end, date->date) ||
		    is_unclear(&measure->role.at) ||
		    (is_set(&measure->role.at) &&
		     measure->role.word != ROLE_TARGET) ||
		    long_term[measure->object.index])
			continue;
		rule_find_args(
			run, &measure->target.object, "date",
			N_("the target of '{measure}' is for {date}, after the "
			   "plan's period ends on {end}; set the value to "
			   "reach within the period, and keep the later one "
			   "for the next plan"),
			ARGS(DATE_ARG("date", date->date),
			     DATE_ARG("end", period->end.date)));
		rule_relate(run, &period->object, "end",
			    N_("the period ends here"));
	}
}

/* --- what leads nowhere --------------------------------------------------- */

/* Skips channels where a message can wait. */
void
check_hours_closed_too(struct rule_run *run, const struct hours *hours)
{
	const struct channel *channel = hours->out_of_hours.channel.to;
	struct buf closed = {0};

	if (!channel || !is_set(&channel->timing.at) ||
	    word_is(&channel->timing, TIMING_ASYNCHRONOUS) ||
	    word_is(&channel->status, CHANNEL_RETIRING))
		return;
	hours_closed(&closed, run->language, run->view, hours,
		     channel->hours.to);
	if (!closed.n)
		return;
	rule_find_args(run, &hours->out_of_hours.object, "channel",
		       N_("outside the hours '{hours}' customers are sent to "
			  "'{channel}', which is closed then as well "
			  "({closed}); send them to a channel that is open, or "
			  "where a message can wait"),
		       ARGS(NAME_ARG("channel", channel),
			    TEXT_ARG("closed", rule_text(run, &closed))));
	rule_relate(run, &channel->object, "hours", N_("its hours"));
}

/* Tells whether a decision about nothing in particular is of the same amount.
 */
static bool
is_asked_by_amount(const struct plan *plan, const struct investment *investment)
{
	FOR_EACH (decision, plan->decisions)
		if (!decision->about.n && is_set(&decision->amount.at) &&
		    is_set(&investment->amount.at) &&
		    decision->amount.n == investment->amount.n)
			return true;
	return false;
}

/* Marks investments that a decision is about, or may be. */
static const bool *
find_decided(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct map *investments = &plan->investments;
	bool *marked = rule_array(run, investments, sizeof(*marked));
	bool all = is_unclear(&plan->decisions.at);

	FOR_EACH (decision, plan->decisions) {
		all |= is_unclear(&decision->object.at);
		paths_mark(plan, &decision->about, investments, marked);
	}
	if (all)
		memset(marked, true, investments->n * sizeof(*marked));
	return marked;
}

void
check_decisions_not_asked(struct rule_run *run)
{
	const bool *decided = find_decided(run);

	FOR_EACH (investment, run->plan->investments)
		if (word_is(&investment->decided, DECIDED_ASKED) &&
		    !decided[investment->object.index] &&
		    !is_asked_by_amount(run->plan, investment) &&
		    !plan_is_retired(run->plan))
			rule_find(run, &investment->object, "decided",
				  N_("the money for '{investment}' is asked "
				     "for, and no decision is about it; add "
				     "one to `decisions`, with who decides and "
				     "by when, and this investment in "
				     "`about`"));
}
