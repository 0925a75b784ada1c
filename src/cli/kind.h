/* kind.h - what a file is that was taken for a plan */
#ifndef CES_CLI_KIND_H
#define CES_CLI_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* Names a file and the way out, as a message id; NULL: maybe a plan. The bytes are
 * followed by a NUL. */
const char *kind_of(const char *bytes, size_t n);

enum keys {
	KEYS_NONE,    /* comments alone, or no text */
	KEYS_FOREIGN, /* YAML of something else */
	KEYS_PLAN     /* 'ces' or another key of a plan, which may be broken */
};

enum keys file_keys(const char *path);

#endif
