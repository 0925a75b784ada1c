/* load.h - from bytes to a plan */
#ifndef CES_LOAD_H
#define CES_LOAD_H

#include "ces/finding.h"
#include "ces/model.h"

/*
 * Reads the plan and adds the file's mistakes to findings: syntax, keys, types,
 * words, missing keys, references. Never NULL: where the file breaks off,
 * *whole is false and the plan holds all keys before that place. The plan
 * lives in the arena and borrows nothing of the source. Findings have the
 * severity of their topic; status and settings are applied later.
 */
struct plan *plan_load(struct source *source, struct arena *arena,
		       struct findings *findings, bool *whole);

#endif
