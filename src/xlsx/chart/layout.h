/* layout.h - places charts below the tables, and draws them */
#ifndef CES_WORKBOOK_LAYOUT_H
#define CES_WORKBOOK_LAYOUT_H

#include "ces/message.h"
#include "xlsx/book/chart.h"
#include "xlsx/expr/work.h"

/* a sheet whose charts are laid out below its table */
struct layout {
	struct work *work;
	const struct tab *tab;
	struct expr_scope scope; /* of the table */
	uint32_t row;		 /* the next one that is free */
	int width;		 /* pixels of the printed columns */
	int room; /* pixels of a chart's height, for all to be on one page */
	unsigned lines; /* of the notes in the row at hand */
};

enum { CHART_GAP = 24, BAR_SERIES = 2, TITLE_POINTS = 21 };

/*
 * A chart with the cells above it. Its series take their names from the
 * drawing where they have none of their own; of bars the first is on top, and
 * labels at their ends take the place of a scale. Titles of axes are
 * translated.
 */
struct drawing {
	enum chart_kind kind;
	/* message ids, whose {names} are those of ARGS() */
	const char *title, *note, *description;
	const struct arg *args;
	size_t arg_count;
	/* or a title, or a note, that follows its figures */
	const struct expr *sentence, *note_sentence;
	const char *name; /* stands in the chart, where several are in a row */
	struct chart_axis x, y;
	struct range names;
	const struct chart_series *series;
	size_t n;
	int left;	   /* pixels from the edge of the page */
	int column;	   /* or where it begins */
	int width, height; /* width 0: up to the page's edge */
	int gap, paper;
	bool legend;
};

#define SERIES(...)                                               \
	.series = (const struct chart_series[]){__VA_ARGS__},     \
	.n = sizeof((const struct chart_series[]){__VA_ARGS__}) / \
	     sizeof(struct chart_series)
/* two shares of each bar, compared */
#define SHARES(dark, gray)                                                \
	.y = {.title = language_text(layout->work->language, "Share, %"), \
	      .number = "0%"},                                            \
	.gap = 60,                                                        \
	SERIES({.name = (dark), .color = ACCENT, .number = "0%"},         \
	       {.name = (gray), .color = PALE, .number = "0%"})
/* a message whose names are bound to templates over the sheet */
#define SENTENCE(layout, message, ...)                                  \
	layout_sentence(layout, message,                                \
			(const struct binding[]){__VA_ARGS__},          \
			sizeof((const struct binding[]){__VA_ARGS__}) / \
				sizeof(struct binding))
const struct expr *
layout_sentence(const struct layout *layout, const char *message,
		const struct binding *bindings, size_t n);

/* a figure of the sheet now */
double layout_number(const struct layout *layout, const char *template);

/* has the table charts */
bool charts_any(const struct tab *tab);
/* charts of the table below that row, as wide as its columns on paper; returns
 * the last row that they take */
uint32_t charts_write(struct work *work, const struct tab *tab, uint32_t row,
		      int last_column);

/* the native chart alone */
void drawing_place(struct work *work, struct page *page,
		   const struct chart_box *box, const struct drawing *drawing);
/* title, note and chart from the layout's row on; returns the height */
int drawing_write(struct layout *layout, const struct drawing *drawing);
/* the same of bars over n rows of the hidden sheet, which hold their names and
 * the values of each series */
int drawing_bars(struct layout *layout, struct drawing drawing, uint32_t first,
		 size_t n);

/* --- heading.c ------------------------------------------------------------ */

/* title and note alone; returns the place of the chart */
struct chart_box
drawing_begin(struct layout *layout, const struct drawing *drawing);
/* one of its messages, with its arguments */
const char *drawing_text(struct work *work, const struct drawing *drawing,
			 const char *message);

/* --- layout.c ------------------------------------------------------------- */

/* pixels of n bars with a legend, or of groups of them; at least so many */
int bars_height(size_t n, int each, int least);
/* that height, or less of it where all is on one page then */
int layout_height(const struct layout *layout, int wanted, int least);
/* goes on below charts of that height */
void layout_end(struct layout *layout, int height);

/* breaks the text into two lines that fit a chart of that size */
const char *label_lines(struct arena *arena, const char *text, int chart_width,
			int chart_height);

/* header with its unit, as it stands above the table: "Contacts, k a year"; and
 * the format of its figures */
const char *tab_header(const struct layout *layout, const char *key);
const char *tab_format(const struct layout *layout, const char *key);
/* the row with the largest figure of the column; rows when there is none */
size_t tab_most(const struct tab *tab, const char *key);

/* --- hidden sheet of figures that charts need and no table has --- */

/* a block has a heading, and rows with a name in column 0 and figures */
uint32_t data_block(struct work *work, const char *heading, size_t rows);
void data_text(struct work *work, uint32_t row, int column, const char *text);
void data_number(struct work *work, uint32_t row, int column, double number);
/* as a workbook counts days */
void data_day(struct work *work, uint32_t row, int column, double day);
void
data_expr(struct work *work, uint32_t row, int column, const struct expr *expr);
/* a figure of the table, found by the row's id */
void data_lookup(struct work *work, uint32_t row, int column,
		 const struct tab *tab, const char *key, size_t item);

/*
 * Rows of the sheet's own table by the first of the keys, the most (or the
 * least) first: the name, then a figure of each key, found by the row's id.
 */
struct sorted {
	const char *heading, *names, *keys[2];
	size_t most; /* rows; the others are left out */
	bool least_first;
	uint32_t first; /* row on the hidden sheet, and their number */
	size_t n;
};
void data_sorted(struct layout *layout, struct sorted *sorted);

struct range
data_range(const struct work *work, uint32_t first, size_t n, int column);
/* the first rows of a column of the sheet's own table */
struct range tab_range(const struct tab *tab, const char *key, size_t n);

/* makes a series of n points from rows of x and y */
struct chart_series
data_points(const struct work *work, uint32_t first, size_t n);

/* the name of a part of a scatter chart, written at a place in it */
struct caption {
	double x, y;
	const char *name; /* message id; becomes translated */
	enum label_place place;
};

/* captions as points without markers in a chart of that width; *row: their
 * block, 0: not yet written */
void captions_add(struct work *work, const char *heading, uint32_t *row,
		  struct caption *captions, size_t n, int width,
		  struct chart_series *series);

/* --- the charts of tables.def --- */

#define TABLE(key, color, options, charts) \
	void draw_##charts(struct layout *layout);
#include "ces/tables.def"

/* --- matrix.c: value-irritant matrix of contact reasons --- */

/* has any reason its scores */
bool matrix_can(const struct work *work);
/* only where it can; numbered: so many of the largest have their rank; marker:
 * size of the largest, where none covers another */
void matrix_write(struct work *work, struct page *page,
		  const struct chart_box *box, size_t numbered, int marker);

#endif
