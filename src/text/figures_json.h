/* figures_json.h - figures of the view as JSON, and their schema: one table of
 * each struct serves both */
#ifndef CES_TEXT_FIGURES_JSON_H
#define CES_TEXT_FIGURES_JSON_H

#include "ces/json.h"
#include "ces/view.h"

enum figure_kind {
	FIGURE_NUMBER,	 /* double */
	FIGURE_MONTHS,	 /* double[12] */
	FIGURE_INT,	 /* INT_MIN is unknown */
	FIGURE_MONTH,	 /* int, January 0; -1 unknown */
	FIGURE_AGENTS,	 /* int, 0 unknown */
	FIGURE_MINUTES,	 /* unsigned, UINT_MAX unknown */
	FIGURE_FLAG,	 /* bool */
	FIGURE_DATE,	 /* struct date */
	FIGURE_WORD,	 /* int, of choices[list]; -1 unknown */
	FIGURE_ITEM,	 /* an item's id, by a pointer to it */
	FIGURE_COVERAGE, /* its channel's id, by a pointer to it */
	FIGURE_STATE,	 /* enum measure_state */
	FIGURE_READING,	 /* its period, by a pointer to it */
	FIGURE_PERIOD,	 /* enum period_state */
	FIGURE_STRETCH	 /* struct low_stretch; left out where there is none */
};

struct figure {
	const char *key;
	enum figure_kind kind;
	size_t offset;
	int list;
};

struct figures {
	const struct figure *items;
	size_t n;
};

/* an objective, and its result; without one all of that is unknown */
struct level_figures {
	struct staffing_level level;
	struct staffing_result result;
};

extern const struct figures figures_reason, figures_channel, figures_segment,
	figures_coverage, figures_measure, figures_action, figures_event,
	figures_plan, figures_contacts, figures_case, figures_staffing,
	figures_level, figures_staffing_month;

/* members of the object that is open: the figures of that struct */
void
figures_json(struct json *json, const struct figures *figures, const void *of);
/* members of a schema's object that is open: their types, and which of them
 * must be there */
void figures_schema(struct json *json, const struct figures *figures);

/* null without one */
void date_member(struct json *json, const char *key, struct date date);

#endif
