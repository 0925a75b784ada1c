/* page.h - the parts of the page about a plan */
#ifndef CES_TEXT_HTML_PAGE_H
#define CES_TEXT_HTML_PAGE_H

#include "ces/expr.h"
#include "table/tables.h"

/* scope: of no table; its tables are evaluated, its arena ends with the page */
struct html_page {
	struct buf *out;
	const struct review *review;
	const struct language *language;
	struct tables tables;
	struct arena arena;
	struct expr_scope scope;
};

/* page_cells.c: cells of tables and of excerpts */

/* a cell, and all that goes with it; column: kind, bars and emphasis */
struct html_cell {
	const struct column *column;
	struct cell cell;
	enum state_id state; /* of which the cell tells, or STATE_NONE */
	double mark;	     /* percent of the bar to be reached by now; NAN */
	bool strong;
	/* of a row: <th scope="row"> instead of <td> */
	bool heads;
};
void html_cell(struct html_page *page, const struct html_cell *cell);
/* <th scope="col"> */
void html_column(struct html_page *page, const char *header,
		 enum column_kind kind);
/* "✓ Done" with the color of its symbol */
void html_state(struct buf *out, enum state_id state, const char *text);

/* page.c: the first n facts of the whole plan (shown.h) */
void html_facts(struct buf *out, const struct review *review,
		struct arena *arena, size_t n);

/* page_table.c: a table with its charts; its anchor is its key */
bool html_table_is_shown(const struct table *table);
void html_table(struct html_page *page, const struct table *table);

/* page_review.c: excerpts of the tables */
void html_review(struct html_page *page);

/* page_questions.c: the plan's placeholders, as questions */
bool html_has_questions(const struct html_page *page);
void html_questions(struct html_page *page);

/* page_guide.c: how to read the page */
void html_guide(struct html_page *page);

/* page_index.c: the page that leads to those of several plans */
extern const struct index_writer page_index;

#endif
