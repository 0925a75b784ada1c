/* tables_reasons.c - contact reasons */
#include "ces/expr.h"
#include "tables.h"

static const struct reason_view *
view_at(const struct expr_scope *scope, size_t row)
{
	return &scope->review->view->reasons[scope->table->objects[row]->index];
}

static const char *
formula_planned_contacts(const struct expr_scope *scope, size_t row)
{
	return isnan(view_at(scope, row)->volume)
		       ? NULL
		       : "{volume}*(1+SUM({target_change}))";
}

#define SAVING(cost)                                                       \
	"IF({target_change}='','',IF(OR({target_change}>=0,{disposition}=" \
	"@disposition.leverage),0,-1*{target_change}*" cost "))"

/* contacts that are automated still cost what self-service does */
static const char *
formula_saving(const struct expr_scope *scope, size_t row)
{
	const struct channel *channel = scope->review->view->self_service;

	if (isnan(view_at(scope, row)->cost) ||
	    (channel && !row_can_be_named(channel->object.id)))
		return NULL;
	return channel ? arena_format(scope->arena,
				      SAVING("({cost}-IF({disposition}="
					     "@disposition.automate,{volume}*"
					     "[channels.cost_per_contact:%s],"
					     "0))"),
				      channel->object.id)
		       : SAVING("({cost})");
}

static const struct column reason_columns[] = {
	COLUMN("name", "Reason", TEXT, .width = 30),
	COLUMN("rank", "Rank", COUNT, .width = 6, .sheet_only = true),
	COLUMN("volume", "Contacts", COUNT, .unit = N_("a year"),
	       .total = true),
	COLUMN("share", "Share of contacts", PERCENT, .width = 14,
	       .total = true, .bars = BARS_HALF),
	COLUMN("cumulative", "Running total", PERCENT),
	COLUMN("rate", "Rate", NUMBER, .unit = PER_ACTIVITY, .total = true),
	COLUMN("handle_time", "Handle time", COUNT, .unit = N_("s")),
	COLUMN("cost", "Cost", MONEY, .unit = MONEY_A_YEAR, .total = true),
	COLUMN("revenue", "Revenue", MONEY, .unit = MONEY_A_YEAR,
	       .total = true),
	COLUMN("net", "Net", MONEY, .unit = MONEY_A_YEAR, .total = true),
	COLUMN("demand", "Demand", WORD, .bold = "failure"),
	COLUMN("value_to_customer", "Value to customer", NUMBER,
	       .unit = N_("±5"), .width = 17, .score = true),
	COLUMN("value_to_company", "Value to company", NUMBER, .unit = N_("±5"),
	       .width = 17, .score = true),
	COLUMN("quadrant", "Quadrant", WORD),
	EDIT("disposition", "What we do", CHOICE_disposition, WORD),
	COLUMN("owner", "Owner", TEXT, .from = "owner_unit", .width = 22),
	EDIT("target_change", "Planned change", -1, CHANGE),
	COLUMN("planned", "Planned contacts", COUNT, .unit = N_("a year"),
	       .total = true, .live_of = formula_planned_contacts),
	COLUMN("saving", "Saving", MONEY, .unit = MONEY_A_YEAR, .total = true,
	       .printed = true, .live_of = formula_saving),
	COLUMN("economics", "Economics", WORD),
	COLUMN("plan", "Actions", TEXT, .width = 104),
	COLUMN("state", "State of the actions", STATUS),
	COLUMN("root_cause", "Root cause", TEXT, .width = 60),
	COLUMN("customer_words", "In customers' words", TEXT, .width = 60),
	COLUMN("by_channel", "By channel", TEXT, .width = 124),
	COLUMN("serves", "Serves", TEXT, .width = 50),
	COLUMN("revenue_per_contact", "Revenue per contact", MONEY,
	       .unit = MONEY_UNIT),
	COLUMN("complex", "Complex", WORD),
	COLUMN("urgent", "Urgent", WORD),
	COLUMN("emotional", "Emotional", WORD),
	COLUMN("parent", "Part of", TEXT),
};

static void
reason_row(struct sheet *sheet, const struct reason *reason)
{
	const struct reason_view *view =
		&sheet->view->reasons[reason->object.index];

	sheet_row(sheet, &reason->object);
	put_number(sheet, "volume", view->volume);
	put_number(sheet, "share", view->share);
	put_number(sheet, "cumulative", view->cumulative);
	put_number(sheet, "rate", view->rate);
	put_number(sheet, "cost", view->cost);
	put_number(sheet, "revenue", view->revenue > 0 ? view->revenue : NAN);
	put_number(sheet, "net", view->net);
	put_word(sheet, "quadrant", CHOICE_disposition, view->quadrant);
	put_number(sheet, "planned", view->planned);
	put_number(sheet, "saving", view->saving);
	put_state(sheet, "state", actions_state(sheet, &reason->plan));
	put_shares(sheet, "by_channel", &reason->volume, count_add);
}

static void
reasons_fill(struct sheet *sheet)
{
	const struct map *map = &sheet->plan->contact_reasons;

	for (uint32_t i = 0; i < map->n; i++) {
		reason_row(sheet,
			   ITEM(reason, *map, sheet->view->by_volume[i]));
		put_number(sheet, "rank", i + 1);
	}
}

const struct table_kind table_contact_reasons = {
	.entities = {"reason"}, COLUMNS(reason_columns), .fill = reasons_fill};
