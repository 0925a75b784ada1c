/* notes.c - comments on cells, and threads of them with those who wrote them */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "xlsx/read/read.h"

/* of authors and of people; bytes of a name */
enum { AUTHORS_MOST = 10000, NAME_MOST = 1024 };

struct reading {
	struct book *book;
	struct authors authors;
	struct arena arena;
	struct sheet_note note;
	bool threads, in_note, in_author;
};

static void
add_author(struct authors *people, struct arena *arena, const char *id,
	   const char *name)
{
	if (people->n == AUTHORS_MOST || strlen(id) > NAME_MOST ||
	    strlen(name) > NAME_MOST)
		read_fail(SHEETS_LONG);
	ARRAY_GROW(people->items, people->n, people->cap);
	people->items[people->n++] = (struct author){
		.id = arena_string(arena, id), .name = text_kept(arena, name)};
}

/* --- people --------------------------------------------------------------- */

static void
on_person(struct part *part, const char *name, const char **attributes)
{
	struct book *book = part->data;
	const char *id = attribute(attributes, "id");
	const char *shown = attribute(attributes, "displayName");

	if (!strcmp(name, "person") && id && shown)
		add_author(&book->people, &book->arena, id, shown);
}

void
book_read_people(struct book *book, const char *name)
{
	struct part part = {.start = on_person, .data = book};

	parts_read(book->parts, name, &part);
}

static const char *
person_name(const struct authors *people, const char *id)
{
	for (size_t i = 0; id && i < people->n; i++)
		if (!strcasecmp(people->items[i].id, id))
			return people->items[i].name;
	return "";
}

/* --- comments ------------------------------------------------------------- */

static void
start_note(struct reading *reading, const char **attributes)
{
	const struct authors *authors = &reading->authors;
	const char *author = attribute(attributes, "authorId");
	const char *place = attribute(attributes, "ref");
	struct sheet_note *note = &reading->note;

	*note = (struct sheet_note){.author = ""};
	if (!place)
		read_fail(SHEETS_DAMAGED);
	text_place(place, &note->row, &note->column);
	if (reading->threads)
		note->author = person_name(&reading->book->people,
					   attribute(attributes, "personId"));
	else if (author && text_number(author, UINT32_MAX) < authors->n)
		note->author =
			authors->items[text_number(author, UINT32_MAX)].name;
	reading->in_note = true;
}

static void
on_start(struct part *part, const char *name, const char **attributes)
{
	struct reading *reading = part->data;

	if (!strcmp(name, reading->threads ? "threadedComment" : "comment")) {
		buf_clear(&part->text);
		start_note(reading, attributes);
	} else if (!strcmp(name, "author")) {
		buf_clear(&part->text);
		part->kept = true;
	} else if (reading->threads && !strcmp(name, "text")) {
		part->kept = reading->in_note;
	} else if (reading->in_note) {
		text_start(part, name);
	}
}

/* A thread has a comment of the old kind too, which says so to old programs. */
static void
end_note(struct reading *reading, struct buf *text)
{
	struct book *book = reading->book;

	reading->in_note = false;
	if (!reading->threads) {
		if (!strncmp(reading->note.author, "tc={", 4) && book->threads)
			return;
		text_unescape(text);
	}
	if (book->cells++ == SHEETS_CELLS_MOST)
		read_fail(SHEETS_CELLS);
	reading->note.text = buf_text(text);
	sheets_write_note(&book->out, &reading->note);
	book_flush(book, false);
}

static void
on_end(struct part *part, const char *name)
{
	struct reading *reading = part->data;

	if (!strcmp(name, reading->threads ? "threadedComment" : "comment")) {
		end_note(reading, &part->text);
	} else if (!strcmp(name, "author")) {
		part->kept = false;
		add_author(&reading->authors, &reading->arena, "",
			   buf_text(&part->text));
	} else if (reading->threads && !strcmp(name, "text")) {
		part->kept = false;
	} else {
		text_end(part, name);
	}
}

static void
read_notes(struct reading *reading, const char *name)
{
	struct part part = {.start = on_start, .end = on_end, .data = reading};

	parts_read(reading->book->parts, name, &part);
	free(reading->authors.items);
	arena_release(&reading->arena);
}

void
book_read_comments(struct book *book, const char *name)
{
	read_notes(&(struct reading){.book = book}, name);
}

void
book_read_threads(struct book *book, const char *name)
{
	read_notes(&(struct reading){.book = book, .threads = true}, name);
}
