/* live_money.c - savings and the business case, which follow what is decided */
#include <libintl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ces/message.h"
#include "live_inside.h"

/* --- contact reasons ----------------------------------------------------- */

double
reason_planned(const struct line *line)
{
	double change = line_number(line, "target_change");
	double volume = line_number(line, "volume");

	if (isnan(volume))
		return NAN;
	line_add(line, "{volume}*(1+SUM({target_change}))");
	return volume * (1 + (isnan(change) ? 0 : change));
}

static bool
takes(const struct line *line, int disposition)
{
	const char *word =
		plain_word(choices[CHOICE_disposition].words[disposition]);

	return !strcmp(line_text(line, "disposition"), word);
}

/* {disposition}="word" */
static void
add_takes(const struct line *line, int disposition)
{
	line_add(line, "{disposition}=");
	formula_quote(
		line->formula,
		plain_word(choices[CHOICE_disposition].words[disposition]));
}

/* the cheapest current channel without a person, as view/reasons.c has it */
static const struct channel *
self_service(const struct plan *plan)
{
	const struct channel *best = NULL, *channel;

	for (uint32_t i = 0; i < plan->channels.n; i++) {
		channel = ITEM(channel, plan->channels, i);
		if (is_set(&channel->assisted.at) && !channel->assisted.on &&
		    is_set(&channel->status.at) &&
		    channel->status.word == CHANNEL_CURRENT &&
		    is_set(&channel->cost_per_contact.at) &&
		    (!best ||
		     channel->cost_per_contact.n < best->cost_per_contact.n))
			best = channel;
	}
	return best;
}

/* its cost in a formula: from its sheet, or as it is */
static void
add_self_service(const struct line *line, const struct channel *channel)
{
	const struct tab *tab = work_tab(line->work, "channels");
	size_t i = 0;

	while (i < tab->table->rows &&
	       strcmp(tab->table->ids[i], channel->object.id) != 0)
		i++;
	if (i < tab->table->rows && formula_can(tab, i))
		formula_lookup(line->formula, tab, "cost_per_contact", i);
	else
		buf_printf(line->formula, "%.15g", channel->cost_per_contact.n);
}

double
reason_saving(const struct line *line)
{
	const struct channel *served = self_service(line->work->review->plan);
	double change = line_number(line, "target_change"), saving;

	if (isnan(line_number(line, "cost")))
		return NAN;
	line_add(line,
		 "IF({target_change}=\"\",\"\",IF(OR({target_change}>=0,");
	add_takes(line, LEVERAGE);
	line_add(line, "),0,-1*{target_change}*({cost}");
	if (served) {
		buf_puts(line->formula, "-IF(");
		add_takes(line, AUTOMATE);
		line_add(line, ",{volume}*");
		add_self_service(line, served);
		buf_puts(line->formula, ",0)");
	}
	buf_puts(line->formula, ")))");
	if (isnan(change))
		return NAN;
	if (change >= 0 || takes(line, LEVERAGE))
		return 0;
	saving = line_number(line, "cost");
	if (takes(line, AUTOMATE) && served)
		saving -= line_number(line, "volume") *
			  served->cost_per_contact.n;
	return -change * saving;
}

/* --- the business case --------------------------------------------------- */

/* a sum over a column; of the rows whose state begins so */
static void
add_sum(const struct line *line, const char *sign, const char *table,
	const char *key, const char *state_key, const char *state)
{
	const struct tab *tab = work_tab(line->work, table);

	if (!tab->table->rows)
		return;
	buf_printf(line->formula, "%s%s(", line->formula->n > 1 ? sign : "",
		   state ? "SUMIF" : "SUM");
	if (state) {
		formula_range(line->formula, tab, state_key);
		buf_puts(line->formula, ",");
		formula_quote(line->formula, state);
		buf_putc(line->formula, ',');
	}
	formula_range(line->formula, tab, key);
	buf_putc(line->formula, ')');
}

static void
add_worth(const struct line *line)
{
	const char *const *words = choices[CHOICE_action_status].words;

	add_sum(line, "", "actions", "worth", NULL, NULL);
	if (line->formula->n == 1)
		return;
	add_sum(line, "-", "actions", "worth", "status",
		plain_word(words[ACTION_DONE]));
	add_sum(line, "-", "actions", "worth", "status",
		plain_word(words[ACTION_CANCELLED]));
}

static void add_item(const struct line *line, const char *id, double *amount);

/* SUM takes what is left empty as nothing */
static void
add_items(const struct line *line, const char *a, const char *sign,
	  const char *b)
{
	double ignored = NAN;

	buf_puts(line->formula, "SUM(");
	add_item(line, a, &ignored);
	buf_printf(line->formula, ")%sSUM(", sign);
	add_item(line, b, &ignored);
	buf_putc(line->formula, ')');
}

double
case_amount(const struct line *line)
{
	const char *id = line->tab->table->ids[line->row];

	if (isnan(line_number(line, "amount")))
		return NAN;

	if (!strcmp(id, "saving")) {
		add_sum(line, "", "contact_reasons", "saving", NULL, NULL);
	} else if (!strcmp(id, "revenue")) {
		add_sum(line, "", "contact_reasons", "revenue", NULL, NULL);
	} else if (!strcmp(id, "at_risk")) {
		add_sum(line, "", "gaps", "value_at_risk", NULL, NULL);
	} else if (!strcmp(id, "worth")) {
		add_worth(line);
	} else if (!strcmp(id, "invested")) {
		add_sum(line, "", "investments", "amount", "state", "✓*");
	} else if (!strcmp(id, "asked")) {
		add_sum(line, "", "investments", "amount", "state", "◆*");
	} else if (!strcmp(id, "spent")) {
		add_items(line, "invested", "+", "asked");
	} else if (!strcmp(id, "net")) {
		add_items(line, "saving", "-", "spent");
	} else if (!strcmp(id, "decisions_asked")) {
		add_sum(line, "", "decisions", "amount", "state", "◆*");
		add_sum(line, "+", "decisions", "amount", "state", "■*");
	}
	/* sums of the figures of the sheets, which are the view's */
	return line_number(line, "amount");
}

/* the amount of another item of the case, found by its id */
static void
add_item(const struct line *line, const char *id, double *amount)
{
	const struct tab *tab = line->tab;

	for (size_t i = 0; i < tab->table->rows; i++) {
		if (strcmp(tab->table->ids[i], id) != 0)
			continue;
		formula_lookup(line->formula, tab, "amount", i);
		*amount = tab_number(tab, i, "amount");
	}
	if (isnan(*amount))
		*amount = 0;
}

double
case_months(const struct line *line)
{
	double saving = NAN, spent = NAN;
	struct buf head = {0};
	struct line part = *line;

	if (strcmp(line->tab->table->ids[line->row], "payback") != 0 ||
	    isnan(line_number(line, "months")))
		return NAN;
	part.formula = &head;
	add_item(&part, "saving", &saving);
	buf_printf(line->formula, "IF(SUM(%s)>0,SUM(", head.p);
	add_item(line, "spent", &spent);
	buf_printf(line->formula, ")/%s*12,\"\")", head.p);
	buf_free(&head);
	return spent / saving * 12;
}
