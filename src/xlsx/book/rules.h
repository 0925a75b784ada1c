/* rules.h - bars, fills and inks that follow cells */
#ifndef CES_WORKBOOK_RULES_H
#define CES_WORKBOOK_RULES_H

#include "book.h"

/* the change of a cell by a rule; NO_COLOR leaves it as it is */
struct paint {
	int32_t fill, ink;
	int32_t left, bottom; /* thin lines */
	int32_t bold;
};

struct lxw_format *book_paint(struct book *book, const struct paint *paint);

void page_bars(struct page *page, struct area area, double most, bool only);
/* to both sides of a line in the middle, where the sign tells two kinds */
void page_two_sided(struct page *page, struct area area, double most);
/* bold where the cell holds the word */
void page_bold(struct page *page, struct area area, const char *word);
/* fills by the symbol that a text begins with; one rule set a column */
void page_status(struct page *page, struct area area);
void
page_below(struct page *page, struct area area, double limit, double worse);
/* the fill of a symbol where the formula holds; Excel takes none that names
 * another sheet */
void page_when(struct page *page, struct area area, const char *formula,
	       enum symbol_id symbol);
/* where the cell holds the number; and where the formula of the area's first
 * cell holds. Rules made first go first, and end the others. */
void page_paint_number(struct page *page, struct area area, double number,
		       struct lxw_format *paint);
void page_paint_when(struct page *page, struct area area, const char *formula,
		     struct lxw_format *paint);

#endif
