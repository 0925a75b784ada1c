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
start_bot(struct page *page, const struct channel *channel)
{
	struct buf text = {0};

	message_fill(&text, page->language,
		     is_set(&channel->launch.at)
			     ? N_("{name}, planned for {day}")
			     : "{name}",
		     ARGS(TEXT_ARG("name", object_name(&channel->object)),
			  DATE_ARG("day", channel->launch.date)));
	page_group(page, text.p);
	buf_free(&text);
}

static void
add_tests(struct checklist *list, const struct channel *channel,
	  const struct measure *resolution)
{
	struct page *page = &list->page;

	start_bot(page, channel);
	for (int i = 0; automation_questions[i]; i++) {
		const char *evidence;
		bool answered = is_answered(channel, resolution, i, &evidence);

		if (answered && list->options->open_only)
			continue;
		page_task(
			page, answered,
			language_text(page->language, automation_questions[i]));
		if (evidence)
			page_detail(page, evidence);
		if (!answered)
			page_room(page, N_("Answer"), 1);
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
	page_heading(&list->page, N_("Tests of planned automation"));
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
add_sheet(struct page *page)
{
	static const char *const labels[FIELDS] = {N_("Date"), N_("Observer"),
						   N_("Channel"), N_("Task")};
	const struct section *section = &sections[section_find("technology")];

	page_heading(page, N_("Observation sheet: technology at the front "
			      "line"));
	page_intro(page,
		   language_text(page->language,
				 N_("Sit beside an agent for several days, and "
				    "fill in a copy for each task that you "
				    "see, on every channel.")));
	page_fields(page, labels);
	for (int i = 0; section->questions[i]; i++) {
		page_task(page, false,
			  language_text(page->language, section->questions[i]));
		page_room(page, N_("Answer"), 2);
	}
}

static void
add_count(struct page *page, const struct number_value *value, const char *one,
	  const char *many)
{
	struct buf text = {0};

	if (!is_set(&value->at))
		return;
	message_count(&text, page->language, one, many, value->n, NO_ARGS);
	page_fact(page, text.p);
	buf_free(&text);
}

/* "Complaints: wiki search, two inboxes" */
static void
add_texts(struct page *page, const char *message,
	  const struct texts_value *values)
{
	struct arena arena = {0};
	struct texts texts = {0};

	FOR_VALUES (text_value, value, *values)
		if (text_of(value))
			texts_append(&arena, &texts, value->text);
	if (texts.n)
		page_detail(page, message_text(&arena, page->language, message,
					       ARGS(TEXTS_ARG("list", texts,
							      LIST_COMMAS))));
	arena_release(&arena);
}

static void
add_observation(struct page *page, const struct observation *observation)
{
	struct owner observer = OWNER_OF(observation->observer);

	page_task(page, true, object_name(&observation->object));
	if (observation->channel.to)
		page_fact(page, object_name(&observation->channel.to->object));
	if (is_set(&observation->date.at))
		page_say(page, "{day}",
			 ARGS(DATE_ARG("day", observation->date.date)));
	if (observer.id)
		page_fact(page, owner_name(observer));
	add_count(page, &observation->applications, "{n} program",
		  "{n} programs");
	add_count(page, &observation->screens, "{n} screen", "{n} screens");
	add_count(page, &observation->steps, "{n} step", "{n} steps");
	add_texts(page, N_("In this order: {list}"), &observation->sequence);
	add_texts(page, N_("Complaints: {list}"), &observation->complaints);
}

static void
add_watched(struct page *page, const struct plan *plan)
{
	page_group(page, language_text(page->language, N_("Watched already")));
	FOR_EACH (observation, plan->technology.observations)
		add_observation(page, observation);
}

void
checklist_observation(struct checklist *list)
{
	const struct plan *plan = list->review->plan;
	struct page *page = &list->page;
	bool *unwatched;

	if (!checklist_wants(list, "technology",
			     owner_of_section(plan, "technology")))
		return;
	add_sheet(page);
	unwatched = gather_unwatched(plan);
	page_group(page, language_text(page->language,
				       N_("Channels where nobody has watched "
					  "yet")));
	FOR_EACH (channel, plan->channels)
		if (unwatched[channel->object.index])
			page_task(page, false, object_name(&channel->object));
	free(unwatched);
	if (!list->options->open_only)
		add_watched(page, plan);
}
