/* tables_map.c - contact map, front-line observations, technology roadmap */
#include "tables.h"

/* --- the contact map ---------------------------------------------------- */

static const struct column map_columns[] = {
	COLUMN("name", "Touchpoint", COLUMN_TEXT, .width = 28),
	COLUMN("stage", "Stage", COLUMN_WORD),
	COLUMN("channels", "Channels", COLUMN_TEXT, .width = 36),
	COLUMN("unit", "Business unit", COLUMN_TEXT, .width = 20),
	COLUMN("product_lines", "Product lines", COLUMN_TEXT, .width = 24),
	COLUMN("issue_count", "Issues", COLUMN_COUNT, .total = true),
	COLUMN("issues", "What goes wrong", COLUMN_TEXT, .width = 50),
	COLUMN("actions", "Actions", COLUMN_TEXT),
	COLUMN("state", "State of the actions", COLUMN_STATUS),
};

static void
touchpoint_row(struct sheet *sheet, const void *item)
{
	const struct touchpoint *touchpoint = item;
	const char *const *kinds = choices[CHOICE_issue_kind].words;
	struct buf buf = {0};

	FOR_EACH (issue, touchpoint->issues) {
		buf_puts(&buf, buf.n ? "\n" : "");
		if (is_set(&issue->kind.at))
			buf_printf(&buf,
				   "%s: ", plain_word(kinds[issue->kind.word]));
		if (is_set(&issue->note.at))
			buf_puts(&buf, issue->note.text);
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
	COLUMN("task", "Task", COLUMN_TEXT, .width = 32),
	COLUMN("date", "Watched on", COLUMN_DATE),
	COLUMN("observer", "By", COLUMN_TEXT, .width = 18),
	COLUMN("channel", "Channel", COLUMN_TEXT, .width = 20),
	COLUMN("applications", "Programs", COLUMN_COUNT),
	COLUMN("screens", "Screens", COLUMN_COUNT),
	COLUMN("steps", "Steps", COLUMN_COUNT),
	COLUMN("sequence", "In this order", COLUMN_TEXT),
	COLUMN("interface", "Kind of programs", COLUMN_WORD),
	COLUMN("cross_sell_asked", "Asked to sell", COLUMN_WORD),
	COLUMN("complaints", "Staff complain about", COLUMN_TEXT),
};

/* --- the roadmap -------------------------------------------------------- */

static const struct column roadmap_columns[] = {
	COLUMN("name", "Technology", COLUMN_TEXT, .width = 36),
	COLUMN("owner", "Owner", COLUMN_TEXT, .width = 18),
	COLUMN("due", "Due", COLUMN_DATE),
	COLUMN("rollout", "Roll-out", COLUMN_WORD),
	COLUMN("single_view", "One view of the customer", COLUMN_WORD),
	COLUMN("agent_impact", "What changes for agents", COLUMN_TEXT),
	COLUMN("measures", "Measures", COLUMN_TEXT),
	COLUMN("actions", "Actions", COLUMN_TEXT),
	COLUMN("state", "State of the actions", COLUMN_STATUS),
};

static void
roadmap_row(struct sheet *sheet, const void *item)
{
	const struct roadmap_item *technology = item;

	put_state(sheet, "state", actions_state(sheet, &technology->actions));
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_contact_map = {
	ROWS_OF(contact_map),
	COLUMNS(map_columns),
	.row = touchpoint_row,
};

const struct table_kind table_technology = {
	ROWS_OF(technology.observations),
	COLUMNS(technology_columns),
};

const struct table_kind table_roadmap = {
	ROWS_OF(technology.roadmap),
	COLUMNS(roadmap_columns),
	.row = roadmap_row,
};
