/* render_json.c - everything about a plan as JSON, for programs */
#include "ces/render.h"

#include <limits.h>
#include <stdlib.h>

#include "ces/finding.h"
#include "ces/json.h"
#include "table/tables.h"
#include "json_plan.h"
#include "render_staffing.h"

enum { FORMAT = 1 };

static void
add_date(struct json *json, const char *key, struct date date)
{
	struct buf buf = {0};

	if (date.year)
		date_write(&buf, date);
	json_member(json, key, buf.p);
	buf_free(&buf);
}

/* --- figures that were worked out, by the items' ids ---------------------- */

static void
add_word(struct json *json, const char *key, enum choices_id list, int word)
{
	json_member(json, key, word < 0 ? NULL : choices[list].words[word]);
}

static void
add_reason(struct json *json, const struct view *view, uint32_t i)
{
	const struct reason_view *reason = &view->reasons[i];

	json_flag_member(json, "counted", reason->counted);
	json_number_member(json, "volume", reason->volume);
	json_number_member(json, "cost", reason->cost);
	json_number_member(json, "revenue", reason->revenue);
	json_number_member(json, "net", reason->net);
	json_number_member(json, "rate", reason->rate);
	json_number_member(json, "share", reason->share);
	json_number_member(json, "cumulative", reason->cumulative);
	json_number_member(json, "planned", reason->planned);
	json_number_member(json, "saving", reason->saving);
	json_member(json, "paid_by",
		    reason->paid_by ? reason->paid_by->object.id : NULL);
	add_word(json, "quadrant", CHOICE_disposition, reason->quadrant);
	json_flag_member(json, "agrees", reason->agrees);
}

static void
add_channel(struct json *json, const struct view *view, uint32_t i)
{
	const struct channel_view *channel = &view->channels[i];

	json_number_member(json, "volume", channel->volume);
	json_number_member(json, "reasons_volume", channel->reasons_volume);
	json_number_member(json, "unanswered", channel->unanswered);
	json_number_member(json, "share", channel->share);
	json_number_member(json, "cost", channel->cost);
	json_number_member(json, "week_hours", channel->week_hours);
	json_number_member(json, "handle_time", channel->handle_time);
	json_number_member(json, "agents", channel->agents);
	json_flag_member(json, "live", channel->live);
}

static void
add_worst(struct json *json, const struct low_stretch *worst)
{
	if (!worst->first.year)
		return;
	json_open_member(json, "worst", '{');
	add_date(json, "first", worst->first);
	add_date(json, "last", worst->last);
	json_number_member(json, "percent", worst->percent);
	json_close(json, "}");
}

static void
add_segment(struct json *json, const struct view *view, uint32_t i)
{
	const struct segment_view *segment = &view->segments[i];

	json_member(json, "tier",
		    segment->tier ? segment->tier->object.id : NULL);
	json_number_member(json, "alignment", segment->alignment);
	json_number_member(json, "coverage", segment->coverage);
	json_open_member(json, "channels", '{');
	for (uint32_t k = 0; k < segment->n; k++) {
		const struct coverage *at = &segment->channels[k];

		json_open_member(json, at->channel->object.id, '{');
		json_number_member(json, "preference", at->preference);
		json_member(json, "hours",
			    at->hours ? at->hours->object.id : NULL);
		json_flag_member(json, "waits", at->waits);
		json_number_member(json, "wanted_minutes", at->wanted);
		json_number_member(json, "offered_minutes",
				   at->waits ? NAN : (double)at->offered);
		json_number_member(json, "common_minutes",
				   at->waits ? NAN : (double)at->common);
		json_number_member(json, "percent", at->percent);
		add_worst(json, &at->worst);
		json_close(json, "}");
	}
	json_close(json, "}");
}

static void
add_measure(struct json *json, const struct view *view, uint32_t i)
{
	const struct measure_view *measure = &view->measures[i];
	const struct actual *latest = measure->latest;
	struct buf period = {0};

	add_word(json, "unit", CHOICE_measure_unit, measure->unit);
	add_word(json, "direction", CHOICE_direction, measure->direction);
	add_word(json, "family", CHOICE_family, measure->family);
	if (latest)
		period_write(&period, latest->period.period);
	json_number_member(json, "latest",
			   latest ? measure->latest_value : NAN);
	json_member(json, "latest_period", period.p);
	json_number_member(json, "gap", measure->gap);
	json_number_member(json, "progress", measure->progress);
	json_number_member(json, "planned", measure->planned);
	json_number_member(json, "line", measure->line);
	json_number_member(json, "margin", measure->margin);
	json_member(json, "state",
		    state_key(measure_words[measure->state].state));
	json_flag_member(json, "stale", measure->stale);
	buf_free(&period);
}

static void
add_action(struct json *json, const struct view *view, uint32_t i)
{
	const struct action_view *action = &view->actions[i];

	json_flag_member(json, "open", action->open);
	json_number_member(json, "overdue_days", action->overdue);
	json_flag_member(json, "due_soon", action->due_soon);
	json_flag_member(json, "unowned", action->unowned);
}

static void
add_event(struct json *json, const struct view *view, uint32_t i)
{
	const struct event_view *event = &view->events[i];

	json_number_member(json, "lead_days",
			   event->lead_days == INT_MIN ? (double)NAN
						       : event->lead_days);
	json_flag_member(json, "coming", event->coming);
	add_date(json, "next_start", event->next_start);
	add_date(json, "next_end", event->next_end);
	json_number_member(json, "contacts", event->contacts);
	json_flag_member(json, "in_history", event->in_history);
}

static void
add_items(struct json *json, const char *key, const struct view *view,
	  const struct map *map,
	  void (*add)(struct json *, const struct view *, uint32_t))
{
	json_open_member(json, key, '{');
	for (uint32_t i = 0; i < map->n; i++) {
		json_open_member(json, map->items[i]->id, '{');
		add(json, view, i);
		json_close(json, "}");
	}
	json_close(json, "}");
}

static void
add_contacts(struct json *json, const struct view *view)
{
	json_open_member(json, "contacts", '{');
	json_number_member(json, "volume", view->contacts);
	json_number_member(json, "cost", view->contact_cost);
	json_number_member(json, "revenue", view->contact_revenue);
	json_number_member(json, "rate", view->contact_rate);
	json_number_member(json, "failure_share", view->failure_share);
	json_number_member(json, "planned", view->planned_contacts);
	json_key(json, "by_month");
	json_open_flat(json, '[');
	for (int i = 0; i < 12; i++)
		json_number(json, view->month_volume[i]);
	json_close(json, "]");
	json_key(json, "new_by_month");
	json_open_flat(json, '[');
	for (int i = 0; i < 12; i++)
		json_number(json, view->month_extra[i]);
	json_close(json, "]}");
}

static void
add_case(struct json *json, const struct case_view *business)
{
	json_open_member(json, "business_case", '{');
	json_number_member(json, "saving", business->saving);
	json_number_member(json, "funded", business->funded);
	json_number_member(json, "at_risk", business->at_risk);
	json_number_member(json, "worth", business->worth);
	json_number_member(json, "invested", business->invested);
	json_number_member(json, "asked", business->asked);
	json_number_member(json, "decisions_asked", business->decisions_asked);
	json_number_member(json, "payback_months", business->payback_months);
	json_close(json, "}");
}

/* --- tables --------------------------------------------------------------- */

static void
add_cell(struct json *json, const struct column *column,
	 const struct cell *cell)
{
	if (cell->text)
		json_member(json, column->key, cell->text);
	else if (cell->date.year)
		add_date(json, column->key, cell->date);
	else
		json_number_member(json, column->key, cell->number);
}

static void
add_tables(struct json *json, const struct review *review)
{
	struct tables tables;

	tables_make(&tables, review);
	json_open_member(json, "tables", '{');
	for (size_t t = 0; t < tables.n; t++) {
		const struct table *table = &tables.items[t];

		json_open_member(json, table->key, '[');
		for (size_t row = 0; row < table->rows; row++) {
			json_open(json, '{');
			for (size_t i = 0; i < table->column_count; i++)
				if (!table->columns[i].sheet_only)
					add_cell(json, &table->columns[i],
						 table_cell(table, row, i));
			json_close(json, "}");
		}
		json_close(json, "]");
	}
	json_close(json, "}");
	tables_release(&tables);
}

/* --- findings; their keys are those of ces check --format json ------------ */

/* Looks up lines in a copy of the source, as the review is only read. */
static void
add_findings(struct json *json, const struct review *review)
{
	struct source source = review->source;

	source.lines = NULL;
	source.line_count = 0;
	json_open_member(json, "findings", '[');
	for (size_t i = 0; i < review->findings.n; i++)
		finding_json(json, review->language, &source,
			     &review->findings.items[i], false);
	json_close(json, "]");
	free(source.lines);
}

static void
render(struct buf *out, const struct review *review)
{
	const struct plan *plan = review->plan;
	const struct view *view = review->view;
	struct json json = {.buf = out};

	json_open(&json, '{');
	json_number_member(&json, "format", FORMAT);
	tool_json(&json);
	add_date(&json, "as_of", view->as_of);
	json_key(&json, "plan");
	plan_json(&json, &plan->object);
	json_open_member(&json, "derived", '{');
	add_contacts(&json, view);
	add_items(&json, "contact_reasons", view, &plan->contact_reasons,
		  add_reason);
	add_items(&json, "channels", view, &plan->channels, add_channel);
	add_items(&json, "segments", view, &plan->segments, add_segment);
	add_items(&json, "measures", view, &plan->measures, add_measure);
	add_items(&json, "actions", view, &plan->actions, add_action);
	add_items(&json, "calendar", view, &plan->calendar, add_event);
	staffing_json(&json, view);
	add_case(&json, &view->business);
	json_close(&json, "}");
	add_tables(&json, review);
	add_findings(&json, review);
	summary_json(&json, review);
	readiness_json(&json, &review->readiness, true);
	json_close(&json, "}");
	buf_putc(out, '\n');
}

const struct renderer render_json = {
	.format = {"json", ".json",
		   N_("for programs: the plan, all figures, tables and "
		      "findings"),
		   own_json},
	.text = render,
};
