/* map.c - the customer's way through the company */
#include <ctype.h>

#include "ces/json.h"
#include "rules/strategic/strategic.h"

/* what the touchpoints name; unclear where one doesn't tell, or wrongly */
struct coverage_map {
	const struct map *points;
	bool *channels; /* by the channel's index */
	struct roll units, lines;
	bool channels_unclear, units_unclear, lines_unclear;
};

/* product lines are texts: a capital makes no other line */
static const char *
line_name(struct rule_run *run, const struct text_value *line)
{
	char *name = arena_string(run->findings->arena, line->text);

	for (char *s = name; *s; s++)
		*s = (char)tolower((unsigned char)*s);
	return name;
}

static void
note_channels(struct coverage_map *map, const struct refs_value *channels)
{
	if (!is_set(&channels->at))
		map->channels_unclear = true;
	for (uint32_t i = 0; i < channels->n; i++) {
		const struct object *channel = ref_target(&channels->items[i]);

		if (channel)
			map->channels[channel->index] = true;
		else
			map->channels_unclear = true;
	}
}

static void
note_lines(struct rule_run *run, struct coverage_map *map,
	   const struct texts_value *lines)
{
	if (!is_set(&lines->at) && !is_unfilled(&lines->at))
		map->lines_unclear = true;
	for (uint32_t i = 0; i < lines->n; i++) {
		if (is_set(&lines->items[i].at))
			roll_add(&map->lines, line_name(run, &lines->items[i]));
		else
			map->lines_unclear = true;
	}
}

static void
note_points(struct rule_run *run, struct coverage_map *map)
{
	struct arena *arena = run->findings->arena;

	*map = (struct coverage_map){.points = &run->plan->contact_map,
				     .units = {.arena = arena},
				     .lines = {.arena = arena}};
	map->channels = arena_alloc(arena, run->plan->channels.n + 1);
	for (uint32_t i = 0; i < map->points->n; i++) {
		const struct touchpoint *point =
			ITEM(touchpoint, *map->points, i);

		note_channels(map, &point->channels);
		note_lines(run, map, &point->product_lines);
		if (is_set(&point->unit.at))
			roll_add(&map->units, point->unit.id);
		else
			map->units_unclear = true;
	}
}

static void
check_channels(struct rule_run *run, const struct coverage_map *map)
{
	const struct plan *plan = run->plan;
	struct places places = {0};

	FOR_EACH (channel, plan->channels) {
		if (word_is(&channel->status, CHANNEL_CURRENT) &&
		    !map->channels[channel->object.index])
			places_add(&places,
				   (struct place){object_name(&channel->object),
						  &channel->object, NULL, NULL,
						  0});
	}
	rule_find_places(
		run, &plan->object, "contact_map", &places,
		N_("'{name}' is a current channel on no touchpoint; add it "
		   "where customers use it"),
		N_("{count} current channels are on no touchpoint: {names}; "
		   "add each where customers use it"),
		N_("on no touchpoint"));
}

/* Each unit is shown at the first reason that it causes. The contact center
 * itself stands behind every touchpoint that has a channel. */
static void
check_units(struct rule_run *run, struct coverage_map *map)
{
	const struct plan *plan = run->plan;
	struct places places = {0};

	FOR_EACH (reason, plan->contact_reasons) {
		const struct unit *unit = reason->owner_unit.to;
		const char *id = reason->owner_unit.id;

		if (!is_set(&reason->owner_unit.at) ||
		    roll_find(&map->units, id) || (!unit && plan->units.n) ||
		    (unit && flag_is(&unit->contact_center, true)))
			continue;
		roll_add(&map->units, id);
		places_add(&places,
			   (struct place){named(unit, id), &reason->object,
					  "owner_unit", NULL, 0});
	}
	rule_find_places(
		run, &plan->object, "contact_map", &places,
		N_("'{name}' causes contacts and stands behind no touchpoint; "
		   "add the one where customers feel its work"),
		N_("{count} units cause contacts and stand behind no "
		   "touchpoint: {names}; add those where customers feel their "
		   "work"),
		N_("causes these contacts"));
}

static void
check_lines(struct rule_run *run, const struct coverage_map *map)
{
	const struct header *header = &run->plan->plan;
	const struct texts_value *lines = &header->product_lines;
	struct places places = {0};

	for (uint32_t i = 0; i < lines->n; i++)
		if (is_set(&lines->items[i].at) &&
		    !roll_find(&map->lines, line_name(run, &lines->items[i])))
			places_add(&places,
				   (struct place){lines->items[i].text,
						  &header->object,
						  "product_lines",
						  &lines->items[i].at, i});
	rule_find_places(
		run, &run->plan->object, "contact_map", &places,
		N_("the product line '{name}' is on no touchpoint; add it "
		   "where its customers meet you"),
		N_("{count} product lines are on no touchpoint: {names}; add "
		   "each where its customers meet you"),
		N_("on no touchpoint"));
}

static void
check_issues(struct rule_run *run, const struct coverage_map *map)
{
	const bool *improved = map_improved(run, map->points);
	struct places places = {0};

	for (uint32_t i = 0; i < map->points->n; i++) {
		const struct touchpoint *point =
			ITEM(touchpoint, *map->points, i);

		if (point->issues.n && !improved[i] &&
		    !refs_tackle(&point->actions))
			places_add(&places,
				   (struct place){object_name(&point->object),
						  &point->object, "actions",
						  NULL, 0});
	}
	if (!places.n)
		return;
	rule_find_places(
		run, places.items[0].object, "actions", &places,
		N_("'{name}' has trouble that no action tackles; name one "
		   "under `actions`"),
		N_("{count} touchpoints have trouble that no action tackles: "
		   "{names}; name one under `actions` of each"),
		N_("trouble here, too"));
}

/* A touchpoint of a channel and a unit that the plan has, to begin with. */
static void
paste_map(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const char *unit = plan_other_unit(plan);
	struct buf buf = {0};

	buf_printf(&buf,
		   "contact_map:\n"
		   "  a-touchpoint:\n"
		   "    name: TODO where customers meet you\n"
		   "    stage: use\n"
		   "    channels: [%s]\n"
		   "    unit: ",
		   plan->channels.items[0]->id);
	paste_name(&buf, unit, "TODO the unit behind it");
	buf_putc(&buf, '\n');
	rule_paste_text(run, rule_text(run, &buf));
}

static void
report_none(struct rule_run *run)
{
	rule_find(run, &run->plan->object, "contact_map",
		  N_("the plan has no contact map; list the touchpoints where "
		     "customers meet you, each with its channels, unit and "
		     "product lines"),
		  NO_ARGS);
	paste_map(run);
}

void
check_map_incomplete(struct rule_run *run)
{
	const struct map *points = &run->plan->contact_map;
	struct coverage_map map;

	if (is_unfilled(&points->at) && has_core(run->plan))
		report_none(run);
	if (!points->n)
		return;
	note_points(run, &map);
	if (!map.channels_unclear)
		check_channels(run, &map);
	if (!map.units_unclear)
		check_units(run, &map);
	if (!map.lines_unclear)
		check_lines(run, &map);
	check_issues(run, &map);
}
