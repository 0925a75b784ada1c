/* yield.h - memory that the process has and doesn't need for now */
#ifndef CES_YIELD_H
#define CES_YIELD_H

/*
 * Gives back the code and the constants of the program and its libraries that
 * are in memory: what is needed again is read from their files again, which
 * lie in the system's memory. For a process that is about to wait, or that has
 * done with most of what it loaded. Leaves errno as it is.
 */
void yield_files(void);

#endif
