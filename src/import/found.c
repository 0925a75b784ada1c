/* found.c - the tables of a workbook, wherever their sheets, rows and columns
 * went: by what was exported, by their headers and by the column of ids */
#include <string.h>

#include "ces/message.h"
#include "import/parts.h"

static const char id_header[] = "id";

const struct sheet *
sheet_find(const struct workbook *workbook, const char *name)
{
	for (size_t i = 0; i < workbook->sheets.n; i++)
		if (!strcmp(workbook->sheets.items[i].name, name))
			return &workbook->sheets.items[i];
	return NULL;
}

const char *
workbook_fact(const struct workbook *workbook, const char *key)
{
	const struct sheet *source = sheet_find(workbook, "Source");

	for (size_t i = 0; source && i + 1 < source->n; i++) {
		const struct sheet_cell *word = &source->cells[i];

		if (word->column == 0 && !strcmp(cell_word(word), key) &&
		    word[1].row == word->row && word[1].column == 1)
			return cell_word(&word[1]);
	}
	return NULL;
}

/* --- blocks of Base ------------------------------------------------------- */

const struct sheet_cell *
block_cell(const struct block *block, uint32_t row, uint32_t column)
{
	return cell_find(block->base, block->head + 2 + row, column + 2);
}

const char *
block_id(const struct block *block, uint32_t row)
{
	return cell_word(cell_find(block->base, block->head + 2 + row, 0));
}

const struct sheet_cell *
block_second(const struct block *block, uint32_t row)
{
	const struct sheet_cell *second =
		cell_find(block->base, block->head + 2 + row, 1);

	return cell_is_blank(second) ? NULL : second;
}

static uint32_t
last_column(const struct sheet *sheet, uint32_t row)
{
	size_t end = cell_row(sheet, row + 1);

	return end && sheet->cells[end - 1].row == row
		       ? sheet->cells[end - 1].column
		       : 0;
}

static void
read_columns(struct importing *run, struct block *block)
{
	uint32_t last = last_column(block->base, block->head);

	block->columns = last < 2 ? 0 : last - 1;
	block->keys =
		arena_alloc(run->arena, (block->columns + 1) * sizeof(char *));
	block->headers =
		arena_alloc(run->arena, (block->columns + 1) * sizeof(char *));
	block->now =
		arena_alloc(run->arena, (block->columns + 1) * sizeof(int));
	for (uint32_t i = 0; i < block->columns; i++) {
		block->keys[i] =
			cell_word(cell_find(block->base, block->head, i + 2));
		block->headers[i] = cell_word(
			cell_find(block->base, block->head + 1, i + 2));
		block->now[i] = block->table ? table_column(block->table,
							    block->keys[i])
					     : -1;
	}
}

static const struct table *
table_of(const struct importing *run, const char *key)
{
	for (size_t i = 0; i < run->tables->n; i++)
		if (!strcmp(run->tables->items[i].key, key))
			return &run->tables->items[i];
	return NULL;
}

/* reads the block whose first row that is; returns the row behind it */
static uint32_t
read_block(struct importing *run, const struct sheet *base, uint32_t row,
	   struct block *block)
{
	uint32_t end = row + 3;

	*block = (struct block){.key = cell_word(cell_find(base, row, 1)),
				.sheet = cell_word(cell_find(base, row, 2)),
				.second = cell_word(cell_find(base, row, 3)),
				.base = base,
				.head = row + 1};
	if (!*block->second)
		block->second = NULL;
	block->table = table_of(run, block->key);
	while (!cell_is_blank(cell_find(base, end, 0)))
		end++;
	block->rows = end - row - 3;
	read_columns(run, block);
	return end;
}

static void
read_blocks(struct importing *run, struct book *book)
{
	const struct sheet *base = book->base;
	uint32_t last = base && base->n ? base->cells[base->n - 1].row : 0;
	size_t cap = 0;
	struct block *blocks = NULL;

	for (uint32_t row = 0; base && row <= last; row++) {
		if (strcmp(cell_word(cell_find(base, row, 0)), "table") != 0)
			continue;
		ARRAY_GROW(blocks, book->n, cap);
		row = read_block(run, base, row, &blocks[book->n++]);
	}
	book->blocks =
		arena_keep(run->arena, blocks, book->n * sizeof(*blocks));
}

uint32_t
found_column(const struct found *found, const char *key)
{
	for (uint32_t i = 0; i < found->block->columns; i++)
		if (!strcmp(found->block->keys[i], key))
			return found->columns[i];
	return NO_COLUMN;
}

/* --- headers -------------------------------------------------------------- */

static bool
is_hidden_base(const struct sheet *sheet)
{
	static const char *const own[] = {"Base", "Lists", "Source", "Charts",
					  "Figures"};

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (!strcmp(sheet->name, own[i]))
			return true;
	return false;
}

/* the column of that header among those that no other has; or its number */
static uint32_t
header_column(const struct block *block, const uint32_t *columns,
	      const char *header, bool (*same)(const char *a, const char *b))
{
	uint32_t i = 0;

	while (i < block->columns &&
	       (columns[i] != NO_COLUMN || !same(header, block->headers[i])))
		i++;
	return i;
}

static bool
is_matched(const struct block *block, const uint32_t *columns, uint32_t column)
{
	for (uint32_t i = 0; i < block->columns; i++)
		if (columns[i] == column)
			return true;
	return false;
}

static bool
is_equal(const char *a, const char *b)
{
	return !strcmp(a, b);
}

/* fills the columns of the block's headers in that row, those that are written
 * alike once some are the same; how many there are */
static size_t
match_headers(const struct sheet *sheet, uint32_t row,
	      const struct block *block, uint32_t *columns)
{
	size_t n = 0, first = cell_row(sheet, row);

	for (uint32_t i = 0; i < block->columns; i++)
		columns[i] = NO_COLUMN;
	for (int alike = 0;
	     alike <= (2 * n >= block->columns && n < block->columns); alike++)
		for (size_t k = first;
		     k < sheet->n && sheet->cells[k].row == row; k++) {
			const char *header = cell_word(&sheet->cells[k]);
			uint32_t i =
				header_column(block, columns, header,
					      alike ? text_alike : is_equal);

			if (!*header || i == block->columns ||
			    is_matched(block, columns, sheet->cells[k].column))
				continue;
			columns[i] = sheet->cells[k].column;
			n++;
		}
	return n;
}

/* the row may be the headers of any table: each takes the best for it, before
 * others the one on the sheet that it was on */
static void
try_row(struct importing *run, struct book *book, const struct sheet *sheet,
	const struct sheet_cell *id)
{
	for (size_t i = 0; i < book->n; i++) {
		const struct block *block = &book->blocks[i];
		struct found *found = &book->found[i];
		uint32_t *columns = arena_alloc(
			run->arena, (block->columns + 1) * sizeof(*columns));
		size_t n = match_headers(sheet, id->row, block, columns);
		size_t score = 2 * n + !strcmp(sheet->name, block->sheet);

		if (n == 0 || 2 * n < block->columns)
			continue;
		if (found->sheet && found->score >= score)
			continue;
		*found = (struct found){.block = block,
					.sheet = sheet,
					.head = id->row,
					.id = id->column,
					.columns = columns,
					.score = score};
	}
}

/* A row of headers belongs to one table: that which it fits best. */
static void
settle(struct book *book)
{
	for (size_t i = 0; i < book->n; i++)
		for (size_t j = 0; j < book->n; j++) {
			struct found *one = &book->found[i];
			const struct found *other = &book->found[j];

			if (i != j && one->sheet &&
			    one->sheet == other->sheet &&
			    one->head == other->head &&
			    other->score > one->score)
				*one = (struct found){.block = one->block};
		}
}

/* Tables end before the title of the next one on their sheet. */
static void
set_ends(struct book *book)
{
	for (size_t i = 0; i < book->n; i++) {
		struct found *found = &book->found[i];
		const struct sheet *sheet = found->sheet;

		if (!sheet)
			continue;
		found->end = sheet->cells[sheet->n - 1].row + 1;
		for (size_t j = 0; j < book->n; j++) {
			const struct found *other = &book->found[j];

			if (other->sheet == sheet &&
			    other->head > found->head &&
			    other->head - 1 < found->end)
				found->end = other->head - 1;
		}
	}
}

/* in the columns of the table */
static bool
row_is_blank(const struct found *found, uint32_t row)
{
	const struct sheet *sheet = found->sheet;

	for (size_t k = cell_row(sheet, row);
	     k < sheet->n && sheet->cells[k].row == row; k++)
		if (sheet->cells[k].column <= found->id &&
		    (sheet->cells[k].formula ||
		     !cell_is_blank(&sheet->cells[k])))
			return false;
	return true;
}

/* Behind its items a table ends with a blank row, as far as the next one. */
static uint32_t
rows_end(const struct found *found)
{
	uint32_t row = found->end;

	while (row > found->head + 1) {
		const char *id =
			cell_word(cell_find(found->sheet, row - 1, found->id));
		uint32_t i = 0;

		while (*id && i < found->block->rows &&
		       strcmp(block_id(found->block, i), id) != 0)
			i++;
		if (*id && i < found->block->rows)
			break;
		row--;
	}
	while (row < found->end && !row_is_blank(found, row))
		row++;
	return row;
}

/* Looks on its own sheet for the other headers, and for ids beneath. */
static void
find_without_id(struct importing *run, struct book *book,
		const struct block *block)
{
	const struct sheet *sheet = sheet_find(book->workbook, block->sheet);
	uint32_t *columns = arena_alloc(run->arena, (block->columns + 1) *
							    sizeof(*columns));

	for (size_t k = 0; sheet && k < sheet->n; k++) {
		struct sheet_cell id = {.row = sheet->cells[k].row};
		uint32_t column;

		if ((k && sheet->cells[k - 1].row == id.row) ||
		    2 * match_headers(sheet, id.row, block, columns) <
			    block->columns)
			continue;
		column = headers_id(block, sheet, id.row);
		id.column = (uint16_t)column;
		if (column != NO_COLUMN)
			try_row(run, book, sheet, &id);
	}
}

void
see_loose(const struct importing *run, const struct sheet *sheet, uint32_t row)
{
	size_t i = (size_t)(sheet - run->book->workbook->sheets.items);

	for (size_t k = cell_row(sheet, row);
	     k < sheet->n && sheet->cells[k].row == row; k++)
		run->book->loose[i] += sheet->cells[k].formula;
}

void
see_cell(const struct importing *run, const struct sheet *sheet,
	 const struct sheet_cell *cell)
{
	const struct sheet *first = run->book->workbook->sheets.items;

	if (cell)
		run->book->seen[sheet - first][cell - sheet->cells] = true;
}

void
see_row(const struct importing *run, const struct sheet *sheet, uint32_t row)
{
	for (size_t k = cell_row(sheet, row);
	     k < sheet->n && sheet->cells[k].row == row; k++)
		see_cell(run, sheet, &sheet->cells[k]);
}

void
book_read(struct importing *run, struct book *book,
	  const struct workbook *workbook)
{
	*book = (struct book){.workbook = workbook,
			      .base = sheet_find(workbook, "Base"),
			      .lists = sheet_find(workbook, "Lists")};
	read_blocks(run, book);
	book->found =
		arena_alloc(run->arena, (book->n + 1) * sizeof(*book->found));
	for (size_t i = 0; i < book->n; i++)
		book->found[i].block = &book->blocks[i];
	for (size_t i = 0; i < workbook->sheets.n; i++) {
		const struct sheet *sheet = &workbook->sheets.items[i];

		for (size_t k = 0; k < sheet->n && !is_hidden_base(sheet); k++)
			if (text_alike(cell_word(&sheet->cells[k]), id_header))
				try_row(run, book, sheet, &sheet->cells[k]);
	}
	settle(book);
	for (size_t i = 0; i < book->n; i++)
		if (!book->found[i].sheet)
			find_without_id(run, book, &book->blocks[i]);
	settle(book);
	set_ends(book);
	book->seen = arena_alloc(run->arena, (workbook->sheets.n + 1) *
						     sizeof(*book->seen));
	book->loose = arena_alloc(run->arena, (workbook->sheets.n + 1) *
						      sizeof(*book->loose));
	for (size_t i = 0; i < book->n; i++)
		if (book->found[i].sheet) {
			book->found[i].end = rows_end(&book->found[i]);
			headers_renamed(run, &book->found[i]);
		}
	for (size_t i = 0; i < workbook->sheets.n; i++)
		book->seen[i] = arena_alloc(run->arena,
					    workbook->sheets.items[i].n + 1);
}
