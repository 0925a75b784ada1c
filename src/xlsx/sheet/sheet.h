/* sheet.h - pages that hold one table each, and those about the workbook */
#ifndef CES_XLSX_SHEET_H
#define CES_XLSX_SHEET_H

#include "xlsx/book/book.h"
#include "xlsx/expr/work.h"

/* sets where its table will stand, for the formulas of other pages; that of the
 * table above comes first */
void tab_place(struct tab *tab);
/* fills the page of a table, with the one that stands below */
void tab_write(struct work *work, struct tab *tab);

/* --- guide.c, lists.c, base.c: pages about the workbook ------------------- */

#define LIST_PEOPLE "list_people"

void guide_write(struct work *work);
void lists_write(struct work *work);
void origin_write(struct work *work);
/* the cells as exported */
void base_write(struct work *work);
/* the range of a list's words, which is written from then on */
const char *list_name(struct work *work, int list);

/* --- column.c: formats, headers, marks, entries --------------------------- */

/* rows of a title with its lines, and of a title alone */
enum { HEADER_ROW = 3, BELOW_HEADER = 1 };

/* cells of a kind of column, and the entries that they permit */
struct cell_kind {
	const char *format;
	int align;
	unsigned narrowest; /* characters */
	enum entry_kind entry;
	const char *error; /* message id, where an entry is wrong */
};

extern const struct cell_kind cell_kinds[]; /* by enum column_kind */

/* the styles of one column, made once */
struct looks {
	struct lxw_format *plain; /* numbers: whole ones */
	struct lxw_format *tenths, *fine;
	struct lxw_format *open; /* numbers that may get decimals by an edit */
	struct lxw_format *quoted; /* text that begins like a formula */
	struct lxw_format *link;
};

/* where a cell leads; page NULL: nowhere */
struct link {
	const struct page *page;
	uint32_t row;
};

/* link.c: of each row's cell in the column, or NULL where it leads nowhere */
struct link *column_links(struct work *work, const struct tab *tab, size_t j);

/* chooses those of the page, of counts and of money */
void scales_choose(struct tab *tab, const double *sums);

/* a cell's text: a sentence on the sheet, where it is part of a line elsewhere
 */
const char *column_text(const struct work *work, const struct column *column,
			const char *text);
struct looks looks_make(struct work *work, const struct tab *tab, size_t j);
/* headers and totals of the columns, and of the hidden ids after them */
struct table_column *
heads_make(struct work *work, struct tab *tab, const double *sums);
/* blank rows behind the table, as those above them, folded away, with the
 * formulas of new rows; and how many there are */
uint32_t room_rows(const struct table *table);
void room_write(struct work *work, const struct tab *tab,
		const struct looks *looks, struct lxw_format *id);
/* fills, bars, choices and notes of a column */
void column_rules(struct work *work, const struct tab *tab, int j,
		  const char *header);
/* says above the header which columns are for editing */
void edit_band(struct work *work, const struct tab *tab);

/* --- width.c -------------------------------------------------------------- */

/* WIDEST: characters of a text; HEAD_MARGIN: pixels beside a header's words */
enum { WIDEST = 60, HEAD_MARGIN = 13 };

unsigned text_width(const char *text);
/* characters of a word that doesn't wrap, with an indent and margins */
unsigned word_width(const struct work *work, const char *text);
/* characters of a header's longest word and its button */
unsigned longest_word(const char *header);
/* characters: widest, of its cells; longest, of words that don't wrap; wide: in
 * letters that are */
double column_width(const struct column *column, const char *header,
		    unsigned widest, unsigned longest, bool wide);

/* --- fit.c: what stands on paper, and how large --------------------------- */

/* wishes of a table's cells: of each its room, rows x columns; of each column
 * the characters of the widest, and of words and states, which don't wrap */
struct room {
	struct extent *extents;
	unsigned *widths;
	unsigned *words;
	struct link *const *links; /* of each column; NULL: it has none */
};

static inline unsigned
larger(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

/* are columns folded away: empty ones, and those that few readers need */
bool tab_folds(const struct tab *tab);
/* sets widths, heights and the side of the paper; returns the last column that
 * is on it */
int tab_fit(const struct work *work, struct tab *tab, const struct room *room,
	    struct print *print);

/* --- gantt.c -------------------------------------------------------------- */

/*
 * Draws the chart at the right of the sheet of actions, once its widths are
 * set, and returns its last column; the key is in the row below the data.
 */
int gantt_write(struct work *work, const struct tab *tab);
/* the width of the chart */
double gantt_pixels(const struct work *work, const struct tab *tab);

#endif
