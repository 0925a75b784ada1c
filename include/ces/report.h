/* report.h - findings written for people and for programs */
#ifndef CES_REPORT_H
#define CES_REPORT_H

#include "ces/buf.h"
#include "ces/json.h"
#include "ces/review.h"

struct report_options {
	bool color;
	bool quiet;   /* findings alone: no readiness, no summary */
	size_t width; /* columns of the terminal */
	bool fold;    /* messages too, where only people read them */
	size_t limit; /* at most so many findings of each file; 0: all */
};

/* a report under construction */
struct report_output {
	struct buf buf;
	struct report_options options;
	struct json json; /* of report_json */
};

/*
 * One format; reviews in the order given. At the end only their counts, names
 * and readiness are read; one that could not be made has no name. The buffer
 * stays whole until the end.
 *
 * json is one object: "version" (1, of this shape), "tool" {name, version},
 * "findings" (see ces/finding.h), "readiness" {plan, sections {key:
 * percent}, under_way {plan, sections {key: percent}}} and "files" [{file,
 * readiness, summary}]. The outer readiness is, with several files, the lowest
 * of each percent, so that "at least 80 everywhere" is one comparison. Percents
 * are null where a file could not be read whole, and of what is under way where
 * nothing was due.
 */
struct report {
	struct format format;
	void (*begin)(struct report_output *out); /* or NULL */
	void (*file)(struct report_output *out, struct review *review,
		     size_t index);
	void (*end)(struct report_output *out, const struct review *reviews,
		    size_t n); /* or NULL */
};

extern const struct report report_text, report_brief, report_json, report_jsonl;
extern const struct report *const reports[]; /* NULL ends them */

#endif
