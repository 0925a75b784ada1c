/* markdown_parts.h - the parts of the Markdown export */
#ifndef CES_RENDER_MARKDOWN_PARTS_H
#define CES_RENDER_MARKDOWN_PARTS_H

#include "ces/table.h"

/* the columns and rows of a table that are shown */
struct choice {
	const struct table *table;
	const size_t *columns;
	size_t column_count;
	const size_t *rows;
	size_t row_count;
};

void markdown_rows(struct buf *out, const struct choice *choice);
void markdown_paragraph(struct buf *out, const char *text);
/* mark is "##" and its like */
void markdown_title(struct buf *out, const char *mark, const char *title);
/* title, introduction and every column with content */
void markdown_table(struct buf *out, const struct table *table,
		    struct arena *arena);

/* excerpts of the tables, for the leaders' review */
void markdown_review(struct buf *out, const struct tables *tables,
		     const struct review *review, struct arena *arena);

#endif
