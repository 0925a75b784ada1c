/* tables_map.c - contact map, front-line observations, technology roadmap */
#include "tables.h"

/* --- the contact map ---------------------------------------------------- */

static const struct column map_columns[] = {
	COLUMN("name", "Touchpoint", TEXT, .width = 28),
	COLUMN("stage", "Stage", WORD),
	COLUMN("channels", "Channels", TEXT, .width = 36),
	COLUMN("unit", "Business unit", TEXT, .width = 20),
	COLUMN("product_lines", "Product lines", TEXT, .width = 24),
	COLUMN("issue_count", "Issues", COUNT, .total = true),
	COLUMN("issues", "What goes wrong", TEXT, .width = 50),
	COLUMN("actions", "Actions", TEXT),
	COLUMN("state", "State of the actions", STATUS),
};

static void
touchpoint_row(struct sheet *sheet, const void *item)
{
	const struct touchpoint *touchpoint = item;
	const char *const *kinds = choices[CHOICE_issue_kind].words;
	struct buf buf = {0};

	FOR_EACH (issue, touchpoint->issues) {
		const char *kind = NULL;

		if (is_set(&issue->kind.at))
			kind = plain_word(sheet->language, CHOICE_issue_kind,
					  kinds[issue->kind.word]);
		buf_puts(&buf, buf.n ? "\n" : "");
		message_fill(&buf, sheet->language,
			     kind ? N_("{name}: {value}") : "{value}",
			     ARGS(TEXT_ARG("name", kind),
				  TEXT_ARG("value", is_set(&issue->note.at)
							    ? issue->note.text
							    : "")));
	}
	put_buf(sheet, "issues", &buf);
	if (touchpoint->issues.n)
		put_number(sheet, "issue_count", touchpoint->issues.n);
	if (touchpoint->issues.n || touchpoint->actions.n)
		put_state(sheet, "state",
			  actions_state(sheet, &touchpoint->actions));
}

/* --- observations at the front line -------------------------------------- */

static const struct column technology_columns[] = {
	COLUMN("task", "Task", TEXT, .width = 32),
	COLUMN("date", "Watched on", DATE),
	COLUMN("observer", C_("person", "By"), TEXT, .width = 18),
	COLUMN("channel", "Channel", TEXT, .width = 20),
	COLUMN("applications", "Programs", COUNT),
	COLUMN("screens", "Screens", COUNT),
	COLUMN("steps", "Steps", COUNT),
	COLUMN("sequence", "In this order", TEXT),
	COLUMN("interface", "Kind of programs", WORD),
	COLUMN("cross_sell_asked", "Asked to sell", WORD),
	COLUMN("complaints", "Staff complain about", TEXT),
};

/* --- the roadmap -------------------------------------------------------- */

static const struct column roadmap_columns[] = {
	COLUMN("name", "Technology", TEXT, .width = 36),
	COLUMN("owner", "Owner", TEXT, .width = 18),
	COLUMN("due", "Due", DATE),
	COLUMN("rollout", "Roll-out", WORD),
	COLUMN("single_view", "One view of the customer", WORD),
	COLUMN("agent_impact", "What changes for agents", TEXT),
	COLUMN("measures", "Measures", TEXT),
	COLUMN("actions", "Actions", TEXT),
	COLUMN("state", "State of the actions", STATUS),
};

static void
roadmap_row(struct sheet *sheet, const void *item)
{
	const struct roadmap_item *technology = item;

	put_state(sheet, "state", actions_state(sheet, &technology->actions));
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_contact_map = {.entities = {"touchpoint"},
					     ROWS_OF(contact_map),
					     COLUMNS(map_columns),
					     .row = touchpoint_row};

const struct table_kind table_technology = {.entities = {"observation"},
					    ROWS_OF(technology.observations),
					    COLUMNS(technology_columns)};

const struct table_kind table_roadmap = {.entities = {"roadmap_item"},
					 ROWS_OF(technology.roadmap),
					 COLUMNS(roadmap_columns),
					 .row = roadmap_row};
