/* braces.h - inside braces and brackets, where a comma ends a value */
#ifndef CES_LOAD_BRACES_H
#define CES_LOAD_BRACES_H

#include "load/levels.h"

/* the parts of a text that a comma cut: they are passed over */
struct braces {
	uint32_t cut_start, cut_end;
};

/*
 * Looks for a scalar that a comma cuts, and for a key without ':', inside the
 * braces or brackets of the level. Reports them, marks the scalar as broken,
 * and returns whether it is to be passed over.
 */
bool braces_check(struct braces *braces, struct level *level, const char *bytes,
		  uint32_t n, struct findings *findings, struct token *scalar);

/* The end of the value that goes on there, with all texts without a key that
 * follow a comma. */
uint32_t braces_text_end(const struct level *level, const char *bytes,
			 uint32_t n, uint32_t at);

/* The inside of braces up to the closing one or the end, with a colon and a
 * blank behind each key; NULL where that can't be told. */
const char *braces_rewritten(struct arena *arena, const struct level *level,
			     const char *s, uint32_t at, uint32_t end);

#endif
