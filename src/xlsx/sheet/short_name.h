/* short_name.h - names over narrow columns */
#ifndef CES_WORKBOOK_SHORT_NAME_H
#define CES_WORKBOOK_SHORT_NAME_H

#include "ces/buf.h"

/*
 * Appends as many words of the name as fit in two lines over a narrow column.
 * Parts after a comma, a bracket or a word like "and" are left out first.
 */
void short_name(struct buf *name, const char *full, double most, int size);

#endif
