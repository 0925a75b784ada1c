/*
 * main.c - ces-xlsx, which ces runs for workbooks: it alone links their
 * library, which may crash when memory runs out.
 *
 *   ces-xlsx write FOLDER <REQUEST >WORKBOOK   temporary files in the folder
 *   ces-xlsx verify <WORKBOOK                  reads it back
 *   ces-xlsx own <WORKBOOK                     was it edited since?
 *   ces-xlsx read <WORKBOOK >SHEETS            its cells
 */
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ces/file.h"
#include "ces/message.h"
#include "ces/request.h"
#include "xlsx/workbook.h"

/* the library takes names only: these lead to the open file, and no other */
#define INPUT "/proc/self/fd/0"
#define OUTPUT "/proc/self/fd/1"

/* seconds for a small plan; and bytes of a plan that are written in one more */
enum { PATIENCE = 60, BYTES_A_SECOND = 20000 };

/*
 * When the program that asked has been killed nobody removes what it made for
 * us, and no one is told of errors any more.
 */
static void
remove_what_is_left(const char *folder)
{
	struct pollfd asker = {.fd = STDERR_FILENO};
	char name[4096];
	ssize_t n;

	if (poll(&asker, 1, 0) != 1 || !(asker.revents & POLLERR))
		return;
	n = readlink(OUTPUT, name, sizeof(name) - 1);
	if (n > 0) {
		name[n] = '\0';
		unlink(name);
	}
	rmdir(folder);
}

static int
status_of(int error)
{
	if (error <= 0 || error >= 255 - REQUEST_ERRNO)
		return error ? REQUEST_FAILED : 0;
	return REQUEST_ERRNO + error;
}

/*
 * The library's workbook lies in the folder, until the marked one is written
 * to the output.
 */
static int
write_marked(const char *folder, const struct review *review)
{
	struct arena arena = {0};
	struct buf path = {0};
	int error;

	buf_printf(&path, "%s/workbook", folder);
	error = workbook_write(path.p, folder, review);
	if (error == ENOSPC || error == EDQUOT) {
		error = REQUEST_FULL;
	} else if (error) {
		error = status_of(error);
	} else {
		error = workbook_mark(path.p, OUTPUT,
				      workbook_tag(&arena, review));
		error = error == MARK_CUT ? REQUEST_CUT : status_of(error);
	}
	unlink(path.p);
	buf_free(&path);
	arena_release(&arena);
	return error;
}

static int
write_workbook(const char *folder)
{
	struct request request;
	struct review review;
	bool too_long;
	size_t n;
	char *bytes = file_read("-", SIZE_MAX / 4, &n, &too_long);
	int status;

	if (!bytes)
		return status_of(errno);
	if (!request_read(&request, bytes, n))
		return REQUEST_OTHER;
	alarm((unsigned)(PATIENCE + request.n / BYTES_A_SECOND));
	request.options.in_words = true;
	review_make(&review, request.name, request.plan, request.n,
		    &request.options);
	status = review.view ? write_marked(folder, &review) : REQUEST_FAILED;
	review_release(&review);
	free(request.name);
	return status;
}

static int
own_status(enum own own)
{
	if (own == OWN_NOT)
		return REQUEST_NOT_OWN;
	return own == OWN_EDITED ? REQUEST_EDITED : 0;
}

int
main(int argc, char **argv)
{
	int status;

	if (argc == 3 && !strcmp(argv[1], "write")) {
		status = write_workbook(argv[2]);
		remove_what_is_left(argv[2]);
		return status;
	}
	if (argc == 2 && !strcmp(argv[1], "verify"))
		return workbook_verify(INPUT) &&
				       workbook_own(INPUT) == OWN_UNCHANGED
			       ? 0
			       : REQUEST_CUT;
	if (argc == 2 && !strcmp(argv[1], "own"))
		return own_status(workbook_own(INPUT));
	if (argc == 2 && !strcmp(argv[1], "read")) {
		alarm(PATIENCE);
		workbook_read(INPUT);
		return 0;
	}
	return REQUEST_OTHER;
}
