/* options.h - the one table of commands and options */
#ifndef CES_CLI_OPTIONS_H
#define CES_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/buf.h"
#include "ces/date.h"
#include "ces/message.h"
#include "ces/review.h"

/* the message in the user's language */
#define _(text) language_text(language_user(), text)

enum option_id {
	OPTION_OUTPUT,
	OPTION_FORMAT,
	OPTION_BOM,
	OPTION_AS_OF,
	OPTION_AS,
	OPTION_FAIL_ON,
	OPTION_SECTION,
	OPTION_OWNER,
	OPTION_OPEN,
	OPTION_JOBS,
	OPTION_LIMIT,
	OPTION_TITLE,
	OPTION_ORGANIZATION,
	OPTION_SECTOR,
	OPTION_LANGUAGE,
	OPTION_FULL,
	OPTION_ADD,
	OPTION_REMOVE,
	OPTION_SKIP,
	OPTION_DELETE,
	OPTION_UNSAFE,
	OPTION_NEXT,
	OPTION_WRITE,
	OPTION_FORCE,
	OPTION_COLOR,
	OPTION_QUIET,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_COUNT
};

enum { EXIT_DONE, EXIT_FOUND, EXIT_CANNOT };

/* an option as it was given, of those that may be repeated in any order */
struct given {
	int option;
	const char *text;
};

/* the command line, read */
struct options {
	const char *value[OPTION_COUNT]; /* the last one given, NULL: none;
					    flags: "" */
	const char **outputs, **formats; /* all that were given */
	const char **output_formats; /* the last one before each output, NULL:
					none */
	size_t output_count, format_count;
	struct given *given; /* --add, --remove and --skip */
	size_t given_count;
	char **files;
	int file_count;
	/* worked out from the values */
	struct date as_of;
	bool color;    /* of standard output */
	bool terminal; /* standard output is one */
	size_t width;  /* of the terminal */
};

struct command {
	const char *name;
	const char *arguments; /* FILE... */
	const char *summary;   /* message id, one line */
	const char *examples;  /* two or three lines to try */
	unsigned options;      /* 1u << OPTION_... */
	const char *output;    /* message ids: help of --output and --format */
	const char *format;    /* where the usual one isn't enough; or NULL */
	/* the i-th value of --format, the default first; NULL behind the last
	 */
	const struct format *(*formats)(size_t i);
	int most; /* arguments that it takes; -1: any number */
	int (*run)(const struct options *options);
};

struct option_row {
	const char *name;
	char letter;	      /* 0: none */
	const char *argument; /* NULL: a flag */
	const char *help;     /* message id */
};

extern const struct command command_init, command_check, command_export,
	command_checklist, command_set, command_rename, command_fix,
	command_import, command_explain, command_schema;
extern const struct command *const commands[]; /* NULL ends them */
extern const struct option_row option_rows[OPTION_COUNT];

const struct command *command_find(const char *name);
bool command_takes(const struct command *command, int option);

/* formats of the commands that print a text */
const struct format *text_format(size_t i);

/* "text, json or jsonl", or their suffixes */
void format_list(struct buf *buf, const struct command *command, bool suffixes);

/* the index of the command's format by name, or for a file by its suffix; -1
 * with a message where there is none */
int format_find(const struct command *command, const char *name);
int format_for(const struct command *command, const char *path);
bool name_has_suffix(const char *name, const char *suffix); /* whatever its case */

/* Reads the arguments behind the command's name; false with a message when one
 * is wrong. */
bool options_read(struct options *options, const struct command *command,
		  int argc, char **argv);
void options_release(struct options *options);
/* a number from 1 on; false with the message, which takes the text */
bool number_read(size_t *to, const char *text, const char *message);
/* --jobs, else one for each processor */
bool jobs_read(size_t *jobs, const struct options *options);

/* help of a command, or of the whole program where it is NULL */
void help_write(struct buf *buf, const struct command *command);
/* a term and its meaning in two columns, the second at indent; a long term has
 * a line of its own */
void help_entry(struct buf *buf, const char *term, const char *meaning,
		size_t indent);
/* the manual page's SYNOPSIS and OPTIONS, in roff; of no command */
void manual_write(struct buf *buf, const struct command *command);

/* a message on standard error behind "ces: "; returns EXIT_CANNOT */
int show_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* the same of a message with arguments */
int show_message(const char *message, const struct arg *args, size_t arg_count);
/* the same: the path and the reason in errno */
int show_errno(const char *path);

/* in one line, tabs and other control characters as their pictures */
void buf_visible(struct buf *buf, const char *text);
/* a file's name as a shell takes it, to paste behind a command */
void buf_shell(struct buf *buf, const char *name);

/* appends the path of a name in the folder */
void path_add(struct buf *buf, const char *folder, const char *name);

/* a file that the command is to write, or a stream; NULL: standard output */
struct destination {
	const char *path;
	const struct format *format;
	const char *plan; /* NULL: of all plans */
};

/*
 * May all be written? Not a plan, the command's own or another; of what else is
 * there only files that are empty, or ours and not edited, unless --force is
 * given. Says of each why not.
 */
bool outputs_free(const struct destination *to, size_t n,
		  const struct options *options, char *const *plans,
		  size_t plan_count);

/* "wrote PATH" on standard output, unless quiet or the path is no file */
int print_written(const char *path, bool quiet);

/* writes all to standard output, or to the file and prints that; frees the
 * buffer; EXIT_CANNOT with a message when it can't */
int print_all(struct buf *buf);
int write_output(struct buf *buf, const char *path, bool quiet);
/* the same of texts in files of a folder, which is made: all of them, or none
 * where the disk is full */
int write_files(const char *folder, const char *const *names,
		struct buf *texts, size_t n, bool quiet);

#endif
