/* front.c - the grid of the first page, and how its cells are filled */
#include "front.h"

#include <libintl.h>
#include <math.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/utf8.h"

static const int widths[] = {
	[COL_A] = 12, 222, 62, 62, 62, 98, 100, 60, 106, 134,
	[COL_K] = 24, 124, 50, 50, 50, 50, 50,  50};

static const int heights[ROW_END] = {
	[ROW_TITLE] = 40, 24, 36,
	[ROW_DECISIONS] = 24, 22, 21, 21, 21, 11,
	[ROW_MEASURES] = 24, 30, 21, 21, 21, 21, 21, 21, 21, 11,
	[ROW_REASONS] = 24, 30, 21, 21, 21, 21, 21, 21, 11,
	[ROW_EVENTS] = 24, 20, 21, 21, 21, 11,
	[ROW_INSIGHTS] = 24, 21, 21, 21, 21, 21,
	[ROW_FINDINGS] = 21, 21, 21, 21};

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
	struct lxw_format *format = book_style(front->work->book, style);
	struct buf whole = {0};

	if (!formula->n) {
		cell_text(front->page, row, column, buf_text(text), format,
			  NULL);
		return;
	}
	buf_printf(&whole, "=%s&\"\"", formula->p);
	cell_formula_text(front->page, row, column, whole.p, buf_text(text),
			  format);
	buf_free(&whole);
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
	cell_link(front->page, row, column, tab->page, buf_text(&text),
		  book_style(front->work->book, &style));
	/* the link stays with the cell when a formula is put into it */
	if (n)
		front_sentence(front, row, column, &formula, &text, &style);
	buf_free(&formula);
	buf_free(&text);
}

void
front_heads(struct front *front, uint32_t row, int last,
	    const struct head *heads, size_t n, size_t shown, size_t all)
{
	struct style style = {.size = 90, .color = SECOND, .line = RULE,
			      .bottom = 1, .wrap = 1};
	struct buf text = {0};

	front_band(front, row, heads[0].column, last, &style);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&text);
		if (i == 0 && shown < all)
			message_fill(&text,
				     gettext("{head} ({shown} of {all})"),
				     ARGS(TEXT_ARG("head",
						   gettext(heads[i].text)),
					  COUNT_ARG("shown", (double)shown),
					  COUNT_ARG("all", (double)all)));
		else
			buf_puts(&text, gettext(heads[i].text));
		style.align = heads[i].align;
		/* dates and what follows a number keep their distance */
		style.indent = heads[i].align == ALIGN_LEFT && i > 0;
		style.wrap = i > 0;
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

/* Measured on Arial 10, and on a CJK font whose characters are square. */
void
front_text(struct front *front, uint32_t row, int column, const char *text,
	   int pixels, const struct style *style)
{
	size_t n = strlen(text);
	bool wide = utf8_width(text, n) * 2 > utf8_count(text, n) * 3;
	double size = style->size ? style->size / 100.0 : 1;
	double each = (wide ? 6.8 : style->bold ? 6.2 : 5.8) * size;
	struct style risky = *style;
	struct buf fit = {0};

	risky.quoted = clean_is_risky(text);
	utf8_shorten(&fit, text, (size_t)((pixels - 6) / each));
	cell_text(front->page, row, column, buf_text(&fit),
		  book_style(front->work->book, &risky), NULL);
	buf_free(&fit);
}

void
front_number(struct front *front, uint32_t row, int column,
	     const struct tab *tab, const char *key, size_t item, double scale,
	     const struct style *style)
{
	struct lxw_format *format = book_style(front->work->book, style);
	double value = tab_number(tab, item, key) / scale;
	struct buf formula = {0};

	if (!isfinite(value) || !formula_can(tab, item)) {
		cell_number(front->page, row, column, value, format);
		return;
	}
	buf_putc(&formula, '=');
	formula_lookup(&formula, tab, key, item);
	if (scale > 1)
		buf_printf(&formula, "/%.0f", scale);
	cell_formula(front->page, row, column, formula.p, value, format);
	buf_free(&formula);
}

void
front_word(struct front *front, uint32_t row, int column,
	   const struct tab *tab, const char *key, size_t item,
	   const struct style *style)
{
	struct lxw_format *format = book_style(front->work->book, style);
	const char *text = tab_text(tab, item, key);
	struct buf formula = {0};

	if (!*text) {
		cell_blank(front->page, row, column, format);
	} else if (!formula_can(tab, item)) {
		cell_text(front->page, row, column, text, format, NULL);
	} else {
		buf_putc(&formula, '=');
		formula_lookup(&formula, tab, key, item);
		cell_formula_text(front->page, row, column, formula.p, text,
				  format);
		buf_free(&formula);
	}
}

/* --- figures --------------------------------------------------------------- */

void
figure_free(struct figure *figures, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_free(&figures[i].formula);
		buf_free(&figures[i].text);
	}
}

struct piece
figure_piece(const char *name, const struct figure *figure)
{
	return (struct piece){name, buf_text(&figure->formula),
			      buf_text(&figure->text)};
}

static bool
begins(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

static void
add_condition(struct buf *formula, const struct tab *tab, const char *key,
	      const char *word, const char *wildcard)
{
	struct buf pattern = {0};

	formula_range(formula, tab, key);
	buf_putc(formula, ',');
	buf_printf(&pattern, "%s%s", word, wildcard);
	formula_quote(formula, pattern.p);
	buf_free(&pattern);
}

/* A table without rows has no cells to count: the figure is then a 0. */
static struct figure
figure_close(struct figure figure)
{
	if (!figure.formula.n)
		buf_putc(&figure.formula, '0');
	buf_printf(&figure.text, "%.0f", figure.value);
	return figure;
}

struct figure
figure_count_if(const struct tab *tab, const char *key, const char *with,
		const char *key2, const char *word)
{
	struct figure figure = {.value = 0};

	for (size_t i = 0; i < tab->table->rows; i++)
		if (begins(tab_text(tab, i, key), with) &&
		    (!key2 || !strcmp(tab_text(tab, i, key2), word)))
			figure.value++;
	if (tab->table->rows) {
		buf_puts(&figure.formula, "COUNTIFS(");
		add_condition(&figure.formula, tab, key, with, "*");
		if (key2) {
			buf_putc(&figure.formula, ',');
			add_condition(&figure.formula, tab, key2, word, "");
		}
		buf_putc(&figure.formula, ')');
	}
	return figure_close(figure);
}

struct figure
figure_count(const struct tab *tab, const char *key, const char *with)
{
	return figure_count_if(tab, key, with, NULL, NULL);
}

struct figure
figure_rows(const struct tab *tab)
{
	struct figure figure = {.value = (double)tab->table->rows};

	if (tab->table->rows) {
		buf_puts(&figure.formula, "ROWS(");
		formula_column(&figure.formula, tab, 0);
		buf_putc(&figure.formula, ')');
	}
	return figure_close(figure);
}

/* "163,000", as FIXED shows it where a comma parts thousands */
static void
add_thousands(struct buf *text, double value)
{
	struct buf digits = {0};

	buf_printf(&digits, "%.0f", fabs(value));
	buf_puts(text, value < -0.5 ? "-" : "");
	for (size_t i = 0; i < digits.n; i++) {
		if (i && (digits.n - i) % 3 == 0)
			buf_putc(text, ',');
		buf_putc(text, digits.p[i]);
	}
	buf_free(&digits);
}

struct figure
figure_money(struct front *front, const struct tab *tab, const char *key,
	     const char *key2, const char *word)
{
	struct figure figure = {.value = 0};
	double value;

	for (size_t i = 0; i < tab->table->rows; i++) {
		value = tab_number(tab, i, key);
		if (isfinite(value) && !strcmp(tab_text(tab, i, key2), word))
			figure.value += value;
	}
	formula_quote(&figure.formula, front_currency(front));
	buf_puts(&figure.formula, "&FIXED(");
	if (tab->table->rows) {
		buf_puts(&figure.formula, "SUMIF(");
		add_condition(&figure.formula, tab, key2, word, "");
		buf_putc(&figure.formula, ',');
		formula_range(&figure.formula, tab, key);
		buf_puts(&figure.formula, ")");
	} else {
		buf_putc(&figure.formula, '0');
	}
	buf_puts(&figure.formula, ",0)");
	buf_puts(&figure.text, front_currency(front));
	add_thousands(&figure.text, figure.value);
	return figure;
}

const char *
front_currency(const struct front *front)
{
	static const struct {
		const char *code, *sign;
	} signs[] = {{"GBP", "£"}, {"USD", "$"},  {"EUR", "€"},	 {"JPY", "¥"},
		     {"KRW", "₩"}, {"CNY", "¥"}, {"INR", "₹"}, {"TWD", "NT$"},
		     {"HKD", "HK$"}};
	const struct text_value *currency =
		&front->work->review->plan->plan.currency;

	if (!is_set(&currency->at))
		return "";
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (!strcmp(currency->text, signs[i].code))
			return signs[i].sign;
	return arena_format(front->work->arena, "%s ", currency->text);
}
