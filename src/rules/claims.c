/* claims.c - places of the plan that are spoken for, with all that lies in them
 */
#include <stdlib.h>
#include <string.h>

#include "rules/rule.h"

void
claims_add(struct claims *claims, const char *topic, const char *path,
	   uint32_t index)
{
	ARRAY_GROW(claims->items, claims->n, claims->cap);
	claims->items[claims->n++] =
		(struct claim){.topic = topic, .path = path, .index = index};
}

static int
compare(const void *pa, const void *pb)
{
	const struct claim *a = pa, *b = pb;
	int order = strcmp(a->topic, b->topic);

	if (!order)
		order = strcmp(a->path, b->path);
	if (order)
		return order;
	return a->index < b->index ? -1 : a->index > b->index;
}

void
claims_sort(struct claims *claims)
{
	if (claims->n)
		qsort(claims->items, claims->n, sizeof(*claims->items),
		      compare);
}

/* the claim against the topic and the path's first n bytes */
static int
compare_place(const struct claim *claim, const char *topic, const char *path,
	      size_t n)
{
	int order = strcmp(claim->topic, topic);

	if (!order)
		order = strncmp(claim->path, path, n);
	return order ? order : claim->path[n] != '\0';
}

/* the first of those on just that place, or NULL */
static struct claim *
find_place(const struct claims *claims, const char *topic, const char *path,
	   size_t n)
{
	size_t low = 0, high = claims->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_place(&claims->items[middle], topic, path, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == claims->n ||
	    compare_place(&claims->items[low], topic, path, n) != 0)
		return NULL;
	return &claims->items[low];
}

/* where the path's step ends that begins behind the first n bytes */
static size_t
step_end(const char *path, size_t n)
{
	size_t start = n ? n + 1 : 0;

	return start + strcspn(path + start, ".[");
}

const struct claim *
claims_find(const struct claims *claims, const char *topic, const char *path)
{
	const struct claim *first = NULL;

	for (size_t n = 0; claims->n; n = step_end(path, n)) {
		struct claim *claim = find_place(claims, topic, path, n);

		if (claim) {
			claim->met = true;
			if (!first || claim->index < first->index)
				first = claim;
		}
		if (!path[n])
			break;
	}
	return first;
}

bool
claims_met(const struct claims *claims, const char *topic, const char *path)
{
	const struct claim *claim =
		find_place(claims, topic, path, strlen(path));

	return claim && claim->met;
}

void
claims_release(struct claims *claims)
{
	free(claims->items);
	*claims = (struct claims){0};
}
