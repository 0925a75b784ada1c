/* test_file.c - reading whole files, what a path names */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "folder.h"

/* --- reading -------------------------------------------------------------- */

static void
read_whole_and_cut(void **state)
{
	bool too_long;
	size_t n;
	char *text;

	(void)state;
	put("f", "0123456789");
	text = file_read("f", 10, &n, &too_long);
	assert_string_equal(text, "0123456789");
	assert_int_equal(n, 10);
	assert_false(too_long);
	free(text);
	text = file_read("f", 9, &n, &too_long);
	assert_string_equal(text, "012345678");
	assert_int_equal(n, 9);
	assert_true(too_long);
	free(text);
	text = file_read("f", SIZE_MAX, &n, &too_long);
	assert_int_equal(n, 10);
	free(text);
	put("f", "");
	text = file_read("f", 0, &n, &too_long);
	assert_string_equal(text, "");
	assert_false(too_long);
	free(text);
}

static void
read_large_and_endless(void **state)
{
	bool too_long;
	size_t n;
	char *text = mem_alloc(300001), *again;

	(void)state;
	memset(text, 'x', 300000);
	text[300000] = '\0';
	put("f", text);
	again = file_read("f", 1 << 20, &n, &too_long);
	assert_int_equal(n, 300000);
	assert_string_equal(again, text);
	free(again);
	free(text);
	text = file_read("/dev/zero", 100000, &n, &too_long);
	assert_int_equal(n, 100000);
	assert_true(too_long);
	free(text);
	/* a size of 0 says nothing there */
	text = file_read("/proc/self/status", 1 << 20, &n, &too_long);
	assert_true(n > 100);
	free(text);
}

static void
read_failures(void **state)
{
	bool too_long;
	size_t n;

	(void)state;
	assert_null(file_read("absent", 10, &n, &too_long));
	assert_int_equal(errno, ENOENT);
	assert_null(file_read(".", 10, &n, &too_long));
	assert_int_equal(errno, EISDIR);
	put("f", "");
	assert_null(file_read("f/x", 10, &n, &too_long));
	assert_int_equal(errno, ENOTDIR);
}

static void
read_standard_input(void **state)
{
	int old = dup(STDIN_FILENO), ends[2];
	bool too_long;
	size_t n;
	char *text;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_true(file_write_all(ends[1], "piped", 5));
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	text = file_read("-", 100, &n, &too_long);
	assert_string_equal(text, "piped");
	free(text);
	dup2(old, STDIN_FILENO);
	close(old);
}

/* --- names ---------------------------------------------------------------- */

static void
names_of_streams(void **state)
{
	(void)state;
	assert_true(file_is_stream("-"));
	assert_true(file_is_stream("/dev/stdout"));
	assert_true(file_is_stream("/dev/stderr"));
	assert_true(file_is_stream("/dev/fd/1"));
	assert_true(file_is_stream("/proc/self/fd/63"));
	assert_true(file_is_stream("/dev/null"));
	put("f", "");
	assert_false(file_is_stream("f"));
	assert_false(file_is_stream("."));
	assert_false(file_is_stream("absent"));
	assert_false(file_is_stream("/dev/fd/"));
	assert_false(file_is_stream("/dev/fd/1x"));
	assert_false(file_is_stream("/dev/fd/99999999999"));
}

static void
same_and_there(void **state)
{
	(void)state;
	put("f", "");
	put("g", "");
	assert_int_equal(symlink("f", "l"), 0);
	assert_int_equal(link("f", "h"), 0);
	assert_int_equal(symlink("absent", "dangling"), 0);
	assert_true(file_same("f", "./f"));
	assert_true(file_same("f", "l"));
	assert_true(file_same("f", "h"));
	assert_false(file_same("f", "g"));
	assert_false(file_same("absent", "absent"));
	assert_false(file_same("/dev/null", "/dev/null"));
	assert_true(file_exists("f"));
	assert_true(file_exists("dangling"));
	assert_false(file_exists("absent"));
	assert_true(file_is_folder("tmp"));
	assert_false(file_is_folder("f"));
	assert_false(file_is_folder("absent"));
}

static void
assert_list(const char *folder, const char *const *expected)
{
	char **list = file_list(folder, true, NULL, NULL);
	size_t i;

	assert_non_null(list);
	for (i = 0; expected[i]; i++) {
		assert_non_null(list[i]);
		assert_string_equal(list[i], expected[i]);
		free(list[i]);
	}
	assert_null(list[i]);
	free(list);
}

static void
listed(void **state)
{
	(void)state;
	mkdir("d", 0755);
	mkdir("d/sub.yaml", 0755);
	mkdir("d/.git", 0755);
	put("d/b.yaml", "");
	put("d/a.yml", "");
	put("d/B.yaml", "");
	put("d/.hidden.yaml", "");
	put("d/.git/x.yaml", "");
	put("d/notes.txt", "");
	put("d/yaml", "");
	put("d/x.yaml.bak", "");
	put("d/sub.yaml/c.yaml", "");
	assert_int_equal(symlink("b.yaml", "d/link.yaml"), 0);
	assert_int_equal(symlink("..", "d/sub.yaml/up"), 0);
	assert_int_equal(symlink("absent", "d/gone.yaml"), 0);
	assert_list("d", (const char *const[]){"d/B.yaml", "d/a.yml",
					       "d/b.yaml", "d/link.yaml",
					       "d/sub.yaml/c.yaml", NULL});
	assert_list("d/sub.yaml/",
		    (const char *const[]){"d/sub.yaml/c.yaml", NULL});
	assert_list("tmp", (const char *const[]){NULL});
	assert_null(file_list("absent", true, NULL, NULL));
	assert_int_equal(errno, ENOENT);
	assert_null(file_list("d/b.yaml", true, NULL, NULL));
	assert_int_equal(errno, ENOTDIR);
}

static void
prefix(void **state)
{
	char *folder = file_prefix(), *self = realpath("/proc/self/exe", NULL);
	size_t n = strlen(folder);

	(void)state;
	assert_int_equal(strncmp(self, folder, n), 0);
	assert_int_equal(strncmp(self + n, "/tests/", 7), 0);
	free(folder);
	free(self);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(read_whole_and_cut),
		TEST(read_large_and_endless),
		TEST(read_failures),
		TEST(read_standard_input),
		TEST(names_of_streams),
		TEST(same_and_there),
		TEST(listed),
		TEST(prefix),
	};

	return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
