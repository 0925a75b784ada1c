/*
 * zip.c - a zip in memory, for the library that unpacks it. By itself it reads
 * in small pieces and seeks in between: a hundred system calls for each part.
 */
#include "zip.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/arena.h"

/* a place in the file */
struct cursor {
	const struct zip_file *file;
	ZPOS64_T at;
};

static voidpf ZCALLBACK
open_cursor(voidpf file, const void *name, int mode)
{
	struct cursor *cursor = mem_alloc(sizeof(*cursor));

	(void)name;
	(void)mode;
	*cursor = (struct cursor){file, 0};
	return cursor;
}

static uLong ZCALLBACK
read_bytes(voidpf file, voidpf stream, void *to, uLong n)
{
	struct cursor *cursor = stream;
	ZPOS64_T left = cursor->file->n - cursor->at;

	(void)file;
	if (n > left)
		n = (uLong)left;
	memcpy(to, cursor->file->bytes + cursor->at, n);
	cursor->at += n;
	return n;
}

static uLong ZCALLBACK
write_bytes(voidpf file, voidpf stream, const void *from, uLong n)
{
	(void)file;
	(void)stream;
	(void)from;
	(void)n;
	return 0;
}

static ZPOS64_T ZCALLBACK
tell(voidpf file, voidpf stream)
{
	(void)file;
	return ((struct cursor *)stream)->at;
}

static long ZCALLBACK
seek(voidpf file, voidpf stream, ZPOS64_T offset, int origin)
{
	struct cursor *cursor = stream;
	ZPOS64_T n = cursor->file->n, base = 0;

	(void)file;
	if (origin == ZLIB_FILEFUNC_SEEK_CUR)
		base = cursor->at;
	else if (origin == ZLIB_FILEFUNC_SEEK_END)
		base = n;
	if (offset > n - base)
		return -1;
	cursor->at = base + offset;
	return 0;
}

static int ZCALLBACK
close_cursor(voidpf file, voidpf stream)
{
	(void)file;
	free(stream);
	return 0;
}

static int ZCALLBACK
no_error(voidpf file, voidpf stream)
{
	(void)file;
	(void)stream;
	return 0;
}

bool
zip_map(struct zip_file *file, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *bytes = MAP_FAILED;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && st.st_size > 0)
		bytes = mmap(NULL, (size_t)st.st_size, PROT_READ,
			     MAP_PRIVATE | MAP_POPULATE, fd, 0);
	close(fd);
	if (bytes == MAP_FAILED)
		return false;
	*file = (struct zip_file){bytes, (size_t)st.st_size};
	return true;
}

void
zip_unmap(struct zip_file *file)
{
	munmap((void *)(uintptr_t)file->bytes, file->n);
}

unzFile
zip_open(struct zip_file *file)
{
	zlib_filefunc64_def functions = {
		.zopen64_file = open_cursor,
		.zread_file = read_bytes,
		.zwrite_file = write_bytes,
		.ztell64_file = tell,
		.zseek64_file = seek,
		.zclose_file = close_cursor,
		.zerror_file = no_error,
		.opaque = file,
	};

	return unzOpen2_64("", &functions);
}
