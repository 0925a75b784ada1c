/* tidy.h - temporary files that go when the program ends early */
#ifndef CES_BASE_TIDY_H
#define CES_BASE_TIDY_H

#include <stddef.h>

/*
 * Notes a path that is to be removed when the program exits or is ended by a
 * signal; it must stay allocated until tidy_forget. Returns the slot, or -1
 * with errno set to EMFILE when all are taken.
 */
int tidy_note(const char *path);
void tidy_forget(int slot);

/* the signals that end the program, unless it was told to ignore them */
extern const int fatal_signals[];
extern const size_t fatal_signal_count;

#endif
