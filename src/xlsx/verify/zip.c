/*
 * zip.c - the parts of a finished zip. The directory is read in place: the
 * library that could do it seeks and reads in small pieces, which takes as long
 * as the unpacking.
 */
#include "zip.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/arena.h"

/* sizes and signatures of the three kinds of records */
enum { END_SIZE = 22, ENTRY_SIZE = 46, LOCAL_SIZE = 30 };
enum { END = 0x06054b50, ENTRY = 0x02014b50, LOCAL = 0x04034b50 };
enum { STORED = 0, DEFLATED = 8 };

static uint32_t
number16(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t
number32(const unsigned char *p)
{
	return number16(p) | number16(p + 2) << 16;
}

/* the n bytes at that place of the file, or NULL */
static const unsigned char *
bytes_at(const struct zip_file *file, size_t at, size_t n)
{
	return at <= file->n && n <= file->n - at ? file->bytes + at : NULL;
}

/* The packed bytes stand behind a header that repeats the name. */
static bool
find_packed(const struct zip_file *file, struct zip_part *part, size_t at)
{
	const unsigned char *local = bytes_at(file, at, LOCAL_SIZE);

	if (!local || number32(local) != LOCAL ||
	    number16(local + 26) != part->name_n)
		return false;
	local = bytes_at(file, at + LOCAL_SIZE, part->name_n);
	if (!local || memcmp(local, part->name, part->name_n) != 0)
		return false;
	local = bytes_at(file, at, LOCAL_SIZE);
	at += LOCAL_SIZE + part->name_n + number16(local + 28);
	part->packed = bytes_at(file, at, part->packed_n);
	return part->packed != NULL;
}

/* an entry of the directory; *at moves to the next */
static bool
read_entry(const struct zip_file *file, struct zip_part *part, size_t *at)
{
	const unsigned char *entry = bytes_at(file, *at, ENTRY_SIZE), *name;
	uint32_t method;

	if (!entry || number32(entry) != ENTRY)
		return false;
	method = number16(entry + 10);
	part->name_n = number16(entry + 28);
	name = bytes_at(file, *at + ENTRY_SIZE, part->name_n);
	if (!name || (method != STORED && method != DEFLATED))
		return false;
	part->name = (const char *)name;
	part->deflated = method == DEFLATED;
	part->checksum = number32(entry + 16);
	part->packed_n = number32(entry + 20);
	part->n = number32(entry + 24);
	*at += ENTRY_SIZE + part->name_n + number16(entry + 30) +
	       number16(entry + 32);
	return find_packed(file, part, number32(entry + 42));
}

/* There is no comment behind the end; files of 4 GB aren't written. */
static bool
read_directory(struct zip_file *file)
{
	const unsigned char *end;
	size_t at;

	if (file->n < END_SIZE)
		return false;
	end = file->bytes + file->n - END_SIZE;
	if (number32(end) != END)
		return false;
	file->part_count = number16(end + 10);
	file->parts = mem_alloc((file->part_count + 1) * sizeof(*file->parts));
	at = number32(end + 16);
	for (size_t i = 0; i < file->part_count; i++)
		if (!read_entry(file, &file->parts[i], &at))
			return false;
	return at == file->n - END_SIZE;
}

bool
zip_open(struct zip_file *file, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *bytes = MAP_FAILED;

	*file = (struct zip_file){0};
	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && st.st_size > 0)
		bytes = mmap(NULL, (size_t)st.st_size, PROT_READ,
			     MAP_PRIVATE | MAP_POPULATE, fd, 0);
	close(fd);
	if (bytes == MAP_FAILED)
		return false;
	file->bytes = bytes;
	file->n = (size_t)st.st_size;
	if (read_directory(file))
		return true;
	zip_close(file);
	return false;
}

void
zip_close(struct zip_file *file)
{
	munmap((void *)(uintptr_t)file->bytes, file->n);
	free(file->parts);
}

/* --- unpacking ----------------------------------------------------------- */

void
zip_begin(struct zip_reader *reader, const struct zip_part *part)
{
	z_stream *stream = &reader->stream;

	if (!reader->made) {
		*stream = (z_stream){0};
		if (inflateInit2(stream, -MAX_WBITS) != Z_OK)
			die_memory();
		reader->made = true;
	} else {
		inflateReset(stream);
	}
	reader->part = part;
	reader->checksum = 0;
	stream->next_in = (Bytef *)(uintptr_t)part->packed;
	stream->avail_in = (uInt)part->packed_n;
	stream->total_out = 0;
}

/* the whole part, as big as it claims to be, out of all that was packed */
static bool
is_right(const struct zip_reader *reader)
{
	return reader->stream.avail_in == 0 &&
	       reader->stream.total_out == reader->part->n &&
	       reader->checksum == reader->part->checksum;
}

static void
copy(z_stream *stream)
{
	uInt n = stream->avail_in;

	if (n > stream->avail_out)
		n = stream->avail_out;
	memcpy(stream->next_out, stream->next_in, n);
	stream->next_in += n;
	stream->avail_in -= n;
	stream->avail_out -= n;
	stream->total_out += n;
}

bool
zip_read(struct zip_reader *reader, void *to, size_t *n)
{
	z_stream *stream = &reader->stream;
	int status;

	stream->next_out = to;
	stream->avail_out = (uInt)*n;
	if (reader->part->deflated) {
		status = inflate(stream, Z_SYNC_FLUSH);
		if (status == Z_MEM_ERROR)
			die_memory();
		if (status != Z_OK && status != Z_STREAM_END &&
		    status != Z_BUF_ERROR)
			return false;
	} else {
		copy(stream);
	}
	*n -= stream->avail_out;
	if (stream->total_out > reader->part->n)
		return false;
	reader->checksum = (uint32_t)crc32(reader->checksum, to, (uInt)*n);
	return *n > 0 || is_right(reader);
}

void
zip_done(struct zip_reader *reader)
{
	if (reader->made)
		inflateEnd(&reader->stream);
}
