/* front.c - the grid of the first page, and how its cells are filled */
#include "front.h"

#include <libintl.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/utf8.h"
#include "xlsx/book/measured.h"
#include "xlsx/expr/cells.h"

/* pixels that a cell keeps free, and those of one step of its indent */
enum { CELL_MARGIN = 5, INDENT = 9 };

/* letters of fonts with square characters are wider than Arial's */
static const double WIDE_SHARE = 0.88;

static const int widths[] = {[COL_A] = 12, 222, 62,  62,  62,		98,
			     100,	   60,	106, 134, [COL_K] = 24, 124,
			     50,	   50,	50,  50,  50,		50};

static const int heights[ROW_END] = {[ROW_TITLE] = 40,
				     24,
				     36,
				     [ROW_DECISIONS] = 24,
				     22,
				     21,
				     21,
				     21,
				     11,
				     [ROW_MEASURES] = 24,
				     30,
				     21,
				     21,
				     21,
				     21,
				     21,
				     21,
				     21,
				     11,
				     [ROW_REASONS] = 24,
				     30,
				     21,
				     21,
				     21,
				     21,
				     21,
				     21,
				     11,
				     [ROW_EVENTS] = 24,
				     20,
				     21,
				     21,
				     21,
				     11,
				     [ROW_INSIGHTS] = 24,
				     21,
				     21,
				     21,
				     21,
				     21,
				     [ROW_FINDINGS] = 21,
				     21,
				     21,
				     21};

/* Widths count digits of the default font, 7 pixels each, and a margin. */
void
front_grid(struct front *front)
{
	for (int i = COL_A; i <= COL_R; i++)
		page_column(front->page, i, i, (widths[i] - 5) / 7.0, false);
	for (uint32_t row = 0; row < ROW_END; row++)
		page_row(front->page, row, heights[row] * 0.75);
}

void
front_band(struct front *front, uint32_t row, int first, int last,
	   const struct style *style)
{
	struct lxw_format *format = book_style(front->work->book, style);

	for (int i = first; i <= last; i++)
		cell_blank(front->page, row, i, format);
}

void
front_sentence(struct front *front, uint32_t row, int column,
	       const struct buf *formula, const struct buf *text,
	       const struct style *style)
{
	cell_sentence(front->work, front->page, row, column, formula, text,
		      style);
}

void
front_title(struct front *front, uint32_t row, int column,
	    const struct tab *tab, const char *message,
	    const struct piece *pieces, size_t n)
{
	const struct style style = {
		.size = 120, .bold = 1, .color = ACCENT, .bottom = 1};
	struct buf formula = {0}, text = {0};

	sentence_add(&formula, &text, message, pieces, n);
	/*
	 * The link stays with the cell when a formula is put into it; and some
	 * readers paint links in a color of their own where there is none.
	 */
	cell_link(front->page, row, column, tab->page, buf_text(&text),
		  book_style(front->work->book, &style));
	front_sentence(front, row, column, &formula, &text, &style);
	buf_free(&formula);
	buf_free(&text);
}

void
front_heads(struct front *front, uint32_t row, int last,
	    const struct head *heads, size_t n, size_t shown, size_t all)
{
	struct style style = {.size = 90,
			      .color = SECOND,
			      .line = RULE,
			      .bottom = 1,
			      .wrap = 1};
	struct buf text = {0};

	front_band(front, row, heads[0].column, last, &style);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&text);
		if (i == 0 && shown < all)
			message_fill(
				&text, gettext("{head} ({shown} of {all})"),
				ARGS(TEXT_ARG("head", gettext(heads[i].text)),
				     COUNT_ARG("shown", (double)shown),
				     COUNT_ARG("all", (double)all)));
		else
			buf_puts(&text, gettext(heads[i].text));
		style.align = heads[i].align;
		/* dates and what follows a number keep their distance */
		style.indent = heads[i].indent ||
			       (heads[i].align == ALIGN_LEFT && i > 0);
		/* what wraps at the right loses its indent in some readers */
		style.wrap = i > 0 && heights[row] >= 30 && !heads[i].indent;
		cell_text(front->page, row, heads[i].column, buf_text(&text),
			  book_style(front->work->book, &style), NULL);
	}
	buf_free(&text);
}

void
front_line(struct front *front, uint32_t row, int first, int last)
{
	const struct style style = {.line = HAIR};

	front_band(front, row, first, last, &style);
}

void
front_empty(struct front *front, uint32_t row, int column, int last,
	    const char *text)
{
	const struct style style = {.color = SECOND};
	int pixels = 0;

	for (int i = column; i <= last; i++)
		pixels += widths[i];
	front_text(front, row, column, text, pixels, &style);
}

void
front_text(struct front *front, uint32_t row, int column, const char *text,
	   int pixels, const struct style *style)
{
	struct style risky = *style;
	size_t n = strlen(text);
	bool letters = utf8_width(text, n) * 2 < utf8_count(text, n) * 3;
	struct buf fit = {0};

	risky.quoted = clean_is_risky(text);
	pixels -= CELL_MARGIN + style->indent * INDENT;
	text_fit(&fit, text,
		 front->wide && letters ? pixels * WIDE_SHARE : pixels,
		 style->size, style->bold);
	cell_text(front->page, row, column, buf_text(&fit),
		  book_style(front->work->book, &risky), NULL);
	buf_free(&fit);
}

void
front_number(struct front *front, uint32_t row, int column,
	     const struct tab *tab, const char *key, size_t item, double scale,
	     const struct style *style)
{
	cell_lookup_number(front->work, front->page, row, column, tab, key,
			   item, scale, style);
}

void
front_word(struct front *front, uint32_t row, int column, const struct tab *tab,
	   const char *key, size_t item, const struct style *style)
{
	cell_lookup_word(front->work, front->page, row, column, tab, key, item,
			 style);
}

void
front_capital(struct front *front, uint32_t row, int column,
	      const struct tab *tab, const char *key, size_t item,
	      const struct style *style)
{
	cell_lookup_capital(front->work, front->page, row, column, tab, key,
			    item, style);
}

const char *
front_currency(const struct front *front)
{
	const struct text_value *currency =
		&front->work->review->plan->plan.currency;
	const char *sign;

	if (!is_set(&currency->at))
		return "";
	sign = money_sign(currency->text);
	if (sign)
		return sign;
	return arena_format(front->work->arena, "%s ", currency->text);
}
