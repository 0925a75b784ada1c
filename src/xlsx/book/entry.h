/* entry.h - what may be entered in cells, and what is said to who enters */
#ifndef CES_WORKBOOK_ENTRY_H
#define CES_WORKBOOK_ENTRY_H

#include "book.h"

enum entry_kind {
	ENTRY_ANY,
	ENTRY_LIST,  /* one of a named range */
	ENTRY_NAMES, /* the same; others are taken after a question */
	ENTRY_DATE,
	ENTRY_SHARE,  /* 0% to 100% */
	ENTRY_CHANGE, /* -100% or more */
	ENTRY_NUMBER,
	ENTRY_COUNT /* whole, 0 or more */
};

struct entry {
	enum entry_kind kind;
	const char *range; /* of lists and names */
	/* title and message show at a chosen cell; error where it is wrong */
	const char *title, *message, *error;
};

void page_entry(struct page *page, struct area area, const struct entry *entry);

#endif
