/* unused.c - what is defined and never used */
#include "rules/themes.h"

/* which items of one collection something refers to */
struct usage {
	const struct map *map;
	const struct entity *entity; /* of its items; NULL: there are none */
	bool *used;
	bool paths;   /* does a path to an item count as use */
	bool unclear; /* a reference leads nowhere: it may mean any of them */
};

enum { ACTIONS, PEOPLE, UNITS, HOURS, USAGES };

struct counting {
	struct walk walk; /* first, so the visitor finds the rest */
	const struct plan *plan;
	struct usage usages[USAGES];
};

static struct usage *
usage_of(struct counting *counting, const struct entity *entity)
{
	for (int i = 0; i < USAGES; i++)
		if (counting->usages[i].entity == entity)
			return &counting->usages[i];
	return NULL;
}

/* A plain name where there is no directory leads nowhere by right. */
static void
use(struct usage *usage, const struct ref_value *ref)
{
	const struct object *to = ref_target(ref);

	if (to)
		usage->used[to->index] = true;
	else if (ref->at.state == SET || ref->at.state == BROKEN)
		usage->unclear = true;
}

static void
use_refs(struct usage *usage, const struct refs_value *refs)
{
	if (refs->at.state == BROKEN)
		usage->unclear = true;
	for (uint32_t i = 0; i < refs->n; i++)
		use(usage, &refs->items[i]);
}

static void
use_hours(struct counting *counting, const struct ref_map_value *pairs)
{
	struct usage *usage = &counting->usages[HOURS];

	if (pairs->at.state == BROKEN)
		usage->unclear = true;
	if (!usage->map->n)
		return;
	for (uint32_t i = 0; i < pairs->n; i++)
		use(usage, &pairs->items[i].to);
}

static void
use_paths(struct counting *counting, const struct paths_value *paths)
{
	for (uint32_t i = 0; i < paths->n; i++) {
		const struct object *to = paths->items[i].to;

		if (to && to->up == &counting->plan->object &&
		    to->slot->kind == KIND_MAP) {
			struct usage *usage =
				usage_of(counting, object_entity(to));

			if (usage && usage->paths)
				usage->used[to->index] = true;
		}
	}
}

static void
visit(struct walk *walk, const struct object *object, const struct field *field)
{
	struct counting *counting = (struct counting *)walk;
	const void *value = field_value(object, field);
	struct usage *usage;

	switch (field->kind) {
	case KIND_REF:
	case KIND_NAMED:
		usage = usage_of(counting, field->of());
		if (usage)
			use(usage, value);
		break;
	case KIND_REFS:
	case KIND_NAMEDS:
		usage = usage_of(counting, field->of());
		if (usage)
			use_refs(usage, value);
		break;
	case KIND_REFMAP:
		use_hours(counting, value);
		break;
	case KIND_PATHS:
		use_paths(counting, value);
		break;
	default:
		break;
	}
}

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
		return action->prepares.at.state != ABSENT ||
		       action->improves.at.state > BLANK ||
		       (is_set(&action->status.at) &&
			action->status.word == ACTION_CANCELLED);
	return what == UNITS && is_set(&unit->contact_center.at) &&
	       unit->contact_center.on;
}

static void
report_unused(struct rule_run *run, const struct usage *usage, int what)
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

	if (usage->unclear)
		return;
	for (uint32_t i = 0; i < usage->map->n; i++)
		if (!usage->used[i] && is_set(&usage->map->items[i]->at) &&
		    !is_tied(usage->map->items[i], what))
			report(run, usage->map->items[i], messages[what]);
}

/* a tier whose segments are not all known may hold any of them */
static bool
tiers_known(const struct map *tiers)
{
	for (uint32_t i = 0; i < tiers->n; i++) {
		const struct tier *tier = ITEM(tier, *tiers, i);

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
	for (uint32_t i = 0; i < channels->n; i++)
		if (!ITEM(channel, *channels, i)->hours.to)
			return false;
	return channels->n > 0;
}

static void
check_unused(struct rule_run *run)
{
	const struct plan *plan = run->plan;
	struct counting counting = {
		.walk = {.visit = visit},
		.plan = plan,
		.usages = {[ACTIONS] = {.map = &plan->actions, .paths = true},
			   [PEOPLE] = {.map = &plan->people},
			   [UNITS] = {.map = &plan->units},
			   [HOURS] = {.map = &plan->hours}}};

	for (int i = 0; i < USAGES; i++) {
		struct usage *usage = &counting.usages[i];

		usage->used =
			arena_alloc(run->findings->arena, usage->map->n + 1);
		if (usage->map->n)
			usage->entity = object_entity(usage->map->items[0]);
	}
	walk_fields(&counting.walk, &plan->object);
	if (!channels_known(&plan->channels))
		counting.usages[HOURS].unclear = true;
	check_segments(run);
	for (int i = 0; i < USAGES; i++)
		report_unused(run, &counting.usages[i], i);
}

static const struct rule rules[] = {
	{.topic = {.name = "document/unused",
		   .severity = SEVERITY_ADVICE,
		   .summary = N_("Something is defined and never used."),
		   .why = N_("What nothing refers to is either left over, and "
			     "makes the plan longer than it is, or its link "
			     "was forgotten: customers without a tier, hours "
			     "that no channel keeps, an action of which "
			     "nobody can say what it is good for."),
		   .fix = N_("Name it where it belongs: a segment in a tier, "
			     "hours at a channel, an action at the reason or "
			     "gap that it serves or with `improves`. Or take "
			     "it out."),
		   .bad = "people:\n"
			  "  lind: {name: Marek Lind, role: Head of service}\n"
			  "  sato: {name: Yui Sato, role: Analyst}\n"
			  "governance:\n"
			  "  owner: lind\n",
		   .good = "people:\n"
			   "  lind: {name: Marek Lind, role: Head of service}\n"
			   "  sato: {name: Yui Sato, role: Analyst}\n"
			   "governance:\n"
			   "  owner: lind\n"
			   "  stakeholders: [sato]\n"},
	 .check = check_unused},
};

const struct theme theme_unused = THEME(rules);
