/* topic.h - the catalogue of everything that can be found in a plan */
#ifndef CES_TOPIC_H
#define CES_TOPIC_H

#include "ces/buf.h"
#include "ces/language.h"

enum severity {
	SEVERITY_OFF,
	SEVERITY_ADVICE,
	SEVERITY_WARNING,
	SEVERITY_ERROR
};

enum topic_flags {
	TOPIC_DRAFT = 1, /* about missing parts: a warning in drafts */
	TOPIC_FIRM = 2,	 /* can be neither waived nor re-graded */
	TOPIC_FORM = 4,	 /* about how the file is written: no action serves it */
	TOPIC_TODAY = 8, /* nothing can be said where the as-of date is broken */
	TOPIC_ALIKE = 16 /* all its messages say the same, for groups */
};

/* TOPIC_document_syntax is the first */
enum topic_id {
#define TOPIC(section, problem, severity, flags) TOPIC_##section##_##problem,
#include "ces/topics.def"
	TOPIC_COUNT
};

/*
 * Texts are message ids in English. The examples are whole plans, or the part
 * of one that matters, in YAML: bad draws the finding, good does not.
 */
struct topic {
	const char *name; /* section/problem; stable */
	enum severity severity;
	unsigned flags;
	const char *summary;
	const char *const *why, *const *fix; /* paragraphs; NULL ends them */
	const char *action; /* title of one that mends it, or NULL */
	const char *bad, *good;
};

/* everything that can be found, by enum topic_id; the build writes them to
 * build/gen/topics.c */
extern const struct topic topics[TOPIC_COUNT];
/* their names, NULL-terminated */
extern const char *const topic_names[TOPIC_COUNT + 1];

/* appends the paragraphs in the current language, an empty line between two */
void topic_text(struct buf *buf, const struct language *language,
		const char *const *paragraphs);

/* "error", "warning", "advice", "off": words of the format, not translated */
const char *severity_word(enum severity severity);

#endif
