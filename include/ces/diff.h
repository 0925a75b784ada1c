/* diff.h - what edits do to the lines of a plan */
#ifndef CES_DIFF_H
#define CES_DIFF_H

#include "ces/edit.h"

struct diff_options {
	bool color;
	bool exact; /* bytes as they are, for patch; else safe for a terminal,
		       with the names of the items */
	size_t context; /* lines round what differs */
};

/* Appends a unified diff; nothing where no line differs. */
void diff_write(struct buf *buf, struct source *before, struct source *after,
		const struct edit *edits, size_t n,
		const struct diff_options *options);

#endif
