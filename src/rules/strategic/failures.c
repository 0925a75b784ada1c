/* failures.c - big failures, and insights for the units that cause them */
#include "rules/strategic/strategic.h"

struct failure_index {
	const struct plan *plan;
	struct id_list units; /* units that cause a big failure */
	bool *big;	      /* by reason */
	uint32_t *owner;      /* by reason: index of its unit */
	bool *covered; /* by reason: an insight tells that unit, or may */
	const struct insight **about;  /* the first insight about it */
	const struct insight **reader; /* by unit: the last that tells it */
	bool *covered_unit; /* by unit: an insight that names no reason */
};

static void
failure_index_make(struct failure_index *index, struct rule_run *run)
{
	struct arena *arena = run->findings->arena;
	const struct map *reasons = &run->plan->contact_reasons;
	uint32_t n = reasons->n + 1;

	*index = (struct failure_index){
		.plan = run->plan,
		.units = {.arena = arena},
		.big = rule_flags(run, reasons),
		.covered = rule_flags(run, reasons),
		.owner = arena_alloc(arena, n * sizeof(uint32_t)),
		.about = arena_alloc(arena, n * sizeof(void *))};
	FOR_EACH (reason, *reasons) {
		double share = FIGURES(run, reasons, reason)->share;
		uint32_t i = reason->object.index;

		/* without failures of the contact center itself */
		index->big[i] =
			word_is(&reason->demand, DEMAND_FAILURE) &&
			is_other_unit(run->plan, &reason->owner_unit.at,
				      reason->owner_unit.to) &&
			share + 1e-9 >= SETTING_OF(run->plan, big_failure);
		if (index->big[i])
			index->owner[i] = id_list_add(&index->units,
						      reason->owner_unit.id);
	}
	index->covered_unit = rule_flags(run, &index->units.map);
	index->reader =
		arena_alloc(arena, (index->units.map.n + 1) * sizeof(void *));
}

/*
 * Notes the insight's consumers, and whether it is about any reason; false
 * where one is unknown. Plain names are where the plan has no units.
 */
static bool
add_consumers(struct failure_index *index, const struct insight *insight)
{
	bool known = is_set(&insight->consumers.at);

	FOR_VALUES (ref_value, ref, insight->consumers) {
		const struct object *unit = NULL;

		known &= is_set(&ref->at) &&
			 (!index->plan->units.n || ref_target(ref));
		if (is_set(&ref->at))
			unit = id_list_find(&index->units, ref->id);
		if (!unit)
			continue;
		index->reader[unit->index] = insight;
		if (is_unfilled(&insight->reasons.at))
			index->covered_unit[unit->index] = true;
	}
	return known;
}

/* Returns false where the insight may be about any reason and unit. */
static bool
add_insight(struct failure_index *index, const struct insight *insight)
{
	const struct refs_value *reasons = &insight->reasons;
	bool known = add_consumers(index, insight);

	FOR_VALUES (ref_value, ref, *reasons) {
		const struct object *reason = ref_target(ref);
		uint32_t at;

		if (!reason)
			return false;
		at = reason->index;
		if (!known || (index->big[at] &&
			       index->reader[index->owner[at]] == insight))
			index->covered[at] = true;
		if (!index->about[at])
			index->about[at] = insight;
	}
	return !is_unclear(&reasons->at) &&
	       (known || reasons->n || is_unfilled(&insight->consumers.at));
}

/* Counts insights about the parent reason. */
static void
check_failure(struct rule_run *run, const struct failure_index *index,
	      const struct reason *reason)
{
	const struct reason *parent = reason->parent.to;
	uint32_t at = reason->object.index;
	const struct insight *insight = index->about[at];

	if (!index->big[at] || index->covered[at] ||
	    index->covered_unit[index->owner[at]] ||
	    (parent && index->about[parent->object.index]))
		return;
	rule_find(
		run, &reason->object, NULL,
		insight ? N_("'{name}' makes up {share} of all contacts (big "
			     "from {limit} on), but the insight '{insight}' "
			     "doesn't reach '{unit}', which causes it; add "
			     "that unit to its `consumers`")
			: N_("'{name}' makes up {share} of all contacts (big "
			     "from {limit} on), but no insight tells '{unit}', "
			     "which causes it; add one with this reason among "
			     "its `reasons`"),
		ARGS(NAME_ARG("name", reason),
		     PERCENT_ARG("share", FIGURES(run, reasons, reason)->share),
		     PERCENT_ARG("limit", SETTING_OF(run->plan, big_failure)),
		     TEXT_ARG("insight",
			      insight ? object_name(&insight->object) : ""),
		     TEXT_ARG("unit", ref_name(reason->owner_unit.to,
					       reason->owner_unit.id))));
	rule_relate(run, &reason->object, "owner_unit",
		    N_("the unit that causes it"));
	if (insight)
		rule_relate(run, &insight->object, "consumers",
			    N_("the units that it tells"));
}

void
check_intelligence_silent_failure(struct rule_run *run)
{
	const struct map *insights = &run->plan->intelligence;
	const struct map *reasons = &run->plan->contact_reasons;
	struct failure_index index;

	/* an unreadable volume makes all shares uncertain */
	if (!insights->n || !volumes_clear(reasons))
		return;
	failure_index_make(&index, run);
	FOR_EACH (insight, *insights)
		if (!add_insight(&index, insight))
			return;
	FOR_EACH (reason, *reasons)
		check_failure(run, &index, reason);
}
