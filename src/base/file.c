/* file.c - whole files in; kinds of paths */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/stream.h"
#include "ces/arena.h"
#include "ces/buf.h"
#include "ces/file.h"

static ssize_t
read_some(int fd, char *p, size_t n)
{
	ssize_t got;

	do
		got = read(fd, p, n);
	while (got < 0 && errno == EINTR);
	return got;
}

/* Reads up to one byte more than the limit, to notice a longer file. */
static char *
read_all(int fd, size_t guess, size_t limit, size_t *n)
{
	size_t cap = guess < 4096 ? 4096 : guess;
	char *bytes = mem_alloc(cap + 1);
	ssize_t got;

	*n = 0;
	while (*n <= limit) {
		if (*n == cap) {
			cap *= 2;
			bytes = mem_grow(bytes, cap + 1);
		}
		got = read_some(fd, bytes + *n, cap - *n);
		if (got < 0) {
			free(bytes);
			return NULL;
		}
		if (got == 0)
			break;
		*n += (size_t)got;
	}
	return bytes;
}

static char *
read_fd(int fd, size_t limit, size_t *n, bool *too_long)
{
	struct stat st;
	size_t guess = 0;
	char *bytes;

	if (fstat(fd, &st) < 0)
		return NULL;
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return NULL;
	}
	if (S_ISREG(st.st_mode))
		guess = (size_t)st.st_size + 1;
	if (guess > limit)
		guess = limit < SIZE_MAX / 4 ? limit + 1 : SIZE_MAX / 4;
	bytes = read_all(fd, guess, limit, n);
	if (!bytes)
		return NULL;
	*too_long = *n > limit;
	if (*too_long)
		*n = limit;
	bytes[*n] = '\0';
	return bytes;
}

char *
file_read(const char *path, size_t limit, size_t *n, bool *too_long)
{
	char *bytes;
	int fd, error;

	if (strcmp(path, "-") == 0)
		return read_fd(STDIN_FILENO, limit, n, too_long);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return NULL;
	bytes = read_fd(fd, limit, n, too_long);
	error = errno;
	close(fd);
	errno = error;
	return bytes;
}

/*
 * Decides by the name, as /dev/stdout that leads to a file *is* that file to
 * stat(), and renaming over it would leave the caller's descriptor behind.
 */
int
stream_fd(const char *path)
{
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
	const char *digits;
	size_t i, n;

	if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
		return STDOUT_FILENO;
	if (strcmp(path, "/dev/stderr") == 0)
		return STDERR_FILENO;
	if (strcmp(path, "/dev/stdin") == 0)
		return STDIN_FILENO;
	for (i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		n = strlen(folders[i]);
		if (strncmp(path, folders[i], n) != 0)
			continue;
		digits = path + n;
		n = strspn(digits, "0123456789");
		if (n > 0 && n < 8 && digits[n] == '\0')
			return atoi(digits);
	}
	return -1;
}

bool
file_is_stream(const char *path)
{
	struct stat st;

	if (stream_fd(path) >= 0)
		return true;
	return stat(path, &st) == 0 && !S_ISREG(st.st_mode) &&
	       !S_ISDIR(st.st_mode);
}

/* Devices are left out: /dev/null may be read and written at once. */
bool
file_same(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && S_ISREG(x.st_mode) &&
	       x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

bool
file_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* a growing list of paths */
struct paths {
	char **p;
	size_t n, cap;
};

static void
paths_add(struct paths *paths, char *path)
{
	ARRAY_GROW(paths->p, paths->n, paths->cap);
	paths->p[paths->n++] = path;
}

static void
paths_free(struct paths *paths)
{
	size_t i;

	for (i = 0; i < paths->n; i++)
		free(paths->p[i]);
	free(paths->p);
}

static char *
path_join(const char *folder, const char *name)
{
	struct buf path = {0};

	buf_puts(&path, folder);
	if (path.n > 0 && path.p[path.n - 1] != '/')
		buf_putc(&path, '/');
	buf_puts(&path, name);
	return path.p;
}

static bool
is_yaml_name(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

/*
 * Files by links too, but no folders by links: those may lead in a circle.
 * A file that vanishes meanwhile is passed over.
 */
static void
list_entry(struct paths *files, struct paths *folders, char *path)
{
	struct stat st;

	if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
		paths_add(folders, path);
	else if (is_yaml_name(path) && stat(path, &st) == 0 &&
		 S_ISREG(st.st_mode))
		paths_add(files, path);
	else
		free(path);
}

static bool
list_folder(struct paths *files, struct paths *folders, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int error;

	if (!dir)
		return false;
	for (errno = 0; (entry = readdir(dir)); errno = 0)
		if (entry->d_name[0] != '.')
			list_entry(files, folders,
				   path_join(folder, entry->d_name));
	error = errno;
	closedir(dir);
	errno = error;
	return error == 0;
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
file_list(const char *folder)
{
	struct paths files = {0}, folders = {0};
	bool ok = true;
	size_t i;
	int error;

	paths_add(&folders, mem_string(folder));
	for (i = 0; ok && i < folders.n; i++)
		ok = list_folder(&files, &folders, folders.p[i]);
	error = errno;
	paths_free(&folders);
	if (!ok) {
		paths_free(&files);
		errno = error;
		return NULL;
	}
	if (files.n > 0)
		qsort(files.p, files.n, sizeof(*files.p), compare_paths);
	paths_add(&files, NULL);
	return files.p;
}

/* Takes the last name off; false when there is none. */
static bool
cut_name(char *path)
{
	char *slash = strrchr(path, '/');

	if (slash)
		*slash = '\0';
	return slash;
}

char *
file_prefix(void)
{
	static const char below[] = "/libexec/ces";
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	size_t folder;

	if (n <= 0)
		return NULL;
	path[n] = '\0';
	if (!cut_name(path))
		return NULL;
	folder = strlen(path);
	if (folder >= strlen(below) &&
	    !strcmp(path + folder - strlen(below), below))
		cut_name(path);
	if (!cut_name(path))
		return NULL;
	return mem_string(path[0] ? path : "/");
}
