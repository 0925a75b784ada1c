/* faults.c - preloaded: makes the Nth call fail
 *
 * FAULT_ALLOC=N fails the Nth allocation of the process and of the children
 * that it forks, FAULT_WRITE=N the Nth of write, fsync and rename, both once.
 * FAULT_COUNT=FILE: appends how many there were, at the end. WRITES_ONLY leaves
 * the allocator to a sanitizer.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t size);

/* shared with the children, so that they go on counting */
struct counts {
	long alloc, write;
};

static struct counts *counts;
static long fail_alloc, fail_write;

__attribute__((constructor)) static void
start(void)
{
	const char *alloc = getenv("FAULT_ALLOC"), *call = getenv("FAULT_WRITE");

	counts = mmap(NULL, sizeof(*counts), PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	fail_alloc = alloc ? atol(alloc) : 0;
	fail_write = call ? atol(call) : 0;
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("FAULT_COUNT");
	FILE *file = path ? fopen(path, "w") : NULL;

	if (!file)
		return;
	fprintf(file, "%ld %ld\n", counts->alloc, counts->write);
	fclose(file);
}

#ifndef WRITES_ONLY
static int
alloc_fails(void)
{
	if (!counts || __sync_add_and_fetch(&counts->alloc, 1) != fail_alloc)
		return 0;
	errno = ENOMEM;
	return 1;
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
	if (!counts || __sync_add_and_fetch(&counts->write, 1) != fail_write)
		return 0;
	errno = ENOSPC;
	return 1;
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
