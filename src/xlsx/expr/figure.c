/* figure.c - counts and sums over the sheets: formula, text and value */
#include "figure.h"

#include <math.h>
#include <string.h>

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

void
figure_digits(struct buf *text, double value)
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
figure_share(const struct tab *tab, const char *key, const char *key2,
	     const char *word)
{
	struct figure figure = {.value = NAN};
	double all = 0, part = 0, value;

	for (size_t i = 0; i < tab->table->rows; i++) {
		value = tab_number(tab, i, key);
		if (!isfinite(value))
			continue;
		all += value;
		if (!strcmp(tab_text(tab, i, key2), word))
			part += value;
	}
	if (!(all > 0))
		return figure;
	figure.value = round(part / all * 100);
	buf_puts(&figure.formula, "ROUND(SUMIF(");
	add_condition(&figure.formula, tab, key2, word, "");
	buf_putc(&figure.formula, ',');
	formula_range(&figure.formula, tab, key);
	buf_puts(&figure.formula, ")/SUM(");
	formula_range(&figure.formula, tab, key);
	buf_puts(&figure.formula, ")*100,0)&\"%\"");
	buf_printf(&figure.text, "%.0f%%", figure.value);
	return figure;
}
