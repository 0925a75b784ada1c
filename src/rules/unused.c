/* unused.c - items that are defined and never used */
#include "rules/rule.h"

/* collections whose items need a reference */
enum { ACTIONS, PEOPLE, UNITS, HOURS, USAGES };

static void
report(struct rule_run *run, const struct object *object, const char *message)
{
	rule_find(run, object, NULL, message,
		  ARGS(TEXT_ARG("name", object_name(object))));
}

/* exempts items with a purpose of their own */
static bool
is_tied(const struct object *object, int what)
{
	const struct action *action = (const void *)object;
	const struct unit *unit = (const void *)object;

	if (what == ACTIONS)
		return object->pathed || action->prepares.at.state != ABSENT ||
		       action->improves.at.state > BLANK ||
		       word_is(&action->status, ACTION_CANCELLED);
	return what == UNITS && flag_is(&unit->contact_center, true);
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
		[HOURS] = N_("no channel or tier uses the hours '{name}'; name "
			     "them in one, or take them out"),
	};

	for (uint32_t i = 0; i < map->n && !map->unclear; i++) {
		const struct object *item = map->items[i];

		if (is_set(&item->at) && !item->named && !is_tied(item, what))
			report(run, item, messages[what]);
	}
}

/* Skips plans in which a tier's segments are unknown: they may be any. */
static void
check_segments(struct rule_run *run)
{
	const struct plan *plan = run->plan;

	FOR_EACH (tier, plan->service_tiers) {
		if (!is_set(&tier->segments.at))
			return;
		FOR_VALUES (ref_value, ref, tier->segments)
			if (!ref_target(ref))
				return;
	}
	FOR_EACH (segment, plan->segments)
		if (plan->service_tiers.n && is_set(&segment->object.at) &&
		    !FIGURES(run, segments, segment)->tier)
			report(run, &segment->object,
			       N_("no service tier holds the segment '{name}'; "
				  "add it to one, so that its service is "
				  "settled"));
}

/* Skips hours where those of a channel are unknown: they may be any. */
void
check_document_unused(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	bool known = plan->channels.n > 0;

	FOR_EACH (channel, plan->channels)
		known &= channel->hours.to != NULL;
	check_segments(run);
	report_unused(run, &plan->actions, ACTIONS);
	report_unused(run, &plan->people, PEOPLE);
	report_unused(run, &plan->units, UNITS);
	if (known)
		report_unused(run, &plan->hours, HOURS);
}
