/* figure.h - counts and sums over the sheets: formula, text and value */
#ifndef CES_WORKBOOK_FIGURE_H
#define CES_WORKBOOK_FIGURE_H

#include "formula_text.h"

/* COUNTIF over a column, and its result; both as pieces are made of them */
struct figure {
	struct buf formula, text;
	double value;
};

/* figures are the caller's: what made them is given back with figure_free */
void figure_free(struct figure *figures, size_t n);
struct figure
figure_count(const struct tab *tab, const char *key, const char *begins);
/* counts of the rows that have the word besides */
struct figure
figure_count_if(const struct tab *tab, const char *key, const char *begins,
		const char *key2, const char *word);
struct figure figure_rows(const struct tab *tab);
/* the percent of a column's sum in the rows that have the word, rounded;
 * value is NAN where there is no sum */
struct figure figure_share(const struct tab *tab, const char *key,
			   const char *key2, const char *word);
struct piece figure_piece(const char *name, const struct figure *figure);
/* "163,000", as FIXED shows it where a comma parts thousands */
void figure_digits(struct buf *text, double value);

#endif
