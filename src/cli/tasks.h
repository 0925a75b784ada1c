/* tasks.h - tasks at the same time */
#ifndef CES_CLI_TASKS_H
#define CES_CLI_TASKS_H

#include <stddef.h>

/*
 * Runs each of n tasks, jobs at a time, each in a process of its own. What they
 * write to the two streams comes in their order, as if one ran after the other.
 * Returns the worst of the exit statuses that they return.
 */
int
tasks_run(size_t n, size_t jobs, int (*run)(size_t i, void *data), void *data);

#endif
