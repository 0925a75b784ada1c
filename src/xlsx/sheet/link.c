/* link.c - columns whose cells lead to what they name */
#include <string.h>

#include "ces/utf8.h"
#include "sheet.h"

/* characters, of columns without a width of their own */
enum { LINK_WIDEST = 30 };

/* --- columns ------------------------------------------------------------- */

/* The row of that id; else the sheet, or the first page where there is none. */
static bool
find_item(struct work *work, const struct cell *cell, struct link *link)
{
	struct tab *to = cell->link < 0
				 ? NULL
				 : work_tab(work, (enum table_id)cell->link);
	size_t i;

	if (!to || page_hidden(to->page)) {
		link->page = work->review_page;
		return true;
	}
	link->page = to->page;
	i = table_find_row(to->table, cell->item);
	if (i < to->table->rows)
		link->row = to->first + (uint32_t)i;
	return true;
}

static bool
find_name(struct work *work, const struct cell *cell, struct link *link)
{
	struct tab *to;
	size_t row;

	if (cell->link < 0)
		return false;
	to = work_tab(work, (enum table_id)cell->link);
	row = table_find_name(to->table, cell->text);
	if (row == to->table->rows || page_hidden(to->page))
		return false;
	link->page = to->page;
	link->row = to->first + (uint32_t)row;
	return true;
}

/*
 * Columns lead elsewhere that name one row in each cell, and fit in one line:
 * some readers don't wrap the text of links. All cells of a column do, or none:
 * what isn't marked would look as if there were nothing about it.
 */
struct link *
column_links(struct work *work, const struct tab *tab, size_t j)
{
	const struct table *table = tab->table;
	int width = table->columns[j].width;
	size_t most = (size_t)(width ? width : LINK_WIDEST);
	struct link *links =
		arena_alloc(work->arena, table->rows * sizeof(*links));

	for (size_t i = 0; i < table->rows; i++) {
		const struct cell *cell = table_cell(table, i, j);

		links[i] = (struct link){0};
		if (!cell->text)
			continue;
		if (utf8_width(cell->text, strlen(cell->text)) + 2 > most ||
		    !(cell->item ? find_item : find_name)(work, cell,
							  &links[i]))
			return NULL;
	}
	return links;
}
