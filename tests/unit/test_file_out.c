/* test_file_out.c - replacing files, streams, and what failures leave */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "ces/arena.h"
#include "ces/file.h"
#include "folder.h"

/* --- replacing ------------------------------------------------------------ */

static void
written_new(void **state)
{
	(void)state;
	assert_true(file_write("f", "new", 3));
	assert_content("f", "new");
	assert_int_equal(mode_of("f"), 0644);
	umask(027);
	assert_true(file_write("./g", "", 0));
	assert_content("g", "");
	assert_int_equal(mode_of("g"), 0640);
	assert_tidy(2);
}

static void
mode_kept(void **state)
{
	static const mode_t modes[] = {0600, 0664, 0755};
	size_t i;

	(void)state;
	put("f", "old");
	for (i = 0; i < sizeof(modes) / sizeof(*modes); i++) {
		chmod("f", modes[i]);
		assert_true(file_write("f", "new", 3));
		assert_int_equal(mode_of("f"), modes[i]);
	}
	assert_content("f", "new");
	assert_tidy(1);
}

static void
links_kept(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(mkdir("d", 0755), 0);
	put("d/f", "old");
	assert_int_equal(symlink("d/f", "a"), 0);
	assert_int_equal(symlink("a", "b"), 0);
	assert_true(file_write("b", "new", 3));
	assert_content("d/f", "new");
	assert_int_equal(lstat("a", &st) || !S_ISLNK(st.st_mode), 0);
	assert_int_equal(lstat("b", &st) || !S_ISLNK(st.st_mode), 0);
	assert_int_equal(entries("d"), 1);
	assert_tidy(3);
}

static void
link_to_nothing_yet(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(mkdir("d", 0755), 0);
	assert_int_equal(symlink("g", "d/f"), 0);
	assert_int_equal(symlink("d/f", "a"), 0);
	assert_true(file_write("a", "new", 3));
	assert_content("d/g", "new");
	assert_int_equal(lstat("d/f", &st) || !S_ISLNK(st.st_mode), 0);
	assert_int_equal(symlink("circle", "circle"), 0);
	assert_false(file_write("circle", "new", 3));
	assert_int_equal(errno, ELOOP);
}

static void
assert_refused(const char *target, int error)
{
	struct file_out out;

	errno = 0;
	assert_false(file_begin(&out, target));
	assert_int_equal(errno, error);
	assert_null(out.path);
	assert_int_equal(out.fd, -1);
}

static void
refused(void **state)
{
	char name[400];

	(void)state;
	put("f", "old");
	assert_refused("absent/f", ENOENT);
	assert_refused("", ENOENT);
	assert_refused("f/x", ENOTDIR);
	assert_refused(".", EISDIR);
	assert_refused("new/", ENOENT);
	assert_refused("tmp/", EISDIR);
	assert_refused("/dev/fd/999", EBADF);
	memset(name, 'x', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	assert_refused(name, ENAMETOOLONG);
	assert_content("f", "old");
	assert_tidy(1);
}

static void
old_until_commit(void **state)
{
	struct file_out out;

	(void)state;
	put("f", "old");
	assert_true(file_begin(&out, "f"));
	assert_int_equal(strrchr(out.path, '/')[1], '.');
	assert_int_equal(fcntl(out.fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	assert_true(file_write_all(out.fd, "half", 4));
	assert_content("f", "old");
	file_abandon(&out);
	assert_content("f", "old");
	assert_tidy(1);
	file_abandon(&out); /* twice is nothing */
}

static void
written_by_name(void **state)
{
	struct file_out out;

	(void)state;
	assert_true(file_begin(&out, "f"));
	put(out.path, "through its path");
	assert_true(file_commit(&out));
	assert_content("f", "through its path");
	assert_tidy(1);
}

/* The target becomes a folder meanwhile, which rename refuses. */
static void
commit_fails(void **state)
{
	struct file_out out;

	(void)state;
	assert_true(file_begin(&out, "f"));
	assert_int_equal(mkdir("f", 0755), 0);
	assert_false(file_commit(&out));
	assert_int_equal(errno, EISDIR);
	assert_tidy(1);
}

/* --- streams -------------------------------------------------------------- */

/*
 * The descriptor leads to a file that others hold open too: it is written to,
 * not replaced, and what stands in it stays.
 */
static void
stream_into_a_file(void **state)
{
	int fd = open("f", O_WRONLY | O_CREAT | O_APPEND, 0644);
	struct stat before, after;
	char name[40];

	(void)state;
	assert_true(file_write_all(fd, "before ", 7));
	fstat(fd, &before);
	snprintf(name, sizeof(name), "/dev/fd/%d", fd);
	assert_true(file_write(name, "and after", 9));
	assert_int_equal(stat("f", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_content("f", "before and after");
	close(fd);
	assert_tidy(1);
}

static void
stream_that_is_full(void **state)
{
	int fd = open("/dev/full", O_WRONLY);
	struct file_out out;
	char name[40];

	(void)state;
	assert_true(file_begin(&out, "/dev/full"));
	assert_int_equal(out.stream, FILE_STREAM_LATER);
	assert_true(file_write_all(out.fd, "text", 4));
	assert_int_equal(entries("tmp"), 1);
	assert_false(file_commit(&out));
	assert_int_equal(errno, ENOSPC);
	snprintf(name, sizeof(name), "/dev/fd/%d", fd);
	assert_false(file_write(name, "text", 4));
	assert_int_equal(errno, ENOSPC);
	assert_true(file_write("/dev/null", "text", 4));
	assert_true(file_is_stream("/dev/null")); /* still a device */
	close(fd);
	assert_tidy(0);
}

/* More than a pipe holds, read slowly by another process. */
static void
fifo(void **state)
{
	static char text[200001];
	pid_t child;
	int status;

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	child = fork();
	if (child == 0) {
		bool too_long;
		size_t n = 0;

		free(file_read("pipe", 1 << 20, &n, &too_long));
		_exit(n == sizeof(text) - 1 ? 0 : 1);
	}
	assert_true(file_write("pipe", text, sizeof(text) - 1));
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_tidy(1);
}

static void
no_folder_for_streams(void **state)
{
	(void)state;
	setenv("TMPDIR", "absent", 1);
	assert_refused("/dev/null", ENOENT);
}

/* --- endings -------------------------------------------------------------- */

/* a child that has a half-written file and ends as told; its wait status */
static int
status_of(void (*end)(void))
{
	struct file_out out, stream;
	int status;
	pid_t child = fork();

	if (child == 0) {
		close(STDERR_FILENO);
		if (!file_begin(&out, "f") || !file_begin(&stream, "-") ||
		    !file_write_all(out.fd, "half", 4))
			_exit(99);
		end();
		_exit(98);
	}
	assert_true(child > 0);
	assert_true(waitpid(child, &status, 0) == child);
	return status;
}

static void
terminated(void)
{
	raise(SIGTERM);
}

static void
interrupted(void)
{
	raise(SIGINT);
}

static void
hung_up(void)
{
	raise(SIGHUP);
}

static void
exited(void)
{
	exit(7);
}

/* A child of the writer's ends: that is no reason to remove anything. */
static void
child_exited(void)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		exit(0);
	waitpid(child, &status, 0);
	_exit(entries(".") == 3 && entries("tmp") == 1 ? 0 : 1);
}

static void
nothing_left_by_signals(void **state)
{
	(void)state;
	put("f", "old");
	assert_int_equal(WTERMSIG(status_of(terminated)), SIGTERM);
	assert_tidy(1);
	assert_int_equal(WTERMSIG(status_of(interrupted)), SIGINT);
	assert_tidy(1);
	assert_int_equal(WTERMSIG(status_of(hung_up)), SIGHUP);
	assert_tidy(1);
	assert_int_equal(WEXITSTATUS(status_of(exited)), 7);
	assert_tidy(1);
	assert_int_equal(WEXITSTATUS(status_of(die_memory)), 2);
	assert_tidy(1);
	assert_content("f", "old");
}

static void
child_leaves_them(void **state)
{
	(void)state;
	put("f", "old");
	assert_int_equal(status_of(child_exited), 0);
}

/* The disk is full, or as good as: a limit on the size of files. */
static void
no_space(void **state)
{
	struct rlimit old, small;
	bool ok;
	int error;

	(void)state;
	put("f", "old");
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	small = old;
	small.rlim_cur = 2;
	setrlimit(RLIMIT_FSIZE, &small);
	ok = file_write("f", "too much", 8);
	error = errno;
	setrlimit(RLIMIT_FSIZE, &old);
	signal(SIGXFSZ, SIG_DFL);
	assert_false(ok);
	assert_int_equal(error, EFBIG);
	assert_content("f", "old");
	assert_tidy(1);
}

static void
many_at_once(void **state)
{
	struct file_out out[64];
	char name[16];
	int i;

	(void)state;
	for (i = 0; i < 64; i++) {
		snprintf(name, sizeof(name), "f%d", i);
		assert_true(file_begin(&out[i], name));
	}
	assert_refused("f64", EMFILE);
	for (i = 0; i < 64; i++)
		assert_true(file_commit(&out[i]));
	assert_true(file_write("f64", "", 0));
	assert_tidy(65);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(written_new),
		TEST(mode_kept),
		TEST(links_kept),
		TEST(link_to_nothing_yet),
		TEST(refused),
		TEST(old_until_commit),
		TEST(written_by_name),
		TEST(commit_fails),
		TEST(stream_into_a_file),
		TEST(stream_that_is_full),
		TEST(fifo),
		TEST(no_folder_for_streams),
		TEST(nothing_left_by_signals),
		TEST(child_leaves_them),
		TEST(no_space),
		TEST(many_at_once),
	};

	return cmocka_run_group_tests_name("file_out", tests, NULL, NULL);
}
