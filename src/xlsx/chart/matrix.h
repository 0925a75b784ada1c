/* matrix.h - the value-irritant matrix of contact reasons, as a scatter chart
 */
#ifndef CES_WORKBOOK_MATRIX_H
#define CES_WORKBOOK_MATRIX_H

#include "xlsx/book/chart.h"
#include "xlsx/expr/work.h"

struct matrix {
	struct page *page;
	struct chart_box box;
	size_t numbered; /* so many of the largest have their rank */
	double marker;	 /* size of the largest */
};

/* has any reason its scores */
bool matrix_can(const struct work *work);
/* only where it can */
void matrix_write(struct work *work, const struct matrix *matrix);

#endif
