/* figures_json.c - figures of the view as JSON, and their schema */
#include "figures_json.h"

#include <limits.h>
#include <string.h>

#include "text/schema_json.h"
#include "table/tables.h"

/* --- figures, struct by struct -------------------------------------------- */

#define ROW(type, kind, key)                                       \
	{                                                          \
#key, FIGURE_##kind, offsetof(struct type, key), 0 \
	}
#define ROW_AS(type, kind, key, name)                              \
	{                                                          \
		name, FIGURE_##kind, offsetof(struct type, key), 0 \
	}
#define ROW_WORD(type, key, list)                                            \
	{                                                                    \
#key, FIGURE_WORD, offsetof(struct type, key), CHOICE_##list \
	}
#define FIGURES(name)                                       \
	const struct figures figures_##name = {name##_rows, \
					       COUNT_OF(name##_rows)}

static const struct figure reason_rows[] = {
	ROW(reason_view, FLAG, counted),
	ROW_AS(reason_view, ITEM, parent, "part_of"),
	ROW(reason_view, NUMBER, volume),
	ROW(reason_view, NUMBER, cost),
	ROW(reason_view, NUMBER, revenue),
	ROW(reason_view, NUMBER, net),
	ROW(reason_view, NUMBER, rate),
	ROW(reason_view, NUMBER, share),
	ROW(reason_view, NUMBER, cumulative),
	ROW(reason_view, NUMBER, change),
	ROW(reason_view, NUMBER, planned),
	ROW(reason_view, NUMBER, saving),
	ROW(reason_view, ITEM, paid_by),
	ROW_WORD(reason_view, quadrant, disposition),
	ROW(reason_view, FLAG, agrees),
};
FIGURES(reason);

static const struct figure channel_rows[] = {
	ROW(channel_view, NUMBER, volume),
	ROW(channel_view, NUMBER, reasons_volume),
	ROW(channel_view, NUMBER, unanswered),
	ROW(channel_view, NUMBER, share),
	ROW(channel_view, NUMBER, cost),
	ROW(channel_view, NUMBER, week_hours),
	ROW(channel_view, ITEM, earner),
	ROW(channel_view, NUMBER, reasons_time),
	ROW(channel_view, NUMBER, handle_time),
	ROW(channel_view, NUMBER, agents),
	ROW(channel_view, NUMBER, shrinkage),
	ROW(channel_view, FLAG, live),
};
FIGURES(channel);

static const struct figure segment_rows[] = {
	ROW(segment_view, ITEM, tier),
	ROW(segment_view, NUMBER, alignment),
	ROW(segment_view, NUMBER, coverage),
	ROW(segment_view, NUMBER, coverage_ahead),
	ROW(segment_view, NUMBER, reach),
	ROW(segment_view, NUMBER, reach_ahead),
	ROW(segment_view, STRETCH, worst),
	ROW(segment_view, STRETCH, low),
	ROW(segment_view, COVERAGE, low_on),
	ROW(segment_view, DATE, shown),
};
FIGURES(segment);

static const struct figure coverage_rows[] = {
	ROW(coverage, NUMBER, preference),
	ROW(coverage, ITEM, hours),
	ROW(coverage, FLAG, waits),
	ROW(coverage, FLAG, staffed),
	ROW_AS(coverage, MINUTES, wanted, "wanted_minutes"),
	ROW_AS(coverage, MINUTES, offered, "offered_minutes"),
	ROW_AS(coverage, MINUTES, common, "common_minutes"),
	ROW(coverage, NUMBER, percent),
	ROW(coverage, NUMBER, ahead),
	ROW(coverage, STRETCH, worst),
	ROW(coverage, DATE, shown),
};
FIGURES(coverage);

static const struct figure stretch_rows[] = {
	ROW(low_stretch, DATE, first),
	ROW(low_stretch, DATE, last),
	ROW(low_stretch, NUMBER, percent),
	ROW(low_stretch, FLAG, usual),
};
static FIGURES(stretch);

static const struct figure measure_rows[] = {
	ROW_WORD(measure_view, unit, measure_unit),
	ROW_WORD(measure_view, direction, direction),
	ROW_WORD(measure_view, family, family),
	ROW_AS(measure_view, NUMBER, latest_value, "latest"),
	ROW_AS(measure_view, READING, latest, "latest_period"),
	ROW(measure_view, NUMBER, gap),
	ROW(measure_view, NUMBER, progress),
	ROW(measure_view, NUMBER, planned),
	ROW(measure_view, NUMBER, line),
	ROW(measure_view, DATE, line_day),
	ROW(measure_view, NUMBER, margin),
	ROW(measure_view, NUMBER, slack),
	ROW(measure_view, STATE, state),
	ROW(measure_view, FLAG, stale),
};
FIGURES(measure);

static const struct figure action_rows[] = {
	ROW(action_view, FLAG, open),
	ROW_AS(action_view, INT, overdue, "overdue_days"),
	ROW(action_view, FLAG, due_soon),
	ROW(action_view, FLAG, unowned),
};
FIGURES(action);

static const struct figure event_rows[] = {
	ROW(event_view, INT, lead_days),   ROW(event_view, FLAG, coming),
	ROW(event_view, DATE, next_start), ROW(event_view, DATE, next_end),
	ROW(event_view, NUMBER, contacts), ROW(event_view, FLAG, in_history),
};
FIGURES(event);

static const struct figure plan_rows[] = {
	ROW(view, PERIOD, period),     ROW(view, FLAG, review_past),
	ROW(view, DATE, first_day),    ROW(view, DATE, last_day),
	ROW(view, ITEM, self_service), ROW(view, ITEM, main_channel),
};
FIGURES(plan);

static const struct figure contacts_rows[] = {
	ROW_AS(view, NUMBER, contacts, "volume"),
	ROW_AS(view, NUMBER, contact_cost, "cost"),
	ROW_AS(view, NUMBER, contact_revenue, "revenue"),
	ROW_AS(view, NUMBER, contact_rate, "rate"),
	ROW(view, NUMBER, failure_share),
	ROW(view, NUMBER, planned_failure_share),
	ROW_AS(view, NUMBER, planned_contacts, "planned"),
	ROW_AS(view, MONTHS, month_index, "index_by_month"),
	ROW_AS(view, MONTHS, month_days, "days_by_month"),
	ROW_AS(view, MONTHS, month_volume, "by_month"),
	ROW_AS(view, MONTHS, month_part, "part_by_month"),
	ROW_AS(view, MONTHS, month_extra, "new_by_month"),
	ROW_AS(view, MONTHS, month_all, "all_by_month"),
	ROW_AS(view, NUMBER, months_all, "all"),
};
FIGURES(contacts);

static const struct figure case_rows[] = {
	ROW(case_view, NUMBER, saving),
	ROW(case_view, NUMBER, funded),
	ROW(case_view, NUMBER, at_risk),
	ROW(case_view, NUMBER, worth),
	ROW(case_view, NUMBER, invested),
	ROW(case_view, NUMBER, asked),
	ROW(case_view, NUMBER, spent),
	ROW(case_view, NUMBER, decisions_asked),
	ROW(case_view, NUMBER, payback_months),
};
FIGURES(case);

static const struct figure staffing_rows[] = {
	ROW(staffing_view, NUMBER, contacts),
	ROW(staffing_view, NUMBER, interval),
	ROW(staffing_view, NUMBER, handle_time),
	ROW(staffing_view, NUMBER, each),
	ROW(staffing_view, NUMBER, load),
	ROW(staffing_view, NUMBER, patience),
	ROW(staffing_view, NUMBER, cost_per_hour),
	ROW(staffing_view, MONTH, month),
	ROW(staffing_view, NUMBER, index),
	ROW(staffing_view, NUMBER, mean),
	ROW(staffing_view, NUMBER, open),
	ROW_AS(staffing_view, MONTH, peak, "peak_month"),
};
FIGURES(staffing);

static const struct figure level_rows[] = {
	ROW_AS(level_figures, ITEM, level.tier, "tier"),
	ROW_AS(level_figures, NUMBER, level.target, "target"),
	ROW_AS(level_figures, NUMBER, level.within, "within"),
	ROW_AS(level_figures, AGENTS, level.reach, "reach"),
	ROW_AS(level_figures, AGENTS, level.keep, "keep"),
	ROW_AS(level_figures, AGENTS, result.agents, "agents"),
	ROW_AS(level_figures, AGENTS, result.paid, "paid"),
	ROW_AS(level_figures, NUMBER, result.service_level, "service_level"),
	ROW_AS(level_figures, NUMBER, result.asa, "asa"),
	ROW_AS(level_figures, NUMBER, result.occupancy, "occupancy"),
	ROW_AS(level_figures, NUMBER, result.abandon, "abandon"),
	ROW_AS(level_figures, NUMBER, result.cost, "cost"),
};
FIGURES(level);

static const struct figure staffing_month_rows[] = {
	ROW(staffing_month, FLAG, closed),
	ROW(staffing_month, NUMBER, contacts),
	ROW(staffing_month, NUMBER, handle_time),
	ROW(staffing_month, AGENTS, agents),
	ROW(staffing_month, AGENTS, paid),
	ROW(staffing_month, NUMBER, volume),
	ROW(staffing_month, NUMBER, employees),
	ROW(staffing_month, NUMBER, cost),
};
FIGURES(staffing_month);

/* --- written -------------------------------------------------------------- */

static const char *const period_words[] = {[PERIOD_UNKNOWN] = "unknown",
					   [PERIOD_AHEAD] = "ahead",
					   [PERIOD_RUNNING] = "running",
					   [PERIOD_OVER] = "over"};

void
date_member(struct json *json, const char *key, struct date date)
{
	struct buf buf = {0};

	if (date.year)
		date_write(&buf, date);
	json_member(json, key, buf.p);
	buf_free(&buf);
}

static void
add_period(struct json *json, const char *key, const struct actual *reading)
{
	struct buf period = {0};

	if (reading)
		period_write(&period, reading->period.period);
	json_member(json, key, period.p);
	buf_free(&period);
}

/* unknown: of any that is null */
static void
add_int(struct json *json, const char *key, int value, int unknown)
{
	json_number_member(json, key, value == unknown ? (double)NAN : value);
}

static const char *
id_of(const struct object *item)
{
	return item ? item->id : NULL;
}

/* a pointer that is kept there, to whatever type: each item begins with its
 * object */
static const void *
pointer_at(const void *place)
{
	const void *pointer;

	memcpy(&pointer, place, sizeof(pointer));
	return pointer;
}

static void
add_months(struct json *json, const char *key, const double *months)
{
	json_key(json, key);
	json_open_flat(json, '[');
	for (int i = 0; i < 12; i++)
		json_number(json, months[i]);
	json_close(json, "]");
}

static void
add_stretch(struct json *json, const char *key,
	    const struct low_stretch *stretch)
{
	if (!stretch->first.year)
		return;
	json_open_member(json, key, '{');
	figures_json(json, &figures_stretch, stretch);
	json_close(json, "}");
}

static void
add_figure(struct json *json, const struct figure *figure, const void *at)
{
	const char *key = figure->key;
	const struct coverage *coverage;
	int value;

	switch (figure->kind) {
	case FIGURE_NUMBER:
		json_number_member(json, key, *(const double *)at);
		break;
	case FIGURE_MONTHS:
		add_months(json, key, at);
		break;
	case FIGURE_INT:
		add_int(json, key, *(const int *)at, INT_MIN);
		break;
	case FIGURE_MONTH:
		value = *(const int *)at;
		add_int(json, key, value + 1, 0);
		break;
	case FIGURE_AGENTS:
		add_int(json, key, *(const int *)at, 0);
		break;
	case FIGURE_MINUTES:
		json_number_member(json, key,
				   *(const unsigned *)at == UINT_MAX
					   ? (double)NAN
					   : *(const unsigned *)at);
		break;
	case FIGURE_FLAG:
		json_flag_member(json, key, *(const bool *)at);
		break;
	case FIGURE_DATE:
		date_member(json, key, *(const struct date *)at);
		break;
	case FIGURE_WORD:
		value = *(const int *)at;
		json_member(json, key,
			    value < 0 ? NULL
				      : choices[figure->list].words[value]);
		break;
	case FIGURE_ITEM:
		json_member(json, key, id_of(pointer_at(at)));
		break;
	case FIGURE_COVERAGE:
		coverage = pointer_at(at);
		json_member(json, key,
			    coverage ? coverage->channel->object.id : NULL);
		break;
	case FIGURE_STATE:
		json_member(
			json, key,
			state_key(measure_words[*(const enum measure_state *)at]
					  .state));
		break;
	case FIGURE_READING:
		add_period(json, key, pointer_at(at));
		break;
	case FIGURE_PERIOD:
		json_member(json, key,
			    period_words[*(const enum period_state *)at]);
		break;
	case FIGURE_STRETCH:
		add_stretch(json, key, at);
		break;
	}
}

void
figures_json(struct json *json, const struct figures *figures, const void *of)
{
	for (size_t i = 0; i < figures->n; i++)
		add_figure(json, &figures->items[i],
			   (const char *)of + figures->items[i].offset);
}

/* --- the schema ----------------------------------------------------------- */

static void
add_states(struct json *json)
{
	json_key(json, "enum");
	json_open_flat(json, '[');
	for (int i = 0; i < MEASURE_STATES; i++)
		json_text(json, state_key(measure_words[i].state));
	json_close(json, "]");
}

static void
add_words(struct json *json, const char *const *words, int n, bool null)
{
	json_key(json, "enum");
	json_open_flat(json, '[');
	for (int i = 0; i < n; i++)
		json_text(json, words[i]);
	if (null)
		json_raw(json, "null");
	json_close(json, "]");
}

static void
add_type(struct json *json, const struct figure *figure)
{
	static const char *const refs[] = {
		[FIGURE_NUMBER] = "number",  [FIGURE_MONTHS] = "months",
		[FIGURE_INT] = "integer",    [FIGURE_MONTH] = "month",
		[FIGURE_AGENTS] = "count",   [FIGURE_MINUTES] = "count",
		[FIGURE_FLAG] = "flag",	     [FIGURE_DATE] = "date",
		[FIGURE_ITEM] = "id",	     [FIGURE_COVERAGE] = "id",
		[FIGURE_READING] = "period", [FIGURE_STRETCH] = NULL,
	};

	json_open_member(json, figure->key, '{');
	if (figure->kind == FIGURE_WORD)
		add_words(json, choices[figure->list].words,
			  choices[figure->list].n, true);
	else if (figure->kind == FIGURE_PERIOD)
		add_words(json, period_words, COUNT_OF(period_words), false);
	else if (figure->kind == FIGURE_STATE)
		add_states(json);
	else if (figure->kind == FIGURE_STRETCH)
		schema_object(json, &figures_stretch, NULL);
	else
		schema_ref(json, refs[figure->kind]);
	json_close(json, "}");
}

void
figures_schema(struct json *json, const struct figures *figures)
{
	for (size_t i = 0; i < figures->n; i++)
		add_type(json, &figures->items[i]);
}
