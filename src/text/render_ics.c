/* render_ics.c - the plan's dates as a calendar, by a program that ces runs */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "ces/message.h"
#include "ces/render.h"
#include "ces/request.h"
#include "text/programs.h"

static const char *
judge_writing(int code)
{
	if (code == REQUEST_CUT)
		return N_("a part of the calendar was cut; is there enough "
			  "memory?");
	return code ? N_("the calendar could not be put together; please "
			 "report it")
		    : NULL;
}

static bool
write_calendar(const struct file_out *out, const struct review *review,
	       const char **error)
{
	struct buf request = {0};
	struct program write = {
		.mode = "write", .input = &request, .output = out->fd};
	struct running *running;
	struct stat st;
	int code = 0;

	request_write(&request, review);
	*error = helper_start(&helper_calendar, &write, &running);
	if (!*error)
		*error = helper_end(&helper_calendar, running, &code);
	buf_free(&request);
	if (!*error)
		*error = judge_writing(code);
	if (!*error && (fstat(out->fd, &st) < 0 || st.st_size == 0))
		*error = helper_calendar.damaged;
	return !*error;
}

const struct renderer render_ics = {
	.format = {"ics", ".ics",
		   N_("a calendar: actions to do, reviews, decisions, events"),
		   own_calendar},
	.write = write_calendar,
};
