/* import_edits.h - a workbook that the next export may replace */
#ifndef CES_CLI_IMPORT_EDITS_H
#define CES_CLI_IMPORT_EDITS_H

#include <stdbool.h>

/* Does the plan say all that was edited in the workbook, and holds that nothing
 * that can't come back? False where either can't be read. */
bool edits_are_in(const char *path, const char *plan);

#endif
