/* compare.h - how two plans differ, whatever their order and way of writing */
#ifndef CES_COMPARE_H
#define CES_COMPARE_H

#include "ces/model.h"

enum difference_kind {
	DIFFERENCE_ADDED,
	DIFFERENCE_REMOVED,
	DIFFERENCE_CHANGED
};

/* an item, or a key of one that both plans have */
struct difference {
	enum difference_kind kind;
	const char *path; /* in the old plan; of what was added in the new */
	const struct object *before, *after; /* the items, or those with the
						key; NULL on the side that has
						none */
	const struct field *field;	     /* the key; NULL: the items */
};

struct differences {
	struct arena *arena;
	struct difference *items;
	size_t n, cap;
};

/* an item of the old plan that has another id in the new one */
struct renamed {
	const struct object *item;
	const char *id;
};

/*
 * Items are the same by their ids, those of a list by their first key, then by
 * their order. Values that aren't set are as if they were absent: 18% is 18,
 * 5min is 300s, and [a, b] is [b, a].
 */
void plans_compare(struct differences *differences, const struct plan *before,
		   const struct plan *after, const struct renamed *renamed,
		   size_t n);
void differences_release(struct differences *differences);

#endif
