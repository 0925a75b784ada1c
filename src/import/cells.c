/* cells.c - values of cells: the same or not, and as people read them */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ces/character.h"
#include "ces/utf8.h"
#include "import/parts.h"

enum { LONGEST_SHOWN = 60 };

/* --- finding -------------------------------------------------------------- */

static size_t
cell_from(const struct sheet *sheet, uint32_t row, uint32_t column)
{
	size_t low = 0, high = sheet->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct sheet_cell *cell = &sheet->cells[middle];

		if (cell->row < row ||
		    (cell->row == row && cell->column < column))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct sheet_cell *
cell_find(const struct sheet *sheet, uint32_t row, uint32_t column)
{
	size_t i = cell_from(sheet, row, column);
	const struct sheet_cell *cell = &sheet->cells[i];

	return i < sheet->n && cell->row == row && cell->column == column
		       ? cell
		       : NULL;
}

size_t
cell_row(const struct sheet *sheet, uint32_t row)
{
	return cell_from(sheet, row, 0);
}

bool
cell_is_blank(const struct sheet_cell *cell)
{
	return !cell || cell->kind == VALUE_BLANK ||
	       (cell->kind == VALUE_TEXT && !*cell->text);
}

const char *
cell_merged(struct arena *arena, const struct sheet *sheet, uint32_t row,
	    uint32_t column)
{
	for (size_t i = 0; i < sheet->merge_count; i++) {
		const struct sheet_merge *merge = &sheet->merges[i];

		if (row >= merge->top && row <= merge->bottom &&
		    column >= merge->left && column <= merge->right &&
		    (row > merge->top || column > merge->left))
			return place_name(arena, merge->top, merge->left);
	}
	return NULL;
}

bool
cell_is_formula(const struct sheet_cell *base)
{
	return base && base->kind == VALUE_FLAG;
}

const char *
cell_word(const struct sheet_cell *cell)
{
	return cell && cell->kind == VALUE_TEXT ? cell->text : "";
}

/* --- comparing ------------------------------------------------------------ */

static bool
is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= 0x80 || *text == '\r')
			return false;
	return true;
}

/* composed, with LF alone between lines */
static const char *
composed(struct arena *arena, const char *text)
{
	struct buf lines = {0}, buf = {0};

	for (; *text; text++)
		if (*text != '\r')
			buf_putc(&lines, *text);
		else if (text[1] != '\n')
			buf_putc(&lines, '\n');
	utf8_normalize(&buf, buf_text(&lines), lines.n, false);
	buf_free(&lines);
	return arena_take(arena, &buf);
}

static bool
text_equal(struct arena *arena, const char *a, const char *b)
{
	if (!strcmp(a, b))
		return true;
	if (is_ascii(a) && is_ascii(b))
		return false;
	return !strcmp(composed(arena, a), composed(arena, b));
}

static bool
number_equal(double a, double b)
{
	char one[32], other[32];

	if (a == b)
		return true;
	snprintf(one, sizeof(one), "%.15g", a);
	snprintf(other, sizeof(other), "%.15g", b);
	return !strcmp(one, other);
}

bool
cell_equal(struct arena *arena, const struct sheet_cell *a,
	   const struct sheet_cell *b)
{
	if (cell_is_blank(a) || cell_is_blank(b))
		return cell_is_blank(a) && cell_is_blank(b);
	if (a->kind != b->kind)
		return false;
	if (a->kind == VALUE_TEXT || a->kind == VALUE_ERROR)
		return text_equal(arena, a->text ? a->text : "",
				  b->text ? b->text : "");
	return number_equal(a->number, b->number);
}

static const char *
folded(struct buf *buf, const char *text)
{
	struct buf tidy = {0};

	token_tidy(&tidy, text, strlen(text));
	utf8_normalize(buf, buf_text(&tidy), tidy.n, true);
	buf_free(&tidy);
	return buf_text(buf);
}

/* the same without what is rarely needed, and takes time */
static bool
ascii_alike(const char *a, const char *b)
{
	a += strspn(a, " ");
	b += strspn(b, " ");
	while (*a && to_lower(*a) == to_lower(*b)) {
		a++;
		b++;
	}
	return !a[strspn(a, " ")] && !b[strspn(b, " ")];
}

/* Letters and digits at the beginning that differ tell two texts apart. */
static bool
begin_apart(const char *a, const char *b)
{
	return to_lower(*a) != to_lower(*b) &&
	       (is_letter(*a) || is_digit(*a)) &&
	       (is_letter(*b) || is_digit(*b));
}

bool
text_alike(const char *a, const char *b)
{
	struct buf one = {0}, other = {0};
	bool same;

	if (!strcmp(a, b))
		return true;
	if (begin_apart(a, b))
		return false;
	if (is_ascii(a) && is_ascii(b))
		return ascii_alike(a, b);
	same = !strcmp(folded(&one, a), folded(&other, b));

	buf_free(&one);
	buf_free(&other);
	return same;
}

/* --- what the plan shows now ---------------------------------------------- */

static bool
is_share(const struct column *column)
{
	return column->kind == COLUMN_PERCENT || column->kind == COLUMN_CHANGE;
}

struct sheet_cell
cell_now(struct arena *arena, const struct table *table, size_t row,
	 size_t column)
{
	const struct cell *cell = table_cell(table, row, column);
	const struct column *about = &table->columns[column];
	struct sheet_cell now = {0};
	struct buf day = {0};

	if (cell->text) {
		now.kind = VALUE_TEXT;
		now.text = about->capital || about->kind == COLUMN_WORD
				   ? text_capital(arena, cell->text)
				   : cell->text;
	} else if (cell->date.year && date_serial(cell->date, &now.number)) {
		now.kind = VALUE_NUMBER;
		now.date = true;
	} else if (cell->date.year) {
		now.kind = VALUE_TEXT;
		date_write(&day, cell->date);
		now.text = arena_take(arena, &day);
	} else if (isfinite(cell->number)) {
		now.kind = VALUE_NUMBER;
		now.percent = is_share(about);
		now.number =
			is_share(about) ? cell->number / 100 : cell->number;
	}
	return now;
}

/* --- as people read them -------------------------------------------------- */

/* in one line, without what a sum of binary fractions left behind */
static const char *
number_shown(struct arena *arena, double number, const char *unit)
{
	char digits[32];
	struct buf buf = {0};

	snprintf(digits, sizeof(digits), "%.15g", number);
	buf_number(&buf, strtod(digits, NULL));
	buf_puts(&buf, unit);
	return arena_take(arena, &buf);
}

static const char *
text_shown(struct arena *arena, const char *text)
{
	struct buf line = {0}, buf = {0};

	for (text += strspn(text, " \t\r\n"); *text; text++)
		buf_putc(&line, is_space(*text) ? ' ' : *text);
	while (line.n && line.p[line.n - 1] == ' ')
		line.p[--line.n] = '\0';
	utf8_shorten(&buf, buf_text(&line), LONGEST_SHOWN);
	buf_free(&line);
	return arena_take(arena, &buf);
}

const char *
cell_shown(struct arena *arena, const struct sheet_cell *cell,
	   const struct column *column)
{
	bool share = column && is_share(column);
	struct buf buf = {0};
	struct date date;

	if (cell_is_blank(cell))
		return NULL;
	if (cell->kind == VALUE_TEXT || cell->kind == VALUE_ERROR)
		return text_shown(arena, cell->text ? cell->text : "");
	if (cell->kind == VALUE_FLAG)
		return flag_word(users_language(), cell->number != 0);
	date = cell->date || (column && column->kind == COLUMN_DATE)
		       ? date_from_serial(floor(cell->number))
		       : (struct date){0};
	if (date.year) {
		date_write(&buf, date);
		return arena_take(arena, &buf);
	}
	if (share || cell->percent)
		return number_shown(arena, cell->number * 100, "%");
	return number_shown(arena, cell->number, "");
}

static void
add_letters(struct buf *buf, uint32_t column)
{
	if (column >= 26)
		add_letters(buf, column / 26 - 1);
	buf_putc(buf, (char)('A' + column % 26));
}

const char *
place_name(struct arena *arena, uint32_t row, uint32_t column)
{
	struct buf buf = {0};

	add_letters(&buf, column);
	buf_printf(&buf, "%u", row + 1);
	return arena_take(arena, &buf);
}

const char *
row_name(struct arena *arena, uint32_t row)
{
	return arena_format(arena, "%u:%u", row + 1, row + 1);
}
