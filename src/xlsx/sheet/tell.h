/* tell.h - lists in words */
#ifndef CES_WORKBOOK_TELL_H
#define CES_WORKBOOK_TELL_H

#include "ces/arena.h"
#include "ces/message.h"

/* "a", "a and b", "a, b and c" */
const char *tell_list(struct arena *arena, const char *const *items, size_t n);

#endif
