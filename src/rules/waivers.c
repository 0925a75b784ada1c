/* waivers.c - findings that were accepted: by whom, why, until when */
#include "ces/rules.h"

#include <stdlib.h>
#include <string.h>

#include "ces/nearest.h"
#include "rules/rule.h"

static bool
is_firm(const struct waiver *waiver)
{
	return waiver->rule.index >= 0 &&
	       topics[waiver->rule.index].flags & TOPIC_FIRM;
}

/* Tells whether all keys are set and `at` leads somewhere, as a waiver without
 * place hides findings of the whole plan. */
static bool
is_whole(const struct waiver *waiver)
{
	return is_set(&waiver->rule.at) && waiver->rule.index >= 0 &&
	       is_set(&waiver->reason.at) && is_set(&waiver->until.at) &&
	       is_set(&waiver->approved_by.at) &&
	       (is_unfilled(&waiver->at.at) ||
		(is_set(&waiver->at.at) &&
		 (waiver->at.to || waiver->at.field)));
}

static const char *
place_of(const struct waiver *waiver)
{
	return is_unfilled(&waiver->at.at) ? "" : waiver->at.text;
}

/* sorts by rule, path, and order in the plan */
static int
compare_entries(const void *pa, const void *pb)
{
	const struct waiver_entry *a = pa, *b = pb;
	int order = a->waiver->rule.index - b->waiver->rule.index;

	if (!order)
		order = strcmp(a->path, b->path);
	if (!order)
		order = a->waiver->object.index < b->waiver->object.index ? -1
									  : 1;
	return order;
}

void
waiver_index_make(struct waiver_index *index, const struct plan *plan,
		  struct date as_of)
{
	*index = (struct waiver_index){
		.items = mem_alloc((plan->waivers.n + 1) *
				   sizeof(*index->items))};
	FOR_EACH (waiver, plan->waivers)
		if (is_whole(waiver) && !is_before(&waiver->until, as_of))
			index->items[index->n++] = (struct waiver_entry){
				.waiver = waiver, .path = place_of(waiver)};
	qsort(index->items, index->n, sizeof(*index->items), compare_entries);
}

void
waiver_index_release(struct waiver_index *index)
{
	free(index->items);
	*index = (struct waiver_index){0};
}

/* compares the entry with the rule and the path's first n bytes */
static int
compare_place(const struct waiver_entry *entry, int rule, const char *path,
	      size_t n)
{
	int order = entry->waiver->rule.index - rule;

	if (!order)
		order = strncmp(entry->path, path, n);
	return order ? order : entry->path[n] != '\0';
}

/* binary search: the first entry of exactly that path, or NULL */
static struct waiver_entry *
find_entry(const struct waiver_index *index, int rule, const char *path,
	   size_t n)
{
	size_t low = 0, high = index->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_place(&index->items[middle], rule, path, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < index->n &&
			       !compare_place(&index->items[low], rule, path, n)
		       ? &index->items[low]
		       : NULL;
}

/* Looks at the whole plan, then at each step of the path. */
const struct waiver *
waiver_find(struct waiver_index *index, const struct finding *finding)
{
	const char *path = finding->path;
	const struct waiver *first = NULL;

	if (finding->topic->flags & TOPIC_FIRM)
		return NULL;
	for (size_t n = 0; index->n;) {
		struct waiver_entry *entry = find_entry(
			index, (int)(finding->topic - topics), path, n);

		if (entry) {
			entry->used = true;
			if (!first ||
			    entry->waiver->object.index < first->object.index)
				first = entry->waiver;
		}
		if (!path[n])
			break;
		n += n > 0; /* the separator */
		n += strcspn(path + n, ".[");
	}
	return first;
}

/* Offers the nearest of the rules' names. */
void
check_waivers_invalid(struct rule_run *run, const struct waiver *waiver)
{
	static const struct key_message keys[] = {
		{"rule", N_("this waiver names no rule; add `rule` with the "
			    "name that stands under the finding")},
		{"reason", N_("this waiver gives no reason; add `reason`, so "
			      "that others can follow it")},
		{"until", N_("this waiver has no end; add `until` with the day "
			     "on which you look at it again")},
		{"approved_by",
		 N_("nobody has approved this waiver; add `approved_by`")},
		{NULL, NULL},
	};

	const char *rule = waiver->rule.text, *near = NULL;

	rule_find_lacking(run, &waiver->object, keys);
	if (!is_set(&waiver->rule.at) ||
	    (!is_firm(waiver) && waiver->rule.index >= 0))
		return;
	if (!is_firm(waiver))
		near = nearest_of(rule, topic_names, TOPIC_COUNT);
	rule_find_args(
		run, &waiver->object, "rule",
		is_firm(waiver) ? N_("'{rule}' can't be waived; correct what "
				     "it finds, and take this waiver out")
		: near ? N_("there is no rule '{rule}'; did you mean '{near}'?")
		       : N_("there is no rule '{rule}'; `ces explain` lists "
			    "the rules"),
		ARGS(TEXT_ARG("rule", rule),
		     TEXT_ARG("near", near ? near : "")));
	if (near)
		rule_offer_text(run, &waiver->object, "rule", near);
}

void
check_waivers_expired(struct rule_run *run, const struct waiver *waiver)
{
	struct date as_of = run->view->as_of;

	if (is_before(&waiver->until, as_of))
		rule_find_args(run, &waiver->object, "until",
			       N_("this waiver ended on {until}, before "
				  "{today}; have it renewed, or take it out"),
			       ARGS(DATE_ARG("until", waiver->until.date),
				    DATE_ARG("today", as_of)));
}

/* Runs last, when all other findings are there. Excludes waivers of this very
 * rule, which can't be judged. */
void
check_waivers_unused(struct rule_run *run)
{
	struct waiver_index index;

	if (is_partial(run->plan)) /* it may hide something there */
		return;
	waiver_index_make(&index, run->plan, run->view->as_of);
	for (size_t i = 0; i < run->findings->n; i++)
		waiver_find(&index, &run->findings->items[i]);
	FOR_EACH (waiver, run->plan->waivers) {
		const char *path = place_of(waiver);

		if (is_whole(waiver) &&
		    !is_before(&waiver->until, run->view->as_of) &&
		    !is_firm(waiver) && waiver->rule.index != (int)run->topic &&
		    !find_entry(&index, waiver->rule.index, path, strlen(path))
			     ->used)
			rule_find_args(
				run, &waiver->object, "rule",
				N_("this waiver hides nothing: '{rule}' finds "
				   "nothing there; take it out"),
				ARGS(TEXT_ARG("rule", waiver->rule.text)));
	}
	waiver_index_release(&index);
}
