/* formula_text.c - the pieces of a formula: cells, columns, texts */
#include "formula_text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { ID_MOST = 200 };

void
formula_letters(struct buf *buf, int column)
{
	if (column >= 26)
		formula_letters(buf, column / 26 - 1);
	buf_putc(buf, (char)('A' + column % 26));
}

/* formulas name cells by the ten thousands: printf would be half of the work */
void
formula_row(struct buf *buf, uint32_t row)
{
	char digits[10];
	size_t n = sizeof(digits);

	for (row++; row > 0; row /= 10)
		digits[--n] = (char)('0' + row % 10);
	buf_add(buf, digits + n, sizeof(digits) - n);
}

void
formula_cell(struct buf *buf, uint32_t row, int column)
{
	formula_letters(buf, column);
	formula_row(buf, row);
}

void
formula_column(struct buf *buf, const struct tab *tab, int column)
{
	page_ref(buf, tab->page);
	buf_putc(buf, '$');
	formula_letters(buf, column);
	buf_putc(buf, '$');
	formula_row(buf, tab->first);
	buf_puts(buf, ":$");
	formula_letters(buf, column);
	buf_putc(buf, '$');
	formula_row(buf, tab->last);
}

static int
column_of(const struct tab *tab, const char *key)
{
	int column = table_column(tab->table, key);

	assert(column >= 0);
	return column;
}

void
formula_quote(struct buf *buf, const char *text)
{
	const char *quote;

	buf_putc(buf, '"');
	for (; (quote = strchr(text, '"')); text = quote + 1) {
		buf_add(buf, text, (size_t)(quote - text) + 1);
		buf_putc(buf, '"');
	}
	buf_puts(buf, text);
	buf_putc(buf, '"');
}

/* Ids hold no quotes and no wildcards: the format sees to it, and so do we. */
bool
formula_can(const struct tab *tab, size_t row)
{
	const char *id = tab->id_column >= 0 ? tab->table->ids[row] : NULL;

	return id && *id && strlen(id) < ID_MOST && !strpbrk(id, "\"*?~");
}

const char *
tab_text(const struct tab *tab, size_t row, const char *key)
{
	const struct cell *cell =
		table_cell(tab->table, row, (size_t)column_of(tab, key));

	return cell->text ? cell->text : "";
}

double
tab_number(const struct tab *tab, size_t row, const char *key)
{
	return tab_value(tab, row, (size_t)column_of(tab, key));
}
