/* work.h - the workbook of one plan while it is made, and its formulas */
#ifndef CES_WORKBOOK_WORK_H
#define CES_WORKBOOK_WORK_H

#include "ces/expr.h"
#include "ces/review.h"
#include "ces/table.h"
#include "xlsx/book/book.h"

/* a table on its page: column i of the one is column i of the other */
struct tab {
	const struct table *table;
	struct page *page;
	struct tab *above;    /* on the same page, or NULL */
	bool shared;	      /* its columns are those of another table too */
	uint32_t top;	      /* the row of its title */
	uint32_t first, last; /* rows of data; first > last: none */
	int id_column;	      /* hidden, sorts along; -1: none */
	const struct table_column *heads;
	int scales[2];		/* of its counts, and of its money (scale_of) */
	int *pixels;		/* widths of the columns, while it is written */
};

/* places on the hidden page of figures: rows that formulas find by their id,
 * once each, and texts of the plan that formulas show */
struct finds {
	uint32_t *rows[TABLE_COUNT]; /* of the table's rows; 0: not looked up */
	uint32_t found, texts;	     /* how many there are */
};

struct work {
	struct book *book;
	struct arena *arena; /* released with the workbook */
	const struct review *review;
	struct tables *tables;	  /* without cells once their page is written */
	struct tab *tabs;	  /* as many as tables, in their order */
	const struct tab **order; /* in that of the sheets */
	struct page *review_page, *guide, *lists, *week, *origin, *figures;
	struct page *base;
	struct page *data; /* figures of charts (xlsx/chart/layout.c) */
	uint32_t data_row, matrix_row, quadrant_row;
	struct finds *finds;
	const char *source, *as_of;	 /* for the footers */
	const struct language *language; /* of the texts */
	const char *tag;		 /* of the document */
	bool wide;			 /* its font is of square characters */
	double letters; /* how wide its letters are, in those of Arial */
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
/* thousands or millions of a column (scale_of), and the format that shows it */
int tab_scale(const struct tab *tab, size_t column);
const char *
tab_scale_format(const struct work *work, const struct tab *tab, size_t column);
/* a date of the plan's language: "30 Jun 2026" */
const char *work_date(struct work *work, struct date date);
/* "1 Apr 2026 – 31 Mar 2027" */
const char *
work_dates(const struct work *work, struct date first, struct date last);
/* the message with the day of the review as {date} */
const char *work_as_of(struct work *work, const char *message);
/* sentences one behind the other, or what is joined by "·"; either may be
 * blank */
const char *
work_join(const struct work *work, const char *first, const char *second);

/*
 * Formulas name whole columns of a table and find a row by its hidden id, so
 * they stay right when a sheet is sorted. Only functions that every reader
 * recalculates are used, and no references by table name.
 */

/* the scope of expressions about the tables of a workbook; table NULL: none */
struct expr_scope
work_scope(const struct work *work, const struct table *table);

/* "C5" where both move with the rule or the formula, "$C5", "C$5", "$C$5" */
enum { ANCHOR_ROW = 1, ANCHOR_COLUMN = 2 };
const char *
cell_name(struct arena *arena, uint32_t row, int column, unsigned anchor);
/* appends 'Actions'!$C$5:$C$21 */
void formula_column(struct buf *buf, const struct page *page, uint32_t first,
		    uint32_t last, int column);
/* can the row be found by its id: does it have an id that may stand in a
 * formula */
bool formula_can(const struct tab *tab, size_t row);

/* the text in a cell that formulas can show, as they hold none of the plan's */
const struct expr *work_text(const struct work *work, const char *text);
/* appends the formula without "="; row: the table's, of {key}; NO_ROW: of
 * whichever row, as tables of Excel have it */
void formula_print(struct buf *buf, const struct work *work,
		   const struct expr *expr, size_t row);
/* writes the formula and its result, a text or a number */
void
cell_expr(const struct work *work, struct page *page, uint32_t row, int column,
	  const struct expr *expr, size_t item, struct lxw_format *format);
/* the hidden page of named figures */
void figures_write(struct work *work);

#endif
