/* folder.c - for tests of files: a folder of its own for each test */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "folder.h"

int
enter(void **state)
{
	char *folder = mem_string("/tmp/ces-test-XXXXXX");

	if (!mkdtemp(folder) || chdir(folder) < 0 || mkdir("tmp", 0700) < 0)
		return -1;
	setenv("TMPDIR", "tmp", 1);
	umask(022);
	*state = folder;
	return 0;
}

int
leave(void **state)
{
	char command[100];

	snprintf(command, sizeof(command), "rm -rf %s", (char *)*state);
	free(*state);
	return chdir("/") || system(command);
}

void
put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

void
assert_content(const char *path, const char *expected)
{
	bool too_long;
	size_t n;
	char *text = file_read(path, 1 << 20, &n, &too_long);

	assert_non_null(text);
	assert_string_equal(text, expected);
	free(text);
}

unsigned
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(lstat(path, &st), 0);
	return st.st_mode & 07777;
}

int
entries(const char *folder)
{
	DIR *dir = opendir(folder);
	int n = 0;

	assert_non_null(dir);
	while (readdir(dir))
		n++;
	closedir(dir);
	return n - 2;
}

void
assert_tidy(int n)
{
	assert_int_equal(entries("."), n + 1);
	assert_int_equal(entries("tmp"), 0);
}
