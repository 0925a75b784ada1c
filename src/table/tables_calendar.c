/* tables_calendar.c - events, and demand by month */
#include "tables.h"

#include <limits.h>

/* --- the calendar ------------------------------------------------------- */

static const struct column calendar_columns[] = {
	COLUMN("name", "Event", TEXT, .width = 30),
	COLUMN("kind", "Kind", WORD, .width = 14),
	COLUMN("start", "Start", DATE),
	COLUMN("end", "End", DATE),
	COLUMN("repeats", "Repeats", WORD),
	COLUMN("next_start", "Next start", DATE),
	COLUMN("coming", "In the next 90 days", WORD),
	COLUMN("owner", "Owner", TEXT, .from = "owner_unit", .width = 20),
	COLUMN("told", "Told", DATE, .from = "told_contact_center"),
	COLUMN("lead_days", "Notice", COUNT, .unit = N_("days")),
	COLUMN("state", "State", STATUS, .calm = true),
	COLUMN("effects", "Expected effect on contacts", TEXT, .width = 40),
	COLUMN("in_history", "In the yearly volumes", WORD),
	COLUMN("contacts", "Extra contacts", COUNT, .amount = true),
	COLUMN("audience", "Audience", COUNT, .amount = true),
	COLUMN("response", "Response", PERCENT),
	COLUMN("handle_time_change", "Change of handle time", CHANGE),
	COLUMN("confidence", "Confidence", WORD),
	COLUMN("objectives", "Objectives", TEXT),
	COLUMN("actions", "Actions", TEXT),
};

static enum state_id
event_state(const struct sheet *sheet, const struct event *event,
	    const struct event_view *view)
{
	if (event->told_contact_center.at.state == BROKEN)
		return STATE_NONE;
	if (view->lead_days == INT_MIN)
		return STATE_not_told;
	if (view->lead_days < SETTING_OF(sheet->plan, event_lead_days))
		return STATE_told_late;
	return STATE_told_in_time;
}

/* those that are over come last */
static struct order
event_order(const struct sheet *sheet, const void *item)
{
	const struct event *event = item;

	return (struct order){
		.date = sheet->view->events[event->object.index].next_start};
}

static void
event_row(struct sheet *sheet, const void *item)
{
	const struct event *event = item;
	const struct event_view *view =
		&sheet->view->events[event->object.index];
	struct buf effects = {0};

	put_date(sheet, "next_start", view->next_start);
	if (view->lead_days != INT_MIN)
		put_number(sheet, "lead_days", view->lead_days);
	put_state(sheet, "state", event_state(sheet, event, view));
	effects_add(&effects, sheet->language, &event->effects, SIZE_MAX);
	put_buf(sheet, "effects", &effects);
	put_flag(sheet, "in_history", view->in_history);
	put_number(sheet, "contacts", view->contacts);
	put_flag(sheet, "coming", view->coming);
}

/* --- demand by month ---------------------------------------------------- */

static const struct column demand_columns[] = {
	COLUMN("month", "Month", TEXT, .width = 14),
	COLUMN("index", "Index", NUMBER),
	COLUMN("volume", "Contacts", COUNT, .total = true),
	COLUMN("part", "Of these by events", COUNT, .total = true),
	COLUMN("extra", "New events add", COUNT, .total = true),
	COLUMN("all", "In all", COUNT, .live = "{volume}+{extra}",
	       .live_known = true, .total = true),
	COLUMN("events", "Events", TEXT, .width = 40),
	COLUMN("new_events", "New events", TEXT, .width = 40),
};

/* names of the events that run in the month, those of the history or new */
static void
put_events(struct sheet *sheet, const char *key, int month, bool in_history)
{
	struct names names = {.sheet = sheet};

	FOR_EACH (event, sheet->plan->calendar) {
		const struct event_view *view =
			&sheet->view->events[event->object.index];

		if (view->in_history == in_history && view->months.days[month])
			names_add_item(&names, &event->object);
	}
	put_names(sheet, key, &names);
}

static void
demand_row(struct sheet *sheet, int month)
{
	const struct view *view = sheet->view;

	sheet_new(sheet, NULL, NULL);
	put_text(sheet, "month", month_name(sheet->language, month + 1));
	put_number(sheet, "index", round(view->month_index[month] * 100) / 100);
	put_number(sheet, "volume", view->month_volume[month]);
	put_number(sheet, "part", view->month_part[month]);
	put_number(sheet, "extra", view->month_extra[month]);
	put_number(sheet, "all", view->month_all[month]);
	put_events(sheet, "events", month, true);
	put_events(sheet, "new_events", month, false);
}

/* months of which neither the index nor events tell anything are no rows */
static void
demand_fill(struct sheet *sheet)
{
	const struct int_map_value *index = &sheet->plan->demand.month_index;
	bool known = is_set(&index->at);

	for (int month = 0; month < 12; month++)
		known |= !isnan(sheet->view->month_index[month]);
	for (int month = 0; known && month < 12; month++) {
		demand_row(sheet, month);
		FOR_VALUES (int_number, number, *index)
			if (number->key == month + 1)
				put_value(sheet, "index", &number->value);
	}
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_calendar = {.entities = {"event"},
					  ROWS_OF(calendar),
					  .order = event_order,
					  COLUMNS(calendar_columns),
					  .row = event_row};

const struct table_kind table_demand = {COLUMNS(demand_columns),
					.fill = demand_fill};
