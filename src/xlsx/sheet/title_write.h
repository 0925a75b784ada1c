/* title_write.h - the first lines of a sheet: its message, its subject */
#ifndef CES_WORKBOOK_TITLE_WRITE_H
#define CES_WORKBOOK_TITLE_WRITE_H

#include "xlsx/expr/work.h"

/* rows 0 and 1; formulas where the sheet's own cells make the message. Returns
 * the pixels of the longer one */
double title_write(struct work *work, const struct tab *tab,
		   struct lxw_format *title, struct lxw_format *intro);

#endif
