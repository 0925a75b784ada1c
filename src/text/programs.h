/* programs.h - programs that ces runs for a heavy library, and why they failed */
#ifndef CES_TEXT_PROGRAMS_H
#define CES_TEXT_PROGRAMS_H

#include "ces/program.h"

/* message ids */
struct helper {
	const char *name;
	const char *missing, *damaged, *not_loaded, *other_version;
	const char *slow, *killed, *crashed;
};
extern const struct helper helper_workbook, helper_calendar;

/* Says why it failed; NULL where its exit status, which may be one of those
 * that its mode alone has, tells the rest. */
const char *
helper_failure(const struct helper *helper, const struct program_end *end);

/* Starts it, or says why it can't be run; its end says the same as above, with
 * that status. The program's name is the helper's. */
const char *
helper_start(const struct helper *helper, const struct program *program,
	     struct running **running);
const char *
helper_end(const struct helper *helper, struct running *running, int *code);

#endif
