/* work.h - the workbook of one plan while it is made */
#ifndef CES_WORKBOOK_WORK_H
#define CES_WORKBOOK_WORK_H

#include "xlsx/book/book.h"
#include "ces/review.h"
#include "ces/table.h"

/* a table on its page: column i of the one is column i of the other */
struct tab {
	const struct table *table;
	struct page *page;
	uint32_t first, last; /* rows of data; first > last: none */
	int id_column;	      /* hidden, sorts along; -1: none */
	int *pixels;	      /* widths of the columns, while it is written */
};

struct work {
	struct book *book;
	struct arena *arena; /* released with the workbook */
	const struct review *review;
	struct tables *tables; /* without cells once their page is written */
	struct tab *tabs;      /* as many as tables, in their order */
	struct page *review_page, *guide, *lists, *week, *origin, *figures;
	struct page *data; /* figures of charts (xlsx/chart/layout.c) */
	uint32_t data_row, matrix_row, quadrant_row;
	const char *source, *as_of; /* for the footers */
	const char *language;	    /* of the texts */
	bool wide; /* its font is of square characters, and letters are wide */
	bool listed[CHOICE_COUNT]; /* lists that cells choose from */
};

struct tab *work_tab(const struct work *work, enum table_id id);
/* the name of the plan's file without its folder */
const char *work_file(const struct work *work);
/* footer and margins that pages have in common */
struct print work_print(const struct work *work, const char *subject);
/* the number in the workbook: percents as shares of 1, dates as days */
double tab_value(const struct tab *tab, size_t row, size_t column);
double tab_number(const struct tab *tab, size_t row, const char *key);
/* the text of a cell, "" when it has none */
const char *tab_text(const struct tab *tab, size_t row, const char *key);
/* a date of the plan's language: "30 Jun 2026" */
const char *work_date(struct work *work, struct date date);

#endif
