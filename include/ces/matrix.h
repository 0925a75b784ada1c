/* matrix.h - where contact reasons belong: markers of the value-irritant matrix,
 * and labels that cover one another least */
#ifndef CES_MATRIX_H
#define CES_MATRIX_H

#include "ces/table.h"

/* most reasons; scores from the middle to an edge */
enum { MATRIX_MOST = 40, MATRIX_REACH = 7 };

/* of a label at its marker */
enum marker_side {
	SIDE_CENTER, SIDE_LEFT, SIDE_RIGHT, SIDE_ABOVE, SIDE_BELOW
};

/* a reason, or those on one spot: the largest of them stands for all */
struct marker {
	size_t row; /* of contact_reasons, which is sorted by volume */
	double x, y, volume;
	size_t spot; /* the first marker there */
	int size;    /* points */
	double width; /* of its label, pixels; 0: it has none */
	int lines;    /* of it */
	enum marker_side side;
};

struct matrix {
	size_t n;
	struct marker markers[MATRIX_MOST];
	double unit_x, unit_y; /* pixels of a score */
	double line;           /* pixels of a label's line */
	/* pixels from the middle beyond which no label should be; 0: any may */
	double edge_x, edge_y;
};

/* of the first rows of contact_reasons those that tell both scores */
void matrix_gather(struct matrix *matrix, const struct table *table,
		   size_t rows);
/* Sizes markers by contacts, as large as none covers another. */
void matrix_size(struct matrix *matrix, int largest, int least);
/*
 * Puts the label of a marker where it lies on least. Returns how much that is:
 * lines, markers, the labels of those before it.
 */
int matrix_place(struct matrix *matrix, size_t i);

#endif
