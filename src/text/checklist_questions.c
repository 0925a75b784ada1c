/* checklist_questions.c - guiding questions and missing keys of unfinished
 * sections, and the discussion questions */
#include <string.h>

#include "ces/language.h"
#include "ces/question.h"
#include "ces/message.h"
#include "checklist_parts.h"

enum { NAMES_SHOWN = 5 };

static const struct field *
section_slot(int i)
{
	const char *key = sections[i].key;

	return entity_field(entity_plan(), key, strlen(key));
}

/* the seven are finished at 100; the others when they are there at all */
static bool
is_finished(const struct checklist *list, int i)
{
	const struct field *slot = section_slot(i);

	if (i < SECTION_SEVEN)
		return list->review->readiness.section[i] >= 100;
	return !slot || is_set(field_mark(list->review->plan, slot));
}

/* 2 Priority and high-value customers, 78% (Marek Lind) */
static void
start_group(struct checklist *list, int i)
{
	struct owner owner =
		owner_of_section(list->review->plan, sections[i].key);
	bool named = owner.id && !list->options->owner;
	struct buf text = {0};

	message_fill(
		&text, list->paper.language,
		i < SECTION_SEVEN ? named ? N_("{number} {section}, {percent} "
					       "({owner})")
					  : N_("{number} {section}, {percent}")
		: named ? N_("{section} ({owner})")
				  : "{section}",
		ARGS(NUMBER_ARG("number", sections[i].number),
		     WORD_ARG("section", sections[i].title),
		     PERCENT_ARG("percent",
				 i < SECTION_SEVEN
					 ? list->review->readiness.section[i]
					 : (double)NAN),
		     TEXT_ARG("owner", owner_name(owner))));
	paper_group(&list->paper, text.p);
	buf_free(&text);
}

/* the items that lack the key: Returns; Where is my order, as names may hold
 * commas; returns their number */
static size_t
add_lacking(struct buf *names, const struct language *language,
	    const struct view *view, const struct map *map,
	    const struct field *field)
{
	size_t n = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct object *item = map->items[i];

		if (field_wanted(item, field) != 1 ||
		    !view_asks(view, item, field) ||
		    is_set(field_mark(item, field)) || n++ >= NAMES_SHOWN)
			continue;
		text_add(names, language, object_name(item));
	}
	return n;
}

/* Fill in 'root_cause': Returns; Where is my order; and 3 more. Only advised
 * keys, as required ones are among the findings */
static void
add_missing(struct paper *paper, const struct view *view, const struct map *map,
	    const struct entity *entity)
{
	for (int f = 0; f < entity->n; f++) {
		const struct field *field = &entity->fields[f];
		struct buf names = {0}, text = {0};
		size_t n =
			add_lacking(&names, paper->language, view, map, field);
		const struct arg args[] = {TEXT_ARG("key", field->key),
					   TEXT_ARG("names", buf_text(&names))};

		if (n > NAMES_SHOWN)
			message_count(&text, paper->language,
				      "Fill in '{key}': {names}; and {n} more",
				      "Fill in '{key}': {names}; and {n} more",
				      (double)(n - NAMES_SHOWN), args, 2);
		else
			message_fill(&text, paper->language,
				     N_("Fill in '{key}': {names}"), args, 2);
		if (n > 0) {
			paper_task(paper, false, text.p);
			paper_detail(paper, language_text(paper->language,
							  field->help));
		}
		buf_free(&names);
		buf_free(&text);
	}
}

static void
add_section(struct checklist *list, int i)
{
	const char *const *questions_of = sections[i].questions;
	const struct plan *plan = list->review->plan;
	const struct field *slot = section_slot(i);

	start_group(list, i);
	for (int q = 0; questions_of[q]; q++) {
		paper_task(
			&list->paper, false,
			language_text(list->paper.language, questions_of[q]));
		paper_room(&list->paper, NULL, 2);
	}
	if (slot && slot->kind == KIND_MAP)
		add_missing(&list->paper, list->review->view,
			    field_value(plan, slot), slot->of());
}

void
checklist_guiding(struct checklist *list)
{
	const struct plan *plan = list->review->plan;

	paper_heading(&list->paper, N_("Sections not finished"));
	for (int i = 0; i < section_count; i++) {
		const struct section *section = &sections[i];

		if (!checklist_wants(list, section->key,
				     owner_of_section(plan, section->key)))
			continue;
		/* those of technology are asked on a sheet of their own */
		if (!is_finished(list, i) && strcmp(section->key, "technology"))
			add_section(list, i);
	}
}

/* the evidence of a question answered in part */
static void
add_answer(struct paper *paper, const struct answer *answer)
{
	const char *word;

	if (!answer || !is_set(&answer->answer.at)) {
		paper_detail(paper, language_text(paper->language,
						  N_("not answered yet")));
		paper_room(paper, N_("Answer"), 2);
		return;
	}
	word = plain_word(paper->language, CHOICE_answer,
			  choices[CHOICE_answer].words[answer->answer.word]);
	paper_say(paper,
		  is_set(&answer->evidence.at) ? N_("{name}: {value}")
					       : "{name}",
		  ARGS(TEXT_ARG("name", word),
		       TEXT_ARG("value", answer->evidence.text)));
	FOR_VALUES (ref_value, ref, answer->actions)
		if (ref_target(ref)) {
			struct buf line = {0};

			buf_printf(&line, "→ %s", object_name(ref_target(ref)));
			paper_detail(paper, line.p);
			buf_free(&line);
		}
	if (!word_is(&answer->answer, ANSWER_MET))
		paper_room(paper, NULL, 2);
}

void
checklist_discussion(struct checklist *list)
{
	const struct plan *plan = list->review->plan;

	paper_heading(&list->paper, N_("Discussion questions"));
	if (!checklist_wants(list, "questions",
			     owner_of_section(plan, "questions")))
		return;
	for (int i = 0; i < question_count; i++) {
		const struct answer *answer =
			(const struct answer *)(const void *)map_find(
				&plan->questions, questions[i].id);
		bool met = answer && word_is(&answer->answer, ANSWER_MET);

		if (met && list->options->open_only)
			continue;
		paper_task(
			&list->paper, met,
			language_text(list->paper.language, questions[i].text));
		add_answer(&list->paper, answer);
	}
}
