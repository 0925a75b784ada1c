/* title_work.c - the message of each sheet: what is done, decided, to come */
#include <libintl.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "ces/question.h"
#include "ces/table.h"
#include "title.h"

enum { SOON_DAYS = 90, MONTHS = 12 };

/* --- actions ------------------------------------------------------------- */

struct date
title_soon(const struct view *view)
{
	struct date day = date_add_days(view->as_of, SOON_DAYS);

	day.day = 1;
	return date_add_days(date_add_months(day, 1), -1);
}

const char *
title_soon_month(const struct view *view)
{
	return month_name(title_soon(view).month);
}

static bool
is_waiting(const struct saying *saying, const struct action *action)
{
	return is_set(&action->status.at) &&
	       action->status.word == ACTION_NOT_STARTED &&
	       is_set(&action->due.at) &&
	       date_compare(action->due.date, saying->view->as_of) >= 0 &&
	       date_compare(action->due.date, title_soon(saying->view)) <= 0;
}

static const char *
part_text(const struct saying *saying, const char *one, const char *many,
	  size_t k)
{
	struct buf text = {0};

	message_fill(&text, gettext(k == 1 ? one : many),
		     ARGS(TEXT_ARG("k", tell_count(saying->arena, (double)k)),
			  TEXT_ARG("month", title_soon_month(saying->view))));
	return arena_take(saying->arena, &text);
}

static void
tell_late(const struct saying *saying, size_t overdue, size_t waiting)
{
	const char *late, *idle;

	late = overdue ? part_text(saying, N_("{k} action is overdue"),
				   N_("{k} actions are overdue"), overdue)
		       : gettext("No action is overdue");
	if (!waiting) {
		buf_puts(saying->text, late);
		tell_capital(saying->text);
		return;
	}
	idle = part_text(saying,
			 N_("{k} that is due by the end of {month} has not "
			    "started"),
			 N_("{k} that are due by the end of {month} have not "
			    "started"),
			 waiting);
	message_fill(
		saying->text, gettext("{overdue}; {waiting}"),
		ARGS(TEXT_ARG("overdue", late), TEXT_ARG("waiting", idle)));
	tell_capital(saying->text);
}

void
tell_actions(const struct saying *saying)
{
	const struct map *map = &saying->plan->actions;
	size_t overdue = 0, waiting = 0, open = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		overdue += saying->view->actions[i].overdue > 0;
		open += saying->view->actions[i].open;
		waiting += is_waiting(saying, ITEM(action, *map, i));
	}
	if (open)
		tell_late(saying, overdue, waiting);
	else if (map->n)
		buf_puts(saying->text, gettext("No action is open"));
}

/* --- decisions and money ------------------------------------------------- */

void
tell_decisions(const struct saying *saying)
{
	const struct map *map = &saying->plan->decisions;
	double worth = saying->view->business.decisions_asked;
	size_t open = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct decision *decision = ITEM(decision, *map, i);

		if (is_set(&decision->outcome.at) &&
		    decision->outcome.word != OUTCOME_OPEN)
			continue;
		open++;
		/* a sum that lacks a part says too little */
		if (!is_set(&decision->amount.at) || !(decision->amount.n > 0))
			worth = NAN;
	}
	if (!map->n)
		return;
	if (!open)
		buf_puts(saying->text,
			 gettext("No decision is waiting for an answer"));
	else
		saying_fill(
			saying,
			worth > 0   ? open == 1
					      ? N_("{k} decision worth {worth} "
						     "waits for an answer")
					      : N_("{k} decisions worth {worth} "
						     "wait for an answer")
			  : open == 1 ? N_("{k} decision waits for an answer")
				    : N_("{k} decisions wait for an answer"),
			ARGS(TEXT_ARG("k",
				      tell_count(saying->arena, (double)open)),
			     TEXT_ARG("worth", saying_money(saying, worth))));
}

void
tell_business_case(const struct saying *saying)
{
	const struct case_view *business = &saying->view->business;
	double spent = business->spent, months = business->payback_months;

	if (isfinite(months) && months > 0 && spent > 0)
		saying_fill(
			saying,
			round(months) <= 1
				? N_("Investments of {money} pay back within "
				     "a month or so")
				: N_("Investments of {money} pay back in "
				     "{months} months"),
			ARGS(TEXT_ARG("money", saying_money(saying, spent)),
			     COUNT_ARG("months", round(months))));
	else if (business->saving > 0)
		saying_fill(
			saying, N_("The targets save {money} a year"),
			ARGS(TEXT_ARG("money",
				      saying_money(saying, business->saving))));
	else if (business->at_risk > 0)
		saying_fill(saying, N_("{money} a year is at risk"),
			    ARGS(TEXT_ARG(
				    "money",
				    saying_money(saying, business->at_risk))));
}

void
tell_gaps(const struct saying *saying)
{
	const struct map *map = &saying->plan->gaps;
	double risk = saying->view->business.at_risk;

	if (map->n && risk > 0)
		saying_fill(
			saying,
			map->n == 1 ? N_("{k} gap puts {money} a year at risk")
				    : N_("{k} gaps put {money} a year at risk"),
			ARGS(TEXT_ARG("k", tell_count(saying->arena, map->n)),
			     TEXT_ARG("money", saying_money(saying, risk))));
}

void
tell_investments(const struct saying *saying)
{
	const struct case_view *business = &saying->view->business;
	const struct arg args[] = {
		TEXT_ARG("asked", saying_money(saying, business->asked)),
		TEXT_ARG("invested", saying_money(saying, business->invested))};

	if (business->asked > 0 && business->invested > 0)
		saying_fill(saying,
			    N_("{invested} is approved, {asked} more is asked "
			       "for"),
			    args, 2);
	else if (business->asked > 0)
		saying_fill(saying, N_("{asked} is asked for"), args, 2);
	else if (business->invested > 0)
		saying_fill(saying, N_("{invested} is approved"), args, 2);
}

/* --- what is coming ------------------------------------------------------ */

/* of the coming events: how many, and of how many we know in time */
static size_t
coming_events(const struct saying *saying, size_t *told)
{
	const struct plan *plan = saying->plan;
	size_t n = 0;

	*told = 0;
	for (uint32_t i = 0; i < plan->calendar.n; i++) {
		const struct event_view *view = &saying->view->events[i];

		if (!view->coming)
			continue;
		n++;
		*told += view->lead_days != INT_MIN &&
			 view->lead_days >= SETTING_OF(plan, event_lead_days);
	}
	return n;
}

void
tell_calendar(const struct saying *saying)
{
	size_t told, coming = coming_events(saying, &told);
	const struct arg args[] = {
		TEXT_ARG("k", tell_count(saying->arena, (double)coming)),
		TEXT_ARG("late",
			 tell_count(saying->arena, (double)(coming - told)))};

	if (!saying->plan->calendar.n)
		return;
	if (!coming)
		buf_puts(saying->text,
			 gettext("No event is known for the next 90 days"));
	else if (coming == 1)
		saying_fill(saying,
			    told ? N_("{k} event in the next 90 days, "
				      "announced in time")
				 : N_("{k} event in the next 90 days, not "
				      "announced in time"),
			    args, 2);
	else
		saying_fill(saying,
			    told == coming ? N_("{k} events in the next 90 "
						"days, all announced in time")
					   : N_("{k} events in the next 90 "
						"days, {late} not announced "
						"in time"),
			    args, 2);
}

/* the month with most; it stands out from 10% above the mean on */
void
tell_demand(const struct saying *saying)
{
	const double *volume = saying->view->month_volume;
	double sum = 0, above;
	int most = 0;

	for (int i = 0; i < MONTHS; i++) {
		if (!isfinite(volume[i]))
			return;
		sum += volume[i];
		if (volume[i] > volume[most])
			most = i;
	}
	above = sum > 0 ? round(volume[most] * MONTHS / sum * 100 - 100) : 0;
	if (above >= 10)
		saying_fill(saying,
			    N_("{month} brings {above}% more contacts than an "
			       "average month"),
			    ARGS(TEXT_ARG("month", month_name(most + 1)),
				 NUMBER_ARG("above", above)));
}

void
tell_staffing(const struct saying *saying)
{
	const struct staffing_view *staffing = &saying->view->staffing;

	if (staffing->known)
		saying_fill(saying,
			    staffing->agents == 1
				    ? N_("The busiest interval needs one agent")
				    : N_("The busiest interval needs {n} "
					 "agents"),
			    ARGS(TEXT_ARG("n", tell_count(saying->arena,
							  staffing->agents))));
}

/* --- what customers and staff meet --------------------------------------- */

void
tell_contact_map(const struct saying *saying)
{
	static const struct part_words words = {
		N_("No touchpoint has known trouble"),
		N_("{k} of {n} touchpoints has known trouble"),
		N_("{k} of {n} touchpoints have known trouble"),
		N_("Every touchpoint has known trouble")};
	const struct map *map = &saying->plan->contact_map;
	size_t troubled = 0;

	for (uint32_t i = 0; i < map->n; i++)
		troubled += ITEM(touchpoint, *map, i)->issues.n > 0;
	saying_part(saying, &words, troubled, map->n);
}

void
tell_technology(const struct saying *saying)
{
	const struct map *map = &saying->plan->technology.observations;
	const struct observation *most = NULL;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct observation *item = ITEM(observation, *map, i);

		if (is_set(&item->applications.at) &&
		    item->applications.n >= 2 &&
		    (!most || item->applications.n > most->applications.n))
			most = item;
	}
	if (most)
		saying_fill(
			saying,
			N_("Staff need up to {n} applications for one "
			   "task"),
			ARGS(TEXT_ARG("n", tell_count(saying->arena,
						      most->applications.n))));
}

void
tell_roadmap(const struct saying *saying)
{
	static const struct part_words words = {
		NULL, N_("{k} of {n} items of the roadmap is past its date"),
		N_("{k} of {n} items of the roadmap are past their dates"),
		N_("Every item of the roadmap is past its date")};
	const struct map *map = &saying->plan->technology.roadmap;
	size_t past = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct roadmap_item *item = ITEM(roadmap_item, *map, i);

		past += is_set(&item->due.at) &&
			date_compare(item->due.date, saying->view->as_of) < 0;
	}
	saying_part(saying, &words, past, map->n);
}

/* --- questions, findings ------------------------------------------------- */

void
tell_questions(const struct saying *saying)
{
	static const struct part_words words = {
		N_("No question has been discussed yet"),
		N_("{k} of {n} questions is met"),
		N_("{k} of {n} questions are met"),
		N_("Every question is met")};
	size_t met = 0, discussed = 0;

	for (int i = 0; i < question_count; i++) {
		const struct object *object =
			map_find(&saying->plan->questions, questions[i].id);
		const struct answer *answer =
			(const struct answer *)(const void *)object;

		if (!answer || !is_set(&answer->answer.at) ||
		    answer->answer.word == ANSWER_NOT_DISCUSSED)
			continue;
		discussed++;
		met += answer->answer.word == ANSWER_MET;
	}
	if (discussed && !met)
		buf_puts(saying->text, gettext("No question is met yet"));
	else
		saying_part(saying, &words, met, (size_t)question_count);
}

static void
tell_found(const struct saying *saying, size_t k, const char *one,
	   const char *many)
{
	saying_fill(saying, k == 1 ? one : many,
		    ARGS(TEXT_ARG("k", tell_count(saying->arena, (double)k))));
}

void
tell_findings(const struct saying *saying)
{
	const struct review *review = saying->review;

	if (review->errors)
		tell_found(
			saying, review->errors,
			N_("{k} error is to be mended before the plan can be "
			   "trusted"),
			N_("{k} errors are to be mended before the plan can "
			   "be trusted"));
	else if (review->warnings)
		tell_found(saying, review->warnings,
			   N_("No errors; {k} warning is worth a look"),
			   N_("No errors; {k} warnings are worth a look"));
	else if (review->advice)
		tell_found(saying, review->advice,
			   N_("No errors or warnings; {k} piece of advice"),
			   N_("No errors or warnings; {k} pieces of advice"));
	else if (!review->waived)
		buf_puts(saying->text, gettext("Nothing was found"));
}

void
tell_readiness(const struct saying *saying)
{
	const struct readiness *readiness = &saying->review->readiness;
	int least = 0;

	for (int i = 1; i < SECTION_SEVEN; i++)
		if (readiness->section[i] < readiness->section[least])
			least = i;
	saying_fill(saying,
		    readiness->section[least] < readiness->plan
			    ? N_("{plan}% of the strategy is written down; "
				 "the least ready is {section} with {least}%")
			    : N_("{plan}% of the strategy is written down"),
		    ARGS(NUMBER_ARG("plan", readiness->plan),
			 TEXT_ARG("section", gettext(sections[least].title)),
			 NUMBER_ARG("least", readiness->section[least])));
}
