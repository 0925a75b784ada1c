/* finding.c - the list of findings */
#include "ces/finding.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

struct finding *
finding_add(struct findings *findings, enum topic_id topic, struct span span,
	    const char *path, const char *message, const struct arg *args,
	    size_t arg_count)
{
	struct finding *finding;
	struct arg *copy = NULL;

	if (arg_count) {
		copy = arena_alloc(findings->arena, arg_count * sizeof(*copy));
		memcpy(copy, args, arg_count * sizeof(*copy));
	}
	ARRAY_GROW(findings->items, findings->n, findings->cap);
	finding = &findings->items[findings->n++];
	*finding = (struct finding){.topic = &topics[topic],
				    .severity = topics[topic].severity,
				    .span = span,
				    .path = path,
				    .message = message,
				    .args = copy,
				    .arg_count = arg_count};
	return finding;
}

void
finding_relate(struct findings *findings, struct finding *finding,
	       struct span span, const char *path, const char *note)
{
	size_t n = finding->related_count;

	/* full when the count is a power of two: double it */
	if (!(n & (n - 1))) {
		struct related *more = arena_alloc(
			findings->arena, (n ? n * 2 : 1) * sizeof(*more));

		if (n)
			memcpy(more, finding->related, n * sizeof(*more));
		finding->related = more;
	}
	finding->related[n] = (struct related){span, path, note};
	finding->related_count++;
}

/* in the array of pointers, which all lead into one array */
static int
compare(const void *pa, const void *pb)
{
	const struct finding *a = *(const struct finding *const *)pa;
	const struct finding *b = *(const struct finding *const *)pb;
	int order;

	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	order = strcmp(a->topic->name, b->topic->name);
	if (order)
		return order;
	return a < b ? -1 : a > b; /* stable */
}

static bool
args_equal(const struct finding *a, const struct finding *b)
{
	if (a->arg_count != b->arg_count)
		return false;
	for (size_t i = 0; i < a->arg_count; i++) {
		const char *s = a->args[i].text, *t = b->args[i].text;

		if (a->args[i].number != b->args[i].number || !s != !t ||
		    (s && strcmp(s, t) != 0))
			return false;
	}
	return true;
}

/* Drops repetitions: an anchor's content is read again for each alias. */
static bool
is_repeated(const struct finding *sorted, size_t n,
	    const struct finding *finding)
{
	enum { LOOK_BACK = 32 }; /* few findings share a place */

	for (size_t i = n; i-- > 0 && n - i <= LOOK_BACK;) {
		const struct finding *other = &sorted[i];

		if (other->span.start != finding->span.start ||
		    other->topic != finding->topic)
			return false;
		if (other->span.end == finding->span.end &&
		    !strcmp(other->message, finding->message) &&
		    args_equal(other, finding))
			return true;
	}
	return false;
}

void
findings_sort(struct findings *findings)
{
	size_t n = findings->n, kept = 0;
	const struct finding **order;
	struct finding *sorted;

	if (n < 2)
		return;
	order = mem_alloc(n * sizeof(*order));
	sorted = mem_alloc(n * sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		order[i] = &findings->items[i];
	qsort(order, n, sizeof(*order), compare);
	for (size_t i = 0; i < n; i++)
		if (!is_repeated(sorted, kept, order[i]))
			sorted[kept++] = *order[i];
	free(order);
	free(findings->items);
	findings->items = sorted;
	findings->n = kept;
	findings->cap = n;
}

void
findings_release(struct findings *findings)
{
	free(findings->items);
	*findings = (struct findings){0};
}

void
finding_text(struct buf *buf, const struct finding *finding)
{
	message_fill(buf, gettext(finding->message), finding->args,
		     finding->arg_count);
}

size_t
path_section(const char *path)
{
	return strcspn(path, ".[");
}

bool
path_in(const char *path, const char *section)
{
	size_t n = path_section(path);

	return !strncmp(section, path, n) && !section[n];
}
