/* title_live.c - messages of the sheets that the meeting edits, as formulas */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "xlsx/expr/formula_text.h"
#include "title.h"
#include "title_write.h"

/* the formula being made; counts are formulas without "=" */
struct live {
	struct work *work;
	const struct tab *tab;
	struct buf *formula;
};

enum { WORDS = 10 };

/* --- counts -------------------------------------------------------------- */

static const char *
kept(const struct live *live, struct buf *text)
{
	return arena_take(live->work->arena, text);
}

/* COUNTIF(column,"pattern") */
static const char *
count_of(const struct live *live, const char *key, const char *pattern)
{
	struct buf count = {0};

	buf_puts(&count, "COUNTIF(");
	formula_range(&count, live->tab, key);
	buf_putc(&count, ',');
	formula_quote(&count, pattern);
	buf_putc(&count, ')');
	return kept(live, &count);
}

static const char *
rows_less(const struct live *live, const char *a, const char *b)
{
	return arena_format(live->work->arena, "(%zu-%s-%s)",
			    live->tab->table->rows, a, b);
}

/* the count in words up to ten, as tell_count says it */
static const char *
in_words(const struct live *live, const char *count, bool capital)
{
	struct buf words = {0}, word = {0};

	buf_printf(&words, "IF(%s>%d,FIXED(%s,0),CHOOSE(%s", count, WORDS,
		   count, count);
	for (int i = 1; i <= WORDS; i++) {
		buf_clear(&word);
		buf_puts(&word, tell_count(live->work->arena, i));
		if (capital)
			tell_capital(&word);
		buf_putc(&words, ',');
		formula_quote(&words, word.p);
	}
	buf_puts(&words, "))");
	buf_free(&word);
	return kept(live, &words);
}

/* --- sentences ----------------------------------------------------------- */

/* a message whose {k} is the count, and {with} another formula or a text */
static void
add_message(const struct live *live, const char *message, const char *count,
	    bool first, struct piece with)
{
	const char *translated = gettext(message);
	bool capital = first && !strncmp(translated, "{k}", 3);
	const struct piece pieces[] = {
		{"k", in_words(live, count, capital), ""}, with};
	struct buf formula = {0}, text = {0};

	sentence_add(&formula, &text, translated, pieces, 2);
	buf_puts(live->formula, formula.p);
	buf_free(&formula);
	buf_free(&text);
}

/* IF(count=1,one,many) */
static void
add_counted(const struct live *live, const char *count, bool first,
	    const char *one, const char *many, struct piece with)
{
	buf_printf(live->formula, "IF(%s=1,", count);
	add_message(live, one, count, first, with);
	buf_putc(live->formula, ',');
	add_message(live, many, count, first, with);
	buf_putc(live->formula, ')');
}

/* IF(count=0,"text", */
static void
add_none(const struct live *live, const char *count, const char *text)
{
	buf_printf(live->formula, "IF(%s=0,", count);
	formula_quote(live->formula, text);
	buf_putc(live->formula, ',');
}

static const char *
choice(enum choices_id list, int word)
{
	return plain_word(choices[list].words[word]);
}

/* --- actions ------------------------------------------------------------- */

static const char *
waiting_count(const struct live *live)
{
	double until;
	struct buf count = {0};

	date_serial(title_soon(live->work->review->view), &until);
	buf_puts(&count, "COUNTIFS(");
	formula_range(&count, live->tab, "status");
	buf_putc(&count, ',');
	formula_quote(&count, choice(CHOICE_action_status, ACTION_NOT_STARTED));
	buf_putc(&count, ',');
	formula_range(&count, live->tab, "due");
	buf_puts(&count, ",\">=\"&as_of,");
	formula_range(&count, live->tab, "due");
	buf_printf(&count, ",\"<=%.0f\")", until);
	return kept(live, &count);
}

static void
actions_formula(const struct live *live)
{
	const char *done = count_of(live, "status",
				    choice(CHOICE_action_status, ACTION_DONE));
	const char *gone = count_of(
		live, "status", choice(CHOICE_action_status, ACTION_CANCELLED));
	const char *overdue =
		count_of(live, "state", symbol_pattern(SYMBOL_bad));
	const char *waiting = waiting_count(live);
	const struct piece month = {"month", NULL,
				    title_soon_month(live->work->review->view)};
	const char *join = strstr(gettext("{overdue}; {waiting}"), "}");
	const char *end = join ? strchr(join, '{') : NULL;

	add_none(live, rows_less(live, done, gone),
		 gettext("No action is open"));
	add_none(live, overdue, gettext("No action is overdue"));
	add_counted(live, overdue, true, N_("{k} action is overdue"),
		    N_("{k} actions are overdue"), month);
	buf_puts(live->formula, ")&");
	add_none(live, waiting, "");
	/* what stands between the two halves */
	formula_quote(live->formula,
		      end ? arena_copy(live->work->arena, join + 1,
				       (size_t)(end - join) - 1)
			  : "; ");
	buf_putc(live->formula, '&');
	add_counted(live, waiting, false,
		    N_("{k} that is due by the end of {month} has not "
		       "started"),
		    N_("{k} that are due by the end of {month} have not "
		       "started"),
		    month);
	buf_puts(live->formula, "))");
}

/* --- decisions ----------------------------------------------------------- */

static const char *
open_worth(const struct live *live, const char *open)
{
	const struct text_value *currency =
		&live->work->review->plan->plan.currency;
	struct buf amount = {0}, worth = {0}, text = {0};

	buf_puts(&amount, "FIXED(SUMIF(");
	formula_range(&amount, live->tab, "outcome");
	buf_putc(&amount, ',');
	formula_quote(&amount, open);
	buf_putc(&amount, ',');
	formula_range(&amount, live->tab, "amount");
	buf_puts(&amount, "),0)");
	if (is_set(&currency->at))
		sentence_add(&worth, &text, gettext("{currency} {amount}"),
			     (const struct piece[]){
				     {"currency", NULL, currency->text},
				     {"amount", amount.p, ""}},
			     2);
	else
		buf_puts(&worth, amount.p);
	buf_free(&amount);
	buf_free(&text);
	return kept(live, &worth);
}

static void
decisions_formula(const struct live *live)
{
	const char *word = choice(CHOICE_outcome, OUTCOME_OPEN);
	const char *open = count_of(live, "outcome", word);
	const struct piece worth = {"worth", open_worth(live, word), ""};
	struct buf known = {0};

	buf_puts(&known, "COUNTIFS(");
	formula_range(&known, live->tab, "outcome");
	buf_putc(&known, ',');
	formula_quote(&known, word);
	buf_putc(&known, ',');
	formula_range(&known, live->tab, "amount");
	buf_puts(&known, ",\">0\")");
	add_none(live, open, gettext("No decision is waiting for an answer"));
	buf_printf(live->formula, "IF(%s=%s,", known.p, open);
	add_counted(live, open, true,
		    N_("{k} decision worth {worth} waits for an answer"),
		    N_("{k} decisions worth {worth} wait for an answer"),
		    worth);
	buf_putc(live->formula, ',');
	add_counted(live, open, true, N_("{k} decision waits for an answer"),
		    N_("{k} decisions wait for an answer"), worth);
	buf_puts(live->formula, "))");
	buf_free(&known);
}

/* --- questions ----------------------------------------------------------- */

static void
questions_formula(const struct live *live)
{
	const char *met = count_of(live, "state", symbol_pattern(SYMBOL_done));
	const char *discussed = rows_less(
		live, count_of(live, "state", symbol_pattern(SYMBOL_idle)),
		"0");
	size_t rows = live->tab->table->rows;
	const struct piece all = {"n", NULL,
				  tell_count(live->work->arena, (double)rows)};

	add_none(live, discussed,
		 gettext("No question has been discussed yet"));
	add_none(live, met, gettext("No question is met yet"));
	buf_printf(live->formula, "IF(%s=%zu,", met, rows);
	formula_quote(live->formula, gettext("Every question is met"));
	buf_putc(live->formula, ',');
	add_counted(live, met, true, N_("{k} of {n} questions is met"),
		    N_("{k} of {n} questions are met"), all);
	buf_puts(live->formula, ")))");
}

/* --- measures ------------------------------------------------------------ */

/* of the headlines: those whose state begins so */
static const char *
headlines_in(const struct live *live, const char *pattern)
{
	struct buf count = {0};

	buf_puts(&count, "COUNTIFS(");
	formula_range(&count, live->tab, "headline");
	buf_putc(&count, ',');
	formula_quote(&count, flag_word(true));
	buf_putc(&count, ',');
	formula_range(&count, live->tab, "state");
	buf_putc(&count, ',');
	formula_quote(&count, pattern);
	buf_putc(&count, ')');
	return kept(live, &count);
}

static size_t
count_headlines(const struct tab *tab)
{
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		n += table_at(tab->table, i, "headline")->word == 1;
	return n;
}

/* nothing where no measure is a headline: all of them count then */
static void
measures_formula(const struct live *live)
{
	struct arena *arena = live->work->arena;
	size_t n = count_headlines(live->tab);
	const char *good =
		arena_format(arena, "(%s+%s)",
			     headlines_in(live, symbol_pattern(SYMBOL_good)),
			     headlines_in(live, symbol_pattern(SYMBOL_done)));
	const char *read =
		arena_format(arena, "(%zu-%s)", n,
			     headlines_in(live, symbol_pattern(SYMBOL_idle)));
	const struct piece all = {"n", NULL, tell_count(arena, (double)n)};

	if (!n)
		return;
	add_none(live, read,
		 gettext("No headline measure can be compared with its target "
			 "yet"));
	add_none(live, good, gettext("No headline measure is on track"));
	buf_printf(live->formula, "IF(%s=%zu,", good, n);
	formula_quote(live->formula,
		      gettext("Every headline measure is on track"));
	buf_putc(live->formula, ',');
	add_counted(live, good, true,
		    N_("{k} of {n} headline measures is on track"),
		    N_("{k} of {n} headline measures are on track"), all);
	buf_puts(live->formula, ")))");
}

/* --- the business case --------------------------------------------------- */

/* the cell of a row by its id; NULL where there is no such row */
static const char *
case_cell(const struct live *live, const char *id, const char *key)
{
	const struct table *table = live->tab->table;
	struct buf cell = {0};

	for (size_t i = 0; i < table->rows; i++)
		if (!strcmp(table->ids[i], id)) {
			formula_lookup(&cell, live->tab, key, i);
			return kept(live, &cell);
		}
	return NULL;
}

static void
add_case_message(const struct live *live, const char *message,
		 const char *money, const char *months)
{
	const struct piece pieces[] = {
		{"money", money, ""},
		{"months",
		 arena_format(live->work->arena, "ROUND(%s,0)", months), ""}};
	struct buf formula = {0}, text = {0};

	sentence_add(&formula, &text, gettext(message), pieces, 2);
	buf_puts(live->formula, formula.p);
	buf_free(&formula);
	buf_free(&text);
}

/* only of a payback: where there is none, the others are told as they are */
static void
case_formula(const struct live *live)
{
	struct arena *arena = live->work->arena;
	const struct case_view *business = &live->work->review->view->business;
	const struct text_value *currency =
		&live->work->review->plan->plan.currency;
	const char *months = case_cell(live, "payback", "months");
	const char *sum = arena_format(arena, "(%s+%s)",
				       case_cell(live, "invested", "amount"),
				       case_cell(live, "asked", "amount"));
	struct buf money = {0}, text = {0};

	if (!(business->payback_months > 0) ||
	    !isfinite(business->payback_months))
		return;
	if (is_set(&currency->at))
		sentence_add(
			&money, &text, gettext("{currency} {amount}"),
			(const struct piece[]){
				{"currency", NULL, currency->text},
				{"amount",
				 arena_format(arena, "FIXED(%s,0)", sum), ""}},
			2);
	else
		buf_printf(&money, "FIXED(%s,0)", sum);
	buf_printf(live->formula, "IF(ISNUMBER(%s),IF(ROUND(%s,0)<=1,", months,
		   months);
	add_case_message(live,
			 N_("Investments of {money} pay back within a month "
			    "or so"),
			 money.p, months);
	buf_putc(live->formula, ',');
	add_case_message(live,
			 N_("Investments of {money} pay back in {months} "
			    "months"),
			 money.p, months);
	buf_puts(live->formula, "),");
	formula_quote(live->formula, live->tab->table->title);
	buf_putc(live->formula, ')');
	buf_free(&money);
	buf_free(&text);
}

/* --- all of them --------------------------------------------------------- */

static const struct {
	enum table_id table;
	const char *word;
	void (*formula)(const struct live *live);
} lives[] = {
	{TABLE_actions, "status", actions_formula},
	{TABLE_decisions, "outcome", decisions_formula},
	{TABLE_questions, "state", questions_formula},
	{TABLE_measures, "state", measures_formula},
	{TABLE_business_case, "name", case_formula},
};

/* What has no such word counts for the plan, but not for the formula. */
static bool
is_whole(const struct tab *tab, const char *key)
{
	for (size_t i = 0; i < tab->table->rows; i++)
		if (!*tab_text(tab, i, key))
			return false;
	return true;
}

bool
title_live(struct work *work, const struct tab *tab, struct buf *formula)
{
	const struct live live = {work, tab, formula};

	for (size_t i = 0; i < sizeof(lives) / sizeof(*lives); i++) {
		if (lives[i].table != tab->table->id ||
		    !is_whole(tab, lives[i].word))
			continue;
		buf_putc(formula, '=');
		lives[i].formula(&live);
		return formula->n > 1;
	}
	return false;
}
