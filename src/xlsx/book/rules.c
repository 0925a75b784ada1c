/* rules.c - bars, fills and inks that follow cells; limits of entries */
#include "book_inside.h"

static lxw_format *
symbol_format(struct book *book, enum symbol_id symbol)
{
	const struct style paint = {.fill = (int32_t)symbols[symbol].color,
				    .color = LXW_COLOR_BLACK};

	if (!book->status[symbol])
		book->status[symbol] = book_paint(book, &paint);
	return book->status[symbol];
}

static void
add_rule(struct page *page, struct area area, lxw_conditional_format *rule)
{
	page_check(page,
		   worksheet_conditional_format_range(
			   page->sheet, area.first_row, col(area.first_column),
			   area.last_row, col(area.last_column), rule));
}

static void
add_formula(struct page *page, struct area area, const char *formula,
	    lxw_format *format, bool last)
{
	lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
				       .stop_if_true = last,
				       .value_string = library_text(formula),
				       .format = format};

	add_rule(page, area, &rule);
}

static void
add_number(struct page *page, struct area area, uint8_t criteria, double number,
	   lxw_format *format)
{
	lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
				       .criteria = criteria,
				       .stop_if_true = LXW_TRUE,
				       .value = number,
				       .format = format};

	add_rule(page, area, &rule);
}

void
page_bars(struct page *page, struct area area, double least, double most,
	  bool only)
{
	bool middle = least < 0;
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_DATA_BAR,
		.data_bar_2010 = LXW_TRUE,
		.bar_solid = LXW_TRUE,
		.bar_no_border = LXW_TRUE,
		.bar_only = only,
		.bar_color = BAR,
		.bar_negative_color = middle ? LESS : 0,
		.bar_axis_position =
			middle ? LXW_CONDITIONAL_BAR_AXIS_MIDPOINT
			       : LXW_CONDITIONAL_BAR_AXIS_AUTOMATIC,
		.bar_axis_color = middle ? SECOND : 0,
		.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.min_value = least,
		.max_value = most};

	add_rule(page, area, &rule);
}

void
page_bold(struct page *page, struct area area, const char *word)
{
	const struct style paint = {.bold = 1};
	char cell[LXW_MAX_CELL_NAME_LENGTH];
	struct buf formula = {0};

	lxw_rowcol_to_cell(cell, area.first_row, col(area.first_column));
	buf_printf(&formula, "=%s=", cell);
	text_quote(&formula, word, '"');
	add_formula(page, area, formula.p, book_paint(page->book, &paint),
		    false);
	buf_free(&formula);
}

void
page_when(struct page *page, struct area area, const char *formula,
	  enum symbol_id symbol)
{
	add_formula(page, area, formula, symbol_format(page->book, symbol),
		    false);
}

void
page_paint_when(struct page *page, struct area area, const char *formula,
		struct lxw_format *paint)
{
	add_formula(page, area, formula, paint, true);
}

void
page_paint_number(struct page *page, struct area area, double number,
		  struct lxw_format *paint)
{
	add_number(page, area, LXW_CONDITIONAL_CRITERIA_EQUAL_TO, number,
		   paint);
}

/* Of the library's rules on texts, the formula counts bytes and not characters,
 * so Excel would find no symbol. */
void
page_status(struct page *page, struct area area, bool calm)
{
	char cell[LXW_MAX_CELL_NAME_LENGTH];
	struct buf formula = {0};

	lxw_rowcol_to_cell(cell, area.first_row, col(area.first_column));
	for (enum symbol_id i = SYMBOL_NONE + 1; i < SYMBOL_COUNT; i++) {
		if (calm && (i == SYMBOL_done || i == SYMBOL_good))
			continue;
		buf_clear(&formula);
		buf_printf(&formula, "=LEFT(%s,1)=\"%s\"", cell,
			   symbols[i].mark);
		add_formula(page, area, formula.p, symbol_format(page->book, i),
			    true);
	}
	buf_free(&formula);
}

/* Blank cells are less than any number: there must be none. */
void
page_below(struct page *page, struct area area, double limit, double worse)
{
	add_number(page, area, LXW_CONDITIONAL_CRITERIA_LESS_THAN, worse,
		   symbol_format(page->book, SYMBOL_bad));
	if (limit > worse)
		add_number(page, area, LXW_CONDITIONAL_CRITERIA_LESS_THAN,
			   limit, symbol_format(page->book, SYMBOL_late));
}

/* --- what is entered ----------------------------------------------------- */

enum { TITLE_MOST = 32, MESSAGE_MOST = 255 };

/* days as a spreadsheet counts them: 1 March 1900 to 31 December 9999 */
enum { FIRST_DAY = 61, LAST_DAY = 2958465 };

static const struct {
	uint8_t type;
	double least, most;
} limits[] = {
	[ENTRY_ANY] = {.type = LXW_VALIDATION_TYPE_ANY},
	[ENTRY_LIST] = {.type = LXW_VALIDATION_TYPE_LIST_FORMULA},
	[ENTRY_NAMES] = {.type = LXW_VALIDATION_TYPE_LIST_FORMULA},
	[ENTRY_DATE] = {LXW_VALIDATION_TYPE_DATE_NUMBER, FIRST_DAY, LAST_DAY},
	[ENTRY_SHARE] = {LXW_VALIDATION_TYPE_DECIMAL, 0, 1},
	[ENTRY_CHANGE] = {LXW_VALIDATION_TYPE_DECIMAL, -1, 1000},
	[ENTRY_NUMBER] = {LXW_VALIDATION_TYPE_DECIMAL, -1e15, 1e15},
	[ENTRY_COUNT] = {LXW_VALIDATION_TYPE_INTEGER, 0, 1e15},
};

void
page_entry(struct page *page, struct area area, const struct entry *entry)
{
	struct book *book = page->book;
	char *title = book_line(book, entry->title, TITLE_MOST);
	lxw_data_validation rule = {
		.validate = limits[entry->kind].type,
		.criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
		.minimum_number = limits[entry->kind].least,
		.maximum_number = limits[entry->kind].most,
		.error_type = entry->kind == ENTRY_NAMES
				      ? LXW_VALIDATION_ERROR_TYPE_WARNING
				      : LXW_VALIDATION_ERROR_TYPE_STOP,
		.input_title = title,
		.error_title = title,
		.input_message = book_line(book, entry->message, MESSAGE_MOST)};

	if (entry->range)
		rule.value_formula =
			arena_format(&book->arena, "=%s", entry->range);
	if (entry->kind != ENTRY_ANY)
		rule.error_message =
			book_line(book, entry->error, MESSAGE_MOST);
	page_check(page,
		   worksheet_data_validation_range(
			   page->sheet, area.first_row, col(area.first_column),
			   area.last_row, col(area.last_column), &rule));
}
