/* tables_strategy.c - mission, goals and objectives */
#include "tables.h"

#include <string.h>

#include "ces/language.h"

static const struct column columns[] = {
	COLUMN("name", "What we aim at", TEXT, .from = "statement",
	       .width = 50),
	COLUMN("level", "Level", WORD, .width = 22),
	COLUMN("kind", "Kind", WORD),
	COLUMN("horizon", "Horizon", WORD),
	COLUMN("owner", "Owner", TEXT, .width = 18),
	COLUMN("goals", "Goals that it serves", TEXT),
	COLUMN("measures", "Measures", TEXT),
	COLUMN("investments", "Investments", TEXT),
	COLUMN("decisions", "Decisions", TEXT),
};

/* key: of the statement, where it is one of the whole strategy */
static void
statement_row(struct sheet *sheet, const struct object *object, const char *key,
	      const char *level, const struct text_value *statement)
{
	if (!is_set(&statement->at))
		return;
	/* no item has an id with a dot */
	sheet_new(sheet,
		  key ? arena_format(sheet->arena, "strategy.%s", key)
		      : object->id,
		  NULL);
	sheet_item(sheet, object, key);
	if (!key)
		sheet_own(sheet, object);
	put_text(sheet, "name", statement->text);
	put_message(sheet, "level", level);
}

/* the investments for each objective */
static struct names *
gather_investments(struct sheet *sheet)
{
	struct names *names =
		names_each(sheet, &sheet->plan->strategy.objectives);

	FOR_EACH (investment, sheet->plan->investments)
		FOR_VALUES (ref_value, ref, investment->objectives) {
			const struct object *to = ref_target(ref);

			if (to)
				names_add_item(&names[to->index],
					       &investment->object);
		}
	return names;
}

/* names of decisions by objective, each added once */
struct named {
	struct names *names;
	uint32_t *last; /* by objective: 1 + index of the decision */
};

static void
name_once(struct named *named, const struct object *objective,
	  const struct object *decision)
{
	if (!objective || named->last[objective->index] == decision->index + 1)
		return;
	named->last[objective->index] = decision->index + 1;
	names_add_item(&named->names[objective->index], decision);
}

/* a decision is about an objective, or about an investment for it */
static struct names *
gather_decisions(struct sheet *sheet)
{
	const struct map *objectives = &sheet->plan->strategy.objectives;
	struct named named = {
		names_each(sheet, objectives),
		arena_alloc(sheet->arena,
			    (objectives->n + 1) * sizeof(uint32_t))};

	FOR_EACH (decision, sheet->plan->decisions)
		FOR_VALUES (path_value, path, decision->about) {
			const struct object *to = path->to;
			const char *entity =
				to && to->slot ? object_entity(to)->name : "";

			if (!strcmp(entity, "objective"))
				name_once(&named, to, &decision->object);
			if (strcmp(entity, "investment") != 0)
				continue;
			FOR_VALUES (
				ref_value, ref,
				((const struct investment *)(const void *)to)
					->objectives)
				name_once(&named, ref_target(ref),
					  &decision->object);
		}
	return named.names;
}

static void
objectives_fill(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->strategy.objectives;
	struct names *investments = gather_investments(sheet);
	struct names *decisions = gather_decisions(sheet);

	for (uint32_t i = 0; i < map->n; i++) {
		sheet_row(sheet, map->items[i]);
		put_text(sheet, "name", object_name(map->items[i]));
		put_message(sheet, "level", N_("objective"));
		put_names(sheet, "investments", &investments[i]);
		put_names(sheet, "decisions", &decisions[i]);
	}
}

static void
fill(struct sheet *sheet)
{
	const struct strategy *strategy = &sheet->plan->strategy;

	statement_row(sheet, &strategy->object, "mission", N_("mission"),
		      &strategy->mission);
	statement_row(sheet, &strategy->object, "ideal_experience",
		      N_("ideal experience"), &strategy->ideal_experience);
	FOR_EACH (goal, strategy->goals)
		statement_row(sheet, &goal->object, NULL,
			      N_("goal of the organization"), &goal->statement);
	objectives_fill(sheet);
}

const struct table_kind table_strategy = {.entities = {"goal", "objective"},
					  .collection = "strategy.objectives",
					  .second = "level",
					  COLUMNS(columns),
					  .fill = fill};
