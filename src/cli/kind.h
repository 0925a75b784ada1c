/* kind.h - what a file is that was taken for a plan */
#ifndef CES_CLI_KIND_H
#define CES_CLI_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* What it is and what to do, as a message id; NULL: maybe a plan. The bytes are
 * followed by a NUL. */
const char *kind_of(const char *bytes, size_t n);

/* Has it a key of a plan, though the plan may be broken? */
bool kind_is_plan(const char *bytes, size_t n);

/* YAML of something else: neither 'ces' nor another key of a plan, but more
 * than comments */
bool kind_is_foreign(const char *bytes, size_t n);

#endif
