/* checklist.c - questions, decisions and actions to come */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/nearest.h"
#include "ces/table.h"
#include "ces/topic.h"
#include "ces/utf8.h"
#include "checklist_parts.h"

/* --- owners --------------------------------------------------------------- */

struct owner
owner_of(const struct mark *at, const char *id, const struct person *person)
{
	if (!is_set(at))
		return (struct owner){NULL, NULL};
	return (struct owner){id, person};
}

const char *
owner_name(struct owner owner)
{
	if (owner.person && is_set(&owner.person->name.at))
		return owner.person->name.text;
	return owner.id ? owner.id : "";
}

static bool
same(const char *a, const char *b)
{
	struct buf fa = {0}, fb = {0};
	bool same;

	utf8_normalize(&fa, a, strlen(a), true);
	utf8_normalize(&fb, b, strlen(b), true);
	same = !strcmp(buf_text(&fa), buf_text(&fb));
	buf_free(&fa);
	buf_free(&fb);
	return same;
}

bool
owner_is(struct owner owner, const char *wanted)
{
	if (!wanted)
		return true;
	return owner.id &&
	       (same(owner.id, wanted) || same(owner_name(owner), wanted));
}

struct owner
owner_of_section(const struct plan *plan, const char *key)
{
	const struct upkeep *upkeep =
		(const struct upkeep *)(const void *)map_find(
			&plan->governance.sections, key);

	if (upkeep && is_set(&upkeep->owner.at))
		return OWNER_OF(upkeep->owner);
	return OWNER_OF(plan->governance.owner);
}

struct owner
owner_of_finding(const struct plan *plan, const struct finding *finding)
{
	const struct object *object = finding->about;
	struct buf key = {0};
	struct owner owner;

	for (; object; object = object->up) {
		const struct field *field = object_field(object, "owner");
		const struct ref_value *ref;

		if (!field || field->kind != KIND_NAMED)
			continue;
		ref = field_value(object, field);
		owner = owner_of(&ref->at, ref->id, ref_target(ref));
		if (owner.id)
			return owner;
	}
	buf_add(&key, finding->path, path_section(finding->path));
	owner = owner_of_section(plan, buf_text(&key));
	buf_free(&key);
	return owner;
}

const struct person *
person_find(const struct plan *plan, const char *owner)
{
	FOR_EACH (person, plan->people)
		if (owner_is((struct owner){person->object.id, person}, owner))
			return person;
	return NULL;
}

/* --- the list ------------------------------------------------------------- */

bool
checklist_wants(const struct checklist *list, const char *section,
		struct owner owner)
{
	const char *wanted = list->options->section;

	if (wanted && (!section || strcmp(section, wanted)))
		return false;
	return owner_is(owner, list->options->owner);
}

/* error, strategy.yaml:61, Carla Ruiz */
static void
add_finding(struct checklist *list, struct source *source,
	    const struct finding *finding, struct owner owner)
{
	struct paper *paper = &list->paper;
	struct buf text = {0};

	finding_text(&text, paper->language, finding);
	paper_task(paper, false, text.p);
	paper_fact(paper, plain_word(paper->language, CHOICE_severity,
				     severity_word(finding->severity)));
	buf_clear(&text);
	buf_printf(&text, "%s:%u", source->name,
		   source_position(source, finding->span.start).line);
	paper_fact(paper, text.p);
	if (owner.id && !list->options->owner)
		paper_fact(paper, owner_name(owner));
	if (finding->in_hand)
		paper_say(paper, N_("in hand"), NO_ARGS);
	buf_free(&text);
}

/* the gravest first; waived findings are left out */
static void
add_findings(struct checklist *list, struct source *source)
{
	const struct findings *findings = &list->review->findings;
	const struct checklist_options *options = list->options;

	paper_heading(&list->paper, N_("Findings"));
	for (int severity = SEVERITY_ERROR; severity >= SEVERITY_ADVICE;
	     severity--) {
		for (size_t i = 0; i < findings->n; i++) {
			const struct finding *finding = &findings->items[i];
			struct owner owner;

			if ((int)finding->severity != severity ||
			    finding->waived ||
			    (options->section &&
			     !path_in(finding->path, options->section)))
				continue;
			owner = owner_of_finding(list->review->plan, finding);
			if (owner_is(owner, options->owner))
				add_finding(list, source, finding, owner);
		}
	}
}

/* Handout for Marek Lind, Head of Contact Center; else the plan's title */
static void
add_title(struct checklist *list, const char *plan_title)
{
	const struct language *language = list->paper.language;
	const char *wanted = list->options->owner;
	const struct person *person;
	const char *role, *owner;
	struct buf text = {0};

	if (!wanted) {
		paper_title(&list->paper, plan_title);
		return;
	}
	person = person_find(list->review->plan, wanted);
	owner = person ? object_name(&person->object) : wanted;
	role = person && is_set(&person->role.at) ? person->role.text : NULL;
	message_fill(&text, language,
		     role ? N_("Handout for {name}, {role}")
			  : N_("Handout for {name}"),
		     ARGS(TEXT_ARG("name", owner), TEXT_ARG("role", role)));
	paper_title(&list->paper, text.p);
	paper_text(&list->paper, plan_title);
	buf_free(&text);
}

/* of 2026-06-30, approved, 87% ready; only of a section */
static void
add_standing(struct checklist *list)
{
	const struct review *review = list->review;
	const struct word_value *status = &review->plan->plan.status;
	const struct language *language = list->paper.language;
	const char *section = list->options->section;
	bool known = is_set(&status->at);
	struct buf text = {0};

	message_fill(
		&text, language,
		known ? N_("Checklist of {day}, {status}, {percent} ready")
		      : N_("Checklist of {day}, {percent} ready"),
		ARGS(DATE_ARG("day", review->view->as_of),
		     TEXT_ARG("status",
			      known ? plain_word(language, CHOICE_plan_status,
						 choices[CHOICE_plan_status]
							 .words[status->word])
				    : ""),
		     PERCENT_ARG("percent", review->readiness.plan)));
	paper_text(&list->paper, text.p);
	if (section) {
		buf_clear(&text);
		message_fill(&text, language,
			     N_("Only what belongs to “{section}”"),
			     ARGS(TEXT_ARG("section",
					   section_label(language, section))));
		paper_text(&list->paper, text.p);
	}
	buf_free(&text);
}

size_t
checklist_write(struct buf *out, const struct review *review,
		const struct checklist_options *options)
{
	struct checklist list = {.paper = {.out = out,
					   .review = review,
					   .language = review->language,
					   .writer = options->format->writer,
					   .width = options->width},
				 .review = review,
				 .options = options};
	const struct text_value *title = &review->plan->plan.title;
	/* Looks up lines in a copy of the source, as the review is only
	 * read. */
	struct source source = review->source;

	add_title(&list, is_set(&title->at) ? title->text : source.name);
	if (review->view) {
		add_standing(&list);
		checklist_preparation(&list);
		checklist_decisions(&list);
		checklist_actions(&list);
		checklist_guiding(&list);
		checklist_automation(&list);
		checklist_discussion(&list);
		checklist_observations(&list);
	} else {
		paper_text(&list.paper,
			   language_text(review->language,
					 N_("The file could not be read to its "
					    "end, so this lists only what to "
					    "fix first.")));
	}
	add_findings(&list, &source);
	if (review->view)
		checklist_sheet(&list);
	if (!list.paper.tasks)
		paper_text(&list.paper,
			   language_text(review->language,
					 N_("Nothing to do here. Well done.")));
	paper_end(&list.paper);
	if (source.lines != review->source.lines)
		free(source.lines);
	return list.paper.tasks;
}

bool
checklist_knows(const struct review *review, const char *owner)
{
	const struct checklist_options options = {
		.format = &checklist_text, .owner = owner, .width = 80};
	struct buf scratch = {0};
	size_t tasks;

	if (person_find(review->plan, owner))
		return true;
	tasks = checklist_write(&scratch, review, &options);
	buf_free(&scratch);
	return tasks > 0;
}

const char *
checklist_nearest(const struct review *review, const char *owner)
{
	struct nearest nearest;

	nearest_start(&nearest, owner);
	FOR_EACH (person, review->plan->people) {
		nearest_try(&nearest, person->object.id);
		nearest_try(&nearest, object_name(&person->object));
	}
	return nearest.best;
}

const struct checklist_format *const checklist_formats[] = {
	&checklist_text, &checklist_markdown, &checklist_html, NULL};
