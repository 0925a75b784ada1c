/* week_page.c - the page of the week: its head, grids and paper */
#include <libintl.h>

#include "ces/message.h"
#include "ces/utf8.h"
#include "week_grid.h"
#include "week_page.h"

enum { HALF_WIDTH = 14, LINE_WIDEST = 210 };
enum { HEAD_TITLE, HEAD_INTRO, HEAD_BACK, HEAD_COVERED, HEAD_MORE, HEAD_ROWS };

static const int widths[] = {
	[COL_DAY] = 100, [COL_GAP] = 24,     [COL_WANTED] = 78,
	[COL_OPEN] = 86, [COL_COVERED] = 98, [COL_CLOSED] = 190};

static const int head_heights[HEAD_ROWS] = {36, 22, 24, 22, 22};

void
week_line(struct work *work, uint32_t row, const struct buf *text)
{
	const struct style style = {.number = "@"};
	struct buf fit = {0};

	utf8_shorten(&fit, buf_text(text), LINE_WIDEST);
	cell_put(work->week, row, COL_DAY, buf_text(&fit), &style);
	buf_free(&fit);
}

static void
write_head(struct work *work, const struct week_choice *choice)
{
	const struct style title = {.size = 160, .bold = 1, .color = ACCENT};
	const struct style gray = {.color = SECOND};
	const struct style link = {.size = 90, .color = ACCENT};
	const struct tab *coverage = work_tab(work, TABLE_coverage);
	struct buf text = {0};

	for (uint32_t i = 0; i < HEAD_ROWS; i++)
		page_row(work->week, i, head_heights[i] * 0.75);
	week_message(&text, work->review, choice, work->arena);
	cell_put(work->week, HEAD_TITLE, 0, text.p, &title);
	cell_put(work->week, HEAD_INTRO, 0,
		 choice->n ? gettext("Hours that customers want against those "
				     "that are open: a standard week in half "
				     "hours, on each segment's own clock.")
			   : coverage->table->empty,
		 &gray);
	cell_arrow(work->week, HEAD_BACK, 0, work->review_page, true, &link);
	cell_arrow(work->week, HEAD_BACK, COL_FIRST + 1, coverage->page, false,
		   &link);
	buf_free(&text);
}

/* lists the pairs without a grid */
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
		week_line(work, HEAD_COVERED, &text);
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
		week_line(work, HEAD_MORE, &text);
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
 * Prints two grids on a sheet of paper: breaks have no effect on fitted pages,
 * so the scale is worked out here.
 */
static void
set_print(struct work *work, const struct week_choice *choice)
{
	struct print print =
		work_print(work, gettext("The week, hour by hour"));
	double across = page_paper_width(work->week, print.side) / page_width();
	double down = page_paper_height(work->week, print.top, print.bottom) /
		      paper_height();
	uint32_t breaks[WEEK_GRIDS];
	size_t n = 0;

	if (down < across)
		across = down;
	print.last_row = HEAD_ROWS + (uint32_t)choice->n * GRID_ROWS;
	print.last_column = COL_CLOSED;
	page_print(work->week, &print);
	for (uint32_t i = 2; i < choice->n; i += 2)
		breaks[n++] = HEAD_ROWS + i * GRID_ROWS;
	/* other programs draw our widths up to 6% larger */
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
	const struct style fills[4] = {[1] = {.fill = RED},
				       [2] = {.fill = OPEN_SPARE},
				       [3] = {.fill = OPEN_WANTED}};
	struct lxw_format *paints[4] = {NULL};
	struct week_choice choice;

	week_choose(&choice, work->review, work->arena);
	set_columns(work->week);
	page_rows(work->week, 18);
	write_head(work, &choice);
	write_rest(work, &choice);
	for (int i = 1; i < 4 && choice.n; i++)
		paints[i] = book_paint(work->book, &fills[i]);
	for (size_t i = 0; i < choice.n; i++)
		grid_write(work, HEAD_ROWS + (uint32_t)i * GRID_ROWS,
			   choice.shown[i], paints);
	set_print(work, &choice);
}

void
hours_week_link(struct work *work, const struct tab *tab, uint32_t row,
		int column)
{
	const struct style style = {.size = 90, .color = ACCENT};

	if (!page_hidden(work->week) && tab->table->options & WEEK)
		cell_arrow(tab->page, row, column, work->week, false, &style);
}
