/*
 * workbook.c - the leadership workbook, by a program that ces runs. Its library
 * may crash when memory runs out, and calls a file whole that is not: so what
 * was written is read back.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ces/message.h"
#include "ces/program.h"
#include "ces/render.h"
#include "ces/request.h"
#include "text/programs.h"

static const char *
judge_writing(int code)
{
	if (code == REQUEST_FULL)
		return N_("no space is left for temporary files; let TMPDIR "
			  "name another folder");
	if (code == REQUEST_CUT)
		return N_("a part of the workbook was cut; is there enough "
			  "memory, and space for temporary files (TMPDIR)?");
	return code ? N_("the workbook could not be put together; please "
			 "report it")
		    : NULL;
}

static const char *
run(const struct program *program)
{
	struct running *running;
	const char *error = helper_start(&helper_workbook, program, &running);
	int code = 0;

	if (!error)
		error = helper_end(&helper_workbook, running, &code);
	return error ? error : judge_writing(code);
}

static bool
write_workbook(const struct file_out *out, const struct review *review,
	       const char **error)
{
	struct buf request = {0};
	struct stat st;
	struct program write = {.mode = "write",
				.input = &request,
				.file = out->fd,
				.beside = out->path};
	struct program verify = {.mode = "verify", .file = out->fd};

	request_write(&request, review);
	*error = run(&write);
	buf_free(&request);
	if (!*error)
		*error = run(&verify);
	if (!*error && (fstat(out->fd, &st) < 0 || st.st_size == 0))
		*error = helper_workbook.damaged;
	return !*error;
}

/* Where the program is missing the workbook can't be written either. */
static enum own
own_workbook(const char *path, const char **error)
{
	struct program own = {.name = helper_workbook.name,
			      .mode = "own",
			      .file = open(path, O_RDONLY | O_CLOEXEC)};
	struct program_end end = {0};
	bool ended = own.file >= 0 && program_run(&own, &end);

	*error = strerror(errno);
	if (own.file >= 0)
		close(own.file);
	if (!ended)
		return errno == ENOENT || errno == ENOEXEC ? OWN_UNCHANGED
							   : OWN_UNKNOWN;
	if (WIFEXITED(end.status) && WEXITSTATUS(end.status) == REQUEST_NOT_OWN)
		return OWN_NOT;
	if (WIFEXITED(end.status) && WEXITSTATUS(end.status) == REQUEST_EDITED)
		return OWN_EDITED;
	*error = helper_failure(&helper_workbook, &end);
	if (!*error)
		*error = judge_writing(WEXITSTATUS(end.status));
	return *error ? OWN_UNKNOWN : OWN_UNCHANGED;
}

const struct renderer render_xlsx = {
	.format = {"xlsx", ".xlsx", N_("the leadership workbook"),
		   own_workbook},
	.write = write_workbook,
};
