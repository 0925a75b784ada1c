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
 *	the id  the second key   the cells, blank ones too
 *
 * The words are keys for a program: never translated. A cell with a formula is
 * blank, and a column of them left out.
 */
enum { BASE_ID, BASE_SECOND, BASE_FIRST, BASE_ROWS = 1048576 };

static const struct style bold = {.number = "@", .bold = 1};

static void
put(const struct work *work, uint32_t row, int column, const char *text)
{
	cell_text(work->base, row, column, text, NULL, NULL);
}

static bool
has_constants(const struct table *table, size_t column)
{
	for (size_t i = 0; i < table->rows; i++)
		if (!table_formula(table, i, column))
			return true;
	return false;
}

static uint32_t
write_head(const struct work *work, const struct tab *tab,
	   const size_t *columns, size_t n, uint32_t row)
{
	static const char *const names[] = {"table", "key", "header"};
	const struct table *table = tab->table;

	for (uint32_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		cell_put(work->base, row + i, BASE_ID, names[i], &bold);
	put(work, row, BASE_SECOND, table->key);
	put(work, row, BASE_FIRST, page_name(tab->page));
	if (table->second)
		put(work, row, BASE_FIRST + 1, table->second);
	for (size_t k = 0; k < n; k++) {
		int to = BASE_FIRST + (int)k;

		put(work, row + 1, to, table->columns[columns[k]].key);
		put(work, row + 2, to, tab->heads[columns[k]].header);
	}
	return row + 3;
}

/* as on the sheet, but for its looks */
static void
copy_cell(const struct work *work, const struct tab *tab, size_t i, size_t j,
	  uint32_t row, int to)
{
	const struct cell *cell = table_cell(tab->table, i, j);

	if (table_formula(tab->table, i, j))
		return;
	if (cell->text)
		put(work, row, to,
		    column_text(work, &tab->table->columns[j], cell->text));
	else if (cell->date.year)
		cell_date(work->base, row, to, cell->date, NULL);
	else if (isfinite(cell->number))
		cell_number(work->base, row, to, tab_value(tab, i, j), NULL);
}

/* Returns the row behind those of the items. */
static uint32_t
write_block(const struct work *work, const struct tab *tab, uint32_t row)
{
	const struct table *table = tab->table;
	size_t *columns = arena_alloc(work->arena, table->column_count *
							   sizeof(*columns));
	int second = table->second ? table_column(table, table->second) : -1;
	size_t n = 0;

	for (size_t j = 0; j < table->column_count; j++)
		if (has_constants(table, j))
			columns[n++] = j;
	row = write_head(work, tab, columns, n, row);
	for (size_t i = 0; i < table->rows; i++) {
		if (!table_row_has_item(table, i))
			continue;
		put(work, row, BASE_ID, table->ids[i]);
		if (second >= 0)
			copy_cell(work, tab, i, (size_t)second, row,
				  BASE_SECOND);
		for (size_t k = 0; k < n; k++)
			copy_cell(work, tab, i, columns[k], row,
				  BASE_FIRST + (int)k);
		row++;
	}
	return row;
}

static bool
has_items(const struct table *table)
{
	for (size_t i = 0; i < table->rows; i++)
		if (table_row_has_item(table, i))
			return true;
	return false;
}

void
base_write(struct work *work)
{
	uint32_t row = 0;

	for (size_t i = 0; i < work->tables->n; i++) {
		const struct tab *tab = &work->tabs[i];

		/* what finds no room is not taken back, rather than no workbook
		 * written */
		if (has_items(tab->table) &&
		    row + tab->table->rows + 4 < BASE_ROWS)
			row = write_block(work, tab, row) + 1;
	}
	page_hide(work->base);
}
