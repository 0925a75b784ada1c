/* workbook_program.h - the program for workbooks, and why it failed */
#ifndef CES_TEXT_WORKBOOK_PROGRAM_H
#define CES_TEXT_WORKBOOK_PROGRAM_H

#include "ces/program.h"

extern const char workbook_program_damaged[];

/* Says why it failed; NULL where its exit status, which may be one of those
 * that its mode alone has, tells the rest. */
const char *workbook_program_failure(const struct program_end *end);

/* Starts it, or says why it can't be run; its end says the same as above, with
 * that status. */
const char *
workbook_program_start(const struct program *program, struct running **running);
const char *workbook_program_end(struct running *running, int *code);

#endif
