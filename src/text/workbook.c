/*
 * workbook.c - the leadership workbook. The library behind it may crash when
 * memory runs out, and calls a file whole that is not: so a child writes, in a
 * module that only the export loads, and what it wrote is read back.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ces/file.h"
#include "ces/render.h"
#include "ces/message.h"
#include "ces/yield.h"
#include "xlsx/module.h"

#define MODULE "/lib/ces/workbook.so"
#define MEMORY "/dev/shm"

/* a part's size in terms of the plan's, and what small plans make */
enum { PART_SHARE = 32, SMALL_PART = 1 << 20 };

/*
 * The child's exit status: 0, NO_MEMORY as the whole program has it, NOT_MADE
 * when the workbook could not be made, or ERRNO and the system's error.
 */
enum { NO_MEMORY = 2, NOT_MADE = 3, ERRNO = 100 };

/* bytes that the child asks of the system at a time */
enum { MEMORY_STEP = 16 << 20 };

/* seconds for a small plan; and bytes of a plan that are written in one more */
enum { PATIENCE = 60, BYTES_A_SECOND = 20000 };

static const struct workbook_module *
module_load(void)
{
	char *prefix = file_prefix();
	struct buf path = {0};
	void *library;

	if (!prefix)
		return NULL;
	buf_printf(&path, "%s" MODULE, prefix);
	free(prefix);
	library = dlopen(path.p, RTLD_NOW | RTLD_LOCAL);
	buf_free(&path);
	return library ? dlsym(library, "ces_workbook") : NULL;
}

/* is there room in memory for the largest part of a plan of n bytes */
static bool
has_room(const char *folder, size_t n)
{
	struct statvfs st;

	return access(folder, W_OK | X_OK) == 0 && statvfs(folder, &st) == 0 &&
	       (uint64_t)st.f_bavail * st.f_frsize / PART_SHARE >
		       n + SMALL_PART;
}

static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct buf folder = {0};

	if (!slash)
		buf_putc(&folder, '.');
	else
		buf_add(&folder, path,
			slash == path ? 1 : (size_t)(slash - path));
	return folder.p;
}

/*
 * Where the library keeps a part until it is packed: a file a part, so memory
 * is much the fastest. Where TMPDIR says otherwise it is there, and where that
 * can't be used or memory has no room, beside the workbook, which needs that
 * space anyway.
 */
static bool
make_parts(struct scratch *parts, const char *path, size_t n)
{
	const char *named = getenv("TMPDIR");
	char *folder;
	bool made;

	if (named && *named
		    ? scratch_make(parts, named)
		    : has_room(MEMORY, n) && scratch_make(parts, MEMORY))
		return true;
	folder = folder_of(path);
	made = scratch_make(parts, folder);
	free(folder);
	return made;
}

/* --- the child ----------------------------------------------------------- */

/* No signal is left ignored or blocked by whoever started the program. */
static void
reset_signals(void)
{
	static const int signals[] = {SIGINT,  SIGTERM, SIGHUP, SIGPIPE,
				      SIGXFSZ, SIGXCPU, SIGALRM};
	sigset_t none;

	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		signal(signals[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/*
 * When memory runs out the library says so, leaves something out and goes on:
 * what it said is the one trace of it. All else that it could complain about
 * is kept from it.
 */
static bool
complained(void)
{
	struct stat st;

	return fstat(STDERR_FILENO, &st) == 0 && st.st_size > 0;
}

static _Noreturn void
run_child(const struct workbook_module *module, const char *path,
	  const char *folder, const struct review *review, int quiet,
	  pid_t parent)
{
	int error;

	/* The parent's files are the child's when the parent is killed; and
	 * when it removes them and ends, the child may just make one anew. */
	reset_signals();
	file_adopt();
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		raise(SIGTERM);
	/* it takes memory bit by bit, and ends before it gives any back */
	mallopt(M_TOP_PAD, MEMORY_STEP);
	mallopt(M_TRIM_THRESHOLD, INT_MAX);
	mallopt(M_MMAP_MAX, 0);
	/* the library's complaints hold text of the plan as it is */
	dup2(quiet, STDOUT_FILENO);
	dup2(quiet, STDERR_FILENO);
	error = module->write(path, folder, review);
	if (!error && complained())
		_exit(NO_MEMORY);
	if (error > 0 && error < 255 - ERRNO)
		_exit(ERRNO + error);
	_exit(error ? NOT_MADE : 0);
}

/* --- the parent ---------------------------------------------------------- */

static int64_t
now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* Its end closes the pipe, whatever it died of. */
static bool
wait_for_end(int end, int64_t patience)
{
	struct pollfd waited = {.fd = end, .events = POLLIN};
	int64_t until = now() + patience, left = patience;
	int status;

	do {
		status = poll(&waited, 1, (int)left);
		left = until - now();
	} while (status < 0 && errno == EINTR && left > 0);
	return status > 0;
}

static const char *
why_killed(int signal)
{
	if (signal == SIGXFSZ)
		return strerror(EFBIG);
	if (signal == SIGKILL)
		return N_("the writer of the workbook was killed; is there "
			  "enough memory?");
	return N_("the writer of the workbook crashed; please report it");
}

/* what became of the child; NULL when all is well */
static const char *
judge(int status)
{
	int code;

	if (WIFSIGNALED(status))
		return why_killed(WTERMSIG(status));
	code = WEXITSTATUS(status);
	if (code == 0)
		return NULL;
	if (code == NO_MEMORY)
		return strerror(ENOMEM);
	if (code > ERRNO)
		return strerror(code - ERRNO);
	return N_("the workbook could not be put together; please report it");
}

static const char *
await(pid_t child, int end, const struct review *review)
{
	int64_t patience = PATIENCE * 1000 +
			   (int64_t)review->source.n * 1000 / BYTES_A_SECOND;
	bool in_time = wait_for_end(end, patience);
	int status;

	if (!in_time)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return strerror(errno);
	return in_time ? judge(status)
		       : N_("the writer of the workbook took too long");
}

/*
 * The pipe is written to by nobody: the child keeps it open while it lives.
 * Close-on-exec keeps it out of what others may start meanwhile.
 */
static const char *
write_in_child(const struct workbook_module *module, const char *path,
	       const char *folder, const struct review *review)
{
	int ends[2], quiet = memfd_create("complaints", MFD_CLOEXEC);
	pid_t parent = getpid(), child;
	const char *error;

	if (quiet < 0)
		return strerror(errno);
	if (pipe2(ends, O_CLOEXEC) < 0) {
		error = strerror(errno);
		close(quiet);
		return error;
	}
	fflush(NULL);
	/* this process waits; the child takes what it needs */
	malloc_trim(0);
	yield_files();
	child = fork();
	if (child == 0)
		run_child(module, path, folder, review, quiet, parent);
	error = child < 0 ? strerror(errno) : NULL;
	close(ends[1]);
	close(quiet);
	if (!error)
		error = await(child, ends[0], review);
	close(ends[0]);
	return error;
}

/* What a crash left of the parts goes with their folder. */
static const char *
write_from_parts(const struct workbook_module *module, const char *path,
		 const struct review *review)
{
	struct scratch parts;
	const char *error;

	if (!make_parts(&parts, path, review->source.n))
		return strerror(errno);
	error = write_in_child(module, path, parts.path, review);
	scratch_remove(&parts);
	return error;
}

static bool
write_workbook(const char *path, const struct review *review,
	       const char **error)
{
	const struct workbook_module *module;

	/* before the fork: what was bound then needs not be bound again */
	module = module_load();
	if (!module) {
		*error = N_("the module that writes workbooks is missing; "
			    "install ces again");
		return false;
	}
	*error = write_from_parts(module, path, review);
	if (!*error)
		*error = module->verify(path);
	return !*error;
}

const struct renderer render_xlsx = {
	.format = {"xlsx", ".xlsx", N_("the leadership workbook")},
	.write = write_workbook,
};
