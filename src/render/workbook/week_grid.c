/* week_grid.c - the page of the week: half hours of wanted against open */
#include "week_grid.h"

#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/utf8.h"
#include "formula.h"
#include "paint.h"
#include "week.h"

enum { OPEN_WANTED = 0x7DB0D3, OPEN_SPARE = 0xDEDEDE };

enum {
	COL_DAY,
	COL_FIRST,
	COL_LAST = COL_FIRST + DAY_HALVES - 1,
	COL_GAP,
	COL_WANTED,
	COL_OPEN,
	COL_COVERED,
	COL_CLOSED,
	COLUMNS
};

static const int widths[] = {
	[COL_DAY] = 100, [COL_GAP] = 24,     [COL_WANTED] = 72,
	[COL_OPEN] = 72, [COL_COVERED] = 98, [COL_CLOSED] = 190};

/* rows of the page's head, and of one grid */
enum { HEAD_TITLE, HEAD_INTRO, HEAD_BACK, HEAD_COVERED, HEAD_MORE, HEAD_ROWS };
enum {
	AT_TITLE,
	AT_INTRO,
	AT_KEY,
	AT_HEADS,
	AT_DAYS,
	AT_WEEK = AT_DAYS + 7,
	AT_GAP,
	GRID_ROWS
};

enum { HALF_WIDTH = 14, EACH_HEAD = 4, DAY_HEIGHT = 29, PILL = 12 };
enum { LINE_WIDEST = 210 };

static const int head_heights[HEAD_ROWS] = {36, 22, 24, 22, 22};
static const int grid_heights[GRID_ROWS] = {[AT_TITLE] = 26,
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

static struct lxw_format *
look(const struct grid *grid, const struct style *style)
{
	return book_style(grid->work->book, style);
}

/* --- words above --------------------------------------------------------- */

/* the row of an item on its sheet; no such row: as many as there are */
static size_t
row_of(const struct tab *tab, const struct object *object)
{
	size_t row = object->index;

	if (row < tab->table->rows && tab->table->ids[row] &&
	    !strcmp(tab->table->ids[row], object->id))
		return row;
	return tab->table->rows;
}

/* the name as it stands on its sheet; false where it can't be found there */
static bool
name_formula(const struct grid *grid, struct buf *formula, const char *key,
	     const struct object *object)
{
	const struct tab *tab = work_tab(grid->work, key);
	size_t row = row_of(tab, object);

	if (row == tab->table->rows || !formula_can(tab, row) ||
	    strcmp(tab_text(tab, row, "name"), object_name(object)) != 0)
		return false;
	formula_lookup(formula, tab, "name", row);
	return true;
}

static void
hours_piece(const struct grid *grid, struct buf *formula, struct buf *text,
	    int column, unsigned minutes)
{
	buf_puts(formula, "ROUND(");
	formula_cell(formula, grid->row + AT_WEEK, column);
	buf_puts(formula, ",1)");
	buf_number(text, round(minutes / 6.0) / 10);
}

static double
covered(unsigned common, unsigned wanted)
{
	return (double)common / wanted;
}

/* what is not all is never 100% */
static void
share_piece(const struct grid *grid, struct buf *formula, struct buf *text)
{
	double share = covered(grid->common, grid->wanted);
	double percent = round(share * 100);
	struct buf cell = {0};

	formula_cell(&cell, grid->row + AT_WEEK, COL_COVERED);
	buf_printf(formula, "MIN(IF(%s<1,99,100),ROUND(%s*100,0))&\"%%\"",
		   cell.p, cell.p);
	if (share < 1 && percent > 99)
		percent = 99;
	buf_printf(text, "%.0f%%", percent);
	buf_free(&cell);
}

enum { SEGMENT, CHANNEL, COMMON, WANTED, SHARE, PIECES };

/* both titles, for the grid may be changed: all of the hours, or so many */
static void
fill_title(const struct grid *grid, const struct piece *pieces,
	   struct buf *formula, struct buf *text)
{
	struct buf part = {0}, part_text = {0};

	buf_puts(formula, "=IF(");
	formula_cell(formula, grid->row + AT_WEEK, COL_COVERED);
	buf_puts(formula, "=1,");
	sentence_add(&part, text,
		     gettext("{segment}: {channel} is open for all of the "
			     "{wanted} hours they want"),
		     pieces, PIECES);
	buf_printf(formula, "%s,", part.p);
	buf_clear(&part);
	sentence_add(&part, &part_text,
		     gettext("{segment}: {channel} is open for {common} of the "
			     "{wanted} hours they want, {share}"),
		     pieces, PIECES);
	buf_printf(formula, "%s)", part.p);
	if (grid->common < grid->wanted) {
		buf_clear(text);
		buf_puts(text, part_text.p);
	}
	buf_free(&part);
	buf_free(&part_text);
}

static void
put_title(const struct grid *grid, const struct piece *pieces, bool live)
{
	const struct style style = {
		.size = 130, .bold = 1, .color = ACCENT, .bottom = 1};
	struct buf formula = {0}, text = {0};

	fill_title(grid, pieces, &formula, &text);
	if (live)
		cell_formula_text(grid->page, grid->row + AT_TITLE, COL_DAY,
				  formula.p, text.p, look(grid, &style));
	else
		cell_text(grid->page, grid->row + AT_TITLE, COL_DAY, text.p,
			  look(grid, &style), NULL);
	buf_free(&formula);
	buf_free(&text);
}

static void
write_title(const struct grid *grid)
{
	static const char *const names[PIECES] = {"segment", "channel",
						  "common", "wanted", "share"};
	const struct object *segment = &grid->coverage->segment->object;
	const struct object *channel = &grid->coverage->channel->object;
	struct buf f[PIECES] = {{0}}, t[PIECES] = {{0}};
	struct piece pieces[PIECES];
	bool live = name_formula(grid, &f[SEGMENT], "segments", segment) &&
		    name_formula(grid, &f[CHANNEL], "channels", channel);

	buf_puts(&t[SEGMENT], object_name(segment));
	buf_puts(&t[CHANNEL], object_name(channel));
	hours_piece(grid, &f[COMMON], &t[COMMON], COL_OPEN, grid->common);
	hours_piece(grid, &f[WANTED], &t[WANTED], COL_WANTED, grid->wanted);
	share_piece(grid, &f[SHARE], &t[SHARE]);
	for (int i = 0; i < PIECES; i++)
		pieces[i] = (struct piece){names[i], buf_text(&f[i]),
					   buf_text(&t[i])};
	put_title(grid, pieces, live);
	for (int i = 0; i < PIECES; i++) {
		buf_free(&f[i]);
		buf_free(&t[i]);
	}
}

/* one line of the page, no longer than the page is wide */
static void
write_line(struct work *work, uint32_t row, const struct buf *text)
{
	const struct style style = {.number = "@"};
	struct buf fit = {0};

	utf8_shorten(&fit, buf_text(text), LINE_WIDEST);
	cell_text(work->week, row, COL_DAY, buf_text(&fit),
		  book_style(work->book, &style), NULL);
	buf_free(&fit);
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
text_on(const struct grid *grid, const char *key, const struct object *object,
	const char *column)
{
	const struct tab *tab = work_tab(grid->work, key);
	size_t row = row_of(tab, object);

	return row < tab->table->rows ? tab_text(tab, row, column) : "";
}

static void
write_intro(const struct grid *grid)
{
	const struct coverage *at = grid->coverage;
	const struct segment *segment = at->segment;
	const struct tier *tier =
		grid->work->review->view->segments[segment->object.index].tier;
	struct buf text = {0}, share = {0};

	buf_number(&share, round(at->preference));
	add_fact(
		&text, N_("Wanted: {text}"),
		text_on(grid, "segments", &segment->object, "preferred_hours"));
	add_fact(&text, N_("Open: {text}"),
		 text_on(grid, "hours", &at->hours->object, "weekly"));
	add_fact(&text, N_("{text}% of them like it best"), share.p);
	if (tier)
		add_fact(&text, N_("Tier: {text}"), object_name(&tier->object));
	if (grid->common < grid->wanted)
		add_fact(&text, N_("Outside: {text}"),
			 text_on(grid, "hours", &at->hours->object,
				 "out_of_hours"));
	if (grid->pair.shifted)
		add_fact(&text,
			 grid->pair.summer
				 ? N_("Summer, in the time of {text}")
				 : N_("Winter, in the time of {text}"),
			 text_on(grid, "segments", &segment->object,
				 "timezone"));
	if (!grid->exact)
		buf_printf(&text, ". %s",
			   gettext("A half hour with any closed minute that is "
				   "wanted shows as closed; the figures are "
				   "exact"));
	write_line(grid->work, grid->row + AT_INTRO, &text);
	buf_free(&text);
	buf_free(&share);
}

static void
write_pill(const struct grid *grid, int column, int fill, const char *text)
{
	const struct style style = {
		.fill = fill, .size = 90, .align = ALIGN_ACROSS};

	for (int i = 0; i < PILL; i++)
		if (i)
			cell_blank(grid->page, grid->row + AT_KEY, column + i,
				   look(grid, &style));
		else
			cell_text(grid->page, grid->row + AT_KEY, column, text,
				  look(grid, &style), NULL);
}

static void
write_key(const struct grid *grid)
{
	const struct style style = {.size = 90, .color = SECOND};

	write_pill(grid, COL_FIRST, OPEN_WANTED, gettext("open and wanted"));
	write_pill(grid, COL_FIRST + PILL + 1, RED,
		   gettext("× wanted, but closed"));
	write_pill(grid, COL_FIRST + 2 * (PILL + 1), OPEN_SPARE,
		   gettext("open, not asked for"));
	cell_text(grid->page, grid->row + AT_KEY, COL_FIRST + 3 * (PILL + 1),
		  gettext("white: neither"), look(grid, &style), NULL);
}

static void
write_heads(const struct grid *grid)
{
	static const struct {
		int column;
		const char *text;
		int align;
	} heads[] = {{COL_WANTED, N_("Wanted, h"), ALIGN_RIGHT},
		     {COL_OPEN, N_("Open then, h"), ALIGN_RIGHT},
		     {COL_COVERED, N_("Covered"), ALIGN_RIGHT},
		     {COL_CLOSED, N_("Wanted, but closed"), ALIGN_LEFT}};
	struct style style = {.size = 90, .color = SECOND};
	struct buf clock = {0};

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		style.align = heads[i].align;
		style.indent = heads[i].align == ALIGN_LEFT;
		cell_text(grid->page, grid->row + AT_HEADS, heads[i].column,
			  gettext(heads[i].text), look(grid, &style), NULL);
	}
	style.align = ALIGN_LEFT;
	style.indent = 0;
	style.left = RULE;
	for (int i = 0; i < DAY_HALVES; i += EACH_HEAD) {
		buf_clear(&clock);
		buf_printf(&clock, "%02d:00", i / 2);
		cell_text(grid->page, grid->row + AT_HEADS, COL_FIRST + i,
			  clock.p, look(grid, &style), NULL);
	}
	buf_free(&clock);
}

/* --- days ---------------------------------------------------------------- */

static void
count_halves(struct buf *formula, uint32_t row, int value)
{
	buf_puts(formula, "COUNTIF(");
	formula_cell(formula, row, COL_FIRST);
	buf_putc(formula, ':');
	formula_cell(formula, row, COL_LAST);
	buf_printf(formula, ",%d)", value);
}

/* Half hours tell it: so the figures follow what is tried out in the grid. */
static void
live_hours(const struct grid *grid, uint32_t row, const struct week_day *seen,
	   struct lxw_format *format)
{
	struct buf formula = {0};

	buf_puts(&formula, "=(");
	count_halves(&formula, row, 1);
	buf_putc(&formula, '+');
	count_halves(&formula, row, 3);
	buf_puts(&formula, ")/2");
	cell_formula(grid->page, row, COL_WANTED, formula.p,
		     seen->wanted / 60.0, format);
	buf_clear(&formula);
	buf_putc(&formula, '=');
	count_halves(&formula, row, 3);
	buf_puts(&formula, "/2");
	cell_formula(grid->page, row, COL_OPEN, formula.p, seen->common / 60.0,
		     format);
	buf_free(&formula);
}

static void
write_covered(const struct grid *grid, uint32_t row, unsigned common,
	      unsigned wanted, struct lxw_format *format)
{
	struct buf formula = {0};

	buf_puts(&formula, "=IF(");
	formula_cell(&formula, row, COL_WANTED);
	buf_puts(&formula, ">0,");
	formula_cell(&formula, row, COL_OPEN);
	buf_putc(&formula, '/');
	formula_cell(&formula, row, COL_WANTED);
	buf_puts(&formula, ",\"\")");
	if (wanted)
		cell_formula(grid->page, row, COL_COVERED, formula.p,
			     covered(common, wanted), format);
	else
		cell_formula_text(grid->page, row, COL_COVERED, formula.p, "",
				  format);
	buf_free(&formula);
}

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
			    week_half(&grid->pair, day, i), look(grid, &style));
	}
}

/* Days that lack more than the week does stand out. */
static void
write_day(const struct grid *grid, int day)
{
	uint32_t row = grid->row + AT_DAYS + (uint32_t)day;
	struct week_day seen = week_look(&grid->pair, day);
	struct style style = {.line = day == 6 ? RULE : NO_COLOR};
	struct lxw_format *format;
	struct buf spans = {0};

	style.bold = (double)seen.common * grid->wanted <
		     (double)grid->common * seen.wanted;
	cell_text(grid->page, row, COL_DAY, day_name(day), look(grid, &style),
		  NULL);
	write_halves(grid, row, day);
	style.bold = 0;
	cell_blank(grid->page, row, COL_GAP, look(grid, &style));
	style.align = ALIGN_RIGHT;
	style.number = "0.0;-0.0;–";
	format = look(grid, &style);
	if (week_exact(&grid->pair, day)) {
		live_hours(grid, row, &seen, format);
	} else {
		cell_number(grid->page, row, COL_WANTED, seen.wanted / 60.0,
			    format);
		cell_number(grid->page, row, COL_OPEN, seen.common / 60.0,
			    format);
	}
	style.number = "0%";
	write_covered(grid, row, seen.common, seen.wanted, look(grid, &style));
	closed_spans(&spans, &grid->pair, day);
	cell_text(grid->page, row, COL_CLOSED, buf_text(&spans),
		  look(grid, &(struct style){.number = "@",
					     .bold = 1,
					     .indent = 1,
					     .align = ALIGN_LEFT,
					     .line = style.line}),
		  NULL);
	buf_free(&spans);
}

static void
write_sum(const struct grid *grid, int column, unsigned minutes,
	  struct lxw_format *format)
{
	uint32_t row = grid->row + AT_WEEK;
	struct buf formula = {0};

	buf_puts(&formula, "=SUM(");
	formula_cell(&formula, grid->row + AT_DAYS, column);
	buf_putc(&formula, ':');
	formula_cell(&formula, row - 1, column);
	buf_putc(&formula, ')');
	cell_formula(grid->page, row, column, formula.p, minutes / 60.0,
		     format);
	buf_free(&formula);
}

static void
write_closed(const struct grid *grid, uint32_t row)
{
	const struct style style = {
		.bold = 1, .indent = 1, .align = ALIGN_LEFT};
	struct buf hours = {0}, number = {0}, formula = {0}, text = {0};
	struct buf whole = {0};

	buf_puts(&hours, "ROUND(");
	formula_cell(&hours, row, COL_WANTED);
	buf_putc(&hours, '-');
	formula_cell(&hours, row, COL_OPEN);
	buf_puts(&hours, ",1)");
	buf_number(&number, round((grid->wanted - grid->common) / 6.0) / 10);
	sentence_add(&formula, &text, gettext("{n} h of the week"),
		     &(const struct piece){"n", hours.p, number.p}, 1);
	buf_printf(&whole, "=IF(%s>0,%s,\"\")", hours.p, formula.p);
	cell_formula_text(grid->page, row, COL_CLOSED, whole.p,
			  strcmp(number.p, "0") != 0 ? text.p : "",
			  look(grid, &style));
	buf_free(&hours);
	buf_free(&number);
	buf_free(&formula);
	buf_free(&text);
	buf_free(&whole);
}

static void
write_week(const struct grid *grid)
{
	uint32_t row = grid->row + AT_WEEK;
	struct style style = {.bold = 1};

	cell_text(grid->page, row, COL_DAY, gettext("Week"), look(grid, &style),
		  NULL);
	style.align = ALIGN_RIGHT;
	style.number = "0.0";
	write_sum(grid, COL_WANTED, grid->wanted, look(grid, &style));
	write_sum(grid, COL_OPEN, grid->common, look(grid, &style));
	style.number = "0%";
	write_covered(grid, row, grid->common, grid->wanted,
		      look(grid, &style));
	write_closed(grid, row);
}

static void
write_grid(const struct grid *grid, struct lxw_format *const paints[4])
{
	uint32_t first = grid->row + AT_DAYS;
	const struct area halves = {first, first + 6, COL_FIRST, COL_LAST};
	const struct area bars = {first, first + 7, COL_COVERED, COL_COVERED};

	for (uint32_t i = 0; i < GRID_ROWS; i++)
		page_row(grid->page, grid->row + i, grid_heights[i] * 0.75);
	write_title(grid);
	write_intro(grid);
	write_key(grid);
	write_heads(grid);
	for (int day = 0; day < 7; day++)
		write_day(grid, day);
	write_week(grid);
	for (int value = 1; value <= 3; value++)
		page_paint_number(grid->page, halves, value, paints[value]);
	page_bars(grid->page, bars, 1, false);
}

/* --- the page ------------------------------------------------------------ */

static void
write_head(struct work *work, const struct week_choice *choice)
{
	const struct style title = {.size = 160, .bold = 1, .color = ACCENT};
	const struct style gray = {.color = SECOND};
	const struct style link = {.size = 90, .color = ACCENT};
	struct buf text = {0};

	for (uint32_t i = 0; i < HEAD_ROWS; i++)
		page_row(work->week, i, head_heights[i] * 0.75);
	week_message(&text, work->review, choice, work->arena);
	cell_text(work->week, HEAD_TITLE, 0, text.p,
		  book_style(work->book, &title), NULL);
	cell_text(work->week, HEAD_INTRO, 0,
		  choice->n ? gettext("Hours that customers want against those "
				      "that are open: a standard week in half "
				      "hours, on each segment's own clock.")
			    : work_tab(work, "coverage")->table->empty,
		  book_style(work->book, &gray), NULL);
	buf_clear(&text);
	buf_printf(&text, "← %s", page_name(work->front));
	cell_link(work->week, HEAD_BACK, 0, work->front, text.p,
		  book_style(work->book, &link));
	buf_clear(&text);
	buf_printf(&text, "%s →", page_name(work_tab(work, "coverage")->page));
	cell_link(work->week, HEAD_BACK, COL_FIRST + 1,
		  work_tab(work, "coverage")->page, text.p,
		  book_style(work->book, &link));
	buf_free(&text);
}

/* what isn't drawn, in words */
static void
write_rest(struct work *work, const struct week_choice *choice)
{
	struct buf names = {0}, text = {0};

	if (choice->covered) {
		week_covered(&names, choice);
		message_fill(&text,
			     gettext("Segments with all the hours they want: "
				     "{names}"),
			     ARGS(TEXT_ARG("names", names.p)));
		write_line(work, HEAD_COVERED, &text);
	}
	buf_clear(&text);
	if (choice->short_of > WEEK_GRIDS)
		message_fill(&text,
			     gettext("The {shown} where most is lost are shown "
				     "of {all} that lack hours. "),
			     ARGS(COUNT_ARG("shown", WEEK_GRIDS),
				  COUNT_ARG("all", (double)choice->short_of)));
	if (choice->unknown)
		message_fill(&text,
			     gettext("Pairs of segment and channel without "
				     "known hours: {n}."),
			     ARGS(COUNT_ARG("n", (double)choice->unknown)));
	if (text.n)
		write_line(work, HEAD_MORE, &text);
	buf_free(&names);
	buf_free(&text);
}

static double
page_width(void)
{
	double width = HALF_WIDTH * DAY_HALVES;

	for (int i = 0; i < COLUMNS; i++)
		if (i < COL_FIRST || i > COL_LAST)
			width += widths[i];
	return width;
}

/* of the first sheet of paper, in pixels */
static double
paper_height(void)
{
	double height = 0;

	for (int i = 0; i < HEAD_ROWS; i++)
		height += head_heights[i];
	for (int i = 0; i < GRID_ROWS; i++)
		height += 2 * grid_heights[i];
	return height;
}

/*
 * Two grids on a sheet of paper: the breaks between them stand only where the
 * page isn't fitted, so the scale is worked out here.
 */
static void
set_print(struct work *work, const struct week_choice *choice)
{
	struct print print = {
		.last_row = HEAD_ROWS + (uint32_t)choice->n * GRID_ROWS,
		.last_column = COL_CLOSED,
		.side = 0.4,
		.top = 0.45,
		.bottom = 0.6,
		.left = gettext("The week, hour by hour"),
		.center = work->source,
		.right = work->as_of,
	};
	double across = page_paper_width(work->week, print.side) / page_width();
	double down = page_paper_height(work->week, print.top, print.bottom) /
		      paper_height();
	uint32_t breaks[WEEK_GRIDS];
	size_t n = 0;

	if (down < across)
		across = down;
	page_print(work->week, &print);
	for (uint32_t i = 2; i < choice->n; i += 2)
		breaks[n++] = HEAD_ROWS + i * GRID_ROWS;
	/* what other readers make of our widths is up to 6% larger */
	page_scale(work->week, across > 1 ? 100 : (int)(across * 92), breaks,
		   n);
}

static void
set_columns(struct page *page)
{
	for (int i = 0; i < COLUMNS; i++)
		page_column(page, i, i,
			    ((i < COL_FIRST || i > COL_LAST ? widths[i]
							    : HALF_WIDTH) -
			     5) / 7.0,
			    false);
}

void
hours_week_write(struct work *work)
{
	const struct paint fills[4] = {[1] = {.fill = RED},
				       [2] = {.fill = OPEN_SPARE},
				       [3] = {.fill = OPEN_WANTED}};
	struct lxw_format *paints[4] = {NULL};
	struct week_choice choice;
	struct grid grid = {.work = work, .page = work->week};

	week_choose(&choice, work->review, work->arena);
	set_columns(work->week);
	page_rows(work->week, 18);
	write_head(work, &choice);
	write_rest(work, &choice);
	for (int i = 1; i < 4 && choice.n; i++)
		paints[i] = book_paint(work->book, &fills[i]);
	for (size_t i = 0; i < choice.n; i++) {
		grid.row = HEAD_ROWS + (uint32_t)i * GRID_ROWS;
		grid.coverage = choice.shown[i];
		grid.wanted = grid.coverage->wanted;
		grid.common = grid.coverage->common;
		coverage_weeks(work->review->view, grid.coverage, &grid.pair);
		grid.exact = true;
		for (int day = 0; day < 7; day++)
			if (!week_exact(&grid.pair, day))
				grid.exact = false;
		write_grid(&grid, paints);
	}
	set_print(work, &choice);
}

void
hours_week_link(struct work *work, const struct tab *tab, uint32_t row,
		int column)
{
	const struct style style = {.size = 90, .color = ACCENT};
	struct buf text = {0};

	if (strcmp(tab->table->key, "hours") != 0 &&
	    strcmp(tab->table->key, "coverage") != 0)
		return;
	buf_printf(&text, "%s →", page_name(work->week));
	cell_link(tab->page, row, column, work->week, text.p,
		  book_style(work->book, &style));
	buf_free(&text);
}
