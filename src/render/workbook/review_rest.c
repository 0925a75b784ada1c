/* review_rest.c - the first page, left: what comes, what was learned, found */
#include <libintl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/topic.h"
#include "front.h"

static const struct style text_style = {.line = HAIR};
static const struct style number_style = {.line = HAIR, .number = "#,##0"};
static const struct style note_style = {
	.line = HAIR, .color = SECOND, .indent = 1, .align = ALIGN_LEFT};
static const struct style word_style = {
	.line = HAIR, .indent = 1, .align = ALIGN_LEFT};

#define HEADS(...)                                           \
	(const struct head[]){__VA_ARGS__},                  \
		sizeof((const struct head[]){__VA_ARGS__}) / \
			sizeof(struct head)

/* a row of a table with what it is sorted by, largest first */
struct ranked {
	double rank;
	size_t row;
};

static int
compare(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

/* --- the next 90 days ---------------------------------------------------- */

/* The last day of the next run: as far from its first as the first run's. */
static void
event_end(struct front *front, const struct tab *tab, uint32_t row, size_t i,
	  const struct style *style)
{
	double next = tab_number(tab, i, "next_start");
	double length = tab_number(tab, i, "end") - tab_number(tab, i, "start");
	struct lxw_format *format = book_style(front->work->book, style);
	struct buf formula = {0};

	if (!isfinite(next + length) || !formula_can(tab, i)) {
		cell_number(front->page, row, COL_D, next + length, format);
		return;
	}
	buf_putc(&formula, '=');
	formula_lookup(&formula, tab, "next_start", i);
	buf_putc(&formula, '+');
	formula_lookup(&formula, tab, "end", i);
	buf_putc(&formula, '-');
	formula_lookup(&formula, tab, "start", i);
	cell_formula(front->page, row, COL_D, formula.p, next + length, format);
	buf_free(&formula);
}

static void
event_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	const struct style date = {
		.line = HAIR,
		.align = ALIGN_RIGHT,
		.number = book_date_format(front->work->book, false)};

	front_text(front, row, COL_B, tab_text(tab, i, "name"), 222,
		   &text_style);
	front_number(front, row, COL_C, tab, "next_start", i, 1, &date);
	event_end(front, tab, row, i, &date);
	front_number(front, row, COL_E, tab, "lead_days", i, 1, &number_style);
	front_text(front, row, COL_F, tab_text(tab, i, "effects"), 255,
		   &word_style);
	front_word(front, row, COL_I, tab, "state", i, &word_style);
	front_word(front, row, COL_J, tab, "confidence", i, &note_style);
}

static size_t
coming_events(const struct tab *tab, struct ranked *events)
{
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		if (!strcmp(tab_text(tab, i, "coming"), gettext("yes")))
			events[n++] = (struct ranked){
				-tab_number(tab, i, "next_start"), i};
	qsort(events, n, sizeof(*events), compare);
	return n;
}

void
front_events(struct front *front)
{
	const struct tab *tab = work_tab(front->work, "calendar");
	struct ranked *events =
		mem_alloc((tab->table->rows + 1) * sizeof(*events));
	size_t all = coming_events(tab, events);
	size_t n = all < MOST_EVENTS ? all : MOST_EVENTS;
	uint32_t row = ROW_EVENTS + 2;

	front_title(front, ROW_EVENTS, COL_B, tab, gettext("The next 90 days"),
		    NULL, 0);
	if (!all)
		front_empty(front, ROW_EVENTS + 1, COL_B, COL_J,
			    gettext("No event is known for the next 90 "
				    "days."));
	else
		front_heads(front, ROW_EVENTS + 1, COL_J,
			    HEADS({COL_B, N_("Event"), 0, false},
				  {COL_C, N_("From"), ALIGN_RIGHT, false},
				  {COL_D, N_("To"), ALIGN_RIGHT, false},
				  {COL_E, N_("Notice, d"), ALIGN_RIGHT, false},
				  {COL_F, N_("Effect on contacts"), ALIGN_LEFT,
				   false},
				  {COL_I, N_("State"), ALIGN_LEFT, false},
				  {COL_J, N_("Confidence"), ALIGN_LEFT, false}),
			    n, all);
	for (size_t i = 0; i < n; i++) {
		front_line(front, row + (uint32_t)i, COL_B, COL_J);
		event_row(front, tab, row + (uint32_t)i, events[i].row);
	}
	if (n)
		page_status(front->page,
			    (struct area){row, row + (uint32_t)n - 1, COL_I,
					  COL_I});
	free(events);
}

/* --- insights ------------------------------------------------------------ */

/* what an insight amounts to: the column that tells more money */
static const char *
insight_money(const struct tab *tab, size_t i, double *money)
{
	double value = tab_number(tab, i, "value_per_year");
	double cost = tab_number(tab, i, "cost_per_year");

	*money = fmax(value, cost);
	return isnan(cost) || value >= cost ? "value_per_year"
					    : "cost_per_year";
}

static void
insight_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	double money;
	const char *key = insight_money(tab, i, &money);

	front_text(front, row, COL_B, tab_text(tab, i, "insight"), 408,
		   &text_style);
	front_number(front, row, COL_F, tab, key, i, 1, &number_style);
	front_text(front, row, COL_G, tab_text(tab, i, "consumers"), 155,
		   &note_style);
	front_word(front, row, COL_I, tab, "state", i, &word_style);
	front_word(front, row, COL_J, tab, "told_customers", i, &note_style);
}

static void
insights_title(struct front *front, const struct tab *tab)
{
	struct figure figures[3] = {figure_count(tab, "state", "◆"),
				    figure_count(tab, "state", "●"),
				    figure_count(tab, "state", "✓")};

	front_title(
		front, ROW_INSIGHTS, COL_B, tab,
		gettext("What we learned: {shared} shared, {accepted} "
			"accepted, {acted} acted on"),
		(const struct piece[]){figure_piece("shared", &figures[0]),
				       figure_piece("accepted", &figures[1]),
				       figure_piece("acted", &figures[2])},
		3);
	figure_free(figures, 3);
}

void
front_insights(struct front *front)
{
	const struct tab *tab = work_tab(front->work, "intelligence");
	size_t all = tab->table->rows;
	size_t n = all < MOST_INSIGHTS ? all : MOST_INSIGHTS;
	struct ranked *ranked = mem_alloc((all + 1) * sizeof(*ranked));
	struct arena *arena = front->work->arena;
	uint32_t row = ROW_INSIGHTS + 2;

	for (size_t i = 0; i < all; i++) {
		ranked[i] = (struct ranked){-1, i};
		insight_money(tab, i, &ranked[i].rank);
		if (isnan(ranked[i].rank))
			ranked[i].rank = -1;
	}
	qsort(ranked, all, sizeof(*ranked), compare);
	if (all)
		insights_title(front, tab);
	else
		front_title(front, ROW_INSIGHTS, COL_B, tab,
			    gettext("What we learned"), NULL, 0);
	if (!all)
		front_empty(front, ROW_INSIGHTS + 1, COL_B, COL_J,
			    tab->table->empty);
	else
		front_heads(
			front, ROW_INSIGHTS + 1, COL_J,
			HEADS({COL_B, N_("Insight"), 0, false},
			      {COL_F,
			       arena_format(arena, "%s%s",
					    front_currency(front),
					    gettext(" a year")),
			       ALIGN_RIGHT, false},
			      {COL_G, N_("For"), ALIGN_LEFT, false},
			      {COL_I, N_("State"), ALIGN_LEFT, false},
			      {COL_J, N_("Customers told"), ALIGN_LEFT, false}),
			n, all);
	for (size_t i = 0; i < n; i++) {
		front_line(front, row + (uint32_t)i, COL_B, COL_J);
		insight_row(front, tab, row + (uint32_t)i, ranked[i].row);
	}
	if (n)
		page_status(front->page,
			    (struct area){row, row + (uint32_t)n - 1, COL_I,
					  COL_I});
	free(ranked);
}

/* --- findings ------------------------------------------------------------ */

/* Rules are no ids of rows: the text stands as it was found. */
static void
finding_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	front_line(front, row, COL_B, COL_J);
	front_text(front, row, COL_B, tab_text(tab, i, "message"), 660,
		   &text_style);
	front_text(front, row, COL_I, tab_text(tab, i, "severity"), 106,
		   &word_style);
	front_text(front, row, COL_J, tab_text(tab, i, "section"), 134,
		   &note_style);
}

void
front_findings(struct front *front)
{
	const struct tab *tab = work_tab(front->work, "findings");
	const char *no = gettext("no");
	struct figure figures[3];
	uint32_t row = ROW_FINDINGS + 1;
	size_t n = 0;

	if (!tab->table->rows) {
		front_title(front, ROW_FINDINGS, COL_B, tab,
			    gettext("Gravest findings"), NULL, 0);
		front_empty(front, row, COL_B, COL_J, tab->table->empty);
		return;
	}
	figures[0] = figure_count_if(tab, "severity", "■", "waived", no);
	figures[1] = figure_count_if(tab, "severity", "▲", "waived", no);
	figures[2] = figure_count(tab, "waived", gettext("yes"));
	front_title(
		front, ROW_FINDINGS, COL_B, tab,
		gettext("Gravest findings: {errors} errors, {warnings} "
			"warnings, {waived} waived"),
		(const struct piece[]){figure_piece("errors", &figures[0]),
				       figure_piece("warnings", &figures[1]),
				       figure_piece("waived", &figures[2])},
		3);
	figure_free(figures, 3);
	for (size_t i = 0; i < tab->table->rows && n < MOST_FINDINGS; i++)
		if (!strcmp(tab_text(tab, i, "waived"), no))
			finding_row(front, tab, row + (uint32_t)n++, i);
	if (n)
		page_status(front->page,
			    (struct area){row, row + (uint32_t)n - 1, COL_I,
					  COL_I});
}
