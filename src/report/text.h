/* text.h - parts of the report in text: colors, source lines, summary */
#ifndef CES_REPORT_TEXT_H
#define CES_REPORT_TEXT_H

#include "ces/review.h"

/* colors; all "" without color */
struct style {
	const char *bold, *dim, *off;
	const char *severity[SEVERITY_ERROR + 1];
};

struct screen {
	struct buf *out;
	const struct language *language;
	const struct style *style;
	size_t width;
};

/* strategy.yaml:61:16, safe for a terminal */
void
summary_place(const struct screen *to, struct source *source, uint32_t offset);

/* "error: " in its color; returns its columns */
size_t summary_severity(const struct screen *to, enum severity severity);

/* the places of the others that a finding is shown for, by rule */
void places_list(const struct screen *to, struct source *source,
		 const struct finding *finding, size_t gutter);

/* Placeholders of a new plan are a list, where there are more than a few: is
 * the finding of one, are they listed, and the list. */
bool todo_waits(const struct finding *finding);
bool todo_listed(const struct review *review);
void todo_list(const struct screen *to, struct review *review);

/* lines below a file's findings: readiness, next fixes, counts */
void summary_file(const struct screen *to, struct review *review);
void
summary_files(const struct screen *to, const struct review *reviews, size_t n);

#endif
