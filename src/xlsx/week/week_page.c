/* week_page.c - the page of the week: half hours of wanted against open */
#include <math.h>

#include "ces/language.h"
#include "ces/message.h"
#include "week.h"
#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

/* rows of one grid */
enum { AT_TITLE, AT_INTRO, AT_KEY, AT_HEADS, AT_DAYS };
enum { AT_WEEK = AT_DAYS + 7, GRID_ROWS = AT_WEEK + 2 };
/* EACH_HEAD: half hours between two lines of the clock */
enum { PILL = 12, HALF_WIDTH = 14, EACH_HEAD = 4 };
/* tenths of a point, of headers */
enum { HEAD_LEAST = 70 };
enum { HEAD_MARGIN = 6 }; /* pixels */

/* pixels of columns, and of the rows of each grid */
static const int widths[] = {
	[COL_DAY] = 100, [COL_GAP] = 24,     [COL_WANTED] = 78,
	[COL_OPEN] = 92, [COL_COVERED] = 98, [COL_CLOSED] = 184};
static const int grid_heights[GRID_ROWS] = {26, 22, 24, 24, 29, 29, 29,
					    29, 29, 29, 29, 29, 26};

/* one pair of segment and channel on the page */
struct grid {
	struct work *work;
	struct page *page;
	uint32_t row; /* its first */
	const struct coverage *coverage;
	struct week_pair pair;
	bool exact;
	unsigned wanted, common; /* minutes of the week */
};

/* --- formulas ------------------------------------------------------------ */

/* a scope in which $wanted, $open and $covered are cells of a row */
static struct expr_scope
row_scope(const struct grid *grid, uint32_t row, unsigned common,
	  unsigned wanted)
{
	static const char *const names[] = {"wanted", "open", "covered"};
	const double values[] = {wanted / 60.0, common / 60.0,
				 wanted ? (double)common / wanted : 0};
	struct arena *arena = grid->work->arena;
	struct expr_scope scope = work_scope(grid->work, NULL);
	struct binding *bindings = arena_alloc(arena, 3 * sizeof(*bindings));

	for (int i = 0; i < 3; i++) {
		const char *cell = cell_name(arena, row, COL_WANTED + i, 0);

		bindings[i].name = names[i];
		bindings[i].expr =
			expr_place(arena, cell, expr_number(arena, values[i]));
	}
	scope.bindings = bindings;
	scope.n = 3;
	return scope;
}

/* --- above --------------------------------------------------------------- */

/* Looks the name up by id, wherever its sheet is sorted to. */
static const struct expr *
name_of(const struct grid *grid, enum table_id id, const struct object *object)
{
	const struct table *table = work_tab(grid->work, id)->table;
	struct expr_scope scope = work_scope(grid->work, table);

	scope.row = table_find_row(table, object->id);
	if (scope.row < table->rows && table->objects[scope.row] == object &&
	    table_at(table, scope.row, "name")->text)
		return expr_parse(&scope, "IF({found},{name},'removed')");
	return expr_text(grid->work->arena, object_name(object));
}

/* Writes both sentences, as the grid may be edited. */
static void
write_title(const struct grid *grid)
{
	static const struct phrase phrases[] = {
		{"$covered=1", N_("{segment}: {channel} is open for all of the "
				  "{wanted} hours they want in this week, and "
				  "for {share} over the period")},
		{NULL, N_("{segment}: {channel} is open for {common} of the "
			  "{wanted} hours they want in this week, and for "
			  "{share} over the period")}};
	struct style style = {
		.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
	const struct expr *title;
	struct expr_scope scope = row_scope(grid, grid->row + AT_WEEK,
					    grid->common, grid->wanted);
	const char *share = message_text(
		grid->work->arena, grid->work->language, "{share}",
		ARGS(PERCENT_ARG("share", grid->coverage->percent)));
	const struct binding bindings[] = {
		scope.bindings[0],
		scope.bindings[1],
		scope.bindings[2],
		{"segment", NULL,
		 name_of(grid, TABLE_segments,
			 &grid->coverage->segment->object)},
		{"channel", NULL,
		 name_of(grid, TABLE_channels,
			 &grid->coverage->channel->object)},
		{"common", "ROUND($open,1)", NULL},
		{"share", NULL, expr_text(grid->work->arena, share)},
		{"wanted", "ROUND($wanted,1)", NULL},
	};

	scope.bindings = bindings;
	scope.n = sizeof(bindings) / sizeof(*bindings);
	title = expr_phrases(&scope, phrases);
	style.size = text_size(value_text(&scope, expr_value(&scope, title, 0)),
			       LINE_WIDEST / grid->work->letters, &style,
			       LINE_LEAST);
	cell_expr(grid->work, grid->page, grid->row + AT_TITLE, COL_DAY, title,
		  0, book_style(grid->work->book, &style));
}

static const char *
text_of(const struct grid *grid, enum table_id id, const struct object *object,
	const char *key)
{
	const struct table *table = work_tab(grid->work, id)->table;
	size_t row = table_find_row(table, object->id);

	return row < table->rows ? table_at(table, row, key)->text : NULL;
}

static void
write_intro(const struct grid *grid)
{
	const struct object *segment = &grid->coverage->segment->object;
	const struct object *hours = &grid->coverage->hours->object;
	const struct low_stretch *worst = &grid->coverage->worst;
	const struct {
		const char *message, *text;
	} facts[] = {
		{C_("hours", "Wanted: {text}"),
		 text_of(grid, TABLE_segments, segment, "preferred_hours")},
		{C_("hours", "Open: {text}"),
		 open_text(grid->work->arena, grid->work->language,
			   &grid->pair)},
		{N_("The worst stretch, {text}"),
		 worst->first.year
			 ? work_dates(grid->work, worst->first, worst->last)
			 : NULL},
		{N_("{text} of them like it best"),
		 message_text(
			 grid->work->arena, grid->work->language, "{share}",
			 ARGS(PERCENT_ARG("share",
					  round(grid->coverage->preference))))},
		{"{text}",
		 grid->exact ? NULL
			     : language_text(grid->work->language,
					     "A half hour shows as closed "
					     "when any wanted minute of "
					     "it is")},
		{N_("Tier: {text}"),
		 text_of(grid, TABLE_segments, segment, "tier")},
		{C_("hours", "Outside: {text}"),
		 grid->common < grid->wanted
			 ? text_of(grid, TABLE_hours, hours, "out_of_hours")
			 : NULL},
		{N_("In the time of {text}"),
		 grid->pair.shifted
			 ? text_of(grid, TABLE_segments, segment, "timezone")
			 : NULL}};
	const struct work *work = grid->work;
	const char *text = "", *fact;

	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		if (!facts[i].text || !*facts[i].text)
			continue;
		fact = message_text(work->arena, work->language,
				    facts[i].message,
				    ARGS(TEXT_ARG("text", facts[i].text)));
		text = *text ? message_text(work->arena, work->language,
					    C_("facts", "{first}. {second}"),
					    ARGS(TEXT_ARG("first", text),
						 TEXT_ARG("second", fact)))
			     : fact;
	}
	week_line(grid->work, grid->row + AT_INTRO, text, week_line_style,
		  LINE_LEAST);
}

static void
write_key(const struct grid *grid)
{
	static const struct {
		int fill;
		const char *text;
	} pills[] = {{OPEN_WANTED, N_("Open and wanted")},
		     {RED, N_("× wanted, but closed")},
		     {OPEN_SPARE, N_("Open, not asked for")}};
	const struct style gray = {.size = 90, .color = SECOND};
	struct style style = {.size = 90, .align = ALIGN_ACROSS};
	uint32_t row = grid->row + AT_KEY;
	int column = COL_FIRST;

	for (size_t i = 0; i < 3; i++, column += PILL + 1) {
		style.fill = pills[i].fill;
		cell_across(grid->page, row, column, column + PILL - 1,
			    language_text(grid->work->language, pills[i].text),
			    &style);
	}
	cell_put(grid->page, row, column,
		 language_text(grid->work->language, "White: neither"), &gray);
}

static void
write_heads(const struct grid *grid)
{
	static const char *const heads[] = {N_("Wanted, h"), N_("Open then, h"),
					    N_("Covered"),
					    N_("Wanted, but closed")};
	struct style style = {.size = 90, .color = SECOND};
	uint32_t row = grid->row + AT_HEADS;

	for (int i = COL_WANTED; i <= COL_CLOSED; i++) {
		style.align = i < COL_CLOSED ? ALIGN_RIGHT : ALIGN_LEFT;
		style.indent = i == COL_CLOSED;
		style.size = 90;
		style.size = text_size(language_text(grid->work->language,
						     heads[i - COL_WANTED]),
				       (widths[i] - HEAD_MARGIN) /
					       grid->work->letters,
				       &style, HEAD_LEAST);
		cell_put(grid->page, row, i,
			 language_text(grid->work->language,
				       heads[i - COL_WANTED]),
			 &style);
	}
	style.indent = 0;
	style.size = 90;
	style.left = RULE;
	for (int i = 0; i < DAY_HALVES; i += EACH_HEAD)
		cell_put(grid->page, row, COL_FIRST + i,
			 arena_format(grid->work->arena, "%02d:00", i / 2),
			 &style);
}

/* --- days ---------------------------------------------------------------- */

/* Counts half hours where they are exact, so that edits of the grid count. */
static void
write_hours(const struct grid *grid, uint32_t row, int day,
	    const struct week_day *seen, const struct style *style)
{
	struct arena *arena = grid->work->arena;
	struct lxw_format *format = book_style(grid->work->book, style);
	const char *halves = arena_format(arena, "%s:%s",
					  cell_name(arena, row, COL_FIRST, 0),
					  cell_name(arena, row, COL_LAST, 0));
	double wanted = seen->wanted / 60.0, open = seen->common / 60.0;

	if (week_exact(&grid->pair, day)) {
		cell_formula(grid->page, row, COL_WANTED,
			     arena_format(arena,
					  "=(COUNTIF(%s,1)+COUNTIF(%s,3))/2",
					  halves, halves),
			     wanted, format);
		cell_formula(grid->page, row, COL_OPEN,
			     arena_format(arena, "=COUNTIF(%s,3)/2", halves),
			     open, format);
	} else {
		cell_number(grid->page, row, COL_WANTED, wanted, format);
		cell_number(grid->page, row, COL_OPEN, open, format);
	}
}

static void
write_covered(const struct grid *grid, uint32_t row, unsigned common,
	      unsigned wanted, struct style style)
{
	struct expr_scope scope = row_scope(grid, row, common, wanted);

	style.number = "0%";
	cell_expr(grid->work, grid->page, row, COL_COVERED,
		  expr_parse(&scope, "IF($wanted>0,$open/$wanted,'')"), 0,
		  book_style(grid->work->book, &style));
}

/* Names of days with less coverage than the week are bold. */
static void
write_day(const struct grid *grid, int day)
{
	uint32_t row = grid->row + AT_DAYS + (uint32_t)day;
	struct week_day seen = week_day_gap(&grid->pair, day);
	struct style style = {.line = day == 6 ? RULE : NO_COLOR};
	struct style half = {.number = "[=1]\"×\";;",
			     .size = 80,
			     .align = ALIGN_CENTER,
			     .line = day == 6 ? RULE : WHITE};
	struct style closed = {.number = "@",
			       .bold = 1,
			       .indent = 1,
			       .align = ALIGN_LEFT,
			       .line = style.line};

	style.bold = (double)seen.common * grid->wanted <
		     (double)grid->common * seen.wanted;
	cell_put(grid->page, row, COL_DAY, day_name(grid->work->language, day),
		 &style);
	for (int i = 0; i < DAY_HALVES; i++) {
		half.left = i % EACH_HEAD ? NO_COLOR : RULE;
		cell_number(grid->page, row, COL_FIRST + i,
			    week_half(&grid->pair, day, i),
			    book_style(grid->work->book, &half));
	}
	style.bold = 0;
	cell_band(grid->page, row, COL_GAP, COL_GAP, &style);
	style.align = ALIGN_RIGHT;
	style.number = seen.wanted ? "0.0" : "0.0;−0.0;–";
	write_hours(grid, row, day, &seen, &style);
	write_covered(grid, row, seen.common, seen.wanted, style);
	cell_put(grid->page, row, COL_CLOSED,
		 closed_spans(grid->work, &grid->pair, day), &closed);
}

static void
write_week(const struct grid *grid)
{
	const struct style closed = {
		.bold = 1, .indent = 1, .align = ALIGN_LEFT};
	const unsigned minutes[] = {grid->wanted, grid->common};
	uint32_t row = grid->row + AT_WEEK;
	struct style style = {.bold = 1};
	struct arena *arena = grid->work->arena;
	struct expr_scope scope =
		row_scope(grid, row, grid->common, grid->wanted);
	const struct binding bindings[] = {
		scope.bindings[0],
		scope.bindings[1],
		{"n", "ROUND($wanted-$open,1)", NULL}};

	cell_put(grid->page, row, COL_DAY,
		 language_text(grid->work->language, C_("hours", "Week")),
		 &style);
	style.align = ALIGN_RIGHT;
	style.number = "0.0";
	for (int i = 0; i < 2; i++) {
		int column = COL_WANTED + i;

		cell_formula(grid->page, row, column,
			     arena_format(arena, "=SUM(%s:%s)",
					  cell_name(arena, row - 7, column, 0),
					  cell_name(arena, row - 1, column, 0)),
			     minutes[i] / 60.0,
			     book_style(grid->work->book, &style));
	}
	write_covered(grid, row, grid->common, grid->wanted, style);
	scope.bindings = bindings;
	cell_expr(
		grid->work, grid->page, row, COL_CLOSED,
		expr_parse(&scope, "IF($n>0,'" N_("{n} h of the week") "','')"),
		0, book_style(grid->work->book, &closed));
}

/* paints: of the half hours that hold 1, 2 and 3 */
static void
write_grid(struct work *work, uint32_t row, const struct coverage *at,
	   struct lxw_format *const paints[4])
{
	const uint32_t first = row + AT_DAYS;
	const struct area halves = {first, first + 6, COL_FIRST, COL_LAST};
	const struct area bars = {first, first + 7, COL_COVERED, COL_COVERED};
	struct grid grid = {.work = work,
			    .page = work->week,
			    .row = row,
			    .coverage = at,
			    .exact = true};

	coverage_weeks(work->review->view, at, &grid.pair);
	grid.wanted = week_count(&grid.pair.wanted);
	grid.common = week_common(&grid.pair.wanted, &grid.pair.offered);
	for (uint32_t i = 0; i < GRID_ROWS; i++)
		page_row(grid.page, row + i, grid_heights[i] * 0.75);
	for (int day = 0; day < 7; day++)
		grid.exact &= week_exact(&grid.pair, day);
	write_title(&grid);
	write_intro(&grid);
	write_key(&grid);
	write_heads(&grid);
	for (int day = 0; day < 7; day++)
		write_day(&grid, day);
	write_week(&grid);
	for (int value = 1; value <= 3; value++)
		page_paint_number(grid.page, halves, value, paints[value]);
	page_bars(grid.page, bars, 0, 1, false);
}

/* --- the page ------------------------------------------------------------ */

/*
 * Prints two grids on a sheet of paper: breaks have no effect on fitted pages,
 * so the scale is worked out here.
 */
static void
set_print(struct work *work, const struct week_choice *choice)
{
	struct print print = work_print(
		work, language_text(work->language, "The week, hour by hour"));
	double height = 0, across, down;
	uint32_t breaks[WEEK_GRIDS];
	size_t n = 0;

	for (int i = 0; i < HEAD_ROWS; i++)
		height += week_head_heights[i];
	for (int i = 0; i < GRID_ROWS; i++)
		height += 2 * grid_heights[i];
	across = page_paper_width(work->week, &print) /
		 page_across(work->week, 0, COL_CLOSED);
	down = page_paper_height(work->week, &print) / height;
	across = fmin(across, down);
	print.last_row = HEAD_ROWS + (uint32_t)choice->n * GRID_ROWS;
	print.last_column = COL_CLOSED;
	page_print(work->week, &print);
	for (uint32_t i = 2; i < choice->n; i += 2)
		breaks[n++] = HEAD_ROWS + i * GRID_ROWS;
	/* other programs draw our widths up to 6% larger */
	page_scale(work->week, across > 1 ? 100 : (int)(across * 92), breaks,
		   n);
}

void
week_page_write(struct work *work)
{
	const struct style fills[4] = {[1] = {.fill = RED},
				       [2] = {.fill = OPEN_SPARE},
				       [3] = {.fill = OPEN_WANTED}};
	struct lxw_format *paints[4] = {NULL};
	struct week_choice choice;

	week_choose(&choice, work->review, work->arena);
	for (int i = 0; i <= COL_CLOSED; i++) {
		bool half = i >= COL_FIRST && i <= COL_LAST;

		page_column(work->week, i, i,
			    characters_of(half ? HALF_WIDTH : widths[i]),
			    false);
	}
	page_rows(work->week, 18);
	week_top_write(work, &choice);
	for (int i = 1; i < 4 && choice.n; i++)
		paints[i] = book_paint(work->book, &fills[i]);
	for (size_t i = 0; i < choice.n; i++)
		write_grid(work, HEAD_ROWS + (uint32_t)i * GRID_ROWS,
			   choice.shown[i], paints);
	set_print(work, &choice);
}
