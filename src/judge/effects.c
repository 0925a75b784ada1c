/* effects.c - what changes of a plan do to its findings */
#include "ces/effects.h"

#include <stdlib.h>
#include <string.h>

/* Those that are gone with their items are none of the others. */
static size_t
list(const struct review *review, struct arena *arena,
     const struct moves *moves, struct finding_at **known)
{
	size_t n = 0;

	*known = mem_alloc((review->findings.n + 1) * sizeof(**known));
	for (size_t i = 0; i < review->findings.n; i++) {
		const struct finding *finding = &review->findings.items[i];
		const char *identity = finding_identity(arena, finding, moves);

		if (!finding->waived)
			(*known)[n++] = (struct finding_at){
				finding, identity ? identity : ""};
	}
	if (n)
		qsort(*known, n, sizeof(**known), finding_at_compare);
	return n;
}

void
effects_find(struct effects *effects, const struct review *before,
	     struct review *after, const struct changes *changes)
{
	struct finding_at *old, *new;
	struct moves moves = moves_make(changes);
	size_t n = list(before, &after->arena, &moves, &old);
	size_t m = list(after, &after->arena, NULL, &new), i = 0, j = 0;

	effects->gone = mem_alloc((n + 1) * sizeof(*effects->gone));
	effects->new = mem_alloc((m + 1) * sizeof(*effects->new));
	effects->gone_n = effects->new_n = 0;
	while (i < n || j < m) {
		int order = i == n   ? 1
			    : j == m ? -1
				     : finding_at_compare(&old[i], &new[j]);

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
