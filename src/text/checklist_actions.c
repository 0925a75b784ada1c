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

/* due 2026-08-28, 12 days overdue, in progress, 45% */
static void
add_progress(struct page *page, const struct action *action,
	     const struct action_view *view)
{
	const struct language *language = page->language;
	struct buf late = {0};

	if (word_is(&action->status, ACTION_DONE) &&
	    is_set(&action->completed.at)) {
		page_say(page, N_("done {day}"),
			 ARGS(DATE_ARG("day", action->completed.date)));
		return;
	}
	page_say(page,
		 is_set(&action->due.at) ? N_("due {day}") : N_("no due date"),
		 ARGS(DATE_ARG("day", action->due.date)));
	if (view->overdue > 0) {
		message_count(&late, language, "{n} day overdue",
			      "{n} days overdue", view->overdue, NO_ARGS);
		page_fact(page, late.p);
		buf_free(&late);
	} else if (view->due_soon) {
		page_say(page, N_("due soon"), NO_ARGS);
	}
	if (is_set(&action->status.at))
		page_fact(page,
			  plain_word(language, CHOICE_action_status,
				     choices[CHOICE_action_status]
					     .words[action->status.word]));
	if (word_is(&action->status, ACTION_IN_PROGRESS) &&
	    is_set(&action->percent.at))
		page_say(page, N_("{number}%"),
			 ARGS(NUMBER_ARG("number", action->percent.n)));
}

static void
add_owner(struct page *page, struct owner owner, const char *none)
{
	page_fact(page, owner.id ? owner_name(owner)
				 : language_text(page->language, none));
}

static void
add_prepared(struct checklist *list, const struct preparation *preparation,
	     const struct action *action)
{
	const char *name = object_name(&action->object);
	const char *title =
		language_text(list->page.language, preparation->title);
	struct owner owner = OWNER_OF(action->owner);

	if (!wants_action(list, action))
		return;
	page_task(&list->page, word_is(&action->status, ACTION_DONE), title);
	if (strcmp(name, title) != 0)
		page_detail(&list->page, name);
	add_owner(&list->page, owner, N_("no owner"));
	add_progress(&list->page, action,
		     &list->review->view->actions[action->object.index]);
}

void
checklist_preparation(struct checklist *list)
{
	const struct language *language = list->page.language;
	const struct plan *plan = list->review->plan;

	page_heading(&list->page, N_("Preparation"));
	for (int p = PREPARES_DEFINE; p <= PREPARES_APPLY; p++) {
		bool planned = false;

		FOR_EACH (action, plan->actions)
			if (word_is(&action->prepares, p)) {
				planned = true;
				add_prepared(list, &preparations[p], action);
			}
		/* asks the keeper of the plan */
		if (planned ||
		    !checklist_wants(list, "actions",
				     OWNER_OF(plan->governance.owner)))
			continue;
		page_task(&list->page, false,
			  language_text(language, preparations[p].title));
		page_detail(&list->page,
			    language_text(language, preparations[p].detail));
		page_detail(&list->page,
			    language_text(language, N_("not among the plan's "
						       "actions yet")));
	}
}

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
start_group(struct page *page, struct owner owner)
{
	struct buf text = {0};

	if (owner.person && is_set(&owner.person->role.at))
		message_fill(&text, page->language, N_("{name}, {role}"),
			     ARGS(TEXT_ARG("name", owner_name(owner)),
				  TEXT_ARG("role", owner.person->role.text)));
	else
		buf_puts(&text, owner.id ? owner_name(owner)
					 : language_text(page->language,
							 N_("No owner yet")));
	page_group(page, text.p);
	buf_free(&text);
}

void
checklist_actions(struct checklist *list)
{
	const struct map *actions = &list->review->plan->actions;
	const struct action **sorted =
		mem_alloc((actions->n + 1) * sizeof(*sorted));
	const char *last = NULL;
	size_t n = 0;

	FOR_EACH (action, *actions)
		if (!is_set(&action->prepares.at) && wants_action(list, action))
			sorted[n++] = action;
	qsort(sorted, n, sizeof(const struct action *), compare);
	page_heading(&list->page, N_("Actions by owner"));
	for (size_t i = 0; i < n; i++) {
		struct owner owner = OWNER_OF(sorted[i]->owner);
		const struct object *object = &sorted[i]->object;

		if (!last || strcmp(last, owner_name(owner)))
			start_group(&list->page, owner);
		last = owner_name(owner);
		page_task(&list->page, word_is(&sorted[i]->status, ACTION_DONE),
			  object_name(object));
		add_progress(&list->page, sorted[i],
			     &list->review->view->actions[object->index]);
	}
	free(sorted);
}

void
checklist_decisions(struct checklist *list)
{
	struct page *page = &list->page;

	page_heading(page, N_("Decisions to take"));
	FOR_EACH (decision, list->review->plan->decisions) {
		struct owner owner = OWNER_OF(decision->asked_of);

		if (!decision_is_pending(decision) ||
		    !checklist_wants(list, "decisions", owner))
			continue;
		page_task(page, false, object_name(&decision->object));
		add_owner(page, owner, N_("nobody asked"));
		if (!is_set(&decision->due.at))
			continue;
		page_say(page, N_("due {day}"),
			 ARGS(DATE_ARG("day", decision->due.date)));
		if (date_compare(decision->due.date,
				 list->review->view->as_of) < 0)
			page_say(page, N_("overdue"), NO_ARGS);
	}
}
