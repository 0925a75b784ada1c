/* cells.h - cells of any page that look up the sheets' */
#ifndef CES_WORKBOOK_CELLS_H
#define CES_WORKBOOK_CELLS_H

#include "formula_text.h"

/* a sentence that follows its figures; formula empty: text alone */
void cell_sentence(struct work *work, struct page *page, uint32_t row,
		   int column, const struct buf *formula,
		   const struct buf *text, const struct style *style);
/* a text centered across cells of one style */
void cell_across(struct page *page, uint32_t row, int first, int last,
		 const char *text, struct lxw_format *format);
/* a figure of a row of a sheet, divided by scale */
void cell_lookup_number(struct work *work, struct page *page, uint32_t row,
			int column, const struct tab *tab, const char *key,
			size_t item, double scale, const struct style *style);
/* the same for a word or a status */
void cell_lookup_word(struct work *work, struct page *page, uint32_t row,
		      int column, const struct tab *tab, const char *key,
		      size_t item, const struct style *style);
/* the same with a capital letter, for words that begin a cell */
void cell_lookup_capital(struct work *work, struct page *page, uint32_t row,
			 int column, const struct tab *tab, const char *key,
			 size_t item, const struct style *style);

#endif
