/* prove.c - the changes made, without the cells that the plan can't have */
#include <stdlib.h>
#include <string.h>

#include "ces/finding.h"
#include "ces/language.h"
#include "ces/message.h"
#include "ces/reference.h"
#include "import/parts.h"

/* --- what the loader says ------------------------------------------------- */

/* the change that makes a key necessary, which the item lacks: of the word that
 * the need depends on, else of another of its keys; NULL */
static const struct change *
reason_of(const struct import *import, const char *lacking)
{
	const char *dot = strrchr(lacking, '.');
	size_t n = dot ? (size_t)(dot + 1 - lacking) : 0;
	struct buf name = {0};
	const struct field *field = n ? reference_field(lacking, &name) : NULL;
	const struct change *found = NULL;

	buf_free(&name);
	for (size_t i = 0; field && i < import->changes.n; i++) {
		const struct change *change = &import->changes.items[i];

		if (strncmp(change->path, lacking, n) != 0)
			continue;
		if (!found || (field->other.key &&
			       !strcmp(change->path + n, field->other.key)))
			found = change;
	}
	return found;
}

/* the change that wrote that part of the new plan; NULL */
static const struct change *
change_within(const struct edited *edited, struct span span)
{
	for (size_t i = 0; i < edited->n; i++) {
		const struct edit *edit = &edited->edits[i];

		if (edit->change && edit->n && span.start >= edit->at &&
		    span.end <= edit->at + edit->n)
			return edit->change;
	}
	return NULL;
}

/* a key that was taken out, or an item that was added, there or on the way */
static const struct change *
change_around(const struct import *import, const char *path)
{
	for (size_t i = 0; i < import->changes.n; i++) {
		const struct change *change = &import->changes.items[i];
		size_t n = strlen(change->path);

		if (change->kind != CHANGE_VALUE &&
		    !strncmp(path, change->path, n) &&
		    (!path[n] || strchr(".[", path[n])))
			return change;
	}
	return NULL;
}

/* the cell whose change the finding comes of; NULL */
static struct import_finding *
source_of(struct import *import, const struct edited *edited,
	  const struct finding *finding)
{
	const struct change *change = change_within(edited, finding->span);

	for (size_t i = 0; i < finding->related_count && !change; i++)
		change = change_within(edited, finding->related[i].span);
	if (!change)
		change = change_around(import, finding->path);
	if (!change)
		change = reason_of(import, finding->path);
	return change ? &import->items[import->sources[change -
						       import->changes.items]]
		      : NULL;
}

/* a key of a new item, that the loader lacks */
static struct content *
member_at(struct import *import, struct change *change, const char *path)
{
	size_t n = strlen(change->path);
	struct content *content = &change->content;

	if (strncmp(path, change->path, n) != 0 || path[n] != '.')
		return NULL;
	for (path += n; *path == '.'; path += n + 1) {
		n = strcspn(path + 1, ".");
		if (content->kind != CONTENT_MAP) {
			if (content->length)
				return NULL;
			*content = (struct content){.kind = CONTENT_MAP};
		}
		content =
			content_member(&import->arena, content,
				       arena_copy(&import->arena, path + 1, n));
	}
	return content;
}

/* a copy in the arena of the import: the plan that it is of is released */
static struct content
kept(struct import *import, const struct content *content)
{
	return content_text(
		arena_copy(&import->arena, content->text, content->length),
		content->plain);
}

/* Takes what the loader is certain of: 8 Aug 2026 as 2026-08-08, and the
 * placeholder of a key that a new item lacks. */
static bool
mend(struct import *import, struct import_finding *from,
     const struct finding *finding)
{
	const struct change *fix = finding->fix;
	struct content *to;

	if (finding->fix_count != 1 || !finding->safe ||
	    fix->kind != CHANGE_VALUE || fix->content.kind != CONTENT_TEXT ||
	    !from->change.path)
		return false;
	if (from->change.kind == CHANGE_VALUE && !from->mended &&
	    !strcmp(from->change.path, fix->path)) {
		from->change.content = kept(import, &fix->content);
		from->mended = true;
		from->message = message_text(
			&import->arena, users_language(), N_("read as {value}"),
			ARGS(TEXT_ARG("value", from->change.content.text)));
		return true;
	}
	if (from->change.kind != CHANGE_ITEM)
		return false;
	to = member_at(import, &from->change, fix->path);
	if (!to)
		return false;
	*to = kept(import, &fix->content);
	return true;
}

static void
refuse_cell(struct import *import, struct import_finding *from,
	    const char *message)
{
	if (from->kind == IMPORT_REFUSED)
		return;
	from->mended = false;
	from->kind = IMPORT_REFUSED;
	from->message = arena_string(&import->arena, message);
}

/* --- one round ------------------------------------------------------------ */

/* Refuses or mends what is at fault; false where nothing is known to be. */
static bool
settle(struct import *import, const struct edited *edited)
{
	bool settled = false;

	for (size_t i = 0; i < edited->finding_count; i++) {
		const struct finding *finding = edited->findings[i];
		struct import_finding *from =
			source_of(import, edited, finding);
		struct buf text = {0};

		if (!from)
			continue;
		settled = true;
		if (mend(import, from, finding))
			continue;
		finding_text(&text, users_language(), finding);
		refuse_cell(import, from, buf_text(&text));
		buf_free(&text);
	}
	if (!settled && edited->change) {
		size_t change =
			(size_t)(edited->change - import->changes.items);
		struct buf text = {0};

		message_fill(&text, users_language(), edited->message,
			     edited->args, edited->arg_count);
		refuse_cell(import, &import->items[import->sources[change]],
			    buf_text(&text));
		buf_free(&text);
		settled = true;
	}
	return settled;
}

static bool
is_taken_at(const struct import *import, const char *path)
{
	for (size_t i = 0; i < import->n; i++)
		if (import->items[i].kind == IMPORT_TAKEN &&
		    import->items[i].path &&
		    !strcmp(import->items[i].path, path))
			return true;
	return false;
}

/* Nothing is assumed of what is not taken. */
static void
drop_assumed(struct import *import)
{
	size_t n = 0;

	for (size_t i = 0; i < import->n; i++) {
		const struct import_finding *finding = &import->items[i];

		if (finding->kind != IMPORT_ASSUMED ||
		    is_taken_at(import, finding->reason))
			import->items[n++] = *finding;
	}
	import->n = n;
}

static void
gather(struct import *import)
{
	drop_assumed(import);
	changes_release(&import->changes);
	free(import->sources);
	import->sources = mem_alloc((import->n + 1) * sizeof(*import->sources));
	for (size_t i = 0; i < import->n; i++) {
		const struct import_finding *finding = &import->items[i];

		if ((finding->kind != IMPORT_TAKEN &&
		     finding->kind != IMPORT_ASSUMED) ||
		    !finding->change.path)
			continue;
		import->sources[import->changes.n] = i;
		changes_add(&import->changes, finding->change);
	}
}

/* A value that is read as what the plan has leaves it as it is. */
static bool
drop_same(struct import *import, const struct document *old,
	  const struct edited *edited)
{
	bool dropped = false;

	for (size_t i = 0; i < edited->n; i++) {
		const struct edit *edit = &edited->edits[i];
		struct import_finding *from;

		if (!edit->change || edit->change->kind != CHANGE_VALUE ||
		    edit->n != edit->end - edit->start ||
		    memcmp(edit->text, old->source.bytes + edit->start,
			   edit->n) != 0)
			continue;
		from = &import->items[import->sources[edit->change -
						      import->changes.items]];
		from->kind = IMPORT_LOST;
		from->message = language_text(users_language(), same_in_plan);
		dropped = true;
	}
	return dropped;
}

bool
import_prove(struct import *import, struct document *old, struct edited *edited)
{
	for (;;) {
		gather(import);
		if (!import->changes.n)
			return true;
		if (changes_apply(old, &import->changes, 0, edited)) {
			if (!drop_same(import, old, edited))
				return true;
		} else if (!settle(import, edited)) {
			return false;
		}
		edited_release(edited);
		*edited = (struct edited){0};
	}
}
