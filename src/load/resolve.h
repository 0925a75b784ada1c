/* resolve.h - references and paths being resolved; for their three files */
#ifndef CES_LOAD_RESOLVE_H
#define CES_LOAD_RESOLVE_H

#include "load/loader.h"

enum { COLLECTIONS = 32 }; /* the format has fewer */

/* which collection holds the items of an entity */
struct collection {
	const struct entity *entity;
	const struct object *object; /* in which it stands */
	const char *key;
	struct map *map;
	struct item_names names;
	bool names_lost; /* that of an item can't be read */
};

struct collections {
	struct collection items[COLLECTIONS];
	size_t n;
};

/* an id that no item of the entity has, and a place that names it: by a
 * reference, or within a path. It may be the name of items: that of one is
 * taken for its id */
struct broken {
	const struct pending *pending;
	const struct entity *entity;
	const char *id;
	const struct mark *at;
	const char *near; /* the nearest id, which is offered, or NULL */
	const struct item_name *named;
	size_t named_n;
	uint32_t character; /* but for which it would be the id or name of the
			       item below; or 0 */
	const struct object *alike;
};

/* NULL: such items have no collection in this plan */
const struct collection *
collection_of(const struct collections *found, const struct entity *entity);
/* the item whose id or name is nearest, or NULL */
const struct object *nearest_item(const struct map *map, const char *id);

/* Follows a path; false when it names an item that is not there, or one by its
 * name. */
bool resolve_path(struct loader *loader, const struct collections *found,
		  const struct pending *pending, struct broken *broken);
struct finding *report_path(struct loader *loader, const struct broken *broken);

/* Offers the id for one of the places, of which the first is what the finding
 * says. */
void broken_mend(struct loader *loader, struct finding *finding,
		 const struct broken *first, const struct broken *broken);

/* One finding for each id that is missing, with all the places that name it. */
void broken_report(struct loader *loader, const struct collections *found,
		   struct broken *broken, size_t n);

/* A name as people write it, no id: with blanks, capitals, dots. */
bool is_plain_name(const char *text);

static inline struct span
span_of(const struct mark *mark)
{
	return (struct span){mark->start, mark->end};
}

#endif
