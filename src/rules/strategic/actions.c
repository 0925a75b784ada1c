/* actions.c - actions without owner or date, overdue ones, preparations */
#include "ces/question.h"
#include "rules/strategic/strategic.h"

static void
report_no_owner(struct rule_run *run, const struct action *action)
{
	const struct map *people = &run->plan->people;

	rule_find(run, &action->object, "owner",
		  N_("nobody is named to do '{name}'; add an `owner`"),
		  ARGS(NAME_ARG("name", action)));
	if (people->n)
		rule_paste_ref(run, &action->object, "owner",
			       map_find(people, plan_keeper(run->plan)));
	else
		rule_paste(run, &action->object, "owner");
}

void
check_actions_unowned(struct rule_run *run, const struct action *action)
{
	if (object_lacks(&action->object, "owner"))
		report_no_owner(run, action);
	if (object_lacks(&action->object, "due"))
		rule_missing(run, &action->object, "due",
			     N_("'{name}' has no date by which it should be "
				"done; add `due`"),
			     ARGS(NAME_ARG("name", action)));
}

static void
report_overdue(struct rule_run *run, const struct action *action, int days)
{
	rule_find(
		run, &action->object, "due",
		days == 1
			? N_("'{name}' is overdue by a day (due {date}); "
			     "finish it, or agree on a new date with its owner")
			: N_("'{name}' is overdue by {days} days (due {date}); "
			     "finish it, or agree on a new date with its "
			     "owner"),
		ARGS(NAME_ARG("name", action), COUNT_ARG("days", days),
		     DATE_ARG("date", action->due.date)));
}

/* Reports an action due soon that has not begun, or whose progress is unknown.
 */
static void
report_soon(struct rule_run *run, const struct action *action)
{
	bool waits = word_is(&action->status, ACTION_NOT_STARTED);

	rule_missing(
		run, &action->object, "percent",
		waits ? N_("'{name}' is due on {date}, which is soon "
			   "(`due_soon_days` is {soon}), and not started; "
			   "begin it, and say in `percent` how far it is")
		      : N_("'{name}' is due on {date}, which is soon "
			   "(`due_soon_days` is {soon}), and nothing says how "
			   "far it is; add `percent`"),
		ARGS(NAME_ARG("name", action),
		     DATE_ARG("date", action->due.date),
		     COUNT_ARG("soon", SETTING_OF(run->plan, due_soon_days))));
}

void
check_actions_overdue(struct rule_run *run, const struct action *action)
{
	const struct action_view *view = FIGURES(run, actions, action);

	if (plan_is_retired(run->plan) || is_unclear(&action->status.at))
		return;
	if (view->overdue)
		report_overdue(run, action, view->overdue);
	else if (view->due_soon && is_unfilled(&action->percent.at))
		report_soon(run, action);
}

enum { PREPARATIONS = sizeof(preparations) / sizeof(*preparations) };

/* finds the preparations; false where one can't be read */
static bool
preparations_found(const struct map *actions, bool *found)
{
	FOR_EACH (action, *actions) {
		if (is_unclear(&action->object.at) ||
		    is_unclear(&action->prepares.at))
			return false;
		if (is_set(&action->prepares.at))
			found[action->prepares.word] = true;
	}
	return true;
}

enum { DAYS_TO_PREPARE = 30 };

/* appends an action under a free id */
static void
add_preparation(struct buf *paste, struct rule_run *run, int word)
{
	const struct preparation *preparation = &preparations[word];
	const char *keeper = plan_keeper(run->plan);
	bool taken = map_find(&run->plan->actions, preparation->word);

	buf_printf(paste,
		   "  %s%s:\n"
		   "    title: TODO %s\n"
		   "    prepares: %s\n",
		   taken ? "prepare-" : "", preparation->word,
		   preparation->title, preparation->word);
	if (word == PREPARES_APPLY)
		buf_puts(paste, "    covers: [technology, measures, hiring]\n");
	buf_puts(paste, "    owner: ");
	paste_name(paste, keeper, "TODO");
	buf_puts(paste, "\n    due: ");
	date_write(paste, date_add_days(run->view->as_of, DAYS_TO_PREPARE));
	buf_puts(paste, "\n    status: not_started\n");
}

static void
report_unprepared(struct rule_run *run, const bool *found)
{
	struct buf words = {0}, paste = {0};

	buf_puts(&paste, "# under actions:\n");
	for (int i = 0; i < PREPARATIONS; i++) {
		if (found[i])
			continue;
		buf_printf(&words, "%s%s", words.n ? ", " : "",
			   preparations[i].word);
		add_preparation(&paste, run, i);
	}
	rule_find(run, &run->plan->object, "actions",
		  N_("these preparations of the strategy have no action yet: "
		     "{words}; add one for each, with `prepares`"),
		  ARGS(TEXT_ARG("words", rule_text(run, &words))));
	rule_paste_text(run, rule_text(run, &paste));
}

static void
check_prepared(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool found[PREPARATIONS] = {false};

	if (has_core(plan) && plan->actions.n &&
	    preparations_found(&plan->actions, found) &&
	    !(found[PREPARES_DEFINE] && found[PREPARES_DOCUMENT] &&
	      found[PREPARES_APPLY]))
		report_unprepared(run, found);
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
