/* sample.h - for tests of what is made from a plan: reviews of samples */
#ifndef CES_TESTS_SAMPLE_H
#define CES_TESTS_SAMPLE_H

#include "ces/review.h"

/* of the file, as of its own date; path from the top of the tree */
void sample_file(struct review *review, const char *path);
/* of the text, as of 2026-06-30 */
void sample_text(struct review *review, const char *yaml);

/* a plan that has nothing but its heading */
extern const char almost_empty[];

#endif
