/* wide_line.h - a line whose signs of YAML are of another form, mended */
#ifndef CES_LOAD_WIDE_LINE_H
#define CES_LOAD_WIDE_LINE_H

#include "ces/finding.h"
#include "load/levels.h"
#include "load/lines.h"

enum { MENDED_MOST = 64 };

/* the signs of one line that were replaced, in the order of the line */
struct wide_line {
	char *bytes;
	uint32_t n;
	struct levels *levels; /* at the line's key */
	struct {
		uint32_t start;
		uint32_t at, size; /* of the blanks beside the plain sign */
		uint32_t character;
		char sign;
	} mended[MENDED_MOST];
	size_t count;
};

/* Replaces what stands for the colon of a key that begins there, and the blanks
 * around it; false where there is no such key. */
bool wide_key(struct wide_line *line, uint32_t at);
/* Replaces the signs in the brackets that begin there. */
void wide_brackets(struct wide_line *line, uint32_t at);
/* Replaces the sign that begins an item of a list. */
void wide_dash(struct wide_line *line, uint32_t at);
/* Replaces the sign of a comment behind a value. */
void wide_comment(struct wide_line *line, uint32_t at);

/* Reports the signs as one finding, with the line as it is to be written. */
void wide_report(const struct wide_line *line, struct findings *findings,
		 uint32_t first);

#endif
