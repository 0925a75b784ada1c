/* tasks.c - tasks at the same time, each in a process of its own, that say what
 * they say in the order of the tasks */
#include "cli/tasks.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "cli/options.h"

enum { AHEAD = 64 /* tasks that wait to be shown; each has open files */ };

struct task {
	pid_t child;
	FILE *output, *errors; /* what it says; the same where that is one file
				*/
	int status;
	bool done;
};

static bool
streams_are_one(void)
{
	struct stat output, errors;

	return !fstat(STDOUT_FILENO, &output) &&
	       !fstat(STDERR_FILENO, &errors) &&
	       output.st_dev == errors.st_dev && output.st_ino == errors.st_ino;
}

static _Noreturn void
run_apart(const struct task *task, int (*run)(size_t i, void *data), size_t i,
	  void *data)
{
	dup2(fileno(task->output), STDOUT_FILENO);
	dup2(fileno(task->errors), STDERR_FILENO);
	_exit(run(i, data));
}

static void
close_files(struct task *task)
{
	if (task->errors && task->errors != task->output)
		fclose(task->errors);
	if (task->output)
		fclose(task->output);
}

static bool
start(struct task *task, int (*run)(size_t i, void *data), size_t i, void *data)
{
	task->output = tmpfile();
	task->errors = streams_are_one() ? task->output : tmpfile();
	task->child = task->output && task->errors ? fork() : -1;
	if (!task->child)
		run_apart(task, run, i, data);
	if (task->child > 0)
		return true;
	close_files(task);
	*task = (struct task){0};
	return false;
}

static void
copy(FILE *from, int to)
{
	char bytes[4096];
	size_t n;

	rewind(from);
	while ((n = fread(bytes, 1, sizeof(bytes), from)) > 0)
		file_write_all(to, bytes, n);
}

static void
show(struct task *task)
{
	if (task->output)
		copy(task->output, STDOUT_FILENO);
	if (task->errors && task->errors != task->output)
		copy(task->errors, STDERR_FILENO);
}

/* Waits for one of those that run. */
static void
wait_for_one(struct task *tasks, size_t n)
{
	int status;
	pid_t child;

	while ((child = waitpid(-1, &status, 0)) < 0 && errno == EINTR)
		;
	for (size_t i = 0; i < n; i++)
		if (tasks[i].child == child) {
			tasks[i].done = true;
			tasks[i].status = WIFEXITED(status)
						  ? WEXITSTATUS(status)
						  : -WTERMSIG(status);
		}
}

static int
run_in_turn(size_t n, int (*run)(size_t i, void *data), void *data)
{
	int worst = EXIT_DONE;

	for (size_t i = 0; i < n; i++) {
		int status = run(i, data);

		worst = status > worst ? status : worst;
	}
	return worst;
}

int
tasks_run(size_t n, size_t jobs, int (*run)(size_t i, void *data), void *data)
{
	struct task *tasks;
	size_t next = 0, running = 0, shown = 0;
	int worst = EXIT_DONE;

	if (n < 2 || jobs < 2)
		return run_in_turn(n, run, data);
	tasks = mem_zeroed(n, sizeof(*tasks));
	while (shown < n) {
		struct task *task = &tasks[shown];

		while (next < n && running < jobs && next < shown + AHEAD &&
		       start(&tasks[next], run, next, data)) {
			next++;
			running++;
		}
		if (next == shown) { /* none could be started */
			task->status = run(next++, data);
			task->done = true;
		} else if (!task->done) {
			wait_for_one(tasks, next);
			running--;
		}
		for (; shown < next && tasks[shown].done; shown++) {
			task = &tasks[shown];
			show(task);
			close_files(task);
			worst = task->status > worst ? task->status : worst;
			if (task->status < 0)
				worst = show_message(
					N_("a process was ended by signal {n}, "
					   "and not all was done"),
					ARGS(COUNT_ARG("n", -task->status)));
		}
	}
	free(tasks);
	return worst;
}
