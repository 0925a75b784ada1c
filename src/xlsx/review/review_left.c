/* review_left.c - the first page, left: where each measure stands */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "xlsx/book/measured.h"
#include "say.h"

static const struct style text_style = {.line = HAIR};
static const struct style note_style = {
	.line = HAIR, .color = SECOND, .indent = 1, .align = ALIGN_LEFT};
static const struct style state_style = {
	.line = HAIR, .indent = 1, .align = ALIGN_LEFT};

/* pixels of a name */
enum { NAME_WIDTH = 220 };

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

/* the rows of a table with the flag, in its order, most at most */
static size_t
pick(const struct tab *tab, const char *key, size_t *rows, size_t most,
     size_t *all)
{
	size_t n = 0;

	*all = 0;
	for (size_t i = 0; i < tab->table->rows; i++) {
		if (table_at(tab->table, i, key)->word != 1)
			continue;
		if (n < most)
			rows[n++] = i;
		++*all;
	}
	return n;
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

/* the name with its unit, where there is room for both */
static void
measure_name(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	const struct cell *unit = table_at(tab->table, i, "unit");
	const char *name = tab_text(tab, i, "name"), *both = name;

	if (unit->text && unit->word != MEASURED_SCORE)
		both = arena_format(
			front->work->arena, "%s, %s", name,
			unit->word == MEASURED_PERCENT ? "%" : unit->text);
	if (text_pixels(both, text_style.size, false) > NAME_WIDTH - 5)
		both = name;
	front_text(front, row, COL_B, both, NAME_WIDTH, &text_style);
}

static void
measure_row(struct front *front, const struct tab *tab, uint32_t row, size_t i)
{
	struct style plain = reading_style(tab, i, false);
	struct style latest = reading_style(tab, i, true);
	struct style due = date_style(front, true);
	struct style share = {.line = HAIR, .number = "0%;−0%"};
	struct style planned = {.line = HAIR,
				.color = SECOND,
				.align = ALIGN_RIGHT,
				.indent = 1,
				.number = "0%"};

	measure_name(front, tab, row, i);
	front_number(front, row, COL_C, tab, "baseline", i, 1, &plain);
	front_number(front, row, COL_D, tab, "latest", i, 1, &latest);
	front_number(front, row, COL_E, tab, "target", i, 1, &plain);
	front_number(front, row, COL_F, tab, "target_date", i, 1, &due);
	front_number(front, row, COL_G, tab, "progress", i, 1, &share);
	front_number(front, row, COL_H, tab, "planned", i, 1, &planned);
	front_word(front, row, COL_I, tab, "state", i, &state_style);
	front_word(front, row, COL_J, tab, "real", i, &note_style);
}

static void
measures_title(struct front *front, const struct tab *tab)
{
	const struct marks *marks = &front->marks;
	struct arena *arena = front->work->arena;
	const char *all = buf_text(&marks->headline.formula);
	struct buf formula = {0}, text = {0};
	const struct piece pieces[] = {
		say_count(front, "all", &marks->headline),
		say_count(front, "behind", &marks->behind),
		say_count(front, "chance", &marks->chance),
	};
	const struct variant state[] = {
		{say_when(front, &marks->unread,
			  arena_format(arena, "=%s", all)),
		 marks->unread.value == marks->headline.value,
		 gettext("Headline measures: none has a reading yet")},
		{say_when(front, &marks->good, arena_format(arena, "=%s", all)),
		 marks->good.value == marks->headline.value,
		 marks->headline.value == 1
			 ? gettext("The headline measure is on track")
			 : gettext("Headline measures: all {all} are on "
				   "track")},
		{say_when(front, &marks->behind, "=1"),
		 marks->behind.value == 1,
		 gettext("Headline measures: one is behind")},
		{say_when(front, &marks->behind, "=0"),
		 marks->behind.value == 0,
		 gettext("Headline measures: none is behind")},
		{NULL, true, gettext("Headline measures: {behind} are behind")},
	};
	const struct variant chance[] = {
		{say_when(front, &marks->chance, "=0"),
		 marks->chance.value == 0, ""},
		{say_when(front, &marks->chance, "=1"),
		 marks->chance.value == 1,
		 gettext(", one gain may still be chance")},
		{NULL, true, gettext(", {chance} gains may still be chance")},
	};

	say_either(&formula, &text, state, 5, pieces, 3);
	say_either(&formula, &text, chance, 3, pieces, 3);
	say_title(front, ROW_MEASURES, COL_B, tab, &formula, &text);
}

void
front_measures(struct front *front)
{
	const struct tab *tab = work_tab(front->work, TABLE_measures);
	uint32_t row = ROW_MEASURES + 2;
	size_t rows[MOST_MEASURES], all, n;

	n = pick(tab, "headline", rows, MOST_MEASURES, &all);
	if (!all) {
		front_title(front, ROW_MEASURES, COL_B, tab,
			    gettext("Headline measures"), NULL, 0);
		say_empty(front, ROW_MEASURES + 1, COL_B, COL_J,
			  gettext("No measure is marked as a headline yet."),
			  "measures", 6);
		return;
	}
	measures_title(front, tab);
	front_heads(
		front, ROW_MEASURES + 1, COL_J,
		HEADS({COL_B, N_("Measure"), 0, false},
		      {COL_C, N_("Baseline"), ALIGN_RIGHT, false},
		      {COL_D, N_("Latest"), ALIGN_RIGHT, false},
		      {COL_E, N_("Target"), ALIGN_RIGHT, false},
		      {COL_F, N_("Target due"), ALIGN_RIGHT, true},
		      {COL_G, N_("Way to target"), 0, false},
		      {COL_H, N_("Planned by then"), ALIGN_RIGHT, false},
		      {COL_I, N_("Status"), ALIGN_LEFT, false},
		      {COL_J, N_("Is the change real?"), ALIGN_LEFT, false}),
		n, all);
	fill_lines(front, row, (int)n);
	for (size_t i = 0; i < n; i++)
		measure_row(front, tab, row + (uint32_t)i, rows[i]);
	page_bars(front->page,
		  (struct area){row, row + (uint32_t)n - 1, COL_G, COL_G}, 1,
		  false);
	mark_states(front, row, n);
}
