/* proof.c - what was edited is loaded, and differs from the old plan in what
 * was asked for, and in nothing else */
#include <stdlib.h>
#include <string.h>

#include "ces/compare.h"
#include "ces/effects.h"
#include "ces/message.h"
#include "edit/parts.h"

/* --- bytes ---------------------------------------------------------------- */

/* Between the edits they are the same. */
static bool
bytes_hold(const struct editing *run)
{
	const struct edited *edited = run->edited;
	const char *old = old_bytes(run), *new = edited->document.source.bytes;
	uint32_t from = 0, to = 0;

	for (size_t i = 0; i <= edited->n; i++) {
		bool last = i == edited->n;
		uint32_t end =
			last ? run->old->source.n : edited->edits[i].start;

		if (memcmp(old + from, new + to, end - from) != 0)
			return false;
		to += end - from;
		if (last)
			break;
		from = edited->edits[i].end;
		to += edited->edits[i].n;
	}
	return to == edited->document.source.n;
}

/* --- keys ----------------------------------------------------------------- */

/* paths, sorted */
struct covers {
	const char **items;
	size_t n;
};

static int
compare_paths(const void *pa, const void *pb)
{
	return strcmp(*(const char *const *)pa, *(const char *const *)pb);
}

/* Entries of lists have no names, so a change in one is a change of the list.
 */
static const char *
cover_of(const struct editing *run, const char *path)
{
	return arena_copy(run->arena, path, strcspn(path, "["));
}

/* those at or below which a change may show */
static struct covers
make_covers(const struct editing *run)
{
	struct covers covers = {
		mem_alloc((2 * run->changes->n + 1) * sizeof(char *)), 0};

	for (size_t i = 0; i < run->changes->n; i++) {
		const struct change *change = &run->changes->items[i];
		const char *path = change->path;
		const char *rest = run->sites[i].rest;

		if (rest && rest > path &&
		    !node_is_collection(node_of(run, run->sites[i].holder)))
			rest--; /* the group that is blank */
		if (rest)	/* groups on the way are new as well */
			path = arena_copy(run->arena, path,
					  (size_t)(rest - path) +
						  strcspn(rest, "."));
		covers.items[covers.n++] = cover_of(run, path);
		if (change->kind == CHANGE_NAME)
			covers.items[covers.n++] =
				cover_of(run, path_renamed(run->arena, path,
							   change->name));
	}
	qsort(covers.items, covers.n, sizeof(*covers.items), compare_paths);
	return covers;
}

static bool
is_covered(const struct editing *run, const struct covers *covers,
	   const char *path)
{
	char *step = arena_string(run->arena, path);
	const char *key = step;

	for (size_t n = strlen(step); n > 0; n--) {
		if (path[n] && !strchr(".[", path[n]))
			continue;
		step[n] = '\0';
		if (bsearch(&key, covers->items, covers->n,
			    sizeof(*covers->items), compare_paths))
			return true;
	}
	return false;
}

static bool
differences_hold(struct editing *run, const struct covers *covers)
{
	struct differences differences = {.arena = run->arena};
	struct renamed *renamed =
		mem_alloc((run->changes->n + 1) * sizeof(*renamed));
	const char *other = NULL;
	size_t n = 0;

	for (size_t i = 0; i < run->changes->n; i++)
		if (run->sites[i].change->kind == CHANGE_NAME &&
		    run->sites[i].item && run->sites[i].object)
			renamed[n++] =
				(struct renamed){run->sites[i].object,
						 run->sites[i].change->name};
	plans_compare(&differences, run->old->plan, run->edited->document.plan,
		      renamed, n);
	for (size_t i = 0; i < differences.n && !other; i++)
		if (!is_covered(run, covers, differences.items[i].path))
			other = differences.items[i].path;
	differences_release(&differences);
	free(renamed);
	if (!other)
		return true;
	return refuse(run->edited, REFUSED_PROOF, NULL,
		      N_("'{path}' would change as well, which was not asked "
			 "for; change it along, or write the place by hand"),
		      ARGS(TEXT_ARG("path", other)));
}

/* --- findings ------------------------------------------------------------- */

/* a section that wasn't in the file */
static bool
is_new_section(const struct editing *run, const char *path)
{
	const struct field *field =
		entity_field(entity_plan(), path, strlen(path));

	return field &&
	       field_mark(&run->old->plan->object, field)->state == ABSENT;
}

/* those of the items whose keys are changed; "" of the plan. To a new section
 * nothing could refer before. */
static struct covers
make_holders(const struct editing *run)
{
	struct covers holders = {
		mem_alloc((run->changes->n + 1) * sizeof(char *)), 0};

	for (size_t i = 0; i < run->changes->n; i++) {
		const char *path = run->changes->items[i].path;
		const char *dot = strrchr(path, '.');

		if (!dot && is_new_section(run, path))
			continue;
		holders.items[holders.n++] = arena_copy(
			run->arena, path, dot ? (size_t)(dot - path) : 0);
	}
	qsort(holders.items, holders.n, sizeof(*holders.items), compare_paths);
	return holders;
}

/* Is it about an item whose key is read now, or about the plan whose key that
 * is? */
static bool
is_revealed(const struct editing *run, const struct covers *covers,
	    const struct covers *holders, const struct finding *finding)
{
	return (holders->n && !*holders->items[0]) ||
	       is_covered(run, holders, finding->path) ||
	       is_covered(run, covers, finding->path);
}

/* Does a reference lead nowhere because of a section that is new? */
static bool
misses_new(const struct editing *run, const struct finding *finding)
{
	if (finding->topic != &topics[TOPIC_document_undefined_reference])
		return false;
	for (size_t i = 0; i < finding->arg_count; i++)
		for (size_t j = 0; j < run->changes->n; j++)
			if (!strcmp(finding->args[i].name, "key") &&
			    !strcmp(finding->args[i].text,
				    run->changes->items[j].path) &&
			    is_new_section(run, finding->args[i].text))
				return true;
	return false;
}

/* May the new finding be there: of an answer that was written as a placeholder,
 * a reference that may break, or what couldn't be read before? */
static bool
is_allowed(const struct editing *run, const struct covers *covers,
	   const struct covers *holders, const struct finding *finding,
	   unsigned lets)
{
	const struct topic *topic = finding->topic;

	if (lets & EDIT_REVEALS && topic != &topics[TOPIC_document_syntax] &&
	    !misses_new(run, finding) &&
	    is_revealed(run, covers, holders, finding))
		return true;
	/* once a collection can be read, references to it are known */
	if (topic == &topics[TOPIC_document_undefined_reference])
		return lets & EDIT_BREAKS ||
		       (lets & EDIT_REVEALS && !misses_new(run, finding));
	if (topic == &topics[TOPIC_document_name_for_id])
		return lets & EDIT_REVEALS;
	return (topic == &topics[TOPIC_document_todo] ||
		topic == &topics[TOPIC_document_unused]) &&
	       is_covered(run, covers, finding->path);
}

static const struct change *
removal_of(const struct editing *run)
{
	for (size_t i = 0; i < run->changes->n; i++)
		if (run->changes->items[i].kind == CHANGE_REMOVAL)
			return &run->changes->items[i];
	return NULL;
}

/* the first of the places that refer to what goes; more: how many others do */
static struct texts
first_references(struct editing *run, const struct finding *finding,
		 size_t *more)
{
	enum { SHOWN = 4 };
	struct texts places = {0};
	size_t n = 1;

	texts_append(run->arena, &places, finding->path);
	for (size_t i = 0; i < finding->related_count; i++) {
		const char *path = finding->related[i].path;

		if (*path && n++ < SHOWN)
			texts_append(run->arena, &places, path);
	}
	*more = n > SHOWN ? n - SHOWN : 0;
	return places;
}

static bool
refuse_findings(struct editing *run)
{
	struct edited *edited = run->edited;
	const struct finding *first = edited->findings[0];
	const struct change *removal = removal_of(run);
	struct texts places;
	size_t more;

	if (!removal ||
	    first->topic != &topics[TOPIC_document_undefined_reference])
		return refuse(edited, REFUSED_VALUE, NULL,
			      N_("the plan would have findings about its form "
				 "that it doesn't have now"),
			      NO_ARGS);
	places = first_references(run, first, &more);
	return refuse(
		edited, REFUSED_REFERENCE, removal,
		more ? N_("'{path}' is referred to by {places} and {count} "
			  "more; change those first, or leave them broken with "
			  "--force")
		     : N_("'{path}' is referred to by {places}; change those "
			  "first, or leave them broken with --force"),
		ARGS(TEXT_ARG("path", removal->path),
		     TEXTS_ARG("places", places, LIST_COMMAS),
		     COUNT_ARG("count", (double)more)));
}

/* Of the new findings those are kept that may not be there. */
static bool
findings_hold(struct editing *run, const struct covers *covers, unsigned lets)
{
	struct edited *edited = run->edited;
	struct covers holders = make_holders(run);
	struct effects effects;

	effects_find(&effects, run->arena, &run->old->findings,
		     &edited->document.findings, run->changes);
	for (size_t i = 0; i < effects.new_n; i++)
		if (!is_allowed(run, covers, &holders, effects.new[i], lets))
			effects.new[edited->finding_count++] = effects.new[i];
	edited->findings = effects.new;
	effects.new = NULL;
	effects_release(&effects);
	free(holders.items);
	return !edited->finding_count || refuse_findings(run);
}

/* --- what was written ----------------------------------------------------- */

/* Can the new value be read, at the path where it is now? */
static bool
value_holds(struct editing *run, const struct change *change, const char *path)
{
	struct changes none = {0};
	struct editing after = {.old = &run->edited->document,
				.changes = &none,
				.edited = run->edited,
				.arena = run->arena};
	struct change moved = *change;
	const struct mark *mark = NULL;
	struct site site;

	moved.path = path;
	if (!path || !site_find(&after, &moved, &site))
		return false;
	if (site.object && site.field && !site.part && !site.item)
		mark = site.field->kind == KIND_OBJECT
			       ? &site.object->at
			       : field_mark(site.object, site.field);
	if (site.rest || (mark && mark->state != SET && mark->state != TODO))
		return refuse(run->edited, REFUSED_PROOF, change,
			      N_("'{path}' could not be read back; write it by "
				 "hand"),
			      ARGS(TEXT_ARG("path", path)));
	return true;
}

static bool
values_hold(struct editing *run)
{
	struct moves moves = moves_make(run->changes);
	bool good = true;

	for (size_t i = 0; i < run->changes->n && good; i++) {
		const struct change *change = &run->changes->items[i];

		if (change->kind == CHANGE_VALUE)
			good = value_holds(
				run, change,
				path_after(run->arena, &moves, change->path));
	}
	moves_release(&moves);
	return good;
}

bool
prove(struct editing *run, char *bytes, size_t n, unsigned lets)
{
	struct edited *edited = run->edited;
	struct covers covers = make_covers(run);
	bool good;

	document_load(&edited->document, run->old->source.name, bytes, n);
	if (edited->document.loaded != LOADED_WHOLE)
		findings_hold(run, &covers, 0);
	good = edited->document.loaded == LOADED_WHOLE &&
	       findings_hold(run, &covers, lets) &&
	       differences_hold(run, &covers) && values_hold(run);
	if (!good && !edited->refusal)
		refuse(edited, REFUSED_PROOF, NULL,
		       N_("the plan could not be read any more"), NO_ARGS);
	if (good && (!bytes_hold(run) || !nodes_hold(run)))
		good = refuse(edited, REFUSED_PROOF, NULL,
			      N_("the YAML here is of a form that could not be "
				 "edited with certainty; write it by hand"),
			      NO_ARGS);
	free(covers.items);
	return good;
}
