/* workbook.h - the workbook of a review, written and read back */
#ifndef CES_XLSX_WORKBOOK_H
#define CES_XLSX_WORKBOOK_H

#include <stdbool.h>

#include "ces/arena.h"
#include "ces/review.h"

/*
 * Writes it to the file of that name; the library's temporary files are in the
 * folder. Returns 0, an error number of the system's, or BOOK_INVALID. Nothing
 * of it is freed: the process ends with it.
 */
int workbook_write(const char *path, const char *folder,
		   const struct review *review);

/* of its texts, as a tag: letters, digits and "-" */
const char *workbook_tag(struct arena *arena, const struct review *review);

/*
 * Does every part of the file unpack to its length and checksum, is it
 * well-formed, is every part that is listed there, and nothing left out of it
 * that the library leaves out without a word when memory runs out?
 */
bool workbook_verify(const char *path);

/* of the property that marks it, and what it holds until workbook_mark */
extern const char mark_name[], mark_blank[];

/*
 * Copies it to the file of the other name, with what the library can't be told
 * (facts.c), and a hash over all other parts in that property. Returns 0, an
 * error number, or MARK_CUT where a part of it can't be read.
 */
enum { MARK_CUT = -1 };
int workbook_mark(const char *from, const char *to, const char *language);

/* Writes the cells of its sheets to standard output, as a stream; ends the
 * program where it can't be read. */
void workbook_read(const char *path);

/* Is the mark there, and does it hold? */
enum own workbook_own(const char *path);

#endif
