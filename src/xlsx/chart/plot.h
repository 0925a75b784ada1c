/* plot.h - what the charts of the sheets have in common */
#ifndef CES_WORKBOOK_PLOT_H
#define CES_WORKBOOK_PLOT_H

#include "xlsx/book/chart.h"
#include "xlsx/review/front.h"

/* a sheet whose charts are laid out below its table */
struct plot {
	struct work *work;
	const struct tab *tab;
	uint32_t row;	 /* the next one that is free */
	int width;	 /* pixels of what goes to paper */
	int last_column; /* that does */
};

enum { PALE = 0xA6A6A6, BARS_MOST = 16, PLOT_GAP = 24 };

/* charts of the table, below row or beside it; the last row that they take,
 * and the last column */
uint32_t plots_write(struct work *work, const struct tab *tab, uint32_t row,
		     int *last_column);
/* what the sheet says, and of what; NULL: nothing stands out */
const char *sheet_message(struct work *work, const struct tab *tab);
const char *sheet_subject(struct work *work, const struct tab *tab);

/* the column that begins at x pixels or behind; x becomes its place */
int plot_column(const struct plot *plot, int *x);
/*
 * Beside the table rather than below: a short table and its chart then stand
 * on one page. From the returned column on there is room for the width.
 */
int plot_beside(struct plot *plot, int width);
/* title and note above a chart; both are texts of the language in use */
void
plot_head(struct plot *plot, int column, const char *title, const char *note);
/* the same, the title being a sentence with figures that follow the sheet */
void plot_say(struct plot *plot, int column, const char *message,
	      const struct piece *pieces, size_t n, const char *note);
/* a chart below its title; y moves it further down */
void plot_place(struct plot *plot, struct chart *chart, int column, int y,
		int width, int height, const char *description);
/* of n bars with a legend, or groups of them */
int plot_height(size_t n, int each);
/* below charts of that height */
void plot_end(struct plot *plot, int height);

/* message_fill, into the arena */
const char *plot_text(struct work *work, const char *message,
		      const struct arg *args, size_t n);
/* "four" or "Four"; as figures where words are too long */
const char *plot_count(struct work *work, size_t n, bool first);
/* with spaces at which readers don't break the line */
const char *plot_label(struct work *work, const char *text);
/* the widest line of a label that no reader breaks, in pixels */
double plot_line_most(int chart_width, int chart_height);
/* the text in two such lines */
const char *plot_lines(struct work *work, const char *text, int chart_width,
		       int chart_height);
/* header with its unit: "Contacts, a year" */
const char *
plot_header(struct work *work, const struct tab *tab, const char *key);

/* cells of a column of the sheet's own table */
struct range
plot_range(const struct tab *tab, const char *key, size_t first, size_t n);
/* has the column that many figures */
size_t plot_figures(const struct tab *tab, const char *key);
/* the row with the largest figure of the column; rows when there is none */
size_t plot_most(const struct tab *tab, const char *key);

/*
 * The hidden sheet of figures that no table shows as a chart wants them. Each
 * block has a heading and rows; a row of figures is found by the item's id.
 */
uint32_t data_block(struct work *work, const char *heading, uint32_t rows);
void data_text(struct work *work, uint32_t row, int column, const char *text);
void data_number(struct work *work, uint32_t row, int column, double number);
void data_date(struct work *work, uint32_t row, int column, struct date date);
void data_lookup(struct work *work, uint32_t row, int column,
		 const struct tab *tab, const char *key, size_t item);
/* column 0 has names, the others figures */
struct range
data_range(const struct work *work, uint32_t first, uint32_t n, int column);

/* plot_reasons.c */
void plot_reasons(struct plot *plot);
/* the value-irritant matrix; false when no reason has scores */
struct matrix {
	struct page *page;
	struct chart_box box;
	size_t labels; /* so many of the largest are named */
	double marker; /* size of the largest */
};
bool matrix_write(struct work *work, const struct matrix *matrix);
bool matrix_can(const struct work *work);

/* the other plot_*.c, by the key of the table */
void plot_segments(struct plot *plot);
void plot_channels(struct plot *plot);
void plot_measures(struct plot *plot);
void plot_demand(struct plot *plot);
void plot_readiness(struct plot *plot);
void plot_intelligence(struct plot *plot);
void plot_technology(struct plot *plot);

#endif
