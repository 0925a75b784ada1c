/* lines.h - a plan's lines, before or where YAML's parser can't read them */
#ifndef CES_LOAD_LINES_H
#define CES_LOAD_LINES_H

#include <stdbool.h>
#include <stdint.h>

/* offsets of bytes */
struct line {
	uint32_t start, next; /* of the line, and of the one after its value */
	uint32_t first;	      /* behind the indentation */
	uint32_t item;	      /* behind the dashes of items */
	uint32_t key;	      /* behind the colon of its key; 0 where none is */
	uint32_t value;	      /* behind the blanks after the key */
	uint32_t column;      /* of the first, from 0 */
	uint32_t inner;	      /* of the item */
	bool opens;	      /* nothing stands behind the key */
};

bool is_break(char c);
bool is_white(char c);
uint32_t line_start(const char *bytes, uint32_t at);
/* the start of the next line; n at the end */
uint32_t line_next(const char *bytes, uint32_t n, uint32_t at);
/* the last line up to there on which anything stands */
uint32_t line_written(const char *bytes, uint32_t n, uint32_t at);
uint32_t skip_blanks(const char *bytes, uint32_t n, uint32_t at);
/* behind the dashes that begin items of lists */
uint32_t skip_dashes(const char *bytes, uint32_t n, uint32_t at);
/* from 0; a tab ends at a multiple of 8 */
uint32_t column_of(const char *bytes, uint32_t at);
/* behind the colon of a plain key that begins there, or 0 */
uint32_t key_end(const char *bytes, uint32_t n, uint32_t at);
bool is_key(const char *bytes, uint32_t n, uint32_t at);
/* Another document begins there, or this one ends. */
bool is_document(const char *bytes, uint32_t n, uint32_t line);

/* the first blank of a line's indentation that is no plain one, or 0 */
uint32_t odd_blank(const char *bytes, uint32_t n, uint32_t line, uint32_t *at);

/* of the lines that belong to a key; those of a list's items alike */
enum lines {
	LINES_DEEPER, /* all that are deeper */
	LINES_TEXT,   /* deeper ones up to the next key */
	LINES_QUOTED  /* all up to the next key that is no deeper */
};

/* Does the line belong no more to a key in that column? */
bool line_begins_anew(const char *bytes, uint32_t n, uint32_t line,
		      uint32_t column, enum lines lines);
/* the next line that does; n where none is */
uint32_t lines_end(const char *bytes, uint32_t n, uint32_t line,
		   uint32_t column, enum lines lines);

/*
 * Where a text in quotes, or a collection in brackets, that begins there ends;
 * 0 where a key of the same or lesser indentation follows before.
 */
uint32_t closed_end(const char *bytes, uint32_t n, uint32_t at);

/* The line at or after start that is no comment; its value may go on in
 * further ones. Returns false at the end. */
bool
line_read(const char *bytes, uint32_t n, uint32_t start, struct line *line);

#endif
