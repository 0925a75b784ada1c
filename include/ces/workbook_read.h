/* workbook_read.h - a workbook that came back, by a program that ces runs */
#ifndef CES_WORKBOOK_READ_H
#define CES_WORKBOOK_READ_H

#include "ces/sheets.h"

/*
 * Reads all sheets of the workbook; false with a message that is to be
 * translated, whole for a workbook that can't be read, with what to do. Release
 * them.
 */
bool sheets_open(struct sheets *sheets, const char *path, const char **error);

/* The same in two steps: something else may be done between them. */
struct sheets_reading *sheets_start(const char *path);
bool sheets_end(struct sheets_reading *reading, struct sheets *sheets,
		const char **error);

#endif
