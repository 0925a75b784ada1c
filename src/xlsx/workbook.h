/* workbook.h - the workbook of a review */
#ifndef CES_XLSX_WORKBOOK_H
#define CES_XLSX_WORKBOOK_H

#include "ces/review.h"

/*
 * Writes it to the file of that name; the library's temporary files are in the
 * folder. Returns 0, an error number of the system's, or BOOK_INVALID. Nothing
 * of it is freed: the process ends with it.
 */
int workbook_write(const char *path, const char *folder,
		   const struct review *review);

#endif
