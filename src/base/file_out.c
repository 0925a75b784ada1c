/*
 * file_out.c - an output that is either the old file or the whole new one, and
 * temporary files that go when the program ends early
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_parts.h"
#include "ces/arena.h"
#include "ces/buf.h"
#include "ces/file.h"

/* links from a link that leads nowhere yet; the kernel's own limit is 40 */
#define MAX_LINKS 40

/* --- temporary files ----------------------------------------------------- */

/*
 * The one piece of global state: a signal handler is given nothing but the
 * signal's number, so what it is to remove must lie where it can find it. The
 * members are atomic, as a handler and several threads demand. The owner is
 * noted because a forked child inherits the table, but not the files.
 */
static struct {
	_Atomic(const char *) path;
	_Atomic(pid_t) owner;
} slots[64]; /* more than a folder of tables has files */

#define N_SLOTS ((int)(sizeof(slots) / sizeof(*slots)))

const int fatal_signals[] = {
	SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU,
};
const size_t fatal_signal_count = sizeof(fatal_signals) / sizeof(int);

static void
remove_all(void)
{
	const char *path;
	int i;

	for (i = 0; i < N_SLOTS; i++) {
		path = atomic_load(&slots[i].path);
		if (path && atomic_load(&slots[i].owner) == getpid())
			unlink(path);
	}
}

/* SA_RESETHAND restored the default action: raised again, it ends us. */
static void
on_signal(int number)
{
	remove_all();
	raise(number);
}

/* A signal that somebody ignores or handles (nohup, say) is left to them. */
static void
install(void)
{
	static atomic_flag installed = ATOMIC_FLAG_INIT;
	struct sigaction action = {0}, old;
	size_t i;

	if (atomic_flag_test_and_set(&installed))
		return;
	atexit(remove_all);
	action.sa_handler = on_signal;
	action.sa_flags = (int)SA_RESETHAND;
	sigfillset(&action.sa_mask);
	for (i = 0; i < fatal_signal_count; i++)
		if (sigaction(fatal_signals[i], NULL, &old) == 0 &&
		    old.sa_handler == SIG_DFL)
			sigaction(fatal_signals[i], &action, NULL);
}

/*
 * Notes a path that is to be removed when the program exits or is ended by a
 * signal; it must stay allocated until it is forgotten. Returns the slot, or -1
 * with errno set to EMFILE when all are taken.
 */
static int
note_path(const char *path)
{
	const char *none;
	int i;

	install();
	for (i = 0; i < N_SLOTS; i++) {
		none = NULL;
		if (atomic_compare_exchange_strong(&slots[i].path, &none,
						   path)) {
			atomic_store(&slots[i].owner, getpid());
			return i;
		}
	}
	errno = EMFILE;
	return -1;
}

static void
forget_path(int slot)
{
	if (slot < 0)
		return;
	atomic_store(&slots[slot].owner, 0);
	atomic_store(&slots[slot].path, NULL);
}

/* --- writing ------------------------------------------------------------- */

bool
file_write_all(int fd, const char *bytes, size_t n)
{
	struct pollfd waited = {.fd = fd, .events = POLLOUT};
	ssize_t written;

	while (n > 0) {
		written = write(fd, bytes, n);
		if (written >= 0) {
			bytes += written;
			n -= (size_t)written;
		} else if (errno == EAGAIN) {
			/* a pipe that its other users set to non-blocking */
			if (poll(&waited, 1, -1) < 0 && errno != EINTR)
				return false;
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

/* Follows links, also to a file that isn't there yet: they are to stay. */
static char *
follow(const char *path)
{
	char *at = mem_string(path), *next, link[PATH_MAX];
	ssize_t n;
	int i;

	for (i = 0; i < MAX_LINKS; i++) {
		n = readlink(at, link, sizeof(link) - 1);
		if (n < 0)
			return at;
		link[n] = '\0';
		next = link[0] == '/' ? mem_string(link)
				      : path_beside(at, link);
		free(at);
		at = next;
	}
	free(at);
	errno = ELOOP;
	return NULL;
}

/* the same for every name of a file, of which folders may be missing yet */
static char *
whole_path(const char *path)
{
	char *whole = realpath(path, NULL), *folder;
	const char *slash = strrchr(path, '/');
	struct buf buf = {0};

	if (whole || !*path)
		return whole ? whole : mem_string("");
	buf_add(&buf, path, slash ? (size_t)(slash - path) : 0);
	folder = whole_path(slash ? buf.p : ".");
	buf_clear(&buf);
	buf_printf(&buf, "%s/%s", folder, slash ? slash + 1 : path);
	free(folder);
	return buf.p;
}

char *
file_whole_path(const char *path)
{
	char *target = follow(path);
	char *whole = whole_path(target ? target : path);

	free(target);
	return whole;
}

/*
 * Says what is to become of the target: the old file's mode in *mode (0 when
 * there is none), its name behind links in out->target, or a stream.
 */
static bool
resolve(struct file_out *out, const char *target, mode_t *mode)
{
	struct stat st;

	*mode = 0;
	out->stream = stream_fd(target);
	if (out->stream >= 0)
		return fcntl(out->stream, F_GETFL) >= 0;
	if (stat(target, &st) < 0) {
		if (errno != ENOENT || !*target)
			return false;
		out->target = follow(target);
		return out->target;
	}
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return false;
	}
	/* rename needs no leave of the file itself; we ask for it */
	if (faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) < 0)
		return false;
	out->target = follow(target);
	if (!S_ISREG(st.st_mode))
		out->stream = FILE_STREAM_LATER;
	*mode = st.st_mode & 07777;
	return out->target;
}

/*
 * Not mkostemp: the name is noted before the file exists, so no signal finds
 * a file that nobody knows of; and a new file gets its mode from the umask,
 * which could not be read without changing it under other threads.
 */
static bool
open_temporary(struct file_out *out, mode_t mode)
{
	const int flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
	unsigned long long number = 0;
	char name[32];

	if (getrandom(&number, sizeof(number), 0) < 0)
		number = (unsigned long long)getpid();
	snprintf(name, sizeof(name), ".ces-%016llx", number);
	out->path = out->stream == -1 ? path_beside(out->target, name)
				      : temporary_path(name);
	out->slot = note_path(out->path);
	if (out->slot >= 0)
		out->fd = open(out->path, flags, mode);
	out->made = out->fd >= 0;
	return out->made;
}

bool
file_begin(struct file_out *out, const char *target)
{
	int stream;
	mode_t old;

	*out = (struct file_out){.fd = -1, .stream = -1, .slot = -1};
	if (!resolve(out, target, &old)) {
		file_abandon(out);
		return false;
	}
	if (open_temporary(out, old || out->stream != -1 ? 0600 : 0666))
		return true;
	stream = out->stream;
	file_abandon(out);
	out->stream = stream; /* for file_fault */
	return false;
}

/* from the start, whatever was written through out->path meanwhile */
static bool
copy_to(int from, int to)
{
	char bytes[65536];
	off_t at = 0;
	ssize_t n;

	for (;;) {
		n = pread(from, bytes, sizeof(bytes), at);
		if (n == 0)
			return true;
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 || !file_write_all(to, bytes, (size_t)n))
			return false;
		at += n;
	}
}

/* Flushes first, as earlier output comes before. */
static bool
commit_stream(const struct file_out *out)
{
	int to;

	if (out->stream >= 0)
		return fflush(stdout) == 0 && copy_to(out->fd, out->stream);
	to = open(out->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	if (to < 0)
		return false;
	if (copy_to(out->fd, to))
		return close(to) == 0;
	close_quietly(to);
	return false;
}

/*
 * The mode of the file that is there now; none, then the umask's stays. The
 * owner is kept where we may: root mends a file, and it remains its owner's.
 */
static bool
keep_mode(const struct file_out *out)
{
	struct stat st;

	if (stat(out->target, &st) < 0)
		return errno == ENOENT;
	if (fchown(out->fd, st.st_uid, st.st_gid) < 0 && errno != EPERM)
		return false;
	return fchmod(out->fd, st.st_mode & 07777) == 0;
}

/* Others may have put something else in its place, where the folder is shared.
 */
static bool
is_ours(const struct file_out *out)
{
	struct stat named, open;

	if (lstat(out->path, &named) < 0 || fstat(out->fd, &open) < 0)
		return false;
	errno = ESTALE;
	return named.st_dev == open.st_dev && named.st_ino == open.st_ino;
}

/*
 * The folder, synced when the new name is in place, is opened before: from then
 * on nothing may fail. Where it can't be opened or synced, or a file system
 * cannot sync, that is no failure of the writing.
 */
static bool
commit_file(struct file_out *out)
{
	int fd = out->fd, folder;
	char *path;

	if (!keep_mode(out) ||
	    (fsync(fd) < 0 && errno != EINVAL && errno != ENOTSUP) ||
	    !is_ours(out))
		return false;
	out->fd = -1;
	if (close(fd) < 0)
		return false;
	path = path_beside(out->target, ".");
	folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(path);
	out->made = rename(out->path, out->target) < 0;
	if (!out->made && folder >= 0)
		fsync(folder);
	close_quietly(folder);
	return !out->made;
}

const char *
file_fault(const struct file_out *out, const char *target)
{
	return out->stream == -1 ? target : temporary_folder();
}

bool
file_commit(struct file_out *out)
{
	bool ok = out->stream == -1 ? commit_file(out) : commit_stream(out);

	file_abandon(out);
	return ok;
}

/* Removes what is left, and keeps errno for whoever reports the failure. */
void
file_abandon(struct file_out *out)
{
	int error = errno;

	close_quietly(out->fd);
	if (out->made)
		unlink(out->path);
	forget_path(out->slot);
	free(out->path);
	free(out->target);
	*out = (struct file_out){.fd = -1, .stream = -1, .slot = -1};
	errno = error;
}

bool
file_write(const char *target, const char *bytes, size_t n)
{
	struct file_out out;

	if (!file_begin(&out, target))
		return false;
	if (!file_write_all(out.fd, bytes, n)) {
		file_abandon(&out);
		return false;
	}
	return file_commit(&out);
}
