/* file.c - whole files in, of the disk and of templates/; kinds of paths */
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_parts.h"
#include "ces/arena.h"
#include "ces/buf.h"
#include "ces/embedded.h"
#include "ces/file.h"

/* Reads up to one byte more than the limit, to notice a longer file. */
static char *
read_fd(int fd, size_t limit, size_t *n, bool *too_long)
{
	size_t cap = 0;
	struct stat st;
	char *bytes;
	ssize_t got;

	if (fstat(fd, &st) < 0)
		return NULL;
	if (S_ISREG(st.st_mode))
		cap = (size_t)st.st_size < limit ? (size_t)st.st_size : limit;
	cap = cap < 4096 ? 4096 : cap + 1;
	bytes = mem_alloc(cap + 1);
	*n = 0;
	while (*n <= limit) {
		if (*n == cap) {
			cap *= 2;
			bytes = mem_grow(bytes, cap + 1);
		}
		got = read(fd, bytes + *n, cap - *n);
		if (got == 0)
			break;
		if (got > 0) {
			*n += (size_t)got;
		} else if (errno != EINTR) {
			free(bytes);
			return NULL;
		}
	}
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
	int fd;

	if (strcmp(path, "-") == 0)
		return read_fd(STDIN_FILENO, limit, n, too_long);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return NULL;
	bytes = read_fd(fd, limit, n, too_long);
	close_quietly(fd);
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

static bool
identify(const char *path, struct stat *st)
{
	int fd = stream_fd(path);

	return (fd < 0 ? stat(path, st) : fstat(fd, st)) == 0;
}

/* Devices are left out: /dev/null may be read and written at once. */
bool
file_same(const char *a, const char *b)
{
	struct stat x, y;

	return identify(a, &x) && identify(b, &y) && S_ISREG(x.st_mode) &&
	       x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

bool
file_holds(const char *path)
{
	struct stat st;

	return stream_fd(path) < 0 && stat(path, &st) == 0 &&
	       S_ISREG(st.st_mode) && st.st_size > 0;
}

bool
file_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

char *
path_beside(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	struct buf beside = {0};

	if (slash)
		buf_add(&beside, path, (size_t)(slash - path));
	else
		buf_putc(&beside, '.');
	buf_printf(&beside, "/%s", name);
	return beside.p;
}

const char *
temporary_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return folder && *folder ? folder : "/tmp";
}

char *
temporary_path(const char *name)
{
	struct buf path = {0};

	buf_printf(&path, "%s/%s", temporary_folder(), name);
	return path.p;
}

void
close_quietly(int fd)
{
	int error = errno;

	if (fd >= 0)
		close(fd);
	errno = error;
}

/* Links to files count, but not those to folders: they may lead in a circle. */
static bool
is_plan(const FTSENT *entry)
{
	const char *dot = strrchr(entry->fts_name, '.');
	struct stat st;

	if (!dot || (strcmp(dot, ".yaml") != 0 && strcmp(dot, ".yml") != 0))
		return false;
	return entry->fts_info == FTS_F ||
	       (entry->fts_info == FTS_SL && stat(entry->fts_path, &st) == 0 &&
		S_ISREG(st.st_mode));
}

/* A file that vanishes meanwhile is passed over; a folder has to be read. */
static int
entry_error(const FTSENT *entry)
{
	bool folder = entry->fts_info == FTS_D || entry->fts_info == FTS_DP;

	if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR)
		return entry->fts_errno;
	if (folder || entry->fts_level > FTS_ROOTLEVEL)
		return 0;
	return entry->fts_info == FTS_NS ? entry->fts_errno : ENOTDIR;
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
file_list(const char *folder, bool below,
	  void (*unread)(const char *path, void *data), void *data)
{
	char *root = mem_string(folder), **files = NULL;
	FTS *tree = fts_open((char *[]){root, NULL},
			     FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
	size_t n = 0, cap = 0;
	FTSENT *entry;
	int error = 0;

	while (tree && !error && (entry = fts_read(tree))) {
		error = entry_error(entry);
		if (entry->fts_level == FTS_ROOTLEVEL)
			continue;
		if (error && unread) { /* a folder below costs only itself */
			errno = error;
			unread(entry->fts_path, data);
			error = 0;
		} else if (entry->fts_name[0] == '.' ||
			   (!below && entry->fts_info == FTS_D)) {
			fts_set(tree, entry, FTS_SKIP);
		} else if (is_plan(entry)) {
			ARRAY_GROW(files, n, cap);
			files[n++] = mem_string(entry->fts_path);
		}
	}
	if (!error)
		error = errno; /* of opening or reading; 0 at the end */
	if (tree)
		fts_close(tree);
	free(root);
	if (!error) {
		ARRAY_GROW(files, n, cap);
		qsort(files, n, sizeof(*files), compare_paths);
		files[n] = NULL;
		return files;
	}
	while (n > 0)
		free(files[--n]);
	free(files);
	errno = error;
	return NULL;
}

char *
file_prefix(void)
{
	static const char below[] = "/libexec/ces";
	char path[PATH_MAX], *folder;
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	size_t end = strlen(below), length;

	if (n <= 0)
		return NULL;
	path[n] = '\0';
	folder = dirname(path);
	length = strlen(folder);
	if (length >= end && !strcmp(folder + length - end, below))
		folder = dirname(folder);
	return mem_string(dirname(folder));
}

const struct embedded *
embedded_find(const char *name)
{
	const struct embedded *file = embedded_files;

	while (file->name && strcmp(file->name, name) != 0)
		file++;
	return file->name ? file : NULL;
}
