/* marks.h - bars and bold words in some columns of the sheets */
#ifndef CES_WORKBOOK_MARKS_H
#define CES_WORKBOOK_MARKS_H

#include "work.h"

/* from -5 to 5; the sign says what it means */
bool is_score(const struct column *column);
/* what fills a cell of a column of shares with its bar */
double bars_most(const struct tab *tab, size_t column);
/* bars to both sides of scores; failure demand in bold */
void column_marks(const struct tab *tab, size_t column);

#endif
