/* formula_text.c - formulas over the sheets, and what they result in */
#include "formula_text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { ID_MOST = 200, LITERAL_MOST = 250 };

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
formula_range(struct buf *buf, const struct tab *tab, const char *key)
{
	formula_column(buf, tab, column_of(tab, key));
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

bool
formula_day(const struct tab *tab, size_t row, const char *key)
{
	const struct cell *cell =
		table_cell(tab->table, row, (size_t)column_of(tab, key));
	double serial;

	return !cell->date.year || date_serial(cell->date, &serial);
}

void
formula_lookup(struct buf *buf, const struct tab *tab, const char *key,
	       size_t row)
{
	buf_puts(buf, "INDEX(");
	formula_range(buf, tab, key);
	buf_puts(buf, ",MATCH(");
	formula_quote(buf, tab->table->ids[row]);
	buf_putc(buf, ',');
	formula_column(buf, tab, tab->id_column);
	buf_puts(buf, ",0))");
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

/* --- sentences ----------------------------------------------------------- */

static void
join(struct buf *formula)
{
	if (formula->n)
		buf_putc(formula, '&');
}

static void
add_literal(struct buf *formula, struct buf *text, const char *s, size_t n)
{
	struct buf part = {0};

	if (n == 0)
		return;
	assert(n < LITERAL_MOST);
	buf_add(&part, s, n);
	join(formula);
	formula_quote(formula, part.p);
	buf_puts(text, part.p);
	buf_free(&part);
}

static const struct piece *
find_piece(const struct piece *pieces, size_t n, const char *name,
	   size_t length)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(pieces[i].name) == length &&
		    !strncmp(pieces[i].name, name, length))
			return &pieces[i];
	return NULL;
}

void
sentence_add(struct buf *formula, struct buf *text, const char *message,
	     const struct piece *pieces, size_t n)
{
	const char *open, *close;
	const struct piece *piece;

	while ((open = strchr(message, '{')) && (close = strchr(open, '}'))) {
		add_literal(formula, text, message, (size_t)(open - message));
		piece = find_piece(pieces, n, open + 1,
				   (size_t)(close - open) - 1);
		assert(piece);
		if (piece->formula) {
			join(formula);
			buf_puts(formula, piece->formula);
			buf_puts(text, piece->text);
		} else {
			add_literal(formula, text, piece->text,
				    strlen(piece->text));
		}
		message = close + 1;
	}
	add_literal(formula, text, message, strlen(message));
}
