/* match.c - which item a row of a workbook stands for */
#include <string.h>

#include "import/parts.h"

uint32_t
match_base(struct importing *run, const struct found *found, uint32_t row,
	   uint32_t second, const bool *used, bool *known)
{
	const struct block *block = found->block;
	const char *id = cell_word(cell_find(found->sheet, row, found->id));
	const struct sheet_cell *own =
		second == NO_COLUMN ? NULL
				    : cell_find(found->sheet, row, second);
	uint32_t other = block->rows;

	*known = false;
	for (uint32_t i = 0; *id && i < block->rows; i++) {
		if (strcmp(block_id(block, i), id) != 0)
			continue;
		if (block->second &&
		    !cell_equal(run->arena, block_second(block, i), own)) {
			other = used[i] ? other : i;
			continue;
		}
		*known = true;
		if (!used[i])
			return i;
	}
	/* another period is another reading; elsewhere the id is enough */
	if (other < block->rows && block->table->id != TABLE_readings)
		return other;
	return block->rows;
}

uint32_t
match_name(struct importing *run, const struct found *found, uint32_t row,
	   uint32_t second, const bool *used)
{
	const struct block *block = found->block;
	const char *id = cell_word(cell_find(found->sheet, row, found->id));
	const struct sheet_cell *name =
		found->columns[0] == NO_COLUMN
			? NULL
			: cell_find(found->sheet, row, found->columns[0]);
	const struct sheet_cell *own =
		second == NO_COLUMN ? NULL
				    : cell_find(found->sheet, row, second);
	uint32_t match = block->rows;
	size_t n = 0;

	for (uint32_t i = 0; i < block->rows; i++) {
		if (used[i] ||
		    (block->second &&
		     !cell_equal(run->arena, block_second(block, i), own)))
			continue;
		if (*id && text_alike(id, block_id(block, i)))
			return i;
		if (cell_is_blank(name) ||
		    !cell_equal(run->arena, name, block_cell(block, i, 0)))
			continue;
		match = i;
		n++;
	}
	return n == 1 ? match : block->rows;
}

size_t
match_now(struct importing *run, const struct block *block, uint32_t base)
{
	const struct table *table = block->table;
	int second = block->second ? table_column(table, block->second) : -1;
	const struct row_id *first;
	size_t n = table->rows ? table_find_rows(table, block_id(block, base),
						 &first)
			       : 0;

	for (size_t i = 0; i < n; i++) {
		struct sheet_cell now;

		if (strcmp(first[i].id, block_id(block, base)) != 0)
			continue;
		if (second < 0)
			return first[i].row;
		now = cell_now(run->arena, table, first[i].row, (size_t)second);
		if (cell_equal(run->arena, &now, block_second(block, base)))
			return first[i].row;
	}
	return table->rows;
}

bool
match_imported(struct importing *run, const struct found *found, uint32_t row,
	       const char *id, const char *second)
{
	const struct block *block = found->block;
	const struct table *table = block->table;
	int column = block->second ? table_column(table, block->second) : -1;

	for (size_t now = 0; now < table->rows; now++) {
		struct sheet_cell shown;

		if (strcmp(table->ids[now], id) != 0)
			continue;
		if (second && column >= 0) {
			shown = cell_now(run->arena, table, now,
					 (size_t)column);
			if (strcmp(cell_word(&shown), second) != 0)
				continue;
		}
		if (row_is_there(run, found, row, now)) {
			see_row(run, found->sheet, row);
			return true;
		}
	}
	return false;
}

bool
match_exported(const struct block *block, const char *id)
{
	for (uint32_t i = 0; i < block->rows; i++)
		if (!strcmp(block_id(block, i), id))
			return true;
	return false;
}
