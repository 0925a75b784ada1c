/* module.h - what the module of the workbook exports */
#ifndef CES_WORKBOOK_MODULE_H
#define CES_WORKBOOK_MODULE_H

#include "ces/review.h"

/*
 * write runs in a child of the program: the library may crash when memory runs
 * out. It returns 0, an error number of the system's, or BOOK_INVALID. verify
 * reads back every part; it returns NULL, or a message id of what is wrong.
 */
struct workbook_module {
	int (*write)(const char *path, const char *folder,
		     const struct review *review);
	const char *(*verify)(const char *path);
};

extern const struct workbook_module ces_workbook;

#endif
