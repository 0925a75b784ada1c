/* tables_customers.c - segments and service tiers */
#include "tables.h"

/* --- segments ----------------------------------------------------------- */

static const struct column segment_columns[] = {
	COLUMN("name", "Segment", TEXT, .width = 26),
	COLUMN("definition", "Who belongs to it", TEXT, .width = 40),
	COLUMN("characteristics", "What marks them", TEXT, .width = 40),
	COLUMN("customers", "Customers", COUNT, .total = true),
	COLUMN("share", "Share of customers", PERCENT, .total = true,
	       .bars = BARS_WHOLE),
	COLUMN("revenue_share", "Share of revenue", PERCENT, .total = true),
	COLUMN("lifetime_value", "Lifetime value", MONEY, .unit = MONEY_UNIT),
	COLUMN("margin", C_("profit", "Margin"), PERCENT),
	COLUMN("growth", "Growth", WORD),
	COLUMN("high_value", "High value", WORD),
	COLUMN("tier", "Tier", TEXT, .width = 18, .link = TABLE_service_tiers),
	COLUMN("preferred_channels", "Preferred channels", TEXT, .width = 40),
	COLUMN("preferred_hours", "Preferred hours", TEXT,
	       .from = "preferences.hours", .width = 36),
	COLUMN("timezone", "Time zone", TEXT, .from = "preferences.timezone",
	       .width = 18),
	COLUMN("languages", "Languages", TEXT, .from = "preferences.languages",
	       .width = 10),
	COLUMN("coverage", "Hours covered", PERCENT),
	COLUMN("alignment", "Wishes met", PERCENT),
	COLUMN("purchases_per_year", "Purchases", NUMBER,
	       .from = "behaviors.purchases_per_year", .unit = N_("a year")),
	COLUMN("other_channels", "Also meets us", TEXT,
	       .from = "behaviors.other_channels"),
	COLUMN("evidence", "Evidence", TEXT),
	COLUMN("evidence_date", "Newest evidence", DATE),
	COLUMN("knowledge_gaps", "What we would like to know", TEXT),
};

static void
put_evidence(struct sheet *sheet, const struct list *list)
{
	struct buf buf = {0};
	struct date newest = {0};

	FOR_EACH (evidence, *list) {
		if (is_set(&evidence->source.at))
			text_add(&buf, sheet->language, evidence->source.text);
		if (is_set(&evidence->date.at) &&
		    date_compare(evidence->date.date, newest) > 0)
			newest = evidence->date.date;
	}
	put_buf(sheet, "evidence", &buf);
	put_date(sheet, "evidence_date", newest);
}

static void
segment_row(struct sheet *sheet, const void *item)
{
	const struct segment *segment = item;
	const struct segment_view *view =
		&sheet->view->segments[segment->object.index];

	put_name(sheet, "tier", (const void *)view->tier);
	put_shares(sheet, "preferred_channels", &segment->preferences.channels,
		   percent_add);
	if (!is_set(&segment->preferences.timezone.at))
		put_field(sheet, "timezone", &sheet->plan->plan, "timezone");
	put_number(sheet, "coverage", view->coverage);
	put_number(sheet, "alignment", view->alignment);
	put_evidence(sheet, &segment->evidence);
}

/* --- tiers -------------------------------------------------------------- */

static const struct column tier_columns[] = {
	COLUMN("name", "Tier", TEXT, .width = 24),
	COLUMN("basis", "Basis", WORD),
	COLUMN("segments", "Segments", TEXT),
	COLUMN("routing_priority", "Priority", COUNT),
	COLUMN("entitlements", "What they get", TEXT, .width = 44),
	COLUMN("objective", "Speed objective", TEXT, .width = 18),
	COLUMN("hours", "Hours of their own", TEXT, .width = 28,
	       .link = TABLE_hours),
	COLUMN("self_service_first", "Self-service first", WORD),
	COLUMN("cross_sell", "Offered more", WORD),
	COLUMN("improvements", "Improvements", TEXT),
	COLUMN("state", "State of the improvements", STATUS),
};

static void
put_hours(struct sheet *sheet, const struct ref_map_value *hours)
{
	struct names names = {.sheet = sheet};

	FOR_VALUES (ref_pair, pair, *hours) {
		const struct object *from = ref_target(&pair->from);
		const struct object *to = ref_target(&pair->to);

		names_add(&names,
			  message_text(
				  sheet->arena, sheet->language,
				  N_("{name}: {value}"),
				  ARGS(TEXT_ARG("name", from ? object_name(from)
							     : pair->from.id),
				       TEXT_ARG("value", to ? object_name(to)
							 : pair->to.id
								 ? pair->to.id
								 : ""))),
			  to);
	}
	put_names(sheet, "hours", &names);
}

static void
tier_row(struct sheet *sheet, const void *item)
{
	const struct tier *tier = item;

	put_speed(sheet, "objective", &tier->objective);
	put_hours(sheet, &tier->hours);
	put_state(sheet, "state", actions_state(sheet, &tier->improvements));
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_segments = {.entities = {"segment"},
					  ROWS_OF(segments),
					  COLUMNS(segment_columns),
					  .row = segment_row};

const struct table_kind table_service_tiers = {.entities = {"tier"},
					       ROWS_OF(service_tiers),
					       COLUMNS(tier_columns),
					       .row = tier_row};
