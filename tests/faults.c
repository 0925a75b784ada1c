/* faults.c - preloaded: makes the Nth call fail
 *
 * FAULT_ALLOC=N fails the Nth allocation, FAULT_WRITE=N the Nth of write, fsync
 * and rename; once, or with FAULT_ON=1 from there on, and then fwrite, which no
 * library checks, is one of them. They are counted together in the process and
 * the programs that it runs: the file FAULT_COUNT, which must not be there at
 * the start, holds both counts as longs. FAULT_KILL=1 ends the process there as
 * kill -9 does. FAULT_THREADS=1 fails each pthread_create. FAULT_TYPED names a
 * file that somebody types into once it was read. FAULT_TERMINAL=1 makes every
 * stream a terminal. WRITES_ONLY leaves the allocator to a sanitizer.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t size);

struct counts {
	long alloc, write;
};

static struct counts *counts;
static long fail_alloc, fail_write;
static int on;

static long
number(const char *name)
{
	const char *text = getenv(name);

	return text ? atol(text) : 0;
}

__attribute__((constructor)) static void
start(void)
{
	const char *path = getenv("FAULT_COUNT");
	int fd = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
	void *shared;

	if (fd < 0)
		return;
	if (ftruncate(fd, sizeof(*counts)) < 0)
		abort();
	shared = mmap(NULL, sizeof(*counts), PROT_READ | PROT_WRITE, MAP_SHARED,
		      fd, 0);
	close(fd);
	fail_alloc = number("FAULT_ALLOC");
	fail_write = number("FAULT_WRITE");
	on = number("FAULT_ON") != 0;
	counts = shared;
}

static int
fails(long *count, long at, int error)
{
	long n = __sync_add_and_fetch(count, 1);

	if (at == 0 || n < at || (n > at && !on))
		return 0;
	if (number("FAULT_KILL"))
		raise(SIGKILL);
	errno = error;
	return 1;
}

#ifndef WRITES_ONLY
static int
alloc_fails(void)
{
	return counts && fails(&counts->alloc, fail_alloc, ENOMEM);
}

void *
malloc(size_t size)
{
	return alloc_fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return alloc_fails() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *old, size_t size)
{
	return alloc_fails() ? NULL : __libc_realloc(old, size);
}
#endif

static int
write_fails(void)
{
	return counts && fails(&counts->write, fail_write, ENOSPC);
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	static ssize_t (*real)(int, const void *, size_t);

	if (!real)
		real = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT,
								    "write");
	return write_fails() ? -1 : real(fd, bytes, n);
}

/* Types, once, when all of that file was read. */
static void
type_into(int fd)
{
	static int typed;
	const char *path = getenv("FAULT_TYPED");
	char link[64], name[4096];
	ssize_t n;
	FILE *file;

	if (!path || typed)
		return;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, name, sizeof(name) - 1);
	name[n > 0 ? n : 0] = '\0';
	if (strcmp(name, path) != 0)
		return;
	typed = 1;
	file = fopen(path, "a");
	if (!file || fputs("# typed\n", file) < 0 || fclose(file))
		abort();
}

ssize_t
read(int fd, void *bytes, size_t n)
{
	static ssize_t (*real)(int, void *, size_t);
	ssize_t got;

	if (!real)
		real = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT,
							      "read");
	got = real(fd, bytes, n);
	if (got == 0 && n > 0)
		type_into(fd);
	return got;
}

int
fsync(int fd)
{
	static int (*real)(int);

	if (!real)
		real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
	return write_fails() ? -1 : real(fd);
}

int
rename(const char *from, const char *to)
{
	static int (*real)(const char *, const char *);

	if (!real)
		real = (int (*)(const char *, const char *))dlsym(RTLD_NEXT,
								  "rename");
	return write_fails() ? -1 : real(from, to);
}

size_t
fwrite(const void *bytes, size_t size, size_t n, FILE *file)
{
	static size_t (*real)(const void *, size_t, size_t, FILE *);

	if (!real)
		real = (size_t(*)(const void *, size_t, size_t, FILE *))dlsym(
			RTLD_NEXT, "fwrite");
	return on && write_fails() ? 0 : real(bytes, size, n, file);
}

int
pthread_create(pthread_t *thread, const pthread_attr_t *how,
	       void *(*run)(void *), void *data)
{
	static int (*real)(pthread_t *, const pthread_attr_t *,
			   void *(*)(void *), void *);

	if (!real)
		real = (int (*)(pthread_t *, const pthread_attr_t *,
				void *(*)(void *), void *))
			dlsym(RTLD_NEXT, "pthread_create");
	return number("FAULT_THREADS") ? EAGAIN : real(thread, how, run, data);
}

int
isatty(int fd)
{
	static int (*real)(int);

	if (!real)
		real = (int (*)(int))dlsym(RTLD_NEXT, "isatty");
	return number("FAULT_TERMINAL") || real(fd);
}
