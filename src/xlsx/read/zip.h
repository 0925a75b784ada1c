/* zip.h - an archive of parts, which is read entry by entry */
#ifndef CES_XLSX_READ_ZIP_H
#define CES_XLSX_READ_ZIP_H

#include <zlib.h>

#include "xlsx/read/read.h"

enum { ZIP_NAME_MOST = 256, ZIP_INPUT = 64 * 1024 };

struct zip_entry {
	uint64_t offset, packed, size;
	uint32_t crc;
	uint16_t flags, method;
};

struct zip {
	int file;
	uint64_t size, start; /* of the file; where the archive starts */
	uint64_t next, end;   /* of the directory, not read yet */
	char name[ZIP_NAME_MOST + 1]; /* of the entry last read */

	/* the part that is read: its bytes on disk, and unpacked */
	const struct zip_entry *entry;
	uint64_t at, packed, unpacked;
	uint32_t crc;
	z_stream stream;
	unsigned char input[ZIP_INPUT];
};

/* false where the file is no whole archive */
bool zip_open(struct zip *zip, const char *path);
void zip_close(struct zip *zip);

/* The next entry of the directory, with its name in the archive. */
bool zip_next(struct zip *zip, struct zip_entry *entry);

/* Starts reading a part; then gives its bytes, less than asked for at its end
 * only, when it is whole. */
void zip_start(struct zip *zip, const struct zip_entry *entry);
size_t zip_read(struct zip *zip, void *to, size_t room);

#endif
