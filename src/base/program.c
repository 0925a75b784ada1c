/* program.c - runs a program of ours, and leaves nothing of it behind */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file_parts.h"
#include "ces/arena.h"
#include "ces/file.h"
#include "ces/program.h"

extern char **environ;

/* --- signals ------------------------------------------------------------- */

/* to restore, and to end the wait for the program */
struct held {
	sigset_t mask, ending;
	struct sigaction pipe, child;
};

/*
 * Blocks the signals that would end this program, so that the other one and
 * its folder come first; not those that are ignored, which would be queued.
 */
static void
hold_signals(struct held *held)
{
	struct sigaction action;

	sigemptyset(&held->ending);
	sigprocmask(SIG_BLOCK, NULL, &held->mask);
	for (size_t i = 0; i < fatal_signal_count; i++)
		if (fatal_signals[i] != SIGPIPE &&
		    !sigismember(&held->mask, fatal_signals[i]) &&
		    sigaction(fatal_signals[i], NULL, &action) == 0 &&
		    action.sa_handler != SIG_IGN)
			sigaddset(&held->ending, fatal_signals[i]);
	sigaddset(&held->ending, SIGCHLD);
	sigprocmask(SIG_BLOCK, &held->ending, NULL);
	action = (struct sigaction){.sa_handler = SIG_IGN};
	sigaction(SIGPIPE, &action, &held->pipe);
	action.sa_handler = SIG_DFL; /* ignored, it would take the status */
	sigaction(SIGCHLD, &action, &held->child);
}

static void
release_signals(const struct held *held)
{
	sigaction(SIGPIPE, &held->pipe, NULL);
	sigaction(SIGCHLD, &held->child, NULL);
	sigprocmask(SIG_SETMASK, &held->mask, NULL);
}

/* A signal that ends this program is raised again, for when it is released. */
static bool
await(pid_t child, const struct held *held, int *status)
{
	int number;
	pid_t ended;

	while ((ended = waitpid(child, status, WNOHANG)) == 0) {
		number = sigwaitinfo(&held->ending, NULL);
		if (number <= 0 || number == SIGCHLD)
			continue;
		kill(child, SIGKILL);
		ended = waitpid(child, status, 0);
		raise(number);
		break;
	}
	return ended == child;
}

/* --- the folder ---------------------------------------------------------- */

/* opened before there is anything in it, as later memory may be short */
struct folder {
	char *path;
	DIR *entries;
};

static bool
make_folder(struct folder *folder, const char *beside)
{
	static const char name[] = "ces-XXXXXX";

	folder->path = temporary_path(name);
	if (!mkdtemp(folder->path)) {
		free(folder->path);
		folder->path = path_beside(beside, name);
		if (!mkdtemp(folder->path)) {
			free(folder->path);
			folder->path = NULL;
			return false;
		}
	}
	folder->entries = opendir(folder->path);
	return folder->entries;
}

static void
remove_folder(struct folder *folder)
{
	struct dirent *entry;

	if (folder->entries) {
		rewinddir(folder->entries);
		while ((entry = readdir(folder->entries)))
			unlinkat(dirfd(folder->entries), entry->d_name, 0);
		closedir(folder->entries);
	}
	if (folder->path)
		rmdir(folder->path);
	free(folder->path);
}

/* --- the program --------------------------------------------------------- */

enum { INPUT_READ, INPUT_WRITE, ERRORS_READ, ERRORS_WRITE, PIPE_ENDS };

static void
close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Returns 0 or an error number. */
static int
spawn(pid_t *child, const struct program *program, char *folder,
      const int *pipes, const sigset_t *mask)
{
	const int from[] = {program->input ? pipes[INPUT_READ] : program->file,
			    program->output ? program->output : program->file,
			    pipes[ERRORS_WRITE]};
	char *arguments[] = {(char *)(uintptr_t)program->name,
			     (char *)(uintptr_t)program->mode, folder, NULL};
	char *prefix = file_prefix();
	struct buf path = {0};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int error = 0;

	buf_printf(&path, "%s/libexec/ces/%s", prefix ? prefix : "",
		   program->name);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, mask);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	for (int to = STDIN_FILENO; to <= STDERR_FILENO && !error; to++)
		error = posix_spawn_file_actions_adddup2(&files, from[to], to);
	if (!error)
		error = posix_spawn(child, path.p, &files, &attributes,
				    arguments, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	buf_free(&path);
	free(prefix);
	return error;
}

struct running {
	struct held held;
	struct folder folder;
	int errors; /* what it prints as such */
	pid_t child;
};

/* A program that ends before it has read all tells by its status why. Errors
 * are read at the end: those that don't fit till then are lost. */
static bool
start_held(struct running *running, const struct program *program)
{
	int pipes[PIPE_ENDS] = {-1, -1, -1, -1}, error;

	if (pipe2(pipes + INPUT_READ, O_CLOEXEC) < 0 ||
	    pipe2(pipes + ERRORS_READ, O_CLOEXEC | O_NONBLOCK) < 0)
		error = errno;
	else
		error = spawn(&running->child, program, running->folder.path,
			      pipes, &running->held.mask);
	if (!error) {
		running->errors = pipes[ERRORS_READ];
		pipes[ERRORS_READ] = -1;
		close_end(&pipes[INPUT_READ]);
		if (program->input)
			file_write_all(pipes[INPUT_WRITE], program->input->p,
				       program->input->n);
	}
	for (int i = 0; i < PIPE_ENDS; i++)
		close_end(&pipes[i]);
	errno = error;
	return !error;
}

/* Leaves errno as it is. */
static void
release(struct running *running)
{
	int error = errno;

	close_end(&running->errors);
	remove_folder(&running->folder);
	release_signals(&running->held);
	free(running);
	errno = error;
}

struct running *
program_start(const struct program *program)
{
	struct running *running = mem_zeroed(1, sizeof(*running));

	running->errors = -1;
	hold_signals(&running->held);
	if ((!program->beside ||
	     make_folder(&running->folder, program->beside)) &&
	    start_held(running, program))
		return running;
	release(running);
	return NULL;
}

bool
program_end(struct running *running, struct program_end *end)
{
	bool ended = await(running->child, &running->held, &end->status);
	char byte;

	end->complained = read(running->errors, &byte, 1) > 0;
	release(running);
	return ended;
}

bool
program_run(const struct program *program, struct program_end *end)
{
	struct running *running = program_start(program);

	return running && program_end(running, end);
}
