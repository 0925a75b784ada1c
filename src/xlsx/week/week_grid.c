/* week_grid.c - a week in half hours: wanted against open, and its sums */
#include "week_grid.h"

#include <libintl.h>
#include <math.h>

#include "ces/message.h"
#include "xlsx/expr/work.h"

enum { DAY_HEIGHT = 29, PILL = 12 };
enum { EACH_HEAD = 4 }; /* half hours between two lines of the clock */

const int grid_heights[GRID_ROWS] = {[AT_TITLE] = 26,
				     22,
				     24,
				     24,
				     [AT_DAYS] = DAY_HEIGHT,
				     DAY_HEIGHT,
				     DAY_HEIGHT,
				     DAY_HEIGHT,
				     DAY_HEIGHT,
				     DAY_HEIGHT,
				     DAY_HEIGHT,
				     [AT_WEEK] = DAY_HEIGHT,
				     26};

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

static const struct expr *
cell_at(const struct grid *grid, uint32_t row, int column, double value)
{
	struct arena *arena = grid->work->arena;

	return expr_place(arena, cell_name(arena, row, column, 0), value);
}

/* a scope in which $wanted, $open and $covered are cells of a row */
static struct expr_scope
row_scope(const struct grid *grid, uint32_t row, unsigned common,
	  unsigned wanted)
{
	struct arena *arena = grid->work->arena;
	struct expr_scope scope = work_scope(grid->work, NULL);
	struct binding *bindings = arena_alloc(arena, 3 * sizeof(*bindings));

	bindings[0] = (struct binding){
		"wanted", NULL, cell_at(grid, row, COL_WANTED, wanted / 60.0)};
	bindings[1] = (struct binding){
		"open", NULL, cell_at(grid, row, COL_OPEN, common / 60.0)};
	bindings[2] =
		(struct binding){"covered", NULL,
				 cell_at(grid, row, COL_COVERED,
					 wanted ? (double)common / wanted : 0)};
	scope.bindings = bindings;
	scope.n = 3;
	return scope;
}

static void
put_formula(const struct grid *grid, const struct expr_scope *scope,
	    uint32_t row, int column, const char *template,
	    const struct style *style)
{
	cell_expr(grid->work, grid->page, row, column,
		  expr_parse(scope, template), 0,
		  book_style(grid->work->book, style));
}

/* --- above --------------------------------------------------------------- */

/* looks the name up by id, wherever its sheet is sorted to */
static const struct expr *
name_of(const struct grid *grid, enum table_id id, const struct object *object)
{
	const struct table *table = work_tab(grid->work, id)->table;
	struct expr_scope scope = work_scope(grid->work, table);

	scope.row = table_find_row(table, object->id);
	if (scope.row < table->rows && table->objects[scope.row] == object &&
	    table_at(table, scope.row, "name")->text)
		return expr_parse(&scope, "{name}");
	return expr_text(grid->work->arena, object_name(object));
}

/* Writes both sentences, as the grid may be edited; a part is never 100%. */
static void
write_title(const struct grid *grid)
{
	static const struct phrase phrases[] = {
		{"$covered=1", N_("{segment}: {channel} is open for all of the "
				  "{wanted} hours they want")},
		{NULL, N_("{segment}: {channel} is open for {common} of the "
			  "{wanted} hours they want, {share}")}};
	const struct style style = {
		.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
	struct expr_scope scope = row_scope(grid, grid->row + AT_WEEK,
					    grid->common, grid->wanted);
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
		{"share",
		 "MIN(IF($covered<1,99,100),ROUND($covered*100,0))&'%'", NULL},
		{"wanted", "ROUND($wanted,1)", NULL},
	};

	scope.bindings = bindings;
	scope.n = sizeof(bindings) / sizeof(*bindings);
	cell_expr(grid->work, grid->page, grid->row + AT_TITLE, COL_DAY,
		  expr_phrases(&scope, phrases), 0,
		  book_style(grid->work->book, &style));
}

static void
add_fact(struct buf *buf, const char *message, const char *text)
{
	if (!text || !*text)
		return;
	buf_puts(buf, buf->n ? ". " : "");
	message_fill(buf, gettext(message), ARGS(TEXT_ARG("text", text)));
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
	struct buf text = {0}, share = {0};

	buf_number(&share, round(grid->coverage->preference));
	add_fact(&text, N_("Wanted: {text}"),
		 text_of(grid, TABLE_segments, segment, "preferred_hours"));
	add_fact(&text, N_("Open: {text}"),
		 text_of(grid, TABLE_hours, hours, "weekly"));
	add_fact(&text, N_("{text}% of them like it best"), share.p);
	if (!grid->exact)
		add_fact(&text, "{text}",
			 gettext("A half hour shows as closed when any wanted "
				 "minute of it is"));
	add_fact(&text, N_("Tier: {text}"),
		 text_of(grid, TABLE_segments, segment, "tier"));
	if (grid->common < grid->wanted)
		add_fact(&text, N_("Outside: {text}"),
			 text_of(grid, TABLE_hours, hours, "out_of_hours"));
	if (grid->pair.shifted)
		add_fact(&text,
			 grid->pair.summer
				 ? N_("Summer, in the time of {text}")
				 : N_("Winter, in the time of {text}"),
			 text_of(grid, TABLE_segments, segment, "timezone"));
	week_line(grid->work, grid->row + AT_INTRO, &text);
	buf_free(&text);
	buf_free(&share);
}

static void
write_key(const struct grid *grid)
{
	static const struct {
		int fill;
		const char *text;
	} pills[] = {{OPEN_WANTED, N_("open and wanted")},
		     {RED, N_("× wanted, but closed")},
		     {OPEN_SPARE, N_("open, not asked for")}};
	const struct style gray = {.size = 90, .color = SECOND};
	struct style style = {.size = 90, .align = ALIGN_ACROSS};
	uint32_t row = grid->row + AT_KEY;
	int column = COL_FIRST;

	for (size_t i = 0; i < 3; i++, column += PILL + 1) {
		style.fill = pills[i].fill;
		cell_across(grid->page, row, column, column + PILL - 1,
			    gettext(pills[i].text), &style);
	}
	cell_put(grid->page, row, column, gettext("white: neither"), &gray);
}

static void
write_heads(const struct grid *grid)
{
	static const char *const heads[] = {[COL_WANTED] = N_("Wanted, h"),
					    [COL_OPEN] = N_("Open then, h"),
					    [COL_COVERED] = N_("Covered"),
					    [COL_CLOSED] =
						    N_("Wanted, but closed")};
	struct style style = {.size = 90, .color = SECOND};
	uint32_t row = grid->row + AT_HEADS;

	for (int i = COL_WANTED; i <= COL_CLOSED; i++) {
		style.align = i < COL_CLOSED ? ALIGN_RIGHT : ALIGN_LEFT;
		style.indent = i == COL_CLOSED;
		cell_put(grid->page, row, i, gettext(heads[i]), &style);
	}
	style.indent = 0;
	style.left = RULE;
	for (int i = 0; i < DAY_HALVES; i += EACH_HEAD)
		cell_put(grid->page, row, COL_FIRST + i,
			 arena_format(grid->work->arena, "%02d:00", i / 2),
			 &style);
}

/* --- days ---------------------------------------------------------------- */

static void
write_halves(const struct grid *grid, uint32_t row, int day)
{
	struct style style = {.number = "[=1]\"×\";;",
			      .size = 80,
			      .align = ALIGN_CENTER,
			      .line = day == 6 ? RULE : WHITE};

	for (int i = 0; i < DAY_HALVES; i++) {
		style.left = i % EACH_HEAD ? NO_COLOR : RULE;
		cell_number(grid->page, row, COL_FIRST + i,
			    week_half(&grid->pair, day, i),
			    book_style(grid->work->book, &style));
	}
}

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

	if (!week_exact(&grid->pair, day)) {
		cell_number(grid->page, row, COL_WANTED, wanted, format);
		cell_number(grid->page, row, COL_OPEN, open, format);
		return;
	}
	cell_formula(grid->page, row, COL_WANTED,
		     arena_format(arena, "=(COUNTIF(%s,1)+COUNTIF(%s,3))/2",
				  halves, halves),
		     wanted, format);
	cell_formula(grid->page, row, COL_OPEN,
		     arena_format(arena, "=COUNTIF(%s,3)/2", halves), open,
		     format);
}

static void
write_covered(const struct grid *grid, uint32_t row, unsigned common,
	      unsigned wanted, struct style style)
{
	struct expr_scope scope = row_scope(grid, row, common, wanted);

	style.number = "0%";
	put_formula(grid, &scope, row, COL_COVERED,
		    "IF($wanted>0,$open/$wanted,'')", &style);
}

/* Names of days with less coverage than the week are bold. */
static void
write_day(const struct grid *grid, int day)
{
	uint32_t row = grid->row + AT_DAYS + (uint32_t)day;
	struct week_day seen = week_day_gap(&grid->pair, day);
	struct style style = {.line = day == 6 ? RULE : NO_COLOR};
	struct style closed = {.number = "@",
			       .bold = 1,
			       .indent = 1,
			       .align = ALIGN_LEFT,
			       .line = style.line};
	struct buf spans = {0};

	style.bold = (double)seen.common * grid->wanted <
		     (double)grid->common * seen.wanted;
	cell_put(grid->page, row, COL_DAY, day_name(day), &style);
	write_halves(grid, row, day);
	style.bold = 0;
	cell_blank(grid->page, row, COL_GAP,
		   book_style(grid->work->book, &style));
	style.align = ALIGN_RIGHT;
	style.number = seen.wanted ? "0.0" : "0.0;-0.0;–";
	write_hours(grid, row, day, &seen, &style);
	write_covered(grid, row, seen.common, seen.wanted, style);
	closed_spans(&spans, &grid->pair, day);
	cell_put(grid->page, row, COL_CLOSED, buf_text(&spans), &closed);
	buf_free(&spans);
}

static void
write_sum(const struct grid *grid, int column, unsigned minutes,
	  const struct style *style)
{
	struct arena *arena = grid->work->arena;
	uint32_t row = grid->row + AT_WEEK, first = grid->row + AT_DAYS;

	cell_formula(grid->page, row, column,
		     arena_format(arena, "=SUM(%s:%s)",
				  cell_name(arena, first, column, 0),
				  cell_name(arena, row - 1, column, 0)),
		     minutes / 60.0, book_style(grid->work->book, style));
}

static void
write_week(const struct grid *grid)
{
	const struct style closed = {
		.bold = 1, .indent = 1, .align = ALIGN_LEFT};
	uint32_t row = grid->row + AT_WEEK;
	struct style style = {.bold = 1};
	struct expr_scope scope =
		row_scope(grid, row, grid->common, grid->wanted);
	const struct binding bindings[] = {
		scope.bindings[0],
		scope.bindings[1],
		{"n", "ROUND($wanted-$open,1)", NULL}};

	cell_put(grid->page, row, COL_DAY, gettext("Week"), &style);
	style.align = ALIGN_RIGHT;
	style.number = "0.0";
	write_sum(grid, COL_WANTED, grid->wanted, &style);
	write_sum(grid, COL_OPEN, grid->common, &style);
	write_covered(grid, row, grid->common, grid->wanted, style);
	scope.bindings = bindings;
	put_formula(grid, &scope, row, COL_CLOSED,
		    "IF($n>0,'{n} h of the week','')", &closed);
}

void
grid_write(struct work *work, uint32_t row, const struct coverage *at,
	   struct lxw_format *const paints[4])
{
	const uint32_t first = row + AT_DAYS;
	const struct area halves = {first, first + 6, COL_FIRST, COL_LAST};
	const struct area bars = {first, first + 7, COL_COVERED, COL_COVERED};
	struct grid grid = {.work = work,
			    .page = work->week,
			    .row = row,
			    .coverage = at,
			    .exact = true,
			    .wanted = at->wanted,
			    .common = at->common};

	coverage_weeks(work->review->view, at, &grid.pair);
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
