/* titles_work.c - titles of sheets: money, what is to come, what was found */
#include <libintl.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/question.h"
#include "titles.h"

enum { MONTHS = 12 };

/* --- decisions and money ------------------------------------------------- */

const char *
title_gaps(const struct expr_scope *scope)
{
	const struct map *map = &scope->review->plan->gaps;
	double risk = scope->review->view->business.at_risk;

	if (map->n && risk > 0)
		return title_fill(
			scope,
			map->n == 1 ? N_("{k} gap puts {money} a year at risk")
				    : N_("{k} gaps put {money} a year at risk"),
			ARGS(TEXT_ARG("k", count_text(scope->arena, map->n)),
			     TEXT_ARG("money", title_money(scope, risk))));
	return NULL;
}

const char *
title_investments(const struct expr_scope *scope)
{
	const struct case_view *business = &scope->review->view->business;
	const struct arg args[] = {
		TEXT_ARG("asked", title_money(scope, business->asked)),
		TEXT_ARG("invested", title_money(scope, business->invested))};

	if (business->asked > 0 && business->invested > 0)
		return title_fill(
			scope,
			N_("{invested} is approved, {asked} more is asked "
			   "for"),
			args, 2);
	else if (business->asked > 0)
		return title_fill(scope, N_("{asked} is asked for"), args, 2);
	else if (business->invested > 0)
		return title_fill(scope, N_("{invested} is approved"), args, 2);
	return NULL;
}

/* --- what is coming ------------------------------------------------------ */

/* of the coming events: how many, and of how many we know in time */
static size_t
coming_events(const struct expr_scope *scope, size_t *told)
{
	const struct plan *plan = scope->review->plan;
	size_t n = 0;

	*told = 0;
	for (uint32_t i = 0; i < plan->calendar.n; i++) {
		const struct event_view *view = &scope->review->view->events[i];

		if (!view->coming)
			continue;
		n++;
		*told += view->lead_days != INT_MIN &&
			 view->lead_days >= SETTING_OF(plan, event_lead_days);
	}
	return n;
}

const char *
title_calendar(const struct expr_scope *scope)
{
	size_t told, coming = coming_events(scope, &told);
	const struct arg args[] = {
		TEXT_ARG("k", count_text(scope->arena, (double)coming)),
		TEXT_ARG("late",
			 count_text(scope->arena, (double)(coming - told)))};

	if (!scope->review->plan->calendar.n)
		return NULL;
	if (!coming)
		return title_fill(scope,
				  N_("No event is known for the next 90 days"),
				  NO_ARGS);
	else if (coming == 1)
		return title_fill(
			scope,
			told ? N_("{k} event in the next 90 days, "
				  "announced in time")
			     : N_("{k} event in the next 90 days, not "
				  "announced in time"),
			args, 2);
	else
		return title_fill(scope,
				  told == coming
					  ? N_("{k} events in the next 90 "
					       "days, all announced in time")
					  : N_("{k} events in the next 90 "
					       "days, {late} not announced "
					       "in time"),
				  args, 2);
	return NULL;
}

/* the month with most; it stands out from 10% above the mean on */
const char *
title_demand(const struct expr_scope *scope)
{
	const double *volume = scope->review->view->month_volume;
	double sum = 0, above;
	int most = 0;

	for (int i = 0; i < MONTHS; i++) {
		if (!isfinite(volume[i]))
			return NULL;
		sum += volume[i];
		if (volume[i] > volume[most])
			most = i;
	}
	above = sum > 0 ? round(volume[most] * MONTHS / sum * 100 - 100) : 0;
	if (above >= 10)
		return title_fill(
			scope,
			N_("{month} brings {above}% more contacts than an "
			   "average month"),
			ARGS(TEXT_ARG("month", month_name(most + 1)),
			     NUMBER_ARG("above", above)));
	return NULL;
}

const char *
title_staffing(const struct expr_scope *scope)
{
	const struct staffing_view *staffing = &scope->review->view->staffing;

	if (staffing->known)
		return title_fill(
			scope,
			staffing->agents == 1
				? N_("The busiest interval needs one agent")
				: N_("The busiest interval needs {n} "
				     "agents"),
			ARGS(TEXT_ARG("n", count_text(scope->arena,
						      staffing->agents))));
	return NULL;
}

/* --- what customers and staff meet --------------------------------------- */

const char *
title_contact_map(const struct expr_scope *scope)
{
	static const struct part_words words = {
		N_("No touchpoint has known trouble"),
		N_("{k} of {n} touchpoints has known trouble"),
		N_("{k} of {n} touchpoints have known trouble"),
		N_("Every touchpoint has known trouble")};
	const struct map *map = &scope->review->plan->contact_map;
	size_t troubled = 0;

	for (uint32_t i = 0; i < map->n; i++)
		troubled += ITEM(touchpoint, *map, i)->issues.n > 0;
	return title_part(scope, &words, troubled, map->n);
}

const char *
title_technology(const struct expr_scope *scope)
{
	const struct map *map = &scope->review->plan->technology.observations;
	const struct observation *most = NULL;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct observation *item = ITEM(observation, *map, i);

		if (is_set(&item->applications.at) &&
		    item->applications.n >= 2 &&
		    (!most || item->applications.n > most->applications.n))
			most = item;
	}
	if (most)
		return title_fill(
			scope,
			N_("Staff need up to {n} applications for one "
			   "task"),
			ARGS(TEXT_ARG("n", count_text(scope->arena,
						      most->applications.n))));
	return NULL;
}

const char *
title_roadmap(const struct expr_scope *scope)
{
	static const struct part_words words = {
		NULL, N_("{k} of {n} items of the roadmap is past its date"),
		N_("{k} of {n} items of the roadmap are past their dates"),
		N_("Every item of the roadmap is past its date")};
	const struct map *map = &scope->review->plan->technology.roadmap;
	size_t past = 0;

	for (uint32_t i = 0; i < map->n; i++) {
		const struct roadmap_item *item = ITEM(roadmap_item, *map, i);

		past += is_set(&item->due.at) &&
			date_compare(item->due.date,
				     scope->review->view->as_of) < 0;
	}
	return title_part(scope, &words, past, map->n);
}

/* --- questions, findings ------------------------------------------------- */

static const char *
found(const struct expr_scope *scope, size_t k, const char *one,
      const char *many)
{
	return title_fill(
		scope, k == 1 ? one : many,
		ARGS(TEXT_ARG("k", count_text(scope->arena, (double)k))));
}

const char *
title_findings(const struct expr_scope *scope)
{
	const struct review *review = scope->review;

	if (review->errors)
		return found(
			scope, review->errors,
			N_("{k} error is to be mended before the plan can be "
			   "trusted"),
			N_("{k} errors are to be mended before the plan can "
			   "be trusted"));
	else if (review->warnings)
		return found(scope, review->warnings,
			     N_("No errors; {k} warning is worth a look"),
			     N_("No errors; {k} warnings are worth a look"));
	else if (review->advice)
		return found(scope, review->advice,
			     N_("No errors or warnings; {k} piece of advice"),
			     N_("No errors or warnings; {k} pieces of advice"));
	else if (!review->waived)
		return title_fill(scope, N_("Nothing was found"), NO_ARGS);
	return NULL;
}

const char *
title_readiness(const struct expr_scope *scope)
{
	const struct readiness *readiness = &scope->review->readiness;
	int least = 0;

	for (int i = 1; i < SECTION_SEVEN; i++)
		if (readiness->section[i] < readiness->section[least])
			least = i;
	return title_fill(
		scope,
		readiness->section[least] < readiness->plan
			? N_("{plan}% of the strategy is written down; "
			     "the least ready is {section} with {least}%")
			: N_("{plan}% of the strategy is written down"),
		ARGS(NUMBER_ARG("plan", readiness->plan),
		     TEXT_ARG("section", gettext(sections[least].title)),
		     NUMBER_ARG("least", readiness->section[least])));
}
