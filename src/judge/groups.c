/* groups.c - findings that are shown as one */
#include <stdlib.h>
#include <string.h>

#include "judge/judge.h"

/* no more than these stand alone: of a rule, and of placeholders */
enum { SINGLY = 5, PLACEHOLDERS_SINGLY = 9 };

/* Excludes slips in how the file is written: each is mended where it stands. */
static bool
can_join(const struct finding *finding)
{
	return finding_is_placeholder(finding) ? !finding->waived
					       : !finding_is_document(finding);
}

static int
compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

/* Orders those that say the same side by side, as the file has them. */
static int
compare_same(const void *pa, const void *pb)
{
	const struct finding *a = *(struct finding *const *)pa;
	const struct finding *b = *(struct finding *const *)pb;
	bool placeholder = finding_is_placeholder(a);
	int order = (a->topic > b->topic) - (a->topic < b->topic);

	if (!order)
		order = (int)a->severity - (int)b->severity;
	if (!order)
		order = a->waived - b->waived;
	if (!order && !placeholder)
		order = a->in_hand - b->in_hand;
	if (!order && !placeholder)
		order = compare_texts(a->waiver_reason, b->waiver_reason);
	if (!order && !placeholder && !(a->topic->flags & TOPIC_ALIKE))
		order = strcmp(a->message, b->message);
	return order;
}

static int
compare_placed(const void *pa, const void *pb)
{
	const struct finding *const *a = pa, *const *b = pb;
	int order = compare_same(pa, pb);

	return order ? order : (*a > *b) - (*a < *b);
}

static void
make_group(struct review *review, struct finding **members, size_t n)
{
	struct finding_group *group =
		arena_alloc(&review->arena, sizeof(*group));

	group->n = n;
	group->items = arena_alloc(&review->arena, n * sizeof(*group->items));
	for (size_t i = 0; i < n; i++) {
		group->items[i] = members[i];
		members[i]->group = group;
	}
}

static void
group_same(struct review *review, struct finding **members)
{
	size_t n = 0, first = 0;

	for (size_t i = 0; i < review->findings.n; i++) {
		struct finding *finding = &review->findings.items[i];

		if (!finding->group && can_join(finding))
			members[n++] = finding;
	}
	if (n)
		qsort(members, n, sizeof(struct finding *), compare_placed);
	for (size_t i = 1; i <= n; i++) {
		size_t singly = finding_is_placeholder(members[first])
					? PLACEHOLDERS_SINGLY
					: SINGLY;

		if (i < n && !compare_same(&members[first], &members[i]))
			continue;
		if (i - first > singly)
			make_group(review, members + first, i - first);
		first = i;
	}
}

/* --- what follows from the end of the period ------------------------------ */

/* by rule, then by place */
static int
compare_places(const void *pa, const void *pb)
{
	const struct finding *a = *(struct finding *const *)pa;
	const struct finding *b = *(struct finding *const *)pb;

	if (a->topic != b->topic)
		return a->topic < b->topic ? -1 : 1;
	return (a->span.start > b->span.start) -
	       (a->span.start < b->span.start);
}

/* the same, and by what is said, whatever its figures */
static int
compare_said(const void *pa, const void *pb)
{
	const struct finding *a = pa, *b = pb;
	int order = compare_places(&a, &b);

	return order ? order : strcmp(a->message, b->message);
}

/* Finds again as of the period's first day, on which nothing is late yet. */
static void
find_before(struct review *review, struct findings *before)
{
	struct date start = review->plan->plan.period.start.date;
	struct view *view = view_make(review->plan, start, &review->arena);

	*before = (struct findings){.arena = &review->arena};
	rules_run(view, review->language, &review->source, before);
	if (before->n)
		qsort(before->items, before->n, sizeof(struct finding),
		      compare_said);
}

/* Errors count for themselves, and what is graver than the end. */
static bool
follows(const struct finding *finding, const struct finding *over,
	const struct findings *before)
{
	return finding != over && !finding->waived && can_join(finding) &&
	       !finding_is_placeholder(finding) &&
	       finding->severity <= over->severity &&
	       finding->severity < SEVERITY_ERROR &&
	       !(before->n && bsearch(finding, before->items, before->n,
				      sizeof(struct finding), compare_said));
}

static void
group_over(struct review *review, struct finding **members)
{
	struct findings *findings = &review->findings, before;
	struct finding *over = NULL;
	size_t n = 1;

	for (size_t i = 0; i < findings->n; i++)
		if (findings->items[i].topic ==
			    &topics[TOPIC_governance_period_over] &&
		    !findings->items[i].waived)
			over = &findings->items[i];
	if (!over)
		return;
	find_before(review, &before);
	members[0] = over;
	for (size_t i = 0; i < findings->n; i++)
		if (follows(&findings->items[i], over, &before))
			members[n++] = &findings->items[i];
	if (n > 2)
		qsort(members + 1, n - 1, sizeof(struct finding *),
		      compare_places);
	if (n > 1)
		make_group(review, members, n);
	findings_release(&before);
}

void
groups_make(struct review *review)
{
	struct finding **members =
		mem_alloc((review->findings.n + 1) * sizeof(*members));

	if (review->view)
		group_over(review, members);
	group_same(review, members);
	free(members);
}
