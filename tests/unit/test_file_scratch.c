/* test_file_scratch.c - folders for somebody else's temporary files */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "ces/buf.h"
#include "ces/file.h"
#include "folder.h"

static void
goes_with_its_files(void **state)
{
	struct scratch scratch, other;
	struct buf path = {0};

	(void)state;
	assert_true(scratch_make(&scratch, "tmp"));
	assert_true(scratch_make(&other, "tmp"));
	assert_string_not_equal(scratch.path, other.path);
	assert_int_equal(mode_of(scratch.path), 0700);
	buf_printf(&path, "%s/left", scratch.path);
	put(path.p, "behind");
	scratch_remove(&scratch);
	assert_int_equal(entries("tmp"), 1);
	scratch_remove(&other);
	assert_tidy(0);
	buf_free(&path);
}

static void
no_place_for_it(void **state)
{
	struct scratch scratch;

	(void)state;
	assert_false(scratch_make(&scratch, "nowhere"));
	assert_int_equal(errno, ENOENT);
	assert_null(scratch.path);
	assert_tidy(0);
}

static void
goes_with_the_program(void **state)
{
	struct scratch scratch;
	pid_t child = fork();
	int status;

	(void)state;
	if (child == 0) {
		scratch_make(&scratch, "tmp");
		raise(SIGTERM);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(WTERMSIG(status), SIGTERM);
	assert_tidy(0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(goes_with_its_files),
		TEST(no_place_for_it),
		TEST(goes_with_the_program),
	};

	return cmocka_run_group_tests_name("file_scratch", tests, NULL, NULL);
}
