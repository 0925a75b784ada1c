/* topic.h - topics of findings */
#ifndef CES_TOPIC_H
#define CES_TOPIC_H

#include <stddef.h>

enum severity {
	SEVERITY_OFF,
	SEVERITY_ADVICE,
	SEVERITY_WARNING,
	SEVERITY_ERROR
};

enum topic_flags {
	TOPIC_DRAFT = 1, /* about missing parts: a warning in drafts */
	TOPIC_FIRM = 2	 /* can be neither waived nor re-graded */
};

/*
 * Texts are message ids in English. The examples are whole plans, or the part
 * of one that matters, in YAML: bad draws the finding, good does not.
 */
struct topic {
	const char *name; /* section/problem; stable */
	enum severity severity;
	unsigned flags;
	const char *summary, *why, *fix;
	const char *bad, *good;
};

/* "error", "warning", "advice", "off": words of the format, not translated */
const char *severity_word(enum severity severity);

#endif
