/* import.h - what was changed in workbooks of a plan, as changes of it */
#ifndef CES_IMPORT_H
#define CES_IMPORT_H

#include "ces/edit.h"
#include "ces/review.h"
#include "ces/sheets.h"

/* a workbook as it was read */
struct workbook {
	const char *name;
	struct sheets sheets;
};

/* the value behind that word of the sheet Source, "plan" or "sha256"; NULL */
const char *workbook_fact(const struct workbook *workbook, const char *key);

enum import_kind {
	IMPORT_TAKEN,
	IMPORT_ASSUMED, /* not said by any cell, but by what is taken */
	IMPORT_REFUSED, /* can't be read with certainty */
	IMPORT_CONFLICT,
	IMPORT_SKIPPED,
	IMPORT_KEPT, /* left out of the workbook, and still in the plan */
	IMPORT_LOST  /* nothing of the plan: it can't come back */
};

/* "refused", for programs */
const char *import_word(enum import_kind kind);

/* one cell, row, sheet or note, and what becomes of it */
struct import_finding {
	enum import_kind kind;
	const char *workbook;
	const char *sheet;  /* NULL: the workbook as a whole */
	const char *cell;   /* "D5", or the range of a row; NULL: all of it */
	const char *item;   /* its name; NULL: none */
	const char *column; /* its header; NULL: a row, or no cell of a table */
	const char *old, *new; /* as people read them; NULL: no value */
	const char *path;      /* in the plan; NULL: nowhere */
	struct span span;      /* of the place there, for certain of the item */
	bool placed;	       /* is there such a place */
	const char *message;   /* translated; NULL: old and new say it all */
	struct change change;  /* where taken or assumed */
	bool mended;	       /* it has been read anew once already */
	const char *reason;    /* of what is assumed: the path of the change
				  that it follows from */
};

struct import_options {
	const char *const *skips; /* paths, or 'Sheet!Cell' */
	size_t skip_count;
	bool delete; /* items whose rows are gone */
};

/* {0} at first */
struct import {
	struct arena arena;
	struct import_finding *items;
	size_t n, cap;
	struct changes changes; /* of those that are taken */
	size_t *sources;	/* the finding of each change */
	bool *skipped;		/* of each skip: does it name something */
};

/*
 * Compares each cell with what was exported and with what the plan shows now.
 * The review and the workbooks must outlive the findings; options too.
 */
void import_read(struct import *import, struct review *now,
		 const struct workbook *workbooks, size_t n,
		 const struct import_options *options);

/*
 * Makes the changes. Cells that the plan can't have are refused, with what the
 * loader says of them, and the others made. False where no change can be made
 * at all, with the reason in edited. Without any change nothing is edited.
 */
bool import_prove(struct import *import, struct document *old,
		  struct edited *edited);

/* how many there are of a kind */
size_t import_count(const struct import *import, enum import_kind kind);

void import_release(struct import *import);

#endif
