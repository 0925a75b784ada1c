/* review_reasons.c - the first page: why customers make contact */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "xlsx/chart/layout.h"
#include "say.h"

static const struct style text_style = {.line = HAIR};
static const struct style number_style = {.line = HAIR, .number = "#,##0"};
static const struct style note_style = {
	.line = HAIR, .color = SECOND, .indent = 1, .align = ALIGN_LEFT};
static const struct style state_style = {
	.line = HAIR, .indent = 1, .align = ALIGN_LEFT};

/* pixels of a name, and of the last column */
enum { NAME_WIDTH = 220, OWNER_WIDTH = 140 };

#define HEADS(...)                                           \
	(const struct head[]){__VA_ARGS__},                  \
		sizeof((const struct head[]){__VA_ARGS__}) / \
			sizeof(struct head)

static void
fill_lines(struct front *front, uint32_t row, int n)
{
	for (int i = 0; i < n; i++)
		front_line(front, row + (uint32_t)i, COL_B, COL_J);
}

static void
reason_row(struct front *front, const struct tab *tab, uint32_t row, size_t i,
	   double scale)
{
	struct style money = {.line = HAIR, .number = "#,##0;-#,##0;–"};
	struct style share = {.line = HAIR, .number = "0%;−0%"};
	struct style change = {.line = HAIR,
			       .align = ALIGN_RIGHT,
			       .indent = 1,
			       .number = "+0%;−0%;0%"};
	struct style demand = state_style;

	demand.bold = table_at(tab->table, i, "demand")->word == DEMAND_FAILURE;
	front_text(front, row, COL_B,
		   arena_format(front->work->arena, "%zu  %s", i + 1,
				tab_text(tab, i, "name")),
		   NAME_WIDTH, &text_style);
	front_number(front, row, COL_C, tab, "volume", i, 1, &number_style);
	front_number(front, row, COL_D, tab, "cost", i, scale, &money);
	front_number(front, row, COL_E, tab, "revenue", i, scale, &money);
	front_capital(front, row, COL_F, tab, "demand", i, &demand);
	front_number(front, row, COL_G, tab, "share", i, 1, &share);
	front_number(front, row, COL_H, tab, "target_change", i, 1, &change);
	front_capital(front, row, COL_I, tab, "disposition", i, &state_style);
	front_text(front, row, COL_J, tab_text(tab, i, "owner"), OWNER_WIDTH,
		   &note_style);
}

static double
column_sum(const struct tab *tab, const char *key)
{
	double sum = 0, value;

	for (size_t i = 0; i < tab->table->rows; i++) {
		value = tab_number(tab, i, key);
		if (isfinite(value))
			sum += value;
	}
	return sum;
}

static void
total_cell(struct front *front, uint32_t row, int column, const struct tab *tab,
	   const char *key, double scale, const struct style *style)
{
	double sum = column_sum(tab, key) / scale;
	struct buf formula = {0};

	if (sum == 0)
		return;
	buf_puts(&formula, "=SUM(");
	formula_range(&formula, tab, key);
	buf_putc(&formula, ')');
	if (scale > 1)
		buf_printf(&formula, "/%.0f", scale);
	cell_formula(front->page, row, column, formula.p, sum,
		     book_style(front->work->book, style));
	buf_free(&formula);
}

/* the failure demand among all contacts: "54% failure" */
static void
total_failure(struct front *front, uint32_t row, const struct tab *tab,
	      const struct style *style)
{
	const char *failure =
		plain_word(choices[CHOICE_demand].words[DEMAND_FAILURE]);
	struct figure share = figure_share(tab, "volume", "demand", failure);
	const struct piece pieces[] = {figure_piece("share", &share),
				       {"failure", NULL, failure}};
	struct buf formula = {0}, text = {0};

	if (isfinite(share.value))
		sentence_add(&formula, &text, "{share} {failure}", pieces, 2);
	front_sentence(front, row, COL_F, &formula, &text, style);
	buf_free(&formula);
	buf_free(&text);
	figure_free(&share, 1);
}

/* what all the planned changes make of the whole volume */
static void
total_change(struct front *front, uint32_t row, const struct tab *tab,
	     const struct style *style)
{
	double now = column_sum(tab, "volume");
	double then = column_sum(tab, "planned");
	struct buf formula = {0};

	if (!(now > 0) || !(then > 0))
		return;
	/* where nobody plans a change, none is told */
	buf_puts(&formula, "=IF(COUNT(");
	formula_range(&formula, tab, "target_change");
	buf_puts(&formula, ")=0,\"\",SUM(");
	formula_range(&formula, tab, "planned");
	buf_puts(&formula, ")/SUM(");
	formula_range(&formula, tab, "volume");
	buf_puts(&formula, ")-1)");
	if (tab_figures(tab, "target_change"))
		cell_formula(front->page, row, COL_H, formula.p, then / now - 1,
			     book_style(front->work->book, style));
	else
		cell_formula_text(front->page, row, COL_H, formula.p, "",
				  book_style(front->work->book, style));
	buf_free(&formula);
}

static void
total_row(struct front *front, uint32_t row, const struct tab *tab,
	  double scale)
{
	const struct style name = {.line = RULE, .bold = 1};
	const struct style money = {
		.line = RULE, .bold = 1, .number = "#,##0;-#,##0;–"};
	const struct style failure = {
		.line = RULE, .bold = 1, .indent = 1, .align = ALIGN_LEFT};
	const struct style change = {.line = RULE,
				     .bold = 1,
				     .indent = 1,
				     .align = ALIGN_RIGHT,
				     .number = "+0%;−0%;0%"};
	struct buf text = {0};

	front_band(front, row, COL_B, COL_J, &name);
	if (tab->table->rows == 1)
		buf_puts(&text, gettext("The one reason"));
	else
		message_fill(
			&text, gettext("All {n} reasons"),
			ARGS(TEXT_ARG("n", say_number(front,
						      (double)tab->table->rows,
						      false))));
	front_text(front, row, COL_B, text.p, NAME_WIDTH, &name);
	total_cell(front, row, COL_C, tab, "volume", 1, &money);
	total_cell(front, row, COL_D, tab, "cost", scale, &money);
	total_cell(front, row, COL_E, tab, "revenue", scale, &money);
	total_failure(front, row, tab, &failure);
	total_change(front, row, tab, &change);
	buf_free(&text);
}

/* money in thousands or millions, so that it fits a narrow column */
static double
money_scale(const struct tab *tab)
{
	double most = column_sum(tab, "cost") + column_sum(tab, "revenue");

	if (most < 1e5)
		return 1;
	return most < 5e8 ? 1e3 : 1e6;
}

static void
reasons_heads(struct front *front, double scale, size_t n, size_t all)
{
	const char *unit = scale > 1e3 ? "m" : scale > 1 ? "k" : "";
	struct arena *arena = front->work->arena;
	const char *sign = front_currency(front);
	struct buf top = {0};

	if (n < all)
		message_fill(&top, gettext("Top {n} reasons"),
			     ARGS(TEXT_ARG("n", say_number(front, (double)n,
							   false))));
	else
		buf_puts(&top, gettext("Reason"));
	front_heads(front, ROW_REASONS + 1, COL_J,
		    HEADS({COL_B, top.p, 0, false},
			  {COL_C, N_("Contacts a year"), ALIGN_RIGHT, false},
			  {COL_D,
			   arena_format(arena, "%s %s%s", gettext("Cost"), sign,
					unit),
			   ALIGN_RIGHT, false},
			  {COL_E,
			   arena_format(arena, "%s %s%s", gettext("Revenue"),
					sign, unit),
			   ALIGN_RIGHT, false},
			  {COL_F, N_("Demand"), ALIGN_LEFT, false},
			  {COL_G, N_("Share of contacts"), 0, false},
			  {COL_H, N_("Planned change"), ALIGN_RIGHT, false},
			  {COL_I, N_("What we do"), ALIGN_LEFT, false},
			  {COL_J, N_("Owner"), ALIGN_LEFT, false}),
		    n, n);
	buf_free(&top);
}

/* --- the title of the reasons -------------------------------------------- */

/* shares that are said in words, from this percent to that */
static const struct {
	double least, most;
	const char *asks, *is; /* a question is asked; else it is a contact */
} parts[] = {
	{62, 71, N_(": two in three ask “{name}”"),
	 N_(": two in three contacts are “{name}”")},
	{46, 54, N_(": half ask “{name}”"),
	 N_(": half of all contacts are “{name}”")},
	{30, 37, N_(": one in three asks “{name}”"),
	 N_(": one in three contacts is “{name}”")},
	{23, 28, N_(": one in four asks “{name}”"),
	 N_(": one in four contacts is “{name}”")},
	{18, 22, N_(": one in five asks “{name}”"),
	 N_(": one in five contacts is “{name}”")},
	{18, 100, N_(": {share} ask “{name}”"),
	 N_(": {share} of contacts are “{name}”")},
};

static bool
is_question(const char *name)
{
	size_t n = strlen(name);

	return n &&
	       (name[n - 1] == '?' || (n > 3 && !strcmp(name + n - 3, "？")));
}

/* what the largest reason says, or failure demand, or nothing */
static void
add_message(const struct tab *tab, double failure, struct buf *formula,
	    struct buf *text)
{
	const char *name = tab_text(tab, 0, "name");
	double share = tab_number(tab, 0, "share") * 100;
	struct buf lookup = {0}, percent = {0};
	struct piece pieces[] = {{"name", NULL, name}, {"share", NULL, NULL}};

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!*name || !formula_can(tab, 0) ||
		    !(share >= parts[i].least) || share > parts[i].most)
			continue;
		formula_lookup(&lookup, tab, "name", 0);
		buf_printf(&percent, "%.0f%%", share);
		pieces[0].formula = lookup.p;
		pieces[1].text = percent.p;
		sentence_add(formula, text,
			     gettext(is_question(name) ? parts[i].asks
						       : parts[i].is),
			     pieces, 2);
		buf_free(&lookup);
		buf_free(&percent);
		return;
	}
	if (!(failure >= 30))
		return;
	buf_printf(&percent, "%.0f%%", failure);
	pieces[1].text = percent.p;
	sentence_add(formula, text, gettext(": {share} is failure demand"),
		     pieces, 2);
	buf_free(&percent);
}

static void
reasons_title(struct front *front, const struct tab *tab)
{
	struct buf formula = {0}, text = {0};

	sentence_add(&formula, &text, gettext("Why customers contact us"), NULL,
		     0);
	if (tab->table->rows)
		add_message(tab, front->work->review->view->failure_share,
			    &formula, &text);
	say_title(front, ROW_REASONS, COL_B, tab, &formula, &text);
}

/* a reason without name and volume is a form that nobody filled in */
static size_t
told_reasons(const struct tab *tab)
{
	size_t n = 0;

	while (n < tab->table->rows && (*tab_text(tab, n, "name") ||
					isfinite(tab_number(tab, n, "volume"))))
		n++;
	return n;
}

void
front_reasons(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_contact_reasons);
	size_t all = told_reasons(tab);
	size_t n = all < MOST_REASONS ? all : MOST_REASONS;
	uint32_t row = ROW_REASONS + 2;
	double scale = money_scale(tab);

	reasons_title(front, tab);
	if (!all) {
		say_empty(front, ROW_REASONS + 1, COL_B, COL_J,
			  gettext("No contact reason is written down yet."),
			  "contact_reasons", 6);
		return;
	}
	reasons_heads(front, scale, n, all);
	fill_lines(front, row, (int)n);
	for (size_t i = 0; i < n; i++)
		reason_row(front, tab, row + (uint32_t)i, i, scale);
	page_bars(front->page,
		  (struct area){row, row + (uint32_t)n - 1, COL_G, COL_G}, 0.5,
		  false);
	total_row(front, row + (uint32_t)n, tab, scale);
}
