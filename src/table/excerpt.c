/* excerpt.c - excerpts of the tables: columns, values, headers, texts */
#include <libintl.h>

#include "ces/message.h"
#include "ces/question.h"
#include "excerpt_inside.h"
#include "tables.h"

#define COUNT_OF(list) (sizeof(list) / sizeof(*(list)))

struct expr_scope
scope_of(const struct expr_scope *scope, enum table_id table, size_t row)
{
	struct expr_scope own = *scope;

	own.table = tables_get(scope->tables, table);
	own.row = row;
	return own;
}

/* --- values that no template says ------------------------------------- */

static const struct expr *
preparation_title(const struct expr_scope *scope, size_t i)
{
	return expr_text(scope->arena, gettext(preparations[i].title));
}

/* "✓ Done 25 Feb", "● 60%, 31 Jul", "■ Overdue, 31 Jul" */
static const struct expr *
preparation_state(const struct expr_scope *scope, size_t i)
{
	static const struct phrase phrases[] = {
		{"AND({state}=#done,SUM({completed})>0)",
		 N_("{state} {completed}")},
		{"OR({state}=#done,SUM({due})=0)", N_("{state}")},
		{"AND({state}=#on_track,SUM({percent})>0)",
		 N_("{mark} {percent}%, {due}")},
		{NULL, N_("{state}, {due}")}};
	static const struct binding bindings[] = {
		{.name = "state", .template = "{state}"},
		{.name = "completed", .template = "SHORT_DAY({completed})"},
		{.name = "due", .template = "SHORT_DAY({due})"},
		{.name = "mark", .template = "^good"},
		{.name = "percent", .template = "ROUND({percent}*100,0)"}};
	struct expr_scope own = *scope;

	(void)i;
	if (scope->row == NO_ROW)
		return expr_text(scope->arena, gettext("not planned"));
	own.bindings = bindings;
	own.n = COUNT_OF(bindings);
	return expr_phrases(&own, phrases);
}

/* "Segments", where the table says "Customer segmentation" */
static const struct expr *
readiness_section(const struct expr_scope *scope, size_t i)
{
	(void)i;
	return expr_text(scope->arena,
			 section_label(scope->table->ids[scope->row]));
}

/* --- the excerpts ----------------------------------------------------- */

static const struct excerpt_column decisions[] = {
	{.key = "statement", .header = N_("Decision")},
	{.key = "amount", .header = N_("Amount {money}")},
	{.key = "due",
	 .header = N_("Decide by"),
	 .template = "IF(OR(LEFT({state},1)=^asked,LEFT({state},1)=^bad),"
		     "IF({due}='','',{due}),{state})"},
	{.key = "asked_of", .header = N_("Asked of")},
	{.key = "answers",
	 .header = N_("What it answers"),
	 .template = "IF({answers}='',{about},{answers})"},
};

static const struct excerpt_column actions[] = {
	{.key = "prepares",
	 .header = N_("Preparation"),
	 .make = preparation_title},
	{.key = "state", .header = N_("State"), .make = preparation_state},
};

static const struct excerpt_column measures[] = {
	{.key = "name", .header = N_("Measure")},
	{.key = "unit", .header = N_("Unit")},
	{.key = "baseline", .header = N_("Baseline")},
	{.key = "latest", .header = N_("Latest")},
	{.key = "target", .header = N_("Target")},
	{.key = "target_date", .header = N_("Target due")},
	{.key = "progress", .header = N_("Way to target")},
	{.key = "planned", .header = N_("Planned by then")},
	{.key = "state", .header = N_("Status")},
	{.key = "real", .header = N_("Is the change real?")},
};

static const struct excerpt_column reasons[] = {
	{.key = "name",
	 .header = N_("Reason"),
	 .total = "IF(ROWS([name])=1,'The one reason','All {n} reasons')"},
	{.key = "volume",
	 .header = N_("Contacts a year"),
	 .total = "SUM([volume])"},
	{.key = "cost", .header = N_("Cost {money}"), .total = "SUM([cost])"},
	{.key = "revenue",
	 .header = N_("Revenue {money}"),
	 .total = "SUM([revenue])"},
	{.key = "demand",
	 .header = N_("Demand"),
	 .total = "IF($reasons_volume>0,'{failure}% {word}','')"},
	{.key = "share", .header = N_("Share of contacts")},
	{.key = "target_change",
	 .header = N_("Planned change"),
	 .total = "IF(OR(COUNT([target_change])=0,SUM([planned])<=0,"
		  "$reasons_volume<=0),'',SUM([planned])/$reasons_volume-1)"},
	{.key = "disposition", .header = N_("What we do")},
	{.key = "owner", .header = N_("Owner")},
};

static const struct binding total_bindings[] = {
	{.name = "n", .template = "WORDS(ROWS([name]))"},
	{.name = "failure", .template = "$reasons_failure"},
	{.name = "word", .template = "@demand.failure"},
};

static const struct excerpt_column scores[] = {
	{.key = "name", .header = N_("Reason")},
	{.key = "value_to_customer", .header = N_("Value to customer")},
	{.key = "value_to_company", .header = N_("Value to company")},
	{.key = "quadrant", .header = N_("Quadrant")},
};

static const struct excerpt_column events[] = {
	{.key = "name", .header = N_("Event")},
	{.key = "next_start", .header = N_("From")},
	/* as far from the next start as the first end from the first start */
	{.key = "end",
	 .header = N_("To"),
	 .template = "IF(COUNT({next_start},{end},{start})<3,'',"
		     "{next_start}+{end}-{start})"},
	{.key = "lead_days",
	 .header = N_("Notice, d"),
	 .template = "IF({lead_days}='','■ none',{lead_days})"},
	{.key = "effects", .header = N_("Expected effect on contacts")},
	{.key = "contacts", .header = N_("Replies")},
	{.key = "confidence", .header = N_("Confidence")},
};

static const struct excerpt_column insights[] = {
	{.key = "insight", .header = N_("Insight")},
	{.key = "value_per_year",
	 .header = N_("{money} a year"),
	 .template = "IF(COUNT({value_per_year},{cost_per_year})=0,'',"
		     "MAX({value_per_year},{cost_per_year}))"},
	{.key = "consumers", .header = N_("For")},
	{.key = "state", .header = N_("Status")},
	{.key = "told_customers",
	 .header = N_("Customers told"),
	 .template = "IF({told_customers}='','',"
		     "IF({told_customers}='yes','Yes','Not yet'))"},
};

static const struct excerpt_column findings[] = {
	{.key = "message", .header = N_("Finding")},
	{.key = "severity", .header = N_("Severity")},
	{.key = "section", .header = N_("Section")},
};

static const struct excerpt_column readiness[] = {
	{.key = "section", .header = N_("Section"), .make = readiness_section},
	{.key = "percent", .header = N_("filled")},
};

#define COLUMNS_OF(list) \
	.columns = (list), .column_count = sizeof(list) / sizeof(*(list))

static const struct {
	const struct excerpt_column *columns;
	size_t column_count;
	const char *subject; /* title without rows; NULL: the same */
	const char *none;    /* text without rows in the table; NULL: its own */
	const char *empty;   /* text where no row is chosen; NULL: none */
	const char *top;     /* header of the first of many */
	bool total;
} kinds[EXCERPT_COUNT] = {
	[EXCERPT_DECISIONS] = {COLUMNS_OF(decisions),
			       .subject = N_("Decisions asked"),
			       .none = N_("No decision is asked yet. What do "
					  "you need from the sponsor to go "
					  "on?"),
			       .empty = N_("Every decision is made.")},
	[EXCERPT_ACTIONS] = {COLUMNS_OF(actions), .subject = N_("Actions"),
			     .none = N_("No action is planned yet.")},
	[EXCERPT_MEASURES] = {COLUMNS_OF(measures),
			      .subject = N_("Headline measures"),
			      .none = N_("No measure is marked as a headline "
					 "yet.")},
	[EXCERPT_REASONS] = {COLUMNS_OF(reasons),
			     .none = N_("No contact reason is written down "
					"yet."),
			     .top = N_("Top {n} reasons"), .total = true},
	[EXCERPT_MATRIX] = {COLUMNS_OF(scores),
			    .empty = N_("No reason tells yet what it is worth "
					"to customers and to the company.")},
	[EXCERPT_EVENTS] = {COLUMNS_OF(events), .subject = N_("Next 90 days"),
			    .none = N_("No event is known: no season, "
				       "campaign, price or system change.")},
	[EXCERPT_INSIGHTS] = {COLUMNS_OF(insights),
			      .subject = N_("What we learned"),
			      .none = N_("No insight is recorded yet.")},
	[EXCERPT_FINDINGS] = {COLUMNS_OF(findings),
			      .empty = N_("All that was found is waived, with "
					  "its reason on the sheet.")},
	[EXCERPT_READINESS] = {COLUMNS_OF(readiness)},
};

/* reason why there are no rows */
static const char *
empty_text(enum excerpt_id id, const struct table *table)
{
	if (table->rows && kinds[id].empty)
		return gettext(kinds[id].empty);
	return kinds[id].none ? gettext(kinds[id].none) : table->empty;
}

/* "Decision (3 of 8)", "Top five reasons" */
static const char *
first_header(const struct expr_scope *scope, const struct excerpt *excerpt,
	     const char *top)
{
	const char *head = gettext(excerpt->columns[0].header);
	const char *n = count_word(excerpt->n, false);

	if (excerpt->n == excerpt->all)
		return head;
	if (top)
		return message_text(scope->arena, gettext(top),
				    ARGS(TEXT_ARG("n", n)));
	return message_text(scope->arena, gettext("{head} ({shown} of {all})"),
			    ARGS(TEXT_ARG("head", head),
				 COUNT_ARG("shown", (double)excerpt->n),
				 COUNT_ARG("all", (double)excerpt->all)));
}

void
excerpt_make(struct excerpt *excerpt, const struct expr_scope *scope,
	     enum excerpt_id id)
{
	const char *subject = kinds[id].subject;

	excerpt_choose(excerpt, scope, id);
	excerpt->columns = kinds[id].columns;
	excerpt->column_count = kinds[id].column_count;
	excerpt->total = kinds[id].total && excerpt->n;
	if (!excerpt->n)
		excerpt->empty = empty_text(id, excerpt->table);
	excerpt->title = excerpt->n || !subject
				 ? excerpt_title(scope, id)
				 : expr_text(scope->arena, gettext(subject));
	excerpt->first = first_header(scope, excerpt, kinds[id].top);
}

const struct column *
excerpt_about(const struct excerpt *excerpt,
	      const struct excerpt_column *column)
{
	int i = table_column(excerpt->table, column->key);

	return &excerpt->table->columns[i];
}

/* Words of the format begin with a capital. Programs disagree on capitals of
 * letters beyond ASCII. */
static bool
wants_capital(const struct column *column, const struct cell *cell)
{
	return column->kind == COLUMN_WORD && cell->text &&
	       *cell->text >= 'a' && *cell->text <= 'z';
}

const struct expr *
excerpt_value(const struct expr_scope *scope, const struct excerpt *excerpt,
	      size_t i, const struct excerpt_column *column)
{
	size_t row = excerpt->rows[i];
	struct expr_scope own = scope_of(scope, excerpt->table->id, row);
	const char *key = column->key, *template = column->template;

	if (column->make)
		return column->make(&own, i);
	if (!template && wants_capital(excerpt_about(excerpt, column),
				       table_at(excerpt->table, row, key)))
		template = arena_format(scope->arena,
					"UPPER(LEFT({%s},1))&MID({%s},2,250)",
					key, key);
	else if (!template)
		template = arena_format(scope->arena, "{%s}", key);
	return expr_parse(&own, template);
}

const struct expr *
excerpt_total(const struct expr_scope *scope, const struct excerpt *excerpt,
	      const struct excerpt_column *column)
{
	struct expr_scope own = scope_of(scope, excerpt->table->id, NO_ROW);
	const struct expr *total;
	struct value value;

	if (!column->total)
		return NULL;
	own.bindings = total_bindings;
	own.n = COUNT_OF(total_bindings);
	total = expr_parse(&own, column->total);
	value = expr_value(&own, total, 0);
	/* a column without values has no sum */
	return value.kind == VALUE_NUMBER && value.number == 0 ? NULL : total;
}

const char *
excerpt_header(const struct expr_scope *scope, const struct excerpt *excerpt,
	       const struct excerpt_column *column, const char *scale)
{
	const char *money =
		arena_format(scope->arena, "%s%s", currency_sign(scope), scale);

	if (column == excerpt->columns)
		return excerpt->first;
	return message_text(scope->arena, gettext(column->header),
			    ARGS(TEXT_ARG("money", money)));
}
