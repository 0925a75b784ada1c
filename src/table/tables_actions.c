/* tables_actions.c - actions, decisions, gaps and the business case */
#include "tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/expr.h"
#include "ces/language.h"

/* --- actions ------------------------------------------------------------ */

static const struct column action_columns[] = {
	COLUMN("title", "Action", TEXT, .width = 44),
	COLUMN("section", "Section", WORD, .width = 16),
	EDIT("owner", "Owner", -1, TEXT, .width = 18, .people = true),
	EDIT("due", "Due", -1, DATE),
	EDIT("status", "Status", CHOICE_action_status, WORD, .width = 12),
	EDIT("percent", "Done", -1, PERCENT, .bars = BARS_WHOLE),
	COLUMN("state", "State", STATUS,
	       .live = "IF({title}&{id}='','',"
		       "IF({status}=@action_status.done,#done,"
		       "IF({status}=@action_status.cancelled,#cancelled,"
		       "IF(AND({due}<>'',{due}<as_of),#overdue,"
		       "IF({owner}='',#no_owner,"
		       "IF({due}='',#no_date,"
		       "IF(OR({status}=@action_status.not_started,"
		       "AND({status}='',SUM({percent})=0)),"
		       "#not_started,#on_track)))))))"),
	COLUMN("overdue", "Overdue", COUNT, .unit = N_("days"), .folded = true,
	       .live = "IF({status}=@action_status.done,'',"
		       "IF({status}=@action_status.cancelled,'',"
		       "IF(AND({due}<>'',{due}<as_of),as_of-{due},'')))"),
	COLUMN("worth", "Worth", MONEY, .unit = MONEY_A_YEAR, .total = true),
	/* the bars show the rest, or few readers need it */
	COLUMN("start", "Start", DATE, .folded = true),
	COLUMN("completed", "Completed", DATE, .folded = true),
	COLUMN("prepares", "Prepares", WORD, .folded = true),
	COLUMN("improves", "Improves", TEXT, .folded = true),
	COLUMN("depends_on", "Depends on", TEXT, .folded = true),
	COLUMN("effect", "Expected effect", TEXT, .folded = true),
	COLUMN("evidence", "Evidence", TEXT, .folded = true),
};

/* without a status it is open, as for all who read the view, and begun once a
 * part of it is done */
static enum state_id
action_state(const struct sheet *sheet, const struct action *action)
{
	const struct action_view *view =
		&sheet->view->actions[action->object.index];

	if (word_is(&action->status, ACTION_DONE))
		return STATE_done;
	if (word_is(&action->status, ACTION_CANCELLED))
		return STATE_cancelled;
	if (view->overdue)
		return STATE_overdue;
	/* none in the cell, though one that can't be read may be in the plan */
	if (!is_set(&action->owner.at))
		return STATE_no_owner;
	if (!is_set(&action->due.at))
		return STATE_no_date;
	return action_is_begun(action) ? STATE_on_track : STATE_not_started;
}

/* told, or 100 of a done action and 0 of one not started */
static double
action_percent(const struct action *action)
{
	if (is_set(&action->percent.at))
		return action->percent.n;
	if (!is_set(&action->status.at))
		return NAN;
	if (action->status.word == ACTION_DONE)
		return 100;
	return action->status.word == ACTION_NOT_STARTED ? 0 : NAN;
}

static void
action_row(struct sheet *sheet, const void *item)
{
	const struct action *action = item;
	const struct action_view *view =
		&sheet->view->actions[action->object.index];

	if (is_set(&action->section.at))
		put_section(sheet, "section", action->section.text);
	put_number(sheet, "percent", action_percent(action));
	put_state(sheet, "state", action_state(sheet, action));
	if (view->overdue)
		put_number(sheet, "overdue", view->overdue);
}

static struct order
action_order(const struct sheet *sheet, const void *item)
{
	const struct action *action = item;

	(void)sheet;
	return (struct order){.date = action->due.date};
}

/* --- decisions ---------------------------------------------------------- */

static const struct column decision_columns[] = {
	COLUMN("statement", "Decision", TEXT, .width = 44),
	COLUMN("state", "State", STATUS,
	       .live = "IF({statement}&{id}='','',"
		       "IF({outcome}=@outcome.approved,#approved,"
		       "IF({outcome}=@outcome.rejected,#rejected,"
		       "IF({outcome}=@outcome.deferred,#deferred,"
		       "IF(AND({due}<>'',{due}<as_of),#overdue,#asked)))))"),
	COLUMN("asked_of", "Asked of", TEXT, .width = 18),
	COLUMN("due", "Decide by", DATE),
	COLUMN("amount", "Amount", MONEY, .unit = MONEY_UNIT, .total = true),
	EDIT("outcome", "Outcome", CHOICE_outcome, WORD),
	EDIT("decided", "Decided", -1, DATE),
	COLUMN("answers", "What it answers", TEXT, .width = 34),
	COLUMN("about", "About", TEXT),
	COLUMN("note", "Note", TEXT),
};

bool
decision_is_pending(const struct decision *decision)
{
	return !is_set(&decision->outcome.at) ||
	       decision->outcome.word == OUTCOME_OPEN;
}

static enum state_id
decision_state(const struct sheet *sheet, const struct decision *decision)
{
	static const enum state_id states[] = {
		[OUTCOME_OPEN] = STATE_asked,
		[OUTCOME_APPROVED] = STATE_approved,
		[OUTCOME_REJECTED] = STATE_rejected,
		[OUTCOME_DEFERRED] = STATE_deferred,
	};

	if (!decision_is_pending(decision))
		return states[decision->outcome.word];
	if (is_set(&decision->due.at) &&
	    date_compare(decision->due.date, sheet->view->as_of) < 0)
		return STATE_overdue;
	return states[OUTCOME_OPEN];
}

/* the first item of a collection that the decision is about, from i on; or NULL
 */
static const void *
about(const struct decision *decision, const struct map *map, uint32_t *i)
{
	while (*i < decision->about.n) {
		const struct object *to = decision->about.items[(*i)++].to;

		if (to && to->index < map->n && map->items[to->index] == to)
			return to;
	}
	return NULL;
}

double
decision_risk(const struct plan *plan, const struct decision *decision)
{
	const struct gap *gap;
	double sum = NAN;
	uint32_t i = 0;

	while ((gap = about(decision, &plan->gaps, &i)))
		if (is_set(&gap->value_at_risk.at))
			sum = (isnan(sum) ? 0 : sum) + gap->value_at_risk.n;
	return sum;
}

static void
put_answers(struct sheet *sheet, const struct decision *decision)
{
	double risk = decision_risk(sheet->plan, decision);
	uint32_t i = 0;
	const struct investment *investment =
		about(decision, &sheet->plan->investments, &i);
	struct buf buf = {0}, amount = {0};

	if (isfinite(risk)) {
		money_add(&amount, sheet->language, sheet->plan, risk);
		message_fill(&buf, sheet->language, RISK,
			     ARGS(TEXT_ARG("amount", buf_text(&amount))));
	} else if (is_set(&decision->note.at)) {
		buf_puts(&buf, decision->note.text);
	} else if (investment && is_set(&investment->benefit.at)) {
		message_fill(
			&buf, sheet->language,
			word_is(&investment->decided, DECIDED_GATED)
				? N_("Gated: {benefit}")
				: N_("Brings: {benefit}"),
			ARGS(TEXT_ARG("benefit", investment->benefit.text)));
	}
	buf_free(&amount);
	put_buf(sheet, "answers", &buf);
}

static void
decision_row(struct sheet *sheet, const void *item)
{
	put_state(sheet, "state", decision_state(sheet, item));
	put_answers(sheet, item);
}

/* open ones first, the most urgent on top */
static struct order
decision_order(const struct sheet *sheet, const void *item)
{
	const struct decision *decision = item;

	(void)sheet;
	return (struct order){.rank = !decision_is_pending(decision),
			      .date = decision->due.date};
}

/* --- the business case -------------------------------------------------- */

/* the sums over the sheets, by the item's id; a table without rows has none */
static const struct {
	const char *id;
	enum table_id table;
	const char *formula;
} sums[] = {
	{"saving", TABLE_contact_reasons, "SUM([contact_reasons.saving])"},
	{"funded", TABLE_investments, "SUM([investments.saving])"},
	{"at_risk", TABLE_gaps, "SUM([gaps.value_at_risk])"},
	{"worth", TABLE_actions,
	 "SUM([actions.worth])-SUMIF([actions.status],@action_status.done,"
	 "[actions.worth])-SUMIF([actions.status],@action_status.cancelled,"
	 "[actions.worth])"},
	{"invested", TABLE_investments,
	 "SUMIF([investments.state],^done*,[investments.amount])"},
	{"asked", TABLE_investments,
	 "SUMIF([investments.state],^asked*,[investments.amount])"},
	{"spent", TABLE_business_case,
	 "SUM([amount:invested])+SUM([amount:asked])"},
	{"net", TABLE_business_case,
	 "SUM([amount:funded])-SUM([amount:spent])"},
	{"decisions_asked", TABLE_decisions, "$decisions_amount"},
};

static const char *
formula_amount(const struct expr_scope *scope, size_t row)
{
	const char *id = scope->table->ids[row];
	size_t amount = (size_t)table_column(scope->table, "amount");

	if (isnan(table_cell(scope->table, row, amount)->number))
		return NULL;
	for (size_t i = 0; i < COUNT_OF(sums); i++)
		if (!strcmp(sums[i].id, id) &&
		    tables_get(scope->tables, sums[i].table)->rows)
			return sums[i].formula;
	return NULL;
}

static const char *
formula_months(const struct expr_scope *scope, size_t row)
{
	return !strcmp(scope->table->ids[row], "payback")
		       ? "IF(AND(SUM([amount:funded])>0,"
			 "COUNT([amount:spent])>0),SUM([amount:spent])/"
			 "[amount:funded]*12,'')"
		       : NULL;
}

static const struct column case_columns[] = {
	COLUMN("name", "Item", TEXT, .width = 34),
	COLUMN("amount", "Amount", MONEY, .unit = MONEY_UNIT, .amount = true,
	       .live_of = formula_amount),
	COLUMN("months", "Months", NUMBER, .live_of = formula_months),
	COLUMN("basis", "How it is worked out", TEXT, .width = 60),
};

static void
case_fill(struct sheet *sheet)
{
	const struct case_view *view = &sheet->view->business;
	const struct item items[] = {
		{"saving", view->saving, NULL},
		{"funded", view->funded, NULL},
		{"at_risk", view->at_risk, NULL},
		{"worth", view->worth, NULL},
		{"invested", view->invested, NULL},
		{"asked", view->asked, NULL},
		{"spent", view->spent, NULL},
		{"net", view->funded - view->spent, NULL},
		{"decisions_asked", view->decisions_asked, NULL},
		{"payback", NAN, NULL},
	};
	bool known = false;

	for (size_t i = 0; i < COUNT_OF(items); i++)
		known |= items[i].value > 0 || items[i].value < 0;
	if (!known)
		return;
	put_items(sheet, "amount", items, COUNT_OF(items));
	put_number(sheet, "months", view->payback_months);
}

/* --- gaps --------------------------------------------------------------- */

static const struct column gap_columns[] = {
	COLUMN("statement", "Gap", TEXT, .width = 44),
	COLUMN("kind", "Kind", WORD),
	COLUMN("value_at_risk", "Value at risk", MONEY, .unit = MONEY_A_YEAR,
	       .total = true),
	COLUMN("actions", "Actions", TEXT),
	COLUMN("owner", "Owner", TEXT, .width = 18),
	COLUMN("state", "State of the actions", STATUS),
};

static void
gap_row(struct sheet *sheet, const void *item)
{
	const struct gap *gap = item;

	put_state(sheet, "state", actions_state(sheet, &gap->actions));
}

/* --- investments -------------------------------------------------------- */

/* reasons that a formula can name, and that a SUM of it can */
enum { PAID_MOST = 60, SUM_MOST = 12 };

/* the sum over the reasons that it pays for, wherever they are sorted to */
static const char *
formula_paid(const struct expr_scope *scope, size_t row)
{
	const struct object *investment = scope->table->objects[row];
	const struct view *view = scope->review->view;
	struct buf sum = {0};
	bool named = true;
	size_t n = 0;

	FOR_EACH (reason, view->plan->contact_reasons) {
		const struct reason_view *made =
			&view->reasons[reason->object.index];

		if (!made->paid_by || &made->paid_by->object != investment)
			continue;
		buf_puts(&sum, !n ? "SUM(" : n % SUM_MOST ? "," : ")+SUM(");
		buf_printf(&sum, "[contact_reasons.saving:%s]",
			   reason->object.id);
		named &= row_can_be_named(reason->object.id);
		n++;
	}
	buf_putc(&sum, ')');
	if (named && n && n <= PAID_MOST)
		return arena_take(scope->arena, &sum);
	buf_free(&sum);
	return NULL;
}

static const enum state_id decided_states[] = {
	[DECIDED_ASKED] = STATE_asked,
	[DECIDED_APPROVED] = STATE_approved,
	[DECIDED_GATED] = STATE_gated,
	[DECIDED_DECLINED] = STATE_declined,
};

static const struct column investment_columns[] = {
	COLUMN("name", "Investment", TEXT, .width = 34),
	COLUMN("kind", "Kind", WORD),
	COLUMN("amount", "Amount", MONEY, .unit = MONEY_UNIT, .total = true),
	COLUMN("state", "State", STATUS, .from = "decided",
	       .states = decided_states),
	COLUMN("decision", "Decision", TEXT),
	COLUMN("saving", "Saving", MONEY, .unit = MONEY_A_YEAR, .total = true,
	       .live_of = formula_paid, .live_known = true),
	COLUMN("payback", "Payback", NUMBER, .unit = N_("months"),
	       .live = "IF(SUM({saving})>0,{amount}/{saving}*12,'')",
	       .live_known = true),
	COLUMN("reasons", "Contact reasons", TEXT),
	COLUMN("objectives", "Objectives", TEXT),
	COLUMN("actions", "Actions", TEXT),
	COLUMN("benefit", "Benefit", TEXT),
};

static int
compare_amounts(const void *pa, const void *pb)
{
	const struct investment *const *a = pa, *const *b = pb;

	return ((*a)->amount.n > (*b)->amount.n) -
	       ((*a)->amount.n < (*b)->amount.n);
}

/* The investment of the very amount, as a decision that says nothing of what
 * it is about asks for it. */
static const struct object *
of_amount(const struct investment **sorted, size_t n,
	  const struct decision *decision)
{
	const struct investment key = {.amount = decision->amount};
	const struct investment *at = &key, **found;

	if (decision->about.n || !is_set(&decision->amount.at))
		return NULL;
	found = bsearch(&at, sorted, n, sizeof(*sorted), compare_amounts);
	return found ? &(*found)->object : NULL;
}

/* the decisions about each */
static struct names *
gather_decisions(struct sheet *sheet)
{
	const struct map *investments = &sheet->plan->investments;
	struct names *statements = names_each(sheet, investments);
	const struct investment **sorted = arena_alloc(
		sheet->arena, (investments->n + 1) * sizeof(*sorted));
	size_t n = 0;

	FOR_EACH (investment, *investments)
		if (is_set(&investment->amount.at))
			sorted[n++] = investment;
	qsort(sorted, n, sizeof(*sorted), compare_amounts);
	FOR_EACH (decision, sheet->plan->decisions) {
		const struct object *to = of_amount(sorted, n, decision);
		uint32_t i = 0;

		for (; to || (to = about(decision, investments, &i)); to = NULL)
			names_add_item(&statements[to->index],
				       &decision->object);
	}
	return statements;
}

static void
investment_row(struct sheet *sheet, const void *item)
{
	const struct investment *investment = item;
	const struct view *view = sheet->view;
	struct names reasons = {.sheet = sheet};
	double saving = NAN;

	FOR_EACH (reason, sheet->plan->contact_reasons) {
		const struct reason_view *made =
			&view->reasons[reason->object.index];

		if (made->paid_by != investment || isnan(made->saving))
			continue;
		saving = (isnan(saving) ? 0 : saving) + made->saving;
		names_add_item(&reasons, &reason->object);
	}
	put_number(sheet, "saving", saving);
	if (saving > 0 && is_set(&investment->amount.at))
		put_number(sheet, "payback",
			   investment->amount.n / saving * 12);
	put_names(sheet, "reasons", &reasons);
}

/* --- the tables --------------------------------------------------------- */

const struct table_kind table_actions = {.entities = {"action"},
					 ROWS_OF(actions),
					 .order = action_order,
					 COLUMNS(action_columns),
					 .row = action_row};

const struct table_kind table_decisions = {.entities = {"decision"},
					   ROWS_OF(decisions),
					   .order = decision_order,
					   COLUMNS(decision_columns),
					   .row = decision_row};

const struct table_kind table_business_case = {COLUMNS(case_columns),
					       .fill = case_fill};

const struct table_kind table_gaps = {.entities = {"gap"},
				      ROWS_OF(gaps),
				      COLUMNS(gap_columns),
				      .row = gap_row};

const struct table_kind table_investments = {
	.entities = {"investment"},
	ROWS_OF(investments),
	COLUMNS(investment_columns),
	.row = investment_row,
	.gathered = {{"decision", gather_decisions}}};
