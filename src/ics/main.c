/*
 * main.c - ces-ics, which ces runs for calendars: it alone links their library,
 * which drags in large ones.
 *
 *   ces-ics write <REQUEST >CALENDAR
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/file.h"
#include "ces/request.h"
#include "ics/calendar.h"

/* seconds */
enum { PATIENCE = 60 };

static int
status_of_errno(void)
{
	int error = errno;

	return error <= 0 || error >= 255 - REQUEST_ERRNO
		       ? REQUEST_FAILED
		       : REQUEST_ERRNO + error;
}

static int
write_review(const struct review *review)
{
	struct buf out = {0};
	int status = 0;

	if (!review->view)
		return REQUEST_FAILED;
	if (!calendar_write(&out, review))
		status = REQUEST_CUT;
	else if (!file_write_all(STDOUT_FILENO, out.p, out.n))
		status = status_of_errno();
	buf_free(&out);
	return status;
}

int
main(int argc, char **argv)
{
	struct request request;
	struct review review;
	bool too_long;
	size_t n;
	char *bytes;
	int status;

	if (argc != 2 || strcmp(argv[1], "write") != 0)
		return REQUEST_OTHER;
	bytes = file_read("-", SIZE_MAX / 4, &n, &too_long);
	if (!bytes)
		return status_of_errno();
	if (!request_read(&request, bytes, n))
		return REQUEST_OTHER;
	alarm(PATIENCE);
	request.options.in_words = true;
	review_make(&review, request.name, request.plan, request.n,
		    &request.options);
	status = write_review(&review);
	review_release(&review);
	free(request.name);
	return status;
}
