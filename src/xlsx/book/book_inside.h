/* book_inside.h - what the files that call the library share */
#ifndef CES_WORKBOOK_BOOK_INSIDE_H
#define CES_WORKBOOK_BOOK_INSIDE_H

#include <xlsxwriter.h>

#include "book.h"
#include "ces/arena.h"

/* of texts of a language */
struct font {
	const char *language, *name;
	bool wide;
};

struct made {
	struct style style;
	lxw_format *format;
};

struct book {
	lxw_workbook *workbook;
	const struct language *language;
	const struct font *font;
	const char *cut; /* ends a text that is longer than a cell may be */
	bool letter;
	int error;	    /* the first one */
	struct arena arena; /* of pages, and of texts given to the library */
	struct buf clean;
	struct made *formats;
	size_t format_count, format_cap;
	const char *const *kept; /* names of pages, of programs */
	struct page **pages;
	size_t page_count, page_cap;
	lxw_format *status[SYMBOL_COUNT]; /* made when first asked for */
};

/* columns whose widths are remembered; the others have the usual one */
enum { WIDTHS_KEPT = 128, USUAL_WIDTH = 64 };

struct page {
	struct book *book;
	lxw_worksheet *sheet;
	char *name;
	unsigned links;
	bool hidden;
	unsigned sheets; /* of paper */
	double row;	 /* points of the rows that aren't set */
	double more;	 /* of those that are, what they have besides */
	double widths[WIDTHS_KEPT]; /* pixels of the first columns */
};

/* columns are ints everywhere else */
static inline lxw_col_t
col(int column)
{
	return (lxw_col_t)column;
}

/* the library takes text that it doesn't change as if it would */
static inline char *
library_text(const char *text)
{
	return (char *)(uintptr_t)text;
}

/* one line of the text, at most so many UTF-16 units of it; "" for NULL */
char *book_line(struct book *book, const char *text, size_t most);

/* the number format, with a section for negative numbers */
char *book_number_format(struct book *book, const char *number);

/* keeps the first error */
void book_check(struct book *book, lxw_error error);
void page_check(struct page *page, lxw_error error);

/* as the library keeps it, or NULL */
const lxw_cell *page_cell(const struct page *page, uint32_t row, int column);

/* The library keeps quiet of a copy that it had no memory for. */
void book_check_copy(struct book *book, const void *copy);

/* Charts keep what their cells hold, for readers that only draw. */
void book_fill_charts(struct book *book);

#endif
