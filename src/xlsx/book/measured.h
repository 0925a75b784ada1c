/* measured.h - how wide a text is on the page, and what of it fits */
#ifndef CES_WORKBOOK_MEASURED_H
#define CES_WORKBOOK_MEASURED_H

#include <stdbool.h>

#include "ces/buf.h"

/* pixels at 96 dpi in Arial and fonts of its widths; size: tenths of a point */
double text_pixels(const char *text, int size, bool bold);
double part_pixels(const char *text, size_t n, int size, bool bold);
/* how many lines of that many pixels it takes, broken at spaces */
unsigned text_lines(const char *text, double pixels, int size);
/* appends it, cut at a word with "…" where it is wider */
void
text_fit(struct buf *buf, const char *text, double pixels, int size, bool bold);

#endif
