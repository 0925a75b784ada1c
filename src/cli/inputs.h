/* inputs.h - the plans that a command line names */
#ifndef CES_CLI_INPUTS_H
#define CES_CLI_INPUTS_H

#include "ces/review.h"
#include "cli/options.h"

/* the plans in a stable order: as given, those of a folder sorted */
struct inputs {
	char **names; /* owned */
	size_t n, cap;
	bool failed; /* one could not be listed, and was reported */
};

/* the plan that is here, where none is named; false with a message */
bool inputs_default(struct inputs *inputs);
/* files, folders and "-"; without any, strategy.yaml or the one plan here */
bool inputs_find(struct inputs *inputs, const struct options *options);
/* false, with a message, where they aren't one */
bool inputs_one(const struct inputs *inputs);
void inputs_release(struct inputs *inputs);

/* Reads and judges one; false when it can't be read, with a message. */
bool input_review(struct review *review, const char *name,
		  const struct review_options *options);

/* The same of one that is to be edited. */
bool input_load(struct document *document, const char *name);

/*
 * Judges all, jobs at a time; each is called in order, on this thread, with a
 * review of which only the counts stay valid. False when one could not be read.
 */
bool inputs_review(const struct inputs *inputs, size_t jobs,
		   const struct review_options *options, struct review *reviews,
		   void (*each)(struct review *review, size_t i, void *data),
		   void *data);

/* --as-of, --as and --section; told to the user */
bool
review_options_read(struct review_options *to, const struct options *options);
/* --language, else the plan's, of what is written for others; false, with a
 * message, where it is none of ours */
bool written_language(struct review_options *to, const struct options *options);

#endif
