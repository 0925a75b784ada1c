/* review_left.c - the first page, left: decisions to findings */
#include <libintl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/topic.h"
#include "ces/utf8.h"
#include "front.h"

static const struct style text_style = {.line = HAIR};
static const struct style bold_style = {.line = HAIR, .bold = 1};
static const struct style number_style = {.line = HAIR, .number = "#,##0"};
static const struct style note_style = {
	.line = HAIR, .color = SECOND, .indent = 1, .align = ALIGN_LEFT};
static const struct style state_style = {
	.line = HAIR, .indent = 1, .align = ALIGN_LEFT};

/* a name that has room for its unit beside it */
enum { NAME_WIDTH = 28 };

#define HEADS(...)                                           \
	(const struct head[]){__VA_ARGS__},                  \
		sizeof((const struct head[]){__VA_ARGS__}) / \
			sizeof(struct head)

static struct style
date_style(const struct front *front, bool year)
{
	return (struct style){
		.line = HAIR,
		.align = ALIGN_RIGHT,
		.indent = 1,
		.number = book_date_format(front->work->book, year)};
}

static void
fill_lines(struct front *front, uint32_t row, int n)
{
	for (int i = 0; i < n; i++)
		front_line(front, row + (uint32_t)i, COL_B, COL_J);
}

static void
mark_states(struct front *front, uint32_t row, size_t n)
{
	const struct area area = {row, row + (uint32_t)n - 1, COL_I, COL_I};

	if (n)
		page_status(front->page, area);
}

/* the rows of a table that a test picks, in its order, most at most */
static size_t
pick(const struct tab *tab, const char *key, const char *word, size_t *rows,
     size_t most, size_t *all)
{
	size_t n = 0;

	*all = 0;
	for (size_t i = 0; i < tab->table->rows; i++) {
		if (strcmp(tab_text(tab, i, key), word) != 0)
			continue;
		if (n < most)
			rows[n++] = i;
		++*all;
	}
	return n;
}

/* --- decisions ----------------------------------------------------------- */

static void
decision_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	struct style due = date_style(front, true);

	front_text(front, row, COL_B, tab_text(tab, i, "statement"), 346,
		   &bold_style);
	front_number(front, row, COL_E, tab, "amount", i, 1, &number_style);
	front_number(front, row, COL_F, tab, "due", i, 1, &due);
	front_text(front, row, COL_G, tab_text(tab, i, "asked_of"), 155,
		   &note_style);
	front_word(front, row, COL_I, tab, "state", i, &state_style);
	front_text(front, row, COL_J, tab_text(tab, i, "about"), 146,
		   &note_style);
}

void
front_decisions(struct front *front)
{
	const struct tab *tab = work_tab(front->work, "decisions");
	const char *open = plain_word(choices[CHOICE_outcome].words[0]);
	uint32_t row = ROW_DECISIONS + 2;
	size_t rows[MOST_DECISIONS], all, n;
	struct figure figures[2];

	n = pick(tab, "outcome", open, rows, MOST_DECISIONS, &all);
	if (!all) {
		front_title(front, ROW_DECISIONS, COL_B, tab,
			    gettext("Decisions asked"), NULL, 0);
		front_empty(front, ROW_DECISIONS + 1, COL_B, COL_J,
			    gettext("No decision is open."));
		return;
	}
	figures[0] = figure_count(tab, "outcome", open);
	figures[1] = figure_money(front, tab, "amount", "outcome", open);
	front_title(front, ROW_DECISIONS, COL_B, tab,
		    gettext("Decisions asked: {n}, worth {amount}"),
		    (const struct piece[]){figure_piece("n", &figures[0]),
					   figure_piece("amount", &figures[1])},
		    2);
	figure_free(figures, 2);
	front_heads(front, ROW_DECISIONS + 1, COL_J,
		    HEADS({COL_B, N_("Decision"), 0, false},
			  {COL_E, N_("Amount"), ALIGN_RIGHT, false},
			  {COL_F, N_("Decide by"), ALIGN_RIGHT, true},
			  {COL_G, N_("Asked of"), ALIGN_LEFT, false},
			  {COL_I, N_("State"), ALIGN_LEFT, false},
			  {COL_J, N_("About"), ALIGN_LEFT, false}),
		    n, all);
	fill_lines(front, row, (int)n);
	for (size_t i = 0; i < n; i++)
		decision_row(front, tab, row + (uint32_t)i, rows[i]);
	mark_states(front, row, n);
}

/* --- measures ------------------------------------------------------------ */

/* one format for a measure's values: with a decimal where one has it */
static struct style
reading_style(const struct tab *tab, size_t i, bool bold)
{
	static const char *const keys[] = {"baseline", "latest", "target"};
	struct style style = {.line = HAIR, .bold = bold, .number = "#,##0"};
	double value;

	for (size_t k = 0; k < 3; k++) {
		value = tab_number(tab, i, keys[k]);
		if (isfinite(value) && value != floor(value))
			style.number = "#,##0.0";
	}
	return style;
}

static void
measure_name(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	const char *unit = tab_text(tab, i, "unit");
	struct buf name = {0};

	buf_puts(&name, tab_text(tab, i, "name"));
	if (utf8_width(buf_text(&name), name.n) > NAME_WIDTH)
		unit = "";
	else if (!strcmp(unit, plain_word("percent")))
		unit = "%";
	else if (!strcmp(unit, plain_word("score")))
		unit = "";
	buf_printf(&name, "%s%s", *unit ? ", " : "", unit);
	front_text(front, row, COL_B, name.p, 222, &text_style);
	buf_free(&name);
}

static void
measure_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	struct style plain = reading_style(tab, i, false);
	struct style latest = reading_style(tab, i, true);
	struct style due = date_style(front, true);
	struct style share = {.line = HAIR, .number = "0%"};
	struct style planned = {.line = HAIR,
				.color = SECOND,
				.align = ALIGN_RIGHT,
				.indent = 1,
				.number = "0%"};
	struct style margin = {.line = HAIR,
			       .color = SECOND,
			       .align = ALIGN_LEFT,
			       .indent = 1,
			       .number = "\"±\"#,##0.0"};

	measure_name(front, tab, row, i);
	front_number(front, row, COL_C, tab, "baseline", i, 1, &plain);
	front_number(front, row, COL_D, tab, "latest", i, 1, &latest);
	front_number(front, row, COL_E, tab, "target", i, 1, &plain);
	front_number(front, row, COL_F, tab, "target_date", i, 1, &due);
	front_number(front, row, COL_G, tab, "progress", i, 1, &share);
	front_number(front, row, COL_H, tab, "planned", i, 1, &planned);
	front_word(front, row, COL_I, tab, "state", i, &state_style);
	front_number(front, row, COL_J, tab, "margin", i, 1, &margin);
}

static void
measures_title(struct front *front, const struct tab *tab)
{
	const char *yes = gettext("yes");
	struct figure figures[3];

	figures[0] = figure_count_if(tab, "state", "●", "headline", yes);
	figures[1] = figure_count_if(tab, "state", "✓", "headline", yes);
	figures[2] = figure_count(tab, "headline", yes);
	buf_printf(&figures[0].formula, "+%s", figures[1].formula.p);
	buf_clear(&figures[0].text);
	buf_printf(&figures[0].text, "%.0f",
		   figures[0].value + figures[1].value);
	front_title(
		front, ROW_MEASURES, COL_B, tab,
		gettext("Headline measures: {good} of {all} on track"),
		(const struct piece[]){{"good",
					arena_format(front->work->arena, "(%s)",
						     figures[0].formula.p),
					figures[0].text.p},
				       figure_piece("all", &figures[2])},
		2);
	figure_free(figures, 3);
}

void
front_measures(struct front *front)
{
	const struct tab *tab = work_tab(front->work, "measures");
	uint32_t row = ROW_MEASURES + 2;
	size_t rows[MOST_MEASURES], all, n;

	n = pick(tab, "headline", gettext("yes"), rows, MOST_MEASURES, &all);
	if (!all) {
		front_title(front, ROW_MEASURES, COL_B, tab,
			    gettext("Headline measures"), NULL, 0);
		front_empty(front, ROW_MEASURES + 1, COL_B, COL_J,
			    gettext("No measure is marked as a headline."));
		return;
	}
	measures_title(front, tab);
	front_heads(front, ROW_MEASURES + 1, COL_J,
		    HEADS({COL_B, N_("Measure"), 0, false},
			  {COL_C, N_("Baseline"), ALIGN_RIGHT, false},
			  {COL_D, N_("Latest"), ALIGN_RIGHT, false},
			  {COL_E, N_("Target"), ALIGN_RIGHT, false},
			  {COL_F, N_("Target due"), ALIGN_RIGHT, true},
			  {COL_G, N_("Way to target"), 0, false},
			  {COL_H, N_("Planned by now"), ALIGN_RIGHT, false},
			  {COL_I, N_("State"), ALIGN_LEFT, false},
			  {COL_J, N_("Margin (95%)"), ALIGN_LEFT, false}),
		    n, all);
	fill_lines(front, row, (int)n);
	for (size_t i = 0; i < n; i++)
		measure_row(front, tab, row + (uint32_t)i, rows[i]);
	page_bars(front->page,
		  (struct area){row, row + (uint32_t)n - 1, COL_G, COL_G}, 1,
		  false);
	mark_states(front, row, n);
}

/* --- contact reasons ----------------------------------------------------- */

static void
reason_row(struct front *front, const struct tab *tab, uint32_t row, size_t i,
	   double scale)
{
	const char *failure =
		plain_word(choices[CHOICE_demand].words[DEMAND_FAILURE]);
	struct style money = {.line = HAIR, .number = "#,##0;-#,##0;–"};
	struct style share = {.line = HAIR, .number = "0%"};
	struct style change = {.line = HAIR,
			       .align = ALIGN_RIGHT,
			       .indent = 1,
			       .number = "+0%;−0%;0%"};
	struct style demand = state_style;

	demand.bold = !strcmp(tab_text(tab, i, "demand"), failure);
	front_text(front, row, COL_B, tab_text(tab, i, "name"), 222,
		   &text_style);
	front_number(front, row, COL_C, tab, "volume", i, 1, &number_style);
	front_number(front, row, COL_D, tab, "cost", i, scale, &money);
	front_number(front, row, COL_E, tab, "revenue", i, scale, &money);
	front_word(front, row, COL_F, tab, "demand", i, &demand);
	front_number(front, row, COL_G, tab, "share", i, 1, &share);
	front_number(front, row, COL_H, tab, "target_change", i, 1, &change);
	front_word(front, row, COL_I, tab, "disposition", i, &state_style);
	front_text(front, row, COL_J, tab_text(tab, i, "owner"), 146,
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
total_cell(struct front *front, int column, const struct tab *tab,
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
	cell_formula(front->page, ROW_REASONS + 7, column, formula.p, sum,
		     book_style(front->work->book, style));
	buf_free(&formula);
}

/* the failure demand among all contacts: "54% failure" */
static void
total_failure(struct front *front, const struct tab *tab,
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
	front_sentence(front, ROW_REASONS + 7, COL_F, &formula, &text, style);
	buf_free(&formula);
	buf_free(&text);
	figure_free(&share, 1);
}

/* what all the planned changes make of the whole volume */
static void
total_change(struct front *front, const struct tab *tab,
	     const struct style *style)
{
	double now = column_sum(tab, "volume");
	double then = column_sum(tab, "planned");
	struct buf formula = {0};

	if (!(now > 0) || !(then > 0))
		return;
	buf_puts(&formula, "=SUM(");
	formula_range(&formula, tab, "planned");
	buf_puts(&formula, ")/SUM(");
	formula_range(&formula, tab, "volume");
	buf_puts(&formula, ")-1");
	cell_formula(front->page, ROW_REASONS + 7, COL_H, formula.p,
		     then / now - 1, book_style(front->work->book, style));
	buf_free(&formula);
}

static void
total_row(struct front *front, const struct tab *tab, double scale)
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
	struct figure all = figure_rows(tab);
	struct buf formula = {0}, text = {0};
	const struct piece piece = figure_piece("n", &all);

	front_band(front, ROW_REASONS + 7, COL_B, COL_J, &name);
	sentence_add(&formula, &text, gettext("All {n} reasons"), &piece, 1);
	front_sentence(front, ROW_REASONS + 7, COL_B, &formula, &text, &name);
	total_cell(front, COL_C, tab, "volume", 1, &money);
	total_cell(front, COL_D, tab, "cost", scale, &money);
	total_cell(front, COL_E, tab, "revenue", scale, &money);
	total_failure(front, tab, &failure);
	total_change(front, tab, &change);
	buf_free(&formula);
	buf_free(&text);
	figure_free(&all, 1);
}

/* money in thousands, where there is enough of it */
static double
money_scale(const struct tab *tab)
{
	return column_sum(tab, "cost") + column_sum(tab, "revenue") >= 100000
		       ? 1000
		       : 1;
}

static void
reasons_heads(struct front *front, double scale, size_t n, size_t all)
{
	const char *unit = scale > 1 ? "k" : "";
	struct arena *arena = front->work->arena;
	const char *sign = front_currency(front);

	front_heads(front, ROW_REASONS + 1, COL_J,
		    HEADS({COL_B, N_("Reason"), 0, false},
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
		    n, all);
}

void
front_reasons(struct front *front)
{
	const struct tab *tab = work_tab(front->work, "contact_reasons");
	size_t all = tab->table->rows;
	size_t n = all < MOST_REASONS ? all : MOST_REASONS;
	uint32_t row = ROW_REASONS + 2;
	double scale = money_scale(tab);

	front_title(front, ROW_REASONS, COL_B, tab,
		    gettext("Why customers contact us"), NULL, 0);
	if (!all) {
		front_empty(front, ROW_REASONS + 1, COL_B, COL_J,
			    tab->table->empty);
		return;
	}
	reasons_heads(front, scale, n, all);
	fill_lines(front, row, (int)n);
	for (size_t i = 0; i < n; i++)
		reason_row(front, tab, row + (uint32_t)i, i, scale);
	page_bars(front->page,
		  (struct area){row, row + (uint32_t)n - 1, COL_G, COL_G}, 0.5,
		  false);
	total_row(front, tab, scale);
}
