/* fixes.c - the fixes of findings, made round by round */
#include "ces/fixes.h"

#include <stdlib.h>
#include <string.h>

#include "ces/language.h"
#include "ces/message.h"

/* more trials in a round cost time and help no more */
enum { TRIALS = 200 };

enum fate { WAITS, MADE, LEFT };

struct candidate {
	const struct finding *finding;
	struct changes changes;
	enum fate fate;
};

/* of the plan, that a fix changes */
struct place {
	const char *path;
	bool taken; /* by a candidate */
};

/* one round */
struct round {
	struct document *old;
	const struct review *judged;
	struct fixed *fixed;
	struct place *places; /* by path */
	size_t place_n, place_cap;
	struct candidate *items;
	size_t n, cap;
	struct edited best; /* of the trial that made most */
	struct changes changes;
	int trials;
};

/* --- which ---------------------------------------------------------------- */

/* Mistakes in the file, where no rules are named: advice is taken by those who
 * ask for it. */
static bool
is_wanted(const struct fix_options *options, const struct finding *finding)
{
	for (size_t i = 0; i < options->rule_count; i++)
		if (!strcmp(options->rules[i], finding->topic->name))
			return true;
	return !options->rule_count && !finding->waived &&
	       (finding_is_document(finding) ||
		finding->topic == &topics[TOPIC_waivers_invalid]);
}

static int
compare_places(const void *a, const void *b)
{
	return strcmp(((const struct place *)a)->path,
		      ((const struct place *)b)->path);
}

/* where the change leads: a renamed key has two places */
static const char *
new_path(struct round *round, const struct change *change)
{
	return change->kind == CHANGE_NAME
		       ? path_renamed(&round->fixed->arena, change->path,
				      change->name)
		       : change->path;
}

static void
add_place(struct round *round, const char *path)
{
	ARRAY_GROW(round->places, round->place_n, round->place_cap);
	round->places[round->place_n++] = (struct place){path, false};
}

/* All that the candidates change, each once. */
static void
list_places(struct round *round)
{
	size_t n = 0;

	for (size_t i = 0; i < round->n; i++) {
		const struct changes *changes = &round->items[i].changes;

		for (size_t j = 0; j < changes->n; j++) {
			add_place(round, changes->items[j].path);
			add_place(round, new_path(round, &changes->items[j]));
		}
	}
	if (round->place_n)
		qsort(round->places, round->place_n, sizeof(*round->places),
		      compare_places);
	for (size_t i = 0; i < round->place_n; i++)
		if (!n || compare_places(&round->places[n - 1],
					 &round->places[i]) != 0)
			round->places[n++] = round->places[i];
	round->place_n = n;
}

static bool *
taken(const struct round *round, const char *path)
{
	const struct place place = {.path = path};
	struct place *found = bsearch(&place, round->places, round->place_n,
				      sizeof(place), compare_places);

	return &found->taken;
}

/* Does no candidate before it change one of its places? */
static bool
places_free(struct round *round, const struct changes *changes)
{
	for (size_t i = 0; i < changes->n; i++)
		if (*taken(round, changes->items[i].path) ||
		    *taken(round, new_path(round, &changes->items[i])))
			return false;
	return true;
}

static void
take_places(struct round *round, const struct changes *changes)
{
	for (size_t i = 0; i < changes->n; i++) {
		*taken(round, changes->items[i].path) = true;
		*taken(round, new_path(round, &changes->items[i])) = true;
	}
}

static void
note_unfixed(struct fixed *fixed, const struct finding *finding,
	     const char *reason)
{
	ARRAY_GROW(fixed->unfixed, fixed->unfixed_n, fixed->unfixed_cap);
	fixed->unfixed[fixed->unfixed_n++] = (struct unfixed){
		finding->topic->name,
		arena_string(&fixed->arena, finding->path), reason};
}

static void
note_refused(struct round *round, const struct finding *finding,
	     const struct edited *edited)
{
	struct buf reason = {0};

	message_fill(&reason, round->judged->language, edited->message,
		     edited->args, edited->arg_count);
	note_unfixed(round->fixed, finding,
		     arena_take(&round->fixed->arena, &reason));
}

/* of a finding that can't be made: noted, and false */
static bool
gather_changes(struct round *round, const struct finding *finding,
	       struct changes *changes)
{
	struct edited edited = {.arena = round->fixed->arena};
	bool good = fix_gather(round->old, finding, changes, &edited);

	round->fixed->arena = edited.arena;
	if (!good)
		note_refused(round, finding, &edited);
	return good;
}

static void
consider(struct round *round, const struct fix_options *options,
	 const struct finding *finding)
{
	struct changes changes = {0};

	if (!finding->fix_count || !is_wanted(options, finding) ||
	    !gather_changes(round, finding, &changes))
		return;
	ARRAY_GROW(round->items, round->n, round->cap);
	round->items[round->n++] = (struct candidate){finding, changes, WAITS};
}

/* Drops those whose places are taken, and guesses where none are wanted. */
static void
choose_candidates(struct round *round, const struct fix_options *options)
{
	size_t n = 0;

	for (size_t i = 0; i < round->n; i++) {
		struct candidate item = round->items[i];
		bool free = places_free(round, &item.changes);

		if (free && (item.finding->safe || options->guesses)) {
			take_places(round, &item.changes);
			round->items[n++] = item;
			continue;
		}
		changes_release(&item.changes);
		if (free) {
			note_unfixed(round->fixed, item.finding, NULL);
			round->fixed->guesses++;
		}
	}
	round->n = n;
}

/* The judge leaves out what is turned off. */
static void
find_candidates(struct round *round, const struct fix_options *options)
{
	const struct findings *own = &round->old->findings;
	const struct findings *judged = &round->judged->findings;

	round->fixed->guesses = 0;
	for (size_t i = 0; i < judged->n; i++)
		consider(round, options, &judged->items[i]);
	for (size_t i = 0; i < own->n && options->rule_count; i++)
		if (plan_severity(round->old->plan, own->items[i].topic,
				  own->items[i].severity) == SEVERITY_OFF)
			consider(round, options, &own->items[i]);
	list_places(round);
	choose_candidates(round, options);
}

/* --- trials --------------------------------------------------------------- */

/* the changes of what was made, and of the candidates up to to - 1 that wait */
static struct changes
gather(const struct round *round, size_t from, size_t to)
{
	struct changes changes = {0};

	for (size_t i = 0; i < round->n; i++) {
		const struct candidate *at = &round->items[i];

		if (at->fate != MADE &&
		    (at->fate != WAITS || i < from || i >= to))
			continue;
		for (size_t j = 0; j < at->changes.n; j++)
			changes_add(&changes, at->changes.items[j]);
	}
	return changes;
}

/* the candidate that waits whose change was refused; to where it can't be told
 */
static size_t
refused_one(const struct round *round, size_t from, size_t to,
	    const struct change *change)
{
	size_t waiting = 0, last = to;

	for (size_t i = from; i < to; i++) {
		const struct candidate *at = &round->items[i];

		if (at->fate != WAITS)
			continue;
		waiting++;
		last = i;
		for (size_t j = 0; j < at->changes.n && change; j++)
			if (at->changes.items[j].path == change->path)
				return i;
	}
	return waiting == 1 ? last : to;
}

static void
leave(struct round *round, size_t i, const struct edited *edited)
{
	round->items[i].fate = LEFT;
	note_refused(round, round->items[i].finding, edited);
}

static void
keep(struct round *round, size_t from, size_t to, struct edited *edited,
     struct changes *changes)
{
	for (size_t i = from; i < to; i++)
		if (round->items[i].fate == WAITS)
			round->items[i].fate = MADE;
	edited_release(&round->best);
	changes_release(&round->changes);
	round->best = *edited;
	round->changes = *changes;
}

/* Makes as many of them as can be, together with those that were made before:
 * one that is refused for a reason that names none is found by halves. */
static void
try_fixes(struct round *round, size_t from, size_t to)
{
	struct edited edited = {0};
	struct changes changes;
	size_t refused, middle = from + (to - from) / 2;

	do {
		if (round->trials++ == TRIALS)
			return;
		edited = (struct edited){0};
		changes = gather(round, from, to);
		if (changes_apply(round->old, &changes, EDIT_REVEALS,
				  &edited)) {
			keep(round, from, to, &edited, &changes);
			return;
		}
		refused = refused_one(round, from, to, edited.change);
		if (refused < to)
			leave(round, refused, &edited);
		edited_release(&edited);
		changes_release(&changes);
	} while (refused < to);
	if (to - from > 1) {
		try_fixes(round, from, middle);
		try_fixes(round, middle, to);
	}
}

/* --- rounds --------------------------------------------------------------- */

/* Judges the plan of the round; its findings hold what they offer. */
static const struct review *
judge_round(struct fixed *fixed, const struct document *document,
	    const struct review_options *options)
{
	struct review *judged = &fixed->judged[fixed->judged_n++];

	review_judge(judged, document, options);
	return judged;
}

static bool
is_changed(const struct round *round)
{
	const struct source *old = &round->old->source;
	const struct source *new = &round->best.document.source;

	return round->changes.n &&
	       (old->n != new->n || memcmp(old->bytes, new->bytes, old->n));
}

/* Notes what the round made, and takes it over. */
static void
take_over(struct fixed *fixed, struct round *round)
{
	struct edited *last = fixed->n ? &fixed->rounds[fixed->n - 1] : NULL;
	struct edited *made = &fixed->rounds[fixed->n++];

	*made = round->best;
	edits_compose(made, last ? last->edits : NULL, last ? last->n : 0);
	for (size_t i = 0; i < round->changes.n; i++)
		changes_add(&fixed->changes, round->changes.items[i]);
	round->best = (struct edited){0};
}

bool
fix_gather(struct document *old, const struct finding *finding,
	   struct changes *changes, struct edited *edited)
{
	const struct change *first = finding->fix;
	size_t n = changes->n;

	if (first->kind == CHANGE_NAME)
		changes_rename(old, first->path, first->name, changes, edited);
	if (edited->refusal == REFUSED_THERE)
		return false;
	edited->refusal = REFUSED_NOT; /* a key that is no item's id */
	for (size_t i = changes->n > n; i < finding->fix_count; i++)
		changes_add(changes, finding->fix[i]);
	return true;
}

bool
fixes_apply(struct document *old, const struct fix_options *options,
	    struct fixed *fixed)
{
	bool more = true;

	while (more && fixed->n < FIX_ROUNDS) {
		struct round round = {.old = old, .fixed = fixed};

		round.judged = judge_round(fixed, old, &options->judging);
		fixed->unfixed_n = 0;
		find_candidates(&round, options);
		if (round.n)
			try_fixes(&round, 0, round.n);
		more = is_changed(&round);
		if (more) {
			take_over(fixed, &round);
			old = &fixed->rounds[fixed->n - 1].document;
		}
		edited_release(&round.best);
		changes_release(&round.changes);
		for (size_t i = 0; i < round.n; i++)
			changes_release(&round.items[i].changes);
		free(round.items);
		free(round.places);
	}
	return fixed->n > 0;
}

void
fixed_release(struct fixed *fixed)
{
	for (int i = 0; i < fixed->n; i++)
		edited_release(&fixed->rounds[i]);
	for (int i = 0; i < fixed->judged_n; i++)
		review_release(&fixed->judged[i]);
	changes_release(&fixed->changes);
	free(fixed->unfixed);
	arena_release(&fixed->arena);
}
