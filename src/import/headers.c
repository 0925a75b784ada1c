/* headers.c - tables and columns whose headers were changed, found by what
 * stands beneath them */
#include <string.h>

#include "import/parts.h"

/* --- the column of the ids ------------------------------------------------ */

static bool
is_id_of(const struct block *block, const char *word)
{
	for (uint32_t i = 0; *word && i < block->rows; i++)
		if (!strcmp(block_id(block, i), word))
			return true;
	return false;
}

/* Does it hold most of the ids? */
static bool
holds_ids(const struct block *block, const struct sheet *sheet, uint32_t head,
	  uint32_t column)
{
	uint32_t n = 0;

	for (uint32_t row = 0; row < block->rows; row++)
		n += is_id_of(block, cell_word(cell_find(sheet, head + 1 + row,
							 column)));
	return 2 * n > block->rows;
}

uint32_t
headers_id(const struct block *block, const struct sheet *sheet, uint32_t head)
{
	for (size_t k = cell_row(sheet, head + 1);
	     k < sheet->n && sheet->cells[k].row == head + 1; k++)
		if (is_id_of(block, cell_word(&sheet->cells[k])) &&
		    holds_ids(block, sheet, head, sheet->cells[k].column))
			return sheet->cells[k].column;
	return NO_COLUMN;
}

/* --- other columns -------------------------------------------------------- */

static bool
is_taken(const struct found *found, uint32_t column)
{
	for (uint32_t i = 0; i < found->block->columns; i++)
		if (found->columns[i] == column)
			return true;
	return column == found->id;
}

/* Is the cell as it was exported of an item of that id? */
static bool
is_kept(struct importing *run, const struct found *found, uint32_t row,
	uint32_t column, uint32_t i)
{
	const struct block *block = found->block;
	const char *id = cell_word(cell_find(found->sheet, row, found->id));
	const struct sheet_cell *cell = cell_find(found->sheet, row, column);

	for (uint32_t k = 0; *id && k < block->rows; k++) {
		const struct sheet_cell *base = block_cell(block, k, i);

		if (!cell_is_blank(base) && !strcmp(block_id(block, k), id) &&
		    (cell_is_formula(base)
			     ? cell && cell->formula
			     : cell_equal(run->arena, base, cell)))
			return true;
	}
	return false;
}

/* how many cells of that column are as they were under the block's header */
static uint32_t
count_kept(struct importing *run, const struct found *found, uint32_t column,
	   uint32_t i)
{
	uint32_t n = 0;

	for (uint32_t row = found->head + 1; row < found->end; row++)
		n += is_kept(run, found, row, column, i);
	return n;
}

/* Takes the column that has most of what was exported. */
static void
find_renamed(struct importing *run, const struct found *found, uint32_t i)
{
	const struct block *block = found->block;
	const struct sheet *sheet = found->sheet;
	uint32_t values = 0, most = 0, best = NO_COLUMN;

	for (uint32_t k = 0; k < block->rows; k++)
		values += !cell_is_blank(block_cell(block, k, i));
	for (size_t k = cell_row(sheet, found->head);
	     values && k < sheet->n && sheet->cells[k].row == found->head;
	     k++) {
		uint32_t column = sheet->cells[k].column, n;

		if (!*cell_word(&sheet->cells[k]) || is_taken(found, column))
			continue;
		n = count_kept(run, found, column, i);
		if (2 * n > values && n > most) {
			most = n;
			best = column;
		}
	}
	found->columns[i] = best;
}

void
headers_renamed(struct importing *run, const struct found *found)
{
	for (uint32_t i = 0; i < found->block->columns; i++)
		if (found->columns[i] == NO_COLUMN)
			find_renamed(run, found, i);
}
