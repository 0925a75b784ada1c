/* tables_reasons.c - contact reasons */
#include "ces/expr.h"
#include "tables.h"

static const struct reason_view *
view_at(const struct expr_scope *scope, size_t row)
{
	return &scope->review->view->reasons[scope->table->objects[row]->index];
}

enum { PARENTS_MOST = 8 }; /* more would make a formula that nobody reads */

/* templates of the wanted change of a row: its own, else that of the nearest
 * parent that has one */
struct volume_change {
	const char *value, *unknown;
};

/* false where the parents are too many, or can't be named */
static bool
change_make(struct volume_change *change, const struct expr_scope *scope,
	    size_t row)
{
	const struct reason_view *views = scope->review->view->reasons;
	const struct reason *parent = view_at(scope, row)->parent;
	const char *cell = "{target_change}";
	struct buf value = {0}, cells = {0};
	size_t n = 0;

	*change = (struct volume_change){cell, "{target_change}=''"};
	if (!parent)
		return true;
	buf_puts(&cells, cell);
	while (parent && n < PARENTS_MOST &&
	       row_can_be_named(parent->object.id)) {
		buf_printf(&value, "IF(%s<>'',%s,", cell, cell);
		cell = arena_format(scope->arena, "[target_change:%s]",
				    parent->object.id);
		buf_printf(&cells, ",%s", cell);
		parent = views[parent->object.index].parent;
		n++;
	}
	buf_puts(&value, cell);
	buf_fill(&value, ')', n);
	change->value = arena_take(scope->arena, &value);
	change->unknown =
		arena_format(scope->arena, "COUNT(%s)=0", buf_text(&cells));
	buf_free(&cells);
	return !parent;
}

#define PLANNED "{volume}*(1+SUM({target_change}))"

static const char *
formula_planned_contacts(const struct expr_scope *scope, size_t row)
{
	const struct reason_view *view = view_at(scope, row);
	struct volume_change change;

	if (!view->counted || isnan(view->volume) ||
	    !change_make(&change, scope, row))
		return NULL;
	return view->parent ? arena_format(scope->arena, "{volume}*(1+SUM(%s))",
					   change.value)
			    : PLANNED;
}

/* Figures of a reason follow its contacts. Of reasons with as many the one
 * above is the larger; those that tell none come last, as sorted. What a
 * contact costs is an average over channels, and stays. */
#define LARGER "'>'&{volume}*1.000000000001"
#define ABOVE(same) "SUMPRODUCT(" same "*(ROW([volume])<=ROW({volume})))"
#define SAME ABOVE("([volume]={volume})")
#define RANK                                                                   \
	"IF({volume}='',COUNT([volume])+" ABOVE(                               \
		"([volume]='')*([name]&[id]<>'')") ",COUNTIF([volume]," LARGER \
						   ")+" SAME ")"
#define OF_ALL(volume) \
	"IF(OR({volume}='',$reasons_volume<=0),''," volume "/$reasons_volume)"
#define SHARE OF_ALL("{volume}")
#define CUMULATIVE \
	OF_ALL("(SUMIF([volume]," LARGER ",[volume])+{volume}*" SAME ")")
#define COST                                          \
	"IF(COUNT({volume},{cost_per_contact})<2,''," \
	"ROUND({volume}*{cost_per_contact},6))"
#define REVENUE                                          \
	"IF(OR(COUNT({volume},{revenue_per_contact})<2," \
	"{economics}<>@economics.revenue),'',"           \
	"IF({volume}*{revenue_per_contact}<=0,'',"       \
	"{volume}*{revenue_per_contact}))"
#define NET                                                   \
	"IF(OR({cost}='',AND({economics}=@economics.revenue," \
	"{revenue_per_contact}='')),'',SUM({revenue})-{cost})"

/* no sum of others */
static bool
is_counted(const struct expr_scope *scope, size_t row)
{
	return view_at(scope, row)->counted;
}

static bool
has_contacts(const struct expr_scope *scope, size_t row)
{
	return is_counted(scope, row) && view_at(scope, row)->volume > 0;
}

static const char *
formula_rate(const struct expr_scope *scope, size_t row)
{
	const struct number_value *activity =
		&scope->review->plan->plan.activity.per_year;

	if (!is_set(&activity->at) || activity->n <= 0 ||
	    !is_counted(scope, row))
		return NULL;
	return arena_format(scope->arena,
			    "IF({volume}='','',{volume}/%.15g*100)",
			    activity->n);
}

/* contacts that are automated still cost what self-service does */
static const char *
formula_saving(const struct expr_scope *scope, size_t row)
{
	const struct reason_view *view = view_at(scope, row);
	const struct channel *channel = scope->review->view->self_service;
	const char *cost = "{cost}";
	struct volume_change change;

	if (!view->counted || isnan(view->cost) ||
	    (channel && !row_can_be_named(channel->object.id)) ||
	    !change_make(&change, scope, row))
		return NULL;
	if (channel)
		cost = arena_format(scope->arena,
				    "{cost}-IF({disposition}="
				    "@disposition.automate,{volume}*"
				    "[channels.cost_per_contact:%s],0)",
				    channel->object.id);
	return arena_format(scope->arena,
			    "IF(OR(%s,{cost}=''),'',IF(OR(%s>=0,{disposition}="
			    "@disposition.leverage),0,-1*%s*(%s)))",
			    change.unknown, change.value, change.value, cost);
}

/* --- sums of parts -------------------------------------------------------- */

/* parts that a formula names, and a call in it */
enum { PARTS_MOST = 24, CALL_MOST = 12 };

/* SUM or COUNT of the parts' cells in the column, wherever they are sorted to;
 * parts with parts of their own have sums. false: they can't all be named. */
static bool
parts_add(struct buf *buf, const struct expr_scope *scope, size_t row,
	  const char *function, const char *column)
{
	const struct view *view = scope->review->view;
	const struct object *whole = scope->table->objects[row];
	size_t n = 0;

	FOR_EACH (reason, view->plan->contact_reasons) {
		const struct reason_view *part =
			&view->reasons[reason->object.index];

		if (!part->parent || &part->parent->object != whole)
			continue;
		if (!row_can_be_named(reason->object.id) || n == PARTS_MOST)
			return false;
		buf_puts(buf, n % CALL_MOST ? "," : n ? ")+" : "");
		if (n++ % CALL_MOST == 0)
			buf_printf(buf, "%s(", function);
		buf_printf(buf, "[%s%s:%s]", part->counted ? "" : "sum_",
			   column, reason->object.id);
	}
	buf_putc(buf, ')');
	return n > 0;
}

/* template: with %s for a sum of parts, then for what is to be counted */
static const char *
formula_of_parts(const struct expr_scope *scope, size_t row,
		 const char *template, const char *column)
{
	struct buf sum = {0}, count = {0};
	const char *formula = NULL;

	if (!is_counted(scope, row) &&
	    parts_add(&sum, scope, row, "SUM", column) &&
	    parts_add(&count, scope, row, "COUNT", column))
		formula = arena_format(scope->arena, template, buf_text(&count),
				       buf_text(&sum));
	buf_free(&sum);
	buf_free(&count);
	return formula;
}

static const char *
formula_sum_volume(const struct expr_scope *scope, size_t row)
{
	return formula_of_parts(scope, row, "IF(%s=0,'',%s)", "volume");
}

static const char *
formula_sum_share(const struct expr_scope *scope, size_t row)
{
	return formula_sum_volume(scope, row)
		       ? "IF(OR({sum_volume}='',$reasons_volume<=0),'',"
			 "{sum_volume}/$reasons_volume)"
		       : NULL;
}

/* unknown where that of a part is that has contacts */
static const char *
formula_sum_cost(const struct expr_scope *scope, size_t row)
{
	struct buf contacts = {0};
	const char *formula = NULL, *template;

	if (!is_counted(scope, row) &&
	    parts_add(&contacts, scope, row, "COUNT", "volume")) {
		template = arena_format(scope->arena,
					"IF(OR({sum_volume}='',%%s<%s),'',%%s)",
					buf_text(&contacts));
		formula = formula_of_parts(scope, row, template, "cost");
	}
	buf_free(&contacts);
	return formula;
}

/* --- columns -------------------------------------------------------------- */

static const struct column reason_columns[] = {
	COLUMN("name", "Reason", TEXT, .width = 30),
	COLUMN("rank", "Rank", COUNT, .width = 6, .sheet_only = true,
	       .live = RANK, .live_if = is_counted),
	COLUMN("volume", "Contacts", COUNT, .from = "annual_volume",
	       .unit = N_("a year"), .total = true),
	COLUMN("sum_volume", "Contacts of its parts", COUNT,
	       .unit = N_("a year"), .width = 12, .rare = true,
	       .live_of = formula_sum_volume, .live_known = true),
	COLUMN("share", "Share of contacts", PERCENT, .width = 14,
	       .total = true, .bars = BARS_HALF, .live = SHARE,
	       .live_if = is_counted),
	COLUMN("sum_share", "Share of its parts", PERCENT, .width = 12,
	       .rare = true, .live_of = formula_sum_share, .live_known = true),
	COLUMN("cumulative", "Running total", PERCENT, .live = CUMULATIVE,
	       .live_if = is_counted, .folded = true),
	COLUMN("rate", "Rate", NUMBER, .unit = PER_ACTIVITY, .total = true,
	       .live_of = formula_rate, .folded = true),
	COLUMN("handle_time", "Handle time", COUNT, .unit = N_("s"),
	       .folded = true),
	COLUMN("cost", "Cost", MONEY, .unit = MONEY_A_YEAR, .total = true,
	       .live = COST, .live_if = has_contacts),
	COLUMN("sum_cost", "Cost of its parts", MONEY, .unit = MONEY_A_YEAR,
	       .rare = true, .live_of = formula_sum_cost, .live_known = true),
	COLUMN("revenue", "Revenue", MONEY, .unit = MONEY_A_YEAR, .total = true,
	       .live = REVENUE, .live_if = is_counted),
	COLUMN("net", "Net", MONEY, .unit = MONEY_A_YEAR, .total = true,
	       .live = NET, .live_if = is_counted, .folded = true),
	COLUMN("demand", "Demand", WORD, .bold = "failure",
	       .bold_list = CHOICE_demand),
	COLUMN("value_to_customer", "Value to customer", NUMBER,
	       .unit = N_("±5"), .width = 12, .score = true),
	COLUMN("value_to_company", "Value to company", NUMBER, .unit = N_("±5"),
	       .width = 12, .score = true),
	COLUMN("quadrant", "Quadrant", WORD, .folded = true),
	EDIT("disposition", "What we do", CHOICE_disposition, WORD),
	COLUMN("owner", "Owner", TEXT, .from = "owner_unit", .width = 22),
	COLUMN("root_cause", "Root cause", TEXT, .width = 40),
	EDIT("target_change", "Planned change", -1, CHANGE),
	COLUMN("planned", "Planned contacts", COUNT, .unit = N_("a year"),
	       .total = true, .live = PLANNED,
	       .live_of = formula_planned_contacts, .folded = true),
	COLUMN("saving", "Saving", MONEY, .unit = MONEY_A_YEAR, .total = true,
	       .printed = true, .live_of = formula_saving),
	COLUMN("economics", "Economics", WORD),
	COLUMN("plan", "Actions", TEXT, .width = 104),
	COLUMN("state", "State of the actions", STATUS),
	COLUMN("customer_words", "In customers' words", TEXT, .width = 60),
	COLUMN("by_channel", "By channel", TEXT, .width = 124),
	COLUMN("serves", "Serves", TEXT, .width = 50),
	COLUMN("revenue_per_contact", "Revenue per contact", MONEY,
	       .unit = MONEY_UNIT),
	COLUMN("cost_per_contact", "Cost per contact", MONEY,
	       .unit = MONEY_UNIT, .sheet_only = true),
	COLUMN("complex", "Complex", WORD),
	COLUMN("urgent", "Urgent", WORD),
	COLUMN("emotional", "Emotional", WORD),
	COLUMN("parent", "Part of", TEXT),
};

/* figures of one reason, as the columns are summed */
static void
put_figures(struct sheet *sheet, const struct reason_view *view)
{
	put_number(sheet, "volume", view->volume);
	put_number(sheet, "share", view->share);
	put_number(sheet, "cumulative", view->cumulative);
	put_number(sheet, "rate", view->rate);
	put_number(sheet, "cost", view->cost);
	put_number(sheet, "cost_per_contact", view->cost / view->volume);
	put_number(sheet, "revenue", view->revenue > 0 ? view->revenue : NAN);
	put_number(sheet, "net", view->net);
	put_number(sheet, "planned", view->planned);
	put_number(sheet, "saving", view->saving);
}

/* a sum of other rows, in columns that aren't summed once more */
static void
put_sums(struct sheet *sheet, const struct reason_view *view)
{
	put_number(sheet, "volume", NAN);
	put_number(sheet, "sum_volume", view->volume);
	put_number(sheet, "sum_share", view->share);
	put_number(sheet, "sum_cost", view->cost);
}

static void
reason_row(struct sheet *sheet, const struct reason *reason)
{
	const struct reason_view *view =
		&sheet->view->reasons[reason->object.index];

	sheet_row(sheet, &reason->object);
	if (view->counted)
		put_figures(sheet, view);
	else
		put_sums(sheet, view);
	put_word(sheet, "quadrant", CHOICE_disposition, view->quadrant);
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
		if (i < sheet->view->counted)
			put_number(sheet, "rank", i + 1);
	}
}

const struct table_kind table_contact_reasons = {.entities = {"reason"},
						 .collection =
							 "contact_reasons",
						 COLUMNS(reason_columns),
						 .fill = reasons_fill};
