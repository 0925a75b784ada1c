/* week_page.h - the page of the week: half hours of wanted against open */
#ifndef CES_WORKBOOK_WEEK_PAGE_H
#define CES_WORKBOOK_WEEK_PAGE_H

#include "xlsx/expr/work.h"

void hours_week_write(struct work *work);
/* links the sheets about hours to the page */
void hours_week_link(struct work *work, const struct tab *tab, uint32_t row,
		     int column);

#endif
