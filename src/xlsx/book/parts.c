/* parts.c - columns, rows, paper and tables of a page; names */
#include "book_inside.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* units of a footer's part; bytes of all of it, of the file's name, of the day
 */
enum { FOOTER_PART_MOST = 80, FOOTER_MOST = 255 };
enum { FOOTER_FILE_MOST = 60, FOOTER_DAY_MOST = 40 };
enum { REACH_MOST = 120, BREAKS_MOST = 1000 };

/* --- columns, rows, panes ------------------------------------------------ */

/* as readers round them; narrower than one digit, widths count by 12 pixels */
static double
pixels_of(double width)
{
	return width < 1 ? floor(width * 12 + 0.5) : width * 7 + 5;
}

static void
set_columns(struct page *page, int first, int last, double width,
	    lxw_row_col_options options)
{
	for (int i = first; i <= last && i < WIDTHS_KEPT; i++)
		page->widths[i] = options.hidden ? 0 : pixels_of(width);
	page_check(page,
		   worksheet_set_column_opt(page->sheet, col(first), col(last),
					    width, NULL, &options));
}

void
page_column(struct page *page, int first, int last, double width, bool hidden)
{
	set_columns(page, first, last, width,
		    (lxw_row_col_options){.hidden = hidden});
}

/* One by one: they have widths of their own, and ranges of columns that overlap
 * are a fault to Excel. */
void
page_fold(struct page *page, int first, int last)
{
	worksheet_outline_settings(page->sheet, LXW_TRUE, LXW_TRUE, LXW_FALSE,
				   LXW_FALSE);
	set_columns(page, first - 1, first - 1,
		    characters_of(page_across(page, first - 1, first - 1)),
		    (lxw_row_col_options){.collapsed = LXW_TRUE});
	for (int i = first; i <= last; i++)
		set_columns(
			page, i, i, characters_of(page_across(page, i, i)),
			(lxw_row_col_options){.hidden = LXW_TRUE, .level = 1});
}

void
page_row(struct page *page, uint32_t row, double height)
{
	page->more += height - page->row;
	page_check(page, worksheet_set_row(page->sheet, row, height, NULL));
}

void
page_fold_rows(struct page *page, uint32_t first, uint32_t last, double height)
{
	lxw_row_col_options folded = {.hidden = LXW_TRUE, .level = 1};
	lxw_row_col_options button = {.collapsed = LXW_TRUE};

	for (uint32_t row = first; row <= last; row++) {
		page->more -= page->row;
		page_check(page, worksheet_set_row_opt(page->sheet, row, height,
						       NULL, &folded));
	}
	page_check(page, worksheet_set_row_opt(page->sheet, last + 1, page->row,
					       NULL, &button));
}

void
page_rows(struct page *page, double height)
{
	page->row = height;
	worksheet_set_default_row(page->sheet, height, LXW_FALSE);
}

double
page_across(const struct page *page, int first, int last)
{
	double pixels = 0;

	for (int i = first; i <= last; i++)
		pixels += i < WIDTHS_KEPT ? page->widths[i] : USUAL_WIDTH;
	return pixels;
}

double
page_down(const struct page *page, uint32_t last)
{
	return (page->row * (last + 1.0) + page->more) * 96 / 72;
}

void
page_freeze(struct page *page, uint32_t rows, int columns)
{
	worksheet_freeze_panes(page->sheet, rows, col(columns));
}

void
page_hide(struct page *page)
{
	page->hidden = true;
	worksheet_hide(page->sheet);
}

bool
page_hidden(const struct page *page)
{
	return page->hidden;
}

void
page_first(struct page *page)
{
	worksheet_activate(page->sheet);
	worksheet_set_first_sheet(page->sheet);
}

/* Against slips, not against people: there is no password. */
void
page_protect(struct page *page)
{
	lxw_protection allowed = {.format_columns = LXW_TRUE,
				  .format_rows = LXW_TRUE,
				  .sort = LXW_TRUE,
				  .autofilter = LXW_TRUE};

	worksheet_protect(page->sheet, NULL, &allowed);
}

/* --- paper --------------------------------------------------------------- */

/* "&" begins a code; a digit behind the size would be taken as part of it */
static void
add_footer(struct page *page, struct buf *footer, const char *code,
	   const char *text, size_t bytes)
{
	struct buf line = {0};

	clean_shorten(&line, clean_line(&page->book->clean, text ? text : ""),
		      FOOTER_PART_MOST, bytes);
	buf_printf(footer, "%s&\"%s,Regular\"&9 ", code,
		   page->book->font->name);
	for (const char *p = buf_text(&line); *p; p++) {
		if (*p == '&')
			buf_putc(footer, '&');
		buf_putc(footer, *p);
	}
	buf_free(&line);
}

/* The subject gets the room left by day and file; the library counts bytes,
 * of which ideographs have three. */
static void
set_footer(struct page *page, const struct print *print)
{
	lxw_header_footer_options options = {.margin = print->bottom * 0.5};
	struct buf left = {0}, rest = {0};
	size_t taken;

	add_footer(page, &rest, "&C", print->center, FOOTER_FILE_MOST);
	add_footer(page, &rest, "&R", print->right, FOOTER_DAY_MOST);
	buf_puts(&rest, " · &P/&N");
	add_footer(page, &left, "&L", "", 0);
	taken = rest.n + left.n + 1;
	buf_clear(&left);
	add_footer(page, &left, "&L", print->left,
		   taken < FOOTER_MOST - 3 ? FOOTER_MOST - taken : 3);
	buf_puts(&left, rest.p);
	if (left.n < FOOTER_MOST)
		page_check(page, worksheet_set_footer_opt(page->sheet, left.p,
							  &options));
	buf_free(&left);
	buf_free(&rest);
}

void
page_print(struct page *page, const struct print *print)
{
	lxw_worksheet *sheet = page->sheet;

	if (print->portrait)
		worksheet_set_portrait(sheet);
	else
		worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, page->book->letter ? 1 : 9);
	worksheet_set_margins(sheet, print->side, print->side, print->top,
			      print->bottom);
	worksheet_fit_to_pages(sheet,
			       (uint16_t)(print->sheets ? print->sheets : 1),
			       print->one ? 1 : 0);
	if (print->sheets > 1)
		page_check(page, worksheet_repeat_columns(sheet, 0, 0));
	worksheet_center_horizontally(sheet);
	if (print->repeat)
		page_check(page, worksheet_repeat_rows(sheet, print->header,
						       print->header));
	page->sheets = page->hidden ? 0 : 1;
	/* some readers print hidden pages, if they have an area to print */
	if (page->sheets)
		page_check(page, worksheet_print_area(sheet, 0,
						      col(print->first_column),
						      print->last_row,
						      col(print->last_column)));
	set_footer(page, print);
}

/* of A4, or Letter, in pixels of 96 an inch */
static double
paper_side(const struct page *page, bool longer)
{
	if (page->book->letter)
		return (longer ? 11.0 : 8.5) * 96;
	return (longer ? 11.69 : 8.27) * 96;
}

double
page_paper_width(const struct page *page, const struct print *print)
{
	return paper_side(page, !print->portrait) - 2 * print->side * 96;
}

double
page_paper_height(const struct page *page, const struct print *print)
{
	return paper_side(page, print->portrait) -
	       (print->top + print->bottom) * 96;
}

double
page_paper_most(const struct page *page, const struct print *print)
{
	return page_paper_width(page, print) / (PAPER_LEAST * PAPER_WIDER);
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
	page->sheets *= (unsigned)n + 1;
	if (n)
		page_check(page,
			   worksheet_set_h_pagebreaks(page->sheet, breaks));
	free(breaks);
}

void
paper_print(struct page *page, struct print *print, uint32_t charts)
{
	double width =
		page_across(page, print->first_column, print->last_column) /
		(print->sheets ? print->sheets : 1);
	double across = page_paper_width(page, print) / fmax(width, 1);
	double down = page_paper_height(page, print) /
		      page_down(page, print->last_row);

	if (across > 1)
		across = 1;
	print->one =
		down < across * PAPER_WIDER && down >= fmin(across, PAPER_READ);
	page_print(page, print);
	/* other readers make our widths up to 6% larger */
	if (charts && !print->one && down < across)
		page_scale(page, (int)fmax(10, across * 100 / PAPER_WIDER),
			   &charts, 1);
	else if (!print->one)
		page->sheets *= (unsigned)ceil(across / down) *
				(unsigned)(print->sheets ? print->sheets : 1);
}

unsigned
page_sheets(const struct page *page)
{
	return page->sheets;
}

int
paper_reach(const struct page *page, int from, double pixels)
{
	while (from < REACH_MOST && page_across(page, 0, from) < pixels)
		from++;
	return from;
}

/* --- tables -------------------------------------------------------------- */

/*
 * The library would sum a column by its header, unquoted: headers with commas
 * make a formula that nobody reads. So the sums are written over its own. They
 * begin at the header, a text, and end on the row above, so that rows may come
 * at either end; of rows that a filter hides they have none.
 */
static void
write_total(struct page *page, struct area area, int column,
	    const struct table_column *wanted, const char *word)
{
	char head[LXW_MAX_CELL_NAME_LENGTH], letters[LXW_MAX_COL_NAME_LENGTH];
	uint32_t row = area.last_row + 1;
	struct buf formula = {0};

	if (wanted->total) {
		lxw_rowcol_to_cell(head, area.first_row, col(column));
		lxw_col_to_name(letters, col(column), LXW_FALSE);
		buf_printf(&formula, "=SUBTOTAL(9,%s:INDEX(%s:%s,ROW()-1))",
			   head, letters, letters);
		cell_formula(page, row, column, formula.p, wanted->sum,
			     wanted->total_format);
		buf_free(&formula);
	} else if (word) {
		cell_text(page, row, column, word, wanted->total_format, NULL);
	} else {
		cell_blank(page, row, column, wanted->total_format);
	}
}

/* Cells hold the formulas of the columns in the words of every reader, which
 * Excel would take for others. */
static void
ignore_formulas(struct page *page, struct area area)
{
	char range[LXW_MAX_CELL_RANGE_LENGTH];

	lxw_rowcol_to_range(range, area.first_row + 1, col(area.first_column),
			    area.last_row, col(area.last_column));
	page_check(page, worksheet_ignore_errors(page->sheet,
						 LXW_IGNORE_CALCULATED_COLUMN,
						 range));
}

/* Writes the formulas of new rows over all cells: those of the rows come after.
 */
void
page_table(struct page *page, const char *name, struct area area, uint32_t room,
	   const struct table_column *columns, const char *total_word)
{
	int n = area.last_column - area.first_column + 1;
	bool calculated = false, totals = total_word && !room;
	lxw_table_column *all = mem_zeroed((size_t)n, sizeof(*all));
	lxw_table_column **list = mem_zeroed((size_t)n + 1, sizeof(*list));
	lxw_table_options options = {
		.name = library_text(name),
		.style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
		.style_type_number = 0,
		.no_banded_rows = LXW_TRUE,
		.total_row = totals,
		.columns = list,
	};

	for (int i = 0; i < n; i++) {
		list[i] = &all[i];
		all[i].header = library_text(columns[i].header);
		all[i].header_format = columns[i].header_format;
		all[i].formula = library_text(columns[i].formula);
		calculated |= columns[i].formula != NULL;
		if (totals && columns[i].total) {
			all[i].total_function = LXW_TABLE_FUNCTION_SUM;
			all[i].total_value = columns[i].sum;
		} else if (totals && i == 0) {
			all[i].total_string = library_text(total_word);
		}
	}
	page_check(page,
		   worksheet_add_table(page->sheet, area.first_row,
				       col(area.first_column),
				       area.last_row - room + (totals ? 1 : 0),
				       col(area.last_column), &options));
	for (int i = 0; i < n; i++) {
		int column = area.first_column + i;

		book_check_copy(page->book,
				page_cell(page, area.first_row, column));
		if (total_word)
			write_total(page, area, column, &columns[i],
				    i ? NULL : total_word);
	}
	if (calculated)
		ignore_formulas(page, area);
	free(all);
	free(list);
}

void
page_merge(struct page *page, struct area area, struct lxw_format *format)
{
	page_check(page,
		   worksheet_merge_range(page->sheet, area.first_row,
					 col(area.first_column), area.last_row,
					 col(area.last_column), "", format));
}

/* --- names --------------------------------------------------------------- */

void
book_name(struct book *book, const char *name, const char *formula)
{
	book_check(book, workbook_define_name(book->workbook, name, formula));
}
