/* week_grid.c - a week in half hours: wanted against open, and its sums */
#include <libintl.h>
#include <math.h>
#include <string.h>

#include "xlsx/expr/formula_text.h"
#include "xlsx/book/paint.h"
#include "week_inside.h"

enum { DAY_HEIGHT = 29 };

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

struct lxw_format *
grid_look(const struct grid *grid, const struct style *style)
{
	return book_style(grid->work->book, style);
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
			     (double)common / wanted, format);
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
			    week_half(&grid->pair, day, i),
			    grid_look(grid, &style));
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
	cell_text(grid->page, row, COL_DAY, day_name(day),
		  grid_look(grid, &style), NULL);
	write_halves(grid, row, day);
	style.bold = 0;
	cell_blank(grid->page, row, COL_GAP, grid_look(grid, &style));
	style.align = ALIGN_RIGHT;
	style.number = seen.wanted ? "0.0" : "0.0;-0.0;–";
	format = grid_look(grid, &style);
	if (week_exact(&grid->pair, day)) {
		live_hours(grid, row, &seen, format);
	} else {
		cell_number(grid->page, row, COL_WANTED, seen.wanted / 60.0,
			    format);
		cell_number(grid->page, row, COL_OPEN, seen.common / 60.0,
			    format);
	}
	style.number = "0%";
	write_covered(grid, row, seen.common, seen.wanted,
		      grid_look(grid, &style));
	closed_spans(&spans, &grid->pair, day);
	cell_text(grid->page, row, COL_CLOSED, buf_text(&spans),
		  grid_look(grid, &(struct style){.number = "@",
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
			  grid_look(grid, &style));
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

	cell_text(grid->page, row, COL_DAY, gettext("Week"),
		  grid_look(grid, &style), NULL);
	style.align = ALIGN_RIGHT;
	style.number = "0.0";
	write_sum(grid, COL_WANTED, grid->wanted, grid_look(grid, &style));
	write_sum(grid, COL_OPEN, grid->common, grid_look(grid, &style));
	style.number = "0%";
	write_covered(grid, row, grid->common, grid->wanted,
		      grid_look(grid, &style));
	write_closed(grid, row);
}

void
grid_write(const struct grid *grid, struct lxw_format *const paints[4])
{
	uint32_t first = grid->row + AT_DAYS;
	const struct area halves = {first, first + 6, COL_FIRST, COL_LAST};
	const struct area bars = {first, first + 7, COL_COVERED, COL_COVERED};

	for (uint32_t i = 0; i < GRID_ROWS; i++)
		page_row(grid->page, grid->row + i, grid_heights[i] * 0.75);
	grid_write_above(grid);
	for (int day = 0; day < 7; day++)
		write_day(grid, day);
	write_week(grid);
	for (int value = 1; value <= 3; value++)
		page_paint_number(grid->page, halves, value, paints[value]);
	page_bars(grid->page, bars, 1, false);
}
