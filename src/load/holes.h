/* holes.h - parts of a plan that the parser can't read, and passes over */
#ifndef CES_LOAD_HOLES_H
#define CES_LOAD_HOLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "load/lines.h"

/* bytes that were replaced by blanks */
struct hole {
	uint32_t start, end;
	uint32_t column; /* of the keys that are lost, from 0 */
	bool keyed;	 /* the key before them can be read */
};

/* in the order in which they were found; {0} are none */
struct holes {
	struct hole *items;
	size_t n, cap;
};

enum hole_result {
	HOLE_NEW,
	HOLE_WIDER, /* an older one, as it didn't help */
	HOLE_NONE   /* all around is blank: nothing is left to pass over */
};

/*
 * Blanks the value or the line at which the parser stopped, up to the next key
 * of the same or lesser indentation and at least as far as until.
 */
enum hole_result holes_cut(struct holes *holes, char *bytes, uint32_t n,
			   uint32_t at, uint32_t until);

/* Blanks the bytes of the hole, and keeps it; lines right behind those of
 * another one are part of that. */
enum hole_result holes_add(struct holes *holes, char *bytes, struct hole hole);

/* Where what is not of the plan ends, that begins with the line '---': there,
 * or at the end of another plan. */
uint32_t document_end(const char *bytes, uint32_t n, uint32_t line);

/* Is a value empty because it was in a hole? It would begin at that place. */
bool holes_follow(const struct holes *holes, const char *bytes, uint32_t at);

/* May keys be lost of the mapping that begins and ends there? */
bool holes_within(const struct holes *holes, const char *bytes, uint32_t start,
		  uint32_t end);

/* Behind the dashes and the key of a line, and its blanks: where a value that
 * is written on it begins. Returns false where there is neither. */
bool value_start(const char *bytes, uint32_t n, uint32_t line, uint32_t *at);

/* The line before, if it is neither a key nor an item, and no deeper. */
bool keyless_before(const char *bytes, uint32_t n, uint32_t line, uint32_t *at);

/* Is the first key of a group deeper than all the others, of which the second
 * is where the parser stopped? */
bool first_is_odd(const char *bytes, uint32_t n, uint32_t at, uint32_t *first);

/* May items be lost of the collection that begins and ends there? */
bool holes_between(const struct holes *holes, const char *bytes, uint32_t start,
		   uint32_t end);

void holes_release(struct holes *holes);

#endif
