/* cells.c - cells of a sheet, written to the stream as they are read */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ces/date.h"
#include "ces/number.h"
#include "ces/utf8.h"
#include "xlsx/read/read.h"

/* the serials of one system and the other are so many days apart */
enum {
	DAYS_OF_1904 = 1462,
	ROWS = 1048576,
	COLUMNS = 16384,
	AREAS_MOST = 1000
};

/* of one formula that has results in several cells */
struct area {
	uint32_t top, left, bottom, right;
};

struct reading {
	struct book *book;
	uint32_t row, column; /* of the next cell that doesn't say */
	struct sheet_cell cell;
	const char *type; /* one of the types */
	bool in_cell;
	uint32_t last_row, last_column; /* the next place after the last cell */
	struct area *areas;
	size_t n, cap;
};

/* --- values --------------------------------------------------------------- */

/* 12:30, 12:30:15.5 */
static bool
read_time(const char *s, double *day)
{
	double seconds = 0;
	int hours, minutes;
	char *end;

	if (strlen(s) < 5 || !form_fits(s, 5, "99:99"))
		return false;
	hours = digits_value(s, 2);
	minutes = digits_value(s + 3, 2);
	s += 5;
	if (*s == ':' && is_digit(s[1])) {
		seconds = strtod(s + 1, &end);
		s = end;
	}
	s += *s == 'Z';
	*day = (hours * 60 + minutes + seconds / 60) / (24 * 60);
	return *s == '\0' && hours <= 24 && minutes < 60 && seconds < 60;
}

/* 2026-08-08, 2026-08-08T12:30:00, 12:30:00 */
static bool
read_day(struct sheet_cell *cell, const char *s)
{
	struct date date;
	double time = 0;

	if (read_time(s + (*s == 'T'), &cell->number))
		return true;
	if (strlen(s) < 10 || !date_parse(s, 10, &date) ||
	    !date_serial(date, &cell->number))
		return false;
	s += 10;
	if (*s == 'T' ? !read_time(s + 1, &time) : *s)
		return false;
	cell->number += time;
	cell->date = true;
	return true;
}

/* decimal digits, and blanks around them: no hex, nor infinity */
static bool
read_number(struct sheet_cell *cell, const char *s)
{
	char *end;

	s += strspn(s, " \t\n\r");
	if (s[strspn(s, "+-.")] == '\0' || strpbrk(s, "xXnNiI"))
		return false;
	cell->number = strtod(s, &end);
	return end[strspn(end, " \t\n\r")] == '\0' && isfinite(cell->number);
}

static void
take_number(struct reading *reading, const char *text)
{
	struct sheet_cell *cell = &reading->cell;

	cell->kind = VALUE_NUMBER;
	if (!strcmp(reading->type, "d") ? !read_day(cell, text)
					: !read_number(cell, text)) {
		cell->kind = VALUE_TEXT;
		cell->text = text;
	} else if (reading->book->date1904 && cell->date &&
		   *reading->type != 'd') {
		cell->number += DAYS_OF_1904;
	}
}

static void
take_flag(struct sheet_cell *cell, const char *text)
{
	text += strspn(text, " \t\n\r");
	cell->kind = VALUE_FLAG;
	cell->number = *text == '1' || to_lower(*text) == 't';
}

/* The value of a cell is one of few types, a number where none is named. */
static void
take_value(struct reading *reading, struct buf *value)
{
	struct sheet_cell *cell = &reading->cell;
	const char *type = reading->type, *text = buf_text(value);

	if (!strcmp(type, "s")) {
		if (reading->book->shared == 0)
			read_fail(SHEETS_DAMAGED);
		cell->kind = VALUE_TEXT;
		cell->number =
			text_number(text, (uint32_t)reading->book->shared - 1);
	} else if (!strcmp(type, "str") || !strcmp(type, "inlineStr")) {
		text_unescape(value);
		cell->kind = VALUE_TEXT;
		cell->text = buf_text(value);
	} else if (!strcmp(type, "e")) {
		cell->kind = VALUE_ERROR;
		cell->text = text;
	} else if (!strcmp(type, "b")) {
		take_flag(cell, text);
	} else {
		take_number(reading, text);
	}
}

/* --- places --------------------------------------------------------------- */

/* Cells stand in their order, each once; readers of all kinds rely on it. */
static void
find_place(struct reading *reading, const char *place)
{
	struct sheet_cell *cell = &reading->cell;
	uint32_t row = reading->row, column = reading->column;

	if (place && *text_place(place, &row, &column))
		read_fail(SHEETS_DAMAGED);
	if (row >= ROWS || column >= COLUMNS || row < reading->last_row ||
	    (row == reading->last_row && column < reading->last_column))
		read_fail(SHEETS_DAMAGED);
	reading->row = reading->last_row = cell->row = row;
	reading->column = reading->last_column = column + 1;
	cell->column = (uint16_t)column;
}

static bool
in_area(const struct reading *reading)
{
	const struct sheet_cell *cell = &reading->cell;

	for (size_t i = 0; i < reading->n; i++) {
		const struct area *area = &reading->areas[i];

		if (cell->row >= area->top && cell->row <= area->bottom &&
		    cell->column >= area->left && cell->column <= area->right)
			return true;
	}
	return false;
}

/* Only areas that reach below the row are still of interest. */
static void
drop_areas(struct reading *reading)
{
	size_t n = 0;

	for (size_t i = 0; i < reading->n; i++)
		if (reading->areas[i].bottom >= reading->row)
			reading->areas[n++] = reading->areas[i];
	reading->n = n;
}

static void
add_area(struct reading *reading, const char *reference)
{
	struct area area;
	const char *end = text_place(reference, &area.top, &area.left);

	if (*end != ':')
		return;
	text_place(end + 1, &area.bottom, &area.right);
	if (reading->n == AREAS_MOST)
		read_fail(SHEETS_LONG);
	ARRAY_GROW(reading->areas, reading->n, reading->cap);
	reading->areas[reading->n++] = area;
}

/* --- elements ------------------------------------------------------------- */

static void
start_row(struct reading *reading, const char **attributes)
{
	const char *number = attribute(attributes, "r");

	if (number)
		reading->row = text_number(number, ROWS);
	if (number && reading->row-- == 0)
		read_fail(SHEETS_DAMAGED);
	reading->column = 0;
	drop_areas(reading);
}

/* A number is what a type that nobody knows is taken for. */
static const char *
cell_type(const char *type)
{
	static const char *const types[] = {"s", "str", "inlineStr",
					    "e", "b",	"d"};

	for (size_t i = 0; type && i < sizeof(types) / sizeof(*types); i++)
		if (!strcmp(type, types[i]))
			return types[i];
	return "n";
}

static void
start_cell(struct reading *reading, const char **attributes)
{
	const struct styles *styles = &reading->book->styles;
	const char *style = attribute(attributes, "s");
	size_t number = style ? text_number(style, UINT32_MAX) : 0;
	int shows = number < styles->n ? styles->shows[number] : 0;

	reading->cell = (struct sheet_cell){.date = shows & STYLE_DATE,
					    .percent = shows & STYLE_PERCENT};
	find_place(reading, attribute(attributes, "r"));
	reading->type = cell_type(attribute(attributes, "t"));
	reading->cell.formula = in_area(reading);
	reading->in_cell = true;
}

static void
start_formula(struct reading *reading, const char **attributes)
{
	const char *type = attribute(attributes, "t");
	const char *reference = attribute(attributes, "ref");

	reading->cell.formula = true;
	if (reference && type && strcmp(type, "shared") != 0)
		add_area(reading, reference);
}

/* Merges stand behind the cells. */
static void
start_merge(struct reading *reading, const char **attributes)
{
	struct book *book = reading->book;
	const char *reference = attribute(attributes, "ref");
	struct sheet_merge merge = {0};
	uint32_t left = 0, right = 0;
	const char *end =
		reference ? text_place(reference, &merge.top, &left) : "";

	if (*end != ':')
		return;
	text_place(end + 1, &merge.bottom, &right);
	if (book->cells++ == SHEETS_CELLS_MOST)
		read_fail(SHEETS_CELLS);
	merge.left = (uint16_t)left;
	merge.right = (uint16_t)right;
	sheets_write_merge(&book->out, &merge);
	book_flush(book, false);
}

static void
on_start(struct part *part, const char *name, const char **attributes)
{
	struct reading *reading = part->data;

	if (!strcmp(name, "row")) {
		start_row(reading, attributes);
	} else if (!strcmp(name, "c")) {
		buf_clear(&part->text);
		start_cell(reading, attributes);
	} else if (!strcmp(name, "mergeCell")) {
		start_merge(reading, attributes);
	} else if (reading->in_cell && !strcmp(name, "f")) {
		start_formula(reading, attributes);
	} else if (reading->in_cell && !strcmp(name, "v")) {
		part->kept = true;
	} else if (reading->in_cell) {
		text_start(part, name);
	}
}

static void
end_cell(struct reading *reading, struct buf *text)
{
	struct book *book = reading->book;
	struct sheet_cell *cell = &reading->cell;

	if (text->n)
		take_value(reading, text);
	if (cell->kind == VALUE_BLANK && !cell->formula)
		return;
	if (book->cells++ == SHEETS_CELLS_MOST)
		read_fail(SHEETS_CELLS);
	sheets_write_cell(&book->out, cell);
	book_flush(book, false);
}

static void
on_end(struct part *part, const char *name)
{
	struct reading *reading = part->data;

	if (!strcmp(name, "row")) {
		reading->row++;
		reading->column = 0;
	} else if (!strcmp(name, "c") && reading->in_cell) {
		end_cell(reading, &part->text);
		reading->in_cell = false;
	} else if (!strcmp(name, "v")) {
		part->kept = false;
	} else {
		text_end(part, name);
	}
}

void
book_read_cells(struct book *book, const char *name)
{
	struct reading reading = {.book = book};
	struct part part = {.start = on_start, .end = on_end, .data = &reading};

	parts_read(book->parts, name, &part);
	free(reading.areas);
}
