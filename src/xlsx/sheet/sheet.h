/* sheet.h - pages that hold one table each, and those about the workbook */
#ifndef CES_XLSX_SHEET_H
#define CES_XLSX_SHEET_H

#include "xlsx/expr/work.h"

/* sets where its table will stand, for the formulas of other pages */
void tab_place(struct tab *tab);
/* fills the page of a table */
void tab_write(struct work *work, struct tab *tab);

void guide_write(struct work *work);
void lists_write(struct work *work); /* edit.c */
void origin_write(struct work *work);

#endif
