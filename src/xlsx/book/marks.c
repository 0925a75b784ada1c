/* marks.c - short marks of what stands on the pages, by which a text that
 * somebody adds is known */
#include "book_inside.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "ces/sheets.h"

_Static_assert((int)MARK_BYTES == (int)SHEET_MARK, "one length");

/* as it is read back: the library writes 16 digits */
static double
as_written(double number)
{
	char digits[32];

	if (number == floor(number) && fabs(number) < 1e15)
		return number;
	snprintf(digits, sizeof(digits), "%.16G", number);
	return strtod(digits, NULL);
}

static void
mark_cell(const lxw_cell *cell, struct buf *marks, unsigned *formulas)
{
	char mark[SHEET_MARK];

	switch (cell->type) {
	case NUMBER_CELL:
		sheets_mark(mark, VALUE_NUMBER, as_written(cell->u.number), "");
		buf_add(marks, mark, SHEET_MARK);
		break;
	case STRING_CELL:
		sheets_mark(mark, VALUE_TEXT, 0, cell->sst_string);
		buf_add(marks, mark, SHEET_MARK);
		break;
	case FORMULA_CELL:
	case ARRAY_FORMULA_CELL:
	case DYNAMIC_ARRAY_FORMULA_CELL:
		++*formulas;
		break;
	default:
		break;
	}
}

/* The library keeps its trees' functions to itself. */
static void
mark_cells(const lxw_cell *cell, struct buf *marks, unsigned *formulas)
{
	if (!cell)
		return;
	mark_cells(RB_LEFT(cell, tree_pointers), marks, formulas);
	mark_cell(cell, marks, formulas);
	mark_cells(RB_RIGHT(cell, tree_pointers), marks, formulas);
}

static void
mark_rows(const lxw_row *row, struct buf *marks, unsigned *formulas)
{
	if (!row)
		return;
	mark_rows(RB_LEFT(row, tree_pointers), marks, formulas);
	mark_cells(RB_ROOT(row->cells), marks, formulas);
	mark_rows(RB_RIGHT(row, tree_pointers), marks, formulas);
}

const struct page *
page_marks(const struct book *book, size_t i, struct buf *marks,
	   unsigned *formulas)
{
	*formulas = 0;
	if (i == book->page_count)
		return NULL;
	mark_rows(RB_ROOT(book->pages[i]->sheet->table), marks, formulas);
	return book->pages[i];
}
