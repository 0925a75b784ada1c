/* load.h - from bytes to a plan */
#ifndef CES_LOAD_H
#define CES_LOAD_H

#include "ces/finding.h"
#include "ces/model.h"

/* names that the format refers to and floors above know */
struct load_names {
	const char *const *rules;
	size_t rule_count;
};

/*
 * Reads the plan and adds the file's mistakes to findings: syntax, keys, types,
 * words, missing keys, references. Never NULL: where the file breaks off,
 * *whole is false and the plan holds all keys before that place. The plan
 * lives in the arena and borrows nothing of the source. Findings have the
 * severity of their topic; status and settings are applied later.
 */
struct plan *plan_load(struct source *source, struct arena *arena,
		       const struct load_names *names,
		       struct findings *findings, bool *whole);

/* the loader's topics, for the catalogue */
extern const struct topic *const load_topics[];
extern const size_t load_topic_count;

/* topics that rules report as well */
extern const struct topic topic_missing_key, topic_unknown_word,
	topic_wrong_type, topic_bad_date, topic_out_of_range;

#endif
