/* cells.c - cells of any page that look up the sheets' */
#include "cells.h"

#include <math.h>

/* programs refuse longer formulas: then the words alone */
enum { FORMULA_MOST = 8000 };

void
cell_sentence(struct work *work, struct page *page, uint32_t row, int column,
	      const struct buf *formula, const struct buf *text,
	      const struct style *style)
{
	struct lxw_format *format = book_style(work->book, style);
	struct buf whole = {0};

	if (!formula->n || formula->n > FORMULA_MOST) {
		cell_text(page, row, column, buf_text(text), format, NULL);
		return;
	}
	buf_printf(&whole, "=%s&\"\"", formula->p);
	cell_formula_text(page, row, column, whole.p, buf_text(text), format);
	buf_free(&whole);
}

void
cell_across(struct page *page, uint32_t row, int first, int last,
	    const char *text, struct lxw_format *format)
{
	cell_text(page, row, first, text, format, NULL);
	while (first++ < last)
		cell_blank(page, row, first, format);
}

void
cell_lookup_number(struct work *work, struct page *page, uint32_t row,
		   int column, const struct tab *tab, const char *key,
		   size_t item, double scale, const struct style *style)
{
	struct lxw_format *format = book_style(work->book, style);
	double value = tab_number(tab, item, key) / scale;
	struct buf formula = {0};

	if (!isfinite(value) || !formula_can(tab, item)) {
		cell_number(page, row, column, value, format);
		return;
	}
	buf_putc(&formula, '=');
	formula_lookup(&formula, tab, key, item);
	if (scale > 1)
		buf_printf(&formula, "/%.0f", scale);
	cell_formula(page, row, column, formula.p, value, format);
	buf_free(&formula);
}

static void
write_word(struct work *work, struct page *page, uint32_t row, int column,
	   const struct tab *tab, const char *key, size_t item,
	   const struct style *style, bool capital)
{
	struct lxw_format *format = book_style(work->book, style);
	const char *text = tab_text(tab, item, key);
	struct buf formula = {0}, word = {0}, result = {0};

	/* readers don't agree on the capitals of other letters */
	capital &= *text >= 'a' && *text <= 'z';
	buf_puts(&result, text);
	if (capital)
		result.p[0] = (char)(*text - 'a' + 'A');
	if (!*text) {
		cell_blank(page, row, column, format);
	} else if (!formula_can(tab, item)) {
		cell_text(page, row, column, result.p, format, NULL);
	} else {
		formula_lookup(&word, tab, key, item);
		if (capital)
			buf_printf(&formula, "=UPPER(LEFT(%s,1))&MID(%s,2,250)",
				   word.p, word.p);
		else
			buf_printf(&formula, "=%s", word.p);
		cell_formula_text(page, row, column, formula.p, result.p,
				  format);
	}
	buf_free(&formula);
	buf_free(&word);
	buf_free(&result);
}

void
cell_lookup_word(struct work *work, struct page *page, uint32_t row, int column,
		 const struct tab *tab, const char *key, size_t item,
		 const struct style *style)
{
	write_word(work, page, row, column, tab, key, item, style, false);
}

void
cell_lookup_capital(struct work *work, struct page *page, uint32_t row,
		    int column, const struct tab *tab, const char *key,
		    size_t item, const struct style *style)
{
	write_word(work, page, row, column, tab, key, item, style, true);
}
