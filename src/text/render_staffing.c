/* render_staffing.c - the staffing of live channels in the JSON */
#include "render_staffing.h"

#include "text/figures_json.h"

static void
add_level(struct json *json, const struct staffing_view *staffing,
	  const struct staffing_level *level)
{
	struct level_figures figures = {*level,
					{0, 0, NAN, NAN, NAN, NAN, NAN}};

	if (level->agents)
		figures.result =
			staffing_result(staffing, level, level->agents);
	json_open(json, '{');
	figures_json(json, &figures_level, &figures);
	json_close(json, "}");
}

static void
add_staffing(struct json *json, const struct staffing_view *staffing)
{
	figures_json(json, &figures_staffing, staffing);
	json_open_member(json, "objectives", '[');
	for (uint32_t i = 0; i < staffing->n; i++)
		add_level(json, staffing, &staffing->levels[i]);
	json_close(json, "]");
	json_open_member(json, "months", '[');
	for (int i = 0; i < 12; i++) {
		json_open(json, '{');
		figures_json(json, &figures_staffing_month,
			     &staffing->months[i]);
		json_close(json, "}");
	}
	json_close(json, "]");
	json_key(json, "agents_by_month");
	json_open_flat(json, '[');
	for (int i = 0; i < 12; i++)
		json_number(json, agents_shown(staffing->months[i].agents));
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
