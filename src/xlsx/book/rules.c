/* rules.c - bars, fills and inks that follow cells */
#include "rules.h"

#include "book_inside.h"
#include "ces/arena.h"

static const int colors[SYMBOL_COUNT] = {
#define SYMBOL(key, mark, color, ...) [SYMBOL_##key] = color,
#include "ces/states.def"
};

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
	if (paint->bold)
		format_set_bold(format);
	return format;
}

static lxw_format *
symbol_format(struct book *book, enum symbol_id symbol)
{
	const struct paint paint = {.fill = colors[symbol],
				    .ink = LXW_COLOR_BLACK};

	if (!book->status[symbol])
		book->status[symbol] = book_paint(book, &paint);
	return book->status[symbol];
}

static void
add_rule(struct page *page, struct area area, lxw_conditional_format *rule)
{
	book_check(page->book,
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

/* --- bars ---------------------------------------------------------------- */

void
page_bars(struct page *page, struct area area, double most, bool only)
{
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_DATA_BAR,
		.data_bar_2010 = LXW_TRUE,
		.bar_solid = LXW_TRUE,
		.bar_no_border = LXW_TRUE,
		.bar_only = only,
		.bar_color = BAR,
		.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.min_value = 0,
		.max_value = most};

	add_rule(page, area, &rule);
}

void
page_two_sided(struct page *page, struct area area, double most)
{
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_DATA_BAR,
		.data_bar_2010 = LXW_TRUE,
		.bar_solid = LXW_TRUE,
		.bar_no_border = LXW_TRUE,
		.bar_color = BAR,
		.bar_negative_color = 0xC8C8C8,
		.bar_axis_position = LXW_CONDITIONAL_BAR_AXIS_MIDPOINT,
		.bar_axis_color = SECOND,
		.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.min_value = -most,
		.max_value = most};

	add_rule(page, area, &rule);
}

/* --- fills --------------------------------------------------------------- */

void
page_bold(struct page *page, struct area area, const char *word)
{
	const struct paint paint = {.bold = 1};
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
page_status(struct page *page, struct area area)
{
	char cell[LXW_MAX_CELL_NAME_LENGTH];
	struct buf formula = {0};

	lxw_rowcol_to_cell(cell, area.first_row, col(area.first_column));
	for (enum symbol_id i = SYMBOL_NONE + 1; i < SYMBOL_COUNT; i++) {
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
	add_number(page, area, LXW_CONDITIONAL_CRITERIA_LESS_THAN, limit,
		   symbol_format(page->book, SYMBOL_late));
}
