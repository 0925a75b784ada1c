/* map.c - touchpoints that cover channels, units and product lines */
#include <ctype.h>

#include "rules/strategic/strategic.h"

/* names on the touchpoints; unclear where one is missing or unreadable */
struct coverage_map {
	const struct map *points;
	bool *channels; /* by channel */
	struct id_list units, lines;
	bool channels_unclear, units_unclear, lines_unclear;
};

/* folds case, as product lines are plain texts */
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
	FOR_VALUES (ref_value, ref, *channels) {
		const struct object *channel = ref_target(ref);

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
			id_list_add(&map->lines,
				    line_name(run, &lines->items[i]));
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
	FOR_EACH (touchpoint, *map->points) {
		note_channels(map, &touchpoint->channels);
		note_lines(run, map, &touchpoint->product_lines);
		if (is_set(&touchpoint->unit.at))
			id_list_add(&map->units, touchpoint->unit.id);
		else
			map->units_unclear = true;
	}
}

static void
check_channels(struct rule_run *run, const struct coverage_map *map)
{
	const struct plan *plan = run->plan;
	struct faults faults = {0};

	FOR_EACH (channel, plan->channels) {
		if (word_is(&channel->status, CHANNEL_CURRENT) &&
		    !map->channels[channel->object.index])
			faults_add(&faults, object_name(&channel->object),
				   &channel->object, NULL);
	}
	rule_find_faults(run, &plan->object, "contact_map", &faults,
			 N_("'{name}' is a current channel on no touchpoint; "
			    "add it where customers use it"),
			 N_("{count} current channels are on no touchpoint: "
			    "{names}; add each where customers use it"),
			 N_("on no touchpoint"));
}

/* Points to the first reason of each unit. Skips the contact center, which is
 * behind every channel. */
static void
check_units(struct rule_run *run, struct coverage_map *map)
{
	const struct plan *plan = run->plan;
	struct faults faults = {0};

	FOR_EACH (reason, plan->contact_reasons) {
		const struct unit *unit = reason->owner_unit.to;
		const char *id = reason->owner_unit.id;

		if (!is_set(&reason->owner_unit.at) ||
		    id_list_find(&map->units, id) || (!unit && plan->units.n) ||
		    (unit && flag_is(&unit->contact_center, true)))
			continue;
		id_list_add(&map->units, id);
		faults_add(&faults, ref_name(unit, id), &reason->object,
			   "owner_unit");
	}
	rule_find_faults(
		run, &plan->object, "contact_map", &faults,
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
	struct faults faults = {0};

	for (uint32_t i = 0; i < lines->n; i++) {
		const struct text_value *line = &lines->items[i];

		if (is_set(&line->at) &&
		    !id_list_find(&map->lines, line_name(run, line)))
			faults_add_item(&faults, line->text, &header->object,
					"product_lines", &line->at, i);
	}
	rule_find_faults(run, &run->plan->object, "contact_map", &faults,
			 N_("the product line '{name}' is on no touchpoint; "
			    "add it where its customers meet you"),
			 N_("{count} product lines are on no touchpoint: "
			    "{names}; add each where its customers meet you"),
			 N_("on no touchpoint"));
}

static void
check_issues(struct rule_run *run, const struct coverage_map *map)
{
	const bool *improved = map_improved(run, map->points);
	struct faults faults = {0};

	FOR_EACH (touchpoint, *map->points)
		if (touchpoint->issues.n &&
		    !improved[touchpoint->object.index] &&
		    !refs_tackle(&touchpoint->actions))
			faults_add(&faults, object_name(&touchpoint->object),
				   &touchpoint->object, "actions");
	if (!faults.n)
		return;
	rule_find_faults(
		run, faults.items[0].object, "actions", &faults,
		N_("'{name}' has trouble that no action tackles; name one "
		   "under `actions`"),
		N_("{count} touchpoints have trouble that no action tackles: "
		   "{names}; name one under `actions` of each"),
		N_("trouble here, too"));
}

/* Offers a touchpoint with a channel and a unit of the plan. */
static void
paste_map(struct rule_run *run)
{
	const char *unit = plan_other_unit(run->plan);
	struct buf buf = {0};

	buf_printf(&buf,
		   "contact_map:\n"
		   "  a-touchpoint:\n"
		   "    name: TODO where customers meet you\n"
		   "    stage: use\n"
		   "    channels: [%s]\n"
		   "    unit: ",
		   run->plan->channels.items[0]->id);
	paste_name(&buf, unit, "TODO the unit behind it");
	buf_putc(&buf, '\n');
	rule_paste_text(run, rule_text(run, &buf));
}

void
check_map_incomplete(struct rule_run *run)
{
	const struct map *points = &run->plan->contact_map;
	struct coverage_map map;

	if (is_unfilled(&points->at) && has_core(run->plan)) {
		rule_find(run, &run->plan->object, "contact_map",
			  N_("the plan has no contact map; list the "
			     "touchpoints where customers meet you, each with "
			     "its channels, unit and product lines"),
			  NO_ARGS);
		paste_map(run);
	}
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
