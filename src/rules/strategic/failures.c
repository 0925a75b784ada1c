/* failures.c - big failures, and whether those who cause them are told */
#include "rules/strategic/strategic.h"

struct hearing {
	const struct plan *plan;
	struct roll units; /* that cause a big failure */
	bool *big;	   /* by reason */
	uint32_t *owner;   /* of a big one the number of its unit */
	bool *heard;	   /* an insight about it tells that unit, or may */
	const struct insight **about;  /* the first insight about it */
	const struct insight **reader; /* by unit: the last that tells it */
	bool *told; /* by unit: an insight that names no reason */
};

/* The contact center hears what its own customers say. */
static bool
is_big_failure(const struct rule_run *run, const struct reason *reason)
{
	double share = FIGURES(run, reasons, reason)->share;

	return word_is(&reason->demand, DEMAND_FAILURE) &&
	       is_other_unit(run->plan, &reason->owner_unit.at,
			     reason->owner_unit.to) &&
	       share + 1e-9 >= SETTING_OF(run->plan, big_failure);
}

static void
hearing_start(struct hearing *hearing, struct rule_run *run)
{
	struct arena *arena = run->findings->arena;
	uint32_t n = run->plan->contact_reasons.n;

	*hearing =
		(struct hearing){.plan = run->plan, .units = {.arena = arena}};
	hearing->big = arena_alloc(arena, n + 1);
	hearing->heard = arena_alloc(arena, n + 1);
	hearing->owner = arena_alloc(arena, (n + 1) * sizeof(uint32_t));
	hearing->about = arena_alloc(arena, (n + 1) * sizeof(void *));
	for (uint32_t i = 0; i < n; i++) {
		const struct reason *reason =
			ITEM(reason, run->plan->contact_reasons, i);

		hearing->big[i] = is_big_failure(run, reason);
		if (hearing->big[i])
			hearing->owner[i] = roll_add(&hearing->units,
						     reason->owner_unit.id);
	}
	n = hearing->units.map.n;
	hearing->told = arena_alloc(arena, n + 1);
	hearing->reader = arena_alloc(arena, (n + 1) * sizeof(void *));
}

/* Notes its consumers, and those that it tells without naming a reason. */
static void
note_readers(struct hearing *hearing, const struct insight *insight)
{
	const struct refs_value *consumers = &insight->consumers;

	for (uint32_t i = 0; i < consumers->n; i++) {
		const struct object *unit = NULL;

		if (is_set(&consumers->items[i].at))
			unit = roll_find(&hearing->units,
					 consumers->items[i].id);
		if (!unit)
			continue;
		hearing->reader[unit->index] = insight;
		if (is_unfilled(&insight->reasons.at))
			hearing->told[unit->index] = true;
	}
}

/* are all units known that it tells; a plain name leads nowhere, and is one */
static bool
consumers_known(const struct plan *plan, const struct insight *insight)
{
	const struct refs_value *consumers = &insight->consumers;

	for (uint32_t i = 0; i < consumers->n; i++)
		if (!is_set(&consumers->items[i].at) ||
		    (plan->units.n && !ref_target(&consumers->items[i])))
			return false;
	return is_set(&consumers->at);
}

/* False where it may be about any reason, and for any unit. */
static bool
hear(struct hearing *hearing, const struct insight *insight)
{
	const struct refs_value *reasons = &insight->reasons;
	bool known = consumers_known(hearing->plan, insight);

	note_readers(hearing, insight);
	for (uint32_t i = 0; i < reasons->n; i++) {
		const struct object *reason = ref_target(&reasons->items[i]);
		uint32_t at;

		if (!reason)
			return false;
		at = reason->index;
		if (!known || (hearing->big[at] &&
			       hearing->reader[hearing->owner[at]] == insight))
			hearing->heard[at] = true;
		if (!hearing->about[at])
			hearing->about[at] = insight;
	}
	return !is_unclear(&reasons->at) &&
	       (known || reasons->n || is_unfilled(&insight->consumers.at));
}

/* An insight about a reason covers those that are parts of it, too. */
static bool
is_heard(const struct hearing *hearing, const struct reason *reason)
{
	const struct reason *parent = reason->parent.to;
	uint32_t at = reason->object.index;

	return hearing->heard[at] || hearing->told[hearing->owner[at]] ||
	       (parent && hearing->about[parent->object.index]);
}

static void
report_silent(struct rule_run *run, const struct reason *reason,
	      const struct insight *insight)
{
	const char *owner = named(reason->owner_unit.to, reason->owner_unit.id);

	rule_find(
		run, &reason->object, NULL,
		insight ? N_("'{name}' makes {share} of all contacts (big from "
			     "{limit} on), but the insight '{insight}' doesn't "
			     "reach '{unit}', which causes it; add that unit "
			     "to its `consumers`")
			: N_("'{name}' makes {share} of all contacts (big from "
			     "{limit} on), but no insight tells '{unit}', "
			     "which causes it; add one with this reason among "
			     "its `reasons`"),
		ARGS(NAME_ARG("name", reason),
		     PERCENT_ARG("share", FIGURES(run, reasons, reason)->share),
		     PERCENT_ARG("limit", SETTING_OF(run->plan, big_failure)),
		     TEXT_ARG("insight",
			      insight ? object_name(&insight->object) : ""),
		     TEXT_ARG("unit", owner)));
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
	struct hearing hearing;

	/* a volume that could not be read makes every share doubtful */
	if (!insights->n || !volumes_clear(reasons))
		return;
	hearing_start(&hearing, run);
	FOR_EACH (insight, *insights)
		if (!hear(&hearing, insight))
			return;
	FOR_EACH (reason, *reasons) {
		if (hearing.big[reason->object.index] &&
		    !is_heard(&hearing, reason))
			report_silent(run, reason,
				      hearing.about[reason->object.index]);
	}
}
