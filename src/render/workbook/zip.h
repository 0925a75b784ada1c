/* zip.h - a zip in memory, for the library that unpacks it */
#ifndef CES_WORKBOOK_ZIP_H
#define CES_WORKBOOK_ZIP_H

#include <minizip/unzip.h>
#include <stdbool.h>
#include <stddef.h>

/* a file mapped into memory: it is read from several places at once */
struct zip_file {
	const unsigned char *bytes;
	size_t n;
};

bool zip_map(struct zip_file *file, const char *path);
void zip_unmap(struct zip_file *file);

/* NULL when it is no zip; each thread opens one of its own */
unzFile zip_open(struct zip_file *file);

#endif
