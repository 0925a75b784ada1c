/* programs.c - programs for a heavy library are run, and why they failed */
#include "text/programs.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "ces/message.h"
#include "ces/request.h"

const struct helper helper_workbook = {
	.name = "ces-xlsx",
	.missing = N_("the program for workbooks is missing; install ces "
		      "again"),
	.damaged = N_("the program for workbooks is damaged; install ces "
		      "again"),
	.not_loaded = N_("the program for workbooks can't be loaded; is a "
			 "library missing, or memory short?"),
	.other_version = N_("the program for workbooks is of another version; "
			    "install ces again"),
	.slow = N_("the program for workbooks took too long"),
	.killed = N_("the program for workbooks was killed; is there "
		     "enough memory?"),
	.crashed = N_("the program for workbooks crashed; please report it, "
		      "unless memory was short"),
};

const struct helper helper_calendar = {
	.name = "ces-ics",
	.missing = N_("the program for calendars is missing; install ces "
		      "again"),
	.damaged = N_("the program for calendars is damaged; install ces "
		      "again"),
	.not_loaded = N_("the program for calendars can't be loaded; is a "
			 "library missing, or memory short?"),
	.other_version = N_("the program for calendars is of another version; "
			    "install ces again"),
	.slow = N_("the program for calendars took too long"),
	.killed = N_("the program for calendars was killed; is there "
		     "enough memory?"),
	.crashed = N_("the program for calendars crashed; please report it, "
		      "unless memory was short"),
};

static const char *
why_killed(const struct helper *helper, int signal)
{
	if (signal == SIGALRM)
		return helper->slow;
	return signal == SIGKILL ? helper->killed : helper->crashed;
}

/*
 * Of some texts that it has no memory for a library says so, leaves them out
 * and goes on; all else that it could complain about is kept from it.
 */
const char *
helper_failure(const struct helper *helper, const struct program_end *end)
{
	int code = WEXITSTATUS(end->status);

	if (WIFSIGNALED(end->status))
		return why_killed(helper, WTERMSIG(end->status));
	if (code == REQUEST_NO_MEMORY || (code == 0 && end->complained))
		return strerror(ENOMEM);
	if (code == REQUEST_OTHER)
		return helper->other_version;
	if (code == REQUEST_NOT_LOADED)
		return helper->not_loaded;
	return code >= REQUEST_ERRNO ? strerror(code - REQUEST_ERRNO) : NULL;
}

const char *
helper_start(const struct helper *helper, const struct program *program,
	     struct running **running)
{
	struct program named = *program;

	named.name = helper->name;
	*running = program_start(&named);
	if (*running)
		return NULL;
	if (errno == ENOENT)
		return helper->missing;
	return errno == ENOEXEC ? helper->damaged : strerror(errno);
}

const char *
helper_end(const struct helper *helper, struct running *running, int *code)
{
	struct program_end end = {0};

	if (!program_end(running, &end))
		return strerror(errno);
	*code = WEXITSTATUS(end.status);
	return helper_failure(helper, &end);
}
