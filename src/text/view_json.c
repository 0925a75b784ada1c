/* view_json.c - everything that was worked out from a plan, as JSON */
#include "json_parts.h"

#include <limits.h>

#include "ces/measure.h"

static void
entry_word(struct json *json, const char *key, enum choices_id list, int word)
{
	entry_text(json, key, word < 0 ? NULL : choices[list].words[word]);
}

static void
add_reason(struct json *json, const struct view *view, uint32_t i)
{
	const struct reason_view *reason = &view->reasons[i];

	entry_number(json, "volume", reason->volume);
	entry_number(json, "cost", reason->cost);
	entry_number(json, "revenue", reason->revenue);
	entry_number(json, "net", reason->net);
	entry_number(json, "rate", reason->rate);
	entry_number(json, "share", reason->share);
	entry_number(json, "cumulative", reason->cumulative);
	entry_number(json, "planned", reason->planned);
	entry_number(json, "saving", reason->saving);
	entry_word(json, "quadrant", CHOICE_disposition, reason->quadrant);
	entry_flag(json, "agrees", reason->agrees);
}

static void
add_channel(struct json *json, const struct view *view, uint32_t i)
{
	const struct channel_view *channel = &view->channels[i];

	entry_number(json, "volume", channel->volume);
	entry_number(json, "reasons_volume", channel->reasons_volume);
	entry_number(json, "share", channel->share);
	entry_number(json, "cost", channel->cost);
	entry_number(json, "week_hours", channel->week_hours);
	entry_number(json, "handle_time", channel->handle_time);
	entry_number(json, "agents", channel->agents);
	entry_flag(json, "live", channel->live);
}

static void
add_coverage(struct json *json, const struct coverage *coverage)
{
	json_key(json, coverage->channel->object.id);
	json_open(json, '{');
	entry_number(json, "preference", coverage->preference);
	entry_text(json, "hours",
		   coverage->hours ? coverage->hours->object.id : NULL);
	entry_number(json, "wanted_minutes", coverage->wanted);
	entry_number(json, "offered_minutes", coverage->offered);
	entry_number(json, "common_minutes", coverage->common);
	entry_number(json, "percent", coverage->percent);
	json_close(json, '}');
}

static void
add_segment(struct json *json, const struct view *view, uint32_t i)
{
	const struct segment_view *segment = &view->segments[i];

	entry_text(json, "tier",
		   segment->tier ? segment->tier->object.id : NULL);
	entry_number(json, "alignment", segment->alignment);
	entry_number(json, "coverage", segment->coverage);
	json_key(json, "channels");
	json_open(json, '{');
	for (uint32_t k = 0; k < segment->n; k++)
		add_coverage(json, &segment->channels[k]);
	json_close(json, '}');
}

static const char *
state_word(enum measure_state state)
{
	static const char *const words[] = {
		[MEASURE_NO_READING] = "no_reading",
		[MEASURE_ON_TRACK] = "on_track",
		[MEASURE_BEHIND] = "behind",
		[MEASURE_REACHED] = "reached",
		[MEASURE_IN_RANGE] = "in_range",
		[MEASURE_OUT_OF_RANGE] = "out_of_range",
	};

	return words[state];
}

static void
add_latest(struct json *json, const struct measure_view *measure)
{
	struct buf period = {0};

	if (measure->latest)
		period_write(&period, measure->latest->period.period);
	entry_number(json, "latest",
		     measure->latest ? measure->latest_value : NAN);
	entry_text(json, "latest_period", period.n ? period.p : NULL);
	buf_free(&period);
}

static void
add_measure(struct json *json, const struct view *view, uint32_t i)
{
	const struct measure_view *measure = &view->measures[i];

	entry_word(json, "unit", CHOICE_measure_unit, measure->unit);
	entry_word(json, "direction", CHOICE_direction, measure->direction);
	entry_word(json, "family", CHOICE_family, measure->family);
	add_latest(json, measure);
	entry_number(json, "gap", measure->gap);
	entry_number(json, "progress", measure->progress);
	entry_number(json, "planned", measure->planned);
	entry_number(json, "line", measure->line);
	entry_number(json, "margin", measure->margin);
	entry_text(json, "state", state_word(measure->state));
	entry_flag(json, "stale", measure->stale);
}

static void
add_action(struct json *json, const struct view *view, uint32_t i)
{
	const struct action_view *action = &view->actions[i];

	entry_flag(json, "open", action->open);
	entry_number(json, "overdue_days", action->overdue);
	entry_flag(json, "due_soon", action->due_soon);
	entry_flag(json, "unowned", action->unowned);
}

static void
add_event(struct json *json, const struct view *view, uint32_t i)
{
	const struct event_view *event = &view->events[i];

	entry_number(json, "lead_days",
		     event->lead_days == INT_MIN ? (double)NAN
						 : event->lead_days);
	entry_flag(json, "coming", event->coming);
	entry_date(json, "next_start", event->next_start);
	entry_date(json, "next_end", event->next_end);
	entry_number(json, "contacts", event->contacts);
}

static void
add_items(struct json *json, const char *key, const struct view *view,
	  const struct map *map,
	  void (*add)(struct json *, const struct view *, uint32_t))
{
	json_key(json, key);
	json_open(json, '{');
	for (uint32_t i = 0; i < map->n; i++) {
		json_key(json, map->items[i]->id);
		json_open(json, '{');
		add(json, view, i);
		json_close(json, '}');
	}
	json_close(json, '}');
}

static void
add_contacts(struct json *json, const struct view *view)
{
	json_key(json, "contacts");
	json_open(json, '{');
	entry_number(json, "volume", view->contacts);
	entry_number(json, "cost", view->contact_cost);
	entry_number(json, "revenue", view->contact_revenue);
	entry_number(json, "rate", view->contact_rate);
	entry_number(json, "failure_share", view->failure_share);
	entry_number(json, "planned", view->planned_contacts);
	json_key(json, "by_month");
	json_open_flat(json, '[');
	for (int i = 0; i < 12; i++) {
		if (isfinite(view->month_volume[i]))
			json_number(json, view->month_volume[i]);
		else
			json_raw(json, "null");
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void
add_staffing(struct json *json, const struct staffing_view *staffing)
{
	json_key(json, "staffing");
	if (!staffing->known) {
		json_raw(json, "null");
		return;
	}
	json_open(json, '{');
	entry_number(json, "load", staffing->load);
	entry_number(json, "agents", staffing->agents);
	entry_number(json, "paid", staffing->paid);
	entry_number(json, "service_level", staffing->service_level);
	entry_number(json, "asa", staffing->asa);
	entry_number(json, "occupancy", staffing->occupancy);
	entry_number(json, "target", staffing->target);
	entry_number(json, "within", staffing->within);
	entry_number(json, "cost", staffing->cost);
	entry_number(json, "abandon", staffing->abandon);
	json_close(json, '}');
}

static void
add_case(struct json *json, const struct case_view *business)
{
	json_key(json, "business_case");
	json_open(json, '{');
	entry_number(json, "saving", business->saving);
	entry_number(json, "revenue", business->revenue);
	entry_number(json, "at_risk", business->at_risk);
	entry_number(json, "worth", business->worth);
	entry_number(json, "invested", business->invested);
	entry_number(json, "asked", business->asked);
	entry_number(json, "decisions_asked", business->decisions_asked);
	entry_number(json, "payback_months", business->payback_months);
	json_close(json, '}');
}

void
view_json(struct json *json, const struct view *view)
{
	const struct plan *plan = view->plan;

	json_open(json, '{');
	add_contacts(json, view);
	add_items(json, "contact_reasons", view, &plan->contact_reasons,
		  add_reason);
	add_items(json, "channels", view, &plan->channels, add_channel);
	add_items(json, "segments", view, &plan->segments, add_segment);
	add_items(json, "measures", view, &plan->measures, add_measure);
	add_items(json, "actions", view, &plan->actions, add_action);
	add_items(json, "calendar", view, &plan->calendar, add_event);
	add_staffing(json, &view->staffing);
	add_case(json, &view->business);
	json_close(json, '}');
}
