/* checklist_questions.c - guiding questions and missing keys of unfinished
 * sections, and the discussion questions */
#include <string.h>

#include "ces/language.h"
#include "ces/question.h"
#include "ces/message.h"
#include "checklist_parts.h"

#define _(s) gettext(s)

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
	struct buf text = {0};

	if (i < SECTION_SEVEN)
		buf_printf(&text, "%d ", sections[i].number);
	buf_puts(&text, _(sections[i].title));
	if (i < SECTION_SEVEN)
		buf_printf(&text, ", %d%%", list->review->readiness.section[i]);
	if (owner.id)
		buf_printf(&text, " (%s)", owner_name(owner));
	page_group(&list->page, text.p);
	buf_free(&text);
}

/* the items that lack the key: Returns; Where is my order, as names may hold
 * commas; returns their number */
static size_t
add_lacking(struct buf *names, const struct view *view, const struct map *map,
	    const struct field *field)
{
	size_t n = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct object *item = map->items[i];

		if (field_wanted(item, field) != 1 ||
		    !view_asks(view, item, field) ||
		    is_set(field_mark(item, field)) || n++ >= NAMES_SHOWN)
			continue;
		buf_printf(names, "%s%s", n > 1 ? "; " : "", object_name(item));
	}
	return n;
}

/* Fill in 'root_cause': Returns; Where is my order; and 3 more. Only advised
 * keys, as required ones are among the findings */
static void
add_missing(struct page *page, const struct view *view, const struct map *map,
	    const struct entity *entity)
{
	for (int f = 0; f < entity->n; f++) {
		const struct field *field = &entity->fields[f];
		struct buf names = {0}, text = {0};
		size_t n = add_lacking(&names, view, map, field);

		message_fill(&text, language_user(), _("Fill in '{key}'"),
			     ARGS(TEXT_ARG("key", field->key)));
		buf_printf(&text, ": %s", buf_text(&names));
		if (n > NAMES_SHOWN) {
			n -= NAMES_SHOWN;
			buf_puts(&text, "; ");
			buf_printf(&text,
				   ngettext("and %zu more", "and %zu more", n),
				   n);
		}
		if (n > 0) {
			page_task(page, false, text.p);
			page_detail(page, _(field->help));
		}
		buf_free(&names);
		buf_free(&text);
	}
}

/* tests of automation, once for all that is planned */
static void
add_automation(struct checklist *list)
{
	struct buf names = {0}, text = {0};

	FOR_EACH (channel, list->review->plan->channels)
		if (word_is(&channel->status, CHANNEL_PLANNED) &&
		    (is_set(&channel->automation.object.at) ||
		     word_is(&channel->mode, MODE_BOT)))
			name_add(&names, object_name(&channel->object));
	if (names.n) {
		buf_printf(&text, _("Before it is automated: %s"), names.p);
		page_group(&list->page, text.p);
		for (int i = 0; automation_questions[i]; i++)
			page_task(&list->page, false,
				  _(automation_questions[i]));
	}
	buf_free(&names);
	buf_free(&text);
}

static void
add_section(struct checklist *list, int i)
{
	const char *const *questions_of = sections[i].questions;
	const struct plan *plan = list->review->plan;
	const struct field *slot = section_slot(i);

	start_group(list, i);
	for (int q = 0; questions_of[q]; q++)
		page_task(&list->page, false, _(questions_of[q]));
	if (slot && slot->kind == KIND_MAP)
		add_missing(&list->page, list->review->view,
			    field_value(plan, slot), slot->of());
}

void
checklist_guiding(struct checklist *list)
{
	const struct plan *plan = list->review->plan;

	page_heading(&list->page, _("Sections not finished"));
	for (int i = 0; i < section_count; i++) {
		const struct section *section = &sections[i];

		if (!checklist_wants(list, section->key,
				     owner_of_section(plan, section->key)))
			continue;
		if (!is_finished(list, i))
			add_section(list, i);
		if (!strcmp(section->key, "channels"))
			add_automation(list);
	}
}

/* the evidence of a question answered in part */
static void
add_answer(struct page *page, const struct answer *answer)
{
	const char *word;

	if (!answer || !is_set(&answer->answer.at)) {
		page_detail(page, _("not answered yet"));
		return;
	}
	word = plain_word(choices[CHOICE_answer].words[answer->answer.word]);
	if (is_set(&answer->evidence.at))
		page_fact(page, "%s: %s", word, answer->evidence.text);
	else
		page_fact(page, "%s", word);
	FOR_VALUES (ref_value, ref, answer->actions)
		if (ref_target(ref)) {
			struct buf line = {0};

			buf_printf(&line, "→ %s", object_name(ref_target(ref)));
			page_detail(page, line.p);
			buf_free(&line);
		}
}

void
checklist_discussion(struct checklist *list)
{
	const struct plan *plan = list->review->plan;

	page_heading(&list->page, _("Discussion questions"));
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
		page_task(&list->page, met, _(questions[i].text));
		add_answer(&list->page, answer);
	}
}
