/* test_program.c - running a program of ours */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "ces/program.h"
#include "folder.h"

/* ces-xlsx, asked for something that it doesn't know */
enum { REFUSED = 5 };

static int
status_of(const struct buf *input, const char *beside, bool *complained)
{
	struct program program = {.name = "ces-xlsx",
				  .mode = "dance",
				  .input = input,
				  .file = open("/dev/null", O_RDWR),
				  .beside = beside};
	struct program_end end;

	assert_true(program_run(&program, &end));
	close(program.file);
	*complained = end.complained;
	return WIFEXITED(end.status) ? WEXITSTATUS(end.status) : -1;
}

static void
ends_with_a_status(void **state)
{
	bool complained;

	(void)state;
	assert_int_equal(status_of(NULL, NULL, &complained), REFUSED);
	assert_false(complained);
	assert_tidy(0);
}

/* More than a pipe holds for a program that reads nothing. */
static void
need_not_read(void **state)
{
	struct buf input = {0};
	struct sigaction action;
	bool complained;

	(void)state;
	buf_fill(&input, 'x', 1 << 20);
	assert_int_equal(status_of(&input, NULL, &complained), REFUSED);
	assert_int_equal(sigaction(SIGPIPE, NULL, &action), 0);
	assert_true(action.sa_handler == SIG_DFL);
	buf_free(&input);
}

static void
folder_goes(void **state)
{
	bool complained;

	(void)state;
	assert_int_equal(status_of(NULL, "review", &complained), REFUSED);
	assert_tidy(0);
	setenv("TMPDIR", "absent", 1);
	assert_int_equal(status_of(NULL, "./review", &complained), REFUSED);
	assert_tidy(0);
}

static void
children_ignored(void **state)
{
	bool complained;

	(void)state;
	signal(SIGCHLD, SIG_IGN);
	assert_int_equal(status_of(NULL, NULL, &complained), REFUSED);
	signal(SIGCHLD, SIG_DFL);
}

static void
may_be_missing(void **state)
{
	struct program program = {.name = "absent", .mode = "", .file = 1};
	struct program_end end;

	(void)state;
	assert_false(program_run(&program, &end));
	assert_int_equal(errno, ENOENT);
	program.beside = "absent/review";
	setenv("TMPDIR", "absent", 1);
	assert_false(program_run(&program, &end));
	assert_int_equal(errno, ENOENT);
	assert_tidy(0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(ends_with_a_status), TEST(need_not_read),
		TEST(folder_goes),	  TEST(children_ignored),
		TEST(may_be_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
