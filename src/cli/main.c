/* main.c - dispatch to commands, in the user's language */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/file.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/nearest.h"
#include "cli/options.h"

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

static void
version_write(struct buf *buf, const struct command *command)
{
	(void)command;
	buf_printf(buf, "ces %s\n%s\n", CES_VERSION,
		   _("Copyright (c) 2026 The ces authors. MIT License."));
}

static int
print(void (*write)(struct buf *buf, const struct command *command),
      const struct command *command)
{
	struct buf buf = {0};

	write(&buf, command);
	return print_all(&buf);
}

static int
file_for_command(const char *name)
{
	struct buf word = {0};

	buf_shell(&word, name);
	show_message(N_("'{file}' is a file, not a command; write: ces check "
			"{shown}"),
		     ARGS(TEXT_ARG("file", name), TEXT_ARG("shown", word.p)));
	buf_free(&word);
	return EXIT_CANNOT;
}

static int
unknown_command(const char *name)
{
	struct nearest nearest;

	nearest_start(&nearest, name);
	for (int i = 0; commands[i]; i++)
		nearest_try(&nearest, commands[i]->name);
	if (nearest.best)
		return show_message(N_("there is no command '{command}'; did "
				       "you mean 'ces {near}'?"),
				    ARGS(TEXT_ARG("command", name),
					 TEXT_ARG("near", nearest.best)));
	if (*name == '-')
		return show_error(_("'ces' has no option '%s'; 'ces --help' "
				    "lists the commands"),
				  name);
	if (file_exists(name))
		return file_for_command(name);
	return show_error(
		_("there is no command '%s'; 'ces --help' lists the commands"),
		name);
}

/* a word in place of a command: help, version, the manual's source; -1: none */
static int
run_general(const char *word, const char *subject)
{
	if (!strcmp(word, "--version"))
		return print(version_write, NULL);
	if (!strcmp(word, "--help") || !strcmp(word, "-h"))
		return print(help_write, NULL);
	if (strcmp(word, "help") != 0)
		return -1;
	if (!subject || command_find(subject))
		return print(help_write,
			     subject ? command_find(subject) : NULL);
	if (!strcmp(subject, "--roff"))
		return print(manual_write, NULL);
	return unknown_command(subject);
}

int
main(int argc, char **argv)
{
	const struct command *command;
	struct options options;
	int status;

	occupy_streams();
	signal(SIGXFSZ, SIG_IGN); /* the write fails, and says why */
	status = run_general(argc > 1 ? argv[1] : "--help",
			     argc > 2 ? argv[2] : NULL);
	if (status >= 0)
		return status;
	command = command_find(argv[1]);
	if (!command)
		return unknown_command(argv[1]);
	if (!options_read(&options, command, argc - 1, argv + 1))
		status = EXIT_CANNOT;
	else if (options.value[OPTION_HELP])
		status = print(help_write, command);
	else if (options.value[OPTION_VERSION])
		status = print(version_write, NULL);
	else
		status = command->run(&options);
	options_release(&options);
	return status;
}
