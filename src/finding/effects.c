/* effects.c - what changes of a plan do to its findings */
#include "ces/effects.h"

#include <stdlib.h>
#include <string.h>

/* a finding, and what it is in the plan that it is compared with */
struct known {
	const struct finding *finding;
	const char *identity;
};

static int
compare(const void *a, const void *b)
{
	return strcmp(((const struct known *)a)->identity,
		      ((const struct known *)b)->identity);
}

/* Those that are gone with their items are none of the others. */
static size_t
list(struct arena *arena, const struct findings *findings,
     const struct moves *moves, struct known **known)
{
	size_t n = 0;

	*known = mem_alloc((findings->n + 1) * sizeof(**known));
	for (size_t i = 0; i < findings->n; i++) {
		const struct finding *finding = &findings->items[i];
		const char *identity = finding_identity(arena, finding, moves);

		if (!finding->waived)
			(*known)[n++] = (struct known){
				finding, identity ? identity : ""};
	}
	qsort(*known, n, sizeof(**known), compare);
	return n;
}

void
effects_find(struct effects *effects, struct arena *arena,
	     const struct findings *before, const struct findings *after,
	     const struct changes *changes)
{
	struct known *old, *new;
	struct moves moves = moves_make(changes);
	size_t n = list(arena, before, &moves, &old);
	size_t m = list(arena, after, NULL, &new), i = 0, j = 0;

	effects->gone = mem_alloc((n + 1) * sizeof(*effects->gone));
	effects->new = mem_alloc((m + 1) * sizeof(*effects->new));
	effects->gone_n = effects->new_n = 0;
	while (i < n || j < m) {
		int order = i == n   ? 1
			    : j == m ? -1
				     : compare(&old[i], &new[j]);

		if (order < 0)
			effects->gone[effects->gone_n++] = old[i].finding;
		else if (order > 0)
			effects->new[effects->new_n++] = new[j].finding;
		i += order <= 0;
		j += order >= 0;
	}
	qsort(effects->gone, effects->gone_n, sizeof(*effects->gone),
	      finding_compare_places);
	qsort(effects->new, effects->new_n, sizeof(*effects->new),
	      finding_compare_places);
	moves_release(&moves);
	free(old);
	free(new);
}

void
effects_release(struct effects *effects)
{
	free(effects->gone);
	free(effects->new);
}
