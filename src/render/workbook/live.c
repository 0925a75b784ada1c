/* live.c - cells of the sheets that follow what is edited beside them */
#include "live.h"

#include <libintl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "live_inside.h"

static const char *
word(enum choices_id list, int n)
{
	return plain_word(choices[list].words[n]);
}

static void
add_ref(const struct line *line, const char *key)
{
	formula_cell(line->formula, line->tab->first + (uint32_t)line->row,
		     table_column(line->tab->table, key));
}

void
line_add(const struct line *line, const char *pattern)
{
	const char *open, *close;
	char key[32];

	while ((open = strchr(pattern, '{')) && (close = strchr(open, '}'))) {
		buf_add(line->formula, pattern, (size_t)(open - pattern));
		snprintf(key, sizeof(key), "%.*s", (int)(close - open) - 1,
			 open + 1);
		add_ref(line, key);
		pattern = close + 1;
	}
	buf_puts(line->formula, pattern);
}

double
line_number(const struct line *line, const char *key)
{
	return tab_number(line->tab, line->row, key);
}

const char *
line_text(const struct line *line, const char *key)
{
	return tab_text(line->tab, line->row, key);
}

static bool
is_past(const struct line *line, const char *key)
{
	const struct cell *cell =
		table_cell(line->tab->table, line->row,
			   (size_t)table_column(line->tab->table, key));

	return cell->date.year &&
	       date_compare(cell->date, line->work->review->view->as_of) < 0;
}

static void
add_past(const struct line *line, const char *key)
{
	buf_puts(line->formula, "AND(");
	add_ref(line, key);
	buf_puts(line->formula, "<>\"\",");
	add_ref(line, key);
	buf_puts(line->formula, "<as_of)");
}

/* IF(key="word","state", */
static void
add_case(const struct line *line, const char *key, const char *value,
	 const char *state)
{
	buf_puts(line->formula, "IF(");
	add_ref(line, key);
	buf_putc(line->formula, '=');
	formula_quote(line->formula, value);
	buf_putc(line->formula, ',');
	formula_quote(line->formula, state);
	buf_putc(line->formula, ',');
}

static void
add_choice(const struct line *line, const char *yes, const char *no)
{
	buf_putc(line->formula, ',');
	formula_quote(line->formula, yes);
	buf_putc(line->formula, ',');
	if (no)
		formula_quote(line->formula, no);
}

static const char *
action_state(const struct line *line)
{
	const char *status = tab_text(line->tab, line->row, "status");
	const char *done = word(CHOICE_action_status, ACTION_DONE);
	const char *dropped = word(CHOICE_action_status, ACTION_CANCELLED);

	if (!formula_day(line->tab, line->row, "due"))
		return "";
	add_case(line, "status", done, gettext("✓ Done"));
	add_case(line, "status", dropped, gettext("○ Cancelled"));
	add_case(line, "status", "", "");
	buf_puts(line->formula, "IF(");
	add_past(line, "due");
	add_choice(line, gettext("■ Overdue"), NULL);
	add_case(line, "owner", "", gettext("○ No owner"));
	add_case(line, "due", "", gettext("○ No date"));
	formula_quote(line->formula, gettext("● On track"));
	buf_puts(line->formula, "))))))");
	if (!strcmp(status, done))
		return gettext("✓ Done");
	if (!strcmp(status, dropped))
		return gettext("○ Cancelled");
	if (!*status)
		return "";
	if (is_past(line, "due"))
		return gettext("■ Overdue");
	if (!*tab_text(line->tab, line->row, "owner"))
		return gettext("○ No owner");
	return isnan(line_number(line, "due")) ? gettext("○ No date")
					       : gettext("● On track");
}

static const char *
decision_state(const struct line *line)
{
	static const struct {
		int outcome;
		const char *state;
	} states[] = {{OUTCOME_APPROVED, N_("✓ Approved")},
		      {OUTCOME_REJECTED, N_("○ Rejected")},
		      {OUTCOME_DEFERRED, N_("▲ Deferred")}};
	const char *outcome = tab_text(line->tab, line->row, "outcome");
	const char *result = NULL;

	if (!formula_day(line->tab, line->row, "due"))
		return "";
	for (size_t i = 0; i < 3; i++) {
		const char *value = word(CHOICE_outcome, states[i].outcome);

		add_case(line, "outcome", value, gettext(states[i].state));
		if (!strcmp(outcome, value))
			result = gettext(states[i].state);
	}
	buf_puts(line->formula, "IF(");
	add_past(line, "due");
	add_choice(line, gettext("■ Overdue"), gettext("◆ Asked"));
	buf_puts(line->formula, "))))");
	if (result)
		return result;
	return is_past(line, "due") ? gettext("■ Overdue") : gettext("◆ Asked");
}

static const char *
answer_state(const struct line *line)
{
	static const struct {
		int answer;
		const char *state;
	} states[] = {{ANSWER_MET, N_("✓ Met")},
		      {ANSWER_PARTLY, N_("▲ Partly")},
		      {ANSWER_UNMET, N_("■ Unmet")}};
	const char *answer = tab_text(line->tab, line->row, "answer");
	const char *result = gettext("○ Not discussed");

	for (size_t i = 0; i < 3; i++) {
		const char *value = word(CHOICE_answer, states[i].answer);

		add_case(line, "answer", value, gettext(states[i].state));
		if (!strcmp(answer, value))
			result = gettext(states[i].state);
	}
	formula_quote(line->formula, gettext("○ Not discussed"));
	buf_puts(line->formula, ")))");
	return result;
}

/* days since the due date, of what is neither done nor dropped */
static double
overdue_days(const struct line *line)
{
	const char *status = tab_text(line->tab, line->row, "status");
	const char *done = word(CHOICE_action_status, ACTION_DONE);
	const char *dropped = word(CHOICE_action_status, ACTION_CANCELLED);
	double due;

	if (!formula_day(line->tab, line->row, "due"))
		return NAN;
	add_case(line, "status", done, "");
	add_case(line, "status", dropped, "");
	buf_puts(line->formula, "IF(");
	add_past(line, "due");
	buf_puts(line->formula, ",as_of-");
	add_ref(line, "due");
	buf_puts(line->formula, ",\"\")))");
	if (!strcmp(status, done) || !strcmp(status, dropped) ||
	    !is_past(line, "due"))
		return NAN;
	date_serial(line->work->review->view->as_of, &due);
	return due - tab_number(line->tab, line->row, "due");
}

static const struct live_column {
	const char *table, *key;
	live_text *text;
	live_number *number;
} cells[] = {
	{"actions", "state", action_state, NULL},
	{"actions", "overdue", NULL, overdue_days},
	{"decisions", "state", decision_state, NULL},
	{"questions", "state", answer_state, NULL},
	{"readings", "latest", reading_latest, NULL},
	{"measures", "latest", NULL, measure_latest},
	{"measures", "gap", NULL, measure_gap},
	{"measures", "progress", NULL, measure_progress},
	{"measures", "planned", NULL, measure_planned},
	{"measures", "state", measure_state, NULL},
	{"measures", "n", NULL, measure_n},
	{"measures", "margin", NULL, measure_margin},
	{"measures", "real", measure_real, NULL},
	{"contact_reasons", "planned", NULL, reason_planned},
	{"contact_reasons", "saving", NULL, reason_saving},
	{"business_case", "amount", NULL, case_amount},
	{"business_case", "months", NULL, case_months},
};

static bool
write_text(const struct line *line, size_t column, const char *result,
	   struct lxw_format *format)
{
	const struct cell *cell =
		table_cell(line->tab->table, line->row, column);

	if (strcmp(result, cell->text ? cell->text : "") != 0)
		return false;
	cell_formula_text(line->tab->page,
			  line->tab->first + (uint32_t)line->row, (int)column,
			  line->formula->p, result, format);
	return true;
}

static bool
write_number(const struct line *line, size_t column, double result,
	     struct lxw_format *format)
{
	double wanted = tab_value(line->tab, line->row, column);
	uint32_t row = line->tab->first + (uint32_t)line->row;

	if (isnan(result) != isnan(wanted) ||
	    fabs(result - wanted) > 1e-9 * fmax(1, fabs(wanted)))
		return false;
	if (isnan(result))
		cell_formula_text(line->tab->page, row, (int)column,
				  line->formula->p, "", format);
	else
		cell_formula(line->tab->page, row, (int)column,
			     line->formula->p, result, format);
	return true;
}

const struct live_column *
live_find(const struct tab *tab, size_t column)
{
	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++)
		if (!strcmp(cells[i].table, tab->table->key) &&
		    !strcmp(cells[i].key, tab->table->columns[column].key))
			return &cells[i];
	return NULL;
}

bool
live_write(const struct live_column *live, struct work *work,
	   const struct tab *tab, size_t row, size_t column,
	   struct lxw_format *format)
{
	struct buf formula = {0};
	struct line line = {work, tab, row, &formula};
	const char *text;
	double number;
	bool written;

	buf_putc(&formula, '=');
	if (live->text) {
		text = live->text(&line);
		written = formula.n > 1 &&
			  write_text(&line, column, text, format);
	} else {
		number = live->number(&line);
		written = formula.n > 1 &&
			  write_number(&line, column, number, format);
	}
	buf_free(&formula);
	return written;
}
