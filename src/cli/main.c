/* main.c - dispatch to commands, in the user's language */
#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "ces/message.h"
#include "ces/nearest.h"
#include "cli/options.h"

#define _(text) gettext(text)

/*
 * A standard stream that came closed would become the next file that is opened,
 * and messages would go into an output. /dev/null takes its place, open the
 * wrong way round, so that using it still fails.
 */
static void
occupy_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd ? O_RDONLY : O_WRONLY) < 0)
			exit(EXIT_CANNOT);
}

static int
show_help(const struct command *command)
{
	struct buf buf = {0};
	int status;

	help_write(&buf, command);
	status = print_all(&buf);
	buf_free(&buf);
	return status;
}

static int
show_version(void)
{
	struct buf buf = {0};
	int status;

	buf_printf(&buf, "ces %s\n%s\n", CES_VERSION,
		   "Copyright (c) 2026 The ces authors. MIT License.");
	status = print_all(&buf);
	buf_free(&buf);
	return status;
}

static int
unknown_command(const char *name)
{
	struct nearest nearest;

	nearest_start(&nearest, name);
	for (int i = 0; commands[i]; i++)
		nearest_try(&nearest, commands[i]->name);
	if (nearest.best)
		return show_error(_("there is no command '%s'; did you mean "
				    "'ces %s'?"),
				  name, nearest.best);
	if (*name == '-')
		return show_error(_("'ces' has no option '%s'; 'ces --help' "
				    "lists the commands"),
				  name);
	if (file_exists(name))
		return show_error(_("'%s' is a file, not a command; did you "
				    "mean 'ces check %s'?"),
				  name, name);
	return show_error(
		_("there is no command '%s'; 'ces --help' lists the commands"),
		name);
}

/* words in place of a command: help, version, the manual's source */
static bool
run_general(int argc, char **argv, int *status)
{
	const char *word = argc > 1 ? argv[1] : "--help";
	struct buf buf = {0};

	if (!strcmp(word, "--version"))
		*status = show_version();
	else if (!strcmp(word, "--help") || !strcmp(word, "-h") ||
		 (!strcmp(word, "help") && argc < 3))
		*status = show_help(NULL);
	else if (!strcmp(word, "help") && command_find(argv[2]))
		*status = show_help(command_find(argv[2]));
	else if (!strcmp(word, "help") && !strcmp(argv[2], "--roff")) {
		manual_write(&buf);
		*status = print_all(&buf);
		buf_free(&buf);
	} else if (!strcmp(word, "help"))
		*status = unknown_command(argv[2]);
	else
		return false;
	return true;
}

int
main(int argc, char **argv)
{
	const struct command *command;
	struct options options;
	int status;

	occupy_streams();
	language_set();
	if (run_general(argc, argv, &status))
		return status;
	command = command_find(argv[1]);
	if (!command)
		return unknown_command(argv[1]);
	if (!options_read(&options, command, argc - 1, argv + 1))
		status = EXIT_CANNOT;
	else if (options.value[OPTION_HELP])
		status = show_help(command);
	else if (options.value[OPTION_VERSION])
		status = show_version();
	else
		status = command->run(&options);
	options_release(&options);
	return status;
}
