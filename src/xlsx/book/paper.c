/* paper.c - how a sheet is divided into pages */
#include "paper.h"

#include <math.h>

#include "paint.h"

enum { REACH_MOST = 120 };

/* what a page may be made smaller by, that it needn't be two; a chart that is
 * cut in two is worse than small print */
static const double little = 0.75, little_charts = 0.7;
/* what is surely one page, though readers make more of our sizes */
static const double sure = 1.06;

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
	/* what other readers make of our widths is up to 6% larger */
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
