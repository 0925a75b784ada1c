/* checklist_technology.c - tests of planned automation, and the sheet to fill
 * in beside an agent */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/measure.h"
#include "ces/question.h"
#include "checklist_parts.h"

/* --- tests of automation -------------------------------------------------- */

static bool
is_planned_bot(const struct channel *channel)
{
	return word_is(&channel->status, CHANNEL_PLANNED) &&
	       (is_set(&channel->automation.object.at) ||
		word_is(&channel->mode, MODE_BOT));
}

/* of each channel the first measure of what it solves, or NULL */
static const struct measure **
gather_resolutions(const struct plan *plan)
{
	const struct measure **of =
		mem_zeroed(plan->channels.n + 1, sizeof(*of));

	FOR_EACH (measure, plan->measures) {
		if (!is_set(&measure->standard.at) ||
		    strcmp(measure->standard.text,
			   "automation_resolution_rate") != 0)
			continue;
		FOR_TARGETS (channel, measure->scope.channels)
			if (!of[channel->object.index])
				of[channel->object.index] = measure;
	}
	return of;
}

static const char *
text_of(const struct text_value *value)
{
	return is_set(&value->at) ? value->text : NULL;
}

/* Says whether the plan answers the question; *evidence: in which words, or
 * NULL. Some no plan can answer. */
static bool
is_answered(const struct channel *channel, const struct measure *resolution,
	    int question, const char **evidence)
{
	const struct automation *automation = &channel->automation;

	*evidence = NULL;
	switch (question) {
	case AUTOMATION_GOAL:
		*evidence = text_of(&automation->customer_benefit);
		break;
	case AUTOMATION_ANNOUNCED:
		return flag_is(&automation->announced, true);
	case AUTOMATION_QUEUE:
		return flag_is(&automation->keeps_queue_place, true) &&
		       flag_is(&automation->tells_queue_position, true);
	case AUTOMATION_EXIT:
		return flag_is(&automation->exit_any_time, true);
	case AUTOMATION_CONTEXT:
		return flag_is(&channel->human_route.keeps_context, true);
	case AUTOMATION_ADOPTION:
		*evidence = text_of(&automation->evidence);
		break;
	case AUTOMATION_RESOLUTION:
		*evidence =
			resolution ? object_name(&resolution->object) : NULL;
		break;
	}
	return *evidence != NULL;
}

/* Voice assistant while you wait, planned for 2026-10-05 */
static void
start_bot(struct paper *paper, const struct channel *channel)
{
	struct buf text = {0};

	message_fill(&text, paper->language,
		     is_set(&channel->launch.at)
			     ? N_("{name}, planned for {day}")
			     : "{name}",
		     ARGS(TEXT_ARG("name", object_name(&channel->object)),
			  DATE_ARG("day", channel->launch.date)));
	paper_group(paper, text.p);
	buf_free(&text);
}

static void
add_tests(struct checklist *list, const struct channel *channel,
	  const struct measure *resolution)
{
	struct paper *paper = &list->paper;

	start_bot(paper, channel);
	for (int i = 0; automation_questions[i]; i++) {
		const char *evidence;
		bool answered = is_answered(channel, resolution, i, &evidence);

		if (answered && list->options->open_only)
			continue;
		paper_task(paper, answered,
			   language_text(paper->language,
					 automation_questions[i]));
		if (evidence)
			paper_detail(paper, evidence);
		if (!answered)
			paper_room(paper, N_("Answer"), 1);
	}
}

void
checklist_automation(struct checklist *list)
{
	const struct plan *plan = list->review->plan;
	const struct measure **resolutions;

	if (!checklist_wants(list, "channels",
			     owner_of_section(plan, "channels")))
		return;
	resolutions = gather_resolutions(plan);
	paper_heading(&list->paper, N_("Tests of planned automation"));
	FOR_EACH (channel, plan->channels)
		if (is_planned_bot(channel))
			add_tests(list, channel,
				  resolutions[channel->object.index]);
	free(resolutions);
}

/* --- the observation sheet ------------------------------------------------ */

/* of each channel: does a person answer on it, whom nobody has watched yet? */
static bool *
gather_unwatched(const struct plan *plan)
{
	bool *unwatched = mem_zeroed(plan->channels.n + 1, sizeof(*unwatched));

	FOR_EACH (channel, plan->channels)
		unwatched[channel->object.index] =
			flag_is(&channel->assisted, true) &&
			word_is(&channel->status, CHANNEL_CURRENT);
	FOR_EACH (observation, plan->technology.observations)
		if (observation->channel.to)
			unwatched[observation->channel.to->object.index] =
				false;
	return unwatched;
}

static void
add_counted(struct paper *paper, const struct number_value *value,
	    const char *one, const char *many)
{
	struct buf text = {0};

	if (!is_set(&value->at))
		return;
	message_count(&text, paper->language, one, many, value->n, NO_ARGS);
	paper_fact(paper, text.p);
	buf_free(&text);
}

/* "Complaints: wiki search, two inboxes" */
static void
add_texts(struct paper *paper, const char *message,
	  const struct texts_value *values)
{
	struct arena arena = {0};
	struct texts texts = {0};

	FOR_VALUES (text_value, value, *values)
		if (text_of(value))
			texts_append(&arena, &texts, value->text);
	if (texts.n)
		paper_detail(paper,
			     message_text(&arena, paper->language, message,
					  ARGS(TEXTS_ARG("list", texts,
							 LIST_COMMAS))));
	arena_release(&arena);
}

static void
add_observation(struct paper *paper, const struct observation *observation)
{
	struct owner observer = OWNER_OF(observation->observer);

	paper_task(paper, true,
		   is_set(&observation->task.at)
			   ? observation->task.text
			   : object_name(&observation->object));
	if (observation->channel.to)
		paper_fact(paper,
			   object_name(&observation->channel.to->object));
	if (is_set(&observation->date.at))
		paper_say(paper, "{day}",
			  ARGS(DATE_ARG("day", observation->date.date)));
	if (observer.id)
		paper_fact(paper, owner_name(observer));
	add_counted(paper, &observation->applications, "{n} program",
		    "{n} programs");
	add_counted(paper, &observation->screens, "{n} screen", "{n} screens");
	add_counted(paper, &observation->steps, "{n} step", "{n} steps");
	add_texts(paper, N_("In this order: {list}"), &observation->sequence);
	add_texts(paper, N_("Complaints: {list}"), &observation->complaints);
}

static bool
wants_technology(const struct checklist *list)
{
	return checklist_wants(
		list, "technology",
		owner_of_section(list->review->plan, "technology"));
}

void
checklist_observations(struct checklist *list)
{
	const struct plan *plan = list->review->plan;
	struct paper *paper = &list->paper;
	bool *unwatched;

	if (!wants_technology(list))
		return;
	unwatched = gather_unwatched(plan);
	paper_heading(paper, N_("Watching the front line at work"));
	paper_group(paper, language_text(paper->language,
					 N_("Nobody has watched yet")));
	FOR_EACH (channel, plan->channels)
		if (unwatched[channel->object.index])
			paper_task(paper, false, object_name(&channel->object));
	paper_group(paper,
		    language_text(paper->language, N_("Watched already")));
	FOR_EACH (observation, plan->technology.observations)
		if (!list->options->open_only)
			add_observation(paper, observation);
	free(unwatched);
}

void
checklist_sheet(struct checklist *list)
{
	static const char *const labels[FIELDS] = {N_("Date"), N_("Observer"),
						   N_("Channel"), N_("Task")};
	const struct section *section = &sections[section_find("technology")];
	struct paper *paper = &list->paper;

	if (!wants_technology(list))
		return;
	paper_sheet(paper, N_("Observation sheet: what the front line works "
			      "with"));
	paper_intro(
		paper,
		language_text(paper->language,
			      N_("Sit beside an agent for several days, and "
				 "fill in a copy for each task that you "
				 "see, on every channel.")));
	paper_fields(paper, labels);
	for (int i = 0; section->questions[i]; i++) {
		paper_task(
			paper, false,
			language_text(paper->language, section->questions[i]));
		paper_room(paper, N_("Answer"), 2);
	}
}
