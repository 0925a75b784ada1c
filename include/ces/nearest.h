/* nearest.h - did you mean ...? */
#ifndef CES_NEAREST_H
#define CES_NEAREST_H

#include <stddef.h>

/*
 * Collects the candidate nearest to a mistyped word. At most a third of the
 * word's letters may differ (a swap of neighbours counts once); letter case,
 * '-', '_' and spaces are forgiven.
 */
struct nearest {
	const char *word; /* borrowed */
	const char *best; /* borrowed from the candidates; NULL: none near */
	size_t distance;  /* of best; set by nearest_start */
};

void nearest_start(struct nearest *nearest, const char *word);
void nearest_try(struct nearest *nearest, const char *candidate);

/* the nearest of n words, NULL when none is near */
const char *nearest_of(const char *word, const char *const *words, size_t n);

#endif
