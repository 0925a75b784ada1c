/* customers.c - segments, and the touchpoints where they meet the company */
#include <ctype.h>

#include "rules/rule.h"

void
check_segments_thin(struct rule_run *run)
{
	const struct map *segments = &run->plan->segments;
	const struct object *only =
		segments->n == 1 ? segments->items[0] : NULL;

	if (only && is_set(&segments->at) && is_set(&only->at))
		rule_find_args(run, &run->plan->object, "segments",
			       N_("'{name}' is the only segment here; describe "
				  "two at least, so that the plan can treat "
				  "customers differently"),
			       ARGS(object_arg("name", only)));
}

/* Skips evidence with an unreadable date or kind. */
static void
check_evidence(struct rule_run *run, const struct segment *segment)
{
	double months = SETTING_OF(run->plan, evidence_months);
	struct date newest = {0};
	bool opinion = true;

	FOR_EACH (evidence, segment->evidence) {
		if (!is_set(&evidence->object.at) ||
		    is_unclear(&evidence->date.at) ||
		    is_unclear(&evidence->kind.at))
			return;
		opinion &= word_is(&evidence->kind, EVIDENCE_OPINION);
		if (is_set(&evidence->date.at) &&
		    (!newest.year ||
		     date_compare(evidence->date.date, newest) > 0))
			newest = evidence->date.date;
	}
	if (opinion)
		rule_find(run, &segment->object, "evidence",
			  N_("all that is known of '{name}' is opinion; ask "
			     "these customers, or look at what they do"));
	else if (newest.year && !plan_is_retired(run->plan) &&
		 is_older(newest, run->view->as_of, months))
		rule_find_args(run, &segment->object, "evidence",
			       N_("the newest dated evidence about '{name}' is "
				  "from {date}, past the {months}-month limit; "
				  "check whether it still holds"),
			       ARGS(DATE_ARG("date", newest),
				    COUNT_ARG("months", months)));
}

static bool
is_empty(const struct mark *at, uint32_t n)
{
	return is_unfilled(at) || (is_set(at) && n == 0);
}

void
check_segments_no_evidence(struct rule_run *run, const struct segment *segment)
{
	if (is_empty(&segment->evidence.at, segment->evidence.n))
		rule_missing(run, &segment->object, "evidence",
			     N_("'{name}' has no evidence; add the survey, the "
				"figures or the interviews behind it"));
	else if (is_set(&segment->evidence.at))
		check_evidence(run, segment);
}

void
check_segments_little_known(struct rule_run *run, const struct segment *segment)
{
	const struct behaviors *behaviors = &segment->behaviors;

	if (is_unfilled(&segment->revenue_share.at) &&
	    is_unfilled(&segment->lifetime_value.at) &&
	    is_unfilled(&segment->margin.at) &&
	    !is_unclear(&behaviors->object.at) &&
	    is_unfilled(&behaviors->purchases_per_year.at) &&
	    is_empty(&behaviors->other_channels.at,
		     behaviors->other_channels.n) &&
	    is_empty(&segment->knowledge_gaps.at, segment->knowledge_gaps.n))
		rule_missing(run, &segment->object, "knowledge_gaps",
			     N_("the plan says nothing about revenue, buying "
				"habits and other channels of '{name}'; add "
				"what you know, or name in `knowledge_gaps` "
				"what you want to find out"));
}

/* touchpoints' names; unclear where one is missing or unreadable */
struct coverage_map {
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
note_point(struct rule_run *run, struct coverage_map *map,
	   const struct touchpoint *point)
{
	map->channels_unclear |=
		!is_set(&point->channels.at) || refs_unclear(&point->channels);
	FOR_TARGETS (channel, point->channels)
		map->channels[channel->object.index] = true;
	map->lines_unclear |= is_unclear(&point->product_lines.at);
	FOR_VALUES (text_value, line, point->product_lines) {
		if (is_set(&line->at))
			id_list_add(&map->lines, line_name(run, line));
		else
			map->lines_unclear = true;
	}
	if (is_set(&point->unit.at))
		id_list_add(&map->units, point->unit.id);
	else
		map->units_unclear = true;
}

static void
check_channels(struct rule_run *run, const struct coverage_map *map)
{
	struct faults faults = {.of = "channels"};

	FOR_EACH (channel, run->plan->channels)
		if (word_is(&channel->status, CHANNEL_CURRENT) &&
		    !map->channels[channel->object.index])
			faults_add(run, &faults, object_name(&channel->object),
				   &channel->object, NULL);
	rule_find_faults(run, &run->plan->object, "contact_map", &faults,
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
	struct faults faults = {.of = "units"};

	FOR_EACH (reason, plan->contact_reasons) {
		const struct unit *unit = reason->owner_unit.to;
		const char *id = reason->owner_unit.id;

		if (!is_set(&reason->owner_unit.at) ||
		    id_list_find(&map->units, id) || (!unit && plan->units.n) ||
		    (unit && flag_is(&unit->contact_center, true)))
			continue;
		id_list_add(&map->units, id);
		faults_add(run, &faults, ref_name(unit, id), &reason->object,
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
	struct faults faults = {.of = "plan.product_lines"};

	for (uint32_t i = 0; i < header->product_lines.n; i++) {
		const struct text_value *line = &header->product_lines.items[i];

		if (is_set(&line->at) &&
		    !id_list_find(&map->lines, line_name(run, line)))
			faults_add_at(&faults, line->text,
				      rule_item(run, &header->object,
						"product_lines", i, &line->at));
	}
	rule_find_faults(run, &run->plan->object, "contact_map", &faults,
			 N_("the product line '{name}' is on no touchpoint; "
			    "add it where its customers meet you"),
			 N_("{count} product lines are on no touchpoint: "
			    "{names}; add each where its customers meet you"),
			 N_("on no touchpoint"));
}

static void
check_issues(struct rule_run *run)
{
	const struct map *points = &run->plan->contact_map;
	const bool *improved = map_improved(run, points);
	const struct object *first = NULL;
	struct faults faults = {0};

	FOR_EACH (touchpoint, *points) {
		if (!touchpoint->issues.n ||
		    improved[touchpoint->object.index] ||
		    refs_tackle(&touchpoint->actions))
			continue;
		if (!first)
			first = &touchpoint->object;
		faults_add(run, &faults, object_name(&touchpoint->object),
			   &touchpoint->object, "actions");
	}
	rule_find_faults(
		run, first, "actions", &faults,
		N_("'{name}' has trouble that no action tackles; name one "
		   "under `actions`"),
		N_("{count} touchpoints have trouble that no action tackles: "
		   "{names}; name one under `actions` of each"),
		N_("trouble here, too"));
}

/* Offers a touchpoint with a channel and a unit of the plan. */
void
check_map_incomplete(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct arena *arena = run->findings->arena;
	struct coverage_map map = {
		.channels = rule_array(run, &plan->channels, sizeof(bool)),
		.units = {.arena = arena},
		.lines = {.arena = arena}};

	if (is_unfilled(&plan->contact_map.at) && has_core(plan)) {
		rule_missing(run, &plan->object, "contact_map",
			     N_("the plan has no contact map; list the "
				"touchpoints where customers meet you, each "
				"with its channels, unit and product lines"));
	}
	if (!plan->contact_map.n || is_unclear(&plan->contact_map.at))
		return;
	FOR_EACH (touchpoint, plan->contact_map)
		note_point(run, &map, touchpoint);
	if (!map.channels_unclear)
		check_channels(run, &map);
	if (!map.units_unclear)
		check_units(run, &map);
	if (!map.lines_unclear)
		check_lines(run, &map);
	check_issues(run);
}
