/* source.h - the bytes of one plan, and places in them */
#ifndef CES_SOURCE_H
#define CES_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ces/arena.h"

enum { SOURCE_LIMIT = 64 * 1024 * 1024 };

/* bytes start..end-1 */
struct span {
	uint32_t start, end;
};

struct nodes;

/* lines end with LF, CRLF or a lone CR and nothing else */
struct source {
	const char *name; /* as the user gave it; "-" is standard input */
	char *bytes;      /* owned; followed by a NUL */
	char *given;      /* the bytes as they were given, where some of them
			     were replaced; NULL */
	uint32_t n;
	uint32_t *lines;  /* start of each line, made when first asked for */
	size_t line_count;
	uint32_t last_offset; /* last position asked for: most come in order */
	uint32_t last_column, last_display;
	struct nodes *nodes; /* that the loader fills; NULL: none are wanted */
};

/* line and column from 1, the column in code points, and in display columns */
struct position {
	uint32_t line, column;
	uint32_t display; /* from 0; a tab goes to the next multiple of 8 */
};

/* takes over the bytes, which come from malloc */
void source_init(struct source *source, const char *name, char *bytes,
		 size_t n);
/* replaces bytes that no plan can hold */
void source_replace(struct source *source, uint32_t at, size_t n);
void source_release(struct source *source); /* its name stays */

struct position source_position(struct source *source, uint32_t offset);

/* the line (from 1) without its end; *n is its length in bytes */
const char *source_line(struct source *source, uint32_t line, size_t *n);

/* the span of the key or scalar that starts there, on its own line */
struct span source_token(const struct source *source, uint32_t start);

#endif
