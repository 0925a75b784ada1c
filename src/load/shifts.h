/* shifts.h - lines that stand too far left or right, and what else makes the
 * parser stop at another line than that of the slip */
#ifndef CES_LOAD_SHIFTS_H
#define CES_LOAD_SHIFTS_H

#include "load/events.h"

/* a slip, and the bytes to pass over for it */
struct shift {
	struct span span;
	struct hole hole;
	const char *message;	/* {found} and {wanted} may stand in it */
	uint32_t found, wanted; /* columns, from 1 */
};

/* the slip because of which the parser stopped; false where it is no such */
bool shift_find(const char *bytes, uint32_t n, const struct fault *fault,
		struct shift *shift);

#endif
