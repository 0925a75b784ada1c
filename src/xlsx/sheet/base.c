/* base.c - the hidden page of the tables' cells as exported: an edit is what
 * differs from it */
#include <math.h>

#include "ces/expr.h"
#include "sheet.h"

/*
 * Of each table whose rows have items, a blank row between:
 *
 *	table   KEY              the sheet's name   the second key's column
 *	key     -                the columns' keys
 *	header  -                their headers
 *	the id  the second key   the cells, blank ones too, true for a formula
 *
 * and of each page, behind the tables, marks of its cells without a formula:
 *
 *	sheet   the page's name  its formulas  marks ...
 *
 * The words are keys for a program: never translated.
 */
enum { BASE_ID, BASE_SECOND, BASE_FIRST };
enum { HEAD_ROWS = 3, ROWS_MOST = 1048576 };
enum { MARKS_A_CELL = 7500, MARK_CELLS_MOST = 1000 };

static const struct style bold = {.number = "@", .bold = 1};

static void
put(const struct work *work, uint32_t row, int column, const char *text)
{
	cell_text(work->base, row, column, text, NULL, NULL);
}

/* a table, with the columns that are kept of it */
struct block {
	const struct work *work;
	const struct tab *tab;
	const struct table *table;
	size_t *columns;
	size_t n;
	struct lxw_format *day;
};

static void
write_head(const struct block *block, uint32_t row)
{
	static const char *const names[HEAD_ROWS] = {"table", "key", "header"};
	const struct work *work = block->work;
	const struct tab *tab = block->tab;

	for (uint32_t i = 0; i < HEAD_ROWS; i++)
		cell_put(work->base, row + i, BASE_ID, names[i], &bold);
	put(work, row, BASE_SECOND, block->table->key);
	put(work, row, BASE_FIRST, page_name(tab->page));
	if (block->table->second)
		put(work, row, BASE_FIRST + 1, block->table->second);
	for (size_t k = 0; k < block->n; k++) {
		size_t j = block->columns[k];
		int to = BASE_FIRST + (int)k;

		put(work, row + 1, to, block->table->columns[j].key);
		put(work, row + 2, to, tab->heads[j].header);
	}
}

/* as on the sheet, but for its looks */
static void
copy_cell(const struct block *block, size_t i, size_t j, uint32_t row, int to)
{
	const struct cell *cell = table_cell(block->table, i, j);
	const struct column *column = &block->table->columns[j];
	struct page *base = block->work->base;

	if (table_has_formula(block->table, i, j))
		cell_flag(base, row, to, true);
	else if (cell->text)
		put(block->work, row, to,
		    column_text(block->work, column, cell->text));
	else if (cell->date.year)
		cell_date(base, row, to, cell->date, block->day);
	else if (isfinite(cell->number))
		cell_number(base, row, to, tab_value(block->tab, i, j), NULL);
}

/* Returns the row behind those of the items. */
static uint32_t
write_items(const struct block *block, uint32_t row)
{
	const struct table *table = block->table;
	int second = table->second ? table_column(table, table->second) : -1;

	for (size_t i = 0; i < table->rows; i++) {
		if (!table_row_has_item(table, i))
			continue;
		put(block->work, row, BASE_ID, table->ids[i]);
		if (second >= 0)
			copy_cell(block, i, (size_t)second, row, BASE_SECOND);
		for (size_t k = 0; k < block->n; k++)
			copy_cell(block, i, block->columns[k], row,
				  BASE_FIRST + (int)k);
		row++;
	}
	return row;
}

static uint32_t
write_block(const struct work *work, const struct tab *tab, uint32_t row)
{
	const struct table *table = tab->table;
	const struct style day = {
		.number = book_date_format(work->book, DAY_YEAR)};
	struct block block = {
		.work = work,
		.tab = tab,
		.table = table,
		.columns = arena_alloc(work->arena,
				       table->column_count * sizeof(size_t)),
		.day = book_style(work->book, &day)};

	for (size_t j = 0; j < table->column_count; j++)
		block.columns[block.n++] = j;
	write_head(&block, row);
	return write_items(&block, row + HEAD_ROWS);
}

static bool
has_items(const struct table *table)
{
	for (size_t i = 0; i < table->rows; i++)
		if (table_row_has_item(table, i))
			return true;
	return false;
}

/* in several cells, as each holds so much only */
static void
write_marks(const struct work *work, uint32_t row, const struct buf *marks)
{
	size_t most = MARKS_A_CELL * MARK_BYTES;
	struct buf part = {0};
	int column = BASE_FIRST + 1;

	for (size_t at = 0; at < marks->n && column < MARK_CELLS_MOST;
	     at += most, column++) {
		size_t left = marks->n - at;

		buf_clear(&part);
		buf_add(&part, marks->p + at, left < most ? left : most);
		put(work, row, column, part.p);
	}
	buf_free(&part);
}

static void
write_pages(const struct work *work, uint32_t row)
{
	const struct page *page;
	struct buf marks = {0};
	unsigned formulas;

	for (size_t i = 0;
	     (page = page_marks(work->book, i, &marks, &formulas)) &&
	     row < ROWS_MOST;
	     i++) {
		if (page != work->base) {
			cell_put(work->base, row, BASE_ID, "sheet", &bold);
			put(work, row, BASE_SECOND, page_name(page));
			cell_number(work->base, row, BASE_FIRST, formulas,
				    NULL);
			write_marks(work, row++, &marks);
		}
		buf_clear(&marks);
	}
	buf_free(&marks);
}

void
base_write(struct work *work)
{
	uint32_t row = 0;

	for (size_t i = 0; i < work->tables->n; i++) {
		const struct tab *tab = &work->tabs[i];

		/* cells without room are not taken back, rather than no
		 * workbook written */
		if (has_items(tab->table) &&
		    row + HEAD_ROWS + tab->table->rows < ROWS_MOST)
			row = write_block(work, tab, row) + 1;
	}
	write_pages(work, row);
	page_hide(work->base);
}
