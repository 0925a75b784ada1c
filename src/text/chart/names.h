/* names.h - names of the matrix's markers, or their ranks where there is no room
 */
#ifndef CES_TEXT_NAMES_H
#define CES_TEXT_NAMES_H

#include "ces/matrix.h"
#include "chart.h"

/* label of a marker */
struct caption {
	const char *lines[2];
	int n;
	bool named; /* else it is the rank */
};

struct names {
	const struct chart *chart;
	const struct table *table;
	struct matrix matrix;
	struct caption captions[MATRIX_MOST];
	size_t ranks; /* captions that are no names */
};

/* pixels to the marker */
enum { NAME_GAP = 3 };

/* Finds a caption and its place for each spot; markers have their sizes. */
void names_place(struct names *names);
/* the largest reason of the spot, and how many are with it */
const char *names_spot(const struct names *names, size_t spot, double room);
/* all reasons of the spot */
const char *names_all(const struct names *names, size_t spot);

#endif
