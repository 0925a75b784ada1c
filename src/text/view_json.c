/* view_json.c - everything that was worked out from a plan, as JSON */
#include "json_parts.h"

#include <limits.h>

#include "ces/measure.h"

static void
entry_word(struct json *json, const char *key, enum choices_id list, int word)
{
	json_member(json, key, word < 0 ? NULL : choices[list].words[word]);
}

static void
add_reason(struct json *json, const struct view *view, uint32_t i)
{
	const struct reason_view *reason = &view->reasons[i];

	json_number_member(json, "volume", reason->volume);
	json_number_member(json, "cost", reason->cost);
	json_number_member(json, "revenue", reason->revenue);
	json_number_member(json, "net", reason->net);
	json_number_member(json, "rate", reason->rate);
	json_number_member(json, "share", reason->share);
	json_number_member(json, "cumulative", reason->cumulative);
	json_number_member(json, "planned", reason->planned);
	json_number_member(json, "saving", reason->saving);
	entry_word(json, "quadrant", CHOICE_disposition, reason->quadrant);
	json_flag_member(json, "agrees", reason->agrees);
}

static void
add_channel(struct json *json, const struct view *view, uint32_t i)
{
	const struct channel_view *channel = &view->channels[i];

	json_number_member(json, "volume", channel->volume);
	json_number_member(json, "reasons_volume", channel->reasons_volume);
	json_number_member(json, "share", channel->share);
	json_number_member(json, "cost", channel->cost);
	json_number_member(json, "week_hours", channel->week_hours);
	json_number_member(json, "handle_time", channel->handle_time);
	json_number_member(json, "agents", channel->agents);
	json_flag_member(json, "live", channel->live);
}

static void
add_coverage(struct json *json, const struct coverage *coverage)
{
	json_open_member(json, coverage->channel->object.id, '{');
	json_number_member(json, "preference", coverage->preference);
	json_member(json, "hours",
		    coverage->hours ? coverage->hours->object.id : NULL);
	json_number_member(json, "wanted_minutes", coverage->wanted);
	json_number_member(json, "offered_minutes", coverage->offered);
	json_number_member(json, "common_minutes", coverage->common);
	json_number_member(json, "percent", coverage->percent);
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
	for (uint32_t k = 0; k < segment->n; k++)
		add_coverage(json, &segment->channels[k]);
	json_close(json, "}");
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
	json_number_member(json, "latest",
			   measure->latest ? measure->latest_value : NAN);
	json_member(json, "latest_period", period.n ? period.p : NULL);
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
	json_number_member(json, "gap", measure->gap);
	json_number_member(json, "progress", measure->progress);
	json_number_member(json, "planned", measure->planned);
	json_number_member(json, "line", measure->line);
	json_number_member(json, "margin", measure->margin);
	json_member(json, "state", state_word(measure->state));
	json_flag_member(json, "stale", measure->stale);
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
	entry_date(json, "next_start", event->next_start);
	entry_date(json, "next_end", event->next_end);
	json_number_member(json, "contacts", event->contacts);
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
	for (int i = 0; i < 12; i++) {
		if (isfinite(view->month_volume[i]))
			json_number(json, view->month_volume[i]);
		else
			json_raw(json, "null");
	}
	json_close(json, "]}");
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
	json_number_member(json, "load", staffing->load);
	json_number_member(json, "agents", staffing->agents);
	json_number_member(json, "paid", staffing->paid);
	json_number_member(json, "service_level", staffing->service_level);
	json_number_member(json, "asa", staffing->asa);
	json_number_member(json, "occupancy", staffing->occupancy);
	json_number_member(json, "target", staffing->target);
	json_number_member(json, "within", staffing->within);
	json_number_member(json, "cost", staffing->cost);
	json_number_member(json, "abandon", staffing->abandon);
	json_close(json, "}");
}

static void
add_case(struct json *json, const struct case_view *business)
{
	json_open_member(json, "business_case", '{');
	json_number_member(json, "saving", business->saving);
	json_number_member(json, "revenue", business->revenue);
	json_number_member(json, "at_risk", business->at_risk);
	json_number_member(json, "worth", business->worth);
	json_number_member(json, "invested", business->invested);
	json_number_member(json, "asked", business->asked);
	json_number_member(json, "decisions_asked", business->decisions_asked);
	json_number_member(json, "payback_months", business->payback_months);
	json_close(json, "}");
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
	json_close(json, "}");
}
