/* wrap.h - text folded into lines */
#ifndef CES_WRAP_H
#define CES_WRAP_H

#include "ces/buf.h"

/*
 * Appends the text, made safe for a terminal, in lines that end before the
 * column width (0: all in one line). The first begins at column at, where the
 * caller stands; the others are indented by indent. It may break at blanks
 * and line ends, each run of which is one space, and between characters of
 * scripts that are written without spaces. No line end is added at the end.
 */
void buf_wrap(struct buf *buf, const char *text, size_t width, size_t at,
	      size_t indent);

#endif
