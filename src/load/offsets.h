/* offsets.h - the bytes at which libyaml's marks stand */
#ifndef CES_LOAD_OFFSETS_H
#define CES_LOAD_OFFSETS_H

#include <stddef.h>
#include <stdint.h>

/* libyaml counts code points from behind the byte order mark */
struct offsets {
	const char *bytes;
	uint32_t n;
	uint32_t first; /* bytes of a byte order mark */
	uint32_t ascii; /* up to here a byte is a code point */
	size_t index;	/* the last one asked for */
	uint32_t byte;
};

struct offsets offsets_start(const char *bytes, uint32_t n, uint32_t first);
uint32_t offset_of(struct offsets *offsets, size_t index);

#endif
