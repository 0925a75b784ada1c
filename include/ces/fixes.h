/* fixes.h - what findings offer, made in the plan that they are about */
#ifndef CES_FIXES_H
#define CES_FIXES_H

#include "ces/edit.h"
#include "ces/review.h"

struct fix_options {
	struct review_options judging;
	const char *const *rules; /* of these findings; none: of all */
	size_t rule_count;
	bool guesses; /* also what may not be what was meant */
};

/* a finding whose fix can't be made, or is a guess */
struct unfixed {
	const char *rule, *path;
	const char *reason; /* translated; of a guess NULL */
};

enum { FIX_ROUNDS = 10 };

/* {0} at first */
struct fixed {
	struct arena arena;
	/* the plans on the way; the last holds the edits of the first plan that
	 * lead to it */
	struct edited rounds[FIX_ROUNDS];
	int n;
	struct review judged[FIX_ROUNDS]; /* the plan before each round */
	int judged_n;
	struct changes changes; /* of all rounds */
	/* those that are left, guesses that were left out among them */
	struct unfixed *unfixed;
	size_t unfixed_n, unfixed_cap;
	size_t guesses;
};

/* Adds the changes of a finding's fix; an item's new id takes all references to
 * it along. False, with the reason in edited, where the id is taken. */
bool fix_gather(struct document *old, const struct finding *finding,
		struct changes *changes, struct edited *edited);

/*
 * Makes the fixes of a plan's findings, at most one of a place, those of the
 * plan that comes of it, and so on until none is left: each round is proven as
 * any changes are, but findings may come of what couldn't be read before. False
 * where no fix was made. The document must outlive what was fixed.
 */
bool fixes_apply(struct document *old, const struct fix_options *options,
		 struct fixed *fixed);
void fixed_release(struct fixed *fixed);

#endif
