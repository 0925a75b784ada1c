/* written.h - files that ces wrote, and whether they were edited since */
#ifndef CES_WRITTEN_H
#define CES_WRITTEN_H

#include "ces/buf.h"

enum own {
	OWN_NOT,       /* another program's, or a person's */
	OWN_EDITED,    /* the mark in it doesn't hold any more */
	OWN_UNCHANGED, /* replaced without a word */
	OWN_UNKNOWN    /* it could not be found out */
};

/*
 * Tests the file of that name; *error is set where that is unknown. A document
 * in Markdown ends with a comment that holds a hash of all before it, a calendar
 * begins with a property that holds one of all else. JSON has no place for one:
 * its head tells that it is ours, and nobody edits it.
 */
typedef enum own own_test(const char *path, const char **error);
own_test own_markdown, own_calendar, own_json, own_schema;

/* adds that comment, and that property */
void mark_add(struct buf *markdown);
void mark_calendar(struct buf *calendar);

/*
 * Files of a folder whose format has no place for a mark: a list beside them
 * holds a hash of each, as sha256sum reads it. list_add appends the line of
 * one; the list itself is ours where it looks like one.
 */
#define FILE_LIST "ces.sha256"
own_test own_listed;
void list_add(struct buf *list, const char *name, const struct buf *text);

#endif
