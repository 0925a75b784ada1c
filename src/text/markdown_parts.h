/* markdown_parts.h - the parts of the Markdown export */
#ifndef CES_TEXT_MARKDOWN_PARTS_H
#define CES_TEXT_MARKDOWN_PARTS_H

#include "ces/expr.h"
#include "ces/table.h"

/* the header of a column, which is aligned by the kind of its values */
struct markdown_head {
	const char *text;
	enum column_kind kind;
};

void
markdown_heads(struct buf *out, const struct markdown_head *heads, size_t n);
/* without the bars around it */
void
markdown_cell(struct buf *out, enum column_kind kind, const struct cell *cell);
void markdown_paragraph(struct buf *out, const char *text);
/* mark is "##" and its like */
void markdown_title(struct buf *out, const char *mark, const char *title);
/* title, introduction and every column with content */
void
markdown_table(struct buf *out, const struct table *table, struct arena *arena);

/* the leaders' review: position and excerpts of the tables */
void markdown_review(struct buf *out, const struct expr_scope *scope);

#endif
