/* tables_strategy.c - from the mission to the objectives: the line of sight */
#include "tables.h"

#include <libintl.h>

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
	sheet_new(sheet, id);
	put_text(sheet, "name", statement->text);
	put_text(sheet, "level", gettext(level));
}

static void
put_investments(struct sheet *sheet, const struct objective *objective)
{
	const struct map *map = &sheet->plan->investments;
	struct buf buf = {0};

	for (uint32_t i = 0; i < map->n; i++)
		if (refs_have(&ITEM(investment, *map, i)->objectives,
			      objective))
			name_add(&buf, object_name(map->items[i]));
	put_buf(sheet, "investments", &buf);
	put_link(sheet, "investments", "investments");
}

/* is the decision about the objective, or about an investment for it */
static bool
decision_about(const struct sheet *sheet, const struct decision *decision,
	       const struct objective *objective)
{
	const struct map *investments = &sheet->plan->investments;

	for (uint32_t i = 0; i < decision->about.n; i++) {
		const struct object *to = decision->about.items[i].to;

		if (!to)
			continue;
		if (to == &objective->object)
			return true;
		for (uint32_t k = 0; k < investments->n; k++)
			if (to == investments->items[k] &&
			    refs_have(&ITEM(investment, *investments, k)
					       ->objectives,
				      objective))
				return true;
	}
	return false;
}

static void
put_decisions(struct sheet *sheet, const struct objective *objective)
{
	const struct map *map = &sheet->plan->decisions;
	struct buf buf = {0};

	for (uint32_t i = 0; i < map->n; i++)
		if (decision_about(sheet, ITEM(decision, *map, i), objective))
			name_add(&buf, object_name(map->items[i]));
	put_buf(sheet, "decisions", &buf);
	put_link(sheet, "decisions", "decisions");
}

static void
objective_row(struct sheet *sheet, const struct objective *objective)
{
	sheet_row(sheet, &objective->object);
	put_text(sheet, "name", object_name(&objective->object));
	put_text(sheet, "level", gettext("objective"));
	put_investments(sheet, objective);
	put_decisions(sheet, objective);
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
			      N_("goal of the organization"),
			      &goal->statement);
	}
	for (uint32_t i = 0; i < strategy->objectives.n; i++)
		objective_row(sheet,
			      ITEM(objective, strategy->objectives, i));
}

const struct table_kind table_strategy = {
	"strategy", N_("Strategy"), N_("Strategy"),
	N_("From the organization's mission and goals to the objectives of the "
	   "contact center."),
	N_("Mission, ideal experience and objectives are not written down "
	   "yet."),
	COLUMNS(columns), fill};
