/* actions.c - actions and decisions: owners, dates, preparations */
#include "ces/question.h"
#include "rules/rule.h"

void
check_actions_unowned(struct rule_run *run, const struct action *action)
{
	const struct map *people = &run->plan->people;
	const char *keeper = plan_keeper(run->plan);

	if (object_lacks(&action->object, "owner"))
		rule_missing_ref(
			run, &action->object, "owner",
			people->n ? map_find(people, keeper) : NULL,
			N_("nobody is named to do '{name}'; add an `owner`"));
	if (object_lacks(&action->object, "due"))
		rule_missing(run, &action->object, "due",
			     N_("'{name}' has no date by which it should be "
				"done; add `due`"));
}

/* Reports an action that is overdue; one due soon that has not begun, or whose
 * progress is unknown. */
void
check_actions_overdue(struct rule_run *run, const struct action *action)
{
	const struct action_view *view = FIGURES(run, actions, action);

	if (plan_is_retired(run->plan) || is_unclear(&action->status.at))
		return;
	if (view->overdue)
		rule_find_args(
			run, &action->object, "due",
			view->overdue == 1
				? N_("'{name}' is overdue by a day (due "
				     "{date}); finish it, or agree on a new "
				     "date with its owner")
				: N_("'{name}' is overdue by {days} days (due "
				     "{date}); finish it, or agree on a new "
				     "date with its owner"),
			ARGS(DATE_ARG("date", action->due.date),
			     COUNT_ARG("days", view->overdue)));
	else if (view->due_soon && is_unfilled(&action->percent.at))
		rule_missing_args(
			run, &action->object, "percent",
			word_is(&action->status, ACTION_NOT_STARTED)
				? N_("'{name}' is due on {date}, which is soon "
				     "(`due_soon_days` is {soon}), and not "
				     "started; begin it, and say in `percent` "
				     "how far it is")
				: N_("'{name}' is due on {date}, which is soon "
				     "(`due_soon_days` is {soon}), and nothing "
				     "says how far it is; add `percent`"),
			ARGS(DATE_ARG("date", action->due.date),
			     COUNT_ARG("soon",
				       SETTING_OF(run->plan, due_soon_days))));
}

enum { PREPARATIONS = sizeof(preparations) / sizeof(*preparations) };

enum { DAYS_TO_PREPARE = 30 };

/* [technology, measures, hiring] */
static struct content
all_covered(struct arena *arena)
{
	const struct choices *covers = &choices[CHOICE_covers];
	struct content all = content_list(arena, (size_t)covers->n);

	for (int i = 0; i < covers->n; i++)
		all.items[i] = content_text(covers->words[i], false);
	return all;
}

static void
offer_preparation(struct rule_run *run, int preparation)
{
	const char *word = preparations[preparation].word;
	const char *keeper = plan_keeper(run->plan);
	struct arena *arena = run->findings->arena;
	struct date due = date_add_days(run->view->as_of, DAYS_TO_PREPARE);
	struct content action = {.kind = CONTENT_MAP};

	content_put(arena, &action, "title", preparations[preparation].title);
	content_put(arena, &action, "prepares", word);
	if (preparation == PREPARES_APPLY)
		*content_member(arena, &action, "covers") = all_covered(arena);
	content_put(arena, &action, "owner", keeper ? keeper : "TODO");
	content_put_date(arena, &action, "due", due);
	content_put(arena, &action, "status", "not_started");
	rule_offer_item(run,
			arena_format(arena, "actions.%s%s",
				     map_find(&run->plan->actions, word)
					     ? "prepare-"
					     : "",
				     word),
			action);
}

/* Offers an action for each preparation without any, under a free id. Skips
 * plans in which an action's preparation can't be read. */
static void
check_prepared(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct texts words = {0};
	bool found[PREPARATIONS] = {false};

	if (!has_core(plan) || !plan->actions.n ||
	    is_unclear(&plan->actions.at))
		return;
	FOR_EACH (action, plan->actions) {
		if (is_unclear(&action->object.at) ||
		    is_unclear(&action->prepares.at))
			return;
		if (is_set(&action->prepares.at))
			found[action->prepares.word] = true;
	}
	for (int i = 0; i < PREPARATIONS; i++) {
		if (!found[i])
			texts_append(run->findings->arena, &words,
				     preparations[i].word);
	}
	if (!words.n)
		return;
	rule_find_args(
		run, &plan->object, "actions",
		N_("these preparations of the strategy have no action yet: "
		   "{words}; add one for each, with `prepares`"),
		ARGS(TEXTS_ARG("words", words, LIST_COMMAS)));
	for (int i = 0; i < PREPARATIONS; i++)
		if (!found[i])
			offer_preparation(run, i);
}

/* Reports preparations that are open in an approved plan. */
void
check_actions_preparation(struct rule_run *run)
{
	const struct header *header = &run->plan->plan;

	check_prepared(run);
	FOR_EACH (action, run->plan->actions) {
		if (word_is(&header->status, PLAN_APPROVED) &&
		    is_set(&action->prepares.at) &&
		    action->prepares.word != PREPARES_APPLY &&
		    is_set(&action->status.at) &&
		    FIGURES(run, actions, action)->open) {
			rule_find(run, &action->object, "status",
				  N_("the plan is approved while '{name}', "
				     "which prepares it, is still open; finish "
				     "it, or set the plan back to in_review"));
			rule_relate(run, &header->object, "status",
				    N_("the plan's status"));
		}
		if (object_lacks(&action->object, "covers"))
			rule_missing(
				run, &action->object, "covers",
				N_("'{name}' doesn't say what the strategy is "
				   "applied to; name technology, measures or "
				   "hiring in `covers`"));
	}
}

void
check_decisions_overdue(struct rule_run *run, const struct decision *decision)
{
	struct date as_of = run->view->as_of;

	if (word_is(&decision->outcome, OUTCOME_OPEN) &&
	    is_before(&decision->due, as_of) && !plan_is_retired(run->plan))
		rule_find_args(run, &decision->object, "due",
			       N_("the decision '{name}' was due on {date} and "
				  "is still open on {today}; get it decided, "
				  "or agree on a new date"),
			       ARGS(DATE_ARG("date", decision->due.date),
				    DATE_ARG("today", as_of)));
	if (is_set(&decision->outcome.at) &&
	    object_lacks(&decision->object, "decided"))
		rule_missing_args(run, &decision->object, "decided",
				  N_("the decision '{name}' is '{outcome}', "
				     "but the plan doesn't say since when; add "
				     "`decided` with the date"),
				  ARGS(WORD_OF_ARG("outcome", CHOICE_outcome,
						   &decision->outcome)));
}
