/* workbook_program.c - the program for workbooks is run, and why it failed */
#include "text/workbook_program.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "ces/message.h"
#include "ces/request.h"

const char workbook_program_damaged[] =
	N_("the program for workbooks is damaged; install ces again");

static const char *
why_killed(int signal)
{
	if (signal == SIGALRM)
		return N_("the program for workbooks took too long");
	if (signal == SIGKILL)
		return N_("the program for workbooks was killed; is there "
			  "enough memory?");
	return N_("the program for workbooks crashed; please report it, unless "
		  "memory was short");
}

/*
 * Of some texts that it has no memory for the library says so, leaves them out
 * and goes on; all else that it could complain about is kept from it.
 */
const char *
workbook_program_failure(const struct program_end *end)
{
	int code = WEXITSTATUS(end->status);

	if (WIFSIGNALED(end->status))
		return why_killed(WTERMSIG(end->status));
	if (code == REQUEST_NO_MEMORY || (code == 0 && end->complained))
		return strerror(ENOMEM);
	if (code == REQUEST_OTHER)
		return N_("the program for workbooks is of another version; "
			  "install ces again");
	if (code == REQUEST_NOT_LOADED)
		return N_("the program for workbooks can't be loaded; is a "
			  "library missing, or memory short?");
	return code >= REQUEST_ERRNO ? strerror(code - REQUEST_ERRNO) : NULL;
}

const char *
workbook_program_start(const struct program *program, struct running **running)
{
	*running = program_start(program);
	if (*running)
		return NULL;
	if (errno == ENOENT)
		return N_("the program for workbooks is missing; install ces "
			  "again");
	return errno == ENOEXEC ? workbook_program_damaged : strerror(errno);
}

const char *
workbook_program_end(struct running *running, int *code)
{
	struct program_end end = {0};

	if (!program_end(running, &end))
		return strerror(errno);
	*code = WEXITSTATUS(end.status);
	return workbook_program_failure(&end);
}
