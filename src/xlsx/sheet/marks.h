/* marks.h - bars and bold words in some columns of the sheets */
#ifndef CES_WORKBOOK_MARKS_H
#define CES_WORKBOOK_MARKS_H

#include "xlsx/expr/work.h"

/* draws bars of shares and two-sided bars of scores; sets a word in bold */
void column_marks(const struct tab *tab, size_t column);

#endif
