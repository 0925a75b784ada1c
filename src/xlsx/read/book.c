/* book.c - a workbook is read, its sheets in their order */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/file.h"
#include "ces/request.h"
#include "xlsx/read/read.h"
#include "xlsx/workbook.h"

enum { FLUSHED = 64 * 1024, NAME_MOST = 1024 };

struct listed {
	const char *name, *part;
	bool hidden;
};

struct reading {
	struct book *book;
	struct relations relations;
	bool workbook;
	struct listed sheets[SHEETS_MOST];
	size_t n;
};

void
book_flush(struct book *book, bool all)
{
	struct buf *out = &book->out;

	if (out->n < FLUSHED && !all)
		return;
	book->written += out->n;
	if (book->written > SHEETS_BYTES_MOST)
		read_fail(SHEETS_CELLS);
	if (!file_write_all(STDOUT_FILENO, buf_text(out), out->n))
		exit(REQUEST_ERRNO + errno);
	buf_clear(out);
}

/* Sheets that are a chart, or macros or a dialog of old, have no cells. */
static void
add_sheet(struct reading *reading, const char **attributes)
{
	const char *name = attribute(attributes, "name");
	const char *state = attribute(attributes, "state");
	const char *id = attribute_relation(attributes);
	const struct relation *relation =
		id ? relations_find(&reading->relations, id) : NULL;

	if (!name || !relation || strlen(name) > NAME_MOST)
		read_fail(SHEETS_DAMAGED);
	if (strcmp(relation->type, "worksheet") != 0)
		return;
	if (reading->n == SHEETS_MOST)
		read_fail(SHEETS_MANY);
	reading->sheets[reading->n++] = (struct listed){
		.name = text_kept(&reading->book->arena, name),
		.part = relation->part,
		.hidden = state && strcmp(state, "visible") != 0};
}

static void
on_start(struct part *part, const char *name, const char **attributes)
{
	struct reading *reading = part->data;

	if (!strcmp(name, "workbook"))
		reading->workbook = true;
	else if (!strcmp(name, "sheet"))
		add_sheet(reading, attributes);
	else if (!strcmp(name, "workbookPr"))
		reading->book->date1904 = attribute_set(attributes, "date1904");
}

static void
read_sheet(struct book *book, const struct listed *sheet)
{
	struct arena arena = {0};
	struct relations relations =
		relations_read(book->parts, &arena, sheet->part);

	sheets_write_sheet(&book->out, sheet->name, sheet->hidden);
	book_read_cells(book, sheet->part);
	book->threads = relations_part(&relations, "threadedComment");
	for (size_t i = 0; i < relations.n; i++) {
		const struct relation *relation = &relations.items[i];

		if (!strcmp(relation->type, "comments"))
			book_read_comments(book, relation->part);
		else if (!strcmp(relation->type, "threadedComment"))
			book_read_threads(book, relation->part);
	}
	free(relations.items);
	arena_release(&arena);
}

static void
read_book(struct book *book, const char *name)
{
	static struct reading reading;
	struct part part = {.start = on_start, .data = &reading};
	const char *shared, *styles, *people;

	reading.book = book;
	reading.relations = relations_read(book->parts, &book->arena, name);
	parts_read(book->parts, name, &part);
	if (!reading.workbook || reading.n == 0)
		read_fail(reading.workbook ? SHEETS_NONE : SHEETS_NOT_WORKBOOK);
	shared = relations_part(&reading.relations, "sharedStrings");
	styles = relations_part(&reading.relations, "styles");
	people = relations_part(&reading.relations, "person");
	if (styles)
		book_read_styles(book, styles);
	if (people)
		book_read_people(book, people);
	if (shared)
		book_read_shared(book, shared);
	for (size_t i = 0; i < reading.n; i++)
		read_sheet(book, &reading.sheets[i]);
	free(reading.relations.items);
}

void
workbook_read(const char *path)
{
	struct book book = {.parts = parts_open(path)};
	struct relations package = relations_read(book.parts, &book.arena, "");
	const char *name = relations_part(&package, "officeDocument");
	const char *end = name ? strrchr(name, '.') : NULL;

	if (!name || !end || strcmp(end, ".xml") != 0 ||
	    !parts_have(book.parts, name))
		read_fail(kind_of_parts(book.parts));
	free(package.items);
	sheets_write_start(&book.out);
	read_book(&book, name);
	sheets_write_end(&book.out);
	book_flush(&book, true);
	buf_free(&book.out);
	free(book.people.items);
	parts_close(book.parts);
	arena_release(&book.arena);
}
