/* effects.h - what changes of a plan do to its findings */
#ifndef CES_EFFECTS_H
#define CES_EFFECTS_H

#include "ces/finding.h"

/* by place */
struct effects {
	const struct finding **gone; /* of the old plan */
	size_t gone_n;
	const struct finding **new; /* of the new one */
	size_t new_n;
};

/* A finding is the same where its identity is, as the changes leave that; one
 * that was waived then or is now doesn't count. */
void effects_find(struct effects *effects, struct arena *arena,
		  const struct findings *before, const struct findings *after,
		  const struct changes *changes);
void effects_release(struct effects *effects);

#endif
