/*
 * zip.c - the archive that a workbook is, by its directory: minizip's reader
 * knows no sizes of 64 bits, though some programs write them for small parts.
 * A field that doesn't fit the file is a fault.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ces/request.h"
#include "xlsx/read/zip.h"

/* bytes of records, and where fields lie in them */
enum {
	END = 22,
	END_SIZE = 12,
	END_OFFSET = 16,
	END_COMMENT = 20,
	LOCATOR = 20,
	LOCATOR_OFFSET = 8,
	END64 = 56,
	END64_SIZE = 40,
	END64_OFFSET = 48,
	ENTRY = 46,
	ENTRY_FLAGS = 8,
	ENTRY_METHOD = 10,
	ENTRY_CRC = 16,
	ENTRY_PACKED = 20,
	ENTRY_SIZE = 24,
	ENTRY_NAME = 28,
	ENTRY_EXTRA = 30,
	ENTRY_COMMENT = 32,
	ENTRY_OFFSET = 42,
	LOCAL = 30,
	LOCAL_NAME = 26,
	LOCAL_EXTRA = 28,
	EXTRA = 4,
	EXTRA_64 = 1, /* its number */
	COMMENT_MOST = 65535
};

enum { STORED = 0, DEFLATED = 8 };

/* --- bytes ---------------------------------------------------------------- */

static uint64_t
number_at(const unsigned char *bytes, int n)
{
	uint64_t number = 0;

	while (n-- > 0)
		number = number << 8 | bytes[n];
	return number;
}

static uint32_t
word_at(const unsigned char *bytes)
{
	return (uint32_t)number_at(bytes, 4);
}

static uint16_t
half_at(const unsigned char *bytes)
{
	return (uint16_t)number_at(bytes, 2);
}

static bool
is_record(const unsigned char *bytes, const char *mark)
{
	return !memcmp(bytes, mark, 4);
}

/* Reads n bytes there, which are all to be in the file. */
static void
read_at(const struct zip *zip, uint64_t at, void *to, size_t n)
{
	ssize_t got;

	if (at > zip->size || n > zip->size - at)
		read_fail(SHEETS_DAMAGED);
	for (char *bytes = to; n; bytes += got, at += (size_t)got) {
		got = pread(zip->file, bytes, n, (off_t)at);
		if (got <= 0)
			exit(got < 0 ? REQUEST_ERRNO + errno : (int)SHEETS_CUT);
		n -= (size_t)got;
	}
}

/* --- the directory -------------------------------------------------------- */

/* Finds the record at the end, behind which only a comment may lie; one within
 * the comment doesn't reach to the end of the file. */
static bool
find_end(const struct zip *zip, uint64_t *end)
{
	static unsigned char tail[END + COMMENT_MOST];
	size_t n = zip->size < sizeof(tail) ? zip->size : sizeof(tail);
	bool found = false;

	read_at(zip, zip->size - n, tail, n);
	for (size_t left = END; left <= n; left++) {
		const unsigned char *at = tail + n - left;
		size_t comment;

		if (!is_record(at, "PK\5\6"))
			continue;
		comment = half_at(at + END_COMMENT);
		if (comment == left - END || !found)
			*end = zip->size - left;
		found = true;
		if (comment == left - END)
			break;
	}
	return found;
}

/* The record of 64 bits lies before that, where there is one. */
static bool
find_end64(const struct zip *zip, uint64_t end, unsigned char record[END64],
	   uint64_t *at)
{
	unsigned char locator[LOCATOR];

	if (end < LOCATOR + END64)
		return false;
	read_at(zip, end - LOCATOR, locator, LOCATOR);
	if (!is_record(locator, "PK\6\7"))
		return false;
	*at = end - LOCATOR - END64;
	read_at(zip, *at, record, END64);
	if (is_record(record, "PK\6\6"))
		return true;
	*at = number_at(locator + LOCATOR_OFFSET, 8);
	read_at(zip, *at, record, END64);
	return is_record(record, "PK\6\6");
}

/* Places are counted from the archive's start, before which a file may hold
 * something else. */
static void
find_directory(struct zip *zip, uint64_t end)
{
	unsigned char record[END64];
	uint64_t size, offset;

	if (find_end64(zip, end, record, &end)) {
		size = number_at(record + END64_SIZE, 8);
		offset = number_at(record + END64_OFFSET, 8);
	} else {
		read_at(zip, end, record, END);
		size = word_at(record + END_SIZE);
		offset = word_at(record + END_OFFSET);
	}
	if (size > end || offset > end - size)
		read_fail(SHEETS_DAMAGED);
	zip->start = end - size - offset;
	zip->next = end - size;
	zip->end = end;
}

bool
zip_open(struct zip *zip, const char *path)
{
	struct stat st;
	uint64_t end = 0;

	zip->file = open(path, O_RDONLY | O_CLOEXEC);
	if (zip->file < 0 || fstat(zip->file, &st) < 0)
		exit(REQUEST_ERRNO + errno);
	zip->size = (uint64_t)st.st_size;
	if (!find_end(zip, &end))
		return false;
	find_directory(zip, end);
	return true;
}

void
zip_close(struct zip *zip)
{
	close(zip->file);
}

/* Takes what stands in the entry as all ones from its field of 64 bits. */
static void
widen(struct zip_entry *entry, const unsigned char *extra, size_t n)
{
	uint64_t *fields[] = {&entry->size, &entry->packed, &entry->offset};
	size_t length;

	for (; n >= EXTRA; extra += EXTRA + length, n -= EXTRA + length) {
		length = half_at(extra + 2);
		if (length > n - EXTRA)
			return;
		if (half_at(extra) == EXTRA_64)
			break;
	}
	if (n < EXTRA)
		return;
	extra += EXTRA;
	for (int i = 0; i < 3; i++) {
		if (*fields[i] != UINT32_MAX)
			continue;
		if (length < 8)
			return;
		*fields[i] = number_at(extra, 8);
		extra += 8;
		length -= 8;
	}
}

bool
zip_next(struct zip *zip, struct zip_entry *entry)
{
	static unsigned char extra[UINT16_MAX];
	unsigned char record[ENTRY];
	size_t name, more;

	if (zip->next == zip->end)
		return false;
	read_at(zip, zip->next, record, ENTRY);
	name = half_at(record + ENTRY_NAME);
	more = half_at(record + ENTRY_EXTRA);
	if (!is_record(record, "PK\1\2") || name > ZIP_NAME_MOST)
		read_fail(SHEETS_DAMAGED);
	*entry = (struct zip_entry){.flags = half_at(record + ENTRY_FLAGS),
				    .method = half_at(record + ENTRY_METHOD),
				    .crc = word_at(record + ENTRY_CRC),
				    .packed = word_at(record + ENTRY_PACKED),
				    .size = word_at(record + ENTRY_SIZE),
				    .offset = word_at(record + ENTRY_OFFSET)};
	read_at(zip, zip->next + ENTRY, zip->name, name);
	zip->name[name] = '\0';
	read_at(zip, zip->next + ENTRY + name, extra, more);
	widen(entry, extra, more);
	zip->next += ENTRY + name + more + half_at(record + ENTRY_COMMENT);
	if (zip->next > zip->end)
		read_fail(SHEETS_DAMAGED);
	return true;
}

/* --- a part --------------------------------------------------------------- */

void
zip_start(struct zip *zip, const struct zip_entry *entry)
{
	unsigned char record[LOCAL];

	if (entry->flags & 1)
		read_fail(SHEETS_PASSWORD);
	if ((entry->method != STORED && entry->method != DEFLATED) ||
	    entry->offset > zip->size)
		read_fail(SHEETS_DAMAGED);
	zip->at = zip->start + entry->offset;
	read_at(zip, zip->at, record, LOCAL);
	if (!is_record(record, "PK\3\4"))
		read_fail(SHEETS_DAMAGED);
	zip->at += (uint64_t)LOCAL + half_at(record + LOCAL_NAME) +
		   half_at(record + LOCAL_EXTRA);
	zip->entry = entry;
	zip->packed = zip->unpacked = 0;
	zip->crc = (uint32_t)crc32(0, NULL, 0);
	zip->stream = (z_stream){0};
	if (inflateInit2(&zip->stream, -MAX_WBITS) != Z_OK)
		die_memory();
}

static void
fill_input(struct zip *zip)
{
	uint64_t left = zip->entry->packed - zip->packed;
	size_t n =
		left < sizeof(zip->input) ? (size_t)left : sizeof(zip->input);

	read_at(zip, zip->at, zip->input, n);
	zip->at += n;
	zip->packed += n;
	zip->stream.next_in = zip->input;
	zip->stream.avail_in = (uInt)n;
}

/* Inflates until the room is full or the part ends. */
static size_t
unpack(struct zip *zip, void *to, size_t room)
{
	z_stream *stream = &zip->stream;
	int status = Z_OK;

	stream->next_out = to;
	stream->avail_out = (uInt)room;
	while (stream->avail_out && status == Z_OK) {
		if (!stream->avail_in)
			fill_input(zip);
		status = inflate(stream, Z_NO_FLUSH);
	}
	if (status == Z_MEM_ERROR)
		die_memory();
	if (status != Z_OK && status != Z_STREAM_END)
		read_fail(SHEETS_DAMAGED);
	return room - stream->avail_out;
}

static size_t
copy(struct zip *zip, void *to, size_t room)
{
	uint64_t left = zip->entry->packed - zip->packed;
	size_t n = left < room ? (size_t)left : room;

	read_at(zip, zip->at, to, n);
	zip->at += n;
	zip->packed += n;
	return n;
}

/* A part has the length and the checksum that its entry says. */
size_t
zip_read(struct zip *zip, void *to, size_t room)
{
	const struct zip_entry *entry = zip->entry;
	size_t n = entry->method == STORED ? copy(zip, to, room)
					   : unpack(zip, to, room);

	zip->unpacked += n;
	zip->crc = (uint32_t)crc32_z(zip->crc, to, n);
	if (n == room)
		return n;
	inflateEnd(&zip->stream);
	if (zip->unpacked != entry->size || zip->crc != entry->crc)
		read_fail(SHEETS_DAMAGED);
	return n;
}
