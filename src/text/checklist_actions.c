/* checklist_actions.c - open actions and decisions, by owner and day */
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "ces/question.h"
#include "ces/message.h"
#include "checklist_parts.h"

#define _(s) gettext(s)

static const char *
section_of(const struct action *action)
{
	return is_set(&action->section.at) ? action->section.text : NULL;
}

/* wanted by its section, or as an action */
static bool
wants_action(const struct checklist *list, const struct action *action)
{
	struct owner owner = OWNER_OF(action->owner);

	if (word_is(&action->status, ACTION_CANCELLED))
		return false;
	if (word_is(&action->status, ACTION_DONE) && list->options->open_only)
		return false;
	return checklist_wants(list, section_of(action), owner) ||
	       checklist_wants(list, "actions", owner);
}

/* 12 days overdue */
static void
add_delay(struct buf *detail, const struct action_view *view)
{
	struct buf text = {0};

	if (view->overdue > 0) {
		buf_printf(&text,
			   ngettext("%d day overdue", "%d days overdue",
				    (unsigned long)view->overdue),
			   view->overdue);
		name_add(detail, text.p);
	} else if (view->due_soon) {
		name_add(detail, _("due soon"));
	}
	buf_free(&text);
}

/* due 2026-08-28, in progress, 45% */
static void
add_progress(struct buf *detail, const struct checklist *list,
	     const struct action *action)
{
	if (word_is(&action->status, ACTION_DONE) &&
	    is_set(&action->completed.at)) {
		detail_date(detail, _("done %s"), action->completed.date);
		return;
	}
	if (is_set(&action->due.at))
		detail_date(detail, _("due %s"), action->due.date);
	else
		name_add(detail, _("no due date"));
	add_delay(detail, &list->review->view->actions[action->object.index]);
	if (is_set(&action->status.at))
		detail_word(detail, CHOICE_action_status, action->status.word);
	if (word_is(&action->status, ACTION_IN_PROGRESS) &&
	    is_set(&action->percent.at)) {
		struct buf percent = {0};

		buf_number(&percent, action->percent.n);
		buf_putc(&percent, '%');
		name_add(detail, percent.p);
		buf_free(&percent);
	}
}

static void
add_prepared(struct checklist *list, const struct preparation *preparation,
	     const struct action *action)
{
	const char *name = object_name(&action->object);
	struct owner owner = OWNER_OF(action->owner);
	struct buf detail = {0};

	if (!wants_action(list, action))
		return;
	page_task(&list->page, word_is(&action->status, ACTION_DONE),
		  _(preparation->title));
	if (strcmp(name, _(preparation->title)) != 0)
		page_detail(&list->page, name);
	name_add(&detail, owner.id ? owner_name(owner) : _("no owner"));
	add_progress(&detail, list, action);
	page_detail(&list->page, detail.p);
	buf_free(&detail);
}

/* not in the plan yet: asks the keeper of the plan */
static void
add_unplanned(struct checklist *list, const struct preparation *preparation)
{
	const struct plan *plan = list->review->plan;

	if (!checklist_wants(list, "actions", OWNER_OF(plan->governance.owner)))
		return;
	page_task(&list->page, false, _(preparation->title));
	page_detail(&list->page, _(preparation->detail));
	page_detail(&list->page, _("not among the plan's actions yet"));
}

void
checklist_preparation(struct checklist *list)
{
	const struct map *actions = &list->review->plan->actions;

	page_heading(&list->page, _("Preparation"));
	for (int p = PREPARES_DEFINE; p <= PREPARES_APPLY; p++) {
		bool planned = false;

		for (uint32_t i = 0; i < actions->n; i++) {
			const struct action *action = ITEM(action, *actions, i);

			if (!word_is(&action->prepares, p))
				continue;
			planned = true;
			add_prepared(list, &preparations[p], action);
		}
		if (!planned)
			add_unplanned(list, &preparations[p]);
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
	order = strcmp(owner_name(owner_a), owner_name(owner_b));
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
start_group(struct checklist *list, struct owner owner)
{
	struct buf text = {0};

	name_add(&text, owner.id ? owner_name(owner) : _("No owner yet"));
	if (owner.person && is_set(&owner.person->role.at))
		name_add(&text, owner.person->role.text);
	page_group(&list->page, text.p);
	buf_free(&text);
}

static void
add_actions(struct checklist *list, const struct action **sorted, size_t n)
{
	const char *last = NULL;

	for (size_t i = 0; i < n; i++) {
		struct owner owner = OWNER_OF(sorted[i]->owner);
		const char *name = owner_name(owner);
		struct buf detail = {0};

		if (!last || strcmp(last, name))
			start_group(list, owner);
		last = name;
		page_task(&list->page, word_is(&sorted[i]->status, ACTION_DONE),
			  object_name(&sorted[i]->object));
		add_progress(&detail, list, sorted[i]);
		page_detail(&list->page, detail.p);
		buf_free(&detail);
	}
}

void
checklist_actions(struct checklist *list)
{
	const struct map *actions = &list->review->plan->actions;
	const struct action **sorted;
	size_t n = 0;

	if (!actions->n)
		return;
	sorted = mem_alloc(actions->n * sizeof(*sorted));
	for (uint32_t i = 0; i < actions->n; i++) {
		const struct action *action = ITEM(action, *actions, i);

		if (!is_set(&action->prepares.at) && wants_action(list, action))
			sorted[n++] = action;
	}
	qsort(sorted, n, sizeof(const struct action *), compare);
	page_heading(&list->page, _("Actions by owner"));
	add_actions(list, sorted, n);
	free(sorted);
}

static void
add_decision(struct checklist *list, const struct decision *decision)
{
	struct owner owner = OWNER_OF(decision->asked_of);
	struct buf detail = {0};

	page_task(&list->page, false, object_name(&decision->object));
	name_add(&detail, owner.id ? owner_name(owner) : _("nobody asked"));
	if (is_set(&decision->due.at))
		detail_date(&detail, _("due %s"), decision->due.date);
	if (is_set(&decision->due.at) &&
	    date_compare(decision->due.date, list->review->view->as_of) < 0)
		name_add(&detail, _("overdue"));
	page_detail(&list->page, detail.p);
	buf_free(&detail);
}

void
checklist_decisions(struct checklist *list)
{
	const struct map *decisions = &list->review->plan->decisions;

	page_heading(&list->page, _("Decisions to take"));
	for (uint32_t i = 0; i < decisions->n; i++) {
		const struct decision *decision = ITEM(decision, *decisions, i);

		if (decision_is_pending(decision) &&
		    checklist_wants(list, "decisions",
				    OWNER_OF(decision->asked_of)))
			add_decision(list, decision);
	}
}
