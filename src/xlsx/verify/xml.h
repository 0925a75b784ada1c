/* xml.h - is a part well-formed? As much of XML as workbooks are written in */
#ifndef CES_WORKBOOK_XML_H
#define CES_WORKBOOK_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "ces/buf.h"

/* a name or a value in the bytes being read */
struct span {
	const char *p;
	size_t n;
};

/* told of each attribute */
typedef void xml_attribute(void *data, struct span name, struct span value);

/* how far the reading of one part has come */
struct xml {
	xml_attribute *attribute; /* or NULL */
	void *data;
	struct buf open; /* names of the open elements, each with a NUL */
	bool begun;	 /* something was read */
	bool ended;	 /* the outermost element was */
};

/* begins a new part; what memory there is stays for it */
void xml_reset(struct xml *xml);
void xml_free(struct xml *xml);

/*
 * Reads on. What is cut at the end of the bytes is left for the next call,
 * unless there is none: *used says how many were read. False: not well-formed.
 */
bool
xml_read(struct xml *xml, const char *bytes, size_t n, bool last, size_t *used);
/* is all closed that was opened, and was there anything */
bool xml_whole(const struct xml *xml);

#endif
