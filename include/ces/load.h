/* load.h - from bytes to a plan */
#ifndef CES_LOAD_H
#define CES_LOAD_H

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

#endif
