/* review_cells.c - the grid of the review page, and how its cells are filled */
#include <libintl.h>
#include <string.h>

#include "ces/question.h"
#include "ces/utf8.h"
#include "review.h"
#include "xlsx/book/measured.h"

/* pixels that a cell keeps free, and those of one step of its indent */
enum { CELL_MARGIN = 5, INDENT = 9 };

/* letters of fonts with square characters are wider than Arial's */
static const double WIDE_SHARE = 0.88;

static const int widths[] = {[COL_A] = 12, 222, 62,  62,  62,		98,
			     100,	   60,	106, 134, [COL_K] = 24, 124,
			     50,	   50,	50,  50,  50,		50};

/* of rows that are not as high as a row of a block */
static const int heights[ROW_END] =
	{
		[ROW_TITLE] = 40,	  [ROW_FACTS] = 24,
		[ROW_POSITION] = 36,	  [ROW_DECISIONS] = 24,
		[ROW_DECISIONS + 1] = 22, [ROW_MEASURES - 1] = 11,
		[ROW_MEASURES] = 24,	  [ROW_MEASURES + 1] = 30,
		[ROW_REASONS - 1] = 11,	  [ROW_REASONS] = 24,
		[ROW_REASONS + 1] = 30,	  [ROW_EVENTS - 1] = 11,
		[ROW_EVENTS] = 24,	  [ROW_EVENTS + 1] = 20,
		[ROW_INSIGHTS - 1] = 11,  [ROW_INSIGHTS] = 24,
};
enum { ROW_HEIGHT = 21 };

/* Widths count digits of the default font, 7 pixels each, and a margin. */
void
review_grid(const struct review_page *review)
{
	for (int i = COL_A; i <= COL_R; i++)
		page_column(review->page, i, i, (widths[i] - 5) / 7.0, false);
	for (uint32_t row = 0; row < ROW_END; row++)
		page_row(review->page, row,
			 (heights[row] ? heights[row] : ROW_HEIGHT) * 0.75);
}

/* is there room for two lines */
bool
review_row_is_high(uint32_t row)
{
	return heights[row] >= 30;
}

void
review_text(const struct review_page *review, uint32_t row, int column,
	    const char *text, int pixels, const struct style *style)
{
	struct style risky = *style;
	size_t n = strlen(text);
	bool letters = utf8_width(text, n) * 2 < utf8_count(text, n) * 3;
	struct buf fit = {0};

	risky.quoted = clean_is_risky(text);
	pixels -= CELL_MARGIN + style->indent * INDENT;
	text_fit(&fit, text,
		 review->work->wide && letters ? pixels * WIDE_SHARE : pixels,
		 style->size, style->bold);
	cell_put(review->page, row, column, buf_text(&fit), &risky);
	buf_free(&fit);
}

void
review_cell(const struct review_page *review, uint32_t row, int column,
	    const struct expr *expr, const struct style *style)
{
	struct lxw_format *format = book_style(review->work->book, style);
	struct value value = expr_value(&review->scope, expr, 0);

	if (value.kind == VALUE_EMPTY)
		cell_blank(review->page, row, column, format);
	else if (expr->kind == EXPR_TEXT)
		cell_text(review->page, row, column, expr->text, format, NULL);
	else if (expr->kind == EXPR_NUMBER)
		cell_number(review->page, row, column, expr->number, format);
	else
		cell_expr(review->work, review->page, row, column, expr, 0,
			  format);
}

/*
 * The link stays with the cell when a formula is put into it; and some readers
 * paint links in a color of their own where there is none. So a text alone
 * becomes a formula as well.
 */
void
review_title(const struct review_page *review, uint32_t row, int column,
	     const struct page *target, const struct expr *title)
{
	const struct style style = {
		.size = 120, .bold = 1, .color = ACCENT, .bottom = 1};
	struct lxw_format *format = book_style(review->work->book, &style);
	struct value value = expr_value(&review->scope, title, 0);

	cell_link(review->page, row, column, target,
		  value_text(&review->scope, value), format);
	cell_expr(review->work, review->page, row, column, title, 0, format);
}

void
review_empty(const struct review_page *review, uint32_t row, int first,
	     int last, const char *why, const char *section, int most)
{
	static const struct style style = {.color = SECOND};
	int i = section_find(section), pixels = 0;

	for (int k = first; k <= last; k++)
		pixels += widths[k];
	review_text(review, row++, first, why, pixels, &style);
	for (int k = 0; i >= 0 && k < most && sections[i].questions[k]; k++)
		review_text(review, row++, first,
			    arena_format(review->work->arena, "·  %s",
					 gettext(sections[i].questions[k])),
			    pixels, &style);
}
