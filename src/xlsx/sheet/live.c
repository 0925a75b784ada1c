/* live.c - cells of the sheets that follow what is edited beside them */
#include "live.h"

#include <libintl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "live_inside.h"

/* stands in a pattern for the number of the row; no row of a table */
enum { ROW_MARK = '\1' };
static const size_t any_row = SIZE_MAX;

static const char *
word(enum choices_id list, int n)
{
	return plain_word(choices[list].words[n]);
}

static void
add_ref(const struct line *line, const char *key)
{
	formula_letters(line->formula, table_column(line->tab->table, key));
	if (line->row == any_row)
		buf_putc(line->formula, ROW_MARK);
	else
		formula_row(line->formula,
			    line->tab->first + (uint32_t)line->row);
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

static void
action_formula(const struct line *line)
{
	add_case(line, "status", word(CHOICE_action_status, ACTION_DONE),
		 gettext("✓ Done"));
	add_case(line, "status", word(CHOICE_action_status, ACTION_CANCELLED),
		 gettext("○ Cancelled"));
	add_case(line, "status", "", "");
	buf_puts(line->formula, "IF(");
	add_past(line, "due");
	add_choice(line, gettext("■ Overdue"), NULL);
	add_case(line, "owner", "", gettext("○ No owner"));
	add_case(line, "due", "", gettext("○ No date"));
	formula_quote(line->formula, gettext("● On track"));
	buf_puts(line->formula, "))))))");
}

static const char *
action_state(const struct line *line)
{
	const char *status = tab_text(line->tab, line->row, "status");

	if (!strcmp(status, word(CHOICE_action_status, ACTION_DONE)))
		return gettext("✓ Done");
	if (!strcmp(status, word(CHOICE_action_status, ACTION_CANCELLED)))
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

/* what a word of the format says of its row */
struct said {
	int word;
	const char *state; /* message id */
};

static const struct said outcomes[] = {{OUTCOME_APPROVED, N_("✓ Approved")},
				       {OUTCOME_REJECTED, N_("○ Rejected")},
				       {OUTCOME_DEFERRED, N_("▲ Deferred")}};
static const struct said answers[] = {{ANSWER_MET, N_("✓ Met")},
				      {ANSWER_PARTLY, N_("▲ Partly")},
				      {ANSWER_UNMET, N_("■ Unmet")}};
enum { STATES = 3 };

static void
add_states(const struct line *line, const char *key, enum choices_id list,
	   const struct said states[STATES])
{
	for (size_t i = 0; i < STATES; i++)
		add_case(line, key, word(list, states[i].word),
			 gettext(states[i].state));
}

static const char *
find_state(const struct line *line, const char *key, enum choices_id list,
	   const struct said states[STATES])
{
	const char *text = line_text(line, key);

	for (size_t i = 0; i < STATES; i++)
		if (!strcmp(text, word(list, states[i].word)))
			return gettext(states[i].state);
	return NULL;
}

static void
decision_formula(const struct line *line)
{
	add_states(line, "outcome", CHOICE_outcome, outcomes);
	buf_puts(line->formula, "IF(");
	add_past(line, "due");
	add_choice(line, gettext("■ Overdue"), gettext("◆ Asked"));
	buf_puts(line->formula, "))))");
}

static const char *
decision_state(const struct line *line)
{
	const char *state =
		find_state(line, "outcome", CHOICE_outcome, outcomes);

	if (state)
		return state;
	return is_past(line, "due") ? gettext("■ Overdue") : gettext("◆ Asked");
}

static void
answer_formula(const struct line *line)
{
	add_states(line, "answer", CHOICE_answer, answers);
	formula_quote(line->formula, gettext("○ Not discussed"));
	buf_puts(line->formula, ")))");
}

static const char *
answer_state(const struct line *line)
{
	const char *state = find_state(line, "answer", CHOICE_answer, answers);

	return state ? state : gettext("○ Not discussed");
}

/* days since the due date, of what is neither done nor dropped */
static void
overdue_formula(const struct line *line)
{
	add_case(line, "status", word(CHOICE_action_status, ACTION_DONE), "");
	add_case(line, "status", word(CHOICE_action_status, ACTION_CANCELLED),
		 "");
	buf_puts(line->formula, "IF(");
	add_past(line, "due");
	buf_puts(line->formula, ",as_of-");
	add_ref(line, "due");
	buf_puts(line->formula, ",\"\")))");
}

static double
overdue_days(const struct line *line)
{
	const char *status = tab_text(line->tab, line->row, "status");
	double due;

	if (!is_past(line, "due") ||
	    !strcmp(status, word(CHOICE_action_status, ACTION_DONE)) ||
	    !strcmp(status, word(CHOICE_action_status, ACTION_CANCELLED)))
		return NAN;
	date_serial(line->work->review->view->as_of, &due);
	return due - tab_number(line->tab, line->row, "due");
}

static const struct live_column {
	const char *table, *key;
	live_text *text;
	live_number *number;
	live_pattern *pattern; /* NULL: text or number adds the formula */
	const char *day; /* of the pattern: it has to be one of a workbook */
} cells[] = {
	{"actions", "state", action_state, NULL, action_formula, "due"},
	{"actions", "overdue", NULL, overdue_days, overdue_formula, "due"},
	{"decisions", "state", decision_state, NULL, decision_formula, "due"},
	{"questions", "state", answer_state, NULL, answer_formula, NULL},
	{"readings", "latest", reading_latest, NULL, NULL, NULL},
	{"measures", "latest", NULL, measure_latest, NULL, NULL},
	{"measures", "gap", NULL, measure_gap, NULL, NULL},
	{"measures", "progress", NULL, measure_progress, NULL, NULL},
	{"measures", "planned", NULL, measure_planned, NULL, NULL},
	{"measures", "state", measure_state, NULL, NULL, NULL},
	{"measures", "n", NULL, measure_n, NULL, NULL},
	{"measures", "margin", NULL, measure_margin, NULL, NULL},
	{"measures", "real", measure_real, NULL, NULL, NULL},
	{"contact_reasons", "planned", NULL, reason_planned, NULL, NULL},
	{"contact_reasons", "saving", NULL, reason_saving, NULL, NULL},
	{"business_case", "amount", NULL, case_amount, NULL, NULL},
	{"business_case", "months", NULL, case_months, NULL, NULL},
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

static const char *
make_pattern(const struct live_column *column, struct work *work,
	     const struct tab *tab)
{
	struct buf pattern = {0};

	column->pattern(&(struct line){work, tab, any_row, &pattern});
	return arena_take(work->arena, &pattern);
}

struct live
live_find(struct work *work, const struct tab *tab, size_t column)
{
	const char *table = tab->table->key;
	const char *key = tab->table->columns[column].key;

	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++)
		if (!strcmp(cells[i].table, table) &&
		    !strcmp(cells[i].key, key))
			return (struct live){
				&cells[i],
				cells[i].pattern
					? make_pattern(&cells[i], work, tab)
					: NULL};
	return (struct live){0};
}

/* the pattern's formula of the row, where it has one */
static void
fill_pattern(const struct line *line, const struct live *live)
{
	const char *from = live->pattern, *mark;

	if (live->column->day &&
	    !formula_day(line->tab, line->row, live->column->day))
		return;
	for (; (mark = strchr(from, ROW_MARK)); from = mark + 1) {
		buf_add(line->formula, from, (size_t)(mark - from));
		formula_row(line->formula,
			    line->tab->first + (uint32_t)line->row);
	}
	buf_puts(line->formula, from);
}

bool
live_write(const struct live *live, struct work *work, const struct tab *tab,
	   size_t row, size_t column, struct lxw_format *format)
{
	struct buf formula = {0};
	struct line line = {work, tab, row, &formula};
	const char *text;
	double number;
	bool written;

	if (!live->column)
		return false;
	buf_putc(&formula, '=');
	if (live->pattern)
		fill_pattern(&line, live);
	if (live->column->text) {
		text = live->column->text(&line);
		written = formula.n > 1 &&
			  write_text(&line, column, text, format);
	} else {
		number = live->column->number(&line);
		written = formula.n > 1 &&
			  write_number(&line, column, number, format);
	}
	buf_free(&formula);
	return written;
}
