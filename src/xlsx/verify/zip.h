/* zip.h - the parts of a finished zip, read where it lies in memory */
#ifndef CES_WORKBOOK_ZIP_H
#define CES_WORKBOOK_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

/* one file of the zip; the pointers lead into the mapped bytes */
struct zip_part {
	const char *name; /* without a NUL */
	size_t name_n;
	const unsigned char *packed;
	size_t packed_n, n;
	uint32_t checksum;
	bool deflated; /* else it stands there as it is */
};

/* a file mapped into memory, and what its directory lists */
struct zip_file {
	const unsigned char *bytes;
	size_t n;
	struct zip_part *parts;
	size_t part_count;
};

/*
 * Maps the file and reads its directory; false when it can't be read or is no
 * zip that the library writes. zip_close gives back what either made.
 */
bool zip_open(struct zip_file *file, const char *path);
void zip_close(struct zip_file *file);

/* a part being unpacked; several threads can each have one of their own */
struct zip_reader {
	const struct zip_part *part;
	z_stream stream;
	bool made; /* the stream, which is used for one part after the other */
	uint32_t checksum;
};

void zip_begin(struct zip_reader *reader, const struct zip_part *part);
/*
 * Unpacks up to *n bytes and says in *n how many they were: 0 at the end, when
 * length and checksum are right. False: the part is damaged.
 */
bool zip_read(struct zip_reader *reader, void *to, size_t *n);
void zip_done(struct zip_reader *reader);

#endif
