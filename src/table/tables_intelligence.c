/* tables_intelligence.c - insights from contacts */
#include "tables.h"

static const enum state_id states[] = {
	[INSIGHT_PROPOSED] = STATE_proposed,
	[INSIGHT_SHARED] = STATE_shared,
	[INSIGHT_ACCEPTED] = STATE_accepted,
	[INSIGHT_ACTED] = STATE_acted_on,
	[INSIGHT_CLOSED] = STATE_closed,
	[INSIGHT_DECLINED] = STATE_declined,
};

static const struct column columns[] = {
	COLUMN("insight", "Insight", TEXT, .width = 44),
	COLUMN("state", "State", STATUS, .from = "status", .states = states),
	COLUMN("status_since", "Since", DATE),
	COLUMN("consumers", C_("units", "For"), TEXT, .width = 24),
	COLUMN("contacts_per_year", "Contacts", COUNT,
	       .from = "quantified.contacts_per_year", .unit = N_("a year")),
	COLUMN("cost_per_year", "Cost", MONEY,
	       .from = "quantified.cost_per_year", .unit = MONEY_A_YEAR),
	COLUMN("value_per_year", C_("money", "Value"), MONEY,
	       .from = "quantified.value_per_year", .unit = MONEY_A_YEAR),
	COLUMN("period", "Counted in", TEXT, .from = "quantified.period",
	       .width = 11),
	COLUMN("decision_wanted", "Decision wanted", TEXT),
	COLUMN("owner", "Owner", TEXT, .width = 18),
	COLUMN("cadence", "Cadence", WORD),
	COLUMN("action", "Action", TEXT),
	COLUMN("measure", "Measure", TEXT),
	COLUMN("reasons", "Contact reasons", TEXT),
	COLUMN("told_customers", "Customers told", WORD),
	COLUMN("source", "Source", TEXT),
};

const struct table_kind table_intelligence = {
	.entities = {"insight"}, ROWS_OF(intelligence), COLUMNS(columns)};
