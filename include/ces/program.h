/* program.h - programs of ours that do one thing for this one */
#ifndef CES_PROGRAM_H
#define CES_PROGRAM_H

#include <stdbool.h>

#include "ces/buf.h"

/*
 * A heavy library is linked by a program of its own, in libexec/ces, that is
 * run when it is asked for. Its standard input is given, or a file that is open
 * here; its standard output is that file, or another one. What it prints as an
 * error is kept from the user, for libraries repeat the user's text as it is.
 */
struct program {
	const char *name;
	const char *mode;	 /* its first argument */
	const struct buf *input; /* or NULL: the file */
	int file;
	int output;	    /* or 0: the file too */
	const char *beside; /* or NULL; else its second argument is a folder
			       for temporary files, in TMPDIR or, where that
			       can't be used, beside this path */
};

struct program_end {
	int status;	 /* as of waitpid */
	bool complained; /* it printed an error */
};

/*
 * Runs it to its end. A signal that ends this program ends the other one
 * first, and its folder is removed with what is in it. False with errno set
 * when it could not be run.
 */
bool program_run(const struct program *program, struct program_end *end);

/* The same in two steps, between which such a signal waits; NULL as false. */
struct running *program_start(const struct program *program);
bool program_end(struct running *running, struct program_end *end);

#endif
