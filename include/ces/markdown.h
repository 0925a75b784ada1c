/* markdown.h - text made safe for Markdown */
#ifndef CES_MARKDOWN_H
#define CES_MARKDOWN_H

#include "ces/buf.h"

/*
 * Appends the text so that a reader of Markdown (CommonMark, GitHub's) shows
 * exactly it: nothing becomes emphasis, code, HTML, a heading, a list, a link
 * or a table's cell. Escapes only characters that would be markup, as if the
 * text stood at the beginning of a block. It becomes one line: blanks and line
 * ends are one space. Control characters are made visible.
 */
void buf_markdown(struct buf *buf, const char *text);

#endif
