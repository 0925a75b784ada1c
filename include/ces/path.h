/* path.h - paths into a plan, as findings have them, and where they lead once
 * it is changed: actions.pilot.due, measures.csat.actuals[3] */
#ifndef CES_PATH_H
#define CES_PATH_H

#include "ces/change.h"

/* the first key of a path: "contact_reasons"; the length of it */
size_t path_section(const char *path);
/* is it that one */
bool path_in(const char *path, const char *section);

/* is it the first n bytes of the other path, or does it lead into that */
bool path_within(const char *path, const char *of, size_t n);
/* with another last step */
const char *
path_renamed(struct arena *arena, const char *path, const char *name);

/* effects of changes on paths, sorted */
struct moves {
	struct move *items;
	size_t n;
};

struct moves moves_make(const struct changes *changes);
void moves_release(struct moves *moves);
/* where a path leads once the changes are made; NULL where that is removed */
const char *
path_after(struct arena *arena, const struct moves *moves, const char *path);

#endif
