/* paper.c - how a sheet is divided into pages */
#include "paper.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "book_inside.h"
#include "ces/arena.h"

enum { REACH_MOST = 120, BREAKS_MOST = 1000 };

/* the least scale of a page, so that it needn't be two; a chart that is
 * cut in two is worse than small print */
static const double little = 0.75, little_charts = 0.7;
/* surely one page, though readers enlarge our sizes */
static const double sure = 1.06;

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

void
paper_print(struct page *page, struct print *print, uint32_t charts)
{
	double width =
		page_across(page, print->first_column, print->last_column);
	double across = page_paper_width(page, print->side) / fmax(width, 1);
	double down = page_paper_height(page, print->top, print->bottom) /
		      page_down(page, print->last_row);

	if (across > 1)
		across = 1;
	print->one = down < across * sure &&
		     down >= across * (charts ? little_charts : little);
	page_print(page, print);
	/* other readers make our widths up to 6% larger */
	if (charts && !print->one && down < across)
		page_scale(page, (int)fmax(10, across * 94), &charts, 1);
}

int
paper_reach(const struct page *page, int from, double pixels)
{
	while (from < REACH_MOST && page_across(page, 0, from) < pixels)
		from++;
	return from;
}
