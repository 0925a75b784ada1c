/* checklist.c - questions, decisions and actions to come */
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "ces/nearest.h"
#include "ces/table.h"
#include "ces/topic.h"
#include "checklist_parts.h"

#define _(s) gettext(s)

bool
checklist_wants(const struct checklist *list, const char *section,
		struct owner owner)
{
	const char *wanted = list->options->section;

	if (wanted && (!section || strcmp(section, wanted)))
		return false;
	return owner_is(owner, list->options->owner);
}

void
detail_word(struct buf *detail, int choices_id, int word)
{
	name_add(detail, plain_word(choices[choices_id].words[word]));
}

void
detail_date(struct buf *detail, const char *label, struct date date)
{
	struct buf day = {0}, text = {0};

	date_write(&day, date);
	buf_printf(&text, label, day.p);
	name_add(detail, text.p);
	buf_free(&day);
	buf_free(&text);
}

/* error, strategy.yaml:61, Carla Ruiz */
static void
add_finding(struct checklist *list, const struct finding *finding,
	    struct owner owner, uint32_t line)
{
	struct buf text = {0}, detail = {0};

	finding_text(&text, finding);
	page_task(&list->page, false, text.p);
	name_add(&detail, plain_word(severity_word(finding->severity)));
	buf_printf(&detail, ", %s:%u", list->review->source.name, line);
	if (owner.id)
		name_add(&detail, owner_name(owner));
	if (finding->in_hand)
		name_add(&detail, _("in hand"));
	page_detail(&list->page, detail.p);
	buf_free(&text);
	buf_free(&detail);
}

static bool
wants_finding(const struct checklist *list, const struct finding *finding,
	      struct owner owner)
{
	const char *section = list->options->section;
	size_t n = path_section(finding->path);

	if (section &&
	    (strlen(section) != n || strncmp(section, finding->path, n)))
		return false;
	return owner_is(owner, list->options->owner);
}

/* the gravest first; waived findings are left out */
static void
add_findings(struct checklist *list, struct source *source)
{
	const struct findings *findings = &list->review->findings;

	page_heading(&list->page, _("Findings"));
	for (int severity = SEVERITY_ERROR; severity >= SEVERITY_ADVICE;
	     severity--) {
		for (size_t i = 0; i < findings->n; i++) {
			const struct finding *finding = &findings->items[i];
			struct owner owner;

			if ((int)finding->severity != severity ||
			    finding->waived)
				continue;
			owner = owner_of_path(list->review->plan,
					      finding->path);
			if (!wants_finding(list, finding, owner))
				continue;
			add_finding(list, finding, owner,
				    source_position(source, finding->span.start)
					    .line);
		}
	}
}

/* the person of the plan with that id or name; NULL: none */
static const struct person *
find_person(const struct plan *plan, const char *owner)
{
	for (uint32_t i = 0; i < plan->people.n; i++) {
		const struct person *person = ITEM(person, plan->people, i);

		if (owner_is((struct owner){person->object.id, person}, owner))
			return person;
	}
	return NULL;
}

/* for Marek Lind: the name of an id */
static void
add_reader(struct buf *text, const struct plan *plan, const char *owner)
{
	const struct person *person = find_person(plan, owner);
	struct owner reader = {person ? person->object.id : owner, person};
	struct buf words = {0};

	buf_printf(&words, _("for %s"), owner_name(reader));
	name_add(text, words.p);
	buf_free(&words);
}

/* of 2026-06-30, approved, 87% ready */
static void
add_standing(struct checklist *list)
{
	const struct review *review = list->review;
	const struct plan *plan = review->plan;
	struct buf text = {0}, ready = {0};

	detail_date(&text, _("Checklist of %s"), review->view->as_of);
	if (is_set(&plan->plan.status.at))
		detail_word(&text, CHOICE_plan_status, plan->plan.status.word);
	buf_printf(&ready, _("%d%% ready"), review->readiness.plan);
	name_add(&text, ready.p);
	if (list->options->owner)
		add_reader(&text, plan, list->options->owner);
	page_text(&list->page, text.p);
	buf_free(&text);
	buf_free(&ready);
}

static void
add_head(struct checklist *list)
{
	const struct plan *plan = list->review->plan;

	page_title(&list->page, is_set(&plan->plan.title.at)
					? plan->plan.title.text
					: list->review->source.name);
	if (list->review->view)
		add_standing(list);
	else
		page_text(&list->page,
			  _("The file could not be read to its end, so this "
			    "lists only what to fix first."));
}

/* returns the number of tasks */
static size_t
write_list(struct buf *out, const struct review *review,
	   const struct checklist_options *options)
{
	struct checklist list = {.page = {.out = out,
					  .markdown = options->markdown,
					  .width = options->width},
				 .review = review,
				 .options = options};
	/* Looks up lines in a copy of the source, as the review is only
	 * read. */
	struct source source = review->source;

	add_head(&list);
	if (review->view) {
		checklist_preparation(&list);
		checklist_decisions(&list);
		checklist_actions(&list);
		checklist_guiding(&list);
		checklist_discussion(&list);
	}
	add_findings(&list, &source);
	if (!list.page.tasks)
		page_text(&list.page, _("Nothing to do here. Well done."));
	page_end(&list.page);
	if (source.lines != review->source.lines)
		free(source.lines);
	return list.page.tasks;
}

void
checklist_write(struct buf *out, const struct review *review,
		const struct checklist_options *options)
{
	write_list(out, review, options);
}

bool
checklist_knows(const struct review *review, const char *owner)
{
	struct buf scratch = {0};
	size_t tasks;

	if (find_person(review->plan, owner))
		return true;
	tasks = write_list(
		&scratch, review,
		&(struct checklist_options){.owner = owner, .width = 80});
	buf_free(&scratch);
	return tasks > 0;
}

const char *
checklist_nearest(const struct review *review, const char *owner)
{
	const struct map *people = &review->plan->people;
	struct nearest nearest;

	nearest_start(&nearest, owner);
	for (uint32_t i = 0; i < people->n; i++) {
		nearest_try(&nearest, people->items[i]->id);
		nearest_try(&nearest, object_name(people->items[i]));
	}
	return nearest.best;
}
