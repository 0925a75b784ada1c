/* lost.c - what stands in a workbook and has no place in the plan: comments,
 * columns, sheets and texts of one's own, what is typed where nothing of the
 * plan is shown */
#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"
#include "import/parts.h"

/* --- marks of what was exported ------------------------------------------- */

/* a mark, the cells that had it, and how many of them are still to be found */
struct mark_left {
	uint32_t mark;
	unsigned cells, left;
};

/* a sheet as it was exported */
struct page {
	const char *name;
	const struct sheet *sheet; /* as it is now; NULL: gone */
	double formulas;
	struct mark_left *marks; /* sorted, each once */
	size_t n;
	size_t cells; /* of all marks */
};

struct pages {
	struct page *items;
	size_t n;
};

static uint32_t
mark_at(const char *marks)
{
	uint32_t mark = 0;

	for (int i = 0; i < SHEET_MARK; i++)
		mark = mark << 8 | (unsigned char)marks[i];
	return mark;
}

static int
compare_marks(const void *pa, const void *pb)
{
	const struct mark_left *a = pa, *b = pb;

	return a->mark < b->mark ? -1 : a->mark > b->mark;
}

/* Puts the same ones together. */
static void
sort_marks(struct page *page)
{
	size_t n = 0;

	if (page->n)
		qsort(page->marks, page->n, sizeof(*page->marks),
		      compare_marks);
	for (size_t i = 0; i < page->n; i++) {
		if (n == 0 || page->marks[n - 1].mark != page->marks[i].mark)
			page->marks[n++] =
				(struct mark_left){page->marks[i].mark, 0, 0};
		page->marks[n - 1].cells++;
		page->marks[n - 1].left++;
	}
	page->n = n;
}

static void
read_page(struct importing *run, const struct sheet *base, uint32_t row,
	  struct page *page)
{
	const struct sheet_cell *formulas = cell_find(base, row, 2);
	struct buf marks = {0};

	for (uint32_t column = 3; cell_find(base, row, column); column++)
		buf_puts(&marks, cell_word(cell_find(base, row, column)));
	*page = (struct page){.name = cell_word(cell_find(base, row, 1)),
			      .formulas = formulas ? formulas->number : 0,
			      .n = marks.n / SHEET_MARK,
			      .cells = marks.n / SHEET_MARK};
	page->marks =
		arena_alloc(run->arena, (page->n + 1) * sizeof(*page->marks));
	for (size_t i = 0; i < page->n; i++)
		page->marks[i].mark = mark_at(marks.p + i * SHEET_MARK);
	sort_marks(page);
	buf_free(&marks);
}

/* uses up the mark of such a cell; false where none is left */
static bool
use_mark(struct page *page, const struct sheet_cell *cell)
{
	size_t low = 0, high = page->n;
	char text[SHEET_MARK];
	uint32_t mark;

	sheets_mark(text, cell->kind, cell->number,
		    cell->text ? cell->text : "");
	mark = mark_at(text);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (page->marks[middle].mark < mark)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == page->n || page->marks[low].mark != mark ||
	    !page->marks[low].left)
		return false;
	page->marks[low].left--;
	return true;
}

static void
read_pages(struct importing *run, struct pages *pages)
{
	const struct sheet *base = run->book->base;
	size_t cap = 0;

	for (size_t i = 0; i < base->n; i++) {
		const struct sheet_cell *cell = &base->cells[i];

		if (cell->column || strcmp(cell_word(cell), "sheet") != 0 ||
		    (i > 0 && base->cells[i - 1].column == 0))
			continue;
		ARRAY_GROW(pages->items, pages->n, cap);
		read_page(run, base, cell->row, &pages->items[pages->n++]);
	}
}

/* --- sheets that were renamed --------------------------------------------- */

static struct page *
page_of(struct pages *pages, const struct sheet *sheet)
{
	for (size_t i = 0; i < pages->n; i++)
		if (pages->items[i].sheet == sheet)
			return &pages->items[i];
	return NULL;
}

/* cells of the sheet that were on the page */
static size_t
count_common(struct page *page, const struct sheet *sheet)
{
	size_t n = 0;

	for (size_t i = 0; i < sheet->n; i++)
		n += !sheet->cells[i].formula &&
		     use_mark(page, &sheet->cells[i]);
	for (size_t i = 0; i < page->n; i++)
		page->marks[i].left = page->marks[i].cells;
	return n;
}

static void
find_renamed(const struct importing *run, struct pages *pages,
	     struct page *page)
{
	const struct sheets *sheets = &run->book->workbook->sheets;
	size_t most = page->cells / 2;

	for (size_t i = 0; i < sheets->n && !page->sheet; i++) {
		const struct sheet *sheet = &sheets->items[i];

		if (sheet != run->book->base && !page_of(pages, sheet) &&
		    count_common(page, sheet) > most)
			page->sheet = sheet;
	}
}

static void
find_sheets(const struct importing *run, struct pages *pages)
{
	const struct book *book = run->book;

	for (size_t i = 0; i < pages->n; i++)
		pages->items[i].sheet =
			sheet_find(book->workbook, pages->items[i].name);
	for (size_t i = 0; i < pages->n; i++) {
		struct page *page = &pages->items[i];

		for (size_t k = 0; k < book->n && !page->sheet; k++)
			if (!strcmp(book->blocks[k].sheet, page->name) &&
			    book->found[k].sheet &&
			    !page_of(pages, book->found[k].sheet))
				page->sheet = book->found[k].sheet;
		if (!page->sheet && page->n)
			find_renamed(run, pages, page);
	}
}

/* --- cells of tables ------------------------------------------------------ */

static bool
is_seen(const struct book *book, const struct sheet *sheet, size_t cell)
{
	size_t i = (size_t)(sheet - book->workbook->sheets.items);

	return book->seen[i][cell];
}

static void
use_item(struct page *page, const struct found *found, uint32_t row)
{
	const struct block *block = found->block;
	const struct sheet_cell id = {.kind = VALUE_TEXT,
				      .text = block_id(block, row)};

	use_mark(page, &id);
	for (uint32_t k = 0; k < block->columns; k++) {
		const struct sheet_cell *cell = block_cell(block, row, k);

		if (found->columns[k] == NO_COLUMN)
			continue;
		if (cell_is_formula(cell))
			page->formulas--;
		else if (!cell_is_blank(cell))
			use_mark(page, cell);
	}
}

/* Cells that were compared one by one need no mark. */
static void
use_blocks(const struct importing *run, struct page *page)
{
	for (size_t i = 0; i < run->book->n; i++) {
		const struct block *block = &run->book->blocks[i];

		if (strcmp(block->sheet, page->name) != 0 ||
		    !run->book->found[i].sheet)
			continue;
		for (uint32_t row = 0; row < block->rows; row++)
			use_item(page, &run->book->found[i], row);
	}
}

/* --- findings ------------------------------------------------------------- */

static void
notes_lost(struct importing *run, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->note_count; i++) {
		const struct sheet_note *comment = &sheet->notes[i];
		const struct sheet_cell cell = {.kind = VALUE_TEXT,
						.text = comment->text};
		struct import_finding *finding = note(
			run, IMPORT_LOST, sheet,
			place_name(run->arena, comment->row, comment->column));

		finding->new = cell_shown(run->arena, &cell, NULL);
		finding->message = _("a comment on the cell");
	}
}

static void
sheet_lost(struct importing *run, const struct sheet *sheet)
{
	if (sheet->n)
		note(run, IMPORT_LOST, sheet, NULL)->message =
			_("a sheet of your own");
}

/* the table whose columns, and those beside them, the cell stands in; NULL */
static const struct found *
table_around(const struct importing *run, const struct sheet *sheet,
	     const struct sheet_cell *cell)
{
	for (size_t i = 0; i < run->book->n; i++) {
		const struct found *found = &run->book->found[i];

		if (found->sheet == sheet && cell->row >= found->head &&
		    cell->row < found->end)
			return found;
	}
	return NULL;
}

/* the header that was exported of the cell's column; NULL */
static const char *
header_of(const struct found *found, const struct sheet_cell *cell)
{
	for (uint32_t i = 0; i < found->block->columns; i++)
		if (found->columns[i] == cell->column)
			return found->block->headers[i];
	return cell->column == found->id ? "id" : NULL;
}

static void
header_lost(struct importing *run, struct import_finding *finding,
	    const char *header)
{
	finding->message = message_text(
		run->arena, users_language(),
		N_("headers don't come back; the column is read as '{header}'"),
		ARGS(TEXT_ARG("header", header)));
}

static void
cell_lost(struct importing *run, const struct sheet *sheet,
	  const struct sheet_cell *cell)
{
	const struct found *found = table_around(run, sheet, cell);
	struct import_finding *finding =
		note(run, IMPORT_LOST, sheet,
		     place_name(run->arena, cell->row, cell->column));

	finding->new = cell_shown(run->arena, cell, NULL);
	if (found && cell->row == found->head && header_of(found, cell)) {
		header_lost(run, finding, header_of(found, cell));
		return;
	}
	finding->message =
		found && cell->column <= found->id && !header_of(found, cell)
			? _("under a header that was not exported; write it "
			    "as it was, and the cells below it come back")
		: found && cell->column > found->id
			? _("a column of your own; a key of your own, 'x-note' "
			    "for instance, has one in every workbook")
		: found ? _("typed into a table where nothing comes back")
			: _("typed beside the tables; their cells come back, "
			    "and rows right behind the last one");
}

static void
cells_missing(struct importing *run, const struct page *page, size_t added)
{
	struct import_finding *finding;
	size_t n = 0;

	for (size_t i = 0; i < page->n; i++)
		n += page->marks[i].left;
	if (n <= added)
		return;
	finding = note(run, IMPORT_LOST, page->sheet, NULL);
	finding->message =
		message_text(run->arena, users_language(),
			     N_("texts or numbers that were exported are gone: "
				"{n}; the plan "
				"keeps what they show"),
			     ARGS(COUNT_ARG("n", (double)(n - added))));
}

/* rows that are new or twice may have theirs or not */
static void
formulas_compare(struct importing *run, const struct page *page, double n)
{
	size_t sheet =
		(size_t)(page->sheet - run->book->workbook->sheets.items);
	double loose = run->book->loose[sheet];

	if (n + loose < page->formulas)
		note(run, IMPORT_LOST, page->sheet, NULL)->message =
			message_text(
				run->arena, users_language(),
				N_("formulas that were exported are gone: {n}; "
				   "the next export has them again"),
				ARGS(COUNT_ARG("n", page->formulas - n)));
	else if (n - loose > page->formulas)
		note(run, IMPORT_LOST, page->sheet, NULL)->message =
			message_text(run->arena, users_language(),
				     N_("formulas of your own: {n}"),
				     ARGS(COUNT_ARG("n", n - page->formulas)));
}

static void
page_compare(struct importing *run, struct page *page)
{
	const struct sheet *sheet = page->sheet;
	size_t added = 0, formulas = 0;

	use_blocks(run, page);
	for (size_t i = 0; i < sheet->n; i++) {
		const struct sheet_cell *cell = &sheet->cells[i];

		if (is_seen(run->book, sheet, i))
			continue;
		if (cell->formula) {
			formulas++;
		} else if (!cell_is_blank(cell) && !use_mark(page, cell)) {
			cell_lost(run, sheet, cell);
			added++;
		}
	}
	cells_missing(run, page, added);
	/* a text in place of a formula has been told of */
	if ((double)formulas > page->formulas ||
	    (double)(formulas + added) < page->formulas)
		formulas_compare(run, page, (double)formulas);
}

/* has it a table that was not found */
static bool
is_told(const struct importing *run, const struct page *page)
{
	for (size_t i = 0; i < run->book->n; i++)
		if (!strcmp(run->book->blocks[i].sheet, page->name))
			return true;
	return false;
}

void
lost_find(struct importing *run)
{
	const struct sheets *sheets = &run->book->workbook->sheets;
	struct pages pages = {0};

	read_pages(run, &pages);
	if (!pages.n)
		note(run, IMPORT_REFUSED, NULL, NULL)->message =
			_("the sheet 'Base' is not whole any more, so edits "
			  "may be missed; repeat them in a new export");
	find_sheets(run, &pages);
	for (size_t i = 0; i < sheets->n; i++) {
		const struct sheet *sheet = &sheets->items[i];

		notes_lost(run, sheet);
		if (pages.n && !page_of(&pages, sheet) &&
		    sheet != run->book->base)
			sheet_lost(run, sheet);
	}
	for (size_t i = 0; i < pages.n; i++) {
		struct page *page = &pages.items[i];

		if (page->sheet)
			page_compare(run, page);
		else if (page->n && !is_told(run, page))
			note(run, IMPORT_LOST, NULL, NULL)->message =
				message_text(
					run->arena, users_language(),
					N_("the sheet '{sheet}' is gone"),
					ARGS(TEXT_ARG("sheet", page->name)));
	}
	free(pages.items);
}
