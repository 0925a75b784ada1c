/* titles.h - the titles of sheets: what stands out in their tables */
#ifndef CES_TABLE_TITLES_H
#define CES_TABLE_TITLES_H

#include "ces/expr.h"
#include "tables.h"

/* NULL where nothing stands out; texts live in the scope's arena */
typedef const char *title_text(const struct expr_scope *scope);
/* the same as an expression that follows what is edited on the sheets */
typedef const struct expr *title_expr(const struct expr_scope *scope);

title_text title_strategy, title_segments, title_tiers, title_reasons,
	title_channels,
	title_hours, title_coverage, title_readings, title_intelligence,
	title_gaps, title_investments, title_calendar, title_demand,
	title_staffing, title_contact_map, title_technology, title_roadmap,
	title_findings, title_readiness;
title_expr title_actions, title_decisions, title_questions, title_measures,
	title_business_case;

/*
 * Some of many: message ids that hold {k} and {n}. Every and none give no
 * number, so that they hold for one as well. NULL: no title.
 */
struct part_words {
	const char *none, *one, *many, *every;
};

/* fill a message; one that begins with {k} begins with a capital */
const char *title_fill(const struct expr_scope *scope, const char *message,
		       const struct arg *args, size_t n);
const char *title_part(const struct expr_scope *scope,
		       const struct part_words *words, size_t k, size_t n);
/* "GBP 163,000" */
const char *title_money(const struct expr_scope *scope, double amount);

#endif
