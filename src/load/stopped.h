/* stopped.h - the value in which the parser stopped */
#ifndef CES_LOAD_STOPPED_H
#define CES_LOAD_STOPPED_H

#include "load/levels.h"

/* a value that is no collection, as it was meant */
struct stopped {
	struct level level;  /* around it */
	struct level inside; /* as if it were in braces itself */
	uint32_t start, end; /* without blanks and a comment behind it */
	uint32_t outer;	     /* of the braces or brackets around it, or start */
};

/* Looks for the value around a place, behind what was read up to there; false
 * where it isn't in one. */
bool stopped_in(const struct levels *read, const char *bytes, uint32_t n,
		uint32_t at, struct stopped *stopped);

#endif
