/* checklist_owner.h - who has to do with an item of the plan */
#ifndef CES_RENDER_CHECKLIST_OWNER_H
#define CES_RENDER_CHECKLIST_OWNER_H

#include <stdbool.h>

#include "ces/model.h"

/* a reference to a person, or a plain name; id NULL: nobody */
struct owner {
	const char *id;
	const struct person *person;
};

#define OWNER_OF(named) owner_of(&(named).at, (named).id, (named).to)
struct owner owner_of(const struct mark *at, const char *id,
		      const struct person *person);

/* who keeps the section current; else who keeps the plan current */
struct owner owner_of_section(const struct plan *plan, const char *key);

/* who answers for what the path leads to: the innermost item that has an
 * owner, else the section's */
struct owner owner_of_path(const struct plan *plan, const char *path);

/* by id or name, whatever the case; wanted NULL: anybody */
bool owner_is(struct owner owner, const char *wanted);

const char *owner_name(struct owner owner); /* "" for nobody */

#endif
