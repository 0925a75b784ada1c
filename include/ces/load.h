/* load.h - from bytes to a plan */
#ifndef CES_LOAD_H
#define CES_LOAD_H

#include "ces/change.h"
#include "ces/finding.h"
#include "ces/model.h"

/* how much of a plan could be read */
enum loaded {
	LOADED_NONE, /* not a plan, or broken all over */
	LOADED_PART, /* all but those parts that a syntax error is about */
	LOADED_WHOLE
};

/*
 * Reads the plan and adds the file's mistakes to findings: syntax, keys, types,
 * words, missing keys, references. Never NULL; keys that may have stood in a
 * part that can't be read are BROKEN. The plan lives in the arena and borrows
 * nothing of the source. Findings have the severity of their topic; status and
 * settings are applied later.
 */
struct plan *plan_load(struct source *source, struct arena *arena,
		       struct findings *findings, enum loaded *loaded);

/* one file, as it was loaded */
struct document {
	struct source source;
	struct nodes nodes;
	struct arena arena;
	struct findings findings; /* the loader's, in its order */
	struct plan *plan;
	enum loaded loaded;
};

/* the bytes are taken over; the document must stay where it is */
void document_load(struct document *document, const char *name, char *bytes,
		   size_t n);
void document_release(struct document *document);

/* the severity of a topic's findings by settings.severity of the plan */
enum severity plan_severity(const struct plan *plan, const struct topic *topic,
			    enum severity severity);

/* Reads a value, {title: A new one, due: 2026-09-30}. False, with a finding,
 * where it is no YAML. Texts live in the arena of the findings. */
bool content_read(struct content *content, struct source *source,
		  struct findings *findings);

#endif
