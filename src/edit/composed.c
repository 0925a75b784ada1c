/* composed.c - edits of a plan, and then of what came of it, as edits of the
 * plan */
#include <stdlib.h>

#include "edit/parts.h"

/* edits that touch in the plan between the two, from start to end in it */
struct group {
	const struct edit *first; /* the one that names it */
	int64_t start, end;
	int64_t back, on; /* behind it, what leads to the old and new place */
};

static void
widen(struct group *group, const struct edit *edit, int64_t end)
{
	group->first = group->first ? group->first : edit;
	group->end = end > group->end ? end : group->end;
}

/* Takes all edits that touch the group; returns whether there were any. */
static bool
grow(struct group *group, const struct edit **before,
     const struct edit *before_end, const struct edit **after,
     const struct edit *after_end)
{
	const struct edit *one = *before, *two = *after;

	for (; *before < before_end && (*before)->at <= group->end; ++*before) {
		widen(group, *before, (int64_t)(*before)->at + (*before)->n);
		group->back += (int64_t)(*before)->end - (*before)->start -
			       (*before)->n;
	}
	for (; *after < after_end && (*after)->start <= group->end; ++*after) {
		widen(group, *after, (*after)->end);
		group->on += (int64_t)(*after)->n -
			     ((int64_t)(*after)->end - (*after)->start);
	}
	return *before > one || *after > two;
}

void
edits_compose(struct edited *edited, const struct edit *before, size_t n)
{
	const struct edit *before_end = before + n, *after = edited->edits;
	const struct edit *after_end = after + edited->n;
	const char *bytes = edited->document.source.bytes;
	struct edit *made = NULL;
	struct group group = {0};
	size_t made_n = 0, cap = 0;

	while (before < before_end || after < after_end) {
		bool old = after == after_end ||
			   (before < before_end && before->at < after->start);
		uint32_t start, at, length;

		group.first = NULL;
		group.start = old ? before->at : after->start;
		group.end = group.start;
		start = (uint32_t)(group.start + group.back);
		at = (uint32_t)(group.start + group.on);
		while (grow(&group, &before, before_end, &after, after_end))
			continue;
		length = (uint32_t)(group.end + group.on) - at;
		ARRAY_GROW(made, made_n, cap);
		made[made_n++] = (struct edit){
			.start = start,
			.end = (uint32_t)(group.end + group.back),
			.text = arena_copy(&edited->arena, bytes + at, length),
			.n = length,
			.at = at,
			.path = group.first->path,
			.object = group.first->object};
	}
	free(edited->edits);
	edited->edits = made;
	edited->n = made_n;
	edited->cap = cap;
}
