/* braces.h - inside braces, where a comma ends a value */
#ifndef CES_LOAD_BRACES_H
#define CES_LOAD_BRACES_H

#include "load/events.h"

/* where the parser is: a bit for each level of nesting */
struct braces {
	uint64_t mapping; /* one in braces */
	uint64_t value;	  /* the next node of a mapping is the value of a key */
	/* parts of a text that a comma cut: they are passed over */
	uint32_t cut_start, cut_end;
};

/* A collection begins at that depth; braced: with a '{'. */
void braces_open(struct braces *braces, int depth, bool braced);
/* A key or a value at that depth has been read. */
void braces_count(struct braces *braces, int depth);

/*
 * Looks for keys without ':' from a scalar on, which a comma has cut off the
 * value before them. Reports them, marks the scalar as broken, and returns
 * whether it is to be passed over.
 */
bool braces_check(struct braces *braces, int depth, const char *bytes,
		  uint32_t n, struct findings *findings, struct token *scalar);

#endif
