/* facts.h - parts of a workbook as the library doesn't write them */
#ifndef CES_XLSX_FACTS_H
#define CES_XLSX_FACTS_H

#include <stdbool.h>

#include "ces/buf.h"

/* May there be something to change in the part of that name? */
bool part_has_facts(const char *name);
/* Changes it; false: there was nothing to change. */
bool part_write_facts(struct buf *part, const char *name, const char *language);

#endif
