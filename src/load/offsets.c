/* offsets.c - the bytes at which libyaml's marks stand */
#include "load/offsets.h"

/* bytes of the code point that begins with this byte */
static uint32_t
lead_length(unsigned char c)
{
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

struct offsets
offsets_start(const char *bytes, uint32_t n, uint32_t first)
{
	struct offsets offsets = {
		.bytes = bytes, .n = n, .first = first, .ascii = first};

	while (offsets.ascii < n && (unsigned char)bytes[offsets.ascii] < 0x80)
		offsets.ascii++;
	offsets.byte = offsets.ascii;
	offsets.index = offsets.ascii - first;
	return offsets;
}

/* marks come almost in order, so the last one is the best place to start */
uint32_t
offset_of(struct offsets *offsets, size_t index)
{
	const char *s = offsets->bytes;

	if (index + offsets->first <= offsets->ascii)
		return (uint32_t)index + offsets->first;
	while (offsets->index < index && offsets->byte < offsets->n) {
		offsets->byte += lead_length((unsigned char)s[offsets->byte]);
		offsets->index++;
	}
	while (offsets->index > index && offsets->byte > 0) {
		do
			offsets->byte--;
		while (((unsigned char)s[offsets->byte] & 0xc0) == 0x80);
		offsets->index--;
	}
	return offsets->byte < offsets->n ? offsets->byte : offsets->n;
}
