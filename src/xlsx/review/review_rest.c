/* review_rest.c - the first page, left: what comes, what was learned */
#include <libintl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/message.h"
#include "xlsx/book/measured.h"
#include "say.h"

static const struct style text_style = {.line = HAIR};
/* pixels of names, of an insight, of whom it is for, of an effect */
enum {
	NAME_WIDTH = 220,
	INSIGHT_WIDTH = 408,
	FOR_WIDTH = 158,
	EFFECT_WIDTH = 364
};

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

/* days of notice: late ones with their mark, none in words */
static void
notice_cell(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	struct style style = {.line = HAIR, .align = ALIGN_RIGHT};

	if (isnan(tab_number(tab, i, "lead_days"))) {
		front_text(front, row, COL_E, gettext("■ none"), 62, &style);
		return;
	}
	style.number = arena_format(
		front->work->arena, "[<0]\"■ \"-0;[<%.0f]\"▲ \"0;0",
		SETTING_OF(front->work->review->plan, event_lead_days));
	front_number(front, row, COL_E, tab, "lead_days", i, 1, &style);
}

/* "A +35%, B +40%": whole ones as far as they fit beside what follows */
static void
add_effects(struct front *front, struct buf *text, const char *effects,
	    const char *rest)
{
	double room = EFFECT_WIDTH - 20 - text_pixels(rest, 0, false);
	char *kept = arena_format(front->work->arena, "%s", effects), *end;
	const char *more = "";
	size_t n = 0;

	if (front->wide)
		room /= 1.15;
	while (text_pixels(kept, 0, false) + text_pixels(more, 0, false) >
	       room) {
		for (end = kept + strlen(kept); end > kept; end--)
			if (!strncmp(end, "%, ", 3))
				break;
		if (end == kept)
			break;
		end[1] = '\0';
		more = message_text(front->work->arena, gettext(", {n} more"),
				    ARGS(COUNT_ARG("n", (double)++n)));
	}
	buf_printf(text, "%s%s%s", kept, more, rest);
}

/* what it does to contacts, and how many come besides */
static const char *
effect_of(struct front *front, const struct tab *tab, size_t i)
{
	const char *effects = tab_text(tab, i, "effects");
	double contacts = tab_number(tab, i, "contacts");
	struct buf text = {0}, rest = {0};

	if (contacts > 0) {
		buf_puts(&rest, *effects ? "; " : "");
		message_fill(&rest, gettext("{n} replies"),
			     ARGS(COUNT_ARG("n", contacts)));
	}
	add_effects(front, &text, effects, buf_text(&rest));
	buf_free(&rest);
	return arena_take(front->work->arena, &text);
}

static void
event_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	const struct style date = {
		.line = HAIR,
		.align = ALIGN_RIGHT,
		.number = book_date_format(front->work->book, false)};

	front_line(front, row, COL_B, COL_J);
	front_text(front, row, COL_B, tab_text(tab, i, "name"), NAME_WIDTH,
		   &text_style);
	front_number(front, row, COL_C, tab, "next_start", i, 1, &date);
	event_end(front, tab, row, i, &date);
	notice_cell(front, tab, row, i);
	front_text(front, row, COL_F, effect_of(front, tab, i), EFFECT_WIDTH,
		   &word_style);
	front_capital(front, row, COL_J, tab, "confidence", i, &note_style);
}

static size_t
coming_events(const struct tab *tab, struct ranked *events)
{
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows; i++)
		if (table_at(tab->table, i, "coming")->word == 1)
			events[n++] = (struct ranked){
				-tab_number(tab, i, "next_start"), i};
	qsort(events, n, sizeof(*events), compare);
	return n;
}

static size_t
marked(const struct tab *tab, const struct ranked *events, size_t n,
       enum symbol_id symbol)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += state_symbol(
				 table_at(tab->table, events[i].row, "state")
					 ->state) == symbol;
	return count;
}

/* how many there are, and how many of them we heard of too late */
static void
events_title(struct front *front, const struct tab *tab,
	     const struct ranked *events, size_t n)
{
	size_t good = marked(tab, events, n, SYMBOL_good);
	size_t untold = marked(tab, events, n, SYMBOL_bad),
	       late = n - good - untold;
	struct buf formula = {0}, text = {0};

	message_fill(&text,
		     n == 1 ? gettext("Next 90 days: one known event")
			    : gettext("Next 90 days: {n} known events"),
		     ARGS(TEXT_ARG("n", say_number(front, (double)n, false))));
	if (good == n)
		buf_puts(&text, n == 1 ? gettext(", announced in time")
				       : gettext(", all announced in time"));
	if (late)
		message_fill(&text, gettext(", {n} told late"),
			     ARGS(TEXT_ARG("n", say_number(front, (double)late,
							   false))));
	if (untold)
		message_fill(
			&text, gettext(", {n} not told to us"),
			ARGS(TEXT_ARG("n", say_number(front, (double)untold,
						      false))));
	say_title(front, ROW_EVENTS, COL_B, tab, &formula, &text);
}

/* notice is a number: a mark in its text, and its fill */
static void
mark_notice(struct front *front, uint32_t row, size_t n)
{
	const struct area area = {row, row + (uint32_t)n - 1, COL_E, COL_E};

	page_below(front->page, area,
		   SETTING_OF(front->work->review->plan, event_lead_days), 0);
	page_status(front->page, area);
}

void
front_events(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_calendar);
	struct ranked *events =
		mem_alloc((tab->table->rows + 1) * sizeof(*events));
	size_t all = coming_events(tab, events);
	size_t n = all < MOST_EVENTS ? all : MOST_EVENTS;
	uint32_t row = ROW_EVENTS + 2;

	if (!all) {
		front_title(front, ROW_EVENTS, COL_B, tab,
			    gettext("Next 90 days"), NULL, 0);
		front_empty(front, ROW_EVENTS + 1, COL_B, COL_J,
			    gettext("No event is known: no season, campaign, "
				    "price or system change."));
		free(events);
		return;
	}
	events_title(front, tab, events, all);
	front_heads(front, ROW_EVENTS + 1, COL_J,
		    HEADS({COL_B, N_("Event"), 0, false},
			  {COL_C, N_("From"), ALIGN_RIGHT, false},
			  {COL_D, N_("To"), ALIGN_RIGHT, false},
			  {COL_E, N_("Notice, d"), ALIGN_RIGHT, false},
			  {COL_F, N_("Expected effect on contacts"), ALIGN_LEFT,
			   false},
			  {COL_J, N_("Confidence"), ALIGN_LEFT, false}),
		    n, all);
	for (size_t i = 0; i < n; i++)
		event_row(front, tab, row + (uint32_t)i, events[i].row);
	mark_notice(front, row, n);
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

	front_text(front, row, COL_B, tab_text(tab, i, "insight"),
		   INSIGHT_WIDTH, &text_style);
	front_number(front, row, COL_F, tab, key, i, 1, &number_style);
	front_text(front, row, COL_G, tab_text(tab, i, "consumers"), FOR_WIDTH,
		   &note_style);
	front_word(front, row, COL_I, tab, "state", i, &word_style);
	if (*tab_text(tab, i, "told_customers"))
		front_text(front, row, COL_J,
			   table_at(tab->table, i, "told_customers")->word == 1
				   ? gettext("Yes")
				   : gettext("Not yet"),
			   134, &note_style);
}

/* what was accepted was shared before, and what was acted on accepted */
static void
insights_title(struct front *front, const struct tab *tab)
{
	struct figure acted =
		say_keep(front, "insights_acted_on",
			 figure_count(tab, "state", symbol_mark(SYMBOL_done)));
	struct figure accepted = say_keep(
		front, "insights_accepted",
		say_sum(figure_count(tab, "state", symbol_mark(SYMBOL_good)),
			figure_count(tab, "state", symbol_mark(SYMBOL_done))));
	struct figure shared = say_keep(
		front, "insights_shared",
		say_sum(say_sum(figure_count(tab, "state",
					     symbol_mark(SYMBOL_asked)),
				figure_count(tab, "state",
					     symbol_mark(SYMBOL_good))),
			figure_count(tab, "state", symbol_mark(SYMBOL_done))));
	const struct piece pieces[] = {figure_piece("shared", &shared),
				       figure_piece("accepted", &accepted),
				       figure_piece("acted", &acted)};
	const struct variant variants[] = {
		{say_when(front, &shared, "=0"), shared.value == 0,
		 gettext("What we learned: nothing is shared yet")},
		{say_when(front, &shared, "=1"), shared.value == 1,
		 gettext("What we learned: {shared} insight shared, {accepted} "
			 "accepted, {acted} acted on")},
		{NULL, true,
		 gettext("What we learned: {shared} insights shared, "
			 "{accepted} accepted, {acted} acted on")},
	};
	struct buf formula = {0}, text = {0};

	say_either(&formula, &text, variants, 3, pieces, 3);
	say_title(front, ROW_INSIGHTS, COL_B, tab, &formula, &text);
	figure_free(&acted, 1);
	figure_free(&accepted, 1);
	figure_free(&shared, 1);
}

/* those that say something, the one with most money in it first */
static size_t
rank_insights(const struct tab *tab, struct ranked *ranked)
{
	size_t n = 0;

	for (size_t i = 0; i < tab->table->rows; i++) {
		if (!*tab_text(tab, i, "insight"))
			continue;
		ranked[n].row = i;
		insight_money(tab, i, &ranked[n].rank);
		if (isnan(ranked[n].rank))
			ranked[n].rank = -1;
		n++;
	}
	qsort(ranked, n, sizeof(*ranked), compare);
	return n;
}

static void
insights_heads(struct front *front, size_t n, size_t all)
{
	const char *money =
		arena_format(front->work->arena, "%s%s", front_currency(front),
			     gettext(" a year"));

	front_heads(front, ROW_INSIGHTS + 1, COL_J,
		    HEADS({COL_B, N_("Insight"), 0, false},
			  {COL_F, money, ALIGN_RIGHT, false},
			  {COL_G, N_("For"), ALIGN_LEFT, false},
			  {COL_I, N_("Status"), ALIGN_LEFT, false},
			  {COL_J, N_("Customers told"), ALIGN_LEFT, false}),
		    n, all);
}

void
front_insights(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_intelligence);
	struct ranked *ranked =
		mem_alloc((tab->table->rows + 1) * sizeof(*ranked));
	size_t all = rank_insights(tab, ranked);
	size_t n = all < MOST_INSIGHTS ? all : MOST_INSIGHTS;
	uint32_t row = ROW_INSIGHTS + 2;

	if (!all) {
		front_title(front, ROW_INSIGHTS, COL_B, tab,
			    gettext("What we learned"), NULL, 0);
		say_empty(front, ROW_INSIGHTS + 1, COL_B, COL_J,
			  gettext("No insight is recorded yet."),
			  "intelligence", 3);
		free(ranked);
		return;
	}
	insights_title(front, tab);
	insights_heads(front, n, all);
	for (size_t i = 0; i < n; i++) {
		front_line(front, row + (uint32_t)i, COL_B, COL_J);
		insight_row(front, tab, row + (uint32_t)i, ranked[i].row);
	}
	page_status(front->page,
		    (struct area){row, row + (uint32_t)n - 1, COL_I, COL_I});
	free(ranked);
}
