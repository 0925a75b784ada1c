/* tables_strategy.c - mission, goals and objectives */
#include "tables.h"

#include <libintl.h>
#include <string.h>

static const struct column columns[] = {
	COLUMN("name", "What we aim at", COLUMN_TEXT, .width = 50),
	COLUMN("level", "Level", COLUMN_WORD, .width = 22),
	COLUMN("kind", "Kind", COLUMN_WORD),
	COLUMN("horizon", "Horizon", COLUMN_WORD),
	COLUMN("owner", "Owner", COLUMN_TEXT, .width = 18),
	COLUMN("goals", "Goals that it serves", COLUMN_TEXT,
	       .note = N_("Of the organization.")),
	COLUMN("measures", "Measures", COLUMN_TEXT,
	       .note = N_("The measures that show whether it is reached.")),
	COLUMN("investments", "Investments", COLUMN_TEXT),
	COLUMN("decisions", "Decisions", COLUMN_TEXT),
};

static void
statement_row(struct sheet *sheet, const char *id, const char *level,
	      const struct text_value *statement)
{
	if (!is_set(&statement->at))
		return;
	sheet_new(sheet, id, NULL);
	put_text(sheet, "name", statement->text);
	put_text(sheet, "level", gettext(level));
}

/* the investments for each objective */
static struct buf *
gather_investments(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->investments;
	struct buf *names = buffers(sheet, &sheet->plan->strategy.objectives);

	for (uint32_t i = 0; i < map->n; i++) {
		const struct refs_value *refs =
			&ITEM(investment, *map, i)->objectives;

		for (uint32_t k = 0; is_set(&refs->at) && k < refs->n; k++) {
			const struct object *to = ref_target(&refs->items[k]);

			if (to)
				name_add(&names[to->index],
					 object_name(map->items[i]));
		}
	}
	return names;
}

/* names of decisions by objective, each added once */
struct named {
	struct buf *names;
	uint32_t *last; /* by objective: 1 + index of the decision */
};

static void
name_once(struct named *named, const struct object *objective,
	  const struct object *decision)
{
	if (!objective || named->last[objective->index] == decision->index + 1)
		return;
	named->last[objective->index] = decision->index + 1;
	name_add(&named->names[objective->index], object_name(decision));
}

/* a decision is about an objective, or about an investment for it */
static void
name_decision(struct named *named, const struct object *about,
	      const struct object *decision)
{
	const struct investment *investment = (const void *)about;

	if (!about || !about->slot)
		return;
	if (!strcmp(object_entity(about)->name, "objective"))
		name_once(named, about, decision);
	if (strcmp(object_entity(about)->name, "investment") != 0)
		return;
	for (uint32_t i = 0; i < investment->objectives.n; i++)
		name_once(named, ref_target(&investment->objectives.items[i]),
			  decision);
}

static struct buf *
gather_decisions(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->decisions;
	const struct map *objectives = &sheet->plan->strategy.objectives;
	struct named named = {
		buffers(sheet, objectives),
		arena_alloc(sheet->arena,
			    (objectives->n + 1) * sizeof(uint32_t))};

	for (uint32_t i = 0; i < map->n; i++) {
		const struct paths_value *about =
			&ITEM(decision, *map, i)->about;

		for (uint32_t k = 0; k < about->n; k++)
			name_decision(&named, about->items[k].to,
				      map->items[i]);
	}
	return named.names;
}

static void
objectives_fill(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->strategy.objectives;
	struct buf *investments = gather_investments(sheet);
	struct buf *decisions = gather_decisions(sheet);

	for (uint32_t i = 0; i < map->n; i++) {
		sheet_row(sheet, map->items[i]);
		put_text(sheet, "name", object_name(map->items[i]));
		put_text(sheet, "level", gettext("objective"));
		put_buf(sheet, "investments", &investments[i]);
		put_link(sheet, "investments", TABLE_investments);
		put_buf(sheet, "decisions", &decisions[i]);
		put_link(sheet, "decisions", TABLE_decisions);
	}
}

static void
fill(struct sheet *sheet)
{
	const struct strategy *strategy = &sheet->plan->strategy;

	statement_row(sheet, NULL, N_("mission"), &strategy->mission);
	statement_row(sheet, NULL, N_("ideal experience"),
		      &strategy->ideal_experience);
	for (uint32_t i = 0; i < strategy->goals.n; i++) {
		const struct goal *goal = ITEM(goal, strategy->goals, i);

		statement_row(sheet, goal->object.id,
			      N_("goal of the organization"), &goal->statement);
	}
	objectives_fill(sheet);
}

const struct table_kind table_strategy = {
	.title = N_("Strategy"),
	.sheet = N_("Strategy"),
	.intro = N_("From the organization's mission and goals to the "
		    "objectives of the contact center."),
	.empty = N_("Mission, ideal experience and objectives are not written "
		    "down yet."),
	.entities = {"goal", "objective"},
	COLUMNS(columns),
	.fill = fill,
};
