/* marks.h - bars and bold words in some columns of the sheets */
#ifndef CES_WORKBOOK_MARKS_H
#define CES_WORKBOOK_MARKS_H

#include "work.h"

/* bars of shares, to both sides of scores; and the word that stands out */
void column_marks(const struct tab *tab, size_t column);

#endif
