/* review.h - one file, read, worked out and judged */
#ifndef CES_REVIEW_H
#define CES_REVIEW_H

#include "ces/finding.h"
#include "ces/load.h"
#include "ces/written.h"
#include "ces/rules.h"
#include "ces/view.h"

struct review_options {
	struct date as_of;  /* {0}: the plan's, else today */
	int as_status;      /* PLAN_... to judge it as; -1: the plan's own */
	const char *section; /* only findings of this top-level key; or NULL */
	bool unranked;	     /* none is chosen as most worth fixing */
	const struct language *language; /* NULL: the plan's, else English */
	bool in_words; /* days and money as people write them */
};

struct review {
	struct source source;
	bool lent; /* the bytes of the source are the document's */
	struct arena arena;
	struct findings findings; /* judged, sorted by place */
	struct plan *plan;
	const struct language *language; /* of all that is told of it */
	int status;               /* PLAN_...: the status it is judged by */
	enum loaded loaded;       /* only a whole plan is exported */
	struct view *view;        /* NULL when nothing of it could be read */
	struct readiness readiness; /* a section with an open error is <= 99 */
	size_t errors, warnings, advice; /* not waived; in hand ones included */
	size_t waived, in_hand;
	const struct finding *next[3];   /* most worth fixing; NULL ends them */
};

/*
 * Judges the bytes (from malloc, taken over), with status, settings, waivers
 * and actions in hand applied. Safe in threads: one review each.
 */
void review_make(struct review *review, const char *name, char *bytes,
		 size_t n, const struct review_options *options);
/* The same of what is loaded already; the document stays as it is, and must
 * outlive the review. */
void review_judge(struct review *review, const struct document *document,
		  const struct review_options *options);
void review_release(struct review *review);

/* does it hold a finding at or above that severity that counts: not waived,
 * and for warnings and advice not in hand */
bool review_fails(const struct review *review, enum severity at);

/* the collection's item that the finding is about or lies in, or NULL */
const struct object *finding_item(const struct finding *finding);

/* a value of --format, which reviews can be written in */
struct format {
	const char *name;   /* "json" */
	const char *suffix; /* of its files: ".json" */
	const char *help;   /* message id */
	own_test *own;	    /* of a file to replace; NULL: only an empty one */
};

/* parts of JSON objects: the tool and its version; percents of what is written
 * down, and of what was due that is done, null where the file could not be read
 * whole and where nothing was due; the counts */
struct json;
void tool_json(struct json *json);
void readiness_json(struct json *json, const struct readiness *readiness,
		    bool known);
void summary_json(struct json *json, const struct review *review);

#endif
