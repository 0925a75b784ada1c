/* links.c - segments in two tiers, and the one contact center */
#include "rules/rule.h"

/* a segment's first tier */
struct membership {
	const struct tier *tier;
	uint32_t item; /* of its segments */
};

static void
report_second(struct rule_run *run, const struct tier *tier, uint32_t item,
	      const struct membership *first)
{
	const struct ref_value *ref = &tier->segments.items[item];
	const struct tier *other = first->tier;

	rule_find_at(run, &tier->object, &ref->at,
		     rule_item_path(run, &tier->object, "segments", item),
		     N_("'{segment}' is in two tiers, '{first}' and "
			"'{second}'; take it out of one"),
		     ARGS(TEXT_ARG("segment", ref->id),
			  NAME_ARG("first", other), NAME_ARG("second", tier)));
	rule_relate_at(
		run, &other->segments.items[first->item].at,
		rule_item_path(run, &other->object, "segments", first->item),
		N_("its first tier"));
}

void
check_document_two_tiers(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct membership *first = arena_alloc(
		run->findings->arena, (plan->segments.n + 1) * sizeof(*first));

	FOR_EACH (tier, plan->service_tiers) {
		for (uint32_t i = 0; i < tier->segments.n; i++) {
			const struct object *segment =
				ref_target(&tier->segments.items[i]);
			struct membership *at;

			if (!segment)
				continue;
			at = &first[segment->index];
			if (!at->tier)
				*at = (struct membership){tier, i};
			else if (at->tier != tier)
				report_second(run, tier, i, at);
		}
	}
}

/* Skips plans in which an unreadable flag may mark the contact center. */
void
check_document_contact_center(struct rule_run *run)
{
	const struct map *units = &run->plan->units;
	const struct unit *first = NULL;
	uint32_t marked = 0;

	FOR_EACH (unit, *units)
		if (is_unclear(&unit->contact_center.at))
			return;
	FOR_EACH (unit, *units) {
		if (!flag_is(&unit->contact_center, true))
			continue;
		if (++marked == 1)
			first = unit;
		if (marked == 2)
			rule_find(run, &unit->object, "contact_center",
				  N_("'{second}' is marked as the contact "
				     "center, and so is '{first}'; mark one "
				     "unit only"),
				  ARGS(NAME_ARG("first", first),
				       NAME_ARG("second", unit)));
		if (marked > 1)
			rule_relate(run,
				    marked == 2 ? &first->object
						: &unit->object,
				    "contact_center", N_("marked here too"));
	}
	if (!units->n || first)
		return;
	rule_find(run, &run->plan->object, "units",
		  N_("no unit is marked as the contact center; add "
		     "`contact_center: true` to the one that is"),
		  NO_ARGS);
	rule_paste(run, units->items[0], "contact_center");
}
