/* short_name.h - names over narrow columns */
#ifndef CES_WORKBOOK_SHORT_NAME_H
#define CES_WORKBOOK_SHORT_NAME_H

#include "ces/buf.h"

/*
 * A name over a narrow column: as many of its words as fit in two lines. What
 * follows a comma, a bracket or a word like "and" goes first, for the rest of
 * the name says enough.
 */
void short_name(struct buf *name, const char *full, double most, int size);

#endif
