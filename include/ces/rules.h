/* rules.h - the rules: from a view to findings */
#ifndef CES_RULES_H
#define CES_RULES_H

#include "ces/finding.h"
#include "ces/view.h"

/* what a rule reads, its topic, and where its findings go */
struct rule_run {
	const struct view *view;
	const struct plan *plan;
	const struct source *source;
	struct findings *findings;
	enum topic_id topic;
};

/*
 * Adds a finding of the running rule about the object's key (field_name; NULL:
 * the object itself, shown at its key). The pointer is good until the next.
 */
struct finding *rule_find(struct rule_run *run, const struct object *object,
			  const char *field_name, const char *message,
			  const struct arg *args, size_t arg_count);
/* a second place: the object's key, or the object itself */
void rule_relate(struct rule_run *run, struct finding *finding,
		 const struct object *object, const char *field_name,
		 const char *note);

/* runs every rule */
void rules_run(const struct view *view, const struct source *source,
	       struct findings *findings);

#endif
