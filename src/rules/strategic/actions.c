/* actions.c - actions and decisions: owners, dates, preparations */
#include "ces/question.h"
#include "rules/rule.h"

void
check_actions_unowned(struct rule_run *run, const struct action *action)
{
	const struct map *people = &run->plan->people;
	const char *keeper = plan_keeper(run->plan);

	if (object_lacks(&action->object, "owner"))
		rule_missing_person(
			run, &action->object, "owner",
			people->n ? map_find(people, keeper) : NULL,
			N_("nobody is named to do '{name}'; add an `owner`"),
			ARGS(NAME_ARG("name", action)));
	if (object_lacks(&action->object, "due"))
		rule_missing(run, &action->object, "due",
			     N_("'{name}' has no date by which it should be "
				"done; add `due`"),
			     ARGS(NAME_ARG("name", action)));
}

/* Reports an action that is overdue; one due soon that has not begun, or whose
 * progress is unknown. */
void
check_actions_overdue(struct rule_run *run, const struct action *action)
{
	const struct action_view *view = FIGURES(run, actions, action);
	const struct arg args[] = {
		NAME_ARG("name", action), DATE_ARG("date", action->due.date),
		COUNT_ARG("days", view->overdue),
		COUNT_ARG("soon", SETTING_OF(run->plan, due_soon_days))};

	if (plan_is_retired(run->plan) || is_unclear(&action->status.at))
		return;
	if (view->overdue)
		rule_find(run, &action->object, "due",
			  view->overdue == 1
				  ? N_("'{name}' is overdue by a day (due "
				       "{date}); finish it, or agree on a new "
				       "date with its owner")
				  : N_("'{name}' is overdue by {days} days "
				       "(due {date}); finish it, or agree on a "
				       "new date with its owner"),
			  args, 4);
	else if (view->due_soon && is_unfilled(&action->percent.at))
		rule_missing(
			run, &action->object, "percent",
			word_is(&action->status, ACTION_NOT_STARTED)
				? N_("'{name}' is due on {date}, which is soon "
				     "(`due_soon_days` is {soon}), and not "
				     "started; begin it, and say in `percent` "
				     "how far it is")
				: N_("'{name}' is due on {date}, which is soon "
				     "(`due_soon_days` is {soon}), and nothing "
				     "says how far it is; add `percent`"),
			args, 4);
}

enum { PREPARATIONS = sizeof(preparations) / sizeof(*preparations) };

enum { DAYS_TO_PREPARE = 30 };

/* appends an action under a free id */
static void
add_preparation(struct buf *paste, struct rule_run *run, int word)
{
	const struct preparation *preparation = &preparations[word];
	struct date due = date_add_days(run->view->as_of, DAYS_TO_PREPARE);
	bool taken = map_find(&run->plan->actions, preparation->word);

	buf_printf(paste,
		   "  %s%s:\n"
		   "    title: TODO %s\n"
		   "    prepares: %s\n"
		   "%s"
		   "    owner: %s\n"
		   "    due: %s\n"
		   "    status: not_started\n",
		   taken ? "prepare-" : "", preparation->word,
		   preparation->title, preparation->word,
		   word == PREPARES_APPLY
			   ? "    covers: [technology, measures, hiring]\n"
			   : "",
		   name_text(run, plan_keeper(run->plan), "TODO"),
		   date_text(run, due));
}

/* Skips plans in which an action's preparation can't be read. */
static void
check_prepared(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct buf words = {0}, paste = {0};
	bool found[PREPARATIONS] = {false};

	if (!has_core(plan) || !plan->actions.n)
		return;
	FOR_EACH (action, plan->actions) {
		if (is_unclear(&action->object.at) ||
		    is_unclear(&action->prepares.at))
			return;
		if (is_set(&action->prepares.at))
			found[action->prepares.word] = true;
	}
	buf_puts(&paste, "# under actions:\n");
	for (int i = 0; i < PREPARATIONS; i++) {
		if (found[i])
			continue;
		buf_printf(&words, "%s%s", words.n ? ", " : "",
			   preparations[i].word);
		add_preparation(&paste, run, i);
	}
	if (words.n) {
		rule_find(
			run, &plan->object, "actions",
			N_("these preparations of the strategy have no action "
			   "yet: {words}; add one for each, with `prepares`"),
			ARGS(TEXT_ARG("words", rule_text(run, &words))));
		rule_paste_text(run, rule_text(run, &paste));
	}
	buf_free(&paste);
}

/* Reports preparations that are open in an approved plan. */
static void
check_before_approval(struct rule_run *run, const struct action *action)
{
	if (!word_is(&run->plan->plan.status, PLAN_APPROVED) ||
	    !is_set(&action->prepares.at) ||
	    action->prepares.word == PREPARES_APPLY ||
	    !is_set(&action->status.at) || !FIGURES(run, actions, action)->open)
		return;
	rule_find(
		run, &action->object, "status",
		N_("the plan is approved while '{name}', which prepares it, is "
		   "still open; finish it, or set the plan back to in_review"),
		ARGS(NAME_ARG("name", action)));
	rule_relate(run, &run->plan->plan.object, "status",
		    N_("the plan's status"));
}

void
check_actions_preparation(struct rule_run *run)
{
	check_prepared(run);
	FOR_EACH (action, run->plan->actions) {
		check_before_approval(run, action);
		if (object_lacks(&action->object, "covers"))
			rule_missing(
				run, &action->object, "covers",
				N_("'{name}' doesn't say what the strategy is "
				   "applied to; name technology, measures or "
				   "hiring in `covers`"),
				ARGS(NAME_ARG("name", action)));
	}
}

void
check_decisions_overdue(struct rule_run *run, const struct decision *decision)
{
	struct date as_of = run->view->as_of;

	if (word_is(&decision->outcome, OUTCOME_OPEN) &&
	    is_before(&decision->due, as_of) && !plan_is_retired(run->plan))
		rule_find(run, &decision->object, "due",
			  N_("the decision '{name}' was due on {date} and is "
			     "still open on {today}; get it decided, or agree "
			     "on a new date"),
			  ARGS(NAME_ARG("name", decision),
			       DATE_ARG("date", decision->due.date),
			       DATE_ARG("today", as_of)));
	if (is_set(&decision->outcome.at) &&
	    object_lacks(&decision->object, "decided"))
		rule_missing(run, &decision->object, "decided",
			     N_("the decision '{name}' is '{outcome}', but the "
				"plan doesn't say since when; add `decided` "
				"with the date"),
			     ARGS(NAME_ARG("name", decision),
				  TEXT_ARG("outcome",
					   word_text(CHOICE_outcome,
						     &decision->outcome))));
}
