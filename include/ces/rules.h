/* rules.h - the rules: from a view to findings */
#ifndef CES_RULES_H
#define CES_RULES_H

#include "ces/finding.h"
#include "ces/view.h"

/* input of a rule, its topic, and the list for its findings */
struct rule_run {
	const struct view *view;
	const struct plan *plan;
	const struct source *source;
	struct findings *findings;
	enum topic_id topic;
};

/* runs every rule */
void rules_run(const struct view *view, const struct source *source,
	       struct findings *findings);

#endif
