/* book.h - a workbook under construction: nothing it writes can break it */
#ifndef CES_WORKBOOK_BOOK_H
#define CES_WORKBOOK_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/buf.h"
#include "ces/date.h"
#include "ces/palette.h"
#include "ces/state.h"

/*
 * The library reports little and takes much that no reader opens. So all goes
 * through here, where it is made valid first; the first error stays, and what
 * comes after it does nothing.
 */
struct book;
struct page;	   /* a sheet, with its workbook */
struct lxw_format; /* a style made ready */
struct language;

enum alignment {
	ALIGN_AUTO,
	ALIGN_LEFT,
	ALIGN_RIGHT,
	ALIGN_CENTER,
	ALIGN_ACROSS
};

/* all of one width, so that two can be compared as bytes */
struct style {
	const char *number;	   /* number format; NULL: general */
	int32_t color, fill, line; /* line: under the cell */
	int32_t size;		   /* tenths of a point; 0: 100 */
	int32_t align, indent;
	int32_t bold, wrap, bottom; /* 1: stands low, as in headers; -1: high */
	int32_t open;		    /* may be edited on a protected sheet */
	int32_t quoted;		    /* begins like a formula */
	int32_t gap;		    /* white line at the left, between pills */
	int32_t left;		    /* color of a thin line at the left */
	int32_t shrink;		    /* rather a bit smaller than cut */
};
_Static_assert(sizeof(struct style) == sizeof(char *) + 14 * sizeof(int32_t),
	       "styles have no padding: they are compared as bytes");

/* room that a text takes: columns of its longest line, and lines */
struct extent {
	unsigned width, lines;
};

struct book_options {
	const char *path;		 /* of the workbook */
	const char *folder;		 /* for the library's temporary files */
	const struct language *language; /* of its texts */
	const char *plan_language;	 /* of the plan's; or NULL */
	const char *country;		 /* decides the paper; or NULL */
	const char *title, *author, *company; /* or NULL */
	const char *mark, *mark_value;	      /* a property of its own */
	/* of pages that programs find by their names: others take none of them,
	 * whatever a translation calls them; NULL ends them */
	const char *const *kept;
	struct date created;
};

struct book *book_open(const struct book_options *options);
/*
 * Writes it all and frees it; 0, or the system's or our error number. Pages
 * and styles are the book's.
 */
int book_close(struct book *book);
enum { BOOK_INVALID = 1000 }; /* no error of the system's */

struct lxw_format *book_style(struct book *book, const struct style *style);
/* of days, without their year, and of months */
/* DAY_NARROW: with its year, where a column can't be widened */
enum day_format { DAY_YEAR, DAY_SHORT, DAY_MONTH, DAY_NARROW };
const char *book_date_format(const struct book *book, enum day_format format);
/* the widest day as DAY_NARROW shows it */
const char *book_date_narrow(const struct book *book);
/* is its font one of square characters; how wide its letters are, in those of
 * Arial */
bool book_is_wide(const struct book *book);
double book_letters(const struct book *book);

/* shows large figures, exact in their cells, in thousands, millions or billions
 * (scale_of), with tenths where the least would be a single digit */
const char *scale_format(struct book *book, int scale, double least);

enum { MARK_BYTES = 4 };
/* appends a mark of each cell of the i-th page but formulas, which are counted;
 * NULL behind the last */
const struct page *page_marks(const struct book *book, size_t i,
			      struct buf *marks, unsigned *formulas);
/* the name is made valid and unique; page_name tells what became of it */
struct page *book_page(struct book *book, const char *name, int tab_color);
/* of one of the names that are kept */
struct page *book_kept_page(struct book *book, const char *name);
const char *page_name(const struct page *page);
/* appends the text between quotes, with those in it doubled */
void text_quote(struct buf *buf, const char *text, char quote);
/* appends 'its name'! for formulas and links */
void page_ref(struct buf *buf, const struct page *page);

void cell_text(struct page *page, uint32_t row, int column, const char *text,
	       struct lxw_format *format, struct extent *extent);
/* the same in a style that is not asked for in every row */
void cell_put(struct page *page, uint32_t row, int column, const char *text,
	      const struct style *style);
/* blank cells of one style; and a text centered across them, smaller where it
 * is wider */
void cell_band(struct page *page, uint32_t row, int first, int last,
	       const struct style *style);
void cell_across(struct page *page, uint32_t row, int first, int last,
		 const char *text, const struct style *style);
/* blank for a number that is none */
void cell_flag(struct page *page, uint32_t row, int column, bool on);
void cell_number(struct page *page, uint32_t row, int column, double number,
		 struct lxw_format *format);
/* as a true date; as text where a workbook has no such day */
void cell_date(struct page *page, uint32_t row, int column, struct date date,
	       struct lxw_format *format);
void cell_blank(struct page *page, uint32_t row, int column,
		struct lxw_format *format);
/* is it no longer than readers take */
bool formula_fits(const char *formula);
/* formulas hold no text of the user's; the result is stored with them */
void
cell_formula(struct page *page, uint32_t row, int column, const char *formula,
	     double result, struct lxw_format *format);
/* one that goes through the rows of an IF */
void cell_array(struct page *page, uint32_t row, int column,
		const char *formula, double result, struct lxw_format *format);
void cell_formula_text(struct page *page, uint32_t row, int column,
		       const char *formula, const char *result,
		       struct lxw_format *format);
/* a link to a row of another page of the workbook */
void cell_link(struct page *page, uint32_t row, int column,
	       const struct page *target, uint32_t to, const char *text,
	       struct lxw_format *format);
/* the same with its name and an arrow: back "← Review", or on "Week →" */
void
cell_arrow(struct page *page, uint32_t row, int column,
	   const struct page *target, bool back, const struct style *style);

/* widths in characters of the default font, heights in points */
static inline double
characters_of(double pixels)
{
	return (pixels - 5) / 7;
}
void
page_column(struct page *page, int first, int last, double width, bool hidden);
/* columns, not the first, that are shown when the reader unfolds them; the
 * button stands over the column before */
void page_fold(struct page *page, int first, int last);
/* rows that are shown when the reader unfolds them */
void
page_fold_rows(struct page *page, uint32_t first, uint32_t last, double height);
void page_row(struct page *page, uint32_t row, double height);
void page_rows(struct page *page, double height);
/* pixels of the columns, and of the rows up to the last, as they were set */
double page_across(const struct page *page, int first, int last);
double page_down(const struct page *page, uint32_t last);
void page_freeze(struct page *page, uint32_t rows, int columns);
/* hides it; nothing links to it from then on */
void page_hide(struct page *page);
bool page_hidden(const struct page *page);
void page_first(struct page *page);
void page_protect(struct page *page);

struct print {
	uint32_t header; /* row repeated on each sheet of paper */
	bool repeat;
	bool one;	   /* all on one sheet, else as tall as it is */
	bool portrait;	   /* upright, else across */
	int sheets;	   /* across, with the first column on each; 0: one */
	uint32_t last_row; /* the area, from cell first_column of row 0 */
	int first_column, last_column;
	double side, top, bottom;	   /* margins in inches */
	const char *left, *center, *right; /* footer; right gets the number */
};

void page_print(struct page *page, const struct print *print);
/* paper that is not fitted: its scale in percent, 10 to 400, and the rows (at
 * most 1,000) that begin a new sheet of it; after page_print */
void page_scale(struct page *page, int percent, const uint32_t *rows, size_t n);
/* the least scale by the width, and of what is made to fit one page: letters of
 * 9 points then have 6.75, though some readers only know whole percents, and
 * make our widths up to 6% larger */
#define PAPER_LEAST 0.761
#define PAPER_WIDER 1.06
#define PAPER_READ 0.755
/* a sheet of paper at full size, without its margins, in pixels */
double page_paper_width(const struct page *page, const struct print *print);
double page_paper_height(const struct page *page, const struct print *print);
/* the widest that can be read on one */
double page_paper_most(const struct page *page, const struct print *print);
/* the sheets of paper that it takes, once they are set; 0: none */
unsigned page_sheets(const struct page *page);

/*
 * Prints the sheet as wide as a page. What is little more than a page high is
 * made to fit; else the row that charts begin at (0: none) begins a new page.
 */
void paper_print(struct page *page, struct print *print, uint32_t charts);

/* the column up to which a line of that many pixels reaches; at least from */
int paper_reach(const struct page *page, int from, double pixels);

/* rows and columns from 0, both ends inside */
struct area {
	uint32_t first_row, last_row;
	int first_column, last_column;
};

/* headers differ from one another, whatever their case, and are one line */
struct table_column {
	const char *header;
	struct lxw_format *header_format;
	const char *formula; /* of new rows; NULL: none */
	bool total;
	double sum;
	struct lxw_format *total_format;
};

/* area: header row, data, and room for more, which the table leaves out, as
 * sorting would bring blank rows to the top. total_word NULL: no row of totals
 * under it */
void
page_table(struct page *page, const char *name, struct area area, uint32_t room,
	   const struct table_column *columns, const char *total_word);

void page_merge(struct page *page, struct area area, struct lxw_format *format);

/* a name for a range: formula is =... */
void book_name(struct book *book, const char *name, const char *formula);

/* --- rules on cells (rules.c) --- */

/* the change of a cell by a rule: fill, ink, thin lines, bold; what is 0 leaves
 * it as it is */
struct lxw_format *book_paint(struct book *book, const struct style *paint);

/* least < 0: to both sides of a line in the middle, as the sign tells two
 * kinds; only: without the number */
void page_bars(struct page *page, struct area area, double least, double most,
	       bool only);
/* bold where the cell holds the word */
void page_bold(struct page *page, struct area area, const char *word);
/* fills by the symbol that a text begins with; one rule set a column; calm:
 * white where all is well */
void page_status(struct page *page, struct area area, bool calm);
void
page_below(struct page *page, struct area area, double limit, double worse);
/* the fill of a symbol where the formula holds; Excel takes none that names
 * another sheet */
void page_when(struct page *page, struct area area, const char *formula,
	       enum symbol_id symbol);
/* where the cell holds the number; and where the formula of the area's first
 * cell holds. Rules made first go first, and end the others. */
void page_paint_number(struct page *page, struct area area, double number,
		       struct lxw_format *paint);
void page_paint_when(struct page *page, struct area area, const char *formula,
		     struct lxw_format *paint);

enum entry_kind {
	ENTRY_ANY,
	ENTRY_LIST,  /* one of a named range */
	ENTRY_NAMES, /* the same; others are taken after a question */
	ENTRY_DATE,
	ENTRY_SHARE,  /* 0% to 100% */
	ENTRY_CHANGE, /* -100% or more */
	ENTRY_NUMBER,
	ENTRY_COUNT /* whole, 0 or more */
};

struct entry {
	enum entry_kind kind;
	const char *range; /* of lists and names */
	/* title and message show at a chosen cell; error where it is wrong */
	const char *title, *message, *error;
};

void page_entry(struct page *page, struct area area, const struct entry *entry);

/* --- texts (texts.c) --- */

/*
 * The text as a cell may hold it: itself where nothing is wrong with it, else
 * a copy in buf. Control characters and what XML forbids become visible, CR
 * becomes LF, a literal _xHHHH_ stays what it is, and what is longer than a
 * cell may be is cut and ends with the words for that. extent may be NULL.
 */
const char *clean_text(struct buf *buf, const char *text, struct extent *extent,
		       const char *cut);

/* the same without line feeds, for headers, notes' titles and sheet names */
const char *clean_line(struct buf *buf, const char *text);

/* at most n UTF-16 units of the text, appended; whole characters */
void clean_cut(struct buf *buf, const char *text, size_t n);

/* the same, also within so many bytes, with "…" in the place of what is cut */
void
clean_shorten(struct buf *buf, const char *text, size_t units, size_t bytes);

/* appends a sheet's name: 31 units, no []:*?/\, no ' at its ends */
void clean_sheet_name(struct buf *buf, const char *wanted);

/* is the start of the text something that a spreadsheet may take for a
 * formula when it is typed in again */
bool clean_is_risky(const char *text);

/* pixels at 96 dpi in Arial and fonts of its widths; size: tenths of a point */
double text_pixels(const char *text, int size, bool bold);
double part_pixels(const char *text, size_t n, int size, bool bold);
/* the largest size, not less than so much, in which it fits */
int text_size(const char *text, double pixels, const struct style *style,
	      int least);
/* lines of that many pixels that it takes, broken at spaces */
unsigned text_lines(const char *text, double pixels, int size);
/* the bytes of its first line; a long word is a line of its own */
size_t text_line(const char *text, double pixels, int size);
/* appends it, cut at a word with "…" where it is wider */
void
text_fit(struct buf *buf, const char *text, double pixels, int size, bool bold);

#endif
