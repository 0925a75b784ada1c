/* sheets.h - cells of a workbook, read by one program of ours for another */
#ifndef CES_SHEETS_H
#define CES_SHEETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/arena.h"

enum sheet_value {
	VALUE_BLANK, /* of a formula alone; blank cells are left out */
	VALUE_NUMBER,
	VALUE_TEXT,
	VALUE_FLAG, /* its number is 0 or 1 */
	VALUE_ERROR /* its text is #N/A, say */
};

/* kept small, as there may be a million */
struct sheet_cell {
	uint32_t row; /* from 0, as the column */
	uint16_t column;
	enum sheet_value kind : 8;
	bool formula : 1; /* the value is what it last resulted in */
	bool date : 1;	  /* by its number format, with a day or a month; the
			     number is a serial of the system that begins with
			     1900 */
	bool percent : 1; /* by its number format */
	double number;
	const char *text; /* "" where there is none */
};

struct sheet_note {
	uint32_t row, column;
	const char *author, *text; /* of a comment, and of each reply to it */
};

/* cells shown as one, by their corners; the first alone has a value */
struct sheet_merge {
	uint32_t top, bottom;
	uint16_t left, right;
};

struct sheet {
	const char *name;
	bool hidden;
	struct sheet_cell *cells; /* by row, then column; each once */
	size_t n;
	struct sheet_note *notes;
	size_t note_count;
	struct sheet_merge *merges;
	size_t merge_count;
};

struct sheets {
	struct sheet *items; /* as the workbook has them; charts left out */
	size_t n;
	struct arena arena;
	void *mapped; /* pages with their texts, or NULL */
	size_t size;
};

void sheets_release(struct sheets *sheets);

/* --- marks --------------------------------------------------------------- */

/*
 * A workbook tells what was exported on each sheet by short marks, one for each
 * cell without a formula, by which a text that somebody added is known. Numbers
 * have the same at 12 digits, as programs write 15 to 17 and round in turn;
 * texts composed, with one kind of line ends.
 */
enum { SHEET_MARK = 4 };
void sheets_mark(char mark[SHEET_MARK], enum sheet_value kind, double number,
		 const char *text);

/* --- the stream ---------------------------------------------------------- */

/* the most that is read, so that no workbook takes more than 64 MiB of memory:
 * sheets, cells (and texts that cells share), bytes of the stream */
enum {
	SHEETS_MOST = 1000,
	SHEETS_CELLS_MOST = 1000000,
	SHEETS_BYTES_MOST = 24 * 1024 * 1024
};

/* the exit status of the program that reads: why it can't */
enum sheets_fault {
	SHEETS_EMPTY = 32,
	SHEETS_NOT_WORKBOOK,
	SHEETS_XLS,
	SHEETS_XLSB,
	SHEETS_ODS,
	SHEETS_TEXT,
	SHEETS_XML,
	SHEETS_PASSWORD,
	SHEETS_CUT,
	SHEETS_DAMAGED,
	SHEETS_DOCTYPE,
	SHEETS_NONE,	 /* no sheet with cells */
	SHEETS_MANY,	 /* sheets or parts */
	SHEETS_UNPACKED, /* it unpacks to more than is read */
	SHEETS_CELLS,	 /* cells, or bytes of texts */
	SHEETS_LONG	 /* a text of a cell, a tag, or nesting */
};

/*
 * Each appends to the stream: its start, texts that cells share, then sheets,
 * each before its cells, merges and notes, and the end, without which it is cut. The
 * cell of a shared text has NULL as its text, and as its number the text's.
 */
void sheets_write_start(struct buf *out);
void sheets_write_shared(struct buf *out, const char *text);
void sheets_write_sheet(struct buf *out, const char *name, bool hidden);
void sheets_write_cell(struct buf *out, const struct sheet_cell *cell);
void sheets_write_note(struct buf *out, const struct sheet_note *note);
void sheets_write_merge(struct buf *out, const struct sheet_merge *merge);
void sheets_write_end(struct buf *out);

/*
 * Reads a stream, which has to last as long as the sheets, whose texts lie in
 * it; false when this version wrote it not, or not to its end.
 */
bool sheets_read(struct sheets *sheets, const char *bytes, size_t n);

#endif
