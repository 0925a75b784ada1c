/* titles.c - the title of each sheet, and how titles are worded */
#include "titles.h"

#include <libintl.h>
#include <math.h>
#include <string.h>

/* --- words ---------------------------------------------------------------- */

const char *
title_money(const struct expr_scope *scope, double amount)
{
	const struct text_value *currency = &scope->review->plan->plan.currency;
	struct buf text = {0};

	message_fill(&text,
		     is_set(&currency->at) ? gettext("{currency} {amount}")
					   : "{amount}",
		     ARGS(TEXT_ARG("currency", currency->text),
			  COUNT_ARG("amount", round(amount))));
	return arena_take(scope->arena, &text);
}

const char *
title_fill(const struct expr_scope *scope, const char *message,
	   const struct arg *args, size_t n)
{
	struct buf buf = {0};
	const char *text;

	message_fill(&buf, gettext(message), args, n);
	text = arena_take(scope->arena, &buf);
	/* names keep the letter that they were given */
	return strncmp(message, "{k}", 3) ? text
					  : text_capital(scope->arena, text);
}

const char *
title_part(const struct expr_scope *scope, const struct part_words *words,
	   size_t k, size_t n)
{
	const char *message = k == 0   ? words->none
			      : k >= n ? words->every
			      : k == 1 ? words->one
				       : words->many;

	if (!message || !n)
		return NULL;
	return title_fill(
		scope, message,
		ARGS(TEXT_ARG("k", count_text(scope->arena, (double)k)),
		     TEXT_ARG("n", count_text(scope->arena, (double)n))));
}

/* --- all titles ------------------------------------------------------------
 */

static const struct {
	title_text *text;
	title_expr *expr;
} titles[TABLE_COUNT] = {
	[TABLE_strategy] = {.text = title_strategy},
	[TABLE_segments] = {.text = title_segments},
	[TABLE_service_tiers] = {.text = title_tiers},
	[TABLE_contact_reasons] = {.text = title_reasons},
	[TABLE_channels] = {.text = title_channels},
	[TABLE_hours] = {.text = title_hours},
	[TABLE_coverage] = {.text = title_coverage},
	[TABLE_measures] = {.expr = title_measures},
	[TABLE_readings] = {.text = title_readings},
	[TABLE_intelligence] = {.text = title_intelligence},
	[TABLE_actions] = {.expr = title_actions},
	[TABLE_decisions] = {.expr = title_decisions},
	[TABLE_business_case] = {.expr = title_business_case},
	[TABLE_gaps] = {.text = title_gaps},
	[TABLE_investments] = {.text = title_investments},
	[TABLE_calendar] = {.text = title_calendar},
	[TABLE_demand] = {.text = title_demand},
	[TABLE_staffing] = {.text = title_staffing},
	[TABLE_contact_map] = {.text = title_contact_map},
	[TABLE_technology] = {.text = title_technology},
	[TABLE_roadmap] = {.text = title_roadmap},
	[TABLE_questions] = {.expr = title_questions},
	[TABLE_findings] = {.text = title_findings},
	[TABLE_readiness] = {.text = title_readiness},
};

const struct expr *
table_title(const struct expr_scope *scope)
{
	enum table_id id = scope->table->id;
	const char *text;

	if (!scope->table->rows)
		return NULL;
	if (titles[id].expr)
		return titles[id].expr(scope);
	text = titles[id].text ? titles[id].text(scope) : NULL;
	return text ? expr_text(scope->arena, text) : NULL;
}
