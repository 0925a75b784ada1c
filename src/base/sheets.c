/* sheets.c - a stream of the cells of a workbook, for a pipe: versions of the
 * program don't mix */
#include "ces/sheets.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { SHARED = 'S', SHEET = 'W', CELL = 'C', NOTE = 'N', MERGE = 'M', END = '.' };

/* of a cell, in one byte with its kind */
enum { KIND = 7, FORMULA = 8, DATE = 16, PERCENT = 32, SHARES = 64 };

/* --- writing -------------------------------------------------------------- */

static void
write_string(struct buf *out, const char *text)
{
	buf_add(out, text, strlen(text) + 1);
}

static void
write_place(struct buf *out, uint32_t row, uint32_t column)
{
	uint16_t narrow = (uint16_t)column;

	buf_add(out, (const char *)&row, sizeof(row));
	buf_add(out, (const char *)&narrow, sizeof(narrow));
}

void
sheets_write_start(struct buf *out)
{
	write_string(out, CES_VERSION);
}

void
sheets_write_shared(struct buf *out, const char *text)
{
	buf_putc(out, SHARED);
	write_string(out, text);
}

void
sheets_write_sheet(struct buf *out, const char *name, bool hidden)
{
	buf_putc(out, SHEET);
	buf_putc(out, hidden);
	write_string(out, name);
}

void
sheets_write_cell(struct buf *out, const struct sheet_cell *cell)
{
	bool shares = cell->kind == VALUE_TEXT && !cell->text;
	uint32_t text = shares ? (uint32_t)cell->number : 0;

	buf_putc(out, CELL);
	buf_putc(out,
		 (char)((int)cell->kind | (cell->formula ? FORMULA : 0) |
			(cell->date ? DATE : 0) |
			(cell->percent ? PERCENT : 0) | (shares ? SHARES : 0)));
	write_place(out, cell->row, cell->column);
	if (shares)
		buf_add(out, (const char *)&text, sizeof(text));
	else if (cell->kind == VALUE_TEXT || cell->kind == VALUE_ERROR)
		write_string(out, cell->text);
	else if (cell->kind != VALUE_BLANK)
		buf_add(out, (const char *)&cell->number, sizeof(double));
}

void
sheets_write_note(struct buf *out, const struct sheet_note *note)
{
	buf_putc(out, NOTE);
	write_place(out, note->row, note->column);
	write_string(out, note->author);
	write_string(out, note->text);
}

void
sheets_write_merge(struct buf *out, const struct sheet_merge *merge)
{
	buf_putc(out, MERGE);
	write_place(out, merge->top, merge->left);
	write_place(out, merge->bottom, merge->right);
}

void
sheets_write_end(struct buf *out)
{
	buf_putc(out, END);
}

/* --- reading -------------------------------------------------------------- */

struct stream {
	const char *at, *end; /* at is NULL once it went wrong */
	const char **shared;
	size_t n, cap;
};

static const char *
read_string(struct stream *stream)
{
	const char *text = stream->at, *end = NULL;

	if (text)
		end = memchr(text, '\0', (size_t)(stream->end - text));
	stream->at = end ? end + 1 : NULL;
	return end ? text : "";
}

static void
read_bytes(struct stream *stream, void *to, size_t n)
{
	if (stream->at && (size_t)(stream->end - stream->at) < n)
		stream->at = NULL;
	if (!stream->at)
		return;
	memcpy(to, stream->at, n);
	stream->at += n;
}

static int
read_byte(struct stream *stream)
{
	unsigned char byte = 0;

	read_bytes(stream, &byte, 1);
	return byte;
}

/* Returns the column. */
static uint16_t
read_place(struct stream *stream, uint32_t *row)
{
	uint16_t column = 0;

	read_bytes(stream, row, sizeof(*row));
	read_bytes(stream, &column, sizeof(column));
	return column;
}

static const char *
read_shared(struct stream *stream)
{
	uint32_t number = 0;

	read_bytes(stream, &number, sizeof(number));
	if (number >= stream->n)
		stream->at = NULL;
	return stream->at ? stream->shared[number] : "";
}

static struct sheet_cell
read_cell(struct stream *stream)
{
	int bits = read_byte(stream);
	struct sheet_cell cell = {.kind = (enum sheet_value)(bits & KIND),
				  .formula = bits & FORMULA,
				  .date = bits & DATE,
				  .percent = bits & PERCENT,
				  .text = ""};

	cell.column = read_place(stream, &cell.row);
	if (bits & SHARES)
		cell.text = read_shared(stream);
	else if (cell.kind == VALUE_TEXT || cell.kind == VALUE_ERROR)
		cell.text = read_string(stream);
	else if (cell.kind != VALUE_BLANK)
		read_bytes(stream, &cell.number, sizeof(double));
	if (cell.kind == VALUE_TEXT && !*cell.text)
		cell.kind = VALUE_BLANK;
	return cell;
}

static struct sheet_note
read_note(struct stream *stream)
{
	struct sheet_note note = {0};

	note.column = read_place(stream, &note.row);
	note.author = read_string(stream);
	note.text = read_string(stream);
	return note;
}

static struct sheet_merge
read_merge(struct stream *stream)
{
	struct sheet_merge merge = {0};

	merge.left = read_place(stream, &merge.top);
	merge.right = read_place(stream, &merge.bottom);
	return merge;
}

/* of sheets, of which counted ones have room for theirs */
struct filling {
	struct sheet *items;
	size_t n, cap;
	bool counted;
};

static bool
read_sheet(struct stream *stream, struct filling *filling)
{
	struct sheet sheet = {0};

	sheet.hidden = read_byte(stream);
	sheet.name = read_string(stream);
	if (!filling->counted)
		ARRAY_GROW(filling->items, filling->n, filling->cap);
	if (!filling->counted)
		filling->items[filling->n] = sheet;
	filling->n++;
	return stream->at;
}

static bool
read_record(struct stream *stream, struct filling *filling, int tag)
{
	struct sheet *sheet =
		filling->n ? &filling->items[filling->n - 1] : NULL;
	struct sheet_cell cell;
	struct sheet_note note;
	struct sheet_merge merge;

	if (tag == SHEET)
		return read_sheet(stream, filling);
	if (tag == SHARED) {
		const char *text = read_string(stream);

		if (!filling->counted) {
			ARRAY_GROW(stream->shared, stream->n, stream->cap);
			stream->shared[stream->n++] = text;
		}
	} else if (tag == CELL && sheet) {
		cell = read_cell(stream);
		if (cell.kind == VALUE_BLANK && !cell.formula)
			return stream->at;
		if (filling->counted)
			sheet->cells[sheet->n] = cell;
		sheet->n++;
	} else if (tag == NOTE && sheet) {
		note = read_note(stream);
		if (filling->counted)
			sheet->notes[sheet->note_count] = note;
		sheet->note_count++;
	} else if (tag == MERGE && sheet) {
		merge = read_merge(stream);
		if (filling->counted)
			sheet->merges[sheet->merge_count] = merge;
		sheet->merge_count++;
	} else {
		return false;
	}
	return stream->at;
}

/* Reads all of it, to count and then to fill; does it end as it should? */
static bool
read_records(struct stream *stream, struct filling *filling)
{
	int tag;

	filling->n = 0;
	while ((tag = read_byte(stream)) != END)
		if (!read_record(stream, filling, tag))
			return false;
	return stream->at == stream->end;
}

/* Exactly as much as is needed, for a workbook may be large. */
static void
make_room(struct sheets *sheets, struct filling *filling)
{
	struct arena *arena = &sheets->arena;

	sheets->n = filling->n;
	sheets->items = arena_keep(arena, filling->items,
				   filling->n * sizeof(struct sheet));
	for (size_t i = 0; i < sheets->n; i++) {
		struct sheet *sheet = &sheets->items[i];

		sheet->cells =
			arena_alloc(arena, sheet->n * sizeof(*sheet->cells));
		sheet->notes = arena_alloc(
			arena, sheet->note_count * sizeof(*sheet->notes));
		sheet->merges = arena_alloc(
			arena, sheet->merge_count * sizeof(*sheet->merges));
		sheet->n = sheet->note_count = sheet->merge_count = 0;
	}
	*filling = (struct filling){.items = sheets->items, .counted = true};
}

bool
sheets_read(struct sheets *sheets, const char *bytes, size_t n)
{
	struct stream stream = {.at = bytes, .end = bytes + n};
	struct filling filling = {0};
	const char *start;
	bool good;

	*sheets = (struct sheets){0};
	good = n && !strcmp(read_string(&stream), CES_VERSION);
	start = stream.at;
	good = good && read_records(&stream, &filling);
	if (good) {
		make_room(sheets, &filling);
		stream.at = start;
		read_records(&stream, &filling);
	} else {
		free(filling.items);
	}
	free(stream.shared);
	return good;
}

void
sheets_release(struct sheets *sheets)
{
	arena_release(&sheets->arena);
	if (sheets->mapped)
		munmap(sheets->mapped, sheets->size);
	*sheets = (struct sheets){0};
}
