/* kind.h - what a file is that was taken for a plan */
#ifndef CES_CLI_KIND_H
#define CES_CLI_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* Names a file and the way out, as a message id; NULL: maybe a plan. */
const char *kind_of(const char *bytes, size_t n);
const char *file_kind(const char *path);

enum keys {
	KEYS_NONE,    /* comments alone, or a kind known by its bytes */
	KEYS_FOREIGN, /* something else */
	KEYS_PLAN     /* 'ces' or another key of a plan, which may be broken */
};

enum keys file_keys(const char *path);

#endif
