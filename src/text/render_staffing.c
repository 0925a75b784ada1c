/* render_staffing.c - the staffing of live channels in the JSON */
#include "render_staffing.h"

/* no number of agents is none */
static double
known(int agents)
{
	return agents ? agents : (double)NAN;
}

static void
add_level(struct json *json, const struct staffing_view *staffing,
	  const struct staffing_level *level)
{
	struct staffing_result result =
		staffing_result(staffing, level, level->agents);

	json_open(json, '{');
	if (level->tier) {
		json_member(json, "tier", level->tier->object.id);
	} else {
		json_key(json, "tier");
		json_raw(json, "null");
	}
	json_number_member(json, "target", level->target);
	json_number_member(json, "within", level->within);
	json_number_member(json, "reach", known(level->reach));
	json_number_member(json, "keep", known(level->keep));
	if (level->agents) {
		json_number_member(json, "agents", result.agents);
		json_number_member(json, "paid", known(result.paid));
		json_number_member(json, "service_level", result.service_level);
		json_number_member(json, "asa", result.asa);
		json_number_member(json, "occupancy", result.occupancy);
		json_number_member(json, "abandon", result.abandon);
		json_number_member(json, "cost", result.cost);
	}
	json_close(json, "}");
}

static void
add_staffing(struct json *json, const struct staffing_view *staffing)
{
	json_number_member(json, "contacts", staffing->contacts);
	json_number_member(json, "interval", staffing->interval);
	json_number_member(json, "handle_time", staffing->handle_time);
	json_number_member(json, "each", staffing->each);
	json_number_member(json, "load", staffing->load);
	json_open_member(json, "objectives", '[');
	for (uint32_t i = 0; i < staffing->n; i++)
		add_level(json, staffing, &staffing->levels[i]);
	json_close(json, "]");
	json_key(json, "agents_by_month");
	json_open_flat(json, '[');
	for (int i = 0; i < 12; i++)
		json_number(json, known(staffing->months[i].agents));
	json_close(json, "]");
}

void
staffing_json(struct json *json, const struct view *view)
{
	json_open_member(json, "staffing", '{');
	FOR_EACH (channel, view->plan->channels) {
		const struct staffing_view *staffing =
			view->channels[channel->object.index].staffing;

		if (!staffing)
			continue;
		json_open_member(json, channel->object.id, '{');
		add_staffing(json, staffing);
		json_close(json, "}");
	}
	json_close(json, "}");
}
