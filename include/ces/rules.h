/* rules.h - the rules: from a view to findings, and waivers of these */
#ifndef CES_RULES_H
#define CES_RULES_H

#include "ces/finding.h"
#include "ces/view.h"

/* input of a rule, its topic, and the list for its findings */
struct rule_run {
	const struct view *view;
	const struct language *language; /* of the findings */
	const struct plan *plan;
	const struct source *source;
	struct findings *findings;
	enum topic_id topic;
	bool volumes_clear; /* no contact reason, nor volume, is unreadable */
};

struct rule_run
rule_run_make(const struct view *view, const struct language *language,
	      const struct source *source, struct findings *findings);

/* runs every rule */
void rules_run(const struct view *view, const struct language *language,
	       const struct source *source, struct findings *findings);

/*
 * The waivers in force by rule and path, for one search for each finding. A
 * waiver of a path holds for all that lies in it: of hours.phone for
 * hours.phone.weekly, not for hours.phone2; of "" for the whole plan.
 */
struct waiver_entry {
	const struct waiver *waiver;
	const char *path;
	bool used; /* something was found there */
};

struct waiver_index {
	struct waiver_entry *items; /* sorted */
	size_t n;
};

/* those that are whole, and in force on the day; release it */
void waiver_index_make(struct waiver_index *index, const struct plan *plan,
		       struct date as_of);
void waiver_index_release(struct waiver_index *index);

/* the waiver that hides the finding, of several the plan's first; NULL */
const struct waiver *
waiver_find(struct waiver_index *index, const struct finding *finding);

#endif
