/* cells.c - what stands in cells: texts, numbers, formulas, links */
#include "book_inside.h"

#include <math.h>
#include <string.h>

#include "ces/utf8.h"

/* pixels beside a text across cells; its least size in tenths of a point */
enum { ACROSS_MARGIN = 6, ACROSS_LEAST = 70 };
enum {
	LINKS_MOST = 65000,
	FORMULA_MOST = 8192,
	ATTRIBUTE_MOST = LXW_MAX_ATTRIBUTE_LENGTH - 1
};

const lxw_cell *
page_cell(const struct page *page, uint32_t row, int column)
{
	lxw_row *cells = lxw_worksheet_find_row(page->sheet, row);

	return cells ? lxw_worksheet_find_cell_in_row(cells, col(column))
		     : NULL;
}

/* The library also counts a text that another one takes the place of. */
static void
forget_text(struct page *page, uint32_t row, int column)
{
	const lxw_cell *cell = page_cell(page, row, column);

	if (cell && cell->type == STRING_CELL)
		page->book->workbook->sst->string_count--;
}

void
cell_text(struct page *page, uint32_t row, int column, const char *text,
	  struct lxw_format *format, struct extent *extent)
{
	forget_text(page, row, column);
	text = clean_text(&page->book->clean, text, extent, page->book->cut);
	page_check(page, worksheet_write_string(page->sheet, row, col(column),
						text, format));
}

void
cell_blank(struct page *page, uint32_t row, int column,
	   struct lxw_format *format)
{
	page_check(page, worksheet_write_blank(page->sheet, row, col(column),
					       format));
}

void
cell_put(struct page *page, uint32_t row, int column, const char *text,
	 const struct style *style)
{
	cell_text(page, row, column, text, book_style(page->book, style), NULL);
}

void
cell_band(struct page *page, uint32_t row, int first, int last,
	  const struct style *style)
{
	struct lxw_format *format = book_style(page->book, style);

	for (int i = first; i <= last; i++)
		cell_blank(page, row, i, format);
}

void
cell_across(struct page *page, uint32_t row, int first, int last,
	    const char *text, const struct style *style)
{
	double pixels = page_across(page, first, last) - ACROSS_MARGIN;
	struct style small = *style;

	small.size = text_size(text, pixels / book_letters(page->book), style,
			       ACROSS_LEAST);
	cell_put(page, row, first, text, &small);
	cell_band(page, row, first + 1, last, style);
}

void
cell_number(struct page *page, uint32_t row, int column, double number,
	    struct lxw_format *format)
{
	if (!isfinite(number))
		cell_blank(page, row, column, format);
	else
		page_check(page,
			   worksheet_write_number(page->sheet, row, col(column),
						  number, format));
}

void
cell_flag(struct page *page, uint32_t row, int column, bool on)
{
	page_check(page, worksheet_write_boolean(page->sheet, row, col(column),
						 on, NULL));
}

void
cell_date(struct page *page, uint32_t row, int column, struct date date,
	  struct lxw_format *format)
{
	struct buf text = {0};
	double serial;

	if (!date.year) {
		cell_blank(page, row, column, format);
	} else if (date_serial(date, &serial)) {
		cell_number(page, row, column, serial, format);
	} else {
		date_write(&text, date);
		cell_text(page, row, column, text.p, format, NULL);
		buf_free(&text);
	}
}

bool
formula_fits(const char *formula)
{
	return utf8_utf16_units(formula, strlen(formula)) <= FORMULA_MOST;
}

static bool
formula_can_stand(const char *formula, double result)
{
	return isfinite(result) && formula_fits(formula);
}

void
cell_formula(struct page *page, uint32_t row, int column, const char *formula,
	     double result, struct lxw_format *format)
{
	page_check(page, formula_can_stand(formula, result)
				 ? worksheet_write_formula_num(
					   page->sheet, row, col(column),
					   formula, format, result)
				 : LXW_ERROR_PARAMETER_VALIDATION);
}

void
cell_array(struct page *page, uint32_t row, int column, const char *formula,
	   double result, struct lxw_format *format)
{
	page_check(page, formula_can_stand(formula, result)
				 ? worksheet_write_array_formula_num(
					   page->sheet, row, col(column), row,
					   col(column), formula, format, result)
				 : LXW_ERROR_PARAMETER_VALIDATION);
}

void
cell_formula_text(struct page *page, uint32_t row, int column,
		  const char *formula, const char *result,
		  struct lxw_format *format)
{
	struct book *book = page->book;
	lxw_error error = LXW_ERROR_PARAMETER_VALIDATION;

	forget_text(page, row, column);
	if (formula_fits(formula))
		error = worksheet_write_formula_str(
			page->sheet, row, col(column), formula, format,
			clean_text(&book->clean, result, NULL, book->cut));
	book_check(book, error);
	if (error == LXW_NO_ERROR)
		book_check_copy(book, page_cell(page, row, column)->user_data2);
}

/* Nobody can follow a link to a hidden page, and readers stop counting links at
 * some number: then the text stands alone. */
void
cell_link(struct page *page, uint32_t row, int column,
	  const struct page *target, uint32_t to, const char *text,
	  struct lxw_format *format)
{
	struct buf url = {0}, shown = {0};

	if (target->hidden || page->links == LINKS_MOST) {
		cell_text(page, row, column, text, format, NULL);
		return;
	}
	page->links++;
	buf_puts(&url, "internal:");
	page_ref(&url, target);
	buf_printf(&url, "A%u", to + 1);
	/* the library repeats it in an attribute */
	clean_shorten(
		&shown,
		clean_text(&page->book->clean, text, NULL, page->book->cut),
		ATTRIBUTE_MOST, ATTRIBUTE_MOST);
	page_check(page,
		   worksheet_write_url_opt(page->sheet, row, col(column), url.p,
					   format, buf_text(&shown), NULL));
	buf_free(&url);
	buf_free(&shown);
}

void
cell_arrow(struct page *page, uint32_t row, int column,
	   const struct page *target, bool back, const struct style *style)
{
	struct buf text = {0};

	buf_printf(&text, back ? "← %s" : "%s →", target->name);
	cell_link(page, row, column, target, 0, text.p,
		  book_style(page->book, style));
	buf_free(&text);
}
