/* read.h - what the files that read a workbook share */
#ifndef CES_XLSX_READ_H
#define CES_XLSX_READ_H

#include "ces/arena.h"
#include "ces/sheets.h"

/* --- parts (parts.c) ------------------------------------------------------ */

/* Ends the program, whose status tells the fault. */
_Noreturn void read_fail(enum sheets_fault fault);

struct parts;

/* A file that is no archive of parts is a fault. */
struct parts *parts_open(const char *path);
void parts_close(struct parts *parts);
bool parts_have(const struct parts *parts, const char *name);

/* a part on its way through the parser */
struct part {
	/* of elements in namespaces of workbooks, by their local names */
	void (*start)(struct part *part, const char *name,
		      const char **attributes);
	void (*end)(struct part *part, const char *name);
	void *data;
	struct buf text; /* of characters, for as long as they are kept */
	bool kept, phonetic;
};

/* Reads the part of that name, which is a fault where it is missing. */
void parts_read(struct parts *parts, const char *name, struct part *part);

/* by its name, without a namespace; or NULL */
const char *attribute(const char **attributes, const char *name);
bool attribute_set(const char **attributes, const char *name); /* 1 or true */
const char *attribute_relation(const char **attributes);       /* r:id */

/* --- texts (texts.c) ------------------------------------------------------ */

/* Keep the characters of a text with its runs, but not of its phonetic ones;
 * of elements that lie in it. */
void text_start(struct part *part, const char *name);
void text_end(struct part *part, const char *name);
/* Puts the characters for which _xHHHH_ stands. */
void text_unescape(struct buf *text);
/* of a sheet, an author, say: unescaped */
const char *text_kept(struct arena *arena, const char *text);

/* a whole number of at most so much; a fault where it is none */
uint32_t text_number(const char *text, uint32_t most);
/* the place of A1, a fault otherwise; returns its end */
const char *text_place(const char *text, uint32_t *row, uint32_t *column);

/* --- the workbook (book.c) ------------------------------------------------ */

struct relation {
	const char *id, *type; /* the last word of its address */
	const char *part;
};

struct relations {
	struct relation *items;
	size_t n, cap;
};

/* those of a part, "" for the package; freed by free(items) */
struct relations
relations_read(struct parts *parts, struct arena *arena, const char *part);
/* the first of that type, or with that id; or NULL */
const char *relations_part(const struct relations *relations, const char *type);
const struct relation *
relations_find(const struct relations *relations, const char *id);

/* kinds of number formats, by the number of a cell's style */
enum { STYLE_DATE = 1, STYLE_PERCENT = 2 };

struct styles {
	unsigned char *shows;
	size_t n;
};

struct author {
	const char *id, *name;
};

struct authors {
	struct author *items;
	size_t n, cap;
};

/* a workbook while it is read */
struct book {
	struct parts *parts;
	struct arena arena;
	struct buf out;
	size_t written; /* bytes of the stream, without those in out */
	size_t cells, shared;
	bool date1904;
	struct styles styles;
	struct authors people;
	bool threads; /* has the sheet that is read any? */
};

/* Writes out what there is of the stream, when it is much or all. */
void book_flush(struct book *book, bool all);

void book_read_shared(struct book *book, const char *part);
void book_read_styles(struct book *book, const char *part);
void book_read_people(struct book *book, const char *part);
void book_read_cells(struct book *book, const char *part);
void book_read_comments(struct book *book, const char *part);
void book_read_threads(struct book *book, const char *part);

/* --- files that are no workbooks (kind.c) --------------------------------- */

enum sheets_fault kind_of_file(const char *path);
enum sheets_fault kind_of_parts(const struct parts *parts);

#endif
