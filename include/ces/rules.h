/* rules.h - the rules, and the catalogue of everything that can be found */
#ifndef CES_RULES_H
#define CES_RULES_H

#include "ces/finding.h"
#include "ces/view.h"

/* input of a rule, and the list for its findings */
struct rule_run {
	const struct view *view;
	const struct plan *plan;
	const struct source *source;
	struct findings *findings;
	const struct rule *rule;
};

/*
 * A rule has a topic of its own, or as: then it reports under one of the
 * loader's, and stands in no catalogue.
 */
struct rule {
	struct topic topic;
	void (*check)(struct rule_run *run);
	const struct topic *as;
};

/* a theme: the rules of one file, its table at the file's end */
struct theme {
	const struct rule *rules;
	size_t n;
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

/* every topic: the loader's, then the rules' in the order of the sections */
size_t catalogue_count(void);
const struct topic *catalogue_topic(size_t i);
const struct topic *catalogue_find(const char *name); /* or NULL */

/* every name of the catalogue, NULL-terminated: the names that a plan may give
 * for a rule */
const char *const *catalogue_names(size_t *n);

/* runs every rule, on so many threads (at least 1); finds the same on any */
void rules_run(const struct view *view, const struct source *source,
	       struct findings *findings, size_t threads);

#endif
