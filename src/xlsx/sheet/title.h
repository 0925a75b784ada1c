/* title.h - the message of each sheet, worked out from the plan */
#ifndef CES_WORKBOOK_TITLE_H
#define CES_WORKBOOK_TITLE_H

#include "ces/table.h"
#include "tell.h"

/* appends the message of a table's sheet; nothing where none stands out */
void title_say(struct buf *text, const struct review *review,
	       struct arena *arena, enum table_id table);

/* what the functions of one sheet each are given */
struct saying {
	struct buf *text;
	const struct plan *plan;
	const struct view *view;
	const struct review *review;
	struct arena *arena;
};

/* "GBP 163,000" */
const char *saying_money(const struct saying *saying, double amount);
/* says the message with its arguments, beginning with a capital */
void saying_fill(const struct saying *saying, const char *message,
		 const struct arg *args, size_t n);
void saying_part(const struct saying *saying, const struct part_words *words,
		 size_t k, size_t n);

/* until when what has not started is told of: the last day of the month in
 * which the next 90 days end; and the name of that month */
struct date title_soon(const struct view *view);
const char *title_soon_month(const struct view *view);

/* title_work.c */
void tell_actions(const struct saying *saying);
void tell_decisions(const struct saying *saying);
void tell_business_case(const struct saying *saying);
void tell_gaps(const struct saying *saying);
void tell_investments(const struct saying *saying);
void tell_calendar(const struct saying *saying);
void tell_demand(const struct saying *saying);
void tell_staffing(const struct saying *saying);
void tell_contact_map(const struct saying *saying);
void tell_technology(const struct saying *saying);
void tell_roadmap(const struct saying *saying);
void tell_questions(const struct saying *saying);
void tell_findings(const struct saying *saying);
void tell_readiness(const struct saying *saying);

#endif
