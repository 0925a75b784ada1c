/* checklist_questions.c - guiding questions of unfinished sections, and the
 * discussion questions */
#include <libintl.h>
#include <string.h>

#include "ces/question.h"
#include "ces/message.h"
#include "checklist_parts.h"

#define _(s) gettext(s)

/* the seven are finished at 100; the others when they are there at all */
static bool
is_finished(const struct checklist *list, int i)
{
	const struct plan *plan = list->review->plan;
	const struct section *section = &sections[i];
	const struct field *field;

	if (i < SECTION_SEVEN)
		return list->review->readiness.section[i] >= 100;
	field = entity_field(entity_plan(), section->key, strlen(section->key));
	return !field || field_mark(plan, field)->state == SET;
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

static bool
is_automated(const struct channel *channel)
{
	return word_is(&channel->status, CHANNEL_PLANNED) &&
	       (channel->automation.object.at.state == SET ||
		word_is(&channel->mode, MODE_BOT));
}

/* tests of automation, once for all that is planned */
static void
add_automation(struct checklist *list)
{
	const struct plan *plan = list->review->plan;
	struct buf names = {0}, text = {0};

	for (uint32_t i = 0; i < plan->channels.n; i++) {
		const struct channel *channel =
			ITEM(channel, plan->channels, i);

		if (is_automated(channel))
			name_add(&names, object_name(&channel->object));
	}
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

	start_group(list, i);
	for (int q = 0; questions_of[q]; q++)
		page_task(&list->page, false, _(questions_of[q]));
	checklist_missing(list, sections[i].key);
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
add_answer(struct checklist *list, const struct answer *answer)
{
	struct buf detail = {0};

	if (!answer || !is_set(&answer->answer.at)) {
		page_detail(&list->page, _("not answered yet"));
		return;
	}
	detail_word(&detail, CHOICE_answer, answer->answer.word);
	if (is_set(&answer->evidence.at))
		buf_printf(&detail, ": %s", answer->evidence.text);
	page_detail(&list->page, detail.p);
	for (uint32_t i = 0; i < answer->actions.n; i++) {
		const struct object *to = ref_target(&answer->actions.items[i]);

		if (to) {
			buf_clear(&detail);
			buf_printf(&detail, "→ %s", object_name(to));
			page_detail(&list->page, detail.p);
		}
	}
	buf_free(&detail);
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
		add_answer(list, answer);
	}
}
