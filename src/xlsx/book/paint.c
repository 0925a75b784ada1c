/* paint.c - fills that follow cells, columns that fold, where paper ends */
#include "paint.h"

#include <stdlib.h>
#include <string.h>

#include "book_inside.h"
#include "ces/arena.h"

enum { BREAKS_MOST = 1000 };

/* --- rules --------------------------------------------------------------- */

/* The formats of rules are of their own kind: only what changes. */
struct lxw_format *
book_paint(struct book *book, const struct paint *paint)
{
	lxw_format *format = workbook_add_format(book->workbook);

	if (!format)
		die_memory();
	if (paint->fill)
		format_set_bg_color(format, (lxw_color_t)paint->fill);
	if (paint->ink)
		format_set_font_color(format, (lxw_color_t)paint->ink);
	if (paint->left) {
		format_set_left(format, LXW_BORDER_THIN);
		format_set_left_color(format, (lxw_color_t)paint->left);
	}
	if (paint->bottom) {
		format_set_bottom(format, LXW_BORDER_THIN);
		format_set_bottom_color(format, (lxw_color_t)paint->bottom);
	}
	return format;
}

static void
add_rule(struct page *page, struct area area, lxw_conditional_format *rule)
{
	rule->stop_if_true = LXW_TRUE;
	book_check(page->book,
		   worksheet_conditional_format_range(
			   page->sheet, area.first_row, col(area.first_column),
			   area.last_row, col(area.last_column), rule));
}

void
page_paint_number(struct page *page, struct area area, double number,
		  struct lxw_format *paint)
{
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_TYPE_CELL,
		.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
		.value = number,
		.format = paint};

	add_rule(page, area, &rule);
}

void
page_paint_when(struct page *page, struct area area, const char *formula,
		struct lxw_format *paint)
{
	lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
				       /* the library copies it */
				       .value_string =
					       (char *)(uintptr_t)formula,
				       .format = paint};

	add_rule(page, area, &rule);
}

/* --- columns ------------------------------------------------------------- */

/* One by one: they have widths of their own, and ranges of columns that overlap
 * are a fault to Excel. */
void
page_fold(struct page *page, int first, int last)
{
	lxw_row_col_options options = {.hidden = LXW_TRUE, .level = 1};

	worksheet_outline_settings(page->sheet, LXW_TRUE, LXW_TRUE, LXW_FALSE,
				   LXW_FALSE);
	for (int i = first; i <= last; i++) {
		double width = (page_across(page, i, i) - 5) / 7;

		if (i < WIDTHS_KEPT)
			page->widths[i] = 0;
		book_check(page->book,
			   worksheet_set_column_opt(page->sheet, col(i), col(i),
						    width, NULL, &options));
	}
}

/* --- paper --------------------------------------------------------------- */

/* A4, or Letter, across; 96 pixels an inch */
double
page_paper_width(const struct page *page, double side)
{
	return ((page->book->letter ? 11.0 : 11.69) - 2 * side) * 96;
}

double
page_paper_height(const struct page *page, double top, double bottom)
{
	return ((page->book->letter ? 8.5 : 8.27) - top - bottom) * 96;
}

void
page_scale(struct page *page, int percent, const uint32_t *rows, size_t n)
{
	lxw_row_t *breaks = mem_alloc((n + 1) * sizeof(*breaks));

	if (n > BREAKS_MOST)
		n = BREAKS_MOST;
	memcpy(breaks, rows, n * sizeof(*breaks));
	breaks[n] = 0; /* ends them */
	worksheet_set_print_scale(page->sheet, (uint16_t)percent);
	if (n)
		book_check(page->book,
			   worksheet_set_h_pagebreaks(page->sheet, breaks));
	free(breaks);
}
