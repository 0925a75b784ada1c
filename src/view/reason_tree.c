/* reason_tree.c - contact reasons and those that they are parts of */
#include <stdlib.h>

#include "view/parts.h"

static struct reason_view *
up_of(const struct view *view, const struct reason_view *at)
{
	return at->parent ? &view->reasons[at->parent->object.index] : NULL;
}

/* Takes the parents from reasons that are parts of themselves, on the way up
 * or at once. */
static void
cut_circles(struct view *view)
{
	uint32_t n = view->plan->contact_reasons.n;
	uint32_t *seen = mem_zeroed(n, sizeof(*seen));

	for (uint32_t i = 0; i < n; i++) {
		struct reason_view *at = &view->reasons[i];

		while (at && !seen[at - view->reasons]) {
			seen[at - view->reasons] = i + 1;
			at = up_of(view, at);
		}
		if (!at || seen[at - view->reasons] != i + 1)
			continue;
		while (at->parent) {
			struct reason_view *next = up_of(view, at);

			at->parent = NULL;
			at = next;
		}
	}
	free(seen);
}

/* Takes reasons whose parts are all taken, beginning with those without. */
static void
order_parts(struct view *view)
{
	uint32_t n = view->plan->contact_reasons.n, taken = 0;
	uint32_t *parts = mem_zeroed(n, sizeof(*parts));

	for (uint32_t i = 0; i < n; i++)
		if (view->reasons[i].parent)
			parts[view->reasons[i].parent->object.index]++;
	for (uint32_t i = 0; i < n; i++)
		if (!parts[i])
			view->by_part[taken++] = i;
	for (uint32_t i = 0; i < taken; i++) {
		const struct reason *parent =
			view->reasons[view->by_part[i]].parent;

		if (parent && !--parts[parent->object.index])
			view->by_part[taken++] = parent->object.index;
	}
	free(parts);
}

void
view_reason_tree(struct view *view)
{
	FOR_EACH (reason, view->plan->contact_reasons)
		view->reasons[reason->object.index].parent = reason->parent.to;
	cut_circles(view);
	order_parts(view);
}

void
reasons_hand_down(const struct view *view, bool *marks)
{
	for (uint32_t i = view->plan->contact_reasons.n; i-- > 0;) {
		uint32_t at = view->by_part[i];
		const struct reason *parent = view->reasons[at].parent;

		if (parent)
			marks[at] |= marks[parent->object.index];
	}
}
