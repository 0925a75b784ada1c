/* edited.h - a plan that a command edits: read, shown, written */
#ifndef CES_CLI_EDITED_H
#define CES_CLI_EDITED_H

#include "ces/edit.h"
#include "cli/options.h"

/* the word of the command line that a change comes from */
struct argument {
	const char *text;
	size_t value; /* where the value begins in it */
};

/* one run of a command that edits */
struct rewrite {
	const struct options *options;
	const struct command *command;
	char *name; /* of the plan; owned */
	struct document old;
	struct changes changes;
	struct argument *arguments; /* one for each change, or NULL */
	struct edited edited;
	const char *format;  /* of what is shown */
	const char *notes;   /* lines behind what changes, as text; or NULL */
	const char *head;    /* lines before it; or NULL */
	const char *blocked; /* why nothing can be written; or NULL */
	/* adds what notes or head say to an object of JSON; or NULL */
	void (*notes_json)(struct json *json, const void *data,
			   struct source *plan);
	/* asks once all is shown: is it to be written? or NULL */
	bool (*ask)(void *data);
	void *data; /* for the two */
};

/* will something be written, into the plan or another file */
bool rewrite_writes(const struct rewrite *rewrite);

/* formats of the commands that edit */
const struct format *edit_format(size_t i);

/* Reads the plan, NULL: the one that is here; false with a message. */
bool rewrite_open(struct rewrite *rewrite, const struct command *command,
		  const struct options *options, const char *name);
/* Applies the changes, shows them and writes what is to be written; returns the
 * exit status. */
int rewrite_run(struct rewrite *rewrite);
/* Shows and writes what was edited; returns the exit status. */
int rewrite_finish(struct rewrite *rewrite);
/* Refuses a value that is no YAML; the finding's span is in the value. */
void rewrite_unread(struct rewrite *rewrite, const struct argument *argument,
		    const struct finding *finding);
/* Says why nothing was changed; returns the exit status. */
int rewrite_refuse(struct rewrite *rewrite);
void rewrite_release(struct rewrite *rewrite);

#endif
