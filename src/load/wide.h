/* wide.h - signs and blanks of YAML in the forms that East Asian keyboards have
 */
#ifndef CES_LOAD_WIDE_H
#define CES_LOAD_WIDE_H

#include "load/holes.h"
#include "load/events.h"

/*
 * Reports each line with such signs where YAML needs plain ones, as it is to be
 * written, and makes them plain in the bytes, which are a copy of the source's.
 * Lines that are indented so are passed over.
 */
void wide_mend(struct findings *findings, struct holes *holes, char *bytes,
	       uint32_t n);

/* Is there any? */
bool wide_in(const char *bytes, uint32_t n);

#endif
