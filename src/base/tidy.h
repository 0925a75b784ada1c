/* tidy.h - temporary files and folders that go when the program ends early */
#ifndef CES_BASE_TIDY_H
#define CES_BASE_TIDY_H

#include <stdbool.h>

/*
 * Notes a path that is to be removed when the program exits or is ended by a
 * signal; it must stay allocated until tidy_forget. Returns the slot, or -1
 * with errno set to EMFILE when all are taken.
 */
int tidy_note(const char *path);
void tidy_forget(int slot);

/* In a forked child: what its parent noted is removed as well when a signal
 * ends the child. */
void tidy_adopt(void);

#endif
