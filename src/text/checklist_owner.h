/* checklist_owner.h - owners of the plan's items */
#ifndef CES_RENDER_CHECKLIST_OWNER_H
#define CES_RENDER_CHECKLIST_OWNER_H

#include <stdbool.h>

#include "ces/model.h"

/* a reference to a person, or a plain name; id NULL: no owner */
struct owner {
	const char *id;
	const struct person *person;
};

#define OWNER_OF(named) owner_of(&(named).at, (named).id, (named).to)
struct owner owner_of(const struct mark *at, const char *id,
		      const struct person *person);

/* the owner of the section, else of the plan */
struct owner owner_of_section(const struct plan *plan, const char *key);

/* the owner of a path's target: of the innermost item that has one, else of the
 * section */
struct owner owner_of_path(const struct plan *plan, const char *path);

/* by id or name, whatever the case; wanted NULL: anybody */
bool owner_is(struct owner owner, const char *wanted);

const char *owner_name(struct owner owner); /* "" for nobody */

#endif
