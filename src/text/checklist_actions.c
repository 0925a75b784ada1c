/* checklist_actions.c - open actions and decisions, by owner and day */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/question.h"
#include "ces/utf8.h"
#include "checklist_parts.h"

/* wanted by its section, or as an action */
static bool
wants_action(const struct checklist *list, const struct action *action)
{
	struct owner owner = OWNER_OF(action->owner);
	const char *section =
		is_set(&action->section.at) ? action->section.text : NULL;

	if (word_is(&action->status, ACTION_CANCELLED))
		return false;
	if (word_is(&action->status, ACTION_DONE) && list->options->open_only)
		return false;
	return checklist_wants(list, section, owner) ||
	       checklist_wants(list, "actions", owner);
}

/* 12 days overdue, in progress, 45% */
static void
add_progress(struct buf *facts, const struct language *language,
	     const struct action *action, const struct action_view *view)
{
	struct buf text = {0};

	if (view->overdue > 0)
		message_count(&text, language, "{n} day overdue",
			      "{n} days overdue", view->overdue, NO_ARGS);
	else if (view->due_soon)
		buf_puts(&text, language_text(language, N_("due soon")));
	if (text.n)
		clause_add(facts, language, text.p);
	if (is_set(&action->status.at))
		clause_add(facts, language,
			   plain_word(language, CHOICE_action_status,
				      choices[CHOICE_action_status]
					      .words[action->status.word]));
	if (word_is(&action->status, ACTION_IN_PROGRESS) &&
	    is_set(&action->percent.at)) {
		buf_clear(&text);
		message_fill(&text, language, N_("{number}%"),
			     ARGS(NUMBER_ARG("number", action->percent.n)));
		clause_add(facts, language, text.p);
	}
	buf_free(&text);
}

/* due 2026-08-28, 12 days overdue, in progress, 45% */
static void
add_state(struct paper *paper, const struct action *action,
	  const struct action_view *view)
{
	struct buf progress = {0};

	if (word_is(&action->status, ACTION_DONE) &&
	    is_set(&action->completed.at)) {
		paper_say(paper, N_("done {day}"),
			  ARGS(DATE_ARG("day", action->completed.date)));
		return;
	}
	paper_say(paper,
		  is_set(&action->due.at) ? N_("due {day}") : N_("no due date"),
		  ARGS(DATE_ARG("day", action->due.date)));
	add_progress(&progress, paper->language, action, view);
	if (progress.n)
		paper_fact(paper, progress.p);
	buf_free(&progress);
}

/* --- the three preparations ----------------------------------------------- */

/* the day it was done, else is due; none leaves room to write it */
static void
add_day(struct buf *day, const struct language *language,
	const struct action *action)
{
	const struct date_value *date = word_is(&action->status, ACTION_DONE)
						? &action->completed
						: &action->due;

	if (is_set(&date->at))
		date_show(day, language, date->date);
}

static void
add_prepared(struct checklist *list, const struct preparation *preparation,
	     const struct action *action)
{
	const struct language *language = list->paper.language;
	const char *name = object_name(&action->object);
	struct paper_row row = {
		.done = word_is(&action->status, ACTION_DONE),
		.task = language_text(language, preparation->title)};
	struct buf progress = {0}, day = {0};
	size_t n = 0;

	if (!wants_action(list, action))
		return;
	if (strcmp(name, row.task) != 0)
		row.details[n++] = name;
	if (!row.done)
		add_progress(
			&progress, language, action,
			&list->review->view->actions[action->object.index]);
	if (progress.n)
		row.details[n++] = progress.p;
	add_day(&day, language, action);
	row.cells[0] = owner_name(OWNER_OF(action->owner));
	row.cells[1] = buf_text(&day);
	paper_row(&list->paper, &row);
	buf_free(&progress);
	buf_free(&day);
}

/* asks the keeper of the plan */
static void
add_unplanned(struct checklist *list, const struct preparation *preparation)
{
	const struct language *language = list->paper.language;
	const struct paper_row row = {
		.task = language_text(language, preparation->title),
		.details = {language_text(language, preparation->detail),
			    language_text(language,
					  N_("not among the plan's actions "
					     "yet"))},
		.cells = {"", ""}};

	if (checklist_wants(list, "actions",
			    OWNER_OF(list->review->plan->governance.owner)))
		paper_row(&list->paper, &row);
}

void
checklist_preparation(struct checklist *list)
{
	static const char *const heads[1 + ROW_CELLS] = {
		N_("Preparation"), N_("Assigned to"), N_("Completion date")};

	paper_heading(&list->paper, N_("Before you go on planning"));
	paper_table(&list->paper, heads);
	for (int p = PREPARES_DEFINE; p <= PREPARES_APPLY; p++) {
		bool planned = false;

		FOR_EACH (action, list->review->plan->actions)
			if (word_is(&action->prepares, p)) {
				planned = true;
				add_prepared(list, &preparations[p], action);
			}
		if (!planned)
			add_unplanned(list, &preparations[p]);
	}
}

/* --- the other actions ---------------------------------------------------- */

/* owners by name, none last; then open ones; then the earliest due */
static int
compare(const void *pa, const void *pb)
{
	const struct action *a = *(const struct action *const *)pa;
	const struct action *b = *(const struct action *const *)pb;
	struct owner owner_a = OWNER_OF(a->owner), owner_b = OWNER_OF(b->owner);
	int order;

	if (!owner_a.id != !owner_b.id)
		return owner_a.id ? -1 : 1;
	order = utf8_compare(owner_name(owner_a), owner_name(owner_b));
	if (order)
		return order;
	order = word_is(&a->status, ACTION_DONE) -
		word_is(&b->status, ACTION_DONE);
	if (order)
		return order;
	if (is_set(&a->due.at) != is_set(&b->due.at))
		return is_set(&a->due.at) ? -1 : 1;
	if (is_set(&a->due.at))
		order = date_compare(a->due.date, b->due.date);
	if (order)
		return order;
	return a->object.index < b->object.index ? -1 : 1;
}

/* Marek Lind, Head of Contact Center */
static void
start_group(struct paper *paper, struct owner owner)
{
	struct buf text = {0};

	if (owner.person && is_set(&owner.person->role.at))
		message_fill(&text, paper->language, N_("{name}, {role}"),
			     ARGS(TEXT_ARG("name", owner_name(owner)),
				  TEXT_ARG("role", owner.person->role.text)));
	else
		buf_puts(&text, owner.id ? owner_name(owner)
					 : language_text(paper->language,
							 N_("No owner yet")));
	paper_group(paper, text.p);
	buf_free(&text);
}

/* Adds the actions of the first one's owner, if the first is overdue, as it is
 * where any is, or if it isn't; returns their number. */
static size_t
add_owned(struct checklist *list, const struct action *const *actions, size_t n,
	  bool overdue)
{
	const struct action_view *views = list->review->view->actions;
	struct owner owner = OWNER_OF(actions[0]->owner);
	const char *name = owner_name(owner);
	bool shown = (views[actions[0]->object.index].overdue > 0) == overdue;
	size_t i = 0;

	if (shown && !list->options->owner)
		start_group(&list->paper, owner);
	for (; i < n && !strcmp(owner_name(OWNER_OF(actions[i]->owner)), name);
	     i++) {
		if (!shown)
			continue;
		paper_task(&list->paper,
			   word_is(&actions[i]->status, ACTION_DONE),
			   object_name(&actions[i]->object));
		add_state(&list->paper, actions[i],
			  &views[actions[i]->object.index]);
	}
	return i;
}

/* owners with something overdue come first */
void
checklist_actions(struct checklist *list)
{
	const struct map *actions = &list->review->plan->actions;
	const struct action **sorted =
		mem_alloc((actions->n + 1) * sizeof(*sorted));
	size_t n = 0;

	FOR_EACH (action, *actions)
		if (!is_set(&action->prepares.at) && wants_action(list, action))
			sorted[n++] = action;
	qsort(sorted, n, sizeof(const struct action *), compare);
	paper_heading(&list->paper,
		      list->options->owner ? N_("Actions, the first due on top")
					   : N_("Actions by owner"));
	for (int overdue = 1; overdue >= 0; overdue--)
		for (size_t i = 0; i < n;)
			i += add_owned(list, sorted + i, n - i, overdue);
	free(sorted);
}

static void
add_decision(struct checklist *list, const struct decision *decision)
{
	struct paper *paper = &list->paper;
	struct owner owner = OWNER_OF(decision->asked_of);
	struct buf amount = {0};

	paper_task(paper, false, object_name(&decision->object));
	if (!list->options->owner)
		paper_fact(paper, owner.id ? owner_name(owner)
					   : language_text(paper->language,
							   N_("nobody asked")));
	if (is_set(&decision->due.at))
		paper_say(paper, N_("due {day}"),
			  ARGS(DATE_ARG("day", decision->due.date)));
	if (is_set(&decision->due.at) &&
	    date_compare(decision->due.date, list->review->view->as_of) < 0)
		paper_say(paper, N_("overdue"), NO_ARGS);
	if (is_set(&decision->amount.at)) {
		money_add(&amount, paper->language, list->review->plan,
			  decision->amount.n);
		paper_say(paper, N_("{amount} asked for"),
			  ARGS(TEXT_ARG("amount", amount.p)));
		buf_free(&amount);
	}
	if (is_set(&decision->note.at))
		paper_detail(paper, decision->note.text);
	paper_room(paper, N_("Decision"), 1);
}

/* the most urgent first */
void
checklist_decisions(struct checklist *list)
{
	const struct map *decisions = &list->review->plan->decisions;
	struct order *order = mem_zeroed(decisions->n + 1, sizeof(*order));
	size_t n = 0;

	FOR_EACH (decision, *decisions)
		if (decision_is_pending(decision) &&
		    checklist_wants(list, "decisions",
				    OWNER_OF(decision->asked_of)))
			order[n++] =
				(struct order){.date = decision->due.date,
					       .index = decision->object.index};
	order_sort(order, n);
	paper_heading(&list->paper, N_("Decisions to take"));
	for (size_t i = 0; i < n; i++)
		add_decision(list, map_item(decisions->items, decisions->n,
					    order[i].index));
	free(order);
}
