/*
 * workbook.c - the leadership workbook, by a program that ces runs. Its library
 * may crash when memory runs out, and calls a file whole that is not: so what
 * was written is read back.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ces/message.h"
#include "ces/program.h"
#include "ces/render.h"
#include "ces/request.h"

static const char damaged[] =
	N_("the program that writes workbooks is damaged; install ces again");

static const char *
why_killed(int signal)
{
	if (signal == SIGALRM)
		return N_("the writer of the workbook took too long");
	if (signal == SIGKILL)
		return N_("the writer of the workbook was killed; is there "
			  "enough memory?");
	return N_("the writer of the workbook crashed; please report it, "
		  "unless memory was short");
}

/*
 * NULL when all is well. Of some texts that it has no memory for the library
 * says so, leaves them out and goes on; all else that it could complain about
 * is kept from it.
 */
static const char *
judge(const struct program_end *end)
{
	int code = WEXITSTATUS(end->status);

	if (WIFSIGNALED(end->status))
		return why_killed(WTERMSIG(end->status));
	if (code == REQUEST_NO_MEMORY || (code == 0 && end->complained))
		return strerror(ENOMEM);
	if (code == REQUEST_FULL)
		return N_("no space is left for temporary files; let TMPDIR "
			  "name another folder");
	if (code == REQUEST_CUT)
		return N_("a part of the workbook was cut; is there enough "
			  "memory, and space for temporary files (TMPDIR)?");
	if (code == REQUEST_OTHER)
		return N_("the writer of the workbook is of another version; "
			  "install ces again");
	if (code == REQUEST_NOT_LOADED)
		return N_("the program that writes workbooks can't be loaded; "
			  "is a library missing, or memory short?");
	if (code >= REQUEST_ERRNO)
		return strerror(code - REQUEST_ERRNO);
	return code ? N_("the workbook could not be put together; please "
			 "report it")
		    : NULL;
}

static const char *
run(const struct program *program)
{
	struct program_end end;

	if (program_run(program, &end))
		return judge(&end);
	if (errno == ENOENT)
		return N_("the program that writes workbooks is missing; "
			  "install ces again");
	return errno == ENOEXEC ? damaged : strerror(errno);
}

static bool
write_workbook(const struct file_out *out, const struct review *review,
	       const char **error)
{
	struct buf request = {0};
	struct stat st;
	struct program write = {.name = "ces-xlsx",
				.mode = "write",
				.input = &request,
				.file = out->fd,
				.beside = out->path};
	struct program verify = {
		.name = "ces-xlsx", .mode = "verify", .file = out->fd};

	request_write(&request, review);
	*error = run(&write);
	buf_free(&request);
	if (!*error)
		*error = run(&verify);
	if (!*error && (fstat(out->fd, &st) < 0 || st.st_size == 0))
		*error = damaged;
	return !*error;
}

/* Where the program is missing the workbook can't be written either. */
static enum own
own_workbook(const char *path, const char **error)
{
	struct program own = {.name = "ces-xlsx",
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
	*error = judge(&end);
	return *error ? OWN_UNKNOWN : OWN_UNCHANGED;
}

const struct renderer render_xlsx = {
	.format = {"xlsx", ".xlsx", N_("the leadership workbook"),
		   own_workbook},
	.write = write_workbook,
};
