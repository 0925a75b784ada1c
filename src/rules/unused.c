/* unused.c - what is defined and never used */
#include "rules/rule.h"

/* the collections whose items wait to be used */
enum { ACTIONS, PEOPLE, UNITS, HOURS, USAGES };

static void
report(struct rule_run *run, const struct object *object, const char *message)
{
	rule_find(run, object, NULL, message,
		  ARGS(TEXT_ARG("name", object_name(object))));
}

/* what has a purpose even where nothing refers to it */
static bool
is_tied(const struct object *object, int what)
{
	const struct action *action = (const void *)object;
	const struct unit *unit = (const void *)object;

	if (what == ACTIONS)
		return object->pathed || action->prepares.at.state != ABSENT ||
		       action->improves.at.state > BLANK ||
		       (is_set(&action->status.at) &&
			action->status.word == ACTION_CANCELLED);
	return what == UNITS && is_set(&unit->contact_center.at) &&
	       unit->contact_center.on;
}

static void
report_unused(struct rule_run *run, const struct map *map, int what)
{
	static const char *const messages[USAGES] = {
		[ACTIONS] = N_("nothing refers to the action '{name}', and it "
			       "improves nothing; name it where it helps, or "
			       "add `improves`"),
		[PEOPLE] = N_("'{name}' is named nowhere in the plan; give "
			      "them a part, or take them out"),
		[UNITS] = N_("the unit '{name}' is named nowhere in the plan; "
			     "give it a part, or take it out"),
		[HOURS] = N_("no channel or tier keeps the hours '{name}'; "
			     "name them at one, or take them out"),
	};

	for (uint32_t i = 0; i < map->n && !map->unclear; i++) {
		const struct object *item = map->items[i];

		if (is_set(&item->at) && !item->named && !is_tied(item, what))
			report(run, item, messages[what]);
	}
}

/* a tier whose segments are not all known may hold any of them */
static bool
tiers_known(const struct map *tiers)
{
	FOR_EACH (tier, *tiers) {
		if (!is_set(&tier->segments.at))
			return false;
		for (uint32_t k = 0; k < tier->segments.n; k++)
			if (!ref_target(&tier->segments.items[k]))
				return false;
	}
	return tiers->n > 0;
}

static void
check_segments(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	if (!tiers_known(&plan->service_tiers))
		return;
	for (uint32_t i = 0; i < plan->segments.n; i++)
		if (is_set(&plan->segments.items[i]->at) &&
		    !run->view->segments[i].tier)
			report(run, plan->segments.items[i],
			       N_("no service tier holds the segment '{name}'; "
				  "add it to one, so that its service is "
				  "settled"));
}

/* hours wait for channels, and those for their hours */
static bool
channels_known(const struct map *channels)
{
	FOR_EACH (channel, *channels)
		if (!channel->hours.to)
			return false;
	return channels->n > 0;
}

void
check_document_unused(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	check_segments(run);
	report_unused(run, &plan->actions, ACTIONS);
	report_unused(run, &plan->people, PEOPLE);
	report_unused(run, &plan->units, UNITS);
	if (channels_known(&plan->channels))
		report_unused(run, &plan->hours, HOURS);
}
