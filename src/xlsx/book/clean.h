/* clean.h - texts and names that every reader of a workbook can take */
#ifndef CES_WORKBOOK_CLEAN_H
#define CES_WORKBOOK_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/buf.h"

/* how much room a text takes: columns of its longest line, and lines */
struct extent {
	unsigned width, lines;
};

/*
 * The text as a cell may hold it: itself where nothing is wrong with it, else
 * a copy in buf. Control characters and what XML forbids become visible, CR
 * becomes LF, a literal _xHHHH_ stays what it is, and what is longer than a
 * cell may be is cut and says so. extent may be NULL.
 */
const char *
clean_text(struct buf *buf, const char *text, struct extent *extent);

/* the same without line feeds, for headers, notes' titles and sheet names */
const char *clean_line(struct buf *buf, const char *text);

/* at most n UTF-16 units of the text, appended */
void clean_cut(struct buf *buf, const char *text, size_t n);

/* appends a sheet's name: 31 units, no []:*?/\, no ' at its ends */
void clean_sheet_name(struct buf *buf, const char *wanted);

/* is the start of the text something that a spreadsheet may take for a
 * formula when it is typed in again */
bool clean_is_risky(const char *text);

#endif
